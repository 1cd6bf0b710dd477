/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "trama-pivots.h"

G_BEGIN_DECLS

/*
 * Betters the drawing of a large graph step by step: each point goes to where its neighbours and
 * the pivots would have it, weighted as in stress, while all points push one another apart by the
 * inverse of their distance (after the maxent-stress model, Gansner, Hu & North 2013, with the
 * pushes of Barnes & Hut 1986). Pivots alone would leave those on top of one another who stand
 * alike toward them.
 */
void trama_forces_refine (const TramaSparseGraph *graph, const TramaPivots *pivots,
                          TramaPoint *points, GCancellable *cancellable);

G_END_DECLS
