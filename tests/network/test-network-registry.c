/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The registry of network figures is whole, and docs/network-measures.md is its picture: with
 * --write the page is written anew.
 */
#include <math.h>
#include <string.h>

#include "trama-network-registry.h"

#include "fixture.h"

#define DAY "2026-06-30"

static char *
make_page (void)
{
  GString *page = g_string_new (
      "# Figures of networks\n\n"
      "What `trama network --measures` and the network page name, by id. This page is made from\n"
      "the registry (`app/network/trama-network-registry.c`) by\n"
      "`tests/network/test-network-registry.c --write`; a test keeps the two equal. What is told "
      "by\n"
      "groups takes `:tier` (if nothing is said), `:kind`, `:sector`, `:programme`, `:cluster` or\n"
      "`:owner` behind its id.\n\n"
      "| id | what it is | unit | of | how it is counted |\n"
      "| --- | --- | --- | --- | --- |\n");

  for (guint i = 0; i < trama_network_measure_count (); i++)
    {
      const TramaNetworkMeasure *measure = trama_network_measure_get (i);

      g_string_append_printf (
          page, "| `%s%s` | %s | %s | %s | %s |\n", measure->id, measure->grouped ? "[:BY]" : "",
          measure->title, trama_network_unit_id (measure->unit),
          measure->of_nodes ? "each node, and the whole" : "the whole", measure->definition);
    }
  return g_string_free (page, FALSE);
}

static char *
page_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "docs", "network-measures.md", NULL);
}

static void
test_page (void)
{
  g_autofree char *path = page_path ();
  g_autofree char *page = make_page ();
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, page);
}

static void
test_names (void)
{
  TramaGrouping grouping;

  for (guint i = 0; i < trama_network_measure_count (); i++)
    {
      const TramaNetworkMeasure *measure = trama_network_measure_get (i);

      g_assert_true (trama_network_measure_find (measure->id, &grouping) == measure);
      g_assert_cmpint (grouping, ==, measure->grouped ? TRAMA_GROUPING_TIER : TRAMA_GROUPING_NONE);
    }
  g_assert_nonnull (trama_network_measure_find ("e-i:programme", &grouping));
  g_assert_cmpint (grouping, ==, TRAMA_GROUPING_PROGRAMME);
  g_assert_null (trama_network_measure_find ("e-i:nothing", &grouping));
  g_assert_null (trama_network_measure_find ("density:tier", &grouping));
  g_assert_null (trama_network_measure_find ("e-", &grouping));
  g_assert_null (trama_network_measure_find ("", &grouping));
}

/* Every figure answers of nothing. */
static void
test_empty (void)
{
  g_autoptr (TramaVersion) version = trama_version_new_empty ();
  TramaGraphOptions options;
  g_autoptr (TramaGraph) graph = NULL;
  g_autoptr (TramaNetworkView) view = NULL;

  trama_graph_options_init (&options, TRAMA_GRAPH_ALL, TRAMA_ID_NONE, 20000);
  graph = trama_graph_new (version, &options);
  view = trama_network_view_new (graph, NULL);
  for (guint i = 0; i < trama_network_measure_count (); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TramaNetworkReading) reading = trama_network_reading_new (
          view, trama_network_measure_get (i), TRAMA_GROUPING_NONE, &error);

      g_assert_no_error (error);
      g_assert_true (isnan (reading->value) || reading->value == 0);
      g_assert_cmpuint (reading->records->len, ==, 0);
    }
}

/*
 * Two leading firms (P, Q), three workshops (A, B, C), an outside buyer X, a firm D tied to nobody.
 * P gives work to A and B, Q to C. A, B and C share the association and the testing centre; A and B
 * co-operate. P sells to X, to whom A sells too: that shared customer must bring nobody together.
 * All firms but D are members.
 */
static void
fill (Fixture *f)
{
  const char *const firms[] = { "P", "Q", "A", "B", "C", "D" };

  fixture_init (f);
  for (guint i = 0; i < G_N_ELEMENTS (firms); i++)
    {
      add_firm (f, firms[i]);
      add_tier (f, firms[i], "2020-01-01", i < 2 ? TRAMA_TIER_LEADING : TRAMA_TIER_WORKSHOP);
      if (i < 5)
        add_member (f, "group", firms[i], "2024-01-01", NULL);
    }
  add_institution (f, "X", TRAMA_INSTITUTION_BUYER);
  add_institution (f, "association", TRAMA_INSTITUTION_ASSOCIATION);
  add_institution (f, "centre", TRAMA_INSTITUTION_TESTING);
  add_programme (f, "group", NULL, NULL, NULL);
#define TIE(a, b, k) \
  add_tie (f, (Tie) { .from = a, .to = b, .kind = TRAMA_LINKAGE_##k, .started = "2025-01-01" })
  TIE ("P", "A", SUBCONTRACTING);
  TIE ("P", "B", SUBCONTRACTING);
  TIE ("Q", "C", SUBCONTRACTING);
  TIE ("P", "X", SALES);
  TIE ("A", "X", SALES);
  TIE ("P", "Q", OTHER);
  TIE ("A", "B", COOPERATION);
  TIE ("A", "association", COOPERATION);
  TIE ("B", "association", COOPERATION);
  TIE ("C", "association", COOPERATION);
  TIE ("centre", "A", SERVICE);
  TIE ("centre", "B", SERVICE);
  TIE ("centre", "C", SERVICE);
#undef TIE
  fixture_done (f);
}

static TramaNetworkReading *
read_one (TramaNetworkView *view, const char *name)
{
  TramaGrouping grouping;
  const TramaNetworkMeasure *measure = trama_network_measure_find (name, &grouping);
  g_autoptr (GError) error = NULL;
  TramaNetworkReading *reading = trama_network_reading_new (view, measure, grouping, &error);

  g_assert_no_error (error);
  g_test_message ("%s: %g, %s", name, reading->value, reading->sentence);
  return reading;
}

static void
assert_value (TramaNetworkView *view, const char *name, double value)
{
  g_autoptr (TramaNetworkReading) reading = read_one (view, name);

  g_assert_cmpfloat_with_epsilon (reading->value, value, 1e-12);
}

static void
test_group (void)
{
  g_auto (Fixture) f = { 0 };
  TramaGraphOptions options;
  g_autoptr (TramaGraph) graph = NULL;
  g_autoptr (TramaNetworkView) view = NULL;
  g_autoptr (TramaNetworkReading) introductions = NULL;
  g_autoptr (TramaNetworkReading) dependence = NULL;
  const TramaIntroduction *found;

  fill (&f);
  trama_graph_options_init (&options, TRAMA_GRAPH_ALL, TRAMA_ID_NONE, fixture_day (DAY));
  graph = trama_graph_new (f.version, &options);
  view = trama_network_view_new (graph, NULL);
  assert_value (view, "size", 9);
  assert_value (view, "ties", 13);
  assert_value (view, "density", 13 / 36.0);
  assert_value (view, "isolated", 1);
  assert_value (view, "components", 2);
  assert_value (view, "largest-component", 8 / 9.0);
  /* Directed: three of work, two sales, three services, none answered. */
  assert_value (view, "reciprocity", 0);
  /* Tiers are known of P–A, P–B, Q–C (across) and P–Q, A–B (within). */
  assert_value (view, "e-i", 1 / 5.0);
  /* Three give-outs or fewer: all. */
  assert_value (view, "hub-dependence", 1);
  /* Of the three of work and two sales, the sales lead to the buyer. */
  dependence = read_one (view, "external-dependence");
  g_assert_cmpfloat (dependence->value, ==, 2 / 5.0);
  g_assert_cmpuint (dependence->records->len, ==, 5);
  /* A–C and B–C share the association and the centre; A–B are tied, P and A share only X and B. */
  introductions = read_one (view, "introductions");
  g_assert_cmpuint (introductions->introductions->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      found = &g_array_index (introductions->introductions, TramaIntroduction, i);
      g_assert_cmpuint (found->shared, ==, 2);
      g_assert_true (trama_id_equal (found->b, fixture_id (&f, "C")));
    }
}

static void
test_cancelled (void)
{
  g_auto (Fixture) f = { 0 };
  TramaGraphOptions options;
  g_autoptr (TramaGraph) graph = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TramaNetworkView) view = NULL;
  const char *const names[] = { "betweenness", "communities", "k-core" };

  fill (&f);
  trama_graph_options_init (&options, TRAMA_GRAPH_ALL, TRAMA_ID_NONE, fixture_day (DAY));
  graph = trama_graph_new (f.version, &options);
  view = trama_network_view_new (graph, cancellable);
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      TramaGrouping grouping;
      g_autoptr (GError) error = NULL;

      g_assert_null (trama_network_reading_new (
          view, trama_network_measure_find (names[i], &grouping), TRAMA_GROUPING_NONE, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1 && strcmp (argv[1], "--write") == 0)
    {
      g_autofree char *path = page_path ();
      g_autofree char *page = make_page ();

      return g_file_set_contents (path, page, -1, NULL) ? 0 : 1;
    }
  g_test_add_func ("/network-registry/names", test_names);
  g_test_add_func ("/network-registry/page", test_page);
  g_test_add_func ("/network-registry/empty", test_empty);
  g_test_add_func ("/network-registry/group", test_group);
  g_test_add_func ("/network-registry/cancelled", test_cancelled);
  return g_test_run ();
}
