/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trama-record-item.h"

G_BEGIN_DECLS

/*
 * A column: a field of the record, or something worked out by @fill. Descriptions are copied;
 * the texts they point to are not.
 */
typedef struct _TramaRecordColumn TramaRecordColumn;

/* Fills text (transfer full) and, where the column sorts by it, number. */
typedef void (*TramaCellFill) (TramaRecordItem *item, TramaRecordCell *cell, gpointer data);

struct _TramaRecordColumn
{
  const char *title;  /* translated; NULL: the field's label */
  const char *field;  /* id; NULL: @fill */
  TramaCellFill fill;
  gboolean numeric;   /* flush right, tabular figures, the largest first */
  gboolean expand;
  gboolean strong;    /* bold: what the row is called */
  int width;          /* pixels; 0: as wide as it needs */
  int chars;          /* with no width: at most so many letters; 0: any */
  gboolean tier;      /* with the tier's disc before it; cell number is the TramaTier */
  /* Something else than a text: a widget for each row in sight, and what it shows. The text of
   * @fill is still what is searched, sorted and read out. */
  GtkWidget *(*make) (gpointer data);
  void (*show) (GtkWidget *widget, TramaRecordItem *item, gpointer data);
};

/*
 * Records as a table that sorts, filters and searches as fast as one types; sorting and filtering
 * go on in steps so that the window never waits.
 *
 * Signals: "record-activated" (const char *id), double click or Enter; "record-selected" (const
 * char *id or NULL).
 */
#define TRAMA_TYPE_RECORD_TABLE (trama_record_table_get_type ())
G_DECLARE_FINAL_TYPE (TramaRecordTable, trama_record_table, TRAMA, RECORD_TABLE, GtkWidget)

/* @label: what a screen reader calls it. @sort_column: sorted by it at first; −1: as they come. */
GtkWidget *trama_record_table_new (const char *label, const TramaRecordColumn *columns,
                                   guint n_columns, int sort_column, GtkSortType order,
                                   gpointer fill_data);
/* Shows these records, in this order unless it is sorted. Rows that did not change stay. With
 * @refill, all texts are worked out anew. */
void trama_record_table_set_records (TramaRecordTable *table, TramaVersion *version,
                                     const TramaRecord *const *records, guint n, gboolean refill);
/* Only rows in which each word of @text occurs in some column. */
void trama_record_table_set_search (TramaRecordTable *table, const char *text);
/* Only rows for which @function is TRUE; NULL: all. */
typedef gboolean (*TramaRecordFilter) (const TramaRecord *record, gpointer data);
void trama_record_table_set_filter (TramaRecordTable *table, TramaRecordFilter function,
                                    gpointer data, GDestroyNotify destroy);
/* TRAMA_ID_NONE: none. */
void trama_record_table_select (TramaRecordTable *table, TramaId id);
TramaId trama_record_table_get_selected (TramaRecordTable *table);
guint trama_record_table_get_n_shown (TramaRecordTable *table);
guint trama_record_table_get_n_records (TramaRecordTable *table);
/* The model that is shown, for "notify" of its size. Borrowed. */
GListModel *trama_record_table_get_model (TramaRecordTable *table);
void trama_record_table_set_column_visible (TramaRecordTable *table, guint column,
                                            gboolean visible);

G_END_DECLS
