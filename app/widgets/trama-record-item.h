/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "trama-version.h"

G_BEGIN_DECLS

/*
 * A record as list widgets want it: a GObject made on demand. Immutable; a changed record gets
 * another item. Properties: "title" (what the record is called), "id" (its text).
 */
#define TRAMA_TYPE_RECORD_ITEM (trama_record_item_get_type ())
G_DECLARE_FINAL_TYPE (TramaRecordItem, trama_record_item, TRAMA, RECORD_ITEM, GObject)

/* @record NULL: "none", called @title. */
TramaRecordItem *trama_record_item_new (TramaVersion *version, const TramaRecord *record,
                                        const char *title);
TramaVersion *trama_record_item_get_version (TramaRecordItem *item);
/* Borrowed; NULL for "none". */
const TramaRecord *trama_record_item_get_record (TramaRecordItem *item);
TramaId trama_record_item_get_id (TramaRecordItem *item);
const char *trama_record_item_get_title (TramaRecordItem *item);

/* Texts and numbers by which a table shows and sorts the item, filled by the table on demand. */
typedef struct
{
  char *text;   /* NULL: not asked for yet */
  char *key;    /* collation key of the text */
  double number; /* NaN: sorts by the text */
  gboolean warn; /* stands out */
} TramaRecordCell;

/* Borrowed; zeroed when new. @n_columns must be the same at every call. */
TramaRecordCell *trama_record_item_get_cells (TramaRecordItem *item, guint n_columns);

/*
 * The records of some kinds by title, as TramaRecordItem. @preferred: ids (TramaId *) of those that
 * come first, or NULL. @none: what "none" is called, NULL: no such item. (transfer full)
 */
GListStore *trama_record_items_list (TramaVersion *version, guint64 kinds, GHashTable *preferred,
                                     const char *none);

G_END_DECLS
