/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-history-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "trama-erasure.h"
#include "trama-journal-text.h"
#include "trama-state-folder.h"
#include "trama-store-system.h"

#define FILE_NAME "history"
#define SAVED "{\"saved\":true}"

static char *
history_path (TramaId document)
{
  g_autofree char *folder = trama_state_folder_path (document, NULL);

  return g_build_filename (folder, FILE_NAME, NULL);
}

TramaHistory *
trama_history_file_read (TramaId document)
{
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();
  g_autofree char *path = history_path (document);
  g_autofree char *bytes = NULL;
  TramaHistory *history = trama_history_new ();
  const char *text;
  gsize length, at = 0, text_length;

  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return history;
  while (trama_journal_next_entry (bytes, length, &at, &text, &text_length))
    {
      const char *newline = memchr (text, '\n', text_length);
      const TramaJsonValue *first = trama_json_reader_parse (
          reader, text, newline != NULL ? (gsize) (newline - text) : text_length, NULL, NULL);
      g_autoptr (TramaChangeSet) set = NULL;
      gboolean backwards = FALSE;

      if (trama_json_object_get (first, "saved") != NULL)
        {
          trama_history_mark_saved (history);
          continue;
        }
      set = trama_journal_read_step (reader, first, text, text_length, &backwards);
      if (set != NULL)
        trama_history_add (history, set, backwards);
      else
        {
          /* Nothing before it leads to what comes behind. */
          trama_history_free (history);
          history = trama_history_new ();
        }
    }
  return history;
}

static void
append_entry (GString *out, TramaHistory *history, guint index)
{
  const TramaHistoryEntry *entry = trama_history_get (history, index);
  GString *text = trama_journal_step_text (entry->set, entry->backwards);

  trama_journal_append_entry (out, text->str, text->len);
  g_string_free (text, TRUE);
}

static gboolean
fail (GError **error, const char *path)
{
  int number = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
               _ ("The history could not be written to %s: %s"), path, g_strerror (number));
  return FALSE;
}

/* A new file in the place of the old one. */
static gboolean
write_whole (const char *path, const char *bytes, gsize length, GError **error)
{
  g_autofree char *half = g_strconcat (path, ".half", NULL);
  int descriptor;
  gboolean good;

  g_unlink (half);
  descriptor = trama_store_system.create (half, 0600);
  if (descriptor < 0)
    return fail (error, path);
  good = trama_store_system_write_all (descriptor, bytes, length)
         && trama_store_system.fdatasync (descriptor) == 0;
  good = trama_store_system.close (descriptor) == 0 && good;
  if (good && trama_store_system.rename (half, path) == 0)
    return TRUE;
  fail (error, path);
  g_unlink (half);
  return FALSE;
}

/* The younger half stays. */
static void
thin (const char *path)
{
  g_autofree char *bytes = NULL;
  const char *text;
  gsize length, at = 0, text_length;

  if (!g_file_get_contents (path, &bytes, &length, NULL)
      || length <= (gsize) TRAMA_HISTORY_FILE_BYTES)
    return;
  while (at < length / 2 && trama_journal_next_entry (bytes, length, &at, &text, &text_length))
    ;
  write_whole (path, bytes + at, length - at, NULL);
}

gboolean
trama_history_file_append (TramaId document, TramaHistory *history, guint first, guint end,
                           GError **error)
{
  g_autofree char *folder = trama_state_folder_make (document, NULL, error);
  g_autofree char *path = history_path (document);
  g_autoptr (GString) out = g_string_new (NULL);
  int descriptor;
  gboolean good;

  g_return_val_if_fail (history != NULL && end <= trama_history_size (history), FALSE);

  if (folder == NULL)
    return FALSE;
  if (first >= end)
    return TRUE;
  for (guint i = first; i < end; i++)
    append_entry (out, history, i);
  trama_journal_append_entry (out, SAVED, strlen (SAVED));
  descriptor = open (path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return fail (error, path);
  good = trama_store_system_write_all (descriptor, out->str, out->len);
  if (!good)
    fail (error, path);
  close (descriptor);
  thin (path);
  return good;
}

/* Erasing. */

static gboolean
is_to_go (const TramaChange *change, GHashTable *gone, const char *const *words)
{
  return g_hash_table_contains (gone, &change->id)
         || (change->before != NULL && trama_erasure_is_mentioned (change->before, words))
         || (change->after != NULL && trama_erasure_is_mentioned (change->after, words));
}

static gboolean
mentions (const char *text, const char *const *words)
{
  for (guint i = 0; text != NULL && words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* NULL where nothing of it is left. */
static TramaChangeSet *
without (const TramaChangeSet *set, GHashTable *gone, const char *const *words)
{
  TramaChangeSet *left = g_new0 (TramaChangeSet, 1);

  g_atomic_ref_count_init (&left->references);
  left->label = mentions (set->label, words) ? NULL : g_strdup (set->label);
  left->author = mentions (set->author, words) ? NULL : g_strdup (set->author);
  left->when = set->when;
  left->changes = g_new0 (TramaChange, MAX (set->n, 1));
  for (guint i = 0; i < set->n; i++)
    {
      TramaChange change = set->changes[i];

      if (is_to_go (&change, gone, words))
        continue;
      change.before = change.before != NULL ? trama_erasure_let_go (change.before, gone) : NULL;
      change.after = change.after != NULL ? trama_erasure_let_go (change.after, gone) : NULL;
      /* Nothing but the reference was changed. */
      if (trama_record_equal (change.before, change.after))
        {
          trama_record_unref (change.before);
          trama_record_unref (change.after);
        }
      else
        left->changes[left->n++] = change;
    }
  if (left->n == 0)
    g_clear_pointer (&left, trama_change_set_unref);
  return left;
}

gboolean
trama_history_file_erase (TramaId document, GHashTable *gone, const char *const *words,
                          GError **error)
{
  g_autofree char *path = history_path (document);
  g_autoptr (TramaHistory) history = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  history = trama_history_file_read (document);
  for (guint i = 0; i < trama_history_size (history); i++)
    {
      const TramaHistoryEntry *entry = trama_history_get (history, i);
      g_autoptr (TramaChangeSet) left = without (entry->set, gone, words);

      if (left != NULL)
        {
          GString *text = trama_journal_step_text (left, entry->backwards);

          trama_journal_append_entry (out, text->str, text->len);
          g_string_free (text, TRUE);
        }
      if (entry->saved)
        trama_journal_append_entry (out, SAVED, strlen (SAVED));
    }
  if (write_whole (path, out->str, out->len, error))
    return TRUE;
  /* Rather no history than one that tells. */
  g_unlink (path);
  return FALSE;
}
