/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-network-rows.h"
#include "trama-problem.h"

G_BEGIN_DECLS

/*
 * A matrix of who is tied to whom. One with the same names in rows and columns is of one mode; where it
 * is symmetric each pair becomes one tie. One with other names in its columns is of two: rows and columns
 * become vertices of the kinds "row" and "column", and each filled cell a tie from its row.
 */
typedef struct
{
  const char *file;
  const char *category; /* of its ties; NULL: none */
  guint n_rows;
  guint n_columns;
  const char *const *row_ids;
  const char *const *column_ids; /* the same as @row_ids in one mode */
  const char *const *cells;      /* row by row; blank or 0: no tie */
  const guint *lines;            /* of each row */
  gboolean two_modes;
} TramaMatrix;

/* Columns "value" and, where matrices have one, "category" are added to @ties. Whether a matrix of one
 * mode was symmetric. */
gboolean trama_matrix_add_ties (const TramaMatrix *matrix, TramaNetworkRows *ties);
/* A number, or blank. */
gboolean trama_matrix_is_value (const char *text);

/* A table whose first cell is blank, whose further cells in the first row and column are names, and all
 * others numbers or blank. */
gboolean trama_matrix_is_meant (const TramaSheet *sheet);
/* FALSE where it is at fault; @problems then says how. */
gboolean trama_matrix_read (const TramaSheet *sheet, const char *file, TramaNetworkSheets *sheets,
                            TramaProblems *problems, TramaProblems *notes);

/* A note at a line of a file; @found may be NULL. */
void trama_matrix_note (TramaProblems *notes, const char *file, guint line, const char *message,
                        const char *found, const char *expected);

G_END_DECLS
