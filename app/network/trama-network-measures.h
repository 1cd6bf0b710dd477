/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "trama-graph.h"

G_BEGIN_DECLS

/*
 * Figures of a graph, as plain functions. Only ties that count are counted (see trama-graph.h):
 * confirmed, not switched off, no loops, no duplicates.
 */

/* Which ties. */
typedef enum
{
  TRAMA_TIES_ALL,
  TRAMA_TIES_AMONG_MEMBERS, /* both ends are members that are not switched off */
  TRAMA_TIES_OF_MEMBERS,    /* at least one end is */
} TramaTieScope;

typedef struct
{
  guint ties;                               /* that count */
  guint by_kind[TRAMA_GRAPH_N_TIE_KINDS];   /* of those, by TramaLinkageKind; [0]: not known */
  guint undated;                            /* of those */
  guint mediated;                           /* of those */
  guint only_hers;                          /* of those */
  guint introducer_unknown;                 /* of those */
  guint added;                              /* of those, new since the day compared with */
  guint kept;
  guint lost;                               /* not among those that count */
  guint unconfirmed;                        /* nor are these */
  guint unsure;
  guint added_by_kind[TRAMA_GRAPH_N_TIE_KINDS];
  guint kept_by_kind[TRAMA_GRAPH_N_TIE_KINDS];
  guint lost_by_kind[TRAMA_GRAPH_N_TIE_KINDS];
} TramaTieCounts;

gboolean trama_graph_tie_in_scope (const TramaGraph *graph, const TramaGraphTie *tie,
                                   TramaTieScope scope);
void trama_network_count_ties (const TramaGraph *graph, TramaTieScope scope,
                               TramaTieCounts *counts);

/* Nodes that take part: not off, not closed; members only, if asked for. */
guint trama_network_n_nodes (const TramaGraph *graph, gboolean members);
/*
 * Pairs that are tied ÷ pairs there could be, n (n − 1) / 2: density of the undirected simple graph
 * (Wasserman & Faust 1994, 4.1). NaN under two nodes.
 */
double trama_network_density (const TramaGraph *graph, gboolean members);
/* Ties that count at @node, and, if @partners is not NULL, with how many others. */
guint trama_network_degree (const TramaGraph *graph, guint node, guint *partners);

/* Who holds together, directions aside. */
typedef struct
{
  guint n;          /* components */
  guint *of_node;   /* component of each node, by falling size, then least node; G_MAXUINT: out */
  guint *sizes;     /* falling */
} TramaComponents;

/* Over all nodes that are not off or closed. (transfer full) */
TramaComponents *trama_network_components (const TramaGraph *graph);
void trama_components_free (TramaComponents *components);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaComponents, trama_components_free)

/*
 * The members' network: members that are not switched off, with the ties among them; they also
 * hold together through the broker, agency staff and their agency unless those are switched off,
 * but through nobody else.
 */
typedef struct
{
  guint members;
  guint ties;            /* among them */
  guint pairs;           /* of them with at least one tie */
  guint components;      /* that hold a member */
  guint largest;         /* members in the largest; 0 without members */
  guint *sizes;          /* members in each, falling; @components of them */
  guint n_isolated;      /* alone in its component */
  TramaId *isolated;     /* firms, in the order of ids */
  guint with_outside; /* members with a tie that counts to somebody outside the group who is not
                            the broker, agency staff or their agency */
  guint n_tie_records; /* = ties */
  TramaId *tie_records; /* linkages */
} TramaMemberNetwork;

/* (transfer full) */
TramaMemberNetwork *trama_member_network_new (const TramaGraph *graph);
void trama_member_network_free (TramaMemberNetwork *network);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaMemberNetwork, trama_member_network_free)
/* Ties at each member on average, 2 × ties ÷ members; NaN without members. */
double trama_member_network_ties_per_member (const TramaMemberNetwork *network);

/*
 * Shortest-path figures of the undirected simple graph of ties that count, by igraph on a thread of
 * its own; blocks until they are there. @betweenness: pairs of others whose shortest paths run
 * through the node, each path of a pair weighing alike (Freeman 1977), not normalised.
 * @closeness: 1 ÷ mean distance to the nodes it can reach; NaN where it reaches none. Either may
 * be NULL; arrays of n_nodes, of nodes left out NaN. FALSE with an error where igraph fails or
 * @cancellable (may be NULL) was cancelled.
 */
gboolean trama_network_centrality (const TramaGraph *graph, double *betweenness, double *closeness,
                                   GCancellable *cancellable, GError **error);

G_END_DECLS
