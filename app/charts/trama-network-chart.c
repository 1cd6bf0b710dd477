/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LARGEST 10.0
#define SMALLEST_LARGEST 3.2
#define COVERED 0.03
#define LANE_GAP 9.0
#define EDGE 8.0
/* Outlines and the ends of lines stay clear of the picture's edge, as the lanes' names do. */
#define LEGEND_INSET 4.0
#define LEGEND_GAP 10.0
#define LEAST_PLOT 40.0

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
has_column (const TramaNetworkChart *data)
{
  return data->n_lanes > 0 && data->column_x1 > data->column_x0;
}

static double
place_x (const TramaNetworkDrawing *d, double x)
{
  return d->left + CLAMP (x, 0, 1) * (d->right - d->left);
}

static double
place_y (const TramaNetworkDrawing *d, double y)
{
  return d->top + CLAMP (y, 0, 1) * (d->bottom - d->top);
}

static double
find_maximum (const TramaNetworkChart *data)
{
  double maximum = data->value_maximum;

  if (data->value_unit == NULL)
    return 0;
  for (guint i = 0; i < data->n_nodes && data->value_maximum <= 0; i++)
    if (data->nodes[i].kind == TRAMA_NODE_FIRM && data->nodes[i].value > maximum)
      maximum = data->nodes[i].value;
  return maximum;
}

/* The lane a node lies in; −1: none. */
static int
find_lane (const TramaNetworkChart *data, const TramaNetworkNode *node)
{
  if (trama_network_in_column (data, (guint) (node - data->nodes)))
    return -1;
  for (guint i = 0; i < data->n_lanes; i++)
    if (node->y >= data->lanes[i].y0 && node->y <= data->lanes[i].y1)
      return (int) i;
  return -1;
}

/* In a free layout a few marks may lie over the edge of another, but not over its middle: else one
 * close pair would make all of them too small to compare. */
static gboolean
any_overlap (const TramaNetworkDrawing *d)
{
  guint n = d->data->n_nodes;
  gboolean strict = d->data->n_lanes > 0;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        double dx = d->spots[i].x - d->spots[j].x, dy = d->spots[i].y - d->spots[j].y;
        double larger = MAX (d->spots[i].r, d->spots[j].r);
        double apart = strict ? d->spots[i].r + d->spots[j].r + 1
                              : larger + 0.4 * MIN (d->spots[i].r, d->spots[j].r);

        if (dx * dx + dy * dy < apart * apart)
          return TRUE;
      }
  return FALSE;
}

/* So that all circles together cover a part of the plot: a few hubs may be large among many small. */
static double
find_largest (const TramaNetworkDrawing *d)
{
  double area = d->plot.width * d->plot.height, sum = 0;

  if (d->data->n_lanes > 0 || d->maximum <= 0)
    return CLAMP (0.16 * sqrt (area / MAX (d->data->n_nodes, 1)), SMALLEST_LARGEST, LARGEST);
  for (guint i = 0; i < d->data->n_nodes; i++)
    if (d->data->nodes[i].value > 0)
      sum += d->data->nodes[i].value;
  return CLAMP (sqrt (COVERED * area * d->maximum / (G_PI * MAX (sum, 1e-9))), SMALLEST_LARGEST,
                LARGEST);
}

/* Circles as large as the room allows, but none over another if that can be helped. */
static void
find_spots (TramaNetworkDrawing *d)
{
  const TramaNetworkChart *data = d->data;
  guint n = data->n_nodes;

  d->spots = g_new0 (TramaNetworkSpot, MAX (n, 1));
  d->maximum = find_maximum (data);
  d->largest = find_largest (d);
  for (guint i = 0; i < n; i++)
    {
      d->spots[i].x = place_x (d, data->nodes[i].x);
      d->spots[i].y = place_y (d, data->nodes[i].y);
      d->spots[i].lane = find_lane (data, &data->nodes[i]);
    }
  for (guint round = 0;; round++)
    {
      for (guint i = 0; i < n; i++)
        d->spots[i].r = trama_network_radius (d, &data->nodes[i]);
      if (round == 8 || d->largest <= SMALLEST_LARGEST || n > 1000 || !any_overlap (d))
        return;
      d->largest = MAX (d->largest * 0.86, SMALLEST_LARGEST);
    }
}

static void
put_two_lines (TramaNetworkDrawing *d, const char *label, const char *sub_label, gboolean bold,
               double x, double y, double width)
{
  double leading = trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_LABEL);
  TramaTextSpec spec
      = { .text = label, .bold = bold, .vertical = TRAMA_CENTRE, .width = width, .max_lines = 1 };
  gboolean two = is_set (sub_label);

  if (is_set (label))
    trama_scene_builder_add_text (d->builder, &spec, x, y - (two ? leading / 2 : 0));
  spec.text = sub_label;
  spec.bold = FALSE;
  spec.role = TRAMA_TEXT_NODE;
  spec.colour = TRAMA_COLOUR_SECOND;
  if (two)
    trama_scene_builder_add_text (d->builder, &spec, x, y + leading / 2);
}

static void
draw_lanes (TramaNetworkDrawing *d)
{
  static const TramaColourRole tints[] = { TRAMA_COLOUR_NONE, TRAMA_COLOUR_LANE_WORKSHOP,
                                           TRAMA_COLOUR_LANE_MIDDLE, TRAMA_COLOUR_LANE_LEADING };
  const TramaPaint hair = { .stroke = TRAMA_COLOUR_GRID, .width = TRAMA_WIDTH_GRID };
  const TramaNetworkChart *data = d->data;
  double right
      = has_column (data) ? place_x (d, data->column_x0) - LANE_GAP : d->plot.x + d->plot.width;

  for (guint i = 0; i < data->n_lanes; i++)
    {
      const TramaNetworkLane *lane = &data->lanes[i];
      const TramaPaint tint = { .fill = tints[lane->tier] };
      double y0 = place_y (d, lane->y0), y1 = place_y (d, lane->y1);

      if (!lane->plain && tint.fill != TRAMA_COLOUR_NONE)
        trama_scene_builder_add_rectangle (d->builder, d->plot.x, y0, right - d->plot.x, y1 - y0, 0,
                                           &tint);
      if (!lane->plain)
        {
          trama_scene_builder_add_line (d->builder, d->plot.x, y0, right, y0, &hair);
          trama_scene_builder_add_line (d->builder, d->plot.x, y1, right, y1, &hair);
        }
      put_two_lines (d, lane->label, lane->sub_label,
                     !lane->plain && lane->tier != TRAMA_CHART_TIER_UNKNOWN, d->plot.x + 4,
                     (y0 + y1) / 2, d->left - d->plot.x - 12);
    }
}

/* The band of the institutions, as high as the tinted lanes, its name above it. */
static void
draw_column (TramaNetworkDrawing *d)
{
  const TramaPaint tint = { .fill = TRAMA_COLOUR_LANE_INSTITUTION };
  const TramaNetworkChart *data = d->data;
  double x0, x1, y0 = 1, y1 = 0, leading;
  gboolean two = is_set (data->column_sub_label);

  if (!has_column (data))
    return;
  leading = trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_LABEL);
  for (guint i = 0; i < data->n_lanes; i++)
    if (!data->lanes[i].plain)
      {
        y0 = MIN (y0, data->lanes[i].y0);
        y1 = MAX (y1, data->lanes[i].y1);
      }
  if (y1 <= y0)
    y0 = 0, y1 = 1;
  x0 = place_x (d, data->column_x0);
  x1 = place_x (d, data->column_x1);
  trama_scene_builder_add_rectangle (d->builder, x0, place_y (d, y0), x1 - x0,
                                     place_y (d, y1) - place_y (d, y0), 0, &tint);
  d->column_name = (TramaBox) { x0, place_y (d, y0) - (two ? 2 : 1) * leading - 3, x1 - x0,
                                (two ? 2 : 1) * leading + 3 };
  put_two_lines (d, data->column_label, data->column_sub_label, TRUE, x0 + 4,
                 place_y (d, y0) - (two ? leading : leading * 0.6) - 1, x1 - x0 - 4);
}

static double
measure_lane_labels (const TramaNetworkDrawing *d)
{
  double widest = 0;

  for (guint i = 0; i < d->data->n_lanes; i++)
    {
      const TramaNetworkLane *lane = &d->data->lanes[i];

      if (is_set (lane->label))
        widest = MAX (widest,
                      trama_chart_text_width (d->builder, lane->label, TRAMA_TEXT_LABEL, TRUE));
      if (is_set (lane->sub_label))
        widest = MAX (widest,
                      trama_chart_text_width (d->builder, lane->sub_label, TRAMA_TEXT_NODE, FALSE));
    }
  return MIN (widest, d->plot.width * 0.22);
}

/* The column's name stands above its band: where no lane without a tint leaves room, above all. */
static double
room_for_column_label (const TramaNetworkDrawing *d)
{
  const TramaNetworkChart *data = d->data;
  double y0 = 1, leading = trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_LABEL);
  double needed = (is_set (data->column_sub_label) ? 2 : 1) * leading + 3;

  if (!has_column (data) || !is_set (data->column_label))
    return 0;
  for (guint i = 0; i < data->n_lanes; i++)
    if (!data->lanes[i].plain)
      y0 = MIN (y0, data->lanes[i].y0);
  return MAX (needed - y0 * d->plot.height, 0);
}

static void
set_frame (TramaNetworkDrawing *d)
{
  gboolean lanes = d->data->n_lanes > 0;

  d->left = d->plot.x + (lanes ? measure_lane_labels (d) + 20 : EDGE + LARGEST);
  d->right = d->plot.x + d->plot.width - (has_column (d->data) ? 0 : EDGE + LARGEST);
  d->right = MAX (d->right, d->left + 10);
  d->top = d->plot.y + (lanes ? room_for_column_label (d) : EDGE);
  d->bottom = d->plot.y + d->plot.height - (lanes ? 0 : EDGE + 6);
  d->bottom = MAX (d->bottom, d->top + 10);
}

/* So low that every lane still holds its own name. */
static double
least_plot (const TramaNetworkDrawing *d)
{
  double leading = trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_LABEL);
  double least = LEAST_PLOT;

  for (guint i = 0; i < d->data->n_lanes; i++)
    {
      const TramaNetworkLane *lane = &d->data->lanes[i];
      double lines = (is_set (lane->label) ? 1 : 0) + (is_set (lane->sub_label) ? 1 : 0);

      if (lane->y1 > lane->y0 + 0.01)
        least = MAX (least, (lines * leading + 1) / (lane->y1 - lane->y0));
    }
  return least;
}

/* What the legend takes is left out of the plot; the picture grows where that is not enough. */
static void
share_height (TramaNetworkDrawing *d, double below)
{
  double whole = d->plot.height, least = least_plot (d);

  d->plot.height = MAX (whole - below, least);
  if (d->plot.height + below > whole)
    trama_scene_builder_set_height (d->builder, trama_scene_builder_get_height (d->builder)
                                                    + d->plot.height + below - whole);
}

static gboolean
is_sound (const TramaNetworkChart *data)
{
  for (guint i = 0; i < data->n_nodes; i++)
    if (data->nodes[i].category > data->n_categories)
      return FALSE;
  for (guint i = 0; i < data->n_ties; i++)
    if (data->ties[i].from >= data->n_nodes || data->ties[i].to >= data->n_nodes)
      return FALSE;
  return TRUE;
}

TramaScene *
trama_network_chart_new (const TramaNetworkChart *data, const TramaChartStyle *style, double width,
                         double height)
{
  g_autoptr (TramaSceneBuilder) builder = NULL;
  g_autoptr (TramaChartLegend) legend = NULL;
  g_autofree char *said = NULL;
  g_autofree char *sentence = NULL;
  TramaNetworkDrawing d = { .data = data };
  double legend_height = 0, legend_width = MAX (width - 2 * LEGEND_INSET, 1);

  g_return_val_if_fail (data != NULL && style != NULL, NULL);
  g_return_val_if_fail (data->n_nodes == 0 || data->nodes != NULL, NULL);
  g_return_val_if_fail (data->n_categories <= TRAMA_NETWORK_MAX_CATEGORIES, NULL);
  g_return_val_if_fail (is_sound (data), NULL);

  builder = trama_scene_builder_new (style, width, height > 0 ? height : width * 0.75);
  d.builder = builder;
  d.information = trama_network_has_information (data);
  d.plot = trama_chart_frame_add (&data->frame, builder, 0);
  if (data->legend)
    {
      /* What it says is known before the sizes are: its height does not hang on them. */
      legend = trama_network_make_legend (data, LARGEST, find_maximum (data), style);
      legend_height = trama_chart_legend_measure (legend, builder, legend_width);
    }
  share_height (&d, legend_height > 0 ? legend_height + LEGEND_GAP : 0);
  set_frame (&d);
  find_spots (&d);
  d.curves = g_new0 (TramaNetworkCurve, MAX (data->n_ties, 1));
  trama_network_route (&d);
  trama_network_add_items (&d);
  draw_lanes (&d);
  draw_column (&d);
  trama_network_draw_ties (&d);
  trama_network_draw_nodes (&d);
  trama_network_label (&d);
  if (legend_height > 0)
    {
      g_autoptr (TramaChartLegend) sized
          = trama_network_make_legend (data, d.largest, d.maximum, style);

      trama_chart_legend_add (sized, builder, LEGEND_INSET, d.plot.y + d.plot.height + LEGEND_GAP,
                              legend_width);
    }
  g_free (d.spots);
  g_free (d.curves);
  said = trama_network_say (data);
  sentence = trama_chart_frame_make_sentence (&data->frame, said);
  return trama_scene_builder_finish (builder, sentence, trama_network_make_table (data));
}

TramaScene *
trama_network_chart_new_legend (const TramaNetworkChart *data, const TramaChartStyle *style,
                                double width)
{
  g_autoptr (TramaSceneBuilder) builder = NULL;
  g_autoptr (TramaChartLegend) legend = NULL;

  g_return_val_if_fail (data != NULL && style != NULL, NULL);
  g_return_val_if_fail (data->n_categories <= TRAMA_NETWORK_MAX_CATEGORIES && is_sound (data),
                        NULL);

  builder = trama_scene_builder_new (style, width, 1);
  legend = trama_network_make_legend (data, LARGEST * 0.8, find_maximum (data), style);
  trama_chart_legend_set_columns (legend, TRUE);
  width = MAX (width - 2 * LEGEND_INSET, 1);
  trama_scene_builder_set_height (builder, trama_chart_legend_measure (legend, builder, width) + 2);
  trama_chart_legend_add (legend, builder, LEGEND_INSET, 0, width);
  return trama_scene_builder_finish (builder, _ ("Legend"), NULL);
}
