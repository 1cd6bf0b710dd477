/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who depends on whom, and who could be brought together. */
#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "trama-network-registry-private.h"

#define TOP 3
#define ENOUGH_SHARED 2

static int
compare_falling (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return x > y ? -1 : x < y;
}

gboolean
trama_network_compute_hub_dependence (TramaNetworkView *view, TramaNetworkReading *reading,
                                      GError **error)
{
  const TramaGraphTie *ties = trama_graph_ties (view->graph);
  guint n = trama_graph_n_nodes (view->graph);
  g_autofree guint *given = g_new0 (guint, MAX (n, 1));
  guint all = 0;
  guint top = 0;
  guint n_giving = 0;

  for (guint i = 0; i < trama_graph_n_ties (view->graph); i++)
    if (ties[i].counts && ties[i].kind == TRAMA_LINKAGE_SUBCONTRACTING)
      {
        given[ties[i].from]++;
        all++;
        g_array_append_val (reading->records, ties[i].record->record.id);
      }
  if (all == 0)
    return TRUE;
  qsort (given, n, sizeof *given, compare_falling);
  for (guint i = 0; i < n; i++)
    {
      n_giving += given[i] > 0;
      top += i < TOP ? given[i] : 0;
    }
  reading->value = (double) top / all;
  if (n_giving <= TOP)
    reading->sentence
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "All subcontracting is given out by %u.",
                                        "All subcontracting is given out by %u of them.", n_giving),
                           n_giving);
  else
    reading->sentence = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "Three of the %1$u who give out work give out %2$u of %3$u order ties.",
                     "Three of the %1$u who give out work give out %2$u of %3$u order ties.",
                     n_giving),
        n_giving, top, all);
  return TRUE;
}

static gboolean
is_trade (TramaLinkageKind kind)
{
  return kind == TRAMA_LINKAGE_SUBCONTRACTING || kind == TRAMA_LINKAGE_SUPPLY
         || kind == TRAMA_LINKAGE_SALES;
}

/* Of a programme or cluster whoever is not of it is outside; else who buys or supplies from there. */
static gboolean
is_inside (const TramaGraph *graph, const TramaGraphNode *node)
{
  return node->kind == TRAMA_GRAPH_FIRM && node->side == TRAMA_GRAPH_INSIDE
         && (trama_graph_options (graph)->scope == TRAMA_GRAPH_ALL || node->core);
}

gboolean
trama_network_compute_external_dependence (TramaNetworkView *view, TramaNetworkReading *reading,
                                           GError **error)
{
  const TramaGraphNode *nodes = trama_graph_nodes (view->graph);
  const TramaGraphTie *ties = trama_graph_ties (view->graph);
  guint outside = 0;

  for (guint i = 0; i < trama_graph_n_ties (view->graph); i++)
    {
      gboolean from, to;

      if (!ties[i].counts || !is_trade (ties[i].kind))
        continue;
      from = is_inside (view->graph, &nodes[ties[i].from]);
      to = is_inside (view->graph, &nodes[ties[i].to]);
      if (!from && !to)
        continue;
      outside += !from || !to;
      g_array_append_val (reading->records, ties[i].record->record.id);
    }
  if (reading->records->len == 0)
    return TRUE;
  reading->value = (double) outside / reading->records->len;
  reading->sentence = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Of %2$u tie of trade, %1$u leads outside.",
                   "Of %2$u ties of trade, %1$u lead outside.", reading->records->len),
      outside, reading->records->len);
  return TRUE;
}

/* Ties through which a common partner may be known without giving away who buys of whom. */
static gboolean
may_show (const TramaGraphTie *tie)
{
  return tie->counts
         && (tie->kind == TRAMA_LINKAGE_COOPERATION || tie->kind == TRAMA_LINKAGE_INFORMATION
             || tie->kind == TRAMA_LINKAGE_FINANCE || tie->kind == TRAMA_LINKAGE_SERVICE);
}

static gboolean
may_meet (const TramaGraphNode *a, const TramaGraphNode *b)
{
  return a->kind == TRAMA_GRAPH_FIRM && b->kind == TRAMA_GRAPH_FIRM && a->member && b->member
         && !a->off && !b->off && !a->closed && !b->closed && !trama_id_equal (a->owner, b->owner);
}

/* Each partner once, whatever the number of ties. @marked: stamps by node. */
static guint
list_partners (const TramaGraph *graph, guint node, guint *partners, guint *marked, guint stamp)
{
  const TramaGraphTie *ties = trama_graph_ties (graph);
  guint n_mine;
  const guint *mine = trama_graph_node_ties (graph, node, &n_mine);
  guint n = 0;

  for (guint i = 0; i < n_mine; i++)
    {
      guint other = trama_graph_tie_other (&ties[mine[i]], node);

      /* The broker knows everybody: that says nothing of two. */
      if (!may_show (&ties[mine[i]]) || trama_graph_nodes (graph)[other].hers
          || marked[other] == stamp)
        continue;
      marked[other] = stamp;
      partners[n++] = other;
    }
  return n;
}

static gboolean
is_tied (const TramaGraph *graph, guint a, guint b)
{
  const TramaGraphTie *ties = trama_graph_ties (graph);
  guint n;
  const guint *mine = trama_graph_node_ties (graph, a, &n);

  for (guint i = 0; i < n; i++)
    if (ties[mine[i]].state != TRAMA_TIE_ABSENT && trama_graph_tie_other (&ties[mine[i]], a) == b)
      return TRUE;
  return FALSE;
}

static int
compare_introductions (gconstpointer a, gconstpointer b)
{
  const TramaIntroduction *x = a;
  const TramaIntroduction *y = b;
  int order;

  if (x->shared != y->shared)
    return x->shared > y->shared ? -1 : 1;
  order = trama_id_compare (x->a, y->a);
  return order != 0 ? order : trama_id_compare (x->b, y->b);
}

static void
say_introductions (TramaNetworkReading *reading)
{
  guint n = reading->introductions->len;

  if (n == 0)
    reading->sentence
        = g_strdup (_ ("No two members share two partners without being tied themselves."));
  else
    reading->sentence = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%u pair of members shares at least two partners and is not tied itself.",
                     "%u pairs of members share at least two partners and are not tied themselves.",
                     n),
        n);
}

gboolean
trama_network_compute_introductions (TramaNetworkView *view, TramaNetworkReading *reading,
                                     GError **error)
{
  const TramaGraph *graph = view->graph;
  const TramaGraphNode *nodes = trama_graph_nodes (graph);
  guint n = trama_graph_n_nodes (graph);
  g_autofree guint *shared = g_new0 (guint, MAX (n, 1));
  g_autofree guint *marked = g_new0 (guint, MAX (n, 1));
  g_autofree guint *partners = g_new (guint, MAX (n, 1));
  g_autofree guint *theirs = g_new (guint, MAX (n, 1));
  g_autofree guint *met = g_new (guint, MAX (n, 1));
  guint stamp = 0;

  for (guint a = 0; a < n; a++)
    {
      guint n_met = 0;
      guint n_partners;

      if (!nodes[a].member)
        continue;
      if (a % 64 == 0 && g_cancellable_set_error_if_cancelled (view->cancellable, error))
        return FALSE;
      n_partners = list_partners (graph, a, partners, marked, ++stamp);
      for (guint i = 0; i < n_partners; i++)
        {
          guint n_theirs = list_partners (graph, partners[i], theirs, marked, ++stamp);

          for (guint k = 0; k < n_theirs; k++)
            if (theirs[k] > a && shared[theirs[k]]++ == 0)
              met[n_met++] = theirs[k];
        }
      for (guint i = 0; i < n_met; i++)
        {
          TramaIntroduction found = { nodes[a].id, nodes[met[i]].id, shared[met[i]] };

          shared[met[i]] = 0;
          if (found.shared >= ENOUGH_SHARED && may_meet (&nodes[a], &nodes[met[i]])
              && !is_tied (graph, a, met[i]))
            g_array_append_val (reading->introductions, found);
        }
    }
  g_array_sort (reading->introductions, compare_introductions);
  reading->value = reading->introductions->len;
  say_introductions (reading);
  return TRUE;
}
