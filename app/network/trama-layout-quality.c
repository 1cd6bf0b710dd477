/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-layout-private.h"

#include <math.h>

#include "trama-segments.h"
#include "trama-sparse-graph.h"

typedef struct
{
  guint from;
  guint to;
} Drawn;

guint64
trama_layout_count_crossings (const TramaLayout *layout, const TramaGraph *graph)
{
  const TramaGraphNode *nodes = trama_graph_nodes (graph);
  const TramaGraphTie *ties = trama_graph_ties (graph);
  guint n_nodes = trama_graph_n_nodes (graph);
  g_autofree TramaPoint *points = g_new0 (TramaPoint, MAX (n_nodes, 1));
  g_autofree guint8 *known = g_new0 (guint8, MAX (n_nodes, 1));
  g_autofree Drawn *drawn = g_new (Drawn, MAX (trama_graph_n_ties (graph), 1));
  guint n = 0;
  guint64 crossings = 0;

  for (guint i = 0; i < n_nodes; i++)
    known[i] = trama_layout_place (layout, &nodes[i], &points[i].x, &points[i].y) != FALSE;
  for (guint i = 0; i < trama_graph_n_ties (graph); i++)
    if (trama_layout_draws_tie (nodes, &ties[i]) && !ties[i].gone && known[ties[i].from]
        && known[ties[i].to])
      drawn[n++] = (Drawn) { ties[i].from, ties[i].to };
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      crossings += trama_segments_cross (points[drawn[i].from], points[drawn[i].to],
                                         points[drawn[j].from], points[drawn[j].to])
                   != FALSE;
  return crossings;
}

typedef struct
{
  double ratio;          /* Σ d ÷ g */
  double ratio_squared;  /* Σ (d ÷ g)² */
  guint64 pairs;
} Sums;

static void
add_distances (Sums *sums, const TramaPoint *points, const guint *distances, guint from)
{
  for (guint j = 0; j < from; j++)
    if (distances[j] != G_MAXUINT)
      {
        double dx = points[j].x - points[from].x;
        double dy = points[j].y - points[from].y;
        double ratio = sqrt (dx * dx + dy * dy) / distances[j];

        sums->ratio += ratio;
        sums->ratio_squared += ratio * ratio;
        sums->pairs++;
      }
}

/* Σ (s·d − g)² ÷ g² = s² Σ (d/g)² − 2 s Σ d/g + pairs, least at s = Σ d/g ÷ Σ (d/g)². */
double
trama_layout_stress (const TramaLayout *layout, const TramaGraph *graph, double aspect)
{
  const TramaGraphNode *nodes = trama_graph_nodes (graph);
  g_autoptr (TramaSparseGraph) sparse = trama_sparse_graph_new (graph);
  g_autofree TramaPoint *points = g_new0 (TramaPoint, MAX (sparse->n, 1));
  g_autofree guint *distances = g_new (guint, MAX (sparse->n, 1));
  g_auto (TramaWayfinder) finder = { 0 };
  Sums sums = { 0 };

  for (guint i = 0; i < sparse->n; i++)
    {
      trama_layout_place (layout, &nodes[i], &points[i].x, &points[i].y);
      points[i].x *= aspect;
    }
  trama_wayfinder_init (&finder, sparse);
  for (guint i = 0; i < sparse->n; i++)
    {
      trama_sparse_graph_distances (sparse, &finder, i, distances);
      add_distances (&sums, points, distances, i);
    }
  if (sums.pairs == 0 || sums.ratio_squared <= 0)
    return 0;
  return 1 - sums.ratio * sums.ratio / sums.ratio_squared / sums.pairs;
}
