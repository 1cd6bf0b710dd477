/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "trama-journal.h"
#include "trama-open-document.h"
#include "trama-store-ancestor.h"

typedef struct
{
  char *folder;
  char *path;
  GFile *place;
  TramaVersion *version;
  GPtrArray *notified;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaStoreFile) saved = NULL;

  self->folder = make_folder ();
  self->path = g_build_filename (self->folder, "Sierra Norte.trama", NULL);
  self->place = g_file_new_for_path (self->path);
  self->version = random_portfolio (5, 60);
  self->notified = g_ptr_array_new ();
  saved = save_new (self->version, self->path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  remove_folder (self->folder);
  g_free (self->path);
  g_object_unref (self->place);
  trama_version_unref (self->version);
  g_ptr_array_unref (self->notified);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
load (TramaOpenDocument *open, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  trama_open_document_load_async (open, NULL, on_done, &result);
  g_assert_true (trama_open_document_get_loading (open));
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (trama_open_document_get_loading (open));
  return trama_open_document_load_finish (open, result, error);
}

static gboolean
save (TramaOpenDocument *open, GFile *place, TramaStoreSaveFlags flags, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  trama_open_document_save_async (open, place, flags, NULL, on_done, &result);
  g_assert_true (trama_open_document_get_saving (open));
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (trama_open_document_get_saving (open));
  return trama_open_document_save_finish (open, result, error);
}

static void
edit (TramaOpenDocument *open, const char *note)
{
  TramaDocument *document = trama_open_document_get_document (open);
  TramaTransaction *transaction = trama_document_begin (document);
  const TramaPortfolio *portfolio = trama_version_portfolio (trama_document_get_version (document));
  TramaRecordBuilder *builder;
  g_autoptr (GError) error = NULL;

  if (portfolio != NULL)
    builder = trama_transaction_edit (transaction, (const TramaRecord *) portfolio);
  else
    builder = trama_transaction_draft (transaction, TRAMA_KIND_PORTFOLIO);
  ((TramaPortfolio *) builder->draft)->title = "Sierra";
  ((TramaPortfolio *) builder->draft)->note = note;
  trama_transaction_put (transaction);
  g_assert_true (trama_document_commit (document, transaction, note, &error));
  g_assert_no_error (error);
}

static const char *
note_of (TramaOpenDocument *open)
{
  TramaDocument *document = trama_open_document_get_document (open);

  return trama_version_portfolio (trama_document_get_version (document))->note;
}

static void
on_notify (GObject *object, GParamSpec *pspec, GPtrArray *names)
{
  g_ptr_array_add (names, (gpointer) g_intern_string (pspec->name));
}

static gboolean
was_notified (Fixture *self, const char *name)
{
  return g_ptr_array_find_with_equal_func (self->notified, name, g_str_equal, NULL);
}

static TramaOpenDocument *
open_file (Fixture *self)
{
  TramaOpenDocument *open = trama_open_document_new_for_place (self->place);
  g_autoptr (GError) error = NULL;

  g_assert_true (load (open, &error));
  g_assert_no_error (error);
  return open;
}

/* Until it is really gone: a look at the file may be under way. */
static void
let_go (TramaOpenDocument **open)
{
  TramaOpenDocument *weak = *open;

  g_object_add_weak_pointer (G_OBJECT (weak), (gpointer *) &weak);
  g_clear_object (open);
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_life (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaOpenDocument) open = trama_open_document_new_for_place (self->place);
  g_autoptr (TramaOpenDocument) again = NULL;
  g_autofree char *other = g_build_filename (self->folder, "copy.trama", NULL);
  g_autoptr (GFile) other_place = g_file_new_for_path (other);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) left = NULL;

  g_signal_connect (open, "notify", G_CALLBACK (on_notify), self->notified);
  title = trama_open_document_dup_title (open);
  g_assert_cmpstr (title, ==, "Sierra Norte");
  g_assert_null (trama_open_document_get_document (open));
  g_assert_true (load (open, &error));
  g_assert_no_error (error);
  g_assert_true (was_notified (self, "document"));
  g_assert_true (was_notified (self, "loading"));
  g_assert_null (trama_open_document_get_load_error (open));
  g_assert_false (trama_open_document_get_needs_saving (open));
  g_assert_false (trama_open_document_get_read_only (open));

  trama_open_document_set_author (open, "Ana");
  edit (open, "one");
  g_assert_true (trama_open_document_get_needs_saving (open));
  g_assert_true (save (open, NULL, TRAMA_STORE_SAVE_PLAIN, &error));
  g_assert_no_error (error);
  g_assert_false (trama_open_document_get_needs_saving (open));
  /* The saved point lies in the history. */
  edit (open, "two");
  g_assert_true (trama_open_document_get_needs_saving (open));
  trama_document_undo (trama_open_document_get_document (open));
  g_assert_false (trama_open_document_get_needs_saving (open));
  trama_document_redo (trama_open_document_get_document (open));

  /* Under another name, which is its own from then on. */
  g_ptr_array_set_size (self->notified, 0);
  g_assert_true (save (open, other_place, TRAMA_STORE_SAVE_PLAIN, &error));
  g_assert_true (was_notified (self, "title"));
  g_assert_true (g_file_equal (trama_open_document_get_place (open), other_place));
  edit (open, "three");
  g_assert_true (save (open, NULL, TRAMA_STORE_SAVE_PLAIN, &error));
  again = open_file (self);
  g_assert_cmpstr (note_of (again), ==, "one");

  let_go (&open);
  let_go (&again);
  left = trama_recovery_list (TRAMA_ID_NONE);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
test_bad_file (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaOpenDocument) open = NULL;
  g_autofree char *text = read_whole (self->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "{\"format\":\"trama\"", -1, NULL));
  open = trama_open_document_new_for_place (self->place);
  g_signal_connect (open, "notify", G_CALLBACK (on_notify), self->notified);
  g_assert_false (load (open, &error));
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT);
  g_assert_true (was_notified (self, "load-error"));
  g_assert_error (trama_open_document_get_load_error (open), TRAMA_ERROR, TRAMA_ERROR_INPUT);
  g_assert_cmpuint (trama_problems_count (trama_open_document_get_problems (open)), >, 0);
  g_assert_null (trama_open_document_get_document (open));
  g_clear_error (&error);

  /* It is state: mended, it goes. */
  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
  g_assert_true (load (open, &error));
  g_assert_null (trama_open_document_get_load_error (open));
  g_assert_cmpuint (trama_problems_count (trama_open_document_get_problems (open)), ==, 0);

  /* A reload that fails leaves what is there. */
  edit (open, "mine");
  g_assert_true (g_file_set_contents (self->path, "", 0, NULL));
  g_assert_false (load (open, NULL));
  g_assert_cmpstr (note_of (open), ==, "mine");
  trama_open_document_discard (open);
}

static void
wait_for (TramaOpenDocument *open, gboolean changed)
{
  for (int i = 0; i < 200 && trama_open_document_get_changed_outside (open) != changed; i++)
    {
      g_usleep (20000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_true (trama_open_document_get_changed_outside (open) == changed);
}

static void
test_changed_outside (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaOpenDocument) mine = open_file (self);
  g_autoptr (TramaOpenDocument) theirs = open_file (self);
  g_autofree char *text = read_whole (self->path);
  g_autoptr (GError) error = NULL;

  edit (mine, "mine");
  edit (theirs, "theirs");
  g_assert_true (save (theirs, NULL, TRAMA_STORE_SAVE_PLAIN, &error));
  wait_for (mine, TRUE);
  g_assert_false (trama_open_document_get_changed_outside (theirs));
  g_assert_false (save (mine, NULL, TRAMA_STORE_SAVE_PLAIN, &error));
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_CHANGED);
  g_assert_error (trama_open_document_get_save_error (mine), TRAMA_ERROR, TRAMA_ERROR_CHANGED);
  g_assert_true (trama_open_document_get_needs_saving (mine));
  trama_open_document_dismiss (mine);
  g_assert_null (trama_open_document_get_save_error (mine));
  g_clear_error (&error);

  /* Put back as it was, there is nothing to tell; gone, there is. */
  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
  wait_for (mine, FALSE);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  wait_for (mine, TRUE);
  g_assert_true (save (mine, NULL, TRAMA_STORE_SAVE_PLAIN, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (trama_open_document_get_warning (mine), "no longer there"));
  g_assert_false (trama_open_document_get_changed_outside (mine));
  wait_for (theirs, TRUE);
  /* Reading it again takes theirs over. */
  g_assert_true (load (theirs, &error));
  g_assert_cmpstr (note_of (theirs), ==, "mine");
  g_assert_false (trama_open_document_get_changed_outside (theirs));
}

static void
test_edit_while_saving (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaOpenDocument) open = open_file (self);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (TramaOpenDocument) again = NULL;
  g_autoptr (GError) error = NULL;

  edit (open, "saved");
  trama_open_document_save_async (open, NULL, TRAMA_STORE_SAVE_PLAIN, NULL, on_done, &result);
  edit (open, "later");
  trama_open_document_save_async (open, NULL, TRAMA_STORE_SAVE_PLAIN, NULL, on_done, &second);
  while (result == NULL || second == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (trama_open_document_save_finish (open, result, &error));
  g_assert_no_error (error);
  g_assert_false (trama_open_document_save_finish (open, second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_assert_true (trama_open_document_get_needs_saving (open));
  again = open_file (self);
  g_assert_cmpstr (note_of (again), ==, "saved");

  /* Let go without a decision: the later edit is offered. */
  let_go (&again);
  g_clear_object (&result);
  g_clear_object (&second);
  let_go (&open);
  again = open_file (self);
  g_assert_nonnull (trama_open_document_get_recovery (again, NULL));
  g_clear_error (&error);
  g_assert_true (trama_open_document_recover (again, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (note_of (again), ==, "later");
  trama_open_document_discard (again);
}

static void
test_recovery (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaOpenDocument) crashed = open_file (self);
  g_autoptr (TramaOpenDocument) open = NULL;
  g_autoptr (GPtrArray) left = NULL;
  TramaRecoveryState state;
  g_autoptr (GError) error = NULL;

  edit (crashed, "one");
  edit (crashed, "two");
  trama_document_undo (trama_open_document_get_document (crashed));
  let_go (&crashed);

  open = open_file (self);
  g_signal_connect (open, "notify", G_CALLBACK (on_notify), self->notified);
  g_assert_nonnull (trama_open_document_get_recovery (open, &state));
  g_assert_cmpint (state, ==, TRAMA_RECOVERY_FITS);
  g_assert_true (trama_open_document_recover (open, &error));
  g_assert_no_error (error);
  g_assert_true (was_notified (self, "recovery"));
  g_assert_null (trama_open_document_get_recovery (open, NULL));
  g_assert_cmpstr (note_of (open), ==, "one");
  g_assert_cmpstr (trama_document_get_redo_label (trama_open_document_get_document (open)), ==,
                   "two");
  g_assert_true (trama_open_document_get_needs_saving (open));

  /* A second crash, right then: still nothing is lost. */
  let_go (&open);
  open = open_file (self);
  g_assert_true (trama_open_document_recover (open, &error));
  g_assert_cmpstr (note_of (open), ==, "one");
  g_assert_true (save (open, NULL, TRAMA_STORE_SAVE_PLAIN, &error));
  edit (open, "three");
  let_go (&open);

  /* The file has been changed since. */
  {
    g_autoptr (TramaOpenDocument) theirs = open_file (self);

    g_assert_nonnull (trama_open_document_get_recovery (theirs, &state));
    edit (theirs, "theirs");
    g_assert_true (save (theirs, NULL, TRAMA_STORE_SAVE_PLAIN, &error));
    trama_open_document_get_recovery (theirs, &state);
    g_assert_cmpint (state, ==, TRAMA_RECOVERY_ANOTHER_BASE);
    g_assert_false (trama_open_document_recover (theirs, &error));
    g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT);
    g_assert_cmpstr (note_of (theirs), ==, "theirs");
    trama_open_document_forget_recovery (theirs);
    g_assert_null (trama_open_document_get_recovery (theirs, NULL));
  }
  left = trama_recovery_list (TRAMA_ID_NONE);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
test_untitled (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaOpenDocument) open = trama_open_document_new (NULL);
  g_autofree char *path = g_build_filename (self->folder, "new.trama", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (trama_open_document_get_needs_saving (open));
  edit (open, "first");
  edit (open, "second");
  g_assert_true (trama_open_document_get_needs_saving (open));
  let_go (&open);

  list = trama_recovery_list (TRAMA_ID_NONE);
  g_assert_cmpuint (list->len, ==, 1);
  open = trama_open_document_new_recovered (g_ptr_array_index (list, 0), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (note_of (open), ==, "second");
  g_clear_pointer (&list, g_ptr_array_unref);
  list = trama_recovery_list (TRAMA_ID_NONE);
  g_assert_cmpuint (list->len, ==, 0);

  g_assert_true (save (open, place, TRAMA_STORE_SAVE_PLAIN, &error));
  g_assert_no_error (error);
  g_assert_false (trama_open_document_get_needs_saving (open));
  let_go (&open);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = trama_recovery_list (TRAMA_ID_NONE);
  g_assert_cmpuint (list->len, ==, 0);
}

static void
test_journal_error (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaOpenDocument) open = open_file (self);
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "trama", NULL);
  g_autofree char *moved = g_strconcat (state, ".moved", NULL);

  /* No room for a journal: a file lies where its folder should be. */
  g_rename (state, moved);
  g_mkdir_with_parents (g_get_user_state_dir (), 0700);
  g_assert_true (g_file_set_contents (state, "", 0, NULL));
  edit (open, "one");
  g_assert_nonnull (trama_open_document_get_journal_error (open));
  g_assert_cmpint (g_unlink (state), ==, 0);
  edit (open, "two");
  g_assert_null (trama_open_document_get_journal_error (open));
  let_go (&open);
  open = open_file (self);
  g_assert_true (trama_open_document_recover (open, NULL));
  g_assert_cmpstr (note_of (open), ==, "two");
  trama_open_document_discard (open);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

/* A damaged file can be looked at and saved elsewhere, and stays as it is. */
static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autofree char *text = read_whole (self->path);
  g_autofree char *after = NULL;
  g_autofree char *rescued_path = g_build_filename (self->folder, "rescued.trama", NULL);
  g_autoptr (GFile) rescued = g_file_new_for_path (rescued_path);
  g_autoptr (TramaOpenDocument) open = trama_open_document_new_for_place (self->place);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) refused = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TramaStoreFile) file = NULL;
  guint size;

  /* In the middle, from where a record begins: so that it cannot be told what it was. */
  memset (strchr (text + strlen (text) / 2, '\n') + 1, '"', 40);
  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
  g_assert_false (load (open, &error));
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_null (trama_open_document_get_document (open));

  g_signal_connect (open, "notify", G_CALLBACK (on_notify), self->notified);
  trama_open_document_load_damaged_async (open, NULL, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (trama_open_document_load_finish (open, result, &error));
  g_assert_no_error (error);
  g_assert_null (trama_open_document_get_load_error (open));
  g_assert_true (trama_open_document_get_damaged (open));
  g_assert_true (trama_open_document_get_read_only (open));
  g_assert_true (was_notified (self, "damaged"));
  g_assert_true (g_file_equal (trama_open_document_get_place (open), self->place));
  g_assert_cmpuint (trama_problems_count (trama_open_document_get_problems (open)), >, 0);
  size = trama_version_size (trama_document_get_version (trama_open_document_get_document (open)));
  g_assert_cmpuint (size, >, 10);
  g_assert_cmpuint (size, <, trama_version_size (self->version));

  /* Not over the damaged file, not even where the person says that it may be replaced. */
  trama_open_document_save_async (open, self->place, TRAMA_STORE_SAVE_REPLACE, NULL, on_done,
                                  &refused);
  while (refused == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (trama_open_document_save_finish (open, refused, &error));
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_SAVE);
  g_clear_error (&error);
  after = read_whole (self->path);
  g_assert_cmpstr (after, ==, text);

  edit (open, "rescued");
  g_assert_true (save (open, rescued, TRAMA_STORE_SAVE_PLAIN, &error));
  g_assert_no_error (error);
  g_assert_false (trama_open_document_get_damaged (open));
  g_assert_false (trama_open_document_get_read_only (open));
  file = read_file (rescued_path);
  g_assert_cmpuint (trama_version_size (file->version), ==, size);
}

static void
set_title (TramaStoreFile *file, const char *title)
{
  TramaIdSource ids;
  g_autoptr (TramaTransaction) transaction = NULL;
  g_autoptr (TramaChangeSet) set = NULL;
  g_autoptr (TramaVersion) version = NULL;
  g_autoptr (TramaStoreFile) saved = NULL;
  g_autoptr (GError) error = NULL;

  trama_id_source_init_seeded (&ids, 77);
  transaction = trama_transaction_new (file->version, "Other", 1750000000, &ids);
  ((TramaPortfolio *) trama_transaction_edit (
       transaction, (const TramaRecord *) trama_version_portfolio (file->version))
       ->draft)
      ->title
      = title;
  trama_transaction_put (transaction);
  set = trama_transaction_finish (transaction, "Title", &version, &error);
  g_assert_no_error (error);
  saved = trama_store_save (file, version, file->place, TRAMA_STORE_SAVE_PLAIN, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Somebody else has saved: both are put together in one step, saved over theirs, and survive a
 * crash before that. */
static void
test_merge (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaOpenDocument) open = open_file (self);
  TramaDocument *document = trama_open_document_get_document (open);
  g_autoptr (TramaStoreFile) before = read_file (self->path);
  g_autoptr (TramaStoreFile) theirs = NULL;
  g_autoptr (TramaStoreFile) after = NULL;
  g_autoptr (TramaMerge) merge = NULL;
  g_autoptr (TramaMerge) stale = NULL;
  g_autoptr (GError) error = NULL;
  const char *title;

  {
    TramaTransaction *transaction = trama_document_begin (document);

    ((TramaPortfolio *) trama_transaction_edit (
         transaction,
         (const TramaRecord *) trama_version_portfolio (trama_document_get_version (document)))
         ->draft)
        ->note
        = "mine";
    trama_transaction_put (transaction);
    g_assert_true (trama_document_commit (document, transaction, "Note", &error));
  }
  set_title (before, "Theirs");
  g_assert_false (save (open, NULL, TRAMA_STORE_SAVE_PLAIN, &error));
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_CHANGED);
  g_clear_error (&error);

  theirs = read_file (self->path);
  stale = trama_open_document_begin_merge (open, theirs, &error);
  g_assert_no_error (error);
  edit (open, "mine, again");
  g_assert_false (trama_open_document_take_merge (open, stale, theirs, &error));
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_CHANGED);
  g_clear_error (&error);
  trama_document_undo (document);

  merge = trama_open_document_begin_merge (open, theirs, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trama_merge_n_clashes (merge), ==, 0);
  g_assert_true (trama_open_document_take_merge (open, merge, theirs, &error));
  g_assert_no_error (error);
  title = trama_version_portfolio (trama_document_get_version (document))->title;
  g_assert_cmpstr (title, ==, "Theirs");
  g_assert_cmpstr (note_of (open), ==, "mine");
  g_assert_true (trama_document_get_modified (document));
  g_assert_false (trama_open_document_get_changed_outside (open));

  /* What is written down leads there from what is in the file now. */
  {
    g_autoptr (GPtrArray) list = NULL;

    /* As after a crash: the object goes, and leaves its journal. */
    g_clear_object (&open);
    list = trama_recovery_list (before->document);
    g_assert_cmpuint (list->len, ==, 1);
  }
  open = open_file (self);
  document = trama_open_document_get_document (open);
  g_assert_nonnull (trama_open_document_get_recovery (open, NULL));
  g_assert_true (trama_open_document_recover (open, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (note_of (open), ==, "mine");
  g_assert_true (save (open, NULL, TRAMA_STORE_SAVE_PLAIN, &error));
  g_assert_no_error (error);
  after = read_file (self->path);
  g_assert_cmpstr (trama_version_portfolio (after->version)->title, ==, "Theirs");
  g_assert_cmpstr (trama_version_portfolio (after->version)->note, ==, "mine");
}

/* What both came from is among the kept versions of the one who saved. */
static void
test_ancestor (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaStoreFile) first = read_file (self->path);
  g_autofree char *copy_path = g_build_filename (self->folder, "copy.trama", NULL);
  g_autofree char *text = read_whole (self->path);
  g_autoptr (TramaStoreFile) mine = NULL;
  g_autoptr (TramaStoreFile) copy = NULL;
  g_autoptr (TramaStoreFile) theirs = NULL;
  g_autoptr (TramaStoreFile) found = NULL;
  g_autoptr (TramaStoreFile) joined = NULL;

  g_assert_true (g_file_set_contents (copy_path, text, -1, NULL));
  set_title (first, "Mine");
  mine = read_file (self->path);
  copy = read_file (copy_path);
  set_title (copy, "Theirs");
  theirs = read_file (copy_path);
  found = trama_store_find_ancestor (mine, theirs);
  g_assert_nonnull (found);
  g_assert_true (trama_version_equal (found->version, first->version));
  joined = trama_store_join (mine, theirs);
  g_assert_cmpuint (joined->content, ==, theirs->content);
  g_assert_true (g_strv_contains ((const char *const *) joined->saves,
                                  mine->saves[g_strv_length (mine->saves) - 1]));
  g_assert_cmpstr (joined->saves[g_strv_length (joined->saves) - 1], ==,
                   theirs->saves[g_strv_length (theirs->saves) - 1]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/store/open-document/life", test_life);
  ADD ("/store/open-document/bad-file", test_bad_file);
  ADD ("/store/open-document/changed-outside", test_changed_outside);
  ADD ("/store/open-document/edit-while-saving", test_edit_while_saving);
  ADD ("/store/open-document/recovery", test_recovery);
  ADD ("/store/open-document/untitled", test_untitled);
  ADD ("/store/open-document/journal-error", test_journal_error);
  ADD ("/store/open-document/damaged", test_damaged);
  ADD ("/store/open-document/merge", test_merge);
  ADD ("/store/open-document/ancestor", test_ancestor);
  return g_test_run ();
}
