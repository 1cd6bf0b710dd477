/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-matrix-figure-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "trama-network-measures.h"
#include "trama-network-registry.h"

#define ALL_UP_TO 100 /* nodes: above, those tied to nobody are left out */

TramaMatrixFigure *
trama_matrix_figure_begin (TramaGraph *graph)
{
  TramaMatrixFigure *figure = g_new0 (TramaMatrixFigure, 1);

  g_atomic_ref_count_init (&figure->references);
  figure->graph = trama_graph_ref (graph);
  figure->texts = g_string_chunk_new (1024);
  figure->rows = g_array_new (FALSE, TRUE, sizeof (TramaAdjacencyName));
  figure->columns = g_array_new (FALSE, TRUE, sizeof (TramaAdjacencyName));
  figure->groups = g_array_new (FALSE, TRUE, sizeof (TramaAdjacencyGroup));
  figure->cells = g_array_new (FALSE, TRUE, sizeof (TramaAdjacencyCell));
  return figure;
}

const char *
trama_matrix_figure_keep (TramaMatrixFigure *figure, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (figure->texts, text) : NULL;
}

void
trama_matrix_figure_settle (TramaMatrixFigure *figure)
{
  TramaAdjacencyChart *chart = &figure->chart;

  chart->rows = (const TramaAdjacencyName *) (gpointer) figure->rows->data;
  chart->n_rows = figure->rows->len;
  chart->columns = (const TramaAdjacencyName *) (gpointer) figure->columns->data;
  chart->n_columns = figure->columns->len;
  chart->row_groups = (const TramaAdjacencyGroup *) (gpointer) figure->groups->data;
  chart->n_row_groups = figure->groups->len;
  chart->cells = (const TramaAdjacencyCell *) (gpointer) figure->cells->data;
  chart->n_cells = figure->cells->len;
}

TramaMatrixFigure *
trama_matrix_figure_ref (TramaMatrixFigure *figure)
{
  g_atomic_ref_count_inc (&figure->references);
  return figure;
}

void
trama_matrix_figure_unref (TramaMatrixFigure *figure)
{
  if (figure == NULL || !g_atomic_ref_count_dec (&figure->references))
    return;
  trama_graph_unref (figure->graph);
  g_string_chunk_free (figure->texts);
  g_array_unref (figure->rows);
  g_array_unref (figure->columns);
  g_array_unref (figure->groups);
  g_array_unref (figure->cells);
  g_free (figure);
}

const TramaAdjacencyChart *
trama_matrix_figure_get_chart (const TramaMatrixFigure *figure)
{
  return &figure->chart;
}

TramaScene *
trama_matrix_figure_draw (const TramaMatrixFigure *figure, const TramaChartStyle *style,
                          double width)
{
  g_return_val_if_fail (figure != NULL && style != NULL, NULL);

  return trama_adjacency_chart_new (&figure->chart, style, width);
}

typedef struct
{
  guint node;
  guint group;    /* rising */
  guint degree;
} Placed;

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const Placed *x = a;
  const Placed *y = b;

  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  if (x->degree != y->degree)
    return x->degree > y->degree ? -1 : 1;
  return x->node < y->node ? -1 : x->node > y->node;
}

enum
{
  LEADING,
  MIDDLE,
  WORKSHOP,
  NOT_KNOWN,
  INSTITUTIONS,
  PEOPLE,
};

static guint
tier_group (const TramaGraphNode *node)
{
  if (node->kind == TRAMA_GRAPH_PERSON)
    return PEOPLE;
  if (node->kind == TRAMA_GRAPH_INSTITUTION)
    return INSTITUTIONS;
  switch (node->tier)
    {
    case TRAMA_TIER_LEADING:
      return LEADING;
    case TRAMA_TIER_MIDDLE:
      return MIDDLE;
    case TRAMA_TIER_WORKSHOP:
      return WORKSHOP;
    case TramaTier_UNKNOWN_:
    default:
      return NOT_KNOWN;
    }
}

static char *
name_group (TramaMatrixOrder order, guint group)
{
  if (order == TRAMA_MATRIX_BY_COMMUNITY)
    /* Translators: groups of firms that are much tied, numbered from the largest */
    return g_strdup_printf (_ ("Community %u"), group + 1);
  switch (group)
    {
    case LEADING:
      return g_strdup (trama_tier_label (TRAMA_TIER_LEADING));
    case MIDDLE:
      return g_strdup (trama_tier_label (TRAMA_TIER_MIDDLE));
    case WORKSHOP:
      return g_strdup (trama_tier_label (TRAMA_TIER_WORKSHOP));
    case INSTITUTIONS:
      return g_strdup (trama_kind_plural_label (TRAMA_KIND_INSTITUTION));
    case PEOPLE:
      return g_strdup (trama_kind_plural_label (TRAMA_KIND_PERSON));
    case NOT_KNOWN:
    default:
      return g_strdup (_ ("Tier not known"));
    }
}

static gboolean
is_shown (const TramaGraphTie *tie)
{
  return tie->counts
         || (tie->change == TRAMA_GRAPH_CHANGE_LOST && !tie->gone && !tie->loop && !tie->duplicate);
}

/* Places of nodes in the matrix; G_MAXUINT: not in it. (transfer full) */
static guint *
place_nodes (TramaMatrixFigure *figure, TramaNetworkView *view, TramaMatrixOrder order)
{
  const TramaGraphNode *nodes = trama_graph_nodes (figure->graph);
  const TramaGraphTie *ties = trama_graph_ties (figure->graph);
  guint n = trama_graph_n_nodes (figure->graph);
  g_autofree Placed *placed = g_new (Placed, MAX (view->plain->n, 1));
  g_autofree guint8 *tied = g_new0 (guint8, MAX (n, 1));
  guint *place = g_new (guint, MAX (n, 1));
  guint n_placed = 0;

  for (guint i = 0; i < trama_graph_n_ties (figure->graph); i++)
    if (is_shown (&ties[i]))
      tied[ties[i].from] = tied[ties[i].to] = TRUE;
  for (guint i = 0; i < n; i++)
    place[i] = G_MAXUINT;
  for (guint i = 0; i < view->plain->n; i++)
    if (view->plain->n <= ALL_UP_TO || tied[view->places[i]])
      placed[n_placed++] = (Placed) {
        view->places[i],
        order == TRAMA_MATRIX_BY_COMMUNITY ? view->communities[i]
                                           : tier_group (&nodes[view->places[i]]),
        trama_plain_graph_degree (view->plain, i),
      };
  if (n_placed > 1)
    qsort (placed, n_placed, sizeof *placed, compare_placed);
  for (guint i = 0; i < n_placed; i++)
    {
      TramaAdjacencyName name = { nodes[placed[i].node].id, nodes[placed[i].node].label };

      place[placed[i].node] = i;
      g_array_append_val (figure->rows, name);
      g_array_append_val (figure->columns, name);
      if (i == 0 || placed[i].group != placed[i - 1].group)
        {
          g_autofree char *label = name_group (order, placed[i].group);
          TramaAdjacencyGroup group = { trama_matrix_figure_keep (figure, label), 0 };

          g_array_append_val (figure->groups, group);
        }
      g_array_index (figure->groups, TramaAdjacencyGroup, figure->groups->len - 1).n++;
    }
  return place;
}

static TramaAdjacencyMark
mark_of (const TramaGraph *graph, const TramaGraphTie *tie)
{
  if (!trama_graph_options (graph)->compare)
    return TRAMA_ADJACENCY_PLAIN;
  if (tie->change == TRAMA_GRAPH_CHANGE_LOST)
    return TRAMA_ADJACENCY_LOST;
  return tie->change == TRAMA_GRAPH_CHANGE_NEW ? TRAMA_ADJACENCY_NEW : TRAMA_ADJACENCY_KEPT;
}

/* Of several ties one that was kept speaks for all, else a new one; the strongest. */
static guint
rank_of (TramaAdjacencyMark mark)
{
  return mark == TRAMA_ADJACENCY_LOST ? 0 : mark == TRAMA_ADJACENCY_NEW ? 1 : 2;
}

static void
add_cell (TramaMatrixFigure *figure, GHashTable *known, const TramaGraphTie *tie, guint row,
          guint column)
{
  gpointer key = GSIZE_TO_POINTER ((gsize) row * figure->columns->len + column + 1);
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (known, key));
  const char *kind
      = tie->kind != TramaLinkageKind_UNKNOWN_ ? trama_linkage_kind_label (tie->kind) : NULL;
  TramaAdjacencyCell cell = {
    .record = tie->record->record.id,
    .row = row,
    .column = column,
    .mark = mark_of (figure->graph, tie),
    .strength = tie->strength,
    .value_text = trama_matrix_figure_keep (figure, kind),
  };
  TramaAdjacencyCell *old;

  if (at == 0)
    {
      g_array_append_val (figure->cells, cell);
      g_hash_table_insert (known, key, GUINT_TO_POINTER (figure->cells->len));
      return;
    }
  old = &g_array_index (figure->cells, TramaAdjacencyCell, at - 1);
  if (rank_of (cell.mark) > rank_of (old->mark))
    old->mark = cell.mark;
  old->strength = MAX (old->strength, cell.strength);
}

static void
say (TramaMatrixFigure *figure)
{
  const TramaGraphOptions *options = trama_graph_options (figure->graph);
  g_autofree char *day = trama_date_to_prose (trama_date_from_day (options->as_of));
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  TramaTieCounts counts;

  trama_network_count_ties (figure->graph, TRAMA_TIES_ALL, &counts);
  if (options->compare)
    {
      g_autofree char *since = trama_date_to_prose (trama_date_from_day (options->compare_to));

      title = g_strdup_printf (_ ("%u ties are new, %u kept and %u lost"), counts.added,
                               counts.kept, counts.lost);
      subtitle = g_strdup_printf (_ ("Ties from row to column, %s to %s"), since, day);
    }
  else
    {
      title = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u tie among %u", "%u ties among %u", counts.ties),
          counts.ties, trama_network_n_nodes (figure->graph, FALSE));
      subtitle
          = g_strdup_printf (_ ("Ties from row to column, confirmed within 24 months, %s"), day);
    }
  figure->chart.frame.title = trama_matrix_figure_keep (figure, title);
  figure->chart.frame.subtitle = trama_matrix_figure_keep (figure, subtitle);
}

TramaMatrixFigure *
trama_matrix_figure_new (TramaGraph *graph, TramaMatrixOrder order, const char *source,
                         GCancellable *cancellable, GError **error)
{
  g_autoptr (TramaNetworkView) view = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autofree guint *place = NULL;
  TramaMatrixFigure *figure;
  const TramaGraphTie *ties;

  g_return_val_if_fail (graph != NULL, NULL);

  view = trama_network_view_new (graph, cancellable);
  if (order == TRAMA_MATRIX_BY_COMMUNITY && !trama_network_view_find_communities (view, error))
    return NULL;
  figure = trama_matrix_figure_begin (graph);
  place = place_nodes (figure, view, order);
  ties = trama_graph_ties (graph);
  for (guint i = 0; i < trama_graph_n_ties (graph); i++)
    {
      guint from = place[ties[i].from];
      guint to = place[ties[i].to];

      if (!is_shown (&ties[i]) || from == G_MAXUINT || to == G_MAXUINT)
        continue;
      add_cell (figure, known, &ties[i], from, to);
      if (!ties[i].directed)
        add_cell (figure, known, &ties[i], to, from);
    }
  trama_matrix_figure_settle (figure);
  figure->chart.column_groups = figure->chart.row_groups;
  figure->chart.n_column_groups = figure->chart.n_row_groups;
  figure->chart.one_mode = TRUE;
  figure->chart.row_head = _ ("From");
  figure->chart.column_head = _ ("To");
  figure->chart.value_head = _ ("Kind");
  figure->chart.frame.source = trama_matrix_figure_keep (figure, source);
  say (figure);
  return figure;
}
