/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-ratio.h"
#include "trama-version.h"

G_BEGIN_DECLS

/* What a record is to a figure. */
typedef enum
{
  TRAMA_ROLE_COUNTS, /* is counted */
  TRAMA_ROLE_OPEN,   /* would count if what is missing were known */
  TRAMA_ROLE_MISSES, /* was looked at and does not count */
} TramaRole;

/* Why a figure is not certain. */
typedef enum
{
  TRAMA_REASON_NONE = 0,
  TRAMA_REASON_TOO_EARLY,
  TRAMA_REASON_MONTHS_OPEN,
  TRAMA_REASON_NO_BASE,
  TRAMA_REASON_FIELD_MISSING,
  TRAMA_REASON_DATE_VAGUE,
  TRAMA_REASON_NO_RATE,
  TRAMA_REASON_NOT_APPOINTED,
  TRAMA_REASON_POST_ENDED,
  TRAMA_REASON_NOT_RATED,
} TramaReason;

/* "too-early", "months-open", … as in trama evaluate --json; NULL for none. */
const char *trama_reason_id (TramaReason reason);
/* For people, translated. */
const char *trama_reason_label (TramaReason reason);

typedef struct
{
  TramaId record;
  TramaRole role;
  TramaReason reason; /* OPEN: what is missing */
  char *note;         /* why it is open or misses; for OPEN the question that would settle it */
} TramaFigureRecord;

/*
 * A figure and the records behind it. It is a range: @low is certain, @high is what it may be at
 * most if everything open turned out in its favour. For most figures the two are the same.
 */
typedef struct
{
  const struct _TramaMeasure *measure;
  TramaRatio low;
  TramaRatio high;
  gboolean known;     /* FALSE: nothing can be said, for @reason */
  TramaReason reason; /* why not known, or why low ≠ high */
  GArray *records;    /* TramaFigureRecord */
  char *detail;       /* a clause for people that adds to the number; NULL: none */
} TramaFigure;

TramaFigure *trama_figure_new (const struct _TramaMeasure *measure);
void trama_figure_free (TramaFigure *figure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaFigure, trama_figure_free)

/* @note: (transfer full) (nullable). A record is held once; its strongest role wins. */
void trama_figure_add (TramaFigure *figure, const TramaRecord *record, TramaRole role,
                       TramaReason reason, char *note);
void trama_figure_set_count (TramaFigure *figure, gint64 low, gint64 high);
void trama_figure_set_unknown (TramaFigure *figure, TramaReason reason);
guint trama_figure_n_counting (const TramaFigure *figure);

/* "3 joint stands", "11 of 19 owner groups", "71%"; translated. (transfer full) */
char *trama_figure_to_prose (const TramaFigure *figure);

G_END_DECLS
