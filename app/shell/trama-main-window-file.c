/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening, saving and closing. What goes wrong stays as state of the document; here it is shown. */
#include "trama-main-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-merge-dialog.h"
#include "trama-new-dialog.h"
#include "trama-start-page.h"

#define MIME_TYPE "application/vnd.tramaproductiva.trama+json"
#define MAX_PROBLEMS 50

static GSettings *
settings_of (TramaMainWindow *self)
{
  return trama_application_get_settings (
      TRAMA_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

static const char *
author_of (TramaMainWindow *self)
{
  g_autofree char *name = g_settings_get_string (settings_of (self), "author-name");

  return g_intern_string (*name != '\0' ? name : g_get_real_name ());
}

static void
show (TramaMainWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
}

static void
progressed (TramaMainWindow *self)
{
  double fraction;

  g_object_get (self->open, "progress", &fraction, NULL);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), fraction);
}

static void
remember (TramaMainWindow *self)
{
  GFile *place = trama_open_document_get_place (self->open);
  g_autofree char *uri = NULL;
  GtkRecentData data = { .mime_type = (char *) MIME_TYPE,
                         .app_name = (char *) "Trama",
                         .app_exec = (char *) "trama %u" };

  if (place == NULL)
    return;
  uri = g_file_get_uri (place);
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static void
recovery_answered (AdwAlertDialog *dialog, const char *response, TramaMainWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (strcmp (response, "drop") == 0)
    trama_open_document_forget_recovery (self->open);
  else if (strcmp (response, "recover") == 0 && !trama_open_document_recover (self->open, &error))
    trama_main_window_say (self, error->message);
}

static void
offer_recovery (TramaMainWindow *self)
{
  TramaRecoveryState state;
  const TramaRecovery *recovery = trama_open_document_get_recovery (self->open, &state);
  AdwDialog *dialog;
  g_autofree char *body = NULL;

  if (recovery == NULL || state == TRAMA_RECOVERY_NOTHING)
    return;
  dialog = adw_alert_dialog_new (_ ("Recover What Was Not Saved?"), NULL);
  if (state == TRAMA_RECOVERY_FITS)
    {
      body = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "When Trama ended last, %u step was not saved: %s",
                       "When Trama ended last, %u steps were not saved; the last one: %s",
                       recovery->n_steps),
          recovery->n_steps, recovery->last_label != NULL ? recovery->last_label : "–");
      adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "later", _ ("_Later"), "drop",
                                      _ ("_Drop Them"), "recover", _ ("_Recover"), NULL);
      adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "recover",
                                                ADW_RESPONSE_SUGGESTED);
      adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "recover");
    }
  else
    {
      body = g_strdup (
          _ ("When Trama ended last, changes were not saved. Since then somebody else has changed "
             "the file, so they do not fit it any more. They are kept until you drop them."));
      adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "later", _ ("_Keep Them"), "drop",
                                      _ ("_Drop Them"), NULL);
      adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "later");
    }
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "drop",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "later");
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), body);
  g_signal_connect_object (dialog, "response", G_CALLBACK (recovery_answered), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
document_changed (TramaMainWindow *self)
{
  trama_main_window_update_state (self);
}

/* From here on the window shows the document's portfolio. */
static void
show_document (TramaMainWindow *self)
{
  TramaDocument *document = trama_open_document_get_document (self->open);
  TramaTable *programmes;

  trama_main_window_drop_pages (self);
  g_clear_object (&self->workspace);
  self->workspace = trama_workspace_new (document);
  g_signal_connect_object (document, "notify", G_CALLBACK (document_changed), self,
                           G_CONNECT_SWAPPED);
  trama_main_window_connect_workspace (self);
  trama_main_window_fill_sidebar (self);
  programmes = trama_version_table (trama_document_get_version (document), TRAMA_KIND_PROGRAMME);
  trama_main_window_show_page (self,
                               trama_table_size (programmes) == 1 ? "programme" : "dashboard");
  show (self, "main");
  trama_main_window_update_state (self);
  remember (self);
}

void
trama_main_window_take_document (TramaMainWindow *self, TramaOpenDocument *open)
{
  trama_main_window_drop_pages (self);
  g_clear_object (&self->workspace);
  g_clear_object (&self->open);
  self->open = open;
  trama_open_document_set_author (open, author_of (self));
  g_signal_connect_object (open, "notify", G_CALLBACK (document_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::progress", G_CALLBACK (progressed), self,
                           G_CONNECT_SWAPPED);
  if (trama_open_document_get_document (open) != NULL)
    show_document (self);
}

void
trama_main_window_show_new (TramaMainWindow *self, TramaVersion *version)
{
  g_return_if_fail (TRAMA_IS_MAIN_WINDOW (self));

  trama_main_window_take_document (self, trama_open_document_new (version));
}

static void
add_problem (TramaMainWindow *self, const TramaProblem *problem)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = trama_problem_to_text (problem);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_row_set_title_selectable (ADW_PREFERENCES_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (self->error_list), row);
}

/* What happened, what is safe, what to do. */
static void
show_load_error (TramaMainWindow *self, const GError *error)
{
  const TramaProblems *problems = trama_open_document_get_problems (self->open);
  guint n = MIN (trama_problems_n_kept (problems), MAX_PROBLEMS);
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);
  g_autofree char *text = NULL;

  gtk_list_box_remove_all (GTK_LIST_BOX (self->error_list));
  for (guint i = 0; i < n; i++)
    add_problem (self, trama_problems_get (problems, i));
  gtk_widget_set_visible (self->error_list, n > 0);
  gtk_widget_set_visible (self->sound, g_error_matches (error, TRAMA_ERROR, TRAMA_ERROR_INPUT));
  adw_status_page_set_title (ADW_STATUS_PAGE (self->error_status),
                             g_error_matches (error, TRAMA_ERROR, TRAMA_ERROR_NEWER)
                                 ? _ ("Written by a Newer Version")
                                 : _ ("This File Could Not Be Opened"));
  /* Translators: the reason comes first */
  text = g_strdup_printf (_ ("%s\n\nThe file is as it was; nothing has been changed."), escaped);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->error_status), text);
  show (self, "error");
}

static void
go_back_to_start (TramaMainWindow *self)
{
  g_clear_object (&self->open);
  trama_start_page_refresh (TRAMA_START_PAGE (self->start));
  show (self, "start");
  trama_main_window_update_state (self);
}

static void
loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TramaMainWindow) self = data;
  g_autoptr (GError) error = NULL;
  TramaOpenDocument *open = TRAMA_OPEN_DOCUMENT (source);
  gboolean good = trama_open_document_load_finish (open, result, &error);

  if (self->open != open)
    return;
  g_clear_object (&self->loading);
  if (!good && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    go_back_to_start (self);
  else if (!good)
    show_load_error (self, error);
  else if (self->sample)
    {
      g_autoptr (TramaVersion) version = trama_version_ref (
          trama_document_get_version (trama_open_document_get_document (open)));

      self->sample = FALSE;
      trama_main_window_show_new (self, version);
    }
  else
    {
      show_document (self);
      offer_recovery (self);
    }
}

static void
action_open_damaged (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaMainWindow *self = TRAMA_MAIN_WINDOW (widget);

  if (self->open == NULL || self->loading != NULL)
    return;
  self->loading = g_cancellable_new ();
  show (self, "loading");
  trama_open_document_load_damaged_async (self->open, self->loading, loaded, g_object_ref (self));
}

void
trama_main_window_open (TramaMainWindow *self, GFile *file)
{
  g_autoptr (GFile) sample = trama_application_get_sample ();
  g_autofree char *name = NULL;

  g_return_if_fail (TRAMA_IS_MAIN_WINDOW (self) && G_IS_FILE (file));

  self->sample = g_file_equal (sample, file);
  name = g_file_get_basename (file);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->loading_status), name);
  trama_main_window_take_document (self, trama_open_document_new_for_place (file));
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  show (self, "loading");
  trama_open_document_load_async (self->open, self->loading, loaded, g_object_ref (self));
}

static void
open_in_some_window (TramaMainWindow *self, GFile *file)
{
  GFile *files[] = { file };

  if (trama_main_window_is_free (self) || trama_open_document_get_load_error (self->open) != NULL)
    trama_main_window_open (self, file);
  else
    g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), files, 1,
                        "");
}

static GtkFileDialog *
make_file_dialog (void)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) portfolios = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (portfolios, _ ("Portfolios"));
  gtk_file_filter_add_suffix (portfolios, "trama");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, portfolios);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  return dialog;
}

static void
file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TramaMainWindow) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    open_in_some_window (self, file);
}

static void
action_open (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = make_file_dialog ();

  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, file_chosen, g_object_ref (widget));
}

static void
action_open_uri (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  open_in_some_window (TRAMA_MAIN_WINDOW (widget), file);
}

static void
action_open_sample (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GFile) file = trama_application_get_sample ();

  open_in_some_window (TRAMA_MAIN_WINDOW (widget), file);
}

static void
action_recover (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaMainWindow *self = TRAMA_MAIN_WINDOW (widget);
  g_autoptr (GPtrArray) journals = trama_recovery_list (TRAMA_ID_NONE);

  for (guint i = 0; i < journals->len; i++)
    {
      TramaRecovery *recovery = g_ptr_array_index (journals, i);
      g_autoptr (GError) error = NULL;
      TramaOpenDocument *open;

      if (g_strcmp0 (recovery->path, g_variant_get_string (parameter, NULL)) != 0)
        continue;
      open = trama_open_document_new_recovered (recovery, &error);
      if (open != NULL)
        trama_main_window_take_document (self, open);
      else
        trama_main_window_say (self, error->message);
      return;
    }
}

static void
new_made (TramaMainWindow *self, TramaVersion *version)
{
  TramaMainWindow *window = self;

  if (!trama_main_window_is_free (self))
    {
      window = trama_main_window_new (
          TRAMA_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
      gtk_window_present (GTK_WINDOW (window));
    }
  trama_main_window_show_new (window, version);
}

static void
action_new (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwDialog *dialog = trama_new_dialog_new (author_of (TRAMA_MAIN_WINDOW (widget)));

  g_signal_connect_object (dialog, "made", G_CALLBACK (new_made), widget, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
action_cancel_loading (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaMainWindow *self = TRAMA_MAIN_WINDOW (widget);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
}

static void
action_back_to_start (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go_back_to_start (TRAMA_MAIN_WINDOW (widget));
}

/* Saving. A save that was asked for by closing closes the window when it is done. */

typedef struct
{
  TramaMainWindow *window;
  gboolean then_close;
  GFile *place;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->window);
  g_clear_object (&save->place);
  g_free (save);
}

static void save_to (TramaMainWindow *self, GFile *place, TramaStoreSaveFlags flags,
                     gboolean then_close);
static void save_as (TramaMainWindow *self, gboolean then_close);

static void
merged (gboolean is_merged, gpointer data)
{
  Save *save = data;

  if (is_merged)
    save_to (save->window, NULL, 0, save->then_close);
  save_free (save);
}

static void
conflict_answered (AdwAlertDialog *dialog, const char *response, Save *save)
{
  if (strcmp (response, "replace") == 0)
    save_to (save->window, save->place, TRAMA_STORE_SAVE_REPLACE, save->then_close);
  else if (strcmp (response, "save-as") == 0)
    save_as (save->window, save->then_close);
  else if (strcmp (response, "merge") == 0)
    {
      Save *after = g_new0 (Save, 1);

      after->window = g_object_ref (save->window);
      after->then_close = save->then_close;
      trama_merge_dialog_run (GTK_WIDGET (save->window), save->window->open, merged, after);
    }
}

static void
ask_about_conflict (TramaMainWindow *self, Save *save, const GError *error)
{
  gboolean changed = g_error_matches (error, TRAMA_ERROR, TRAMA_ERROR_CHANGED)
                     || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  AdwDialog *dialog = adw_alert_dialog_new (
      changed ? _ ("Somebody Else Has Changed the File") : _ ("The Portfolio Was Not Saved"), NULL);
  Save *again = g_new0 (Save, 1);
  const char *suggested = "save-as";

  again->window = g_object_ref (self);
  again->then_close = save->then_close;
  again->place = save->place != NULL ? g_object_ref (save->place) : NULL;
  adw_alert_dialog_format_body (
      ADW_ALERT_DIALOG (dialog),
      /* Translators: the reason comes first */
      _ ("%s\n\nThe file is as it was, and what you entered is still here."), error->message);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), NULL);
  if (changed)
    {
      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "replace", _ ("_Replace It"));
      adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "replace",
                                                ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "save-as", _ ("Save _As…"));
  if (changed && save->place == NULL)
    {
      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "merge", _ ("_Merge Both"));
      suggested = "merge";
    }
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), suggested,
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), suggested);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (conflict_answered), again,
                         (GClosureNotify) (void (*) (void)) save_free, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Save *save = data;
  TramaMainWindow *self = save->window;
  TramaOpenDocument *open = TRAMA_OPEN_DOCUMENT (source);
  g_autoptr (GError) error = NULL;

  if (!trama_open_document_save_finish (open, result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
          && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PENDING))
        ask_about_conflict (self, save, error);
    }
  else
    {
      const char *warning = trama_open_document_get_warning (open);

      remember (self);
      trama_main_window_say (self, warning != NULL ? warning : _ ("Saved"));
      if (save->then_close && !trama_open_document_get_needs_saving (open))
        {
          self->closing = TRUE;
          gtk_window_close (GTK_WINDOW (self));
        }
    }
  save_free (save);
}

static void
save_to (TramaMainWindow *self, GFile *place, TramaStoreSaveFlags flags, gboolean then_close)
{
  Save *save = g_new0 (Save, 1);

  save->window = g_object_ref (self);
  save->then_close = then_close;
  save->place = place != NULL ? g_object_ref (place) : NULL;
  trama_open_document_save_async (self->open, place, flags, NULL, saved, save);
}

static void
place_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  Save *save = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    {
      g_autoptr (GFile) folder = g_file_get_parent (file);
      g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : g_strdup ("");

      g_settings_set_string (settings_of (save->window), "last-save-folder", uri);
      /* The dialog has asked whether what is there may go. */
      save_to (save->window, file, TRAMA_STORE_SAVE_REPLACE, save->then_close);
    }
  save_free (save);
}

static void
save_as (TramaMainWindow *self, gboolean then_close)
{
  g_autoptr (GtkFileDialog) dialog = make_file_dialog ();
  g_autofree char *title = trama_open_document_dup_title (self->open);
  g_autofree char *name = g_strconcat (title, ".trama", NULL);
  g_autofree char *folder = g_settings_get_string (settings_of (self), "last-save-folder");
  Save *save = g_new0 (Save, 1);

  save->window = g_object_ref (self);
  save->then_close = then_close;
  gtk_file_dialog_set_title (dialog, _ ("Save the Portfolio"));
  gtk_file_dialog_set_initial_name (dialog, name);
  if (*folder != '\0')
    {
      g_autoptr (GFile) file = g_file_new_for_uri (folder);

      gtk_file_dialog_set_initial_folder (dialog, file);
    }
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, place_chosen, save);
}

static void
save_document (TramaMainWindow *self, gboolean then_close)
{
  if (trama_open_document_get_place (self->open) == NULL
      || trama_open_document_get_read_only (self->open))
    save_as (self, then_close);
  else
    save_to (self, NULL, TRAMA_STORE_SAVE_PLAIN, then_close);
}

static void
action_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save_document (TRAMA_MAIN_WINDOW (widget), FALSE);
}

static void
action_save_as (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save_as (TRAMA_MAIN_WINDOW (widget), FALSE);
}

static void
close_answered (AdwAlertDialog *dialog, const char *response, TramaMainWindow *self)
{
  if (strcmp (response, "save") == 0)
    save_document (self, TRUE);
  else if (strcmp (response, "discard") == 0)
    {
      trama_open_document_discard (self->open);
      self->closing = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

gboolean
trama_main_window_ask_before_closing (TramaMainWindow *self)
{
  AdwDialog *dialog;
  g_autofree char *title = NULL;

  /* A sample that was only looked at is no work to lose. */
  if (self->workspace == NULL
      || !trama_document_get_modified (trama_workspace_get_document (self->workspace)))
    {
      if (self->open != NULL && self->workspace != NULL
          && trama_open_document_get_place (self->open) == NULL)
        trama_open_document_discard (self->open);
      return FALSE;
    }
  title = trama_open_document_dup_title (self->open);
  dialog = adw_alert_dialog_new (_ ("Save Changes?"), NULL);
  adw_alert_dialog_format_body (
      ADW_ALERT_DIALOG (dialog),
      _ ("“%s” has changes that are not saved. Changes that are not saved are lost for good."),
      title);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard",
                                  _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "save",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_answered), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
  return TRUE;
}

void
trama_main_window_class_init_file (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.new", NULL, action_new);
  gtk_widget_class_install_action (class, "win.open", NULL, action_open);
  gtk_widget_class_install_action (class, "win.open-damaged", NULL, action_open_damaged);
  gtk_widget_class_install_action (class, "win.open-uri", "s", action_open_uri);
  gtk_widget_class_install_action (class, "win.open-sample", NULL, action_open_sample);
  gtk_widget_class_install_action (class, "win.recover", "s", action_recover);
  gtk_widget_class_install_action (class, "win.cancel-loading", NULL, action_cancel_loading);
  gtk_widget_class_install_action (class, "win.back-to-start", NULL, action_back_to_start);
  gtk_widget_class_install_action (class, "win.save", NULL, action_save);
  gtk_widget_class_install_action (class, "win.save-as", NULL, action_save_as);
}
