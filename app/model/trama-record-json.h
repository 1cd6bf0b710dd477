/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-json.h"
#include "trama-problem.h"
#include "trama-record-builder.h"

G_BEGIN_DECLS

/* A record as one JSON object on one line: record (its kind), id, the known fields in table order,
 * entered, entered_by, then the members this version does not know, as they came. No field of any
 * kind may have one of these four names. */
void trama_record_write_json (const TramaRecord *record, GString *out);

/*
 * Reads a record through @builder (which is begun anew). Every fault is added to @problems with
 * its field; NULL is returned if there was one. Unknown members are kept. (transfer full)
 */
TramaRecord *trama_record_read_json (TramaRecordBuilder *builder, const TramaJsonValue *value,
                                     const char *file, guint line, TramaProblems *problems);

/*
 * What is sound of a record: values that have a fault, each of which is added to @problems, are left
 * unknown. NULL where there is no telling which record it is, or where a value is missing without
 * which it could not be saved. (transfer full)
 */
TramaRecord *trama_record_salvage_json (TramaRecordBuilder *builder, const TramaJsonValue *value,
                                        const char *file, guint line, TramaProblems *problems);

/* Moments as "2026-06-30T10:11:12Z". */
void trama_moment_append (GString *out, gint64 seconds);
gboolean trama_moment_parse (const char *text, gint64 *seconds);

G_END_DECLS
