/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-adjacency-chart.h"

#include "trama-chart-axis.h"
#include "trama-chart-legend.h"

#include <glib/gi18n-lib.h>

#define LARGEST 13.0     /* side of a square, pt */
#define NAME_SHARE 0.28  /* of the width at most */
#define GROUP_ROOM 70.0
#define GAP 4.0
#define FILLED 0.84      /* of a square's side */
#define LEGEND_GAP 12.0

static const TramaPaint paints[TRAMA_ADJACENCY_N_MARKS] = {
  [TRAMA_ADJACENCY_KEPT] = { .fill = TRAMA_COLOUR_AXIS },
  [TRAMA_ADJACENCY_NEW] = { .fill = TRAMA_COLOUR_CATEGORY_1 },
  [TRAMA_ADJACENCY_LOST] = { .fill = TRAMA_COLOUR_GROUND,
                             .stroke = TRAMA_COLOUR_CATEGORY_2,
                             .width = TRAMA_WIDTH_REFERENCE },
};
static const TramaPaint strengths[3] = { { .fill = TRAMA_COLOUR_HEAT_3 },
                                         { .fill = TRAMA_COLOUR_HEAT_4 },
                                         { .fill = TRAMA_COLOUR_HEAT_5 } };

typedef struct
{
  const TramaAdjacencyChart *data;
  TramaSceneBuilder *builder;
  TramaBox plot;
  double x;         /* of the first square */
  double y;
  double side;
  gboolean names;   /* there is room for them */
} Drawing;

static TramaPaint
paint_of (const TramaAdjacencyCell *cell)
{
  if (cell->mark == TRAMA_ADJACENCY_PLAIN)
    return strengths[CLAMP (cell->strength, 1, 3) - 1];
  return paints[cell->mark];
}

static double
widest_name (TramaSceneBuilder *builder, const TramaAdjacencyName *names, guint n)
{
  double widest = 0;

  for (guint i = 0; i < n; i++)
    widest = MAX (widest, trama_chart_text_width (builder, names[i].label, TRAMA_TEXT_NODE, FALSE));
  return widest;
}

/* Squares as large as the width lets them, first beside names; where letters would overlap, without. */
static void
measure (Drawing *d, double width, double *row_names, double *column_names)
{
  const TramaAdjacencyChart *data = d->data;
  double groups = data->n_row_groups > 1 ? GROUP_ROOM : 0;
  double leading = trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_NODE);
  guint n = MAX (data->n_columns, 1);

  *row_names = MIN (widest_name (d->builder, data->rows, data->n_rows), width * NAME_SHARE) + GAP;
  *column_names
      = MIN (widest_name (d->builder, data->columns, data->n_columns), width * NAME_SHARE) + GAP;
  d->side = MIN ((width - *row_names - groups) / n, LARGEST);
  d->names = d->side >= leading * 0.85;
  if (d->names)
    return;
  *row_names = *column_names = 0;
  d->side = MIN ((width - groups) / n, LARGEST);
}

static void
put_name (Drawing *d, const char *name, gboolean upwards, double x, double y, double room)
{
  const TramaTextSpec spec = {
    .text = name,
    .role = TRAMA_TEXT_NODE,
    .align = upwards ? TRAMA_ALIGN_START : TRAMA_ALIGN_END,
    .vertical = TRAMA_CENTRE,
    .upwards = upwards,
    .width = room,
    .max_lines = 1,
  };

  trama_scene_builder_add_text (d->builder, &spec, x, y);
}

static void
draw_names (Drawing *d, double row_names, double column_names)
{
  const TramaAdjacencyChart *data = d->data;

  if (!d->names)
    return;
  for (guint i = 0; i < data->n_rows; i++)
    put_name (d, data->rows[i].label, FALSE, d->x - GAP, d->y + (i + 0.5) * d->side,
              row_names - GAP);
  for (guint i = 0; i < data->n_columns; i++)
    put_name (d, data->columns[i].label, TRUE, d->x + (i + 0.5) * d->side, d->y - GAP,
              column_names - GAP);
}

static void
draw_ground (Drawing *d)
{
  const TramaAdjacencyChart *data = d->data;
  const TramaPaint diagonal = { .fill = TRAMA_COLOUR_UNKNOWN_FILL };
  const TramaPaint line = { .stroke = TRAMA_COLOUR_GRID, .width = TRAMA_WIDTH_GRID };
  const TramaPaint edge = { .stroke = TRAMA_COLOUR_AXIS, .width = TRAMA_WIDTH_AXIS };
  double right = d->x + data->n_columns * d->side;
  double bottom = d->y + data->n_rows * d->side;
  guint at = 0;

  for (guint i = 0; data->one_mode && i < MIN (data->n_rows, data->n_columns); i++)
    trama_scene_builder_add_rectangle (d->builder, d->x + i * d->side, d->y + i * d->side, d->side,
                                       d->side, 0, &diagonal);
  for (guint i = 1; d->names && i < data->n_rows; i++)
    trama_scene_builder_add_line (d->builder, d->x, d->y + i * d->side, right, d->y + i * d->side,
                                  &line);
  for (guint i = 1; d->names && i < data->n_columns; i++)
    trama_scene_builder_add_line (d->builder, d->x + i * d->side, d->y, d->x + i * d->side, bottom,
                                  &line);
  for (guint i = 0; i + 1 < data->n_row_groups; i++)
    {
      at += data->row_groups[i].n;
      trama_scene_builder_add_line (d->builder, d->x, d->y + at * d->side, right,
                                    d->y + at * d->side, &edge);
    }
  at = 0;
  for (guint i = 0; i + 1 < data->n_column_groups; i++)
    {
      at += data->column_groups[i].n;
      trama_scene_builder_add_line (d->builder, d->x + at * d->side, d->y, d->x + at * d->side,
                                    bottom, &edge);
    }
  trama_scene_builder_add_rectangle (d->builder, d->x, d->y, right - d->x, bottom - d->y, 0, &edge);
}

/* At the right, each beside the middle of its rows, as long as it does not run into the one above. */
static void
draw_groups (Drawing *d)
{
  const TramaAdjacencyChart *data = d->data;
  double right = d->x + data->n_columns * d->side + GAP;
  double leading = trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_LABEL);
  double last = d->y - leading;
  guint at = 0;

  for (guint i = 0; data->n_row_groups > 1 && i < data->n_row_groups; i++)
    {
      double y = d->y + (at + data->row_groups[i].n / 2.0) * d->side;
      const TramaTextSpec spec = {
        .text = data->row_groups[i].label,
        .colour = TRAMA_COLOUR_SECOND,
        .vertical = TRAMA_CENTRE,
        .width = GROUP_ROOM - GAP,
        .max_lines = 1,
      };

      at += data->row_groups[i].n;
      if (y - last < leading)
        continue;
      last = y;
      trama_scene_builder_add_text (d->builder, &spec, right, y);
    }
}

static void
draw_cells (Drawing *d)
{
  const TramaAdjacencyChart *data = d->data;
  double inset = d->side * (1 - FILLED) / 2;

  for (guint i = 0; i < data->n_cells; i++)
    {
      const TramaAdjacencyCell *cell = &data->cells[i];
      TramaPaint paint = paint_of (cell);
      double x = d->x + cell->column * d->side + inset;
      double y = d->y + cell->row * d->side + inset;
      g_autofree char *label = NULL;

      g_return_if_fail (cell->row < data->n_rows && cell->column < data->n_columns);
      /* Translators: who, and with whom or at what */
      label = g_strdup_printf (_ ("%s – %s"), data->rows[cell->row].label,
                               data->columns[cell->column].label);
      trama_scene_builder_add_item (d->builder, "cell", cell->record, label, cell->value_text, 0);
      trama_scene_builder_add_rectangle (d->builder, x, y, d->side * FILLED, d->side * FILLED, 0,
                                         &paint);
    }
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

static TramaChartLegend *
make_legend (const TramaAdjacencyChart *data)
{
  TramaChartLegend *legend = trama_chart_legend_new ();
  static const char *const words[TRAMA_ADJACENCY_N_MARKS] = {
    [TRAMA_ADJACENCY_KEPT] = N_ ("tie kept"),
    [TRAMA_ADJACENCY_NEW] = N_ ("new tie"),
    [TRAMA_ADJACENCY_LOST] = N_ ("tie lost"),
  };
  static const char *const strong[3] = { N_ ("weak tie"), N_ ("tie"), N_ ("strong tie") };
  gboolean marks[TRAMA_ADJACENCY_N_MARKS] = { FALSE };
  gboolean of_strength[3] = { FALSE };
  guint n_strengths = 0;

  for (guint i = 0; i < data->n_cells; i++)
    {
      marks[data->cells[i].mark] = TRUE;
      if (data->cells[i].mark == TRAMA_ADJACENCY_PLAIN)
        of_strength[CLAMP (data->cells[i].strength, 1, 3) - 1] = TRUE;
    }
  for (guint i = 0; i < 3; i++)
    n_strengths += of_strength[i];
  for (guint i = 0; i < 3 && n_strengths > 1; i++)
    if (of_strength[i])
      trama_chart_legend_add_box (legend, &strengths[i], 7, 7, _ (strong[i]));
  for (guint i = TRAMA_ADJACENCY_KEPT; i < TRAMA_ADJACENCY_N_MARKS; i++)
    if (marks[i])
      trama_chart_legend_add_box (legend, &paints[i], 7, 7, _ (words[i]));
  return legend;
}

static void
fill_table (const TramaAdjacencyChart *data, TramaChartTable *table)
{
  static const char *const words[TRAMA_ADJACENCY_N_MARKS] = {
    [TRAMA_ADJACENCY_PLAIN] = NULL,
    [TRAMA_ADJACENCY_KEPT] = N_ ("kept"),
    [TRAMA_ADJACENCY_NEW] = N_ ("new"),
    [TRAMA_ADJACENCY_LOST] = N_ ("lost"),
  };

  trama_chart_table_set_headers (table, data->row_head, data->column_head, data->value_head,
                                 _ ("Change"));
  for (guint i = 0; i < data->n_cells; i++)
    {
      const TramaAdjacencyCell *cell = &data->cells[i];

      trama_chart_table_add_row (table, data->rows[cell->row].label,
                                 data->columns[cell->column].label, cell->value_text,
                                 words[cell->mark] != NULL ? _ (words[cell->mark]) : NULL);
    }
}

TramaScene *
trama_adjacency_chart_new (const TramaAdjacencyChart *data, const TramaChartStyle *style,
                           double width)
{
  g_autoptr (TramaSceneBuilder) builder = NULL;
  g_autoptr (TramaChartTable) table = NULL;
  g_autoptr (TramaChartLegend) legend = NULL;
  g_autofree char *said = NULL;
  g_autofree char *sentence = NULL;
  Drawing d = { .data = data };
  double row_names, column_names, legend_height, height;

  g_return_val_if_fail (data != NULL && style != NULL, NULL);

  table = trama_chart_table_new ("aaaa");
  builder = trama_scene_builder_new (style, width, 1);
  d.builder = builder;
  measure (&d, width, &row_names, &column_names);
  legend = make_legend (data);
  legend_height = trama_chart_legend_measure (legend, builder, width);
  height = column_names + MAX (data->n_rows, 1) * d.side
           + (legend_height > 0 ? legend_height + LEGEND_GAP : 0);
  d.plot = trama_chart_frame_add (&data->frame, builder, height);
  d.x = d.plot.x + row_names;
  d.y = d.plot.y + column_names;
  if (data->n_rows > 0 && data->n_columns > 0)
    {
      draw_ground (&d);
      draw_names (&d, row_names, column_names);
      draw_groups (&d);
      draw_cells (&d);
    }
  if (legend_height > 0)
    trama_chart_legend_add (legend, builder, d.plot.x, d.plot.y + height - legend_height, width);
  fill_table (data, table);
  said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u square of %u by %u is filled.",
                                       "%u squares of %u by %u are filled.", data->n_cells),
                          data->n_cells, data->n_rows, data->n_columns);
  sentence = trama_chart_frame_make_sentence (&data->frame, said);
  return trama_scene_builder_finish (builder, sentence, g_steal_pointer (&table));
}
