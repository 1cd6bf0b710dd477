/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-merge-dialog.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *parent; /* the window; a reference */
  TramaOpenDocument *open;
  TramaStoreFile *theirs;
  TramaMerge *merge;
  TramaMergeDone done;
  gpointer data;
  GtkWidget *dialog;
  GtkWidget *group;
  GPtrArray *rows;
  gboolean merged;
} State;

static void
state_free (State *state)
{
  state->done (state->merged, state->data);
  g_clear_pointer (&state->merge, trama_merge_free);
  g_clear_pointer (&state->theirs, trama_store_file_unref);
  g_clear_pointer (&state->rows, g_ptr_array_unref);
  g_object_unref (state->open);
  g_object_unref (state->parent);
  g_free (state);
}

static void
tell (State *state, const char *message)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("The Two Could Not Be Put Together"), message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, state->parent);
}

static void
take (State *state)
{
  g_autoptr (GError) error = NULL;

  state->merged = trama_open_document_take_merge (state->open, state->merge, state->theirs, &error);
  if (!state->merged)
    tell (state, error->message);
}

static void fill (State *state);

static void
chosen (AdwToggleGroup *toggle, GParamSpec *pspec, State *state)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (toggle), "clash"));

  trama_merge_choose (state->merge, index, adw_toggle_group_get_active (toggle) == 1);
  /* References follow a choice, so that others may have gone or come. */
  fill (state);
}

static void
all_theirs (GtkButton *button, State *state)
{
  trama_merge_choose (state->merge, G_MAXUINT, TRUE);
  fill (state);
}

static GtkWidget *
make_row (State *state, guint index)
{
  const TramaClash *clash = trama_merge_get_clash (state->merge, index);
  g_autofree char *text = trama_merge_describe_clash (state->merge, index);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = adw_toggle_group_new ();
  const char *const labels[] = { _ ("Mine"), _ ("Theirs") };

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      AdwToggle *one = adw_toggle_new ();

      adw_toggle_set_label (one, labels[i]);
      adw_toggle_group_add (ADW_TOGGLE_GROUP (toggle), one);
    }
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (toggle), clash->take_theirs ? 1 : 0);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (toggle), "clash", GUINT_TO_POINTER (index));
  g_signal_connect (toggle, "notify::active", G_CALLBACK (chosen), state);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  return row;
}

static void
fill (State *state)
{
  guint n = trama_merge_n_clashes (state->merge);
  g_autofree char *text
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Both have changed %u thing differently",
                                      "Both have changed %u things differently", n),
                         n);

  for (guint i = 0; i < state->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (state->group), state->rows->pdata[i]);
  g_ptr_array_set_size (state->rows, 0);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (state->group), text);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = make_row (state, i);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (state->group), row);
      g_ptr_array_add (state->rows, row);
    }
}

static void
merge_clicked (GtkButton *button, State *state)
{
  take (state);
  adw_dialog_close (ADW_DIALOG (state->dialog));
}

static void
ask (State *state)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *merge = gtk_button_new_with_mnemonic (_ ("_Merge"));
  GtkWidget *theirs = gtk_button_new_with_mnemonic (_ ("All _Theirs"));

  state->dialog = GTK_WIDGET (dialog);
  state->rows = g_ptr_array_new ();
  state->group = adw_preferences_group_new ();
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (state->group),
                                         _ ("Everything else is put together already. Choose what "
                                            "holds in each; the whole is one step "
                                            "that can be undone."));
  gtk_widget_add_css_class (merge, "suggested-action");
  g_signal_connect (merge, "clicked", G_CALLBACK (merge_clicked), state);
  g_signal_connect (theirs, "clicked", G_CALLBACK (all_theirs), state);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), theirs);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), merge);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (state->group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), bar);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), page);
  adw_dialog_set_title (dialog, _ ("Merge"));
  adw_dialog_set_content_width (dialog, 620);
  adw_dialog_set_content_height (dialog, 560);
  adw_dialog_set_child (dialog, toolbar);
  g_object_set_data_full (G_OBJECT (dialog), "state", state, (GDestroyNotify) state_free);
  fill (state);
  adw_dialog_present (dialog, state->parent);
}

static void
read_theirs (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  TramaStoreFile *file = trama_store_read (data, NULL, NULL, NULL, cancellable, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, (GDestroyNotify) trama_store_file_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
theirs_read (GObject *source, GAsyncResult *result, gpointer data)
{
  State *state = data;
  g_autoptr (GError) error = NULL;

  state->theirs = g_task_propagate_pointer (G_TASK (result), &error);
  if (state->theirs != NULL)
    state->merge = trama_open_document_begin_merge (state->open, state->theirs, &error);
  if (state->merge == NULL)
    tell (state, error->message);
  else if (trama_merge_n_clashes (state->merge) > 0)
    {
      ask (state);
      return;
    }
  else
    take (state);
  state_free (state);
}

void
trama_merge_dialog_run (GtkWidget *parent, TramaOpenDocument *open, TramaMergeDone done,
                        gpointer data)
{
  State *state = g_new0 (State, 1);
  g_autoptr (GTask) task = NULL;

  state->parent = g_object_ref (parent);
  state->open = g_object_ref (open);
  state->done = done;
  state->data = data;
  task = g_task_new (NULL, NULL, theirs_read, state);
  g_task_set_task_data (task, g_object_ref (trama_open_document_get_place (open)), g_object_unref);
  g_task_run_in_thread (task, read_theirs);
}
