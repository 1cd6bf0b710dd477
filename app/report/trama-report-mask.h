/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-report.h"

G_BEGIN_DECLS

/*
 * A portfolio as one reader may see it (consent per firm and purpose): whoever has not agreed to be
 * named to her is a number, in every name and every free text, before anything else is made of the
 * records. So nothing later can let a name slip.
 *
 * Numbers differ by recipient, so that two readers cannot lay their copies side by side. What the
 * file says of consent now decides, whatever the as-of date: one who has withdrawn is not named in
 * a report of last year either.
 */
typedef struct
{
  TramaVersion *version;     /* with the names replaced; the ids are the same */
  GArray *masked;            /* TramaId: firms, members and others */
  GHashTable *set;           /* the same, to look up */
} TramaReportMask;

/* @recipient may be NULL. (transfer full) */
TramaReportMask *trama_report_mask_new (TramaVersion *version, TramaId programme,
                                        TramaReportAudience audience, const char *recipient);
void trama_report_mask_free (TramaReportMask *mask);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaReportMask, trama_report_mask_free)

gboolean trama_report_mask_hides (const TramaReportMask *mask, TramaId firm);

G_END_DECLS
