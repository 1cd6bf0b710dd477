/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Writes a table of texts as RFC 4180 has it, in UTF-8, with CR LF at the end of each row. Text
 * that a spreadsheet would take for a formula gets an apostrophe in front, which trama_csv_read()
 * takes away again; numbers do not.
 */
typedef struct _TramaCsvWriter TramaCsvWriter;

/* @byte_order_mark: put one at the start; some spreadsheets take UTF-8 for windows-1252 without. */
TramaCsvWriter *trama_csv_writer_new (char delimiter, gboolean byte_order_mark);
void trama_csv_writer_free (TramaCsvWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaCsvWriter, trama_csv_writer_free)

/* NULL: an empty cell. */
void trama_csv_writer_text (TramaCsvWriter *writer, const char *text);
void trama_csv_writer_integer (TramaCsvWriter *writer, gint64 value);
/* The shortest text that reads back the same, with a decimal point; empty where not finite. */
void trama_csv_writer_number (TramaCsvWriter *writer, double value);
void trama_csv_writer_end_row (TramaCsvWriter *writer);
/* What was written so far. Borrowed. */
const GString *trama_csv_writer_get (const TramaCsvWriter *writer);

G_END_DECLS
