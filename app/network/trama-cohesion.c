/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-cohesion.h"

#include <math.h>
#include <stdlib.h>

double
trama_cohesion_density (const TramaPlainGraph *graph)
{
  return graph->n < 2 ? NAN : graph->n_pairs / (graph->n * (graph->n - 1.0) / 2);
}

double
trama_cohesion_reciprocity (const TramaPlainGraph *graph, guint *mutual, guint *directed)
{
  guint both = 0;
  guint all = 0;

  for (guint i = 0; i < graph->n_arcs; i++)
    if (graph->arc_directed[i])
      {
        all++;
        both += trama_plain_graph_has_arc (graph, graph->arcs[i][1], graph->arcs[i][0]) != FALSE;
      }
  if (mutual != NULL)
    *mutual = both;
  if (directed != NULL)
    *directed = all;
  return all == 0 ? NAN : (double) both / all;
}

double
trama_cohesion_centralisation (const TramaPlainGraph *graph)
{
  guint most = 0;
  double sum = 0;

  if (graph->n < 3)
    return NAN;
  for (guint i = 0; i < graph->n; i++)
    most = MAX (most, trama_plain_graph_degree (graph, i));
  for (guint i = 0; i < graph->n; i++)
    sum += most - trama_plain_graph_degree (graph, i);
  return sum / ((graph->n - 1.0) * (graph->n - 2.0));
}

/* Each triangle is met once, from its least node; marks tell that node's partners. */
double
trama_cohesion_clustering (const TramaPlainGraph *graph, double *local, TramaTriads *triads)
{
  g_autofree guint *marked = g_new0 (guint, MAX (graph->n, 1));
  g_autofree guint64 *triangles = g_new0 (guint64, MAX (graph->n, 1));
  TramaTriads found = { 0 };

  for (guint a = 0; a < graph->n; a++)
    {
      for (guint i = graph->first[a]; i < graph->first[a + 1]; i++)
        marked[graph->neighbours[i]] = a + 1;
      for (guint i = graph->first[a]; i < graph->first[a + 1]; i++)
        {
          guint b = graph->neighbours[i];

          for (guint k = graph->first[b + 1]; b > a && k-- > graph->first[b];)
            {
              guint c = graph->neighbours[k];

              if (c <= b)
                break;
              if (marked[c] != a + 1)
                continue;
              triangles[a]++;
              triangles[b]++;
              triangles[c]++;
              found.triangles++;
            }
        }
    }
  for (guint i = 0; i < graph->n; i++)
    {
      guint64 degree = trama_plain_graph_degree (graph, i);
      guint64 triples = degree > 0 ? degree * (degree - 1) / 2 : 0;

      found.triples += triples;
      if (local != NULL)
        local[i] = triples == 0 ? NAN : (double) triangles[i] / (double) triples;
    }
  if (triads != NULL)
    *triads = found;
  return found.triples == 0 ? NAN : 3.0 * (double) found.triangles / (double) found.triples;
}

typedef struct
{
  guint node;
  guint degree;
} Busy;

static int
compare_busy (gconstpointer a, gconstpointer b)
{
  const Busy *x = a;
  const Busy *y = b;

  if (x->degree != y->degree)
    return x->degree > y->degree ? -1 : 1;
  return x->node < y->node ? -1 : x->node > y->node;
}

/* With k of the core, misfits are k (k − 1) / 2 − ties within it + ties within the edge, and ties
 * within the edge are all − Σ partners of the core + ties within it: so only the sum matters. */
static guint
find_size (const TramaPlainGraph *graph, const Busy *busy, guint64 *misfits)
{
  gint64 best = graph->n_pairs;
  gint64 sum = 0;
  guint size = 0;

  for (guint k = 1; k <= graph->n; k++)
    {
      gint64 now;

      sum += busy[k - 1].degree;
      now = (gint64) k * (k - 1) / 2 + graph->n_pairs - sum;
      if (now < best)
        {
          best = now;
          size = k;
        }
    }
  *misfits = (guint64) best;
  return size;
}

double
trama_cohesion_core (const TramaPlainGraph *graph, guint8 *core, guint *size, guint64 *misfits)
{
  g_autofree Busy *busy = g_new (Busy, MAX (graph->n, 1));
  double within = 0;
  double in_edge = 0;
  double core_pairs, edge_pairs, all, tied, variance;

  for (guint i = 0; i < graph->n; i++)
    busy[i] = (Busy) { i, trama_plain_graph_degree (graph, i) };
  if (graph->n > 1)
    qsort (busy, graph->n, sizeof *busy, compare_busy);
  *size = find_size (graph, busy, misfits);
  for (guint i = 0; i < graph->n; i++)
    core[busy[i].node] = i < *size;
  for (guint i = 0; i < graph->n_pairs; i++)
    if (core[graph->pairs[i][0]] == core[graph->pairs[i][1]])
      {
        if (core[graph->pairs[i][0]])
          within++;
        else
          in_edge++;
      }
  core_pairs = *size * (*size - 1.0) / 2;
  edge_pairs = (graph->n - *size) * ((double) graph->n - *size - 1) / 2;
  all = core_pairs + edge_pairs;
  tied = within + in_edge;
  variance = tied * (all - tied) * core_pairs * edge_pairs;
  return variance > 0 ? (all * within - tied * core_pairs) / sqrt (variance) : NAN;
}
