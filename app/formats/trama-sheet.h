/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A table of texts as it stood in a file: rows of cells, each row with the line it began on. What
 * the cells mean is not known here. Readers fill it row by row; afterwards it is only read.
 */
typedef struct _TramaSheet TramaSheet;

/* @name: what the table is called in messages, such as the file's name. (transfer full) */
TramaSheet *trama_sheet_new (const char *name);
void trama_sheet_free (TramaSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaSheet, trama_sheet_free)

/* Filling. @line counts from 1. */
void trama_sheet_begin_row (TramaSheet *sheet, guint line);
/* Adds a cell to the last row. @length: bytes, −1: up to the NUL. @text holds no NUL. */
void trama_sheet_add_cell (TramaSheet *sheet, const char *text, gssize length);
/* Takes the last row away again. */
void trama_sheet_drop_row (TramaSheet *sheet);

const char *trama_sheet_name (const TramaSheet *sheet);
guint trama_sheet_n_rows (const TramaSheet *sheet);
/* The line on which the row begins. */
guint trama_sheet_line (const TramaSheet *sheet, guint row);
guint trama_sheet_n_cells (const TramaSheet *sheet, guint row);
/* Empty beyond the row's last cell; never NULL. Borrowed, until another cell is added. */
const char *trama_sheet_cell (const TramaSheet *sheet, guint row, guint column);
/* No cell of the row holds anything but blanks. */
gboolean trama_sheet_row_is_blank (const TramaSheet *sheet, guint row);

G_END_DECLS
