/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-criterion-row.h"

#include <glib/gi18n-lib.h>

#include "trama-grade-square.h"
#include "trama-page.h"
#include "trama-verdict-glyph.h"
#include "trama-why-view.h"

struct _TramaCriterionRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *glyph;
  GtkWidget *texts;
  GtkWidget *title;
  GtkWidget *verdict;
  GtkWidget *figure;
  GtkWidget *grade;
  GtkWidget *why;
  GtkSizeGroup *titles;
  GtkSizeGroup *verdicts;
  TramaProgrammeSummary *summary;
  const TramaEvaluation *evaluation;
  const TramaCriterionResult *result;
  const char *css_class;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (TramaCriterionRow, trama_criterion_row, GTK_TYPE_LIST_BOX_ROW)

static void
record_activated (TramaWhyView *view, const char *id, TramaCriterionRow *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_POPOVER);
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (view), ADW_TYPE_DIALOG);
  TramaId record;

  if (!trama_id_parse (id, TRAMA_ID_LENGTH, &record))
    return;
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  else if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
  trama_page_open_record (GTK_WIDGET (self), record);
}

void
trama_criterion_row_show_why (TramaCriterionRow *self)
{
  TramaWhyView *view;

  g_return_if_fail (TRAMA_IS_CRITERION_ROW (self));

  if (self->result == NULL)
    return;
  view = trama_why_view_show (self->why, self->evaluation, self->result,
                              trama_programme_summary_ref (self->summary),
                              (GDestroyNotify) trama_programme_summary_unref);
  g_signal_connect_object (view, "record-activated", G_CALLBACK (record_activated), self, 0);
}

static void
why_clicked (GtkButton *button, TramaCriterionRow *self)
{
  trama_criterion_row_show_why (self);
}

static void
trama_criterion_row_dispose (GObject *object)
{
  TramaCriterionRow *self = TRAMA_CRITERION_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TRAMA_TYPE_CRITERION_ROW);
  g_clear_object (&self->titles);
  g_clear_object (&self->verdicts);
  g_clear_pointer (&self->summary, trama_programme_summary_unref);
  self->result = NULL;
  G_OBJECT_CLASS (trama_criterion_row_parent_class)->dispose (object);
}

static void
trama_criterion_row_class_init (TramaCriterionRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_criterion_row_dispose;
  g_type_ensure (TRAMA_TYPE_VERDICT_GLYPH);
  g_type_ensure (TRAMA_TYPE_GRADE_SQUARE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tramaproductiva/Trama/ui/pages/trama-criterion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TramaCriterionRow, glyph);
  gtk_widget_class_bind_template_child (widget_class, TramaCriterionRow, texts);
  gtk_widget_class_bind_template_child (widget_class, TramaCriterionRow, title);
  gtk_widget_class_bind_template_child (widget_class, TramaCriterionRow, verdict);
  gtk_widget_class_bind_template_child (widget_class, TramaCriterionRow, figure);
  gtk_widget_class_bind_template_child (widget_class, TramaCriterionRow, grade);
  gtk_widget_class_bind_template_child (widget_class, TramaCriterionRow, why);
  gtk_widget_class_bind_template_callback (widget_class, why_clicked);
}

static void
trama_criterion_row_init (TramaCriterionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
trama_criterion_row_new (GtkSizeGroup *titles, GtkSizeGroup *verdicts)
{
  TramaCriterionRow *self = g_object_new (TRAMA_TYPE_CRITERION_ROW, NULL);

  self->titles = g_object_ref (titles);
  self->verdicts = g_object_ref (verdicts);
  gtk_size_group_add_widget (titles, self->title);
  gtk_size_group_add_widget (verdicts, self->verdict);
  /* "why? Standards": which of the twelve it asks about. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->why), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  gtk_button_get_child (GTK_BUTTON (self->why)), self->title, NULL,
                                  -1);
  return GTK_WIDGET (self);
}

static void
show (TramaCriterionRow *self)
{
  const char *title = trama_method_text (self->result->criterion->title);
  const char *verdict = trama_criterion_result_verdict_label (self->result);
  g_autofree char *figure = trama_criterion_result_to_prose (self->result);
  /* Translators: a verdict and the figure it rests on, as in “Met: 3 joint actions; 1 needed” */
  g_autofree char *both = g_strdup_printf (C_ ("verdict and figure", "%s: %s"), verdict, figure);
  g_autofree char *name = g_strdup_printf (C_ ("criterion", "%s. %s"), title, both);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->verdict), verdict);
  gtk_label_set_text (GTK_LABEL (self->figure), self->narrow ? both : figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
trama_criterion_row_set_result (TramaCriterionRow *self, TramaProgrammeSummary *summary,
                                const TramaEvaluation *evaluation,
                                const TramaCriterionResult *result)
{
  g_return_if_fail (TRAMA_IS_CRITERION_ROW (self));

  trama_programme_summary_ref (summary);
  g_clear_pointer (&self->summary, trama_programme_summary_unref);
  self->summary = summary;
  self->evaluation = evaluation;
  self->result = result;
  if (self->css_class != NULL)
    gtk_widget_remove_css_class (self->verdict, self->css_class);
  self->css_class = trama_verdict_css_class (result->verdict);
  gtk_widget_add_css_class (self->verdict, self->css_class);
  trama_verdict_glyph_set (TRAMA_VERDICT_GLYPH (self->glyph), result->verdict, result->weak);
  trama_grade_square_set_grade (TRAMA_GRADE_SQUARE (self->grade), result->grade);
  show (self);
}

void
trama_criterion_row_set_narrow (TramaCriterionRow *self, gboolean narrow)
{
  g_return_if_fail (TRAMA_IS_CRITERION_ROW (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->texts),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->texts), narrow ? 2 : 8);
  gtk_widget_set_visible (self->verdict, !narrow);
  gtk_label_set_wrap (GTK_LABEL (self->title), narrow);
  if (narrow)
    {
      gtk_size_group_remove_widget (self->titles, self->title);
      gtk_widget_add_css_class (self->figure, "dim-label");
    }
  else
    {
      gtk_size_group_add_widget (self->titles, self->title);
      gtk_widget_remove_css_class (self->figure, "dim-label");
    }
  if (self->result != NULL)
    show (self);
}
