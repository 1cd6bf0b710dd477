/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-application.h"

#include <glib/gi18n-lib.h>

#include "trama-data-folder.h"
#include "trama-shortcuts-dialog.h"
#include "trama-main-window.h"

struct _TramaApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (TramaApplication, trama_application, ADW_TYPE_APPLICATION)

GFile *
trama_application_get_sample (void)
{
  const char *folder = g_getenv ("TRAMA_DATA_DIR");

  return g_file_new_build_filename (folder != NULL ? folder : TRAMA_DATA_FOLDER, "samples",
                                    "illustration.trama", NULL);
}

GSettings *
trama_application_get_settings (TramaApplication *self)
{
  g_return_val_if_fail (TRAMA_IS_APPLICATION (self), NULL);

  return self->settings;
}

static GtkWindow *
active_window (TramaApplication *self)
{
  return gtk_application_get_active_window (GTK_APPLICATION (self));
}

static void
trama_application_activate (GApplication *application)
{
  GtkWindow *window = active_window (TRAMA_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (trama_main_window_new (TRAMA_APPLICATION (application)));
  gtk_window_present (window);
}

/* A file that is open already comes to the front; a window with nothing in it takes the file. */
static void
open_file (TramaApplication *self, GFile *file)
{
  TramaMainWindow *free_window = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      TramaMainWindow *window;
      GFile *place;

      if (!TRAMA_IS_MAIN_WINDOW (l->data))
        continue;
      window = TRAMA_MAIN_WINDOW (l->data);
      place = trama_main_window_get_place (window);
      if (place != NULL && g_file_equal (place, file))
        {
          gtk_window_present (GTK_WINDOW (window));
          return;
        }
      if (free_window == NULL && trama_main_window_is_free (window))
        free_window = window;
    }
  if (free_window == NULL)
    free_window = trama_main_window_new (self);
  gtk_window_present (GTK_WINDOW (free_window));
  trama_main_window_open (free_window, file);
}

static void
trama_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (TRAMA_APPLICATION (application), files[i]);
}

static void
new_window (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (trama_main_window_new (TRAMA_APPLICATION (data))));
}

static void
show_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AdwDialog *about = adw_about_dialog_new ();
  /* Translators: put your own name and address here */
  const char *translators = _ ("translator-credits");

  adw_about_dialog_set_application_name (ADW_ABOUT_DIALOG (about), "Trama");
  adw_about_dialog_set_application_icon (ADW_ABOUT_DIALOG (about), TRAMA_APPLICATION_ID);
  adw_about_dialog_set_version (ADW_ABOUT_DIALOG (about), TRAMA_VERSION);
  adw_about_dialog_set_developer_name (ADW_ABOUT_DIALOG (about), _ ("The Trama maintainers"));
  adw_about_dialog_set_license_type (ADW_ABOUT_DIALOG (about), GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_comments (
      ADW_ABOUT_DIALOG (about),
      _ ("Follows, evaluates and reports on cluster and network programmes for small firms."));
  if (g_strcmp0 (translators, "translator-credits") != 0)
    adw_about_dialog_set_translator_credits (ADW_ABOUT_DIALOG (about), translators);
  adw_dialog_present (about, GTK_WIDGET (active_window (data)));
}

static void
show_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_dialog_present (trama_shortcuts_dialog_new (), GTK_WIDGET (active_window (data)));
}

/* Each window asks for what is not saved; the last one to close ends the program. */
static void
quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
}

static void
trama_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "new-window", .activate = new_window },
    { .name = "about", .activate = show_about },
    { .name = "shortcuts", .activate = show_shortcuts },
    { .name = "quit", .activate = quit },
  };
  TramaApplication *self = TRAMA_APPLICATION (application);

  G_APPLICATION_CLASS (trama_application_parent_class)->startup (application);
  self->settings = g_settings_new (TRAMA_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  trama_shortcuts_install (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name (TRAMA_APPLICATION_ID);
}

static void
trama_application_dispose (GObject *object)
{
  g_clear_object (&TRAMA_APPLICATION (object)->settings);
  G_OBJECT_CLASS (trama_application_parent_class)->dispose (object);
}

static void
trama_application_class_init (TramaApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_application_dispose;
  application_class->activate = trama_application_activate;
  application_class->open = trama_application_open;
  application_class->startup = trama_application_startup;
}

static void
trama_application_init (TramaApplication *self)
{
}

TramaApplication *
trama_application_new (void)
{
  return g_object_new (TRAMA_TYPE_APPLICATION, "application-id", TRAMA_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/tramaproductiva/Trama", NULL);
}
