/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-stress.h"

#include <math.h>

#include "trama-forces.h"
#include "trama-random.h"

#define PIVOTS 50
#define SHUFFLED_EACH_ROUND 500000 /* pairs */
#define LAST_STEP 0.1        /* of the last round, for neighbours */

typedef struct
{
  guint16 a;
  guint16 b;
  float distance;
} Pair;

static Pair *
list_pairs (const TramaSparseGraph *graph, guint *n)
{
  Pair *pairs = g_new (Pair, (gsize) graph->n * (graph->n - 1) / 2);
  g_autofree guint *distances = g_new (guint, graph->n);
  g_auto (TramaWayfinder) finder = { 0 };

  *n = 0;
  trama_wayfinder_init (&finder, graph);
  for (guint i = 0; i < graph->n; i++)
    {
      trama_sparse_graph_distances (graph, &finder, i, distances);
      for (guint j = 0; j < i; j++)
        pairs[(*n)++] = (Pair) { (guint16) i, (guint16) j, (float) distances[j] };
    }
  return pairs;
}

static void
shuffle (Pair *pairs, guint n, TramaRandom *random)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = trama_random_below (random, i);
      Pair pair = pairs[i - 1];

      pairs[i - 1] = pairs[j];
      pairs[j] = pair;
    }
}

/* Each pair in turn is brought nearer to its distance, by @step times its weight but never past. */
static void
descend (const Pair *pairs, guint n, TramaPoint *points, double step)
{
  for (guint i = 0; i < n; i++)
    {
      TramaPoint *a = &points[pairs[i].a];
      TramaPoint *b = &points[pairs[i].b];
      double wanted = pairs[i].distance;
      double dx = a->x - b->x;
      double dy = a->y - b->y;
      double length = sqrt (dx * dx + dy * dy);
      double move = MIN (step / (wanted * wanted), 1);
      double part;

      if (length < 1e-9)
        continue;
      part = move * (length - wanted) / (2 * length);
      a->x -= part * dx;
      a->y -= part * dy;
      b->x += part * dx;
      b->y += part * dy;
    }
}

/* The first step is such that the farthest pair may go all its way, the last is gentle for the
 * nearest; between them it falls by a constant ratio, which is found by taking roots. */
static void
descend_all_pairs (const TramaSparseGraph *graph, TramaPoint *points, guint rounds_log,
                   GCancellable *cancellable)
{
  guint n;
  g_autofree Pair *pairs = list_pairs (graph, &n);
  TramaRandom random;
  double longest = 1;
  double shortest = G_MAXFLOAT;
  double step, ratio;

  for (guint i = 0; i < n; i++)
    {
      longest = MAX (longest, pairs[i].distance);
      shortest = MIN (shortest, pairs[i].distance);
    }
  step = longest * longest;
  ratio = LAST_STEP * shortest * shortest / step;
  for (guint i = 0; i < rounds_log; i++)
    ratio = sqrt (ratio);
  trama_random_init (&random, 5);
  for (guint round = 0; round <= (1u << rounds_log) && !g_cancellable_is_cancelled (cancellable);
       round++)
    {
      /* Shuffling many pairs takes as long as moving them: once for two rounds is enough. */
      if (n <= SHUFFLED_EACH_ROUND || round % 2 == 0)
        shuffle (pairs, n, &random);
      descend (pairs, n, points, step);
      step *= ratio;
    }
}

void
trama_stress_draw (const TramaSparseGraph *graph, TramaPoint *points, guint all_pairs,
                   guint rounds_log, GCancellable *cancellable)
{
  g_autoptr (TramaPivots) pivots = NULL;

  for (guint i = 0; i < graph->n; i++)
    points[i] = (TramaPoint) { 0, 0 };
  if (graph->n < 2)
    return;
  pivots = trama_pivots_new (graph, PIVOTS);
  trama_pivots_draw (pivots, graph, points);
  if (graph->n <= MIN (all_pairs, G_MAXUINT16))
    descend_all_pairs (graph, points, rounds_log, cancellable);
  else
    trama_forces_refine (graph, pivots, points, cancellable);
}
