/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-graph-private.h"

G_BEGIN_DECLS

/* Who and what belongs into a graph, before it is one. */
typedef struct
{
  TramaVersion *version;
  const TramaGraphOptions *options;
  TramaHers hers;
  TramaId home;          /* the subject's cluster */
  gint32 begin;          /* of a programme: its first day; else ever */
  GPtrArray *people;     /* const TramaRecord *, by id */
  GPtrArray *linkages;   /* const TramaLinkage *, by id */
  GHashTable *flags;     /* of people */
  GHashTable *seen;      /* linkages taken */
} TramaGathering;

/* @version and @options must outlive @gathering. */
void trama_gathering_init (TramaGathering *gathering, TramaVersion *version,
                           const TramaGraphOptions *options);
void trama_gathering_clear (TramaGathering *gathering);
/* Of the subject itself, and not only tied to it. */
gboolean trama_gathering_is_core (const TramaGathering *gathering, const TramaRecord *record);
/* The tie's state on @day; it cannot outlive its ends. */
TramaTieState trama_gathering_state_at (const TramaGathering *gathering,
                                        const TramaLinkage *linkage, gint32 day, gboolean *vague);

/* After nodes and ties stand: who introduced them, change, duplicates. */
void trama_graph_settle_ties (TramaGraph *graph, const TramaGathering *gathering);

G_END_DECLS
