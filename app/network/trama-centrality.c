/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-measures.h"
#include "trama-paths.h"

static void
spread (double *values, const double *found, const guint *places, guint n_found, guint n)
{
  for (guint i = 0; i < n && values != NULL; i++)
    values[i] = NAN;
  for (guint i = 0; i < n_found && values != NULL; i++)
    values[places[i]] = found[i];
}

gboolean
trama_network_centrality (const TramaGraph *graph, double *betweenness, double *closeness,
                          GCancellable *cancellable, GError **error)
{
  g_autoptr (TramaPlainGraph) plain = NULL;
  g_autofree guint *places = NULL;
  g_autofree double *between = NULL;
  g_autofree double *close = NULL;

  g_return_val_if_fail (graph != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  plain = trama_plain_graph_new_of (graph, &places);
  close = g_new (double, MAX (plain->n, 1));
  if (betweenness != NULL)
    {
      between = g_new (double, MAX (plain->n, 1));
      trama_paths_betweenness (plain, between, close, cancellable);
    }
  else
    trama_paths_closeness (plain, close, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  spread (betweenness, between, places, plain->n, trama_graph_n_nodes (graph));
  spread (closeness, close, places, plain->n, trama_graph_n_nodes (graph));
  return TRUE;
}
