/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-supply-tiers.h"

/* Who delivers to whom, as lists: of each customer its suppliers, and the other way about. */
typedef struct
{
  guint n;
  guint *first[2];  /* n + 1 places; 0: suppliers, 1: customers */
  guint *others[2];
} Chain;

static gboolean
is_link (const TramaGraph *graph, const TramaGraphTie *tie)
{
  const TramaGraphNode *nodes = trama_graph_nodes (graph);

  if (tie->kind != TRAMA_LINKAGE_SUBCONTRACTING && tie->kind != TRAMA_LINKAGE_SUPPLY
      && tie->kind != TRAMA_LINKAGE_SALES)
    return FALSE;
  if (nodes[tie->from].side == TRAMA_GRAPH_BUYER || nodes[tie->to].side == TRAMA_GRAPH_BUYER)
    return FALSE;
  return trama_graph_options (graph)->all_dates ? !tie->loop && !tie->duplicate : tie->counts;
}

static guint
customer_of (const TramaGraphTie *tie)
{
  return tie->kind == TRAMA_LINKAGE_SUBCONTRACTING ? tie->from : tie->to;
}

static void
chain_init (Chain *chain, const TramaGraph *graph)
{
  const TramaGraphTie *ties = trama_graph_ties (graph);
  guint n_ties = trama_graph_n_ties (graph);

  chain->n = trama_graph_n_nodes (graph);
  for (guint way = 0; way < 2; way++)
    {
      g_autofree guint *fill = NULL;

      chain->first[way] = g_new0 (guint, chain->n + 1);
      chain->others[way] = g_new (guint, MAX (n_ties, 1));
      for (guint i = 0; i < n_ties; i++)
        if (is_link (graph, &ties[i]))
          {
            guint customer = customer_of (&ties[i]);
            guint supplier = trama_graph_tie_other (&ties[i], customer);

            chain->first[way][(way == 0 ? customer : supplier) + 1]++;
          }
      for (guint i = 0; i < chain->n; i++)
        chain->first[way][i + 1] += chain->first[way][i];
      fill = g_memdup2 (chain->first[way], (chain->n + 1) * sizeof (guint));
      for (guint i = 0; i < n_ties; i++)
        if (is_link (graph, &ties[i]))
          {
            guint customer = customer_of (&ties[i]);
            guint supplier = trama_graph_tie_other (&ties[i], customer);

            chain->others[way][fill[way == 0 ? customer : supplier]++]
                = way == 0 ? supplier : customer;
          }
    }
}

static void
chain_clear (Chain *chain)
{
  for (guint way = 0; way < 2; way++)
    {
      g_free (chain->first[way]);
      g_free (chain->others[way]);
    }
}

static guint
count (const Chain *chain, guint way, guint node)
{
  return chain->first[way][node + 1] - chain->first[way][node];
}

/* From the @n nodes in @queue, whose tiers are 0, down to all they reach. */
static void
go_down (const Chain *chain, guint *queue, guint n, guint *tiers)
{
  for (guint at = 0; at < n; at++)
    for (guint k = chain->first[0][queue[at]]; k < chain->first[0][queue[at] + 1]; k++)
      {
        guint supplier = chain->others[0][k];

        if (tiers[supplier] != TRAMA_SUPPLY_TIER_NONE)
          continue;
        tiers[supplier] = tiers[queue[at]] + 1;
        queue[n++] = supplier;
      }
}

/* Nodes that nothing reaches yet, in the order in which a search downwards leaves them: the last one
 * is in a circle (of one, mostly) to which nobody else of them delivers. */
static guint
leave_order (const Chain *chain, const guint *tiers, guint *order)
{
  g_autofree guint *at = g_memdup2 (chain->first[0], (chain->n + 1) * sizeof (guint));
  g_autofree guint8 *seen = g_new0 (guint8, MAX (chain->n, 1));
  g_autofree guint *stack = g_new (guint, MAX (chain->n, 1));
  guint n = 0;

  for (guint begin = 0; begin < chain->n; begin++)
    {
      guint depth = 0;

      if (seen[begin] || tiers[begin] != TRAMA_SUPPLY_TIER_NONE)
        continue;
      seen[begin] = TRUE;
      stack[depth++] = begin;
      while (depth > 0)
        {
          guint node = stack[depth - 1];

          if (at[node] == chain->first[0][node + 1])
            {
              order[n++] = node;
              depth--;
              continue;
            }
          node = chain->others[0][at[node]++];
          if (seen[node] || tiers[node] != TRAMA_SUPPLY_TIER_NONE)
            continue;
          seen[node] = TRUE;
          stack[depth++] = node;
        }
    }
  return n;
}

/* The circles of those that nothing reaches (Sharir 1981): those to whom no other circle is customer
 * are at the top, and there the one with most suppliers leads. */
static guint
find_tops (const Chain *chain, const guint *tiers, guint *leads)
{
  g_autofree guint *order = g_new (guint, MAX (chain->n, 1));
  g_autofree guint *circle = g_new0 (guint, MAX (chain->n, 1));
  g_autofree guint *queue = g_new (guint, MAX (chain->n, 1));
  guint n = leave_order (chain, tiers, order);
  guint n_leads = 0;
  guint number = 0;

  while (n-- > 0)
    {
      guint tail = 0;
      guint best = order[n];
      gboolean top = TRUE;

      if (circle[order[n]] != 0)
        continue;
      circle[order[n]] = ++number;
      queue[tail++] = order[n];
      for (guint head = 0; head < tail; head++)
        {
          if (count (chain, 0, queue[head]) > count (chain, 0, best)
              || (count (chain, 0, queue[head]) == count (chain, 0, best) && queue[head] < best))
            best = queue[head];
          for (guint k = chain->first[1][queue[head]]; k < chain->first[1][queue[head] + 1]; k++)
            {
              guint customer = chain->others[1][k];

              if (tiers[customer] != TRAMA_SUPPLY_TIER_NONE)
                continue;
              top = top && (circle[customer] == 0 || circle[customer] == number);
              if (circle[customer] == 0)
                {
                  circle[customer] = number;
                  queue[tail++] = customer;
                }
            }
        }
      if (top && count (chain, 0, best) > 0)
        leads[n_leads++] = best;
    }
  return n_leads;
}

guint *
trama_supply_tiers (const TramaGraph *graph)
{
  const TramaGraphNode *nodes;
  guint *tiers;
  g_autofree guint *queue = NULL;
  Chain chain;
  guint n = 0;

  g_return_val_if_fail (graph != NULL, NULL);

  nodes = trama_graph_nodes (graph);
  chain_init (&chain, graph);
  tiers = g_new (guint, MAX (chain.n, 1));
  queue = g_new (guint, MAX (chain.n, 1));
  for (guint i = 0; i < chain.n; i++)
    {
      gboolean leading = trama_graph_options (graph)->all_dates
                             ? nodes[i].last_tier == TRAMA_TIER_LEADING
                             : nodes[i].tier == TRAMA_TIER_LEADING;

      tiers[i] = TRAMA_SUPPLY_TIER_NONE;
      if (leading && count (&chain, 0, i) > 0)
        {
          tiers[i] = 0;
          queue[n++] = i;
        }
    }
  go_down (&chain, queue, n, tiers);
  n = find_tops (&chain, tiers, queue);
  for (guint i = 0; i < n; i++)
    tiers[queue[i]] = 0;
  go_down (&chain, queue, n, tiers);
  chain_clear (&chain);
  return tiers;
}
