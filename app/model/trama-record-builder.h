/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-record.h"

G_BEGIN_DECLS

/*
 * A record in the making. Its draft may be written to as the kind's own struct; texts and sets
 * assigned to it are borrowed until trama_record_builder_finish() copies all into one block, so
 * those who have none that lives long enough take one from trama_record_builder_text().
 */
typedef struct
{
  TramaRecord *draft;
  gsize draft_size;
  GStringChunk *texts;
  GPtrArray *sets;
  TramaRecord *base; /* kept alive while the draft borrows from it */
} TramaRecordBuilder;

/* A draft in which every field is unknown. A builder may begin again and again. */
void trama_record_builder_begin (TramaRecordBuilder *builder, TramaKind kind, TramaId id);
/* A draft that is a copy of @record. */
void trama_record_builder_begin_copy (TramaRecordBuilder *builder, const TramaRecord *record);
void trama_record_builder_clear (TramaRecordBuilder *builder);

/* A copy that lives as long as the draft. NULL gives NULL. */
const char *trama_record_builder_text (TramaRecordBuilder *builder, const char *text);
TramaIds trama_record_builder_ids (TramaRecordBuilder *builder, const TramaId *ids, guint n);

/* Values by field, for those who know only the table. Texts and sets are copied. */
void trama_record_builder_set_text (TramaRecordBuilder *builder, const TramaField *field,
                                    const char *text);
/* Copies the value of @field from @record, which must live until finish(). */
void trama_record_builder_set_from (TramaRecordBuilder *builder, const TramaField *field,
                                    const TramaRecord *record);
void trama_record_builder_set_unknown (TramaRecordBuilder *builder, const TramaField *field);
/*
 * Reads a value as a person or a table would write it: a date's text, a number in the C locale, a
 * band "10-19", money "USD 12.50", yes/no, a choice's id or label, an id. Empty: unknown.
 * FALSE where it is none of these; then @expected (transfer full) says what would be.
 */
gboolean trama_record_builder_parse (TramaRecordBuilder *builder, const TramaField *field,
                                     const char *text, char **expected);

/* The finished record; empty texts are unknown in it. The draft may be written to and finished again. (transfer full) */
TramaRecord *trama_record_builder_finish (TramaRecordBuilder *builder);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TramaRecordBuilder, trama_record_builder_clear)

G_END_DECLS
