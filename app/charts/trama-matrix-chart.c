/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-matrix-chart.h"

#include "trama-chart-axis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW 15.0
#define GAP 1.6
#define LEAST_CELL 24.0
#define MOST_CELL 64.0
#define LABEL_SHARE 0.48

typedef struct
{
  const TramaMatrixChart *data;
  TramaSceneBuilder *builder;
  TramaBox plot; /* of the cells */
  double code_width;
  double label_width;
  double cell;
  double row;
  double head;
  double largest;
} Drawing;

static const char *
kind_text (TramaMatrixCellKind kind)
{
  switch (kind)
    {
    case TRAMA_MATRIX_UNKNOWN:
      return _ ("not known");
    case TRAMA_MATRIX_UNUSED:
      return _ ("unused");
    default:
      return "";
    }
}

static char *
cell_text (const Drawing *d, const TramaMatrixCell *cell)
{
  if (cell->text != NULL)
    return g_strdup (cell->text);
  if (cell->kind == TRAMA_MATRIX_VALUE)
    return trama_chart_style_format (trama_scene_builder_get_style (d->builder), cell->value, 0,
                                     FALSE);
  return g_strdup (kind_text (cell->kind));
}

/* Five classes of the same width; what is there at all is never of no colour. */
static TramaColourRole
heat (const Drawing *d, double value)
{
  double share = d->largest > 0 ? value / d->largest : 0;

  return (TramaColourRole) (TRAMA_COLOUR_HEAT_1
                            + (int) CLAMP (ceil (share * 5) - 1, 0,
                                           TRAMA_COLOUR_HEAT_5 - TRAMA_COLOUR_HEAT_1));
}

static void
draw_cell (Drawing *d, guint row, guint column)
{
  const TramaMatrixCell *cell = &d->data->cells[row * d->data->n_columns + column];
  double x = d->plot.x + column * d->cell, y = d->plot.y + row * d->row;
  TramaPaint paint = { 0 };
  TramaTextSpec spec = { .colour = TRAMA_COLOUR_SECOND,
                         .align = TRAMA_ALIGN_MIDDLE,
                         .vertical = TRAMA_CENTRE,
                         .width = d->cell - GAP - 2,
                         .max_lines = 1 };
  g_autofree char *text = cell_text (d, cell);
  g_autofree char *name = NULL;

  if (cell->kind == TRAMA_MATRIX_NO_CELL)
    return;
  name = g_strdup_printf ("%s, %s", d->data->rows[row].label, d->data->columns[column].label);
  switch (cell->kind)
    {
    case TRAMA_MATRIX_VALUE:
      paint.fill = heat (d, cell->value);
      spec.colour = TRAMA_COLOUR_ON (paint.fill);
      spec.bold = TRUE;
      break;
    case TRAMA_MATRIX_RATED:
      paint.stroke = TRAMA_COLOUR_AXIS;
      paint.width = TRAMA_WIDTH_OUTLINE;
      paint.dash = TRAMA_DASH_FINE;
      spec.italic = TRUE;
      break;
    case TRAMA_MATRIX_UNKNOWN:
      paint.fill = TRAMA_COLOUR_UNKNOWN_FILL;
      paint.stroke = TRAMA_COLOUR_UNKNOWN_EDGE;
      paint.width = TRAMA_WIDTH_RULE;
      break;
    default:
      paint.stroke = TRAMA_COLOUR_AXIS;
      paint.width = TRAMA_WIDTH_RULE;
      break;
    }
  spec.text = text;
  trama_scene_builder_add_item (d->builder, "cell", cell->record, name, text, TRAMA_SCENE_NO_DATE);
  trama_scene_builder_add_rectangle (d->builder, x + GAP / 2, y + GAP / 2, d->cell - GAP,
                                     d->row - GAP, 1.5, &paint);
  trama_scene_builder_add_text (d->builder, &spec, x + d->cell / 2, y + d->row / 2);
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

static void
draw_heads (Drawing *d)
{
  double leading = trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_LABEL);

  for (guint i = 0; i < d->data->n_columns; i++)
    {
      const TramaMatrixHead *head = &d->data->columns[i];
      double x = d->plot.x + (i + 0.5) * d->cell;
      TramaTextSpec spec = {
        .text = head->code, .bold = TRUE, .align = TRAMA_ALIGN_MIDDLE, .vertical = TRAMA_BOTTOM
      };

      if (head->code != NULL)
        trama_scene_builder_add_text (d->builder, &spec, x, d->plot.y - d->head + leading);
      spec = (TramaTextSpec) { .text = head->label,
                               .colour = TRAMA_COLOUR_SECOND,
                               .align = TRAMA_ALIGN_MIDDLE,
                               .vertical = TRAMA_BOTTOM,
                               .width = d->cell - 2,
                               .max_lines = 2 };
      trama_scene_builder_add_text (d->builder, &spec, x, d->plot.y - 4);
    }
  for (guint i = 0; i < d->data->n_rows; i++)
    {
      const TramaMatrixHead *head = &d->data->rows[i];
      double y = d->plot.y + (i + 0.5) * d->row;
      TramaTextSpec spec = { .text = head->code, .bold = TRUE, .vertical = TRAMA_CENTRE };

      if (head->code != NULL)
        trama_scene_builder_add_text (d->builder, &spec, 0, y);
      spec = (TramaTextSpec) {
        .text = head->label, .vertical = TRAMA_CENTRE, .width = d->label_width, .max_lines = 1
      };
      trama_scene_builder_add_text (d->builder, &spec, d->code_width, y);
    }
}

static double
widest (Drawing *d, const TramaMatrixHead *heads, guint n, gboolean codes)
{
  double most = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *text = codes ? heads[i].code : heads[i].label;

      if (text != NULL)
        most = MAX (most, trama_chart_text_width (d->builder, text, TRAMA_TEXT_LABEL, codes));
    }
  return most;
}

static void
divide (Drawing *d)
{
  double labels = widest (d, d->data->rows, d->data->n_rows, FALSE) + 1;
  double left;

  d->code_width = widest (d, d->data->rows, d->data->n_rows, TRUE);
  d->code_width += d->code_width > 0 ? 7 : 0;
  d->label_width = MIN (labels, d->plot.width * LABEL_SHARE - d->code_width);
  left = d->code_width + d->label_width + 7;
  d->cell = CLAMP ((d->plot.width - left) / MAX (d->data->n_columns, 1), LEAST_CELL, MOST_CELL);
  d->plot.x += left;
  d->plot.width = d->cell * d->data->n_columns;
  d->plot.y += d->head;
}

static void
fill_table (Drawing *d, TramaChartTable *table)
{
  g_autofree char **cells = g_new0 (char *, d->data->n_columns + 1);

  cells[0] = g_strdup (_ ("Row"));
  for (guint k = 0; k < d->data->n_columns; k++)
    cells[k + 1] = g_strdup (d->data->columns[k].label);
  trama_chart_table_take_headers (table, cells);
  for (guint i = 0; i < d->data->n_rows; i++)
    {
      const TramaMatrixHead *row = &d->data->rows[i];

      cells[0] = row->code != NULL ? g_strdup_printf ("%s %s", row->code, row->label)
                                   : g_strdup (row->label);
      for (guint k = 0; k < d->data->n_columns; k++)
        cells[k + 1] = cell_text (d, &d->data->cells[i * d->data->n_columns + k]);
      trama_chart_table_take_row (table, cells);
    }
}

static char *
say (const TramaMatrixChart *data)
{
  guint used = 0, unused = 0;

  for (guint i = 0; i < data->n_rows * data->n_columns; i++)
    {
      used += data->cells[i].kind == TRAMA_MATRIX_VALUE;
      unused += data->cells[i].kind == TRAMA_MATRIX_UNUSED;
    }
  return g_strdup_printf (_ ("%u cells with a figure, %u unused"), used, unused);
}

TramaScene *
trama_matrix_chart_new (const TramaMatrixChart *data, const TramaChartStyle *style, double width,
                        double height)
{
  g_autoptr (TramaSceneBuilder) builder = NULL;
  g_autoptr (TramaChartTable) table = NULL;
  g_autofree char *form = NULL;
  g_autofree char *said = NULL;
  g_autofree char *sentence = NULL;
  Drawing d = { .data = data };
  double around, natural;

  g_return_val_if_fail (data != NULL && style != NULL, NULL);

  builder = trama_scene_builder_new (style, width, 1);
  form = g_strnfill (data->n_columns + 1, 'a');
  table = trama_chart_table_new (form);
  d.builder = builder;
  d.row = MAX (ROW, trama_scene_builder_get_leading (builder, TRAMA_TEXT_LABEL) + 5);
  d.head = 3 * trama_scene_builder_get_leading (builder, TRAMA_TEXT_LABEL) + 6;
  for (guint i = 0; i < data->n_rows * data->n_columns; i++)
    if (data->cells[i].kind == TRAMA_MATRIX_VALUE)
      d.largest = MAX (d.largest, data->cells[i].value);
  around = trama_chart_frame_measure_all (&data->frame, builder);
  natural = d.head + d.row * data->n_rows + 2;
  d.row += MAX (height - around - natural, 0) / MAX (data->n_rows, 1);
  d.plot = trama_chart_frame_add (&data->frame, builder, MAX (natural, height - around));
  divide (&d);
  draw_heads (&d);
  for (guint i = 0; i < data->n_rows; i++)
    for (guint k = 0; k < data->n_columns; k++)
      draw_cell (&d, i, k);
  fill_table (&d, table);
  said = say (data);
  sentence = trama_chart_frame_make_sentence (&data->frame, said);
  return trama_scene_builder_finish (builder, sentence, g_steal_pointer (&table));
}
