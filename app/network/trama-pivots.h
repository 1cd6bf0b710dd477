/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-segments.h"
#include "trama-sparse-graph.h"

G_BEGIN_DECLS

/* Nodes spread over a graph that holds together, and the way from each of them to all. */
typedef struct
{
  guint n;
  guint *nodes;
  guint *distances; /* n rows of the graph's size, in the graph's lengths */
} TramaPivots;

/* At most @wanted, each the farthest from those before it (among equals the least), beginning with
 * the one that has most neighbours. (transfer full) */
TramaPivots *trama_pivots_new (const TramaSparseGraph *graph, guint wanted);
void trama_pivots_free (TramaPivots *pivots);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaPivots, trama_pivots_free)

/*
 * A first drawing in which distances to the pivots are kept as well as two dimensions can (PivotMDS,
 * Brandes & Pich 2006), in the graph's lengths.
 */
void trama_pivots_draw (const TramaPivots *pivots, const TramaSparseGraph *graph,
                        TramaPoint *points);

G_END_DECLS
