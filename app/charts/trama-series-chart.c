/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-series-chart.h"

#include "trama-chart-axis.h"
#include "trama-date.h"
#include "trama-label-placer.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define NATURAL_HEIGHT 150.0
#define MAX_LINES 4
/* With so few points each has its mark; else only the last. */
#define MARK_ALL 5
#define GAP_AT_END 6.0

/* Each line is told by colour, dash and mark alike. */
static const struct
{
  TramaPaint line;
  TramaPaint mark;
  TramaMark form;
  TramaColourRole text;
} looks[MAX_LINES] = {
  { { .stroke = TRAMA_COLOUR_CATEGORY_1, .width = TRAMA_WIDTH_MAIN },
    { .fill = TRAMA_COLOUR_CATEGORY_1 },
    TRAMA_MARK_DISC,
    TRAMA_COLOUR_TEXT_1 },
  { { .stroke = TRAMA_COLOUR_CATEGORY_2, .width = TRAMA_WIDTH_SECOND, .dash = TRAMA_DASH_LONG },
    { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_CATEGORY_2, .width = TRAMA_WIDTH_SECOND },
    TRAMA_MARK_SQUARE,
    TRAMA_COLOUR_TEXT_2 },
  { { .stroke = TRAMA_COLOUR_CATEGORY_5, .width = TRAMA_WIDTH_SECOND, .dash = TRAMA_DASH_FINE },
    { .fill = TRAMA_COLOUR_GROUND,
      .stroke = TRAMA_COLOUR_CATEGORY_5,
      .width = TRAMA_WIDTH_REFERENCE },
    TRAMA_MARK_TRIANGLE,
    TRAMA_COLOUR_INK },
  { { .stroke = TRAMA_COLOUR_CATEGORY_3, .width = TRAMA_WIDTH_SECOND },
    { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_CATEGORY_3, .width = TRAMA_WIDTH_SECOND },
    TRAMA_MARK_DIAMOND,
    TRAMA_COLOUR_TEXT_3 },
};

typedef struct
{
  const TramaSeriesChart *data;
  TramaSceneBuilder *builder;
  TramaBox plot;
  TramaScale x;
  TramaScale y;
  double step;
  double right;         /* room for the labels at the lines' ends */
  double label_width;
  TramaAxisFormat format;
} Drawing;

static double
position (const TramaSeriesChart *data, guint point)
{
  return data->dates != NULL ? data->dates[point] : data->positions[point];
}

static double
value_at (const TramaSeriesChart *data, guint line, guint point)
{
  return data->lines[line].values[point];
}

/* Of the last reading; G_MAXUINT: there is none. */
static guint
last_point (const TramaSeriesChart *data, guint line)
{
  for (guint i = data->n_points; i-- > 0;)
    if (!isnan (value_at (data, line, i)))
      return i;
  return G_MAXUINT;
}

static char *
format_value (const Drawing *d, double value)
{
  const TramaChartStyle *style = trama_scene_builder_get_style (d->builder);

  if (isnan (value))
    return g_strdup ("");
  if (d->data->percent)
    return trama_chart_percent (style, value, 0);
  return trama_chart_style_format (style, value, fabs (value) < 10 ? 2 : 1, FALSE);
}

static char *
format_position (const Drawing *d, guint point)
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
draw_line (Drawing *d, guint line)
{
  gboolean drawing = FALSE;
  guint n = d->data->n_points, last = last_point (d->data, line);

  for (guint i = 0; i < n; i++)
    {
      double value = value_at (d->data, line, i);
      double x = trama_scale_place (&d->x, position (d->data, i));

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
      double value = value_at (d->data, line, i);

      if (!isnan (value) && (i == last || n <= MARK_ALL))
        trama_scene_builder_add_mark (
            d->builder, looks[line].form, trama_scale_place (&d->x, position (d->data, i)),
            trama_scale_place (&d->y, value), i == last ? 3 : 2.6, &looks[line].mark);
    }
}

static TramaTextSpec
label_spec (const Drawing *d, guint line, gboolean sub)
{
  const TramaSeriesLine *data = &d->data->lines[line];

  return (TramaTextSpec) { .text = sub ? data->sub_label : data->label,
                           .bold = !sub && line == 0,
                           .colour = sub ? TRAMA_COLOUR_SECOND : looks[line].text,
                           .vertical = TRAMA_TOP,
                           .width = d->label_width };
}

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/* From the last baseline of one to the capitals of the next. */
static double
label_gap (const Drawing *d)
{
  return trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_LABEL) * 0.65;
}

static double
label_height (const Drawing *d, guint line, double *own)
{
  double height = 0, sub_height = 0;
  TramaTextSpec spec = label_spec (d, line, FALSE);

  if (is_set (spec.text))
    trama_scene_builder_get_text_size (d->builder, &spec, NULL, &height);
  *own = height;
  spec = label_spec (d, line, TRUE);
  if (is_set (spec.text))
    {
      trama_scene_builder_get_text_size (d->builder, &spec, NULL, &sub_height);
      height += label_gap (d) * 0.65 + sub_height;
    }
  return height;
}

/* At the lines' ends, each beside its own as nearly as the others let it. */
static void
label_lines (Drawing *d)
{
  double centres[MAX_LINES], heights[MAX_LINES], own[MAX_LINES];
  guint n = MIN (d->data->n_lines, MAX_LINES), shown[MAX_LINES], n_shown = 0;

  for (guint i = 0; i < n; i++)
    {
      guint last = last_point (d->data, i);

      if (last == G_MAXUINT)
        continue;
      heights[n_shown] = label_height (d, i, &own[n_shown]);
      /* The label's first line stands beside the point. */
      centres[n_shown] = trama_scale_place (&d->y, value_at (d->data, i, last))
                         + (heights[n_shown] - MIN (own[n_shown], 5)) / 2;
      shown[n_shown++] = i;
    }
  trama_label_spread (centres, heights, n_shown, label_gap (d), d->plot.y - 6,
                      d->plot.y + d->plot.height);
  for (guint s = 0; s < n_shown; s++)
    {
      TramaTextSpec spec = label_spec (d, shown[s], FALSE);
      guint last = last_point (d->data, shown[s]);
      double x = trama_scale_place (&d->x, position (d->data, last)) + GAP_AT_END + 1;
      double y = centres[s] - heights[s] / 2;

      if (is_set (spec.text))
        trama_scene_builder_add_text (d->builder, &spec, x, y);
      spec = label_spec (d, shown[s], TRUE);
      if (is_set (spec.text))
        trama_scene_builder_add_text (d->builder, &spec, x, y + own[s] + label_gap (d) * 0.65);
    }
}

/* How high the plot must be for all labels to stand one above the other beside it. */
static double
needed_height (const Drawing *d)
{
  double gap = label_gap (d), needed = -gap - 6;

  for (guint i = 0; i < MIN (d->data->n_lines, MAX_LINES); i++)
    {
      double own;

      if (last_point (d->data, i) != G_MAXUINT)
        needed += label_height (d, i, &own) + gap;
    }
  return MAX (needed, TRAMA_CHART_LEAST_PLOT);
}

static void
label_start (Drawing *d)
{
  const TramaTextSpec spec = { .text = d->data->start_label,
                               .colour = TRAMA_COLOUR_TEXT_1,
                               .vertical = TRAMA_TOP,
                               .halo = TRAMA_COLOUR_GROUND };
  double y, height;
  guint i = 0;

  if (!is_set (spec.text))
    return;
  while (i < d->data->n_points && isnan (value_at (d->data, 0, i)))
    i++;
  /* With one reading, start and end are one. */
  if (i == d->data->n_points || i == last_point (d->data, 0))
    return;
  trama_scene_builder_get_text_size (d->builder, &spec, NULL, &height);
  y = trama_scale_place (&d->y, value_at (d->data, 0, i)) + 6;
  if (y + height > d->plot.y + d->plot.height - 1)
    y -= 12 + height;
  trama_scene_builder_add_text (d->builder, &spec, trama_scale_place (&d->x, position (d->data, i)),
                                y);
}

static void
draw_reference (Drawing *d)
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
add_items (Drawing *d, TramaChartTable *table)
{
  const TramaSeriesChart *data = d->data;
  guint n_lines = MIN (data->n_lines, MAX_LINES);

  for (guint i = 0; i < data->n_points; i++)
    {
      double here = trama_scale_place (&d->x, position (data, i));
      double left
          = i > 0 ? (trama_scale_place (&d->x, position (data, i - 1)) + here) / 2 : d->plot.x;
      double right = i + 1 < data->n_points
                         ? (trama_scale_place (&d->x, position (data, i + 1)) + here) / 2
                         : d->plot.x + d->plot.width;
      g_autofree char *name = format_position (d, i);
      g_autoptr (GString) value = g_string_new (NULL);
      char *cells[MAX_LINES + 1] = { g_strdup (name) };

      for (guint line = 0; line < n_lines; line++)
        {
          cells[line + 1] = format_value (d, value_at (data, line, i));
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
  for (guint line = 0; line < MIN (data->n_lines, MAX_LINES); line++)
    for (guint i = 0; i < data->n_points; i++)
      {
        double value = value_at (data, line, i);

        if (isnan (value))
          continue;
        *low = MIN (*low, value);
        if (isnan (data->maximum))
          *high = MAX (*high, value);
      }
  if (!(*high > *low))
    *high = *low + 1;
}

/* Room for the names at the lines' ends: up to a third of the width, then they are broken. */
static double
measure_labels (Drawing *d)
{
  double widest = 0, most = trama_scene_builder_get_width (d->builder) * 0.3;

  for (guint i = 0; i < MIN (d->data->n_lines, MAX_LINES); i++)
    {
      const TramaSeriesLine *line = &d->data->lines[i];

      if (is_set (line->label))
        widest = MAX (widest,
                      trama_chart_text_width (d->builder, line->label, TRAMA_TEXT_LABEL, i == 0));
      if (is_set (line->sub_label))
        widest = MAX (
            widest, trama_chart_text_width (d->builder, line->sub_label, TRAMA_TEXT_LABEL, FALSE));
    }
  d->label_width = MIN (widest + 0.5, MAX (most, 30));
  return widest > 0 ? d->label_width + GAP_AT_END + 2 : 4;
}

static void
set_scales (Drawing *d)
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
      d->x.from = position (data, 0);
      d->x.to = position (data, data->n_points - 1);
    }
}

static void
add_bottom_axis (Drawing *d)
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
say (const Drawing *d)
{
  const TramaSeriesChart *data = d->data;
  guint last = data->n_lines > 0 ? last_point (data, 0) : G_MAXUINT;
  g_autofree char *value = NULL;
  g_autofree char *when = NULL;

  if (last == G_MAXUINT)
    return g_strdup (_ ("no readings yet"));
  value = format_value (d, value_at (data, 0, last));
  when = format_position (d, last);
  /* Translators: a figure and the date or month it was read at */
  return g_strdup_printf (_ ("%s at %s"), value, when);
}

static void
start_table (const TramaSeriesChart *data, TramaChartTable *table)
{
  char *headers[MAX_LINES + 1] = { g_strdup (data->dates != NULL ? _ ("Date") : _ ("Month")) };

  for (guint i = 0; i < MIN (data->n_lines, MAX_LINES); i++)
    headers[i + 1] = g_strdup (data->lines[i].label);
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
  char columns[MAX_LINES + 2] = "a9999";
  Drawing d = { .data = data };
  double depth, whole;

  g_return_val_if_fail (data != NULL && style != NULL, NULL);
  g_return_val_if_fail (data->n_points == 0 || data->dates != NULL || data->positions != NULL,
                        NULL);

  columns[1 + MIN (data->n_lines, MAX_LINES)] = '\0';
  table = trama_chart_table_new (columns);
  builder = trama_scene_builder_new (style, width, height > 0 ? height : NATURAL_HEIGHT);
  d.builder = builder;
  d.right = measure_labels (&d);
  depth = trama_chart_axis_get_depth (builder) + 3;
  whole = trama_scene_builder_get_height (builder)
          - trama_chart_frame_measure_all (&data->frame, builder);
  whole = MAX (whole, needed_height (&d) + depth);
  d.plot = trama_chart_frame_add (&data->frame, builder, whole);
  d.plot.y += 3;
  d.plot.height -= depth;
  set_scales (&d);
  trama_chart_axis_add_values (builder, &d.plot, &d.y, d.step, &d.format);
  add_bottom_axis (&d);
  draw_reference (&d);
  for (guint i = MIN (data->n_lines, MAX_LINES); i-- > 0;)
    draw_line (&d, i);
  if (data->n_lines > 0)
    {
      label_lines (&d);
      label_start (&d);
    }
  start_table (data, table);
  if (data->n_lines > 0)
    add_items (&d, table);
  said = say (&d);
  sentence = trama_chart_frame_make_sentence (&data->frame, said);
  return trama_scene_builder_finish (builder, sentence, g_steal_pointer (&table));
}
