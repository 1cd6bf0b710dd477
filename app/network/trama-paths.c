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

static guint64
count_bits (guint64 bits)
{
  bits -= bits >> 1 & G_GUINT64_CONSTANT (0x5555555555555555);
  bits = (bits & G_GUINT64_CONSTANT (0x3333333333333333))
         + (bits >> 2 & G_GUINT64_CONSTANT (0x3333333333333333));
  bits = (bits + (bits >> 4)) & G_GUINT64_CONSTANT (0x0f0f0f0f0f0f0f0f);
  return bits * G_GUINT64_CONSTANT (0x0101010101010101) >> 56;
}

static gboolean
is_all (const Bits *bits, const Bits *all)
{
  guint64 missing = 0;

  for (guint w = 0; w < WORDS; w++)
    missing |= all->word[w] & ~bits->word[w];
  return missing == 0;
}

/* One step of all searches: each node looks what its neighbours were reached by, unless it has been
 * reached by all. Whether anything is new. */
static gboolean
step (const TramaPlainGraph *graph, const Bits *all, Bits *seen, const Bits *now, Bits *next,
      guint64 distance, guint64 *far, guint64 *reached)
{
  gboolean any = FALSE;

  for (guint i = 0; i < graph->n; i++)
    {
      Bits bits = { { 0 } };
      guint64 new = 0;

      if (!is_all (&seen[i], all))
        {
          for (guint k = graph->first[i]; k < graph->first[i + 1]; k++)
            for (guint w = 0; w < WORDS; w++)
              bits.word[w] |= now[graph->neighbours[k]].word[w];
          for (guint w = 0; w < WORDS; w++)
            {
              bits.word[w] &= ~seen[i].word[w];
              seen[i].word[w] |= bits.word[w];
              new += count_bits (bits.word[w]);
            }
        }
      next[i] = bits;
      far[i] += distance * new;
      reached[i] += new;
      any |= new > 0;
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
      Bits all = { { 0 } };

      memset (seen, 0, sizeof *seen * graph->n);
      for (guint i = begin; i < MIN (begin + 64 * WORDS, graph->n); i++)
        {
          seen[i].word[(i - begin) / 64] |= G_GUINT64_CONSTANT (1) << ((i - begin) % 64);
          all.word[(i - begin) / 64] |= G_GUINT64_CONSTANT (1) << ((i - begin) % 64);
        }
      memcpy (now, seen, sizeof *seen * graph->n);
      for (guint64 distance = 1; step (graph, &all, seen, now, next, distance, far, reached);
           distance++)
        {
          Bits *swap = now;

          if (g_cancellable_is_cancelled (cancellable))
            return FALSE;
          now = next;
          next = swap;
        }
    }
  for (guint i = 0; i < graph->n; i++)
    closeness[i] = closeness_of (far[i], reached[i]);
  return TRUE;
}

/* What a search knows of a node, side by side in memory. */
typedef struct
{
  double ways; /* shortest ones from the source */
  double part; /* (1 + what depends on the node) ÷ ways */
  guint distance; /* G_MAXUINT: not reached */
} Reached;

/* From @source outwards; how many nodes it reaches, itself with them. @order: nodes by distance. */
static guint
go_out (const TramaPlainGraph *graph, Reached *nodes, guint *order, guint source)
{
  guint n = 0;

  nodes[source].distance = 0;
  nodes[source].ways = 1;
  order[n++] = source;
  for (guint at = 0; at < n; at++)
    {
      guint node = order[at];
      guint beyond = nodes[node].distance + 1;
      double ways = nodes[node].ways;

      for (guint k = graph->first[node]; k < graph->first[node + 1]; k++)
        {
          Reached *other = &nodes[graph->neighbours[k]];

          if (other->distance == G_MAXUINT)
            {
              other->distance = beyond;
              other->ways = ways;
              order[n++] = graph->neighbours[k];
            }
          else if (other->distance == beyond)
            other->ways += ways;
        }
    }
  return n;
}

/* From the farthest back: on a node depend its share of those beyond it and of what depends on them. */
static void
come_back (const TramaPlainGraph *graph, Reached *nodes, const guint *order, guint n, double times,
           double *betweenness)
{
  for (guint at = n; at-- > 1;)
    {
      guint node = order[at];
      guint beyond = nodes[node].distance + 1;
      double sum = 0;

      for (guint k = graph->first[node]; k < graph->first[node + 1]; k++)
        if (nodes[graph->neighbours[k]].distance == beyond)
          sum += nodes[graph->neighbours[k]].part;
      nodes[node].part = 1 / nodes[node].ways + sum;
      betweenness[node] += times * (nodes[node].ways * sum);
    }
}

/* Who hangs on one other, who has more: its search is that one's, a step further. */
static gboolean
is_leaf (const TramaPlainGraph *graph, guint node)
{
  return trama_plain_graph_degree (graph, node) == 1
         && trama_plain_graph_degree (graph, graph->neighbours[graph->first[node]]) > 1;
}

static guint
count_leaves (const TramaPlainGraph *graph, guint node)
{
  guint leaves = 0;

  for (guint k = graph->first[node]; k < graph->first[node + 1]; k++)
    leaves += is_leaf (graph, graph->neighbours[k]) != FALSE;
  return leaves;
}

/* The leaves' share of what was found from @source: on others depends as much as from there, on it
 * all but the two, and everybody but the leaf is a step further. */
static void
answer_for_leaves (const TramaPlainGraph *graph, guint source, guint n, guint64 far, guint leaves,
                   double *betweenness, double *closeness)
{
  betweenness[source] += (double) leaves * (n - 2.0);
  for (guint k = graph->first[source]; k < graph->first[source + 1] && closeness != NULL; k++)
    if (is_leaf (graph, graph->neighbours[k]))
      closeness[graph->neighbours[k]] = closeness_of (far + n - 2, n - 1);
}

gboolean
trama_paths_betweenness (const TramaPlainGraph *graph, double *betweenness, double *closeness,
                         GCancellable *cancellable)
{
  g_autofree guint *order = g_new (guint, MAX (graph->n, 1));
  g_autofree Reached *nodes = g_new0 (Reached, MAX (graph->n, 1));

  for (guint i = 0; i < graph->n; i++)
    {
      betweenness[i] = 0;
      nodes[i].distance = G_MAXUINT;
    }
  for (guint source = 0; source < graph->n; source++)
    {
      guint n, leaves;
      guint64 far = 0;

      if (source % 64 == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (is_leaf (graph, source))
        continue;
      leaves = count_leaves (graph, source);
      n = go_out (graph, nodes, order, source);
      come_back (graph, nodes, order, n, 1.0 + leaves, betweenness);
      for (guint i = 0; i < n; i++)
        {
          far += nodes[order[i]].distance;
          nodes[order[i]].distance = G_MAXUINT;
        }
      if (closeness != NULL)
        closeness[source] = closeness_of (far, n - 1);
      if (leaves > 0)
        answer_for_leaves (graph, source, n, far, leaves, betweenness, closeness);
    }
  /* Each pair was met from both its ends. */
  for (guint i = 0; i < graph->n; i++)
    betweenness[i] /= 2;
  return TRUE;
}
