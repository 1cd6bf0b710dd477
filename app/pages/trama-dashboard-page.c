/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-dashboard-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "trama-chart-view.h"
#include "trama-cohort-chart.h"
#include "trama-dashboard-reading.h"
#include "trama-record-table.h"
#include "trama-sparkline-chart.h"

#define CHART_HEIGHT 200
#define SPARK_WIDTH 84
#define SPARK_HEIGHT 24

struct _TramaDashboardPage
{
  TramaPage parent_instance;

  GtkWidget *stack;
  GtkWidget *headline;
  GtkWidget *subline;
  GtkWidget *table_bin;
  GtkWidget *cohort;
  GtkWidget *history;
  GtkWidget *table;
  TramaDashboardReading *reading;
  GCancellable *running;
};

G_DEFINE_FINAL_TYPE (TramaDashboardPage, trama_dashboard_page, TRAMA_TYPE_PAGE)

static const TramaDashboardProgramme *
find (TramaDashboardPage *self, TramaRecordItem *item)
{
  return trama_dashboard_reading_find (self->reading, trama_record_item_get_id (item));
}

static void
fill_name (TramaRecordItem *item, TramaRecordCell *cell, gpointer data)
{
  cell->text = g_strdup (trama_record_item_get_title (item));
}

static void
fill_phase (TramaRecordItem *item, TramaRecordCell *cell, gpointer data)
{
  const TramaDashboardProgramme *entry = find (data, item);

  if (entry == NULL)
    return;
  cell->number = entry->independent ? 1000 : entry->month;
  if (entry->independent)
    cell->text = g_strdup (_ ("Independence"));
  else if (entry->month > 0)
    /* Translators: the phase, and the month of it */
    cell->text = g_strdup_printf (_ ("Consolidation, month %d"), entry->month);
  else
    cell->text = g_strdup (_ ("Preparation"));
}

static void
fill_age (TramaRecordItem *item, TramaRecordCell *cell, gpointer data)
{
  const TramaDashboardProgramme *entry = find (data, item);

  if (entry == NULL)
    return;
  cell->number = entry->age_months;
  cell->text = entry->age_months >= 0
                   ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d month", "%d months",
                                                   (gulong) entry->age_months),
                                      entry->age_months)
                   : g_strdup (_ ("not formed"));
}

static void
fill_criteria (TramaRecordItem *item, TramaRecordCell *cell, gpointer data)
{
  const TramaDashboardProgramme *entry = find (data, item);

  if (entry == NULL)
    return;
  cell->number = entry->score.met + entry->score.unknown / 100.0;
  if (entry->score.unknown > 0)
    cell->text
        = g_strdup_printf ("%u–%u", entry->score.met, entry->score.met + entry->score.unknown);
  else
    cell->text = g_strdup_printf ("%u", entry->score.met);
}

static void
fill_nothing (TramaRecordItem *item, TramaRecordCell *cell, gpointer data)
{
  const TramaDashboardProgramme *entry = find (data, item);

  cell->text = g_strdup ("");
  cell->number = entry != NULL ? entry->score.met : 0;
}

static void
fill_share (TramaRecordItem *item, TramaRecordCell *cell, gpointer data)
{
  const TramaDashboardProgramme *entry = find (data, item);

  if (entry == NULL)
    return;
  cell->number = isnan (entry->paid) ? -1 : entry->paid;
  if (entry->independent)
    cell->text = g_strdup (_ ("post ended"));
  else if (isnan (entry->paid))
    cell->text = g_strdup (_ ("not known"));
  else if (isnan (entry->agreed))
    cell->text = g_strdup_printf ("%.0f%%", entry->paid * 100);
  else
    /* Translators: the share that is paid, and the share that was agreed */
    cell->text = g_strdup_printf (_ ("%.0f%% of %.0f%%"), entry->paid * 100, entry->agreed * 100);
  cell->warn = !isnan (entry->agreed) && entry->agreed - entry->paid >= 0.1;
}

static TramaScene *
make_spark (const TramaChartStyle *style, double width, double height, gpointer data)
{
  const TramaDashboardProgramme *entry = data;
  g_autofree double *met = NULL;
  g_autofree double *at_most = NULL;
  TramaSparklineChart chart
      = { .label = entry->name, .minimum = 0, .maximum = 12, .threshold = NAN };
  guint n = MIN (entry->trend->len, 36);

  if (n == 0)
    return NULL;
  met = g_new (double, n);
  at_most = g_new (double, n);
  for (guint i = 0; i < n; i++)
    {
      const TramaTrendPoint *point
          = &g_array_index (entry->trend, TramaTrendPoint, entry->trend->len - n + i);

      met[i] = point->score.met;
      at_most[i] = point->score.met + point->score.unknown;
    }
  chart.record = entry->programme;
  chart.values = met;
  chart.at_most = at_most;
  chart.n_values = n;
  chart.n_slots = 36;
  return trama_sparkline_chart_new (&chart, style, width, height);
}

static GtkWidget *
new_spark (gpointer data)
{
  GtkWidget *view = trama_chart_view_new (_ ("Criteria met by month"));

  trama_chart_view_set_minimum_width (TRAMA_CHART_VIEW (view), SPARK_WIDTH);
  trama_chart_view_set_chart_height (TRAMA_CHART_VIEW (view), SPARK_HEIGHT);
  gtk_widget_set_valign (view, GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (view, FALSE);
  gtk_widget_set_can_focus (view, FALSE);
  return view;
}

static void
show_spark (GtkWidget *view, TramaRecordItem *item, gpointer data)
{
  const TramaDashboardProgramme *entry = find (data, item);

  trama_chart_view_set_maker (TRAMA_CHART_VIEW (view), entry != NULL ? make_spark : NULL,
                              (gpointer) entry, NULL);
}

static TramaScene *
make_cohort (const TramaChartStyle *style, double width, double height, gpointer data)
{
  TramaDashboardPage *self = data;
  g_autofree TramaCohortProgramme *programmes = NULL;
  TramaCohortChart chart = { 0 };
  guint n = 0;

  if (self->reading == NULL)
    return NULL;
  programmes = g_new0 (TramaCohortProgramme, self->reading->programmes->len);
  for (guint i = 0; i < self->reading->programmes->len; i++)
    {
      const TramaDashboardProgramme *entry
          = &g_array_index (self->reading->programmes, TramaDashboardProgramme, i);

      if (entry->age_months >= 0)
        programmes[n++] = (TramaCohortProgramme) {
          .record = entry->programme,
          .label = entry->name,
          .age = entry->age_months,
          .met = (int) entry->score.met,
          .at_most = (int) (entry->score.met + entry->score.unknown),
        };
    }
  if (n == 0)
    return NULL;
  chart.frame.title = _ ("Criteria met by age");
  chart.frame.subtitle
      = _ ("Months since formed; bars reach as far as what cannot be judged yet; counts only");
  chart.programmes = programmes;
  chart.n_programmes = n;
  chart.subject = G_MAXUINT;
  chart.n_criteria = 12;
  return trama_cohort_chart_new (&chart, style, width, height);
}

static void
item_activated (TramaChartView *view, guint item, TramaDashboardPage *self)
{
  const TramaSceneItem *it = trama_scene_get_item (trama_chart_view_get_scene (view), item);

  if (!trama_id_is_none (it->record))
    trama_page_open_record (GTK_WIDGET (self), it->record);
}

static void
record_activated (TramaDashboardPage *self, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "s", id);
}

static void
show_table (TramaDashboardPage *self)
{
  TramaTable *table = trama_version_table (self->reading->version, TRAMA_KIND_PROGRAMME);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < trama_table_size (table); i++)
    g_ptr_array_add (records, (gpointer) trama_table_get (table, i));
  trama_record_table_set_records (TRAMA_RECORD_TABLE (self->table), self->reading->version,
                                  (const TramaRecord *const *) records->pdata, records->len, TRUE);
  gtk_widget_set_size_request (self->table, -1, (int) MIN (records->len, 14) * 37 + 42);
}

static void
show (TramaDashboardPage *self)
{
  g_autofree char *headline = trama_dashboard_reading_headline (self->reading);
  g_autofree char *date = trama_date_to_prose (trama_date_from_day (self->reading->as_of));
  g_autofree char *subline = NULL;
  TramaMethod *method = trama_methods_find ("profo");

  /* Translators: a date */
  subline = g_strdup_printf (
      _ ("Criteria met on %s, of 12; a range where something cannot be judged yet"), date);
  gtk_label_set_text (GTK_LABEL (self->headline), headline);
  gtk_label_set_text (GTK_LABEL (self->subline), subline);
  gtk_label_set_text (GTK_LABEL (self->history),
                      method->history != NULL ? trama_method_text (method->history) : "");
  show_table (self);
  trama_chart_view_invalidate (TRAMA_CHART_VIEW (self->cohort));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    self->reading->programmes->len > 0 ? "shown" : "empty");
}

static void
read_finished (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TramaDashboardPage) self = data;
  g_autoptr (TramaDashboardReading) reading = trama_dashboard_reading_new_finish (result);

  if (reading == NULL)
    return;
  g_clear_object (&self->running);
  g_clear_pointer (&self->reading, trama_dashboard_reading_unref);
  self->reading = g_steal_pointer (&reading);
  show (self);
}

static void
trama_dashboard_page_update (TramaPage *page)
{
  static const guint wide_columns[] = { 1, 2, 4, 5 };
  TramaDashboardPage *self = TRAMA_DASHBOARD_PAGE (page);
  TramaWorkspace *workspace = trama_page_get_workspace (page);
  TramaVersion *version = trama_workspace_get_version (workspace);
  gint32 as_of = trama_workspace_get_as_of (workspace);

  for (guint i = 0; i < G_N_ELEMENTS (wide_columns); i++)
    trama_record_table_set_column_visible (TRAMA_RECORD_TABLE (self->table), wide_columns[i],
                                           !trama_page_get_narrow (page));
  if (self->reading != NULL && self->reading->version == version && self->reading->as_of == as_of)
    return;
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  trama_dashboard_reading_new_async (version, as_of, self->running, read_finished,
                                     g_object_ref (self));
}

static void
trama_dashboard_page_dispose (GObject *object)
{
  TramaDashboardPage *self = TRAMA_DASHBOARD_PAGE (object);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRAMA_TYPE_DASHBOARD_PAGE);
  g_clear_pointer (&self->reading, trama_dashboard_reading_unref);
  G_OBJECT_CLASS (trama_dashboard_page_parent_class)->dispose (object);
}

static void
trama_dashboard_page_class_init (TramaDashboardPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_dashboard_page_dispose;
  TRAMA_PAGE_CLASS (class)->update = trama_dashboard_page_update;
  g_type_ensure (TRAMA_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tramaproductiva/Trama/ui/pages/trama-dashboard-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TramaDashboardPage, name)
  BIND (stack);
  BIND (headline);
  BIND (subline);
  BIND (table_bin);
  BIND (cohort);
  BIND (history);
#undef BIND
}

static void
trama_dashboard_page_init (TramaDashboardPage *self)
{
  const TramaRecordColumn columns[] = {
    { .title = _ ("Programme"), .fill = fill_name, .expand = TRUE, .strong = TRUE },
    { .title = _ ("Phase"), .fill = fill_phase, .width = 190 },
    { .title = _ ("Age"), .fill = fill_age, .numeric = TRUE, .width = 100 },
    { .title = _ ("Criteria met"), .fill = fill_criteria, .numeric = TRUE, .width = 110 },
    { .title = _ ("By month"),
      .fill = fill_nothing,
      .make = new_spark,
      .show = show_spark,
      .width = 110 },
    { .title = _ ("Paid of agreed"), .fill = fill_share, .numeric = TRUE, .width = 130 },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->table = trama_record_table_new (_ ("Programmes"), columns, G_N_ELEMENTS (columns), 3,
                                        GTK_SORT_DESCENDING, self);
  gtk_widget_add_css_class (self->table, "table-card");
  adw_bin_set_child (ADW_BIN (self->table_bin), self->table);
  g_signal_connect_object (self->table, "record-activated", G_CALLBACK (record_activated), self,
                           G_CONNECT_SWAPPED);
  trama_chart_view_set_title (TRAMA_CHART_VIEW (self->cohort), _ ("Criteria met by age"));
  trama_chart_view_set_chart_height (TRAMA_CHART_VIEW (self->cohort), CHART_HEIGHT);
  trama_chart_view_set_maker (TRAMA_CHART_VIEW (self->cohort), make_cohort, self, NULL);
  g_signal_connect_object (self->cohort, "item-activated", G_CALLBACK (item_activated), self, 0);
  trama_page_set_primary (TRAMA_PAGE (self), _ ("New Programme"), "win.add-record",
                          g_variant_new_string ("programme"));
}

AdwNavigationPage *
trama_dashboard_page_make (TramaWorkspace *workspace)
{
  TramaDashboardPage *self = g_object_new (TRAMA_TYPE_DASHBOARD_PAGE, NULL);

  trama_page_set_workspace (TRAMA_PAGE (self), workspace);
  return ADW_NAVIGATION_PAGE (self);
}
