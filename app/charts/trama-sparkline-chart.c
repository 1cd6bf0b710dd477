/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-sparkline-chart.h"

#include "trama-chart-axis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DOT 1.7
/* Sparklines lie beside words: they keep clear of the row's edges. */
#define MARGIN 2.5

typedef struct
{
  const TramaSparklineChart *data;
  TramaSceneBuilder *builder;
  TramaScale x;
  TramaScale y;
} Drawing;

static double
place_x (const Drawing *d, guint point)
{
  /* Lines end flush right, whenever they began. */
  return trama_scale_place (
      &d->x, (double) (MAX (d->data->n_slots, d->data->n_values) - d->data->n_values + point));
}

static double
place_y (const Drawing *d, double value)
{
  return trama_scale_place (&d->y, CLAMP (value, d->data->minimum, d->data->maximum));
}

static void
draw_band (Drawing *d)
{
  const TramaPaint paint = { .fill = TRAMA_COLOUR_UNKNOWN_FILL, .hatched = TRUE };
  const TramaSparklineChart *data = d->data;

  for (guint from = 0; from < data->n_values;)
    {
      guint to = from;

      while (to < data->n_values && !isnan (data->values[to]) && !isnan (data->at_most[to]))
        to++;
      if (to - from > 1)
        {
          for (guint i = from; i < to; i++)
            (i == from ? trama_scene_builder_move_to : trama_scene_builder_line_to) (
                d->builder, place_x (d, i), place_y (d, data->at_most[i]));
          for (guint i = to; i-- > from;)
            trama_scene_builder_line_to (d->builder, place_x (d, i), place_y (d, data->values[i]));
          trama_scene_builder_close (d->builder);
          trama_scene_builder_paint (d->builder, &paint);
        }
      from = to + 1;
    }
}

static guint
draw_line (Drawing *d)
{
  const TramaPaint line = { .stroke = TRAMA_COLOUR_CATEGORY_1, .width = TRAMA_WIDTH_SECOND };
  const TramaSparklineChart *data = d->data;
  gboolean drawing = FALSE;
  guint last = G_MAXUINT;

  for (guint i = 0; i <= data->n_values; i++)
    {
      if (i == data->n_values || isnan (data->values[i]))
        {
          if (drawing)
            trama_scene_builder_paint (d->builder, &line);
          drawing = FALSE;
          continue;
        }
      last = i;
      (drawing ? trama_scene_builder_line_to : trama_scene_builder_move_to) (
          d->builder, place_x (d, i), place_y (d, data->values[i]));
      drawing = TRUE;
    }
  return last;
}

static char *
format_value (const TramaSparklineChart *data, const TramaChartStyle *style, double value)
{
  if (isnan (value))
    return g_strdup ("");
  return data->percent ? trama_chart_percent (style, value, 0)
                       : trama_chart_style_format (style, value, 1, FALSE);
}

static char *
say (const TramaSparklineChart *data, const TramaChartStyle *style, guint last)
{
  g_autofree char *first_value = NULL;
  g_autofree char *last_value = NULL;
  guint first = 0;

  if (last == G_MAXUINT)
    return g_strdup (_ ("no readings yet"));
  while (isnan (data->values[first]))
    first++;
  first_value = format_value (data, style, data->values[first]);
  last_value = format_value (data, style, data->values[last]);
  /* Translators: how a figure went, first and last reading */
  return g_strdup_printf (_ ("from %s to %s"), first_value, last_value);
}

TramaScene *
trama_sparkline_chart_new (const TramaSparklineChart *data, const TramaChartStyle *style,
                           double width, double height)
{
  g_autoptr (TramaSceneBuilder) builder = NULL;
  g_autoptr (TramaChartTable) table = trama_chart_table_new ("99");
  g_autofree char *said = NULL;
  g_autofree char *sentence = NULL;
  const TramaPaint hair = { .stroke = TRAMA_COLOUR_AXIS, .width = TRAMA_WIDTH_GRID };
  const TramaPaint dot = { .fill = TRAMA_COLOUR_CATEGORY_1 };
  Drawing d = { .data = data };
  guint last;

  g_return_val_if_fail (data != NULL && style != NULL, NULL);
  g_return_val_if_fail (data->n_values == 0 || data->values != NULL, NULL);

  builder = trama_scene_builder_new (style, width, height);
  d.builder = builder;
  d.x = (TramaScale) { 0, MAX (MAX (data->n_slots, data->n_values), 2) - 1.0, MARGIN,
                       MAX (width - MARGIN, MARGIN) };
  d.y = (TramaScale) { data->minimum, data->maximum, height - MARGIN, MARGIN };
  if (!isnan (data->threshold))
    trama_scene_builder_add_line (builder, d.x.place_from, place_y (&d, data->threshold),
                                  d.x.place_to, place_y (&d, data->threshold), &hair);
  trama_chart_table_set_headers (table, _ ("Month"), data->label != NULL ? data->label : "");
  for (guint i = 0; i < data->n_values; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *value = format_value (data, style, data->values[i]);

      trama_chart_table_add_row (table, number, value);
    }
  if (data->at_most != NULL)
    draw_band (&d);
  last = draw_line (&d);
  said = say (data, style, last);
  if (last != G_MAXUINT)
    {
      trama_scene_builder_add_item (builder, "programme", data->record, data->label, said,
                                    TRAMA_SCENE_NO_DATE);
      trama_scene_builder_add_target (builder, 0, 0, width, height);
      trama_scene_builder_add_mark (builder, TRAMA_MARK_DISC, place_x (&d, last),
                                    place_y (&d, data->values[last]), DOT, &dot);
    }
  sentence = data->label != NULL && *data->label != '\0'
                 ? g_strdup_printf ("%s: %s", data->label, said)
                 : g_steal_pointer (&said);
  return trama_scene_builder_finish (builder, sentence, g_steal_pointer (&table));
}
