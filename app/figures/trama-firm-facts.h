/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-tie-state.h"
#include "trama-version.h"

G_BEGIN_DECLS

/* What is known of a firm, institution or person as of a date: for the table of firms, and for the
 * inspector beside it and beside the network. */

typedef struct
{
  const TramaLinkage *linkage;
  const TramaRecord *other; /* the other end */
  gboolean outgoing;        /* from the subject to the other */
  TramaTieState state;      /* COUNTS, UNCONFIRMED or UNSURE; absent ties are left out */
  gboolean introduced;      /* by a broker or agency staff */
  gboolean alone;           /* … and no contact without them in 12 months */
} TramaFactTie;

typedef struct
{
  const TramaRecord *subject;
  TramaTier tier;                           /* of a firm; 0: not known */
  const TramaTierReading *tier_reading;     /* NULL: none */
  const TramaFirmReading *reading;          /* the latest by the date; NULL: none */
  const TramaFirmReading *employment;       /* the latest with employment; NULL: none */
  GPtrArray *memberships;                   /* borrowed TramaMembership that hold on the date */
  GPtrArray *certificates;                  /* borrowed TramaCertificate that hold on the date */
  GArray *ties;                             /* TramaFactTie, by kind, then name */
  guint n_ties;                             /* that count */
  guint n_introduced;                       /* of those */
  guint n_alone;                            /* of those */
} TramaFirmFacts;

/* Borrows from @version. (transfer full) */
TramaFirmFacts *trama_firm_facts_new (TramaVersion *version, const TramaRecord *subject,
                                      gint32 as_of);
void trama_firm_facts_free (TramaFirmFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaFirmFacts, trama_firm_facts_free)

/* The one reading that a table needs, without the ties. NULL: none. Borrowed. */
const TramaTierReading *trama_firm_tier_on (TramaVersion *version, TramaId firm, gint32 day);
const TramaFirmReading *trama_firm_employment_on (TramaVersion *version, TramaId firm, gint32 day);
/* The names of the programmes it is a member of on the date, "–" for none. (transfer full) */
char *trama_firm_programmes_on (TramaVersion *version, TramaId firm, gint32 day);
guint trama_count_ties_on (TramaVersion *version, TramaId subject, gint32 day);

/* "7: 2 subcontracting, 4 co-operation, 1 information". (transfer full) */
char *trama_firm_facts_ties_to_prose (const TramaFirmFacts *facts);

G_END_DECLS
