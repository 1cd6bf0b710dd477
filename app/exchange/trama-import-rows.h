/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-change.h"
#include "trama-import-names.h"
#include "trama-import-table.h"
#include "trama-import.h"

G_BEGIN_DECLS

/* What the making of records works on. */
typedef struct
{
  GPtrArray *tables; /* TramaImportTable, in the order in which ids are given */
  TramaVersion *version; /* NULL: none */
  const TramaImportOptions *options;
  TramaImportNames *names;
  TramaTransaction *transaction;
  TramaRecordBuilder *builder;
  GHashTable *codes; /* text → what it says of a row's kind; owns both */
  GHashTable *seen; /* a record without its id, as JSON → its line, or 0: in the portfolio */
  TramaProblems *problems;
  TramaProblems *notes;
} TramaImportMaking;

/* Gives each row a kind and an id, and makes its name known. */
void trama_import_name_rows (TramaImportMaking *making);
/* Makes the records. Only after all rows of all tables are named. */
void trama_import_make_rows (TramaImportMaking *making);

G_END_DECLS
