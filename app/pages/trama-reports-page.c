/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-reports-page.h"

#include <glib/gi18n-lib.h>

#include "trama-reports-making.h"
#include "trama-reports-output.h"
#include "trama-reports-preview.h"

/* While somebody is still changing things. */
#define PATIENCE_MS 300
/* Work that ends sooner is not worth a word. */
#define TELL_AFTER_MS 250

typedef enum
{
  WAIT_NOTHING,
  WAIT_SAVE,
  WAIT_PRINT,
} Waiting;

struct _TramaReportsPage
{
  TramaPage parent_instance;

  GtkWidget *stack;
  GtkWidget *failed;
  GtkWidget *split;
  GtkWidget *preview;
  GtkWidget *busy;
  GtkWidget *banner;
  GtkWidget *headline;
  GtkWidget *masked;
  GtkWidget *programmes;
  GtkWidget *templates;
  GtkWidget *papers;
  GtkWidget *readers;

  GSettings *settings;
  GArray *ids;               /* TramaId of the programmes, as in the list */
  TramaVersion *listed;      /* whose programmes they are */
  gboolean filling;
  TramaReportsOrder made;    /* what the report is of */
  TramaReport *report;       /* NULL: none yet */
  TramaReportsOrder asked;   /* what is being made; no version: nothing */
  TramaReportsOrder refused; /* what failed or was cancelled: not made again unasked */
  GCancellable *making;
  Waiting waiting;           /* what is to be done once it is made */
  guint start_id;
  guint busy_id;
};

G_DEFINE_FINAL_TYPE (TramaReportsPage, trama_reports_page, TRAMA_TYPE_PAGE)

static void start_making (TramaReportsPage *self);

static TramaReportTemplate *
chosen_template (TramaReportsPage *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->templates));
  GPtrArray *templates = trama_report_templates_built_in ();

  for (guint i = 0; i < templates->len; i++)
    {
      TramaReportTemplate *template = g_ptr_array_index (templates, i);

      if (g_strcmp0 (template->subject, "programme") == 0 && selected-- == 0)
        return template;
    }
  return NULL;
}

/* Borrows; FALSE where there is nothing to make a report of. */
static gboolean
read_order (TramaReportsPage *self, TramaReportsOrder *order)
{
  TramaWorkspace *workspace = trama_page_get_workspace (TRAMA_PAGE (self));
  const TramaProgramme *programme = trama_workspace_get_programme (workspace);

  order->template = chosen_template (self);
  if (programme == NULL || order->template == NULL)
    return FALSE;
  order->version = trama_workspace_get_version (workspace);
  order->programme = programme->record.id;
  order->as_of = trama_workspace_get_as_of (workspace);
  order->paper = adw_combo_row_get_selected (ADW_COMBO_ROW (self->papers)) == 1 ? TRAMA_PAPER_LETTER
                                                                                : TRAMA_PAPER_A4;
  order->audience
      = (TramaReportAudience) adw_combo_row_get_selected (ADW_COMBO_ROW (self->readers));
  return TRUE;
}

static gboolean
is_current (TramaReportsPage *self)
{
  TramaReportsOrder order;

  return self->report != NULL && read_order (self, &order)
         && trama_reports_order_equal (&order, &self->made);
}

static void
stop_making (TramaReportsPage *self)
{
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  trama_reports_order_clear (&self->asked);
  g_clear_handle_id (&self->start_id, g_source_remove);
  g_clear_handle_id (&self->busy_id, g_source_remove);
  gtk_widget_set_visible (self->busy, FALSE);
}

static void
show_words (TramaReportsPage *self)
{
  guint n_pages = trama_pages_n (trama_report_get_pages (self->report));
  guint n_masked = trama_report_get_n_masked (self->report);
  g_autofree char *day = trama_date_to_prose (trama_date_from_day (self->made.as_of));
  /* Translators: how many pages, and the date */
  g_autofree char *headline = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u page, as of %s", "%u pages, as of %s", n_pages), n_pages,
      day);
  g_autofree char *masked
      = n_masked == 0
            ? g_strdup (_ ("Every member is named: all have agreed to it for this reader."))
            : g_strdup_printf (
                  g_dngettext (GETTEXT_PACKAGE,
                               "%u member appears as a number, not having agreed to be named to "
                               "this reader.",
                               "%u members appear as numbers, not having agreed to be named to "
                               "this reader.",
                               n_masked),
                  n_masked);

  gtk_label_set_text (GTK_LABEL (self->headline), headline);
  gtk_label_set_text (GTK_LABEL (self->masked), masked);
}

static void
do_what_waits (TramaReportsPage *self)
{
  Waiting waiting = self->waiting;

  self->waiting = WAIT_NOTHING;
  if (waiting == WAIT_SAVE)
    trama_reports_save (GTK_WIDGET (self), self->report, self->settings);
  else if (waiting == WAIT_PRINT)
    trama_reports_print (GTK_WIDGET (self), self->report);
}

/* Where there are pages they stay, with a word that they are old. */
static void
show_refused (TramaReportsPage *self, const char *title, const char *detail)
{
  self->waiting = WAIT_NOTHING;
  adw_status_page_set_title (ADW_STATUS_PAGE (self->failed), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->failed), detail);
  if (self->report == NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "failed");
  else
    {
      g_autofree char *text
          = detail != NULL
                ? g_strdup_printf (_ ("These pages are older. %s"), detail)
                : g_strdup (_ ("These pages are older than what is recorded or chosen."));

      adw_banner_set_title (ADW_BANNER (self->banner), text);
      adw_banner_set_revealed (ADW_BANNER (self->banner), TRUE);
    }
}

static void
made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TramaReportsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TramaReport) report = trama_reports_make_finish (result, &error);

  /* Another was asked for meanwhile. */
  if (self->making == NULL || g_task_get_cancellable (G_TASK (result)) != self->making)
    return;
  if (report == NULL)
    {
      trama_reports_order_clear (&self->refused);
      trama_reports_order_copy (&self->refused, &self->asked);
      stop_making (self);
      show_refused (self, _ ("The report could not be made"), error->message);
      return;
    }
  trama_reports_order_clear (&self->made);
  trama_reports_order_copy (&self->made, &self->asked);
  stop_making (self);
  g_clear_pointer (&self->report, trama_report_unref);
  self->report = g_steal_pointer (&report);
  adw_banner_set_revealed (ADW_BANNER (self->banner), FALSE);
  show_words (self);
  trama_reports_preview_set_pages (TRAMA_REPORTS_PREVIEW (self->preview),
                                   trama_report_get_pages (self->report));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "shown");
  do_what_waits (self);
}

static gboolean
tell_busy (gpointer data)
{
  TramaReportsPage *self = data;

  self->busy_id = 0;
  if (self->report != NULL)
    gtk_widget_set_visible (self->busy, TRUE);
  return G_SOURCE_REMOVE;
}

static gboolean
start_later (gpointer data)
{
  TramaReportsPage *self = data;

  self->start_id = 0;
  start_making (self);
  return G_SOURCE_REMOVE;
}

static void
start_making (TramaReportsPage *self)
{
  TramaReportsOrder order;

  if (!read_order (self, &order)
      || (self->making != NULL && trama_reports_order_equal (&order, &self->asked)))
    return;
  stop_making (self);
  trama_reports_order_clear (&self->refused);
  trama_reports_order_copy (&self->asked, &order);
  self->making = g_cancellable_new ();
  self->busy_id = g_timeout_add (TELL_AFTER_MS, tell_busy, self);
  if (self->report == NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "making");
  trama_reports_make_async (&order, self->making, made, g_object_ref (self));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (trama_record_title (*(const TramaRecord *const *) a),
                         trama_record_title (*(const TramaRecord *const *) b));
}

static void
list_programmes (TramaReportsPage *self, TramaVersion *version)
{
  TramaTable *table = trama_version_table (version, TRAMA_KIND_PROGRAMME);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (self->listed != NULL && trama_version_table (self->listed, TRAMA_KIND_PROGRAMME) == table)
    return;
  trama_version_ref (version);
  g_clear_pointer (&self->listed, trama_version_unref);
  self->listed = version;
  for (guint i = 0; i < trama_table_size (table); i++)
    g_ptr_array_add (records, (gpointer) trama_table_get (table, i));
  g_ptr_array_sort (records, compare_names);
  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < records->len; i++)
    {
      const TramaRecord *record = g_ptr_array_index (records, i);

      g_array_append_val (self->ids, record->id);
      gtk_string_list_append (names, trama_record_title (record));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->programmes), G_LIST_MODEL (names));
}

static void
show_programme (TramaReportsPage *self)
{
  TramaWorkspace *workspace = trama_page_get_workspace (TRAMA_PAGE (self));
  const TramaProgramme *programme = trama_workspace_get_programme (workspace);

  self->filling = TRUE;
  list_programmes (self, trama_workspace_get_version (workspace));
  for (guint i = 0; programme != NULL && i < self->ids->len; i++)
    if (trama_id_equal (g_array_index (self->ids, TramaId, i), programme->record.id))
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->programmes), i);
  self->filling = FALSE;
}

static void
trama_reports_page_update (TramaPage *page)
{
  TramaReportsPage *self = TRAMA_REPORTS_PAGE (page);
  TramaReportsOrder order;

  show_programme (self);
  if (!read_order (self, &order))
    {
      stop_making (self);
      self->waiting = WAIT_NOTHING;
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
      return;
    }
  if (is_current (self))
    {
      stop_making (self);
      adw_banner_set_revealed (ADW_BANNER (self->banner), FALSE);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "shown");
      return;
    }
  if ((self->making != NULL && trama_reports_order_equal (&order, &self->asked))
      || (self->refused.version != NULL && trama_reports_order_equal (&order, &self->refused)))
    return;
  /* What is being made now would not be shown any more. */
  stop_making (self);
  if (self->report == NULL)
    start_making (self);
  else
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "shown");
      self->start_id = g_timeout_add (PATIENCE_MS, start_later, self);
    }
}

static void
programme_chosen (TramaReportsPage *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->programmes));

  if (self->filling || selected >= self->ids->len)
    return;
  trama_lens_set_programme (trama_workspace_get_lens (trama_page_get_workspace (TRAMA_PAGE (self))),
                            g_array_index (self->ids, TramaId, selected));
}

static void
option_chosen (TramaReportsPage *self)
{
  if (!self->filling && trama_page_get_workspace (TRAMA_PAGE (self)) != NULL)
    trama_page_queue_update (TRAMA_PAGE (self));
}

static void
paper_chosen (TramaReportsPage *self)
{
  if (!self->filling)
    g_settings_set_string (self->settings, "report-paper",
                           adw_combo_row_get_selected (ADW_COMBO_ROW (self->papers)) == 1 ? "letter"
                                                                                          : "a4");
}

/* The one that was chosen, or else that of the region. */
static void
show_paper (TramaReportsPage *self)
{
  g_autofree char *paper = g_settings_get_string (self->settings, "report-paper");
  gboolean letter = strcmp (paper, "letter") == 0;

  if (strcmp (paper, "automatic") == 0)
    letter = strcmp (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) == 0;
  self->filling = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->papers), letter ? 1 : 0);
  self->filling = FALSE;
  option_chosen (self);
}

static void
list_templates (TramaReportsPage *self)
{
  GPtrArray *templates = trama_report_templates_built_in ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < templates->len; i++)
    {
      TramaReportTemplate *template = g_ptr_array_index (templates, i);

      if (g_strcmp0 (template->subject, "programme") == 0)
        gtk_string_list_append (names, trama_report_template_text (template->title));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->templates), G_LIST_MODEL (names));
}

static void
do_when_made (TramaReportsPage *self, Waiting what)
{
  TramaReportsOrder order;

  if (trama_page_get_workspace (TRAMA_PAGE (self)) == NULL)
    return;
  show_programme (self);
  self->waiting = what;
  if (is_current (self))
    do_what_waits (self);
  else if (read_order (self, &order))
    start_making (self);
  else
    self->waiting = WAIT_NOTHING;
}

static void
action_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  do_when_made (TRAMA_REPORTS_PAGE (widget), WAIT_SAVE);
}

static void
action_print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  do_when_made (TRAMA_REPORTS_PAGE (widget), WAIT_PRINT);
}

static void
action_make (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_banner_set_revealed (ADW_BANNER (TRAMA_REPORTS_PAGE (widget)->banner), FALSE);
  start_making (TRAMA_REPORTS_PAGE (widget));
}

static void
action_cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaReportsPage *self = TRAMA_REPORTS_PAGE (widget);

  if (self->making == NULL)
    return;
  trama_reports_order_clear (&self->refused);
  trama_reports_order_copy (&self->refused, &self->asked);
  stop_making (self);
  show_refused (self, _ ("The report was not made"), NULL);
}

static void
trama_reports_page_dispose (GObject *object)
{
  TramaReportsPage *self = TRAMA_REPORTS_PAGE (object);

  if (self->busy != NULL)
    stop_making (self);
  trama_reports_order_clear (&self->made);
  trama_reports_order_clear (&self->refused);
  g_clear_pointer (&self->report, trama_report_unref);
  g_clear_pointer (&self->listed, trama_version_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRAMA_TYPE_REPORTS_PAGE);
  G_OBJECT_CLASS (trama_reports_page_parent_class)->dispose (object);
}

static void
trama_reports_page_class_init (TramaReportsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_reports_page_dispose;
  TRAMA_PAGE_CLASS (class)->update = trama_reports_page_update;
  g_type_ensure (TRAMA_TYPE_REPORTS_PREVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tramaproductiva/Trama/ui/pages/trama-reports-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TramaReportsPage, name)
  BIND (stack);
  BIND (failed);
  BIND (split);
  BIND (preview);
  BIND (busy);
  BIND (banner);
  BIND (headline);
  BIND (masked);
  BIND (programmes);
  BIND (templates);
  BIND (papers);
  BIND (readers);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, programme_chosen);
  gtk_widget_class_bind_template_callback (widget_class, option_chosen);
  gtk_widget_class_bind_template_callback (widget_class, paper_chosen);
  gtk_widget_class_install_action (widget_class, "report.save", NULL, action_save);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, action_print);
  gtk_widget_class_install_action (widget_class, "report.make", NULL, action_make);
  gtk_widget_class_install_action (widget_class, "report.cancel", NULL, action_cancel);
}

static void
trama_reports_page_init (TramaReportsPage *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (TramaId));
  self->settings = g_settings_new (g_application_get_application_id (g_application_get_default ()));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  list_templates (self);
  show_paper (self);
  g_signal_connect_object (self->settings, "changed::report-paper", G_CALLBACK (show_paper), self,
                           G_CONNECT_SWAPPED);
}

AdwNavigationPage *
trama_reports_page_make (TramaWorkspace *workspace)
{
  TramaReportsPage *self = g_object_new (TRAMA_TYPE_REPORTS_PAGE, NULL);

  trama_page_set_workspace (TRAMA_PAGE (self), workspace);
  return ADW_NAVIGATION_PAGE (self);
}
