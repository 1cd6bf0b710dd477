/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-page-text.h"

G_BEGIN_DECLS

/*
 * A table for the page: hairlines above and below, under the head and above totals, nowhere else;
 * the head is repeated on every page the table reaches. A row is never divided, unless it alone is
 * higher than a page.
 */
typedef struct _TramaPageTable TramaPageTable;

typedef enum
{
  TRAMA_PAGE_ALIGN_START = 0,
  TRAMA_PAGE_ALIGN_MIDDLE,
  TRAMA_PAGE_ALIGN_END,       /* figures */
} TramaPageAlign;

typedef enum
{
  TRAMA_PAGE_VERDICT_NONE = 0,
  TRAMA_PAGE_VERDICT_MET,
  TRAMA_PAGE_VERDICT_WEAK,
  TRAMA_PAGE_VERDICT_NOT_MET,
  TRAMA_PAGE_VERDICT_UNKNOWN,
  TRAMA_PAGE_VERDICT_NOT_APPLICABLE,   /* no mark, second ink */
} TramaPageVerdict;

typedef struct
{
  const char *title;       /* in the head; NULL: none */
  const char *over;        /* a smaller line above the title: "to date"; NULL: none */
  TramaPageAlign align;
  /* pt; 0: what the column's words need, a share of what is left where they need too much. */
  double width;
  gboolean bold;
  gboolean second;         /* in the second ink */
} TramaPageColumn;

typedef enum
{
  TRAMA_PAGE_ROW_NORMAL = 0,
  TRAMA_PAGE_ROW_TOTAL,      /* bold, a hairline above */
  TRAMA_PAGE_ROW_INDENTED,   /* the first cell is set in a little: a part of the row above */
  TRAMA_PAGE_ROW_GROUP, /* bold, the first cell across all columns, stays with the next row */
} TramaPageRowKind;

/* @columns is copied. */
TramaPageTable *trama_page_table_new (const TramaPageColumn *columns, guint n_columns);
void trama_page_table_free (TramaPageTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaPageTable, trama_page_table_free)

/* More air between rows, for rows of two lines that are read one by one. */
void trama_page_table_set_loose (TramaPageTable *table, gboolean loose);
/* Without the rules above and below: a list in columns. */
void trama_page_table_set_rules (TramaPageTable *table, gboolean rules);
/* Said in words where there are no rows: "No course has been held." */
void trama_page_table_set_empty (TramaPageTable *table, const char *words);

/* Begins a row; cells are added to the last one begun, from the first column on. */
void trama_page_table_begin_row (TramaPageTable *table, TramaPageRowKind kind);
/* Where links to the row lead. */
void trama_page_table_set_anchor (TramaPageTable *table, const char *anchor);
/* NULL: an empty cell. @text: (transfer full) */
void trama_page_table_take_cell (TramaPageTable *table, TramaPageText *text);
void trama_page_table_add_cell (TramaPageTable *table, const char *words);
/* A verdict's mark with its words beside it, both in its colour. */
void trama_page_table_add_verdict (TramaPageTable *table, TramaPageVerdict verdict,
                                   const char *words);

guint trama_page_table_get_n_columns (const TramaPageTable *table);
guint trama_page_table_get_n_rows (const TramaPageTable *table);

G_END_DECLS
