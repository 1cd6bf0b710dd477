/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-graph-gather.h"

static void
read_memberships (TramaGraphNode *node, const TramaGathering *gathering)
{
  TramaRecords memberships
      = TRAMA_REFERRING (gathering->version, MEMBERSHIP, TramaMembership, firm, node->id);

  for (guint i = 0; i < memberships.n; i++)
    {
      const TramaMembership *membership = (const TramaMembership *) memberships.records[i];
      gboolean vague;

      if (gathering->options->scope == TRAMA_GRAPH_PROGRAMME
          && !trama_id_equal (membership->programme, gathering->options->subject))
        continue;
      node->member_ever = TRUE;
      if (trama_membership_holds (membership, gathering->options->as_of, &vague))
        node->member = TRUE;
      else if (vague)
        node->member_vague = TRUE;
    }
  if (node->member)
    node->member_vague = FALSE;
}

static void
make_nodes (TramaGraph *graph, const TramaGathering *gathering)
{
  graph->n_nodes = gathering->people->len;
  graph->nodes = g_new0 (TramaGraphNode, MAX (graph->n_nodes, 1));
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      TramaGraphNode *node = &graph->nodes[i];
      const TramaRecord *record = g_ptr_array_index (gathering->people, i);

      trama_graph_node_init (node, gathering->version, record, gathering->options, gathering->home,
                             gathering->begin, &gathering->hers);
      node->core = trama_gathering_is_core (gathering, record) != FALSE;
      if (node->kind == TRAMA_GRAPH_FIRM)
        read_memberships (node, gathering);
    }
}

static void
make_ties (TramaGraph *graph, const TramaGathering *gathering)
{
  graph->n_ties = gathering->linkages->len;
  graph->ties = g_new0 (TramaGraphTie, MAX (graph->n_ties, 1));
  for (guint i = 0; i < graph->n_ties; i++)
    {
      TramaGraphTie *tie = &graph->ties[i];
      const TramaLinkage *linkage = g_ptr_array_index (gathering->linkages, i);
      gboolean vague = FALSE;

      tie->record = linkage;
      tie->from = (guint) trama_graph_find (graph, linkage->from);
      tie->to = (guint) trama_graph_find (graph, linkage->to);
      tie->kind = (TramaLinkageKind) linkage->kind;
      tie->state = trama_gathering_state_at (gathering, linkage, gathering->options->as_of, &vague);
      tie->vague = vague != FALSE;
      tie->directed = trama_linkage_kind_is_directed (tie->kind) != FALSE;
    }
}

void
trama_graph_make_adjacency (TramaGraph *graph)
{
  g_autofree guint *fill = NULL;

  graph->first_tie = g_new0 (guint, graph->n_nodes + 1);
  for (guint i = 0; i < graph->n_ties; i++)
    {
      graph->first_tie[graph->ties[i].from + 1]++;
      if (!graph->ties[i].loop)
        graph->first_tie[graph->ties[i].to + 1]++;
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    graph->first_tie[i + 1] += graph->first_tie[i];
  graph->node_ties = g_new (guint, MAX (graph->first_tie[graph->n_nodes], 1));
  fill = g_memdup2 (graph->first_tie, (graph->n_nodes + 1) * sizeof (guint));
  for (guint i = 0; i < graph->n_ties; i++)
    {
      graph->node_ties[fill[graph->ties[i].from]++] = i;
      if (!graph->ties[i].loop)
        graph->node_ties[fill[graph->ties[i].to]++] = i;
    }
}

void
trama_graph_options_init (TramaGraphOptions *options, TramaGraphScope scope, TramaId subject,
                          gint32 as_of)
{
  *options = (TramaGraphOptions) { .scope = scope, .subject = subject, .as_of = as_of };
}

TramaGraph *
trama_graph_new (TramaVersion *version, const TramaGraphOptions *options)
{
  TramaGathering gathering;
  TramaGraph *graph;

  g_return_val_if_fail (version != NULL && options != NULL, NULL);

  trama_gathering_init (&gathering, version, options);
  graph = g_new0 (TramaGraph, 1);
  g_atomic_ref_count_init (&graph->references);
  graph->version = trama_version_ref (version);
  graph->options = *options;
  make_nodes (graph, &gathering);
  make_ties (graph, &gathering);
  trama_graph_settle_ties (graph, &gathering);
  trama_graph_settle_switches (graph);
  trama_graph_make_adjacency (graph);
  trama_gathering_clear (&gathering);
  return graph;
}

TramaGraph *
trama_graph_new_switched (const TramaGraph *graph, gboolean without_broker, TramaId without_owner)
{
  TramaGraph *copy;

  g_return_val_if_fail (graph != NULL, NULL);

  copy = g_memdup2 (graph, sizeof *graph);
  g_atomic_ref_count_init (&copy->references);
  trama_version_ref (copy->version);
  copy->nodes = g_memdup2 (graph->nodes, MAX (graph->n_nodes, 1) * sizeof *graph->nodes);
  copy->ties = g_memdup2 (graph->ties, MAX (graph->n_ties, 1) * sizeof *graph->ties);
  copy->first_tie = g_memdup2 (graph->first_tie, (graph->n_nodes + 1) * sizeof *graph->first_tie);
  copy->node_ties = g_memdup2 (graph->node_ties, MAX (graph->first_tie[graph->n_nodes], 1)
                                                     * sizeof *graph->node_ties);
  copy->options.without_broker = without_broker;
  copy->options.without_owner = without_owner;
  trama_graph_settle_switches (copy);
  return copy;
}

TramaGraph *
trama_graph_ref (TramaGraph *graph)
{
  g_atomic_ref_count_inc (&graph->references);
  return graph;
}

void
trama_graph_unref (TramaGraph *graph)
{
  if (graph == NULL || !g_atomic_ref_count_dec (&graph->references))
    return;
  trama_version_unref (graph->version);
  g_free (graph->nodes);
  g_free (graph->ties);
  g_free (graph->first_tie);
  g_free (graph->node_ties);
  g_free (graph);
}

TramaVersion *
trama_graph_version (const TramaGraph *graph)
{
  return graph->version;
}

const TramaGraphOptions *
trama_graph_options (const TramaGraph *graph)
{
  return &graph->options;
}

guint
trama_graph_n_nodes (const TramaGraph *graph)
{
  return graph->n_nodes;
}

const TramaGraphNode *
trama_graph_nodes (const TramaGraph *graph)
{
  return graph->nodes;
}

guint
trama_graph_n_ties (const TramaGraph *graph)
{
  return graph->n_ties;
}

const TramaGraphTie *
trama_graph_ties (const TramaGraph *graph)
{
  return graph->ties;
}

int
trama_graph_find (const TramaGraph *graph, TramaId id)
{
  guint low = 0;
  guint high = graph->n_nodes;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = trama_id_compare (graph->nodes[middle].id, id);

      if (order == 0)
        return (int) middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return -1;
}

const guint *
trama_graph_node_ties (const TramaGraph *graph, guint node, guint *n)
{
  g_return_val_if_fail (node < graph->n_nodes, NULL);

  *n = graph->first_tie[node + 1] - graph->first_tie[node];
  return graph->node_ties + graph->first_tie[node];
}
