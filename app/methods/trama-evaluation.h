/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-finding.h"

G_BEGIN_DECLS

/* What a method says of a subject as of a date, and why. */

typedef enum
{
  TRAMA_VERDICT_NOT_MET,
  TRAMA_VERDICT_UNKNOWN,
  TRAMA_VERDICT_MET,
  TRAMA_VERDICT_NOT_APPLICABLE,
} TramaVerdict;

/* "met", "not-met", "unknown", "not-applicable". */
const char *trama_verdict_id (TramaVerdict verdict);

/* A figure as one comparison of a rule used it. */
typedef struct
{
  TramaFigure *figure;
  const TramaRule *rule;
  TramaRatio threshold;
  TramaTri holds;
} TramaFigureUse;

typedef struct
{
  const TramaCriterion *criterion;
  TramaVerdict verdict;
  gboolean weak;       /* met, on evidence C or D alone (D6) */
  TramaReason reason;  /* unknown, not applicable */
  guint grade;         /* TramaGrade; 0: no record to grade */
  GPtrArray *figures;  /* TramaFigureUse, in the rule's order */
  GArray *open_months; /* int month indexes of the window that are not closed */
  guint deciding;      /* index into figures: the one to show first */
  TramaReading reading; /* the level it was read as and the ratings; nothing known: not rated */
} TramaCriterionResult;

typedef struct
{
  TramaMethod *method;
  TramaVersion *version;
  TramaId subject;
  gint32 as_of;
  int age_months;     /* −1: not known */
  GPtrArray *results; /* TramaCriterionResult, in the method's order */
  guint met;          /* weak ones included */
  guint weak;
  guint unknown;
  guint not_met;
  guint of;           /* applicable criteria */
  /* What the whole comes to, where the method comes to an outcome; NULL for scores and matrices.
   * Where it rests on profiles, "met" counts the criteria that agree with the nearest. */
  TramaFinding *finding;
} TramaEvaluation;

/* @known_on: only what was entered by the end of that day; G_MAXINT32: all. (transfer full) */
TramaEvaluation *trama_evaluation_new (TramaMethod *method, TramaVersion *version, TramaId subject,
                                       gint32 as_of, gint32 known_on);
void trama_evaluation_free (TramaEvaluation *evaluation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaEvaluation, trama_evaluation_free)

static inline guint
trama_evaluation_at_most (const TramaEvaluation *evaluation)
{
  return evaluation->met + evaluation->unknown;
}

static inline guint
trama_evaluation_judged (const TramaEvaluation *evaluation)
{
  return evaluation->met + evaluation->not_met;
}

/* Only how many are met and unknown, for trends: no figures are kept. */
typedef struct
{
  guint met;
  guint unknown;
  guint of;
} TramaScore;

TramaScore trama_evaluation_score (TramaMethod *method, TramaVersion *version, TramaId subject,
                                   gint32 as_of, gint32 known_on);

/* The records that count, each once, over one criterion or all that are met. (transfer container:
 * TramaId) */
GArray *trama_criterion_result_records (const TramaCriterionResult *result);
GArray *trama_evaluation_met_records (const TramaEvaluation *evaluation);
/* How many distinct actions carry the score: joint actions, courses, services, routes, products,
 * practices and finance lines behind the met criteria. */
guint trama_evaluation_n_actions (const TramaEvaluation *evaluation);
/* Of the records behind the score, those entered more than 60 days after what they record. */
guint trama_evaluation_n_late (const TramaEvaluation *evaluation, guint *of);

/* The result of a criterion; NULL where the method has none of that id. Borrowed. */
const TramaCriterionResult *trama_evaluation_result (const TramaEvaluation *evaluation,
                                                     const TramaCriterion *criterion);

/* Where the subject stands on an axis of a map (or along a row or column of a matrix): the mean
 * level of the criteria that are known; over 0 where none is. @n_known may be NULL. */
TramaRatio trama_evaluation_group_level (const TramaEvaluation *evaluation,
                                         const TramaMethodGroup *group, guint *n_known);

/* A question whose answer would settle something. */
typedef struct
{
  char *text;
  GArray *records;   /* TramaId, those to be completed */
  GPtrArray *criteria; /* borrowed TramaCriterion */
} TramaQuestion;

/* Those that would settle most criteria first; at most @limit. (transfer full) */
GPtrArray *trama_evaluation_questions (const TramaEvaluation *evaluation, guint limit);

/* Sentences, translated. (transfer full) */

/* "Met", "Met, weak", "Not met", "Cannot be judged", "Does not apply". Borrowed. */
const char *trama_criterion_result_verdict_label (const TramaCriterionResult *result);
/* "3 joint actions; 1 needed". */
char *trama_criterion_result_to_prose (const TramaCriterionResult *result);
/* "rated 2: Upgraded, though few firms are close to the frontier"; NULL where no rating, field or
 * figure was read. */
char *trama_criterion_result_reading_to_prose (const TramaCriterionResult *result);
/* "1 needed", "10 of 19 needed", "75% needed". */
char *trama_figure_use_needed (const TramaFigureUse *use);
/* "7, at most 8, of 12 criteria met". */
char *trama_evaluation_to_prose (const TramaEvaluation *evaluation);
/* Why a criterion is unknown or does not apply. */
char *trama_criterion_result_reason_to_prose (const TramaCriterionResult *result);
/* "UNCTAD 1998 (TD/B/COM.3/EM.5/2), Box 3". */
char *trama_source_to_prose (const TramaSource *source);
/* "March 2026", "March–May 2026", "12 months from March 2025". */
char *trama_months_to_prose (GArray *months);

G_END_DECLS
