/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-plain-graph.h"

G_BEGIN_DECLS

/* By what firms and institutions can be told apart. */
typedef enum
{
  TRAMA_GROUPING_NONE,
  TRAMA_GROUPING_TIER,      /* of firms; others have none */
  TRAMA_GROUPING_KIND,      /* firm, each kind of institution, person */
  TRAMA_GROUPING_SECTOR,    /* a firm's trade, else its category */
  TRAMA_GROUPING_PROGRAMME, /* of which a firm is a member on the date; the first by id */
  TRAMA_GROUPING_CLUSTER,
  TRAMA_GROUPING_OWNER,     /* owner group */
  TRAMA_N_GROUPINGS,
} TramaGrouping;

/* "tier", "kind", …; NULL for none. */
const char *trama_grouping_id (TramaGrouping grouping);
/* TRAMA_N_GROUPINGS where there is none of that id. */
TramaGrouping trama_grouping_from_id (const char *id);
/* Translated: "tier". */
const char *trama_grouping_label (TramaGrouping grouping);

/* The group of each of @n nodes, from 0; G_MAXUINT: not known. */
typedef struct
{
  guint n;
  guint *of_node;
  guint n_groups;
  char **names; /* translated, or as recorded; ends with NULL */
} TramaGroups;

/* @places: which nodes of @graph, as from trama_plain_graph_new_of(). Groups by the order in which
 * they are met. (transfer full) */
TramaGroups *trama_groups_new (const TramaGraph *graph, const guint *places, guint n,
                               TramaGrouping grouping);
void trama_groups_free (TramaGroups *groups);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaGroups, trama_groups_free)

/*
 * (E − I) ÷ (E + I) over pairs whose ends' groups are known: E across groups, I within (Krackhardt &
 * Stern 1988). −1: all within; 1: all across. NaN without such pairs.
 */
double trama_groups_e_i (const TramaPlainGraph *graph, const guint *of_node, guint *external,
                         guint *internal);
/* Assortativity by groups over the same pairs (Newman 2003, eq. 2); NaN where all are of one. */
double trama_groups_assortativity (const TramaPlainGraph *graph, const guint *of_node,
                                   guint n_groups);
/* Correlation of the numbers of partners at both ends of a pair (Newman 2002, eq. 4); NaN where all
 * are alike. */
double trama_degree_assortativity (const TramaPlainGraph *graph);
/* Share of pairs within groups beyond what the partners of each would give by chance (Newman & Girvan
 * 2004); every node has a group. NaN without pairs. */
double trama_groups_modularity (const TramaPlainGraph *graph, const guint *of_node, guint n_groups);

/* Gould & Fernandez 1989: in A → B → C with no A → C, what B is. */
typedef enum
{
  TRAMA_BROKER_COORDINATOR, /* all of one group */
  TRAMA_BROKER_ITINERANT, /* between two of one group, itself of another */
  TRAMA_BROKER_GATEKEEPER, /* lets in: A of another group, C of its own */
  TRAMA_BROKER_REPRESENTATIVE, /* takes out: A of its own, C of another */
  TRAMA_BROKER_LIAISON, /* between two groups that are not its own */
  TRAMA_N_BROKER_ROLES,
} TramaBrokerRole;

/* @counts: TRAMA_N_BROKER_ROLES for each node. Undirected ties count as both arcs, so that such a
 * middle is met from both sides. Nodes whose group is not known are left out. */
void trama_groups_brokerage (const TramaPlainGraph *graph, const guint *of_node, guint64 *counts);

/*
 * Constraint: how far a node's ties go to those who are tied to one another (Burt 1992, 2.4, by
 * weights), over its partners. NaN without partners. @weighted FALSE: each pair counts once.
 */
void trama_plain_graph_constraint (const TramaPlainGraph *graph, gboolean weighted,
                                   double *constraint);

G_END_DECLS
