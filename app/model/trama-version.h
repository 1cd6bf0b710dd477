/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-table.h"
#include "trama-problem.h"

G_BEGIN_DECLS

/*
 * A whole portfolio at one moment of its editing: immutable, a table for each kind. To keep a
 * snapshot is to keep a reference. Any thread may read any version.
 */
typedef struct _TramaVersion TramaVersion;

TramaVersion *trama_version_new_empty (void);
/* @tables: one for each kind from 1 to TRAMA_N_KINDS − 1, in that order at [kind]; taken over. */
TramaVersion *trama_version_new_from_tables (TramaTable *tables[TRAMA_N_KINDS]);
TramaVersion *trama_version_ref (TramaVersion *version);
void trama_version_unref (TramaVersion *version);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaVersion, trama_version_unref)

/* Borrowed. Two versions share the table of a kind in which nothing changed. */
TramaTable *trama_version_table (TramaVersion *version, TramaKind kind);
guint trama_version_size (TramaVersion *version);
/* Borrowed; NULL where there is none. */
const TramaRecord *trama_version_find (TramaVersion *version, TramaKind kind, TramaId id);
/* Looks among the kinds whose bits are set (TRAMA_ALL_KINDS: everywhere). */
const TramaRecord *trama_version_find_among (TramaVersion *version, guint64 kinds, TramaId id);
/* The one portfolio record; NULL where there is none. */
const TramaPortfolio *trama_version_portfolio (TramaVersion *version);
/* Title of a record for people: its title, or what it is of: "Contribution, Botas Real". An id's
 * text where nothing else is known. (transfer full) */
char *trama_version_describe (TramaVersion *version, const TramaRecord *record);
char *trama_version_describe_id (TramaVersion *version, TramaId id);
/* As trama_record_field_to_prose(), references too. (transfer full) */
char *trama_version_field_to_prose (TramaVersion *version, const TramaRecord *record,
                                    const TramaField *field);
/* Adds a problem for each reference that leads nowhere or to a wrong kind. */
void trama_version_check_references (TramaVersion *version, const char *file,
                                     TramaProblems *problems);
/* The records of any kind that refer to @id, each once. (transfer container) */
GPtrArray *trama_version_referring_records (TramaVersion *version, TramaId id);

gboolean trama_version_equal (TramaVersion *a, TramaVersion *b);

/* TRAMA_REFERRING (version, ACTIVITY, TramaActivity, programme, id): the activities of a
 * programme, by date. */
#define TRAMA_REFERRING(version, KIND, Type, field, target) \
  trama_table_referring (trama_version_table ((version), TRAMA_KIND_##KIND), \
                         offsetof (Type, field), (target))
/* TRAMA_FIND (version, FIRM, id) as const TramaRecord *, of that kind or NULL. */
#define TRAMA_FIND(version, KIND, id) trama_version_find ((version), TRAMA_KIND_##KIND, (id))

G_END_DECLS
