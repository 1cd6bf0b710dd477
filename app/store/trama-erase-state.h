/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-erasure.h"
#include "trama-store-file.h"

G_BEGIN_DECLS

/* What was done about the traces of a record that was erased, and what is left to people. */
typedef struct
{
  GPtrArray *gone;     /* char *: files that were removed, since they could not be cleaned */
  guint cleaned;       /* kept versions written anew without it */
  GPtrArray *left;     /* char *: files that another program holds, or that cannot be written */
  GPtrArray *copies;   /* char *: copies of the document beside it, which still hold it */
  GPtrArray *mentions; /* char *: records of the document in which a text still names it */
} TramaErasure;

TramaErasure *trama_erasure_new (void);
void trama_erasure_free (TramaErasure *erasure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaErasure, trama_erasure_free)

/*
 * Takes the record @id, what hung on it in any version (@gone, to which is added what is found), and
 * every text that has one of @words in it, out of all that the program keeps of a document on this
 * machine: kept versions, which stay under their names so that merges find them, the history, and
 * journals of programs that died. The journal at @own_journal (may be NULL) is left to its owner.
 */
void trama_erase_state (TramaId document, TramaId id, GHashTable *gone, const char *const *words,
                        const char *own_journal, TramaErasure *erasure);
/* Looks for copies of @document that still hold the record @id, in the folder of @place and nowhere
 * else; @place itself is none. */
void trama_erase_find_copies (TramaId document, TramaId id, GFile *place, TramaErasure *erasure);
/* Notes the records of @version that still have one of @words in a text. */
void trama_erase_find_mentions (TramaVersion *version, const char *const *words,
                                TramaErasure *erasure);

G_END_DECLS
