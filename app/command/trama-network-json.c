/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-json.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>

#include "trama-network-measures.h"

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_count (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_id (JsonBuilder *builder, const char *name, TramaId id)
{
  g_autofree char *text = trama_id_is_none (id) ? NULL : trama_id_dup_text (id);

  if (name != NULL)
    add_text (builder, name, text);
  else
    json_builder_add_string_value (builder, text);
}

static void
add_day (JsonBuilder *builder, const char *name, gint32 day)
{
  char text[TRAMA_DATE_TEXT_SIZE];

  trama_date_to_text (trama_date_from_day (day), text);
  add_text (builder, name, text);
}

/* Whole numbers as such. */
static void
add_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  if (isnan (value))
    json_builder_add_null_value (builder);
  else if (value == floor (value) && fabs (value) < 1e15)
    json_builder_add_int_value (builder, (gint64) value);
  else
    json_builder_add_double_value (builder, value);
}

static void
add_nodes (JsonBuilder *builder, const TramaNetworkView *view, const TramaNetworkReading *reading)
{
  json_builder_set_member_name (builder, "nodes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < view->plain->n; i++)
    {
      const TramaGraphNode *node = &trama_graph_nodes (view->graph)[view->places[i]];

      json_builder_begin_object (builder);
      add_id (builder, "id", node->id);
      add_text (builder, "name", node->label);
      add_number (builder, "value", reading->nodes[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_introductions (JsonBuilder *builder, TramaVersion *version, const GArray *introductions)
{
  json_builder_set_member_name (builder, "introductions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < introductions->len; i++)
    {
      const TramaIntroduction *found = &g_array_index (introductions, TramaIntroduction, i);
      g_autofree char *a = trama_version_describe_id (version, found->a);
      g_autofree char *b = trama_version_describe_id (version, found->b);

      json_builder_begin_object (builder);
      add_id (builder, "a", found->a);
      add_text (builder, "a_name", a);
      add_id (builder, "b", found->b);
      add_text (builder, "b_name", b);
      add_count (builder, "shared", found->shared);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* A hub is known by its figures: to a reader who may not know all names none of single nodes are
 * given. */
static void
add_reading (JsonBuilder *builder, const TramaCommandNetwork *network, const TramaNetworkView *view,
             const TramaNetworkReading *reading)
{
  const TramaNetworkMeasure *measure = reading->measure;

  json_builder_begin_object (builder);
  add_text (builder, "id", measure->id);
  add_text (builder, "by", trama_grouping_id (reading->grouping));
  add_text (builder, "title", g_dgettext (GETTEXT_PACKAGE, measure->title));
  add_number (builder, "value", reading->value);
  add_text (builder, "unit", trama_network_unit_id (measure->unit));
  add_text (builder, "definition", g_dgettext (GETTEXT_PACKAGE, measure->definition));
  add_text (builder, "sentence", reading->sentence);
  if (reading->nodes != NULL && network->n_masked == 0)
    add_nodes (builder, view, reading);
  if (reading->nodes == NULL && network->n_masked == 0)
    {
      json_builder_set_member_name (builder, "records");
      json_builder_begin_array (builder);
      for (guint i = 0; i < reading->records->len; i++)
        add_id (builder, NULL, g_array_index (reading->records, TramaId, i));
      json_builder_end_array (builder);
    }
  if (reading->introductions->len > 0 && network->n_masked == 0)
    add_introductions (builder, network->version, reading->introductions);
  json_builder_end_object (builder);
}

static void
add_subject (JsonBuilder *builder, const TramaCommandNetwork *network)
{
  const TramaGraphOptions *options = trama_graph_options (network->graph);
  static const char *const scopes[] = { "all", "programme", "cluster" };
  g_autofree char *name = options->scope != TRAMA_GRAPH_ALL
                              ? trama_version_describe_id (network->version, options->subject)
                              : NULL;

  json_builder_set_member_name (builder, "subject");
  json_builder_begin_object (builder);
  add_text (builder, "type", scopes[options->scope]);
  add_id (builder, "id", options->subject);
  add_text (builder, "name", name);
  json_builder_end_object (builder);
}

static void
add_switches (JsonBuilder *builder, const TramaCommandNetwork *network)
{
  g_autofree char *sentence = trama_network_filter_to_prose (network->filter, network->version);

  add_text (builder, "filter", sentence);
  json_builder_set_member_name (builder, "without_broker");
  json_builder_add_boolean_value (builder, trama_graph_options (network->graph)->without_broker);
  json_builder_set_member_name (builder, "without_owner");
  if (trama_id_is_none (network->owner))
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_id (builder, "id", network->owner);
  add_count (builder, "firms", network->owner_firms);
  json_builder_end_object (builder);
}

static void
add_changed_ties (JsonBuilder *builder, const TramaGraph *graph, const char *name,
                  TramaGraphChange change)
{
  const TramaGraphTie *ties = trama_graph_ties (graph);

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < trama_graph_n_ties (graph); i++)
    if (ties[i].change == change && !ties[i].gone && !ties[i].loop && !ties[i].duplicate)
      add_id (builder, NULL, ties[i].record->record.id);
  json_builder_end_array (builder);
}

static void
add_change (JsonBuilder *builder, const TramaCommandNetwork *network)
{
  const TramaGraphOptions *options = trama_graph_options (network->graph);
  TramaTieCounts counts;

  if (!options->compare)
    return;
  trama_network_count_ties (network->graph, TRAMA_TIES_ALL, &counts);
  json_builder_set_member_name (builder, "change");
  json_builder_begin_object (builder);
  add_day (builder, "from", options->compare_to);
  add_day (builder, "to", options->as_of);
  add_count (builder, "new", counts.added);
  add_count (builder, "kept", counts.kept);
  add_count (builder, "lost", counts.lost);
  json_builder_set_member_name (builder, "by_kind");
  json_builder_begin_array (builder);
  for (guint kind = 0; kind < TRAMA_GRAPH_N_TIE_KINDS; kind++)
    {
      if (counts.added_by_kind[kind] + counts.kept_by_kind[kind] + counts.lost_by_kind[kind] == 0)
        continue;
      json_builder_begin_object (builder);
      add_text (builder, "kind",
                kind != 0 ? trama_linkage_kind_id ((TramaLinkageKind) kind) : NULL);
      add_count (builder, "new", counts.added_by_kind[kind]);
      add_count (builder, "kept", counts.kept_by_kind[kind]);
      add_count (builder, "lost", counts.lost_by_kind[kind]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (network->n_masked == 0)
    {
      add_changed_ties (builder, network->graph, "new_ties", TRAMA_GRAPH_CHANGE_NEW);
      add_changed_ties (builder, network->graph, "kept_ties", TRAMA_GRAPH_CHANGE_KEPT);
      add_changed_ties (builder, network->graph, "lost_ties", TRAMA_GRAPH_CHANGE_LOST);
    }
  json_builder_end_object (builder);
}

char *
trama_network_to_json (const TramaCommandNetwork *network, const TramaNetworkView *view,
                       const GPtrArray *readings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  TramaTieCounts counts;

  trama_network_count_ties (network->graph, TRAMA_TIES_ALL, &counts);
  json_builder_begin_object (builder);
  add_day (builder, "as_of", trama_graph_options (network->graph)->as_of);
  add_subject (builder, network);
  add_switches (builder, network);
  add_count (builder, "nodes", view->plain->n);
  add_count (builder, "ties", counts.ties);
  add_count (builder, "pairs", view->plain->n_pairs);
  add_count (builder, "unconfirmed", counts.unconfirmed);
  add_count (builder, "undated", counts.undated);
  add_count (builder, "masked", network->n_masked);
  json_builder_set_member_name (builder, "measures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < readings->len; i++)
    add_reading (builder, network, view, g_ptr_array_index (readings, i));
  json_builder_end_array (builder);
  add_change (builder, network);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  return json_generator_to_data (generator, NULL);
}
