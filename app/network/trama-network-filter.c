/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-filter.h"

#include <math.h>
#include <string.h>

#include "trama-graph-private.h"

static gboolean
lets (guint32 bits, guint value)
{
  return bits == 0 || (bits >> value & 1) != 0;
}

static gboolean
contains (const GArray *ids, TramaId id)
{
  for (guint i = 0; i < ids->len; i++)
    if (trama_id_equal (g_array_index (ids, TramaId, i), id))
      return TRUE;
  return FALSE;
}

static gboolean
lets_tie (const TramaNetworkFilter *filter, const TramaLinkage *linkage)
{
  return lets (filter->kinds, linkage->kind) && lets (filter->areas, linkage->area)
         && lets (filter->distinctions[TRAMA_DISTINCTION_FORMAL], linkage->formal)
         && lets (filter->distinctions[TRAMA_DISTINCTION_HIERARCHIC], linkage->hierarchic)
         && lets (filter->distinctions[TRAMA_DISTINCTION_VERTICAL], linkage->vertical)
         && lets (filter->distinctions[TRAMA_DISTINCTION_TIME_LIMITED], linkage->time_limited);
}

static gboolean
has_word (const char *text, const char *folded)
{
  g_autofree char *mine = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return mine != NULL && strstr (mine, folded) != NULL;
}

static gboolean
is_member_of_any (const TramaNetworkFilter *filter, const TramaGraph *graph, TramaId firm)
{
  TramaRecords memberships
      = TRAMA_REFERRING (graph->version, MEMBERSHIP, TramaMembership, firm, firm);

  for (guint i = 0; i < memberships.n; i++)
    {
      const TramaMembership *membership = (const TramaMembership *) memberships.records[i];

      if (contains (filter->programmes, membership->programme)
          && trama_membership_holds (membership, graph->options.as_of, NULL))
        return TRUE;
    }
  return FALSE;
}

/* Somewhere between: a band passes where part of it does. */
static gboolean
lets_size (const TramaNetworkFilter *filter, TramaBand band)
{
  if (isnan (filter->least) && isnan (filter->most))
    return TRUE;
  if (!trama_band_is_known (band))
    return FALSE;
  return !(band.high < filter->least) && !(band.low > filter->most);
}

static gboolean
lets_firm (const TramaNetworkFilter *filter, const TramaGraph *graph, const TramaGraphNode *node)
{
  const TramaFirm *firm = (const TramaFirm *) node->record;

  if (!lets (filter->tiers, node->tier)
      || !lets (filter->member, node->member         ? TRAMA_TRUTH_YES
                                : node->member_vague ? TRAMA_TRUTH_UNKNOWN
                                                     : TRAMA_TRUTH_NO)
      || !lets_size (filter, node->employment))
    return FALSE;
  if (filter->programmes->len > 0 && !is_member_of_any (filter, graph, node->id))
    return FALSE;
  if (filter->clusters->len > 0 && !contains (filter->clusters, firm->cluster))
    return FALSE;
  if (filter->trade != NULL)
    {
      g_autofree char *folded = g_utf8_casefold (filter->trade, -1);

      return has_word (firm->trade, folded) || has_word (firm->category, folded);
    }
  return TRUE;
}

static gboolean
lets_node (const TramaNetworkFilter *filter, const TramaGraph *graph, const TramaGraphNode *node)
{
  if (!lets (filter->nodes, node->kind))
    return FALSE;
  if (node->kind == TRAMA_GRAPH_FIRM)
    return lets_firm (filter, graph, node);
  /* Nobody but firms is a member, and of a cluster are institutions too. */
  if (filter->programmes->len > 0)
    return FALSE;
  return filter->clusters->len == 0
         || (node->kind == TRAMA_GRAPH_INSTITUTION
             && contains (filter->clusters, ((const TramaInstitution *) node->record)->cluster));
}

/* Leaves those who are near the one in the middle, over ties that count or are shown. */
static void
keep_near (const TramaNetworkFilter *filter, const TramaGraph *graph, guint8 *kept,
           const guint8 *kept_ties)
{
  g_autofree guint *distance = g_new (guint, MAX (graph->n_nodes, 1));
  g_autofree guint *queue = g_new (guint, MAX (graph->n_nodes, 1));
  int middle = trama_graph_find (graph, filter->ego);
  guint n = 0;

  for (guint i = 0; i < graph->n_nodes; i++)
    distance[i] = G_MAXUINT;
  if (middle >= 0 && kept[middle])
    {
      distance[middle] = 0;
      queue[n++] = (guint) middle;
    }
  for (guint at = 0; at < n && distance[queue[at]] < filter->distance; at++)
    for (guint k = graph->first_tie[queue[at]]; k < graph->first_tie[queue[at] + 1]; k++)
      {
        const TramaGraphTie *tie = &graph->ties[graph->node_ties[k]];
        guint other = trama_graph_tie_other (tie, queue[at]);

        if (!kept_ties[graph->node_ties[k]] || tie->state == TRAMA_TIE_ABSENT || !kept[other]
            || distance[other] != G_MAXUINT)
          continue;
        distance[other] = distance[queue[at]] + 1;
        queue[n++] = other;
      }
  for (guint i = 0; i < graph->n_nodes; i++)
    kept[i] = distance[i] != G_MAXUINT;
}

static void
copy_kept (TramaGraph *copy, const TramaGraph *graph, const guint8 *kept, const guint8 *kept_ties)
{
  g_autofree guint *place = g_new (guint, MAX (graph->n_nodes, 1));

  copy->nodes = g_new (TramaGraphNode, MAX (graph->n_nodes, 1));
  copy->ties = g_new (TramaGraphTie, MAX (graph->n_ties, 1));
  for (guint i = 0; i < graph->n_nodes; i++)
    if (kept[i])
      {
        place[i] = copy->n_nodes;
        copy->nodes[copy->n_nodes++] = graph->nodes[i];
      }
  for (guint i = 0; i < graph->n_ties; i++)
    if (kept_ties[i] && kept[graph->ties[i].from] && kept[graph->ties[i].to])
      {
        TramaGraphTie *tie = &copy->ties[copy->n_ties++];

        *tie = graph->ties[i];
        tie->from = place[tie->from];
        tie->to = place[tie->to];
        tie->duplicate = FALSE;
      }
}

TramaGraph *
trama_network_filter_apply (const TramaNetworkFilter *filter, const TramaGraph *graph)
{
  TramaGraph *copy;
  g_autofree guint8 *kept = NULL;
  g_autofree guint8 *kept_ties = NULL;

  g_return_val_if_fail (filter != NULL && graph != NULL, NULL);

  kept = g_new (guint8, MAX (graph->n_nodes, 1));
  kept_ties = g_new (guint8, MAX (graph->n_ties, 1));
  for (guint i = 0; i < graph->n_nodes; i++)
    kept[i] = lets_node (filter, graph, &graph->nodes[i]) != FALSE;
  for (guint i = 0; i < graph->n_ties; i++)
    kept_ties[i] = lets_tie (filter, graph->ties[i].record) != FALSE;
  if (!trama_id_is_none (filter->ego))
    keep_near (filter, graph, kept, kept_ties);

  copy = g_new0 (TramaGraph, 1);
  g_atomic_ref_count_init (&copy->references);
  copy->version = trama_version_ref (graph->version);
  copy->options = graph->options;
  copy_kept (copy, graph, kept, kept_ties);
  /* What repeated a tie that is no longer there counts in its place. */
  trama_graph_settle_duplicates (copy);
  trama_graph_settle_switches (copy);
  trama_graph_make_adjacency (copy);
  return copy;
}

TramaNetworkFilter *
trama_network_filter_new (void)
{
  TramaNetworkFilter *filter = g_new0 (TramaNetworkFilter, 1);

  filter->programmes = g_array_new (FALSE, FALSE, sizeof (TramaId));
  filter->clusters = g_array_new (FALSE, FALSE, sizeof (TramaId));
  filter->least = filter->most = NAN;
  filter->distance = 1;
  return filter;
}

void
trama_network_filter_free (TramaNetworkFilter *filter)
{
  if (filter == NULL)
    return;
  g_array_unref (filter->programmes);
  g_array_unref (filter->clusters);
  g_free (filter->trade);
  g_free (filter);
}
