/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-layout-private.h"
#include "trama-segments.h"

G_BEGIN_DECLS

/* A node's place in one lane, while their order is being sought. */
typedef struct
{
  guint node;     /* in the graph */
  guint8 lane;    /* TramaLaneKind */
  guint8 primary; /* in the lane of its last tier */
  guint at;       /* index in the lane's order */
  TramaPoint point;
} TramaPlanPlace;

/* Two places whose nodes were ever tied. A tie is straight where it is an order or a delivery, else
 * an arc. Only between primary places does it count for crossings; others pull a little. */
typedef struct
{
  guint a;
  guint b;
  guint8 straight;
  guint8 primary;
} TramaPlanTie;

/* A tie as drawn: straight, or two pieces of an arc, in heights of the box. */
typedef struct
{
  guint n; /* points: 2 or 3 */
  TramaPoint points[3];
  double left, right, top, bottom;
} TramaPlanLine;

typedef struct
{
  guint n;
  guint *order; /* places, from left to right; the column: from the top down */
  guint pinned; /* the first so many of them stay: the broker and hers, above the institutions */
  guint rows;
  double x0, x1; /* of the lane */
  double y0, y1;
} TramaPlanLane;

typedef struct
{
  guint n_places;
  TramaPlanPlace *places;
  guint n_ties;
  TramaPlanTie *ties;
  TramaPlanLine *lines; /* of the ties, as places stand now */
  guint *first_tie; /* n_places + 1 indexes into place_ties */
  guint *place_ties;
  TramaPlanLane lanes[TRAMA_N_LANES];
  double work; /* comparisons of lines and marks made so far */
} TramaLanePlan;

/* Width ÷ height of the box in which crossings and distances are judged. */
#define TRAMA_LANE_PLAN_ASPECT 1.3

/* Everybody in order of their ids, in the lanes of their tiers; with @lanes (may be NULL) each node in
 * the one given, TRAMA_N_LANES: in none. (transfer full) */
TramaLanePlan *trama_lane_plan_new (const TramaGraph *graph, const guint8 *lanes);
void trama_lane_plan_free (TramaLanePlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaLanePlan, trama_lane_plan_free)

/* Where the @at-th place of a lane stands. */
TramaPoint trama_lane_plan_point (const TramaLanePlan *plan, guint lane, guint at);
/* Sets `at` and `point` of all places of the lane from its order. */
void trama_lane_plan_settle (TramaLanePlan *plan, guint lane);
static inline guint
trama_plan_tie_other (const TramaPlanTie *tie, guint place)
{
  return tie->a == place ? tie->b : tie->a;
}

/* Seeks an order with few crossings and short ties. */
void trama_lane_plan_order (TramaLanePlan *plan, GCancellable *cancellable);
/* In lanes with room to spare, moves places toward their partners, keeping the order. */
void trama_lane_plan_loosen (TramaLanePlan *plan);
/* Redraws the lines of @place, or of everybody, after places have moved. */
void trama_lane_plan_draw_lines_of (TramaLanePlan *plan, guint place);
void trama_lane_plan_draw_lines (TramaLanePlan *plan);
/* What the order costs as it stands, by the lines drawn last: see trama-lane-cost.c. */
double trama_lane_plan_cost (TramaLanePlan *plan);
/* The part of it in which @a or @b (they may be one) has a hand. */
double trama_lane_plan_cost_of (TramaLanePlan *plan, guint a, guint b);

G_END_DECLS
