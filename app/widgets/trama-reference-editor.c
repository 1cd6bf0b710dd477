/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "trama-field-editors.h"
#include "trama-record-item.h"

struct _TramaReferenceEditor
{
  TramaFieldEditor parent_instance;

  GtkWidget *row;
  GListStore *items;
};

G_DEFINE_FINAL_TYPE (TramaReferenceEditor, trama_reference_editor, TRAMA_TYPE_FIELD_EDITOR)

static gboolean
trama_reference_editor_store (TramaFieldEditor *editor, TramaRecordBuilder *builder)
{
  TramaReferenceEditor *self = TRAMA_REFERENCE_EDITOR (editor);
  const TramaField *field = trama_field_editor_get_field (editor);
  TramaRecordItem *item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self->row));

  *(TramaId *) (gpointer) ((char *) builder->draft + field->offset)
      = item != NULL ? trama_record_item_get_id (item) : TRAMA_ID_NONE;
  return TRUE;
}

static void
trama_reference_editor_load (TramaFieldEditor *editor, const TramaRecord *record)
{
  TramaReferenceEditor *self = TRAMA_REFERENCE_EDITOR (editor);
  TramaId id
      = *(const TramaId *) trama_record_member (record, trama_field_editor_get_field (editor));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TramaRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (trama_id_equal (trama_record_item_get_id (item), id))
        {
          adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), i);
          return;
        }
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), 0);
}

static void
trama_reference_editor_build (TramaFieldEditor *editor, AdwPreferencesGroup *group)
{
  TramaReferenceEditor *self = TRAMA_REFERENCE_EDITOR (editor);
  const TramaField *field = trama_field_editor_get_field (editor);
  const TramaFormContext *context = trama_field_editor_get_context (editor);
  g_autofree char *title = trama_field_editor_make_title (editor);
  g_autoptr (GtkExpression) name
      = gtk_property_expression_new (TRAMA_TYPE_RECORD_ITEM, NULL, "title");

  self->items = trama_record_items_list (context->version, field->targets, context->preferred,
                                         field->flags & TRAMA_FIELD_REQUIRED ? _ ("Choose…")
                                                                             : _ ("Not recorded"));
  self->row = adw_combo_row_new ();
  adw_combo_row_set_expression (ADW_COMBO_ROW (self->row), name);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->row), G_LIST_MODEL (self->items));
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self->row), TRUE);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self->row),
                                       GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  if (field->help != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row),
                                 g_dgettext (GETTEXT_PACKAGE, field->help));
  adw_preferences_group_add (group, self->row);
  g_signal_connect_object (self->row, "notify::selected", G_CALLBACK (trama_field_editor_changed),
                           self, G_CONNECT_SWAPPED);
}

static GtkWidget *
trama_reference_editor_get_focus (TramaFieldEditor *editor)
{
  return TRAMA_REFERENCE_EDITOR (editor)->row;
}

static void
trama_reference_editor_finalize (GObject *object)
{
  g_clear_object (&TRAMA_REFERENCE_EDITOR (object)->items);
  G_OBJECT_CLASS (trama_reference_editor_parent_class)->finalize (object);
}

static void
trama_reference_editor_class_init (TramaReferenceEditorClass *class)
{
  TramaFieldEditorClass *editor_class = TRAMA_FIELD_EDITOR_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = trama_reference_editor_finalize;
  editor_class->build = trama_reference_editor_build;
  editor_class->load = trama_reference_editor_load;
  editor_class->store = trama_reference_editor_store;
  editor_class->get_focus = trama_reference_editor_get_focus;
}

static void
trama_reference_editor_init (TramaReferenceEditor *self)
{
}
