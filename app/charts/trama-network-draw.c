/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The marks and lines of the network. */

#include "trama-network-private.h"

#include <math.h>

const TramaPaint trama_network_institution_paint = { .fill = TRAMA_COLOUR_SECOND };
const TramaPaint trama_network_outside_paint
    = { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_INK, .width = TRAMA_WIDTH_REFERENCE };
const TramaPaint trama_network_broker_paint
    = { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_INK, .width = 2.6 };
const TramaPaint trama_network_off_paint = { .fill = TRAMA_COLOUR_GROUND,
                                             .stroke = TRAMA_COLOUR_AXIS,
                                             .width = TRAMA_WIDTH_SECOND,
                                             .dash = TRAMA_DASH_GHOST };
const TramaPaint trama_network_alone_paint
    = { .stroke = TRAMA_COLOUR_CATEGORY_2, .width = 1.3, .dash = TRAMA_DASH_FINE };

TramaPaint
trama_network_firm_paint (TramaChartTier tier, gboolean member)
{
  static const TramaColourRole fills[] = { TRAMA_COLOUR_GROUND, TRAMA_COLOUR_TIER_WORKSHOP,
                                           TRAMA_COLOUR_TIER_MIDDLE, TRAMA_COLOUR_TIER_LEADING };

  if (tier == TRAMA_CHART_TIER_UNKNOWN)
    return (TramaPaint) { .fill = TRAMA_COLOUR_GROUND,
                          .stroke = TRAMA_COLOUR_TIER_EDGE,
                          .width = TRAMA_WIDTH_REFERENCE,
                          .dash = TRAMA_DASH_FINE };
  if (member)
    return (TramaPaint) { .fill = fills[tier],
                          .stroke = TRAMA_COLOUR_TIER_EDGE,
                          .width = TRAMA_WIDTH_RULE };
  /* The faintest tier would not hold as a line. */
  return (TramaPaint) { .fill = TRAMA_COLOUR_GROUND,
                        .stroke = tier == TRAMA_CHART_TIER_LEADING ? TRAMA_COLOUR_TIER_LEADING
                                                                   : TRAMA_COLOUR_TIER_MIDDLE,
                        .width = TRAMA_WIDTH_SECOND };
}

gboolean
trama_network_in_column (const TramaNetworkChart *data, guint node)
{
  return data->n_lanes > 0 && data->column_x1 > data->column_x0
         && data->nodes[node].x >= data->column_x0;
}

double
trama_network_radius (const TramaNetworkDrawing *d, const TramaNetworkNode *node)
{
  /* A ring of dashes needs room to be one. */
  double least = MAX (d->largest * 0.3, node->tier == TRAMA_CHART_TIER_UNKNOWN ? 2.8 : 1.8);
  double scale = CLAMP (d->largest / 8, 0.5, 1);

  switch (node->kind)
    {
    case TRAMA_NODE_INSTITUTION:
      return TRAMA_NETWORK_INSTITUTION * MAX (scale, 0.8);
    case TRAMA_NODE_OUTSIDE:
      return TRAMA_NETWORK_OUTSIDE * MAX (scale, 0.8);
    case TRAMA_NODE_BROKER:
      return TRAMA_NETWORK_BROKER;
    case TRAMA_NODE_FIRM:
    default:
      if (d->maximum <= 0)
        return MAX (d->largest * 0.55, least);
      if (!(node->value >= 0))
        return MAX (d->largest * 0.4, least);
      return MAX (d->largest * sqrt (MIN (node->value / d->maximum, 1)), least);
    }
}

gboolean
trama_network_has_arrow (TramaTieKind kind)
{
  return kind == TRAMA_TIE_SUBCONTRACTING || kind == TRAMA_TIE_SUPPLY || kind == TRAMA_TIE_SALES
         || kind == TRAMA_TIE_SERVICE;
}

gboolean
trama_network_is_unstated (TramaTieKind kind)
{
  return kind == TRAMA_TIE_OTHER || kind == TRAMA_TIE_NOT_RECORDED;
}

gboolean
trama_network_has_information (const TramaNetworkChart *data)
{
  for (guint i = 0; i < data->n_ties; i++)
    if (data->ties[i].kind == TRAMA_TIE_INFORMATION)
      return TRUE;
  return FALSE;
}

TramaPaint
trama_network_kind_paint (TramaTieKind kind, gboolean information)
{
  static const double widths[TRAMA_N_TIE_KINDS] = {
    [TRAMA_TIE_SUBCONTRACTING] = 1.25, [TRAMA_TIE_SUPPLY] = 1.25,
    [TRAMA_TIE_SALES] = 1.25,          [TRAMA_TIE_COOPERATION] = 1.5,
    [TRAMA_TIE_INFORMATION] = 0.6,     [TRAMA_TIE_FINANCE] = 1.3,
    [TRAMA_TIE_SERVICE] = 0.6,         [TRAMA_TIE_OTHER] = 0.6,
    [TRAMA_TIE_NOT_RECORDED] = 0.6,
  };
  TramaPaint paint = { .stroke = TRAMA_COLOUR_SECOND, .width = widths[kind] };

  if (kind == TRAMA_TIE_FINANCE)
    paint.dash = TRAMA_DASH_DOT;
  else if (trama_network_is_unstated (kind) && information)
    paint.dash = TRAMA_DASH_FINE;
  if (kind == TRAMA_TIE_INFORMATION || trama_network_is_unstated (kind))
    paint.stroke = TRAMA_COLOUR_AXIS;
  return paint;
}

static double
tie_width (const TramaNetworkTie *tie)
{
  static const double cooperation[] = { 1.05, 1.5, 1.95 };
  static const double subcontracting[] = { 0.85, 1.25, 1.65 };
  int strength = CLAMP (tie->strength, 1, 3) - 1;

  switch (tie->kind)
    {
    case TRAMA_TIE_COOPERATION:
      return cooperation[strength];
    case TRAMA_TIE_INFORMATION:
    case TRAMA_TIE_SERVICE:
    case TRAMA_TIE_OTHER:
    case TRAMA_TIE_NOT_RECORDED:
      return 0.6;
    case TRAMA_TIE_FINANCE:
      return 1.3;
    case TRAMA_TIE_SUBCONTRACTING:
    case TRAMA_TIE_SUPPLY:
    case TRAMA_TIE_SALES:
    case TRAMA_N_TIE_KINDS:
    default:
      return subcontracting[strength];
    }
}

TramaPaint
trama_network_tie_paint (const TramaNetworkTie *tie, gboolean information, double scale)
{
  TramaPaint paint = trama_network_kind_paint (tie->kind, information);

  paint.width = MAX (tie_width (tie) * scale, 0.5);
  if (tie->gone)
    {
      paint.stroke = TRAMA_COLOUR_AXIS;
      paint.width = TRAMA_WIDTH_REFERENCE;
      paint.dash = TRAMA_DASH_GHOST;
      return paint;
    }
  switch (tie->change)
    {
    case TRAMA_CHANGE_KEPT:
      paint.stroke = TRAMA_COLOUR_AXIS;
      /* What did not change steps back. */
      paint.width = MAX (paint.width * 0.66, 0.5);
      break;
    case TRAMA_CHANGE_NEW:
      paint.stroke = TRAMA_COLOUR_CATEGORY_1;
      paint.width = MAX (paint.width * 1.15, 1);
      break;
    case TRAMA_CHANGE_LOST:
      paint.stroke = TRAMA_COLOUR_CATEGORY_2;
      paint.width = MAX (paint.width, 1);
      paint.dash = TRAMA_DASH_LONG;
      break;
    case TRAMA_CHANGE_NONE:
    default:
      break;
    }
  return paint;
}

static void
draw_notch (TramaNetworkDrawing *d, const TramaNetworkCurve *curve, TramaColourRole colour)
{
  const TramaPaint paint = { .stroke = colour, .width = TRAMA_WIDTH_REFERENCE };
  double x = (curve->x[0] + 3 * curve->x[1] + 3 * curve->x[2] + curve->x[3]) / 8;
  double y = (curve->y[0] + 3 * curve->y[1] + 3 * curve->y[2] + curve->y[3]) / 8;
  double dx = curve->x[3] + curve->x[2] - curve->x[1] - curve->x[0];
  double dy = curve->y[3] + curve->y[2] - curve->y[1] - curve->y[0];
  double norm = hypot (dx, dy);

  if (norm <= 0)
    return;
  dx *= 3 / norm;
  dy *= 3 / norm;
  trama_scene_builder_add_line (d->builder, x - dy, y + dx, x + dy, y - dx, &paint);
}

static void
draw_tie (TramaNetworkDrawing *d, const TramaNetworkTie *tie, const TramaNetworkCurve *curve)
{
  TramaPaint paint
      = trama_network_tie_paint (tie, d->information, CLAMP (d->largest / 7, 0.62, 1));
  gboolean arrow = trama_network_has_arrow (tie->kind);
  double dx = curve->x[3] - curve->x[2], dy = curve->y[3] - curve->y[2];
  double norm = MAX (hypot (dx, dy), 1e-6);
  double head = arrow ? 3 + paint.width : 0;
  /* The line ends inside its head, not at the tip. */
  double x = curve->x[3] - dx / norm * head * 0.7, y = curve->y[3] - dy / norm * head * 0.7;

  trama_scene_builder_move_to (d->builder, curve->x[0], curve->y[0]);
  if (curve->straight)
    trama_scene_builder_line_to (d->builder, x, y);
  else
    trama_scene_builder_curve_to (d->builder, curve->x[1], curve->y[1], curve->x[2], curve->y[2], x,
                                  y);
  trama_scene_builder_paint (d->builder, &paint);
  if (arrow)
    trama_scene_builder_add_arrowhead (d->builder, curve->x[3], curve->y[3], dx, dy, head,
                                       paint.stroke);
  if (tie->mediated)
    draw_notch (d, curve, paint.stroke);
}

/* What is above: kept under gone under lost under new. */
static guint
layer_of (const TramaNetworkTie *tie)
{
  if (tie->gone)
    return 1;
  switch (tie->change)
    {
    case TRAMA_CHANGE_NEW:
      return 3;
    case TRAMA_CHANGE_LOST:
      return 2;
    case TRAMA_CHANGE_NONE:
    case TRAMA_CHANGE_KEPT:
    default:
      return 0;
    }
}

void
trama_network_draw_ties (TramaNetworkDrawing *d)
{
  guint first = d->data->n_nodes;

  /* Ties' items follow the nodes' in the data's order; only the drawing is in layers. */
  for (guint layer = 0; layer < 4; layer++)
    for (guint i = 0; i < d->data->n_ties; i++)
      {
        const TramaNetworkTie *tie = &d->data->ties[i];

        if (tie->from == tie->to || layer_of (tie) != layer)
          continue;
        trama_scene_builder_set_item (d->builder, first + i);
        draw_tie (d, tie, &d->curves[i]);
      }
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

static void
draw_node (TramaNetworkDrawing *d, const TramaNetworkNode *node, const TramaNetworkSpot *spot)
{
  const TramaPaint selected = { .fill = TRAMA_COLOUR_GROUND,
                                .stroke = TRAMA_COLOUR_CATEGORY_1,
                                .width = TRAMA_WIDTH_MAIN };
  TramaPaint paint;
  TramaMark mark = TRAMA_MARK_DISC;
  double r = spot->r;

  if (node->selected)
    trama_scene_builder_add_mark (d->builder, TRAMA_MARK_DISC, spot->x, spot->y, r + 3.4,
                                  &selected);
  switch (node->kind)
    {
    case TRAMA_NODE_INSTITUTION:
      paint = trama_network_institution_paint;
      mark = TRAMA_MARK_SQUARE;
      break;
    case TRAMA_NODE_OUTSIDE:
      paint = trama_network_outside_paint;
      mark = TRAMA_MARK_DIAMOND;
      break;
    case TRAMA_NODE_BROKER:
      paint = trama_network_broker_paint;
      break;
    case TRAMA_NODE_FIRM:
    default:
      paint = trama_network_firm_paint (node->tier, node->member);
      break;
    }
  if (node->off)
    paint = trama_network_off_paint;
  trama_scene_builder_add_mark (d->builder, mark, spot->x, spot->y,
                                MAX (r - (mark == TRAMA_MARK_DISC ? paint.width / 2 : 0), 0.8),
                                &paint);
  if (node->alone)
    trama_scene_builder_add_mark (d->builder, TRAMA_MARK_DISC, spot->x, spot->y, r + 3,
                                  &trama_network_alone_paint);
}

void
trama_network_draw_nodes (TramaNetworkDrawing *d)
{
  for (guint i = 0; i < d->data->n_nodes; i++)
    {
      trama_scene_builder_set_item (d->builder, d->spots[i].item);
      draw_node (d, &d->data->nodes[i], &d->spots[i]);
    }
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}
