/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits, undo and redo against a plain model: every record in a hash table, every step a copy of
 * it. */
#include <string.h>

#include "random-portfolio.h"
#include "trama-document.h"
#include "trama-lens.h"

static GHashTable *
model_new (void)
{
  return g_hash_table_new_full (trama_id_hash_pointer, trama_id_equal_pointer, g_free,
                                (GDestroyNotify) trama_record_unref);
}

static void
model_set (GHashTable *model, const TramaRecord *record)
{
  g_hash_table_insert (model, g_memdup2 (&record->id, sizeof record->id),
                       trama_record_ref (record));
}

static GHashTable *
model_copy (GHashTable *model)
{
  GHashTable *copy = model_new ();
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, model);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    model_set (copy, record);
  return copy;
}

static GHashTable *
model_of (TramaVersion *version)
{
  GHashTable *model = model_new ();

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table = trama_version_table (version, (TramaKind) kind);

      for (guint i = 0; i < trama_table_size (table); i++)
        model_set (model, trama_table_get (table, i));
    }
  return model;
}

static void
assert_same (TramaVersion *version, GHashTable *model)
{
  GHashTableIter iter;
  gpointer record;

  g_assert_cmpuint (trama_version_size (version), ==, g_hash_table_size (model));
  g_hash_table_iter_init (&iter, model);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    {
      const TramaRecord *expected = record;
      const TramaRecord *found
          = trama_version_find (version, trama_record_kind (expected), expected->id);

      g_assert_true (trama_record_equal (found, expected));
    }
}

static const TramaRecord *
any_record (GRand *rand, TramaVersion *version)
{
  guint n = (guint) g_rand_int_range (rand, 0, (gint32) trama_version_size (version));

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table = trama_version_table (version, (TramaKind) kind);

      if (n < trama_table_size (table))
        return trama_table_get (table, n);
      n -= trama_table_size (table);
    }
  g_assert_not_reached ();
}

/* What a removal should leave, worked out the slow way: records that cannot do without one that
 * goes, go; the others let go of it. */

typedef struct
{
  GHashTable *gone;
  gboolean hit;
  gboolean needed;
} Hit;

static void
note_hit (const TramaRecord *record, const TramaField *field, TramaId target, gpointer data)
{
  Hit *hit = data;

  if (!g_hash_table_contains (hit->gone, &target))
    return;
  hit->hit = TRUE;
  if (field->type == TRAMA_FIELD_REF && (field->flags & (TRAMA_FIELD_REQUIRED | TRAMA_FIELD_OWNER)))
    hit->needed = TRUE;
}

static TramaRecord *
without_references (const TramaRecord *record, GHashTable *gone)
{
  const TramaKindInfo *info = trama_kind_info (trama_record_kind (record));
  g_auto (TramaRecordBuilder) builder = { 0 };

  trama_record_builder_begin_copy (&builder, record);
  for (guint i = 0; i < info->n_fields; i++)
    {
      gpointer member = (char *) builder.draft + info->fields[i].offset;

      if (info->fields[i].type == TRAMA_FIELD_REF && g_hash_table_contains (gone, member))
        *(TramaId *) member = TRAMA_ID_NONE;
      else if (info->fields[i].type == TRAMA_FIELD_REFS)
        {
          TramaIds ids = *(TramaIds *) member;
          g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (TramaId));

          for (guint j = 0; j < ids.n; j++)
            if (!g_hash_table_contains (gone, &ids.ids[j]))
              g_array_append_val (kept, ids.ids[j]);
          *(TramaIds *) member = trama_record_builder_ids (
              &builder, (const TramaId *) (gpointer) kept->data, kept->len);
        }
    }
  return trama_record_builder_finish (&builder);
}

static void
model_remove (GHashTable *model, TramaId id)
{
  g_autoptr (GHashTable) gone
      = g_hash_table_new_full (trama_id_hash_pointer, trama_id_equal_pointer, g_free, NULL);
  GHashTableIter iter;
  gpointer key, record;

  g_hash_table_add (gone, g_memdup2 (&id, sizeof id));
  for (gboolean again = TRUE; again;)
    {
      again = FALSE;
      g_hash_table_iter_init (&iter, model);
      while (g_hash_table_iter_next (&iter, &key, &record))
        {
          Hit hit = { .gone = gone };

          if (g_hash_table_contains (gone, key))
            continue;
          trama_record_foreach_reference (record, note_hit, &hit);
          if (hit.needed)
            again |= g_hash_table_add (gone, g_memdup2 (key, sizeof (TramaId)));
        }
    }
  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_remove (model, key);
  g_hash_table_iter_init (&iter, model);
  while (g_hash_table_iter_next (&iter, &key, &record))
    {
      Hit hit = { .gone = gone };

      trama_record_foreach_reference (record, note_hit, &hit);
      if (hit.hit)
        g_hash_table_iter_replace (&iter, without_references (record, gone));
    }
}

/* The records that a new one may refer to, by kind. */
static void
fill_pools (TramaVersion *version, GPtrArray *pools[TRAMA_N_KINDS])
{
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table = trama_version_table (version, (TramaKind) kind);

      pools[kind] = g_ptr_array_new ();
      for (guint i = 0; i < trama_table_size (table); i++)
        g_ptr_array_add (pools[kind], (gpointer) trama_table_get (table, i));
    }
}

typedef struct
{
  TramaDocument *document;
  GHashTable *model;
  GPtrArray *past;   /* models, the last one last */
  GPtrArray *future;
  guint changes;
} Run;

static void
on_changed (TramaDocument *document, TramaChangeSet *set, gboolean backwards, gpointer data)
{
  Run *run = data;

  /* Every change says what was and what is. */
  for (guint i = 0; i < set->n; i++)
    {
      const TramaRecord *now = trama_version_find (trama_document_get_version (document),
                                                   set->changes[i].kind, set->changes[i].id);

      g_assert_true (
          trama_record_equal (now, backwards ? set->changes[i].before : set->changes[i].after));
      g_assert_false (trama_record_equal (set->changes[i].before, set->changes[i].after));
    }
  run->changes++;
}

static void
random_edit (Run *run, GRand *rand)
{
  TramaVersion *version = trama_document_get_version (run->document);
  TramaTransaction *transaction = trama_document_begin (run->document);
  g_autoptr (GHashTable) before = model_copy (run->model);
  g_autoptr (TramaProblems) problems = trama_problems_new (1);
  GPtrArray *pools[TRAMA_N_KINDS];
  guint changes = run->changes;
  g_autoptr (GError) error = NULL;

  fill_pools (version, pools);
  for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
    {
      TramaRecordBuilder *builder;
      const TramaRecord *record;

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          record = any_record (rand, version);
          /* Only what is still there, and as it was: else the pools are out of date. */
          if (n > 1 || record->kind == TRAMA_KIND_PORTFOLIO || trama_version_size (version) < 100)
            break;
          trama_transaction_remove_with_dependants (transaction, record->id);
          model_remove (run->model, record->id);
          break;
        case 1:
          record = any_record (rand, version);
          builder = trama_transaction_edit (transaction, record);
          if (!random_fill (rand, builder, pools))
            break;
          model_set (run->model, trama_transaction_put (transaction));
          break;
        default:
          builder = trama_transaction_draft (transaction,
                                             (TramaKind) g_rand_int_range (rand, 2, TRAMA_N_KINDS));
          if (!random_fill (rand, builder, pools))
            break;
          model_set (run->model, trama_transaction_put (transaction));
        }
    }
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    g_ptr_array_unref (pools[kind]);
  trama_document_commit (run->document, transaction, "A step", &error);
  g_assert_no_error (error);
  if (run->changes == changes)
    return;
  g_ptr_array_add (run->past, g_steal_pointer (&before));
  g_ptr_array_set_size (run->future, 0);
  trama_version_check_references (trama_document_get_version (run->document), NULL, problems);
  g_assert_cmpuint (trama_problems_count (problems), ==, 0);
}

static void
step (Run *run, GPtrArray *from, GPtrArray *to, gboolean (*move) (TramaDocument *document))
{
  g_assert_true (move (run->document) == (from->len > 0));
  if (from->len == 0)
    return;
  g_ptr_array_add (to, run->model);
  run->model = g_ptr_array_steal_index (from, from->len - 1);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (TramaVersion) version = random_portfolio (1, 150);
  g_autoptr (TramaVersion) kept = NULL;
  g_autoptr (GHashTable) kept_model = NULL;
  Run run = { .document = trama_document_new (version),
              .model = model_of (version),
              .past = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref),
              .future = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref) };

  trama_document_set_author (run.document, "Ana");
  g_signal_connect (run.document, "changed", G_CALLBACK (on_changed), &run);
  for (int i = 0; i < 2500; i++)
    {
      int what = g_rand_int_range (rand, 0, 10);

      if (what < 5)
        random_edit (&run, rand);
      else if (what < 8)
        step (&run, run.past, run.future, trama_document_undo);
      else
        step (&run, run.future, run.past, trama_document_redo);
      g_assert_true ((trama_document_get_undo_label (run.document) != NULL) == (run.past->len > 0));
      g_assert_true ((trama_document_get_redo_label (run.document) != NULL)
                     == (run.future->len > 0));
      assert_same (trama_document_get_version (run.document), run.model);
      if (i % 500 == 0)
        {
          /* A version that somebody holds on to never changes. */
          if (kept != NULL)
            assert_same (kept, kept_model);
          g_clear_pointer (&kept, trama_version_unref);
          g_clear_pointer (&kept_model, g_hash_table_unref);
          kept = trama_version_ref (trama_document_get_version (run.document));
          kept_model = model_copy (run.model);
        }
    }
  while (run.past->len > 0)
    step (&run, run.past, run.future, trama_document_undo);
  g_assert_true (trama_version_equal (trama_document_get_version (run.document), version));
  while (run.future->len > 0)
    step (&run, run.future, run.past, trama_document_redo);
  assert_same (trama_document_get_version (run.document), run.model);

  g_object_unref (run.document);
  g_hash_table_unref (run.model);
  g_ptr_array_unref (run.past);
  g_ptr_array_unref (run.future);
}

/* A small portfolio by hand. */
typedef struct
{
  TramaDocument *document;
  TramaId portfolio, firm, other, programme, membership, activity;
} Fixture;

static TramaId
put (TramaTransaction *transaction)
{
  return trama_transaction_put (transaction)->id;
}

static gint64
standing_clock (gpointer data)
{
  return 1782864000;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaVersion) empty = trama_version_new_empty ();
  TramaTransaction *transaction;
  TramaId firms[2];
  g_autoptr (GError) error = NULL;

  self->document = trama_document_new (empty);
  trama_document_set_author (self->document, "Ana");
  trama_document_set_clock (self->document, standing_clock, NULL);
  trama_id_source_init_seeded (trama_document_get_id_source (self->document), 1);
  transaction = trama_document_begin (self->document);
  ((TramaPortfolio *) trama_transaction_draft (transaction, TRAMA_KIND_PORTFOLIO)->draft)->title
      = "Sierra";
  self->portfolio = put (transaction);
  ((TramaFirm *) trama_transaction_draft (transaction, TRAMA_KIND_FIRM)->draft)->name
      = "Botas Real";
  self->firm = put (transaction);
  ((TramaFirm *) trama_transaction_draft (transaction, TRAMA_KIND_FIRM)->draft)->name = "Suelas";
  self->other = put (transaction);
  ((TramaProgramme *) trama_transaction_draft (transaction, TRAMA_KIND_PROGRAMME)->draft)->name
      = "Profo";
  self->programme = put (transaction);
  {
    TramaMembership *draft
        = (TramaMembership *) trama_transaction_draft (transaction, TRAMA_KIND_MEMBERSHIP)->draft;

    draft->programme = self->programme;
    draft->firm = self->firm;
    self->membership = put (transaction);
  }
  {
    TramaRecordBuilder *builder = trama_transaction_draft (transaction, TRAMA_KIND_ACTIVITY);
    TramaActivity *draft = (TramaActivity *) builder->draft;

    firms[0] = self->firm;
    firms[1] = self->other;
    draft->programme = self->programme;
    draft->kind = 1;
    draft->date = trama_date_from_day (20000);
    draft->participants = trama_record_builder_ids (builder, firms, 2);
    draft->led_by = self->firm;
    self->activity = put (transaction);
  }
  trama_document_commit (self->document, transaction, "Begin", &error);
  g_assert_no_error (error);
  trama_document_mark_saved (self->document, trama_document_get_version (self->document));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->document);
}

static const TramaRecord *
find (Fixture *self, TramaId id)
{
  return trama_version_find_among (trama_document_get_version (self->document), TRAMA_ALL_KINDS,
                                   id);
}

/* Renames the firm. */
static void
rename_firm (Fixture *self, const char *name)
{
  TramaTransaction *transaction = trama_document_begin (self->document);
  TramaRecordBuilder *builder = trama_transaction_edit (transaction, find (self, self->firm));
  g_autoptr (GError) error = NULL;

  ((TramaFirm *) builder->draft)->name = name;
  trama_transaction_put (transaction);
  g_assert_true (trama_document_commit (self->document, transaction, name, &error));
  g_assert_no_error (error);
}

/* Who and when are stamped on what is new, and stay on what is changed. */
static void
test_stamp (Fixture *self, gconstpointer data)
{
  g_assert_cmpstr (find (self, self->firm)->entered_by, ==, "Ana");
  g_assert_cmpint (find (self, self->firm)->entered, ==, 1782864000);
  trama_document_set_author (self->document, "Berta");
  rename_firm (self, "Botas");
  g_assert_cmpstr (find (self, self->firm)->entered_by, ==, "Ana");
}

static void
test_removal (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaVersion) before = trama_version_ref (trama_document_get_version (self->document));
  g_autoptr (TramaVersion) after = NULL;
  TramaTransaction *transaction = trama_document_begin (self->document);
  const TramaActivity *activity;
  g_autoptr (GError) error = NULL;

  /* Not while others need it. */
  trama_transaction_remove (transaction, self->firm);
  g_assert_false (trama_document_commit (self->document, transaction, "Remove", &error));
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "Membership"));
  g_clear_error (&error);
  g_assert_true (trama_document_get_version (self->document) == before);

  transaction = trama_document_begin (self->document);
  trama_transaction_remove_with_dependants (transaction, self->firm);
  g_assert_true (trama_document_commit (self->document, transaction, "Remove", &error));
  g_assert_null (find (self, self->firm));
  g_assert_null (find (self, self->membership));
  activity = (const TramaActivity *) find (self, self->activity);
  g_assert_cmpuint (activity->participants.n, ==, 1);
  g_assert_true (trama_id_equal (activity->participants.ids[0], self->other));
  g_assert_true (trama_id_is_none (activity->led_by));
  after = trama_version_ref (trama_document_get_version (self->document));

  /* One step to undo, and to redo. */
  g_assert_true (trama_document_undo (self->document));
  g_assert_true (trama_version_equal (trama_document_get_version (self->document), before));
  g_assert_true (trama_document_redo (self->document));
  g_assert_true (trama_version_equal (trama_document_get_version (self->document), after));

  /* All that belongs to the programme goes with it, what the same step made too. */
  transaction = trama_document_begin (self->document);
  {
    TramaClosedMonth *draft
        = (TramaClosedMonth *) trama_transaction_draft (transaction, TRAMA_KIND_CLOSED_MONTH)
              ->draft;

    draft->programme = self->programme;
    g_assert_true (trama_date_parse ("2024-06", 7, &draft->month));
    trama_transaction_put (transaction);
  }
  trama_transaction_remove_with_dependants (transaction, self->programme);
  g_assert_true (trama_document_commit (self->document, transaction, "Remove", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (trama_version_size (trama_document_get_version (self->document)), ==, 2);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  TramaTransaction *transaction = trama_document_begin (self->document);
  g_autoptr (TramaVersion) before = trama_version_ref (trama_document_get_version (self->document));
  g_autoptr (GError) error = NULL;
  TramaMembership *draft;

  /* A reference to a record of another kind; a firm without a name; a sum without a currency. */
  draft = (TramaMembership *) trama_transaction_draft (transaction, TRAMA_KIND_MEMBERSHIP)->draft;
  draft->programme = self->firm;
  draft->firm = self->firm;
  trama_transaction_put (transaction);
  g_assert_false (trama_document_commit (self->document, transaction, "x", &error));
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT);
  g_clear_error (&error);

  transaction = trama_document_begin (self->document);
  trama_transaction_draft (transaction, TRAMA_KIND_FIRM);
  trama_transaction_put (transaction);
  g_assert_false (trama_document_commit (self->document, transaction, "x", &error));
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "Name"));
  g_assert_nonnull (strstr (error->message, "missing"));
  g_assert_true (trama_document_get_version (self->document) == before);
  g_assert_false (trama_document_get_modified (self->document));
}

/* What changes nothing is no step; what is made and taken back in one neither. */
static void
test_nothing (Fixture *self, gconstpointer data)
{
  TramaTransaction *transaction = trama_document_begin (self->document);
  const char *label = trama_document_get_undo_label (self->document);
  g_autoptr (GError) error = NULL;

  trama_transaction_edit (transaction, find (self, self->firm));
  trama_transaction_put (transaction);
  ((TramaFirm *) trama_transaction_draft (transaction, TRAMA_KIND_FIRM)->draft)->name = "x";
  trama_transaction_remove (transaction, trama_transaction_put (transaction)->id);
  g_assert_true (trama_document_commit (self->document, transaction, "Nothing", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (trama_document_get_undo_label (self->document), ==, label);
  g_assert_false (trama_document_get_modified (self->document));
}

static void
count (gpointer object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_saved_point (Fixture *self, gconstpointer data)
{
  guint n = 0;

  g_signal_connect (self->document, "notify::modified", G_CALLBACK (count), &n);
  rename_firm (self, "one");
  g_assert_true (trama_document_get_modified (self->document));
  g_assert_cmpstr (trama_document_get_undo_label (self->document), ==, "one");
  trama_document_mark_saved (self->document, trama_document_get_version (self->document));
  g_assert_false (trama_document_get_modified (self->document));
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (trama_document_undo (self->document));
  g_assert_true (trama_document_get_modified (self->document));
  g_assert_cmpstr (trama_document_get_redo_label (self->document), ==, "one");
  g_assert_true (trama_document_redo (self->document));
  g_assert_false (trama_document_get_modified (self->document));
  /* Back to what is saved by another way. */
  rename_firm (self, "two");
  rename_firm (self, "one");
  g_assert_false (trama_document_get_modified (self->document));
}

typedef struct
{
  TramaDocument *copy;
} Follower;

static void
follow (TramaDocument *document, TramaChangeSet *set, gboolean backwards, gpointer data)
{
  trama_document_replay (((Follower *) data)->copy, set, backwards);
  g_assert_true (trama_version_equal (trama_document_get_version (((Follower *) data)->copy),
                                      trama_document_get_version (document)));
}

/* One that makes the same steps has the same history; one that comes later makes them all new. */
static void
test_replay (Fixture *self, gconstpointer data)
{
  Follower follower = { trama_document_new (trama_document_get_version (self->document)) };

  rename_firm (self, "before");
  g_object_unref (follower.copy);
  follower.copy = trama_document_new (trama_document_get_version (self->document));
  g_signal_connect (self->document, "changed", G_CALLBACK (follow), &follower);
  rename_firm (self, "one");
  rename_firm (self, "two");
  trama_document_undo (self->document);
  g_assert_cmpstr (trama_document_get_undo_label (follower.copy), ==, "one");
  g_assert_cmpstr (trama_document_get_redo_label (follower.copy), ==, "two");
  trama_document_redo (self->document);
  g_assert_null (trama_document_get_redo_label (follower.copy));
  trama_document_undo (self->document);
  trama_document_undo (self->document);
  g_assert_null (trama_document_get_undo_label (follower.copy));
  /* The step before is not in its history: to take it back is a step of its own. */
  trama_document_undo (self->document);
  g_assert_cmpstr (trama_document_get_undo_label (follower.copy), ==, "before");
  g_assert_true (trama_document_undo (follower.copy));
  g_assert_cmpstr (((const TramaFirm *) trama_version_find_among (
                        trama_document_get_version (follower.copy), TRAMA_ALL_KINDS, self->firm))
                       ->name,
                   ==, "before");
  g_object_unref (follower.copy);
}

static void
test_version (Fixture *self, gconstpointer data)
{
  TramaVersion *version = trama_document_get_version (self->document);
  g_autofree char *firm = trama_version_describe_id (version, self->firm);
  g_autofree char *membership = trama_version_describe_id (version, self->membership);
  g_autofree char *participants = NULL;
  g_autofree char *nobody = NULL;
  g_autoptr (GPtrArray) referring = trama_version_referring_records (version, self->firm);
  TramaId unknown;

  g_assert_cmpstr (firm, ==, "Botas Real");
  g_assert_cmpstr (membership, ==, "Membership, Botas Real");
  participants = trama_version_field_to_prose (
      version, find (self, self->activity),
      trama_kind_field (TRAMA_KIND_ACTIVITY, "participants", strlen ("participants")));
  g_assert_nonnull (strstr (participants, "Botas Real"));
  g_assert_nonnull (strstr (participants, "Suelas"));
  g_assert_true (trama_id_parse ("aaaaaaaaaaaaaaaa", 16, &unknown));
  nobody = trama_version_describe_id (version, unknown);
  g_assert_cmpstr (nobody, ==, "aaaaaaaaaaaaaaaa");
  /* Each once, though the activity refers to the firm twice. */
  g_assert_cmpuint (referring->len, ==, 2);
  g_assert_cmpuint (
      TRAMA_REFERRING (version, MEMBERSHIP, TramaMembership, programme, self->programme).n, ==, 1);
  g_assert_true (TRAMA_FIND (version, FIRM, self->firm) == find (self, self->firm));
  g_assert_null (TRAMA_FIND (version, PERSON, self->firm));
  g_assert_cmpstr (trama_version_portfolio (version)->title, ==, "Sierra");
}

static void
test_lens (void)
{
  g_autoptr (TramaLens) lens = trama_lens_new (100);
  TramaId id;
  guint dates = 0, brokers = 0, programmes = 0, selections = 0;

  g_signal_connect (lens, "notify::as-of", G_CALLBACK (count), &dates);
  g_signal_connect (lens, "notify::with-broker", G_CALLBACK (count), &brokers);
  g_signal_connect (lens, "notify::programme", G_CALLBACK (count), &programmes);
  g_signal_connect (lens, "notify::selected", G_CALLBACK (count), &selections);
  g_assert_true (trama_id_parse ("aaaaaaaaaaaaaaaa", 16, &id));
  g_assert_cmpint (trama_lens_get_as_of (lens), ==, 100);
  g_assert_true (trama_lens_get_with_broker (lens));
  g_assert_true (trama_id_is_none (trama_lens_get_programme (lens)));
  for (int i = 0; i < 2; i++)
    {
      trama_lens_set_as_of (lens, 200);
      trama_lens_set_with_broker (lens, FALSE);
      trama_lens_set_programme (lens, id);
      trama_lens_set_selected (lens, id);
    }
  g_assert_cmpint (trama_lens_get_as_of (lens), ==, 200);
  g_assert_false (trama_lens_get_with_broker (lens));
  g_assert_true (trama_id_equal (trama_lens_get_programme (lens), id));
  g_assert_true (trama_id_equal (trama_lens_get_selected (lens), id));
  /* Told once: the second time nothing changed. */
  g_assert_cmpuint (dates, ==, 1);
  g_assert_cmpuint (brokers, ==, 1);
  g_assert_cmpuint (programmes, ==, 1);
  g_assert_cmpuint (selections, ==, 1);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/document/random", test_random);
  ADD ("/model/document/stamp", test_stamp);
  ADD ("/model/document/removal", test_removal);
  ADD ("/model/document/refused", test_refused);
  ADD ("/model/document/nothing", test_nothing);
  ADD ("/model/document/saved-point", test_saved_point);
  ADD ("/model/document/replay", test_replay);
  ADD ("/model/document/version", test_version);
  g_test_add_func ("/model/lens", test_lens);
  return g_test_run ();
}
