/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-layout.h"
#include "trama-segments.h"

G_BEGIN_DECLS

/* A place of a node; in a free layout the lane is TRAMA_N_LANES. */
typedef struct
{
  TramaId id;
  guint8 lane; /* TramaLaneKind */
  double x;
  double y;
} TramaLayoutPlace;

/* Takes over @places (freed with g_free()) and copies @lanes. (transfer full) */
TramaLayout *trama_layout_new (TramaLayoutKind kind, TramaLayoutPlace *places, guint n_places,
                               const TramaLane *lanes, guint n_lanes);

/* The lane for a firm of @tier. */
TramaLaneKind trama_lane_of_tier (TramaTier tier);

/* How a layout by stress is drawn. */
typedef struct
{
  TramaLayoutKind kind;
  gboolean plain;           /* every step is as long; else a busy centre has room */
  guint all_pairs;          /* up to so many nodes every pair is brought to its distance */
  guint rounds_log;         /* of the descent: 2 to this, and one */
  const guint *communities; /* of each node: steps between two of them are longer; NULL: none */
} TramaFreeStyle;

TramaLayout *trama_layout_free_new (const TramaGraph *graph, double aspect,
                                    const TramaFreeStyle *style, GCancellable *cancellable);
/* @points of @nodes, in any unit, within @width × @height, put into the box. (transfer full) */
TramaLayoutPlace *trama_layout_place_points (const TramaGraph *graph, const guint *nodes,
                                             const TramaPoint *points, guint n, double width,
                                             double height, double aspect);

/* Cosine and sine of @turns of a whole turn, made of + − × alone. */
void trama_layout_direction (double turns, double *cosine, double *sine);

G_END_DECLS
