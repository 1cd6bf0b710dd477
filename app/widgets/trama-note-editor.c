/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-field-editors.h"

struct _TramaNoteEditor
{
  TramaFieldEditor parent_instance;

  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (TramaNoteEditor, trama_note_editor, TRAMA_TYPE_FIELD_EDITOR)

static gboolean
trama_note_editor_store (TramaFieldEditor *editor, TramaRecordBuilder *builder)
{
  GtkTextBuffer *buffer
      = gtk_text_view_get_buffer (GTK_TEXT_VIEW (TRAMA_NOTE_EDITOR (editor)->view));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_strstrip (text);
  trama_record_builder_set_text (builder, trama_field_editor_get_field (editor),
                                 *text != '\0' ? text : NULL);
  return TRUE;
}

static void
trama_note_editor_load (TramaFieldEditor *editor, const TramaRecord *record)
{
  GtkTextBuffer *buffer
      = gtk_text_view_get_buffer (GTK_TEXT_VIEW (TRAMA_NOTE_EDITOR (editor)->view));
  const char *text
      = *(const char *const *) trama_record_member (record, trama_field_editor_get_field (editor));

  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
}

static void
trama_note_editor_build (TramaFieldEditor *editor, AdwPreferencesGroup *group)
{
  TramaNoteEditor *self = TRAMA_NOTE_EDITOR (editor);
  g_autofree char *title = trama_field_editor_make_title (editor);
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (title);

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  /* Tab leads on to the next field, as everywhere in the form. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_set_size_request (self->view, -1, 56);
  gtk_widget_add_css_class (self->view, "note");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (box, "note-box");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->view);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (group, row);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed",
                           G_CALLBACK (trama_field_editor_changed), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
trama_note_editor_get_focus (TramaFieldEditor *editor)
{
  return TRAMA_NOTE_EDITOR (editor)->view;
}

static void
trama_note_editor_class_init (TramaNoteEditorClass *class)
{
  TramaFieldEditorClass *editor_class = TRAMA_FIELD_EDITOR_CLASS (class);

  editor_class->build = trama_note_editor_build;
  editor_class->load = trama_note_editor_load;
  editor_class->store = trama_note_editor_store;
  editor_class->get_focus = trama_note_editor_get_focus;
}

static void
trama_note_editor_init (TramaNoteEditor *self)
{
}
