/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-command-validate.h"

#include <glib/gi18n-lib.h>

#include "trama-command-common.h"
#include "trama-command.h"

/* Enough for whoever mends them one after the other; a file that is no portfolio could have one in
 * every line. */
#define SHOWN_PROBLEMS 10000

static gboolean
validate (const char *path, gboolean quiet)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (TramaProblems) problems = trama_problems_new (SHOWN_PROBLEMS);
  g_autoptr (GError) error = NULL;
  g_autoptr (TramaStoreFile) read = trama_store_read (file, problems, NULL, NULL, NULL, &error);
  guint kept = trama_problems_n_kept (problems);
  guint size;

  for (guint i = 0; i < kept; i++)
    {
      g_autofree char *text = trama_problem_to_text (trama_problems_get (problems, i));

      trama_command_complain ("%s", text);
    }
  if (trama_problems_count (problems) > kept)
    trama_command_complain (_ ("%s: and %u more problems"), path,
                            trama_problems_count (problems) - kept);
  if (read == NULL)
    {
      if (kept == 0)
        trama_command_complain ("%s", error->message);
      return FALSE;
    }
  size = trama_version_size (read->version);
  if (!quiet)
    g_print (g_dngettext (GETTEXT_PACKAGE, "%s: in order, %u record\n",
                          "%s: in order, %u records\n", size),
             path, size);
  return TRUE;
}

int
trama_command_validate (int argc, char **argv)
{
  gboolean quiet = FALSE, good = TRUE;
  int status = TRAMA_EXIT_DONE;
  const GOptionEntry entries[] = {
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_ ("Say nothing of files in order"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_ ("FILE…"));

  g_option_context_set_summary (
      context,
      _ ("Reads portfolios and lists everything that is wrong with them: file, line, record, "
         "field, what was found and what was expected."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!trama_command_parse (context, &argc, &argv, &status))
    return status;
  if (argc < 2)
    return trama_command_misused ("validate", "%s", _ ("a FILE is needed"));
  for (int i = 1; i < argc; i++)
    good = validate (argv[i], quiet) && good;
  return good ? TRAMA_EXIT_DONE : TRAMA_EXIT_INPUT;
}
