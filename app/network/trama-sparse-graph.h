/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-graph.h"

G_BEGIN_DECLS

/* A graph bare of everything but who is next to whom: each pair once, no loops, no directions. */
typedef struct
{
  guint n;
  guint *first;      /* n + 1 indexes into neighbours */
  guint *neighbours; /* of each node rising */
  guint16 *lengths;  /* of the way to each neighbour; NULL: all 1 */
  guint longest;     /* of them; 1 where all are */
} TramaSparseGraph;

/* All ties of @graph but loops, whatever their state. (transfer full) */
TramaSparseGraph *trama_sparse_graph_new (const TramaGraph *graph);
/* The nodes @nodes, numbered in that order, and what is between them; @place: n numbers to work
 * in. (transfer full) */
TramaSparseGraph *trama_sparse_graph_new_part (const TramaSparseGraph *whole, const guint *nodes,
                                               guint n, guint *place);
void trama_sparse_graph_free (TramaSparseGraph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaSparseGraph, trama_sparse_graph_free)

/*
 * Lengths that give a busy centre room: a way is as long as 1 + √ of the lesser number of
 * neighbours of its two ends, in units of TRAMA_LENGTH_UNIT for an end with one neighbour. (This
 * program's; found by looking: hubs move apart and those who hang on one hub stand round it.)
 */
#define TRAMA_LENGTH_UNIT 4
void trama_sparse_graph_lengthen (TramaSparseGraph *graph);

/* What is needed to find ways, kept between searches. */
typedef struct
{
  guint *queue;      /* n numbers */
  GArray **buckets;  /* longest + 1 of them, where there are lengths */
  guint n_buckets;
} TramaWayfinder;

void trama_wayfinder_init (TramaWayfinder *finder, const TramaSparseGraph *graph);
void trama_wayfinder_clear (TramaWayfinder *finder);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TramaWayfinder, trama_wayfinder_clear)

/* The shortest way from @from to each node; G_MAXUINT where there is none. */
void trama_sparse_graph_distances (const TramaSparseGraph *graph, TramaWayfinder *finder,
                                   guint from, guint *distances);

/* The parts that hold together, largest first, then by least node: @parts (transfer full) lists the
 * nodes part by part, each rising; @starts (transfer full) where each begins, and n at the end. */
guint trama_sparse_graph_parts (const TramaSparseGraph *graph, guint **parts, guint **starts);

G_END_DECLS
