/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The figures of a chart as a table of strings, for the eye, the ear and the spreadsheet. Built
 * once, then owned by the scene it describes and never changed.
 */
typedef struct _TramaChartTable TramaChartTable;

/* @numeric: one character a column, '9' for figures (set flush right), 'a' for words. */
TramaChartTable *trama_chart_table_new (const char *numeric);
void trama_chart_table_free (TramaChartTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaChartTable, trama_chart_table_free)

/* As many strings as columns; NULL reads as an empty cell. Copied. */
void trama_chart_table_set_headers (TramaChartTable *table, const char *first, ...);
void trama_chart_table_add_row (TramaChartTable *table, const char *first, ...);
/* As the above, from an array of as many strings as columns, each (transfer full); the array itself
 * stays the caller's. */
void trama_chart_table_take_headers (TramaChartTable *table, char **headers);
void trama_chart_table_take_row (TramaChartTable *table, char **cells);

guint trama_chart_table_get_n_columns (const TramaChartTable *table);
guint trama_chart_table_get_n_rows (const TramaChartTable *table);
gboolean trama_chart_table_is_numeric (const TramaChartTable *table, guint column);
const char *trama_chart_table_get_header (const TramaChartTable *table, guint column);
/* Never NULL. */
const char *trama_chart_table_get_cell (const TramaChartTable *table, guint row, guint column);

G_END_DECLS
