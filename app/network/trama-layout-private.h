/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-layout.h"

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
TramaLayout *trama_layout_new (TramaLayoutPlace *places, guint n_places, const TramaLane *lanes,
                               guint n_lanes);

/* The lane for a firm of @tier. */
TramaLaneKind trama_lane_of_tier (TramaTier tier);

G_END_DECLS
