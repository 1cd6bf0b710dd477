/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-import-row.h"

void
trama_import_row_complain (TramaImportRow *row, const char *field, const char *message,
                           const char *found, const char *expected)
{
  trama_problems_add (
      row->making->problems,
      trama_import_table_problem (row->table, row->row, field, message, found, expected));
  row->good = FALSE;
}

void
trama_import_row_note (TramaImportRow *row, const char *field, const char *message,
                       const char *found)
{
  trama_problems_add (row->making->notes, trama_import_table_problem (row->table, row->row, field,
                                                                      message, found, NULL));
}

gboolean
trama_import_is_known_by_name (TramaKind kind)
{
  return kind == TRAMA_KIND_FIRM || kind == TRAMA_KIND_INSTITUTION || kind == TRAMA_KIND_PERSON
         || kind == TRAMA_KIND_CLUSTER || kind == TRAMA_KIND_OWNER_GROUP
         || kind == TRAMA_KIND_PROGRAMME;
}

TramaId
trama_import_new_id (TramaImportMaking *making)
{
  TramaId id;

  /* The same table brought in twice begins with the same ids. */
  do
    id = trama_transaction_new_id (making->transaction);
  while (making->version != NULL
         && trama_version_find_among (making->version, TRAMA_ALL_KINDS, id) != NULL);
  return id;
}

void
trama_import_stamp (const TramaImportMaking *making, TramaRecord *draft)
{
  if (draft->entered == 0)
    draft->entered = making->options->when;
  if (draft->entered_by == NULL)
    draft->entered_by = making->options->author;
}
