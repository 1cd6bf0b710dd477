/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Holds the whole of every room up to the command line, and does nothing. */
int
main (void)
{
  return 0;
}
