/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-change.h"

G_BEGIN_DECLS

/*
 * What hangs on a record, looked at before it is removed: what would have to go along, since it
 * belongs to it or cannot be without it, and what would only let go of it.
 */
typedef struct
{
  TramaId id;
  GPtrArray *along;    /* TramaRecord, by kind and id; the record itself is not among them */
  GPtrArray *loosened; /* TramaRecord, as they are now */
} TramaRemoval;

/* NULL where there is no such record. (transfer full) */
TramaRemoval *trama_removal_new (TramaVersion *version, TramaId id);
void trama_removal_free (TramaRemoval *removal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaRemoval, trama_removal_free)

/* "12 attendances, 3 tiers of firms go along; 5 records let go of it", for people; NULL where
 * nothing hangs on it. (transfer full) */
char *trama_removal_describe (const TramaRemoval *removal);

/* Removes the record and takes along what hangs on it: trama_transaction_remove_with_dependants(). */
void trama_removal_take (const TramaRemoval *removal, TramaTransaction *transaction);
/* Removes the record and keeps what hangs on it: everything that referred to it refers to @heir, a
 * record of the same kind. A record that would then refer to the heir twice, such as a tie between
 * the two, goes. FALSE where @heir is no such record. */
gboolean trama_removal_keep (const TramaRemoval *removal, TramaTransaction *transaction,
                             TramaId heir);

G_END_DECLS
