/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libintl.h>
#include <locale.h>

#include "trama-application.h"
#include "trama-command.h"

/* Commands need no display, so they come before anything of the window. */
int
main (int argc, char **argv)
{
  g_autoptr (TramaApplication) application = NULL;
  int status = 0;

  setlocale (LC_ALL, "");
  textdomain ("trama");
  if (trama_command_run (argc, argv, &status))
    return status;
  application = trama_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
