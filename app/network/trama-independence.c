/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-independence.h"

#include <stdlib.h>

typedef struct
{
  TramaId owner;
  guint firms;
  guint ties; /* to members of other owners */
} Owner;

/* @places: of an owner's id its place in @owners, from 1. */
static Owner *
find_owner (GArray *owners, GHashTable *places, const TramaGraphNode *node)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &node->owner));

  if (place == 0)
    {
      g_array_append_vals (owners, &(Owner) { .owner = node->owner }, 1);
      place = owners->len;
      g_hash_table_insert (places, (gpointer) &node->owner, GUINT_TO_POINTER (place));
    }
  return &g_array_index (owners, Owner, place - 1);
}

static gboolean
is_larger (const Owner *a, const Owner *b)
{
  if (a->firms != b->firms)
    return a->firms > b->firms;
  if (a->ties != b->ties)
    return a->ties > b->ties;
  return trama_id_compare (a->owner, b->owner) < 0;
}

/* Whoever is asked: members, or where there are none, all firms inside. */
static gboolean
is_asked (const TramaGraphNode *node, gboolean members)
{
  return members ? node->member
                 : node->kind == TRAMA_GRAPH_FIRM && node->side == TRAMA_GRAPH_INSIDE;
}

static GArray *
list_owners (const TramaGraph *graph, gboolean members)
{
  GArray *owners = g_array_new (FALSE, TRUE, sizeof (Owner));
  g_autoptr (GHashTable) places = g_hash_table_new (trama_id_hash_pointer, trama_id_equal_pointer);
  const TramaGraphNode *nodes = trama_graph_nodes (graph);
  const TramaGraphTie *ties = trama_graph_ties (graph);

  for (guint i = 0; i < trama_graph_n_nodes (graph); i++)
    if (is_asked (&nodes[i], members))
      find_owner (owners, places, &nodes[i])->firms++;
  for (guint i = 0; i < trama_graph_n_ties (graph); i++)
    {
      const TramaGraphNode *from = &nodes[ties[i].from];
      const TramaGraphNode *to = &nodes[ties[i].to];

      if (!ties[i].counts || !is_asked (from, members) || !is_asked (to, members)
          || trama_id_equal (from->owner, to->owner))
        continue;
      find_owner (owners, places, from)->ties++;
      find_owner (owners, places, to)->ties++;
    }
  return owners;
}

static gboolean
find_largest_owner (const TramaGraph *graph, gboolean members, Owner *largest)
{
  g_autoptr (GArray) owners = list_owners (graph, members);

  if (owners->len == 0)
    return FALSE;
  *largest = g_array_index (owners, Owner, 0);
  for (guint i = 1; i < owners->len; i++)
    if (is_larger (&g_array_index (owners, Owner, i), largest))
      *largest = g_array_index (owners, Owner, i);
  return TRUE;
}

TramaId
trama_graph_largest_owner (const TramaGraph *graph, guint *firms)
{
  Owner largest = { 0 };

  g_return_val_if_fail (graph != NULL, TRAMA_ID_NONE);

  if (!find_largest_owner (graph, TRUE, &largest))
    find_largest_owner (graph, FALSE, &largest);
  if (firms != NULL)
    *firms = largest.firms;
  return largest.owner;
}

static TramaMemberNetwork *
members_without (const TramaGraph *graph, gboolean broker, TramaId owner)
{
  g_autoptr (TramaGraph) switched = trama_graph_new_switched (graph, broker, owner);

  return trama_member_network_new (switched);
}

static void
list_hers (TramaIndependence *independence, const TramaGraph *graph)
{
  const TramaGraphTie *ties = trama_graph_ties (graph);
  const TramaTieScope scopes[] = { TRAMA_TIES_AMONG_MEMBERS, TRAMA_TIES_OF_MEMBERS };

  independence->hers = g_new0 (TramaId, MAX (trama_graph_n_ties (graph), 1));
  for (guint s = 0; s < G_N_ELEMENTS (scopes); s++)
    {
      for (guint i = 0; i < trama_graph_n_ties (graph); i++)
        {
          gboolean among = trama_graph_tie_in_scope (graph, &ties[i], TRAMA_TIES_AMONG_MEMBERS);

          if (ties[i].counts && ties[i].only_hers
              && trama_graph_tie_in_scope (graph, &ties[i], scopes[s]) && among == (s == 0))
            independence->hers[independence->n_hers++] = ties[i].record->record.id;
        }
      if (s == 0)
        independence->n_hers_among = independence->n_hers;
    }
}

TramaIndependence *
trama_independence_new (TramaVersion *version, TramaId programme, gint32 day)
{
  TramaIndependence *independence;
  TramaGraphOptions options;
  g_autoptr (TramaGraph) graph = NULL;
  Owner largest;

  g_return_val_if_fail (version != NULL, NULL);

  independence = g_new0 (TramaIndependence, 1);
  independence->day = day;
  trama_graph_options_init (&options, TRAMA_GRAPH_PROGRAMME, programme, day);
  graph = trama_graph_new (version, &options);
  independence->with_broker = trama_member_network_new (graph);
  list_hers (independence, graph);

  independence->without_broker = members_without (graph, TRUE, TRAMA_ID_NONE);
  if (find_largest_owner (graph, TRUE, &largest))
    {
      independence->owner = largest.owner;
      independence->owner_firms = largest.firms;
      independence->without_owner = members_without (graph, FALSE, largest.owner);
    }
  return independence;
}

void
trama_independence_free (TramaIndependence *independence)
{
  if (independence == NULL)
    return;
  trama_member_network_free (independence->with_broker);
  trama_member_network_free (independence->without_broker);
  trama_member_network_free (independence->without_owner);
  g_free (independence->hers);
  g_free (independence);
}

static void
add_point (GArray *line, TramaVersion *version, TramaId programme, gint32 day)
{
  g_autoptr (TramaIndependence) at = trama_independence_new (version, programme, day);
  TramaIndependencePoint point = {
    .day = day,
    .members = at->with_broker->members,
    .ties = at->with_broker->ties,
    .ties_without = at->without_broker->ties,
    .largest = at->with_broker->largest,
    .largest_without = at->without_broker->largest,
    .isolated_without = at->without_broker->n_isolated,
    .members_left = at->without_owner != NULL ? at->without_owner->members : 0,
    .largest_left = at->without_owner != NULL ? at->without_owner->largest : 0,
  };

  g_array_append_val (line, point);
}

GArray *
trama_independence_line (TramaVersion *version, TramaId programme, gint32 from, gint32 to)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (TramaIndependencePoint));

  g_return_val_if_fail (version != NULL, line);

  if (from > to)
    return line;
  for (gint32 day = trama_day_month_end (from); day < to; day = trama_day_month_end (day + 1))
    add_point (line, version, programme, day);
  add_point (line, version, programme, to);
  return line;
}
