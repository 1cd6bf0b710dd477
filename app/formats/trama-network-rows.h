/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-sheet.h"

G_BEGIN_DECLS

/* A network as two tables, whatever the format: vertices with id and name first, and ties with from
 * and to (ids of vertices) first, each with the columns the file has besides. */
typedef struct
{
  TramaSheet *vertices;
  TramaSheet *ties;
  int code_column; /* of vertices: what says of what sort each is; −1: none, or headed so */
} TramaNetworkSheets;

void trama_network_sheets_clear (TramaNetworkSheets *sheets);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TramaNetworkSheets, trama_network_sheets_clear)

/* Gathers the rows of one of them while columns are still being met. */
typedef struct _TramaNetworkRows TramaNetworkRows;

/* @first, @second: heads of the columns that each row has. */
TramaNetworkRows *trama_network_rows_new (const char *first, const char *second);
void trama_network_rows_free (TramaNetworkRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaNetworkRows, trama_network_rows_free)

/* The number of the column of that head, which is added where there is none. */
guint trama_network_rows_column (TramaNetworkRows *rows, const char *head);
/* What a row has in that column where nothing is set. */
void trama_network_rows_set_fallback (TramaNetworkRows *rows, guint column, const char *text);
void trama_network_rows_begin (TramaNetworkRows *rows, guint line, const char *first,
                               const char *second);
/* In the last row. @text NULL or empty changes nothing. */
void trama_network_rows_set (TramaNetworkRows *rows, guint column, const char *text);
void trama_network_rows_unset (TramaNetworkRows *rows, guint column);
void trama_network_rows_set_second (TramaNetworkRows *rows, const char *text);
guint trama_network_rows_size (const TramaNetworkRows *rows);
/* Borrowed. */
const char *trama_network_rows_first (const TramaNetworkRows *rows, guint row);
const char *trama_network_rows_second (const TramaNetworkRows *rows, guint row);
/* (transfer full) */
TramaSheet *trama_network_rows_finish (const TramaNetworkRows *rows, const char *name);

G_END_DECLS
