/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-series-private.h"

#include "trama-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define NATURAL_HEIGHT 150.0
/* With so few points each has its mark; else only the last. */
#define MARK_ALL 5

/* Each line is told by colour, dash and mark alike. */
static const struct
{
  TramaPaint line;
  TramaPaint mark;
  TramaMark form;
} looks[TRAMA_SERIES_MAX_LINES] = {
  { { .stroke = TRAMA_COLOUR_CATEGORY_1, .width = TRAMA_WIDTH_MAIN },
    { .fill = TRAMA_COLOUR_CATEGORY_1 },
    TRAMA_MARK_DISC },
  { { .stroke = TRAMA_COLOUR_CATEGORY_2, .width = TRAMA_WIDTH_SECOND, .dash = TRAMA_DASH_LONG },
    { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_CATEGORY_2, .width = TRAMA_WIDTH_SECOND },
    TRAMA_MARK_SQUARE },
  { { .stroke = TRAMA_COLOUR_CATEGORY_5, .width = TRAMA_WIDTH_SECOND, .dash = TRAMA_DASH_FINE },
    { .fill = TRAMA_COLOUR_GROUND,
      .stroke = TRAMA_COLOUR_CATEGORY_5,
      .width = TRAMA_WIDTH_REFERENCE },
    TRAMA_MARK_TRIANGLE },
  { { .stroke = TRAMA_COLOUR_CATEGORY_3, .width = TRAMA_WIDTH_SECOND },
    { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_CATEGORY_3, .width = TRAMA_WIDTH_SECOND },
    TRAMA_MARK_DIAMOND },
};

static char *
format_value (const TramaSeriesDrawing *d, double value)
{
  const TramaChartStyle *style = trama_scene_builder_get_style (d->builder);

  if (isnan (value))
    return g_strdup ("");
  if (d->data->percent)
    return trama_chart_percent (style, value, 0);
  return trama_chart_style_format (style, value, fabs (value) < 10 ? 2 : 1, FALSE);
}

static char *
format_position (const TramaSeriesDrawing *d, guint point)
{
  const TramaChartStyle *style = trama_scene_builder_get_style (d->builder);
  g_autofree char *number = NULL;

  if (d->data->dates != NULL)
    return trama_date_to_short_prose (trama_date_from_day (d->data->dates[point]));
  number = trama_chart_style_format (style, d->data->positions[point], 1, FALSE);
  return d->data->unit != NULL ? g_strdup_printf ("%s %s", number, d->data->unit)
                               : g_steal_pointer (&number);
}

static void
draw_line (TramaSeriesDrawing *d, guint line)
{
  gboolean drawing = FALSE;
  guint n = d->data->n_points, last = trama_series_last_point (d->data, line);

  for (guint i = 0; i < n; i++)
    {
      double value = trama_series_value (d->data, line, i);
      double x = trama_scale_place (&d->x, trama_series_position (d->data, i));

      if (isnan (value))
        {
          if (drawing)
            trama_scene_builder_paint (d->builder, &looks[line].line);
          drawing = FALSE;
        }
      else if (drawing)
        trama_scene_builder_line_to (d->builder, x, trama_scale_place (&d->y, value));
      else
        {
          trama_scene_builder_move_to (d->builder, x, trama_scale_place (&d->y, value));
          drawing = TRUE;
        }
    }
  if (drawing)
    trama_scene_builder_paint (d->builder, &looks[line].line);
  for (guint i = 0; i < n; i++)
    {
      double value = trama_series_value (d->data, line, i);

      if (!isnan (value) && (i == last || n <= MARK_ALL))
        trama_scene_builder_add_mark (d->builder, looks[line].form,
                                      trama_scale_place (&d->x, trama_series_position (d->data, i)),
                                      trama_scale_place (&d->y, value), i == last ? 3 : 2.6,
                                      &looks[line].mark);
    }
}

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
draw_reference (TramaSeriesDrawing *d)
{
  const TramaPaint paint
      = { .stroke = TRAMA_COLOUR_SECOND, .width = TRAMA_WIDTH_REFERENCE, .dash = TRAMA_DASH_LONG };
  double y = trama_scale_place (&d->y, d->data->reference);

  if (isnan (d->data->reference) || d->data->reference < d->y.from || d->data->reference > d->y.to)
    return;
  trama_scene_builder_add_line (d->builder, d->plot.x, y, d->plot.x + d->plot.width, y, &paint);
  if (is_set (d->data->reference_label))
    {
      const TramaTextSpec spec = { .text = d->data->reference_label,
                                   .colour = TRAMA_COLOUR_SECOND,
                                   .halo = TRAMA_COLOUR_GROUND,
                                   .align = TRAMA_ALIGN_END,
                                   .vertical = y - d->plot.y > 12 ? TRAMA_BOTTOM : TRAMA_TOP };

      trama_scene_builder_add_text (d->builder, &spec, d->plot.x + d->plot.width - 3,
                                    y + (spec.vertical == TRAMA_BOTTOM ? -3 : 4));
    }
}

static void
add_items (TramaSeriesDrawing *d, TramaChartTable *table)
{
  const TramaSeriesChart *data = d->data;
  guint n_lines = MIN (data->n_lines, TRAMA_SERIES_MAX_LINES);

  for (guint i = 0; i < data->n_points; i++)
    {
      double here = trama_scale_place (&d->x, trama_series_position (data, i));
      double left
          = i > 0 ? (trama_scale_place (&d->x, trama_series_position (data, i - 1)) + here) / 2
                  : d->plot.x;
      double right
          = i + 1 < data->n_points
                ? (trama_scale_place (&d->x, trama_series_position (data, i + 1)) + here) / 2
                : d->plot.x + d->plot.width;
      g_autofree char *name = format_position (d, i);
      g_autoptr (GString) value = g_string_new (NULL);
      char *cells[TRAMA_SERIES_MAX_LINES + 1] = { g_strdup (name) };

      for (guint line = 0; line < n_lines; line++)
        {
          cells[line + 1] = format_value (d, trama_series_value (data, line, i));
          if (*cells[line + 1] != '\0')
            g_string_append_printf (value, "%s%s", value->len > 0 ? "; " : "", cells[line + 1]);
        }
      trama_scene_builder_add_item (d->builder, "month", data->lines[0].record, name, value->str,
                                    data->dates != NULL ? data->dates[i] : TRAMA_SCENE_NO_DATE);
      trama_scene_builder_add_target (d->builder, left, d->plot.y, MAX (right - left, 0.1),
                                      d->plot.height);
      trama_chart_table_take_row (table, cells);
    }
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

static void
find_range (const TramaSeriesChart *data, double *low, double *high)
{
  *low = isnan (data->minimum) ? 0 : data->minimum;
  *high = isnan (data->maximum) ? (data->percent ? 1 : -INFINITY) : data->maximum;
  for (guint line = 0; line < MIN (data->n_lines, TRAMA_SERIES_MAX_LINES); line++)
    for (guint i = 0; i < data->n_points; i++)
      {
        double value = trama_series_value (data, line, i);

        if (isnan (value))
          continue;
        *low = MIN (*low, value);
        if (isnan (data->maximum))
          *high = MAX (*high, value);
      }
  if (!(*high > *low))
    *high = *low + 1;
}

static void
set_scales (TramaSeriesDrawing *d)
{
  const TramaSeriesChart *data = d->data;
  guint max_steps = (guint) CLAMP (d->plot.height / 24, 1, 5);
  double low, high, left;

  find_range (data, &low, &high);
  d->step = data->percent && low == 0 && high == 1
                ? (max_steps >= 4 ? 0.25 : 0.5)
                : trama_scale_nice_step (low, high, max_steps, FALSE);
  d->format = (TramaAxisFormat) { .percent = data->percent };
  if (!data->percent && d->step < 1)
    d->format.digits = d->step < 0.1 ? 2 : fmod (d->step * 10, 1) > 1e-9 ? 2 : 1;
  if (isnan (data->maximum))
    high = ceil (high / d->step - 1e-9) * d->step;
  low = floor (low / d->step + 1e-9) * d->step;
  d->y = (TramaScale) { low, high, d->plot.y + d->plot.height, d->plot.y };
  left = trama_chart_axis_measure_values (d->builder, &d->y, d->step, &d->format);
  d->plot.x += left;
  d->plot.width = MAX (d->plot.width - left - d->right, 10);
  d->x = (TramaScale) { 0, 1, d->plot.x, d->plot.x + d->plot.width };
  if (data->n_points > 0)
    {
      d->x.from = trama_series_position (data, 0);
      d->x.to = trama_series_position (data, data->n_points - 1);
    }
}

static void
add_bottom_axis (TramaSeriesDrawing *d)
{
  const TramaAxisFormat format = { .unit = d->data->unit };
  double span = d->x.to - d->x.from;
  double step;

  if (d->data->dates != NULL)
    {
      trama_chart_axis_add_dates (d->builder, &d->plot, &d->x);
      return;
    }
  step = trama_scale_month_step ((int) ceil (span), (guint) MAX (d->plot.width / 34, 1));
  trama_chart_axis_add_positions (d->builder, &d->plot, &d->x, ceil (d->x.from / step) * step, step,
                                  &format);
}

static char *
say (const TramaSeriesDrawing *d)
{
  const TramaSeriesChart *data = d->data;
  guint last = data->n_lines > 0 ? trama_series_last_point (data, 0) : G_MAXUINT;
  g_autofree char *value = NULL;
  g_autofree char *when = NULL;

  if (last == G_MAXUINT)
    return g_strdup (_ ("no readings yet"));
  value = format_value (d, trama_series_value (data, 0, last));
  when = format_position (d, last);
  /* Translators: a figure and the date or month it was read at */
  return g_strdup_printf (_ ("%s at %s"), value, when);
}

static void
start_table (const TramaSeriesChart *data, TramaChartTable *table)
{
  char *headers[TRAMA_SERIES_MAX_LINES + 1]
      = { g_strdup (data->dates != NULL ? _ ("Date") : _ ("Month")) };

  for (guint i = 0; i < MIN (data->n_lines, TRAMA_SERIES_MAX_LINES); i++)
    headers[i + 1]
        = g_strdup (data->lines[i].name != NULL ? data->lines[i].name : data->lines[i].label);
  trama_chart_table_take_headers (table, headers);
}

TramaScene *
trama_series_chart_new (const TramaSeriesChart *data, const TramaChartStyle *style, double width,
                        double height)
{
  g_autoptr (TramaSceneBuilder) builder = NULL;
  g_autoptr (TramaChartTable) table = NULL;
  g_autofree char *said = NULL;
  g_autofree char *sentence = NULL;
  char columns[TRAMA_SERIES_MAX_LINES + 2] = "a9999";
  TramaSeriesDrawing d = { .data = data };
  double depth, whole;

  g_return_val_if_fail (data != NULL && style != NULL, NULL);
  g_return_val_if_fail (data->n_points == 0 || data->dates != NULL || data->positions != NULL,
                        NULL);

  columns[1 + MIN (data->n_lines, TRAMA_SERIES_MAX_LINES)] = '\0';
  table = trama_chart_table_new (columns);
  builder = trama_scene_builder_new (style, width, height > 0 ? height : NATURAL_HEIGHT);
  d.builder = builder;
  d.right = trama_series_measure_labels (&d);
  depth = trama_chart_axis_get_depth (builder) + 3;
  whole = trama_scene_builder_get_height (builder)
          - trama_chart_frame_measure_all (&data->frame, builder);
  whole = MAX (whole, trama_series_needed_height (&d) + depth);
  d.plot = trama_chart_frame_add (&data->frame, builder, whole);
  d.plot.y += 3;
  d.plot.height -= depth;
  set_scales (&d);
  trama_chart_axis_add_values (builder, &d.plot, &d.y, d.step, &d.format);
  add_bottom_axis (&d);
  draw_reference (&d);
  for (guint i = MIN (data->n_lines, TRAMA_SERIES_MAX_LINES); i-- > 0;)
    draw_line (&d, i);
  if (data->n_lines > 0)
    {
      trama_series_label_lines (&d);
      trama_series_label_start (&d);
    }
  start_table (data, table);
  if (data->n_lines > 0)
    add_items (&d, table);
  said = say (&d);
  sentence = trama_chart_frame_make_sentence (&data->frame, said);
  return trama_scene_builder_finish (builder, sentence, g_steal_pointer (&table));
}
