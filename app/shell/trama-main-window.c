/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-main-window-private.h"

#include <glib/gi18n-lib.h>

#include "trama-start-page.h"

G_DEFINE_FINAL_TYPE (TramaMainWindow, trama_main_window, ADW_TYPE_APPLICATION_WINDOW)

static void
sidebar_activated (GtkListBox *list, GtkListBoxRow *row, TramaMainWindow *self)
{
  trama_main_window_sidebar_activated (self, row);
}

static void
banner_clicked (AdwBanner *banner, TramaMainWindow *self)
{
  if (self->banner_for != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), self->banner_for, NULL);
}

static void
show_banner (TramaMainWindow *self, const char *title, const char *button, const char *action)
{
  self->banner_for = action;
  if (title != NULL)
    {
      adw_banner_set_title (ADW_BANNER (self->banner), title);
      adw_banner_set_button_label (ADW_BANNER (self->banner), button);
    }
  adw_banner_set_revealed (ADW_BANNER (self->banner), title != NULL);
}

/* The gravest of what stands between the person and a safe file. */
static void
update_banner (TramaMainWindow *self)
{
  const GError *journal
      = self->open != NULL ? trama_open_document_get_journal_error (self->open) : NULL;
  const GError *save = self->open != NULL ? trama_open_document_get_save_error (self->open) : NULL;

  if (save != NULL)
    show_banner (self, save->message, _ ("Save As…"), "win.save-as");
  else if (self->open != NULL && trama_open_document_get_changed_outside (self->open))
    show_banner (self, _ ("Somebody else has changed this file. Your version is still here."),
                 _ ("Save As…"), "win.save-as");
  else if (journal != NULL)
    show_banner (self, _ ("What you enter would be lost in a crash until you save."), _ ("Save"),
                 "win.save");
  else if (self->open != NULL && trama_open_document_get_read_only (self->open))
    show_banner (self, _ ("This file cannot be changed where it is."), _ ("Save As…"),
                 "win.save-as");
  else
    show_banner (self, NULL, NULL, NULL);
}

void
trama_main_window_update_state (TramaMainWindow *self)
{
  TramaDocument *document
      = self->workspace != NULL ? trama_workspace_get_document (self->workspace) : NULL;
  gboolean has_document = document != NULL;
  gboolean saving = self->open != NULL && trama_open_document_get_saving (self->open);
  const TramaPortfolio *portfolio
      = has_document ? trama_version_portfolio (trama_document_get_version (document)) : NULL;
  gboolean modified = has_document && trama_document_get_modified (document);
  gboolean programme = has_document && trama_workspace_get_programme (self->workspace) != NULL;
  static const char *const need_document[]
      = { "win.save-as",       "win.show-page",   "win.add-record",     "win.edit-portfolio",
          "win.month-earlier", "win.month-later", "win.next-programme", "win.previous-programme",
          "win.search",        "win.history",     "win.judge-record" };

  for (guint i = 0; i < G_N_ELEMENTS (need_document); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), need_document[i], has_document);
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "win.save",
      has_document && !saving && (modified || trama_open_document_get_place (self->open) == NULL));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 has_document && trama_document_get_undo_label (document) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 has_document && trama_document_get_redo_label (document) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print", programme);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.close-month", programme);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.edit-programme", programme);
  if (has_document)
    {
      g_autofree char *title = trama_open_document_dup_title (self->open);
      /* Translators: the name of a file that has changes which are not saved */
      g_autofree char *shown
          = modified ? g_strdup_printf (_ ("%s, edited"), title) : g_strdup (title);
      const char *agency = portfolio != NULL
                               ? portfolio->agency != NULL ? portfolio->agency : portfolio->title
                               : NULL;

      adw_window_title_set_title (ADW_WINDOW_TITLE (self->sidebar_title),
                                  agency != NULL ? agency : _ ("Portfolio"));
      adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->sidebar_title), shown);
      gtk_window_set_title (GTK_WINDOW (self), shown);
    }
  else
    gtk_window_set_title (GTK_WINDOW (self), "Trama");
  update_banner (self);
}

void
trama_main_window_say (TramaMainWindow *self, const char *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

GFile *
trama_main_window_get_place (TramaMainWindow *self)
{
  g_return_val_if_fail (TRAMA_IS_MAIN_WINDOW (self), NULL);

  return self->open != NULL ? trama_open_document_get_place (self->open) : NULL;
}

gboolean
trama_main_window_is_free (TramaMainWindow *self)
{
  g_return_val_if_fail (TRAMA_IS_MAIN_WINDOW (self), FALSE);

  return self->open == NULL;
}

TramaWorkspace *
trama_main_window_get_workspace (TramaMainWindow *self)
{
  g_return_val_if_fail (TRAMA_IS_MAIN_WINDOW (self), NULL);

  return self->workspace;
}

static gboolean
trama_main_window_close_request (GtkWindow *window)
{
  TramaMainWindow *self = TRAMA_MAIN_WINDOW (window);
  GSettings *settings
      = trama_application_get_settings (TRAMA_APPLICATION (gtk_window_get_application (window)));
  int width, height;

  if (!self->closing && trama_main_window_ask_before_closing (self))
    return TRUE;
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  if (width >= 360 && height >= 294)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
  return GTK_WINDOW_CLASS (trama_main_window_parent_class)->close_request (window);
}

static void
trama_main_window_dispose (GObject *object)
{
  TramaMainWindow *self = TRAMA_MAIN_WINDOW (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  trama_main_window_drop_pages (self);
  g_clear_object (&self->workspace);
  g_clear_object (&self->open);
  g_clear_object (&self->toast);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRAMA_TYPE_MAIN_WINDOW);
  G_OBJECT_CLASS (trama_main_window_parent_class)->dispose (object);
}

static void
trama_main_window_finalize (GObject *object)
{
  g_hash_table_unref (TRAMA_MAIN_WINDOW (object)->pages);
  G_OBJECT_CLASS (trama_main_window_parent_class)->finalize (object);
}

static void
trama_main_window_class_init (TramaMainWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_main_window_dispose;
  G_OBJECT_CLASS (class)->finalize = trama_main_window_finalize;
  GTK_WINDOW_CLASS (class)->close_request = trama_main_window_close_request;
  g_type_ensure (TRAMA_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tramaproductiva/Trama/ui/shell/trama-main-window.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TramaMainWindow, name)
  BIND (toasts);
  BIND (stack);
  BIND (start);
  BIND (loading_status);
  BIND (progress);
  BIND (error_status);
  BIND (error_list);
  BIND (sound);
  BIND (banner);
  BIND (split);
  BIND (sidebar_page);
  BIND (sidebar_title);
  BIND (sidebar);
  BIND (narrow);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, sidebar_activated);
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked);
  trama_main_window_class_init_file (widget_class);
  trama_main_window_class_init_pages (widget_class);
  trama_main_window_class_init_records (widget_class);
}

static void
trama_main_window_init (TramaMainWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  trama_main_window_update_state (self);
}

TramaMainWindow *
trama_main_window_new (TramaApplication *application)
{
  TramaMainWindow *self = g_object_new (TRAMA_TYPE_MAIN_WINDOW, "application", application, NULL);
  GSettings *settings = trama_application_get_settings (application);

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  return self;
}
