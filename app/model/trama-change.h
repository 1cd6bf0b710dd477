/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-record-builder.h"
#include "trama-version.h"

G_BEGIN_DECLS

/* What became of one record: @before NULL: added; @after NULL: removed. */
typedef struct
{
  TramaId id;
  TramaKind kind;
  TramaRecord *before;
  TramaRecord *after;
} TramaChange;

/* The changes of one step that a person sees as one: immutable, reference-counted. */
typedef struct
{
  gatomicrefcount references;
  char *label;  /* "Record visit to …"; what is undone and redone */
  char *author; /* NULL: not known */
  gint64 when;  /* seconds since 1970 UTC */
  guint n;
  TramaChange *changes; /* each record once */
} TramaChangeSet;

TramaChangeSet *trama_change_set_ref (TramaChangeSet *set);
void trama_change_set_unref (TramaChangeSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaChangeSet, trama_change_set_unref)

/* The version with the changes made (or, @backwards, taken back). (transfer full) */
TramaVersion *trama_change_set_apply (const TramaChangeSet *set, TramaVersion *version,
                                      gboolean backwards);

/* The set that leads from one version to another; NULL where they are equal. @author may be NULL.
 * (transfer full) */
TramaChangeSet *trama_change_set_between (TramaVersion *from, TramaVersion *to, const char *label,
                                          const char *author, gint64 when);

/* A set that takes @set back when it is applied forwards. (transfer full) */
TramaChangeSet *trama_change_set_invert (const TramaChangeSet *set);

/*
 * A transaction gathers new records over a version and ends in a change set and a new version. It
 * stamps who and when on records that have neither.
 */
typedef struct _TramaTransaction TramaTransaction;

/* @author may be NULL; @when: seconds since 1970 UTC. */
TramaTransaction *trama_transaction_new (TramaVersion *version, const char *author, gint64 when,
                                         TramaIdSource *ids);
void trama_transaction_free (TramaTransaction *transaction);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaTransaction, trama_transaction_free)

TramaId trama_transaction_new_id (TramaTransaction *transaction);
/* Begins a draft of a new record with an id of its own, or of one that is there. The draft is the
 * transaction's; trama_transaction_put() finishes it. */
TramaRecordBuilder *trama_transaction_draft (TramaTransaction *transaction, TramaKind kind);
TramaRecordBuilder *trama_transaction_edit (TramaTransaction *transaction,
                                            const TramaRecord *record);
/* Finishes the current draft. Borrowed result. */
const TramaRecord *trama_transaction_put (TramaTransaction *transaction);
/* Adds or replaces @record (a reference is taken). */
void trama_transaction_put_record (TramaTransaction *transaction, const TramaRecord *record);
/* Removes a record. What refers to it must go or be changed in the same transaction. */
void trama_transaction_remove (TramaTransaction *transaction, TramaId id);
/* Removes a record and, step by step, the records that belong to it; other references to any of
 * them are cleared (or taken out of their sets). A required reference takes its record along. */
void trama_transaction_remove_with_dependants (TramaTransaction *transaction, TramaId id);
/* The records that refer to @id, with the changes so far. (transfer container) */
GPtrArray *trama_transaction_referring (TramaTransaction *transaction, TramaId id);
/* As seen with the changes so far. Borrowed. */
const TramaRecord *trama_transaction_find (TramaTransaction *transaction, TramaId id);
/*
 * Ends it. NULL with an error where a reference would lead nowhere or a record could not be saved
 * (see trama_record_check()); NULL without an error where nothing changed.
 * @version: (out) (transfer full). (transfer full)
 */
TramaChangeSet *trama_transaction_finish (TramaTransaction *transaction, const char *label,
                                          TramaVersion **version, GError **error);

G_END_DECLS
