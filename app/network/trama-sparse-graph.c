/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-sparse-graph.h"

#include <stdlib.h>

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

TramaSparseGraph *
trama_sparse_graph_new (const TramaGraph *graph)
{
  TramaSparseGraph *sparse = g_new0 (TramaSparseGraph, 1);
  const TramaGraphTie *ties = trama_graph_ties (graph);
  guint at = 0;

  sparse->n = trama_graph_n_nodes (graph);
  sparse->longest = 1;
  sparse->first = g_new0 (guint, sparse->n + 1);
  sparse->neighbours = g_new (guint, MAX (2 * trama_graph_n_ties (graph), 1));
  for (guint node = 0; node < sparse->n; node++)
    {
      guint n_mine;
      const guint *mine = trama_graph_node_ties (graph, node, &n_mine);
      guint begin = at;
      guint end;

      for (guint i = 0; i < n_mine; i++)
        if (!ties[mine[i]].loop)
          sparse->neighbours[at++] = trama_graph_tie_other (&ties[mine[i]], node);
      end = at;
      qsort (sparse->neighbours + begin, end - begin, sizeof (guint), compare_numbers);
      at = begin;
      for (guint i = begin; i < end; i++)
        if (at == begin || sparse->neighbours[at - 1] != sparse->neighbours[i])
          sparse->neighbours[at++] = sparse->neighbours[i];
      sparse->first[node + 1] = at;
    }
  return sparse;
}

TramaSparseGraph *
trama_sparse_graph_new_part (const TramaSparseGraph *whole, const guint *nodes, guint n,
                             guint *place)
{
  TramaSparseGraph *part = g_new0 (TramaSparseGraph, 1);
  guint at = 0;
  guint size = 0;

  for (guint i = 0; i < n; i++)
    {
      place[nodes[i]] = i;
      size += whole->first[nodes[i] + 1] - whole->first[nodes[i]];
    }
  part->n = n;
  part->longest = 1;
  part->first = g_new0 (guint, n + 1);
  part->neighbours = g_new (guint, MAX (size, 1));
  for (guint i = 0; i < n; i++)
    {
      for (guint k = whole->first[nodes[i]]; k < whole->first[nodes[i] + 1]; k++)
        part->neighbours[at++] = place[whole->neighbours[k]];
      part->first[i + 1] = at;
    }
  return part;
}

void
trama_sparse_graph_free (TramaSparseGraph *graph)
{
  if (graph == NULL)
    return;
  g_free (graph->first);
  g_free (graph->neighbours);
  g_free (graph->lengths);
  g_free (graph);
}

typedef struct
{
  guint begin; /* into the list of nodes as found */
  guint n;
} Part;

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *x = a;
  const Part *y = b;

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  return x->begin < y->begin ? -1 : x->begin > y->begin;
}

guint
trama_sparse_graph_parts (const TramaSparseGraph *graph, guint **parts, guint **starts)
{
  g_autofree guint *found = g_new (guint, MAX (graph->n, 1));
  g_autofree guint8 *seen = g_new0 (guint8, MAX (graph->n, 1));
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Part));
  guint tail = 0;
  guint at = 0;

  for (guint first = 0; first < graph->n; first++)
    if (!seen[first])
      {
        Part part = { .begin = tail };

        seen[first] = TRUE;
        found[tail++] = first;
        for (guint head = part.begin; head < tail; head++)
          for (guint k = graph->first[found[head]]; k < graph->first[found[head] + 1]; k++)
            if (!seen[graph->neighbours[k]])
              {
                seen[graph->neighbours[k]] = TRUE;
                found[tail++] = graph->neighbours[k];
              }
        part.n = tail - part.begin;
        qsort (found + part.begin, part.n, sizeof (guint), compare_numbers);
        g_array_append_val (list, part);
      }
  g_array_sort (list, compare_parts);
  *parts = g_new (guint, MAX (graph->n, 1));
  *starts = g_new (guint, list->len + 1);
  for (guint i = 0; i < list->len; i++)
    {
      const Part *part = &g_array_index (list, Part, i);

      (*starts)[i] = at;
      for (guint k = 0; k < part->n; k++)
        (*parts)[at++] = found[part->begin + k];
    }
  (*starts)[list->len] = at;
  return list->len;
}
