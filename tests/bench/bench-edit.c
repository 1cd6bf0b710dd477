/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include <sqlite3.h>

#include "trama-bench.h"
#include "trama-document.h"
#include "trama-journal.h"

/*
 * One edit made durable: a change of one record appended to the journal and synced, against SQLite
 * with write-ahead log and synchronous=FULL updating one row and committing. Both write beside the
 * source, on the disk and not in memory.
 */

typedef struct
{
  TramaDocument *document;
  TramaJournal *journal;
  sqlite3 *database;
  guint edits;
} Edit;

static void
on_changed (TramaDocument *document, TramaChangeSet *set, gboolean backwards, Edit *self)
{
  g_assert (trama_journal_append (self->journal, set, backwards, NULL));
}

static void
ours (gpointer data)
{
  Edit *self = data;

  for (guint i = 0; i < self->edits; i++)
    {
      TramaTransaction *transaction = trama_document_begin (self->document);
      TramaVersion *version = trama_document_get_version (self->document);
      g_autofree char *note = g_strdup_printf ("note %u %u", i, g_random_int ());

      ((TramaPortfolio *) trama_transaction_edit (
           transaction, (const TramaRecord *) trama_version_portfolio (version))
           ->draft)
          ->note
          = note;
      trama_transaction_put (transaction);
      g_assert (trama_document_commit (self->document, transaction, "Edit", NULL));
      g_assert (trama_journal_sync (self->journal, NULL));
    }
}

static void
peer (gpointer data)
{
  Edit *self = data;

  for (guint i = 0; i < self->edits; i++)
    {
      g_autofree char *statement = g_strdup_printf (
          "UPDATE portfolio SET note = 'note %u %u' WHERE id = 1", i, g_random_int ());

      g_assert (sqlite3_exec (self->database, statement, NULL, NULL, NULL) == SQLITE_OK);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *here = g_get_current_dir ();
  g_autofree char *template = g_build_filename (here, "trama-bench-XXXXXX", NULL);
  g_autofree char *path = NULL;
  g_autoptr (TramaVersion) version = NULL;
  g_autoptr (TramaStoreFile) file = NULL;
  g_autoptr (TramaVersion) empty = trama_version_new_empty ();
  Edit self = { 0 };
  TramaIdSource ids;

  trama_bench_init (&argc, &argv);
  self.edits = (guint) trama_bench_size (50, 3);
  g_assert (g_mkdtemp (template) != NULL);
  g_setenv ("XDG_STATE_HOME", template, TRUE);

  trama_id_source_init_seeded (&ids, 1);
  {
    g_autoptr (TramaTransaction) transaction = trama_transaction_new (empty, NULL, 1, &ids);
    g_autoptr (TramaChangeSet) set = NULL;

    ((TramaPortfolio *) trama_transaction_draft (transaction, TRAMA_KIND_PORTFOLIO)->draft)->title
        = "Bench";
    trama_transaction_put (transaction);
    set = trama_transaction_finish (transaction, "Make", &version, NULL);
  }
  file = trama_store_file_new (version, TRAMA_ID_NONE);
  self.document = trama_document_new (version);
  self.journal = trama_journal_new (file);
  g_signal_connect (self.document, "changed", G_CALLBACK (on_changed), &self);

  path = g_build_filename (template, "peer.sqlite", NULL);
  g_assert (sqlite3_open (path, &self.database) == SQLITE_OK);
  g_assert (sqlite3_exec (self.database,
                          "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                          "CREATE TABLE portfolio (id INTEGER PRIMARY KEY, title TEXT, note TEXT);"
                          "INSERT INTO portfolio VALUES (1, 'Bench', '');",
                          NULL, NULL, NULL)
            == SQLITE_OK);
  trama_bench_compare (&(TramaBenchCase) { .name = "durable-edits",
                                           .size = self.edits,
                                           .ours = ours,
                                           .peer = peer,
                                           .data = &self,
                                           .clock = TRAMA_BENCH_WALL,
                                           .goal = 1 });
  sqlite3_close (self.database);
  trama_journal_discard (self.journal);
  trama_journal_free (self.journal);
  g_object_unref (self.document);
  {
    g_autofree char *command = g_strdup_printf ("rm -r '%s'", template);

    g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
  }
  return 0;
}
