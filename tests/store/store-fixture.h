/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the store share: a folder of their own, versions, files. */
#pragma once

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../model/random-portfolio.h"
#include "trama-store-save.h"

/* A new folder; removed by remove_folder(). (transfer full) */
static inline char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("trama-store-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static inline void
remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (g_steal_pointer (&path));
      else
        g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

static inline guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static inline char *
read_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* @version with the portfolio's note changed. (transfer full) */
static inline TramaVersion *
with_note (TramaVersion *version, const char *note)
{
  TramaIdSource ids;
  g_autoptr (TramaTransaction) transaction = NULL;
  g_autoptr (TramaChangeSet) set = NULL;
  g_autoptr (GError) error = NULL;
  TramaVersion *changed = NULL;
  TramaRecordBuilder *builder;

  trama_id_source_init_seeded (&ids, 4711);
  transaction = trama_transaction_new (version, "Tester", 1750000000, &ids);
  builder = trama_transaction_edit (transaction,
                                    (const TramaRecord *) trama_version_portfolio (version));
  ((TramaPortfolio *) builder->draft)->note = note;
  trama_transaction_put (transaction);
  set = trama_transaction_finish (transaction, "Change the note", &changed, &error);
  g_assert_no_error (error);
  g_assert_nonnull (set);
  return changed;
}

/* Saves @version to a new file. (transfer full) */
static inline TramaStoreFile *
save_new (TramaVersion *version, const char *path)
{
  g_autoptr (TramaStoreFile) base = trama_store_file_new (version, TRAMA_ID_NONE);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autofree char *warning = NULL;
  g_autoptr (GError) error = NULL;
  TramaStoreFile *saved
      = trama_store_save (base, version, place, TRAMA_STORE_SAVE_PLAIN, &warning, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (saved);
  g_assert_null (warning);
  return saved;
}

static inline TramaStoreFile *
read_file (const char *path)
{
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TramaStoreFile *file = trama_store_read (place, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return file;
}
