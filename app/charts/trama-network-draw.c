/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of the network. */

#include "trama-network-private.h"

#include <math.h>

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
  TramaPaint paint = trama_network_tie_paint (tie, d->information, CLAMP (d->largest / 7, 0.62, 1));
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
