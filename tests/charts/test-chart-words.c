/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What single charts must say or leave free, beyond what holds for all of them. */
#include "chart-samples.h"

#include "trama-label-placer.h"

#include <string.h>

static void
test_taper_nobody (void)
{
  TramaTaperChart data
      = { .frame = { .title = "No manager has been appointed yet" }, .dates = TRUE };
  TramaChartStyle style;
  g_autoptr (TramaScene) scene = NULL;
  gboolean said = FALSE;

  trama_chart_style_init (&style, TRAMA_CHART_LIGHT);
  scene = trama_taper_chart_new (&data, &style, 235, 0);
  for (guint i = 0; i < trama_scene_get_n_texts (scene); i++)
    {
      const char *text = trama_scene_get_text (scene, i);

      if (strstr (text, "19") != NULL)
        g_test_fail_printf ("a month where there is none: “%s”", text);
      said |= strstr (text, "no manager appointed") != NULL;
    }
  g_assert_true (said);
  g_assert_cmpuint (trama_chart_table_get_n_rows (trama_scene_get_table (scene)), ==, 0);
  g_assert_cmpstr (trama_scene_get_sentence (scene), ==, "No manager has been appointed yet");
}

/* The caption is set by somebody else: the chart still says what its data says. */
static void
test_finding (void)
{
  TramaTaperChart data = sample_taper ();
  TramaChartStyle style;
  g_autoptr (TramaScene) titled = NULL;
  g_autoptr (TramaScene) captioned = NULL;
  const char *title = data.frame.title;

  trama_chart_style_init (&style, TRAMA_CHART_LIGHT);
  titled = trama_taper_chart_new (&data, &style, 235, 0);
  data.frame = (TramaChartFrame) { .finding = title };
  captioned = trama_taper_chart_new (&data, &style, 235, 0);
  g_assert_cmpstr (trama_scene_get_sentence (captioned), ==, trama_scene_get_sentence (titled));
  g_assert_true (g_str_has_prefix (trama_scene_get_sentence (captioned), title));
  g_assert_cmpuint (strlen (trama_scene_get_sentence (captioned)), >, strlen (title) + 2);
}

static gboolean
crosses (TramaBox text, double x)
{
  return text.x < x - 0.3 && text.x + text.width > x + 0.3;
}

/* The diamond is the lowest part of its gate. */
static TramaBox
diamond_of (const TramaSceneItem *gate, double x)
{
  double side = 11.2;

  return (TramaBox) { x - side / 2, gate->bounds.y + gate->bounds.height - side, side, side };
}

static void
check_phases (const TramaPhasesChart *data, const TramaScene *scene)
{
  double now;

  g_assert_true (trama_scene_place_date (scene, data->as_of, &now));
  for (guint i = 0; i < trama_scene_get_n_texts (scene); i++)
    {
      const char *text = trama_scene_get_text (scene, i);
      TramaBox box = trama_scene_get_text_bounds (scene, i);
      gboolean phase = FALSE, shock = FALSE;

      for (guint p = 0; p < data->n_phases; p++)
        phase |= g_str_has_prefix (text, data->phases[p].label);
      for (guint s = 0; s < data->n_shocks; s++)
        shock |= g_str_equal (text, data->shocks[s].label);
      if (shock && crosses (box, now))
        g_test_fail_printf ("day %d: the as-of line crosses “%s”", data->as_of, text);
      if (!phase)
        continue;
      for (guint g = 0; g < trama_scene_get_n_items (scene); g++)
        {
          const TramaSceneItem *item = trama_scene_get_item (scene, g);
          double x;

          if (!g_str_equal (item->kind, "gate"))
            continue;
          g_assert_true (trama_scene_place_date (scene, item->date, &x));
          if (trama_box_overlaps (box, diamond_of (item, x)))
            g_test_fail_printf ("day %d: a gate covers “%s”", data->as_of, text);
        }
    }
}

/* Month by month over the whole course: neither line nor gate runs through a name. */
static void
test_phases_clear (void)
{
  TramaPhasesChart data = sample_phases ();
  TramaChartStyle style;

  trama_chart_style_init (&style, TRAMA_CHART_LIGHT);
  for (gint32 day = sample_day ("2026-03-01"); day < sample_day ("2028-01-01"); day += 13)
    {
      g_autoptr (TramaScene) scene = NULL;

      data.as_of = day;
      scene = trama_phases_chart_new (&data, &style, 482, 0);
      check_phases (&data, scene);
    }
}

static void
test_pyramid_height (void)
{
  TramaPyramidChart data = sample_pyramid ();
  TramaChartStyle style;
  g_autoptr (TramaScene) usual = NULL;
  g_autoptr (TramaScene) low = NULL;
  g_autoptr (TramaScene) lowest = NULL;

  trama_chart_style_init (&style, TRAMA_CHART_LIGHT);
  usual = trama_pyramid_chart_new (&data, &style, 235, 0);
  low = trama_pyramid_chart_new (&data, &style, 235, 240);
  lowest = trama_pyramid_chart_new (&data, &style, 235, 20);
  g_assert_cmpfloat (trama_scene_get_height (usual), >, 250);
  g_assert_cmpfloat_with_epsilon (trama_scene_get_height (low), 240, 0.5);
  g_assert_cmpfloat (trama_scene_get_height (lowest), >, 150);
  g_assert_cmpfloat (trama_scene_get_height (lowest), <, 240);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-words/taper-nobody", test_taper_nobody);
  g_test_add_func ("/chart-words/finding", test_finding);
  g_test_add_func ("/chart-words/phases-clear", test_phases_clear);
  g_test_add_func ("/chart-words/pyramid-height", test_pyramid_height);
  return g_test_run ();
}
