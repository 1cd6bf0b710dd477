/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-graph.h"

#include "fixture.h"

/*
 * A programme P of the cluster C with the members A, B, D (D joined in 2026 and had a tie before),
 * the manager M and her agency G; E is another firm of the cluster, X one of elsewhere that buys,
 * T a testing centre. On 30 June 2026:
 *
 *   A → B   subcontracting, since 2024-09, introduced by M, no contact without her
 *   B – D   co-operation, since 2026-01
 *   A – T   service, undated
 *   A → X   sales, since 2020, confirmed 2026
 *   E – T   information, since 2025      (between two who are not members)
 *   M – A   information, since 2024-05
 *   M – T   information, since 2025      (the manager and somebody already there)
 *   B – E   co-operation, 2024 to 2025-12-31
 *   D – E   information, 2020, never confirmed
 */
static void
make_programme (Fixture *f)
{
  fixture_init (f);
  add_firm_of (f, "A", "C", NULL, NULL);
  add_firm_of (f, "B", "C", "Family", NULL);
  add_firm_of (f, "D", "C", "Family", NULL);
  add_firm_of (f, "E", "C", NULL, NULL);
  add_firm_of (f, "X", "Elsewhere", NULL, NULL);
  add_firm_of (f, "Y", "C", NULL, NULL);
  add_institution (f, "T", TRAMA_INSTITUTION_TESTING);
  add_institution (f, "G", TRAMA_INSTITUTION_AGENCY);
  add_person (f, "M", TRAMA_PERSON_BROKER, "G");
  add_owner_group (f, "Family");
  add_cluster (f, "C");
  add_cluster (f, "Elsewhere");
  add_programme (f, "P", "C", "M", "G");
  add_member (f, "P", "A", "2024-05-01", NULL);
  add_member (f, "P", "B", "2024-05-01", NULL);
  add_member (f, "P", "D", "2026-01-01", NULL);
  add_tie (
      f, (Tie) { "A", "B", TRAMA_LINKAGE_SUBCONTRACTING, "2024-09-01", .by = "M", .strength = 3 });
  add_tie (f, (Tie) { "B", "D", TRAMA_LINKAGE_COOPERATION, "2026-01-15" });
  add_tie (f, (Tie) { "A", "T", TRAMA_LINKAGE_SERVICE });
  add_tie (f, (Tie) { "A", "X", TRAMA_LINKAGE_SALES, "2020-01-01", .confirmed = "2026-02" });
  add_tie (f, (Tie) { "E", "T", TRAMA_LINKAGE_INFORMATION, "2025-01-01" });
  add_tie (f, (Tie) { "M", "A", TRAMA_LINKAGE_INFORMATION, "2024-05-01", .confirmed = "2026-01" });
  add_tie (f, (Tie) { "M", "T", TRAMA_LINKAGE_INFORMATION, "2025-01-01" });
  add_tie (f, (Tie) { "B", "E", TRAMA_LINKAGE_COOPERATION, "2024-01-01", .ended = "2025-12-31" });
  add_tie (f, (Tie) { "D", "E", TRAMA_LINKAGE_INFORMATION, "2020-01-01" });
  add_tier (f, "A", "2024-01-01", TRAMA_TIER_MIDDLE);
  add_tier (f, "A", "2026-03-01", TRAMA_TIER_LEADING);
  add_reading (f, "A", "2024-01-01", 10, 19);
  add_reading (f, "A", "2026-01-01", 22, 22);
  fixture_done (f);
}

static TramaGraph *
graph_on (Fixture *f, const char *day, const char *compare_to)
{
  TramaGraphOptions options;

  trama_graph_options_init (&options, TRAMA_GRAPH_PROGRAMME, fixture_id (f, "P"),
                            fixture_day (day));
  options.compare = compare_to != NULL;
  options.compare_to = compare_to != NULL ? fixture_day (compare_to) : 0;
  return trama_graph_new (f->version, &options);
}

static const TramaGraphNode *
node_of (Fixture *f, TramaGraph *graph, const char *name)
{
  int index = trama_graph_find (graph, fixture_id (f, name));

  return index < 0 ? NULL : &trama_graph_nodes (graph)[index];
}

static const TramaGraphTie *
tie_of (Fixture *f, TramaGraph *graph, const char *name)
{
  for (guint i = 0; i < trama_graph_n_ties (graph); i++)
    if (trama_id_equal (trama_graph_ties (graph)[i].record->record.id, fixture_id (f, name)))
      return &trama_graph_ties (graph)[i];
  return NULL;
}

static void
test_programme (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) graph = NULL;
  const TramaGraphTie *tie;

  make_programme (&f);
  graph = graph_on (&f, "2026-06-30", NULL);

  /* A, B, D; M and G; T, X and E, who are tied to members. Not Y. */
  g_assert_cmpuint (trama_graph_n_nodes (graph), ==, 8);
  g_assert_null (node_of (&f, graph, "Y"));
  g_assert_true (node_of (&f, graph, "A")->member);
  g_assert_true (node_of (&f, graph, "D")->member);
  g_assert_false (node_of (&f, graph, "E")->member);
  g_assert_false (node_of (&f, graph, "E")->core);
  g_assert_true (node_of (&f, graph, "M")->broker);
  g_assert_true (node_of (&f, graph, "G")->hers);
  g_assert_false (node_of (&f, graph, "T")->hers);
  g_assert_cmpint (node_of (&f, graph, "X")->side, ==, TRAMA_GRAPH_BUYER);
  g_assert_cmpint (node_of (&f, graph, "E")->side, ==, TRAMA_GRAPH_INSIDE);
  g_assert_true (trama_id_equal (node_of (&f, graph, "D")->owner, fixture_id (&f, "Family")));
  g_assert_true (trama_id_equal (node_of (&f, graph, "A")->owner, fixture_id (&f, "A")));

  /* E – T joins two outside; B – E has ended. D – E is there and unconfirmed. */
  g_assert_cmpuint (trama_graph_n_ties (graph), ==, 7);
  g_assert_null (tie_of (&f, graph, "E-T-5"));
  g_assert_null (tie_of (&f, graph, "B-E-4"));
  g_assert_nonnull (tie_of (&f, graph, "M-T-5"));
  tie = tie_of (&f, graph, "A-B-1");
  g_assert_true (tie->counts && tie->directed && tie->mediated && tie->only_hers);
  g_assert_cmpint (tie->strength, ==, 3);
  tie = tie_of (&f, graph, "A-T-7");
  g_assert_true (tie->counts && tie->undated && !tie->mediated && tie->introducer_unknown);
  tie = tie_of (&f, graph, "D-E-5");
  g_assert_cmpint (tie->state, ==, TRAMA_TIE_UNCONFIRMED);
  g_assert_false (tie->counts);
}

static void
test_dates (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) before = NULL;
  g_autoptr (TramaGraph) now = NULL;

  make_programme (&f);
  before = graph_on (&f, "2025-06-30", NULL);
  now = graph_on (&f, "2026-06-30", NULL);
  g_assert_null (node_of (&f, before, "D"));
  g_assert_cmpint (node_of (&f, before, "A")->tier, ==, TRAMA_TIER_MIDDLE);
  g_assert_cmpint (node_of (&f, now, "A")->tier, ==, TRAMA_TIER_LEADING);
  g_assert_cmpint (node_of (&f, now, "A")->first_tier, ==, TRAMA_TIER_MIDDLE);
  g_assert_cmpint (node_of (&f, now, "A")->tiers_ever, ==,
                   1 << TRAMA_TIER_MIDDLE | 1 << TRAMA_TIER_LEADING);
  g_assert_cmpint (node_of (&f, now, "B")->tier, ==, TramaTier_UNKNOWN_);
  g_assert_cmpfloat (node_of (&f, before, "A")->employment.low, ==, 10);
  g_assert_cmpfloat (node_of (&f, before, "A")->employment.high, ==, 19);
  g_assert_cmpfloat (node_of (&f, now, "A")->employment.low, ==, 22);
  g_assert_false (trama_band_is_known (node_of (&f, now, "B")->employment));
  g_assert_true (tie_of (&f, before, "B-E-4")->counts);
}

/* Since 30 June 2025: B – D is new (January 2026), B – E is lost (ended in December), D – E was
 * never confirmed and is neither; everything else is kept. */
static void
test_change (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) graph = NULL;

  make_programme (&f);
  graph = graph_on (&f, "2026-06-30", "2025-06-30");
  g_assert_cmpint (tie_of (&f, graph, "B-D-4")->change, ==, TRAMA_GRAPH_CHANGE_NEW);
  g_assert_cmpint (tie_of (&f, graph, "B-E-4")->change, ==, TRAMA_GRAPH_CHANGE_LOST);
  g_assert_false (tie_of (&f, graph, "B-E-4")->counts);
  g_assert_cmpint (tie_of (&f, graph, "D-E-5")->change, ==, TRAMA_GRAPH_CHANGE_NONE);
  g_assert_cmpint (tie_of (&f, graph, "A-B-1")->change, ==, TRAMA_GRAPH_CHANGE_KEPT);
  g_assert_cmpint (tie_of (&f, graph, "A-T-7")->change, ==, TRAMA_GRAPH_CHANGE_KEPT);
}

static void
test_switches (void)
{
  g_auto (Fixture) f = { 0 };
  TramaGraphOptions options;
  g_autoptr (TramaGraph) all = NULL;
  g_autoptr (TramaGraph) made = NULL;
  g_autoptr (TramaGraph) switched = NULL;
  g_autoptr (TramaGraph) family = NULL;

  make_programme (&f);
  all = graph_on (&f, "2026-06-30", NULL);
  trama_graph_options_init (&options, TRAMA_GRAPH_PROGRAMME, fixture_id (&f, "P"),
                            fixture_day ("2026-06-30"));
  options.without_broker = TRUE;
  made = trama_graph_new (f.version, &options);
  switched = trama_graph_new_switched (all, TRUE, TRAMA_ID_NONE);
  g_assert_cmpuint (trama_graph_n_nodes (made), ==, trama_graph_n_nodes (all));
  for (guint i = 0; i < trama_graph_n_ties (made); i++)
    g_assert_true (trama_graph_ties (made)[i].counts == trama_graph_ties (switched)[i].counts);
  g_assert_true (node_of (&f, made, "M")->off && node_of (&f, made, "G")->off);
  g_assert_true (tie_of (&f, made, "A-B-1")->gone);
  g_assert_true (tie_of (&f, made, "M-A-5")->gone);
  g_assert_true (tie_of (&f, made, "B-D-4")->counts);
  g_assert_true (tie_of (&f, all, "A-B-1")->counts);

  family = trama_graph_new_switched (all, FALSE, fixture_id (&f, "Family"));
  g_assert_true (node_of (&f, family, "B")->off && node_of (&f, family, "D")->off);
  g_assert_false (node_of (&f, family, "A")->off);
  g_assert_true (tie_of (&f, family, "A-B-1")->gone);
  g_assert_true (tie_of (&f, family, "A-T-7")->counts);
}

static void
test_filters (void)
{
  g_auto (Fixture) f = { 0 };
  TramaGraphOptions options;
  g_autoptr (TramaGraph) kinds = NULL;
  g_autoptr (TramaGraph) others = NULL;
  g_autoptr (TramaGraph) cluster = NULL;
  g_autoptr (TramaGraph) everything = NULL;
  g_autoptr (TramaGraph) ever = NULL;
  g_autoptr (TramaGraph) nobody = NULL;

  make_programme (&f);
  trama_graph_options_init (&options, TRAMA_GRAPH_PROGRAMME, fixture_id (&f, "P"),
                            fixture_day ("2026-06-30"));
  options.kinds = TRAMA_GRAPH_KIND_BIT (TRAMA_LINKAGE_COOPERATION)
                  | TRAMA_GRAPH_KIND_BIT (TRAMA_LINKAGE_SALES);
  kinds = trama_graph_new (f.version, &options);
  /* Members, M and G stay; only X is still reached. */
  g_assert_cmpuint (trama_graph_n_ties (kinds), ==, 2);
  g_assert_cmpuint (trama_graph_n_nodes (kinds), ==, 6);

  options.kinds = 0;
  options.others_too = TRUE;
  others = trama_graph_new (f.version, &options);
  g_assert_nonnull (tie_of (&f, others, "E-T-5"));

  options.others_too = FALSE;
  options.all_dates = TRUE;
  ever = trama_graph_new (f.version, &options);
  g_assert_cmpint (tie_of (&f, ever, "B-E-4")->state, ==, TRAMA_TIE_ABSENT);
  g_assert_true (node_of (&f, ever, "D")->member_ever);

  /* A, B, D, E, Y of the cluster, X and T tied to them, M and G of its programme. */
  trama_graph_options_init (&options, TRAMA_GRAPH_CLUSTER, fixture_id (&f, "C"),
                            fixture_day ("2026-06-30"));
  cluster = trama_graph_new (f.version, &options);
  g_assert_cmpuint (trama_graph_n_nodes (cluster), ==, 9);
  g_assert_nonnull (tie_of (&f, cluster, "E-T-5"));
  g_assert_false (node_of (&f, cluster, "X")->core);

  trama_graph_options_init (&options, TRAMA_GRAPH_ALL, TRAMA_ID_NONE, fixture_day ("2026-06-30"));
  everything = trama_graph_new (f.version, &options);
  g_assert_cmpuint (trama_graph_n_nodes (everything), ==, 9);
  g_assert_cmpuint (trama_graph_n_ties (everything), ==, 8);
  g_assert_cmpint (node_of (&f, everything, "X")->side, ==, TRAMA_GRAPH_INSIDE);
  g_assert_true (node_of (&f, everything, "A")->member);

  trama_graph_options_init (&options, TRAMA_GRAPH_PROGRAMME, fixture_id (&f, "nothing"), 0);
  nobody = trama_graph_new (f.version, &options);
  g_assert_cmpuint (trama_graph_n_nodes (nobody), ==, 0);
  g_assert_cmpuint (trama_graph_n_ties (nobody), ==, 0);
}

/*
 * Loops never count. Of three records of one co-operation, whichever way round, one counts: the one
 * that does not hang on the broker. Subcontracting the other way is another tie. One that ended
 * and was taken up again under a new record is kept, neither lost nor new. A tie ends with a firm.
 */
static void
test_odd_ties (void)
{
  g_auto (Fixture) f = { 0 };
  TramaGraphOptions options;
  g_autoptr (TramaGraph) graph = NULL;

  fixture_init (&f);
  add_firm (&f, "A");
  add_firm (&f, "B");
  add_firm_of (&f, "Z", NULL, NULL, "2026-01-31");
  add_person (&f, "M", TRAMA_PERSON_BROKER, NULL);
  add_tie (&f, (Tie) { "A", "A", TRAMA_LINKAGE_OTHER, "2025-01-01", .name = "loop" });
  add_tie (&f,
           (Tie) { "A", "B", TRAMA_LINKAGE_COOPERATION, "2025-01-01", .by = "M", .name = "first" });
  add_tie (&f, (Tie) { "B", "A", TRAMA_LINKAGE_COOPERATION, "2025-02-01", .name = "second" });
  add_tie (&f, (Tie) { "A", "B", TRAMA_LINKAGE_COOPERATION, "2025-03-01", .name = "third" });
  add_tie (&f, (Tie) { "A", "B", TRAMA_LINKAGE_SUBCONTRACTING, "2025-01-01", .name = "out" });
  add_tie (&f, (Tie) { "B", "A", TRAMA_LINKAGE_SUBCONTRACTING, "2025-01-01", .name = "back" });
  add_tie (&f, (Tie) { "A", "B", TRAMA_LINKAGE_INFORMATION, "2025-01-01", .ended = "2025-09-01",
                       .name = "ended" });
  add_tie (&f, (Tie) { "B", "A", TRAMA_LINKAGE_INFORMATION, "2026-02-01", .name = "again" });
  add_tie (&f, (Tie) { "A", "Z", TRAMA_LINKAGE_SUPPLY, "2025-01-01", .name = "with closed" });
  fixture_done (&f);

  trama_graph_options_init (&options, TRAMA_GRAPH_ALL, TRAMA_ID_NONE, fixture_day ("2026-06-30"));
  options.compare = TRUE;
  options.compare_to = fixture_day ("2025-06-30");
  graph = trama_graph_new (f.version, &options);
  g_assert_true (tie_of (&f, graph, "loop")->loop);
  g_assert_false (tie_of (&f, graph, "loop")->counts);
  g_assert_true (tie_of (&f, graph, "first")->duplicate);
  g_assert_true (tie_of (&f, graph, "second")->counts);
  g_assert_true (tie_of (&f, graph, "third")->duplicate);
  g_assert_true (tie_of (&f, graph, "out")->counts && tie_of (&f, graph, "back")->counts);
  g_assert_cmpint (tie_of (&f, graph, "again")->change, ==, TRAMA_GRAPH_CHANGE_KEPT);
  g_assert_true (tie_of (&f, graph, "ended")->duplicate);
  g_assert_cmpint (tie_of (&f, graph, "with closed")->change, ==, TRAMA_GRAPH_CHANGE_LOST);
  g_assert_true (node_of (&f, graph, "Z")->closed);

  /* A: first, second, third, out, back, ended, again, with closed and the loop once. */
  {
    guint n;
    int a = trama_graph_find (graph, fixture_id (&f, "A"));

    trama_graph_node_ties (graph, (guint) a, &n);
    g_assert_cmpuint (n, ==, 9);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph/programme", test_programme);
  g_test_add_func ("/graph/dates", test_dates);
  g_test_add_func ("/graph/change", test_change);
  g_test_add_func ("/graph/switches", test_switches);
  g_test_add_func ("/graph/filters", test_filters);
  g_test_add_func ("/graph/odd-ties", test_odd_ties);
  return g_test_run ();
}
