/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-command-chart.h"
#include "trama-command-common.h"
#include "trama-command-erase.h"
#include "trama-command-evaluate.h"
#include "trama-command-export.h"
#include "trama-command-import.h"
#include "trama-command-list.h"
#include "trama-command-merge.h"
#include "trama-command-network.h"
#include "trama-command-report.h"
#include "trama-command-validate.h"

static const struct
{
  const char *verb;
  int (*run) (int argc, char **argv);
  const char *summary;
} commands[] = {
  { "evaluate", trama_command_evaluate, N_ ("Evaluate a portfolio, or a case of the library") },
  { "methods", trama_command_methods, N_ ("List the methods of evaluation") },
  { "cases", trama_command_cases, N_ ("List the cases of the library") },
  { "report", trama_command_report, N_ ("Print a report of a programme as PDF") },
  { "chart", trama_command_chart, N_ ("Draw a chart of a programme") },
  { "network", trama_command_network, N_ ("Measure who works with whom") },
  { "import", trama_command_import, N_ ("Make a portfolio of tables and networks") },
  { "export", trama_command_export, N_ ("Write the network for other programs") },
  { "merge", trama_command_merge, N_ ("Put two people’s copies of a portfolio together") },
  { "erase", trama_command_erase, N_ ("Forget a firm or a person for good") },
  { "validate", trama_command_validate, N_ ("List what is wrong with a portfolio") },
};

static void
print_help (void)
{
  g_print ("%s\n  trama [FILE…]\n  trama COMMAND …\n\n%s\n", _ ("Usage:"), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-10s %s\n", commands[i].verb, g_dgettext (GETTEXT_PACKAGE, commands[i].summary));
  g_print ("\n%s\n",
           _ ("“trama COMMAND --help” tells of one. Without a command, the window opens."));
  g_print ("%s\n",
           _ ("Exit codes: 0 done, 1 the input is at fault, 2 wrong usage, 3 clashes in a merge."));
}

gboolean
trama_command_run (int argc, char **argv, int *status)
{
  g_return_val_if_fail (status != NULL, FALSE);

  *status = TRAMA_EXIT_DONE;
  if (argc < 2)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].verb) == 0)
      {
        g_autofree char *name = g_strdup_printf ("trama %s", commands[i].verb);

        g_set_prgname (name);
        *status = commands[i].run (argc - 1, argv + 1);
        return TRUE;
      }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help ();
      return TRUE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("trama %s\n", TRAMA_VERSION);
      return TRUE;
    }
  return FALSE;
}
