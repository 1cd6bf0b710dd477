/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks and names: whose they are, what stands below them, who is named first. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

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
    return trama_network_figure_keep (figure, _ ("the manager"));
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

/* A label of another program's; NULL: none. */
static const char *
category_of (const TramaGraphNode *node)
{
  const char *category;

  if (node->kind != TRAMA_GRAPH_FIRM || node->side != TRAMA_GRAPH_INSIDE)
    return NULL;
  category = ((const TramaFirm *) node->record)->category;
  return category != NULL && *category != '\0' ? category : NULL;
}

typedef struct
{
  const char *name;
  guint n;
} Category;

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const Category *p = a, *q = b;

  return p->n != q->n ? (p->n > q->n ? -1 : 1) : strcmp (p->name, q->name);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (((const Category *) a)->name, ((const Category *) b)->name);
}

/* Every category of the graph's firms, the most frequent first. */
static GArray *
find_categories (const TramaGraph *graph)
{
  const TramaGraphNode *nodes = trama_graph_nodes (graph);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Category));
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < trama_graph_n_nodes (graph); i++)
    {
      Category category = { .name = category_of (&nodes[i]), .n = 1 };
      gpointer place;

      if (category.name == NULL)
        continue;
      place = g_hash_table_lookup (places, category.name);
      if (place != NULL)
        {
          g_array_index (found, Category, GPOINTER_TO_UINT (place) - 1).n++;
          continue;
        }
      g_array_append_val (found, category);
      g_hash_table_insert (places, (gpointer) category.name, GUINT_TO_POINTER (found->len));
    }
  g_array_sort (found, compare_counts);
  return found;
}

/* Where no tier is known the firms are told apart by category: six at most, in the order of their
 * names; of more, the five most frequent, and the others as one. */
static void
fill_categories (TramaNetworkFigure *figure)
{
  g_autoptr (GArray) found = NULL;
  guint n;

  if (trama_layout_n_lanes (figure->layout) > 0)
    return;
  for (guint i = 0; i < trama_graph_n_nodes (figure->graph); i++)
    if (trama_graph_nodes (figure->graph)[i].tiers_ever != 0)
      return;
  found = find_categories (figure->graph);
  n = MIN (found->len, TRAMA_NETWORK_MAX_CATEGORIES);
  if (found->len > n)
    {
      g_array_set_size (found, n - 1);
      figure->categories[n - 1] = _ ("other categories");
    }
  g_array_sort (found, compare_names);
  for (guint i = 0; i < found->len; i++)
    figure->categories[i]
        = trama_network_figure_keep (figure, g_array_index (found, Category, i).name);
  figure->chart.categories = figure->categories;
  figure->chart.n_categories = n;
}

/* As the chart numbers them. */
static guint
number_category (const TramaNetworkFigure *figure, const TramaGraphNode *node)
{
  const char *name = category_of (node);

  if (name == NULL)
    return 0;
  for (guint i = 0; i < figure->chart.n_categories; i++)
    if (strcmp (figure->categories[i], name) == 0)
      return i + 1;
  /* Not among the most frequent. */
  return figure->chart.n_categories;
}

static const char *
value_text_of (TramaNetworkFigure *figure, const TramaGraphNode *node)
{
  g_autofree char *jobs = NULL;
  const char *tier;

  if (node->kind != TRAMA_GRAPH_FIRM)
    return NULL;
  if (figure->chart.n_categories > 0)
    tier = category_of (node) != NULL ? category_of (node) : _ ("no category");
  else
    tier = node->tier != TramaTier_UNKNOWN_ ? trama_tier_label (node->tier) : _ ("tier not known");
  if (!trama_band_is_known (node->employment))
    return trama_network_figure_keep (figure, tier);
  jobs = trama_band_to_prose (node->employment, 0);
  /* Translators: a firm's tier or category, then how many people it employs */
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
importance_of (const TramaNetworkFigure *figure, guint node, const TramaNetworkNode *drawn)
{
  const TramaGraph *graph = figure->graph;
  const TramaGraphNode *graph_node = &trama_graph_nodes (graph)[node];
  double first = (drawn->selected ? 1e6 : 0) + (drawn->alone ? 1e5 : 0);

  /* Freely laid out, a hub without its name tells nothing. */
  if (trama_layout_n_lanes (figure->layout) == 0)
    return first + trama_network_degree (graph, node, NULL);
  return first
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
  fill_categories (figure);
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
        .category = number_category (figure, &nodes[i]),
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
    figure->nodes[i].importance = importance_of (figure, i, &figure->nodes[i]);
  figure->chart.value_maximum = find_most_jobs (figure->graph);
  if (figure->chart.value_maximum > 0)
    figure->chart.value_unit = _ ("jobs");
  figure->chart.nodes = figure->nodes;
  figure->chart.n_nodes = n;
}

/* The most ties any firm ever had on record, so that circles compare over dates. */
static double
find_most_ties (const TramaGraph *graph)
{
  TramaVersion *version = trama_graph_version (graph);
  const TramaGraphNode *nodes = trama_graph_nodes (graph);
  guint most = 0;

  for (guint i = 0; i < trama_graph_n_nodes (graph); i++)
    if (nodes[i].kind == TRAMA_GRAPH_FIRM)
      most = MAX (most, TRAMA_REFERRING (version, LINKAGE, TramaLinkage, from, nodes[i].id).n
                            + TRAMA_REFERRING (version, LINKAGE, TramaLinkage, to, nodes[i].id).n);
  return most;
}

void
trama_network_figure_size_by_ties (TramaNetworkFigure *figure)
{
  g_autofree guint *ties = NULL;

  if (figure->chart.value_unit != NULL || trama_layout_n_lanes (figure->layout) > 0)
    return;
  ties = g_new0 (guint, MAX (figure->chart.n_nodes, 1));
  for (guint i = 0; i < figure->chart.n_ties; i++)
    if (!figure->ties[i].gone && figure->ties[i].change != TRAMA_CHANGE_LOST)
      {
        ties[figure->ties[i].from]++;
        ties[figure->ties[i].to]++;
      }
  for (guint i = 0; i < figure->chart.n_nodes; i++)
    figure->nodes[i].value = ties[i];
  figure->chart.value_maximum = find_most_ties (figure->graph);
  figure->by_ties = figure->chart.value_maximum > 0;
  /* Translators: after numbers, in the legend of sizes: "1, 5, 20 ties" */
  figure->chart.value_unit = figure->by_ties ? C_ ("unit", "ties") : NULL;
}
