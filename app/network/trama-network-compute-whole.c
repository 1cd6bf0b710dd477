/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of a network as a whole. */
#include <glib/gi18n-lib.h>

#include "trama-cohesion.h"
#include "trama-components.h"
#include "trama-network-registry-private.h"

char *
trama_network_percent (double share)
{
  return g_strdup_printf ("%d%%", (int) (share * 100 + 0.5));
}

void
trama_network_reading_add_ties (TramaNetworkReading *reading, const TramaNetworkView *view)
{
  const TramaGraphTie *ties = trama_graph_ties (view->graph);

  for (guint i = 0; i < trama_graph_n_ties (view->graph); i++)
    if (ties[i].counts)
      g_array_append_val (reading->records, ties[i].record->record.id);
}

gboolean
trama_network_compute_size (TramaNetworkView *view, TramaNetworkReading *reading, GError **error)
{
  guint n[TRAMA_GRAPH_PERSON + 1] = { 0 };
  g_autofree char *firms = NULL;
  g_autofree char *institutions = NULL;
  g_autofree char *people = NULL;

  for (guint i = 0; i < view->plain->n; i++)
    {
      const TramaGraphNode *node = &trama_graph_nodes (view->graph)[view->places[i]];

      n[node->kind]++;
      g_array_append_val (reading->records, node->id);
    }
  reading->value = view->plain->n;
  firms
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u firm", "%u firms", n[TRAMA_GRAPH_FIRM]),
                         n[TRAMA_GRAPH_FIRM]);
  institutions = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u institution", "%u institutions",
                                               n[TRAMA_GRAPH_INSTITUTION]),
                                  n[TRAMA_GRAPH_INSTITUTION]);
  people = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", n[TRAMA_GRAPH_PERSON]),
      n[TRAMA_GRAPH_PERSON]);
  /* Translators: so many firms, so many institutions and so many people */
  reading->sentence = g_strdup_printf (_ ("%s, %s and %s."), firms, institutions, people);
  return TRUE;
}

gboolean
trama_network_compute_ties (TramaNetworkView *view, TramaNetworkReading *reading, GError **error)
{
  trama_network_reading_add_ties (reading, view);
  reading->value = reading->records->len;
  reading->sentence
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tie counts on the date.",
                                      "%u ties count on the date.", reading->records->len),
                         reading->records->len);
  return TRUE;
}

gboolean
trama_network_compute_pairs (TramaNetworkView *view, TramaNetworkReading *reading, GError **error)
{
  reading->value = view->plain->n_pairs;
  trama_network_reading_add_ties (reading, view);
  reading->sentence = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u pair is tied.", "%u pairs are tied.", view->plain->n_pairs),
      view->plain->n_pairs);
  return TRUE;
}

gboolean
trama_network_compute_density (TramaNetworkView *view, TramaNetworkReading *reading, GError **error)
{
  guint64 n = view->plain->n;
  g_autofree char *could = g_strdup_printf ("%" G_GUINT64_FORMAT, n > 0 ? n * (n - 1) / 2 : 0);

  reading->value = trama_cohesion_density (view->plain);
  trama_network_reading_add_ties (reading, view);
  if (isnan (reading->value))
    return TRUE;
  reading->sentence = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Of the %s pairs there could be, %u is tied.",
                   "Of the %s pairs there could be, %u are tied.", view->plain->n_pairs),
      could, view->plain->n_pairs);
  return TRUE;
}

gboolean
trama_network_compute_reciprocity (TramaNetworkView *view, TramaNetworkReading *reading,
                                   GError **error)
{
  const TramaGraphTie *ties = trama_graph_ties (view->graph);
  guint mutual, directed;

  reading->value = trama_cohesion_reciprocity (view->plain, &mutual, &directed);
  for (guint i = 0; i < trama_graph_n_ties (view->graph); i++)
    if (ties[i].counts && ties[i].directed)
      g_array_append_val (reading->records, ties[i].record->record.id);
  if (!isnan (reading->value))
    reading->sentence = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Of %2$u direction in which ties run, %1$u is answered.",
                     "Of %2$u directions in which ties run, %1$u are answered.", directed),
        mutual, directed);
  return TRUE;
}

gboolean
trama_network_compute_centralisation (TramaNetworkView *view, TramaNetworkReading *reading,
                                      GError **error)
{
  guint most = 0;

  reading->value = trama_cohesion_centralisation (view->plain);
  trama_network_reading_add_ties (reading, view);
  for (guint i = 0; i < view->plain->n; i++)
    most = MAX (most, trama_plain_graph_degree (view->plain, i));
  if (!isnan (reading->value))
    reading->sentence = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "The busiest has %u partner, the mean is %.1f.",
                     "The busiest has %u partners, the mean is %.1f.", most),
        most, 2.0 * view->plain->n_pairs / view->plain->n);
  return TRUE;
}

gboolean
trama_network_compute_clustering (TramaNetworkView *view, TramaNetworkReading *reading,
                                  GError **error)
{
  double *nodes = trama_network_reading_add_nodes (reading, view);
  TramaTriads triads;
  g_autofree char *triples = NULL;
  g_autofree char *tied = NULL;

  reading->value = trama_cohesion_clustering (view->plain, nodes, &triads);
  triples = g_strdup_printf ("%" G_GUINT64_FORMAT, triads.triples);
  tied = g_strdup_printf ("%" G_GUINT64_FORMAT, 3 * triads.triangles);
  if (!isnan (reading->value))
    reading->sentence
        = g_strdup_printf (_ ("Of %s times two share a partner, they are tied themselves in "
                              "%s."),
                           triples, tied);
  return TRUE;
}

static TramaComponents *
find_components (const TramaNetworkView *view)
{
  const TramaPlainGraph *plain = view->plain;
  g_autofree guint *parents = g_new (guint, MAX (plain->n, 1));
  g_autofree guint8 *counted = g_new (guint8, MAX (plain->n, 1));

  for (guint i = 0; i < plain->n; i++)
    {
      parents[i] = i;
      counted[i] = TRUE;
    }
  for (guint i = 0; i < plain->n_pairs; i++)
    trama_union_find_join (parents, plain->pairs[i][0], plain->pairs[i][1]);
  return trama_components_new_from_parents (parents, counted, plain->n);
}

gboolean
trama_network_compute_components (TramaNetworkView *view, TramaNetworkReading *reading,
                                  GError **error)
{
  double *nodes = trama_network_reading_add_nodes (reading, view);
  g_autoptr (TramaComponents) components = find_components (view);
  guint alone = 0;

  for (guint i = 0; i < view->plain->n; i++)
    nodes[i] = components->of_node[i] + 1;
  for (guint i = 0; i < components->n; i++)
    alone += components->sizes[i] == 1;
  reading->value = components->n;
  if (components->n > 0)
    reading->sentence = g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE, "%1$u part; the largest holds %2$u of %3$u, and %4$u stand alone.",
            "%1$u parts; the largest holds %2$u of %3$u, and %4$u stand alone.", components->n),
        components->n, components->sizes[0], view->plain->n, alone);
  return TRUE;
}

gboolean
trama_network_compute_largest_component (TramaNetworkView *view, TramaNetworkReading *reading,
                                         GError **error)
{
  g_autoptr (TramaComponents) components = find_components (view);

  if (components->n == 0)
    return TRUE;
  reading->value = (double) components->sizes[0] / view->plain->n;
  for (guint i = 0; i < view->plain->n; i++)
    if (components->of_node[i] == 0)
      g_array_append_val (reading->records, trama_graph_nodes (view->graph)[view->places[i]].id);
  reading->sentence
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u is in the largest part.",
                                      "%u of %u are in the largest part.", components->sizes[0]),
                         components->sizes[0], view->plain->n);
  return TRUE;
}

gboolean
trama_network_compute_isolated (TramaNetworkView *view, TramaNetworkReading *reading,
                                GError **error)
{
  for (guint i = 0; i < view->plain->n; i++)
    if (trama_plain_graph_degree (view->plain, i) == 0)
      g_array_append_val (reading->records, trama_graph_nodes (view->graph)[view->places[i]].id);
  reading->value = reading->records->len;
  reading->sentence
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u is tied to nobody.",
                                      "%u of %u are tied to nobody.", reading->records->len),
                         reading->records->len, view->plain->n);
  return TRUE;
}

gboolean
trama_network_compute_core_periphery (TramaNetworkView *view, TramaNetworkReading *reading,
                                      GError **error)
{
  double *nodes = trama_network_reading_add_nodes (reading, view);
  g_autofree guint8 *core = g_new0 (guint8, MAX (view->plain->n, 1));
  guint64 misfits;
  guint size;
  g_autofree char *amiss = NULL;

  reading->value = trama_cohesion_core (view->plain, core, &size, &misfits);
  amiss = g_strdup_printf ("%" G_GUINT64_FORMAT, misfits);
  for (guint i = 0; i < view->plain->n; i++)
    nodes[i] = core[i];
  if (!isnan (reading->value))
    reading->sentence = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "A core of %u and an edge of %u; %s pair does not fit.",
                     "A core of %u and an edge of %u; %s pairs do not fit.", (gulong) misfits),
        size, view->plain->n - size, amiss);
  return TRUE;
}

gboolean
trama_network_compute_communities (TramaNetworkView *view, TramaNetworkReading *reading,
                                   GError **error)
{
  double *nodes = trama_network_reading_add_nodes (reading, view);
  guint single = 0;
  g_autofree guint *sizes = NULL;

  if (!trama_network_view_find_communities (view, error))
    return FALSE;
  sizes = g_new0 (guint, MAX (view->n_communities, 1));
  for (guint i = 0; i < view->plain->n; i++)
    {
      nodes[i] = view->communities[i] + 1;
      sizes[view->communities[i]]++;
    }
  for (guint i = 0; i < view->n_communities; i++)
    single += sizes[i] == 1;
  reading->value = view->n_communities;
  if (view->n_communities > 0)
    reading->sentence = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%1$u community; the largest has %2$u, and %3$u have one.",
                     "%1$u communities; the largest has %2$u, and %3$u have only one.",
                     view->n_communities),
        view->n_communities, sizes[0], single);
  return TRUE;
}

gboolean
trama_network_compute_modularity (TramaNetworkView *view, TramaNetworkReading *reading,
                                  GError **error)
{
  guint within = 0;

  if (!trama_network_view_find_communities (view, error))
    return FALSE;
  reading->value = trama_groups_modularity (view->plain, view->communities, view->n_communities);
  for (guint i = 0; i < view->plain->n_pairs; i++)
    within += view->communities[view->plain->pairs[i][0]]
              == view->communities[view->plain->pairs[i][1]];
  trama_network_reading_add_ties (reading, view);
  if (!isnan (reading->value))
    reading->sentence = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u of %u pair tied lies within a community.",
                     "%u of %u pairs tied lie within a community.", view->plain->n_pairs),
        within, view->plain->n_pairs);
  return TRUE;
}
