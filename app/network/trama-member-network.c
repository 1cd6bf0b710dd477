/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-components.h"

/* The broker and her like hold members together but are not counted among them. */
static TramaComponents *
find_components (const TramaGraph *graph, const guint8 *member)
{
  const TramaGraphNode *nodes = trama_graph_nodes (graph);
  const TramaGraphTie *ties = trama_graph_ties (graph);
  guint n = trama_graph_n_nodes (graph);
  g_autofree guint *parents = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    parents[i] = i;
  for (guint i = 0; i < trama_graph_n_ties (graph); i++)
    {
      guint from = ties[i].from;
      guint to = ties[i].to;

      if (ties[i].counts && (member[from] || nodes[from].hers) && (member[to] || nodes[to].hers))
        trama_union_find_join (parents, from, to);
    }
  return trama_components_new_from_parents (parents, member, n);
}

static void
count_ties (TramaMemberNetwork *network, const TramaGraph *graph, const guint8 *member)
{
  const TramaGraphNode *nodes = trama_graph_nodes (graph);
  const TramaGraphTie *ties = trama_graph_ties (graph);
  guint n = trama_graph_n_nodes (graph);
  g_autofree guint *last_seen = g_new0 (guint, MAX (n, 1));

  network->tie_records = g_new0 (TramaId, MAX (trama_graph_n_ties (graph), 1));
  for (guint i = 0; i < trama_graph_n_ties (graph); i++)
    if (ties[i].counts && member[ties[i].from] && member[ties[i].to])
      network->tie_records[network->n_tie_records++] = ties[i].record->record.id;
  network->ties = network->n_tie_records;

  for (guint node = 0; node < n; node++)
    {
      guint n_mine;
      const guint *mine = trama_graph_node_ties (graph, node, &n_mine);
      gboolean outside = FALSE;

      for (guint i = 0; i < n_mine && member[node]; i++)
        {
          guint other = trama_graph_tie_other (&ties[mine[i]], node);

          if (!ties[mine[i]].counts)
            continue;
          if (!member[other])
            outside |= !nodes[other].hers;
          else if (other > node && last_seen[other] != node + 1)
            {
              last_seen[other] = node + 1;
              network->pairs++;
            }
        }
      network->with_outside += outside != FALSE;
    }
}

TramaMemberNetwork *
trama_member_network_new (const TramaGraph *graph)
{
  TramaMemberNetwork *network;
  const TramaGraphNode *nodes;
  g_autoptr (TramaComponents) components = NULL;
  g_autofree guint8 *member = NULL;
  guint n;

  g_return_val_if_fail (graph != NULL, NULL);

  network = g_new0 (TramaMemberNetwork, 1);
  nodes = trama_graph_nodes (graph);
  n = trama_graph_n_nodes (graph);
  member = g_new0 (guint8, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      member[i] = nodes[i].member && !nodes[i].off;
      network->members += member[i];
    }
  components = find_components (graph, member);
  network->components = components->n;
  network->largest = components->n > 0 ? components->sizes[0] : 0;
  network->isolated = g_new0 (TramaId, MAX (network->members, 1));
  for (guint i = 0; i < n; i++)
    if (member[i] && components->sizes[components->of_node[i]] == 1)
      network->isolated[network->n_isolated++] = nodes[i].id;
  network->sizes = g_steal_pointer (&components->sizes);
  count_ties (network, graph, member);
  return network;
}

void
trama_member_network_free (TramaMemberNetwork *network)
{
  if (network == NULL)
    return;
  g_free (network->sizes);
  g_free (network->isolated);
  g_free (network->tie_records);
  g_free (network);
}

double
trama_member_network_ties_per_member (const TramaMemberNetwork *network)
{
  return network->members == 0 ? NAN : 2.0 * network->ties / network->members;
}
