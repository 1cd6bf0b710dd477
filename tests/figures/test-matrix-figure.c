/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "trama-matrix-figure.h"
#include "trama-network-series.h"

#include "../network/fixture.h"

/* L and M lead, w is a workshop, bank an institution; L–w by subcontracting, one way, and L–M by
 * co-operation, both; M–bank ended in 2025, w–M began in 2026. */
static void
fill (Fixture *f)
{
  TramaRecordBuilder builder = { 0 };
  TramaActivity *activity;
  TramaId met[2];

  fixture_init (f);
  add_firm (f, "w");
  add_firm (f, "L");
  add_firm (f, "M");
  add_institution (f, "bank", TRAMA_INSTITUTION_FINANCE);
  add_programme (f, "group", NULL, NULL, NULL);
  for (guint i = 0; i < 3; i++)
    add_member (f, "group", (const char *[]) { "w", "L", "M" }[i], "2024-01-01", NULL);
  add_tier (f, "L", "2020", TRAMA_TIER_LEADING);
  add_tier (f, "M", "2020", TRAMA_TIER_LEADING);
  add_tier (f, "w", "2020", TRAMA_TIER_WORKSHOP);
  add_tie (f, (Tie) { .from = "L",
                      .to = "w",
                      .kind = TRAMA_LINKAGE_SUBCONTRACTING,
                      .started = "2025-01-01",
                      .strength = 3 });
  add_tie (
      f,
      (Tie) { .from = "L", .to = "M", .kind = TRAMA_LINKAGE_COOPERATION, .started = "2025-01-01" });
  add_tie (f, (Tie) { .from = "M",
                      .to = "bank",
                      .kind = TRAMA_LINKAGE_INFORMATION,
                      .started = "2024-01-01",
                      .ended = "2025-12-01" });
  add_tie (f,
           (Tie) { .from = "w", .to = "M", .kind = TRAMA_LINKAGE_SUPPLY, .started = "2026-02-01" });
  met[0] = fixture_id (f, "L");
  met[1] = fixture_id (f, "w");
  if (trama_id_compare (met[0], met[1]) > 0)
    {
      met[0] = fixture_id (f, "w");
      met[1] = fixture_id (f, "L");
    }
  activity = fixture_draft (f, &builder, TRAMA_KIND_ACTIVITY, "visit");
  activity->programme = fixture_id (f, "group");
  activity->kind = TRAMA_ACTIVITY_FACTORY_VISIT;
  activity->title = "visit";
  activity->date = fixture_date ("2026-05-05");
  activity->participants = (TramaIds) { 2, met };
  fixture_put (f, &builder);
  fixture_done (f);
}

static TramaGraph *
make_graph (Fixture *f, gboolean compare)
{
  TramaGraphOptions options;

  trama_graph_options_init (&options, TRAMA_GRAPH_ALL, TRAMA_ID_NONE, fixture_day ("2026-06-30"));
  options.compare = compare;
  options.compare_to = fixture_day ("2025-06-30");
  return trama_graph_new (f->version, &options);
}

/* Each filled square as "row-column mark", in the order of rows and columns. */
static char *
show (const TramaAdjacencyChart *chart)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < chart->n_rows; row++)
    for (guint column = 0; column < chart->n_columns; column++)
      for (guint i = 0; i < chart->n_cells; i++)
        if (chart->cells[i].row == row && chart->cells[i].column == column)
          g_string_append_printf (text, "%s%s-%s%c%d", text->len > 0 ? " " : "",
                                  chart->rows[row].label, chart->columns[column].label,
                                  "=knl"[chart->cells[i].mark], chart -> cells[i].strength);
  return g_string_free (text, FALSE);
}

static void
assert_drawn (TramaMatrixFigure *figure, guint rows)
{
  TramaChartStyle style;
  g_autoptr (TramaScene) scene = NULL;

  trama_chart_style_init (&style, TRAMA_CHART_LIGHT);
  scene = trama_matrix_figure_draw (figure, &style, 400);
  g_assert_nonnull (trama_scene_get_sentence (scene));
  g_assert_cmpuint (trama_chart_table_get_n_rows (trama_scene_get_table (scene)), ==, rows);
}

static void
test_matrix (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) now = NULL;
  g_autoptr (TramaGraph) change = NULL;
  g_autoptr (TramaMatrixFigure) plain = NULL;
  g_autoptr (TramaMatrixFigure) compared = NULL;
  g_autoptr (TramaMatrixFigure) by_community = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *cells = NULL;
  g_autofree char *changed = NULL;
  const TramaAdjacencyChart *chart;

  fill (&f);
  now = make_graph (&f, FALSE);
  change = make_graph (&f, TRUE);
  plain = trama_matrix_figure_new (now, TRAMA_MATRIX_BY_TIER, "a source", NULL, &error);
  chart = trama_matrix_figure_get_chart (plain);
  cells = show (chart);
  /* L has two partners, M two: by id. The workshop after both, then the bank, tied to nobody now. */
  g_assert_cmpstr (cells, ==, "L-M=1 L-w=3 M-L=1 w-M=1");
  g_assert_cmpuint (chart->n_rows, ==, 4);
  g_assert_cmpuint (chart->n_row_groups, ==, 3);
  g_assert_cmpstr (chart->rows[3].label, ==, "bank");
  assert_drawn (plain, 4);
  compared = trama_matrix_figure_new (change, TRAMA_MATRIX_BY_TIER, NULL, NULL, &error);
  changed = show (trama_matrix_figure_get_chart (compared));
  g_assert_cmpstr (changed, ==, "L-Mk1 L-wk3 M-Lk1 M-bankl1 w-Mn1 bank-Ml1");
  assert_drawn (compared, 6);
  by_community = trama_matrix_figure_new (now, TRAMA_MATRIX_BY_COMMUNITY, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trama_matrix_figure_get_chart (by_community)->n_row_groups, ==, 2);
}

static void
test_meetings (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) graph = NULL;
  g_autoptr (TramaMatrixFigure) figure = NULL;
  const TramaAdjacencyChart *chart;

  fill (&f);
  graph = make_graph (&f, FALSE);
  figure = trama_meetings_figure_new (graph);
  chart = trama_matrix_figure_get_chart (figure);
  g_assert_cmpuint (chart->n_rows, ==, 2);
  g_assert_cmpuint (chart->n_columns, ==, 1);
  g_assert_cmpuint (chart->n_cells, ==, 2);
  g_assert_false (chart->one_mode);
  g_assert_nonnull (strstr (chart->frame.subtitle, "not ties"));
  assert_drawn (figure, 2);
}

/* Members only: at first two ties of three pairs (L–w, L–M), from February 2026 three. */
static void
test_series (void)
{
  g_auto (Fixture) f = { 0 };
  TramaGraphOptions options;
  g_autoptr (TramaNetworkSeries) series = NULL;
  TramaChartStyle style;
  g_autoptr (TramaScene) scene = NULL;

  fill (&f);
  trama_graph_options_init (&options, TRAMA_GRAPH_PROGRAMME, fixture_id (&f, "group"),
                            fixture_day ("2026-03-15"));
  series = trama_network_series_new (f.version, &options, NULL, fixture_day ("2025-12-10"), NULL);
  g_assert_cmpuint (series->n, ==, 4);
  g_assert_cmpint (series->days[0], ==, fixture_day ("2025-12-31"));
  g_assert_cmpint (series->days[3], ==, fixture_day ("2026-03-15"));
  g_assert_cmpfloat_with_epsilon (series->density[0], 2 / 3.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (series->density[3], 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (series->connected[0], 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (series->ties_per_firm[1], 4 / 3.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (series->ties_per_firm[2], 2, 1e-12);
  trama_chart_style_init (&style, TRAMA_CHART_LIGHT);
  scene = trama_network_series_draw (series, &style, 400);
  g_assert_nonnull (trama_scene_get_sentence (scene));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matrix-figure/matrix", test_matrix);
  g_test_add_func ("/matrix-figure/meetings", test_meetings);
  g_test_add_func ("/matrix-figure/series", test_series);
  return g_test_run ();
}
