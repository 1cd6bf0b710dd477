/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-export.h"

#include <math.h>
#include <string.h>

/* Headers are ids of fields where there is such a field, so that trama import knows them again. */
enum
{
  NODE_KIND,
  NODE_TIER,
  NODE_TRADE,
  NODE_CATEGORY,
  NODE_CLUSTER,
  NODE_JOBS,
  NODE_MEMBER,
  N_NODE_COLUMNS,
};

static const TramaNetworkColumn node_columns[N_NODE_COLUMNS] = {
  [NODE_KIND] = { "kind", TRAMA_NETWORK_COLUMN_TEXT },
  [NODE_TIER] = { "tier", TRAMA_NETWORK_COLUMN_TEXT },
  [NODE_TRADE] = { "trade", TRAMA_NETWORK_COLUMN_TEXT },
  [NODE_CATEGORY] = { "category", TRAMA_NETWORK_COLUMN_TEXT },
  [NODE_CLUSTER] = { "cluster", TRAMA_NETWORK_COLUMN_TEXT },
  [NODE_JOBS] = { "jobs", TRAMA_NETWORK_COLUMN_NUMBER },
  [NODE_MEMBER] = { "member", TRAMA_NETWORK_COLUMN_TEXT },
};

enum
{
  TIE_STRENGTH,
  TIE_STARTED,
  TIE_ENDED,
  TIE_CONFIRMED,
  TIE_VALUE,
  TIE_CATEGORY,
  TIE_AREA,
  TIE_FORMAL,
  TIE_HIERARCHIC,
  TIE_VERTICAL,
  TIE_TIME_LIMITED,
  N_TIE_COLUMNS,
};

static const TramaNetworkColumn tie_columns[N_TIE_COLUMNS] = {
  [TIE_STRENGTH] = { "strength", TRAMA_NETWORK_COLUMN_NUMBER },
  [TIE_STARTED] = { "started", TRAMA_NETWORK_COLUMN_TEXT },
  [TIE_ENDED] = { "ended", TRAMA_NETWORK_COLUMN_TEXT },
  [TIE_CONFIRMED] = { "confirmed", TRAMA_NETWORK_COLUMN_TEXT },
  [TIE_VALUE] = { "value", TRAMA_NETWORK_COLUMN_NUMBER },
  [TIE_CATEGORY] = { "category", TRAMA_NETWORK_COLUMN_TEXT },
  [TIE_AREA] = { "area", TRAMA_NETWORK_COLUMN_TEXT },
  [TIE_FORMAL] = { "formal", TRAMA_NETWORK_COLUMN_TEXT },
  [TIE_HIERARCHIC] = { "hierarchic", TRAMA_NETWORK_COLUMN_TEXT },
  [TIE_VERTICAL] = { "vertical", TRAMA_NETWORK_COLUMN_TEXT },
  [TIE_TIME_LIMITED] = { "time_limited", TRAMA_NETWORK_COLUMN_TEXT },
};

/* The light colours of the charts. */
#define COLOUR_WORKSHOP 0xC9C4E6
#define COLOUR_MIDDLE 0x7268B4
#define COLOUR_LEADING 0x352B78
#define COLOUR_UNKNOWN 0xEFEFEF
#define COLOUR_INSTITUTION 0x595959
#define COLOUR_TIE 0x8C8C8C

static char *
dup_text (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static char *
dup_number (double value)
{
  GString *text;

  if (isnan (value))
    return NULL;
  text = g_string_new (NULL);
  trama_network_data_append_number (text, value);
  return g_string_free (text, FALSE);
}

static char *
dup_date (TramaDate date)
{
  char text[TRAMA_DATE_TEXT_SIZE];

  if (!trama_date_is_known (date))
    return NULL;
  trama_date_to_text (date, text);
  return g_strdup (text);
}

static char *
dup_day (gint32 day)
{
  return dup_date (trama_date_from_day (day));
}

static char *
dup_truth (guint8 truth)
{
  return truth == TRAMA_TRUTH_UNKNOWN ? NULL : g_strdup (truth == TRAMA_TRUTH_YES ? "yes" : "no");
}

static double
jobs_of (TramaBand band)
{
  if (!trama_band_is_known (band))
    return NAN;
  if (isinf (band.high))
    return band.low;
  return isinf (band.low) ? band.high : (band.low + band.high) / 2;
}

static const char *
kind_of (const TramaGraphNode *node)
{
  guint8 kind;

  if (node->kind == TRAMA_GRAPH_FIRM)
    return trama_kind_info (TRAMA_KIND_FIRM)->id;
  if (node->kind == TRAMA_GRAPH_PERSON)
    return trama_kind_info (TRAMA_KIND_PERSON)->id;
  kind = ((const TramaInstitution *) node->record)->kind;
  return kind != 0 ? trama_institution_kind_id ((TramaInstitutionKind) kind)
                   : trama_kind_info (TRAMA_KIND_INSTITUTION)->id;
}

static guint32
colour_of (const TramaGraphNode *node)
{
  if (node->kind != TRAMA_GRAPH_FIRM)
    return COLOUR_INSTITUTION;
  switch (node->tier)
    {
    case TRAMA_TIER_WORKSHOP:
      return COLOUR_WORKSHOP;
    case TRAMA_TIER_MIDDLE:
      return COLOUR_MIDDLE;
    case TRAMA_TIER_LEADING:
      return COLOUR_LEADING;
    case TramaTier_UNKNOWN_:
    default:
      return COLOUR_UNKNOWN;
    }
}

static char *
cluster_name (const TramaGraph *graph, TramaId id)
{
  return trama_id_is_none (id) ? NULL : trama_version_describe_id (trama_graph_version (graph), id);
}

static void
fill_firm (TramaNetworkDataNode *out, const TramaGraph *graph, const TramaGraphNode *node)
{
  const TramaFirm *firm = (const TramaFirm *) node->record;

  if (node->tier != TramaTier_UNKNOWN_)
    out->values[NODE_TIER] = g_strdup (trama_tier_id (node->tier));
  out->values[NODE_TRADE] = dup_text (firm->trade);
  out->values[NODE_CATEGORY] = dup_text (firm->category);
  out->values[NODE_CLUSTER] = cluster_name (graph, firm->cluster);
  out->values[NODE_JOBS] = dup_number (jobs_of (node->employment));
  out->values[NODE_MEMBER] = g_strdup (node->member ? "yes" : "no");
  out->size = jobs_of (node->employment);
}

static const char *
name_of (const TramaRecord *record)
{
  const TramaKindInfo *info = trama_kind_info (record->kind);

  return *(const char *const *) ((const char *) record + info->fields[info->title_field].offset);
}

static void
fill_node (TramaNetworkDataNode *out, const TramaGraph *graph, const TramaGraphNode *node,
           const TramaNetworkExportOptions *options)
{
  gboolean told = !options->for_reader || node->kind != TRAMA_GRAPH_FIRM || node->member_ever;

  *out = (TramaNetworkDataNode) {
    .id = trama_id_dup_text (node->id),
    .label = g_strdup (name_of (node->record)),
    .values = g_new0 (char *, N_NODE_COLUMNS),
    .x = NAN,
    .y = NAN,
    .size = NAN,
    .colour = told ? colour_of (node) : COLOUR_UNKNOWN,
  };
  out->values[NODE_KIND] = g_strdup (kind_of (node));
  if (node->kind == TRAMA_GRAPH_FIRM && told)
    fill_firm (out, graph, node);
  else if (node->kind == TRAMA_GRAPH_INSTITUTION)
    {
      const TramaInstitution *institution = (const TramaInstitution *) node->record;

      out->values[NODE_CATEGORY] = dup_text (institution->category);
      out->values[NODE_CLUSTER] = cluster_name (graph, institution->cluster);
    }
  if (options->layout != NULL)
    {
      double x, y;

      if (trama_layout_place (options->layout, node, &x, &y))
        {
          out->x = x;
          out->y = y;
        }
    }
}

static void
fill_tie (TramaNetworkDataTie *out, const TramaGraphTie *tie, const guint *place)
{
  const TramaLinkage *linkage = tie->record;

  *out = (TramaNetworkDataTie) {
    .id = trama_id_dup_text (linkage->record.id),
    .from = place[tie->from],
    .to = place[tie->to],
    .directed = tie->directed,
    .weight = tie->strength,
    .kind
    = tie->kind != TramaLinkageKind_UNKNOWN_ ? g_strdup (trama_linkage_kind_id (tie->kind)) : NULL,
    .first_day = trama_date_is_known (linkage->started) ? dup_day (linkage->started.first) : NULL,
    .last_day = trama_date_is_known (linkage->ended) ? dup_day (linkage->ended.last) : NULL,
    .values = g_new0 (char *, N_TIE_COLUMNS),
    .colour = COLOUR_TIE,
  };
  if (linkage->strength >= 1 && linkage->strength <= 3)
    out->values[TIE_STRENGTH] = dup_number ((double) linkage->strength);
  out->values[TIE_STARTED] = dup_date (linkage->started);
  out->values[TIE_ENDED] = dup_date (linkage->ended);
  out->values[TIE_CONFIRMED] = dup_date (linkage->confirmed);
  out->values[TIE_VALUE] = dup_number (linkage->value);
  out->values[TIE_CATEGORY] = dup_text (linkage->category);
  if (linkage->area != 0)
    out->values[TIE_AREA] = g_strdup (trama_area_id ((TramaArea) linkage->area));
  out->values[TIE_FORMAL] = dup_truth (linkage->formal);
  out->values[TIE_HIERARCHIC] = dup_truth (linkage->hierarchic);
  out->values[TIE_VERTICAL] = dup_truth (linkage->vertical);
  out->values[TIE_TIME_LIMITED] = dup_truth (linkage->time_limited);
}

static gboolean
is_exported (const TramaGraph *graph, const TramaGraphTie *tie)
{
  return trama_graph_options (graph)->all_dates ? !tie->loop && !tie->gone : tie->counts;
}

/* The second of a name becomes "Name (2)". */
static void
make_labels_unique (TramaNetworkData *data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < data->n_nodes; i++)
    {
      TramaNetworkDataNode *node = &data->nodes[i];
      g_autofree char *name = g_strdup (node->label);

      for (guint n = 2; g_hash_table_contains (seen, node->label); n++)
        {
          g_free (node->label);
          node->label = g_strdup_printf ("%s (%u)", name, n);
        }
      g_hash_table_add (seen, node->label);
    }
}

TramaNetworkData *
trama_network_export_new (const TramaGraph *graph, const char *title,
                          const TramaNetworkExportOptions *options)
{
  TramaNetworkData *data;
  const TramaGraphNode *nodes;
  const TramaGraphTie *ties;
  g_autofree guint *place = NULL;
  guint n_nodes, n_ties;

  g_return_val_if_fail (graph != NULL && options != NULL, NULL);

  nodes = trama_graph_nodes (graph);
  ties = trama_graph_ties (graph);
  n_nodes = trama_graph_n_nodes (graph);
  n_ties = trama_graph_n_ties (graph);
  data = g_new0 (TramaNetworkData, 1);
  data->title = g_strdup (title);
  data->as_of = trama_graph_options (graph)->all_dates
                    ? NULL
                    : dup_day (trama_graph_options (graph)->as_of);
  data->node_columns = node_columns;
  data->n_node_columns = N_NODE_COLUMNS;
  data->tie_columns = tie_columns;
  data->n_tie_columns = N_TIE_COLUMNS;
  data->nodes = g_new0 (TramaNetworkDataNode, MAX (n_nodes, 1));
  data->ties = g_new0 (TramaNetworkDataTie, MAX (n_ties, 1));
  place = g_new (guint, MAX (n_nodes, 1));
  for (guint i = 0; i < n_nodes; i++)
    {
      place[i] = G_MAXUINT;
      if (nodes[i].off || (nodes[i].closed && !trama_graph_options (graph)->all_dates)
          || (options->left_out != NULL && g_hash_table_contains (options->left_out, &nodes[i].id)))
        continue;
      place[i] = data->n_nodes;
      fill_node (&data->nodes[data->n_nodes++], graph, &nodes[i], options);
    }
  for (guint i = 0; i < n_ties; i++)
    if (is_exported (graph, &ties[i]) && place[ties[i].from] != G_MAXUINT
        && place[ties[i].to] != G_MAXUINT)
      fill_tie (&data->ties[data->n_ties++], &ties[i], place);
  if (options->unique_labels)
    make_labels_unique (data);
  return data;
}
