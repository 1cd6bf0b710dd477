/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "trama-evaluation.h"

G_BEGIN_DECLS

/* A method's score at the end of one month. */
typedef struct
{
  gint32 day;
  int age_months;
  TramaScore score;
  guint met_as_known; /* met by what had been entered by then */
} TramaTrendPoint;

/* From the month the programme was formed in to @as_of: every month's end, and @as_of itself.
 * Empty where it is not known when it was formed. (transfer full) (element TramaTrendPoint) */
GArray *trama_trend_new (TramaMethod *method, TramaVersion *version, TramaId programme,
                         gint32 as_of, GCancellable *cancellable);

typedef struct
{
  TramaId programme;
  int age_months;
  TramaScore score;
} TramaCohortMember;

typedef struct
{
  GArray *members; /* TramaCohortMember, by age; programmes formed by the date */
  /* Programmes of the age band that Box 3 speaks of. */
  int band_from, band_to;
  guint n;
  guint at_least_4;
  guint at_least_6;
} TramaCohort;

/* All programmes of the portfolio that were formed by the date. (transfer full) */
TramaCohort *trama_cohort_new (TramaMethod *method, TramaVersion *version, gint32 as_of);
void trama_cohort_free (TramaCohort *cohort);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaCohort, trama_cohort_free)

G_END_DECLS
