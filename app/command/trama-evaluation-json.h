/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-evaluation.h"
#include "trama-trend.h"

G_BEGIN_DECLS

/* The JSON of trama evaluate --json (docs/method-format.md, “What evaluate prints”). @evaluations:
 * TramaEvaluation. (transfer full) */
char *trama_evaluations_to_json (TramaMethod *method, gint32 as_of, GPtrArray *evaluations,
                                 const TramaCohort *cohort);

G_END_DECLS
