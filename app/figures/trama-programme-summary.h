/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-cost-share.h"
#include "trama-independence.h"
#include "trama-trend.h"

G_BEGIN_DECLS

/*
 * All that a programme's page and its printed evaluation show, computed once of a version as of a
 * date. Immutable and atomically reference-counted: made in a thread, shown in another.
 */
typedef struct
{
  gatomicrefcount references;
  TramaVersion *version;
  const TramaProgramme *programme; /* in @version */
  gint32 as_of;
  TramaEvaluation *evaluation;     /* method profo */
  TramaEvaluation *results;        /* method network-results: the printed list */
  GArray *trend;                   /* TramaTrendPoint of profo, the last one as of the date */
  TramaCostShare *cost_share;
  TramaCohort *cohort;
  TramaIndependence *independence;
  GArray *independence_line;       /* TramaIndependencePoint since the group was formed */
  guint n_firms;                   /* members on the date */
  guint n_owners;                  /* their owner groups */
  GArray *open_months; /* int month indexes since formation, ended by the date, not closed */
  int month; /* after the manager's appointment, from 1; 0: none yet */
} TramaProgrammeSummary;

/* @programme must be in @version. NULL where it is not, or where @cancellable was cancelled.
 * (transfer full) */
TramaProgrammeSummary *trama_programme_summary_new (TramaVersion *version, TramaId programme,
                                                    gint32 as_of, GCancellable *cancellable);
TramaProgrammeSummary *trama_programme_summary_ref (TramaProgrammeSummary *summary);
void trama_programme_summary_unref (TramaProgrammeSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaProgrammeSummary, trama_programme_summary_unref)

/* Where the programme stands on the date. */
typedef enum
{
  TRAMA_PHASE_PREPARATION,
  TRAMA_PHASE_CONSOLIDATION,
  TRAMA_PHASE_INDEPENDENCE,
} TramaProgrammePhase;

TramaProgrammePhase trama_programme_summary_phase (const TramaProgrammeSummary *summary);

/* The paid share over three closed months that is known last; NaN: none. @agreed: of its month. */
double trama_programme_summary_paid (const TramaProgrammeSummary *summary, double *agreed);
/* By how many months the paid share is behind what was agreed; negative: ahead. FALSE where it
 * cannot be said. */
gboolean trama_programme_summary_months_behind (const TramaProgrammeSummary *summary, int *months);

/* Sentences, translated. (transfer full) */

/* The page's first line: "7, at most 8, of 12 criteria met; the share paid by firms is two months
 * behind plan". */
char *trama_programme_summary_headline (const TramaProgrammeSummary *summary);
/* "27 months since it was formed; 20 firms of 19 owner groups; all months to June 2026 are closed" */
char *trama_programme_summary_subline (const TramaProgrammeSummary *summary);
/* "Hand-over between July 2027 and January 2028", "Not on this course", … */
char *trama_programme_summary_hand_over (const TramaProgrammeSummary *summary);

G_END_DECLS
