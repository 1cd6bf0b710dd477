/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-layout-private.h"

#include <stdlib.h>

struct _TramaLayout
{
  gatomicrefcount references;
  TramaLayoutKind kind;
  guint n_places;
  TramaLayoutPlace *places; /* by id, then lane */
  guint n_lanes;
  TramaLane lanes[TRAMA_N_LANES];
};

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const TramaLayoutPlace *x = a;
  const TramaLayoutPlace *y = b;
  int order = trama_id_compare (x->id, y->id);

  return order != 0 ? order : (int) x->lane - (int) y->lane;
}

TramaLayout *
trama_layout_new (TramaLayoutKind kind, TramaLayoutPlace *places, guint n_places,
                  const TramaLane *lanes, guint n_lanes)
{
  TramaLayout *layout = g_new0 (TramaLayout, 1);

  g_assert (n_lanes <= TRAMA_N_LANES);
  g_atomic_ref_count_init (&layout->references);
  layout->kind = kind;
  layout->places = places;
  layout->n_places = n_places;
  if (n_places > 0)
    qsort (places, n_places, sizeof *places, compare_places);
  layout->n_lanes = n_lanes;
  for (guint i = 0; i < n_lanes; i++)
    layout->lanes[i] = lanes[i];
  return layout;
}

TramaLayout *
trama_layout_ref (TramaLayout *layout)
{
  g_atomic_ref_count_inc (&layout->references);
  return layout;
}

void
trama_layout_unref (TramaLayout *layout)
{
  if (layout == NULL || !g_atomic_ref_count_dec (&layout->references))
    return;
  g_free (layout->places);
  g_free (layout);
}

TramaLayoutKind
trama_layout_get_kind (const TramaLayout *layout)
{
  return layout->kind;
}

guint
trama_layout_n_lanes (const TramaLayout *layout)
{
  return layout->n_lanes;
}

const TramaLane *
trama_layout_lanes (const TramaLayout *layout)
{
  return layout->lanes;
}

TramaLaneKind
trama_lane_of_tier (TramaTier tier)
{
  switch (tier)
    {
    case TRAMA_TIER_LEADING:
      return TRAMA_LANE_LEADING;
    case TRAMA_TIER_MIDDLE:
      return TRAMA_LANE_MIDDLE;
    case TRAMA_TIER_WORKSHOP:
      return TRAMA_LANE_WORKSHOP;
    case TramaTier_UNKNOWN_:
    default:
      return TRAMA_LANE_NOT_KNOWN;
    }
}

/* The lane in which the node belongs on its graph's date. */
static TramaLaneKind
wanted_lane (const TramaGraphNode *node)
{
  if (node->side == TRAMA_GRAPH_BUYER)
    return TRAMA_LANE_BUYERS;
  if (node->side == TRAMA_GRAPH_SUPPLIER)
    return TRAMA_LANE_SUPPLIERS;
  if (node->kind != TRAMA_GRAPH_FIRM)
    return TRAMA_LANE_INSTITUTIONS;
  return trama_lane_of_tier (node->tier != TramaTier_UNKNOWN_ ? node->tier : node->first_tier);
}

/* The node's place: in the lane it belongs in, else the first it has; NULL where it has none. */
static const TramaLayoutPlace *
find_place (const TramaLayout *layout, const TramaGraphNode *node)
{
  guint low = 0;
  guint high = layout->n_places;
  TramaLaneKind lane = wanted_lane (node);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (trama_id_compare (layout->places[middle].id, node->id) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (guint i = low; i < layout->n_places && trama_id_equal (layout->places[i].id, node->id); i++)
    if (layout->places[i].lane == lane)
      return &layout->places[i];
  if (low < layout->n_places && trama_id_equal (layout->places[low].id, node->id))
    return &layout->places[low];
  return NULL;
}

gboolean
trama_layout_place (const TramaLayout *layout, const TramaGraphNode *node, double *x, double *y)
{
  const TramaLayoutPlace *place;

  g_return_val_if_fail (layout != NULL && node != NULL, FALSE);

  place = find_place (layout, node);
  if (place == NULL)
    return FALSE;
  *x = place->x;
  *y = place->y;
  return TRUE;
}

TramaLaneKind
trama_layout_lane_of (const TramaLayout *layout, const TramaGraphNode *node)
{
  const TramaLayoutPlace *place = find_place (layout, node);

  return place != NULL ? (TramaLaneKind) place->lane : TRAMA_N_LANES;
}

gboolean
trama_layout_draws_tie (const TramaGraphNode *nodes, const TramaGraphTie *tie)
{
  const TramaGraphNode *from = &nodes[tie->from];
  const TramaGraphNode *to = &nodes[tie->to];

  if (tie->loop || tie->duplicate)
    return FALSE;
  return !(from->hers && to->member_ever) && !(to->hers && from->member_ever);
}
