/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-command-validate.h"

#include <glib/gi18n-lib.h>

#include "trama-command-common.h"
#include "trama-command.h"
#include "trama-store-salvage.h"

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
  guint size;

  trama_command_tell_problems (path, problems);
  if (read == NULL)
    {
      if (trama_problems_n_kept (problems) == 0)
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

/* What was left out is what the command is asked to tell: it goes to standard output. */
static void
print_left_out (const char *path, const TramaProblems *left_out)
{
  guint kept = trama_problems_n_kept (left_out);

  for (guint i = 0; i < kept; i++)
    {
      g_autofree char *text = trama_problem_to_text (trama_problems_get (left_out, i));

      g_print ("%s\n", text);
    }
  if (trama_problems_count (left_out) > kept)
    g_print (_ ("%s: and %u more\n"), path, trama_problems_count (left_out) - kept);
}

static int
repair (const char *path, const char *output, gboolean force, gboolean quiet)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (TramaProblems) left_out = trama_problems_new (SHOWN_PROBLEMS);
  g_autoptr (GError) error = NULL;
  g_autoptr (TramaStoreFile) read = NULL;
  guint size;

  if (trama_command_is_same_file (path, output))
    return trama_command_misused ("validate", _ ("%s is the file to be repaired: name another one"),
                                  output);
  read = trama_store_salvage (file, left_out, NULL, &error);
  if (read == NULL)
    {
      trama_command_complain ("%s", error->message);
      return TRAMA_EXIT_INPUT;
    }
  if (!trama_command_write (read, read->version, output, force))
    return TRAMA_EXIT_INPUT;
  print_left_out (path, left_out);
  size = trama_version_size (read->version);
  if (!quiet)
    g_print (g_dngettext (GETTEXT_PACKAGE,
                          "%s: %u record kept; %u values, references or records left out\n",
                          "%s: %u records kept; %u values, references or records left out\n", size),
             output, size, trama_problems_count (left_out));
  return TRAMA_EXIT_DONE;
}

int
trama_command_validate (int argc, char **argv)
{
  gboolean quiet = FALSE, mend = FALSE, force = FALSE, good = TRUE;
  g_autofree char *output = NULL;
  int status = TRAMA_EXIT_DONE;
  const GOptionEntry entries[] = {
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_ ("Say nothing of files in order"), NULL },
    { "repair", 'r', 0, G_OPTION_ARG_NONE, &mend,
      N_ ("Write what is sound to OUT, and list what is left out"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), N_ ("OUT") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &force, N_ ("Replace OUT where it is there"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_ ("FILE…"));

  g_option_context_set_summary (
      context,
      _ ("Reads portfolios and lists everything that is wrong with them: file, line, record, "
         "field, what was found and what was expected. With --repair, writes what is sound of one "
         "to another file and lists what it leaves out; the first one is never changed."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!trama_command_parse (context, &argc, &argv, &status))
    return status;
  if (argc < 2)
    return trama_command_misused ("validate", "%s", _ ("a FILE is needed"));
  if (mend != (output != NULL))
    return trama_command_misused ("validate", "%s", _ ("--repair and -o OUT belong together"));
  if (mend)
    return argc == 2
               ? repair (argv[1], output, force, quiet)
               : trama_command_misused ("validate", "%s", _ ("--repair takes one FILE at a time"));
  for (int i = 1; i < argc; i++)
    good = validate (argv[i], quiet) && good;
  return good ? TRAMA_EXIT_DONE : TRAMA_EXIT_INPUT;
}
