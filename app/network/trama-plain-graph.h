/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-graph.h"

G_BEGIN_DECLS

/* A tie without a record. */
typedef struct
{
  guint from;
  guint to;
  double weight;
  gboolean directed; /* else it runs both ways */
} TramaPlainTie;

/*
 * Who is tied to whom as numbers, for figures that ask for no more: nodes 0 … n − 1; pairs, each
 * once; arcs, each ordered pair once, an undirected tie as two. Ties of one pair add up in weight.
 * Loops are left out. Immutable.
 */
typedef struct
{
  guint n;
  guint n_pairs;
  guint (*pairs)[2];     /* the lesser node first; rising */
  double *pair_weights;
  guint *first;          /* n + 1 places in neighbours and pair_of */
  guint *neighbours;     /* rising */
  guint *pair_of;        /* which pair leads to that neighbour */
  guint n_arcs;
  guint (*arcs)[2];      /* from, to; rising */
  double *arc_weights;
  guint8 *arc_directed;  /* some tie behind it is directed */
  guint *first_out;      /* n + 1 places in arcs */
  guint *ties;           /* of each node: how many */
  guint *ties_in;        /* those that come in, or have no direction */
  guint *ties_out;
  double *weight;        /* the same by weight */
  double *weight_in;
  double *weight_out;
} TramaPlainGraph;

/* (transfer full) */
TramaPlainGraph *trama_plain_graph_new (guint n, const TramaPlainTie *ties, guint n_ties);
void trama_plain_graph_free (TramaPlainGraph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaPlainGraph, trama_plain_graph_free)

/*
 * The nodes of @graph that take part (not off, not closed) and the ties that count among them, by
 * strength. @places: (out) (transfer full) for each of the plain graph's nodes its index in @graph.
 */
TramaPlainGraph *trama_plain_graph_new_of (const TramaGraph *graph, guint **places);

/* Partners of a node. */
static inline guint
trama_plain_graph_degree (const TramaPlainGraph *graph, guint node)
{
  return graph->first[node + 1] - graph->first[node];
}

/* The pair of both, or −1 where they are not tied. */
int trama_plain_graph_find_pair (const TramaPlainGraph *graph, guint a, guint b);
gboolean trama_plain_graph_has_arc (const TramaPlainGraph *graph, guint from, guint to);

G_END_DECLS
