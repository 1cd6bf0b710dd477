/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "trama-sparse-graph.h"

#define LONGEST 1000

static guint
degree (const TramaSparseGraph *graph, guint node)
{
  return graph->first[node + 1] - graph->first[node];
}

void
trama_sparse_graph_lengthen (TramaSparseGraph *graph)
{
  g_free (graph->lengths);
  graph->lengths = g_new (guint16, MAX (graph->first[graph->n], 1));
  graph->longest = 1;
  for (guint i = 0; i < graph->n; i++)
    for (guint k = graph->first[i]; k < graph->first[i + 1]; k++)
      {
        guint lesser = MIN (degree (graph, i), degree (graph, graph->neighbours[k]));
        guint length = (guint) (TRAMA_LENGTH_UNIT * (1 + sqrt (lesser)) / 2 + 0.5);

        graph->lengths[k] = (guint16) MIN (length, LONGEST);
        graph->longest = MAX (graph->longest, graph->lengths[k]);
      }
}

void
trama_wayfinder_init (TramaWayfinder *finder, const TramaSparseGraph *graph)
{
  finder->queue = g_new (guint, MAX (graph->n, 1));
  finder->n_buckets = graph->lengths != NULL ? graph->longest + 1 : 0;
  finder->buckets = g_new (GArray *, MAX (finder->n_buckets, 1));
  for (guint i = 0; i < finder->n_buckets; i++)
    finder->buckets[i] = g_array_new (FALSE, FALSE, sizeof (guint));
}

void
trama_wayfinder_clear (TramaWayfinder *finder)
{
  for (guint i = 0; i < finder->n_buckets; i++)
    g_array_unref (finder->buckets[i]);
  finder->n_buckets = 0;
  g_clear_pointer (&finder->buckets, g_free);
  g_clear_pointer (&finder->queue, g_free);
}

/* By breadth. */
static void
find_by_steps (const TramaSparseGraph *graph, guint *queue, guint from, guint *distances)
{
  guint tail = 0;

  queue[tail++] = from;
  for (guint head = 0; head < tail; head++)
    {
      guint node = queue[head];

      for (guint k = graph->first[node]; k < graph->first[node + 1]; k++)
        {
          guint other = graph->neighbours[k];

          if (distances[other] == G_MAXUINT)
            {
              distances[other] = distances[node] + 1;
              queue[tail++] = other;
            }
        }
    }
}

/* A ring of buckets, one for each distance that may still come up (Dial 1969). */
static void
find_by_length (const TramaSparseGraph *graph, TramaWayfinder *finder, guint from, guint *distances)
{
  guint waiting = 1;

  g_array_append_val (finder->buckets[0], from);
  for (guint distance = 0; waiting > 0; distance++)
    {
      GArray *bucket = finder->buckets[distance % finder->n_buckets];

      for (guint i = 0; i < bucket->len; i++)
        {
          guint node = g_array_index (bucket, guint, i);

          waiting--;
          if (distances[node] != distance)
            continue;
          for (guint k = graph->first[node]; k < graph->first[node + 1]; k++)
            {
              guint other = graph->neighbours[k];
              guint reached = distance + graph->lengths[k];

              if (reached < distances[other])
                {
                  distances[other] = reached;
                  g_array_append_val (finder->buckets[reached % finder->n_buckets], other);
                  waiting++;
                }
            }
        }
      g_array_set_size (bucket, 0);
    }
}

void
trama_sparse_graph_distances (const TramaSparseGraph *graph, TramaWayfinder *finder, guint from,
                              guint *distances)
{
  for (guint i = 0; i < graph->n; i++)
    distances[i] = G_MAXUINT;
  distances[from] = 0;
  if (graph->lengths == NULL)
    find_by_steps (graph, finder->queue, from, distances);
  else
    find_by_length (graph, finder, from, distances);
}
