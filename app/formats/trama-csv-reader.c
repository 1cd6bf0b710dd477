/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-csv-dialect.h"
#include "trama-csv-guard.h"
#include "trama-csv-scanner.h"

void
trama_csv_facts_clear (TramaCsvFacts *facts)
{
  trama_text_encoding_clear (&facts->encoding);
  *facts = (TramaCsvFacts) { 0 };
}

typedef struct
{
  const char *name;
  TramaSheet *sheet;
  TramaCsvFacts *facts;
  TramaProblems *problems;
  TramaCsvScanner scanner;
  gboolean good;
  gboolean too_wide; /* the row that is being read was complained of */
} Reading;

static void
complain (Reading *reading, guint line, const char *message, char *found, char *expected)
{
  TramaProblem *problem = trama_problem_new (message);

  problem->file = g_strdup (reading->name);
  problem->line = line;
  problem->found = found;
  problem->expected = expected;
  trama_problems_add (reading->problems, problem);
  reading->good = FALSE;
}

static void
add_cell (Reading *reading)
{
  GString *cell = reading->scanner.cell;
  guint row = trama_sheet_n_rows (reading->sheet) - 1;
  gboolean guarded = trama_csv_is_guarded (cell->str);

  if (trama_sheet_n_cells (reading->sheet, row) >= TRAMA_CSV_MAX_CELLS)
    {
      if (!reading->too_wide)
        complain (reading, reading->scanner.cell_line, _ ("too many cells in a row"), NULL,
                  g_strdup_printf (_ ("at most %d"), TRAMA_CSV_MAX_CELLS));
      reading->too_wide = TRUE;
      return;
    }
  reading->facts->n_unguarded += guarded;
  trama_sheet_add_cell (reading->sheet, cell->str + guarded, (gssize) cell->len - guarded);
}

/* FALSE where nothing more can be read. */
static gboolean
end_row (Reading *reading)
{
  guint row = trama_sheet_n_rows (reading->sheet) - 1;

  reading->too_wide = FALSE;
  if (trama_sheet_n_cells (reading->sheet, row) == 1
      && *trama_sheet_cell (reading->sheet, row, 0) == '\0')
    trama_sheet_drop_row (reading->sheet);
  if (trama_sheet_n_rows (reading->sheet) > TRAMA_CSV_MAX_ROWS)
    {
      complain (reading, reading->scanner.cell_line, _ ("too many rows"), NULL,
                g_strdup_printf (_ ("at most %d"), TRAMA_CSV_MAX_ROWS));
      return FALSE;
    }
  return TRUE;
}

static void
read_rows (Reading *reading)
{
  TramaCsvScanner *scanner = &reading->scanner;
  gboolean row_begun = FALSE;

  for (;;)
    {
      TramaCsvToken token = trama_csv_scanner_next (scanner);

      if (token == TRAMA_CSV_END)
        return;
      if (!row_begun)
        trama_sheet_begin_row (reading->sheet, scanner->cell_line);
      row_begun = TRUE;
      switch (token)
        {
        case TRAMA_CSV_CELL:
          add_cell (reading);
          break;
        case TRAMA_CSV_LAST:
          add_cell (reading);
          row_begun = FALSE;
          if (!end_row (reading))
            return;
          break;
        case TRAMA_CSV_OPEN:
          complain (reading, scanner->cell_line, _ ("a quotation mark is opened and never closed"),
                    NULL, g_strdup (_ ("a closing \", or two of them for one within a cell")));
          return;
        case TRAMA_CSV_TRAILING:
          complain (reading, scanner->line, _ ("text behind a closing quotation mark"), NULL,
                    g_strdup (_ ("the next cell; a quotation mark within a cell is doubled")));
          trama_csv_scanner_skip_line (scanner);
          row_begun = FALSE;
          break;
        case TRAMA_CSV_HUGE:
          complain (reading, scanner->cell_line, _ ("a cell is too long"), NULL,
                    g_strdup_printf (_ ("at most %d bytes"), TRAMA_CSV_MAX_CELL));
          return;
        case TRAMA_CSV_END:
        default:
          g_assert_not_reached ();
        }
    }
}

TramaSheet *
trama_csv_read (const char *bytes, gsize length, const char *name, const TramaCsvOptions *options,
                TramaCsvFacts *facts, TramaProblems *problems)
{
  g_autoptr (TramaSheet) sheet = trama_sheet_new (name);
  g_auto (TramaCsvFacts) own_facts = { 0 };
  g_autofree char *text = NULL;
  Reading reading = { .name = name, .sheet = sheet, .problems = problems, .good = TRUE };
  TramaProblem *problem = NULL;
  gsize text_length = 0, skip = 0;

  g_return_val_if_fail ((bytes != NULL || length == 0) && problems != NULL, NULL);

  reading.facts = facts != NULL ? facts : &own_facts;
  *reading.facts = (TramaCsvFacts) { 0 };
  if (length > TRAMA_CSV_MAX_BYTES)
    {
      complain (&reading, 0, _ ("the file is too large"),
                g_strdup_printf (_ ("%u MiB"), (guint) (length >> 20)),
                g_strdup_printf (_ ("at most %u MiB"), TRAMA_CSV_MAX_BYTES >> 20));
      return NULL;
    }
  text = trama_text_decode (bytes, length, options != NULL ? options->encoding : NULL,
                            &reading.facts->encoding, &text_length, &problem);
  if (text == NULL)
    {
      problem->file = g_strdup (name);
      trama_problems_add (problems, problem);
      return NULL;
    }
  reading.facts->delimiter = trama_csv_named_delimiter (text, text_length, &skip);
  if (options != NULL && options->delimiter != 0)
    reading.facts->delimiter = options->delimiter;
  if (reading.facts->delimiter == 0)
    reading.facts->delimiter = trama_csv_find_delimiter (text, text_length);

  trama_csv_scanner_init (&reading.scanner, text + skip, text_length - skip,
                          reading.facts->delimiter, skip > 0 ? 2 : 1, TRAMA_CSV_MAX_CELL);
  read_rows (&reading);
  trama_csv_scanner_clear (&reading.scanner);
  return reading.good ? g_steal_pointer (&sheet) : NULL;
}
