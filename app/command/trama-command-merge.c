/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-command-merge.h"

#include <glib/gi18n-lib.h>

#include "trama-command-common.h"
#include "trama-command.h"
#include "trama-merge.h"
#include "trama-store-ancestor.h"

/* @paths: base, mine, theirs; without a base, two. FALSE where one cannot be read. */
static gboolean
read_all (char **paths, int n, TramaStoreFile *files[3])
{
  for (int i = 0; i < n; i++)
    if ((files[i + 3 - n] = trama_command_read (paths[i])) == NULL)
      return FALSE;
  if (!trama_id_equal (files[1]->document, files[2]->document)
      || (files[0] != NULL && !trama_id_equal (files[0]->document, files[1]->document)))
    {
      trama_command_complain ("%s", _ ("these are not copies of one portfolio"));
      return FALSE;
    }
  if (files[0] == NULL)
    files[0] = trama_store_find_ancestor (files[1], files[2]);
  if (files[0] == NULL)
    trama_command_complain ("%s", _ ("what both came from is not among the kept versions: name it "
                                     "as BASE, before the others"));
  return files[0] != NULL;
}

static void
tell (TramaMerge *merge, const char *output, gboolean theirs)
{
  guint n = trama_merge_n_clashes (merge);
  guint changes = trama_merge_n_changes (merge);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = trama_merge_describe_clash (merge, i);

      g_print (_ ("clash: %s\n"), text);
    }
  g_print (g_dngettext (GETTEXT_PACKAGE, "%s: mine with %u record changed, added or removed\n",
                        "%s: mine with %u records changed, added or removed\n", changes),
           output, changes);
  if (n > 0)
    g_print (theirs ? g_dngettext (GETTEXT_PACKAGE, "%u clash; there, it holds theirs\n",
                                   "%u clashes; there, it holds theirs\n", n)
                    : g_dngettext (GETTEXT_PACKAGE, "%u clash; there, it holds mine\n",
                                   "%u clashes; there, it holds mine\n", n),
             n);
}

static int
merge_files (char **paths, int n, const char *output, gboolean force, gboolean theirs)
{
  TramaStoreFile *files[3] = { NULL };
  int status = TRAMA_EXIT_INPUT;

  if (read_all (paths, n, files))
    {
      g_autoptr (TramaMerge) merge
          = trama_merge_new (files[0]->version, files[1]->version, files[2]->version);
      g_autoptr (TramaStoreFile) joined = trama_store_join (files[2], files[1]);

      trama_merge_choose (merge, G_MAXUINT, theirs);
      if (trama_command_write (joined, trama_merge_get_version (merge), output, force))
        {
          tell (merge, output, theirs);
          status
              = trama_merge_n_clashes (merge) > 0 && !theirs ? TRAMA_EXIT_CLASH : TRAMA_EXIT_DONE;
        }
    }
  for (int i = 0; i < 3; i++)
    g_clear_pointer (&files[i], trama_store_file_unref);
  return status;
}

int
trama_command_merge (int argc, char **argv)
{
  gboolean force = FALSE, theirs = FALSE;
  g_autofree char *output = NULL;
  int status = TRAMA_EXIT_DONE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), N_ ("OUT") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &force, N_ ("Replace OUT where it is there"), NULL },
    { "theirs", 't', 0, G_OPTION_ARG_NONE, &theirs, N_ ("Take theirs in every clash"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_ ("[BASE] MINE THEIRS"));

  g_option_context_set_summary (
      context,
      _ ("Puts together what two people did to copies of one portfolio, by record and field. BASE "
         "is what both came from; without it, it is looked for among the kept versions."));
  g_option_context_set_description (
      context, _ ("Exits with 3 where both changed the same thing differently: the clashes are "
                  "listed, and OUT holds mine for them."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!trama_command_parse (context, &argc, &argv, &status))
    return status;
  if (argc < 3 || argc > 4)
    return trama_command_misused ("merge", "%s", _ ("two or three files are needed"));
  if (output == NULL)
    return trama_command_misused ("merge", "%s", _ ("-o OUT is needed"));
  return merge_files (argv + 1, argc - 1, output, force, theirs);
}
