/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window from inside: what it opens with, what its actions do, and what they leave alone. */
#include <glib/gstdio.h>
#include "window-fixture.h"

static TramaApplication *application;

static gboolean
is_of_type (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_get_mapped (widget) && g_strcmp0 (G_OBJECT_TYPE_NAME (widget), data) == 0;
}

static gboolean
shows (TramaMainWindow *window, const char *type)
{
  return find_widget (GTK_WIDGET (window), is_of_type, type) != NULL;
}

static guint
count_notes (TramaWorkspace *workspace)
{
  return trama_table_size (
      trama_version_table (trama_workspace_get_version (workspace), TRAMA_KIND_NOTE));
}

static void
add_note (TramaWorkspace *workspace)
{
  const TramaProgramme *programme = trama_workspace_get_programme (workspace);
  TramaTransaction *transaction = trama_document_begin (trama_workspace_get_document (workspace));
  TramaNote *note = (TramaNote *) trama_transaction_draft (transaction, TRAMA_KIND_NOTE)->draft;

  note->of = programme->record.id;
  note->text = "A note";
  trama_transaction_put (transaction);
  g_assert_true (trama_workspace_commit (workspace, transaction, "Add a note"));
}

static void
test_start (void)
{
  TramaMainWindow *window = trama_main_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  settle (100);
  g_assert_true (shows (window, "TramaStartPage"));
  g_assert_true (trama_main_window_is_free (window));
  g_assert_null (trama_main_window_get_workspace (window));
  /* Nothing to save, nothing to undo: these do nothing at all. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "dashboard");
  g_assert_true (shows (window, "TramaStartPage"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The sample is copied: it lies nowhere, and looking at it is no change. */
static void
test_sample (void)
{
  TramaMainWindow *window = open_sample (application, 1280, 800);
  TramaWorkspace *workspace = trama_main_window_get_workspace (window);
  TramaDate day = trama_date_from_day (trama_workspace_get_as_of (workspace));
  char text[TRAMA_DATE_TEXT_SIZE];

  g_assert_null (trama_main_window_get_place (window));
  g_assert_false (trama_document_get_modified (trama_workspace_get_document (workspace)));
  /* "shown_at" of the portfolio. */
  trama_date_to_text (day, text);
  g_assert_cmpstr (text, ==, "2026-06-30");
  g_assert_true (shows (window, "TramaDashboardPage"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_pages (void)
{
  static const struct
  {
    const char *name;
    const char *type;
  } pages[] = {
    { "programme", "TramaOverviewPage" },  { "firms", "TramaFirmsPage" },
    { "network", "TramaNetworkPage" },     { "reports", "TramaReportsPage" },
    { "dashboard", "TramaDashboardPage" },
  };
  TramaMainWindow *window = open_sample (application, 1280, 800);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", pages[i].name);
      settle (200);
      g_assert_true (shows (window, pages[i].type));
      for (guint j = 0; j < G_N_ELEMENTS (pages); j++)
        g_assert_true (j == i || !shows (window, pages[j].type));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_undo (void)
{
  TramaMainWindow *window = open_sample (application, 1280, 800);
  TramaWorkspace *workspace = trama_main_window_get_workspace (window);
  guint before = count_notes (workspace);

  add_note (workspace);
  g_assert_cmpuint (count_notes (workspace), ==, before + 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpuint (count_notes (workspace), ==, before);
  g_assert_false (trama_document_get_modified (trama_workspace_get_document (workspace)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  g_assert_cmpuint (count_notes (workspace), ==, before + 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* From one month's end to another's: June has 30 days, May 31. */
static void
test_months (void)
{
  TramaMainWindow *window = open_sample (application, 1280, 800);
  TramaLens *lens = trama_workspace_get_lens (trama_main_window_get_workspace (window));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.month-earlier", NULL);
  g_assert_cmpint (trama_lens_get_as_of (lens), ==, trama_day_from_civil (2026, 5, 31));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.month-later", NULL);
  g_assert_cmpint (trama_lens_get_as_of (lens), ==, trama_day_from_civil (2026, 6, 30));
  trama_lens_set_as_of (lens, trama_day_from_civil (2026, 6, 12));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.month-later", NULL);
  g_assert_cmpint (trama_lens_get_as_of (lens), ==, trama_day_from_civil (2026, 6, 30));
  trama_lens_set_as_of (lens, trama_day_from_civil (2026, 6, 12));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.month-earlier", NULL);
  g_assert_cmpint (trama_lens_get_as_of (lens), ==, trama_day_from_civil (2026, 5, 31));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is not saved is asked about; what was only looked at is not. */
static void
test_close (void)
{
  TramaMainWindow *window = open_sample (application, 1280, 800);

  add_note (trama_main_window_get_workspace (window));
  gtk_window_close (GTK_WINDOW (window));
  settle (200);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  g_assert_true (shows (window, "AdwAlertDialog"));
  gtk_window_destroy (GTK_WINDOW (window));

  window = open_sample (application, 1280, 800);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  settle (300);
  g_assert_null (window);
}

static gboolean
shows_error (gpointer window)
{
  return find_widget (window, is_of_type, "AdwStatusPage") != NULL
         && trama_main_window_get_workspace (window) == NULL;
}

/* A damaged file: the window says so and stays usable. */
static void
test_damaged (void)
{
  g_autofree char *folder = g_dir_make_tmp ("trama-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "damaged.trama", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TramaMainWindow *window = trama_main_window_new (application);

  g_assert_true (g_file_set_contents (path, "{\"format\":\"trama\",\"version\":1,", -1, NULL));
  gtk_window_present (GTK_WINDOW (window));
  trama_main_window_open (window, file);
  wait_until ("the error", shows_error, window);
  settle (300);
  g_assert_true (shows (window, "AdwStatusPage"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back-to-start", NULL);
  settle (300);
  g_assert_true (shows (window, "TramaStartPage"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  application = new_application ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/main-window/start", test_start);
  g_test_add_func ("/main-window/sample", test_sample);
  g_test_add_func ("/main-window/pages", test_pages);
  g_test_add_func ("/main-window/undo", test_undo);
  g_test_add_func ("/main-window/months", test_months);
  g_test_add_func ("/main-window/close", test_close);
  g_test_add_func ("/main-window/damaged", test_damaged);
  return g_test_run ();
}
