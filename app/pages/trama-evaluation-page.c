/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-evaluation-page.h"

#include <glib/gi18n-lib.h>

#include "trama-criterion-row.h"
#include "trama-method-card.h"

#define N_METHODS 2

struct _TramaEvaluationPage
{
  TramaPage parent_instance;

  GtkWidget *body;
  GtkWidget *groups[N_METHODS];
  GtkWidget *lists[N_METHODS];
  GtkWidget *notes[N_METHODS];
  GtkSizeGroup *titles;
  GtkSizeGroup *verdicts;
  GPtrArray *cards; /* borrowed: the other methods that judge programmes */
};

G_DEFINE_FINAL_TYPE (TramaEvaluationPage, trama_evaluation_page, TRAMA_TYPE_PAGE)

static void
show_method (TramaEvaluationPage *self, guint index, TramaProgrammeSummary *summary,
             const TramaEvaluation *evaluation)
{
  g_autofree char *score = trama_evaluation_to_prose (evaluation);
  g_autofree char *source = trama_source_to_prose (&evaluation->method->source);
  g_autofree char *text = NULL;
  const char *words = trama_method_text (evaluation->method->text);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->groups[index]),
                                   trama_method_text (evaluation->method->title));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->groups[index]), score);
  /* Translators: a method's own words, its source, and whose words its rules are in */
  text = g_strdup_printf (_ ("%s Source: %s. Basis: %s."), words != NULL ? words : "", source,
                          trama_method_text (evaluation->method->basis));
  gtk_label_set_text (GTK_LABEL (self->notes[index]), text);
  for (guint i = 0; i < evaluation->results->len; i++)
    {
      GtkListBoxRow *row
          = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->lists[index]), (int) i);

      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (trama_criterion_row_new (self->titles, self->verdicts));
          gtk_list_box_append (GTK_LIST_BOX (self->lists[index]), GTK_WIDGET (row));
        }
      trama_criterion_row_set_narrow (TRAMA_CRITERION_ROW (row),
                                      trama_page_get_narrow (TRAMA_PAGE (self)));
      trama_criterion_row_set_result (TRAMA_CRITERION_ROW (row), summary, evaluation,
                                      g_ptr_array_index (evaluation->results, i));
    }
}

static void
trama_evaluation_page_update (TramaPage *page)
{
  TramaEvaluationPage *self = TRAMA_EVALUATION_PAGE (page);
  TramaWorkspace *workspace = trama_page_get_workspace (page);
  const TramaProgramme *programme = trama_workspace_get_programme (workspace);
  TramaProgrammeSummary *summary
      = programme != NULL ? trama_workspace_get_summary (workspace, programme->record.id) : NULL;

  trama_page_set_subtitle (page, programme != NULL ? programme->name : NULL);
  gtk_widget_set_visible (self->body, summary != NULL);
  if (summary == NULL)
    return;
  show_method (self, 0, summary, summary->evaluation);
  show_method (self, 1, summary, summary->results);
  for (guint i = 0; i < self->cards->len; i++)
    trama_method_card_update (self->cards->pdata[i], workspace, programme->record.id,
                              programme->name);
}

static void
trama_evaluation_page_dispose (GObject *object)
{
  TramaEvaluationPage *self = TRAMA_EVALUATION_PAGE (object);

  g_clear_object (&self->titles);
  g_clear_object (&self->verdicts);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  G_OBJECT_CLASS (trama_evaluation_page_parent_class)->dispose (object);
}

static void
trama_evaluation_page_class_init (TramaEvaluationPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = trama_evaluation_page_dispose;
  TRAMA_PAGE_CLASS (class)->update = trama_evaluation_page_update;
}

static void
criterion_activated (GtkListBox *list, GtkListBoxRow *row)
{
  trama_criterion_row_show_why (TRAMA_CRITERION_ROW (row));
}

static void
add_cards (TramaEvaluationPage *self)
{
  GPtrArray *methods = trama_methods_built_in ();

  self->cards = g_ptr_array_new ();
  for (guint i = 0; i < methods->len; i++)
    {
      TramaMethod *method = methods->pdata[i];
      GtkWidget *card;

      /* Those with a list of their own above. */
      if (trama_method_subject_kind (method) != TRAMA_KIND_PROGRAMME
          || g_str_equal (method->id, "profo") || g_str_equal (method->id, "network-results"))
        continue;
      card = trama_method_card_new (method);
      gtk_widget_set_margin_bottom (card, 12);
      g_ptr_array_add (self->cards, card);
      gtk_box_append (GTK_BOX (self->body), card);
    }
}

static void
trama_evaluation_page_init (TramaEvaluationPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->titles = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->verdicts = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->body, "page-body");
  for (guint i = 0; i < N_METHODS; i++)
    {
      self->groups[i] = adw_preferences_group_new ();
      self->lists[i] = gtk_list_box_new ();
      self->notes[i] = gtk_label_new (NULL);
      gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->lists[i]), GTK_SELECTION_NONE);
      gtk_widget_add_css_class (self->lists[i], "boxed-list");
      gtk_widget_add_css_class (self->lists[i], "criteria");
      g_signal_connect (self->lists[i], "row-activated", G_CALLBACK (criterion_activated), NULL);
      gtk_label_set_wrap (GTK_LABEL (self->notes[i]), TRUE);
      gtk_label_set_xalign (GTK_LABEL (self->notes[i]), 0);
      gtk_widget_add_css_class (self->notes[i], "caption");
      gtk_widget_add_css_class (self->notes[i], "dim-label");
      gtk_widget_set_margin_top (self->notes[i], 6);
      gtk_widget_set_margin_bottom (self->notes[i], 18);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->groups[i]), self->lists[i]);
      gtk_box_append (GTK_BOX (self->body), self->groups[i]);
      gtk_box_append (GTK_BOX (self->body), self->notes[i]);
    }
  add_cards (self);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->body);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  trama_page_set_content (TRAMA_PAGE (self), scroller);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Evaluation"));
  trama_page_set_primary (TRAMA_PAGE (self), _ ("Log Activity"), "win.add-record",
                          g_variant_new_string ("activity"));
}

TramaPage *
trama_evaluation_page_new (void)
{
  return g_object_new (TRAMA_TYPE_EVALUATION_PAGE, NULL);
}
