/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-erase-state.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "trama-history-file.h"
#include "trama-journal-text.h"
#include "trama-journal.h"
#include "trama-kept-version.h"
#include "trama-state-folder.h"
#include "trama-store-system.h"

#define HEADER_LENGTH 4096 /* in which a document's id is looked for */

TramaErasure *
trama_erasure_new (void)
{
  TramaErasure *erasure = g_new0 (TramaErasure, 1);

  erasure->gone = g_ptr_array_new_with_free_func (g_free);
  erasure->left = g_ptr_array_new_with_free_func (g_free);
  erasure->copies = g_ptr_array_new_with_free_func (g_free);
  erasure->mentions = g_ptr_array_new_with_free_func (g_free);
  return erasure;
}

void
trama_erasure_free (TramaErasure *erasure)
{
  if (erasure == NULL)
    return;
  g_ptr_array_unref (erasure->gone);
  g_ptr_array_unref (erasure->left);
  g_ptr_array_unref (erasure->copies);
  g_ptr_array_unref (erasure->mentions);
  g_free (erasure);
}

static void
remove_file (const char *path, TramaErasure *erasure)
{
  g_ptr_array_add (g_unlink (path) == 0 ? erasure->gone : erasure->left, g_strdup (path));
}

static gboolean
contains (const char *bytes, gsize length, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (memmem (bytes, length, words[i], strlen (words[i])) != NULL)
      return TRUE;
  return FALSE;
}

/* As old as it was, and under its name, which is that of the content it once had. */
static gboolean
replace (const char *path, const GString *text)
{
  g_autofree char *half = g_strconcat (path, ".half", NULL);
  struct stat status;
  int descriptor;
  gboolean good;

  g_unlink (half);
  if (stat (path, &status) != 0 || (descriptor = trama_store_system.create (half, 0600)) < 0)
    return FALSE;
  good = trama_store_system_write_all (descriptor, text->str, text->len)
         && trama_store_system.fdatasync (descriptor) == 0;
  if (good)
    {
      const struct timespec times[] = { status.st_mtim, status.st_mtim };

      good = futimens (descriptor, times) == 0;
    }
  good = trama_store_system.close (descriptor) == 0 && good;
  good = good && trama_store_system.rename (half, path) == 0;
  if (!good)
    g_unlink (half);
  return good;
}

static void
clean_version (const char *path, TramaId id, GHashTable *gone, const char *const *words,
               TramaErasure *erasure)
{
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (TramaStoreFile) file = trama_store_read (place, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (TramaVersion) without = NULL;
  g_autoptr (GPtrArray) mentions = NULL;
  g_autoptr (GString) text = NULL;

  if (file == NULL)
    {
      remove_file (path, erasure);
      return;
    }
  without = trama_erase (file->version, id, 0, NULL, 0, NULL, gone);
  mentions = trama_erasure_mentions (without != NULL ? without : file->version, words);
  if (mentions->len > 0)
    {
      remove_file (path, erasure);
      return;
    }
  if (without == NULL)
    return;
  text = trama_store_write_text (file, without, NULL);
  if (replace (path, text))
    erasure->cleaned++;
  else
    remove_file (path, erasure);
}

static void
clean_versions (TramaId document, TramaId id, GHashTable *gone, const char *const *words,
                TramaErasure *erasure)
{
  g_autoptr (GPtrArray) list = trama_kept_versions_list (document);

  for (guint i = 0; i < list->len; i++)
    clean_version (((const TramaKeptVersion *) g_ptr_array_index (list, i))->path, id, gone, words,
                   erasure);
}

/* The ids of what went, as texts to look for. */
static GStrv
id_words (GHashTable *gone)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_strv_builder_take (words, trama_id_dup_text (*(TramaId *) key));
  return g_strv_builder_end (words);
}

/* What a program that died has left. Its steps are made of whole records: one that tells of what
 * was erased goes altogether. */
static void
clean_journal (const char *path, const char *const *ids, const char *const *words,
               TramaErasure *erasure)
{
  g_autofree char *bytes = NULL;
  gsize length;
  int descriptor;

  if (!g_file_get_contents (path, &bytes, &length, NULL)
      || (!contains (bytes, length, ids) && !contains (bytes, length, words)))
    return;
  descriptor = open (path, O_RDWR | O_CLOEXEC);
  if (descriptor >= 0 && trama_journal_lock (descriptor, ""))
    remove_file (path, erasure);
  else
    g_ptr_array_add (erasure->left, g_strdup (path));
  if (descriptor >= 0)
    close (descriptor);
}

static void
clean_journals (TramaId document, GHashTable *gone, const char *const *words,
                const char *own_journal, TramaErasure *erasure)
{
  g_autofree char *folder = trama_state_folder_path (document, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_auto (GStrv) ids = id_words (gone);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (g_strcmp0 (path, own_journal) != 0
          && (g_str_has_suffix (file, TRAMA_JOURNAL_SUFFIX)
              || g_str_has_suffix (file, TRAMA_JOURNAL_SUFFIX ".half")))
        clean_journal (path, (const char *const *) ids, words, erasure);
    }
}

void
trama_erase_state (TramaId document, TramaId id, GHashTable *gone, const char *const *words,
                   const char *own_journal, TramaErasure *erasure)
{
  g_return_if_fail (gone != NULL && words != NULL && erasure != NULL);

  g_hash_table_add (gone, g_memdup2 (&id, sizeof id));
  /* First those that may know more of what hung on it. */
  clean_versions (document, id, gone, words, erasure);
  if (!trama_history_file_erase (document, gone, words, NULL))
    {
      g_autofree char *folder = trama_state_folder_path (document, NULL);

      g_ptr_array_add (erasure->gone, g_build_filename (folder, "history", NULL));
    }
  clean_journals (document, gone, words, own_journal, erasure);
}

/* It is of the document by its header, and still speaks of the record. */
static gboolean
is_copy (const char *path, const char *document, const char *id)
{
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autofree char *bytes = NULL;
  TramaStoreStamp stamp;
  const char *record;
  gsize length;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)
      || !trama_store_read_bytes (place, &bytes, &length, &stamp, NULL, NULL)
      || memmem (bytes, MIN (length, HEADER_LENGTH), "\"document\"", 10) == NULL
      || memmem (bytes, MIN (length, HEADER_LENGTH), document, TRAMA_ID_LENGTH) == NULL)
    return FALSE;
  /* Not as what a tombstone names. */
  for (const char *at = bytes;
       (record = memmem (at, length - (gsize) (at - bytes), id, TRAMA_ID_LENGTH)) != NULL;
       at = record + 1)
    if (record - bytes < 10 || memcmp (record - 10, "\"erased\":\"", 10) != 0)
      return TRUE;
  return FALSE;
}

void
trama_erase_find_copies (TramaId document, TramaId id, GFile *place, TramaErasure *erasure)
{
  g_autofree char *document_text = trama_id_dup_text (document);
  g_autofree char *id_text = trama_id_dup_text (id);
  g_autofree char *own = g_file_get_path (place);
  g_autofree char *folder = own != NULL ? g_path_get_dirname (own) : NULL;
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (strcmp (path, own) != 0 && is_copy (path, document_text, id_text))
        g_ptr_array_add (erasure->copies, g_steal_pointer (&path));
    }
}

void
trama_erase_find_mentions (TramaVersion *version, const char *const *words, TramaErasure *erasure)
{
  g_autoptr (GPtrArray) mentions = trama_erasure_mentions (version, words);

  for (guint i = 0; i < mentions->len; i++)
    {
      const TramaRecord *record = g_ptr_array_index (mentions, i);
      g_autofree char *title = trama_version_describe (version, record);
      g_autofree char *id = trama_id_dup_text (record->id);

      g_ptr_array_add (erasure->mentions,
                       g_strdup_printf ("%s “%s” (%s)",
                                        trama_kind_label (trama_record_kind (record)), title, id));
    }
}
