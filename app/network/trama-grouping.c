/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-grouping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *id;
  const char *label;
} groupings[TRAMA_N_GROUPINGS] = {
  [TRAMA_GROUPING_TIER] = { "tier", N_ ("tier") },
  [TRAMA_GROUPING_KIND] = { "kind", N_ ("kind of firm or institution") },
  [TRAMA_GROUPING_SECTOR] = { "sector", N_ ("trade") },
  [TRAMA_GROUPING_PROGRAMME] = { "programme", N_ ("programme") },
  [TRAMA_GROUPING_CLUSTER] = { "cluster", N_ ("cluster") },
  [TRAMA_GROUPING_OWNER] = { "owner", N_ ("owner group") },
};

const char *
trama_grouping_id (TramaGrouping grouping)
{
  g_return_val_if_fail (grouping < TRAMA_N_GROUPINGS, NULL);

  return groupings[grouping].id;
}

TramaGrouping
trama_grouping_from_id (const char *id)
{
  for (guint i = 1; id != NULL && i < TRAMA_N_GROUPINGS; i++)
    if (strcmp (groupings[i].id, id) == 0)
      return (TramaGrouping) i;
  return TRAMA_N_GROUPINGS;
}

const char *
trama_grouping_label (TramaGrouping grouping)
{
  g_return_val_if_fail (grouping < TRAMA_N_GROUPINGS && groupings[grouping].label != NULL, NULL);

  return _ (groupings[grouping].label);
}

static char *
dup_text (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/* By id, since two may have one name; the name is found again at the end. */
static char *
dup_id (TramaId id)
{
  return trama_id_is_none (id) ? NULL : trama_id_dup_text (id);
}

static char *
programme_of (const TramaGraph *graph, const TramaGraphNode *node)
{
  TramaRecords memberships
      = TRAMA_REFERRING (trama_graph_version (graph), MEMBERSHIP, TramaMembership, firm, node->id);
  TramaId first = TRAMA_ID_NONE;

  for (guint i = 0; i < memberships.n; i++)
    {
      const TramaMembership *membership = (const TramaMembership *) memberships.records[i];

      if (trama_membership_holds (membership, trama_graph_options (graph)->as_of, NULL)
          && (trama_id_is_none (first) || trama_id_compare (membership->programme, first) < 0))
        first = membership->programme;
    }
  return dup_id (first);
}

static char *
kind_of (const TramaGraphNode *node)
{
  switch (node->kind)
    {
    case TRAMA_GRAPH_FIRM:
      return g_strdup (trama_kind_info (TRAMA_KIND_FIRM)->id);
    case TRAMA_GRAPH_PERSON:
      return g_strdup (trama_kind_info (TRAMA_KIND_PERSON)->id);
    case TRAMA_GRAPH_INSTITUTION:
    default:
      {
        guint8 kind = ((const TramaInstitution *) node->record)->kind;

        return kind != 0 ? g_strdup (trama_institution_kind_id ((TramaInstitutionKind) kind))
                         : g_strdup (trama_kind_info (TRAMA_KIND_INSTITUTION)->id);
      }
    }
}

static char *
sector_of (const TramaFirm *firm)
{
  return firm->trade != NULL && *firm->trade != '\0' ? g_strdup (firm->trade)
                                                     : dup_text (firm->category);
}

/* What tells the node's group from others; NULL: not known. (transfer full) */
static char *
key_of (const TramaGraph *graph, const TramaGraphNode *node, TramaGrouping grouping)
{
  gboolean firm = node->kind == TRAMA_GRAPH_FIRM;

  switch (grouping)
    {
    case TRAMA_GROUPING_TIER:
      return firm && node->tier != TramaTier_UNKNOWN_ ? g_strdup (trama_tier_id (node->tier))
                                                      : NULL;
    case TRAMA_GROUPING_KIND:
      return kind_of (node);
    case TRAMA_GROUPING_SECTOR:
      return firm ? sector_of ((const TramaFirm *) node->record) : NULL;
    case TRAMA_GROUPING_PROGRAMME:
      return firm ? programme_of (graph, node) : NULL;
    case TRAMA_GROUPING_CLUSTER:
      if (firm)
        return dup_id (((const TramaFirm *) node->record)->cluster);
      return node->kind == TRAMA_GRAPH_INSTITUTION
                 ? dup_id (((const TramaInstitution *) node->record)->cluster)
                 : NULL;
    case TRAMA_GROUPING_OWNER:
      return firm ? dup_id (node->owner) : NULL;
    case TRAMA_GROUPING_NONE:
    case TRAMA_N_GROUPINGS:
    default:
      return NULL;
    }
}

static char *
name_of (const TramaGraph *graph, const char *key, TramaGrouping grouping)
{
  TramaId id;
  TramaTier tier;

  switch (grouping)
    {
    case TRAMA_GROUPING_TIER:
      for (tier = TRAMA_TIER_WORKSHOP; tier <= TRAMA_TIER_LEADING; tier++)
        if (strcmp (trama_tier_id (tier), key) == 0)
          return g_strdup (trama_tier_label (tier));
      break;
    case TRAMA_GROUPING_PROGRAMME:
    case TRAMA_GROUPING_CLUSTER:
    case TRAMA_GROUPING_OWNER:
      if (trama_id_parse (key, strlen (key), &id))
        return trama_version_describe_id (trama_graph_version (graph), id);
      break;
    case TRAMA_GROUPING_NONE:
    case TRAMA_GROUPING_KIND:
    case TRAMA_GROUPING_SECTOR:
    case TRAMA_N_GROUPINGS:
    default:
      break;
    }
  return g_strdup (key);
}

TramaGroups *
trama_groups_new (const TramaGraph *graph, const guint *places, guint n, TramaGrouping grouping)
{
  const TramaGraphNode *nodes = trama_graph_nodes (graph);
  TramaGroups *groups = g_new0 (TramaGroups, 1);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  groups->n = n;
  groups->of_node = g_new (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = key_of (graph, &nodes[places[i]], grouping);
      gpointer number;

      groups->of_node[i] = G_MAXUINT;
      if (key == NULL)
        continue;
      number = g_hash_table_lookup (numbers, key);
      if (number == NULL)
        {
          g_ptr_array_add (names, name_of (graph, key, grouping));
          number = GUINT_TO_POINTER (names->len);
          g_hash_table_insert (numbers, g_steal_pointer (&key), number);
        }
      groups->of_node[i] = GPOINTER_TO_UINT (number) - 1;
    }
  groups->n_groups = names->len;
  g_ptr_array_add (names, NULL);
  groups->names = (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
  return groups;
}

void
trama_groups_free (TramaGroups *groups)
{
  if (groups == NULL)
    return;
  g_free (groups->of_node);
  g_strfreev (groups->names);
  g_free (groups);
}
