/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-case.h"
#include "trama-evaluation.h"
#include "trama-trend.h"

G_BEGIN_DECLS

/* An evaluation as a table on the terminal. */
void trama_evaluation_print_heading (TramaMethod *method, gint32 as_of);
void trama_evaluation_print (const TramaEvaluation *evaluation);
void trama_evaluation_print_cohort (TramaMethod *method, const TramaCohort *cohort);
/* What the document of the case says itself. */
void trama_evaluation_print_verdicts (const TramaMethod *method, const TramaCase *a_case);

G_END_DECLS
