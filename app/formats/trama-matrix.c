/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-matrix.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

void
trama_matrix_note (TramaProblems *notes, const char *file, guint line, const char *message,
                   const char *found, const char *expected)
{
  TramaProblem *problem = trama_problem_new (message);

  problem->file = g_strdup (file);
  problem->line = line;
  problem->found = g_strdup (found);
  problem->expected = g_strdup (expected);
  trama_problems_add (notes, problem);
}

static double
number_of (const char *text)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  while (g_ascii_isspace (*end))
    end++;
  return end != text && *end == '\0' ? number : NAN;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t")] == '\0';
}

gboolean
trama_matrix_is_value (const char *text)
{
  return is_blank (text) || isfinite (number_of (text));
}

static gboolean
is_tie (const char *text)
{
  return !is_blank (text) && number_of (text) != 0;
}

static gboolean
is_symmetric (const TramaMatrix *matrix)
{
  if (matrix->two_modes)
    return FALSE;
  for (guint i = 0; i < matrix->n_rows; i++)
    for (guint k = 0; k < i; k++)
      {
        const char *one = matrix->cells[(gsize) i * matrix->n_columns + k];
        const char *other = matrix->cells[(gsize) k * matrix->n_columns + i];

        if (is_tie (one) != is_tie (other) || (is_tie (one) && number_of (one) < number_of (other))
            || (is_tie (one) && number_of (one) > number_of (other)))
          return FALSE;
      }
  return TRUE;
}

gboolean
trama_matrix_add_ties (const TramaMatrix *matrix, TramaNetworkRows *ties)
{
  guint value = trama_network_rows_column (ties, "value");
  guint category = matrix->category != NULL ? trama_network_rows_column (ties, "category") : 0;
  gboolean symmetric = is_symmetric (matrix);

  for (guint i = 0; i < matrix->n_rows; i++)
    for (guint k = symmetric ? i : 0; k < matrix->n_columns; k++)
      {
        const char *cell = matrix->cells[(gsize) i * matrix->n_columns + k];

        if (!is_tie (cell))
          continue;
        trama_network_rows_begin (ties, matrix->lines[i], matrix->row_ids[i],
                                  matrix->column_ids[k]);
        trama_network_rows_set (ties, value, cell);
        if (matrix->category != NULL)
          trama_network_rows_set (ties, category, matrix->category);
      }
  return symmetric;
}

/* The first row that is not blank; the number of rows where there is none. */
static guint
first_row (const TramaSheet *sheet)
{
  guint row = 0;

  while (row < trama_sheet_n_rows (sheet) && trama_sheet_row_is_blank (sheet, row))
    row++;
  return row;
}

gboolean
trama_matrix_is_meant (const TramaSheet *sheet)
{
  guint head = first_row (sheet);
  guint n = trama_sheet_n_rows (sheet);
  guint columns;

  if (head + 1 >= n || !is_blank (trama_sheet_cell (sheet, head, 0)))
    return FALSE;
  columns = trama_sheet_n_cells (sheet, head);
  if (columns < 2)
    return FALSE;
  for (guint i = 1; i < columns; i++)
    if (is_blank (trama_sheet_cell (sheet, head, i)))
      return FALSE;
  for (guint row = head + 1; row < n; row++)
    {
      if (trama_sheet_row_is_blank (sheet, row))
        continue;
      if (is_blank (trama_sheet_cell (sheet, row, 0)))
        return FALSE;
      for (guint i = 1; i < MAX (columns, trama_sheet_n_cells (sheet, row)); i++)
        if (!trama_matrix_is_value (trama_sheet_cell (sheet, row, i)))
          return FALSE;
    }
  return TRUE;
}

typedef struct
{
  const char *file;
  GPtrArray *columns;  /* names, borrowed */
  GPtrArray *names;    /* of rows */
  GArray *lines;
  GPtrArray *cells;
  TramaProblems *problems;
} Reading;

static gboolean
check_once (Reading *reading, const GPtrArray *names, GHashTable *seen, const GArray *lines,
            guint line)
{
  for (guint i = 0; i < names->len; i++)
    if (!g_hash_table_add (seen, names->pdata[i]))
      {
        trama_matrix_note (reading->problems, reading->file,
                           lines != NULL ? g_array_index (lines, guint, i) : line,
                           _ ("a name is given twice"), names->pdata[i], NULL);
        return FALSE;
      }
  return TRUE;
}

/* How many of the columns' names are rows' too; −1, with a message, where a name is there twice. */
static int
count_common (Reading *reading, guint head_line)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) columns = g_hash_table_new (g_str_hash, g_str_equal);
  int common = 0;

  if (!check_once (reading, reading->columns, columns, NULL, head_line)
      || !check_once (reading, reading->names, rows, reading->lines, 0))
    return -1;
  for (guint i = 0; i < reading->columns->len; i++)
    common += g_hash_table_contains (rows, reading->columns->pdata[i]) != FALSE;
  return common;
}

/* Cells row by row, with columns in the order of the rows. */
static void
gather_cells (Reading *reading, const TramaSheet *sheet, const GArray *rows, gboolean two_modes)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < reading->columns->len; i++)
    g_hash_table_insert (places, reading->columns->pdata[i], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < rows->len; i++)
    for (guint k = 0; k < reading->columns->len; k++)
      {
        guint column
            = two_modes ? k + 1
                        : GPOINTER_TO_UINT (g_hash_table_lookup (places, reading->names->pdata[k]));

        g_ptr_array_add (reading->cells, (gpointer) trama_sheet_cell (
                                             sheet, g_array_index (rows, guint, i), column));
      }
}

static void
make_sheets (Reading *reading, gboolean two_modes, TramaNetworkSheets *sheets, TramaProblems *notes)
{
  g_autoptr (TramaNetworkRows) vertices = trama_network_rows_new ("id", "name");
  g_autoptr (TramaNetworkRows) ties = trama_network_rows_new ("from", "to");
  TramaMatrix matrix = {
    .file = reading->file,
    .n_rows = reading->names->len,
    .n_columns = reading->columns->len,
    .row_ids = (const char *const *) reading->names->pdata,
    .column_ids = (const char *const *) (two_modes ? reading->columns : reading->names)->pdata,
    .cells = (const char *const *) reading->cells->pdata,
    .lines = (const guint *) (gpointer) reading->lines->data,
    .two_modes = two_modes,
  };
  guint kind = two_modes ? trama_network_rows_column (vertices, "kind") : 0;

  for (guint i = 0; i < matrix.n_rows; i++)
    {
      trama_network_rows_begin (vertices, matrix.lines[i], matrix.row_ids[i], matrix.row_ids[i]);
      if (two_modes)
        trama_network_rows_set (vertices, kind, "row");
    }
  for (guint i = 0; two_modes && i < matrix.n_columns; i++)
    {
      trama_network_rows_begin (vertices, 1, matrix.column_ids[i], matrix.column_ids[i]);
      trama_network_rows_set (vertices, kind, "column");
    }
  if (trama_matrix_add_ties (&matrix, ties))
    trama_matrix_note (notes, reading->file, 0,
                       _ ("the matrix is symmetric: each pair becomes one tie"), NULL, NULL);
  if (two_modes)
    trama_matrix_note (notes, reading->file, 0,
                       _ ("a matrix of two modes: rows and columns become vertices, each filled "
                          "cell a tie; meeting at an activity is none"),
                       NULL, NULL);
  *sheets = (TramaNetworkSheets) {
    .vertices = trama_network_rows_finish (vertices, reading->file),
    .ties = trama_network_rows_finish (ties, reading->file),
    .code_column = -1,
  };
}

static char *
dup_clean (const char *text)
{
  return g_strstrip (g_strdup (text));
}

gboolean
trama_matrix_read (const TramaSheet *sheet, const char *file, TramaNetworkSheets *sheets,
                   TramaProblems *problems, TramaProblems *notes)
{
  guint head = first_row (sheet);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  Reading reading = { file, columns, names, lines, cells, problems };
  gboolean two_modes;
  int common;

  *sheets = (TramaNetworkSheets) { .code_column = -1 };
  for (guint i = 1; i < trama_sheet_n_cells (sheet, head); i++)
    g_ptr_array_add (columns, dup_clean (trama_sheet_cell (sheet, head, i)));
  for (guint row = head + 1; row < trama_sheet_n_rows (sheet); row++)
    {
      guint line = trama_sheet_line (sheet, row);

      if (trama_sheet_row_is_blank (sheet, row))
        continue;
      if (trama_sheet_n_cells (sheet, row) > columns->len + 1)
        {
          trama_matrix_note (problems, file, line, _ ("a row longer than the first"), NULL, NULL);
          return FALSE;
        }
      g_ptr_array_add (names, dup_clean (trama_sheet_cell (sheet, row, 0)));
      g_array_append_val (lines, line);
      g_array_append_val (rows, row);
    }
  common = count_common (&reading, trama_sheet_line (sheet, head));
  if (common < 0)
    return FALSE;
  two_modes = common == 0;
  if (!two_modes && ((guint) common != columns->len || columns->len != names->len))
    {
      trama_matrix_note (problems, file, trama_sheet_line (sheet, head),
                         _ ("some names stand in rows and columns and others do not"), NULL,
                         _ ("the same names in both, or none of them in both"));
      return FALSE;
    }
  gather_cells (&reading, sheet, rows, two_modes);
  make_sheets (&reading, two_modes, sheets, notes);
  return TRUE;
}
