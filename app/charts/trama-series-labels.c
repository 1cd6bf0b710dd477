/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names of the lines, at their ends, and room for them. */

#include "trama-series-private.h"

#include "trama-label-placer.h"

#include <math.h>

#define GAP_AT_END 6.0

static const TramaColourRole text_colours[TRAMA_SERIES_MAX_LINES]
    = { TRAMA_COLOUR_TEXT_1, TRAMA_COLOUR_TEXT_2, TRAMA_COLOUR_INK, TRAMA_COLOUR_TEXT_3 };

double
trama_series_position (const TramaSeriesChart *data, guint point)
{
  return data->dates != NULL ? data->dates[point] : data->positions[point];
}

double
trama_series_value (const TramaSeriesChart *data, guint line, guint point)
{
  return data->lines[line].values[point];
}

/* Of the last reading; G_MAXUINT: there is none. */
guint
trama_series_last_point (const TramaSeriesChart *data, guint line)
{
  for (guint i = data->n_points; i-- > 0;)
    if (!isnan (trama_series_value (data, line, i)))
      return i;
  return G_MAXUINT;
}

static TramaTextSpec
label_spec (const TramaSeriesDrawing *d, guint line, gboolean sub)
{
  const TramaSeriesLine *data = &d->data->lines[line];

  return (TramaTextSpec) { .text = sub ? data->sub_label : data->label,
                           .bold = !sub && line == 0,
                           .colour = sub ? TRAMA_COLOUR_SECOND : text_colours[line],
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
label_gap (const TramaSeriesDrawing *d)
{
  return trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_LABEL) * 0.65;
}

static double
label_height (const TramaSeriesDrawing *d, guint line, double *own)
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
void
trama_series_label_lines (TramaSeriesDrawing *d)
{
  double centres[TRAMA_SERIES_MAX_LINES], heights[TRAMA_SERIES_MAX_LINES],
      own[TRAMA_SERIES_MAX_LINES];
  guint n = MIN (d->data->n_lines, TRAMA_SERIES_MAX_LINES), shown[TRAMA_SERIES_MAX_LINES],
        n_shown = 0;

  for (guint i = 0; i < n; i++)
    {
      guint last = trama_series_last_point (d->data, i);

      if (last == G_MAXUINT)
        continue;
      heights[n_shown] = label_height (d, i, &own[n_shown]);
      /* The label's first line stands beside the point. */
      centres[n_shown] = trama_scale_place (&d->y, trama_series_value (d->data, i, last))
                         + (heights[n_shown] - MIN (own[n_shown], 5)) / 2;
      shown[n_shown++] = i;
    }
  trama_label_spread (centres, heights, n_shown, label_gap (d), d->plot.y - 6,
                      d->plot.y + d->plot.height);
  for (guint s = 0; s < n_shown; s++)
    {
      TramaTextSpec spec = label_spec (d, shown[s], FALSE);
      guint last = trama_series_last_point (d->data, shown[s]);
      double x = trama_scale_place (&d->x, trama_series_position (d->data, last)) + GAP_AT_END + 1;
      double y = centres[s] - heights[s] / 2;

      if (is_set (spec.text))
        trama_scene_builder_add_text (d->builder, &spec, x, y);
      spec = label_spec (d, shown[s], TRUE);
      if (is_set (spec.text))
        trama_scene_builder_add_text (d->builder, &spec, x, y + own[s] + label_gap (d) * 0.65);
    }
}

/* How high the plot must be for all labels to stand one above the other beside it. */
double
trama_series_needed_height (const TramaSeriesDrawing *d)
{
  double gap = label_gap (d), needed = -gap - 6;

  for (guint i = 0; i < MIN (d->data->n_lines, TRAMA_SERIES_MAX_LINES); i++)
    {
      double own;

      if (trama_series_last_point (d->data, i) != G_MAXUINT)
        needed += label_height (d, i, &own) + gap;
    }
  return MAX (needed, TRAMA_CHART_LEAST_PLOT);
}

void
trama_series_label_start (TramaSeriesDrawing *d)
{
  const TramaTextSpec spec = { .text = d->data->start_label,
                               .colour = TRAMA_COLOUR_TEXT_1,
                               .vertical = TRAMA_TOP,
                               .halo = TRAMA_COLOUR_GROUND };
  double y, height;
  guint i = 0;

  if (!is_set (spec.text))
    return;
  while (i < d->data->n_points && isnan (trama_series_value (d->data, 0, i)))
    i++;
  /* With one reading, start and end are one. */
  if (i == d->data->n_points || i == trama_series_last_point (d->data, 0))
    return;
  trama_scene_builder_get_text_size (d->builder, &spec, NULL, &height);
  y = trama_scale_place (&d->y, trama_series_value (d->data, 0, i)) + 6;
  if (y + height > d->plot.y + d->plot.height - 1)
    y -= 12 + height;
  trama_scene_builder_add_text (d->builder, &spec,
                                trama_scale_place (&d->x, trama_series_position (d->data, i)), y);
}

/* Room for the names at the lines' ends: up to a third of the width, then they are broken. */
double
trama_series_measure_labels (TramaSeriesDrawing *d)
{
  double widest = 0, most = trama_scene_builder_get_width (d->builder) * 0.3;

  for (guint i = 0; i < MIN (d->data->n_lines, TRAMA_SERIES_MAX_LINES); i++)
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
