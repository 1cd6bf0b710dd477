/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-bars-chart.h"

#include "trama-chart-axis.h"
#include "trama-chart-legend.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BAR 9.0
#define GAP 8.0
#define RANGE 3.4
#define GOAL 3.6
#define LABEL_SHARE 0.34

/* Parts differ in lightness, so that they tell apart in grey. */
static const TramaPaint part_paints[TRAMA_BARS_MAX_PARTS] = {
  { .fill = TRAMA_COLOUR_CATEGORY_1 },
  { .fill = TRAMA_COLOUR_SOFT_BLUE,
    .stroke = TRAMA_COLOUR_CATEGORY_1,
    .width = TRAMA_WIDTH_OUTLINE },
  { .fill = TRAMA_COLOUR_SECOND },
  { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_SECOND, .width = TRAMA_WIDTH_OUTLINE },
  { .fill = TRAMA_COLOUR_CATEGORY_6, .stroke = TRAMA_COLOUR_INK, .width = TRAMA_WIDTH_OUTLINE },
  { .fill = TRAMA_COLOUR_GRID, .stroke = TRAMA_COLOUR_INK, .width = TRAMA_WIDTH_OUTLINE },
};

static const TramaPaint unknown_paint = { .fill = TRAMA_COLOUR_UNKNOWN_FILL,
                                          .stroke = TRAMA_COLOUR_UNKNOWN_EDGE,
                                          .width = TRAMA_WIDTH_OUTLINE,
                                          .hatched = TRUE };
static const TramaPaint target_paint = { .stroke = TRAMA_COLOUR_INK, .width = TRAMA_WIDTH_MAIN };
static const TramaPaint range_paint = { .fill = TRAMA_COLOUR_CATEGORY_1 };
static const TramaPaint goal_paint
    = { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_INK, .width = TRAMA_WIDTH_REFERENCE };

typedef struct
{
  const TramaBarsChart *data;
  TramaSceneBuilder *builder;
  TramaBox plot;
  TramaScale x;
  double row;          /* height of a bar and its gap */
  double label_width;
} Drawing;

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

static guint
n_parts (const TramaBarsChart *data)
{
  return CLAMP (data->n_parts, 1, TRAMA_BARS_MAX_PARTS);
}

/* Of the known parts; NaN if none is known. */
static double
sum_of (const TramaBarsChart *data, const TramaBar *bar)
{
  double sum = 0;
  gboolean known = FALSE;

  for (guint p = 0; p < n_parts (data); p++)
    if (!isnan (bar->parts[p]))
      {
        sum += bar->parts[p];
        known = TRUE;
      }
  return known ? sum : NAN;
}

static double
furthest (const TramaBarsChart *data, const TramaBar *bar)
{
  const double marks[] = { sum_of (data, bar), bar->target, bar->low, bar->high, bar->goal };
  double far = 0;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (!isnan (marks[i]))
      far = MAX (far, marks[i]);
  return far;
}

static char *
format_value (const Drawing *d, double value)
{
  const TramaChartStyle *style = trama_scene_builder_get_style (d->builder);

  if (isnan (value))
    return g_strdup ("");
  if (d->data->percent)
    return trama_chart_percent (style, value, d->data->digits);
  return trama_chart_style_format (style, value, d->data->digits, FALSE);
}

static char *
value_text (const Drawing *d, const TramaBar *bar)
{
  double sum = sum_of (d->data, bar);

  if (bar->value_text != NULL)
    return g_strdup (bar->value_text);
  return isnan (sum) ? g_strdup (_ ("not recorded")) : format_value (d, sum);
}

/* A wide label is set in two lines at most. */
static TramaTextSpec
label_spec (const Drawing *d, const TramaBar *bar)
{
  return (TramaTextSpec) { .text = bar->label,
                           .bold = TRUE,
                           .vertical = TRAMA_CENTRE,
                           .max_lines = 2,
                           .width = d->label_width };
}

static const TramaPaint *
part_paint (const TramaBarsChart *data, guint part)
{
  if (data->last_part_unknown && part + 1 == n_parts (data))
    return &unknown_paint;
  return &part_paints[part];
}

static double
draw_parts (Drawing *d, const TramaBar *bar, double y)
{
  double from = 0;

  for (guint p = 0; p < n_parts (d->data); p++)
    {
      double x0 = trama_scale_place (&d->x, from), x1;

      if (isnan (bar->parts[p]) || bar->parts[p] <= 0)
        continue;
      x1 = trama_scale_place (&d->x, from + bar->parts[p]);
      trama_scene_builder_add_rectangle (d->builder, x0, y - BAR / 2, MAX (x1 - x0, 0.2), BAR, 0,
                                         part_paint (d->data, p));
      from += bar->parts[p];
    }
  return from;
}

static void
draw_marks (Drawing *d, const TramaBar *bar, double end, double y)
{
  const TramaPaint way
      = { .stroke = TRAMA_COLOUR_CATEGORY_1, .width = TRAMA_WIDTH_AXIS, .dash = TRAMA_DASH_FINE };

  if (!isnan (bar->low) && !isnan (bar->high))
    {
      double x0 = trama_scale_place (&d->x, bar->low), x1 = trama_scale_place (&d->x, bar->high);
      double x = trama_scale_place (&d->x, end);

      if (x0 > x)
        trama_scene_builder_add_line (d->builder, x, y, x0, y, &way);
      trama_scene_builder_add_rectangle (d->builder, x0 - 0.5, y - RANGE / 2, MAX (x1 - x0, 0) + 1,
                                         RANGE, 0, &range_paint);
    }
  if (!isnan (bar->goal))
    trama_scene_builder_add_mark (d->builder, TRAMA_MARK_DIAMOND,
                                  trama_scale_place (&d->x, bar->goal), y, GOAL, &goal_paint);
  if (!isnan (bar->target))
    trama_scene_builder_add_mark (d->builder, TRAMA_MARK_TICK,
                                  trama_scale_place (&d->x, bar->target), y, BAR / 2 + 2.2,
                                  &target_paint);
}

static void
draw_bar (Drawing *d, guint i)
{
  const TramaBar *bar = &d->data->bars[i];
  double y = d->plot.y + d->row * (i + 0.5);
  TramaTextSpec label = label_spec (d, bar);
  g_autofree char *text = value_text (d, bar);
  double end, text_x;

  trama_scene_builder_add_item (d->builder, "bar", bar->record, bar->label, text,
                                TRAMA_SCENE_NO_DATE);
  if (is_set (label.text))
    trama_scene_builder_add_text (d->builder, &label, 0, y);
  end = draw_parts (d, bar, y);
  draw_marks (d, bar, end, y);
  trama_scene_builder_add_target (d->builder, 0, y - d->row / 2,
                                  trama_scene_builder_get_width (d->builder), d->row);
  if (!d->data->axis || bar->value_text != NULL || isnan (sum_of (d->data, bar)))
    {
      gboolean known = !isnan (sum_of (d->data, bar));
      const TramaTextSpec spec = { .text = text,
                                   .bold = known,
                                   .colour = known ? TRAMA_COLOUR_INK : TRAMA_COLOUR_SECOND,
                                   .vertical = TRAMA_CENTRE };

      text_x = trama_scale_place (&d->x, furthest (d->data, bar)) + 5;
      trama_scene_builder_add_text (d->builder, &spec, text_x, y);
    }
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

static void
draw_axis (Drawing *d)
{
  const TramaPaint grid = { .stroke = TRAMA_COLOUR_GRID, .width = TRAMA_WIDTH_GRID };
  const TramaPaint axis = { .stroke = TRAMA_COLOUR_AXIS, .width = TRAMA_WIDTH_AXIS };
  const TramaAxisFormat format = { .percent = d->data->percent, .digits = d->data->digits };
  double bottom = d->plot.y + d->plot.height;

  if (d->data->axis)
    {
      double step = d->data->percent
                        ? 0.25
                        : trama_scale_nice_step (0, d->x.to,
                                                 (guint) CLAMP (d->plot.width / 32, 1, 6), FALSE);

      for (double value = step; value <= d->x.to * (1 + 1e-9); value += step)
        {
          double x = trama_scale_place (&d->x, value);

          trama_scene_builder_add_line (d->builder, x, d->plot.y, x, bottom, &grid);
        }
      /* Of no width: bars stand on the upright axis, the level one has labels only. */
      trama_chart_axis_add_positions (d->builder,
                                      &(TramaBox) { d->plot.x, d->plot.y, 0, d->plot.height },
                                      &d->x, 0, step, &format);
    }
  trama_scene_builder_add_line (d->builder, d->plot.x, d->plot.y, d->plot.x, bottom, &axis);
}

static TramaChartLegend *
make_legend (const TramaBarsChart *data)
{
  TramaChartLegend *legend = trama_chart_legend_new ();
  gboolean has_target = FALSE, has_range = FALSE, has_goal = FALSE;

  for (guint i = 0; i < data->n_bars; i++)
    {
      has_target |= !isnan (data->bars[i].target);
      has_range |= !isnan (data->bars[i].low) && !isnan (data->bars[i].high);
      has_goal |= !isnan (data->bars[i].goal);
    }
  for (guint p = 0; p < n_parts (data); p++)
    if (is_set (data->part_labels[p]))
      trama_chart_legend_add_box (legend, part_paint (data, p), 14, 7, data->part_labels[p]);
  if (has_target && is_set (data->target_label))
    trama_chart_legend_add_mark (legend, TRAMA_MARK_TICK, 4.5, &target_paint, data->target_label);
  if (has_range && is_set (data->range_label))
    trama_chart_legend_add_box (legend, &range_paint, 14, RANGE, data->range_label);
  if (has_goal && is_set (data->goal_label))
    trama_chart_legend_add_mark (legend, TRAMA_MARK_DIAMOND, GOAL, &goal_paint, data->goal_label);
  return legend;
}

/* Labels get what they need up to a third of the width; the bars end where the longest value still
 * has room behind it. */
static void
set_scale (Drawing *d)
{
  const TramaBarsChart *data = d->data;
  double widest_label = 0, maximum = data->percent ? 1 : 0, right = 4;

  for (guint i = 0; i < data->n_bars; i++)
    {
      if (is_set (data->bars[i].label))
        widest_label = MAX (widest_label, trama_chart_text_width (d->builder, data->bars[i].label,
                                                                  TRAMA_TEXT_LABEL, TRUE));
      maximum = MAX (maximum, furthest (data, &data->bars[i]));
    }
  d->label_width = MIN (widest_label + 1, d->plot.width * LABEL_SHARE);
  d->plot.x = widest_label > 0 ? d->label_width + 9 : 0;
  d->plot.width -= d->plot.x;
  if (maximum <= 0)
    maximum = 1;
  d->x = (TramaScale) { 0, maximum, d->plot.x, d->plot.x + d->plot.width };
  for (guint round = 0; round < 2; round++)
    {
      double shortest = d->plot.width - 4;

      for (guint i = 0; i < data->n_bars; i++)
        {
          const TramaBar *bar = &data->bars[i];
          g_autofree char *text = value_text (d, bar);
          double part = furthest (data, bar) / maximum, width;

          if (data->axis && bar->value_text == NULL && !isnan (sum_of (data, bar)))
            continue;
          width = trama_chart_text_width (d->builder, text, TRAMA_TEXT_LABEL, TRUE) + 6;
          if (part > 0.01)
            shortest = MIN (shortest, (d->plot.width - width) / part);
        }
      right = d->plot.width - MAX (shortest, 10);
    }
  d->x.place_to = d->plot.x + MAX (d->plot.width - right, 10);
  d->plot.width = d->x.place_to - d->plot.x;
}

static void
fill_table (const Drawing *d, TramaChartTable *table)
{
  const TramaBarsChart *data = d->data;
  guint parts = n_parts (data);
  char *headers[TRAMA_BARS_MAX_PARTS + 5] = { NULL };

  for (guint p = 0; p < parts; p++)
    headers[p + 1] = g_strdup (is_set (data->part_labels[p]) ? data->part_labels[p]
                               : parts == 1                  ? _ ("Value")
                                                             : "");
  headers[parts + 1] = g_strdup (data->target_label);
  headers[parts + 2] = g_strdup (data->range_label);
  headers[parts + 3] = g_strdup (data->goal_label);
  trama_chart_table_take_headers (table, headers);
  for (guint i = 0; i < data->n_bars; i++)
    {
      const TramaBar *bar = &data->bars[i];
      char *cells[TRAMA_BARS_MAX_PARTS + 5] = { g_strdup (bar->label) };

      for (guint p = 0; p < parts; p++)
        cells[p + 1] = format_value (d, bar->parts[p]);
      cells[parts + 1] = format_value (d, bar->target);
      if (!isnan (bar->low) && !isnan (bar->high))
        {
          g_autofree char *low = format_value (d, bar->low);
          g_autofree char *high = format_value (d, bar->high);

          cells[parts + 2] = g_strdup_printf ("%s–%s", low, high);
        }
      cells[parts + 3] = format_value (d, bar->goal);
      trama_chart_table_take_row (table, cells);
    }
}

static char *
say (const Drawing *d)
{
  const TramaBarsChart *data = d->data;
  g_autoptr (GString) text = g_string_new (NULL);

  if (data->n_bars == 0)
    return g_strdup (_ ("nothing recorded yet"));
  for (guint i = 0; i < data->n_bars; i++)
    {
      g_autofree char *value = value_text (d, &data->bars[i]);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "; " : "",
                              data->bars[i].label != NULL ? data->bars[i].label : "", value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Labels of two lines each need a little air between them. */
static gboolean
any_label_wraps (const Drawing *d, double width)
{
  for (guint i = 0; i < d->data->n_bars; i++)
    if (is_set (d->data->bars[i].label)
        && trama_chart_text_width (d->builder, d->data->bars[i].label, TRAMA_TEXT_LABEL, TRUE)
               > width * LABEL_SHARE)
      return TRUE;
  return FALSE;
}

TramaScene *
trama_bars_chart_new (const TramaBarsChart *data, const TramaChartStyle *style, double width,
                      double height)
{
  g_autoptr (TramaSceneBuilder) builder = NULL;
  g_autoptr (TramaChartTable) table = NULL;
  g_autoptr (TramaChartLegend) legend = NULL;
  g_autofree char *said = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *columns = NULL;
  Drawing d = { .data = data };
  double legend_height, below, natural, leading;

  g_return_val_if_fail (data != NULL && style != NULL, NULL);
  g_return_val_if_fail (data->n_bars == 0 || data->bars != NULL, NULL);

  columns = g_strnfill (n_parts (data) + 4, '9');
  columns[0] = 'a';
  table = trama_chart_table_new (columns);
  builder = trama_scene_builder_new (style, width, 1);
  d.builder = builder;
  leading = trama_scene_builder_get_leading (builder, TRAMA_TEXT_LABEL);
  legend = make_legend (data);
  legend_height = trama_chart_legend_measure (legend, builder, width);
  below = (data->axis ? trama_chart_axis_get_depth (builder) : 0)
          + (legend_height > 0 ? legend_height + 10 : 0);
  d.row = MAX (BAR + GAP, any_label_wraps (&d, width) ? 2 * leading + 4 : leading + 4);
  natural = MAX (data->n_bars, 1) * d.row + below;
  natural = MAX (natural, height - trama_chart_frame_measure_all (&data->frame, builder));
  d.plot = trama_chart_frame_add (&data->frame, builder, natural);
  d.plot.height = MAX (data->n_bars, 1) * d.row;
  set_scale (&d);
  draw_axis (&d);
  for (guint i = 0; i < data->n_bars; i++)
    draw_bar (&d, i);
  if (legend_height > 0)
    trama_chart_legend_add (legend, builder, 0, d.plot.y + d.plot.height + below - legend_height,
                            width);
  fill_table (&d, table);
  said = say (&d);
  sentence = trama_chart_frame_make_sentence (&data->frame, said);
  return trama_scene_builder_finish (builder, sentence, g_steal_pointer (&table));
}
