/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trama-evaluation.h"

G_BEGIN_DECLS

/* One criterion: glyph, title, verdict, figure, grade of evidence, and "why?". Signal: "why"
 * (GtkWidget *anchor). */
#define TRAMA_TYPE_CRITERION_ROW (trama_criterion_row_get_type ())
G_DECLARE_FINAL_TYPE (TramaCriterionRow, trama_criterion_row, TRAMA, CRITERION_ROW, GtkListBoxRow)

GtkWidget *trama_criterion_row_new (void);
void trama_criterion_row_set_result (TramaCriterionRow *row, const TramaCriterionResult *result);
/* On two lines instead of side by side. */
void trama_criterion_row_set_narrow (TramaCriterionRow *row, gboolean narrow);

G_END_DECLS
