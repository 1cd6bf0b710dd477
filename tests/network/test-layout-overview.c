/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "trama-layout-private.h"
#include "trama-packing.h"
#include "trama-quadtree.h"
#include "trama-segments.h"
#include "trama-sparse-graph.h"

#include "fixture.h"

/* Ties as pairs of letters, nodes by letter. */
static TramaGraph *
graph_of_pairs (Fixture *f, const char *names, const char *pairs)
{
  TramaGraphOptions options;
  g_auto (GStrv) list = g_strsplit (pairs, " ", -1);

  fixture_init (f);
  for (const char *c = names; *c != '\0'; c++)
    add_firm (f, (const char[]) { *c, '\0' });
  for (guint i = 0; list[i] != NULL && list[i][0] != '\0'; i++)
    {
      g_autofree char *name = g_strdup_printf ("tie %u", i);

      add_tie (f, (Tie) { .from = (const char[]) { list[i][0], '\0' },
                          .to = (const char[]) { list[i][1], '\0' },
                          .name = name });
    }
  fixture_done (f);
  trama_graph_options_init (&options, TRAMA_GRAPH_ALL, TRAMA_ID_NONE, 0);
  return trama_graph_new (f->version, &options);
}

/* n nodes in rings of ten, the rings in a chain, and every seventh alone. */
static TramaGraph *
graph_of_rings (Fixture *f, guint n)
{
  TramaGraphOptions options;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  fixture_init (f);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("n%u", i));
      add_firm (f, names->pdata[i]);
    }
  for (guint i = 0; i < n; i++)
    {
      guint next = i % 10 == 9 ? i - 9 : i + 1;

      if (i % 7 == 0 || next >= n)
        continue;
      if (next % 7 != 0)
        add_tie (f, (Tie) { names->pdata[i], names->pdata[next] });
      if (i + 10 < n && (i + 10) % 7 != 0 && i % 3 == 0)
        add_tie (f, (Tie) { names->pdata[i], names->pdata[i + 10] });
    }
  fixture_done (f);
  trama_graph_options_init (&options, TRAMA_GRAPH_ALL, TRAMA_ID_NONE, 0);
  return trama_graph_new (f->version, &options);
}

static void
test_crossings (void)
{
  TramaPoint a = { 0, 0 };
  TramaPoint b = { 2, 2 };
  TramaPoint c = { 0, 2 };
  TramaPoint d = { 2, 0 };

  g_assert_true (trama_segments_cross (a, b, c, d));
  g_assert_false (trama_segments_cross (a, c, b, d));
  /* End on end, end on the inside, and one on the other's line: they only touch. */
  g_assert_false (trama_segments_cross (a, b, b, d));
  g_assert_false (trama_segments_cross (a, b, c, (TramaPoint) { 1, 1 }));
  g_assert_false (trama_segments_cross (a, b, (TramaPoint) { 1, 1 }, (TramaPoint) { 3, 3 }));
  /* From (0, 0)–(2, 2) the point (0, 2) is √2 away, and (3, 3) is √2 from the end. */
  g_assert_cmpfloat_with_epsilon (trama_segment_distance_squared (a, b, c), 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (trama_segment_distance_squared (a, b, (TramaPoint) { 3, 3 }), 2,
                                  1e-12);
}

/*
 * Known stress. A path of three can be drawn true: 0. Of a square with sides s the two diagonals
 * are s √2 and should be 2: 4 (s − 1)² + 2 (s √2 − 2)² / 4 is least at s = (4 + √2) / 5, where it
 * is 6 − (4 + √2)² / 5 = 0.13726, over six pairs 0.022876. A triangle: 0.
 */
static void
test_known_stress (void)
{
  static const struct
  {
    const char *names, *pairs;
    double stress;
  } known[] = {
    { "ABC", "AB BC", 0 },
    { "ABCD", "AB BC CD DA", 0.0228768 },
    { "ABC", "AB BC CA", 0 },
    { "AB", "AB", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_auto (Fixture) f = { 0 };
      g_autoptr (TramaGraph) graph = graph_of_pairs (&f, known[i].names, known[i].pairs);
      g_autoptr (TramaLayout) layout = trama_layout_overview_new (graph, 1, NULL);

      g_test_message ("%s", known[i].pairs);
      g_assert_cmpfloat_with_epsilon (trama_layout_stress (layout, graph, 1), known[i].stress,
                                      0.004);
      g_assert_cmpuint (trama_layout_count_crossings (layout, graph), ==, 0);
    }
}

/* By hand, on points of our choosing: A (0, 0), B (.5, 0), C (1, 0) of a path are true at any
 * scale; with C at (.5, .5) A–C is √2 / 2 where it should be 2 steps. Ratios d/g: 1/2, 1/2, √2/4;
 * 1 − (Σ)² / Σ² / 3 = 1 − 1.353553² / 0.625 / 3. */
static void
test_stress_by_hand (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) graph = graph_of_pairs (&f, "ABC", "AB BC");
  TramaLayoutPlace *places = g_new0 (TramaLayoutPlace, 3);
  TramaLayoutPlace *bent = g_new0 (TramaLayoutPlace, 3);
  g_autoptr (TramaLayout) straight_layout = NULL;
  g_autoptr (TramaLayout) bent_layout = NULL;
  double sum = 1 + sqrt (2) / 4;

  for (guint i = 0; i < 3; i++)
    {
      places[i].id = bent[i].id = trama_graph_nodes (graph)[i].id;
      places[i].lane = bent[i].lane = TRAMA_N_LANES;
    }
  places[1].x = bent[1].x = .5;
  places[2].x = 1;
  bent[2].x = bent[2].y = .5;
  straight_layout = trama_layout_new (TRAMA_LAYOUT_OVERVIEW, places, 3, NULL, 0);
  bent_layout = trama_layout_new (TRAMA_LAYOUT_OVERVIEW, bent, 3, NULL, 0);
  g_assert_cmpfloat_with_epsilon (trama_layout_stress (straight_layout, graph, 1), 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (trama_layout_stress (bent_layout, graph, 1),
                                  1 - sum * sum / 0.625 / 3, 1e-12);
}

/* A–B–C–D with a short cut A–D, and E hanging on D: A 2, B 2, C 2, D 3, E 1 neighbours. Lengths
 * (1 + √least) / 2 × 4: between two of at least 2 neighbours 4.83, so 5; to E 4. */
static void
test_ways (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) graph = graph_of_pairs (&f, "ABCDEF", "AB BC CD AD DE BA");
  g_autoptr (TramaSparseGraph) sparse = trama_sparse_graph_new (graph);
  const guint steps[] = { 0, 1, 2, 1, 2, G_MAXUINT };
  const guint lengths[] = { 0, 5, 10, 5, 9, G_MAXUINT };
  guint distances[6];

  g_assert_cmpuint (sparse->first[6], ==, 10);
  {
    g_auto (TramaWayfinder) finder = { 0 };

    trama_wayfinder_init (&finder, sparse);
    trama_sparse_graph_distances (sparse, &finder, 0, distances);
    g_assert_cmpmem (distances, sizeof distances, steps, sizeof steps);
  }
  trama_sparse_graph_lengthen (sparse);
  {
    g_auto (TramaWayfinder) finder = { 0 };

    trama_wayfinder_init (&finder, sparse);
    for (guint again = 0; again < 2; again++)
      {
        trama_sparse_graph_distances (sparse, &finder, 0, distances);
        g_assert_cmpmem (distances, sizeof distances, lengths, sizeof lengths);
      }
  }
}

static void
test_parts (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) graph = graph_of_pairs (&f, "ABCDEFG", "BC DE EF FD");
  g_autoptr (TramaSparseGraph) sparse = trama_sparse_graph_new (graph);
  g_autofree guint *parts = NULL;
  g_autofree guint *starts = NULL;
  const guint expected[] = { 3, 4, 5, 1, 2, 0, 6 };
  const guint begin[] = { 0, 3, 5, 6, 7 };

  g_assert_cmpuint (trama_sparse_graph_parts (sparse, &parts, &starts), ==, 4);
  g_assert_cmpmem (parts, sizeof expected, expected, sizeof expected);
  g_assert_cmpmem (starts, sizeof begin, begin, sizeof begin);
}

/* The pushes of all others, one by one, are what the tree gives when it may not be coarse. */
static void
test_quadtree (void)
{
  g_auto (TramaQuadtree) tree = { 0 };
  TramaPoint points[60];
  guint state = 1;

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      state = state * 1103515245u + 12345u;
      points[i].x = (state >> 16) % 1000;
      state = state * 1103515245u + 12345u;
      points[i].y = (state >> 16) % 1000;
    }
  points[7] = points[8]; /* two on one spot do not push each other */
  trama_quadtree_fill (&tree, points, G_N_ELEMENTS (points));
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      TramaPoint push = trama_quadtree_push (&tree, points[i], 0);
      TramaPoint coarse = trama_quadtree_push (&tree, points[i], 0.5);
      TramaPoint sum = { 0, 0 };

      for (guint j = 0; j < G_N_ELEMENTS (points); j++)
        {
          double dx = points[i].x - points[j].x;
          double dy = points[i].y - points[j].y;
          double square = dx * dx + dy * dy;

          if (square > 0)
            {
              sum.x += dx / square;
              sum.y += dy / square;
            }
        }
      g_assert_cmpfloat_with_epsilon (push.x, sum.x, 1e-9);
      g_assert_cmpfloat_with_epsilon (push.y, sum.y, 1e-9);
      g_assert_cmpfloat_with_epsilon (coarse.x, sum.x, 0.02);
    }
}

/* A box of 4 × 2 with three of 2 × 1 in a shape of 3 to 2: two fit at its right, one above the
 * other, the third below: 6 × 3. */
static void
test_packing (void)
{
  TramaBox2 boxes[] = { { 4, 2, 0, 0 }, { 2, 1, 0, 0 }, { 2, 1, 0, 0 }, { 2, 1, 0, 0 } };
  double width, height;

  trama_pack (boxes, 4, 1.5, &width, &height);
  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < i; j++)
      g_assert_true (boxes[i].x >= boxes[j].x + boxes[j].width
                     || boxes[j].x >= boxes[i].x + boxes[i].width
                     || boxes[i].y >= boxes[j].y + boxes[j].height
                     || boxes[j].y >= boxes[i].y + boxes[i].height);
  g_assert_cmpfloat (MAX (width, height * 1.5), <=, 6);
  trama_pack (NULL, 0, 1, &width, &height);
  g_assert_cmpfloat (width, ==, 0);
}

static void
assert_in_box_and_apart (TramaGraph *graph, TramaLayout *layout)
{
  for (guint i = 0; i < trama_graph_n_nodes (graph); i++)
    {
      double x, y;

      g_assert_true (trama_layout_place (layout, &trama_graph_nodes (graph)[i], &x, &y));
      g_assert_true (x >= 0 && x <= 1 && y >= 0 && y <= 1);
      for (guint j = 0; j < i && j < 300; j++)
        {
          double ox, oy;

          trama_layout_place (layout, &trama_graph_nodes (graph)[j], &ox, &oy);
          g_assert_true (x != ox || y != oy);
        }
    }
}

static void
test_odd_graphs (void)
{
  static const struct
  {
    const char *names, *pairs;
  } odd[] = {
    { "", "" },          { "A", "" },          { "A", "AA" },
    { "ABCDE", "" },     { "AB", "AB BA AB" }, { "ABCDEF", "AA AB AC AD" },
    { "ABCD", "AB CD" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_auto (Fixture) f = { 0 };
      g_autoptr (TramaGraph) graph = NULL;
      g_autoptr (TramaLayout) layout = NULL;

      if (odd[i].names[0] == '\0')
        {
          fixture_init (&f);
          add_cluster (&f, "C");
          fixture_done (&f);
          {
            TramaGraphOptions options;

            trama_graph_options_init (&options, TRAMA_GRAPH_ALL, TRAMA_ID_NONE, 0);
            graph = trama_graph_new (f.version, &options);
          }
        }
      else
        graph = graph_of_pairs (&f, odd[i].names, odd[i].pairs);
      layout = trama_layout_overview_new (graph, 1.5, NULL);
      assert_in_box_and_apart (graph, layout);
      g_assert_cmpuint (trama_layout_n_lanes (layout), ==, 0);
    }
}

static gpointer
lay_out (gpointer graph)
{
  return trama_layout_overview_new (graph, 1.5, NULL);
}

/* Small enough for all pairs, and large enough for forces. */
static void
test_same_on_every_run (void)
{
  const guint sizes[] = { 150, 1400 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_auto (Fixture) f = { 0 };
      g_autoptr (TramaGraph) graph = graph_of_rings (&f, sizes[s]);
      GThread *threads[2];
      g_autoptr (TramaLayout) first = NULL;
      g_autoptr (TramaLayout) second = NULL;

      for (guint i = 0; i < 2; i++)
        threads[i] = g_thread_new ("layout", lay_out, graph);
      first = g_thread_join (threads[0]);
      second = g_thread_join (threads[1]);
      for (guint i = 0; i < trama_graph_n_nodes (graph); i++)
        {
          double ax, ay, bx, by;

          trama_layout_place (first, &trama_graph_nodes (graph)[i], &ax, &ay);
          trama_layout_place (second, &trama_graph_nodes (graph)[i], &bx, &by);
          g_assert_true (ax == bx && ay == by);
        }
      assert_in_box_and_apart (graph, first);
    }
}

/* A cancelled layout is still whole; that of 20 000 is done at once. */
static void
test_cancelled (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) graph = graph_of_rings (&f, 20000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TramaLayout) layout = NULL;

  g_cancellable_cancel (cancellable);
  layout = trama_layout_overview_new (graph, 1.5, cancellable);
  for (guint i = 0; i < trama_graph_n_nodes (graph); i++)
    {
      double x, y;

      g_assert_true (trama_layout_place (layout, &trama_graph_nodes (graph)[i], &x, &y));
      g_assert_true (x >= 0 && x <= 1 && y >= 0 && y <= 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-overview/crossings", test_crossings);
  g_test_add_func ("/layout-overview/known-stress", test_known_stress);
  g_test_add_func ("/layout-overview/stress-by-hand", test_stress_by_hand);
  g_test_add_func ("/layout-overview/ways", test_ways);
  g_test_add_func ("/layout-overview/parts", test_parts);
  g_test_add_func ("/layout-overview/quadtree", test_quadtree);
  g_test_add_func ("/layout-overview/packing", test_packing);
  g_test_add_func ("/layout-overview/odd-graphs", test_odd_graphs);
  g_test_add_func ("/layout-overview/same-on-every-run", test_same_on_every_run);
  g_test_add_func ("/layout-overview/cancelled", test_cancelled);
  return g_test_run ();
}
