/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-record-item.h"

struct _TramaRecordItem
{
  GObject parent_instance;

  TramaVersion *version;
  TramaRecord *record;
  char *title;
  char *key;
  TramaRecordCell *cells;
  guint n_cells;
};

enum
{
  PROP_TITLE = 1,
  PROP_ID,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (TramaRecordItem, trama_record_item, G_TYPE_OBJECT)

static void
trama_record_item_finalize (GObject *object)
{
  TramaRecordItem *self = TRAMA_RECORD_ITEM (object);

  for (guint i = 0; i < self->n_cells; i++)
    {
      g_free (self->cells[i].text);
      g_free (self->cells[i].key);
    }
  g_free (self->cells);
  g_free (self->title);
  g_free (self->key);
  g_clear_pointer (&self->record, trama_record_unref);
  g_clear_pointer (&self->version, trama_version_unref);
  G_OBJECT_CLASS (trama_record_item_parent_class)->finalize (object);
}

static void
trama_record_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TramaRecordItem *self = TRAMA_RECORD_ITEM (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, trama_record_item_get_title (self));
      break;
    case PROP_ID:
      g_value_take_string (value, trama_id_dup_text (trama_record_item_get_id (self)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trama_record_item_class_init (TramaRecordItemClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = trama_record_item_finalize;
  object_class->get_property = trama_record_item_get_property;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
trama_record_item_init (TramaRecordItem *self)
{
}

TramaRecordItem *
trama_record_item_new (TramaVersion *version, const TramaRecord *record, const char *title)
{
  TramaRecordItem *self = g_object_new (TRAMA_TYPE_RECORD_ITEM, NULL);

  self->version = trama_version_ref (version);
  self->record = record != NULL ? trama_record_ref (record) : NULL;
  self->title = g_strdup (title);
  return self;
}

TramaVersion *
trama_record_item_get_version (TramaRecordItem *self)
{
  g_return_val_if_fail (TRAMA_IS_RECORD_ITEM (self), NULL);

  return self->version;
}

const TramaRecord *
trama_record_item_get_record (TramaRecordItem *self)
{
  g_return_val_if_fail (TRAMA_IS_RECORD_ITEM (self), NULL);

  return self->record;
}

TramaId
trama_record_item_get_id (TramaRecordItem *self)
{
  g_return_val_if_fail (TRAMA_IS_RECORD_ITEM (self), TRAMA_ID_NONE);

  return self->record != NULL ? self->record->id : TRAMA_ID_NONE;
}

const char *
trama_record_item_get_title (TramaRecordItem *self)
{
  g_return_val_if_fail (TRAMA_IS_RECORD_ITEM (self), NULL);

  if (self->title == NULL && self->record != NULL)
    self->title = trama_version_describe (self->version, self->record);
  return self->title;
}

TramaRecordCell *
trama_record_item_get_cells (TramaRecordItem *self, guint n_columns)
{
  g_return_val_if_fail (TRAMA_IS_RECORD_ITEM (self), NULL);

  if (self->cells == NULL)
    {
      self->cells = g_new0 (TramaRecordCell, n_columns);
      self->n_cells = n_columns;
    }
  g_return_val_if_fail (self->n_cells == n_columns, NULL);
  return self->cells;
}

typedef struct
{
  TramaRecordItem *item;
  gboolean preferred;
} Entry;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  if (x->preferred != y->preferred)
    return x->preferred ? -1 : 1;
  return g_strcmp0 (x->item->key, y->item->key);
}

GListStore *
trama_record_items_list (TramaVersion *version, guint64 kinds, GHashTable *preferred,
                         const char *none)
{
  GListStore *store = g_list_store_new (TRAMA_TYPE_RECORD_ITEM);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (version != NULL, store);

  if (none != NULL)
    g_ptr_array_add (items, trama_record_item_new (version, NULL, none));
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table;

      if (!(kinds & TRAMA_KIND_BIT (kind)))
        continue;
      table = trama_version_table (version, (TramaKind) kind);
      for (guint i = 0; i < trama_table_size (table); i++)
        {
          const TramaRecord *record = trama_table_get (table, i);
          Entry entry = { trama_record_item_new (version, record, NULL), FALSE };

          entry.item->key = g_utf8_collate_key (trama_record_item_get_title (entry.item), -1);
          entry.preferred = preferred != NULL && g_hash_table_contains (preferred, &record->id);
          g_array_append_val (entries, entry);
        }
    }
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (items, g_array_index (entries, Entry, i).item);
  g_list_store_splice (store, 0, 0, items->pdata, items->len);
  return store;
}
