/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "trama-layout-private.h"
#include "trama-sparse-graph.h"

/*
 * Everybody on one circle. They are first ordered by a search from the busiest, part by part, so that
 * what hangs together stands together; then each in turn is moved to the middle of its partners, as
 * long as that makes ties shorter along the circle. Nothing but ranks and sums decides.
 */
#define MARGIN 0.06
#define ROUNDS 24
#define PI 3.14159265358979323846

/* By the series of sine and cosine, on an eighth of a turn: the same bits on every machine. */
static void
eighth (double turns, double *cosine, double *sine)
{
  double angle = turns * 2 * PI;
  double square = angle * angle;
  double c = 0;
  double s = 0;

  for (int k = 9; k >= 0; k--)
    {
      c = 1 - c * square / ((2.0 * k + 1) * (2.0 * k + 2));
      s = 1 - s * square / ((2.0 * k + 2) * (2.0 * k + 3));
    }
  *cosine = c;
  *sine = s * angle;
}

void
trama_layout_direction (double turns, double *cosine, double *sine)
{
  double whole = floor (turns);
  double part = turns - whole;
  int quarter = (int) (part * 4);
  double rest = part - quarter / 4.0;
  double c, s;

  if (rest > 0.125)
    {
      eighth (0.25 - rest, &s, &c);
    }
  else
    eighth (rest, &c, &s);
  switch (quarter)
    {
    case 0:
      *cosine = c;
      *sine = s;
      break;
    case 1:
      *cosine = -s;
      *sine = c;
      break;
    case 2:
      *cosine = -c;
      *sine = -s;
      break;
    default:
      *cosine = s;
      *sine = -c;
    }
}

typedef struct
{
  double key;
  guint at;
  guint node;
} Keyed;

static int
compare_keyed (gconstpointer a, gconstpointer b)
{
  const Keyed *x = a;
  const Keyed *y = b;

  if (x->key < y->key || x->key > y->key)
    return x->key < y->key ? -1 : 1;
  return x->at < y->at ? -1 : x->at > y->at;
}

/* The whole way of all ties along the circle, the shorter way round for each. */
static guint64
way_of (const TramaSparseGraph *graph, const guint *rank)
{
  guint64 way = 0;

  for (guint i = 0; i < graph->n; i++)
    for (guint k = graph->first[i]; k < graph->first[i + 1]; k++)
      {
        guint apart = rank[i] > rank[graph->neighbours[k]] ? rank[i] - rank[graph->neighbours[k]]
                                                           : rank[graph->neighbours[k]] - rank[i];

        way += MIN (apart, graph->n - apart);
      }
  return way;
}

static guint
busiest_of (const TramaSparseGraph *graph, const guint *nodes, guint n)
{
  guint best = nodes[0];

  for (guint i = 1; i < n; i++)
    if (graph->first[nodes[i] + 1] - graph->first[nodes[i]]
        > graph->first[best + 1] - graph->first[best])
      best = nodes[i];
  return best;
}

/* Part by part, each as a search in depth from its busiest meets them. */
static void
first_order (const TramaSparseGraph *graph, guint *order)
{
  g_autofree guint *nodes = NULL;
  g_autofree guint *starts = NULL;
  g_autofree guint8 *seen = g_new0 (guint8, MAX (graph->n, 1));
  g_autofree guint *stack = g_new (guint, MAX (graph->first[graph->n], graph->n) + 1);
  guint n_parts = trama_sparse_graph_parts (graph, &nodes, &starts);
  guint n = 0;

  for (guint p = 0; p < n_parts; p++)
    {
      guint depth = 0;

      stack[depth++] = busiest_of (graph, nodes + starts[p], starts[p + 1] - starts[p]);
      while (depth > 0)
        {
          guint node = stack[--depth];

          if (seen[node])
            continue;
          seen[node] = TRUE;
          order[n++] = node;
          for (guint k = graph->first[node + 1]; k-- > graph->first[node];)
            if (!seen[graph->neighbours[k]])
              stack[depth++] = graph->neighbours[k];
        }
    }
}

/* Where its partners stand on the whole, seen from itself, the shorter way round. */
static double
pulled (const TramaSparseGraph *graph, const guint *rank, guint node)
{
  guint degree = graph->first[node + 1] - graph->first[node];
  double sum = 0;

  for (guint k = graph->first[node]; k < graph->first[node + 1]; k++)
    {
      double apart = (double) rank[graph->neighbours[k]] - rank[node];

      if (apart > graph->n / 2.0)
        apart -= graph->n;
      else if (apart < -(graph->n / 2.0))
        apart += graph->n;
      sum += apart;
    }
  return rank[node] + (degree > 0 ? sum / degree : 0);
}

static void
better_order (const TramaSparseGraph *graph, guint *order, GCancellable *cancellable)
{
  g_autofree guint *rank = g_new (guint, MAX (graph->n, 1));
  g_autofree guint *best = g_memdup2 (order, MAX (graph->n, 1) * sizeof *order);
  g_autofree Keyed *keyed = g_new (Keyed, MAX (graph->n, 1));
  guint64 least = G_MAXUINT64;

  for (guint round = 0; round < ROUNDS && !g_cancellable_is_cancelled (cancellable); round++)
    {
      guint64 way;

      for (guint i = 0; i < graph->n; i++)
        rank[order[i]] = i;
      way = way_of (graph, rank);
      if (way < least)
        {
          least = way;
          memcpy (best, order, graph->n * sizeof *order);
        }
      for (guint i = 0; i < graph->n; i++)
        keyed[i] = (Keyed) { pulled (graph, rank, order[i]), i, order[i] };
      if (graph->n > 1)
        qsort (keyed, graph->n, sizeof *keyed, compare_keyed);
      for (guint i = 0; i < graph->n; i++)
        order[i] = keyed[i].node;
    }
  memcpy (order, best, graph->n * sizeof *order);
}

TramaLayout *
trama_layout_circle_new (const TramaGraph *graph, double aspect, GCancellable *cancellable)
{
  g_autoptr (TramaSparseGraph) sparse = NULL;
  g_autofree guint *order = NULL;
  TramaLayoutPlace *places;
  double half;

  g_return_val_if_fail (graph != NULL && aspect > 0, NULL);

  sparse = trama_sparse_graph_new (graph);
  order = g_new (guint, MAX (sparse->n, 1));
  places = g_new0 (TramaLayoutPlace, MAX (sparse->n, 1));
  first_order (sparse, order);
  better_order (sparse, order, cancellable);
  half = 0.5 - MARGIN;
  for (guint i = 0; i < sparse->n; i++)
    {
      double cosine, sine;

      /* From the top, clockwise. */
      trama_layout_direction (0.75 + (double) i / sparse->n, &cosine, &sine);
      places[i] = (TramaLayoutPlace) {
        .id = trama_graph_nodes (graph)[order[i]].id,
        .lane = TRAMA_N_LANES,
        .x = 0.5 + half * cosine * MIN (1, 1 / aspect),
        .y = 0.5 + half * sine * MIN (1, aspect),
      };
    }
  return trama_layout_new (TRAMA_LAYOUT_CIRCLE, places, sparse->n, NULL, 0);
}
