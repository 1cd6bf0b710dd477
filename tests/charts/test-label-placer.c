/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-label-placer.h"

#include <math.h>

static const TramaBox whole = { 0, 0, 100, 100 };

static void
test_first_choice (void)
{
  g_autoptr (TramaLabelPlacer) placer = trama_label_placer_new (whole);
  const TramaBox places[2] = { { 10, 10, 20, 5 }, { 10, 40, 20, 5 } };
  guint chosen = 9;

  g_assert_true (trama_label_placer_place (placer, places, 2, 1, &chosen));
  g_assert_cmpuint (chosen, ==, 0);
  /* The first is taken now. */
  g_assert_true (trama_label_placer_place (placer, places, 2, 1, &chosen));
  g_assert_cmpuint (chosen, ==, 1);
  g_assert_false (trama_label_placer_place (placer, places, 2, G_MAXDOUBLE, &chosen));
}

static void
test_stays_inside (void)
{
  g_autoptr (TramaLabelPlacer) placer = trama_label_placer_new (whole);
  const TramaBox places[3] = { { -1, 10, 20, 5 }, { 90, 10, 20, 5 }, { 80, 95, 20, 5 } };
  guint chosen = 9;

  g_assert_true (trama_label_placer_place (placer, places, 3, 1, &chosen));
  g_assert_cmpuint (chosen, ==, 2);
}

static void
test_lines_cost (void)
{
  g_autoptr (TramaLabelPlacer) placer = trama_label_placer_new (whole);
  const TramaBox places[2] = { { 10, 10, 20, 5 }, { 60, 60, 20, 5 } };
  guint chosen = 9;

  /* Through the first, past the second. */
  trama_label_placer_add_line (placer, 0, 12, 100, 12, 1);
  trama_label_placer_add_line (placer, 0, 0, 55, 100, 1);
  g_assert_true (trama_label_placer_place (placer, places, 2, 1, &chosen));
  g_assert_cmpuint (chosen, ==, 1);
  /* With nowhere else, dear is too dear only above the limit. */
  g_assert_false (trama_label_placer_place (placer, places, 1, 0.5, &chosen));
  g_assert_true (trama_label_placer_place (placer, places, 1, 2, &chosen));
}

static void
test_line_only_near (void)
{
  g_autoptr (TramaLabelPlacer) placer = trama_label_placer_new (whole);
  const TramaBox place = { 40, 40, 20, 20 };
  guint chosen;

  /* Its bounds cover the box, the line itself does not touch it. */
  trama_label_placer_add_line (placer, 0, 55, 35, 100, 100);
  trama_label_placer_add_line (placer, 0, 0, 100, 30, 100);
  g_assert_true (trama_label_placer_place (placer, &place, 1, 0.01, &chosen));
}

static void
test_forbidden (void)
{
  g_autoptr (TramaLabelPlacer) placer = trama_label_placer_new (whole);
  const TramaBox place = { 10, 10, 20, 5 };
  guint chosen;

  trama_label_placer_add_box (placer, (TramaBox) { 29.9, 14.9, 10, 10 }, INFINITY);
  g_assert_false (trama_label_placer_place (placer, &place, 1, G_MAXDOUBLE, &chosen));
}

/* Many labels on little room: those that find a place keep apart, and many do. */
static void
test_stress (void)
{
  g_autoptr (TramaLabelPlacer) placer = trama_label_placer_new ((TramaBox) { 0, 0, 400, 300 });
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (TramaBox));
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < 600; i++)
    {
      double x = g_rand_double_range (random, 0, 400), y = g_rand_double_range (random, 0, 300);
      double width = g_rand_double_range (random, 12, 70);
      const TramaBox places[4] = { { x - width / 2, y + 4, width, 6 },
                                   { x - width / 2, y - 10, width, 6 },
                                   { x + 4, y - 3, width, 6 },
                                   { x - 4 - width, y - 3, width, 6 } };
      guint chosen;

      trama_label_placer_add_line (placer, x, y, 200, 150, 0.1);
      if (!trama_label_placer_place (placer, places, 4, 50, &chosen))
        continue;
      for (guint j = 0; j < placed->len; j++)
        g_assert_false (trama_box_overlaps (places[chosen], g_array_index (placed, TramaBox, j)));
      g_array_append_val (placed, places[chosen]);
    }
  g_assert_cmpuint (placed->len, >, 120);
}

static void
check_spread (guint n, const double *wanted, const double *heights, double gap, double from,
              double to, const double *expected)
{
  g_autofree double *centres = g_memdup2 (wanted, n * sizeof (double));

  trama_label_spread (centres, heights, n, gap, from, to);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (centres[i], expected[i], 1e-9);
}

static void
test_spread (void)
{
  static const double ten[5] = { 10, 10, 10, 10, 10 };

  /* Far apart: untouched. */
  check_spread (2, (double[]) { 20, 60 }, ten, 2, 0, 100, (double[]) { 20, 60 });
  /* On one place: half up, half down. */
  check_spread (2, (double[]) { 50, 50 }, ten, 2, 0, 100, (double[]) { 44, 56 });
  /* Three near each other: round their mean. */
  check_spread (3, (double[]) { 50, 51, 52 }, ten, 2, 0, 100, (double[]) { 39, 51, 63 });
  /* Against the upper end. */
  check_spread (2, (double[]) { 3, 4 }, ten, 2, 0, 100, (double[]) { 5, 17 });
  /* In any order. */
  check_spread (3, (double[]) { 90, 20, 21 }, ten, 0, 0, 100, (double[]) { 90, 15.5, 25.5 });
  /* More than there is room for: no gaps, then over each other evenly. */
  check_spread (3, (double[]) { 50, 50, 50 }, ten, 5, 0, 30, (double[]) { 5, 15, 25 });
  check_spread (2, (double[]) { 50, 50 }, ten, 5, 0, 15, (double[]) { 5, 10 });
}

static void
test_spread_stress (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 300; round++)
    {
      double centres[12], wanted[12], heights[12];
      guint n = 1 + round % 12;

      for (guint i = 0; i < n; i++)
        {
          wanted[i] = centres[i] = g_rand_double_range (random, -20, 320);
          heights[i] = g_rand_double_range (random, 4, 18);
        }
      trama_label_spread (centres, heights, n, 2, 0, 300);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpfloat (centres[i] - heights[i] / 2, >=, -1e-9);
          g_assert_cmpfloat (centres[i] + heights[i] / 2, <=, 300 + 1e-9);
          for (guint j = 0; j < n; j++)
            if (wanted[i] < wanted[j])
              g_assert_cmpfloat (centres[i] + heights[i] / 2 + 2, <=,
                                 centres[j] - heights[j] / 2 + 1e-6);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label-placer/first-choice", test_first_choice);
  g_test_add_func ("/label-placer/stays-inside", test_stays_inside);
  g_test_add_func ("/label-placer/lines-cost", test_lines_cost);
  g_test_add_func ("/label-placer/line-only-near", test_line_only_near);
  g_test_add_func ("/label-placer/forbidden", test_forbidden);
  g_test_add_func ("/label-placer/stress", test_stress);
  g_test_add_func ("/label-placer/spread", test_spread);
  g_test_add_func ("/label-placer/spread-stress", test_spread_stress);
  return g_test_run ();
}
