/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-import-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-import-cell.h"

/*
 * "1,234" is about one or over a thousand, "3/4/2024" in March or April. What a single cell does
 * not tell, its column does, and where the column does not, the table's other columns do: one
 * table has one writer. Where they do not either, the person is asked, never guessed for.
 */

typedef struct
{
  TramaDecimalVotes decimal;
  TramaDateVotes dates;
} Votes;

static void
add_number (const char *piece, gpointer data)
{
  trama_decimal_votes_add (data, piece);
}

static gboolean
is_number (const TramaField *field)
{
  return field->type == TRAMA_FIELD_INTEGER || field->type == TRAMA_FIELD_DECIMAL
         || field->type == TRAMA_FIELD_BAND || field->type == TRAMA_FIELD_MONEY;
}

static void
vote (const TramaImportTable *table, const TramaImportColumn *column, const TramaField *field,
      Votes *votes)
{
  guint n = trama_sheet_n_rows (table->sheet);

  for (guint row = table->header_row + 1; row < n; row++)
    {
      g_autofree char *text = trama_import_table_text (table, column, row);

      if (*text == '\0')
        continue;
      if (field->type == TRAMA_FIELD_DATE)
        trama_date_votes_add (&votes->dates, text);
      else
        trama_import_foreach_number (field->type, text, add_number, &votes->decimal);
    }
}

typedef struct
{
  gboolean contradicted;
  gboolean found;
} Search;

static void
search_number (const char *piece, gpointer data)
{
  Search *search = data;
  TramaNumberShape shape = trama_number_text_shape (piece);

  search->found
      = search->found || shape == (search->contradicted ? TRAMA_NUMBER_COMMA : TRAMA_NUMBER_EITHER);
}

/* The first cell that shows why a column could not be decided. */
static void
complain (const TramaImportTable *table, const TramaImportColumn *column, const TramaField *field,
          gboolean contradicted, TramaProblems *problems)
{
  gboolean is_date = field->type == TRAMA_FIELD_DATE;
  guint n = trama_sheet_n_rows (table->sheet);
  const char *message
      = contradicted
            ? (is_date ? _ ("month before day here, day before month elsewhere in the column")
                       : _ ("a decimal comma here, a decimal point elsewhere in the column"))
            : (is_date ? _ ("day before month or month before day?")
                       : _ ("a decimal mark or one for thousands?"));
  const char *expected
      = contradicted ? _ ("the same throughout")
        : is_date    ? _ ("--dates day-month-year or month-day-year, or the same in the map")
                     : _ ("--decimal point or comma, or the same in the map");

  for (guint row = table->header_row + 1; row < n; row++)
    {
      g_autofree char *text = trama_import_table_text (table, column, row);
      Search search = { .contradicted = contradicted };

      if (is_date)
        search.found = trama_date_text_shape (text)
                       == (contradicted ? TRAMA_DATE_SHAPE_MDY : TRAMA_DATE_SHAPE_EITHER);
      else
        trama_import_foreach_number (field->type, text, search_number, &search);
      if (!search.found)
        continue;
      trama_problems_add (problems, trama_import_table_problem (table, row, column->header, message,
                                                                text, expected));
      return;
    }
  g_assert_not_reached ();
}

static gboolean
decide_numbers (const TramaImportTable *table, TramaImportColumn *column, const TramaField *field,
                const TramaDecimalVotes *own, const TramaDecimalVotes *all, TramaProblems *problems)
{
  gboolean contradicted = own->n[TRAMA_NUMBER_POINT] > 0 && own->n[TRAMA_NUMBER_COMMA] > 0;

  column->decimal = table->reading.decimal;
  if (column->decimal == TRAMA_DECIMAL_FIND_OUT)
    column->decimal = trama_decimal_votes_result (own);
  if (column->decimal == TRAMA_DECIMAL_FIND_OUT && !contradicted)
    column->decimal = trama_decimal_votes_result (all);
  if (column->decimal != TRAMA_DECIMAL_FIND_OUT)
    return TRUE;
  complain (table, column, field, contradicted, problems);
  return FALSE;
}

static gboolean
decide_dates (const TramaImportTable *table, TramaImportColumn *column, const TramaField *field,
              const TramaDateVotes *own, const TramaDateVotes *all, TramaProblems *problems)
{
  gboolean contradicted = own->n[TRAMA_DATE_SHAPE_DMY] > 0 && own->n[TRAMA_DATE_SHAPE_MDY] > 0;

  column->dates = table->reading.dates;
  if (column->dates == TRAMA_DATE_ORDER_FIND_OUT)
    column->dates = trama_date_votes_result (own);
  if (column->dates == TRAMA_DATE_ORDER_FIND_OUT && !contradicted)
    column->dates = trama_date_votes_result (all);
  if (column->dates != TRAMA_DATE_ORDER_FIND_OUT)
    return TRUE;
  complain (table, column, field, contradicted, problems);
  return FALSE;
}

gboolean
trama_import_table_find_marks (TramaImportTable *table, TramaProblems *problems)
{
  g_autofree Votes *votes = NULL;
  Votes all = { 0 };
  gboolean good = TRUE;

  g_return_val_if_fail (table != NULL && problems != NULL, FALSE);

  votes = g_new0 (Votes, MAX (table->columns->len, 1));
  for (guint i = 0; i < table->columns->len; i++)
    {
      const TramaImportColumn *column = table->columns->pdata[i];
      const TramaField *field = trama_import_table_field (table, column);

      if (field == NULL || (!is_number (field) && field->type != TRAMA_FIELD_DATE))
        continue;
      vote (table, column, field, &votes[i]);
      for (guint k = 0; k < G_N_ELEMENTS (all.decimal.n); k++)
        all.decimal.n[k] += votes[i].decimal.n[k];
      for (guint k = 0; k < G_N_ELEMENTS (all.dates.n); k++)
        all.dates.n[k] += votes[i].dates.n[k];
    }
  for (guint i = 0; i < table->columns->len; i++)
    {
      TramaImportColumn *column = table->columns->pdata[i];
      const TramaField *field = trama_import_table_field (table, column);

      if (field == NULL)
        continue;
      if (field->type == TRAMA_FIELD_DATE)
        good = decide_dates (table, column, field, &votes[i].dates, &all.dates, problems) && good;
      else if (is_number (field))
        good = decide_numbers (table, column, field, &votes[i].decimal, &all.decimal, problems)
               && good;
    }
  return good;
}
