/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who met at which activity: two modes, and no ties. */
#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "trama-matrix-figure-private.h"
#include "trama-window.h"

#define MONTHS 12
#define MOST_COLUMNS 40

typedef struct
{
  guint node;
  guint met;   /* at how many */
} Firm;

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const TramaActivity *x = *(const TramaActivity *const *) a;
  const TramaActivity *y = *(const TramaActivity *const *) b;

  if (x->date.first != y->date.first)
    return x->date.first < y->date.first ? -1 : 1;
  return trama_id_compare (x->record.id, y->record.id);
}

/* Of at least two firms, in the window for sure; the latest, oldest first. (transfer full) */
static GPtrArray *
list_activities (const TramaGraph *graph)
{
  const TramaGraphOptions *options = trama_graph_options (graph);
  TramaTable *table = trama_version_table (trama_graph_version (graph), TRAMA_KIND_ACTIVITY);
  TramaWindow window = trama_window_before (options->as_of, MONTHS);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < trama_table_size (table); i++)
    {
      const TramaActivity *activity = (const TramaActivity *) trama_table_get (table, i);

      if (activity->participants.n < 2 || trama_window_holds (window, activity->date) != TRAMA_YES
          || (options->scope == TRAMA_GRAPH_PROGRAMME
              && !trama_id_equal (activity->programme, options->subject)))
        continue;
      g_ptr_array_add (found, (gpointer) activity);
    }
  g_ptr_array_sort (found, compare_dates);
  if (found->len > MOST_COLUMNS)
    g_ptr_array_remove_range (found, 0, found->len - MOST_COLUMNS);
  return found;
}

static int
compare_firms (gconstpointer a, gconstpointer b)
{
  const Firm *x = a;
  const Firm *y = b;

  if (x->met != y->met)
    return x->met > y->met ? -1 : 1;
  return x->node < y->node ? -1 : x->node > y->node;
}

/* Rows, those who met most often first. (transfer full) */
static guint *
place_firms (TramaMatrixFigure *figure, const GPtrArray *activities)
{
  guint n = trama_graph_n_nodes (figure->graph);
  g_autofree Firm *firms = g_new0 (Firm, MAX (n, 1));
  guint *place = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      firms[i].node = i;
      place[i] = G_MAXUINT;
    }
  for (guint i = 0; i < activities->len; i++)
    {
      const TramaActivity *activity = activities->pdata[i];

      for (guint k = 0; k < activity->participants.n; k++)
        {
          int node = trama_graph_find (figure->graph, activity->participants.ids[k]);

          if (node >= 0)
            firms[node].met++;
        }
    }
  if (n > 1)
    qsort (firms, n, sizeof *firms, compare_firms);
  for (guint i = 0; i < n && firms[i].met > 0; i++)
    {
      const TramaGraphNode *node = &trama_graph_nodes (figure->graph)[firms[i].node];
      TramaAdjacencyName name = { node->id, node->label };

      place[firms[i].node] = figure->rows->len;
      g_array_append_val (figure->rows, name);
    }
  return place;
}

static void
add_activity (TramaMatrixFigure *figure, const TramaActivity *activity, const guint *place)
{
  g_autofree char *title
      = trama_version_describe (trama_graph_version (figure->graph), &activity->record);
  g_autofree char *day = trama_date_to_prose (activity->date);
  guint column = figure->columns->len;
  TramaAdjacencyName name = { activity->record.id, trama_matrix_figure_keep (figure, title) };

  g_array_append_val (figure->columns, name);
  for (guint i = 0; i < activity->participants.n; i++)
    {
      int node = trama_graph_find (figure->graph, activity->participants.ids[i]);
      TramaAdjacencyCell cell = {
        .record = activity->record.id,
        .column = column,
        .mark = TRAMA_ADJACENCY_PLAIN,
        .strength = 2,
        .value_text = trama_matrix_figure_keep (figure, day),
      };

      if (node < 0 || place[node] == G_MAXUINT)
        continue;
      cell.row = place[node];
      g_array_append_val (figure->cells, cell);
    }
}

static void
say (TramaMatrixFigure *figure)
{
  const TramaGraphOptions *options = trama_graph_options (figure->graph);
  g_autofree char *day = trama_date_to_prose (trama_date_from_day (options->as_of));
  g_autofree char *title = NULL;
  g_autofree char *subtitle
      = g_strdup_printf (_ ("Meetings, not ties: activities with at least two firms, in the twelve "
                            "months to %s"),
                         day);

  if (figure->columns->len == 0)
    title = g_strdup (_ ("No activity brought two firms together"));
  else
    title
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%2$u firms met at %1$u activity",
                                        "%2$u firms met at %1$u activities", figure->columns->len),
                           figure->columns->len, figure->rows->len);
  figure->chart.frame.title = trama_matrix_figure_keep (figure, title);
  figure->chart.frame.subtitle = trama_matrix_figure_keep (figure, subtitle);
}

TramaMatrixFigure *
trama_meetings_figure_new (TramaGraph *graph)
{
  TramaMatrixFigure *figure;
  g_autoptr (GPtrArray) activities = NULL;
  g_autofree guint *place = NULL;

  g_return_val_if_fail (graph != NULL, NULL);

  figure = trama_matrix_figure_begin (graph);
  activities = list_activities (graph);
  place = place_firms (figure, activities);
  for (guint i = 0; i < activities->len; i++)
    add_activity (figure, activities->pdata[i], place);
  trama_matrix_figure_settle (figure);
  figure->chart.row_head = _ ("Firm");
  figure->chart.column_head = _ ("Activity");
  figure->chart.value_head = _ ("Date");
  say (figure);
  return figure;
}
