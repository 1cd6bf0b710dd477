/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-grade-square.h"

#include <glib/gi18n-lib.h>

struct _TramaGradeSquare
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (TramaGradeSquare, trama_grade_square, GTK_TYPE_WIDGET)

static void
trama_grade_square_dispose (GObject *object)
{
  TramaGradeSquare *self = TRAMA_GRADE_SQUARE (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (trama_grade_square_parent_class)->dispose (object);
}

static void
trama_grade_square_class_init (TramaGradeSquareClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_grade_square_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
trama_grade_square_init (TramaGradeSquare *self)
{
  self->label
      = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->label, "grade");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  trama_grade_square_set_grade (self, 0);
}

GtkWidget *
trama_grade_square_new (void)
{
  return g_object_new (TRAMA_TYPE_GRADE_SQUARE, NULL);
}

const char *
trama_grade_words (guint grade)
{
  static const char *const words[]
      = { NULL, N_ ("document"), N_ ("two parties"), N_ ("one party"), N_ ("manager’s estimate") };

  return grade > 0 && grade < G_N_ELEMENTS (words) ? g_dgettext (GETTEXT_PACKAGE, words[grade])
                                                   : NULL;
}

void
trama_grade_square_set_grade (TramaGradeSquare *self, guint grade)
{
  const char *letter = grade != 0 ? trama_grade_id ((TramaGrade) grade) : "–";
  g_autofree char *name = NULL;

  g_return_if_fail (TRAMA_IS_GRADE_SQUARE (self));

  if (grade == 0)
    name = g_strdup (_ ("No evidence to grade"));
  else
    /* Translators: a letter from A to D, and what it stands for */
    name = g_strdup_printf (_ ("Evidence %s: %s"), letter, trama_grade_words (grade));
  gtk_label_set_text (GTK_LABEL (self->label), letter);
  gtk_widget_remove_css_class (self->label, "dashed");
  gtk_widget_remove_css_class (self->label, "empty");
  if (grade == 0)
    gtk_widget_add_css_class (self->label, "empty");
  else if (grade >= TRAMA_GRADE_C)
    gtk_widget_add_css_class (self->label, "dashed");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
