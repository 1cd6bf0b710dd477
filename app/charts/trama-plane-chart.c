/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-plane-chart.h"

#include "trama-chart-axis.h"
#include "trama-label-placer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_PLANE 150.0
#define DOT 3.4
#define SMALL 2.6

static const TramaPaint main_dot = { .fill = TRAMA_COLOUR_CATEGORY_1 };
static const TramaPaint earlier_dot = { .fill = TRAMA_COLOUR_GROUND,
                                        .stroke = TRAMA_COLOUR_CATEGORY_1,
                                        .width = TRAMA_WIDTH_SECOND };
static const TramaPaint other_dot = { .fill = TRAMA_COLOUR_GROUND,
                                      .stroke = TRAMA_COLOUR_CATEGORY_2,
                                      .width = TRAMA_WIDTH_SECOND };

typedef struct
{
  const TramaPlaneChart *data;
  TramaSceneBuilder *builder;
  TramaBox plot;
  TramaScale x;
  TramaScale y;
  TramaLabelPlacer *placer;
} Drawing;

static gboolean
is_known (const TramaPlanePoint *point)
{
  return !isnan (point->x[0]) && !isnan (point->x[1]) && !isnan (point->y[0])
         && !isnan (point->y[1]);
}

static double
middle (const double range[2])
{
  return (range[0] + range[1]) / 2;
}

static const TramaPlanePoint *
last_main (const TramaPlaneChart *data)
{
  const TramaPlanePoint *last = NULL;

  for (guint i = 0; i < data->n_points; i++)
    if (data->points[i].main && is_known (&data->points[i]))
      last = &data->points[i];
  return last;
}

static void
draw_plane (Drawing *d)
{
  const TramaPaint edge = { .stroke = TRAMA_COLOUR_AXIS, .width = TRAMA_WIDTH_AXIS };
  const TramaPaint grid = { .stroke = TRAMA_COLOUR_GRID, .width = TRAMA_WIDTH_RULE };
  const TramaBox *p = &d->plot;
  double half_x = trama_scale_place (&d->x, d->data->maximum / 2);
  double half_y = trama_scale_place (&d->y, d->data->maximum / 2);

  trama_scene_builder_add_rectangle (d->builder, p->x, p->y, p->width, p->height, 0, &edge);
  trama_scene_builder_add_line (d->builder, half_x, p->y, half_x, p->y + p->height, &grid);
  trama_scene_builder_add_line (d->builder, p->x, half_y, p->x + p->width, half_y, &grid);
  for (int level = 0; level <= (int) d->data->maximum; level++)
    {
      g_autofree char *text = g_strdup_printf ("%d", level);

      trama_chart_put (d->builder, text, TRAMA_TEXT_LABEL, TRAMA_COLOUR_SECOND, TRAMA_ALIGN_MIDDLE,
                       TRAMA_TOP, trama_scale_place (&d->x, level), p->y + p->height + 3);
      trama_chart_put (d->builder, text, TRAMA_TEXT_LABEL, TRAMA_COLOUR_SECOND, TRAMA_ALIGN_END,
                       TRAMA_CENTRE, p->x - 4, trama_scale_place (&d->y, level));
    }
}

static void
draw_titles (Drawing *d)
{
  double leading = trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_LABEL);
  const TramaTextSpec up = {
    .text = d->data->y_title, .align = TRAMA_ALIGN_MIDDLE, .vertical = TRAMA_CENTRE, .upwards = TRUE
  };

  trama_chart_put (d->builder, d->data->x_title, TRAMA_TEXT_LABEL, TRAMA_COLOUR_INK,
                   TRAMA_ALIGN_MIDDLE, TRAMA_TOP, d->plot.x + d->plot.width / 2,
                   d->plot.y + d->plot.height + leading + 4);
  trama_scene_builder_add_text (d->builder, &up, leading / 2, d->plot.y + d->plot.height / 2);
}

static void
draw_box (Drawing *d, const TramaPlanePoint *point)
{
  const TramaPaint box = { .fill = TRAMA_COLOUR_SOFT_BLUE,
                           .stroke = TRAMA_COLOUR_CATEGORY_1,
                           .width = TRAMA_WIDTH_RULE,
                           .dash = TRAMA_DASH_FINE };
  double x = trama_scale_place (&d->x, point->x[0]), y = trama_scale_place (&d->y, point->y[1]);
  double width = trama_scale_place (&d->x, point->x[1]) - x;
  double height = trama_scale_place (&d->y, point->y[0]) - y;

  if (width > 0.1 || height > 0.1)
    trama_scene_builder_add_rectangle (d->builder, x - 2, y - 2, width + 4, height + 4, 3, &box);
}

static void
draw_label (Drawing *d, const TramaPlanePoint *point, double x, double y, gboolean last)
{
  const double gap = 7;
  TramaTextSpec spec = { .text = point->label,
                         .colour = point->main ? TRAMA_COLOUR_TEXT_1 : TRAMA_COLOUR_SECOND,
                         .vertical = TRAMA_CENTRE,
                         .halo = TRAMA_COLOUR_GROUND,
                         .bold = last,
                         .italic = !point->main };
  const struct
  {
    double dx, dy;
    TramaAlign align;
  } places[] = { { gap, 0, TRAMA_ALIGN_START },       { -gap, 0, TRAMA_ALIGN_END },
                 { 0, -gap - 3, TRAMA_ALIGN_MIDDLE }, { 0, gap + 3, TRAMA_ALIGN_MIDDLE },
                 { gap, -gap, TRAMA_ALIGN_START },    { gap, gap, TRAMA_ALIGN_START },
                 { -gap, -gap, TRAMA_ALIGN_END },     { -gap, gap, TRAMA_ALIGN_END } };
  TramaBox boxes[G_N_ELEMENTS (places)];
  guint chosen;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      spec.align = places[i].align;
      boxes[i] = trama_scene_builder_measure_text (d->builder, &spec, x + places[i].dx,
                                                   y + places[i].dy);
    }
  /* Without a place of its own it is still to be heard and in the table. */
  if (!trama_label_placer_place (d->placer, boxes, G_N_ELEMENTS (places), 40, &chosen))
    return;
  spec.align = places[chosen].align;
  trama_scene_builder_add_text (d->builder, &spec, x + places[chosen].dx, y + places[chosen].dy);
}

static char *
range_text (const Drawing *d, const double range[2])
{
  const TramaChartStyle *style = trama_scene_builder_get_style (d->builder);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (isnan (range[0]) || isnan (range[1]))
    return g_strdup (_ ("not known"));
  from = trama_chart_style_format (style, range[0], 1, FALSE);
  if (range[0] == range[1])
    return g_steal_pointer (&from);
  to = trama_chart_style_format (style, range[1], 1, FALSE);
  return g_strdup_printf ("%s–%s", from, to);
}

static void
draw_point (Drawing *d, const TramaPlanePoint *point, gboolean last)
{
  double x = trama_scale_place (&d->x, middle (point->x));
  double y = trama_scale_place (&d->y, middle (point->y));
  g_autofree char *across = range_text (d, point->x);
  g_autofree char *up = range_text (d, point->y);
  g_autofree char *value
      = g_strdup_printf ("%s %s, %s %s", d->data->x_title, across, d->data->y_title, up);

  trama_scene_builder_add_item (d->builder, "point", point->record, point->label, value,
                                TRAMA_SCENE_NO_DATE);
  trama_scene_builder_add_mark (d->builder, point->main ? TRAMA_MARK_DISC : TRAMA_MARK_DIAMOND, x,
                                y, point->main ? DOT : SMALL + 0.8,
                                last          ? &main_dot
                                : point->main ? &earlier_dot
                                              : &other_dot);
  draw_label (d, point, x, y, last);
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

static void
draw_path (Drawing *d)
{
  const TramaPaint line = { .stroke = TRAMA_COLOUR_CATEGORY_1, .width = TRAMA_WIDTH_SECOND };
  const TramaPlanePoint *before = NULL;

  for (guint i = 0; i < d->data->n_points; i++)
    {
      const TramaPlanePoint *point = &d->data->points[i];
      double x0, y0, x1, y1, length;

      if (!point->main || !is_known (point))
        continue;
      if (before != NULL)
        {
          x0 = trama_scale_place (&d->x, middle (before->x));
          y0 = trama_scale_place (&d->y, middle (before->y));
          x1 = trama_scale_place (&d->x, middle (point->x));
          y1 = trama_scale_place (&d->y, middle (point->y));
          length = sqrt ((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
          if (length > 4 * DOT)
            {
              double ux = (x1 - x0) / length, uy = (y1 - y0) / length;

              trama_scene_builder_add_line (d->builder, x0 + ux * DOT, y0 + uy * DOT,
                                            x1 - ux * (DOT + 3), y1 - uy * (DOT + 3), &line);
              trama_scene_builder_add_arrowhead (d->builder, x1 - ux * DOT, y1 - uy * DOT, ux, uy,
                                                 5, TRAMA_COLOUR_CATEGORY_1);
            }
        }
      before = point;
    }
}

static void
fill_table (Drawing *d, TramaChartTable *table)
{
  trama_chart_table_set_headers (table, _ ("Name"), d->data->x_title, d->data->y_title);
  for (guint i = 0; i < d->data->n_points; i++)
    {
      const TramaPlanePoint *point = &d->data->points[i];
      g_autofree char *x = range_text (d, point->x);
      g_autofree char *y = range_text (d, point->y);

      trama_chart_table_add_row (table, point->label, x, y);
    }
}

static char *
say (Drawing *d)
{
  const TramaPlanePoint *point = last_main (d->data);
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  if (point == NULL)
    return g_strdup (_ ("not rated on both axes"));
  x = range_text (d, point->x);
  y = range_text (d, point->y);
  return g_strdup_printf ("%s: %s %s, %s %s", point->label, d->data->x_title, x, d->data->y_title,
                          y);
}

TramaScene *
trama_plane_chart_new (const TramaPlaneChart *data, const TramaChartStyle *style, double width,
                       double height)
{
  g_autoptr (TramaSceneBuilder) builder = NULL;
  g_autoptr (TramaChartTable) table = trama_chart_table_new ("aaa");
  g_autoptr (TramaLabelPlacer) placer = NULL;
  g_autofree char *said = NULL;
  g_autofree char *sentence = NULL;
  Drawing d = { .data = data };
  const TramaPlanePoint *last;
  double leading, left, natural, around;

  g_return_val_if_fail (data != NULL && style != NULL, NULL);
  g_return_val_if_fail (data->maximum > 0, NULL);

  builder = trama_scene_builder_new (style, width, 1);
  d.builder = builder;
  leading = trama_scene_builder_get_leading (builder, TRAMA_TEXT_LABEL);
  left = leading + 14;
  around = trama_chart_frame_measure_all (&data->frame, builder);
  natural = MIN (width - left - 4, MOST_PLANE) + 2 * leading + 10;
  if (height > 0)
    natural = MAX (height - around, 2 * leading + 10 + TRAMA_CHART_LEAST_PLOT);
  d.plot = trama_chart_frame_add (&data->frame, builder, natural);
  d.plot.x += left;
  d.plot.y += 4;
  d.plot.height -= 2 * leading + 10;
  d.plot.width = MIN (d.plot.width - left - 4, d.plot.height * 2.2);
  d.x = (TramaScale) { 0, data->maximum, d.plot.x + 8, d.plot.x + d.plot.width - 8 };
  d.y = (TramaScale) { 0, data->maximum, d.plot.y + d.plot.height - 8, d.plot.y + 8 };
  placer = trama_label_placer_new (d.plot);
  d.placer = placer;
  draw_plane (&d);
  draw_titles (&d);
  last = last_main (data);
  if (last != NULL)
    draw_box (&d, last);
  draw_path (&d);
  for (guint i = 0; i < data->n_points; i++)
    if (is_known (&data->points[i]))
      {
        double x = trama_scale_place (&d.x, middle (data->points[i].x));
        double y = trama_scale_place (&d.y, middle (data->points[i].y));

        trama_label_placer_add_box (placer, (TramaBox) { x - DOT, y - DOT, 2 * DOT, 2 * DOT }, 30);
      }
  if (last != NULL)
    draw_point (&d, last, TRUE);
  for (guint i = 0; i < data->n_points; i++)
    if (is_known (&data->points[i]) && &data->points[i] != last)
      draw_point (&d, &data->points[i], FALSE);
  fill_table (&d, table);
  said = say (&d);
  sentence = trama_chart_frame_make_sentence (&data->frame, said);
  return trama_scene_builder_finish (builder, sentence, g_steal_pointer (&table));
}
