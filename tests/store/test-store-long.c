/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A long working life against a plain model: edits, undo, redo, a save now and then, and crashes after
 * which everything confirmed is there again. Short by default; TRAMA_LONG_TESTS=1 in the environment
 * makes it 100 000 steps with 200 crashes.
 */
#include "store-fixture.h"
#include "trama-document.h"
#include "trama-journal.h"
#include "trama-recovery.h"

/* The model: what each cluster's note is, and what was done to which. */
typedef struct
{
  char *id;
  char *before; /* NULL: it was not there */
  char *after;
} Step;

typedef struct
{
  GHashTable *notes;
  GPtrArray *done;
  GPtrArray *undone;
} Model;

static void
step_free (Step *step)
{
  g_free (step->id);
  g_free (step->before);
  g_free (step->after);
  g_free (step);
}

static void
model_put (Model *model, const char *id, const char *note)
{
  if (note != NULL)
    g_hash_table_insert (model->notes, g_strdup (id), g_strdup (note));
  else
    g_hash_table_remove (model->notes, id);
}

static void
model_do (Model *model, TramaId id, const char *note)
{
  Step *step = g_new0 (Step, 1);

  step->id = trama_id_dup_text (id);
  step->before = g_strdup (g_hash_table_lookup (model->notes, step->id));
  step->after = g_strdup (note);
  model_put (model, step->id, note);
  g_ptr_array_add (model->done, step);
  g_ptr_array_set_size (model->undone, 0);
}

static gboolean
model_move (Model *model, gboolean back)
{
  GPtrArray *from = back ? model->done : model->undone;
  Step *step;

  if (from->len == 0)
    return FALSE;
  step = g_ptr_array_steal_index (from, from->len - 1);
  model_put (model, step->id, back ? step->before : step->after);
  g_ptr_array_add (back ? model->undone : model->done, step);
  return TRUE;
}

static void
assert_same (TramaVersion *version, const Model *model)
{
  TramaTable *table = trama_version_table (version, TRAMA_KIND_CLUSTER);

  g_assert_cmpuint (trama_table_size (table), ==, g_hash_table_size (model->notes));
  for (guint i = 0; i < trama_table_size (table); i++)
    {
      const TramaCluster *cluster = (const TramaCluster *) trama_table_get (table, i);
      g_autofree char *id = trama_id_dup_text (cluster->record.id);

      g_assert_cmpstr (cluster->note, ==, g_hash_table_lookup (model->notes, id));
    }
}

typedef struct
{
  char *path;
  TramaStoreFile *file;
  TramaJournal *journal;
  TramaDocument *document;
  GRand *rand;
  Model model;
  guint number;
} Life;

static void
on_changed (TramaDocument *document, TramaChangeSet *set, gboolean backwards, Life *self)
{
  g_assert_true (trama_journal_append (self->journal, set, backwards, NULL));
}

static void
open_file (Life *self)
{
  self->file = read_file (self->path);
  self->journal = trama_journal_new (self->file);
  self->document = trama_document_new (self->file->version);
  g_signal_connect (self->document, "changed", G_CALLBACK (on_changed), self);
}

/* All that is in memory goes; the journal lies there as its writer left it. */
static void
crash (Life *self)
{
  g_autoptr (GPtrArray) list = NULL;

  trama_journal_free (self->journal);
  g_clear_object (&self->document);
  g_clear_pointer (&self->file, trama_store_file_unref);
  open_file (self);
  list = trama_recovery_list (self->file->document);
  g_assert_cmpuint (list->len, <=, 1);
  for (guint i = 0; i < list->len; i++)
    {
      TramaRecovery *recovery = g_ptr_array_index (list, i);
      g_autoptr (GError) error = NULL;
      guint first = 0;

      switch (trama_recovery_state (recovery, self->file, &first))
        {
        case TRAMA_RECOVERY_FITS:
          g_assert_true (trama_recovery_replay (recovery, first, self->document, &error));
          g_assert_no_error (error);
          break;
        case TRAMA_RECOVERY_NOTHING:
          break;
        case TRAMA_RECOVERY_ANOTHER_BASE:
        default:
          g_assert_not_reached ();
        }
      trama_recovery_forget (recovery);
    }
  assert_same (trama_document_get_version (self->document), &self->model);
  /* What was saved before cannot be undone any more; both begin anew. */
  g_ptr_array_set_size (self->model.undone, 0);
  g_ptr_array_set_size (self->model.done, 0);
}

static void
save (Life *self)
{
  TramaVersion *version = trama_document_get_version (self->document);
  g_autoptr (GError) error = NULL;
  TramaStoreFile *saved = trama_store_save (self->file, version, self->file->place,
                                            TRAMA_STORE_SAVE_PLAIN, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (
      trama_journal_restart (self->journal, saved, trama_journal_n_steps (self->journal), NULL));
  trama_document_mark_saved (self->document, version);
  g_assert_false (trama_document_get_modified (self->document));
  trama_store_file_unref (self->file);
  self->file = saved;
}

static void
commit (Life *self, TramaTransaction *transaction)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (trama_document_commit (self->document, transaction, "Step", &error));
  g_assert_no_error (error);
}

static void
edit (Life *self)
{
  TramaTable *table
      = trama_version_table (trama_document_get_version (self->document), TRAMA_KIND_CLUSTER);
  guint n = trama_table_size (table);
  gboolean add = n < 40 || (n < 400 && g_rand_int_range (self->rand, 0, 3) == 0);
  TramaTransaction *transaction = trama_document_begin (self->document);
  g_autofree char *note = g_strdup_printf ("note %u", self->number++);
  TramaCluster *cluster;
  TramaId id;

  if (!add && g_rand_int_range (self->rand, 0, 4) == 0)
    {
      id = trama_table_get (table, (guint) g_rand_int_range (self->rand, 0, (gint32) n))->id;
      trama_transaction_remove (transaction, id);
      commit (self, transaction);
      model_do (&self->model, id, NULL);
      return;
    }
  cluster = add ? (TramaCluster *) trama_transaction_draft (transaction, TRAMA_KIND_CLUSTER)->draft
                : (TramaCluster *) trama_transaction_edit (
                      transaction,
                      trama_table_get (table, (guint) g_rand_int_range (self->rand, 0, (gint32) n)))
                      ->draft;
  cluster->name = "Cluster";
  cluster->note = note;
  id = cluster->record.id;
  trama_transaction_put (transaction);
  commit (self, transaction);
  model_do (&self->model, id, note);
}

static void
test_life (void)
{
  gboolean full = g_getenv ("TRAMA_LONG_TESTS") != NULL;
  guint steps = full ? 100000 : 4000;
  guint crash_every = full ? 500 : 400;
  char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "life.trama", NULL);
  g_autoptr (TramaVersion) empty = trama_version_new_empty ();
  g_autoptr (TramaVersion) version = NULL;
  Life self = { .path = path, .rand = g_rand_new_with_seed (77) };
  guint saves = 0, crashes = 0;

  {
    TramaDocument *document = trama_document_new (empty);
    TramaTransaction *transaction = trama_document_begin (document);

    ((TramaPortfolio *) trama_transaction_draft (transaction, TRAMA_KIND_PORTFOLIO)->draft)->title
        = "Life";
    trama_transaction_put (transaction);
    g_assert_true (trama_document_commit (document, transaction, "Begin", NULL));
    version = trama_version_ref (trama_document_get_version (document));
    trama_store_file_unref (save_new (version, path));
    g_object_unref (document);
  }
  self.model.notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.model.done = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  self.model.undone = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  open_file (&self);
  for (guint i = 1; i <= steps; i++)
    {
      int what = g_rand_int_range (self.rand, 0, 1000);

      if (what < 600)
        edit (&self);
      else if (what < 810)
        g_assert_true (trama_document_undo (self.document) == model_move (&self.model, TRUE));
      else if (what < 995)
        g_assert_true (trama_document_redo (self.document) == model_move (&self.model, FALSE));
      else
        {
          save (&self);
          saves++;
        }
      if (i % 97 == 0)
        assert_same (trama_document_get_version (self.document), &self.model);
      if (i % crash_every == 0)
        {
          g_autoptr (TramaDocument) fresh = NULL;

          crash (&self);
          /* With a history of its own from here on. */
          save (&self);
          fresh = trama_document_new (trama_document_get_version (self.document));
          g_signal_connect (fresh, "changed", G_CALLBACK (on_changed), &self);
          g_set_object (&self.document, fresh);
          crashes++;
        }
    }
  assert_same (trama_document_get_version (self.document), &self.model);
  g_test_message ("%u steps, %u saves, %u crashes", steps, saves, crashes);
  g_assert_cmpuint (crashes, >=, full ? 200 : 10);
  g_assert_cmpuint (saves * 100, <=, steps * 2);
  trama_journal_discard (self.journal);
  trama_journal_free (self.journal);
  g_object_unref (self.document);
  trama_store_file_unref (self.file);
  g_rand_free (self.rand);
  g_hash_table_unref (self.model.notes);
  g_ptr_array_unref (self.model.done);
  g_ptr_array_unref (self.model.undone);
  remove_folder (folder);
}

/* What is saved, read and saved again is the same, byte by byte. */
static void
test_round_trips (void)
{
  guint rounds = g_getenv ("TRAMA_LONG_TESTS") != NULL ? 2000 : 40;

  for (guint32 seed = 0; seed < rounds; seed++)
    {
      g_autoptr (TramaVersion) version = random_portfolio (1000 + seed, 60 + seed % 300);
      g_autoptr (TramaStoreFile) base = trama_store_file_new (version, TRAMA_ID_NONE);
      g_autoptr (GString) first = trama_store_write_text (base, version, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (TramaStoreFile) file
          = trama_store_read_text (first->str, first->len, NULL, NULL, NULL, NULL, NULL, &error);
      g_autoptr (GString) second = NULL;

      g_assert_no_error (error);
      second = trama_store_write_text (file, file->version, NULL);
      g_assert_cmpmem (first->str, first->len, second->str, second->len);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/long/life", test_life);
  g_test_add_func ("/store/long/round-trips", test_round_trips);
  return g_test_run ();
}
