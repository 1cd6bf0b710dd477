/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trama-programme-summary.h"

G_BEGIN_DECLS

/* One criterion in a list: verdict, title, figure, grade of the evidence, "why?". */
#define TRAMA_TYPE_CRITERION_ROW (trama_criterion_row_get_type ())
G_DECLARE_FINAL_TYPE (TramaCriterionRow, trama_criterion_row, TRAMA, CRITERION_ROW, GtkListBoxRow)

/* The columns of a list share two groups of sizes. */
GtkWidget *trama_criterion_row_new (GtkSizeGroup *titles, GtkSizeGroup *verdicts);
/* @result is of @summary, or of its list of results. */
void trama_criterion_row_set_result (TramaCriterionRow *row, TramaProgrammeSummary *summary,
                                     const TramaEvaluation *evaluation,
                                     const TramaCriterionResult *result);
/* With the verdict and figure below the title. */
void trama_criterion_row_set_narrow (TramaCriterionRow *row, gboolean narrow);
/* Opens the reasons. */
void trama_criterion_row_show_why (TramaCriterionRow *row);

G_END_DECLS
