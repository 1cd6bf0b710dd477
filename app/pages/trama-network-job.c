/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-job.h"

void
trama_network_result_free (TramaNetworkResult *result)
{
  if (result == NULL)
    return;
  g_clear_pointer (&result->figure, trama_network_figure_unref);
  g_clear_pointer (&result->facts, trama_network_facts_free);
  g_free (result);
}

static void
request_free (TramaNetworkRequest *request)
{
  trama_version_unref (request->version);
  g_clear_pointer (&request->layout, trama_layout_unref);
  g_free (request);
}

/* Everybody and everything of the subject there ever was. */
static TramaGraph *
make_all (const TramaNetworkRequest *request)
{
  TramaGraphOptions options;

  trama_graph_options_init (&options, request->options.scope, request->options.subject, 0);
  options.all_dates = TRUE;
  return trama_graph_new (request->version, &options);
}

static gboolean
knows_everybody (const TramaLayout *layout, const TramaGraph *graph)
{
  double x, y;

  for (guint i = 0; i < trama_graph_n_nodes (graph); i++)
    if (!trama_layout_place (layout, &trama_graph_nodes (graph)[i], &x, &y))
      return FALSE;
  return TRUE;
}

static TramaLayout *
find_layout (const TramaNetworkRequest *request, const TramaGraph *all, gboolean has_tiers,
             GCancellable *cancellable)
{
  TramaLayout *layout;

  if (request->layout != NULL && knows_everybody (request->layout, all))
    return trama_layout_ref (request->layout);
  if (request->arrangement == TRAMA_LAYOUT_TIER_LANES && !has_tiers)
    return trama_layout_overview_new (all, request->aspect, cancellable);
  /* One that cannot be made of this network is replaced by one that always can. */
  layout = trama_layout_new_of_kind (all, request->arrangement, request->aspect, cancellable, NULL);
  if (layout == NULL && !g_cancellable_is_cancelled (cancellable))
    layout = trama_layout_overview_new (all, request->aspect, cancellable);
  return layout;
}

/* With everybody, and told apart by what changed. */
static TramaGraph *
make_compared (const TramaNetworkRequest *request)
{
  TramaGraphOptions options = request->options;

  options.without_broker = FALSE;
  options.compare = TRUE;
  options.compare_to = request->earlier;
  return trama_graph_new (request->version, &options);
}

static TramaGraph *
make_earlier (const TramaNetworkRequest *request)
{
  TramaGraphOptions options = request->options;

  options.without_broker = FALSE;
  options.compare = FALSE;
  options.as_of = request->earlier;
  return trama_graph_new (request->version, &options);
}

static void
make_figure (TramaNetworkResult *result, const TramaNetworkRequest *request, TramaLayout *layout)
{
  TramaGraphOptions options = request->options;
  g_autoptr (TramaGraph) compared = make_compared (request);
  g_autoptr (TramaGraph) earlier = make_earlier (request);

  /* Where nothing has a date, nothing can have changed. */
  options.compare = options.compare && result->has_dates;
  result->figure = trama_network_figure_new (request->version, &options, layout, TRAMA_ID_NONE);
  result->facts = trama_network_facts_new (
      compared, trama_network_figure_get_graph (result->figure), earlier);
}

static void
look (TramaNetworkResult *result, const TramaGraph *all)
{
  const TramaGraphNode *nodes = trama_graph_nodes (all);
  const TramaGraphTie *ties = trama_graph_ties (all);

  for (guint i = 0; i < trama_graph_n_nodes (all); i++)
    {
      result->has_tiers |= nodes[i].tiers_ever != 0;
      result->has_broker |= nodes[i].hers != 0;
    }
  for (guint i = 0; i < trama_graph_n_ties (all); i++)
    {
      result->kinds |= TRAMA_GRAPH_KIND_BIT (ties[i].kind);
      result->has_dates |= !ties[i].undated;
    }
}

/* In another thread. */
static void
compute (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const TramaNetworkRequest *request = data;
  g_autoptr (TramaNetworkResult) result = g_new0 (TramaNetworkResult, 1);
  g_autoptr (TramaGraph) all = make_all (request);
  g_autoptr (TramaLayout) layout = NULL;

  look (result, all);
  layout = find_layout (request, all, result->has_tiers, cancellable);
  if (g_task_return_error_if_cancelled (task))
    return;
  make_figure (result, request, layout);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&result),
                           (GDestroyNotify) trama_network_result_free);
}

void
trama_network_compute_async (const TramaNetworkRequest *request, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  TramaNetworkRequest *kept;

  g_return_if_fail (request != NULL && request->version != NULL);

  task = g_task_new (NULL, cancellable, callback, data);
  kept = g_memdup2 (request, sizeof *request);
  trama_version_ref (kept->version);
  if (kept->layout != NULL)
    trama_layout_ref (kept->layout);
  g_task_set_task_data (task, kept, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, compute);
}

TramaNetworkResult *
trama_network_compute_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
