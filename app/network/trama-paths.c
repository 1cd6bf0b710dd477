/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-paths.h"

#include <math.h>
#include <string.h>

#define WORDS 4 /* 256 searches at once */

typedef struct
{
  guint64 word[WORDS];
} Bits;

static double
closeness_of (guint64 far, guint64 reached)
{
  return reached > 0 ? (double) reached / (double) far : NAN;
}

/* One step of all searches: what is new at each node goes on to its neighbours. Whether any did. */
static gboolean
step (const TramaPlainGraph *graph, const Bits *now, Bits *next)
{
  gboolean any = FALSE;

  memset (next, 0, sizeof *next * graph->n);
  for (guint i = 0; i < graph->n; i++)
    {
      Bits bits = now[i];

      if ((bits.word[0] | bits.word[1] | bits.word[2] | bits.word[3]) == 0)
        continue;
      any = TRUE;
      for (guint k = graph->first[i]; k < graph->first[i + 1]; k++)
        for (guint w = 0; w < WORDS; w++)
          next[graph->neighbours[k]].word[w] |= bits.word[w];
    }
  return any;
}

gboolean
trama_paths_closeness (const TramaPlainGraph *graph, double *closeness, GCancellable *cancellable)
{
  g_autofree Bits *seen = g_new (Bits, MAX (graph->n, 1));
  g_autofree Bits *now = g_new (Bits, MAX (graph->n, 1));
  g_autofree Bits *next = g_new (Bits, MAX (graph->n, 1));
  g_autofree guint64 *far = g_new0 (guint64, MAX (graph->n, 1));
  g_autofree guint64 *reached = g_new0 (guint64, MAX (graph->n, 1));

  for (guint begin = 0; begin < graph->n; begin += 64 * WORDS)
    {
      memset (seen, 0, sizeof *seen * graph->n);
      for (guint i = begin; i < MIN (begin + 64 * WORDS, graph->n); i++)
        seen[i].word[(i - begin) / 64] |= G_GUINT64_CONSTANT (1) << ((i - begin) % 64);
      memcpy (now, seen, sizeof *seen * graph->n);
      for (guint64 distance = 1; step (graph, now, next); distance++)
        {
          Bits *swap = now;

          if (g_cancellable_is_cancelled (cancellable))
            return FALSE;
          for (guint i = 0; i < graph->n; i++)
            for (guint w = 0; w < WORDS; w++)
              {
                guint64 new = next[i].word[w] & ~seen[i].word[w];

                next[i].word[w] = new;
                if (new == 0)
                  continue;
                seen[i].word[w] |= new;
                far[i] += distance * (guint64) __builtin_popcountll (new);
                reached[i] += (guint64) __builtin_popcountll (new);
              }
          now = next;
          next = swap;
        }
    }
  for (guint i = 0; i < graph->n; i++)
    closeness[i] = closeness_of (far[i], reached[i]);
  return TRUE;
}

typedef struct
{
  guint *order; /* nodes by distance from the source */
  guint *distance; /* G_MAXUINT: not reached */
  double *ways; /* shortest ones from the source */
  double *depends; /* of the source on the node */
} Search;

/* From @source outwards; how many nodes it reaches, itself with them. */
static guint
go_out (const TramaPlainGraph *graph, Search *search, guint source)
{
  guint n = 0;

  search->distance[source] = 0;
  search->ways[source] = 1;
  search->order[n++] = source;
  for (guint at = 0; at < n; at++)
    {
      guint node = search->order[at];
      guint beyond = search->distance[node] + 1;
      double ways = search->ways[node];

      for (guint k = graph->first[node]; k < graph->first[node + 1]; k++)
        {
          guint other = graph->neighbours[k];

          if (search->distance[other] == G_MAXUINT)
            {
              search->distance[other] = beyond;
              search->ways[other] = ways;
              search->order[n++] = other;
            }
          else if (search->distance[other] == beyond)
            search->ways[other] += ways;
        }
    }
  return n;
}

/* From the farthest back: what depends on a node is handed to those before it, by their ways. */
static void
come_back (const TramaPlainGraph *graph, Search *search, guint n, double *betweenness)
{
  for (guint at = n; at-- > 1;)
    {
      guint node = search->order[at];
      guint before = search->distance[node] - 1;
      double part = (1 + search->depends[node]) / search->ways[node];

      for (guint k = graph->first[node]; k < graph->first[node + 1]; k++)
        if (search->distance[graph->neighbours[k]] == before)
          search->depends[graph->neighbours[k]] += search->ways[graph->neighbours[k]] * part;
      betweenness[node] += search->depends[node];
    }
}

gboolean
trama_paths_betweenness (const TramaPlainGraph *graph, double *betweenness, double *closeness,
                         GCancellable *cancellable)
{
  guint size = MAX (graph->n, 1);
  g_autofree guint *order = g_new (guint, size);
  g_autofree guint *distance = g_new (guint, size);
  g_autofree double *ways = g_new (double, size);
  g_autofree double *depends = g_new0 (double, size);
  Search search = { order, distance, ways, depends };

  for (guint i = 0; i < graph->n; i++)
    betweenness[i] = 0;
  memset (distance, 0xff, sizeof *distance * size);
  for (guint source = 0; source < graph->n; source++)
    {
      guint n;
      guint64 far = 0;

      if (source % 64 == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      n = go_out (graph, &search, source);
      come_back (graph, &search, n, betweenness);
      for (guint i = 0; i < n; i++)
        {
          far += distance[order[i]];
          distance[order[i]] = G_MAXUINT;
          depends[order[i]] = 0;
        }
      if (closeness != NULL)
        closeness[source] = closeness_of (far, n - 1);
    }
  /* Each pair was met from both its ends. */
  for (guint i = 0; i < graph->n; i++)
    betweenness[i] /= 2;
  return TRUE;
}
