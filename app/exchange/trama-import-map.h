/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-date-text.h"
#include "trama-kind.h"
#include "trama-number-text.h"
#include "trama-problem.h"

G_BEGIN_DECLS

/* How a table refers to the records of others. */
typedef enum
{
  TRAMA_IMPORT_BY_EITHER = 0, /* by name or id, whichever is there */
  TRAMA_IMPORT_BY_NAME,
  TRAMA_IMPORT_BY_ID,
} TramaImportReferences;

/* How a file is read, as far as it is not to be found out; zeros and NULLs: find out. */
typedef struct
{
  char *encoding;
  char delimiter;
  TramaDecimal decimal;
  TramaDateOrder dates;
  char currency[4]; /* of amounts without one; empty: they are faults */
} TramaImportReading;

/* What a column of a file becomes. */
typedef struct
{
  char *header;
  char *field;        /* a field's id, "id" or "kind"; NULL: the column is left out */
  GHashTable *values; /* cell, folded as a word → text for the field, or ""; NULL: as it is */
} TramaImportMapColumn;

typedef struct
{
  char *file;
  TramaKind kind;    /* TRAMA_KIND_NONE: as the headers tell */
  guint header_line; /* 0: find out */
  TramaImportReading reading;
  TramaImportReferences references;
  GHashTable *columns; /* header, folded as a word → TramaImportMapColumn */
  GHashTable *fixed;   /* field's id → text, the same for each row */
} TramaImportMapFile;

/*
 * What a person says of the tables to be imported, where their headers do not say it; the form is
 * described in docs/import.md and docs/import-map.schema.json. Immutable once read.
 */
typedef struct _TramaImportMap TramaImportMap;

/* NULL where the text is at fault; @problems then says how. @name stands in the messages.
 * (transfer full) */
TramaImportMap *trama_import_map_read (const char *text, gsize length, const char *name,
                                       TramaProblems *problems);
void trama_import_map_free (TramaImportMap *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaImportMap, trama_import_map_free)

/* By the file's name without its folder; NULL where the map does not speak of it. Borrowed. */
const TramaImportMapFile *trama_import_map_find (const TramaImportMap *map, const char *name);
/* The names that the map speaks of. (transfer container), ends with NULL. */
const char **trama_import_map_names (const TramaImportMap *map);

G_END_DECLS
