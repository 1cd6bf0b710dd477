/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "trama-field-editors.h"

struct _TramaChoiceEditor
{
  TramaFieldEditor parent_instance;

  GtkWidget *row;
};

G_DEFINE_FINAL_TYPE (TramaChoiceEditor, trama_choice_editor, TRAMA_TYPE_FIELD_EDITOR)

/* In both types 0 is "not recorded" and stands first, so that the place in the list is the value;
 * of yes and no, yes comes first for people. */
static guint
value_to_place (const TramaField *field, guint value)
{
  if (field->type == TRAMA_FIELD_TRUTH && value != TRAMA_TRUTH_UNKNOWN)
    return value == TRAMA_TRUTH_YES ? 1 : 2;
  return value;
}

static guint
place_to_value (const TramaField *field, guint place)
{
  if (field->type == TRAMA_FIELD_TRUTH && place != 0)
    return place == 1 ? TRAMA_TRUTH_YES : TRAMA_TRUTH_NO;
  return place;
}

static gboolean
trama_choice_editor_store (TramaFieldEditor *editor, TramaRecordBuilder *builder)
{
  const TramaField *field = trama_field_editor_get_field (editor);
  guint place = adw_combo_row_get_selected (ADW_COMBO_ROW (TRAMA_CHOICE_EDITOR (editor)->row));
  guint8 *member = (guint8 *) builder->draft + field->offset;

  *member = (guint8) place_to_value (field, place != GTK_INVALID_LIST_POSITION ? place : 0);
  return TRUE;
}

static void
trama_choice_editor_load (TramaFieldEditor *editor, const TramaRecord *record)
{
  const TramaField *field = trama_field_editor_get_field (editor);
  guint8 value = *(const guint8 *) trama_record_member (record, field);

  adw_combo_row_set_selected (ADW_COMBO_ROW (TRAMA_CHOICE_EDITOR (editor)->row),
                              value_to_place (field, value));
}

static void
trama_choice_editor_build (TramaFieldEditor *editor, AdwPreferencesGroup *group)
{
  TramaChoiceEditor *self = TRAMA_CHOICE_EDITOR (editor);
  const TramaField *field = trama_field_editor_get_field (editor);
  g_autofree char *title = trama_field_editor_make_title (editor);
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices,
                          field->flags & TRAMA_FIELD_REQUIRED ? _ ("Choose…") : _ ("Not recorded"));
  if (field->type == TRAMA_FIELD_TRUTH)
    {
      gtk_string_list_append (choices, _ ("Yes"));
      gtk_string_list_append (choices, _ ("No"));
    }
  for (guint i = 1; i <= field->n_choices; i++)
    gtk_string_list_append (choices, trama_field_choice_label (field, i));

  self->row = adw_combo_row_new ();
  adw_combo_row_set_model (ADW_COMBO_ROW (self->row), G_LIST_MODEL (choices));
  if (field->n_choices > 8)
    {
      g_autoptr (GtkExpression) text
          = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

      adw_combo_row_set_expression (ADW_COMBO_ROW (self->row), text);
      adw_combo_row_set_enable_search (ADW_COMBO_ROW (self->row), TRUE);
      adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self->row),
                                           GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
    }
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
trama_choice_editor_get_focus (TramaFieldEditor *editor)
{
  return TRAMA_CHOICE_EDITOR (editor)->row;
}

static void
trama_choice_editor_class_init (TramaChoiceEditorClass *class)
{
  TramaFieldEditorClass *editor_class = TRAMA_FIELD_EDITOR_CLASS (class);

  editor_class->build = trama_choice_editor_build;
  editor_class->load = trama_choice_editor_load;
  editor_class->store = trama_choice_editor_store;
  editor_class->get_focus = trama_choice_editor_get_focus;
}

static void
trama_choice_editor_init (TramaChoiceEditor *self)
{
}
