/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A delimiter that stands for "none": each line is one cell. */
#define TRAMA_CSV_NO_DELIMITER '\n'

typedef enum
{
  TRAMA_CSV_CELL,     /* a cell; more of its row follow */
  TRAMA_CSV_LAST,     /* the last cell of its row */
  TRAMA_CSV_END,      /* nothing is left */
  TRAMA_CSV_OPEN,     /* a quote that is never closed; nothing is left */
  TRAMA_CSV_TRAILING, /* text behind a closing quote; the scanner stands behind the quote */
  TRAMA_CSV_HUGE,     /* a cell beyond the limit; nothing is left */
} TramaCsvToken;

/*
 * Takes a text apart into cells as RFC 4180 has it, with what programs write in practice: any of
 * the line ends, blanks around a quoted cell, quotes in the middle of a cell that does not begin
 * with one. Line ends within quotes become LF.
 */
typedef struct
{
  const char *at;
  const char *end;
  gsize max_cell; /* bytes; 0: no limit */
  guint line;     /* that @at stands on, from 1 */
  guint cell_line; /* on which the cell began */
  GString *cell;
  char delimiter;
  gboolean row_open; /* a cell of the row was read and its end was not */
} TramaCsvScanner;

/* @text is borrowed. */
void trama_csv_scanner_init (TramaCsvScanner *scanner, const char *text, gsize length,
                             char delimiter, guint line, gsize max_cell);
void trama_csv_scanner_clear (TramaCsvScanner *scanner);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TramaCsvScanner, trama_csv_scanner_clear)

/* Reads on; what was read is in @cell. */
TramaCsvToken trama_csv_scanner_next (TramaCsvScanner *scanner);
/* Leaves out all up to the end of the line. */
void trama_csv_scanner_skip_line (TramaCsvScanner *scanner);

G_END_DECLS
