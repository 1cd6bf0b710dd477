/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "trama-date.h"
#include "trama-id.h"
#include "trama-value.h"

G_BEGIN_DECLS

/*
 * A field of a record kind, as one row of a table. Reading, writing, columns, forms, validation,
 * difference, merge and the format's documentation walk these rows; there is no other description.
 */
typedef enum
{
  TRAMA_FIELD_TEXT,    /* const char *; NULL: unknown */
  TRAMA_FIELD_DATE,    /* TramaDate */
  TRAMA_FIELD_INTEGER, /* gint64; TRAMA_INTEGER_UNKNOWN */
  TRAMA_FIELD_DECIMAL, /* double; NaN: unknown */
  TRAMA_FIELD_BAND,    /* TramaBand */
  TRAMA_FIELD_MONEY,   /* TramaMoney */
  TRAMA_FIELD_TRUTH,   /* guint8 holding a TramaTruth */
  TRAMA_FIELD_CHOICE,  /* guint8; 0: unknown; n: the n-th choice */
  TRAMA_FIELD_REF,     /* TramaId */
  TRAMA_FIELD_REFS,    /* TramaIds, sorted, each once */
} TramaFieldType;

typedef enum
{
  TRAMA_FIELD_REQUIRED = 1 << 0,
  TRAMA_FIELD_TITLE = 1 << 1,     /* names the record for people */
  TRAMA_FIELD_LONG = 1 << 2,      /* several lines */
  TRAMA_FIELD_EVENT = 1 << 3,     /* the date the record is about; at most one in a kind */
  TRAMA_FIELD_OWNER = 1 << 4,     /* the record belongs to the one referred to */
  TRAMA_FIELD_DAY = 1 << 5,       /* an exact day is expected, not a vague date */
  TRAMA_FIELD_MONTH = 1 << 6,     /* a month */
} TramaFieldFlags;

/* Who may see a field, from the most open level to the most closed. */
typedef enum
{
  TRAMA_LEVEL_PUBLIC = -1,
  TRAMA_LEVEL_GROUP = 0,
  TRAMA_LEVEL_AGENCY,
  TRAMA_LEVEL_BROKER,
} TramaLevel;

typedef struct
{
  const char *id;    /* in the file */
  const char *label; /* for people; translatable */
} TramaChoice;

typedef struct
{
  guint n;
  const TramaId *ids;
} TramaIds;

typedef struct
{
  const char *id;    /* the member's name in the file */
  const char *label; /* for people; translatable */
  TramaFieldType type;
  guint offset; /* into the kind's struct */
  TramaFieldFlags flags;
  TramaLevel level;
  const char *unit; /* translatable; NULL: none */
  const char *help; /* translatable; NULL: the label says it all */
  const TramaChoice *choices;
  guint n_choices;
  guint64 targets; /* REF, REFS: bits (1 << kind) of the kinds that may be referred to */
  double min, max; /* INTEGER, DECIMAL, BAND, MONEY (in minor units); both 0: no limits */
} TramaField;

gboolean trama_ids_contain (TramaIds ids, TramaId id);

G_END_DECLS
