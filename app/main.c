/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libintl.h>
#include <locale.h>

#include "trama-command.h"

int
main (int argc, char **argv)
{
  int status = 0;

  setlocale (LC_ALL, "");
  textdomain ("trama");
  if (trama_command_run (argc, argv, &status))
    return status;
  return TRAMA_EXIT_USAGE;
}
