/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ratings and what they come to: ideal profiles, gates, margins, movement, screening, the weakest
 * node, the matrix. The tables here are the documents', typed again, not read from the files.
 */
#include "fixture.h"

typedef struct
{
  Fixture f;
  const char *subject;
  TramaVersion *version;
} Place;

static void
place_init (Place *place, const char *industry)
{
  fixture_init_open (&place->f);
  place->subject = add (&place->f, "cluster", "name", "Valle", "industry", industry, NULL);
  place->version = NULL;
}

static void
rate_by (Place *place, const char *method, const char *criterion, const char *date, int rating,
         const char *assessor, const char *role)
{
  g_autofree char *text = g_strdup_printf ("%d", rating);

  add (&place->f, "assessment", "subject", place->subject, "method", method, "criterion", criterion,
       "date", date, "rating", text, "assessor", assessor, "role", role, "reason", "as seen", NULL);
}

static void
rate (Place *place, const char *method, const char *criterion, const char *date, int rating)
{
  rate_by (place, method, criterion, date, rating, "Ana", "external");
}

static TramaEvaluation *
judge (Place *place, const char *method, const char *day)
{
  if (place->version == NULL)
    place->version = fixture_finish (&place->f);
  return evaluate_at (place->version, place->subject, method, day);
}

static void
place_clear (Place *place)
{
  if (place->version == NULL)
    place->version = fixture_finish (&place->f);
  g_clear_pointer (&place->version, trama_version_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static const char *const type_rows[]
    = { "technology",  "skills",    "innovation", "trust",   "co-operation",
        "competition", "firm-size", "exports",    "learning" };

/* UN98 Table 3, column by column; where a cell is a span or a set both its ends are tried. */
static const struct
{
  const char *type;
  int low[9];
  int high[9];
} columns[] = {
  { "informal", { 1, 1, 1, 1, 1, 3, 1, 0, 1 }, { 1, 1, 1, 1, 1, 3, 1, 1, 1 } },
  { "organized", { 2, 2, 2, 3, 3, 3, 3, 2, 2 }, { 2, 2, 2, 3, 3, 3, 3, 3, 3 } },
  { "innovative", { 3, 3, 3, 3, 3, 3, 3, 3, 3 }, { 3, 3, 3, 3, 3, 3, 3, 3, 3 } },
  { "park", { 1, 2, 2, 1, 1, 2, 2, 2, 3 }, { 3, 2, 2, 1, 1, 2, 2, 2, 3 } },
  { "epz", { 1, 1, 1, 1, 2, 3, 3, 3, 1 }, { 2, 2, 1, 1, 2, 3, 3, 3, 2 } },
};

static void
test_columns (void)
{
  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    for (int end = 0; end < 2; end++)
      {
        g_auto (Place) place = { 0 };
        g_autoptr (TramaEvaluation) evaluation = NULL;

        place_init (&place, "");
        for (guint i = 0; i < 9; i++)
          rate (&place, "cluster-type", type_rows[i], "2026-01-10",
                end == 0 ? columns[c].low[i] : columns[c].high[i]);
        evaluation = judge (&place, "cluster-type", AS_OF);
        g_assert_cmpstr (trama_finding_id (evaluation->finding), ==, columns[c].type);
        g_assert_cmpint (evaluation->finding->score.n, ==, 0);
        g_assert_cmpuint (evaluation->finding->against->len, ==, 0);
        g_assert_cmpuint (evaluation->met, ==, 9);
      }
}

/* Technology 2, skills 2, innovation 3, trust 3, co-operation 3, competition 3, size 3, exports 3,
 * learning 3: from organized 1 step in 9 rows, from innovative 2 in 9; 1/9 apart, under 1/4. */
static void
test_between (void)
{
  static const int ratings[] = { 2, 2, 3, 3, 3, 3, 3, 3, 3 };
  g_auto (Place) place = { 0 };
  g_autoptr (TramaEvaluation) evaluation = NULL;

  place_init (&place, "");
  for (guint i = 0; i < 9; i++)
    rate (&place, "cluster-type", type_rows[i], "2026-01-10", ratings[i]);
  evaluation = judge (&place, "cluster-type", AS_OF);
  g_assert_cmpstr (trama_finding_id (evaluation->finding), ==, "between");
  g_assert_cmpstr (evaluation->finding->nearest->id, ==, "organized");
  g_assert_cmpstr (evaluation->finding->runner_up->id, ==, "innovative");
  g_assert_cmpint (evaluation->finding->score.n, ==, 1);
  g_assert_cmpint (evaluation->finding->score.d, ==, 9);
  g_assert_cmpint (evaluation->finding->margin.n, ==, 1);
  g_assert_cmpint (evaluation->finding->margin.d, ==, 9);
  g_assert_cmpuint (evaluation->finding->against->len, ==, 1);
  g_assert_cmpstr (((TramaCriterion *) g_ptr_array_index (evaluation->finding->against, 0))->id, ==,
                   "innovation");
}

/* Over the eight rows without exports, organized is 1 step off (innovation 3): 1/8; innovative is
 * 3 off (technology, skills, learning): 3/8. Exactly a quarter apart is no longer "between". */
static void
test_margin_itself (void)
{
  static const int ratings[] = { 2, 2, 3, 3, 3, 3, 3, -1, 2 };
  g_auto (Place) place = { 0 };
  g_autoptr (TramaEvaluation) evaluation = NULL;

  place_init (&place, "");
  for (guint i = 0; i < 9; i++)
    if (ratings[i] >= 0)
      rate (&place, "cluster-type", type_rows[i], "2026-01-10", ratings[i]);
  evaluation = judge (&place, "cluster-type", AS_OF);
  g_assert_cmpint (evaluation->finding->margin.n, ==, 1);
  g_assert_cmpint (evaluation->finding->margin.d, ==, 4);
  g_assert_cmpstr (trama_finding_id (evaluation->finding), ==, "organized");
}

static gboolean
names (GPtrArray *criteria, const char *id)
{
  for (guint i = 0; i < criteria->len; i++)
    if (strcmp (((TramaCriterion *) g_ptr_array_index (criteria, i))->id, id) == 0)
      return TRUE;
  return FALSE;
}

/* Eight rows without co-operation, and five with all three that are required: neither is enough. */
static void
test_not_enough (void)
{
  g_auto (Place) without = { 0 }, five = { 0 };
  g_autoptr (TramaEvaluation) a = NULL;
  g_autoptr (TramaEvaluation) b = NULL;

  place_init (&without, "");
  for (guint i = 0; i < 9; i++)
    if (strcmp (type_rows[i], "co-operation") != 0)
      rate (&without, "cluster-type", type_rows[i], "2026-01-10", 1);
  a = judge (&without, "cluster-type", AS_OF);
  g_assert_cmpstr (trama_finding_id (a->finding), ==, "cannot-judge");
  g_assert_cmpuint (a->finding->would_decide->len, ==, 1);
  g_assert_true (names (a->finding->would_decide, "co-operation"));
  place_init (&five, "");
  for (guint i = 0; i < 5; i++)
    rate (&five, "cluster-type", type_rows[i], "2026-01-10", 1);
  b = judge (&five, "cluster-type", AS_OF);
  g_assert_cmpstr (trama_finding_id (b->finding), ==, "cannot-judge");
  g_assert_cmpuint (b->finding->would_decide->len, ==, 4);
  g_assert_true (names (b->finding->would_decide, "exports"));
  g_assert_true (b->finding->score.d == 0);
}

/* Of each rater the latest by then; of three the median; what is dated later does not count, nor
 * what may be later. The broker's own rating is marked. */
static void
test_raters (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (TramaEvaluation) evaluation = NULL, earlier = NULL;
  const TramaCriterionResult *result;

  place_init (&place, "");
  rate_by (&place, "cluster-type", "trust", "2025-01-10", 0, "Ana", "external");
  rate_by (&place, "cluster-type", "trust", "2026-01-10", 3, "Ana", "external");
  rate_by (&place, "cluster-type", "trust", "2026-02-10", 1, "Beto", "members");
  rate_by (&place, "cluster-type", "trust", "2026-02-11", 2, "Marta", "broker");
  rate_by (&place, "cluster-type", "trust", "2026-07-01", 0, "Beto", "members");
  rate_by (&place, "cluster-type", "trust", "2026", 0, "Marta", "broker");
  rate_by (&place, "cluster-type", "skills", "2026-01-10", 1, "Ana", "external");
  rate_by (&place, "cluster-type", "skills", "2026-01-10", 2, "Beto", "members");
  evaluation = judge (&place, "cluster-type", AS_OF);
  result = result_of (evaluation, "trust");
  g_assert_cmpuint (result->reading.n_raters, ==, 3);
  g_assert_cmpint (result->reading.value.n, ==, 2);
  g_assert_cmpint (result->reading.value.d, ==, 1);
  g_assert_cmpint (result->reading.least, ==, 1);
  g_assert_cmpint (result->reading.greatest, ==, 3);
  g_assert_true (result->reading.by_broker);
  result = result_of (evaluation, "skills");
  g_assert_cmpint (result->reading.value.n, ==, 3);
  g_assert_cmpint (result->reading.value.d, ==, 2);
  g_assert_false (result->reading.by_broker);
  earlier = judge (&place, "cluster-type", "2025-12-31");
  g_assert_cmpint (result_of (earlier, "trust")->reading.value.n, ==, 0);
  g_assert_cmpuint (result_of (earlier, "trust")->reading.n_raters, ==, 1);
}

/* One and a half lies inside 1–2 (park's technology is a set, the zone's a span). */
static void
test_halves (void)
{
  const TramaMethod *method = trama_methods_find ("cluster-type");
  const TramaCriterion *technology = trama_method_criterion (method, "technology");
  const TramaProfileCell *set
      = trama_outcome_type_expects (trama_method_outcome (method, "park"), technology);
  const TramaProfileCell *span
      = trama_outcome_type_expects (trama_method_outcome (method, "epz"), technology);
  TramaRatio half = { 3, 2 };

  g_assert_cmpint (trama_profile_cell_distance (span, half).n, ==, 0);
  g_assert_cmpfloat (trama_ratio_value (trama_profile_cell_distance (set, half)), ==, 0.5);
  g_assert_cmpfloat (trama_ratio_value (trama_profile_cell_distance (set, (TramaRatio) { 2, 1 })),
                     ==, 1.0);
}

static const char *const trajectory_rows[]
    = { "sme-weight",     "large-local-firms",       "hierarchy",       "outside-dependence",
        "specialisation", "rivalry-with-networking", "trust-based-ties" };

static const struct
{
  const char *name;
  int ratings[7]; /* −1: not rated */
  const char *gate;
  const char *expected;
} trajectories[] = {
  { "Italianate at its least", { 2, 0, 0, 0, 2, 2, 2 }, NULL, "italianate" },
  { "Italianate at its most", { 3, 1, 1, 1, 3, 3, 3 }, NULL, "italianate" },
  { "satellite", { 3, 0, -1, 3, 0, 0, 0 }, NULL, "satellite" },
  { "hub-and-spoke", { 1, 3, 3, -1, -1, -1, 0 }, NULL, "hub-and-spoke" },
  { "three rows are too few", { 1, 3, 3, -1, -1, -1, -1 }, NULL, "cannot-judge" },
  { "without large firms nothing is said", { 3, -1, 0, 0, 3, 3, 3 }, NULL, "cannot-judge" },
  { "a gate goes before the profiles",
    { 3, 0, 0, 0, 3, 3, 3 },
    "below-threshold",
    "below-threshold" },
  { "stagnating", { 3, 0, 0, 0, 3, 3, 3 }, "stagnating", "stagnating" },
  { "linkages missing is stagnation", { -1, -1, -1, -1, -1, -1, -1 }, "no-linkages", "stagnating" },
  { "little co-operation is no trajectory",
    { 3, 2, 1, 1, 2, 2, 1 },
    "little-co-operation",
    "none" },
  { "one part of the threshold alone decides nothing",
    { 3, 0, 0, 0, 3, 3, 3 },
    "division-of-labour-not-primary",
    "italianate" },
};

static void
test_trajectories (void)
{
  for (guint t = 0; t < G_N_ELEMENTS (trajectories); t++)
    {
      g_auto (Place) place = { 0 };
      g_autoptr (TramaEvaluation) evaluation = NULL;

      g_test_message ("%s", trajectories[t].name);
      place_init (&place, "");
      for (guint i = 0; i < 7; i++)
        if (trajectories[t].ratings[i] >= 0)
          rate (&place, "trajectory", trajectory_rows[i], "2026-01-10", trajectories[t].ratings[i]);
      if (trajectories[t].gate != NULL)
        rate (&place, "trajectory", trajectories[t].gate, "2026-01-10", 1);
      evaluation = judge (&place, "trajectory", AS_OF);
      g_assert_cmpstr (trama_finding_id (evaluation->finding), ==, trajectories[t].expected);
      g_assert_null (evaluation->finding->moving_to);
    }
}

/* Threshold from its parts: no division of labour along the chain and unstable conditions. */
static void
test_threshold_parts (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (TramaEvaluation) evaluation = NULL;

  place_init (&place, "");
  rate (&place, "trajectory", "division-of-labour-not-primary", "2026-01-10", 1);
  rate (&place, "trajectory", "unstable-conditions", "2026-01-10", 1);
  evaluation = judge (&place, "trajectory", AS_OF);
  g_assert_cmpstr (trama_finding_id (evaluation->finding), ==, "below-threshold");
  g_assert_cmpuint (evaluation->finding->advice->len, >, 0);
}

/* An Italianate district in 2020 whose large firms and hierarchy grow by 2025: from 0 to 3/7 away
 * from Italianate, from (0 + 1 + 1)/3 to 0 away from hub-and-spoke. */
static void
test_moving (void)
{
  static const int then[] = { 2, 1, 1, 1, 2, 2, 2 };
  static const int now[] = { 2, 2, 2, 1, 2, 2, 1 };
  g_auto (Place) place = { 0 };
  g_autoptr (TramaEvaluation) evaluation = NULL, before = NULL;
  g_autoptr (GArray) distances = NULL;

  place_init (&place, "");
  for (guint i = 0; i < 7; i++)
    {
      rate (&place, "trajectory", trajectory_rows[i], "2020", then[i]);
      rate (&place, "trajectory", trajectory_rows[i], "2025", now[i]);
    }
  evaluation = judge (&place, "trajectory", AS_OF);
  g_assert_cmpstr (trama_finding_id (evaluation->finding), ==, "hub-and-spoke");
  g_assert_cmpstr (evaluation->finding->moving_to->id, ==, "hub-and-spoke");
  g_assert_cmpstr (evaluation->finding->moving_from->id, ==, "italianate");
  g_assert_cmpint (evaluation->finding->moving_since, ==, trama_day_from_civil (2020, 12, 31));
  before = judge (&place, "trajectory", "2024-12-31");
  g_assert_cmpstr (trama_finding_id (before->finding), ==, "italianate");
  g_assert_null (before->finding->moving_to);
  distances = trama_finding_distances_at (trama_methods_find ("trajectory"), place.version,
                                          id_of (place.subject), trama_day_from_civil (2021, 1, 1),
                                          G_MAXINT32);
  g_assert_cmpuint (distances->len, ==, 3);
  g_assert_cmpstr (g_array_index (distances, TramaOutcomeDistance, 0).type->id, ==, "italianate");
}

static const struct
{
  const char *name;
  const char *answers[7]; /* immediate, off core, little predation, scale, complementary, trust,
                           * anti-competitive */
  const char *expected;
  guint warnings;
} screens[] = {
  { "all four", { "yes", "yes", "yes", "yes", "yes", "high", "no" }, "likely", 0 },
  { "all four, the rest not asked", { "yes", "yes", "yes", "yes", "", "", "" }, "likely", 0 },
  { "competitors are warned", { "yes", "yes", "yes", "yes", "no", "high", "no" }, "likely", 1 },
  { "touches the core", { "yes", "no", "yes", "yes", "yes", "high", "no" }, "unlikely", 0 },
  { "room for predators", { "yes", "yes", "no", "yes", "yes", "high", "no" }, "unlikely", 0 },
  { "purchasing without trust",
    { "yes", "yes", "yes", "yes", "yes", "low", "yes" },
    "unlikely",
    1 },
  { "purchasing with trust", { "yes", "yes", "yes", "yes", "yes", "high", "yes" }, "likely", 1 },
  { "no saving", { "yes", "yes", "yes", "no", "yes", "high", "no" }, "doubtful", 0 },
  { "no problem of today", { "no", "yes", "yes", "yes", "yes", "high", "no" }, "doubtful", 0 },
  { "not known whether it is core",
    { "yes", "", "yes", "yes", "yes", "high", "no" },
    "cannot-judge",
    0 },
  { "not known, but another veto holds",
    { "yes", "", "no", "yes", "yes", "high", "no" },
    "unlikely",
    0 },
  { "not known, but it is doubtful anyway",
    { "", "yes", "yes", "no", "yes", "high", "no" },
    "doubtful",
    0 },
  { "purchasing, trust not asked",
    { "yes", "yes", "yes", "yes", "yes", "", "yes" },
    "cannot-judge",
    1 },
};

/* From the fields of the initiative itself. */
static void
test_screening (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (screens); s++)
    {
      const char *const *answers = screens[s].answers;
      Fixture f;
      const char *initiative;
      g_autoptr (TramaVersion) version = NULL;
      g_autoptr (TramaEvaluation) evaluation = NULL;

      g_test_message ("%s", screens[s].name);
      fixture_init_open (&f);
      initiative = add (&f, "initiative", "programme", f.programme, "title", "Curso",
                        "immediate_problem", answers[0], "off_core", answers[1], "little_predation",
                        answers[2], "scale_savings", answers[3], "complementary", answers[4],
                        "trust", answers[5], "anti_competitive", answers[6], NULL);
      version = fixture_finish (&f);
      evaluation = evaluate_at (version, initiative, "initiative-screen", AS_OF);
      g_assert_cmpstr (trama_finding_id (evaluation->finding), ==, screens[s].expected);
      g_assert_cmpuint (evaluation->finding->warnings->len, ==, screens[s].warnings);
      if (strcmp (screens[s].expected, "cannot-judge") == 0)
        g_assert_cmpuint (evaluation->finding->would_decide->len, >, 0);
      if (strcmp (screens[s].expected, "doubtful") == 0)
        g_assert_cmpuint (evaluation->finding->against->len, ==, 1);
    }
}

/* The least rating is the weakest node; advice follows the kind of industry. */
static void
test_weakest (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (TramaEvaluation) evaluation = NULL;
  const TramaMethod *method = trama_methods_find ("human-social-capital");
  TramaRatio human, social;
  guint n = 0;

  place_init (&place, "complex");
  rate (&place, "human-social-capital", "technical-skills", "2026-01-10", 2);
  rate (&place, "human-social-capital", "management-marketing-skills", "2026-01-10", 1);
  rate (&place, "human-social-capital", "social-among-firms", "2026-01-10", 3);
  rate (&place, "human-social-capital", "social-with-buyers", "2026-01-10", 0);
  evaluation = judge (&place, "human-social-capital", AS_OF);
  g_assert_cmpstr (trama_finding_id (evaluation->finding), ==, "social-with-buyers");
  g_assert_cmpstr (evaluation->finding->runner_up_criterion->id, ==, "management-marketing-skills");
  g_assert_cmpint (evaluation->finding->margin.n, ==, 1);
  g_assert_cmpuint (evaluation->finding->against->len, ==, 2);
  g_assert_cmpuint (evaluation->finding->warnings->len, ==, 1);
  human = trama_evaluation_group_level (evaluation, g_ptr_array_index (method->axes, 0), &n);
  social = trama_evaluation_group_level (evaluation, g_ptr_array_index (method->axes, 1), NULL);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (trama_ratio_value (human), ==, 1.5);
  g_assert_cmpfloat (trama_ratio_value (social), ==, 1.5);
}

/* 34 cells: 5 rows of 4, 3 of 3, 1 of 1, 2 of 2. A cell that nobody rated is unknown, not absent. */
static void
test_matrix (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (TramaEvaluation) evaluation = NULL;

  place_init (&place, "");
  rate (&place, "learning-matrix", "IIa-C", "2026-01-10", 1);
  rate (&place, "learning-matrix", "III-A", "2026-01-10", 0);
  evaluation = judge (&place, "learning-matrix", AS_OF);
  g_assert_cmpuint (evaluation->results->len, ==, 34);
  g_assert_cmpint (result_of (evaluation, "IIa-C")->verdict, ==, TRAMA_VERDICT_MET);
  g_assert_cmpint (result_of (evaluation, "III-A")->verdict, ==, TRAMA_VERDICT_NOT_MET);
  g_assert_cmpint (result_of (evaluation, "III-B")->verdict, ==, TRAMA_VERDICT_UNKNOWN);
  g_assert_null (trama_method_criterion (evaluation->method, "V-B"));
  g_assert_null (trama_method_criterion (evaluation->method, "IIa-A"));
  g_assert_nonnull (trama_method_criterion (evaluation->method, "Vb-D"));
}

/* A course that the group chose shows joint training at work; that there was none shows nothing. */
static void
test_matrix_records (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (TramaEvaluation) evaluation = NULL, before = NULL;
  const char *programme, *course;

  place_init (&place, "");
  programme = add (&place.f, "programme", "name", "Otro", "cluster", place.subject, NULL);
  course = add (&place.f, "course", "programme", programme, "title", "Corte", "chosen_by_group",
                "yes", NULL);
  add (&place.f, "session", "course", course, "date", "2026-03-01", NULL);
  evaluation = judge (&place, "learning-matrix", AS_OF);
  g_assert_cmpint (result_of (evaluation, "IIa-B")->verdict, ==, TRAMA_VERDICT_MET);
  g_assert_cmpint (result_of (evaluation, "IIa-B")->reading.origin, ==, TRAMA_READ_FIGURE);
  g_assert_cmpint (result_of (evaluation, "IIb-D")->verdict, ==, TRAMA_VERDICT_UNKNOWN);
  before = judge (&place, "learning-matrix", "2026-02-28");
  g_assert_cmpint (result_of (before, "IIa-B")->verdict, ==, TRAMA_VERDICT_UNKNOWN);
}

/* D6: a rating on somebody's word is weak, one that rests on a document is not. */
static void
test_grade (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (TramaEvaluation) evaluation = NULL;
  const char *rating;

  place_init (&place, "");
  rate (&place, "learning-matrix", "Ia-A", "2026-01-10", 1);
  rating = add (&place.f, "assessment", "subject", place.subject, "method", "learning-matrix",
                "criterion", "Ia-B", "date", "2026-01-10", "rating", "1", NULL);
  grade (&place.f, rating, "A");
  evaluation = judge (&place, "learning-matrix", AS_OF);
  g_assert_true (result_of (evaluation, "Ia-A")->weak);
  g_assert_false (result_of (evaluation, "Ia-B")->weak);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profiles/columns", test_columns);
  g_test_add_func ("/profiles/between", test_between);
  g_test_add_func ("/profiles/margin-itself", test_margin_itself);
  g_test_add_func ("/profiles/not-enough", test_not_enough);
  g_test_add_func ("/profiles/raters", test_raters);
  g_test_add_func ("/profiles/halves", test_halves);
  g_test_add_func ("/profiles/trajectories", test_trajectories);
  g_test_add_func ("/profiles/threshold-parts", test_threshold_parts);
  g_test_add_func ("/profiles/moving", test_moving);
  g_test_add_func ("/profiles/screening", test_screening);
  g_test_add_func ("/profiles/weakest", test_weakest);
  g_test_add_func ("/profiles/matrix", test_matrix);
  g_test_add_func ("/profiles/matrix-records", test_matrix_records);
  g_test_add_func ("/profiles/grade", test_grade);
  return g_test_run ();
}
