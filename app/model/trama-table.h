/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-record.h"

G_BEGIN_DECLS

/*
 * All records of one kind in one version: immutable, ordered by id, in chunks that versions share.
 * A change copies the chunk it falls into and the list of chunks, nothing else; many changes copy
 * the chunks they fall into.
 *
 * A table makes its indexes the first time they are asked for; any thread may ask.
 */
typedef struct _TramaTable TramaTable;

/* Records in the order of their event date, unknown dates first, then id. Borrowed. */
typedef struct
{
  guint n;
  const TramaRecord *const *records;
} TramaRecords;

TramaTable *trama_table_new_empty (TramaKind kind);
/* @records: of one kind, in any order, ids distinct; references are taken. */
TramaTable *trama_table_new (TramaKind kind, TramaRecord *const *records, guint n);
TramaTable *trama_table_ref (TramaTable *table);
void trama_table_unref (TramaTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaTable, trama_table_unref)

guint trama_table_size (const TramaTable *table);
/* The @index-th by id. Borrowed. */
const TramaRecord *trama_table_get (const TramaTable *table, guint index);
/* NULL where there is none. Borrowed. */
const TramaRecord *trama_table_find (const TramaTable *table, TramaId id);
/* A table in which @id is @record (NULL: is gone). (transfer full) */
TramaTable *trama_table_with (TramaTable *table, TramaId id, const TramaRecord *record);
/* As many changes as one likes in one go; @records[i] may be NULL. (transfer full) */
TramaTable *trama_table_with_many (TramaTable *table, const TramaId *ids,
                                   const TramaRecord *const *records, guint n);
/* How many chunks a table has, and how many two of them have in common: what a change costs. */
guint trama_table_n_chunks (const TramaTable *table);
guint trama_table_shared_chunks (const TramaTable *a, const TramaTable *b);
/* The records whose reference field at @offset is, or contains, @target. */
TramaRecords trama_table_referring (TramaTable *table, gsize offset, TramaId target);
/* All records by event date. */
TramaRecords trama_table_by_event (TramaTable *table);

G_END_DECLS
