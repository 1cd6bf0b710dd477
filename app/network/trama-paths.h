/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "trama-plain-graph.h"

G_BEGIN_DECLS

/*
 * Figures of shortest ways over pairs, directions and weights aside; exact, on one thread, the same
 * bits on every machine. FALSE where @cancellable (may be NULL) was cancelled.
 */

/*
 * @closeness: 1 ÷ mean distance to the nodes that can be reached; NaN where none can. Many searches
 * at once, a bit for each (Then et al. 2014, "The more the merrier: efficient multi-source graph
 * traversal"): what a search adds at a node is the distance from its source, so that counting
 * bits there gives the node's own sum.
 */
gboolean trama_paths_closeness (const TramaPlainGraph *graph, double *closeness,
                                GCancellable *cancellable);

/*
 * @betweenness: pairs of others whose shortest ways run through the node, each way of a pair
 * weighing alike (Freeman 1977), not normalised; by Brandes 2001. @closeness, which may be NULL,
 * comes from the same searches.
 */
gboolean trama_paths_betweenness (const TramaPlainGraph *graph, double *betweenness,
                                  double *closeness, GCancellable *cancellable);

G_END_DECLS
