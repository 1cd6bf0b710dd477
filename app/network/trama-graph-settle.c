/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-graph-gather.h"

#include <stdlib.h>

static void
settle_introduction (TramaGraphTie *tie, const TramaHers *hers, gint32 day)
{
  const TramaLinkage *linkage = tie->record;

  if (linkage->found_each_other == TRAMA_TRUTH_YES)
    return;
  tie->introducer_unknown = trama_id_is_none (linkage->introduced_by) != FALSE;
  tie->mediated = trama_hers_contain (hers, linkage->introduced_by) != FALSE;
  tie->only_hers = tie->mediated && !trama_tie_had_contact_without (linkage, day);
}

static void
settle_change (TramaGraphTie *tie, const TramaGathering *gathering)
{
  gint32 before = gathering->options->compare_to;
  gboolean vague;
  TramaTieState then = trama_gathering_state_at (gathering, tie->record, before, &vague);

  if (tie->state == TRAMA_TIE_COUNTS)
    {
      gboolean surely_new
          = trama_date_is_known (tie->record->started) && tie->record->started.first > before;

      tie->change = surely_new ? TRAMA_GRAPH_CHANGE_NEW : TRAMA_GRAPH_CHANGE_KEPT;
      if (!surely_new && then == TRAMA_TIE_UNSURE)
        tie->vague = TRUE;
    }
  else if (tie->state == TRAMA_TIE_ABSENT && then == TRAMA_TIE_COUNTS)
    tie->change = TRAMA_GRAPH_CHANGE_LOST;
}

/* Ties between the same two of the same kind (and direction, where it has one) stand together, the
 * one that speaks for all of them first. */
static int
compare_ties (gconstpointer a, gconstpointer b)
{
  const TramaGraphTie *x = *(const TramaGraphTie *const *) a;
  const TramaGraphTie *y = *(const TramaGraphTie *const *) b;
  guint xf = x->directed ? x->from : MIN (x->from, x->to);
  guint yf = y->directed ? y->from : MIN (y->from, y->to);
  guint xt = x->directed ? x->to : MAX (x->from, x->to);
  guint yt = y->directed ? y->to : MAX (y->from, y->to);
  gboolean x_counts = x->state == TRAMA_TIE_COUNTS;
  gboolean y_counts = y->state == TRAMA_TIE_COUNTS;

  if (xf != yf)
    return xf < yf ? -1 : 1;
  if (xt != yt)
    return xt < yt ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x_counts != y_counts)
    return x_counts ? -1 : 1;
  if (x->only_hers != y->only_hers)
    return x->only_hers ? 1 : -1;
  if (x->change != y->change)
    return x->change > y->change ? -1 : 1;
  return trama_id_compare (x->record->record.id, y->record->record.id);
}

static gboolean
are_same (const TramaGraphTie *x, const TramaGraphTie *y)
{
  return x->kind == y->kind
         && ((x->from == y->from && x->to == y->to)
             || (!x->directed && x->from == y->to && x->to == y->from));
}

/* One that ended and another of the kind that took its place are one tie that was kept. */
void
trama_graph_settle_duplicates (TramaGraph *graph)
{
  g_autofree TramaGraphTie **order = g_new (TramaGraphTie *, MAX (graph->n_ties, 1));

  for (guint i = 0; i < graph->n_ties; i++)
    order[i] = &graph->ties[i];
  qsort (order, graph->n_ties, sizeof *order, compare_ties);
  for (guint i = 0; i < graph->n_ties;)
    {
      TramaGraphTie *first = order[i++];

      for (; i < graph->n_ties && are_same (first, order[i]); i++)
        {
          order[i]->duplicate = TRUE;
          if (first->change == TRAMA_GRAPH_CHANGE_NEW
              && (order[i]->change == TRAMA_GRAPH_CHANGE_KEPT
                  || order[i]->change == TRAMA_GRAPH_CHANGE_LOST))
            first->change = TRAMA_GRAPH_CHANGE_KEPT;
        }
    }
}

void
trama_graph_settle_ties (TramaGraph *graph, const TramaGathering *gathering)
{
  const TramaGraphOptions *options = gathering->options;

  for (guint i = 0; i < graph->n_ties; i++)
    {
      TramaGraphTie *tie = &graph->ties[i];

      tie->loop = tie->from == tie->to;
      tie->strength = trama_tie_strength (tie->record);
      tie->undated = trama_tie_is_undated (tie->record) != FALSE;
      settle_introduction (tie, &gathering->hers, options->as_of);
      if (options->compare)
        settle_change (tie, gathering);
    }
  trama_graph_settle_duplicates (graph);
}

void
trama_graph_settle_switches (TramaGraph *graph)
{
  const TramaGraphOptions *options = &graph->options;

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      TramaGraphNode *node = &graph->nodes[i];

      node->off = (options->without_broker && node->hers)
                  || (!trama_id_is_none (options->without_owner)
                      && trama_id_equal (node->owner, options->without_owner));
    }
  for (guint i = 0; i < graph->n_ties; i++)
    {
      TramaGraphTie *tie = &graph->ties[i];

      tie->gone = graph->nodes[tie->from].off || graph->nodes[tie->to].off
                  || (options->without_broker && tie->only_hers);
      tie->counts = tie->state == TRAMA_TIE_COUNTS && !tie->gone && !tie->loop && !tie->duplicate;
    }
}
