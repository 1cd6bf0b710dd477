/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Linked into every program of a build with sanitizers: memory that libraries keep until the end is
 * no leak of ours. In the program itself and not in LSAN_OPTIONS, because tests start it with an
 * environment of their own.
 */

const char *__lsan_default_suppressions (void);
const char *__lsan_default_options (void);

const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig\n";
}

const char *
__lsan_default_options (void)
{
  return "print_suppressions=0";
}
