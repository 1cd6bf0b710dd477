/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-command-common.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "trama-command.h"
#include "trama-store-save.h"

#define SHOWN_PROBLEMS 100

void
trama_command_complain (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("trama: %s\n", message);
}

int
trama_command_misused (const char *verb, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("trama %s: %s\n", verb, message);
  g_printerr (_ ("“trama %s --help” says how it is used.\n"), verb);
  return TRAMA_EXIT_USAGE;
}

void
trama_command_tell_problems (const char *path, const TramaProblems *problems)
{
  guint kept = trama_problems_n_kept (problems);

  for (guint i = 0; i < kept; i++)
    {
      g_autofree char *text = trama_problem_to_text (trama_problems_get (problems, i));

      trama_command_complain ("%s", text);
    }
  if (trama_problems_count (problems) > kept)
    trama_command_complain (_ ("%s: and %u more problems"), path,
                            trama_problems_count (problems) - kept);
}

gboolean
trama_command_is_same_file (const char *path, const char *other)
{
  GStatBuf a, b;

  return g_stat (path, &a) == 0 && g_stat (other, &b) == 0 && a.st_dev == b.st_dev
         && a.st_ino == b.st_ino;
}

static gboolean
write_file (TramaStoreFile *base, TramaVersion *version, const char *path, gboolean force,
            TramaStoreSaveFlags flags)
{
  g_autoptr (GFile) place = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *warning = NULL;
  g_autoptr (TramaStoreFile) saved = NULL;

  if (!force && g_file_query_exists (place, NULL))
    {
      trama_command_complain (_ ("%s is there already; --force replaces it"), path);
      return FALSE;
    }
  if (force)
    flags |= TRAMA_STORE_SAVE_REPLACE;
  saved = trama_store_save (base, version, place, flags, &warning, NULL, &error);
  if (saved == NULL)
    {
      trama_command_complain ("%s", error->message);
      return FALSE;
    }
  if (warning != NULL)
    trama_command_complain ("%s", warning);
  return TRUE;
}

gboolean
trama_command_write (TramaStoreFile *base, TramaVersion *version, const char *path, gboolean force)
{
  return write_file (base, version, path, force, TRAMA_STORE_SAVE_PLAIN);
}

gboolean
trama_command_write_and_forget (TramaStoreFile *base, TramaVersion *version, const char *path,
                                gboolean force)
{
  return write_file (base, version, path, force, TRAMA_STORE_SAVE_FORGET);
}

TramaStoreFile *
trama_command_read (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (TramaProblems) problems = trama_problems_new (SHOWN_PROBLEMS);
  g_autoptr (GError) error = NULL;
  TramaStoreFile *read = trama_store_read (file, problems, NULL, NULL, NULL, &error);

  if (read != NULL)
    return read;
  trama_command_tell_problems (path, problems);
  if (trama_problems_n_kept (problems) == 0)
    {
      if (strstr (error->message, path) != NULL)
        trama_command_complain ("%s", error->message);
      else
        trama_command_complain ("%s: %s", path, error->message);
    }
  return NULL;
}

gboolean
trama_command_as_of (const char *text, gint32 *day)
{
  if (text == NULL)
    *day = trama_day_today ();
  else if (!trama_day_parse (text, day))
    {
      trama_command_complain (_ ("--as-of: found “%s”, expected a day such as 2026-06-30"), text);
      return FALSE;
    }
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const TramaRecord *x = *(const TramaRecord *const *) a;
  const TramaRecord *y = *(const TramaRecord *const *) b;
  const char *name_x = trama_record_title (x), *name_y = trama_record_title (y);
  int order = g_utf8_collate (name_x != NULL ? name_x : "", name_y != NULL ? name_y : "");

  return order != 0 ? order : trama_id_compare (x->id, y->id);
}

static void
list_subjects (TramaTable *table)
{
  for (guint i = 0; i < trama_table_size (table); i++)
    {
      const TramaRecord *record = trama_table_get (table, i);
      g_autofree char *text = trama_id_dup_text (record->id);

      g_printerr ("  %s  %s\n", text, trama_record_title (record));
    }
}

GPtrArray *
trama_command_subjects (TramaVersion *version, TramaKind kind, const char *option,
                        const char *wanted)
{
  TramaTable *table = trama_version_table (version, kind);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autofree char *asked = wanted != NULL ? g_utf8_casefold (wanted, -1) : NULL;
  TramaId id;

  if (wanted != NULL && trama_id_parse (wanted, strlen (wanted), &id)
      && trama_table_find (table, id) != NULL)
    {
      g_ptr_array_add (found, (gpointer) trama_table_find (table, id));
      return g_steal_pointer (&found);
    }
  for (guint i = 0; i < trama_table_size (table); i++)
    {
      const TramaRecord *record = trama_table_get (table, i);
      const char *title = trama_record_title (record);
      g_autofree char *name = g_utf8_casefold (title != NULL ? title : "", -1);

      if (asked == NULL || strcmp (name, asked) == 0)
        g_ptr_array_add (found, (gpointer) record);
    }
  if (wanted == NULL)
    {
      g_ptr_array_sort (found, compare_names);
      return g_steal_pointer (&found);
    }
  if (found->len == 1)
    return g_steal_pointer (&found);
  /* Translators: the option, a kind of record, the name asked for */
  trama_command_complain (found->len == 0
                              ? _ ("--%s: no %s is called “%s”; there are:")
                              : _ ("--%s: more than one %s is called “%s”; give an id:"),
                          option, trama_kind_info (kind)->id, wanted);
  list_subjects (table);
  return NULL;
}

GPtrArray *
trama_command_programmes (TramaVersion *version, const char *wanted)
{
  return trama_command_subjects (version, TRAMA_KIND_PROGRAMME, "programme", wanted);
}

gboolean
trama_command_parse (GOptionContext *context, int *argc, char ***argv, int *status)
{
  g_autoptr (GOptionContext) owned = context;
  g_autoptr (GError) error = NULL;
  const char *verb = (*argv)[0];

  for (int i = 1; i < *argc; i++)
    if (strcmp ((*argv)[i], "--help") == 0 || strcmp ((*argv)[i], "-h") == 0)
      {
        g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

        g_print ("%s", help);
        *status = TRAMA_EXIT_DONE;
        return FALSE;
      }
  g_option_context_set_help_enabled (context, FALSE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      *status = trama_command_misused (verb, "%s", error->message);
      return FALSE;
    }
  return TRUE;
}
