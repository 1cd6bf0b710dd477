/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-field.h"

G_BEGIN_DECLS

/* The enumerations: 0 is "unknown" in each. */
#define CHOICES_BEGIN(Type, name) typedef enum { Type##_UNKNOWN_ = 0,
#define CHOICE(constant, id, label) constant,
#define CHOICES_END(Type, name) } Type;
#include "trama-choices.def"
#undef CHOICES_BEGIN
#undef CHOICE
#undef CHOICES_END

#define TEXT(...)
#define DATE(...)
#define INTEGER(...)
#define DECIMAL(...)
#define BAND(...)
#define MONEY(...)
#define TRUTH(...)
#define CHOICE(...)
#define REF(...)
#define REFS(...)
#define KIND_BEGIN(constant, id, singular, plural) TRAMA_KIND_##constant,
#define KIND_END

typedef enum
{
  TRAMA_KIND_NONE = 0,
#include "trama-kinds.def"
  TRAMA_N_KINDS
} TramaKind;

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
#undef KIND_BEGIN
#undef KIND_END

#define TRAMA_ALL_KINDS ((G_GUINT64_CONSTANT (1) << TRAMA_N_KINDS) - 2)
#define TRAMA_KIND_BIT(kind) (G_GUINT64_CONSTANT (1) << (kind))

G_STATIC_ASSERT (TRAMA_N_KINDS <= 63);

typedef struct
{
  TramaKind kind;
  const char *id;       /* in the file */
  const char *singular; /* translatable */
  const char *plural;   /* translatable */
  gsize size;           /* of the struct */
  const TramaField *fields;
  guint n_fields;
  int title_field; /* index; −1: none */
  int event_field; /* index; −1: none */
  int owner_field; /* index; −1: none */
} TramaKindInfo;

/* Never NULL for a kind other than TRAMA_KIND_NONE. */
const TramaKindInfo *trama_kind_info (TramaKind kind);
/* TRAMA_KIND_NONE where there is no such kind. */
TramaKind trama_kind_from_id (const char *id, gsize length);
/* NULL where the kind has no such field. */
const TramaField *trama_kind_field (TramaKind kind, const char *id, gsize length);
/* The field that lies at @offset of the kind's struct. */
const TramaField *trama_kind_field_at (TramaKind kind, gsize offset);
/* Its index in the kind's table. */
guint trama_kind_field_index (TramaKind kind, const TramaField *field);

/* Labels, translated. */
const char *trama_kind_label (TramaKind kind);
const char *trama_kind_plural_label (TramaKind kind);
const char *trama_field_label (const TramaField *field);
/* NULL where @value is 0 or no choice of the field. */
const char *trama_field_choice_id (const TramaField *field, guint value);
const char *trama_field_choice_label (const TramaField *field, guint value);
/* 0 where there is no such choice. */
guint trama_field_choice_from_id (const TramaField *field, const char *id);

/* The choices of one enumeration, for those who have no field at hand. */
#define CHOICES_BEGIN(Type, name) \
  const char *trama_##name##_id (Type value); \
  const char *trama_##name##_label (Type value); \
  Type trama_##name##_from_id (const char *id);
#define CHOICE(constant, id, label)
#define CHOICES_END(Type, name)
#include "trama-choices.def"
#undef CHOICES_BEGIN
#undef CHOICE
#undef CHOICES_END

G_END_DECLS
