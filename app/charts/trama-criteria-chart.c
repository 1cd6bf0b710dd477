/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-criteria-chart.h"

#include "trama-chart-axis.h"
#include "trama-date.h"
#include "trama-label-placer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NATURAL_HEIGHT 150.0
#define GAP_AT_END 5.0

typedef struct
{
  const TramaCriteriaChart *data;
  TramaSceneBuilder *builder;
  TramaBox plot;
  TramaScale x;
  TramaScale y;
} Drawing;

static double
position (const Drawing *d, guint month)
{
  return trama_scale_place (&d->x, d->data->first_age >= 0 ? d->data->first_age + (double) month
                                                           : d->data->months[month].date);
}

typedef enum
{
  MET,
  AT_MOST,
  MET_THEN
} Edge;

static int
value_of (const Drawing *d, guint month, Edge edge)
{
  const TramaCriteriaMonth *m = &d->data->months[month];

  return edge == MET ? m->met : edge == AT_MOST ? MAX (m->at_most, m->met) : m->met_then;
}

static double
height_of (const Drawing *d, guint month, Edge edge)
{
  return trama_scale_place (&d->y, value_of (d, month, edge));
}

static void
draw_steps (Drawing *d, Edge edge, const TramaPaint *paint)
{
  gboolean drawing = FALSE;

  for (guint i = 0; i < d->data->n_months; i++)
    {
      if (value_of (d, i, edge) < 0)
        {
          if (drawing)
            trama_scene_builder_paint (d->builder, paint);
          drawing = FALSE;
        }
      else if (drawing)
        trama_scene_builder_step_to (d->builder, position (d, i), height_of (d, i, edge));
      else
        {
          trama_scene_builder_move_to (d->builder, position (d, i), height_of (d, i, edge));
          drawing = TRUE;
        }
    }
  if (drawing)
    trama_scene_builder_paint (d->builder, paint);
}

static void
draw_unknown (Drawing *d)
{
  const TramaPaint area = { .fill = TRAMA_COLOUR_UNKNOWN_FILL, .hatched = TRUE };
  const TramaPaint edge = { .stroke = TRAMA_COLOUR_UNKNOWN_EDGE, .width = TRAMA_WIDTH_OUTLINE };
  guint n = d->data->n_months;

  trama_scene_builder_move_to (d->builder, position (d, 0), height_of (d, 0, AT_MOST));
  for (guint i = 1; i < n; i++)
    trama_scene_builder_step_to (d->builder, position (d, i), height_of (d, i, AT_MOST));
  for (guint i = n; i-- > 0;)
    {
      trama_scene_builder_line_to (d->builder, position (d, i), height_of (d, i, MET));
      if (i > 0)
        trama_scene_builder_line_to (d->builder, position (d, i), height_of (d, i - 1, MET));
    }
  trama_scene_builder_close (d->builder);
  trama_scene_builder_paint (d->builder, &area);
  draw_steps (d, AT_MOST, &edge);
}

/* In the middle of the largest rectangle between the two edges that holds the words. */
static void
label_unknown (Drawing *d)
{
  const TramaTextSpec spec = { .text = _ ("cannot\nbe judged"),
                               .halo = TRAMA_COLOUR_UNKNOWN_FILL,
                               .align = TRAMA_ALIGN_MIDDLE,
                               .vertical = TRAMA_CENTRE };
  double width, height, best_area = 0, best_x = 0, best_y = 0;
  guint n = d->data->n_months;

  trama_scene_builder_get_text_size (d->builder, &spec, &width, &height);
  for (guint i = 0; i < n; i++)
    {
      double left = position (d, i), top = -1e9, bottom = 1e9;

      for (guint j = i; j + 1 < n; j++)
        {
          double right = position (d, j + 1);
          double area;

          top = MAX (top, height_of (d, j, AT_MOST));
          bottom = MIN (bottom, height_of (d, j, MET));
          if (bottom - top < height + 8)
            break;
          area = (bottom - top) * (right - left);
          if (right - left < width + 8 || area <= best_area)
            continue;
          best_area = area;
          best_x = (left + right) / 2;
          best_y = (top + bottom) / 2;
        }
    }
  if (best_area > 0)
    trama_scene_builder_add_text (d->builder, &spec, best_x, best_y);
}

/* The lower of the two lines, down to the height it comes from. */
static double
lowest_near (const Drawing *d, guint month)
{
  double low = -1e9;

  for (guint i = month > 0 ? month - 1 : 0; i <= month; i++)
    low = MAX (low, height_of (d, i, value_of (d, i, MET_THEN) >= 0 ? MET_THEN : MET));
  return low;
}

/* Under the lines, where none of them runs. */
static void
label_then (Drawing *d)
{
  const TramaTextSpec spec = { .text = _ ("dotted: as known\non that day"),
                               .colour = TRAMA_COLOUR_SECOND,
                               .vertical = TRAMA_TOP,
                               .halo = TRAMA_COLOUR_GROUND };
  double width, height;
  guint n = d->data->n_months;

  trama_scene_builder_get_text_size (d->builder, &spec, &width, &height);
  for (guint i = n; i-- > 0;)
    {
      double left = position (d, i) - width - 2, low = -1e9;

      if (left < d->plot.x)
        return;
      for (guint j = 0; j < n; j++)
        if (position (d, j) >= left - 3 && (j == 0 || position (d, j - 1) <= left + width + 3))
          low = MAX (low, lowest_near (d, j));
      if (d->plot.y + d->plot.height - low >= height + 9)
        {
          trama_scene_builder_add_text (d->builder, &spec, left, low + 5);
          return;
        }
    }
}

static char *
label_met (const Drawing *d)
{
  int met = d->data->months[d->data->n_months - 1].met;

  /* Translators: at the end of the line of criteria met */
  return g_strdup_printf (ngettext ("%d met", "%d met", (gulong) met), met);
}

static char *
label_at_most (const Drawing *d)
{
  return g_strdup_printf (_ ("at most %d"), value_of (d, d->data->n_months - 1, AT_MOST));
}

static void
label_end (Drawing *d)
{
  guint last = d->data->n_months - 1;
  double x = position (d, last) + GAP_AT_END + 2;
  double line = trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_VALUE);
  double centres[2] = { height_of (d, last, AT_MOST), height_of (d, last, MET) };
  const double heights[2] = { line * 0.8, line };
  g_autofree char *met = label_met (d);
  g_autofree char *at_most = label_at_most (d);
  gboolean both = value_of (d, last, AT_MOST) > value_of (d, last, MET);
  const TramaPaint disc = { .fill = TRAMA_COLOUR_CATEGORY_1 };

  if (both)
    {
      trama_label_spread (centres, heights, 2, 1.5, d->plot.y - 4, d->plot.y + d->plot.height + 4);
      trama_chart_put (d->builder, at_most, TRAMA_TEXT_LABEL, TRAMA_COLOUR_SECOND,
                       TRAMA_ALIGN_START, TRAMA_CENTRE, x, centres[0]);
    }
  trama_scene_builder_add_mark (d->builder, TRAMA_MARK_DISC, position (d, last),
                                height_of (d, last, MET), 3, &disc);
  trama_chart_put (d->builder, met, TRAMA_TEXT_VALUE, TRAMA_COLOUR_TEXT_1, TRAMA_ALIGN_START,
                   TRAMA_CENTRE, x, centres[1]);
}

static double
measure_end (const Drawing *d)
{
  g_autofree char *met = label_met (d);
  g_autofree char *at_most = label_at_most (d);

  return GAP_AT_END + 3
         + MAX (trama_chart_text_width (d->builder, met, TRAMA_TEXT_VALUE, TRUE),
                trama_chart_text_width (d->builder, at_most, TRAMA_TEXT_LABEL, FALSE));
}

static char *
name_month (const Drawing *d, guint month)
{
  g_autofree char *date
      = trama_date_to_short_prose (trama_date_from_day (d->data->months[month].date));
  int age = d->data->first_age + (int) month;

  if (d->data->first_age < 0)
    return g_steal_pointer (&date);
  /* Translators: a month of a programme's life and its date */
  return g_strdup_printf (_ ("month %d, %s"), age, date);
}

static char *
say_month (const Drawing *d, guint month)
{
  int met = value_of (d, month, MET), at_most = value_of (d, month, AT_MOST);

  if (at_most > met)
    return g_strdup_printf (_ ("%d, at most %d, of %d met"), met, at_most, d->data->n_criteria);
  return g_strdup_printf (_ ("%d of %d met"), met, d->data->n_criteria);
}

/* Each month can be pointed at, over the whole height. */
static void
add_items (Drawing *d, TramaChartTable *table)
{
  guint n = d->data->n_months;

  for (guint i = 0; i < n; i++)
    {
      const TramaCriteriaMonth *month = &d->data->months[i];
      double left = i > 0 ? (position (d, i - 1) + position (d, i)) / 2 : d->plot.x;
      double right
          = i + 1 < n ? (position (d, i) + position (d, i + 1)) / 2 : d->plot.x + d->plot.width;
      g_autofree char *name = name_month (d, i);
      g_autofree char *value = say_month (d, i);
      g_autofree char *met = g_strdup_printf ("%d", month->met);
      g_autofree char *at_most = g_strdup_printf ("%d", value_of (d, i, AT_MOST));
      g_autofree char *then = month->met_then >= 0 ? g_strdup_printf ("%d", month->met_then) : NULL;

      trama_scene_builder_add_item (d->builder, "month", TRAMA_ID_NONE, name, value, month->date);
      trama_scene_builder_add_target (d->builder, left, d->plot.y, MAX (right - left, 0.1),
                                      d->plot.height);
      trama_chart_table_add_row (table, name, met, at_most, then);
    }
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

static void
add_bottom_axis (Drawing *d)
{
  double span = d->x.to - d->x.from;
  const TramaAxisFormat months = { .unit = _ ("months") };

  if (d->data->first_age >= 0)
    trama_chart_axis_add_positions (
        d->builder, &d->plot, &d->x, d->x.from,
        trama_scale_month_step ((int) span, (guint) MAX (d->plot.width / 34, 1)), &months);
  else
    trama_chart_axis_add_dates (d->builder, &d->plot, &d->x);
}

static void
draw (Drawing *d, TramaChartTable *table)
{
  const TramaPaint main_line = { .stroke = TRAMA_COLOUR_CATEGORY_1, .width = TRAMA_WIDTH_MAIN };
  const TramaPaint then
      = { .stroke = TRAMA_COLOUR_SECOND, .width = TRAMA_WIDTH_REFERENCE, .dash = TRAMA_DASH_FINE };
  gboolean has_then = FALSE;

  for (guint i = 0; i < d->data->n_months; i++)
    has_then |= d->data->months[i].met_then >= 0
                && d->data->months[i].met_then != d->data->months[i].met;
  add_bottom_axis (d);
  draw_unknown (d);
  label_unknown (d);
  if (has_then)
    {
      draw_steps (d, MET_THEN, &then);
      label_then (d);
    }
  draw_steps (d, MET, &main_line);
  label_end (d);
  add_items (d, table);
}

static void
set_scales (Drawing *d, double step)
{
  const TramaAxisFormat numbers = { 0 };
  const TramaCriteriaChart *data = d->data;

  d->y = (TramaScale) { 0, MAX (data->n_criteria, 1), d->plot.y + d->plot.height, d->plot.y };
  d->plot.x = trama_chart_axis_measure_values (d->builder, &d->y, step, &numbers);
  d->plot.width -= d->plot.x + (data->n_months > 0 ? measure_end (d) : 0);
  d->plot.width = MAX (d->plot.width, 10);
  d->x = (TramaScale) { 0, 1, d->plot.x, d->plot.x + d->plot.width };
  if (data->n_months == 0)
    return;
  d->x.from = data->first_age >= 0 ? data->first_age : data->months[0].date;
  d->x.to = data->first_age >= 0 ? data->first_age + (double) data->n_months - 1
                                 : data->months[data->n_months - 1].date;
}

TramaScene *
trama_criteria_chart_new (const TramaCriteriaChart *data, const TramaChartStyle *style,
                          double width, double height)
{
  g_autoptr (TramaSceneBuilder) builder = NULL;
  g_autoptr (TramaChartTable) table = trama_chart_table_new ("a999");
  g_autofree char *said = NULL;
  g_autofree char *sentence = NULL;
  const TramaAxisFormat numbers = { 0 };
  Drawing d = { .data = data };
  double step;

  g_return_val_if_fail (data != NULL && style != NULL, NULL);
  g_return_val_if_fail (data->n_months == 0 || data->months != NULL, NULL);

  builder = trama_scene_builder_new (style, width, height > 0 ? height : NATURAL_HEIGHT);
  d.builder = builder;
  d.plot = trama_chart_frame_add (&data->frame, builder, 0);
  /* The topmost label stands half above its line. */
  d.plot.y += 3;
  d.plot.height = MAX (d.plot.height - 3 - trama_chart_axis_get_depth (builder), 10);
  step = trama_scale_count_step (data->n_criteria, (guint) CLAMP (d.plot.height / 22, 1, 6));
  set_scales (&d, step);
  trama_chart_axis_add_values (builder, &d.plot, &d.y, step, &numbers);
  trama_chart_table_set_headers (table, _ ("Month"), _ ("Met"), _ ("At most"), _ ("As known then"));
  if (data->n_months > 0)
    {
      draw (&d, table);
      said = say_month (&d, data->n_months - 1);
    }
  else
    {
      trama_chart_put (builder, _ ("no month to judge yet"), TRAMA_TEXT_LABEL, TRAMA_COLOUR_SECOND,
                       TRAMA_ALIGN_MIDDLE, TRAMA_CENTRE, d.plot.x + d.plot.width / 2,
                       d.plot.y + d.plot.height / 2);
      said = g_strdup (_ ("no month to judge yet"));
    }
  sentence = trama_chart_frame_make_sentence (&data->frame, said);
  return trama_scene_builder_finish (builder, sentence, g_steal_pointer (&table));
}
