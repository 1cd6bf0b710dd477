/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "trama-graph.h"

G_BEGIN_DECLS

/*
 * Where each node stands, in a box from 0 to 1 with y downwards. Immutable and reference-counted;
 * any thread may read it. Made of nothing but + − × ÷ √ in a fixed order: the same graph gives the
 * same bits on every run and machine.
 */
typedef struct _TramaLayout TramaLayout;

typedef enum
{
  TRAMA_LAYOUT_TIER_LANES,
  TRAMA_LAYOUT_OVERVIEW,
  TRAMA_LAYOUT_SUPPLY_TIERS,
  TRAMA_LAYOUT_CAREFUL,
  TRAMA_LAYOUT_COMMUNITIES,
  TRAMA_LAYOUT_CIRCLE,
  TRAMA_LAYOUT_BY_PLACE,
  TRAMA_N_LAYOUTS,
} TramaLayoutKind;

/* "tier-lanes", "overview", "supply-tiers", "careful", "communities", "circle", "by-place". */
const char *trama_layout_kind_id (TramaLayoutKind kind);
/* TRAMA_N_LAYOUTS where there is none of that id. */
TramaLayoutKind trama_layout_kind_from_id (const char *id);
/* Translated, for a list to choose from. */
const char *trama_layout_kind_label (TramaLayoutKind kind);

/* In supply tiers the lanes stand for lead firms (LEADING), the first and second tier (MIDDLE,
 * WORKSHOP), those further away (NOT_KNOWN), and firms in no chain (SUPPLIERS). */
typedef enum
{
  TRAMA_LANE_BUYERS,
  TRAMA_LANE_LEADING,
  TRAMA_LANE_MIDDLE,
  TRAMA_LANE_WORKSHOP,
  TRAMA_LANE_NOT_KNOWN,
  TRAMA_LANE_SUPPLIERS,
  TRAMA_LANE_INSTITUTIONS,  /* the column at the right, institutions and persons */
  TRAMA_N_LANES,
} TramaLaneKind;

typedef struct
{
  TramaLaneKind kind;
  double y0;
  double y1;
  double x0;
  double x1;
  guint places;  /* in it, at all dates together */
  guint rows;    /* staggered; of the column: its places */
} TramaLane;

/*
 * Tier lanes: buyers above, then leading, middle, workshop, "not known", suppliers below,
 * institutions and persons in a column at the right. @graph is one of all dates; a firm has a
 * place in each lane whose tier it ever held, so that a change of date moves only firms that
 * changed their tier. A firm stands in the lane of its first known tier before that was known.
 * The order within a lane keeps crossings few and ties short. @cancellable may be NULL: where it
 * is cancelled the result is whole but less well ordered. (transfer full)
 */
TramaLayout *trama_layout_tier_lanes_new (const TramaGraph *graph, GCancellable *cancellable);

/*
 * The whole, freely: near in ties, near in the picture (stress). @aspect: width ÷ height of the box
 * it will be drawn in. Parts that do not hold together stand side by side, those tied to nobody
 * in rows below. (transfer full)
 */
TramaLayout *trama_layout_overview_new (const TramaGraph *graph, double aspect,
                                        GCancellable *cancellable);

/*
 * The same, with every pair of nodes brought to its distance (stress, by stochastic gradient descent)
 * up to 4 000 nodes: truer to the steps between any two, and slower. (transfer full)
 */
TramaLayout *trama_layout_careful_new (const TramaGraph *graph, double aspect,
                                       GCancellable *cancellable);
/* The same, with communities (see trama_igraph_communities()) standing apart. NULL with an error
 * where igraph fails or it was cancelled. (transfer full) */
TramaLayout *trama_layout_communities_new (const TramaGraph *graph, double aspect,
                                           GCancellable *cancellable, GError **error);
/* Lanes by distance from lead firms along supply (see trama-supply-tiers.h). (transfer full) */
TramaLayout *trama_layout_supply_tiers_new (const TramaGraph *graph, GCancellable *cancellable);
/* On a circle, neighbours near one another. (transfer full) */
TramaLayout *trama_layout_circle_new (const TramaGraph *graph, double aspect,
                                      GCancellable *cancellable);
/*
 * As on a map, by coordinates; those without any beside others of the same place; those whose place
 * is not known in rows below. Of firms not known to be middle or leading no exact place is shown:
 * they stand at a tenth of a degree. (transfer full)
 */
TramaLayout *trama_layout_by_place_new (const TramaGraph *graph, double aspect,
                                        GCancellable *cancellable);
/* Any of them; @aspect: width ÷ height, where the layout is free. (transfer full) */
TramaLayout *trama_layout_new_of_kind (const TramaGraph *graph, TramaLayoutKind kind, double aspect,
                                       GCancellable *cancellable, GError **error);

TramaLayoutKind trama_layout_get_kind (const TramaLayout *layout);
TramaLayout *trama_layout_ref (TramaLayout *layout);
void trama_layout_unref (TramaLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaLayout, trama_layout_unref)

/* Where @node of any graph of the same subject stands on that graph's date. FALSE where the layout
 * does not know it. */
gboolean trama_layout_place (const TramaLayout *layout, const TramaGraphNode *node, double *x,
                             double *y);
/* From the top down, the column last; none in a free layout. Borrowed. */
guint trama_layout_n_lanes (const TramaLayout *layout);
const TramaLane *trama_layout_lanes (const TramaLayout *layout);
/* The lane @node stands in; TRAMA_N_LANES in a free layout. */
TramaLaneKind trama_layout_lane_of (const TramaLayout *layout, const TramaGraphNode *node);

/* Is the tie a line in a picture? Not a loop, not a duplicate, not between the broker (or hers) and
 * one who was ever a member, whom she knows anyway. Whether it counts is not asked. */
gboolean trama_layout_draws_tie (const TramaGraphNode *nodes, const TramaGraphTie *tie);

/* Pairs of drawn ties (as straight lines, and not gone) that cross in their inside. Quadratic: for tests and benchmarks. */
guint64 trama_layout_count_crossings (const TramaLayout *layout, const TramaGraph *graph);
/*
 * Σ (s·d_ij − g_ij)² / g_ij² ÷ number of pairs, over pairs that hold together, with the scale s
 * that makes it least; d: distance in the box with @aspect, g: steps in the graph (Gansner, Koren,
 * North 2004; Welch & Kobourov 2017). For tests and benchmarks.
 */
double trama_layout_stress (const TramaLayout *layout, const TramaGraph *graph, double aspect);

G_END_DECLS
