/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of each node. */
#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "trama-igraph.h"
#include "trama-network-registry-private.h"

double *
trama_network_reading_add_nodes (TramaNetworkReading *reading, const TramaNetworkView *view)
{
  reading->nodes = g_new (double, MAX (view->plain->n, 1));
  for (guint i = 0; i < view->plain->n; i++)
    reading->nodes[i] = NAN;
  return reading->nodes;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* Nobody is named: this is no ranking. */
void
trama_network_reading_sum_up (TramaNetworkReading *reading, const TramaNetworkView *view)
{
  g_autofree double *known = g_new (double, MAX (view->plain->n, 1));
  guint n = 0;
  double sum = 0;
  double middle;

  for (guint i = 0; i < view->plain->n; i++)
    if (!isnan (reading->nodes[i]))
      {
        sum += reading->nodes[i];
        known[n++] = reading->nodes[i];
      }
  if (n == 0)
    return;
  qsort (known, n, sizeof *known, compare_numbers);
  middle = n % 2 == 1 ? known[n / 2] : (known[n / 2 - 1] + known[n / 2]) / 2;
  reading->value = sum / n;
  reading->sentence = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Of %u that has a value, it is %.4g.",
                   "Half of the %u that have a value are at %.4g or below; the highest is %.4g.",
                   n),
      n, middle, known[n - 1]);
}

static gboolean
take (TramaNetworkView *view, TramaNetworkReading *reading, const double *values)
{
  double *nodes = trama_network_reading_add_nodes (reading, view);

  for (guint i = 0; i < view->plain->n; i++)
    nodes[i] = values[i];
  trama_network_reading_sum_up (reading, view);
  return TRUE;
}

static gboolean
take_counts (TramaNetworkView *view, TramaNetworkReading *reading, const guint *counts)
{
  double *nodes = trama_network_reading_add_nodes (reading, view);

  for (guint i = 0; i < view->plain->n; i++)
    nodes[i] = counts[i];
  trama_network_reading_sum_up (reading, view);
  return TRUE;
}

gboolean
trama_network_compute_degree (TramaNetworkView *view, TramaNetworkReading *reading, GError **error)
{
  double *nodes = trama_network_reading_add_nodes (reading, view);

  for (guint i = 0; i < view->plain->n; i++)
    nodes[i] = trama_plain_graph_degree (view->plain, i);
  trama_network_reading_sum_up (reading, view);
  return TRUE;
}

gboolean
trama_network_compute_ties_in (TramaNetworkView *view, TramaNetworkReading *reading, GError **error)
{
  return take_counts (view, reading, view->plain->ties_in);
}

gboolean
trama_network_compute_ties_out (TramaNetworkView *view, TramaNetworkReading *reading,
                                GError **error)
{
  return take_counts (view, reading, view->plain->ties_out);
}

gboolean
trama_network_compute_weighted_degree (TramaNetworkView *view, TramaNetworkReading *reading,
                                       GError **error)
{
  return take (view, reading, view->plain->weight);
}

gboolean
trama_network_compute_weighted_in (TramaNetworkView *view, TramaNetworkReading *reading,
                                   GError **error)
{
  return take (view, reading, view->plain->weight_in);
}

gboolean
trama_network_compute_weighted_out (TramaNetworkView *view, TramaNetworkReading *reading,
                                    GError **error)
{
  return take (view, reading, view->plain->weight_out);
}

gboolean
trama_network_compute_closeness (TramaNetworkView *view, TramaNetworkReading *reading,
                                 GError **error)
{
  return trama_network_view_find_paths (view, FALSE, error)
         && take (view, reading, view->closeness);
}

gboolean
trama_network_compute_betweenness (TramaNetworkView *view, TramaNetworkReading *reading,
                                   GError **error)
{
  return trama_network_view_find_paths (view, TRUE, error)
         && take (view, reading, view->betweenness);
}

gboolean
trama_network_compute_k_core (TramaNetworkView *view, TramaNetworkReading *reading, GError **error)
{
  double *nodes = trama_network_reading_add_nodes (reading, view);
  g_autofree guint *coreness = g_new0 (guint, MAX (view->plain->n, 1));
  guint most = 0;
  guint n = 0;

  if (!trama_igraph_coreness (view->plain->n, (const guint (*)[2]) view->plain->pairs,
                              view->plain->n_pairs, coreness, view->cancellable, error))
    return FALSE;
  if (view->plain->n == 0)
    return TRUE;
  for (guint i = 0; i < view->plain->n; i++)
    {
      nodes[i] = coreness[i];
      most = MAX (most, coreness[i]);
    }
  for (guint i = 0; i < view->plain->n; i++)
    n += coreness[i] == most;
  reading->value = most;
  reading->sentence = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "The innermost holds %u, with at least %u partners in it each.",
                   "The innermost hold %u, with at least %u partners among them each.", n),
      n, most);
  return TRUE;
}

gboolean
trama_network_compute_constraint (TramaNetworkView *view, TramaNetworkReading *reading,
                                  GError **error)
{
  trama_plain_graph_constraint (view->plain, TRUE, trama_network_reading_add_nodes (reading, view));
  trama_network_reading_sum_up (reading, view);
  return TRUE;
}
