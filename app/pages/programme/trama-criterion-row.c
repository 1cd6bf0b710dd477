/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme/trama-criterion-row.h"

#include <glib/gi18n-lib.h>

#include "trama-grade-square.h"
#include "trama-verdict-glyph.h"

struct _TramaCriterionRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *glyph;
  GtkWidget *words; /* title and verdict beside or above the figure */
  GtkWidget *heading;
  GtkLabel *title;
  GtkLabel *verdict;
  GtkLabel *figure;
  GtkWidget *grade;
  GtkWidget *why;
  const char *verdict_class;
};

enum
{
  WHY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TramaCriterionRow, trama_criterion_row, GTK_TYPE_LIST_BOX_ROW)

static void
ask_why (TramaCriterionRow *self)
{
  g_signal_emit (self, signals[WHY], 0, self->why);
}

static void
trama_criterion_row_class_init (TramaCriterionRowClass *class)
{
  signals[WHY] = g_signal_new ("why", TRAMA_TYPE_CRITERION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class, int chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), chars);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
trama_criterion_row_init (TramaCriterionRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  self->glyph = trama_verdict_glyph_new ();
  gtk_widget_set_valign (self->glyph, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->glyph);

  self->words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_widget_set_valign (self->words, GTK_ALIGN_CENTER);
  self->heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_box_append (GTK_BOX (self->words), self->heading);
  self->title = add_label (self->heading, "heading", 17);
  self->verdict = add_label (self->heading, NULL, 13);
  self->figure = add_label (self->words, NULL, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->figure), TRUE);
  gtk_box_append (GTK_BOX (box), self->words);

  self->grade = trama_grade_square_new ();
  gtk_widget_set_valign (self->grade, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->grade);

  /* Translators: a button that opens the explanation of a figure or verdict */
  self->why = gtk_button_new_with_label (_ ("why?"));
  gtk_widget_add_css_class (self->why, "flat");
  gtk_widget_add_css_class (self->why, "accent");
  gtk_widget_set_valign (self->why, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->why, "clicked", G_CALLBACK (ask_why), self);
  gtk_box_append (GTK_BOX (box), self->why);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

GtkWidget *
trama_criterion_row_new (void)
{
  return g_object_new (TRAMA_TYPE_CRITERION_ROW, NULL);
}

void
trama_criterion_row_set_result (TramaCriterionRow *self, const TramaCriterionResult *result)
{
  g_autofree char *figure = NULL;
  g_autofree char *name = NULL;
  g_autofree char *asked = NULL;
  const char *title, *verdict;

  g_return_if_fail (TRAMA_IS_CRITERION_ROW (self) && result != NULL);

  title = trama_method_text (result->criterion->title);
  verdict = trama_criterion_result_verdict_label (result);
  figure = trama_criterion_result_to_prose (result);
  trama_verdict_glyph_set (TRAMA_VERDICT_GLYPH (self->glyph), result->verdict, result->weak);
  trama_grade_square_set_grade (TRAMA_GRADE_SQUARE (self->grade), result->grade);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->verdict, verdict);
  gtk_label_set_label (self->figure, figure);
  if (self->verdict_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), self->verdict_class);
  self->verdict_class = trama_verdict_css_class (result->verdict);
  if (self->verdict_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->verdict), self->verdict_class);
  /* Translators: criterion, verdict, figure: read aloud */
  name = g_strdup_printf (C_ ("criterion", "%s: %s. %s"), title, verdict, figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  asked = g_strdup_printf (_ ("Why: %s, %s"), title, verdict);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->why), GTK_ACCESSIBLE_PROPERTY_LABEL, asked,
                                  -1);
}

void
trama_criterion_row_set_narrow (TramaCriterionRow *self, gboolean narrow)
{
  g_return_if_fail (TRAMA_IS_CRITERION_ROW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->words), narrow ? GTK_ORIENTATION_VERTICAL
                                                                       : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->words), narrow ? 2 : 10);
  gtk_label_set_width_chars (self->title, narrow ? -1 : 17);
  gtk_label_set_width_chars (self->verdict, narrow ? -1 : 13);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self->figure), "caption");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->figure), "caption");
}
