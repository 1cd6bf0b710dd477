/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-recovery.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "trama-journal.h"
#include "trama-journal-text.h"
#include "trama-record-json.h"
#include "trama-state-folder.h"
#include "trama-store-hash.h"

typedef struct
{
  char content[TRAMA_STORE_HASH_LENGTH + 1];
  guint steps;
} Save;

void
trama_recovery_free (TramaRecovery *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->base);
  g_free (self->uri);
  g_free (self->last_label);
  g_clear_pointer (&self->saves, g_array_unref);
  if (self->claim >= 0)
    close (self->claim);
  g_free (self);
}

/* The first line of an entry's text. */
static const TramaJsonValue *
parse_first_line (TramaJsonReader *reader, const char *text, gsize length)
{
  const char *newline = memchr (text, '\n', length);

  return trama_json_reader_parse (reader, text, newline != NULL ? (gsize) (newline - text) : length,
                                  NULL, NULL);
}

static gboolean
read_header (TramaRecovery *self, const TramaJsonValue *value)
{
  const char *id = trama_json_object_get_string (value, "document");
  const char *base = trama_json_object_get_string (value, "base");
  guint64 content;

  if (trama_json_get_integer (trama_json_object_get (value, "journal"), 0) != TRAMA_JOURNAL_FORMAT
      || id == NULL || !trama_id_parse (id, strlen (id), &self->document)
      || (base != NULL && !trama_store_hash_parse (base, &content)))
    return FALSE;
  self->base = g_strdup (base);
  self->uri = g_strdup (trama_json_object_get_string (value, "uri"));
  trama_moment_parse (trama_json_object_get_string (value, "started"), &self->started);
  return TRUE;
}

static void
read_entry (TramaRecovery *self, const TramaJsonValue *value)
{
  const char *saved = trama_json_object_get_string (value, "saved");
  guint64 content;

  if (trama_json_object_get (value, "step") != NULL)
    {
      self->n_steps++;
      trama_moment_parse (trama_json_object_get_string (value, "when"), &self->last);
      g_set_str (&self->last_label, trama_json_object_get_string (value, "step"));
    }
  else if (trama_store_hash_parse (saved, &content))
    {
      Save save
          = { .steps = (guint) trama_json_get_integer (trama_json_object_get (value, "steps"), 0) };

      memcpy (save.content, saved, sizeof save.content);
      g_array_append_val (self->saves, save);
    }
}

/* NULL where it is no journal at all, or a newer version's. */
static TramaRecovery *
scan (const char *path, const char *journal, gsize length)
{
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();
  g_autoptr (TramaRecovery) self = g_new0 (TramaRecovery, 1);
  const TramaJsonValue *value;
  const char *text;
  gsize at = 0, text_length;

  self->claim = -1;
  self->path = g_strdup (path);
  self->saves = g_array_new (FALSE, FALSE, sizeof (Save));
  if (!trama_journal_next_entry (journal, length, &at, &text, &text_length)
      || (value = parse_first_line (reader, text, text_length)) == NULL
      || !read_header (self, value))
    return NULL;
  self->last = self->started;
  while (trama_journal_next_entry (journal, length, &at, &text, &text_length)
         && (value = parse_first_line (reader, text, text_length)) != NULL)
    read_entry (self, value);
  self->torn = at < length;
  return g_steal_pointer (&self);
}

/* Whether the program that wrote it is gone. Without locks, its header says who that was. */
static gboolean
is_dead (const char *path, const char *journal, gsize length)
{
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();
  g_autofree char *tag = NULL;
  const char *text;
  gsize at = 0, text_length;
  int descriptor = open (path, O_RDWR | O_CLOEXEC);
  gboolean dead;

  if (descriptor < 0)
    return FALSE;
  if (trama_journal_next_entry (journal, length, &at, &text, &text_length))
    tag = g_strdup (
        trama_json_object_get_string (parse_first_line (reader, text, text_length), "instance"));
  dead = trama_journal_lock (descriptor, tag != NULL ? tag : "");
  close (descriptor);
  return dead;
}

static TramaRecovery *
look_at (const char *path)
{
  g_autofree char *journal = NULL;
  TramaRecovery *self = NULL;
  gsize length;

  if (!g_file_get_contents (path, &journal, &length, NULL) || !is_dead (path, journal, length))
    return NULL;
  self = scan (path, journal, length);
  if (self != NULL && self->n_steps == 0)
    {
      /* Nothing to recover, and nobody there to write on. */
      trama_recovery_forget (self);
      g_clear_pointer (&self, trama_recovery_free);
    }
  return self;
}

/* Half a journal is left where its writer died; the whole one before it is still there. */
static void
clean_half (const char *path)
{
  int descriptor = open (path, O_RDWR | O_CLOEXEC);

  if (descriptor < 0)
    return;
  if (trama_journal_lock (descriptor, ""))
    g_unlink (path);
  close (descriptor);
}

static void
list_folder (const char *folder, GPtrArray *list)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);
      TramaRecovery *recovery = NULL;

      if (g_str_has_suffix (file, TRAMA_JOURNAL_SUFFIX))
        recovery = look_at (path);
      else if (g_str_has_suffix (file, TRAMA_JOURNAL_SUFFIX ".half"))
        clean_half (path);
      if (recovery != NULL)
        g_ptr_array_add (list, recovery);
    }
}

static int
last_first (gconstpointer a, gconstpointer b)
{
  const TramaRecovery *x = *(const TramaRecovery *const *) a;
  const TramaRecovery *y = *(const TramaRecovery *const *) b;

  if (x->last != y->last)
    return x->last > y->last ? -1 : 1;
  return strcmp (x->path, y->path);
}

GPtrArray *
trama_recovery_list (TramaId document)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_recovery_free);

  if (trama_id_is_none (document))
    {
      g_autofree char *root = trama_state_folder_root ();
      g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
      const char *file;

      while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *folder = g_build_filename (root, file, NULL);

          list_folder (folder, list);
        }
    }
  else
    {
      g_autofree char *folder = trama_state_folder_path (document, NULL);

      list_folder (folder, list);
    }
  g_ptr_array_sort (list, last_first);
  return list;
}

TramaRecoveryState
trama_recovery_state (const TramaRecovery *self, const TramaStoreFile *file, guint *first)
{
  char content[TRAMA_STORE_HASH_LENGTH + 1];
  guint step = G_MAXUINT;

  g_return_val_if_fail (self != NULL && file != NULL, TRAMA_RECOVERY_ANOTHER_BASE);

  trama_store_hash_to_text (file->content, content);
  if (file->content == 0 ? self->base == NULL : g_strcmp0 (self->base, content) == 0)
    step = 0;
  for (guint i = 0; file->content != 0 && i < self->saves->len; i++)
    if (strcmp (g_array_index (self->saves, Save, i).content, content) == 0)
      step = g_array_index (self->saves, Save, i).steps;
  if (first != NULL)
    *first = step;
  if (step == G_MAXUINT)
    return TRAMA_RECOVERY_ANOTHER_BASE;
  return step >= self->n_steps ? TRAMA_RECOVERY_NOTHING : TRAMA_RECOVERY_FITS;
}

/* Reading the steps. */

static gboolean
fail (const TramaRecovery *self, GError **error)
{
  g_set_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT,
               _ ("%s: what was written down before the crash does not fit the file"), self->path);
  return FALSE;
}

typedef gboolean (*EntryFunc) (const TramaRecovery *self, TramaJsonReader *reader,
                               const TramaJsonValue *first, const char *text, gsize length,
                               gpointer data, GError **error);

/* Calls @function for each entry behind the header, until it says FALSE. */
static gboolean
foreach_entry (const TramaRecovery *self, EntryFunc function, gpointer data, GError **error)
{
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();
  g_autofree char *journal = NULL;
  const TramaJsonValue *value;
  const char *text;
  gsize length, at = 0, text_length;

  if (!g_file_get_contents (self->path, &journal, &length, error))
    return FALSE;
  trama_journal_next_entry (journal, length, &at, &text, &text_length);
  while (trama_journal_next_entry (journal, length, &at, &text, &text_length)
         && (value = parse_first_line (reader, text, text_length)) != NULL)
    if (!function (self, reader, value, text, text_length, data, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_start (const TramaRecovery *self, TramaJsonReader *reader, const TramaJsonValue *first,
            const char *text, gsize length, gpointer data, GError **error)
{
  const TramaJsonValue *start = trama_json_object_get (first, "start");
  g_autoptr (TramaVersion) empty = NULL;
  g_autoptr (TramaChangeSet) set = NULL;
  TramaVersion **version = data;

  if (start == NULL)
    return TRUE;
  set = trama_journal_read_changes (reader, text, length,
                                    (guint) trama_json_get_integer (start, 0));
  if (set == NULL)
    return fail (self, error);
  empty = g_steal_pointer (version);
  *version = trama_change_set_apply (set, empty, FALSE);
  return TRUE;
}

TramaVersion *
trama_recovery_read_start (const TramaRecovery *self, GError **error)
{
  g_autoptr (TramaVersion) version = trama_version_new_empty ();

  g_return_val_if_fail (self != NULL, NULL);

  if (!foreach_entry (self, read_start, &version, error))
    return NULL;
  return g_steal_pointer (&version);
}

typedef struct
{
  TramaDocument *document;
  guint first;
  guint step;
} Replay;

/* Each record is as the step found it. */
static gboolean
applies (const TramaChangeSet *set, gboolean backwards, TramaVersion *version)
{
  for (guint i = 0; i < set->n; i++)
    {
      const TramaChange *change = &set->changes[i];
      const TramaRecord *expected = backwards ? change->after : change->before;
      const TramaRecord *found = trama_version_find (version, change->kind, change->id);

      if (expected != NULL ? !trama_record_equal (expected, found) : found != NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
replay_step (const TramaRecovery *self, TramaJsonReader *reader, const TramaJsonValue *first,
             const char *text, gsize length, gpointer data, GError **error)
{
  g_autoptr (TramaChangeSet) set = NULL;
  Replay *replay = data;
  gboolean backwards;

  if (trama_json_object_get (first, "step") == NULL || replay->step++ < replay->first)
    return TRUE;
  set = trama_journal_read_step (reader, first, text, length, &backwards);
  if (set == NULL || !applies (set, backwards, trama_document_get_version (replay->document)))
    return fail (self, error);
  trama_document_replay (replay->document, set, backwards);
  return TRUE;
}

/* Two windows may have listed the same journal: only one of them gets it. */
static gboolean
claim (TramaRecovery *self, GError **error)
{
  int descriptor;

  if (self->claim >= 0)
    return TRUE;
  descriptor = open (self->path, O_RDWR | O_CLOEXEC);
  if (descriptor >= 0 && trama_journal_lock (descriptor, ""))
    {
      self->claim = descriptor;
      return TRUE;
    }
  if (descriptor >= 0)
    close (descriptor);
  g_set_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT,
               _ ("%s: it is being recovered elsewhere, or has been already"), self->path);
  return FALSE;
}

gboolean
trama_recovery_replay (TramaRecovery *self, guint first, TramaDocument *document, GError **error)
{
  Replay replay = { .document = document, .first = first };

  g_return_val_if_fail (self != NULL && TRAMA_IS_DOCUMENT (document), FALSE);

  if (!claim (self, error))
    return FALSE;
  return foreach_entry (self, replay_step, &replay, error);
}

void
trama_recovery_forget (const TramaRecovery *self)
{
  g_return_if_fail (self != NULL);

  g_unlink (self->path);
}
