/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-chart-table.h"

#include <stdarg.h>
#include <string.h>

struct _TramaChartTable
{
  char *numeric;
  guint n_columns;
  char **headers;
  GPtrArray *cells;
};

TramaChartTable *
trama_chart_table_new (const char *numeric)
{
  TramaChartTable *table;

  g_return_val_if_fail (numeric != NULL, NULL);

  table = g_new0 (TramaChartTable, 1);
  table->numeric = g_strdup (numeric);
  table->n_columns = (guint) strlen (numeric);
  table->headers = g_new0 (char *, table->n_columns + 1);
  for (guint i = 0; i < table->n_columns; i++)
    table->headers[i] = g_strdup ("");
  table->cells = g_ptr_array_new_with_free_func (g_free);
  return table;
}

void
trama_chart_table_free (TramaChartTable *table)
{
  if (table == NULL)
    return;
  g_free (table->numeric);
  g_strfreev (table->headers);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

void
trama_chart_table_take_headers (TramaChartTable *table, char **headers)
{
  g_return_if_fail (table != NULL && headers != NULL);

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_free (table->headers[i]);
      table->headers[i] = headers[i] != NULL ? headers[i] : g_strdup ("");
    }
}

void
trama_chart_table_take_row (TramaChartTable *table, char **cells)
{
  g_return_if_fail (table != NULL && cells != NULL);

  for (guint i = 0; i < table->n_columns; i++)
    g_ptr_array_add (table->cells, cells[i] != NULL ? cells[i] : g_strdup (""));
}

static char **
collect (const TramaChartTable *table, const char *first, va_list arguments)
{
  char **strings = g_new0 (char *, table->n_columns + 1);

  for (guint i = 0; i < table->n_columns; i++)
    strings[i] = g_strdup (i == 0 ? first : va_arg (arguments, const char *));
  return strings;
}

void
trama_chart_table_set_headers (TramaChartTable *table, const char *first, ...)
{
  g_autofree char **strings = NULL;
  va_list arguments;

  g_return_if_fail (table != NULL);

  va_start (arguments, first);
  strings = collect (table, first, arguments);
  va_end (arguments);
  trama_chart_table_take_headers (table, strings);
}

void
trama_chart_table_add_row (TramaChartTable *table, const char *first, ...)
{
  g_autofree char **strings = NULL;
  va_list arguments;

  g_return_if_fail (table != NULL);

  va_start (arguments, first);
  strings = collect (table, first, arguments);
  va_end (arguments);
  trama_chart_table_take_row (table, strings);
}

guint
trama_chart_table_get_n_columns (const TramaChartTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->n_columns;
}

guint
trama_chart_table_get_n_rows (const TramaChartTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->n_columns > 0 ? table->cells->len / table->n_columns : 0;
}

gboolean
trama_chart_table_is_numeric (const TramaChartTable *table, guint column)
{
  g_return_val_if_fail (table != NULL && column < table->n_columns, FALSE);

  return table->numeric[column] == '9';
}

const char *
trama_chart_table_get_header (const TramaChartTable *table, guint column)
{
  g_return_val_if_fail (table != NULL && column < table->n_columns, NULL);

  return table->headers[column];
}

const char *
trama_chart_table_get_cell (const TramaChartTable *table, guint row, guint column)
{
  g_return_val_if_fail (table != NULL && column < table->n_columns, NULL);
  g_return_val_if_fail (row < trama_chart_table_get_n_rows (table), NULL);

  return g_ptr_array_index (table->cells, row * table->n_columns + column);
}
