/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-csv-scanner.h"

#include <string.h>

void
trama_csv_scanner_init (TramaCsvScanner *scanner, const char *text, gsize length, char delimiter,
                        guint line, gsize max_cell)
{
  *scanner = (TramaCsvScanner) {
    .at = text, .end = text + length, .max_cell = max_cell, .line = line, .delimiter = delimiter
  };
  scanner->cell = g_string_new (NULL);
}

void
trama_csv_scanner_clear (TramaCsvScanner *scanner)
{
  if (scanner->cell != NULL)
    g_string_free (scanner->cell, TRUE);
  scanner->cell = NULL;
}

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

static void
pass_line_end (TramaCsvScanner *scanner)
{
  if (*scanner->at == '\r' && scanner->at + 1 < scanner->end && scanner->at[1] == '\n')
    scanner->at++;
  scanner->at++;
  scanner->line++;
}

static gboolean
is_huge (const TramaCsvScanner *scanner)
{
  return scanner->max_cell > 0 && scanner->cell->len > scanner->max_cell;
}

/* The delimiter, line end or end of text behind a cell. */
static TramaCsvToken
pass_cell_end (TramaCsvScanner *scanner)
{
  scanner->row_open = FALSE;
  if (scanner->at >= scanner->end)
    return TRAMA_CSV_LAST;
  if (is_line_end (*scanner->at))
    {
      pass_line_end (scanner);
      return TRAMA_CSV_LAST;
    }
  g_assert (*scanner->at == scanner->delimiter);
  scanner->at++;
  scanner->row_open = TRUE;
  return TRAMA_CSV_CELL;
}

static TramaCsvToken
read_bare (TramaCsvScanner *scanner)
{
  const char *start = scanner->at;

  while (scanner->at < scanner->end && !is_line_end (*scanner->at)
         && *scanner->at != scanner->delimiter)
    scanner->at++;
  g_string_append_len (scanner->cell, start, scanner->at - start);
  if (is_huge (scanner))
    return TRAMA_CSV_HUGE;
  return pass_cell_end (scanner);
}

/* Up to and including the closing quote. FALSE where there is none. */
static gboolean
read_quoted (TramaCsvScanner *scanner)
{
  scanner->at++;
  while (scanner->at < scanner->end && !is_huge (scanner))
    if (*scanner->at == '"')
      {
        scanner->at++;
        if (scanner->at >= scanner->end || *scanner->at != '"')
          return TRUE;
        g_string_append_c (scanner->cell, '"');
        scanner->at++;
      }
    else if (is_line_end (*scanner->at))
      {
        pass_line_end (scanner);
        g_string_append_c (scanner->cell, '\n');
      }
    else
      g_string_append_c (scanner->cell, *scanner->at++);
  return FALSE;
}

static const char *
skip_spaces (const TramaCsvScanner *scanner, const char *at)
{
  while (at < scanner->end && *at == ' ')
    at++;
  return at;
}

TramaCsvToken
trama_csv_scanner_next (TramaCsvScanner *scanner)
{
  const char *start;

  g_return_val_if_fail (scanner != NULL && scanner->cell != NULL, TRAMA_CSV_END);

  g_string_truncate (scanner->cell, 0);
  scanner->cell_line = scanner->line;
  if (scanner->at >= scanner->end && !scanner->row_open)
    return TRAMA_CSV_END;
  start = skip_spaces (scanner, scanner->at);
  if (start >= scanner->end || *start != '"')
    return read_bare (scanner);

  scanner->at = start;
  if (!read_quoted (scanner))
    return is_huge (scanner) ? TRAMA_CSV_HUGE : TRAMA_CSV_OPEN;
  if (is_huge (scanner))
    return TRAMA_CSV_HUGE;
  start = skip_spaces (scanner, scanner->at);
  if (start < scanner->end && *start != scanner->delimiter && !is_line_end (*start))
    return TRAMA_CSV_TRAILING;
  scanner->at = start;
  return pass_cell_end (scanner);
}

void
trama_csv_scanner_skip_line (TramaCsvScanner *scanner)
{
  g_return_if_fail (scanner != NULL);

  while (scanner->at < scanner->end && !is_line_end (*scanner->at))
    scanner->at++;
  if (scanner->at < scanner->end)
    pass_line_end (scanner);
  scanner->row_open = FALSE;
}
