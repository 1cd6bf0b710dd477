/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trama-kind.h"

G_BEGIN_DECLS

/* The grade of evidence as a letter in a small square, dashed for C and D; "–" where there is no
 * record to grade. Its tooltip and its name say what the grade means. */
#define TRAMA_TYPE_GRADE_SQUARE (trama_grade_square_get_type ())
G_DECLARE_FINAL_TYPE (TramaGradeSquare, trama_grade_square, TRAMA, GRADE_SQUARE, GtkWidget)

GtkWidget *trama_grade_square_new (void);
/* @grade: a TramaGrade, or 0. */
void trama_grade_square_set_grade (TramaGradeSquare *square, guint grade);

/* "document", "two parties", "one party", "broker’s estimate"; NULL for 0. */
const char *trama_grade_words (guint grade);

G_END_DECLS
