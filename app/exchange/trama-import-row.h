/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-import-rows.h"

G_BEGIN_DECLS

/* What the files of the making of records share; nobody else includes this. */

/* One row on its way to becoming a record. */
typedef struct
{
  TramaImportMaking *making;
  TramaImportTable *table;
  guint row;
  TramaKind kind;
  gboolean good;
  gboolean left_out;
  GString *category; /* labels from codes that are no kinds of ours */
  char *foreign_id;  /* NULL: none */
} TramaImportRow;

/* What a code in a table of firms, institutions and people says. */
typedef struct
{
  TramaKind kind; /* a firm where the code says nothing to us */
  gboolean known;
  guint choice; /* the institution's kind; 0: none */
} TramaImportCode;

/* A fault, or something to know, in a row. @field, @found, @expected may be NULL. */
void trama_import_row_complain (TramaImportRow *row, const char *field, const char *message,
                                const char *found, const char *expected);
void trama_import_row_note (TramaImportRow *row, const char *field, const char *message,
                            const char *found);

/* Kinds of which a name means one, and the same in every table. */
gboolean trama_import_is_known_by_name (TramaKind kind);
/* An id that the portfolio does not have yet. */
TramaId trama_import_new_id (TramaImportMaking *making);
/* Who and when, on a draft that has neither. */
void trama_import_stamp (const TramaImportMaking *making, TramaRecord *draft);
/* A table has few codes in many rows: each is looked at once. Borrowed. */
const TramaImportCode *trama_import_read_code (TramaImportMaking *making, const char *text);

/* Into the draft of @making's builder. */
void trama_import_row_read_columns (TramaImportRow *row);
void trama_import_row_read_fixed (TramaImportRow *row);
/* Whom a cell names, into a field that refers to records. */
void trama_import_row_read_reference (TramaImportRow *row, const TramaField *field,
                                      const char *header, const char *text);

/* Leaves out a tie of somebody with itself. */
void trama_import_row_check_self_tie (TramaImportRow *row);
/*
 * Records that are told apart by nothing but their content. What is in the portfolio already is
 * left out, so that a table may be brought in again. Within the tables, two ties or payments that
 * look the same may still be two (their kinds or days were not recorded): both stay, and the person
 * is told. Only to be a member twice at once is not possible.
 */
void trama_import_row_check_same (TramaImportRow *row);
/* Makes what the portfolio holds known to the above. */
void trama_import_see_version (TramaImportMaking *making);
/* Ties written down from both sides: usual in matrices, so one note for a table. */
void trama_import_note_both_ways (TramaImportMaking *making, const TramaImportTable *table);

G_END_DECLS
