/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme/trama-programme-overview.h"

#include <glib/gi18n-lib.h>

#include "programme/trama-criterion-row.h"
#include "trama-chart-view.h"
#include "trama-programme-agenda.h"
#include "trama-programme-charts.h"

#define N_QUESTIONS 5

struct _TramaProgrammeOverview
{
  AdwBreakpointBin parent_instance;

  TramaProgrammeSummary *summary;
  gboolean narrow;

  AdwBreakpoint *narrow_breakpoint;
  GtkBox *content;
  GtkBox *charts;
  GtkBox *lists;
  GtkBox *side;
  GtkLabel *headline;
  GtkLabel *subline;
  TramaChartView *phase_bar;
  TramaChartView *criteria_chart;
  TramaChartView *taper_chart;
  GtkListBox *criteria;
  GtkLabel *basis;
  GtkWidget *due_box;
  GtkListBox *due;
  GtkWidget *questions_box;
  GtkListBox *questions;
};

enum
{
  WHY,
  RECORD_ACTIVATED,
  RECORDS_ACTIVATED,
  DAY_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TramaProgrammeOverview, trama_programme_overview, ADW_TYPE_BREAKPOINT_BIN)

static void
trama_programme_overview_dispose (GObject *object)
{
  TramaProgrammeOverview *self = TRAMA_PROGRAMME_OVERVIEW (object);

  g_clear_pointer (&self->summary, trama_programme_summary_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRAMA_TYPE_PROGRAMME_OVERVIEW);
  G_OBJECT_CLASS (trama_programme_overview_parent_class)->dispose (object);
}

static void
trama_programme_overview_class_init (TramaProgrammeOverviewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_programme_overview_dispose;
  g_type_ensure (TRAMA_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/tramaproductiva/Trama/ui/pages/programme/trama-programme-overview.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TramaProgrammeOverview, name)
  BIND (narrow_breakpoint);
  BIND (content);
  BIND (charts);
  BIND (lists);
  BIND (side);
  BIND (headline);
  BIND (subline);
  BIND (phase_bar);
  BIND (criteria_chart);
  BIND (taper_chart);
  BIND (criteria);
  BIND (basis);
  BIND (due_box);
  BIND (due);
  BIND (questions_box);
  BIND (questions);
#undef BIND
  signals[WHY] = g_signal_new ("why", TRAMA_TYPE_PROGRAMME_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, GTK_TYPE_WIDGET);
  signals[RECORD_ACTIVATED]
      = g_signal_new ("record-activated", TRAMA_TYPE_PROGRAMME_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RECORDS_ACTIVATED]
      = g_signal_new ("records-activated", TRAMA_TYPE_PROGRAMME_OVERVIEW, G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
  signals[DAY_ACTIVATED]
      = g_signal_new ("day-activated", TRAMA_TYPE_PROGRAMME_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

/* Charts. A maker keeps the summary it draws, so that a later one does not pull it away. */

typedef struct
{
  TramaProgrammeSummary *summary;
  TramaProgrammeChart chart;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  trama_programme_summary_unref (drawing->summary);
  g_free (drawing);
}

static TramaScene *
make_chart (const TramaChartStyle *style, double width, double height, gpointer data)
{
  const Drawing *drawing = data;
  TramaFigurePlace place = { .width = width, .height = height };

  /* Two charts in a row share the top of their plots. */
  if (drawing->chart == TRAMA_PROGRAMME_CHART_CRITERIA
      || drawing->chart == TRAMA_PROGRAMME_CHART_TAPER)
    place.plot_top
        = MAX (trama_programme_chart_measure (TRAMA_PROGRAMME_CHART_CRITERIA, drawing->summary,
                                              style, &place),
               trama_programme_chart_measure (TRAMA_PROGRAMME_CHART_TAPER, drawing->summary, style,
                                              &place));
  return trama_programme_chart_new (drawing->chart, drawing->summary, style, &place);
}

static TramaScene *
make_phase_bar (const TramaChartStyle *style, double width, double height, gpointer data)
{
  return trama_programme_phase_bar_new (data, style, width);
}

static void
show_chart (TramaChartView *view, TramaProgrammeChart chart, TramaProgrammeSummary *summary)
{
  g_auto (TramaFigureWords) words = { 0 };
  Drawing *drawing = g_new0 (Drawing, 1);

  drawing->summary = trama_programme_summary_ref (summary);
  drawing->chart = chart;
  trama_programme_chart_words (chart, summary, &words);
  trama_chart_view_set_title (view, words.title);
  trama_chart_view_set_maker (view, make_chart, drawing, drawing_free);
}

static void
show_charts (TramaProgrammeOverview *self)
{
  trama_chart_view_set_title (self->phase_bar, _ ("Phases"));
  trama_chart_view_set_maker (self->phase_bar, make_phase_bar,
                              trama_programme_summary_ref (self->summary),
                              (GDestroyNotify) trama_programme_summary_unref);
  show_chart (self->criteria_chart, TRAMA_PROGRAMME_CHART_CRITERIA, self->summary);
  show_chart (self->taper_chart, TRAMA_PROGRAMME_CHART_TAPER, self->summary);
}

/* A point of a chart is a month's end: looking at it is looking as of it. */
static void
chart_item_activated (TramaProgrammeOverview *self, guint item, TramaChartView *view)
{
  TramaScene *scene = trama_chart_view_get_scene (view);
  const TramaSceneItem *about = scene != NULL ? trama_scene_get_item (scene, item) : NULL;

  if (about == NULL)
    return;
  if (!trama_id_is_none (about->record))
    {
      g_autofree char *id = trama_id_dup_text (about->record);

      g_signal_emit (self, signals[RECORD_ACTIVATED], 0, id);
    }
  else if (about->date != TRAMA_SCENE_NO_DATE)
    g_signal_emit (self, signals[DAY_ACTIVATED], 0, (int) about->date);
}

/* Criteria. */

static void
row_asks_why (GtkWidget *row, GtkWidget *anchor, TramaProgrammeOverview *self)
{
  g_signal_emit (self, signals[WHY], 0,
                 (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), anchor);
}

static void
criterion_activated (TramaProgrammeOverview *self, GtkListBoxRow *row, GtkListBox *list)
{
  g_signal_emit (self, signals[WHY], 0, (guint) gtk_list_box_row_get_index (row), row);
}

/* Rows are kept where there are as many as before, so that focus and reading place stay. */
static void
show_criteria (TramaProgrammeOverview *self)
{
  GPtrArray *results = self->summary->evaluation->results;
  GtkListBoxRow *row;

  for (guint i = 0; i < results->len; i++)
    {
      row = gtk_list_box_get_row_at_index (self->criteria, (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (trama_criterion_row_new ());
          g_signal_connect (row, "why", G_CALLBACK (row_asks_why), self);
          gtk_list_box_append (self->criteria, GTK_WIDGET (row));
          trama_criterion_row_set_narrow (TRAMA_CRITERION_ROW (row), self->narrow);
        }
      trama_criterion_row_set_result (TRAMA_CRITERION_ROW (row), g_ptr_array_index (results, i));
    }
  while ((row = gtk_list_box_get_row_at_index (self->criteria, (int) results->len)) != NULL)
    gtk_list_box_remove (self->criteria, GTK_WIDGET (row));
}

static void
show_basis (TramaProgrammeOverview *self)
{
  const TramaMethod *method = self->summary->evaluation->method;
  g_autofree char *source = trama_source_to_prose (&method->source);
  g_autofree char *text
      = g_strdup_printf (_ ("The criteria are modelled on %s, which does not print them. Basis of wording and thresholds: %s."),
                         source, trama_method_text (method->basis));

  gtk_label_set_label (self->basis, text);
}

/* Due and questions. */

static void
records_row_activated (AdwActionRow *row, TramaProgrammeOverview *self)
{
  GArray *records = g_object_get_data (G_OBJECT (row), "trama-records");
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

  if (records == NULL || records->len == 0)
    return;
  if (records->len == 1)
    {
      g_autofree char *id = trama_id_dup_text (g_array_index (records, TramaId, 0));

      g_signal_emit (self, signals[RECORD_ACTIVATED], 0, id);
    }
  else
    g_signal_emit (self, signals[RECORDS_ACTIVATED], 0, records, title);
}

static void
add_records_row (TramaProgrammeOverview *self, GtkListBox *list, const char *icon,
                 const char *title, const char *subtitle, gboolean late, GArray *records)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  if (late)
    gtk_widget_add_css_class (image, "warning");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  g_object_set_data_full (G_OBJECT (row), "trama-records", g_array_ref (records),
                          (GDestroyNotify) g_array_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), records->len > 0);
  g_signal_connect (row, "activated", G_CALLBACK (records_row_activated), self);
  gtk_list_box_append (list, row);
}

static const char *
agenda_icon (TramaAgendaKind kind)
{
  switch (kind)
    {
    case TRAMA_AGENDA_STEPS:
      return "trama-plan-symbolic";
    case TRAMA_AGENDA_TESTS:
      return "trama-testing-symbolic";
    case TRAMA_AGENDA_TIES:
      return "trama-network-symbolic";
    case TRAMA_AGENDA_SHARE:
      return "trama-money-symbolic";
    case TRAMA_AGENDA_MONTHS:
      return "x-office-calendar-symbolic";
    case TRAMA_AGENDA_CERTIFICATES:
    case TRAMA_AGENDA_COMPLAINTS:
    default:
      return "dialog-warning-symbolic";
    }
}

static void
show_due (TramaProgrammeOverview *self)
{
  g_autoptr (GPtrArray) agenda = trama_programme_agenda_new (self->summary);

  gtk_list_box_remove_all (self->due);
  for (guint i = 0; i < agenda->len; i++)
    {
      const TramaAgendaItem *item = g_ptr_array_index (agenda, i);

      add_records_row (self, self->due, agenda_icon (item->kind), item->title, item->detail,
                       item->late, item->records);
    }
  gtk_widget_set_visible (self->due_box, agenda->len > 0);
}

static void
show_questions (TramaProgrammeOverview *self)
{
  g_autoptr (GPtrArray) questions
      = trama_evaluation_questions (self->summary->evaluation, N_QUESTIONS);

  gtk_list_box_remove_all (self->questions);
  for (guint i = 0; i < questions->len; i++)
    {
      const TramaQuestion *question = g_ptr_array_index (questions, i);
      g_autoptr (GString) about = g_string_new (NULL);

      for (guint c = 0; c < question->criteria->len; c++)
        g_string_append_printf (
            about, "%s%s", c > 0 ? ", " : "",
            trama_method_text (
                ((const TramaCriterion *) g_ptr_array_index (question->criteria, c))->title));
      add_records_row (self, self->questions, "trama-unknown-symbolic", question->text, about->str,
                       FALSE, question->records);
    }
  gtk_widget_set_visible (self->questions_box, questions->len > 0);
}

static void
set_narrow (TramaProgrammeOverview *self, gboolean narrow)
{
  GtkListBoxRow *row;

  self->narrow = narrow;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->criteria, i)) != NULL; i++)
    trama_criterion_row_set_narrow (TRAMA_CRITERION_ROW (row), narrow);
}

static void
became_narrow (TramaProgrammeOverview *self)
{
  set_narrow (self, TRUE);
}

static void
became_wide (TramaProgrammeOverview *self)
{
  set_narrow (self, FALSE);
}

static void
trama_programme_overview_init (TramaProgrammeOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trama_chart_view_set_lifts (self->phase_bar, FALSE);
  g_signal_connect_swapped (self->narrow_breakpoint, "apply", G_CALLBACK (became_narrow), self);
  g_signal_connect_swapped (self->narrow_breakpoint, "unapply", G_CALLBACK (became_wide), self);
  g_signal_connect_swapped (self->criteria, "row-activated", G_CALLBACK (criterion_activated),
                            self);
  g_signal_connect_swapped (self->phase_bar, "item-activated", G_CALLBACK (chart_item_activated),
                            self);
  g_signal_connect_swapped (self->criteria_chart, "item-activated",
                            G_CALLBACK (chart_item_activated), self);
  g_signal_connect_swapped (self->taper_chart, "item-activated",
                            G_CALLBACK (chart_item_activated), self);
}

GtkWidget *
trama_programme_overview_new (void)
{
  return g_object_new (TRAMA_TYPE_PROGRAMME_OVERVIEW, NULL);
}

void
trama_programme_overview_set_summary (TramaProgrammeOverview *self, TramaProgrammeSummary *summary)
{
  g_autofree char *headline = NULL;
  g_autofree char *subline = NULL;

  g_return_if_fail (TRAMA_IS_PROGRAMME_OVERVIEW (self));

  if (summary != NULL)
    trama_programme_summary_ref (summary);
  g_clear_pointer (&self->summary, trama_programme_summary_unref);
  self->summary = summary;
  gtk_widget_set_visible (GTK_WIDGET (self->content), summary != NULL);
  if (summary == NULL)
    return;
  headline = trama_programme_summary_headline (summary);
  subline = trama_programme_summary_subline (summary);
  gtk_label_set_label (self->headline, headline);
  gtk_label_set_label (self->subline, subline);
  show_charts (self);
  show_criteria (self);
  show_basis (self);
  show_due (self);
  show_questions (self);
}

TramaProgrammeSummary *
trama_programme_overview_get_summary (TramaProgrammeOverview *self)
{
  g_return_val_if_fail (TRAMA_IS_PROGRAMME_OVERVIEW (self), NULL);

  return self->summary;
}
