/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-command-erase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-command-common.h"
#include "trama-command.h"
#include "trama-erase-state.h"
#include "trama-removal.h"

static void
print_list (const char *title, GPtrArray *list)
{
  if (list->len > 0)
    g_print ("%s\n", title);
  for (guint i = 0; i < list->len; i++)
    g_print ("  %s\n", (const char *) g_ptr_array_index (list, i));
}

static void
tell (const TramaErasure *erasure)
{
  g_print (g_dngettext (GETTEXT_PACKAGE, "%u kept version cleaned\n", "%u kept versions cleaned\n",
                        erasure->cleaned),
           erasure->cleaned);
  print_list (_ ("Removed, since they could not be cleaned:"), erasure->gone);
  print_list (_ ("In use by another program; close it and erase again:"), erasure->left);
  print_list (_ ("Copies that still hold it:"), erasure->copies);
  print_list (_ ("Records in which a text still names it:"), erasure->mentions);
}

static int
erase (TramaStoreFile *file, const TramaRecord *record, const char *output, gboolean force)
{
  g_autoptr (GHashTable) gone
      = g_hash_table_new_full (trama_id_hash_pointer, trama_id_equal_pointer, g_free, NULL);
  g_auto (GStrv) words = trama_erasure_words (record);
  g_autoptr (TramaErasure) erasure = trama_erasure_new ();
  g_autoptr (TramaRemoval) removal = trama_removal_new (file->version, record->id);
  g_autofree char *hanging = trama_removal_describe (removal);
  g_autoptr (GFile) place = g_file_new_for_commandline_arg (output);
  g_autoptr (TramaVersion) version = NULL;
  TramaIdSource ids;

  trama_id_source_init_random (&ids);
  version = trama_erase (file->version, record->id, trama_day_today (), NULL,
                         g_get_real_time () / G_USEC_PER_SEC, &ids, gone);
  if (!trama_command_write_and_forget (file, version, output, force))
    return TRAMA_EXIT_INPUT;
  if (hanging != NULL)
    g_print ("%s\n", hanging);
  trama_erase_state (file->document, record->id, gone, (const char *const *) words, NULL, erasure);
  trama_erase_find_copies (file->document, record->id, place, erasure);
  trama_erase_find_mentions (version, (const char *const *) words, erasure);
  tell (erasure);
  return TRAMA_EXIT_DONE;
}

int
trama_command_erase (int argc, char **argv)
{
  gboolean force = FALSE;
  g_autofree char *output = NULL;
  g_autoptr (TramaStoreFile) file = NULL;
  const TramaRecord *record;
  TramaId id;
  int status = TRAMA_EXIT_DONE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), N_ ("OUT") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &force, N_ ("Replace OUT, which may be FILE itself"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_ ("FILE ID"));

  g_option_context_set_summary (
      context,
      _ ("Forgets a firm, institution, person or owner group: writes the portfolio without it and "
         "what hangs on it, and takes it out of kept versions, history and journals on this "
         "machine. This cannot be undone."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!trama_command_parse (context, &argc, &argv, &status))
    return status;
  if (argc != 3 || output == NULL)
    return trama_command_misused ("erase", "%s", _ ("FILE, ID and -o OUT are needed"));
  if (!trama_id_parse (argv[2], strlen (argv[2]), &id))
    return trama_command_misused ("erase", _ ("“%s” is no id of 16 characters a–z, 2–7"), argv[2]);
  file = trama_command_read (argv[1]);
  if (file == NULL)
    return TRAMA_EXIT_INPUT;
  record = trama_version_find_among (file->version, TRAMA_ALL_KINDS, id);
  if (record == NULL || !trama_erasure_is_possible (trama_record_kind (record)))
    {
      trama_command_complain (record == NULL
                                  ? _ ("%s: there is no record %s")
                                  : _ ("%s: %s is no firm, institution, person or owner group"),
                              argv[1], argv[2]);
      return TRAMA_EXIT_INPUT;
    }
  return erase (file, record, output, force);
}
