/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody is forgotten: nothing of them is in any file of the state folder, nor in the document; and
 * nothing brings them back. The history that all others keep. */
#include "store-fixture.h"
#include "trama-journal.h"
#include "trama-kept-version.h"
#include "trama-open-document.h"
#include "trama-recovery.h"

#define NAME "Botas Inolvidables"
#define TAX "RUC-20481234567"
#define NOTE "Owes the bank and told nobody"

typedef struct
{
  char *folder;
  char *path;
  GFile *place;
  TramaOpenDocument *open;
} Fixture;

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
load (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->open);
  self->open = trama_open_document_new_for_place (self->place);
  trama_open_document_set_author (self->open, "Ana");
  trama_open_document_load_async (self->open, NULL, on_done, &result);
  trama_open_document_load_finish (self->open, wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
save (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  trama_open_document_save_async (self->open, NULL, TRAMA_STORE_SAVE_PLAIN, NULL, on_done, &result);
  trama_open_document_save_finish (self->open, wait_for (&result), &error);
  g_assert_no_error (error);
}

static TramaErasure *
erase (Fixture *self, TramaId id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TramaErasure *erasure;

  trama_open_document_erase_async (self->open, id, on_done, &result);
  erasure = trama_open_document_erase_finish (self->open, wait_for (&result), &error);
  g_assert_no_error (error);
  return erasure;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaVersion) version = random_portfolio (31, 120);
  g_autoptr (TramaStoreFile) saved = NULL;

  self->folder = make_folder ();
  self->path = g_build_filename (self->folder, "agency.trama", NULL);
  self->place = g_file_new_for_path (self->path);
  saved = save_new (version, self->path);
  load (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->open);
  remove_folder (self->folder);
  g_object_unref (self->place);
  g_free (self->path);
}

static TramaDocument *
document_of (Fixture *self)
{
  return trama_open_document_get_document (self->open);
}

static void
commit (Fixture *self, TramaTransaction *transaction, const char *label)
{
  g_autoptr (GError) error = NULL;

  trama_document_commit (document_of (self), transaction, label, &error);
  g_assert_no_error (error);
}

/* A firm with a secret, a figure of its own, and a programme's activity that it took part in. */
static TramaId
add_firm (Fixture *self)
{
  TramaTransaction *transaction = trama_document_begin (document_of (self));
  TramaVersion *version = trama_document_get_version (document_of (self));
  TramaFirm *firm;
  TramaFirmReading *reading;
  TramaTable *activities = trama_version_table (version, TRAMA_KIND_ACTIVITY);
  TramaActivity *activity;
  TramaId id;

  firm = (TramaFirm *) trama_transaction_draft (transaction, TRAMA_KIND_FIRM)->draft;
  firm->name = NAME;
  firm->tax_number = TAX;
  firm->note = NOTE;
  id = trama_transaction_put (transaction)->id;
  reading
      = (TramaFirmReading *) trama_transaction_draft (transaction, TRAMA_KIND_FIRM_READING)->draft;
  reading->firm = id;
  reading->date = trama_date_from_day (20000);
  reading->source = "Said by " NAME;
  trama_transaction_put (transaction);
  activity = (TramaActivity *) trama_transaction_edit (transaction, trama_table_get (activities, 0))
                 ->draft;
  activity->participants = (TramaIds) { 1, &id };
  trama_transaction_put (transaction);
  commit (self, transaction, "Add " NAME);
  return id;
}

static void
set_note (Fixture *self, const char *note)
{
  TramaTransaction *transaction = trama_document_begin (document_of (self));
  TramaVersion *version = trama_document_get_version (document_of (self));

  ((TramaPortfolio *) trama_transaction_edit (
       transaction, (const TramaRecord *) trama_version_portfolio (version))
       ->draft)
      ->note
      = note;
  trama_transaction_put (transaction);
  commit (self, transaction, "Note");
}

/* Every file under @folder, whatever it is called. */
static guint
grep (const char *folder, const char *word)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;
  guint n = 0;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += grep (path, word);
      else if (g_file_get_contents (path, &bytes, &length, NULL)
               && memmem (bytes, length, word, strlen (word)) != NULL)
        {
          g_test_message ("%s is in %s", word, path);
          n++;
        }
    }
  return n;
}

static guint
grep_state (const char *word)
{
  return grep (g_get_user_state_dir (), word);
}

/* A journal of a program that died while it held the firm. */
static void
leave_journal (Fixture *self, TramaId id)
{
  g_autoptr (TramaStoreFile) file = read_file (self->path);
  g_autoptr (TramaJournal) journal = trama_journal_new (file);
  g_autoptr (TramaDocument) document = trama_document_new (file->version);
  TramaTransaction *transaction = trama_document_begin (document);
  g_autoptr (TramaVersion) version = NULL;
  g_autoptr (TramaChangeSet) set = NULL;

  ((TramaFirm *) trama_transaction_edit (transaction, TRAMA_FIND (file->version, FIRM, id))->draft)
      ->trade
      = "seen by nobody";
  trama_transaction_put (transaction);
  set = trama_transaction_finish (transaction, "Edit " NAME, &version, NULL);
  g_assert_true (trama_journal_append (journal, set, FALSE, NULL));
  trama_transaction_free (transaction);
}

static void
test_erase (Fixture *self, gconstpointer data)
{
  static const char *const words[] = { NAME, TAX, NOTE };
  g_autoptr (TramaErasure) erasure = NULL;
  g_autoptr (TramaStoreFile) file = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autofree char *copy_path = g_build_filename (self->folder, "copy.trama", NULL);
  g_autofree char *copy_text = NULL;
  g_autofree char *id_text = NULL;
  TramaId id = add_firm (self);
  guint size;

  /* Into the file, the kept versions, the history, a journal of ours and one of the dead. */
  save (self);
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *note = g_strdup_printf ("note %d", i);

      set_note (self, note);
      save (self);
    }
  leave_journal (self, id);
  copy_text = read_whole (self->path);
  g_assert_true (g_file_set_contents (copy_path, copy_text, -1, NULL));
  {
    TramaTransaction *transaction = trama_document_begin (document_of (self));

    ((TramaFirm *) trama_transaction_edit (
         transaction, TRAMA_FIND (trama_document_get_version (document_of (self)), FIRM, id))
         ->draft)
        ->trade
        = "not saved";
    trama_transaction_put (transaction);
    commit (self, transaction, "Edit " NAME);
  }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpuint (grep_state (words[i]), >=, 5);
  file = read_file (self->path);
  kept = trama_kept_versions_list (file->document);
  size = trama_version_size (trama_document_get_version (document_of (self)));

  erasure = erase (self, id);
  id_text = trama_id_dup_text (id);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *text = read_whole (self->path);

      g_assert_null (strstr (text, words[i]));
      g_assert_cmpuint (grep_state (words[i]), ==, 0);
    }
  g_assert_cmpuint (grep_state (id_text), ==, 0);
  g_assert_cmpuint (grep_state ("seen by nobody"), ==, 0);
  g_assert_cmpuint (grep_state ("not saved"), ==, 0);
  /* Kept versions are there, without it; the copy is told of; nothing can be undone. */
  {
    g_autoptr (GPtrArray) now = trama_kept_versions_list (file->document);

    g_assert_cmpuint (now->len, ==, kept->len);
    for (guint i = 0; i < now->len; i++)
      {
        const TramaKeptVersion *version = g_ptr_array_index (now, i);
        g_autoptr (TramaStoreFile) read = read_file (version->path);

        g_assert_cmpint (version->when, ==,
                         ((const TramaKeptVersion *) g_ptr_array_index (kept, i))->when);
        g_assert_null (TRAMA_FIND (read->version, FIRM, id));
      }
  }
  g_assert_cmpuint (erasure->cleaned, >=, 4);
  g_assert_cmpuint (erasure->copies->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (erasure->copies, 0), ==, copy_path);
  g_assert_cmpuint (erasure->gone->len, ==, 1);
  g_assert_cmpuint (erasure->left->len, ==, 0);
  g_assert_cmpuint (erasure->mentions->len, ==, 0);
  g_assert_null (trama_document_get_undo_label (document_of (self)));
  g_assert_false (trama_document_get_modified (document_of (self)));
  /* The firm and its figures have gone, a tombstone has come; the rest of the last session is there. */
  g_assert_cmpuint (trama_version_size (trama_document_get_version (document_of (self))), ==,
                    size - 1);
  g_assert_cmpstr (trama_version_portfolio (trama_document_get_version (document_of (self)))->note,
                   ==, "note 3");
  {
    TramaTable *tombstones = trama_version_table (trama_document_get_version (document_of (self)),
                                                  TRAMA_KIND_TOMBSTONE);
    gboolean found = FALSE;

    for (guint i = 0; i < trama_table_size (tombstones); i++)
      found
          = found
            || strcmp (((const TramaTombstone *) trama_table_get (tombstones, i))->erased, id_text)
                   == 0;
    g_assert_true (found);
  }
  /* The history of the others is there. */
  {
    TramaHistory *history = trama_open_document_get_history (self->open);
    g_autoptr (TramaVersion) past
        = trama_history_before (history, 0, trama_document_get_version (document_of (self)));

    g_assert_cmpuint (trama_history_size (history), >=, 4);
    g_assert_nonnull (past);
    g_assert_null (TRAMA_FIND (past, FIRM, id));
  }

  /* A copy that still has it, changed meanwhile, is merged: it does not come back. */
  {
    g_autoptr (TramaStoreFile) copy = read_file (copy_path);
    g_autoptr (TramaVersion) edited = NULL;
    g_autoptr (TramaChangeSet) set = NULL;
    g_autoptr (TramaStoreFile) theirs = NULL;
    g_autoptr (TramaMerge) merge = NULL;
    g_autoptr (TramaDocument) other = trama_document_new (copy->version);
    g_autoptr (TramaTransaction) transaction = trama_document_begin (other);
    g_autoptr (GError) error = NULL;
    TramaFirmReading *reading;

    ((TramaFirm *) trama_transaction_edit (transaction, TRAMA_FIND (copy->version, FIRM, id))
         ->draft)
        ->place
        = "León";
    trama_transaction_put (transaction);
    reading = (TramaFirmReading *) trama_transaction_draft (transaction, TRAMA_KIND_FIRM_READING)
                  ->draft;
    reading->firm = id;
    reading->date = trama_date_from_day (20100);
    trama_transaction_put (transaction);
    set = trama_transaction_finish (transaction, "x", &edited, &error);
    g_assert_no_error (error);
    theirs
        = trama_store_save (copy, edited, copy->place, TRAMA_STORE_SAVE_FORGET, NULL, NULL, &error);
    g_assert_no_error (error);
    for (int all_theirs = 0; all_theirs < 2; all_theirs++)
      {
        g_autoptr (TramaProblems) problems = trama_problems_new (1);

        g_clear_pointer (&merge, trama_merge_free);
        merge = trama_open_document_begin_merge (self->open, theirs, &error);
        g_assert_no_error (error);
        trama_merge_choose (merge, G_MAXUINT, all_theirs);
        g_assert_null (TRAMA_FIND (trama_merge_get_version (merge), FIRM, id));
        trama_version_check_references (trama_merge_get_version (merge), NULL, problems);
        g_assert_cmpuint (trama_problems_count (problems), ==, 0);
      }
  }
}

/* Where another text names it, that is told; where a kept version does, it goes. */
static void
test_mentions (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaErasure) erasure = NULL;
  TramaId id = add_firm (self);

  set_note (self, "They say that " NAME " will close");
  save (self);
  set_note (self, "They still say that " NAME " will close");
  save (self);
  erasure = erase (self, id);
  g_assert_cmpuint (erasure->mentions->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (erasure->mentions, 0), "Portfolio"));
  g_assert_cmpuint (erasure->gone->len, ==, 1);
  g_assert_cmpuint (grep_state (NAME), ==, 0);
}

/* Nothing is half done where the file cannot be written, and only what can be named is erased. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  TramaId id = add_firm (self);
  TramaVersion *version = trama_document_get_version (document_of (self));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) portfolio = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  save (self);
  version = trama_document_get_version (document_of (self));
  trama_open_document_erase_async (self->open, trama_version_portfolio (version)->record.id,
                                   on_done, &portfolio);
  g_assert_null (trama_open_document_erase_finish (self->open, wait_for (&portfolio), &error));
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT);
  g_clear_error (&error);

  /* Changed by somebody else. */
  text = read_whole (self->path);
  {
    g_autoptr (GString) changed = g_string_new (text);

    g_string_replace (changed, NAME, "Another name", 0);
    g_assert_true (g_file_set_contents (self->path, changed->str, -1, NULL));
  }
  trama_open_document_erase_async (self->open, id, on_done, &result);
  g_assert_null (trama_open_document_erase_finish (self->open, wait_for (&result), &error));
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_CHANGED);
  g_assert_true (trama_document_get_version (document_of (self)) == version);
  g_assert_nonnull (trama_document_get_undo_label (document_of (self)));
}

/* The history goes on over sessions, with who and when, up to what is open now. */
static void
test_history (Fixture *self, gconstpointer data)
{
  TramaHistory *history;
  g_autoptr (TramaVersion) first
      = trama_version_ref (trama_document_get_version (document_of (self)));
  g_autoptr (TramaVersion) past = NULL;
  const TramaHistoryEntry *entry;

  set_note (self, "one");
  set_note (self, "two");
  trama_document_undo (document_of (self));
  save (self);
  set_note (self, "three");
  history = trama_open_document_get_history (self->open);
  g_assert_cmpuint (trama_history_size (history), ==, 4);
  g_assert_true (trama_history_get (history, 2)->saved);
  trama_open_document_discard (self->open);

  load (self);
  history = trama_open_document_get_history (self->open);
  g_assert_cmpuint (trama_history_size (history), ==, 3);
  set_note (self, "four");
  g_assert_cmpuint (trama_history_size (history), ==, 4);
  save (self);
  set_note (self, "five");
  g_assert_true (trama_history_get (history, 3)->saved);
  g_assert_false (trama_history_get (history, 4)->saved);
  entry = trama_history_get (history, 0);
  g_assert_cmpstr (entry->set->author, ==, "Ana");
  g_assert_cmpint (entry->set->when, >, 1700000000);
  g_assert_true (trama_history_get (history, 2)->backwards);
  past = trama_history_before (history, 0, trama_document_get_version (document_of (self)));
  g_assert_nonnull (past);
  g_assert_true (trama_version_equal (past, first));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/store/erase/everything", test_erase);
  ADD ("/store/erase/mentions", test_mentions);
  ADD ("/store/erase/refused", test_refused);
  ADD ("/store/history/sessions", test_history);
#undef ADD
  return g_test_run ();
}
