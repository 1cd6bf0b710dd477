/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-reports-output.h"

#include <adwaita.h>
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef struct
{
  GtkWidget *widget;
  TramaReport *report;
  GSettings *settings;       /* of saving */
  GFile *file;
  GtkPrintDialog *dialog;    /* of printing */
  GtkPrintSetup *setup;
  GArray *chosen;            /* guint, pages from 0; NULL: all */
} Output;

static Output *
output_new (GtkWidget *widget, TramaReport *report)
{
  Output *output = g_new0 (Output, 1);

  output->widget = g_object_ref (widget);
  output->report = trama_report_ref (report);
  return output;
}

static void
output_free (Output *output)
{
  /* What was printed is of no use any more. */
  if (output->dialog != NULL && output->file != NULL)
    g_unlink (g_file_peek_path (output->file));
  g_object_unref (output->widget);
  trama_report_unref (output->report);
  g_clear_object (&output->settings);
  g_clear_object (&output->file);
  g_clear_object (&output->dialog);
  g_clear_pointer (&output->setup, gtk_print_setup_unref);
  g_clear_pointer (&output->chosen, g_array_unref);
  g_free (output);
}

static GtkWindow *
window_of (Output *output)
{
  GtkRoot *root = gtk_widget_get_root (output->widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
add_toast (Output *output, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (output->widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

static void
say (Output *output, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  add_toast (output, toast);
}

static void
tell_not_saved (Output *output, const GError *error)
{
  g_autofree char *text = g_strdup_printf (_ ("The report could not be saved: %s"), error->message);

  say (output, text);
}

static gboolean
was_given_up (const GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
         || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Saving */

static GtkFileLauncher *
launcher_of (GtkWidget *widget)
{
  g_autofree char *uri = g_strdup (g_object_get_data (G_OBJECT (widget), "saved"));
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  return gtk_file_launcher_new (file);
}

static void
open_saved (GtkButton *button, GtkWindow *window)
{
  g_autoptr (GtkFileLauncher) launcher = launcher_of (GTK_WIDGET (button));

  gtk_file_launcher_launch (launcher, window, NULL, NULL, NULL);
}

static void
show_saved (GtkButton *button, GtkWindow *window)
{
  g_autoptr (GtkFileLauncher) launcher = launcher_of (GTK_WIDGET (button));

  gtk_file_launcher_open_containing_folder (launcher, window, NULL, NULL, NULL);
}

static GtkWidget *
make_button (Output *output, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (button), "saved", g_file_get_uri (output->file), g_free);
  g_signal_connect_object (button, "clicked", clicked, window_of (output), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

/* Where it is, and the two things that one may want to do next. */
static void
tell_saved (Output *output)
{
  g_autofree char *name = g_file_get_basename (output->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = g_strdup_printf (_ ("Saved as “%s”"), shown);
  AdwToast *toast = adw_toast_new (text);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_end (label, 6);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_button (output, _ ("Open"), G_CALLBACK (open_saved)));
  gtk_box_append (GTK_BOX (box),
                  make_button (output, _ ("Show in Folder"), G_CALLBACK (show_saved)));
  adw_toast_set_custom_title (toast, box);
  adw_toast_set_timeout (toast, 10);
  add_toast (output, toast);
}

static void
write_saved (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Output *output = data;
  const char *path = g_file_peek_path (output->file);
  /* What a link leads to is replaced, and not the link. */
  g_autofree char *followed
      = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? realpath (path, NULL) : NULL;
  GError *error = NULL;

  if (trama_pages_write_pdf (trama_report_get_pages (output->report),
                             followed != NULL ? followed : path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Output *output = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    tell_saved (output);
  else
    tell_not_saved (output, error);
  output_free (output);
}

static void
place_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  Output *output = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GTask) task = NULL;

  output->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (output->file == NULL || g_file_peek_path (output->file) == NULL)
    {
      if (output->file != NULL)
        say (output, _ ("A report can only be saved in a folder of this computer."));
      else if (!was_given_up (error))
        tell_not_saved (output, error);
      output_free (output);
      return;
    }
  folder = g_file_get_parent (output->file);
  if (folder != NULL)
    {
      g_autofree char *uri = g_file_get_uri (folder);

      g_settings_set_string (output->settings, "last-save-folder", uri);
    }
  task = g_task_new (NULL, NULL, saved, output);
  g_task_set_task_data (task, output, NULL);
  g_task_run_in_thread (task, write_saved);
}

void
trama_reports_save (GtkWidget *widget, TramaReport *report, GSettings *settings)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) pdf = gtk_file_filter_new ();
  g_autofree char *name = trama_report_make_file_name (report);
  g_autofree char *folder = g_settings_get_string (settings, "last-save-folder");
  Output *output = output_new (widget, report);

  output->settings = g_object_ref (settings);
  gtk_file_filter_set_name (pdf, _ ("PDF documents"));
  gtk_file_filter_add_suffix (pdf, "pdf");
  g_list_store_append (filters, pdf);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _ ("Save the Report"));
  gtk_file_dialog_set_initial_name (dialog, name);
  if (*folder != '\0')
    {
      g_autoptr (GFile) file = g_file_new_for_uri (folder);

      gtk_file_dialog_set_initial_folder (dialog, file);
    }
  gtk_file_dialog_save (dialog, window_of (output), NULL, place_chosen, output);
}

/* Printing */

/* GTK hands a file to the printer as it is, so that a choice of pages has to be made here. */
static GArray *
chosen_pages (GtkPrintSettings *settings, guint n_pages)
{
  g_autofree GtkPageRange *ranges = NULL;
  int n_ranges = 0;
  GArray *chosen;

  if (gtk_print_settings_get_print_pages (settings) != GTK_PRINT_PAGES_RANGES)
    return NULL;
  ranges = gtk_print_settings_get_page_ranges (settings, &n_ranges);
  if (n_ranges == 0)
    return NULL;
  chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  for (int i = 0; i < n_ranges; i++)
    for (int page = MAX (ranges[i].start, 0);
         page < (int) n_pages && (ranges[i].end < 0 || page <= ranges[i].end); page++)
      g_array_append_val (chosen, page);
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_ALL);
  return chosen;
}

static gboolean
write_chosen (const TramaPages *pages, const GArray *chosen, const char *path, GError **error)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  trama_pages_get_size (pages, &width, &height);
  surface = cairo_pdf_surface_create (path, width, height);
  cr = cairo_create (surface);
  for (guint i = 0; i < chosen->len; i++)
    {
      trama_pages_draw (pages, g_array_index (chosen, guint, i), cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}

static void
write_printed (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Output *output = data;
  TramaPages *pages = trama_report_get_pages (output->report);
  const char *path = g_file_peek_path (output->file);
  GError *error = NULL;

  if (output->chosen != NULL ? write_chosen (pages, output->chosen, path, &error)
                             : trama_pages_write_pdf (pages, path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
tell_not_printed (Output *output, const GError *error)
{
  g_autofree char *text = NULL;

  if (was_given_up (error))
    return;
  text = g_strdup_printf (_ ("The report could not be printed: %s"), error->message);
  say (output, text);
}

static void
printed (GObject *source, GAsyncResult *result, gpointer data)
{
  Output *output = data;
  g_autoptr (GError) error = NULL;

  if (gtk_print_dialog_print_file_finish (GTK_PRINT_DIALOG (source), result, &error))
    say (output, _ ("The report went to the printer."));
  else
    tell_not_printed (output, error);
  output_free (output);
}

static void
written (GObject *source, GAsyncResult *result, gpointer data)
{
  Output *output = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      gtk_print_dialog_print_file (output->dialog, window_of (output), output->setup, output->file,
                                   NULL, printed, output);
      return;
    }
  tell_not_printed (output, error);
  output_free (output);
}

static void
set_up (GObject *source, GAsyncResult *result, gpointer data)
{
  Output *output = data;
  TramaPages *pages = trama_report_get_pages (output->report);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GTask) task = NULL;

  output->setup = gtk_print_dialog_setup_finish (GTK_PRINT_DIALOG (source), result, &error);
  if (output->setup != NULL)
    {
      output->chosen = chosen_pages (gtk_print_setup_get_print_settings (output->setup),
                                     trama_pages_n (pages));
      if (output->chosen == NULL || output->chosen->len > 0)
        output->file = g_file_new_tmp ("trama-XXXXXX.pdf", &stream, &error);
      else
        g_set_error (&error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                     g_dngettext (GETTEXT_PACKAGE, "it has only %u page.", "it has only %u pages.",
                                  trama_pages_n (pages)),
                     trama_pages_n (pages));
    }
  if (output->file == NULL)
    {
      tell_not_printed (output, error);
      output_free (output);
      return;
    }
  task = g_task_new (NULL, NULL, written, output);
  g_task_set_task_data (task, output, NULL);
  g_task_run_in_thread (task, write_printed);
}

void
trama_reports_print (GtkWidget *widget, TramaReport *report)
{
  Output *output = output_new (widget, report);
  g_autoptr (GtkPageSetup) page_setup = gtk_page_setup_new ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPaperSize) paper = NULL;
  g_autofree char *name = trama_report_make_file_name (report);
  double width, height;

  trama_pages_get_size (trama_report_get_pages (report), &width, &height);
  paper = gtk_paper_size_new (width < 600 ? GTK_PAPER_NAME_A4 : GTK_PAPER_NAME_LETTER);
  gtk_page_setup_set_paper_size_and_default_margins (page_setup, paper);
  if (g_str_has_suffix (name, ".pdf"))
    name[strlen (name) - strlen (".pdf")] = '\0';
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  output->dialog = gtk_print_dialog_new ();
  gtk_print_dialog_set_title (output->dialog, trama_report_get_title (report));
  gtk_print_dialog_set_page_setup (output->dialog, page_setup);
  gtk_print_dialog_set_print_settings (output->dialog, settings);
  gtk_print_dialog_setup (output->dialog, window_of (output), NULL, set_up, output);
}
