/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "trama-plain-graph.h"

G_BEGIN_DECLS

/* How a network holds together as a whole. NaN where a figure says nothing. */

/* Pairs tied ÷ pairs there could be (Wasserman & Faust 1994, 4.1). NaN under two nodes. */
double trama_cohesion_density (const TramaPlainGraph *graph);
/* Of the arcs with a direction of their own, those whose other direction is there too; what is
 * mutual by nature is left out. NaN without such arcs. */
double trama_cohesion_reciprocity (const TramaPlainGraph *graph, guint *mutual, guint *directed);
/* Σ (most partners − partners) ÷ what it would be in a star, (n − 1) (n − 2) (Freeman 1978). NaN
 * under three nodes. */
double trama_cohesion_centralisation (const TramaPlainGraph *graph);

/* Three who are all tied, and two who share a partner, as pairs of ways at that partner. */
typedef struct
{
  guint64 triangles;
  guint64 triples;
} TramaTriads;

/* @local: of each node's pairs of partners, the share that is tied (Watts & Strogatz 1998), NaN under
 * two partners; may be NULL. Returns 3 × triangles ÷ triples, NaN without triples. */
double trama_cohesion_clustering (const TramaPlainGraph *graph, double *local, TramaTriads *triads);

/*
 * The core in which all would be tied to all, and the edge in which none would, that fit best: fewest
 * pairs missing within the core and present within the edge, found exactly by taking nodes in the
 * order of their partners (Lip 2011, arXiv:1102.5511, of the discrete model without ties between of
 * Borgatti & Everett 2000). @core: (out) TRUE for nodes of the core. Returns the correlation of what
 * is with what would be, over the pairs within core and within edge; NaN where one of both is
 * constant. @misfits: pairs that are not as they would be.
 */
double trama_cohesion_core (const TramaPlainGraph *graph, guint8 *core, guint *size,
                            guint64 *misfits);

G_END_DECLS
