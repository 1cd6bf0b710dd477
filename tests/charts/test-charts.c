/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Every chart on the usual and on the extreme: nothing is cut at the edge, no words lie over others,
 * each says a sentence, has a table, can be hit where its items are, and is the same twice.
 */
#include "chart-samples.h"
#include "network-sample.h"
#include "trama-chart-export.h"
#include "trama-label-placer.h"

typedef struct
{
  const char *name;
  /* A scene for variant 0, 1, …; NULL: there is none such. */
  TramaScene *(*build) (guint variant, const TramaChartStyle *style, double width);
} Chart;

static TramaScene *
build_phases (guint variant, const TramaChartStyle *style, double width)
{
  static TramaGate gates[6];
  static TramaShockMark shocks[5];
  static TramaJointAction actions[150];
  TramaPhasesChart data = sample_phases ();

  switch (variant)
    {
    case 0:
      break;
    case 1:
      data.n_phases = data.n_gates = data.n_actions = data.n_shocks = 0;
      break;
    case 2:
      data.n_phases = 1;
      data.n_gates = data.n_actions = 0;
      data.n_shocks = 1;
      data.from = data.to = 0;
      break;
    case 3:
      for (guint i = 0; i < G_N_ELEMENTS (gates); i++)
        gates[i] = (TramaGate) { sample_id (i), LONG_NAME,
                                 sample_day ("2024-08-01") + (gint32) i * 190, i < 3 };
      for (guint i = 0; i < G_N_ELEMENTS (shocks); i++)
        shocks[i] = (TramaShockMark) { sample_id (i), LONG_NAME,
                                       sample_day ("2024-07-03") + (gint32) i * 250 };
      for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
        actions[i] = (TramaJointAction) { sample_id (i), LONG_NAME,
                                          sample_day ("2024-07-03") + (gint32) i * 4, i % 3 == 0 };
      data.gates = gates;
      data.n_gates = G_N_ELEMENTS (gates);
      data.shocks = shocks;
      data.n_shocks = G_N_ELEMENTS (shocks);
      data.actions = actions;
      data.n_actions = G_N_ELEMENTS (actions);
      break;
    case 4:
      data.as_of = data.to;
      break;
    default:
      return NULL;
    }
  return trama_phases_chart_new (&data, style, width, 0);
}

static TramaScene *
build_phase_bar (guint variant, const TramaChartStyle *style, double width)
{
  TramaPhasesChart data = sample_phases ();

  if (variant > 1)
    return NULL;
  if (variant == 1)
    data.n_phases = data.n_gates = 0;
  return trama_phases_chart_new_compact (&data, style, width);
}

static TramaScene *
build_criteria (guint variant, const TramaChartStyle *style, double width)
{
  TramaCriteriaChart data = sample_criteria ();
  static TramaCriteriaMonth flat[240];

  switch (variant)
    {
    case 0:
      break;
    case 1:
      data.n_months = 0;
      break;
    case 2:
      data.n_months = 1;
      break;
    case 3:
      data.first_age = -1;
      break;
    case 4:
      for (int i = 0; i < 240; i++)
        flat[i] = (TramaCriteriaMonth) { trama_day_add_months (sample_day ("2000-01-31"), i), 100,
                                         100, -1 };
      data.months = flat;
      data.n_months = 240;
      data.n_criteria = 100;
      break;
    default:
      return NULL;
    }
  return trama_criteria_chart_new (&data, style, width, 0);
}

static TramaScene *
build_taper (guint variant, const TramaChartStyle *style, double width)
{
  TramaTaperChart data = sample_taper ();
  static TramaTaperMonth months[45];

  switch (variant)
    {
    case 0:
      break;
    case 1:
      data.n_months = 0;
      data.forecast = TRAMA_FORECAST_TOO_EARLY;
      break;
    case 2:
      data.latest = INFINITY;
      data.dates = TRUE;
      break;
    case 3:
      data.forecast = TRAMA_FORECAST_NOT_ON_COURSE;
      break;
    case 4:
      data.earliest = 60;
      data.latest = 400;
      break;
    case 5:
      for (guint i = 0; i < 45; i++)
        months[i] = (TramaTaperMonth) { NAN, i < 3 ? 2.4 : NAN, NAN };
      data.months = months;
      data.forecast = TRAMA_FORECAST_TOO_EARLY;
      break;
    default:
      return NULL;
    }
  return trama_taper_chart_new (&data, style, width, 0);
}

static TramaScene *
build_cohort (guint variant, const TramaChartStyle *style, double width)
{
  TramaCohortChart data = sample_cohort ();
  static TramaCohortProgramme many[300];

  switch (variant)
    {
    case 0:
      break;
    case 1:
      data.n_programmes = 0;
      data.subject = G_MAXUINT;
      break;
    case 2:
      for (guint i = 0; i < 300; i++)
        many[i]
            = (TramaCohortProgramme) { sample_id (i), LONG_NAME, i * 7 % 61, (int) (i % 11), 12 };
      data.programmes = many;
      data.n_programmes = 300;
      data.subject = 17;
      break;
    case 3:
      data.aside = NULL;
      data.subject = G_MAXUINT;
      break;
    default:
      return NULL;
    }
  return trama_cohort_chart_new (&data, style, width, 0);
}

static TramaScene *
build_network (guint variant, const TramaChartStyle *style, double width)
{
  static const guint sizes[] = { 40, 22, 22, 60, 220, 3 };
  SampleNetwork network;
  TramaScene *scene;

  if (variant > 8)
    return NULL;
  sample_network_init (&network, sizes[variant % G_N_ELEMENTS (sizes)],
                       variant == 0   ? SAMPLE_CHANGE
                       : variant == 2 ? SAMPLE_WITHOUT_BROKER
                                      : SAMPLE_PLAIN,
                       variant % 2 == 1);
  if (variant == 6)
    network.chart.n_ties = 0;
  if (variant == 7)
    network.chart.n_ties = network.chart.n_nodes = network.chart.n_lanes = 0;
  if (variant == 8)
    for (guint i = 0; i < network.nodes->len; i++)
      g_array_index (network.nodes, TramaNetworkNode, i).label = LONG_NAME;
  scene = trama_network_chart_new (&network.chart, style, width, width * 0.9);
  sample_network_clear (&network);
  return scene;
}

static TramaScene *
build_legend (guint variant, const TramaChartStyle *style, double width)
{
  SampleNetwork network;
  TramaScene *scene;

  if (variant > 1)
    return NULL;
  sample_network_init (&network, 22, variant == 0 ? SAMPLE_CHANGE : SAMPLE_WITHOUT_BROKER, TRUE);
  scene = trama_network_chart_new_legend (&network.chart, style, width);
  sample_network_clear (&network);
  return scene;
}

static TramaScene *
build_series (guint variant, const TramaChartStyle *style, double width)
{
  TramaSeriesChart data = sample_series ();
  static double values[4][60];
  static gint32 dates[60];
  static TramaSeriesLine lines[4];

  switch (variant)
    {
    case 0:
      break;
    case 1:
      data.n_points = 0;
      break;
    case 2:
      data.n_points = 1;
      break;
    case 3:
      data.n_lines = 0;
      break;
    case 4:
      for (guint l = 0; l < 4; l++)
        {
          for (guint i = 0; i < 60; i++)
            {
              values[l][i] = i % 9 == 4 ? NAN : 120000.0 * (1 + l * 0.01) - i * i * 30.0 * l;
              dates[i] = trama_day_add_months (sample_day ("2021-01-31"), (int) i);
            }
          lines[l] = (TramaSeriesLine) { sample_id (l), LONG_NAME, "all months", values[l] };
        }
      data.lines = lines;
      data.n_lines = 4;
      data.n_points = 60;
      data.positions = NULL;
      data.dates = dates;
      data.percent = FALSE;
      data.maximum = NAN;
      data.reference = 60000;
      data.reference_label = "before the duty";
      data.start_label = "January 2021";
      break;
    default:
      return NULL;
    }
  return trama_series_chart_new (&data, style, width, 0);
}

static TramaScene *
build_bars (guint variant, const TramaChartStyle *style, double width)
{
  TramaBarsChart data = variant == 1 ? sample_stacked_bars () : sample_bars ();
  static TramaBar bars[3];

  switch (variant)
    {
    case 0:
    case 1:
      break;
    case 2:
      data.n_bars = 0;
      break;
    case 3:
      for (guint i = 0; i < 3; i++)
        bars[i] = (TramaBar) { sample_id (i),
                               LONG_NAME,
                               i == 1 ? "about a third" : NULL,
                               { i == 0   ? 0
                                 : i == 1 ? 1e9
                                          : NAN },
                               NAN,
                               NAN,
                               NAN,
                               NAN };
      data.bars = bars;
      data.n_bars = 3;
      data.axis = FALSE;
      break;
    default:
      return NULL;
    }
  return trama_bars_chart_new (&data, style, width, 0);
}

static TramaScene *
build_bullets (guint variant, const TramaChartStyle *style, double width)
{
  TramaBulletsChart data = sample_bullets ();
  static TramaBullet odd[3];

  switch (variant)
    {
    case 0:
      break;
    case 1:
      data.n_bullets = 0;
      break;
    case 2:
      odd[0] = (TramaBullet) { sample_id (0), LONG_NAME, 1e6, 10, 5e6, { NAN }, NULL };
      odd[1] = (TramaBullet) { sample_id (1), "Not known", NAN, 10, NAN, { NAN }, NULL };
      odd[2] = (TramaBullet) { sample_id (2), "No target", 7, NAN, NAN, { 7, 0, 0 }, NULL };
      data.bullets = odd;
      data.n_bullets = 3;
      break;
    default:
      return NULL;
    }
  return trama_bullets_chart_new (&data, style, width, 0);
}

static TramaScene *
build_dots (guint variant, const TramaChartStyle *style, double width)
{
  static const TramaDotsChart cases[] = {
    { .count = 5, .unknown = 2, .total = 19, .needed = 7 },
    { .total = 0 },
    { .count = 1, .total = 1, .needed = 1 },
    { .count = 80, .unknown = 7, .total = 200, .needed = 67 },
    { .count = 2, .total = 5, .needed = 9, .needed_label = "nine are needed" },
  };

  return variant < G_N_ELEMENTS (cases) ? trama_dots_chart_new (&cases[variant], style, width, 0)
                                        : NULL;
}

static TramaScene *
build_pyramid (guint variant, const TramaChartStyle *style, double width)
{
  TramaPyramidChart data = sample_pyramid ();

  switch (variant)
    {
    case 0:
      break;
    case 1:
      memset (data.sides, 0, sizeof data.sides);
      memset (data.moves, 0, sizeof data.moves);
      break;
    case 2:
      data.n_sides = 1;
      data.has_moves = FALSE;
      break;
    case 3:
      data.sides[1].counts[TRAMA_CHART_TIER_WORKSHOP] = 2100;
      data.moves[4][TRAMA_CHART_TIER_WORKSHOP] = 2094;
      break;
    default:
      return NULL;
    }
  return trama_pyramid_chart_new (&data, style, width, 0);
}

static TramaScene *
build_sparkline (guint variant, const TramaChartStyle *style, double width)
{
  TramaSparklineChart data = sample_sparkline ();
  static const double gaps[5] = { NAN, 3, NAN, 40, 2 };

  switch (variant)
    {
    case 0:
      break;
    case 1:
      data.n_values = 0;
      break;
    case 2:
      data.values = gaps;
      data.at_most = NULL;
      data.n_values = 5;
      data.threshold = 4;
      break;
    default:
      return NULL;
    }
  return trama_sparkline_chart_new (&data, style, 80, 18);
}

static TramaScene *
build_profile (guint variant, const TramaChartStyle *style, double width)
{
  TramaProfileChart data = sample_profile ();

  switch (variant)
    {
    case 0:
      break;
    case 1:
      data.n_rows = 0;
      break;
    case 2:
      data.ideals[1] = data.beside = NULL;
      break;
    default:
      return NULL;
    }
  return trama_profile_chart_new (&data, style, width, 0);
}

static TramaScene *
build_matrix (guint variant, const TramaChartStyle *style, double width)
{
  TramaMatrixChart data = sample_matrix ();

  if (variant == 1)
    data.n_rows = 0;
  return variant < 2 ? trama_matrix_chart_new (&data, style, width, 0) : NULL;
}

static TramaScene *
build_plane (guint variant, const TramaChartStyle *style, double width)
{
  TramaPlaneChart data = sample_plane ();

  if (variant == 1)
    data.n_points = 0;
  return variant < 2 ? trama_plane_chart_new (&data, style, width, 0) : NULL;
}

static const Chart charts[] = {
  { "phases", build_phases },
  { "phase-bar", build_phase_bar },
  { "criteria", build_criteria },
  { "taper", build_taper },
  { "cohort", build_cohort },
  { "network", build_network },
  { "network-legend", build_legend },
  { "series", build_series },
  { "bars", build_bars },
  { "bullets", build_bullets },
  { "dots", build_dots },
  { "pyramid", build_pyramid },
  { "sparkline", build_sparkline },
  { "profile", build_profile },
  { "matrix", build_matrix },
  { "plane", build_plane },
};

typedef struct
{
  const char *name;
  double width;
  double text_scale;
  gboolean screen;
  gboolean right_to_left;
} Setting;

static const Setting settings[] = {
  { "print, 6 columns", 235, 1, FALSE, FALSE },
  { "print, 12 columns", 482, 1, FALSE, FALSE },
  { "screen", 406, 1, TRUE, FALSE },
  { "screen, right to left", 406, 1, TRUE, TRUE },
  { "screen, narrow", 246, 1, TRUE, FALSE },
  { "screen, large text", 406, 2, TRUE, FALSE },
};

/* Calls @check for each chart in each variant and setting. */
static void
for_each (const Chart *chart, void (*check) (const TramaScene *scene, const char *name))
{
  for (guint s = 0; s < G_N_ELEMENTS (settings); s++)
    for (guint variant = 0;; variant++)
      {
        TramaChartStyle style;
        TramaScene *scene;
        g_autofree char *name
            = g_strdup_printf ("%s %u, %s", chart->name, variant, settings[s].name);

        trama_chart_style_init (&style, TRAMA_CHART_LIGHT);
        style.text_scale = settings[s].text_scale;
        style.screen = settings[s].screen;
        style.right_to_left = settings[s].right_to_left;
        scene = chart->build (variant, &style, settings[s].width);
        if (scene == NULL)
          break;
        check (scene, name);
        trama_scene_unref (scene);
      }
}

static void
check_words (const TramaScene *scene, const char *name)
{
  const TramaChartTable *table = trama_scene_get_table (scene);

  if (*trama_scene_get_sentence (scene) == '\0')
    g_test_fail_printf ("%s: no sentence", name);
  g_assert_nonnull (table);
  for (guint row = 0; row < trama_chart_table_get_n_rows (table); row++)
    for (guint column = 0; column < trama_chart_table_get_n_columns (table); column++)
      g_assert_nonnull (trama_chart_table_get_cell (table, row, column));
}

static void
check_bounds (const TramaScene *scene, const char *name)
{
  double width = trama_scene_get_width (scene), height = trama_scene_get_height (scene);

  for (guint i = 0; i < trama_scene_get_n_texts (scene); i++)
    {
      TramaBox box = trama_scene_get_text_bounds (scene, i);

      if (box.x < -0.6 || box.y < -0.6 || box.x + box.width > width + 0.6
          || box.y + box.height > height + 0.6)
        g_test_fail_printf ("%s: “%s” at %.1f,%.1f %.1f×%.1f leaves the scene's %.1f×%.1f", name,
                            trama_scene_get_text (scene, i), box.x, box.y, box.width, box.height,
                            width, height);
    }
}

static void
check_overlaps (const TramaScene *scene, const char *name)
{
  guint n = trama_scene_get_n_texts (scene);

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        TramaBox a = trama_scene_get_text_bounds (scene, i);
        TramaBox b = trama_scene_get_text_bounds (scene, j);

        /* Boxes of slanted letters may kiss. */
        a.x += 0.3, a.y += 0.3, a.width -= 0.6, a.height -= 0.6;
        if (trama_box_overlaps (a, b))
          g_test_fail_printf ("%s: “%s” and “%s” overlap", name, trama_scene_get_text (scene, i),
                              trama_scene_get_text (scene, j));
      }
}

static void
check_items (const TramaScene *scene, const char *name)
{
  double width = trama_scene_get_width (scene), height = trama_scene_get_height (scene);

  for (guint i = 0; i < trama_scene_get_n_items (scene); i++)
    {
      const TramaSceneItem *item = trama_scene_get_item (scene, i);
      TramaBox box = item->bounds;

      g_assert_nonnull (item->label);
      g_assert_nonnull (item->value);
      if (!(box.width > 0 || box.height > 0) || box.x + box.width < 0 || box.y + box.height < 0
          || box.x > width || box.y > height)
        g_test_fail_printf ("%s: item %u “%s” cannot be seen", name, i, item->label);
    }
}

static void
check_all (const TramaScene *scene, const char *name)
{
  check_words (scene, name);
  check_bounds (scene, name);
  check_overlaps (scene, name);
  check_items (scene, name);
}

static void
test_laid_out (gconstpointer data)
{
  for_each (data, check_all);
}

/* The middle of a mark that nothing lies over belongs to its item. */
static void
test_items (gconstpointer data)
{
  const Chart *chart = data;
  TramaChartStyle style;
  g_autoptr (TramaScene) scene = NULL;
  guint n, n_hit = 0;

  trama_chart_style_init (&style, TRAMA_CHART_LIGHT);
  scene = chart->build (0, &style, 400);
  if (!g_str_equal (chart->name, "network-legend"))
    {
      g_assert_cmpuint (trama_chart_table_get_n_rows (trama_scene_get_table (scene)), >, 0);
      g_assert_cmpuint (trama_scene_get_n_items (scene), >, 0);
    }
  n = trama_scene_get_n_items (scene);
  for (guint i = 0; i < n; i++)
    {
      TramaBox box = trama_scene_get_item (scene, i)->bounds;
      guint hit = trama_scene_hit (scene, box.x + box.width / 2, box.y + box.height / 2, 0.5);

      n_hit += hit == i;
      if (g_str_equal (trama_scene_get_item (scene, i)->kind, "node"))
        g_assert_cmpuint (hit, ==, i);
    }
  if (n > 0 && !g_str_equal (chart->name, "network"))
    g_assert_cmpuint (n_hit * 2, >, n);
  g_assert_cmpuint (trama_scene_hit (scene, -50, -50, 4), ==, TRAMA_SCENE_NO_ITEM);
}

static void
test_same_twice (gconstpointer data)
{
  const Chart *chart = data;
  TramaChartStyle style;

  trama_chart_style_init (&style, TRAMA_CHART_LIGHT);
  for (guint format = TRAMA_CHART_PNG; format <= TRAMA_CHART_PDF; format++)
    {
      g_autoptr (TramaScene) once = chart->build (0, &style, 400);
      g_autoptr (TramaScene) again = chart->build (0, &style, 400);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) first
          = trama_chart_export (once, NULL, (TramaChartFormat) format, 1, &error);
      g_autoptr (GBytes) second = NULL;

      g_assert_no_error (error);
      second = trama_chart_export (again, NULL, (TramaChartFormat) format, 1, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
add_tests (const Chart *chart)
{
  static const struct
  {
    const char *name;
    GTestDataFunc test;
  } tests[] = {
    { "laid-out", test_laid_out },
    { "items", test_items },
    { "same-twice", test_same_twice },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/charts/%s/%s", chart->name, tests[i].name);

      g_test_add_data_func (path, chart, tests[i].test);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    add_tests (&charts[i]);
  return g_test_run ();
}
