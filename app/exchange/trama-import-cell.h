/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-import-table.h"
#include "trama-record-builder.h"

G_BEGIN_DECLS

/* Calls @function for each number in a cell: one, or the two ends of a band, without a currency. */
void trama_import_foreach_number (TramaFieldType type, const char *text,
                                  void (*function) (const char *piece, gpointer data),
                                  gpointer data);
/*
 * Writes a cell's value into the draft, read with the column's decimal mark and order of dates;
 * empty: left as it is. Choices are known by id or label, whatever the case. Not for references.
 * FALSE where it is no such value; then @expected (transfer full) says what would be.
 */
gboolean trama_import_read_cell (TramaRecordBuilder *builder, const TramaField *field,
                                 const TramaImportColumn *column, const char *currency,
                                 const char *text, char **expected);
/* The choice of a field that a text names; 0: none. */
guint trama_import_find_choice (const TramaField *field, const char *text);

G_END_DECLS
