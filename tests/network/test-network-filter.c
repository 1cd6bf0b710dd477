/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-filter.h"
#include "trama-network-measures.h"
#include "trama-problem.h"

#include "fixture.h"

#define DAY "2026-06-30"

/* P (leading, 60 jobs) – A – B – C (workshops, a chain of co-operation), P–bank by finance, P–A
 * twice: the stronger one formal. P and A are members of the group. */
static void
fill (Fixture *f)
{
  const char *const firms[] = { "P", "A", "B", "C" };

  fixture_init (f);
  add_cluster (f, "Valley; East");
  for (guint i = 0; i < G_N_ELEMENTS (firms); i++)
    {
      add_firm_of (f, firms[i], i < 2 ? "Valley; East" : NULL, NULL, NULL);
      if (i != 2)
        add_tier (f, firms[i], "2020-01-01", i == 0 ? TRAMA_TIER_LEADING : TRAMA_TIER_WORKSHOP);
      add_reading (f, firms[i], "2024-01-01", i == 0 ? 60 : 4, i == 0 ? 60 : 12);
    }
  add_institution (f, "bank", TRAMA_INSTITUTION_FINANCE);
  add_programme (f, "group", NULL, NULL, NULL);
  add_member (f, "group", "P", "2024-01-01", NULL);
  add_member (f, "group", "A", "2024-01-01", NULL);
  add_tie (f,
           (Tie) { .from = "P", .to = "A", .kind = TRAMA_LINKAGE_SUPPLY, .started = "2025-01-01" });
  add_tie (
      f,
      (Tie) { .from = "A", .to = "B", .kind = TRAMA_LINKAGE_COOPERATION, .started = "2025-01-01" });
  add_tie (
      f,
      (Tie) { .from = "B", .to = "C", .kind = TRAMA_LINKAGE_COOPERATION, .started = "2025-01-01" });
  add_tie (
      f,
      (Tie) { .from = "P", .to = "bank", .kind = TRAMA_LINKAGE_FINANCE, .started = "2025-01-01" });
  fixture_done (f);
}

typedef struct
{
  const char *text;
  guint nodes;
  guint ties;
  const char *prose; /* NULL: all */
} Case;

/* Counted on the drawing above. */
static const Case cases[] = {
  { "", 5, 4, NULL },
  { "kind=supply", 5, 1, "Only ties of these kinds: Supply." },
  { "kind=SUPPLY, co-operation", 5, 3, "Only ties of these kinds: Supply, Co-operation." },
  { "kind=supply,finance; kind=finance", 5, 1, "Only ties of these kinds: Finance." },
  { "formal=yes", 5, 0, "Only ties whose “formal” is: yes." },
  { "formal=unknown", 5, 4, "Only ties whose “formal” is: not known." },
  { "nodes=firm", 4, 3, "Only these: Firms." },
  { "tier=workshop", 3, 0, "Of firms, only these tiers: Workshop." },
  { "tier=workshop,unknown; nodes=firm", 3, 2,
    "Only these: Firms. Of firms, only these tiers: not known, Workshop." },
  { "member=yes; nodes=firm", 2, 1,
    "Only these: Firms. Of firms, only those whose membership on the date is: yes." },
  { "programme=GROUP", 2, 1,
    "Only firms that are members of these programmes on the date: group." },
  { "size=50+", 2, 1, "Of firms, only those with so many jobs: 50 or more." },
  { "size=10-20;nodes=firm", 3, 2,
    "Only these: Firms. Of firms, only those with so many jobs: 10–20." },
  { "ego=A", 3, 2, "Only A and whoever is at most 1 step away." },
  { "ego=a;distance=2", 5, 4, "Only A and whoever is at most 2 steps away." },
  { "ego=A;distance=0", 1, 0, "Only A and whoever is at most 0 steps away." },
  { "ego=A;distance=3;kind=co-operation", 3, 2,
    "Only ties of these kinds: Co-operation. Only A and whoever is at most 3 steps away." },
};

static TramaGraph *
make_graph (Fixture *f)
{
  TramaGraphOptions options;

  trama_graph_options_init (&options, TRAMA_GRAPH_ALL, TRAMA_ID_NONE, fixture_day (DAY));
  return trama_graph_new (f->version, &options);
}

static void
test_cases (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) graph = NULL;

  fill (&f);
  graph = make_graph (&f);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TramaNetworkFilter) filter = trama_network_filter_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (TramaGraph) part = NULL;
      g_autofree char *prose = NULL;
      TramaTieCounts counts;

      g_test_message ("%s", cases[i].text);
      trama_network_filter_parse (filter, f.version, cases[i].text, &error);
      g_assert_no_error (error);
      part = trama_network_filter_apply (filter, graph);
      trama_network_count_ties (part, TRAMA_TIES_ALL, &counts);
      prose = trama_network_filter_to_prose (filter, f.version);
      g_assert_cmpuint (trama_graph_n_nodes (part), ==, cases[i].nodes);
      g_assert_cmpuint (counts.ties, ==, cases[i].ties);
      g_assert_cmpstr (prose, ==, cases[i].prose);
      for (guint k = 0; k < trama_graph_n_nodes (part); k++)
        g_assert_cmpint (trama_graph_find (part, trama_graph_nodes (part)[k].id), ==, (int) k);
    }
}

static void
test_faults (void)
{
  static const char *const faults[]
      = { "kind",        "kind=",      "kind=love",    "size=many",
          "size=9-3",    "distance=x", "ego=nobody",   "cluster=nowhere",
          "tier=supply", "colour=red", "kind=supply,", "kind=supply;kind=sales" };
  g_auto (Fixture) f = { 0 };

  fill (&f);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (TramaNetworkFilter) filter = trama_network_filter_new ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", faults[i]);
      g_assert_false (trama_network_filter_parse (filter, f.version, faults[i], &error));
      g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_USAGE);
    }
}

/* A second tie of a kind between the same two does not count, until the first is filtered out. */
static void
test_duplicates (void)
{
  g_auto (Fixture) f = { 0 };
  TramaRecordBuilder builder = { 0 };
  g_autoptr (TramaGraph) graph = NULL;
  g_autoptr (TramaGraph) part = NULL;
  g_autoptr (TramaNetworkFilter) filter = trama_network_filter_new ();
  TramaTieCounts counts;

  fixture_init (&f);
  add_firm (&f, "A");
  add_firm (&f, "B");
  add_tie (&f, (Tie) { .from = "A", .to = "B", .kind = TRAMA_LINKAGE_COOPERATION, .name = "one" });
  for (TramaTruth truth = TRAMA_TRUTH_NO; truth <= TRAMA_TRUTH_YES; truth++)
    {
      TramaLinkage *tie = fixture_draft (&f, &builder, TRAMA_KIND_LINKAGE,
                                         truth == TRAMA_TRUTH_YES ? "two" : "three");

      tie->from = fixture_id (&f, "B");
      tie->to = fixture_id (&f, "A");
      tie->kind = TRAMA_LINKAGE_COOPERATION;
      tie->formal = truth;
      fixture_put (&f, &builder);
    }
  fixture_done (&f);
  graph = make_graph (&f);
  trama_network_count_ties (graph, TRAMA_TIES_ALL, &counts);
  g_assert_cmpuint (counts.ties, ==, 1);
  g_assert_true (trama_network_filter_parse (filter, f.version, "formal=yes", NULL));
  part = trama_network_filter_apply (filter, graph);
  g_assert_cmpuint (trama_graph_n_ties (part), ==, 1);
  trama_network_count_ties (part, TRAMA_TIES_ALL, &counts);
  g_assert_cmpuint (counts.ties, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-filter/cases", test_cases);
  g_test_add_func ("/network-filter/faults", test_faults);
  g_test_add_func ("/network-filter/duplicates", test_duplicates);
  return g_test_run ();
}
