/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-rows.h"

#include <string.h>

typedef struct
{
  guint line;
  char *first;
  char *second;
  GPtrArray *values; /* char * or NULL, by column; may be shorter; NULL: none yet */
} Row;

typedef struct
{
  char *head;
  char *fallback;
} Column;

struct _TramaNetworkRows
{
  char *first;
  char *second;
  GArray *columns;
  GArray *rows;
};

void
trama_network_sheets_clear (TramaNetworkSheets *sheets)
{
  g_clear_pointer (&sheets->vertices, trama_sheet_free);
  g_clear_pointer (&sheets->ties, trama_sheet_free);
}

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->first);
  g_free (row->second);
  g_clear_pointer (&row->values, g_ptr_array_unref);
}

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_free (column->head);
  g_free (column->fallback);
}

TramaNetworkRows *
trama_network_rows_new (const char *first, const char *second)
{
  TramaNetworkRows *rows = g_new0 (TramaNetworkRows, 1);

  rows->first = g_strdup (first);
  rows->second = g_strdup (second);
  rows->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (rows->columns, clear_column);
  rows->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (rows->rows, clear_row);
  return rows;
}

void
trama_network_rows_free (TramaNetworkRows *rows)
{
  if (rows == NULL)
    return;
  g_free (rows->first);
  g_free (rows->second);
  g_array_unref (rows->columns);
  g_array_unref (rows->rows);
  g_free (rows);
}

/* A head that a first column has already would make two columns for one field. */
guint
trama_network_rows_column (TramaNetworkRows *rows, const char *head)
{
  Column column = { 0 };

  if (g_ascii_strcasecmp (head, rows->first) == 0 || g_ascii_strcasecmp (head, rows->second) == 0)
    column.head = g_strdup_printf ("%s (2)", head);
  else
    column.head = g_strdup (head);
  for (guint i = 0; i < rows->columns->len; i++)
    if (strcmp (g_array_index (rows->columns, Column, i).head, column.head) == 0)
      {
        g_free (column.head);
        return i;
      }
  g_array_append_val (rows->columns, column);
  return rows->columns->len - 1;
}

void
trama_network_rows_set_fallback (TramaNetworkRows *rows, guint column, const char *text)
{
  Column *of = &g_array_index (rows->columns, Column, column);

  g_free (of->fallback);
  of->fallback = g_strdup (text);
}

void
trama_network_rows_begin (TramaNetworkRows *rows, guint line, const char *first, const char *second)
{
  Row row = { .line = line, .first = g_strdup (first), .second = g_strdup (second) };

  g_array_append_val (rows->rows, row);
}

static Row *
last_row (TramaNetworkRows *rows)
{
  g_assert (rows->rows->len > 0);
  return &g_array_index (rows->rows, Row, rows->rows->len - 1);
}

void
trama_network_rows_set (TramaNetworkRows *rows, guint column, const char *text)
{
  Row *row = last_row (rows);

  if (text == NULL || *text == '\0')
    return;
  if (row->values == NULL)
    row->values = g_ptr_array_new_with_free_func (g_free);
  if (row->values->len <= column)
    g_ptr_array_set_size (row->values, (int) column + 1);
  g_free (row->values->pdata[column]);
  row->values->pdata[column] = g_strdup (text);
}

void
trama_network_rows_unset (TramaNetworkRows *rows, guint column)
{
  Row *row = last_row (rows);

  if (row->values != NULL && column < row->values->len)
    g_clear_pointer ((char **) &row->values->pdata[column], g_free);
}

void
trama_network_rows_set_second (TramaNetworkRows *rows, const char *text)
{
  Row *row = last_row (rows);

  if (text == NULL || *text == '\0')
    return;
  g_free (row->second);
  row->second = g_strdup (text);
}

guint
trama_network_rows_size (const TramaNetworkRows *rows)
{
  return rows->rows->len;
}

const char *
trama_network_rows_first (const TramaNetworkRows *rows, guint row)
{
  return g_array_index (rows->rows, Row, row).first;
}

const char *
trama_network_rows_second (const TramaNetworkRows *rows, guint row)
{
  return g_array_index (rows->rows, Row, row).second;
}

TramaSheet *
trama_network_rows_finish (const TramaNetworkRows *rows, const char *name)
{
  TramaSheet *sheet = trama_sheet_new (name);

  trama_sheet_begin_row (sheet, 1);
  trama_sheet_add_cell (sheet, rows->first, -1);
  trama_sheet_add_cell (sheet, rows->second, -1);
  for (guint i = 0; i < rows->columns->len; i++)
    trama_sheet_add_cell (sheet, g_array_index (rows->columns, Column, i).head, -1);
  for (guint r = 0; r < rows->rows->len; r++)
    {
      const Row *row = &g_array_index (rows->rows, Row, r);

      trama_sheet_begin_row (sheet, row->line);
      trama_sheet_add_cell (sheet, row->first != NULL ? row->first : "", -1);
      trama_sheet_add_cell (sheet, row->second != NULL ? row->second : "", -1);
      for (guint i = 0; i < rows->columns->len; i++)
        {
          const char *value
              = row->values != NULL && i < row->values->len ? row->values->pdata[i] : NULL;

          if (value == NULL)
            value = g_array_index (rows->columns, Column, i).fallback;
          trama_sheet_add_cell (sheet, value != NULL ? value : "", -1);
        }
    }
  return sheet;
}
