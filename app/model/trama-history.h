/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-document.h"

G_BEGIN_DECLS

/*
 * What has been done to a portfolio, step by step: who, when, what, from which value to which. The
 * steps are those of this session and, where the store has kept them, of earlier ones; a step taken
 * back is a step, too. Any point of it can be looked at, and a record, or one field of it, be put
 * back to what it was there.
 */
typedef struct
{
  TramaChangeSet *set;
  gboolean backwards; /* the step was taken back */
  gboolean saved;     /* what was there after it is, or was, in the file */
} TramaHistoryEntry;

typedef struct _TramaHistory TramaHistory;

TramaHistory *trama_history_new (void);
void trama_history_free (TramaHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaHistory, trama_history_free)

/* Behind all others. A reference is taken. */
void trama_history_add (TramaHistory *history, TramaChangeSet *set, gboolean backwards);
/* What is there after the last step is in the file. */
void trama_history_mark_saved (TramaHistory *history);
guint trama_history_size (TramaHistory *history);
/* The oldest first. Borrowed. */
const TramaHistoryEntry *trama_history_get (TramaHistory *history, guint index);
/* "Undone: Record visit", or the step's name. (transfer full) */
char *trama_history_label (TramaHistory *history, guint index);
/* The steps that changed a record: their indexes, the newest first. (transfer full) (element-type
 * guint) */
GArray *trama_history_of_record (TramaHistory *history, TramaId id);
/* The index of the record's change in a step; −1: none. */
int trama_history_find_change (TramaHistory *history, guint index, TramaId id);

/* "Place: “León” → “Granada”" for each field that a change changed, in the direction of the step;
 * @version gives the names of what is referred to. (transfer full) */
GStrv trama_history_describe_change (TramaHistory *history, guint index, guint change,
                                     TramaVersion *version);

/*
 * The portfolio as it was before the step at @index, with @now being what is there after the last
 * one. NULL where the steps do not lead from there to here: somebody has changed the file by other
 * means. (transfer full)
 */
TramaVersion *trama_history_before (TramaHistory *history, guint index, TramaVersion *now);

/*
 * Puts a record back to what it was in @past, or only @field of it (NULL: the whole). A record that
 * was not there is removed with what belongs to it. What it refers to and is gone by now comes back
 * with it, where it cannot be without; else the reference is left empty. FALSE where @past has no
 * such field to give, since the record was not there.
 */
gboolean trama_restore_record (TramaTransaction *transaction, TramaVersion *past, TramaId id,
                               const TramaField *field);

G_END_DECLS
