/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-import-map.h"
#include "trama-kind.h"
#include "trama-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  TRAMA_IMPORT_LEFT_OUT,
  TRAMA_IMPORT_ID,    /* the id that another program gave the record */
  TRAMA_IMPORT_CODE,  /* what sort of thing the record is: a kind we know, or a category */
  TRAMA_IMPORT_FIELD, /* the value of a field */
} TramaImportUse;

typedef struct
{
  TramaImportUse use;
  guint index; /* of the cell in its row */
  char *header; /* as it stands in the file, cleaned */
  char *field;  /* its id; NULL: none */
  GHashTable *values; /* borrowed from the map; NULL: cells are taken as they are */
  TramaDecimal decimal;
  TramaDateOrder dates;
} TramaImportColumn;

/* A sheet together with what its rows and columns mean. */
typedef struct
{
  TramaSheet *sheet;
  char *file; /* its name without the folder */
  char *how;  /* how it was read: "UTF-8, semicolon" */
  char *content; /* SHA-256 of the file it came from, and which of its sheets this is */
  const TramaImportMapFile *map; /* NULL: none */
  TramaImportReading reading;    /* the map's, else what was asked for throughout */
  TramaImportReferences references;
  TramaKind kind; /* of its records; of those that do not say, where rows may differ */
  gboolean mixed; /* a row may be a firm, an institution or a person */
  int code_column; /* what says of what sort a row is, whatever its header; -1: none */
  guint header_row;
  GPtrArray *columns; /* TramaImportColumn */
  /* Of each row of the sheet, once records are made: */
  TramaKind *row_kinds; /* TRAMA_KIND_NONE: no record */
  TramaId *row_ids;
} TramaImportTable;

/* Takes @sheet. (transfer full) */
TramaImportTable *trama_import_table_new (TramaSheet *sheet, const char *file, const char *how,
                                          const char *content);
void trama_import_table_free (TramaImportTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaImportTable, trama_import_table_free)

/*
 * Finds the header and what each column means: by the map where it speaks of the file, else by the
 * headers. A table is one of
 *   ties          from and to (or source and target): linkages
 *   memberships   programme and firm
 *   people        a name, and role or works for
 *   names         a name: firms, unless "kind" says otherwise
 * and any other header is the id or label of one of its fields. FALSE where it is none of these, or
 * a column's meaning is not clear; @problems then says what was found. @notes: columns left out.
 */
gboolean trama_import_table_recognise (TramaImportTable *table, TramaProblems *problems,
                                       TramaProblems *notes);
/*
 * Finds the decimal mark and the order of dates in each column whose field needs one. FALSE where
 * a column does not tell or contradicts itself.
 */
gboolean trama_import_table_find_marks (TramaImportTable *table, TramaProblems *problems);

/* The cell, cleaned, and with the map's value in its place. (transfer full) */
char *trama_import_table_text (const TramaImportTable *table, const TramaImportColumn *column,
                               guint row);
/* The field that a column means in records of @kind; NULL where these have none such. */
const TramaField *trama_import_column_field (const TramaImportColumn *column, TramaKind kind);
/* The same, of the first kind the table may hold that has it. */
const TramaField *trama_import_table_field (const TramaImportTable *table,
                                            const TramaImportColumn *column);
/* "id, name, kind → category": what the columns become. (transfer full) */
char *trama_import_table_describe (const TramaImportTable *table);
/* A problem at a place. @row: G_MAXUINT for none; @field, @found, @expected may be NULL. */
TramaProblem *trama_import_table_problem (const TramaImportTable *table, guint row,
                                          const char *field, const char *message, const char *found,
                                          const char *expected);

G_END_DECLS
