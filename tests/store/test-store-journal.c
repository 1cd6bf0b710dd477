/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>

#include "store-fixture.h"
#include "trama-journal.h"
#include "trama-recovery.h"
#include "trama-store-crc.h"
#include "trama-store-system.h"

static void
test_crc (void)
{
  /* RFC 3720, appendix B.4, and the usual check value. */
  char zeros[32] = { 0 }, ones[32], rising[32];

  for (int i = 0; i < 32; i++)
    {
      ones[i] = (char) 0xff;
      rising[i] = (char) i;
    }
  g_assert_cmphex (trama_store_crc ("123456789", 9), ==, 0xe3069283);
  g_assert_cmphex (trama_store_crc (zeros, 32), ==, 0x8a9136aa);
  g_assert_cmphex (trama_store_crc (ones, 32), ==, 0x62a8ab43);
  g_assert_cmphex (trama_store_crc (rising, 32), ==, 0x46dd794e);
  g_assert_cmphex (trama_store_crc ("", 0), ==, 0);
}

typedef struct
{
  char *folder;
  char *path;
  GFile *place;
  TramaStoreFile *file;
  TramaDocument *document;
  TramaJournal *journal;
  GPtrArray *versions; /* [n]: after n steps */
} Fixture;

static void
on_changed (TramaDocument *document, TramaChangeSet *set, gboolean backwards, gpointer data)
{
  Fixture *self = data;
  g_autoptr (GError) error = NULL;

  trama_journal_append (self->journal, set, backwards, &error);
  g_assert_no_error (error);
  g_ptr_array_add (self->versions, trama_version_ref (trama_document_get_version (document)));
}

static void
start (Fixture *self, TramaStoreFile *file)
{
  self->file = file;
  self->document = trama_document_new (file->version);
  trama_document_set_author (self->document, "Ana");
  self->journal = trama_journal_new (file);
  self->versions = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_version_unref);
  g_ptr_array_add (self->versions, trama_version_ref (file->version));
  g_signal_connect (self->document, "changed", G_CALLBACK (on_changed), self);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaVersion) version = random_portfolio (3, 60);

  self->folder = make_folder ();
  self->path = g_build_filename (self->folder, "journal.trama", NULL);
  self->place = g_file_new_for_path (self->path);
  start (self, save_new (version, self->path));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->journal, trama_journal_free);
  g_object_unref (self->document);
  g_ptr_array_unref (self->versions);
  trama_store_file_unref (self->file);
  g_object_unref (self->place);
  g_free (self->path);
  remove_folder (self->folder);
}

/* One step: a firm or note more, one changed, one gone; or undo, or redo. */
static void
random_step (Fixture *self, GRand *rand)
{
  g_autoptr (TramaTransaction) transaction = NULL;
  TramaTable *firms
      = trama_version_table (trama_document_get_version (self->document), TRAMA_KIND_FIRM);
  const TramaRecord *firm
      = trama_table_size (firms) > 0
            ? trama_table_get (
                  firms, (guint) g_rand_int_range (rand, 0, (gint32) trama_table_size (firms)))
            : NULL;
  g_autoptr (GError) error = NULL;
  TramaRecordBuilder *builder;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      trama_document_undo (self->document);
      return;
    case 1:
      trama_document_redo (self->document);
      return;
    case 2:
      transaction = trama_document_begin (self->document);
      if (firm != NULL)
        trama_transaction_remove_with_dependants (transaction, firm->id);
      break;
    case 3:
      transaction = trama_document_begin (self->document);
      if (firm != NULL)
        {
          g_autofree char *name = g_strdup_printf ("Firm “%u”\n", g_rand_int (rand));

          builder = trama_transaction_edit (transaction, firm);
          ((TramaFirm *) builder->draft)->name = trama_record_builder_text (builder, name);
          trama_transaction_put (transaction);
        }
      break;
    default:
      transaction = trama_document_begin (self->document);
      builder = trama_transaction_draft (transaction, TRAMA_KIND_FIRM);
      ((TramaFirm *) builder->draft)->name = random_text (rand);
      trama_transaction_put (transaction);
    }
  trama_document_commit (self->document, g_steal_pointer (&transaction), "A \"step\"", &error);
  g_assert_no_error (error);
}

static TramaRecovery *
only_recovery (TramaId document)
{
  g_autoptr (GPtrArray) list = trama_recovery_list (document);

  g_assert_cmpuint (list->len, ==, 1);
  return g_ptr_array_steal_index (list, 0);
}

/* Stops as a crash would: nothing is tidied up. */
static void
crash (Fixture *self)
{
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_pointer (&self->journal, trama_journal_free);
}

static void
test_recover (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (TramaRecovery) recovery = NULL;
  g_autoptr (TramaDocument) document = NULL;
  g_autoptr (TramaStoreFile) file = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *uri = g_file_get_uri (self->place);
  g_autoptr (GError) error = NULL;
  struct stat status;
  guint first;

  for (int i = 0; i < 300; i++)
    random_step (self, rand);
  /* As long as somebody is writing it, it is not offered. */
  none = trama_recovery_list (self->file->document);
  g_assert_cmpuint (none->len, ==, 0);
  crash (self);

  recovery = only_recovery (self->file->document);
  g_assert_cmpuint (recovery->n_steps, ==, self->versions->len - 1);
  g_assert_cmpstr (recovery->uri, ==, uri);
  g_assert_cmpstr (recovery->last_label, ==, "A \"step\"");
  g_assert_false (recovery->torn);
  g_assert_cmpint (stat (recovery->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  file = read_file (self->path);
  g_assert_cmpint (trama_recovery_state (recovery, file, &first), ==, TRAMA_RECOVERY_FITS);
  g_assert_cmpuint (first, ==, 0);

  document = trama_document_new (file->version);
  g_assert_true (trama_recovery_replay (recovery, first, document, &error));
  g_assert_no_error (error);
  g_assert_true (trama_version_equal (trama_document_get_version (document),
                                      trama_document_get_version (self->document)));
  /* The history too: both go back and forth the same way. */
  for (gboolean more = TRUE; more;)
    {
      more = trama_document_undo (document);
      g_assert_true (trama_document_undo (self->document) == more);
      g_assert_true (trama_version_equal (trama_document_get_version (document),
                                          trama_document_get_version (self->document)));
    }
  while (trama_document_redo (document))
    g_assert_true (trama_document_redo (self->document));
  g_assert_true (trama_version_equal (trama_document_get_version (document),
                                      trama_document_get_version (self->document)));

  /* Nobody else can recover it meanwhile; on another base it does not fit. */
  {
    g_autoptr (TramaVersion) other = random_portfolio (99, 60);
    g_autoptr (TramaDocument) wrong = trama_document_new (other);
    g_autoptr (GPtrArray) claimed = trama_recovery_list (self->file->document);

    g_assert_cmpuint (claimed->len, ==, 0);
    g_assert_false (trama_recovery_replay (recovery, 0, wrong, &error));
    g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT);
  }
  trama_recovery_forget (recovery);
  g_assert_false (g_file_test (recovery->path, G_FILE_TEST_EXISTS));
}

/* Cut anywhere, it gives the steps before the cut. */
static void
test_torn (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  g_autofree char *path = NULL;
  g_autofree char *whole = NULL;
  gsize length;
  guint seen = 0;

  for (int i = 0; i < 12; i++)
    random_step (self, rand);
  path = trama_journal_dup_path (self->journal);
  crash (self);
  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  for (gsize cut = length; cut > 0; cut -= MIN (cut, length / 300))
    {
      g_autoptr (TramaDocument) document = trama_document_new (self->file->version);
      g_autoptr (GPtrArray) list = NULL;
      g_autoptr (GError) error = NULL;
      TramaRecovery *recovery;

      g_assert_true (g_file_set_contents (path, whole, (gssize) cut, NULL));
      list = trama_recovery_list (self->file->document);
      if (list->len == 0)
        continue;
      recovery = g_ptr_array_index (list, 0);
      g_assert_true (trama_recovery_replay (recovery, 0, document, &error));
      g_assert_true (trama_version_equal (trama_document_get_version (document),
                                          g_ptr_array_index (self->versions, recovery->n_steps)));
      seen |= 1u << recovery->n_steps;
    }
  g_assert_cmpuint (g_bit_storage (seen), ==, self->versions->len);

  /* A byte that has changed in the middle stops it there. */
  for (gsize at = 0; at < length; at += length / 200)
    {
      g_autofree char *damaged = g_memdup2 (whole, length);
      g_autoptr (GPtrArray) list = NULL;

      damaged[at] ^= 0x20;
      g_assert_true (g_file_set_contents (path, damaged, (gssize) length, NULL));
      list = trama_recovery_list (self->file->document);
      if (list->len > 0)
        {
          g_autoptr (TramaDocument) document = trama_document_new (self->file->version);
          TramaRecovery *recovery = g_ptr_array_index (list, 0);

          g_assert_true (recovery->torn);
          g_assert_true (trama_recovery_replay (recovery, 0, document, NULL));
          g_assert_true (
              trama_version_equal (trama_document_get_version (document),
                                   g_ptr_array_index (self->versions, recovery->n_steps)));
        }
    }
}

/* Between the rename of the file and the restart of the journal, and around it. */
static void
test_save (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);
  g_autoptr (TramaRecovery) recovery = NULL;
  g_autoptr (TramaVersion) at_save = NULL;
  g_autoptr (TramaStoreFile) saved = NULL;
  g_autofree char *path = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;
  guint steps, first;
  guint64 content;

  for (int i = 0; i < 20; i++)
    random_step (self, rand);
  at_save = trama_version_ref (trama_document_get_version (self->document));
  steps = trama_journal_n_steps (self->journal);
  g_string_free (trama_store_write_text (self->file, at_save, &content), TRUE);
  /* Editing goes on while the file is written. */
  for (int i = 0; i < 5; i++)
    random_step (self, rand);
  g_assert_true (trama_journal_note_save (self->journal, steps, content, &error));
  saved = trama_store_save (self->file, at_save, self->place, TRAMA_STORE_SAVE_PLAIN, NULL, NULL,
                            &error);
  g_assert_no_error (error);
  path = trama_journal_dup_path (self->journal);
  g_assert_true (g_file_get_contents (path, &copy, NULL, NULL));

  /* Restarted: what came after the save is still there. */
  g_assert_true (trama_journal_restart (self->journal, saved, steps, &error));
  g_assert_cmpuint (trama_journal_n_steps (self->journal), ==, self->versions->len - 1 - steps);
  crash (self);
  recovery = only_recovery (saved->document);
  g_assert_cmpint (trama_recovery_state (recovery, saved, &first), ==, TRAMA_RECOVERY_FITS);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpint (trama_recovery_state (recovery, self->file, &first), ==,
                   TRAMA_RECOVERY_ANOTHER_BASE);
  {
    g_autoptr (TramaDocument) document = trama_document_new (at_save);

    g_assert_true (trama_recovery_replay (recovery, 0, document, &error));
    g_assert_true (trama_version_equal (trama_document_get_version (document),
                                        trama_document_get_version (self->document)));
  }

  /* Not restarted, as if the program had died: the mark tells what is in the file. */
  g_assert_true (g_file_set_contents (path, copy, -1, NULL));
  g_clear_pointer (&recovery, trama_recovery_free);
  recovery = only_recovery (saved->document);
  g_assert_cmpint (trama_recovery_state (recovery, saved, &first), ==, TRAMA_RECOVERY_FITS);
  g_assert_cmpuint (first, ==, steps);
  {
    g_autoptr (TramaDocument) document = trama_document_new (at_save);

    g_assert_true (trama_recovery_replay (recovery, first, document, &error));
    g_assert_true (trama_version_equal (trama_document_get_version (document),
                                        trama_document_get_version (self->document)));
  }
  /* Or it died before the rename: then all of it is to be made again. */
  g_assert_cmpint (trama_recovery_state (recovery, self->file, &first), ==, TRAMA_RECOVERY_FITS);
  g_assert_cmpuint (first, ==, 0);
}

/* With nothing left to do after a save, and when it is not wanted, no file stays. */
static void
test_no_file (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (14);
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_assert_null (trama_journal_dup_path (self->journal));
  for (int i = 0; i < 5; i++)
    random_step (self, rand);
  path = trama_journal_dup_path (self->journal);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (trama_journal_restart (self->journal, self->file,
                                        trama_journal_n_steps (self->journal), NULL));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  for (int i = 0; i < 5; i++)
    random_step (self, rand);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  trama_journal_discard (self->journal);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  crash (self);
  list = trama_recovery_list (TRAMA_ID_NONE);
  g_assert_cmpuint (list->len, ==, 0);
}

static void
test_untitled (void)
{
  Fixture self = { 0 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (15);
  g_autoptr (TramaVersion) begun = random_portfolio (4, 60);
  g_autoptr (TramaVersion) start_version = NULL;
  g_autoptr (TramaRecovery) recovery = NULL;
  g_autoptr (TramaDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  start (&self, trama_store_file_new (begun, TRAMA_ID_NONE));
  for (int i = 0; i < 30; i++)
    random_step (&self, rand);
  crash (&self);
  recovery = only_recovery (TRAMA_ID_NONE);
  g_assert_null (recovery->uri);
  g_assert_null (recovery->base);
  g_assert_true (trama_id_equal (recovery->document, self.file->document));
  start_version = trama_recovery_read_start (recovery, &error);
  g_assert_no_error (error);
  g_assert_true (trama_version_equal (start_version, begun));
  document = trama_document_new (start_version);
  g_assert_true (trama_recovery_replay (recovery, 0, document, &error));
  g_assert_true (trama_version_equal (trama_document_get_version (document),
                                      trama_document_get_version (self.document)));
  trama_recovery_forget (recovery);
  g_object_unref (self.document);
  g_ptr_array_unref (self.versions);
  trama_store_file_unref (self.file);
}

/* A write that fails is told, and made up for by the next one. */

static TramaStoreSystem real;
static int writes_until_failure;
static int syncs;

static ssize_t
failing_write (int descriptor, const void *bytes, size_t n)
{
  if (writes_until_failure-- == 0)
    {
      /* Something of it gets there. */
      real.write (descriptor, bytes, MIN (n, 40));
      errno = ENOSPC;
      return -1;
    }
  return real.write (descriptor, bytes, n);
}

static int
counting_fdatasync (int descriptor)
{
  g_atomic_int_inc (&syncs);
  return real.fdatasync (descriptor);
}

static TramaChangeSet *
make_set (TramaVersion **version, int number)
{
  g_autofree char *note = g_strdup_printf ("note %d", number);
  TramaIdSource ids;
  g_autoptr (TramaTransaction) transaction = NULL;
  TramaRecordBuilder *builder;
  TramaVersion *next = NULL;
  TramaChangeSet *set;

  trama_id_source_init_seeded (&ids, 1);
  transaction = trama_transaction_new (*version, NULL, 0, &ids);
  builder = trama_transaction_edit (transaction,
                                    (const TramaRecord *) trama_version_portfolio (*version));
  ((TramaPortfolio *) builder->draft)->note = note;
  trama_transaction_put (transaction);
  set = trama_transaction_finish (transaction, note, &next, NULL);
  trama_version_unref (*version);
  *version = next;
  return set;
}

static void
test_write_failure (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaVersion) version = trama_version_ref (self->file->version);
  g_autoptr (TramaRecovery) recovery = NULL;
  g_autoptr (TramaDocument) document = trama_document_new (self->file->version);
  g_autoptr (GError) error = NULL;

  real = trama_store_system;
  trama_store_system.write = failing_write;
  for (int i = 0; i < 9; i++)
    {
      g_autoptr (TramaChangeSet) set = make_set (&version, i);
      gboolean expected = i != 0 && i != 4 && i != 5;

      /* At the very beginning; in the middle; and when it is written anew. */
      writes_until_failure = expected ? -1 : 0;
      g_assert_true (trama_journal_append (self->journal, set, FALSE, &error) == expected);
      g_assert_true ((error == NULL) == expected);
      g_clear_error (&error);
    }
  trama_store_system = real;
  crash (self);
  recovery = only_recovery (self->file->document);
  g_assert_cmpuint (recovery->n_steps, ==, 9);
  g_assert_true (trama_recovery_replay (recovery, 0, document, &error));
  g_assert_true (trama_version_equal (trama_document_get_version (document), version));
}

static void
test_durable (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaVersion) version = trama_version_ref (self->file->version);

  real = trama_store_system;
  trama_store_system.fdatasync = counting_fdatasync;
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (TramaChangeSet) set = make_set (&version, i);

      g_assert_true (trama_journal_append (self->journal, set, FALSE, NULL));
    }
  /* By itself, and the five together. */
  for (int i = 0; i < 200 && g_atomic_int_get (&syncs) == 0; i++)
    g_usleep (50000);
  g_assert_cmpint (g_atomic_int_get (&syncs), ==, 1);
  /* On demand; and not twice. */
  {
    g_autoptr (TramaChangeSet) set = make_set (&version, 77);

    g_assert_true (trama_journal_append (self->journal, set, FALSE, NULL));
  }
  g_assert_true (trama_journal_sync (self->journal, NULL));
  g_assert_true (trama_journal_sync (self->journal, NULL));
  g_assert_cmpint (g_atomic_int_get (&syncs), ==, 2);
  trama_store_system = real;
}

/* An import of many rows is one step, read back line by line. */
static void
test_large_step (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaTransaction) transaction = trama_document_begin (self->document);
  g_autoptr (TramaRecovery) recovery = NULL;
  g_autoptr (TramaDocument) document = trama_document_new (self->file->version);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 10000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Firm %d", i);
      TramaRecordBuilder *builder = trama_transaction_draft (transaction, TRAMA_KIND_FIRM);

      ((TramaFirm *) builder->draft)->name = name;
      trama_transaction_put (transaction);
    }
  trama_document_commit (self->document, g_steal_pointer (&transaction), "Import", &error);
  g_assert_no_error (error);
  crash (self);
  recovery = only_recovery (self->file->document);
  g_assert_cmpuint (recovery->n_steps, ==, 1);
  g_assert_true (trama_recovery_replay (recovery, 0, document, &error));
  g_assert_true (trama_version_equal (trama_document_get_version (document),
                                      trama_document_get_version (self->document)));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/crc", test_crc);
  ADD ("/store/journal/recover", test_recover);
  ADD ("/store/journal/torn", test_torn);
  ADD ("/store/journal/save", test_save);
  ADD ("/store/journal/no-file", test_no_file);
  g_test_add_func ("/store/journal/untitled", test_untitled);
  ADD ("/store/journal/write-failure", test_write_failure);
  ADD ("/store/journal/durable", test_durable);
  ADD ("/store/journal/large-step", test_large_step);
  return g_test_run ();
}
