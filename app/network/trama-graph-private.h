/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-graph.h"

G_BEGIN_DECLS

struct _TramaGraph
{
  gatomicrefcount references;
  TramaVersion *version;
  TramaGraphOptions options;
  guint n_nodes;
  TramaGraphNode *nodes;
  guint n_ties;
  TramaGraphTie *ties;
  guint *first_tie;    /* n_nodes + 1 places in node_ties */
  guint *node_ties;
};

/* The broker, agency staff and their agency, of whom M13 speaks: ids of persons and institutions,
 * the brokers among them apart. */
typedef struct
{
  GHashTable *all;
  GHashTable *brokers;
} TramaHers;

/* @scope and @subject say whose agency and managers. */
void trama_hers_init (TramaHers *hers, TramaVersion *version, TramaGraphScope scope,
                      TramaId subject);
void trama_hers_clear (TramaHers *hers);
gboolean trama_hers_contain (const TramaHers *hers, TramaId id);

/* Fills all of @node but member…, core and off for @record; @home: the subject's cluster, or none;
 * @begin: the day since which tiers matter. */
void trama_graph_node_init (TramaGraphNode *node, TramaVersion *version, const TramaRecord *record,
                            const TramaGraphOptions *options, TramaId home, gint32 begin,
                            const TramaHers *hers);
gboolean trama_graph_record_is_closed (const TramaRecord *record, gint32 day);
/* FALSE also for a date in the future of @day. */
gboolean trama_graph_record_is_founded (const TramaRecord *record, gint32 day);

/* After nodes and ties stand in their order. */
void trama_graph_make_adjacency (TramaGraph *graph);
/* Of ties of one kind between two, all but one are duplicates. */
void trama_graph_settle_duplicates (TramaGraph *graph);
/* By the graph's options: who is off, what is gone, what counts. */
void trama_graph_settle_switches (TramaGraph *graph);

G_END_DECLS
