/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-change.h"

G_BEGIN_DECLS

/*
 * Somebody wants to be forgotten. What is erased is not removed as a step that can be undone, but
 * gone from every version; a tombstone that holds an id and a day is all that is left, and keeps
 * copies that are merged later from bringing it back.
 */

/* The kinds that can be erased: firms, institutions, people, owner groups. */
gboolean trama_erasure_is_possible (TramaKind kind);

/*
 * @version without the record and what hangs on it, as trama_transaction_remove_with_dependants()
 * has it. With a tombstone of @day where @ids is not NULL. The ids of all that went are added to
 * @gone (may be NULL; a set of TramaId *, freed by it). NULL where there is no such record, and
 * then with no error. (transfer full)
 */
TramaVersion *trama_erase (TramaVersion *version, TramaId id, gint32 day, const char *author,
                           gint64 when, TramaIdSource *ids, GHashTable *gone);

/* The record without references to any of @gone. (transfer full) */
TramaRecord *trama_erasure_let_go (const TramaRecord *record, GHashTable *gone);

/* What names the record: its title, and what only the broker may see, where it is long enough to
 * be told from other words. (transfer full) */
GStrv trama_erasure_words (const TramaRecord *record);
/* The records of which a text has one of @words in it. (transfer container) (element-type
 * TramaRecord) */
GPtrArray *trama_erasure_mentions (TramaVersion *version, const char *const *words);
gboolean trama_erasure_is_mentioned (const TramaRecord *record, const char *const *words);

/* The ids that the tombstones of a version name. (transfer full) (element-type TramaId) */
GHashTable *trama_erasure_tombstones (TramaVersion *version);

G_END_DECLS
