/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-pivots.h"

#include <math.h>

#include "trama-random.h"

#define POWER_STEPS 100

static guint
busiest (const TramaSparseGraph *graph)
{
  guint best = 0;

  for (guint i = 1; i < graph->n; i++)
    if (graph->first[i + 1] - graph->first[i] > graph->first[best + 1] - graph->first[best])
      best = i;
  return best;
}

TramaPivots *
trama_pivots_new (const TramaSparseGraph *graph, guint wanted)
{
  TramaPivots *pivots = g_new0 (TramaPivots, 1);
  g_autofree guint *nearest = g_new (guint, MAX (graph->n, 1));
  g_auto (TramaWayfinder) finder = { 0 };
  guint next;

  if (graph->n == 0)
    return pivots;
  trama_wayfinder_init (&finder, graph);
  wanted = MIN (wanted, graph->n);
  pivots->nodes = g_new (guint, wanted);
  pivots->distances = g_new (guint, (gsize) wanted * graph->n);
  for (guint i = 0; i < graph->n; i++)
    nearest[i] = G_MAXUINT;
  next = busiest (graph);
  while (pivots->n < wanted)
    {
      guint *row = pivots->distances + (gsize) pivots->n * graph->n;

      pivots->nodes[pivots->n++] = next;
      trama_sparse_graph_distances (graph, &finder, next, row);
      for (guint i = 0; i < graph->n; i++)
        nearest[i] = MIN (nearest[i], row[i]);
      for (guint i = next = 0; i < graph->n; i++)
        if (nearest[i] > nearest[next])
          next = i;
    }
  return pivots;
}

void
trama_pivots_free (TramaPivots *pivots)
{
  if (pivots == NULL)
    return;
  g_free (pivots->nodes);
  g_free (pivots->distances);
  g_free (pivots);
}

/* −1/2 of the squared distances, with the means of rows and columns taken off: n rows of k. */
static double *
centre_distances (const TramaPivots *pivots, guint n)
{
  guint k = pivots->n;
  double *centred = g_new (double, (gsize) n *k);
  g_autofree double *column_means = g_new0 (double, k);
  double mean = 0;

  for (guint p = 0; p < k; p++)
    {
      const guint *row = pivots->distances + (gsize) p * n;

      for (guint i = 0; i < n; i++)
        {
          double square = (double) row[i] * row[i];

          centred[(gsize) i * k + p] = square;
          column_means[p] += square;
        }
      column_means[p] /= n;
      mean += column_means[p];
    }
  mean /= k;
  for (guint i = 0; i < n; i++)
    {
      double *row = centred + (gsize) i * k;
      double row_mean = 0;

      for (guint p = 0; p < k; p++)
        row_mean += row[p];
      row_mean /= k;
      for (guint p = 0; p < k; p++)
        row[p] = -0.5 * (row[p] - row_mean - column_means[p] + mean);
    }
  return centred;
}

static double
dot (const double *a, const double *b, guint k)
{
  double sum = 0;

  for (guint i = 0; i < k; i++)
    sum += a[i] * b[i];
  return sum;
}

static void
normalise (double *vector, guint k)
{
  double length = sqrt (dot (vector, vector, k));

  for (guint i = 0; i < k && length > 0; i++)
    vector[i] /= length;
}

/* The direction in which @square (k × k) stretches most, at right angles to @other (or NULL). */
static void
main_direction (const double *square, guint k, const double *other, double *vector)
{
  g_autofree double *next = g_new (double, k);
  TramaRandom random;

  trama_random_init (&random, other == NULL ? 2 : 3);
  for (guint i = 0; i < k; i++)
    vector[i] = trama_random_share (&random) - 0.5;
  for (guint step = 0; step < POWER_STEPS; step++)
    {
      if (other != NULL)
        {
          double along = dot (vector, other, k);

          for (guint i = 0; i < k; i++)
            vector[i] -= along * other[i];
        }
      normalise (vector, k);
      for (guint i = 0; i < k; i++)
        next[i] = dot (square + (gsize) i * k, vector, k);
      for (guint i = 0; i < k; i++)
        vector[i] = next[i];
    }
  normalise (vector, k);
}

/* Its scale is off; this one makes distances to the pivots right on the whole. */
static double
fit_scale (const TramaPivots *pivots, guint n, const TramaPoint *points)
{
  double above = 0;
  double below = 0;

  for (guint p = 0; p < pivots->n; p++)
    for (guint i = 0; i < n; i++)
      {
        double steps = pivots->distances[(gsize) p * n + i];
        double dx = points[i].x - points[pivots->nodes[p]].x;
        double dy = points[i].y - points[pivots->nodes[p]].y;
        double distance = sqrt (dx * dx + dy * dy);

        if (steps == 0)
          continue;
        above += distance / steps;
        below += distance * distance / (steps * steps);
      }
  return below > 0 ? above / below : 1;
}

void
trama_pivots_draw (const TramaPivots *pivots, const TramaSparseGraph *graph, TramaPoint *points)
{
  guint n = graph->n;
  guint k = pivots->n;
  g_autofree double *centred = centre_distances (pivots, n);
  g_autofree double *square = g_new0 (double, (gsize) k *k);
  g_autofree double *first = g_new (double, k);
  g_autofree double *second = g_new (double, k);
  TramaRandom random;
  double scale;

  for (guint i = 0; i < n; i++)
    {
      const double *row = centred + (gsize) i * k;

      for (guint p = 0; p < k; p++)
        for (guint q = p; q < k; q++)
          square[(gsize) p * k + q] += row[p] * row[q];
    }
  for (guint p = 0; p < k; p++)
    for (guint q = 0; q < p; q++)
      square[(gsize) p * k + q] = square[(gsize) q * k + p];
  main_direction (square, k, NULL, first);
  main_direction (square, k, first, second);
  for (guint i = 0; i < n; i++)
    {
      points[i].x = dot (centred + (gsize) i * k, first, k);
      points[i].y = dot (centred + (gsize) i * k, second, k);
    }
  scale = fit_scale (pivots, n, points);
  /* Those that stand alike toward all pivots fall on one another: a little apart, then. */
  trama_random_init (&random, 4);
  for (guint i = 0; i < n; i++)
    {
      points[i].x = points[i].x * scale + 0.02 * (trama_random_share (&random) - 0.5);
      points[i].y = points[i].y * scale + 0.02 * (trama_random_share (&random) - 0.5);
    }
}
