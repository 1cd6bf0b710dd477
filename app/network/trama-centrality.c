/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-igraph.h"
#include "trama-network-measures.h"

/* Pairs of participants, each once, by their places among the participants. */
static guint
list_pairs (const TramaGraph *graph, const guint *place, guint (*pairs)[2])
{
  const TramaGraphTie *ties = trama_graph_ties (graph);
  guint n_nodes = trama_graph_n_nodes (graph);
  g_autofree guint *last_seen = g_new0 (guint, MAX (n_nodes, 1));
  guint n = 0;

  for (guint node = 0; node < n_nodes; node++)
    {
      guint n_mine;
      const guint *mine = trama_graph_node_ties (graph, node, &n_mine);

      for (guint i = 0; i < n_mine && place[node] != G_MAXUINT; i++)
        {
          guint other = trama_graph_tie_other (&ties[mine[i]], node);

          if (!ties[mine[i]].counts || other <= node || place[other] == G_MAXUINT
              || last_seen[other] == node + 1)
            continue;
          last_seen[other] = node + 1;
          pairs[n][0] = place[node];
          pairs[n][1] = place[other];
          n++;
        }
    }
  return n;
}

static void
spread (double *values, const double *found, const guint *place, guint n)
{
  for (guint i = 0; i < n && values != NULL; i++)
    values[i] = place[i] == G_MAXUINT ? NAN : found[place[i]];
}

gboolean
trama_network_centrality (const TramaGraph *graph, double *betweenness, double *closeness,
                          GCancellable *cancellable, GError **error)
{
  const TramaGraphNode *nodes;
  g_autofree guint *place = NULL;
  g_autofree guint (*pairs)[2] = NULL;
  g_autofree double *found_betweenness = NULL;
  g_autofree double *found_closeness = NULL;
  guint n;
  guint n_taking_part = 0;
  guint n_pairs;

  g_return_val_if_fail (graph != NULL, FALSE);

  nodes = trama_graph_nodes (graph);
  n = trama_graph_n_nodes (graph);
  place = g_new (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    place[i] = nodes[i].off || nodes[i].closed ? G_MAXUINT : n_taking_part++;
  pairs = g_malloc (sizeof *pairs * MAX (trama_graph_n_ties (graph), 1));
  n_pairs = list_pairs (graph, place, pairs);
  if (betweenness != NULL)
    found_betweenness = g_new0 (double, MAX (n_taking_part, 1));
  if (closeness != NULL)
    found_closeness = g_new0 (double, MAX (n_taking_part, 1));
  if (!trama_igraph_centrality (n_taking_part, (const guint (*)[2]) pairs, n_pairs,
                                found_betweenness, found_closeness, cancellable, error))
    return FALSE;
  spread (betweenness, found_betweenness, place, n);
  spread (closeness, found_closeness, place, n);
  return TRUE;
}
