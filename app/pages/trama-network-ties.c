/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-ties.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "trama-record-table.h"

struct _TramaNetworkTies
{
  AdwBin parent_instance;

  TramaGraph *graph;
  GHashTable *by_id; /* TramaId * → TramaGraphTie *, both of the graph */
  GtkWidget *table;
};

enum
{
  FROM,
  TO,
  KIND,
  SINCE,
  STATE,
  INTRODUCED,
};

enum
{
  RECORD_SELECTED,
  RECORD_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TramaNetworkTies, trama_network_ties, ADW_TYPE_BIN)

static const TramaGraphTie *
find_tie (TramaNetworkTies *self, TramaRecordItem *item)
{
  TramaId id = trama_record_item_get_id (item);

  return g_hash_table_lookup (self->by_id, &id);
}

static void
fill_end (TramaNetworkTies *self, TramaRecordItem *item, TramaRecordCell *cell, gboolean from)
{
  const TramaGraphTie *tie = find_tie (self, item);

  if (tie != NULL)
    cell->text = g_strdup (trama_graph_nodes (self->graph)[from ? tie->from : tie->to].label);
}

static void
fill_from (TramaRecordItem *item, TramaRecordCell *cell, gpointer data)
{
  fill_end (data, item, cell, TRUE);
}

static void
fill_to (TramaRecordItem *item, TramaRecordCell *cell, gpointer data)
{
  fill_end (data, item, cell, FALSE);
}

static void
fill_kind (TramaRecordItem *item, TramaRecordCell *cell, gpointer data)
{
  const TramaLinkage *linkage = (const TramaLinkage *) trama_record_item_get_record (item);

  if (linkage->kind != 0)
    cell->text = g_strdup (trama_linkage_kind_label ((TramaLinkageKind) linkage->kind));
  else
    cell->text = g_strdup (linkage->category != NULL ? linkage->category : _ ("not known"));
}

static const char *
counting_text (const TramaGraphTie *tie)
{
  if (tie->gone)
    return _ ("gone with the manager");
  switch (tie->change)
    {
    case TRAMA_GRAPH_CHANGE_NEW:
      return C_ ("tie", "new");
    case TRAMA_GRAPH_CHANGE_KEPT:
      return C_ ("tie", "kept");
    case TRAMA_GRAPH_CHANGE_LOST:
    case TRAMA_GRAPH_CHANGE_NONE:
    default:
      return C_ ("tie", "counts");
    }
}

static void
fill_state (TramaRecordItem *item, TramaRecordCell *cell, gpointer data)
{
  const TramaGraphTie *tie = find_tie (data, item);

  if (tie == NULL)
    return;
  if (tie->change == TRAMA_GRAPH_CHANGE_LOST)
    cell->text = g_strdup (C_ ("tie", "lost"));
  else if (tie->state == TRAMA_TIE_UNCONFIRMED)
    cell->text = g_strdup (C_ ("tie", "not confirmed"));
  else if (tie->state == TRAMA_TIE_UNSURE)
    cell->text = g_strdup (C_ ("tie", "date too vague"));
  else
    cell->text = g_strdup (counting_text (tie));
}

static void
fill_introduced (TramaRecordItem *item, TramaRecordCell *cell, gpointer data)
{
  const TramaLinkage *linkage = (const TramaLinkage *) trama_record_item_get_record (item);

  if (linkage->found_each_other == TRAMA_TRUTH_YES)
    cell->text = g_strdup (_ ("found each other"));
  else if (trama_id_is_none (linkage->introduced_by))
    cell->text = g_strdup (_ ("not known"));
  else
    cell->text
        = trama_version_describe_id (trama_record_item_get_version (item), linkage->introduced_by);
}

static void
record_selected (TramaNetworkTies *self, const char *id)
{
  g_signal_emit (self, signals[RECORD_SELECTED], 0, id);
}

static void
record_activated (TramaNetworkTies *self, const char *id)
{
  g_signal_emit (self, signals[RECORD_ACTIVATED], 0, id);
}

static void
trama_network_ties_finalize (GObject *object)
{
  TramaNetworkTies *self = TRAMA_NETWORK_TIES (object);

  g_hash_table_unref (self->by_id);
  g_clear_pointer (&self->graph, trama_graph_unref);
  G_OBJECT_CLASS (trama_network_ties_parent_class)->finalize (object);
}

static void
trama_network_ties_class_init (TramaNetworkTiesClass *class)
{
  static const char *const names[] = { "record-selected", "record-activated" };

  G_OBJECT_CLASS (class)->finalize = trama_network_ties_finalize;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], TRAMA_TYPE_NETWORK_TIES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
trama_network_ties_init (TramaNetworkTies *self)
{
  const TramaRecordColumn columns[] = {
    [FROM] = { .title = _ ("From"), .fill = fill_from, .expand = TRUE, .strong = TRUE },
    [TO] = { .title = _ ("To"), .fill = fill_to, .expand = TRUE, .strong = TRUE },
    [KIND] = { .title = _ ("Kind"), .fill = fill_kind, .width = 122 },
    [SINCE] = { .title = _ ("Since"), .field = "started", .width = 112 },
    [STATE] = { .title = _ ("State"), .fill = fill_state, .width = 116 },
    [INTRODUCED] = { .title = _ ("Introduced by"), .fill = fill_introduced, .width = 138 },
  };

  self->by_id = g_hash_table_new (trama_id_hash_pointer, trama_id_equal_pointer);
  self->table = trama_record_table_new (_ ("Ties"), columns, G_N_ELEMENTS (columns), FROM,
                                        GTK_SORT_ASCENDING, self);
  adw_bin_set_child (ADW_BIN (self), self->table);
  g_signal_connect_swapped (self->table, "record-selected", G_CALLBACK (record_selected), self);
  g_signal_connect_swapped (self->table, "record-activated", G_CALLBACK (record_activated), self);
}

/* Ties that hold, ties that were lost, and ties that would hold if one knew. */
static gboolean
is_listed (const TramaGraphTie *tie)
{
  return !tie->loop && !tie->duplicate
         && (tie->state != TRAMA_TIE_ABSENT || tie->change == TRAMA_GRAPH_CHANGE_LOST);
}

void
trama_network_ties_set_graph (TramaNetworkTies *self, TramaGraph *graph)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (TramaGraph) former = NULL;
  const TramaGraphTie *ties;

  g_return_if_fail (TRAMA_IS_NETWORK_TIES (self) && graph != NULL);

  if (self->graph == graph)
    return;
  /* The table may still ask for a row of the former one while it takes over the new. */
  former = self->graph;
  self->graph = trama_graph_ref (graph);
  g_hash_table_remove_all (self->by_id);
  ties = trama_graph_ties (graph);
  for (guint i = 0; i < trama_graph_n_ties (graph); i++)
    if (is_listed (&ties[i]))
      {
        g_ptr_array_add (records, (gpointer) &ties[i].record->record);
        g_hash_table_insert (self->by_id, (gpointer) &ties[i].record->record.id,
                             (gpointer) &ties[i]);
      }
  trama_record_table_set_records (TRAMA_RECORD_TABLE (self->table), trama_graph_version (graph),
                                  (const TramaRecord *const *) records->pdata, records->len, TRUE);
}

void
trama_network_ties_set_search (TramaNetworkTies *self, const char *text)
{
  g_return_if_fail (TRAMA_IS_NETWORK_TIES (self));

  trama_record_table_set_search (TRAMA_RECORD_TABLE (self->table), text);
}

void
trama_network_ties_select (TramaNetworkTies *self, TramaId tie)
{
  g_return_if_fail (TRAMA_IS_NETWORK_TIES (self));

  if (!trama_id_equal (trama_record_table_get_selected (TRAMA_RECORD_TABLE (self->table)), tie))
    trama_record_table_select (TRAMA_RECORD_TABLE (self->table), tie);
}

void
trama_network_ties_set_narrow (TramaNetworkTies *self, gboolean narrow)
{
  static const guint dropped[] = { SINCE, STATE, INTRODUCED };

  g_return_if_fail (TRAMA_IS_NETWORK_TIES (self));

  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    trama_record_table_set_column_visible (TRAMA_RECORD_TABLE (self->table), dropped[i], !narrow);
}
