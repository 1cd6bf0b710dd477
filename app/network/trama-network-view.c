/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-registry.h"

#include <stdlib.h>

#include "trama-igraph.h"
#include "trama-paths.h"

TramaNetworkView *
trama_network_view_new (TramaGraph *graph, GCancellable *cancellable)
{
  TramaNetworkView *view;

  g_return_val_if_fail (graph != NULL, NULL);

  view = g_new0 (TramaNetworkView, 1);
  view->graph = trama_graph_ref (graph);
  view->plain = trama_plain_graph_new_of (graph, &view->places);
  view->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  return view;
}

void
trama_network_view_free (TramaNetworkView *view)
{
  if (view == NULL)
    return;
  trama_graph_unref (view->graph);
  trama_plain_graph_free (view->plain);
  g_free (view->places);
  g_free (view->betweenness);
  g_free (view->closeness);
  g_free (view->communities);
  for (guint i = 0; i < TRAMA_N_GROUPINGS; i++)
    trama_groups_free (view->groups[i]);
  g_clear_object (&view->cancellable);
  g_free (view);
}

const TramaGroups *
trama_network_view_groups (TramaNetworkView *view, TramaGrouping grouping)
{
  g_return_val_if_fail (view != NULL && grouping < TRAMA_N_GROUPINGS, NULL);

  if (view->groups[grouping] == NULL)
    view->groups[grouping] = trama_groups_new (view->graph, view->places, view->plain->n, grouping);
  return view->groups[grouping];
}

gboolean
trama_network_view_find_paths (TramaNetworkView *view, gboolean betweenness, GError **error)
{
  guint n = MAX (view->plain->n, 1);

  if (betweenness && view->betweenness == NULL)
    {
      g_autofree double *between = g_new (double, n);
      g_autofree double *close = g_new (double, n);

      if (!trama_paths_betweenness (view->plain, between, close, view->cancellable))
        return !g_cancellable_set_error_if_cancelled (view->cancellable, error);
      view->betweenness = g_steal_pointer (&between);
      g_free (view->closeness);
      view->closeness = g_steal_pointer (&close);
    }
  if (view->closeness == NULL)
    {
      g_autofree double *close = g_new (double, n);

      if (!trama_paths_closeness (view->plain, close, view->cancellable))
        return !g_cancellable_set_error_if_cancelled (view->cancellable, error);
      view->closeness = g_steal_pointer (&close);
    }
  return TRUE;
}

typedef struct
{
  guint number;
  guint size;
  guint least;
} Community;

static int
compare_communities (gconstpointer a, gconstpointer b)
{
  const Community *x = a;
  const Community *y = b;

  if (x->size != y->size)
    return x->size > y->size ? -1 : 1;
  return x->least < y->least ? -1 : x->least > y->least;
}

/* The largest first, then by their least node: so numbers say the same on every run. */
static guint
renumber (guint *of_node, guint n)
{
  g_autofree Community *found = g_new0 (Community, MAX (n, 1));
  g_autofree guint *places = g_new0 (guint, MAX (n, 1));
  guint n_found = 0;

  for (guint i = 0; i < n; i++)
    {
      Community *community = &found[of_node[i]];

      if (community->size++ == 0)
        *community = (Community) { of_node[i], 1, i };
      n_found = MAX (n_found, of_node[i] + 1);
    }
  if (n_found > 1)
    qsort (found, n_found, sizeof *found, compare_communities);
  for (guint i = 0; i < n_found; i++)
    places[found[i].number] = i;
  for (guint i = 0; i < n; i++)
    of_node[i] = places[of_node[i]];
  return n_found;
}

gboolean
trama_network_view_find_communities (TramaNetworkView *view, GError **error)
{
  g_autofree guint *found = NULL;

  if (view->communities != NULL)
    return TRUE;
  found = g_new0 (guint, MAX (view->plain->n, 1));
  if (!trama_igraph_communities (view->plain->n, (const guint (*)[2]) view->plain->pairs,
                                 view->plain->n_pairs, found, view->cancellable, error))
    return FALSE;
  view->n_communities = renumber (found, view->plain->n);
  view->communities = g_steal_pointer (&found);
  return TRUE;
}
