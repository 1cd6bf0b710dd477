/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-components.h"

#include <stdlib.h>

guint
trama_union_find_root (guint *parents, guint node)
{
  while (parents[node] != node)
    {
      parents[node] = parents[parents[node]];
      node = parents[node];
    }
  return node;
}

/* The lesser index becomes the root, so that a component is known by its first node. */
void
trama_union_find_join (guint *parents, guint a, guint b)
{
  a = trama_union_find_root (parents, a);
  b = trama_union_find_root (parents, b);
  parents[MAX (a, b)] = MIN (a, b);
}

typedef struct
{
  guint root;
  guint size;
} Group;

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const Group *x = a;
  const Group *y = b;

  if (x->size != y->size)
    return x->size > y->size ? -1 : 1;
  return x->root < y->root ? -1 : x->root > y->root;
}

TramaComponents *
trama_components_new_from_parents (guint *parents, const guint8 *counted, guint n)
{
  TramaComponents *components = g_new0 (TramaComponents, 1);
  g_autofree guint *group_of = g_new0 (guint, MAX (n, 1)); /* of a root: its group + 1 */
  g_autofree Group *groups = g_new0 (Group, MAX (n, 1));
  g_autofree guint *place = NULL;

  for (guint i = 0; i < n; i++)
    if (counted[i])
      {
        guint root = trama_union_find_root (parents, i);

        if (group_of[root] == 0)
          {
            groups[components->n].root = root;
            group_of[root] = ++components->n;
          }
        groups[group_of[root] - 1].size++;
      }
  qsort (groups, components->n, sizeof *groups, compare_groups);
  place = g_new0 (guint, MAX (n, 1));
  components->sizes = g_new0 (guint, MAX (components->n, 1));
  for (guint i = 0; i < components->n; i++)
    {
      place[groups[i].root] = i;
      components->sizes[i] = groups[i].size;
    }
  components->of_node = g_new (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    components->of_node[i] = counted[i] ? place[trama_union_find_root (parents, i)] : G_MAXUINT;
  return components;
}

TramaComponents *
trama_network_components (const TramaGraph *graph)
{
  const TramaGraphNode *nodes = trama_graph_nodes (graph);
  const TramaGraphTie *ties = trama_graph_ties (graph);
  guint n = trama_graph_n_nodes (graph);
  g_autofree guint *parents = g_new (guint, MAX (n, 1));
  g_autofree guint8 *counted = g_new (guint8, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      parents[i] = i;
      counted[i] = !nodes[i].off && !nodes[i].closed;
    }
  for (guint i = 0; i < trama_graph_n_ties (graph); i++)
    if (ties[i].counts && counted[ties[i].from] && counted[ties[i].to])
      trama_union_find_join (parents, ties[i].from, ties[i].to);
  return trama_components_new_from_parents (parents, counted, n);
}

void
trama_components_free (TramaComponents *components)
{
  if (components == NULL)
    return;
  g_free (components->of_node);
  g_free (components->sizes);
  g_free (components);
}
