/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * From the records to the screen: a list of items, one for each record; filtered by what is
 * searched for; sorted by the column that was clicked; selected. An item works out a cell's text the
 * first time it is asked for and keeps it with its collation key, so that sorting ten thousand rows
 * compares bytes.
 */
#include "trama-record-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "trama-tier-disc.h"

struct _TramaRecordTable
{
  GtkWidget parent_instance;

  TramaRecordColumn *columns;
  guint n_columns;
  gpointer fill_data;
  GtkWidget *scroller;
  GtkWidget *view;
  GListStore *items;
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
  GtkSortListModel *sorted;
  gboolean to_top; /* once the sorting that is under way has ended */
  guint to_top_id;
  char **words; /* folded */
  TramaRecordFilter record_filter;
  gpointer record_filter_data;
  GDestroyNotify record_filter_destroy;
  gboolean setting;
};

enum
{
  RECORD_ACTIVATED,
  RECORD_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TramaRecordTable, trama_record_table, GTK_TYPE_WIDGET)

/* What numbers, dates and money sort by; NaN where the text decides or nothing is known. */
static double
field_number (const TramaRecord *record, const TramaField *field)
{
  gconstpointer member = trama_record_member (record, field);

  if (!trama_record_field_is_known (record, field))
    return -INFINITY;
  switch (field->type)
    {
    case TRAMA_FIELD_DATE:
      return ((const TramaDate *) member)->first;
    case TRAMA_FIELD_INTEGER:
      return (double) *(const gint64 *) member;
    case TRAMA_FIELD_DECIMAL:
      return *(const double *) member;
    case TRAMA_FIELD_BAND:
      return ((const TramaBand *) member)->low;
    case TRAMA_FIELD_MONEY:
      return (double) ((const TramaMoney *) member)->low;
    case TRAMA_FIELD_TRUTH:
    case TRAMA_FIELD_CHOICE:
      return *(const guint8 *) member;
    case TRAMA_FIELD_TEXT:
    case TRAMA_FIELD_REF:
    case TRAMA_FIELD_REFS:
    default:
      return NAN;
    }
}

/* A set is long: how many are in it says as much in a column. */
static char *
describe_set (const TramaIds *ids)
{
  return g_strdup_printf ("%u", ids->n);
}

static void
fill_from_field (TramaRecordItem *item, const char *id, TramaRecordCell *cell)
{
  const TramaRecord *record = trama_record_item_get_record (item);
  const TramaField *field = trama_kind_field (trama_record_kind (record), id, strlen (id));

  cell->number = NAN;
  if (field == NULL)
    {
      cell->text = g_strdup ("");
      return;
    }
  cell->number = field_number (record, field);
  if (!trama_record_field_is_known (record, field))
    cell->text = g_strdup ("");
  else if (field->type == TRAMA_FIELD_DATE)
    cell->text
        = trama_date_to_short_prose (*(const TramaDate *) trama_record_member (record, field));
  else if (field->type == TRAMA_FIELD_REFS)
    {
      cell->text = describe_set (trama_record_member (record, field));
      cell->number = ((const TramaIds *) trama_record_member (record, field))->n;
    }
  else
    cell->text = trama_version_field_to_prose (trama_record_item_get_version (item), record, field);
}

static TramaRecordCell *
get_cell (TramaRecordTable *self, TramaRecordItem *item, guint column)
{
  TramaRecordCell *cell = &trama_record_item_get_cells (item, self->n_columns)[column];

  if (cell->text == NULL)
    {
      cell->number = NAN;
      if (self->columns[column].field != NULL)
        fill_from_field (item, self->columns[column].field, cell);
      else
        self->columns[column].fill (item, cell, self->fill_data);
      if (cell->text == NULL)
        cell->text = g_strdup ("");
    }
  return cell;
}

typedef struct
{
  TramaRecordTable *table;
  guint column;
} Place;

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  Place *place = data;
  TramaRecordCell *x = get_cell (place->table, (TramaRecordItem *) a, place->column);
  TramaRecordCell *y = get_cell (place->table, (TramaRecordItem *) b, place->column);

  if (!isnan (x->number) && !isnan (y->number))
    return x->number < y->number ? -1 : x->number > y->number;
  if (x->key == NULL)
    x->key = g_utf8_collate_key (x->text, -1);
  if (y->key == NULL)
    y->key = g_utf8_collate_key (y->text, -1);
  return strcmp (x->key, y->key);
}

static gboolean
matches (gpointer object, gpointer data)
{
  TramaRecordTable *self = data;
  TramaRecordItem *item = object;

  if (self->record_filter != NULL
      && !self->record_filter (trama_record_item_get_record (item), self->record_filter_data))
    return FALSE;
  for (char **word = self->words; word != NULL && *word != NULL; word++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < self->n_columns && !found; i++)
        {
          g_autofree char *folded = g_utf8_casefold (get_cell (self, item, i)->text, -1);

          found = strstr (folded, *word) != NULL;
        }
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static void
set_up_cell (GtkSignalListItemFactory *factory, GtkListItem *list_item, Place *place)
{
  const TramaRecordColumn *column = &place->table->columns[place->column];
  GtkWidget *label;

  if (column->make != NULL)
    {
      gtk_list_item_set_child (list_item, column->make (place->table->fill_data));
      return;
    }
  label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), column->numeric ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (column->numeric)
    gtk_widget_add_css_class (label, "numeric");
  if (column->strong)
    gtk_widget_add_css_class (label, "strong");
  if (column->chars > 0)
    gtk_label_set_max_width_chars (GTK_LABEL (label), column->chars);
  if (column->tier)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);

      gtk_box_append (GTK_BOX (box), trama_tier_disc_new ());
      gtk_box_append (GTK_BOX (box), label);
      gtk_list_item_set_child (list_item, box);
    }
  else
    gtk_list_item_set_child (list_item, label);
}

static void
bind_cell (GtkSignalListItemFactory *factory, GtkListItem *list_item, Place *place)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);
  TramaRecordCell *cell
      = get_cell (place->table, gtk_list_item_get_item (list_item), place->column);
  const TramaRecordColumn *column = &place->table->columns[place->column];
  GtkWidget *label = child;

  if (column->make != NULL)
    {
      column->show (child, gtk_list_item_get_item (list_item), place->table->fill_data);
      return;
    }
  if (column->tier)
    {
      trama_tier_disc_set_tier (TRAMA_TIER_DISC (gtk_widget_get_first_child (child)),
                                isnan (cell->number) ? 0 : (guint) MAX (cell->number, 0));
      label = gtk_widget_get_last_child (child);
    }
  gtk_label_set_text (GTK_LABEL (label), cell->text);
  if (cell->warn)
    gtk_widget_add_css_class (label, "warn");
  else
    gtk_widget_remove_css_class (label, "warn");
}

static void
activated (GtkColumnView *view, guint position, TramaRecordTable *self)
{
  g_autoptr (TramaRecordItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  char id[TRAMA_ID_LENGTH + 1];

  if (item == NULL)
    return;
  trama_id_to_text (trama_record_item_get_id (item), id);
  g_signal_emit (self, signals[RECORD_ACTIVATED], 0, id);
}

static void
selected (TramaRecordTable *self)
{
  TramaRecordItem *item = gtk_single_selection_get_selected_item (self->selection);
  char id[TRAMA_ID_LENGTH + 1];

  if (self->setting)
    return;
  if (item != NULL)
    trama_id_to_text (trama_record_item_get_id (item), id);
  g_signal_emit (self, signals[RECORD_SELECTED], 0, item != NULL ? id : NULL);
}

/* A list view stays with the row that was on top, wherever sorting takes it; a list that is new to
 * the eye begins at its top. */
static gboolean
scroll_to_top (gpointer data)
{
  TramaRecordTable *self = data;

  self->to_top_id = 0;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_column_view_scroll_to (GTK_COLUMN_VIEW (self->view), 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
  return G_SOURCE_REMOVE;
}

/* The view may not have seen the change yet, so it is told later. */
static void
sorted (TramaRecordTable *self)
{
  if (!self->to_top || gtk_sort_list_model_get_pending (self->sorted) > 0
      || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  self->to_top = FALSE;
  if (self->to_top_id == 0)
    self->to_top_id = g_idle_add (scroll_to_top, self);
}

static void
trama_record_table_dispose (GObject *object)
{
  TramaRecordTable *self = TRAMA_RECORD_TABLE (object);

  g_clear_handle_id (&self->to_top_id, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  if (self->record_filter_destroy != NULL)
    self->record_filter_destroy (self->record_filter_data);
  self->record_filter_destroy = NULL;
  self->record_filter = NULL;
  g_clear_pointer (&self->words, g_strfreev);
  G_OBJECT_CLASS (trama_record_table_parent_class)->dispose (object);
}

static void
trama_record_table_finalize (GObject *object)
{
  g_free (TRAMA_RECORD_TABLE (object)->columns);
  G_OBJECT_CLASS (trama_record_table_parent_class)->finalize (object);
}

static void
trama_record_table_class_init (TramaRecordTableClass *class)
{
  G_OBJECT_CLASS (class)->dispose = trama_record_table_dispose;
  G_OBJECT_CLASS (class)->finalize = trama_record_table_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  signals[RECORD_ACTIVATED]
      = g_signal_new ("record-activated", TRAMA_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RECORD_SELECTED]
      = g_signal_new ("record-selected", TRAMA_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
trama_record_table_init (TramaRecordTable *self)
{
}

static Place *
place_new (TramaRecordTable *self, guint column)
{
  Place *place = g_new (Place, 1);

  *place = (Place) { self, column };
  return place;
}

static void
free_place (gpointer place, GClosure *closure)
{
  g_free (place);
}

static GtkColumnViewColumn *
make_column (TramaRecordTable *self, guint index)
{
  const TramaRecordColumn *spec = &self->columns[index];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter
      = GTK_SORTER (gtk_custom_sorter_new (compare_items, place_new (self, index), g_free));
  GtkColumnViewColumn *column;

  g_signal_connect_data (factory, "setup", G_CALLBACK (set_up_cell), place_new (self, index),
                         free_place, 0);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cell), place_new (self, index),
                         free_place, 0);
  column = gtk_column_view_column_new (spec->title, factory);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, spec->expand);
  if (spec->width > 0)
    gtk_column_view_column_set_fixed_width (column, spec->width);
  return column;
}

static void
build (TramaRecordTable *self, const char *label, int sort_column, GtkSortType order)
{
  GtkFilterListModel *filtered;

  self->items = g_list_store_new (TRAMA_TYPE_RECORD_ITEM);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  gtk_filter_list_model_set_incremental (filtered, TRUE);
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), NULL);
  gtk_sort_list_model_set_incremental (self->sorted, TRUE);
  g_signal_connect_object (self->sorted, "notify::pending", G_CALLBACK (sorted), self,
                           G_CONNECT_SWAPPED);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->sorted)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->view = gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)));
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = make_column (self, i);

      gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
      if ((int) i == sort_column)
        gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->view), column, order);
    }
  gtk_sort_list_model_set_sorter (self->sorted,
                                  gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)));
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_column_view_set_reorderable (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated), self, 0);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected), self,
                           G_CONNECT_SWAPPED);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
trama_record_table_new (const char *label, const TramaRecordColumn *columns, guint n_columns,
                        int sort_column, GtkSortType order, gpointer fill_data)
{
  TramaRecordTable *self = g_object_new (TRAMA_TYPE_RECORD_TABLE, NULL);

  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  self->fill_data = fill_data;
  build (self, label, sort_column, order);
  return GTK_WIDGET (self);
}

static gboolean
holds (TramaRecordTable *self, guint position, const TramaRecord *record)
{
  g_autoptr (TramaRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return trama_record_item_get_record (item) == record;
}

void
trama_record_table_set_records (TramaRecordTable *self, TramaVersion *version,
                                const TramaRecord *const *records, guint n, gboolean refill)
{
  guint had, first = 0, last = 0;
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  TramaId kept;

  g_return_if_fail (TRAMA_IS_RECORD_TABLE (self));

  had = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  kept = trama_record_table_get_selected (self);
  if (!refill)
    {
      while (first < MIN (had, n) && holds (self, first, records[first]))
        first++;
      while (last < MIN (had, n) - first && holds (self, had - 1 - last, records[n - 1 - last]))
        last++;
    }
  for (guint i = first; i < n - last; i++)
    g_ptr_array_add (added, trama_record_item_new (version, records[i], NULL));
  if (had - first - last == 0 && added->len == 0)
    return;
  self->setting = TRUE;
  self->to_top |= had == 0;
  g_list_store_splice (self->items, first, had - first - last, added->pdata, added->len);
  self->setting = FALSE;
  trama_record_table_select (self, kept);
  sorted (self);
}

void
trama_record_table_set_search (TramaRecordTable *self, const char *text)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  g_return_if_fail (TRAMA_IS_RECORD_TABLE (self));

  folded = g_utf8_casefold (text != NULL ? text : "", -1);
  words = g_strsplit_set (folded, " \t", -1);
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_strv_builder_add (kept, *word);
  g_strfreev (self->words);
  self->words = g_strv_builder_end (kept);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

void
trama_record_table_set_filter (TramaRecordTable *self, TramaRecordFilter function, gpointer data,
                               GDestroyNotify destroy)
{
  g_return_if_fail (TRAMA_IS_RECORD_TABLE (self));

  if (self->record_filter_destroy != NULL)
    self->record_filter_destroy (self->record_filter_data);
  self->record_filter = function;
  self->record_filter_data = data;
  self->record_filter_destroy = destroy;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

void
trama_record_table_select (TramaRecordTable *self, TramaId id)
{
  guint found = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (TRAMA_IS_RECORD_TABLE (self));

  if (trama_id_equal (trama_record_table_get_selected (self), id))
    return;
  for (guint i = 0;
       !trama_id_is_none (id) && i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (TramaRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (trama_id_equal (trama_record_item_get_id (item), id))
        {
          found = i;
          break;
        }
    }
  self->setting = TRUE;
  gtk_single_selection_set_selected (self->selection, found);
  self->setting = FALSE;
  if (found != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (self->view))
    gtk_column_view_scroll_to (GTK_COLUMN_VIEW (self->view), found, NULL, GTK_LIST_SCROLL_NONE,
                               NULL);
}

TramaId
trama_record_table_get_selected (TramaRecordTable *self)
{
  TramaRecordItem *item;

  g_return_val_if_fail (TRAMA_IS_RECORD_TABLE (self), TRAMA_ID_NONE);

  item = gtk_single_selection_get_selected_item (self->selection);
  return item != NULL ? trama_record_item_get_id (item) : TRAMA_ID_NONE;
}

guint
trama_record_table_get_n_shown (TramaRecordTable *self)
{
  g_return_val_if_fail (TRAMA_IS_RECORD_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

guint
trama_record_table_get_n_records (TramaRecordTable *self)
{
  g_return_val_if_fail (TRAMA_IS_RECORD_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

GListModel *
trama_record_table_get_model (TramaRecordTable *self)
{
  g_return_val_if_fail (TRAMA_IS_RECORD_TABLE (self), NULL);

  return G_LIST_MODEL (self->selection);
}

void
trama_record_table_set_column_visible (TramaRecordTable *self, guint index, gboolean visible)
{
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_return_if_fail (TRAMA_IS_RECORD_TABLE (self));

  column
      = g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view)), index);
  if (column != NULL)
    gtk_column_view_column_set_visible (column, visible);
}
