/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures that ask who is of which group. */
#include <glib/gi18n-lib.h>

#include "trama-network-registry-private.h"

static void
add_known_ties (TramaNetworkReading *reading, const TramaNetworkView *view,
                const TramaGroups *groups)
{
  g_autofree guint *of_node = g_new (guint, MAX (trama_graph_n_nodes (view->graph), 1));
  const TramaGraphTie *ties = trama_graph_ties (view->graph);

  for (guint i = 0; i < trama_graph_n_nodes (view->graph); i++)
    of_node[i] = G_MAXUINT;
  for (guint i = 0; i < groups->n; i++)
    of_node[view->places[i]] = groups->of_node[i];
  for (guint i = 0; i < trama_graph_n_ties (view->graph); i++)
    if (ties[i].counts && of_node[ties[i].from] != G_MAXUINT && of_node[ties[i].to] != G_MAXUINT)
      g_array_append_val (reading->records, ties[i].record->record.id);
}

gboolean
trama_network_compute_e_i (TramaNetworkView *view, TramaNetworkReading *reading, GError **error)
{
  const TramaGroups *groups = trama_network_view_groups (view, reading->grouping);
  guint external, internal;

  reading->value = trama_groups_e_i (view->plain, groups->of_node, &external, &internal);
  add_known_ties (reading, view, groups);
  if (!isnan (reading->value))
    /* Translators: the last %s is what groups are by: "tier", "programme" */
    reading->sentence = g_strdup_printf (_ ("%u pairs across, %u within groups by %s."), external,
                                         internal, trama_grouping_label (reading->grouping));
  return TRUE;
}

gboolean
trama_network_compute_assortativity (TramaNetworkView *view, TramaNetworkReading *reading,
                                     GError **error)
{
  const TramaGroups *groups = trama_network_view_groups (view, reading->grouping);
  guint external, internal;

  reading->value = trama_groups_assortativity (view->plain, groups->of_node, groups->n_groups);
  trama_groups_e_i (view->plain, groups->of_node, &external, &internal);
  add_known_ties (reading, view, groups);
  if (!isnan (reading->value))
    reading->sentence = g_strdup_printf (_ ("%u pairs across, %u within groups by %s."), external,
                                         internal, trama_grouping_label (reading->grouping));
  return TRUE;
}

gboolean
trama_network_compute_assortativity_degree (TramaNetworkView *view, TramaNetworkReading *reading,
                                            GError **error)
{
  reading->value = trama_degree_assortativity (view->plain);
  trama_network_reading_add_ties (reading, view);
  if (isnan (reading->value))
    return TRUE;
  if (reading->value > 0)
    reading->sentence = g_strdup (_ ("Busy ones tend to be tied to busy ones."));
  else
    reading->sentence = g_strdup (_ ("Busy ones tend to be tied to those with few partners."));
  return TRUE;
}

static gboolean
compute_role (TramaNetworkView *view, TramaNetworkReading *reading, TramaBrokerRole role)
{
  const TramaGroups *groups = trama_network_view_groups (view, reading->grouping);
  g_autofree guint64 *counts
      = g_new (guint64, MAX (view->plain->n, 1) * (gsize) TRAMA_N_BROKER_ROLES);
  double *nodes = trama_network_reading_add_nodes (reading, view);
  guint n = 0;

  trama_groups_brokerage (view->plain, groups->of_node, counts);
  for (guint i = 0; i < view->plain->n; i++)
    {
      if (groups->of_node[i] == G_MAXUINT)
        continue;
      nodes[i] = (double) counts[i * TRAMA_N_BROKER_ROLES + role];
      reading->value = isnan (reading->value) ? nodes[i] : reading->value + nodes[i];
      n += nodes[i] > 0;
    }
  if (!isnan (reading->value))
    reading->sentence
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u stands so between others, by %s.",
                                        "%u stand so between others, by %s.", n),
                           n, trama_grouping_label (reading->grouping));
  return TRUE;
}

gboolean
trama_network_compute_coordinator (TramaNetworkView *view, TramaNetworkReading *reading,
                                   GError **error)
{
  return compute_role (view, reading, TRAMA_BROKER_COORDINATOR);
}

gboolean
trama_network_compute_itinerant (TramaNetworkView *view, TramaNetworkReading *reading,
                                 GError **error)
{
  return compute_role (view, reading, TRAMA_BROKER_ITINERANT);
}

gboolean
trama_network_compute_gatekeeper (TramaNetworkView *view, TramaNetworkReading *reading,
                                  GError **error)
{
  return compute_role (view, reading, TRAMA_BROKER_GATEKEEPER);
}

gboolean
trama_network_compute_representative (TramaNetworkView *view, TramaNetworkReading *reading,
                                      GError **error)
{
  return compute_role (view, reading, TRAMA_BROKER_REPRESENTATIVE);
}

gboolean
trama_network_compute_liaison (TramaNetworkView *view, TramaNetworkReading *reading, GError **error)
{
  return compute_role (view, reading, TRAMA_BROKER_LIAISON);
}
