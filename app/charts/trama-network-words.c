/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the network says: its items, its table, its sentence. */

#include "trama-network-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

static guint
count_ties (const TramaNetworkChart *data, guint node)
{
  guint n = 0;

  for (guint i = 0; i < data->n_ties; i++)
    n += data->ties[i].change != TRAMA_CHANGE_LOST && !data->ties[i].gone
         && (data->ties[i].from == node || data->ties[i].to == node);
  return n;
}

const char *
trama_network_name_kind (TramaTieKind kind)
{
  switch (kind)
    {
    case TRAMA_TIE_SUBCONTRACTING:
      return _ ("subcontracting");
    case TRAMA_TIE_SUPPLY:
      return _ ("supply");
    case TRAMA_TIE_SALES:
      return _ ("sales");
    case TRAMA_TIE_COOPERATION:
      return _ ("co-operation");
    case TRAMA_TIE_INFORMATION:
      return _ ("information");
    case TRAMA_TIE_FINANCE:
      return _ ("finance");
    case TRAMA_TIE_SERVICE:
      return _ ("service");
    case TRAMA_TIE_OTHER:
      return C_ ("kind of tie", "other");
    case TRAMA_TIE_NOT_RECORDED:
    case TRAMA_N_TIE_KINDS:
    default:
      return _ ("kind not recorded");
    }
}

static const char *
name_change (const TramaNetworkTie *tie)
{
  if (tie->gone)
    return _ ("gone with the manager");
  switch (tie->change)
    {
    case TRAMA_CHANGE_KEPT:
      return C_ ("tie", "kept");
    case TRAMA_CHANGE_NEW:
      return C_ ("tie", "new");
    case TRAMA_CHANGE_LOST:
      return C_ ("tie", "lost");
    case TRAMA_CHANGE_NONE:
    default:
      return "";
    }
}

static const char *
name_node (const TramaNetworkChart *data, guint node)
{
  return is_set (data->nodes[node].label) ? data->nodes[node].label : "";
}

/* All items first, nodes before ties: who is lifted with whom does not hang on what is drawn
 * above what. */
void
trama_network_add_items (TramaNetworkDrawing *d)
{
  const TramaNetworkChart *data = d->data;

  for (guint i = 0; i < data->n_nodes; i++)
    {
      const TramaNetworkNode *node = &data->nodes[i];
      guint n = count_ties (data, i);
      g_autofree char *ties = g_strdup_printf (ngettext ("%u tie", "%u ties", n), n);
      g_autofree char *value = is_set (node->value_text)
                                   ? g_strdup_printf ("%s; %s", node->value_text, ties)
                                   : g_strdup (ties);

      d->spots[i].item = trama_scene_builder_add_item (d->builder, "node", node->record,
                                                       node->label, value, TRAMA_SCENE_NO_DATE);
    }
  for (guint i = 0; i < data->n_ties; i++)
    {
      const TramaNetworkTie *tie = &data->ties[i];
      g_autofree char *label = is_set (tie->label)
                                   ? g_strdup (tie->label)
                                   : g_strdup_printf ("%s – %s", name_node (data, tie->from),
                                                      name_node (data, tie->to));
      guint item = trama_scene_builder_add_item (
          d->builder, "tie", tie->record, label,
          is_set (tie->value_text) ? tie->value_text : trama_network_name_kind (tie->kind),
          TRAMA_SCENE_NO_DATE);

      trama_scene_builder_connect (d->builder, item, d->spots[tie->from].item);
      trama_scene_builder_connect (d->builder, item, d->spots[tie->to].item);
      trama_scene_builder_connect (d->builder, d->spots[tie->from].item, d->spots[tie->to].item);
    }
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

TramaChartTable *
trama_network_make_table (const TramaNetworkChart *data)
{
  TramaChartTable *table = trama_chart_table_new ("aaa9aa");

  trama_chart_table_set_headers (table, _ ("From"), _ ("To"), _ ("Kind"), _ ("Strength"),
                                 _ ("Change"), _ ("Through the manager"));
  for (guint i = 0; i < data->n_ties; i++)
    {
      const TramaNetworkTie *tie = &data->ties[i];
      g_autofree char *strength = g_strdup_printf ("%d", tie->strength);

      trama_chart_table_add_row (table, name_node (data, tie->from), name_node (data, tie->to),
                                 trama_network_name_kind (tie->kind), strength, name_change (tie),
                                 tie->mediated ? _ ("yes") : _ ("no"));
    }
  return table;
}

char *
trama_network_say (const TramaNetworkChart *data)
{
  guint firms = 0, changes[4] = { 0 }, alone = 0, gone = 0;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < data->n_nodes; i++)
    {
      firms += data->nodes[i].kind == TRAMA_NODE_FIRM;
      alone += data->nodes[i].alone;
    }
  for (guint i = 0; i < data->n_ties; i++)
    {
      changes[data->ties[i].change]++;
      gone += data->ties[i].gone;
    }
  g_string_append_printf (text, ngettext ("%u firm", "%u firms", firms), firms);
  g_string_append (text, ", ");
  g_string_append_printf (
      text, ngettext ("%u tie", "%u ties", data->n_ties - changes[TRAMA_CHANGE_LOST] - gone),
      data->n_ties - changes[TRAMA_CHANGE_LOST] - gone);
  if (changes[TRAMA_CHANGE_NEW] + changes[TRAMA_CHANGE_LOST] > 0)
    g_string_append_printf (text, _ ("; %u new, %u lost"), changes[TRAMA_CHANGE_NEW],
                            changes[TRAMA_CHANGE_LOST]);
  if (alone > 0)
    g_string_append_printf (
        text,
        ngettext ("; %u has no tie left to a member", "; %u have no tie left to a member", alone),
        alone);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
