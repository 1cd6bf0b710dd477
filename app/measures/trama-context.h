/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-version.h"
#include "trama-window.h"

G_BEGIN_DECLS

/*
 * Whose figures are asked for, as of when, and on what evidence: the definitions that all measures
 * share (D1–D6 of the methods).
 */
typedef struct
{
  TramaVersion *version; /* borrowed */
  TramaId subject;
  gint32 as_of;
  /* Only records with evidence of this grade or better count; TRAMA_GRADE_D: all (D6). */
  TramaGrade weakest;
  /* Only what had been entered by the end of this day is known; G_MAXINT32: all. Draws the line
   * "as known then". */
  gint32 known_on;
} TramaContext;

void trama_context_init (TramaContext *context, TramaVersion *version, TramaId subject,
                         gint32 as_of);
/* NULL where the subject is no programme. */
const TramaProgramme *trama_context_programme (TramaContext *context);

/* The best grade among the evidence of the record or of the record it belongs to (a contribution's
 * joint action, an attendance's session and course); none: D, the broker's word. */
TramaGrade trama_record_grade (TramaVersion *version, const TramaRecord *record);
/* Whether the record may carry a figure: its grade is good enough and it was known. */
gboolean trama_context_admits (TramaContext *context, const TramaRecord *record);
/* Only whether it was known. */
gboolean trama_context_knows (TramaContext *context, const TramaRecord *record);

/* D1: the owner group of a firm, or the firm itself where it has none. */
TramaId trama_owner_of (TramaVersion *version, TramaId firm);
/* Whether the firm was a member of the programme on some day of the date's span. */
TramaTri trama_context_is_member (TramaContext *context, TramaId firm, TramaDate on);

/* A set of owner groups, each certain or possible. */
typedef struct
{
  GArray *owners; /* { TramaId id; TramaTri state; } */
} TramaOwners;

typedef struct
{
  TramaId id;
  TramaTri state;
} TramaOwner;

void trama_owners_init (TramaOwners *owners);
void trama_owners_clear (TramaOwners *owners);
/* Raises the state of @id to @state at least. */
void trama_owners_add (TramaOwners *owners, TramaId id, TramaTri state);
TramaTri trama_owners_state (const TramaOwners *owners, TramaId id);
/* How many are at least @state. */
guint trama_owners_count (const TramaOwners *owners, TramaTri state);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TramaOwners, trama_owners_clear)

/* D2: owner groups that were members for at least half of the window, those who left included. */
void trama_context_base (TramaContext *context, TramaWindow window, TramaOwners *base);
/*
 * The share of @base that is in @some: @low counts what is certain over the base that is worst for
 * it, @high what is possible over the base that is best.
 */
void trama_owners_share (const TramaOwners *base, const TramaOwners *some, TramaRatio *low,
                         TramaRatio *high);

/* D5: whether every calendar month that the window touches is closed. */
gboolean trama_context_months_closed (TramaContext *context, TramaWindow window);
/* The calendar months of the window that are not closed, as month indexes. (transfer full) */
GArray *trama_context_open_months (TramaContext *context, TramaWindow window);

/* Whole months since the programme was formed; −1 where it is not known or not yet. */
int trama_context_age_months (TramaContext *context);
/* The month after the manager's appointment that @day lies in, from 1; 0: before or not known. */
int trama_programme_month_of_appointment (const TramaProgramme *programme, gint32 day);

/* Sums are taken in one currency, by the latest rate not after @day. FALSE where there is none. */
gboolean trama_context_convert (TramaContext *context, TramaMoney money, const char *currency,
                                gint32 day, gint64 *low, gint64 *high);

G_END_DECLS
