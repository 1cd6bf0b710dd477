/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-chart-axis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP_LEFT 6.0
#define GAP_BELOW 5.5
/* Centre to centre, labels of an axis need this much more than their width. */
#define GAP_BETWEEN 8.0

double
trama_chart_put (TramaSceneBuilder *builder, const char *text, TramaTextRole role,
                 TramaColourRole colour, TramaAlign align, TramaVertical vertical, double x,
                 double y)
{
  const TramaTextSpec spec
      = { .text = text, .role = role, .colour = colour, .align = align, .vertical = vertical };

  return trama_scene_builder_add_text (builder, &spec, x, y);
}

double
trama_chart_text_width (TramaSceneBuilder *builder, const char *text, TramaTextRole role,
                        gboolean bold)
{
  const TramaTextSpec spec = { .text = text, .role = role, .bold = bold };
  double width = 0;

  trama_scene_builder_get_text_size (builder, &spec, &width, NULL);
  return width;
}

char *
trama_chart_percent (const TramaChartStyle *style, double fraction, int digits)
{
  g_autofree char *number = trama_chart_style_format (style, fraction * 100, digits, FALSE);

  /* Translators: a share in per cent: some languages put a space before the sign */
  return g_strdup_printf (C_ ("share", "%s%%"), number);
}

static char *
label_value (TramaSceneBuilder *builder, double value, const TramaAxisFormat *format, gboolean last)
{
  const TramaChartStyle *style = trama_scene_builder_get_style (builder);
  g_autofree char *number = NULL;

  if (format->percent && last)
    return trama_chart_percent (style, value, format->digits);
  number = trama_chart_style_format (style, format->percent ? value * 100 : value, format->digits,
                                     FALSE);
  if (last && format->unit != NULL)
    return g_strdup_printf ("%s %s", number, format->unit);
  return g_steal_pointer (&number);
}

/* Values a little past the end by rounding still count. */
static gboolean
beyond (double value, double end, double step)
{
  return step > 0 ? value > end + step * 1e-6 : value < end + step * 1e-6;
}

double
trama_chart_axis_measure_values (TramaSceneBuilder *builder, const TramaScale *scale, double step,
                                 const TramaAxisFormat *format)
{
  double widest = 0;

  for (double value = ceil (scale->from / step - 1e-6) * step; !beyond (value, scale->to, step);
       value += step)
    {
      g_autofree char *text
          = label_value (builder, value, format, beyond (value + step, scale->to, step));

      widest = MAX (widest, trama_chart_text_width (builder, text, TRAMA_TEXT_LABEL, FALSE));
    }
  return widest + GAP_LEFT;
}

void
trama_chart_axis_add_values (TramaSceneBuilder *builder, const TramaBox *plot,
                             const TramaScale *scale, double step, const TramaAxisFormat *format)
{
  const TramaPaint grid = { .stroke = TRAMA_COLOUR_GRID, .width = TRAMA_WIDTH_GRID };

  for (double value = ceil (scale->from / step - 1e-6) * step; !beyond (value, scale->to, step);
       value += step)
    {
      double y = trama_scale_place (scale, value);
      g_autofree char *text
          = label_value (builder, value, format, beyond (value + step, scale->to, step));

      trama_scene_builder_add_line (builder, plot->x, y, plot->x + plot->width, y, &grid);
      trama_chart_put (builder, text, TRAMA_TEXT_LABEL, TRAMA_COLOUR_SECOND, TRAMA_ALIGN_END,
                       TRAMA_CENTRE, plot->x - GAP_LEFT, y);
    }
}

double
trama_chart_axis_get_depth (TramaSceneBuilder *builder)
{
  return GAP_BELOW + trama_scene_builder_get_leading (builder, TRAMA_TEXT_LABEL);
}

static void
add_axis_line (TramaSceneBuilder *builder, const TramaBox *plot)
{
  const TramaPaint paint = { .stroke = TRAMA_COLOUR_AXIS, .width = TRAMA_WIDTH_AXIS };

  trama_scene_builder_add_line (builder, plot->x, plot->y + plot->height, plot->x + plot->width,
                                plot->y + plot->height, &paint);
}

/* Centred at @x, but never over the scene's edges or what is left of @free_from. Returns where it
 * ends, or @free_from if it found no room. */
static double
add_bottom_label (TramaSceneBuilder *builder, const char *text, double x, double y,
                  double free_from)
{
  double width = trama_chart_text_width (builder, text, TRAMA_TEXT_LABEL, FALSE);
  double left
      = CLAMP (x - width / 2, 0, MAX (trama_scene_builder_get_width (builder) - width - 0.5, 0));

  if (left < free_from)
    return free_from;
  trama_chart_put (builder, text, TRAMA_TEXT_LABEL, TRAMA_COLOUR_SECOND, TRAMA_ALIGN_START,
                   TRAMA_TOP, left, y);
  return left + width + GAP_BETWEEN / 2;
}

void
trama_chart_axis_add_positions (TramaSceneBuilder *builder, const TramaBox *plot,
                                const TramaScale *scale, double first, double step,
                                const TramaAxisFormat *format)
{
  double y = plot->y + plot->height + GAP_BELOW;
  double free_from = -1;

  add_axis_line (builder, plot);
  for (double value = first; !beyond (value, scale->to, step); value += step)
    {
      g_autofree char *text
          = label_value (builder, value, format, beyond (value + step, scale->to, step));

      free_from = add_bottom_label (builder, text, trama_scale_place (scale, value), y, free_from);
    }
}

void
trama_chart_axis_add_dates (TramaSceneBuilder *builder, const TramaBox *plot,
                            const TramaScale *scale)
{
  const TramaPaint paint = { .stroke = TRAMA_COLOUR_AXIS, .width = TRAMA_WIDTH_AXIS };
  double bottom = plot->y + plot->height;
  double widest = trama_chart_text_width (builder, "Mar 2028", TRAMA_TEXT_LABEL, FALSE);
  guint max_labels = (guint) MAX (plot->width / (widest + GAP_BETWEEN), 1);
  g_autoptr (GArray) ticks
      = trama_scale_date_ticks ((gint32) scale->from, (gint32) scale->to, max_labels);
  double free_from = -1;

  add_axis_line (builder, plot);
  for (guint i = 0; i < ticks->len; i++)
    {
      const TramaDateTick *tick = &g_array_index (ticks, TramaDateTick, i);
      double x = trama_scale_place (scale, tick->day);
      double length = tick->label != NULL ? 3.5 : 2;

      trama_scene_builder_add_line (builder, x, bottom, x, bottom + length, &paint);
      if (tick->label != NULL)
        free_from = add_bottom_label (builder, tick->label, x, bottom + GAP_BELOW + 1, free_from);
    }
  trama_scene_builder_set_date_axis (builder, (gint32) scale->from,
                                     trama_scale_place (scale, scale->from), (gint32) scale->to,
                                     trama_scale_place (scale, scale->to));
}
