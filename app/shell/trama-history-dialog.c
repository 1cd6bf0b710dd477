/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-history-dialog.h"

#include <glib/gi18n-lib.h>

#include "trama-kept-version.h"

/* More than a person reads; the search goes over all. */
#define MOST_STEPS 500
#define MOST_CHANGES 40

typedef struct
{
  TramaWorkspace *workspace;
  TramaOpenDocument *open;
  TramaId record;
  GtkWidget *dialog;
  GtkWidget *toasts;
  GtkWidget *search;
  GtkWidget *steps;
  GPtrArray *kept; /* TramaKeptVersion */
} State;

static void
state_free (State *state)
{
  g_signal_handlers_disconnect_by_data (state->workspace, state);
  g_object_unref (state->workspace);
  g_object_unref (state->open);
  g_ptr_array_unref (state->kept);
  g_free (state);
}

static char *
time_to_text (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return time != NULL ? g_date_time_format (time, "%x %H:%M") : g_strdup ("");
}

static void
put_back (GtkButton *button, State *state)
{
  TramaHistory *history = trama_open_document_get_history (state->open);
  TramaVersion *now = trama_workspace_get_version (state->workspace);
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "step"));
  guint change = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "change"));
  const TramaHistoryEntry *entry = trama_history_get (history, index);
  TramaId id = entry->set->changes[change].id;
  g_autoptr (TramaVersion) past = trama_history_before (history, index, now);
  TramaTransaction *transaction;
  g_autofree char *label = NULL;
  const TramaRecord *record;

  if (past == NULL)
    return;
  record = trama_version_find_among (past, TRAMA_ALL_KINDS, id);
  if (record == NULL)
    record = trama_version_find_among (now, TRAMA_ALL_KINDS, id);
  /* Translators: what is undone and redone; a record */
  label = g_strdup_printf (_ ("Put back “%s”"), record != NULL ? trama_record_title (record) : "");
  transaction = trama_document_begin (trama_workspace_get_document (state->workspace));
  if (trama_restore_record (transaction, past, id, NULL))
    trama_workspace_commit (state->workspace, transaction, label);
  else
    trama_transaction_free (transaction);
}

static const char *
what_happened (const TramaHistoryEntry *entry, const TramaChange *change)
{
  const TramaRecord *before = entry->backwards ? change->after : change->before;
  const TramaRecord *after = entry->backwards ? change->before : change->after;

  if (before == NULL)
    return _ ("added");
  return after == NULL ? _ ("removed") : _ ("changed");
}

static GtkWidget *
make_change (State *state, guint index, guint change)
{
  TramaHistory *history = trama_open_document_get_history (state->open);
  const TramaHistoryEntry *entry = trama_history_get (history, index);
  const TramaChange *one = &entry->set->changes[change];
  const TramaRecord *shown = one->after != NULL ? one->after : one->before;
  g_auto (GStrv) lines = trama_history_describe_change (
      history, index, change, trama_workspace_get_version (state->workspace));
  g_autofree char *text = lines != NULL ? g_strjoinv ("\n", lines) : g_strdup ("");
  /* Translators: a kind of record, its title, what became of it */
  g_autofree char *title = g_strdup_printf (_ ("%s “%s” %s"), trama_kind_label (one->kind),
                                            trama_record_title (shown), what_happened (entry, one));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Put Back"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Make it what it was before this step"));
  g_object_set_data (G_OBJECT (button), "step", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (button), "change", GUINT_TO_POINTER (change));
  g_signal_connect (button, "clicked", G_CALLBACK (put_back), state);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/* Its changes are made when it is first unfolded: an import has thousands. */
static void
unfolded (AdwExpanderRow *row, GParamSpec *pspec, State *state)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "step"));
  TramaHistory *history = trama_open_document_get_history (state->open);
  const TramaHistoryEntry *entry = trama_history_get (history, index);

  if (!adw_expander_row_get_expanded (row) || g_object_get_data (G_OBJECT (row), "made") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "made", row);
  for (guint i = 0; i < MIN (entry->set->n, MOST_CHANGES); i++)
    adw_expander_row_add_row (row, make_change (state, index, i));
  if (entry->set->n > MOST_CHANGES)
    {
      GtkWidget *more = adw_action_row_new ();
      g_autofree char *text = g_strdup_printf (_ ("and %u more"), entry->set->n - MOST_CHANGES);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), text);
      adw_expander_row_add_row (row, more);
    }
}

static GtkWidget *
make_step (State *state, guint index)
{
  TramaHistory *history = trama_open_document_get_history (state->open);
  const TramaHistoryEntry *entry = trama_history_get (history, index);
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *label = trama_history_label (history, index);
  g_autofree char *time = time_to_text (entry->set->when);
  const char *who = entry->set->author != NULL ? entry->set->author : _ ("somebody");
  /* Translators: who has made a step, when, and how many records it changed */
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s, %s; %u record", "%s, %s; %u records", entry->set->n), who,
      time, entry->set->n);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), text);
  if (entry->saved)
    {
      GtkWidget *saved = gtk_label_new (_ ("saved"));

      gtk_widget_add_css_class (saved, "dim-label");
      gtk_widget_add_css_class (saved, "caption");
      adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), saved);
    }
  g_object_set_data (G_OBJECT (row), "step", GUINT_TO_POINTER (index));
  g_signal_connect (row, "notify::expanded", G_CALLBACK (unfolded), state);
  return row;
}

static gboolean
is_wanted (State *state, guint index, const char *wanted)
{
  TramaHistory *history = trama_open_document_get_history (state->open);
  const TramaHistoryEntry *entry = trama_history_get (history, index);
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (!trama_id_is_none (state->record)
      && trama_history_find_change (history, index, state->record) < 0)
    return FALSE;
  if (*wanted == '\0')
    return TRUE;
  label = trama_history_label (history, index);
  text = g_strdup_printf ("%s %s", label, entry->set->author != NULL ? entry->set->author : "");
  folded = g_utf8_casefold (text, -1);
  return strstr (folded, wanted) != NULL;
}

static void
fill (State *state)
{
  TramaHistory *history = trama_open_document_get_history (state->open);
  g_autofree char *wanted
      = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (state->search)), -1);
  guint shown = 0;

  gtk_list_box_remove_all (GTK_LIST_BOX (state->steps));
  for (guint i = trama_history_size (history); i-- > 0 && shown < MOST_STEPS;)
    if (is_wanted (state, i, wanted))
      {
        GtkWidget *row = make_step (state, i);

        gtk_list_box_append (GTK_LIST_BOX (state->steps), row);
        /* The last step is what people come for. */
        if (shown++ == 0)
          adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      }
}

static void
copied (GObject *source, GAsyncResult *result, gpointer data)
{
  AdwToastOverlay *toasts = data;
  g_autoptr (GError) error = NULL;

  if (g_file_copy_finish (G_FILE (source), result, &error))
    adw_toast_overlay_add_toast (toasts, adw_toast_new (_ ("The copy is saved")));
  else
    adw_toast_overlay_add_toast (toasts, adw_toast_new (error->message));
  g_object_unref (toasts);
}

static void
place_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *button = data;
  g_autoptr (GFile) to = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  State *state = g_object_get_data (G_OBJECT (button), "state");
  const TramaKeptVersion *kept = g_object_get_data (G_OBJECT (button), "kept");

  if (to != NULL)
    {
      g_autoptr (GFile) from = g_file_new_for_path (kept->path);

      g_file_copy_async (from, to, G_FILE_COPY_OVERWRITE, G_PRIORITY_DEFAULT, NULL, NULL, NULL,
                         copied, g_object_ref (state->toasts));
    }
  g_object_unref (button);
}

static void
save_copy (GtkButton *button, State *state)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  const TramaKeptVersion *kept = g_object_get_data (G_OBJECT (button), "kept");
  g_autofree char *title = trama_open_document_dup_title (state->open);
  g_autoptr (GDateTime) time
      = g_date_time_new_from_unix_local (kept->when / G_GINT64_CONSTANT (1000000000));
  g_autofree char *stamp = g_date_time_format (time, "%Y-%m-%d %H.%M");
  g_autofree char *name = g_strdup_printf ("%s %s.trama", title, stamp);

  gtk_file_dialog_set_title (dialog, _ ("Save a Copy of This Version"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), NULL,
                        place_chosen, g_object_ref (button));
}

static GtkWidget *
make_kept (State *state)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Kept versions of the file"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      state->kept->len > 0 ? _ ("What the file held before it was saved over. A copy can be opened "
                                "beside this portfolio.")
                           : _ ("None yet: one is kept whenever the file is saved over."));
  for (guint i = 0; i < state->kept->len; i++)
    {
      TramaKeptVersion *kept = state->kept->pdata[i];
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = gtk_button_new_with_label (_ ("Save a Copy…"));
      g_autofree char *time = time_to_text (kept->when / G_GINT64_CONSTANT (1000000000));
      g_autofree char *size = g_format_size ((guint64) kept->size);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), time);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_object_set_data (G_OBJECT (button), "kept", kept);
      g_object_set_data (G_OBJECT (button), "state", state);
      g_signal_connect (button, "clicked", G_CALLBACK (save_copy), state);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  return group;
}

static GtkWidget *
make_steps (State *state)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *empty = gtk_label_new (_ ("Nothing has been done yet."));

  state->search = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (state->search), _ ("Search steps"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (state->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search steps"), -1);
  g_signal_connect_swapped (state->search, "search-changed", G_CALLBACK (fill), state);
  g_signal_connect_swapped (state->search, "stop-search", G_CALLBACK (adw_dialog_close),
                            state->dialog);
  gtk_widget_set_margin_bottom (state->search, 12);
  state->steps = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (state->steps), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (state->steps, "boxed-list");
  gtk_widget_add_css_class (empty, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (empty), TRUE);
  gtk_widget_set_margin_top (empty, 18);
  gtk_widget_set_margin_bottom (empty, 18);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (state->steps), empty);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), state->search);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), state->steps);
  return group;
}

AdwDialog *
trama_history_dialog_new (TramaWorkspace *workspace, TramaOpenDocument *open, TramaId record)
{
  State *state = g_new0 (State, 1);
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  TramaStoreFile *file = trama_open_document_get_file (open);

  g_object_set_data_full (G_OBJECT (dialog), "state", state, (GDestroyNotify) state_free);
  state->workspace = g_object_ref (workspace);
  state->open = g_object_ref (open);
  state->record = record;
  state->dialog = GTK_WIDGET (dialog);
  state->toasts = adw_toast_overlay_new ();
  state->kept = file != NULL
                    ? trama_kept_versions_list (file->document)
                    : g_ptr_array_new_with_free_func ((GDestroyNotify) trama_kept_version_free);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (make_steps (state)));
  if (trama_id_is_none (record))
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                              ADW_PREFERENCES_GROUP (make_kept (state)));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (state->toasts), page);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), state->toasts);
  adw_dialog_set_title (dialog, _ ("History"));
  adw_dialog_set_content_width (dialog, 600);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, toolbar);
  fill (state);
  /* What is undone, done or put back meanwhile is a step, too. */
  g_signal_connect_data (workspace, "changed", G_CALLBACK (fill), state, NULL, G_CONNECT_SWAPPED);
  return dialog;
}
