/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-version.h"

G_BEGIN_DECLS

/*
 * The rules by which a tie counts on a date (D7 of the methods, with D4 for vague dates), on one
 * linkage record alone.
 *
 * A tie counts on day d if it surely started on d or before, surely has not ended by d, and is
 * confirmed: something shows that it was alive after d − 24 months (D4: month ends clipped). What
 * shows it is its start, its confirmation, or an end that came after d. A tie of which nothing has
 * been heard for longer is unconfirmed; it is shown and not counted, and is never called lost.
 * A tie without a starting date holds at every date until it ends and is flagged as undated.
 * Where a vague date would decide, the tie is unsure: shown, not counted.
 */
typedef enum
{
  TRAMA_TIE_ABSENT,      /* not begun, or ended */
  TRAMA_TIE_COUNTS,
  TRAMA_TIE_UNCONFIRMED, /* not confirmed within 24 months */
  TRAMA_TIE_UNSURE,      /* a vague date would decide whether it had begun or ended */
} TramaTieState;

#define TRAMA_TIE_CONFIRMED_MONTHS 24
#define TRAMA_TIE_CONTACT_MONTHS 12

/* @vague (may be NULL): a vague date touches the verdict. */
TramaTieState trama_tie_state_at (const TramaLinkage *linkage, gint32 day, gboolean *vague);
/* It has no starting date. */
gboolean trama_tie_is_undated (const TramaLinkage *linkage);
/* It surely had ended by @day. */
gboolean trama_tie_has_ended (const TramaLinkage *linkage, gint32 day);
/* A contact without the introducer surely fell into the twelve months up to @day (M13). A contact
 * recorded for later than @day does not count: it had not happened. */
gboolean trama_tie_had_contact_without (const TramaLinkage *linkage, gint32 day);
/* Subcontracting, supply, sales, finance and service run from one end to the other. */
gboolean trama_linkage_kind_is_directed (TramaLinkageKind kind);
/* 1 … 3; 1 where it is not known. */
int trama_tie_strength (const TramaLinkage *linkage);

/* joined ≤ day < left, surely; no joining date: since ever. @vague (may be NULL): a vague date
 * decided against it. */
gboolean trama_membership_holds (const TramaMembership *membership, gint32 day, gboolean *vague);

G_END_DECLS
