/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-lane-plan.h"

#include "fixture.h"

static TramaGraph *
graph_of (Fixture *f, const char *day, gboolean all_dates)
{
  TramaGraphOptions options;

  trama_graph_options_init (&options, TRAMA_GRAPH_PROGRAMME, fixture_id (f, "P"),
                            fixture_day (day));
  options.all_dates = all_dates;
  return trama_graph_new (f->version, &options);
}

static TramaPoint
place_of (Fixture *f, TramaLayout *layout, TramaGraph *graph, const char *name)
{
  int node = trama_graph_find (graph, fixture_id (f, name));
  TramaPoint point = { -1, -1 };

  g_assert_cmpint (node, >=, 0);
  g_assert_true (trama_layout_place (layout, &trama_graph_nodes (graph)[node], &point.x, &point.y));
  return point;
}

static TramaLaneKind
lane_of (Fixture *f, TramaLayout *layout, TramaGraph *graph, const char *name)
{
  int node = trama_graph_find (graph, fixture_id (f, name));

  return trama_layout_lane_of (layout, &trama_graph_nodes (graph)[node]);
}

static void
add_member_of_tier (Fixture *f, const char *name, TramaTier tier)
{
  add_firm_of (f, name, "C", NULL, NULL);
  add_member (f, "P", name, "2024-01-01", NULL);
  if (tier != TramaTier_UNKNOWN_)
    add_tier (f, name, "2024-01-01", tier);
}

/*
 * Two leading firms and two of the middle tier that work for the other one of them by name, so that
 * the order of ids crosses and the other way round does not; a workshop, a firm of unknown tier, a
 * buyer, a supplier, a testing centre, the manager. W becomes a middle firm in 2026, N was a
 * workshop in 2020, long before the programme, and a middle firm ever since 2022.
 */
static void
make_small (Fixture *f)
{
  fixture_init (f);
  add_cluster (f, "C");
  add_person (f, "M", TRAMA_PERSON_BROKER, NULL);
  add_programme (f, "P", "C", "M", NULL);
  add_member_of_tier (f, "L1", TRAMA_TIER_LEADING);
  add_member_of_tier (f, "L2", TRAMA_TIER_LEADING);
  add_member_of_tier (f, "M1", TRAMA_TIER_MIDDLE);
  add_member_of_tier (f, "M2", TRAMA_TIER_MIDDLE);
  add_member_of_tier (f, "W", TRAMA_TIER_WORKSHOP);
  add_tier (f, "W", "2026-01-01", TRAMA_TIER_MIDDLE);
  add_member_of_tier (f, "N", TramaTier_UNKNOWN_);
  add_tier (f, "N", "2020-01-01", TRAMA_TIER_WORKSHOP);
  add_tier (f, "N", "2022-01-01", TRAMA_TIER_MIDDLE);
  add_member_of_tier (f, "U", TramaTier_UNKNOWN_);
  add_institution (f, "buyer", TRAMA_INSTITUTION_BUYER);
  add_institution (f, "supplier", TRAMA_INSTITUTION_SUPPLIER);
  add_institution (f, "centre", TRAMA_INSTITUTION_TESTING);
  add_tie (f, (Tie) { "L1", "M2", TRAMA_LINKAGE_SUBCONTRACTING, "2024-01-01" });
  add_tie (f, (Tie) { "L2", "M1", TRAMA_LINKAGE_SUBCONTRACTING, "2024-01-01" });
  add_tie (f, (Tie) { "M1", "W", TRAMA_LINKAGE_SUBCONTRACTING, "2024-01-01" });
  add_tie (f, (Tie) { "buyer", "L1", TRAMA_LINKAGE_SUBCONTRACTING, "2024-01-01" });
  add_tie (f, (Tie) { "supplier", "W", TRAMA_LINKAGE_SUPPLY, "2024-01-01" });
  add_tie (f, (Tie) { "U", "centre", TRAMA_LINKAGE_SERVICE, "2025-06-01" });
  add_tie (f, (Tie) { "M", "L1", TRAMA_LINKAGE_INFORMATION, "2024-01-01" });
  fixture_done (f);
}

static void
test_small (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) all = NULL;
  g_autoptr (TramaLayout) layout = NULL;
  const TramaLane *lanes;

  make_small (&f);
  all = graph_of (&f, "2026-06-30", TRUE);
  layout = trama_layout_tier_lanes_new (all, NULL);

  g_assert_cmpuint (trama_layout_n_lanes (layout), ==, 7);
  lanes = trama_layout_lanes (layout);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (lanes[i].kind, ==, (int) i);
  for (guint i = 1; i < 6; i++)
    g_assert_cmpfloat (lanes[i].y0, ==, lanes[i - 1].y1);
  g_assert_cmpfloat (lanes[0].y0, ==, 0);
  g_assert_cmpfloat_with_epsilon (lanes[5].y1, 1, 1e-12);
  g_assert_cmpfloat (lanes[6].x0, >, lanes[5].x1);

  g_assert_cmpint (lane_of (&f, layout, all, "L1"), ==, TRAMA_LANE_LEADING);
  g_assert_cmpint (lane_of (&f, layout, all, "U"), ==, TRAMA_LANE_NOT_KNOWN);
  g_assert_cmpint (lane_of (&f, layout, all, "N"), ==, TRAMA_LANE_MIDDLE);
  g_assert_cmpint (lane_of (&f, layout, all, "buyer"), ==, TRAMA_LANE_BUYERS);
  g_assert_cmpint (lane_of (&f, layout, all, "supplier"), ==, TRAMA_LANE_SUPPLIERS);
  g_assert_cmpint (lane_of (&f, layout, all, "centre"), ==, TRAMA_LANE_INSTITUTIONS);
  g_assert_cmpint (lane_of (&f, layout, all, "M"), ==, TRAMA_LANE_INSTITUTIONS);
  /* W has a place as a workshop and one as a middle firm; N's time as a workshop is before the
   * programme: workshop W; middle M1, M2, N, W. */
  g_assert_cmpuint (lanes[TRAMA_LANE_WORKSHOP].places, ==, 1);
  g_assert_cmpuint (lanes[TRAMA_LANE_MIDDLE].places, ==, 4);
  /* The broker stands above the institutions. */
  g_assert_cmpfloat (place_of (&f, layout, all, "M").y, <, place_of (&f, layout, all, "centre").y);

  for (guint i = 0; i < trama_graph_n_nodes (all); i++)
    {
      double x, y;
      const TramaGraphNode *node = &trama_graph_nodes (all)[i];
      const TramaLane *lane = &lanes[trama_layout_lane_of (layout, node)];

      g_assert_true (trama_layout_place (layout, node, &x, &y));
      g_assert_true (x > lane->x0 && x < lane->x1 && y > lane->y0 && y < lane->y1);
    }
  /* L1 over M2 and L2 over M1. */
  g_assert_true ((place_of (&f, layout, all, "L1").x < place_of (&f, layout, all, "L2").x)
                 == (place_of (&f, layout, all, "M2").x < place_of (&f, layout, all, "M1").x));
  g_assert_cmpuint (trama_layout_count_crossings (layout, all), ==, 0);
}

/* A change of date moves W, who rose, and nobody else; and the layout itself does not know from
 * which date it was asked for. */
static void
test_dates (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) all_then = NULL;
  g_autoptr (TramaGraph) all_now = NULL;
  g_autoptr (TramaGraph) then = NULL;
  g_autoptr (TramaGraph) now = NULL;
  g_autoptr (TramaLayout) layout = NULL;
  g_autoptr (TramaLayout) other = NULL;
  const char *stay[] = { "L1", "L2", "M1", "M2", "N", "U", "buyer", "supplier", "M" };

  make_small (&f);
  all_then = graph_of (&f, "2024-06-30", TRUE);
  all_now = graph_of (&f, "2026-06-30", TRUE);
  then = graph_of (&f, "2024-06-30", FALSE);
  now = graph_of (&f, "2026-06-30", FALSE);
  layout = trama_layout_tier_lanes_new (all_then, NULL);
  other = trama_layout_tier_lanes_new (all_now, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (stay); i++)
    {
      TramaPoint before = place_of (&f, layout, then, stay[i]);
      TramaPoint after = place_of (&f, layout, now, stay[i]);
      TramaPoint from_other = place_of (&f, other, now, stay[i]);

      g_assert_true (before.x == after.x && before.y == after.y);
      g_assert_true (before.x == from_other.x && before.y == from_other.y);
    }
  g_assert_cmpint (lane_of (&f, layout, then, "W"), ==, TRAMA_LANE_WORKSHOP);
  g_assert_cmpint (lane_of (&f, layout, now, "W"), ==, TRAMA_LANE_MIDDLE);
  /* The centre's tie begins in 2025: before, it is not in the picture, but it has its place. */
  g_assert_cmpint (trama_graph_find (then, fixture_id (&f, "centre")), ==, -1);
}

/* Before its tier was first known a firm stands where it then stood, and is not known. */
static void
test_before_the_first_reading (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) all = NULL;
  g_autoptr (TramaGraph) then = NULL;
  g_autoptr (TramaLayout) layout = NULL;
  int node;

  fixture_init (&f);
  add_programme (&f, "P", NULL, NULL, NULL);
  add_firm (&f, "A");
  add_member (&f, "P", "A", "2024-01-01", NULL);
  add_tier (&f, "A", "2025-01-01", TRAMA_TIER_LEADING);
  fixture_done (&f);
  all = graph_of (&f, "2026-01-01", TRUE);
  then = graph_of (&f, "2024-06-01", FALSE);
  layout = trama_layout_tier_lanes_new (all, NULL);
  node = trama_graph_find (then, fixture_id (&f, "A"));
  g_assert_cmpint (trama_graph_nodes (then)[node].tier, ==, TramaTier_UNKNOWN_);
  g_assert_cmpint (lane_of (&f, layout, then, "A"), ==, TRAMA_LANE_LEADING);
  g_assert_cmpuint (trama_layout_n_lanes (layout), ==, 1);
}

/* n firms in each of three tiers, each of the lower two working for one above, in an order that
 * has nothing to do with ids; some co-operation and some loops and doubles. */
static void
make_many (Fixture *f, guint n)
{
  static const char prefixes[] = "LMW";
  guint state = 12345;

  fixture_init (f);
  add_cluster (f, "C");
  add_programme (f, "P", "C", NULL, NULL);
  for (guint t = 0; t < 3; t++)
    for (guint i = 0; i < n; i++)
      {
        g_autofree char *name = g_strdup_printf ("%c%u", prefixes[t], i);

        add_firm_of (f, name, "C", NULL, NULL);
        add_member (f, "P", name, "2024-01-01", NULL);
        add_tier (f, name, "2024-01-01", (TramaTier) (TRAMA_TIER_LEADING - t));
      }
  for (guint t = 1; t < 3; t++)
    for (guint i = 0; i < n; i++)
      {
        g_autofree char *upper = NULL;
        g_autofree char *lower = g_strdup_printf ("%c%u", prefixes[t], i);
        g_autofree char *self = g_strdup_printf ("loop %u %u", t, i);

        state = state * 1103515245u + 12345u;
        upper = g_strdup_printf ("%c%u", prefixes[t - 1], (state >> 16) % n);
        add_tie (f, (Tie) { upper, lower, TRAMA_LINKAGE_SUBCONTRACTING, "2024-01-01" });
        add_tie (f, (Tie) { lower, upper, TRAMA_LINKAGE_COOPERATION, "2024-01-01" });
        if (i % 7 == 0)
          add_tie (f, (Tie) { lower, lower, TRAMA_LINKAGE_OTHER, "2024-01-01", .name = self });
      }
  fixture_done (f);
}

static TramaLayout *
layout_in_order_of_ids (const TramaGraph *graph)
{
  g_autoptr (TramaLanePlan) plan = trama_lane_plan_new (graph, NULL);
  TramaLayoutPlace *places = g_new0 (TramaLayoutPlace, plan->n_places);

  for (guint i = 0; i < plan->n_places; i++)
    places[i] = (TramaLayoutPlace) { trama_graph_nodes (graph)[plan->places[i].node].id,
                                     plan->places[i].lane, plan->places[i].point.x,
                                     plan->places[i].point.y };
  return trama_layout_new (TRAMA_LAYOUT_TIER_LANES, places, plan->n_places, NULL, 0);
}

static void
test_fewer_crossings (void)
{
  const guint sizes[] = { 5, 12, 25, 60, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_auto (Fixture) f = { 0 };
      g_autoptr (TramaGraph) graph = NULL;
      g_autoptr (TramaLayout) sorted = NULL;
      g_autoptr (TramaLayout) unsorted = NULL;
      guint64 fewer, more;

      make_many (&f, sizes[i]);
      graph = graph_of (&f, "2024-06-30", TRUE);
      sorted = trama_layout_tier_lanes_new (graph, NULL);
      unsorted = layout_in_order_of_ids (graph);
      fewer = trama_layout_count_crossings (sorted, graph);
      more = trama_layout_count_crossings (unsorted, graph);
      g_test_message ("%u firms: %" G_GUINT64_FORMAT " crossings, unsorted %" G_GUINT64_FORMAT,
                      3 * sizes[i], fewer, more);
      /* A forest can be drawn without crossings as long as a lane is one row. */
      if (sizes[i] <= 12)
        g_assert_cmpuint (fewer, ==, 0);
      else
        g_assert_cmpuint (fewer, <, more / 3);
    }
}

static gpointer
lay_out (gpointer graph)
{
  return trama_layout_tier_lanes_new (graph, NULL);
}

static void
assert_same (TramaGraph *graph, TramaLayout *a, TramaLayout *b)
{
  for (guint i = 0; i < trama_graph_n_nodes (graph); i++)
    {
      double ax, ay, bx, by;

      trama_layout_place (a, &trama_graph_nodes (graph)[i], &ax, &ay);
      trama_layout_place (b, &trama_graph_nodes (graph)[i], &bx, &by);
      g_assert_true (ax == bx && ay == by);
    }
}

static void
test_same_on_every_run (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) graph = NULL;
  GThread *threads[3];
  TramaLayout *layouts[3];

  make_many (&f, 14);
  graph = graph_of (&f, "2024-06-30", TRUE);
  for (guint i = 0; i < 3; i++)
    threads[i] = g_thread_new ("layout", lay_out, graph);
  for (guint i = 0; i < 3; i++)
    layouts[i] = g_thread_join (threads[i]);
  assert_same (graph, layouts[0], layouts[1]);
  assert_same (graph, layouts[0], layouts[2]);
  for (guint i = 0; i < 3; i++)
    trama_layout_unref (layouts[i]);
}

/* Exchanging two places and back costs what it did, and the part of the cost in which two places
 * have a hand changes by as much as the whole. */
static void
test_cost (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) graph = NULL;
  g_autoptr (TramaLanePlan) plan = NULL;
  TramaPlanLane *lane;

  make_many (&f, 9);
  graph = graph_of (&f, "2024-06-30", TRUE);
  plan = trama_lane_plan_new (graph, NULL);
  trama_lane_plan_draw_lines (plan);
  lane = &plan->lanes[TRAMA_LANE_MIDDLE];
  for (guint i = 0; i < lane->n; i++)
    for (guint j = 0; j < lane->n; j++)
      {
        guint a = lane->order[i];
        guint b = lane->order[j];
        double whole = trama_lane_plan_cost (plan);
        double part = trama_lane_plan_cost_of (plan, a, b);

        lane->order[i] = b;
        lane->order[j] = a;
        trama_lane_plan_settle (plan, TRAMA_LANE_MIDDLE);
        trama_lane_plan_draw_lines (plan);
        g_assert_cmpfloat_with_epsilon (trama_lane_plan_cost (plan) - whole,
                                        trama_lane_plan_cost_of (plan, a, b) - part, 1e-9);
      }
}

static void
test_nothing_and_much (void)
{
  g_auto (Fixture) f = { 0 };
  g_auto (Fixture) large = { 0 };
  TramaGraphOptions options;
  g_autoptr (TramaGraph) nothing = NULL;
  g_autoptr (TramaGraph) graph = NULL;
  g_autoptr (TramaLayout) empty = NULL;
  g_autoptr (TramaLayout) layout = NULL;

  fixture_init (&f);
  add_cluster (&f, "C");
  fixture_done (&f);
  trama_graph_options_init (&options, TRAMA_GRAPH_ALL, TRAMA_ID_NONE, 0);
  options.all_dates = TRUE;
  nothing = trama_graph_new (f.version, &options);
  empty = trama_layout_tier_lanes_new (nothing, NULL);
  g_assert_cmpuint (trama_layout_n_lanes (empty), ==, 0);
  g_assert_cmpuint (trama_layout_count_crossings (empty, nothing), ==, 0);

  make_many (&large, 2500);
  graph = graph_of (&large, "2024-06-30", TRUE);
  layout = trama_layout_tier_lanes_new (graph, NULL);
  g_assert_cmpuint (trama_graph_n_nodes (graph), ==, 7500);
  g_assert_cmpuint (trama_layout_n_lanes (layout), ==, 3);
  for (guint i = 0; i < trama_graph_n_nodes (graph); i++)
    {
      double x, y;

      g_assert_true (trama_layout_place (layout, &trama_graph_nodes (graph)[i], &x, &y));
      g_assert_true (x > 0 && x < 1 && y > 0 && y < 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-lanes/small", test_small);
  g_test_add_func ("/layout-lanes/dates", test_dates);
  g_test_add_func ("/layout-lanes/before-the-first-reading", test_before_the_first_reading);
  g_test_add_func ("/layout-lanes/fewer-crossings", test_fewer_crossings);
  g_test_add_func ("/layout-lanes/same-on-every-run", test_same_on_every_run);
  g_test_add_func ("/layout-lanes/cost", test_cost);
  g_test_add_func ("/layout-lanes/nothing-and-much", test_nothing_and_much);
  return g_test_run ();
}
