/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-lane-plan.h"
#include "trama-supply-tiers.h"

static TramaLayout *
layout_of_plan (const TramaLanePlan *plan, const TramaGraph *graph, TramaLayoutKind kind)
{
  TramaLayoutPlace *places = g_new0 (TramaLayoutPlace, MAX (plan->n_places, 1));
  TramaLane lanes[TRAMA_N_LANES];
  guint n_lanes = 0;

  for (guint i = 0; i < plan->n_places; i++)
    places[i] = (TramaLayoutPlace) {
      .id = trama_graph_nodes (graph)[plan->places[i].node].id,
      .lane = plan->places[i].lane,
      .x = plan->places[i].point.x,
      .y = plan->places[i].point.y,
    };
  for (guint lane = 0; lane < TRAMA_N_LANES; lane++)
    if (plan->lanes[lane].n > 0)
      lanes[n_lanes++] = (TramaLane) {
        .kind = (TramaLaneKind) lane,
        .x0 = plan->lanes[lane].x0,
        .x1 = plan->lanes[lane].x1,
        .y0 = plan->lanes[lane].y0,
        .y1 = plan->lanes[lane].y1,
        .places = plan->lanes[lane].n,
        .rows = plan->lanes[lane].rows,
      };
  return trama_layout_new (kind, places, plan->n_places, lanes, n_lanes);
}

TramaLayout *
trama_layout_tier_lanes_new (const TramaGraph *graph, GCancellable *cancellable)
{
  g_autoptr (TramaLanePlan) plan = NULL;

  g_return_val_if_fail (graph != NULL, NULL);

  plan = trama_lane_plan_new (graph, NULL);
  trama_lane_plan_order (plan, cancellable);
  return layout_of_plan (plan, graph, TRAMA_LAYOUT_TIER_LANES);
}

static TramaLaneKind
lane_of_supply (const TramaGraphNode *node, guint tier)
{
  if (node->kind == TRAMA_GRAPH_PERSON
      || (node->kind == TRAMA_GRAPH_INSTITUTION && node->side == TRAMA_GRAPH_INSIDE))
    return TRAMA_LANE_INSTITUTIONS;
  if (node->side == TRAMA_GRAPH_BUYER)
    return TRAMA_LANE_BUYERS;
  switch (tier)
    {
    case 0:
      return TRAMA_LANE_LEADING;
    case 1:
      return TRAMA_LANE_MIDDLE;
    case 2:
      return TRAMA_LANE_WORKSHOP;
    case TRAMA_SUPPLY_TIER_NONE:
      return TRAMA_LANE_SUPPLIERS;
    default:
      return TRAMA_LANE_NOT_KNOWN;
    }
}

TramaLayout *
trama_layout_supply_tiers_new (const TramaGraph *graph, GCancellable *cancellable)
{
  g_autofree guint *tiers = NULL;
  g_autofree guint8 *lanes = NULL;
  g_autoptr (TramaLanePlan) plan = NULL;

  g_return_val_if_fail (graph != NULL, NULL);

  tiers = trama_supply_tiers (graph);
  lanes = g_new (guint8, MAX (trama_graph_n_nodes (graph), 1));
  for (guint i = 0; i < trama_graph_n_nodes (graph); i++)
    lanes[i] = (guint8) lane_of_supply (&trama_graph_nodes (graph)[i], tiers[i]);
  plan = trama_lane_plan_new (graph, lanes);
  trama_lane_plan_order (plan, cancellable);
  return layout_of_plan (plan, graph, TRAMA_LAYOUT_SUPPLY_TIERS);
}
