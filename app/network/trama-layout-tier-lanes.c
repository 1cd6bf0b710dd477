/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-lane-plan.h"

static TramaLayout *
layout_of_plan (const TramaLanePlan *plan, const TramaGraph *graph)
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
  return trama_layout_new (places, plan->n_places, lanes, n_lanes);
}

TramaLayout *
trama_layout_tier_lanes_new (const TramaGraph *graph, GCancellable *cancellable)
{
  g_autoptr (TramaLanePlan) plan = NULL;

  g_return_val_if_fail (graph != NULL, NULL);

  plan = trama_lane_plan_new (graph);
  trama_lane_plan_order (plan, cancellable);
  return layout_of_plan (plan, graph);
}
