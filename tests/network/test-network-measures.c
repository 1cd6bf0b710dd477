/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-measures.h"

#include "fixture.h"

#define DAY "2026-06-30"
#define YEAR_BEFORE "2025-06-30"

/*
 * Members A–F and the outsiders X, T; the manager M.
 *
 *   A–B co-operation (two records), A→B subcontracting, B–C co-operation   one component A B C
 *   D–E information, undated                                              one of two
 *   F   to nobody among members; F–T service
 *   C–X sales; M–A, M–D, M–F information
 *   A–C information ended 2026-01-01: lost since a year before
 *   B–C since 2026-02-01: new
 *   D–F information of 2019, never confirmed
 *   E–F starts some time in 2026: unsure
 */
static void
make_six (Fixture *f)
{
  fixture_init (f);
  for (const char *c = "ABCDEF"; *c != '\0'; c++)
    {
      const char name[2] = { *c, '\0' };

      add_firm (f, name);
      add_member (f, "P", name, "2024-01-01", NULL);
    }
  add_firm (f, "X");
  add_institution (f, "T", TRAMA_INSTITUTION_TESTING);
  add_person (f, "M", TRAMA_PERSON_BROKER, NULL);
  add_programme (f, "P", NULL, "M", NULL);
  add_tie (f, (Tie) { "A", "B", TRAMA_LINKAGE_COOPERATION, "2025-01-01", .name = "one" });
  add_tie (f, (Tie) { "B", "A", TRAMA_LINKAGE_COOPERATION, "2025-01-01", .name = "two" });
  add_tie (f, (Tie) { "A", "B", TRAMA_LINKAGE_SUBCONTRACTING, "2025-01-01" });
  add_tie (f, (Tie) { "B", "C", TRAMA_LINKAGE_COOPERATION, "2026-02-01", .by = "M",
                      .without = "2026-05-01" });
  add_tie (f, (Tie) { "D", "E", TRAMA_LINKAGE_INFORMATION, .by = "M" });
  add_tie (f, (Tie) { "F", "T", TRAMA_LINKAGE_SERVICE, "2025-01-01",
                      .found_each_other = TRAMA_TRUTH_YES });
  add_tie (f, (Tie) { "C", "X", TRAMA_LINKAGE_SALES, "2025-01-01" });
  add_tie (f, (Tie) { "M", "A", TRAMA_LINKAGE_INFORMATION, "2025-01-01" });
  add_tie (f, (Tie) { "M", "D", TRAMA_LINKAGE_INFORMATION, "2025-01-01" });
  add_tie (f, (Tie) { "M", "F", TRAMA_LINKAGE_INFORMATION, "2025-01-01" });
  add_tie (f, (Tie) { "A", "C", TRAMA_LINKAGE_INFORMATION, "2025-01-01", "2026-01-01" });
  add_tie (f, (Tie) { "D", "F", TRAMA_LINKAGE_INFORMATION, "2019-01-01" });
  add_tie (f, (Tie) { "E", "F", TRAMA_LINKAGE_INFORMATION, "2026" });
  fixture_done (f);
}

static TramaGraph *
graph_of (Fixture *f, gboolean without_broker)
{
  TramaGraphOptions options;

  trama_graph_options_init (&options, TRAMA_GRAPH_PROGRAMME, fixture_id (f, "P"),
                            fixture_day (DAY));
  options.compare = TRUE;
  options.compare_to = fixture_day (YEAR_BEFORE);
  options.without_broker = without_broker;
  return trama_graph_new (f->version, &options);
}

/*
 * Among members count A–B twice (co-operation once, subcontracting), B–C, D–E: 4. Of members also
 * F–T, C–X and the three with M: 9. New: B–C. Kept of all: 8. Lost: A–C. One unconfirmed, one
 * unsure. Introduced by her: B–C and D–E; only hers: D–E.
 */
static void
test_counts (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) graph = NULL;
  g_autoptr (TramaGraph) without = NULL;
  TramaTieCounts counts;

  make_six (&f);
  graph = graph_of (&f, FALSE);
  trama_network_count_ties (graph, TRAMA_TIES_AMONG_MEMBERS, &counts);
  g_assert_cmpuint (counts.ties, ==, 4);
  g_assert_cmpuint (counts.by_kind[TRAMA_LINKAGE_COOPERATION], ==, 2);
  g_assert_cmpuint (counts.by_kind[TRAMA_LINKAGE_SUBCONTRACTING], ==, 1);
  g_assert_cmpuint (counts.by_kind[TRAMA_LINKAGE_INFORMATION], ==, 1);
  g_assert_cmpuint (counts.undated, ==, 1);
  g_assert_cmpuint (counts.mediated, ==, 2);
  g_assert_cmpuint (counts.only_hers, ==, 1);
  g_assert_cmpuint (counts.introducer_unknown, ==, 2);
  g_assert_cmpuint (counts.added, ==, 1);
  g_assert_cmpuint (counts.added_by_kind[TRAMA_LINKAGE_COOPERATION], ==, 1);
  g_assert_cmpuint (counts.kept, ==, 3);
  g_assert_cmpuint (counts.lost, ==, 1);
  g_assert_cmpuint (counts.lost_by_kind[TRAMA_LINKAGE_INFORMATION], ==, 1);
  g_assert_cmpuint (counts.unconfirmed, ==, 1);
  g_assert_cmpuint (counts.unsure, ==, 1);

  trama_network_count_ties (graph, TRAMA_TIES_OF_MEMBERS, &counts);
  g_assert_cmpuint (counts.ties, ==, 9);
  g_assert_cmpuint (counts.kept, ==, 8);

  without = graph_of (&f, TRUE);
  trama_network_count_ties (without, TRAMA_TIES_ALL, &counts);
  /* D–E and the three of M are gone. */
  g_assert_cmpuint (counts.ties, ==, 5);
}

/*
 * Density: members 6, pairs tied A–B, B–C, D–E: 3 of 15. Of all 9 nodes: also F–T, C–X, M–A, M–D,
 * M–F: 8 of 36. A: two ties to B, one to M; two partners.
 */
static void
test_density_and_degree (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) graph = NULL;
  guint partners;

  make_six (&f);
  graph = graph_of (&f, FALSE);
  g_assert_cmpuint (trama_network_n_nodes (graph, TRUE), ==, 6);
  g_assert_cmpuint (trama_network_n_nodes (graph, FALSE), ==, 9);
  g_assert_cmpfloat (trama_network_density (graph, TRUE), ==, 3 / 15.0);
  g_assert_cmpfloat (trama_network_density (graph, FALSE), ==, 8 / 36.0);
  g_assert_cmpuint (trama_network_degree (
                        graph, (guint) trama_graph_find (graph, fixture_id (&f, "A")), &partners),
                    ==, 3);
  g_assert_cmpuint (partners, ==, 2);
}

/* With everybody all 9 hold together but nothing is left over; without M: A B C X, F T, and D, E
 * each alone (D–E was only hers): 4 components of 4, 2, 1, 1. */
static void
test_components (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) graph = NULL;
  g_autoptr (TramaGraph) without = NULL;
  g_autoptr (TramaComponents) with_her = NULL;
  g_autoptr (TramaComponents) components = NULL;

  make_six (&f);
  graph = graph_of (&f, FALSE);
  with_her = trama_network_components (graph);
  g_assert_cmpuint (with_her->n, ==, 1);
  g_assert_cmpuint (with_her->sizes[0], ==, 9);
  without = graph_of (&f, TRUE);
  components = trama_network_components (without);
  g_assert_cmpuint (components->n, ==, 4);
  g_assert_cmpuint (components->sizes[0], ==, 4);
  g_assert_cmpuint (components->sizes[1], ==, 2);
  g_assert_cmpuint (components->sizes[2], ==, 1);
  g_assert_cmpuint (components->of_node[trama_graph_find (without, fixture_id (&f, "X"))], ==, 0);
  g_assert_cmpuint (components->of_node[trama_graph_find (without, fixture_id (&f, "T"))], ==, 1);
  g_assert_cmpuint (components->of_node[trama_graph_find (without, fixture_id (&f, "M"))], ==,
                    G_MAXUINT);
}

/*
 * The members' network holds together through M but not through T or X: with her one component of
 * six; without her A B C together, D, E, F alone. Ties 4 and 3, a member has 8/6 and 6/6 on
 * average. C and F have ties outside.
 */
static void
test_members (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) graph = NULL;
  g_autoptr (TramaGraph) without = NULL;
  g_autoptr (TramaMemberNetwork) with_her = NULL;
  g_autoptr (TramaMemberNetwork) without_her = NULL;

  make_six (&f);
  graph = graph_of (&f, FALSE);
  with_her = trama_member_network_new (graph);
  g_assert_cmpuint (with_her->members, ==, 6);
  g_assert_cmpuint (with_her->ties, ==, 4);
  g_assert_cmpuint (with_her->pairs, ==, 3);
  g_assert_cmpuint (with_her->largest, ==, 6);
  g_assert_cmpuint (with_her->components, ==, 1);
  g_assert_cmpuint (with_her->n_isolated, ==, 0);
  g_assert_cmpuint (with_her->with_outside, ==, 2);
  g_assert_cmpfloat (trama_member_network_ties_per_member (with_her), ==, 8 / 6.0);

  without = graph_of (&f, TRUE);
  without_her = trama_member_network_new (without);
  g_assert_cmpuint (without_her->ties, ==, 3);
  g_assert_cmpuint (without_her->largest, ==, 3);
  g_assert_cmpuint (without_her->components, ==, 4);
  g_assert_cmpuint (without_her->sizes[1], ==, 1);
  g_assert_cmpuint (without_her->n_isolated, ==, 3);
  g_assert_true (trama_id_equal (without_her->isolated[0], fixture_id (&f, "D")));
  g_assert_true (trama_id_equal (without_her->isolated[1], fixture_id (&f, "E")));
  g_assert_true (trama_id_equal (without_her->isolated[2], fixture_id (&f, "F")));
  g_assert_cmpuint (without_her->n_tie_records, ==, 3);
}

static void
test_empty (void)
{
  g_auto (Fixture) f = { 0 };
  TramaGraphOptions options;
  g_autoptr (TramaGraph) graph = NULL;
  g_autoptr (TramaMemberNetwork) members = NULL;
  g_autoptr (TramaComponents) components = NULL;
  TramaTieCounts counts;

  fixture_init (&f);
  add_firm (&f, "A");
  fixture_done (&f);
  trama_graph_options_init (&options, TRAMA_GRAPH_PROGRAMME, TRAMA_ID_NONE, 0);
  graph = trama_graph_new (f.version, &options);
  members = trama_member_network_new (graph);
  components = trama_network_components (graph);
  trama_network_count_ties (graph, TRAMA_TIES_ALL, &counts);
  g_assert_cmpuint (members->members, ==, 0);
  g_assert_cmpuint (members->largest, ==, 0);
  g_assert_cmpuint (components->n, ==, 0);
  g_assert_cmpuint (counts.ties, ==, 0);
  g_assert_true (isnan (trama_network_density (graph, FALSE)));
  g_assert_true (isnan (trama_member_network_ties_per_member (members)));
  g_assert_true (trama_network_centrality (graph, NULL, NULL, NULL, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-measures/counts", test_counts);
  g_test_add_func ("/network-measures/density-and-degree", test_density_and_degree);
  g_test_add_func ("/network-measures/components", test_components);
  g_test_add_func ("/network-measures/members", test_members);
  g_test_add_func ("/network-measures/empty", test_empty);
  return g_test_run ();
}
