/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The set is ticked on a page of its own, pushed onto the form's navigation view: there is room for
 * a search and for names in full. The row shows what is ticked. */
#include <glib/gi18n-lib.h>

#include "trama-field-editors.h"
#include "trama-record-item.h"

struct _TramaReferencesEditor
{
  TramaFieldEditor parent_instance;

  GtkWidget *row;
  GListStore *items;
  GHashTable *chosen; /* TramaId * */
  GtkStringFilter *filter;
};

G_DEFINE_FINAL_TYPE (TramaReferencesEditor, trama_references_editor, TRAMA_TYPE_FIELD_EDITOR)

static void
show_chosen (TramaReferencesEditor *self)
{
  guint n = g_hash_table_size (self->chosen);
  g_autoptr (GString) names = g_string_new (NULL);

  if (n == 0)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), _ ("Nobody"));
      return;
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TramaRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      TramaId id = trama_record_item_get_id (item);

      if (g_hash_table_contains (self->chosen, &id))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                trama_record_item_get_title (item));
    }
  {
    /* Translators: how many are ticked, and their names */
    g_autofree char *text = g_strdup_printf (C_ ("ticked", "%u: %s"), n, names->str);

    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), text);
  }
}

static gboolean
trama_references_editor_store (TramaFieldEditor *editor, TramaRecordBuilder *builder)
{
  TramaReferencesEditor *self = TRAMA_REFERENCES_EDITOR (editor);
  const TramaField *field = trama_field_editor_get_field (editor);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TramaId));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (ids, key, 1);
  *(TramaIds *) (gpointer) ((char *) builder->draft + field->offset)
      = trama_record_builder_ids (builder, (const TramaId *) (gpointer) ids->data, ids->len);
  return TRUE;
}

static void
trama_references_editor_load (TramaFieldEditor *editor, const TramaRecord *record)
{
  TramaReferencesEditor *self = TRAMA_REFERENCES_EDITOR (editor);
  const TramaIds *ids = trama_record_member (record, trama_field_editor_get_field (editor));

  g_hash_table_remove_all (self->chosen);
  for (guint i = 0; i < ids->n; i++)
    g_hash_table_add (self->chosen, g_memdup2 (&ids->ids[i], sizeof (TramaId)));
  show_chosen (self);
}

static void
toggled (GtkCheckButton *check, GtkListItem *list_item)
{
  TramaReferencesEditor *self = g_object_get_data (G_OBJECT (list_item), "editor");
  TramaRecordItem *item = gtk_list_item_get_item (list_item);
  TramaId id;

  if (item == NULL)
    return;
  id = trama_record_item_get_id (item);
  if (gtk_check_button_get_active (check) == g_hash_table_contains (self->chosen, &id))
    return;
  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->chosen, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->chosen, &id);
  show_chosen (self);
  trama_field_editor_changed (TRAMA_FIELD_EDITOR (self));
}

static void
set_up_item (GtkSignalListItemFactory *factory, GtkListItem *list_item, TramaReferencesEditor *self)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_list_item_set_child (list_item, check);
  gtk_list_item_set_focusable (list_item, FALSE);
  gtk_list_item_set_activatable (list_item, FALSE);
  g_object_set_data (G_OBJECT (list_item), "editor", self);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled), list_item);
}

static void
bind_item (GtkSignalListItemFactory *factory, GtkListItem *list_item, TramaReferencesEditor *self)
{
  GtkWidget *check = gtk_list_item_get_child (list_item);
  TramaRecordItem *item = gtk_list_item_get_item (list_item);
  TramaId id = trama_record_item_get_id (item);

  g_signal_handlers_block_by_func (check, toggled, list_item);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (check), trama_record_item_get_title (item));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (self->chosen, &id));
  g_signal_handlers_unblock_by_func (check, toggled, list_item);
}

static void
search_changed (GtkSearchEntry *entry, TramaReferencesEditor *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static GtkWidget *
make_list (TramaReferencesEditor *self)
{
  GtkExpression *name = gtk_property_expression_new (TRAMA_TYPE_RECORD_ITEM, NULL, "title");
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;
  GtkWidget *list;

  g_clear_object (&self->filter);
  self->filter = gtk_string_filter_new (name);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_item), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_item), self, 0);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (filtered))),
                            factory);
  gtk_list_view_set_tab_behavior (GTK_LIST_VIEW (list), GTK_LIST_TAB_ITEM);
  return list;
}

static void
open_list (AdwActionRow *row, TramaReferencesEditor *self)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (self->row, ADW_TYPE_NAVIGATION_VIEW);
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *search = gtk_search_entry_new ();
  GtkWidget *list = make_list (self);
  const char *title = trama_field_label (trama_field_editor_get_field (TRAMA_FIELD_EDITOR (self)));

  if (navigation == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_margin_start (search, 12);
  gtk_widget_set_margin_end (search, 12);
  gtk_widget_set_margin_bottom (search, 6);
  g_signal_connect_object (search, "search-changed", G_CALLBACK (search_changed), self, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), search);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), scroller);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                            adw_navigation_page_new (toolbar, title));
  gtk_widget_grab_focus (search);
}

static void
trama_references_editor_build (TramaFieldEditor *editor, AdwPreferencesGroup *group)
{
  TramaReferencesEditor *self = TRAMA_REFERENCES_EDITOR (editor);
  const TramaField *field = trama_field_editor_get_field (editor);
  const TramaFormContext *context = trama_field_editor_get_context (editor);
  g_autofree char *title = trama_field_editor_make_title (editor);

  self->items
      = trama_record_items_list (context->version, field->targets, context->preferred, NULL);
  self->row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->row), 3);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), TRUE);
  if (field->help != NULL)
    gtk_widget_set_tooltip_text (self->row, g_dgettext (GETTEXT_PACKAGE, field->help));
  adw_preferences_group_add (group, self->row);
  g_signal_connect_object (self->row, "activated", G_CALLBACK (open_list), self, 0);
  show_chosen (self);
}

static GtkWidget *
trama_references_editor_get_focus (TramaFieldEditor *editor)
{
  return TRAMA_REFERENCES_EDITOR (editor)->row;
}

static void
trama_references_editor_finalize (GObject *object)
{
  TramaReferencesEditor *self = TRAMA_REFERENCES_EDITOR (object);

  g_clear_object (&self->items);
  g_clear_object (&self->filter);
  g_hash_table_unref (self->chosen);
  G_OBJECT_CLASS (trama_references_editor_parent_class)->finalize (object);
}

static void
trama_references_editor_class_init (TramaReferencesEditorClass *class)
{
  TramaFieldEditorClass *editor_class = TRAMA_FIELD_EDITOR_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = trama_references_editor_finalize;
  editor_class->build = trama_references_editor_build;
  editor_class->load = trama_references_editor_load;
  editor_class->store = trama_references_editor_store;
  editor_class->get_focus = trama_references_editor_get_focus;
}

static void
trama_references_editor_init (TramaReferencesEditor *self)
{
  self->chosen
      = g_hash_table_new_full (trama_id_hash_pointer, trama_id_equal_pointer, g_free, NULL);
}
