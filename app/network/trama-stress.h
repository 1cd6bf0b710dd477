/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "trama-segments.h"
#include "trama-sparse-graph.h"

G_BEGIN_DECLS

/*
 * Draws a graph that holds together so that distances in the picture agree with distances in the
 * graph: stress Σ (|p_i − p_j| − d_ij)² / d_ij² is made small, from a PivotMDS beginning; up to
 * @all_pairs nodes by stochastic gradient descent over all pairs (Zheng, Pawar & Goodman 2019) in
 * 2 to the @rounds_log, and one, rounds; above by trama_forces_refine(). @points: (out) an array of graph->n, in the graph's lengths.
 */
void trama_stress_draw (const TramaSparseGraph *graph, TramaPoint *points, guint all_pairs,
                        guint rounds_log, GCancellable *cancellable);

G_END_DECLS
