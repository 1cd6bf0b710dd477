/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-reading.h"

G_BEGIN_DECLS

/*
 * What a method's criteria come to where it classifies: the ideal profile at the least mean
 * distance, the first outcome whose rule holds, or the weakest criterion.
 */

typedef enum
{
  TRAMA_ANSWER_TYPE,         /* one of the method's outcomes */
  TRAMA_ANSWER_CRITERION,    /* the weakest criterion */
  TRAMA_ANSWER_BETWEEN,      /* the margin to the next profile is too small */
  TRAMA_ANSWER_NONE,         /* the method does not classify; only advice and warnings hold */
  TRAMA_ANSWER_CANNOT_JUDGE, /* too little is rated, or something open would decide */
} TramaAnswer;

/* How far an outcome is from the ratings. */
typedef struct
{
  const TramaOutcomeType *type;
  TramaRatio distance; /* mean over @n_rows; over 0: none of its rows is rated */
  guint n_rows;
  TramaTri holds; /* of a gate or a rule */
} TramaOutcomeDistance;

typedef struct
{
  TramaAnswer answer;
  const TramaOutcomeType *type; /* TYPE: the answer; with an override the one that it says */
  const TramaCriterion *criterion; /* CRITERION: the answer */
  const TramaOutcomeType *nearest; /* the least distance, or the rule that holds; NULL: none */
  const TramaOutcomeType *runner_up; /* the next; NULL: none */
  const TramaCriterion *runner_up_criterion;
  TramaRatio score;  /* distance of the nearest, or level of the weakest; over 0: there is none */
  TramaRatio margin; /* from the nearest to the next; over 0: there is none */
  GArray *distances; /* TramaOutcomeDistance: gates in the file's order, then profiles nearest
                      * first; or the outcomes in the file's order */
  GPtrArray *against;      /* TramaCriterion: rated, and not as the answer expects */
  GPtrArray *would_decide; /* TramaCriterion: not rated, and would settle most */
  GPtrArray *advice;       /* TramaAdvice of the answer and of the method that holds */
  GPtrArray *warnings;     /* TramaAdvice */
  /* Two dated readings that show the distance to another type falling; NULL: none. */
  const TramaOutcomeType *moving_from;
  const TramaOutcomeType *moving_to;
  gint32 moving_since; /* the day of the earlier reading */
  /* An answer of the method's own that somebody replaced, with the reason; NULL: nobody did. */
  const TramaOutcomeType *computed;
  const TramaRecord *override; /* borrowed from the version */
  const char *override_reason;
} TramaFinding;

void trama_finding_free (TramaFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaFinding, trama_finding_free)

/* The outcome's or criterion's id, "between" or "cannot-judge"; NULL where the method does not
 * classify. Borrowed. */
const char *trama_finding_id (const TramaFinding *finding);
/* For people, translated: "Organized cluster", "Between … and …"; NULL as above. (transfer full) */
char *trama_finding_to_prose (const TramaFinding *finding);
/* "a mean of 0.25 steps from it; the next, Innovative cluster, is 0.5 further". (transfer full) */
char *trama_finding_distance_to_prose (const TramaFinding *finding);

/* What the type's profile expects of the criterion; NULL where it says nothing of it, or has no
 * profile. Borrowed. */
const TramaProfileCell *trama_outcome_type_expects (const TramaOutcomeType *type,
                                                    const TramaCriterion *criterion);

/* The mean distances to the method's profiles as of a day, nearest first. (transfer full:
 * TramaOutcomeDistance) */
GArray *trama_finding_distances_at (TramaMethod *method, TramaVersion *version, TramaId subject,
                                    gint32 as_of, gint32 known_on);

G_END_DECLS
