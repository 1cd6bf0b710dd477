/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Programs killed in the middle: nothing that was confirmed may be lost. */
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "store-fixture.h"
#include "trama-journal.h"
#include "trama-recovery.h"

/* With TRAMA_LONG_TESTS=1 in the environment, 250 of each. */
#define KILLS_WHILE_SAVING 50
#define KILLS_WHILE_EDITING 40
#define KILLS_IN_LONG_TESTS 250

static int
how_many (int kills)
{
  return g_getenv ("TRAMA_LONG_TESTS") != NULL ? KILLS_IN_LONG_TESTS : kills;
}

/* Starts @work in a process of its own and kills it at a moment of chance; returns what it wrote
 * to the pipe: the number of the last thing that was confirmed to it. */
static int
run_and_kill (void (*work) (const char *path, int pipe), const char *path, int microseconds)
{
  int ends[2], last = -1, number, status;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      work (path, ends[1]);
      _exit (1);
    }
  close (ends[1]);
  /* From the first thing it has done on. */
  g_assert_cmpint (read (ends[0], &number, sizeof number), ==, sizeof number);
  last = number;
  g_usleep ((gulong) microseconds);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  while (read (ends[0], &number, sizeof number) == sizeof number)
    last = number;
  close (ends[0]);
  return last;
}

static int
number_of (TramaVersion *version)
{
  const char *note = trama_version_portfolio (version)->note;

  return note != NULL && g_str_has_prefix (note, "number ") ? atoi (note + strlen ("number ")) : 0;
}

static TramaVersion *
with_number (TramaVersion *version, int number)
{
  g_autofree char *note = g_strdup_printf ("number %d", number);

  return with_note (version, note);
}

static void
confirm (int pipe, int number)
{
  if (write (pipe, &number, sizeof number) != sizeof number)
    _exit (2);
}

/* Saves over and over, each time with the next number. */
static void
keep_saving (const char *path, int pipe)
{
  g_autoptr (TramaStoreFile) file = read_file (path);

  for (int number = number_of (file->version) + 1;; number++)
    {
      g_autoptr (TramaVersion) version = with_number (file->version, number);
      TramaStoreFile *saved
          = trama_store_save (file, version, file->place, TRAMA_STORE_SAVE_PLAIN, NULL, NULL, NULL);

      if (saved == NULL)
        _exit (3);
      trama_store_file_unref (file);
      file = saved;
      confirm (pipe, number);
    }
}

static void
test_saving (void)
{
  char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "killed.trama", NULL);
  g_autoptr (TramaVersion) version = random_portfolio (21, 400);
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (TramaStoreFile) first = save_new (version, path);
  /* At any moment of a save, on a slow machine too. */
  int span = (int) (g_get_monotonic_time () - begun) * 2;
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);
  guint leftovers = 0;

  for (int i = 0; i < how_many (KILLS_WHILE_SAVING); i++)
    {
      int confirmed = run_and_kill (keep_saving, path, g_rand_int_range (rand, 0, span));
      g_autoptr (TramaStoreFile) file = read_file (path);
      g_autoptr (TramaVersion) expected = NULL;
      int number = number_of (file->version);

      /* The last that was confirmed, or the one that was under way; and all of it. */
      g_assert_cmpint (number, >=, confirmed);
      g_assert_cmpint (number, <=, confirmed + 1);
      expected = with_number (version, number);
      g_assert_true (trama_version_equal (file->version, expected));
      leftovers += count_files (folder) - 1;
    }
  /* Most die with their own file half written; the next save has cleaned up after them. */
  g_test_message ("%u leftovers in %d kills", leftovers, how_many (KILLS_WHILE_SAVING));
  g_assert_cmpuint (count_files (folder), <=, 2);
  trama_store_save_clean (folder);
  g_assert_cmpuint (count_files (folder), ==, 1);
  remove_folder (folder);
}

typedef struct
{
  TramaJournal *journal;
  guint steps;
} Saving;

static void
on_ready (guint64 content, gpointer data)
{
  Saving *saving = data;

  trama_journal_note_save (saving->journal, saving->steps, content, NULL);
}

static void
append (TramaDocument *document, TramaChangeSet *set, gboolean backwards, gpointer data)
{
  if (!trama_journal_append (data, set, backwards, NULL))
    _exit (4);
}

/* Recovers what the one before left, as the program does: into a new journal, then the old one
 * goes. */
static TramaDocument *
open_and_recover (TramaStoreFile *file, TramaJournal *journal)
{
  g_autoptr (GPtrArray) list = trama_recovery_list (file->document);
  TramaDocument *document = trama_document_new (file->version);

  g_signal_connect (document, "changed", G_CALLBACK (append), journal);
  for (guint i = 0; i < list->len; i++)
    {
      TramaRecovery *recovery = g_ptr_array_index (list, i);
      g_autoptr (GError) error = NULL;
      guint first;

      switch (trama_recovery_state (recovery, file, &first))
        {
        case TRAMA_RECOVERY_FITS:
          trama_recovery_replay (recovery, first, document, &error);
          g_assert_no_error (error);
          break;
        case TRAMA_RECOVERY_NOTHING:
          break;
        case TRAMA_RECOVERY_ANOTHER_BASE:
        default:
          g_assert_not_reached ();
        }
      if (!trama_journal_sync (journal, NULL))
        _exit (5);
      trama_recovery_forget (recovery);
    }
  return document;
}

/* Edits, undoes and redoes, and saves now and then; each step has the next number. */
static void
keep_editing (const char *path, int pipe)
{
  g_autoptr (TramaStoreFile) file = read_file (path);
  TramaJournal *journal = trama_journal_new (file);
  TramaDocument *document = open_and_recover (file, journal);

  for (int number = number_of (trama_document_get_version (document)) + 1;; number++)
    {
      g_autofree char *note = g_strdup_printf ("number %d", number);
      TramaTransaction *transaction = trama_document_begin (document);
      TramaRecordBuilder *builder = trama_transaction_edit (
          transaction,
          (const TramaRecord *) trama_version_portfolio (trama_document_get_version (document)));

      ((TramaPortfolio *) builder->draft)->note = note;
      trama_transaction_put (transaction);
      if (!trama_document_commit (document, transaction, note, NULL))
        _exit (6);
      if (number % 5 == 0)
        {
          trama_document_undo (document);
          trama_document_redo (document);
        }
      confirm (pipe, number);
      if (number % 4 == 0)
        {
          TramaVersion *version = trama_document_get_version (document);
          Saving saving = { journal, trama_journal_n_steps (journal) };
          TramaStoreFile *saved
              = trama_store_save_full (file, version, file->place, TRAMA_STORE_SAVE_PLAIN, on_ready,
                                       &saving, NULL, NULL, NULL);

          if (saved == NULL || !trama_journal_restart (journal, saved, saving.steps, NULL))
            _exit (7);
          trama_document_mark_saved (document, version);
          trama_store_file_unref (file);
          file = saved;
        }
    }
}

static void
test_editing (void)
{
  char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "edited.trama", NULL);
  g_autoptr (TramaVersion) version = random_portfolio (22, 150);
  g_autoptr (TramaStoreFile) first = save_new (version, path);
  g_autoptr (GRand) rand = g_rand_new_with_seed (22);

  for (int i = 0; i < how_many (KILLS_WHILE_EDITING); i++)
    {
      int confirmed = run_and_kill (keep_editing, path, g_rand_int_range (rand, 0, 12000));
      g_autoptr (TramaStoreFile) file = read_file (path);
      g_autoptr (TramaJournal) journal = trama_journal_new (file);
      g_autoptr (TramaDocument) document = open_and_recover (file, journal);
      g_autoptr (TramaVersion) expected = NULL;
      int number = number_of (trama_document_get_version (document));

      /* Killed between an undo and its redo, the step that was under way is the one taken back. */
      g_assert_cmpint (number, >=, confirmed);
      g_assert_cmpint (number, <=, confirmed + 1);
      expected = with_number (version, number);
      {
        const TramaRecord *now
            = (const TramaRecord *) trama_version_portfolio (trama_document_get_version (document));

        g_assert_cmpstr (((const TramaPortfolio *) now)->title, ==,
                         trama_version_portfolio (expected)->title);
        g_assert_cmpuint (trama_version_size (trama_document_get_version (document)), ==,
                          trama_version_size (expected));
      }
    }
  remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/kill/saving", test_saving);
  g_test_add_func ("/store/kill/editing", test_editing);
  return g_test_run ();
}
