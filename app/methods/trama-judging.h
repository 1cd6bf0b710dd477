/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-evaluation.h"

G_BEGIN_DECLS

/* The work of judging one subject as of one day: readings are taken once. Only for the files that
 * evaluate. */
typedef struct
{
  TramaMethod *method; /* borrowed */
  TramaContext context;
  TramaReading *readings; /* one for each criterion */
  guint8 *taken;
} TramaJudging;

void trama_judging_init (TramaJudging *judging, TramaMethod *method, TramaVersion *version,
                         TramaId subject, gint32 as_of, gint32 known_on);
void trama_judging_clear (TramaJudging *judging);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TramaJudging, trama_judging_clear)

/* The level of the criterion with that index. Borrowed. */
const TramaReading *trama_judging_reading (TramaJudging *judging, guint criterion);
/* Whether a rule holds; the figures it used go to @uses (TramaFigureUse) where that is not NULL. */
TramaTri trama_judging_rule (TramaJudging *judging, const TramaRule *rule, GPtrArray *uses);
/* Whether the criterion is met, with the months that must be closed (D5). */
TramaVerdict trama_judging_verdict (TramaJudging *judging, guint criterion, GPtrArray *uses,
                                    TramaReason *reason);
/* The criteria that a rule names and of which nothing is known. @found: TramaCriterion, borrowed. */
void trama_judging_unknown_criteria (TramaJudging *judging, const TramaRule *rule,
                                     GPtrArray *found);
/* The window whose months must be closed; FALSE where there is none. */
gboolean trama_judging_window (TramaJudging *judging, const TramaCriterion *criterion,
                               TramaWindow *window);
/* Whether a level counts as met. */
gboolean trama_criterion_is_good (const TramaCriterion *criterion, TramaRatio value);

/* The outcome of what was judged; NULL where the method does not classify. @results:
 * TramaCriterionResult. (transfer full) */
TramaFinding *trama_finding_new (TramaJudging *judging, GPtrArray *results);
/* trama-finding-profiles.c: the part that classifies by profiles. */
void trama_finding_classify (TramaFinding *finding, TramaJudging *judging);
void trama_finding_find_movement (TramaFinding *finding, TramaJudging *judging);

G_END_DECLS
