/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scales and ticks against answers worked by hand. */

#include "trama-chart-scale.h"
#include "trama-date.h"

#include <math.h>

static void
test_place (void)
{
  const TramaScale up = { 0, 12, 100, 0 };
  const TramaScale none = { 5, 5, 40, 80 };

  g_assert_cmpfloat (trama_scale_place (&up, 0), ==, 100);
  g_assert_cmpfloat (trama_scale_place (&up, 12), ==, 0);
  g_assert_cmpfloat (trama_scale_place (&up, 3), ==, 75);
  g_assert_cmpfloat (trama_scale_place (&up, 24), ==, -100);
  g_assert_cmpfloat (trama_scale_place (&none, 7), ==, 40);
}

static void
test_nice_step (void)
{
  static const struct
  {
    double from, to;
    guint most;
    gboolean whole;
    double step;
  } cases[] = {
    { 0, 100, 4, FALSE, 25 },  { 0, 100, 5, FALSE, 20 },    { 0, 90, 6, FALSE, 20 },
    { 0, 1, 4, FALSE, 0.25 },  { 0, 0.3, 3, FALSE, 0.1 },   { 0, 2, 4, FALSE, 0.5 },
    { 0, 7, 3, FALSE, 2.5 },   { 0, 7, 3, TRUE, 5 },        { 0, 3, 10, TRUE, 1 },
    { 60, 100, 4, FALSE, 10 }, { -5, 5, 5, FALSE, 2 },      { 0, 184400, 5, FALSE, 50000 },
    { 4, 4, 5, FALSE, 1 },     { 0, 1e-6, 1, FALSE, 1e-6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double step
          = trama_scale_nice_step (cases[i].from, cases[i].to, cases[i].most, cases[i].whole);

      g_assert_cmpfloat_with_epsilon (step, cases[i].step, cases[i].step * 1e-9);
    }
}

static void
test_count_step (void)
{
  g_assert_cmpint (trama_scale_count_step (12, 5), ==, 3);
  g_assert_cmpint (trama_scale_count_step (12, 3), ==, 4);
  g_assert_cmpint (trama_scale_count_step (12, 2), ==, 6);
  g_assert_cmpint (trama_scale_count_step (20, 5), ==, 4);
  g_assert_cmpint (trama_scale_count_step (8, 6), ==, 2);
  /* A prime is not divided: a nice step, which leaves the last one unlabelled. */
  g_assert_cmpint (trama_scale_count_step (13, 5), ==, 5);
  g_assert_cmpint (trama_scale_count_step (1, 5), ==, 1);
  g_assert_cmpint (trama_scale_count_step (0, 5), ==, 1);
}

static void
test_month_step (void)
{
  g_assert_cmpint (trama_scale_month_step (24, 5), ==, 6);
  g_assert_cmpint (trama_scale_month_step (45, 5), ==, 12);
  g_assert_cmpint (trama_scale_month_step (60, 5), ==, 12);
  g_assert_cmpint (trama_scale_month_step (4, 5), ==, 1);
  g_assert_cmpint (trama_scale_month_step (300, 5), ==, 60);
  g_assert_cmpint (trama_scale_month_step (100000, 5), ==, 1200);
}

static void
check_ticks (const char *from, const char *to, guint max_labels, const char *expected)
{
  gint32 first = 0, last = 0;
  g_autoptr (GArray) ticks = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (trama_day_parse (from, &first));
  g_assert_true (trama_day_parse (to, &last));
  ticks = trama_scale_date_ticks (first, last, max_labels);
  for (guint i = 0; i < ticks->len; i++)
    {
      const TramaDateTick *tick = &g_array_index (ticks, TramaDateTick, i);
      int day;

      trama_day_to_civil (tick->day, NULL, NULL, &day);
      g_assert_cmpint (day, ==, 1);
      g_assert_cmpint (tick->day, >=, first);
      g_assert_cmpint (tick->day, <=, last);
      if (tick->label != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", tick->label);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_date_ticks (void)
{
  check_ticks ("2024-07-01", "2028-01-01", 10,
               "Jul 2024, Jan 2025, Jul, Jan 2026, Jul, Jan 2027, Jul, Jan 2028");
  check_ticks ("2024-07-01", "2028-01-01", 4, "2025, 2026, 2027, 2028");
  check_ticks ("2024-02-15", "2024-06-30", 6, "Mar 2024, Apr, May, Jun");
  check_ticks ("2024-11-10", "2025-02-20", 6, "Dec 2024, Jan 2025, Feb");
  check_ticks ("2000-01-01", "2060-01-01", 7, "2000, 2010, 2020, 2030, 2040, 2050, 2060");
  /* Within a month there is no first of a month. */
  check_ticks ("2024-03-05", "2024-03-20", 6, "");
  check_ticks ("2024-03-05", "2024-03-04", 6, "");
}

/* However long and however narrow, never more labels than there is room for. */
static void
test_date_ticks_room (void)
{
  for (gint32 length = 20; length < 40000; length = length * 5 / 4)
    for (guint room = 1; room < 12; room++)
      for (gint32 from = 19000; from < 19400; from += 47)
        {
          g_autoptr (GArray) ticks = trama_scale_date_ticks (from, from + length, room);
          guint labels = 0;

          for (guint i = 0; i < ticks->len; i++)
            labels += g_array_index (ticks, TramaDateTick, i).label != NULL;
          g_assert_cmpuint (labels, <=, room);
        }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-scale/place", test_place);
  g_test_add_func ("/chart-scale/nice-step", test_nice_step);
  g_test_add_func ("/chart-scale/count-step", test_count_step);
  g_test_add_func ("/chart-scale/month-step", test_month_step);
  g_test_add_func ("/chart-scale/date-ticks", test_date_ticks);
  g_test_add_func ("/chart-scale/date-ticks-room", test_date_ticks_room);
  return g_test_run ();
}
