/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-overview-page.h"

#include <glib/gi18n-lib.h>

#include "trama-chart-view.h"
#include "trama-criterion-row.h"
#include "trama-programme-agenda.h"
#include "trama-programme-charts.h"

#define CHART_HEIGHT 176
#define QUESTIONS 5

struct _TramaOverviewPage
{
  TramaPage parent_instance;

  GtkWidget *stack;
  GtkWidget *body;
  GtkWidget *headline;
  GtkWidget *subline;
  GtkWidget *phases;
  GtkWidget *charts;
  GtkWidget *criteria;
  GtkWidget *taper;
  GtkWidget *columns;
  GtkWidget *list_title;
  GtkWidget *evidence;
  GtkWidget *list;
  GtkWidget *note;
  GtkWidget *side;
  GtkWidget *due_title;
  GtkWidget *due;
  GtkWidget *questions_title;
  GtkWidget *questions;
  GtkSizeGroup *titles;
  GtkSizeGroup *verdicts;
  TramaProgrammeSummary *summary;
};

G_DEFINE_FINAL_TYPE (TramaOverviewPage, trama_overview_page, TRAMA_TYPE_PAGE)

static TramaScene *
make_phases (const TramaChartStyle *style, double width, double height, gpointer data)
{
  TramaOverviewPage *self = data;

  return self->summary != NULL ? trama_programme_phase_bar_new (self->summary, style, width) : NULL;
}

/* Both charts stand in a row, so their plots begin on one height. */
static TramaScene *
make_chart (TramaOverviewPage *self, TramaProgrammeChart chart, const TramaChartStyle *style,
            double width, double height)
{
  TramaFigurePlace place = { .width = width, .height = height };

  if (self->summary == NULL)
    return NULL;
  if (!trama_page_get_narrow (TRAMA_PAGE (self)))
    place.plot_top = MAX (
        trama_programme_chart_measure (TRAMA_PROGRAMME_CHART_CRITERIA, self->summary, style,
                                       &place),
        trama_programme_chart_measure (TRAMA_PROGRAMME_CHART_TAPER, self->summary, style, &place));
  return trama_programme_chart_new (chart, self->summary, style, &place);
}

static TramaScene *
make_criteria (const TramaChartStyle *style, double width, double height, gpointer data)
{
  return make_chart (data, TRAMA_PROGRAMME_CHART_CRITERIA, style, width, height);
}

static TramaScene *
make_taper (const TramaChartStyle *style, double width, double height, gpointer data)
{
  return make_chart (data, TRAMA_PROGRAMME_CHART_TAPER, style, width, height);
}

static void
item_activated (TramaChartView *view, guint item, TramaOverviewPage *self)
{
  const TramaSceneItem *it = trama_scene_get_item (trama_chart_view_get_scene (view), item);
  TramaWorkspace *workspace = trama_page_get_workspace (TRAMA_PAGE (self));

  /* A month sets the date; a gate or an activity opens its record. */
  if (it->date != TRAMA_SCENE_NO_DATE && g_str_equal (it->kind, "month"))
    trama_lens_set_as_of (trama_workspace_get_lens (workspace), it->date);
  else if (!trama_id_is_none (it->record))
    trama_page_open_record (GTK_WIDGET (self), it->record);
}

static void
criterion_activated (GtkListBox *list, GtkListBoxRow *row, TramaOverviewPage *self)
{
  trama_criterion_row_show_why (TRAMA_CRITERION_ROW (row));
}

/* What a row of the agenda leads to: the view where its records stand. */
static void
due_activated (GtkListBox *list, GtkListBoxRow *row, TramaOverviewPage *self)
{
  static const char *const views[] = {
    [TRAMA_AGENDA_STEPS] = "plan",       [TRAMA_AGENDA_TESTS] = "testing",
    [TRAMA_AGENDA_SHARE] = "money",      [TRAMA_AGENDA_CERTIFICATES] = "standards",
    [TRAMA_AGENDA_COMPLAINTS] = "notes",
  };
  guint kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "kind"));

  if (kind == TRAMA_AGENDA_MONTHS)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.close-month", NULL);
  else if (kind == TRAMA_AGENDA_TIES)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "network");
  else if (kind < G_N_ELEMENTS (views) && views[kind] != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "programme.show-view", "s", views[kind]);
}

static void
question_activated (GtkListBox *list, GtkListBoxRow *row, TramaOverviewPage *self)
{
  const char *id = g_object_get_data (G_OBJECT (row), "record");
  TramaId record;

  if (id != NULL && trama_id_parse (id, TRAMA_ID_LENGTH, &record))
    trama_page_open_record (GTK_WIDGET (self), record);
}

static void
empty (GtkWidget *list)
{
  gtk_list_box_remove_all (GTK_LIST_BOX (list));
}

static GtkWidget *
make_row (const char *icon, const char *title, const char *detail, gboolean late)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail != NULL ? detail : "");
  if (icon != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      if (late)
        gtk_widget_add_css_class (image, "warning");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static const char *
agenda_icon (const TramaAgendaItem *item)
{
  static const char *const icons[] = {
    [TRAMA_AGENDA_MONTHS] = "x-office-calendar-symbolic",
    [TRAMA_AGENDA_STEPS] = "trama-plan-symbolic",
    [TRAMA_AGENDA_TESTS] = "trama-testing-symbolic",
    [TRAMA_AGENDA_TIES] = "trama-network-symbolic",
    [TRAMA_AGENDA_SHARE] = "trama-money-symbolic",
    [TRAMA_AGENDA_CERTIFICATES] = "trama-met-symbolic",
    [TRAMA_AGENDA_COMPLAINTS] = "dialog-warning-symbolic",
  };

  return item->late ? "dialog-warning-symbolic" : icons[item->kind];
}

static void
show_agenda (TramaOverviewPage *self)
{
  g_autoptr (GPtrArray) agenda = trama_programme_agenda_new (self->summary);

  empty (self->due);
  for (guint i = 0; i < agenda->len; i++)
    {
      const TramaAgendaItem *item = g_ptr_array_index (agenda, i);
      GtkWidget *row = make_row (agenda_icon (item), item->title, item->detail, item->late);

      g_object_set_data (G_OBJECT (row), "kind", GUINT_TO_POINTER (item->kind));
      gtk_list_box_append (GTK_LIST_BOX (self->due), row);
    }
  if (agenda->len == 0)
    {
      GtkWidget *row = make_row ("object-select-symbolic", _ ("Nothing is due"), NULL, FALSE);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_list_box_append (GTK_LIST_BOX (self->due), row);
    }
}

static void
show_questions (TramaOverviewPage *self)
{
  g_autoptr (GPtrArray) questions
      = trama_evaluation_questions (self->summary->evaluation, QUESTIONS);

  empty (self->questions);
  for (guint i = 0; i < questions->len; i++)
    {
      const TramaQuestion *question = g_ptr_array_index (questions, i);
      g_autoptr (GString) criteria = g_string_new (NULL);
      GtkWidget *row;

      for (guint j = 0; j < question->criteria->len; j++)
        {
          const TramaCriterion *criterion = g_ptr_array_index (question->criteria, j);

          g_string_append_printf (criteria, "%s%s", j > 0 ? ", " : "",
                                  trama_method_text (criterion->title));
        }
      row = make_row (NULL, question->text, criteria->str, FALSE);
      if (question->records->len > 0)
        g_object_set_data_full (G_OBJECT (row), "record",
                                trama_id_dup_text (g_array_index (question->records, TramaId, 0)),
                                g_free);
      else
        gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_list_box_append (GTK_LIST_BOX (self->questions), row);
    }
  gtk_widget_set_visible (self->questions_title, questions->len > 0);
  gtk_widget_set_visible (self->questions, questions->len > 0);
}

static void
show_criteria (TramaOverviewPage *self)
{
  const TramaEvaluation *evaluation = self->summary->evaluation;
  gboolean narrow = trama_page_get_narrow (TRAMA_PAGE (self));

  for (guint i = 0; i < evaluation->results->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i);

      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (trama_criterion_row_new (self->titles, self->verdicts));
          gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
        }
      trama_criterion_row_set_narrow (TRAMA_CRITERION_ROW (row), narrow);
      trama_criterion_row_set_result (TRAMA_CRITERION_ROW (row), self->summary, evaluation,
                                      g_ptr_array_index (evaluation->results, i));
    }
}

static void
show_words (TramaOverviewPage *self)
{
  g_autofree char *headline = trama_programme_summary_headline (self->summary);
  g_autofree char *subline = trama_programme_summary_subline (self->summary);
  g_autofree char *title = NULL;
  g_autofree char *source = trama_source_to_prose (&self->summary->evaluation->method->source);
  g_autofree char *note = NULL;
  guint n = self->summary->evaluation->results->len;

  gtk_label_set_text (GTK_LABEL (self->headline), headline);
  gtk_label_set_text (GTK_LABEL (self->subline), subline);
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The %u criterion", "The %u criteria", n),
                           n);
  gtk_label_set_text (GTK_LABEL (self->list_title), title);
  /* Translators: a document and its place, then whose words the criteria are in */
  note = g_strdup_printf (
      _ ("The criteria are modelled on %s, which does not print them. Basis: %s."), source,
      trama_method_text (self->summary->evaluation->method->basis));
  gtk_label_set_text (GTK_LABEL (self->note), note);
}

static void
arrange (TramaOverviewPage *self)
{
  gboolean narrow = trama_page_get_narrow (TRAMA_PAGE (self));
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->charts), orientation);
  gtk_box_set_homogeneous (GTK_BOX (self->charts), !narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), orientation);
  /* What is due comes before the long list where they stand one below the other. */
  gtk_box_reorder_child_after (GTK_BOX (self->columns), self->side,
                               narrow ? NULL : gtk_widget_get_last_child (self->columns));
  gtk_widget_set_visible (self->evidence, !narrow);
}

static void
trama_overview_page_update (TramaPage *page)
{
  TramaOverviewPage *self = TRAMA_OVERVIEW_PAGE (page);
  TramaWorkspace *workspace = trama_page_get_workspace (page);
  const TramaProgramme *programme = trama_workspace_get_programme (workspace);
  TramaProgrammeSummary *summary;

  trama_page_set_subtitle (page, programme != NULL ? programme->name : NULL);
  if (programme == NULL)
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
      return;
    }
  arrange (self);
  summary = trama_workspace_get_summary (workspace, programme->record.id);
  if (summary == NULL)
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "waiting");
      return;
    }
  if (summary != self->summary)
    {
      g_clear_pointer (&self->summary, trama_programme_summary_unref);
      self->summary = trama_programme_summary_ref (summary);
      trama_chart_view_invalidate (TRAMA_CHART_VIEW (self->phases));
      trama_chart_view_invalidate (TRAMA_CHART_VIEW (self->criteria));
      trama_chart_view_invalidate (TRAMA_CHART_VIEW (self->taper));
      show_words (self);
      show_agenda (self);
      show_questions (self);
    }
  show_criteria (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "shown");
}

static void
trama_overview_page_dispose (GObject *object)
{
  TramaOverviewPage *self = TRAMA_OVERVIEW_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TRAMA_TYPE_OVERVIEW_PAGE);
  g_clear_object (&self->titles);
  g_clear_object (&self->verdicts);
  g_clear_pointer (&self->summary, trama_programme_summary_unref);
  G_OBJECT_CLASS (trama_overview_page_parent_class)->dispose (object);
}

static void
trama_overview_page_class_init (TramaOverviewPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_overview_page_dispose;
  TRAMA_PAGE_CLASS (class)->update = trama_overview_page_update;
  g_type_ensure (TRAMA_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tramaproductiva/Trama/ui/pages/trama-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TramaOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TramaOverviewPage, body);
  gtk_widget_class_bind_template_child (widget_class, TramaOverviewPage, headline);
  gtk_widget_class_bind_template_child (widget_class, TramaOverviewPage, subline);
  gtk_widget_class_bind_template_child (widget_class, TramaOverviewPage, phases);
  gtk_widget_class_bind_template_child (widget_class, TramaOverviewPage, charts);
  gtk_widget_class_bind_template_child (widget_class, TramaOverviewPage, criteria);
  gtk_widget_class_bind_template_child (widget_class, TramaOverviewPage, taper);
  gtk_widget_class_bind_template_child (widget_class, TramaOverviewPage, columns);
  gtk_widget_class_bind_template_child (widget_class, TramaOverviewPage, list_title);
  gtk_widget_class_bind_template_child (widget_class, TramaOverviewPage, evidence);
  gtk_widget_class_bind_template_child (widget_class, TramaOverviewPage, list);
  gtk_widget_class_bind_template_child (widget_class, TramaOverviewPage, note);
  gtk_widget_class_bind_template_child (widget_class, TramaOverviewPage, side);
  gtk_widget_class_bind_template_child (widget_class, TramaOverviewPage, due_title);
  gtk_widget_class_bind_template_child (widget_class, TramaOverviewPage, due);
  gtk_widget_class_bind_template_child (widget_class, TramaOverviewPage, questions_title);
  gtk_widget_class_bind_template_child (widget_class, TramaOverviewPage, questions);
  gtk_widget_class_bind_template_callback (widget_class, criterion_activated);
  gtk_widget_class_bind_template_callback (widget_class, due_activated);
  gtk_widget_class_bind_template_callback (widget_class, question_activated);
}

static void
set_up_chart (TramaOverviewPage *self, GtkWidget *view, const char *title, TramaChartMaker maker,
              int height)
{
  trama_chart_view_set_title (TRAMA_CHART_VIEW (view), title);
  trama_chart_view_set_chart_height (TRAMA_CHART_VIEW (view), height);
  trama_chart_view_set_maker (TRAMA_CHART_VIEW (view), maker, self, NULL);
  g_signal_connect_object (view, "item-activated", G_CALLBACK (item_activated), self, 0);
}

static void
trama_overview_page_init (TramaOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->titles = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->verdicts = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  set_up_chart (self, self->phases, _ ("Phases"), make_phases, 0);
  set_up_chart (self, self->criteria, _ ("Criteria met by month"), make_criteria, CHART_HEIGHT);
  set_up_chart (self, self->taper, _ ("Who pays the manager"), make_taper, CHART_HEIGHT);
  trama_page_set_primary (TRAMA_PAGE (self), _ ("Log Activity"), "win.add-record",
                          g_variant_new_string ("activity"));
}

TramaPage *
trama_overview_page_new (void)
{
  return g_object_new (TRAMA_TYPE_OVERVIEW_PAGE, NULL);
}
