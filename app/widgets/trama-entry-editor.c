/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "trama-field-editors.h"
#include "trama-field-text.h"

struct _TramaEntryEditor
{
  TramaFieldEditor parent_instance;

  GtkWidget *row;
  GtkWidget *message_row;
  GtkWidget *message;
};

G_DEFINE_FINAL_TYPE (TramaEntryEditor, trama_entry_editor, TRAMA_TYPE_FIELD_EDITOR)

static void
show_message (TramaEntryEditor *self, const char *message, gboolean valid)
{
  gtk_label_set_text (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message_row, message != NULL);
  if (valid)
    {
      gtk_widget_remove_css_class (self->row, "error");
      gtk_widget_remove_css_class (self->message, "error");
      gtk_widget_add_css_class (self->message, "dim-label");
    }
  else
    {
      gtk_widget_add_css_class (self->row, "error");
      gtk_widget_add_css_class (self->message, "error");
      gtk_widget_remove_css_class (self->message, "dim-label");
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static gboolean
trama_entry_editor_store (TramaFieldEditor *editor, TramaRecordBuilder *builder)
{
  TramaEntryEditor *self = TRAMA_ENTRY_EDITOR (editor);
  const TramaFormContext *context = trama_field_editor_get_context (editor);
  g_autofree char *message = NULL;
  gboolean valid;

  valid = trama_field_text_read (builder, trama_field_editor_get_field (editor),
                                 gtk_editable_get_text (GTK_EDITABLE (self->row)),
                                 context->currency, context->today, &message);
  show_message (self, message, valid);
  return valid;
}

static void
trama_entry_editor_load (TramaFieldEditor *editor, const TramaRecord *record)
{
  TramaEntryEditor *self = TRAMA_ENTRY_EDITOR (editor);
  g_autofree char *text = trama_field_text_of (record, trama_field_editor_get_field (editor),
                                               trama_field_editor_get_context (editor)->currency);

  gtk_editable_set_text (GTK_EDITABLE (self->row), text);
}

static void
day_selected (GtkCalendar *calendar, TramaEntryEditor *self)
{
  g_autoptr (GDateTime) when = gtk_calendar_get_date (calendar);
  gint32 day = trama_day_from_civil (g_date_time_get_year (when), g_date_time_get_month (when),
                                     g_date_time_get_day_of_month (when));
  g_autofree char *text = trama_date_to_prose (trama_date_from_day (day));
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER);

  gtk_editable_set_text (GTK_EDITABLE (self->row), text);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
add_calendar (TramaEntryEditor *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose a day"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (calendar, "day-selected", G_CALLBACK (day_selected), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->row), button);
}

static void
trama_entry_editor_build (TramaFieldEditor *editor, AdwPreferencesGroup *group)
{
  TramaEntryEditor *self = TRAMA_ENTRY_EDITOR (editor);
  const TramaField *field = trama_field_editor_get_field (editor);
  g_autofree char *title = trama_field_editor_make_title (editor);

  self->row = adw_entry_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->row), TRUE);
  if (field->help != NULL)
    {
      gtk_widget_set_tooltip_text (self->row, g_dgettext (GETTEXT_PACKAGE, field->help));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->row),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      g_dgettext (GETTEXT_PACKAGE, field->help), -1);
    }
  if (field->type == TRAMA_FIELD_INTEGER)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self->row), GTK_INPUT_PURPOSE_DIGITS);
  else if (field->type == TRAMA_FIELD_DECIMAL)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self->row), GTK_INPUT_PURPOSE_NUMBER);
  if (field->type == TRAMA_FIELD_DATE)
    add_calendar (self);
  adw_preferences_group_add (group, self->row);

  self->message = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_widget_add_css_class (self->message, "caption");
  self->message_row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->message_row), self->message);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->message_row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self->message_row), FALSE);
  gtk_widget_set_focusable (self->message_row, FALSE);
  gtk_widget_add_css_class (self->message_row, "field-message");
  gtk_widget_set_visible (self->message_row, FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE,
                                  self->message, NULL, -1);
  adw_preferences_group_add (group, self->message_row);
  g_signal_connect_object (self->row, "changed", G_CALLBACK (trama_field_editor_changed), self,
                           G_CONNECT_SWAPPED);
}

static GtkWidget *
trama_entry_editor_get_focus (TramaFieldEditor *editor)
{
  return TRAMA_ENTRY_EDITOR (editor)->row;
}

static void
trama_entry_editor_class_init (TramaEntryEditorClass *class)
{
  TramaFieldEditorClass *editor_class = TRAMA_FIELD_EDITOR_CLASS (class);

  editor_class->build = trama_entry_editor_build;
  editor_class->load = trama_entry_editor_load;
  editor_class->store = trama_entry_editor_store;
  editor_class->get_focus = trama_entry_editor_get_focus;
}

static void
trama_entry_editor_init (TramaEntryEditor *self)
{
}
