/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-change.h"

G_BEGIN_DECLS

/*
 * Two people have changed one portfolio: what both did is put together, by record and field, sets
 * element by element. What only one changed is taken; what both changed in the same way is no
 * matter; where both changed it differently, or one removed what the other changed or refers to,
 * there is a clash, and mine holds until somebody chooses theirs. References are kept whole.
 *
 * Of mine, theirs and what both came from: merging something with itself changes nothing, merging
 * with the base gives the other, and to choose theirs in every clash gives what the other person
 * gets (tests/model/test-merge.c).
 */
typedef enum
{
  TRAMA_CLASH_FIELD,     /* both changed the field */
  TRAMA_CLASH_EXTRA,     /* both changed what this version does not know */
  TRAMA_CLASH_REMOVED,   /* one removed the record, the other changed it */
  TRAMA_CLASH_REFERENCE, /* one removed the record, another one refers to it */
  TRAMA_CLASH_TWICE,     /* both have made the one that there can be only once, or with one id */
} TramaClashType;

typedef struct
{
  TramaClashType type;
  TramaKind kind;
  TramaId id;
  const TramaField *field; /* of a FIELD clash; else NULL */
  TramaRecord *base;       /* as it was; NULL: it was not there */
  TramaRecord *mine;       /* NULL: removed, or not there */
  TramaRecord *theirs;
  TramaId referrer; /* of a REFERENCE clash: who refers to it */
  gboolean take_theirs; /* what was chosen */
} TramaClash;

typedef struct _TramaMerge TramaMerge;

/* References are taken. The three are of one document; nothing else is asked of them. */
TramaMerge *trama_merge_new (TramaVersion *base, TramaVersion *mine, TramaVersion *theirs);
void trama_merge_free (TramaMerge *merge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaMerge, trama_merge_free)

guint trama_merge_n_clashes (TramaMerge *merge);
/* Borrowed; until the next choice. */
const TramaClash *trama_merge_get_clash (TramaMerge *merge, guint index);
/* One line for people: record, field, what it was, what mine and theirs is. (transfer full) */
char *trama_merge_describe_clash (TramaMerge *merge, guint index);
/* Chooses in one clash, or in all (@index G_MAXUINT). Clashes may go and come by that, since
 * references follow; their order stays that of kinds and ids. */
void trama_merge_choose (TramaMerge *merge, guint index, gboolean theirs);

/* How many records are added, changed or removed in mine. */
guint trama_merge_n_changes (TramaMerge *merge);
/* The version that it began with. Borrowed. */
TramaVersion *trama_merge_get_mine (TramaMerge *merge);
/* The version that holds both. Borrowed. */
TramaVersion *trama_merge_get_version (TramaMerge *merge);
/* Makes the same changes in a transaction over mine, so that they are one step to undo. */
void trama_merge_apply (TramaMerge *merge, TramaTransaction *transaction);

G_END_DECLS
