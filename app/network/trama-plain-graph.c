/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-plain-graph.h"

#include <stdlib.h>

typedef struct
{
  guint a;
  guint b;
  double weight;
  guint8 directed;
} Link;

static int
compare_links (gconstpointer p, gconstpointer q)
{
  const Link *x = p;
  const Link *y = q;

  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return x->b < y->b ? -1 : x->b > y->b;
}

/* Sorts and joins those of the same two; how many are left. */
static guint
join_links (Link *links, guint n)
{
  guint left = 0;

  if (n > 1)
    qsort (links, n, sizeof *links, compare_links);
  for (guint i = 0; i < n; i++)
    if (left > 0 && compare_links (&links[left - 1], &links[i]) == 0)
      {
        links[left - 1].weight += links[i].weight;
        links[left - 1].directed |= links[i].directed;
      }
    else
      links[left++] = links[i];
  return left;
}

static void
count_node (TramaPlainGraph *graph, guint node, const TramaPlainTie *tie, gboolean in, gboolean out)
{
  graph->ties[node]++;
  graph->weight[node] += tie->weight;
  if (in)
    {
      graph->ties_in[node]++;
      graph->weight_in[node] += tie->weight;
    }
  if (out)
    {
      graph->ties_out[node]++;
      graph->weight_out[node] += tie->weight;
    }
}

static void
make_arcs (TramaPlainGraph *graph, Link *links, guint n)
{
  graph->n_arcs = join_links (links, n);
  graph->arcs = g_malloc (sizeof *graph->arcs * MAX (graph->n_arcs, 1));
  graph->arc_weights = g_new (double, MAX (graph->n_arcs, 1));
  graph->arc_directed = g_new (guint8, MAX (graph->n_arcs, 1));
  graph->first_out = g_new0 (guint, graph->n + 1);
  for (guint i = 0; i < graph->n_arcs; i++)
    {
      graph->arcs[i][0] = links[i].a;
      graph->arcs[i][1] = links[i].b;
      graph->arc_weights[i] = links[i].weight;
      graph->arc_directed[i] = links[i].directed;
      graph->first_out[links[i].a + 1]++;
    }
  for (guint i = 0; i < graph->n; i++)
    graph->first_out[i + 1] += graph->first_out[i];
}

/* Pairs stand in rising order, so each node's neighbours come out rising: first those below it. */
static void
make_pairs (TramaPlainGraph *graph, Link *links, guint n)
{
  g_autofree guint *fill = NULL;

  graph->n_pairs = join_links (links, n);
  graph->pairs = g_malloc (sizeof *graph->pairs * MAX (graph->n_pairs, 1));
  graph->pair_weights = g_new (double, MAX (graph->n_pairs, 1));
  graph->first = g_new0 (guint, graph->n + 1);
  graph->neighbours = g_new (guint, MAX (2 * graph->n_pairs, 1));
  graph->pair_of = g_new (guint, MAX (2 * graph->n_pairs, 1));
  for (guint i = 0; i < graph->n_pairs; i++)
    {
      graph->pairs[i][0] = links[i].a;
      graph->pairs[i][1] = links[i].b;
      graph->pair_weights[i] = links[i].weight;
      graph->first[links[i].a + 1]++;
      graph->first[links[i].b + 1]++;
    }
  for (guint i = 0; i < graph->n; i++)
    graph->first[i + 1] += graph->first[i];
  fill = g_memdup2 (graph->first, (graph->n + 1) * sizeof (guint));
  for (guint end = 2; end-- > 0;)
    for (guint i = 0; i < graph->n_pairs; i++)
      {
        guint at = fill[graph->pairs[i][end]]++;

        graph->neighbours[at] = graph->pairs[i][1 - end];
        graph->pair_of[at] = i;
      }
}

TramaPlainGraph *
trama_plain_graph_new (guint n, const TramaPlainTie *ties, guint n_ties)
{
  TramaPlainGraph *graph = g_new0 (TramaPlainGraph, 1);
  g_autofree Link *arcs = g_new (Link, MAX (2 * n_ties, 1));
  g_autofree Link *pairs = g_new (Link, MAX (n_ties, 1));
  guint n_arcs = 0;
  guint n_pairs = 0;

  graph->n = n;
  graph->ties = g_new0 (guint, MAX (n, 1));
  graph->ties_in = g_new0 (guint, MAX (n, 1));
  graph->ties_out = g_new0 (guint, MAX (n, 1));
  graph->weight = g_new0 (double, MAX (n, 1));
  graph->weight_in = g_new0 (double, MAX (n, 1));
  graph->weight_out = g_new0 (double, MAX (n, 1));
  for (guint i = 0; i < n_ties; i++)
    {
      const TramaPlainTie *tie = &ties[i];

      g_assert (tie->from < n && tie->to < n);
      if (tie->from == tie->to)
        continue;
      pairs[n_pairs++] = (Link) { MIN (tie->from, tie->to), MAX (tie->from, tie->to), tie->weight,
                                  tie->directed != FALSE };
      arcs[n_arcs++] = (Link) { tie->from, tie->to, tie->weight, tie->directed != FALSE };
      if (!tie->directed)
        arcs[n_arcs++] = (Link) { tie->to, tie->from, tie->weight, FALSE };
      count_node (graph, tie->from, tie, !tie->directed, TRUE);
      count_node (graph, tie->to, tie, TRUE, !tie->directed);
    }
  make_arcs (graph, arcs, n_arcs);
  make_pairs (graph, pairs, n_pairs);
  return graph;
}

void
trama_plain_graph_free (TramaPlainGraph *graph)
{
  if (graph == NULL)
    return;
  g_free (graph->pairs);
  g_free (graph->pair_weights);
  g_free (graph->first);
  g_free (graph->neighbours);
  g_free (graph->pair_of);
  g_free (graph->arcs);
  g_free (graph->arc_weights);
  g_free (graph->arc_directed);
  g_free (graph->first_out);
  g_free (graph->ties);
  g_free (graph->ties_in);
  g_free (graph->ties_out);
  g_free (graph->weight);
  g_free (graph->weight_in);
  g_free (graph->weight_out);
  g_free (graph);
}

TramaPlainGraph *
trama_plain_graph_new_of (const TramaGraph *graph, guint **places)
{
  const TramaGraphNode *nodes = trama_graph_nodes (graph);
  const TramaGraphTie *ties = trama_graph_ties (graph);
  guint n_nodes = trama_graph_n_nodes (graph);
  guint n_ties = trama_graph_n_ties (graph);
  g_autofree guint *place = g_new (guint, MAX (n_nodes, 1));
  g_autofree TramaPlainTie *plain = g_new (TramaPlainTie, MAX (n_ties, 1));
  guint *found = g_new (guint, MAX (n_nodes, 1));
  guint n = 0;
  guint n_plain = 0;

  for (guint i = 0; i < n_nodes; i++)
    {
      place[i] = nodes[i].off || nodes[i].closed ? G_MAXUINT : n;
      if (place[i] != G_MAXUINT)
        found[n++] = i;
    }
  for (guint i = 0; i < n_ties; i++)
    if (ties[i].counts && place[ties[i].from] != G_MAXUINT && place[ties[i].to] != G_MAXUINT)
      plain[n_plain++] = (TramaPlainTie) { place[ties[i].from], place[ties[i].to], ties[i].strength,
                                           ties[i].directed };
  if (places != NULL)
    *places = found;
  else
    g_free (found);
  return trama_plain_graph_new (n, plain, n_plain);
}

int
trama_plain_graph_find_pair (const TramaPlainGraph *graph, guint a, guint b)
{
  guint low = graph->first[a];
  guint high = graph->first[a + 1];

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (graph->neighbours[middle] == b)
        return (int) graph->pair_of[middle];
      if (graph->neighbours[middle] < b)
        low = middle + 1;
      else
        high = middle;
    }
  return -1;
}

gboolean
trama_plain_graph_has_arc (const TramaPlainGraph *graph, guint from, guint to)
{
  guint low = graph->first_out[from];
  guint high = graph->first_out[from + 1];

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (graph->arcs[middle][1] == to)
        return TRUE;
      if (graph->arcs[middle][1] < to)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}
