/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What two people did, put together: the laws by random portfolios, the cases by hand. */
#include "random-changes.h"
#include "trama-document.h"
#include "trama-merge.h"

#define ROUNDS 300

typedef struct
{
  GRand *rand;
  TramaIdSource ids;
  TramaVersion *base;
  TramaVersion *mine;
  TramaVersion *theirs;
} Three;

static void
three_clear (Three *self)
{
  g_rand_free (self->rand);
  trama_version_unref (self->base);
  trama_version_unref (self->mine);
  trama_version_unref (self->theirs);
}

static void
three_make (Three *self, guint32 seed)
{
  self->rand = g_rand_new_with_seed (seed);
  trama_id_source_init_seeded (&self->ids, 100000 + seed);
  self->base = random_portfolio (seed, 60 + seed % 40);
  self->mine = random_changes (self->rand, self->base, seed % 13, &self->ids);
  self->theirs = random_changes (self->rand, self->base, seed % 11, &self->ids);
}

static void
assert_sound (TramaVersion *version)
{
  g_autoptr (TramaProblems) problems = trama_problems_new (3);

  trama_version_check_references (version, NULL, problems);
  g_assert_cmpuint (trama_problems_count (problems), ==, 0);
  g_assert_cmpuint (trama_table_size (trama_version_table (version, TRAMA_KIND_PORTFOLIO)), ==, 1);
}

/* With oneself, and with what both came from. */
static void
test_identities (void)
{
  for (guint32 seed = 0; seed < ROUNDS; seed++)
    {
      Three three;
      g_autoptr (TramaMerge) self = NULL;
      g_autoptr (TramaMerge) nothing = NULL;
      g_autoptr (TramaMerge) other = NULL;

      three_make (&three, seed);
      self = trama_merge_new (three.base, three.mine, three.mine);
      g_assert_cmpuint (trama_merge_n_clashes (self), ==, 0);
      g_assert_cmpuint (trama_merge_n_changes (self), ==, 0);
      g_assert_true (trama_version_equal (trama_merge_get_version (self), three.mine));
      nothing = trama_merge_new (three.base, three.mine, three.base);
      g_assert_cmpuint (trama_merge_n_clashes (nothing), ==, 0);
      g_assert_true (trama_version_equal (trama_merge_get_version (nothing), three.mine));
      other = trama_merge_new (three.base, three.base, three.theirs);
      g_assert_cmpuint (trama_merge_n_clashes (other), ==, 0);
      g_assert_true (trama_version_equal (trama_merge_get_version (other), three.theirs));
      three_clear (&three);
    }
}

static gboolean
has_clash (TramaMerge *merge, TramaId id)
{
  for (guint i = 0; i < trama_merge_n_clashes (merge); i++)
    if (trama_id_equal (trama_merge_get_clash (merge, i)->id, id)
        || trama_id_equal (trama_merge_get_clash (merge, i)->referrer, id))
      return TRUE;
  return FALSE;
}

typedef struct
{
  Three *three;
  TramaMerge *merges[2];
  guint depth;
  gboolean touched;
} Touching;

static gboolean is_touched (Touching *touching, TramaId id);

static void
touch (const TramaRecord *record, const TramaField *field, TramaId target, gpointer data)
{
  Touching *touching = data;

  touching->touched = touching->touched || is_touched (touching, target);
}

/* A clash is of it, or of what it refers to: whoever let go of what was removed differs, too. */
static gboolean
is_touched (Touching *touching, TramaId id)
{
  TramaVersion *versions[]
      = { touching->three->base, touching->three->mine, touching->three->theirs };
  Touching further = *touching;

  if (has_clash (touching->merges[0], id) || has_clash (touching->merges[1], id))
    return TRUE;
  if (further.depth-- == 0)
    return FALSE;
  further.touched = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (versions) && !further.touched; i++)
    {
      const TramaRecord *record = trama_version_find_among (versions[i], TRAMA_ALL_KINDS, id);

      if (record != NULL)
        trama_record_foreach_reference (record, touch, &further);
    }
  return further.touched;
}

/* Whoever asks the other to merge gets the same, but for what clashes; and there, the other's
 * where the other's is chosen. */
static void
test_commutes (void)
{
  guint clashing = 0, quiet = 0;

  for (guint32 seed = 0; seed < ROUNDS; seed++)
    {
      Three three;
      g_autoptr (TramaMerge) here = NULL;
      g_autoptr (TramaMerge) there = NULL;
      TramaVersion *versions[2];

      three_make (&three, seed);
      here = trama_merge_new (three.base, three.mine, three.theirs);
      there = trama_merge_new (three.base, three.theirs, three.mine);
      versions[0] = trama_merge_get_version (here);
      versions[1] = trama_merge_get_version (there);
      assert_sound (versions[0]);
      assert_sound (versions[1]);
      for (int i = 0; i < 2; i++)
        for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
          {
            TramaTable *table = trama_version_table (versions[i], (TramaKind) kind);

            for (guint j = 0; j < trama_table_size (table); j++)
              {
                const TramaRecord *record = trama_table_get (table, j);

                Touching touching = { &three, { here, there }, 4, FALSE };

                if (!trama_record_equal (
                        record, trama_version_find (versions[1 - i], (TramaKind) kind, record->id)))
                  g_assert_true (is_touched (&touching, record->id));
              }
          }
      if (trama_merge_n_clashes (here) == 0)
        {
          quiet++;
          g_assert_cmpuint (trama_merge_n_clashes (there), ==, 0);
          g_assert_true (trama_version_equal (versions[0], versions[1]));
        }
      else
        {
          clashing++;
          trama_merge_choose (here, G_MAXUINT, TRUE);
          assert_sound (trama_merge_get_version (here));
          g_assert_true (trama_version_equal (trama_merge_get_version (here), versions[1]));
          trama_merge_choose (here, G_MAXUINT, FALSE);
          trama_merge_choose (there, G_MAXUINT, TRUE);
          g_assert_true (trama_version_equal (trama_merge_get_version (here),
                                              trama_merge_get_version (there)));
        }
      three_clear (&three);
    }
  /* Both have been tried. */
  g_assert_cmpuint (clashing, >, ROUNDS / 10);
  g_assert_cmpuint (quiet, >, ROUNDS / 10);
}

/* Whatever is chosen, in whatever order, what comes out is sound. */
static void
test_choices (void)
{
  for (guint32 seed = 0; seed < ROUNDS; seed++)
    {
      Three three;
      g_autoptr (TramaMerge) merge = NULL;

      three_make (&three, seed * 7 + 12);
      merge = trama_merge_new (three.base, three.mine, three.theirs);
      for (int i = 0; i < 12 && trama_merge_n_clashes (merge) > 0; i++)
        {
          guint at
              = (guint) g_rand_int_range (three.rand, 0, (gint32) trama_merge_n_clashes (merge));
          g_autofree char *text = trama_merge_describe_clash (merge, at);

          g_assert_nonnull (text);
          trama_merge_choose (merge, at, g_rand_boolean (three.rand));
          assert_sound (trama_merge_get_version (merge));
        }
      three_clear (&three);
    }
}

/* In a document, it is one step. */
static void
test_one_step (void)
{
  for (guint32 seed = 20; seed < 40; seed++)
    {
      Three three;
      g_autoptr (TramaMerge) merge = NULL;
      g_autoptr (TramaDocument) document = NULL;
      g_autoptr (GError) error = NULL;
      TramaTransaction *transaction;

      three_make (&three, seed);
      merge = trama_merge_new (three.base, three.mine, three.theirs);
      document = trama_document_new (three.mine);
      transaction = trama_document_begin (document);
      trama_merge_apply (merge, transaction);
      g_assert_true (trama_document_commit (document, transaction, "Merge", &error));
      g_assert_no_error (error);
      g_assert_true (trama_version_equal (trama_document_get_version (document),
                                          trama_merge_get_version (merge)));
      if (trama_merge_n_changes (merge) > 0)
        {
          g_assert_cmpstr (trama_document_get_undo_label (document), ==, "Merge");
          g_assert_true (trama_document_undo (document));
        }
      g_assert_false (trama_document_undo (document));
      g_assert_true (trama_version_equal (trama_document_get_version (document), three.mine));
      three_clear (&three);
    }
}

/* By hand. */

static TramaId
make_id (char letter)
{
  char text[TRAMA_ID_LENGTH + 1] = { 0 };
  TramaId id;

  memset (text, letter, TRAMA_ID_LENGTH);
  g_assert_true (trama_id_parse (text, TRAMA_ID_LENGTH, &id));
  return id;
}

typedef struct
{
  TramaVersion *version;
  TramaTransaction *transaction;
  TramaIdSource ids;
} Hand;

static TramaTransaction *
hand_begin (Hand *self, TramaVersion *from)
{
  trama_id_source_init_seeded (&self->ids, 5);
  self->transaction = trama_transaction_new (from, NULL, 1750000000, &self->ids);
  return self->transaction;
}

static TramaVersion *
hand_end (Hand *self)
{
  g_autoptr (TramaTransaction) transaction = g_steal_pointer (&self->transaction);
  g_autoptr (TramaChangeSet) set = NULL;
  g_autoptr (GError) error = NULL;
  TramaVersion *version = NULL;

  set = trama_transaction_finish (transaction, "x", &version, &error);
  g_assert_no_error (error);
  g_assert_nonnull (version);
  return version;
}

static gpointer
new_draft (Hand *self, TramaKind kind, TramaId id)
{
  TramaRecordBuilder *builder = trama_transaction_draft (self->transaction, kind);

  builder->draft->id = id;
  return builder->draft;
}

static gpointer
edit_draft (Hand *self, TramaId id)
{
  return trama_transaction_edit (self->transaction, trama_transaction_find (self->transaction, id))
      ->draft;
}

/* A portfolio p, firms f, g, h, a programme m with an activity a of f and g. */
static TramaVersion *
make_base (Hand *self)
{
  g_autoptr (TramaVersion) empty = trama_version_new_empty ();
  TramaId both[2] = { make_id ('f'), make_id ('g') };
  TramaActivity *activity;

  hand_begin (self, empty);
  ((TramaPortfolio *) new_draft (self, TRAMA_KIND_PORTFOLIO, make_id ('p')))->title = "P";
  trama_transaction_put (self->transaction);
  for (const char *letter = "fgh"; *letter != '\0'; letter++)
    {
      TramaFirm *firm = new_draft (self, TRAMA_KIND_FIRM, make_id (*letter));

      firm->name = "Firm";
      firm->place = "before";
      trama_transaction_put (self->transaction);
    }
  ((TramaProgramme *) new_draft (self, TRAMA_KIND_PROGRAMME, make_id ('m')))->name = "M";
  trama_transaction_put (self->transaction);
  activity = new_draft (self, TRAMA_KIND_ACTIVITY, make_id ('a'));
  activity->programme = make_id ('m');
  activity->kind = TRAMA_ACTIVITY_MEETING;
  activity->date = trama_date_from_day (20000);
  activity->participants = (TramaIds) { 2, both };
  trama_transaction_put (self->transaction);
  return hand_end (self);
}

static void
test_by_hand (void)
{
  Hand hand = { 0 };
  g_autoptr (TramaVersion) base = make_base (&hand);
  g_autoptr (TramaVersion) mine = NULL;
  g_autoptr (TramaVersion) theirs = NULL;
  g_autoptr (TramaMerge) merge = NULL;
  const TramaFirm *firm;
  const TramaActivity *activity;
  const TramaClash *clash;
  TramaId set[3] = { make_id ('f'), make_id ('g'), make_id ('h') };
  g_autofree char *text = NULL;

  /* Mine: f's place and trade; h joins the activity. Theirs: f's place and note; f leaves it. */
  hand_begin (&hand, base);
  firm = edit_draft (&hand, make_id ('f'));
  ((TramaFirm *) firm)->place = "mine";
  ((TramaFirm *) firm)->trade = "shoes";
  trama_transaction_put (hand.transaction);
  activity = edit_draft (&hand, make_id ('a'));
  ((TramaActivity *) activity)->participants = (TramaIds) { 3, set };
  trama_transaction_put (hand.transaction);
  mine = hand_end (&hand);
  hand_begin (&hand, base);
  firm = edit_draft (&hand, make_id ('f'));
  ((TramaFirm *) firm)->place = "theirs";
  ((TramaFirm *) firm)->note = "a note";
  trama_transaction_put (hand.transaction);
  activity = edit_draft (&hand, make_id ('a'));
  ((TramaActivity *) activity)->participants = (TramaIds) { 1, set + 1 };
  trama_transaction_put (hand.transaction);
  theirs = hand_end (&hand);

  merge = trama_merge_new (base, mine, theirs);
  firm = (const TramaFirm *) TRAMA_FIND (trama_merge_get_version (merge), FIRM, make_id ('f'));
  g_assert_cmpstr (firm->place, ==, "mine");
  g_assert_cmpstr (firm->trade, ==, "shoes");
  g_assert_cmpstr (firm->note, ==, "a note");
  activity = (const TramaActivity *) TRAMA_FIND (trama_merge_get_version (merge), ACTIVITY,
                                                 make_id ('a'));
  g_assert_cmpuint (activity->participants.n, ==, 2);
  g_assert_true (trama_ids_contain (activity->participants, make_id ('g')));
  g_assert_true (trama_ids_contain (activity->participants, make_id ('h')));
  g_assert_cmpuint (trama_merge_n_clashes (merge), ==, 1);
  clash = trama_merge_get_clash (merge, 0);
  g_assert_cmpint (clash->type, ==, TRAMA_CLASH_FIELD);
  g_assert_cmpstr (clash->field->id, ==, "place");
  text = trama_merge_describe_clash (merge, 0);
  g_assert_cmpstr (text, ==,
                   "Firm “Firm” (ffffffffffffffff): Place: before “before”, mine “mine”, theirs "
                   "“theirs”");
  trama_merge_choose (merge, 0, TRUE);
  firm = (const TramaFirm *) TRAMA_FIND (trama_merge_get_version (merge), FIRM, make_id ('f'));
  g_assert_cmpstr (firm->place, ==, "theirs");
  g_assert_cmpstr (firm->trade, ==, "shoes");
  g_assert_true (trama_merge_get_clash (merge, 0)->take_theirs);
}

/* One removes a firm with all that is its own, the other gives it something or changes it. */
static void
test_removals (void)
{
  Hand hand = { 0 };
  g_autoptr (TramaVersion) base = make_base (&hand);
  g_autoptr (TramaVersion) without = NULL;
  g_autoptr (TramaVersion) with = NULL;
  g_autoptr (TramaVersion) changed = NULL;
  TramaTierReading *reading;

  hand_begin (&hand, base);
  trama_transaction_remove_with_dependants (hand.transaction, make_id ('f'));
  without = hand_end (&hand);
  hand_begin (&hand, base);
  reading = new_draft (&hand, TRAMA_KIND_TIER_READING, make_id ('t'));
  reading->firm = make_id ('f');
  reading->date = trama_date_from_day (20001);
  reading->tier = TRAMA_TIER_LEADING;
  trama_transaction_put (hand.transaction);
  with = hand_end (&hand);
  hand_begin (&hand, base);
  ((TramaFirm *) edit_draft (&hand, make_id ('f')))->place = "moved";
  trama_transaction_put (hand.transaction);
  changed = hand_end (&hand);

  {
    /* Mine has removed it: their reading has nowhere to go. */
    g_autoptr (TramaMerge) merge = trama_merge_new (base, without, with);

    assert_sound (trama_merge_get_version (merge));
    g_assert_null (TRAMA_FIND (trama_merge_get_version (merge), TIER_READING, make_id ('t')));
    g_assert_cmpuint (trama_merge_n_clashes (merge), ==, 1);
    g_assert_cmpint (trama_merge_get_clash (merge, 0)->type, ==, TRAMA_CLASH_REFERENCE);
    g_assert_true (trama_id_equal (trama_merge_get_clash (merge, 0)->id, make_id ('f')));
    g_assert_true (trama_id_equal (trama_merge_get_clash (merge, 0)->referrer, make_id ('t')));
    /* Theirs brings the firm back, and the reading with it. */
    trama_merge_choose (merge, 0, TRUE);
    assert_sound (trama_merge_get_version (merge));
    g_assert_nonnull (TRAMA_FIND (trama_merge_get_version (merge), TIER_READING, make_id ('t')));
    g_assert_nonnull (TRAMA_FIND (trama_merge_get_version (merge), FIRM, make_id ('f')));
  }
  {
    /* The other way round, mine needs it. */
    g_autoptr (TramaMerge) merge = trama_merge_new (base, with, without);

    assert_sound (trama_merge_get_version (merge));
    g_assert_nonnull (TRAMA_FIND (trama_merge_get_version (merge), TIER_READING, make_id ('t')));
    g_assert_nonnull (TRAMA_FIND (trama_merge_get_version (merge), FIRM, make_id ('f')));
    g_assert_cmpuint (trama_merge_n_clashes (merge), ==, 1);
  }
  {
    g_autoptr (TramaMerge) merge = trama_merge_new (base, without, changed);

    g_assert_null (TRAMA_FIND (trama_merge_get_version (merge), FIRM, make_id ('f')));
    g_assert_cmpuint (trama_merge_n_clashes (merge), ==, 1);
    g_assert_cmpint (trama_merge_get_clash (merge, 0)->type, ==, TRAMA_CLASH_REMOVED);
  }
  {
    g_autoptr (TramaMerge) merge = trama_merge_new (base, changed, without);

    g_assert_nonnull (TRAMA_FIND (trama_merge_get_version (merge), FIRM, make_id ('f')));
    g_assert_cmpuint (trama_merge_n_clashes (merge), ==, 1);
  }
  {
    /* Both have removed it. */
    g_autoptr (TramaMerge) merge = trama_merge_new (base, without, without);

    g_assert_cmpuint (trama_merge_n_clashes (merge), ==, 0);
  }
}

/* Two portfolios that began apart. */
static void
test_strangers (void)
{
  g_autoptr (TramaVersion) empty = trama_version_new_empty ();
  g_autoptr (TramaVersion) mine = random_portfolio (201, 80);
  g_autoptr (TramaVersion) theirs = random_portfolio (202, 80);
  g_autoptr (TramaMerge) merge = trama_merge_new (empty, mine, theirs);

  assert_sound (trama_merge_get_version (merge));
  g_assert_cmpuint (trama_merge_n_clashes (merge), >=, 1);
  g_assert_true (
      trama_id_equal (trama_version_portfolio (trama_merge_get_version (merge))->record.id,
                      trama_version_portfolio (mine)->record.id));
  g_assert_cmpuint (trama_version_size (trama_merge_get_version (merge)), >, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/merge/identities", test_identities);
  g_test_add_func ("/model/merge/commutes", test_commutes);
  g_test_add_func ("/model/merge/choices", test_choices);
  g_test_add_func ("/model/merge/one-step", test_one_step);
  g_test_add_func ("/model/merge/by-hand", test_by_hand);
  g_test_add_func ("/model/merge/removals", test_removals);
  g_test_add_func ("/model/merge/strangers", test_strangers);
  return g_test_run ();
}
