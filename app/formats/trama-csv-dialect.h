/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Finds what separates the cells of a text: the one of tab, semicolon, bar and comma under which
 * most of the first rows have the same number of cells, and more than one. Where two do equally
 * well the first of that order wins: a decimal comma is met more often than a semicolon in every
 * row of a table with commas. TRAMA_CSV_NO_DELIMITER where none of them makes columns.
 */
char trama_csv_find_delimiter (const char *text, gsize length);
/*
 * The delimiter that a first line "sep=;" names, as some spreadsheets write and read it; 0 where
 * the text has no such line. @skip (out): its length with its end.
 */
char trama_csv_named_delimiter (const char *text, gsize length, gsize *skip);
/* "comma", "semicolon", "tab", "bar", "none" or one character. 0: none of these. */
char trama_csv_delimiter_from_name (const char *name);
/* For people. */
const char *trama_csv_delimiter_label (char delimiter);

G_END_DECLS
