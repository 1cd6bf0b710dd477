/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-measures.h"

static gboolean
takes_part (const TramaGraphNode *node, gboolean members)
{
  return !node->off && (members ? node->member : !node->closed);
}

gboolean
trama_graph_tie_in_scope (const TramaGraph *graph, const TramaGraphTie *tie, TramaTieScope scope)
{
  const TramaGraphNode *nodes = trama_graph_nodes (graph);
  gboolean from = takes_part (&nodes[tie->from], TRUE);
  gboolean to = takes_part (&nodes[tie->to], TRUE);

  switch (scope)
    {
    case TRAMA_TIES_AMONG_MEMBERS:
      return from && to;
    case TRAMA_TIES_OF_MEMBERS:
      return from || to;
    case TRAMA_TIES_ALL:
    default:
      return TRUE;
    }
}

static void
count_one (TramaTieCounts *counts, const TramaGraphTie *tie)
{
  counts->ties++;
  counts->by_kind[tie->kind]++;
  counts->undated += tie->undated;
  counts->mediated += tie->mediated;
  counts->only_hers += tie->only_hers;
  counts->introducer_unknown += tie->introducer_unknown;
  if (tie->change == TRAMA_GRAPH_CHANGE_NEW)
    {
      counts->added++;
      counts->added_by_kind[tie->kind]++;
    }
  else if (tie->change == TRAMA_GRAPH_CHANGE_KEPT)
    {
      counts->kept++;
      counts->kept_by_kind[tie->kind]++;
    }
}

void
trama_network_count_ties (const TramaGraph *graph, TramaTieScope scope, TramaTieCounts *counts)
{
  const TramaGraphTie *ties = trama_graph_ties (graph);

  g_return_if_fail (graph != NULL && counts != NULL);

  *counts = (TramaTieCounts) { 0 };
  for (guint i = 0; i < trama_graph_n_ties (graph); i++)
    {
      const TramaGraphTie *tie = &ties[i];

      if (tie->loop || tie->duplicate || tie->gone || !trama_graph_tie_in_scope (graph, tie, scope))
        continue;
      if (tie->counts)
        count_one (counts, tie);
      else if (tie->change == TRAMA_GRAPH_CHANGE_LOST)
        {
          counts->lost++;
          counts->lost_by_kind[tie->kind]++;
        }
      else if (tie->state == TRAMA_TIE_UNCONFIRMED)
        counts->unconfirmed++;
      else if (tie->state == TRAMA_TIE_UNSURE)
        counts->unsure++;
    }
}

guint
trama_network_n_nodes (const TramaGraph *graph, gboolean members)
{
  const TramaGraphNode *nodes = trama_graph_nodes (graph);
  guint n = 0;

  for (guint i = 0; i < trama_graph_n_nodes (graph); i++)
    n += takes_part (&nodes[i], members) != FALSE;
  return n;
}

guint
trama_network_degree (const TramaGraph *graph, guint node, guint *partners)
{
  const TramaGraphTie *ties = trama_graph_ties (graph);
  guint n;
  const guint *mine = trama_graph_node_ties (graph, node, &n);
  g_autofree guint *others = g_new (guint, MAX (n, 1));
  guint degree = 0;
  guint distinct = 0;

  for (guint i = 0; i < n; i++)
    if (ties[mine[i]].counts)
      others[degree++] = trama_graph_tie_other (&ties[mine[i]], node);
  if (partners != NULL)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (guint i = 0; i < degree; i++)
        distinct += g_hash_table_add (seen, GUINT_TO_POINTER (others[i] + 1)) != FALSE;
      *partners = distinct;
    }
  return degree;
}

/* Pairs of nodes that take part and are tied at least once. */
static guint
count_pairs (const TramaGraph *graph, gboolean members)
{
  const TramaGraphNode *nodes = trama_graph_nodes (graph);
  const TramaGraphTie *ties = trama_graph_ties (graph);
  g_autofree guint *last_seen = g_new0 (guint, MAX (trama_graph_n_nodes (graph), 1));
  guint pairs = 0;

  for (guint node = 0; node < trama_graph_n_nodes (graph); node++)
    {
      guint n;
      const guint *mine = trama_graph_node_ties (graph, node, &n);

      if (!takes_part (&nodes[node], members))
        continue;
      for (guint i = 0; i < n; i++)
        {
          guint other = trama_graph_tie_other (&ties[mine[i]], node);

          if (!ties[mine[i]].counts || other <= node || last_seen[other] == node + 1
              || !takes_part (&nodes[other], members))
            continue;
          last_seen[other] = node + 1;
          pairs++;
        }
    }
  return pairs;
}

double
trama_network_density (const TramaGraph *graph, gboolean members)
{
  guint n;

  g_return_val_if_fail (graph != NULL, NAN);

  n = trama_network_n_nodes (graph, members);
  return n < 2 ? NAN : count_pairs (graph, members) / (n * (n - 1.0) / 2.0);
}
