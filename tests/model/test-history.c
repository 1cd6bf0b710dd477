/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps that led here, any point of them, and what hangs on a record. */
#include "random-changes.h"
#include "trama-history.h"
#include "trama-removal.h"

typedef struct
{
  TramaHistory *history;
  GPtrArray *versions; /* before each step */
  TramaVersion *last;
} Recording;

static void
on_changed (TramaDocument *document, TramaChangeSet *set, gboolean backwards, Recording *recording)
{
  g_ptr_array_add (recording->versions, recording->last);
  trama_history_add (recording->history, set, backwards);
  recording->last = trama_version_ref (trama_document_get_version (document));
}

static gint64
stopped_clock (gpointer data)
{
  return 1750000000;
}

static TramaDocument *
make_document (Recording *recording, guint32 seed, guint size)
{
  g_autoptr (TramaVersion) version = random_portfolio (seed, size);
  TramaDocument *document = trama_document_new (version);

  trama_document_set_clock (document, stopped_clock, NULL);
  trama_document_set_author (document, "Ana");
  recording->history = trama_history_new ();
  recording->versions = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_version_unref);
  recording->last = trama_version_ref (version);
  g_signal_connect (document, "changed", G_CALLBACK (on_changed), recording);
  return document;
}

static void
recording_clear (Recording *recording)
{
  trama_history_free (recording->history);
  g_ptr_array_unref (recording->versions);
  trama_version_unref (recording->last);
}

static void
do_something (TramaDocument *document, GRand *rand)
{
  g_autoptr (GError) error = NULL;
  TramaTransaction *transaction;

  if (g_rand_int_range (rand, 0, 4) == 0)
    {
      if (g_rand_boolean (rand))
        trama_document_undo (document);
      else
        trama_document_redo (document);
      return;
    }
  transaction = trama_document_begin (document);
  random_step (rand, trama_document_get_version (document), transaction);
  g_assert_true (trama_document_commit (document, transaction, "Step", &error));
  g_assert_no_error (error);
}

/* Each point is as it was, undo and redo included. */
static void
test_points (void)
{
  Recording recording = { 0 };
  g_autoptr (TramaDocument) document = make_document (&recording, 3, 90);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (TramaVersion) strange = random_portfolio (4, 60);

  for (int i = 0; i < 150; i++)
    do_something (document, rand);
  g_assert_cmpuint (trama_history_size (recording.history), >, 90);
  for (guint i = 0; i < trama_history_size (recording.history); i++)
    {
      g_autoptr (TramaVersion) before
          = trama_history_before (recording.history, i, trama_document_get_version (document));
      const TramaHistoryEntry *entry = trama_history_get (recording.history, i);

      g_assert_nonnull (before);
      g_assert_true (trama_version_equal (before, g_ptr_array_index (recording.versions, i)));
      g_assert_cmpstr (entry->set->author, ==, "Ana");
      g_assert_cmpint (entry->set->when, ==, 1750000000);
    }
  /* Of something else, there is no history here. */
  g_assert_null (trama_history_before (recording.history, 0, strange));
  recording_clear (&recording);
}

/* Any record, or any field of one, from any point; what comes out is sound, and one step. */
static void
test_restore (void)
{
  Recording recording = { 0 };
  g_autoptr (TramaDocument) document = make_document (&recording, 5, 120);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint restored = 0, removed = 0;

  for (int i = 0; i < 120; i++)
    do_something (document, rand);
  for (int i = 0; i < 400; i++)
    {
      TramaVersion *now = trama_document_get_version (document);
      guint steps = trama_history_size (recording.history);
      guint at = (guint) g_rand_int_range (rand, 0, (gint32) steps);
      g_autoptr (TramaVersion) past = trama_history_before (recording.history, at, now);
      gboolean gone = g_rand_boolean (rand);
      const TramaRecord *chosen = random_record (rand, gone ? past : now);
      const TramaRecord *then, *after;
      const TramaField *field = NULL;
      TramaTransaction *transaction = trama_document_begin (document);
      g_autoptr (GError) error = NULL;
      TramaId id = chosen->id;
      gboolean done;

      if (g_rand_boolean (rand))
        {
          const TramaKindInfo *info = trama_kind_info (trama_record_kind (chosen));

          field = &info->fields[g_rand_int_range (rand, 0, (gint32) info->n_fields)];
        }
      done = trama_restore_record (transaction, past, id, field);
      g_assert_true (trama_document_commit (document, transaction, "Restore", &error));
      g_assert_no_error (error);
      if (!done)
        continue;
      g_assert_cmpuint (trama_history_size (recording.history), <=, steps + 1);
      then = trama_version_find_among (past, TRAMA_ALL_KINDS, id);
      after = trama_version_find_among (trama_document_get_version (document), TRAMA_ALL_KINDS, id);
      g_assert_true ((then == NULL) == (after == NULL));
      if (after == NULL)
        removed++;
      else if (field != NULL && field->type != TRAMA_FIELD_REF && field->type != TRAMA_FIELD_REFS)
        g_assert_true (trama_record_field_equal (then, after, field));
      else if (field == NULL)
        for (guint f = 0; f < trama_kind_info (trama_record_kind (then))->n_fields; f++)
          {
            const TramaField *each = &trama_kind_info (trama_record_kind (then))->fields[f];

            if (each->type != TRAMA_FIELD_REF && each->type != TRAMA_FIELD_REFS)
              g_assert_true (trama_record_field_equal (then, after, each));
          }
      restored++;
    }
  g_assert_cmpuint (restored, >, 200);
  g_assert_cmpuint (removed, >, 0);
  recording_clear (&recording);
}

static void
test_describe (void)
{
  Recording recording = { 0 };
  g_autoptr (TramaDocument) document = make_document (&recording, 6, 60);
  TramaVersion *version = trama_document_get_version (document);
  const TramaRecord *portfolio = (const TramaRecord *) trama_version_portfolio (version);
  TramaTransaction *transaction = trama_document_begin (document);
  TramaPortfolio *draft = (TramaPortfolio *) trama_transaction_edit (transaction, portfolio)->draft;
  g_autoptr (GArray) steps = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) back = NULL;
  g_autofree char *label = NULL;
  g_autofree char *undone = NULL;

  draft->agency = "Sur";
  draft->note = NULL;
  draft->title = "New";
  trama_transaction_put (transaction);
  g_assert_true (trama_document_commit (document, transaction, "Rename", NULL));
  trama_document_undo (document);
  steps = trama_history_of_record (recording.history, portfolio->id);
  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpuint (g_array_index (steps, guint, 0), ==, 1);
  label = trama_history_label (recording.history, 0);
  g_assert_cmpstr (label, ==, "Rename");
  undone = trama_history_label (recording.history, 1);
  g_assert_cmpstr (undone, ==, "Undone: Rename");
  lines = trama_history_describe_change (recording.history, 0, 0, version);
  back = trama_history_describe_change (recording.history, 1, 0, version);
  g_assert_cmpuint (g_strv_length (lines), >=, 2);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (back));
  g_assert_true (g_str_has_prefix (lines[0], "Title: "));
  g_assert_true (g_str_has_suffix (lines[0], " → New"));
  g_assert_true (g_str_has_prefix (back[0], "Title: New → "));
  g_assert_true (g_str_has_suffix (lines[1], "→ Sur"));
  trama_history_mark_saved (recording.history);
  g_assert_true (trama_history_get (recording.history, 1)->saved);
  g_assert_false (trama_history_get (recording.history, 0)->saved);
  recording_clear (&recording);
}

/* What is said to go along goes, what is said to stay stays; or all of it goes to another. */
static void
test_removal (void)
{
  g_autoptr (TramaVersion) version = random_portfolio (11, 800);
  TramaTable *firms = trama_version_table (version, TRAMA_KIND_FIRM);
  guint hanging = 0;

  for (guint i = 0; i + 1 < trama_table_size (firms); i++)
    for (int keep = 0; keep < 2; keep++)
      {
        TramaId id = trama_table_get (firms, i)->id;
        TramaId heir = trama_table_get (firms, i + 1)->id;
        g_autoptr (TramaRemoval) removal = trama_removal_new (version, id);
        g_autoptr (TramaDocument) document = trama_document_new (version);
        TramaTransaction *transaction = trama_document_begin (document);
        g_autofree char *text = trama_removal_describe (removal);
        g_autoptr (GError) error = NULL;
        TramaVersion *after;

        g_assert_true ((text == NULL) == (removal->along->len + removal->loosened->len == 0));
        if (keep)
          g_assert_true (trama_removal_keep (removal, transaction, heir));
        else
          trama_removal_take (removal, transaction);
        g_assert_true (trama_document_commit (document, transaction, "Remove", &error));
        g_assert_no_error (error);
        after = trama_document_get_version (document);
        g_assert_null (TRAMA_FIND (after, FIRM, id));
        for (guint j = 0; j < removal->along->len; j++)
          {
            const TramaRecord *record = g_ptr_array_index (removal->along, j);
            const TramaRecord *now
                = trama_version_find (after, trama_record_kind (record), record->id);

            hanging++;
            if (!keep)
              g_assert_null (now);
          }
        for (guint j = 0; j < removal->loosened->len; j++)
          {
            const TramaRecord *record = g_ptr_array_index (removal->loosened, j);

            if (!keep)
              g_assert_nonnull (trama_version_find (after, trama_record_kind (record), record->id));
          }
        if (!keep)
          g_assert_cmpuint (trama_version_size (after), ==,
                            trama_version_size (version) - 1 - removal->along->len);
        else
          g_assert_cmpuint (trama_version_size (after), >=,
                            trama_version_size (version) - 1 - removal->along->len);
        g_assert_true (trama_document_undo (document));
        g_assert_true (trama_version_equal (trama_document_get_version (document), version));
      }
  g_assert_cmpuint (hanging, >, 20);
}

/* A tie between the two would be one of the heir with itself. */
static void
test_heir (void)
{
  g_autoptr (TramaVersion) version = random_portfolio (12, 60);
  g_autoptr (TramaDocument) document = trama_document_new (version);
  TramaTransaction *transaction = trama_document_begin (document);
  TramaTable *firms = trama_version_table (version, TRAMA_KIND_FIRM);
  TramaId a, b, third, tie, other;
  g_autoptr (TramaRemoval) removal = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  TramaLinkage *linkage;
  TramaFirm *firm;

  a = trama_table_get (firms, 0)->id;
  firm = (TramaFirm *) trama_transaction_draft (transaction, TRAMA_KIND_FIRM)->draft;
  firm->name = "B";
  b = trama_transaction_put (transaction)->id;
  firm = (TramaFirm *) trama_transaction_draft (transaction, TRAMA_KIND_FIRM)->draft;
  firm->name = "C";
  third = trama_transaction_put (transaction)->id;
  linkage = (TramaLinkage *) trama_transaction_draft (transaction, TRAMA_KIND_LINKAGE)->draft;
  linkage->from = b;
  linkage->to = a;
  linkage->kind = 1;
  tie = trama_transaction_put (transaction)->id;
  linkage = (TramaLinkage *) trama_transaction_draft (transaction, TRAMA_KIND_LINKAGE)->draft;
  linkage->from = b;
  linkage->to = third;
  linkage->kind = 1;
  other = trama_transaction_put (transaction)->id;
  g_assert_true (trama_document_commit (document, transaction, "Make", &error));
  g_assert_no_error (error);

  removal = trama_removal_new (trama_document_get_version (document), b);
  text = trama_removal_describe (removal);
  g_assert_nonnull (strstr (text, "2 "));
  transaction = trama_document_begin (document);
  g_assert_false (trama_removal_keep (removal, transaction, b));
  g_assert_false (trama_removal_keep (removal, transaction, tie));
  g_assert_true (trama_removal_keep (removal, transaction, a));
  g_assert_true (trama_document_commit (document, transaction, "Give", &error));
  g_assert_no_error (error);
  g_assert_null (TRAMA_FIND (trama_document_get_version (document), LINKAGE, tie));
  linkage = (TramaLinkage *) TRAMA_FIND (trama_document_get_version (document), LINKAGE, other);
  g_assert_true (trama_id_equal (linkage->from, a));
  g_assert_true (trama_id_equal (linkage->to, third));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/history/points", test_points);
  g_test_add_func ("/model/history/restore", test_restore);
  g_test_add_func ("/model/history/describe", test_describe);
  g_test_add_func ("/model/removal/rules", test_removal);
  g_test_add_func ("/model/removal/heir", test_heir);
  return g_test_run ();
}
