/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks and names: whose they are, what stands below them, who is named first. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "trama-network-figure-private.h"

/* Within a chart, after a name. */
static const char *
institution_word (guint8 kind)
{
  static const char *const words[] = {
    [TRAMA_INSTITUTION_ASSOCIATION] = N_ ("association"),
    [TRAMA_INSTITUTION_CHAMBER] = N_ ("chamber"),
    [TRAMA_INSTITUTION_TRAINING] = N_ ("training"),
    [TRAMA_INSTITUTION_TESTING] = N_ ("testing centre"),
    [TRAMA_INSTITUTION_TECHNOLOGY] = N_ ("technology centre"),
    [TRAMA_INSTITUTION_FINANCE] = N_ ("finance"),
    [TRAMA_INSTITUTION_GOVERNMENT] = N_ ("government"),
    [TRAMA_INSTITUTION_BUYER] = N_ ("buyer"),
    [TRAMA_INSTITUTION_NGO] = N_ ("organisation"),
    [TRAMA_INSTITUTION_AGENCY] = N_ ("agency"),
    [TRAMA_INSTITUTION_SUPPLIER] = N_ ("supplier"),
    [TRAMA_INSTITUTION_GROUP] = N_ ("another group"),
  };

  if (kind >= G_N_ELEMENTS (words) || words[kind] == NULL)
    return NULL;
  return _ (words[kind]);
}

guint
trama_network_figure_count_known (const TramaGraph *graph, guint node)
{
  const TramaGraphNode *nodes = trama_graph_nodes (graph);
  const TramaGraphTie *ties = trama_graph_ties (graph);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  guint n;
  const guint *mine = trama_graph_node_ties (graph, node, &n);

  for (guint i = 0; i < n; i++)
    if (ties[mine[i]].state == TRAMA_TIE_COUNTS
        && nodes[trama_graph_tie_other (&ties[mine[i]], node)].member)
      g_hash_table_add (known, GUINT_TO_POINTER (trama_graph_tie_other (&ties[mine[i]], node) + 1));
  return g_hash_table_size (known);
}

gboolean
trama_network_figure_post_ended (const TramaGraph *graph)
{
  const TramaGraphOptions *options = trama_graph_options (graph);
  const TramaProgramme *programme
      = options->scope == TRAMA_GRAPH_PROGRAMME
            ? (const TramaProgramme *) TRAMA_FIND (trama_graph_version (graph), PROGRAMME,
                                                   options->subject)
            : NULL;

  return programme != NULL && trama_date_is_known (programme->post_ended)
         && programme->post_ended.last <= options->as_of;
}

/* What stands below the name in the column. */
static const char *
sub_label_of (TramaNetworkFigure *figure, guint node)
{
  const TramaGraphNode *graph_node = &trama_graph_nodes (figure->graph)[node];
  guint known;

  if (graph_node->kind == TRAMA_GRAPH_INSTITUTION)
    {
      const char *word = institution_word (((const TramaInstitution *) graph_node->record)->kind);

      return graph_node->side == TRAMA_GRAPH_INSIDE ? trama_network_figure_keep (figure, word)
                                                    : NULL;
    }
  if (graph_node->kind != TRAMA_GRAPH_PERSON)
    return NULL;
  if (graph_node->off)
    return trama_network_figure_keep (figure, _ ("switched off"));
  if (!graph_node->broker)
    return graph_node->hers ? trama_network_figure_keep (figure, _ ("agency staff")) : NULL;
  if (trama_network_figure_post_ended (figure->graph))
    return trama_network_figure_keep (figure, _ ("post ended"));
  known = trama_network_figure_count_known (figure->graph, node);
  if (known == 0)
    return trama_network_figure_keep (figure, _ ("broker"));
  if (trama_graph_options (figure->graph)->scope != TRAMA_GRAPH_PROGRAMME)
    return trama_network_figure_keep_taken (
        figure,
        g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE, "knows %u member", "knows %u members", known), known));
  if (known == figure->members->members)
    return trama_network_figure_keep_taken (figure, g_strdup_printf (_ ("knows all %u"), known));
  return trama_network_figure_keep_taken (
      figure, g_strdup_printf (_ ("knows %u of %u"), known, figure->members->members));
}

/* A band counts as its middle; one without an upper end as its lower. */
static double
employment_of (TramaBand band)
{
  if (!trama_band_is_known (band))
    return NAN;
  if (isinf (band.high))
    return band.low;
  return isinf (band.low) ? band.high : (band.low + band.high) / 2;
}

/* The greatest number of jobs at any date, so that circles compare over dates. */
static double
find_most_jobs (const TramaGraph *graph)
{
  TramaVersion *version = trama_graph_version (graph);
  double most = 0;

  for (guint i = 0; i < trama_graph_n_nodes (graph); i++)
    {
      TramaRecords readings = TRAMA_REFERRING (version, FIRM_READING, TramaFirmReading, firm,
                                               trama_graph_nodes (graph)[i].id);

      for (guint k = 0; k < readings.n; k++)
        {
          double jobs
              = employment_of (((const TramaFirmReading *) readings.records[k])->employment);

          if (jobs > most)
            most = jobs;
        }
    }
  return most;
}

static const char *
value_text_of (TramaNetworkFigure *figure, const TramaGraphNode *node)
{
  g_autofree char *jobs = NULL;
  const char *tier;

  if (node->kind != TRAMA_GRAPH_FIRM)
    return NULL;
  tier = node->tier != TramaTier_UNKNOWN_ ? trama_tier_label (node->tier) : _ ("tier not known");
  if (!trama_band_is_known (node->employment))
    return trama_network_figure_keep (figure, tier);
  jobs = trama_band_to_prose (node->employment, 0);
  /* Translators: a firm's tier, then how many people it employs */
  return trama_network_figure_keep_taken (figure, g_strdup_printf (_ ("%s, %s jobs"), tier, jobs));
}

static TramaNodeKind
mark_of (const TramaGraphNode *node)
{
  if (node->side != TRAMA_GRAPH_INSIDE)
    return TRAMA_NODE_OUTSIDE;
  if (node->kind == TRAMA_GRAPH_FIRM)
    return TRAMA_NODE_FIRM;
  return node->kind == TRAMA_GRAPH_PERSON ? TRAMA_NODE_BROKER : TRAMA_NODE_INSTITUTION;
}

/* Who is named first where not all names find room. */
static double
importance_of (const TramaGraph *graph, guint node, const TramaNetworkNode *drawn)
{
  const TramaGraphNode *graph_node = &trama_graph_nodes (graph)[node];

  return (drawn->selected ? 1e6 : 0) + (drawn->alone ? 1e5 : 0)
         + (graph_node->kind != TRAMA_GRAPH_FIRM || graph_node->side != TRAMA_GRAPH_INSIDE ? 1e4
                                                                                           : 0)
         + (graph_node->member ? 100 : 0) + 30.0 * graph_node->tier
         + trama_network_degree (graph, node, NULL);
}

/* The single manager is called so; several go by their names. */
static const char *
label_of (TramaNetworkFigure *figure, const TramaGraphNode *node)
{
  if (node->broker && trama_graph_options (figure->graph)->scope == TRAMA_GRAPH_PROGRAMME)
    {
      const TramaGraphNode *nodes = trama_graph_nodes (figure->graph);
      guint brokers = 0;

      for (guint i = 0; i < trama_graph_n_nodes (figure->graph); i++)
        brokers += nodes[i].broker;
      if (brokers == 1)
        return trama_network_figure_keep (figure, _ ("Manager"));
    }
  return node->label;
}

void
trama_network_figure_fill_nodes (TramaNetworkFigure *figure, TramaId selected)
{
  const TramaGraphNode *nodes = trama_graph_nodes (figure->graph);
  guint n = trama_graph_n_nodes (figure->graph);

  figure->nodes = g_new0 (TramaNetworkNode, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      TramaNetworkNode *drawn = &figure->nodes[i];

      *drawn = (TramaNetworkNode) {
        .record = nodes[i].id,
        .label = label_of (figure, &nodes[i]),
        .sub_label = sub_label_of (figure, i),
        .value_text = value_text_of (figure, &nodes[i]),
        .kind = mark_of (&nodes[i]),
        .tier = (TramaChartTier) nodes[i].tier,
        .value = employment_of (nodes[i].employment),
        .member = nodes[i].member,
        .off = nodes[i].off,
        .selected = !trama_id_is_none (selected) && trama_id_equal (selected, nodes[i].id),
      };
      trama_layout_place (figure->layout, &nodes[i], &drawn->x, &drawn->y);
    }
  for (guint i = 0; i < figure->members->n_isolated; i++)
    figure->nodes[trama_graph_find (figure->graph, figure->members->isolated[i])].alone = TRUE;
  for (guint i = 0; i < n; i++)
    figure->nodes[i].importance = importance_of (figure->graph, i, &figure->nodes[i]);
  figure->chart.value_maximum = find_most_jobs (figure->graph);
  if (figure->chart.value_maximum > 0)
    figure->chart.value_unit = _ ("jobs");
  figure->chart.nodes = figure->nodes;
  figure->chart.n_nodes = n;
}
