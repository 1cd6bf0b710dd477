/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-kind.h"

G_BEGIN_DECLS

/*
 * A record: an immutable, atomically reference-counted struct in one block of memory, its texts
 * and sets behind it. A TramaFirm, TramaActivity … begins with a TramaRecord, so that a pointer to
 * one is a pointer to the other. Nobody writes to a record once it is made; any thread may read it.
 */
typedef struct
{
  gatomicrefcount references;
  guint32 size; /* of the whole block, bytes */
  guint16 kind; /* TramaKind */
  TramaId id;
  gint64 entered; /* seconds since 1970 UTC; 0: unknown */
  const char *entered_by;
  const char *extra; /* members that this version does not know, as `"key":value,…`; or NULL */
} TramaRecord;

#define K(kind) 0
#define KIND_BEGIN(constant, id, singular, plural) typedef struct { TramaRecord record;
#define TEXT(name, ...) const char *name;
#define DATE(name, ...) TramaDate name;
#define INTEGER(name, ...) gint64 name;
#define DECIMAL(name, ...) double name;
#define BAND(name, ...) TramaBand name;
#define MONEY(name, ...) TramaMoney name;
#define TRUTH(name, ...) guint8 name;
#define CHOICE(name, ...) guint8 name;
#define REF(name, ...) TramaId name;
#define REFS(name, ...) TramaIds name;
#define KIND_END } THIS;
#include "trama-kinds.def"
#undef K
#undef KIND_BEGIN
#undef TEXT
#undef DATE
#undef INTEGER
#undef DECIMAL
#undef BAND
#undef MONEY
#undef TRUTH
#undef CHOICE
#undef REF
#undef REFS
#undef KIND_END

TramaRecord *trama_record_ref (const TramaRecord *record);
void trama_record_unref (const TramaRecord *record);

static inline TramaKind
trama_record_kind (const TramaRecord *record)
{
  return (TramaKind) record->kind;
}

/* The member at the field's offset. */
static inline gconstpointer
trama_record_member (const TramaRecord *record, const TramaField *field)
{
  return (const char *) record + field->offset;
}

gboolean trama_record_field_is_known (const TramaRecord *record, const TramaField *field);
gboolean trama_record_field_equal (const TramaRecord *a, const TramaRecord *b,
                                   const TramaField *field);
/* All fields, the id, the kind, who and when, and what is unknown. */
gboolean trama_record_equal (const TramaRecord *a, const TramaRecord *b);
/* The text of the field marked as title; NULL where it has none. */
const char *trama_record_title (const TramaRecord *record);
/* The date the record is about; unknown where the kind has none. */
TramaDate trama_record_event (const TramaRecord *record);
/* Calls @function for each reference of the record. */
typedef void (*TramaReferenceFunc) (const TramaRecord *record, const TramaField *field,
                                    TramaId target, gpointer data);
void trama_record_foreach_reference (const TramaRecord *record, TramaReferenceFunc function,
                                     gpointer data);
/* The value as people read it, translated; NULL for references, which need a portfolio.
 * (transfer full) */
char *trama_record_field_to_prose (const TramaRecord *record, const TramaField *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaRecord, trama_record_unref)

G_END_DECLS
