/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-methods-dialog.h"

#include <glib/gi18n-lib.h>

#include "trama-method-card.h"

typedef struct
{
  TramaWorkspace *workspace;
  TramaId subject;
  GtkWidget *dialog;
  GPtrArray *cards; /* borrowed */
} State;

static void
state_free (State *state)
{
  g_signal_handlers_disconnect_by_data (state->workspace, state);
  g_object_unref (state->workspace);
  g_ptr_array_unref (state->cards);
  g_free (state);
}

gboolean
trama_methods_dialog_is_for (TramaKind kind)
{
  GPtrArray *methods = trama_methods_built_in ();

  for (guint i = 0; i < methods->len; i++)
    if (trama_method_subject_kind (methods->pdata[i]) == kind)
      return TRUE;
  return FALSE;
}

static void
update (State *state)
{
  const TramaRecord *record = trama_version_find_among (
      trama_workspace_get_version (state->workspace), TRAMA_ALL_KINDS, state->subject);

  if (record == NULL)
    {
      adw_dialog_close (ADW_DIALOG (state->dialog));
      return;
    }
  adw_dialog_set_title (ADW_DIALOG (state->dialog), trama_record_title (record));
  for (guint i = 0; i < state->cards->len; i++)
    trama_method_card_update (state->cards->pdata[i], state->workspace, state->subject,
                              trama_record_title (record));
}

AdwDialog *
trama_methods_dialog_new (TramaWorkspace *workspace, TramaId subject)
{
  const TramaRecord *record = trama_version_find_among (trama_workspace_get_version (workspace),
                                                        TRAMA_ALL_KINDS, subject);
  State *state = g_new0 (State, 1);
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GPtrArray *methods = trama_methods_built_in ();

  state->workspace = g_object_ref (workspace);
  state->subject = subject;
  state->dialog = GTK_WIDGET (dialog);
  state->cards = g_ptr_array_new ();
  gtk_widget_add_css_class (body, "page-body");
  for (guint i = 0; record != NULL && i < methods->len; i++)
    if (trama_method_subject_kind (methods->pdata[i]) == record->kind)
      {
        GtkWidget *card = trama_method_card_new (methods->pdata[i]);

        g_ptr_array_add (state->cards, card);
        gtk_box_append (GTK_BOX (body), card);
      }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), body);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), scroller);
  adw_dialog_set_content_width (dialog, 620);
  adw_dialog_set_content_height (dialog, 680);
  adw_dialog_set_child (dialog, toolbar);
  g_object_set_data_full (G_OBJECT (dialog), "state", state, (GDestroyNotify) state_free);
  update (state);
  g_signal_connect_data (workspace, "changed", G_CALLBACK (update), state, NULL, G_CONNECT_SWAPPED);
  return dialog;
}
