/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The marks of the network: what firms and others look like, and how large they are. */

#include "trama-network-private.h"

#include <math.h>

#define FULL(role) { .fill = (role), .stroke = TRAMA_COLOUR_GROUND, .width = 0.5 }

const TramaPaint trama_network_institution_paint = { .fill = TRAMA_COLOUR_SECOND };
const TramaPaint trama_network_outside_paint
    = { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_INK, .width = TRAMA_WIDTH_REFERENCE };
const TramaPaint trama_network_broker_paint
    = { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_INK, .width = 2.6 };
const TramaPaint trama_network_off_paint = { .fill = TRAMA_COLOUR_GROUND,
                                             .stroke = TRAMA_COLOUR_AXIS,
                                             .width = TRAMA_WIDTH_SECOND,
                                             .dash = TRAMA_DASH_GHOST };
const TramaPaint trama_network_member_paint
    = { .stroke = TRAMA_COLOUR_INK, .width = TRAMA_WIDTH_OUTLINE };
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

/* Six forms that grey print tells apart as well: full, triangular, hollow, both, crossed, edged. A
 * triangle of 1.36 has the area of a disc of 1. */
TramaNetworkForm
trama_network_category_form (guint category)
{
  static const TramaNetworkForm forms[TRAMA_NETWORK_MAX_CATEGORIES + 1] = {
    { TRAMA_MARK_DISC,
      1,
      { .fill = TRAMA_COLOUR_GROUND,
        .stroke = TRAMA_COLOUR_UNKNOWN_EDGE,
        .width = TRAMA_WIDTH_REFERENCE,
        .dash = TRAMA_DASH_FINE } },
    { TRAMA_MARK_DISC, 1, FULL (TRAMA_COLOUR_CATEGORY_1) },
    { TRAMA_MARK_TRIANGLE, 1.36, FULL (TRAMA_COLOUR_CATEGORY_2) },
    { TRAMA_MARK_DISC,
      1,
      { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_CATEGORY_3, .width = 1.5 } },
    { TRAMA_MARK_TRIANGLE,
      1.36,
      { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_CATEGORY_4, .width = 1.3 } },
    { TRAMA_MARK_CROSS, 0.8, { .stroke = TRAMA_COLOUR_CATEGORY_5, .width = 1.5 } },
    { TRAMA_MARK_DISC,
      1,
      { .fill = TRAMA_COLOUR_CATEGORY_6, .stroke = TRAMA_COLOUR_INK, .width = 0.9 } },
  };

  return forms[MIN (category, TRAMA_NETWORK_MAX_CATEGORIES)];
}

void
trama_network_reach (const TramaNetworkDrawing *d, guint node, double *across, double *up)
{
  *across = *up = d->spots[node].r;
  if (d->data->n_categories > 0 && d->data->nodes[node].kind == TRAMA_NODE_FIRM)
    {
      TramaNetworkForm form = trama_network_category_form (d->data->nodes[node].category);

      *across *= form.size;
      *up *= form.size * (form.mark == TRAMA_MARK_TRIANGLE ? 0.85 : 1);
    }
}

gboolean
trama_network_tells_members (const TramaNetworkChart *data)
{
  gboolean members = FALSE, others = FALSE;

  for (guint i = 0; i < data->n_nodes; i++)
    if (data->nodes[i].kind == TRAMA_NODE_FIRM)
      *(data->nodes[i].member ? &members : &others) = TRUE;
  return members && others;
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
  gboolean dashed
      = d->data->n_categories > 0 ? node->category == 0 : node->tier == TRAMA_CHART_TIER_UNKNOWN;
  double least = MAX (d->largest * (d->data->n_lanes > 0 ? 0.3 : 0.2), dashed ? 2.8 : 2);
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

static void
draw_node (TramaNetworkDrawing *d, const TramaNetworkNode *node, const TramaNetworkSpot *spot,
           gboolean ring)
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
      if (d->data->n_categories > 0)
        {
          const TramaNetworkForm form = trama_network_category_form (node->category);

          paint = form.paint;
          mark = form.mark;
          r *= form.size;
        }
      break;
    }
  if (node->off)
    paint = trama_network_off_paint;
  trama_scene_builder_add_mark (d->builder, mark, spot->x, spot->y,
                                MAX (r - (mark == TRAMA_MARK_DISC ? paint.width / 2 : 0), 0.8),
                                &paint);
  if (ring && node->member && node->kind == TRAMA_NODE_FIRM)
    trama_scene_builder_add_mark (d->builder, TRAMA_MARK_DISC, spot->x, spot->y, spot->r + 1.8,
                                  &trama_network_member_paint);
  if (node->alone)
    trama_scene_builder_add_mark (d->builder, TRAMA_MARK_DISC, spot->x, spot->y, spot->r + 3,
                                  &trama_network_alone_paint);
}

/* The smaller lie above the larger where places leave them no room apart. */
static int
compare_sizes (gconstpointer a, gconstpointer b, gpointer data)
{
  const TramaNetworkSpot *spots = data;
  guint p = *(const guint *) a, q = *(const guint *) b;

  if (spots[p].r != spots[q].r)
    return spots[p].r > spots[q].r ? -1 : 1;
  return p < q ? -1 : p > q;
}

void
trama_network_draw_nodes (TramaNetworkDrawing *d)
{
  guint n = d->data->n_nodes;
  g_autofree guint *order = g_new (guint, MAX (n, 1));
  gboolean rings = d->data->n_categories > 0 && trama_network_tells_members (d->data);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_sort_array (order, n, sizeof (guint), compare_sizes, d->spots);
  for (guint i = 0; i < n; i++)
    {
      trama_scene_builder_set_item (d->builder, d->spots[order[i]].item);
      draw_node (d, &d->data->nodes[order[i]], &d->spots[order[i]], rings);
    }
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}
