/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-chart-frame.h"

#include <string.h>

#define GAP_BELOW_HEADING 9.0
#define GAP_ABOVE_SOURCE 8.0

/* Title and subtitle from y = 0; returns where the plot may begin. Draws nothing unless @draw. */
static double
set_heading (const TramaChartFrame *frame, TramaSceneBuilder *builder, gboolean draw)
{
  double width = trama_scene_builder_get_width (builder);
  double y = 0;

  if (frame->title != NULL && *frame->title != '\0')
    {
      gboolean numbered = frame->number != NULL && *frame->number != '\0';
      g_autofree char *text = numbered ? g_strconcat (frame->number, "  ", frame->title, NULL)
                                       : g_strdup (frame->title);
      TramaTextSpec spec = { .text = text,
                             .role = TRAMA_TEXT_TITLE,
                             .vertical = TRAMA_TOP,
                             .width = width,
                             .regular = numbered };
      double height;

      if (numbered)
        {
          spec.strong_from = (guint) strlen (frame->number);
          spec.strong_to = (guint) strlen (text);
        }
      trama_scene_builder_get_text_size (builder, &spec, NULL, &height);
      /* Accents on capitals need a little room above them. */
      y += 2.5;
      if (draw)
        trama_scene_builder_add_text (builder, &spec, 0, y);
      y += height;
    }
  if (frame->subtitle != NULL && *frame->subtitle != '\0')
    {
      const TramaTextSpec spec = { .text = frame->subtitle,
                                   .role = TRAMA_TEXT_SUBTITLE,
                                   .colour = TRAMA_COLOUR_SECOND,
                                   .vertical = TRAMA_TOP,
                                   .width = width };
      double height;

      trama_scene_builder_get_text_size (builder, &spec, NULL, &height);
      y += y > 0 ? 5 : 2.5;
      if (draw)
        trama_scene_builder_add_text (builder, &spec, 0, y);
      y += height;
    }
  if (y > 0)
    y += GAP_BELOW_HEADING;
  return MAX (y, frame->plot_top);
}

double
trama_chart_frame_measure (const TramaChartFrame *frame, const TramaChartStyle *style, double width)
{
  g_autoptr (TramaSceneBuilder) builder = NULL;

  g_return_val_if_fail (frame != NULL && style != NULL, 0);

  builder = trama_scene_builder_new (style, width, 1);
  return set_heading (frame, builder, FALSE);
}

TramaBox
trama_chart_frame_add (const TramaChartFrame *frame, TramaSceneBuilder *builder, double plot_height)
{
  double width = trama_scene_builder_get_width (builder);
  double top = set_heading (frame, builder, TRUE);
  gboolean has_source = frame->source != NULL && *frame->source != '\0';
  const TramaTextSpec source = { .text = frame->source,
                                 .role = TRAMA_TEXT_NODE,
                                 .colour = TRAMA_COLOUR_SECOND,
                                 .vertical = TRAMA_TOP,
                                 .width = width };
  double source_height = 0, below;
  TramaBox plot = { 0, top, width, plot_height };

  if (has_source)
    trama_scene_builder_get_text_size (builder, &source, NULL, &source_height);
  /* What hangs under the last baseline needs room too. */
  below = has_source ? GAP_ABOVE_SOURCE + source_height + 2 : 0;
  if (plot_height <= 0)
    plot.height
        = MAX (trama_scene_builder_get_height (builder) - top - below, TRAMA_CHART_LEAST_PLOT);
  trama_scene_builder_set_height (builder, top + plot.height + below);
  if (has_source)
    trama_scene_builder_add_text (builder, &source, 0, plot.y + plot.height + GAP_ABOVE_SOURCE);
  return plot;
}

double
trama_chart_frame_measure_all (const TramaChartFrame *frame, TramaSceneBuilder *builder)
{
  double height = set_heading (frame, builder, FALSE);

  if (frame->source != NULL && *frame->source != '\0')
    {
      const TramaTextSpec source = { .text = frame->source,
                                     .role = TRAMA_TEXT_NODE,
                                     .width = trama_scene_builder_get_width (builder) };
      double source_height;

      trama_scene_builder_get_text_size (builder, &source, NULL, &source_height);
      height += GAP_ABOVE_SOURCE + source_height + 2;
    }
  return height;
}

char *
trama_chart_frame_make_sentence (const TramaChartFrame *frame, const char *made_of_data)
{
  gboolean has_data = made_of_data != NULL && *made_of_data != '\0';
  const char *first = frame->title != NULL && *frame->title != '\0' ? frame->title : frame->finding;

  if (frame->sentence != NULL && *frame->sentence != '\0')
    return g_strdup (frame->sentence);
  if (first == NULL || *first == '\0')
    return g_strdup (has_data ? made_of_data : "");
  /* What the data says may be what the title says already. */
  if (!has_data || g_str_equal (first, made_of_data))
    return g_strdup (first);
  return g_strconcat (first, ". ", made_of_data, NULL);
}
