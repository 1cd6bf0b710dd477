/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-method-card.h"

#include <glib/gi18n-lib.h>

#include "trama-chart-view.h"
#include "trama-method-details.h"
#include "trama-method-figure.h"
#include "trama-rating-dialog.h"

struct _TramaMethodCard
{
  GtkBox parent_instance;

  GtkWidget *title;
  GtkWidget *finding;
  GtkWidget *subtitle;
  GtkWidget *chart;
  GtkWidget *note;
  TramaMethod *method;
  TramaWorkspace *workspace;
  TramaId subject;
  char *name;
  TramaEvaluation *evaluation;
  const TramaCase *beside;
  TramaEvaluation *beside_evaluation; /* NULL: the case says nothing under this method */
};

G_DEFINE_FINAL_TYPE (TramaMethodCard, trama_method_card, GTK_TYPE_BOX)

static TramaScene *
make_chart (const TramaChartStyle *style, double width, double height, gpointer data)
{
  TramaMethodCard *self = data;
  const TramaFigurePlace place = { .width = width, .height = height, .without_heading = TRUE };

  const TramaMethodBeside beside
      = { self->beside_evaluation, self->beside != NULL ? self->beside->title : NULL };

  return self->evaluation != NULL
             ? trama_method_figure_new (self->evaluation, self->name, &beside,
                                        self->beside_evaluation != NULL, style, &place)
             : NULL;
}

static void
why_clicked (TramaMethodCard *self)
{
  if (self->evaluation != NULL)
    adw_dialog_present (trama_method_details_new (self->evaluation), GTK_WIDGET (self));
}

static void
rate_clicked (TramaMethodCard *self)
{
  if (self->workspace != NULL)
    adw_dialog_present (trama_rating_dialog_new (self->workspace, self->method, self->subject),
                        GTK_WIDGET (self));
}

static gboolean
has_answers (const TramaEvaluation *evaluation)
{
  for (guint i = 0; i < evaluation->results->len; i++)
    if (trama_reading_is_known (
            &((const TramaCriterionResult *) evaluation->results->pdata[i])->reading))
      return TRUE;
  return FALSE;
}

static void
judge_beside (TramaMethodCard *self)
{
  g_clear_pointer (&self->beside_evaluation, trama_evaluation_free);
  for (guint i = 0; self->beside != NULL && i < self->beside->subjects->len; i++)
    {
      const TramaCaseSubject *subject = self->beside->subjects->pdata[i];

      if (self->beside_evaluation != NULL
          || subject->kind != trama_method_subject_kind (self->method))
        continue;
      self->beside_evaluation
          = trama_evaluation_new (self->method, self->beside->version, subject->record,
                                  trama_case_day (self->beside), G_MAXINT32);
      if (!has_answers (self->beside_evaluation))
        g_clear_pointer (&self->beside_evaluation, trama_evaluation_free);
    }
}

/* What the method makes of the case, and what the document itself says. */
static void
append_beside (TramaMethodCard *self, GString *text)
{
  g_autofree char *finding = NULL;

  if (self->beside == NULL)
    return;
  g_string_append (text, text->len > 0 ? "\n" : "");
  if (self->beside_evaluation == NULL)
    {
      /* Translators: a case of the library */
      g_string_append_printf (text, _ ("%s: the document gives no ratings for this"),
                              self->beside->title);
      return;
    }
  if (self->beside_evaluation->finding != NULL)
    finding = trama_finding_to_prose (self->beside_evaluation->finding);
  if (finding != NULL)
    g_string_append_printf (text, _ ("%s: %s by this method"), self->beside->title, finding);
  for (guint i = 0; i < self->beside->verdicts->len; i++)
    {
      const TramaCaseVerdict *verdict = self->beside->verdicts->pdata[i];

      if (g_str_equal (verdict->method, self->method->id) && verdict->quote != NULL)
        g_string_append_printf (text, "%s%s, %s: “%s”", text->len > 0 ? "\n" : "",
                                self->beside->source.document, verdict->place, verdict->quote);
    }
}

static char *
make_note (TramaMethodCard *self, const TramaEvaluation *evaluation)
{
  g_autofree char *against = trama_method_figure_against (evaluation);
  g_autoptr (GString) text = g_string_new (against);
  const TramaFinding *finding = evaluation->finding;

  if (finding != NULL && finding->moving_to != NULL)
    {
      g_autofree char *since = trama_date_to_prose (trama_date_from_day (finding->moving_since));

      g_string_append (text, text->len > 0 ? "\n" : "");
      /* Translators: two types of cluster, the date of the earlier reading */
      g_string_append_printf (text, _ ("Moving from %s towards %s since %s"),
                              trama_method_text (finding->moving_from->title),
                              trama_method_text (finding->moving_to->title), since);
    }
  for (guint i = 0; finding != NULL && i < finding->warnings->len; i++)
    g_string_append_printf (
        text, "%s%s", text->len > 0 ? "\n" : "",
        trama_method_text (((const TramaAdvice *) finding->warnings->pdata[i])->text));
  append_beside (self, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
trama_method_card_set_beside (TramaMethodCard *self, const TramaCase *beside)
{
  g_return_if_fail (TRAMA_IS_METHOD_CARD (self));

  self->beside = beside;
}

void
trama_method_card_update (TramaMethodCard *self, TramaWorkspace *workspace, TramaId subject,
                          const char *name)
{
  g_auto (TramaFigureWords) words = { NULL };
  g_autofree char *note = NULL;
  gboolean drawn;

  g_return_if_fail (TRAMA_IS_METHOD_CARD (self));

  g_set_object (&self->workspace, workspace);
  self->subject = subject;
  g_set_str (&self->name, name);
  g_clear_pointer (&self->evaluation, trama_evaluation_free);
  self->evaluation
      = trama_evaluation_new (self->method, trama_workspace_get_version (workspace), subject,
                              trama_workspace_get_as_of (workspace), G_MAXINT32);
  trama_method_figure_words (self->evaluation, &words);
  judge_beside (self);
  note = make_note (self, self->evaluation);
  drawn = has_answers (self->evaluation)
          && trama_method_figure_kind (self->evaluation) != TRAMA_METHOD_FIGURE_NONE;
  gtk_label_set_text (GTK_LABEL (self->finding), words.title);
  gtk_label_set_text (GTK_LABEL (self->subtitle), words.subtitle);
  gtk_label_set_text (GTK_LABEL (self->note), note);
  gtk_widget_set_visible (self->note, *note != '\0');
  gtk_widget_set_visible (self->chart, drawn);
  trama_chart_view_set_title (TRAMA_CHART_VIEW (self->chart), words.title);
  trama_chart_view_invalidate (TRAMA_CHART_VIEW (self->chart));
}

const TramaEvaluation *
trama_method_card_get_evaluation (TramaMethodCard *self)
{
  g_return_val_if_fail (TRAMA_IS_METHOD_CARD (self), NULL);

  return self->evaluation;
}

static void
trama_method_card_dispose (GObject *object)
{
  TramaMethodCard *self = TRAMA_METHOD_CARD (object);

  g_clear_pointer (&self->evaluation, trama_evaluation_free);
  g_clear_pointer (&self->beside_evaluation, trama_evaluation_free);
  g_clear_pointer (&self->method, trama_method_unref);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (trama_method_card_parent_class)->dispose (object);
}

static void
trama_method_card_class_init (TramaMethodCardClass *class)
{
  G_OBJECT_CLASS (class)->dispose = trama_method_card_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_button (GtkWidget *box, const char *label, const char *name, GCallback clicked, gpointer data)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *accessible = g_strdup_printf ("%s %s", label, name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "why");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accessible, -1);
  g_signal_connect_swapped (button, "clicked", clicked, data);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
trama_method_card_init (TramaMethodCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_widget_add_css_class (GTK_WIDGET (self), "method-card");
}

GtkWidget *
trama_method_card_new (TramaMethod *method)
{
  TramaMethodCard *self = g_object_new (TRAMA_TYPE_METHOD_CARD, NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  const char *name = trama_method_text (method->title);

  self->method = trama_method_ref (method);
  self->title = add_label (head, "dim-label");
  gtk_widget_add_css_class (self->title, "caption-heading");
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_label_set_text (GTK_LABEL (self->title), name);
  /* Translators: opens the reasons of an answer */
  add_button (head, _ ("why?"), name, G_CALLBACK (why_clicked), self);
  if (trama_rating_dialog_is_for (method))
    /* Translators: opens a form for a new reading */
    add_button (head, _ ("rate…"), name, G_CALLBACK (rate_clicked), self);
  gtk_box_append (GTK_BOX (self), head);
  self->finding = add_label (GTK_WIDGET (self), "heading");
  self->subtitle = add_label (GTK_WIDGET (self), "dim-label");
  gtk_widget_add_css_class (self->subtitle, "caption");
  self->chart = trama_chart_view_new (name);
  gtk_widget_set_margin_top (self->chart, 6);
  trama_chart_view_set_maker (TRAMA_CHART_VIEW (self->chart), make_chart, self, NULL);
  gtk_box_append (GTK_BOX (self), self->chart);
  self->note = add_label (GTK_WIDGET (self), "caption");
  gtk_widget_add_css_class (self->note, "dim-label");
  return GTK_WIDGET (self);
}
