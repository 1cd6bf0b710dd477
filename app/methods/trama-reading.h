/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-method.h"

G_BEGIN_DECLS

/* Where the level of a criterion was taken from. */
typedef enum
{
  TRAMA_READ_NOTHING,
  TRAMA_READ_RATING, /* people's judgement on the rubric */
  TRAMA_READ_FIELD,  /* a field of the subject */
  TRAMA_READ_FIGURE, /* a measure, through the bands */
  TRAMA_READ_RULE,   /* 1 for met, 0 for not met */
} TramaReadingOrigin;

/* NULL for NOTHING, "rating", "field", "figure", "rule". */
const char *trama_reading_origin_id (TramaReadingOrigin origin);

/*
 * The level of a criterion as of a date, and the ratings beside it. A figure, a field or a rule
 * that is certain goes before a rating; both are kept, to be shown. Of each rater the latest
 * rating whose date lies wholly on or before the day counts; of several raters the median.
 */
typedef struct
{
  TramaReadingOrigin origin;
  TramaRatio value; /* over 0: not known */
  TramaRatio rating; /* median of the ratings; over 0: nobody rated it */
  int least;  /* the spread of the ratings */
  int greatest;
  guint n_raters;
  gboolean by_broker; /* one of the raters is the broker */
  GPtrArray *ratings; /* borrowed from the version: TramaAssessment, latest of each rater */
  TramaFigure *figure; /* NULL: there is none */
} TramaReading;

void trama_reading_init (TramaReading *reading);
void trama_reading_clear (TramaReading *reading);

static inline gboolean
trama_reading_is_known (const TramaReading *reading)
{
  return reading->origin != TRAMA_READ_NOTHING;
}

/* Reads ratings, field and figure of @criterion; a rule is not asked. @reading must be fresh. */
void trama_reading_take (TramaReading *reading, const TramaMethod *method,
                         const TramaCriterion *criterion, TramaContext *context);

/* The days by which a set of ratings for the method was complete: the last days of their dates,
 * ascending, each once, none after @as_of. (transfer full: gint32) */
GArray *trama_reading_days (const TramaMethod *method, TramaVersion *version, TramaId subject,
                            gint32 as_of);

G_END_DECLS
