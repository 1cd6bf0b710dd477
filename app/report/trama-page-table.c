/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-page-table-private.h"

TramaPageTable *
trama_page_table_new (const TramaPageColumn *columns, guint n_columns)
{
  TramaPageTable *table;

  g_return_val_if_fail (columns != NULL && n_columns > 0, NULL);

  table = g_new0 (TramaPageTable, 1);
  table->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  table->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    {
      table->columns[i].title = g_strdup (columns[i].title);
      table->columns[i].over = g_strdup (columns[i].over);
    }
  table->rows = g_array_new (FALSE, TRUE, sizeof (TramaPageRow));
  table->rules = TRUE;
  return table;
}

void
trama_page_table_free (TramaPageTable *table)
{
  if (table == NULL)
    return;
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_free ((char *) table->columns[i].title);
      g_free ((char *) table->columns[i].over);
    }
  for (guint i = 0; i < table->rows->len; i++)
    {
      TramaPageRow *row = &g_array_index (table->rows, TramaPageRow, i);

      for (guint k = 0; k < row->n_cells; k++)
        trama_page_text_free (row->cells[k].text);
      g_free (row->cells);
      g_free (row->anchor);
    }
  g_array_unref (table->rows);
  g_free (table->columns);
  g_free (table->empty);
  g_free (table);
}

void
trama_page_table_set_loose (TramaPageTable *table, gboolean loose)
{
  g_return_if_fail (table != NULL);

  table->loose = loose;
}

void
trama_page_table_set_rules (TramaPageTable *table, gboolean rules)
{
  g_return_if_fail (table != NULL);

  table->rules = rules;
}

void
trama_page_table_set_empty (TramaPageTable *table, const char *words)
{
  g_return_if_fail (table != NULL);

  g_set_str (&table->empty, words);
}

void
trama_page_table_begin_row (TramaPageTable *table, TramaPageRowKind kind)
{
  TramaPageRow row = { .kind = kind };

  g_return_if_fail (table != NULL);

  row.cells = g_new0 (TramaPageCell, table->n_columns);
  g_array_append_val (table->rows, row);
}

static TramaPageRow *
last_row (TramaPageTable *table)
{
  return table->rows->len > 0 ? &g_array_index (table->rows, TramaPageRow, table->rows->len - 1)
                              : NULL;
}

void
trama_page_table_set_anchor (TramaPageTable *table, const char *anchor)
{
  g_return_if_fail (table != NULL && last_row (table) != NULL);

  g_set_str (&last_row (table)->anchor, anchor);
}

static void
add_cell (TramaPageTable *table, TramaPageCell cell)
{
  TramaPageRow *row = last_row (table);

  if (row == NULL || row->n_cells >= table->n_columns)
    {
      trama_page_text_free (cell.text);
      g_return_if_reached ();
    }
  row->cells[row->n_cells++] = cell;
}

void
trama_page_table_take_cell (TramaPageTable *table, TramaPageText *text)
{
  g_return_if_fail (table != NULL);

  add_cell (table, (TramaPageCell) { .text = text });
}

void
trama_page_table_add_cell (TramaPageTable *table, const char *words)
{
  trama_page_table_take_cell (table, words != NULL ? trama_page_text_new (words) : NULL);
}

void
trama_page_table_add_verdict (TramaPageTable *table, TramaPageVerdict verdict, const char *words)
{
  g_return_if_fail (table != NULL);

  add_cell (table, (TramaPageCell) { .text = trama_page_text_new (words), .verdict = verdict });
}

guint
trama_page_table_get_n_columns (const TramaPageTable *table)
{
  return table->n_columns;
}

guint
trama_page_table_get_n_rows (const TramaPageTable *table)
{
  return table->rows->len;
}
