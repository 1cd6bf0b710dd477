/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-sheet.h"

#include <string.h>

typedef struct
{
  guint line;
  guint first; /* index of its first cell */
} Row;

/* Cells lie one behind the other, each with its NUL: two allocations that grow, whatever the size. */
struct _TramaSheet
{
  char *name;
  GString *texts;
  GArray *cells; /* gsize: where each begins in texts */
  GArray *rows; /* Row */
};

TramaSheet *
trama_sheet_new (const char *name)
{
  TramaSheet *sheet = g_new0 (TramaSheet, 1);

  sheet->name = g_strdup (name);
  sheet->texts = g_string_new (NULL);
  sheet->cells = g_array_new (FALSE, FALSE, sizeof (gsize));
  sheet->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  return sheet;
}

void
trama_sheet_free (TramaSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_free (sheet->name);
  g_string_free (sheet->texts, TRUE);
  g_array_unref (sheet->cells);
  g_array_unref (sheet->rows);
  g_free (sheet);
}

void
trama_sheet_begin_row (TramaSheet *sheet, guint line)
{
  Row row = { .line = line };

  g_return_if_fail (sheet != NULL);

  row.first = sheet->cells->len;
  g_array_append_val (sheet->rows, row);
}

void
trama_sheet_add_cell (TramaSheet *sheet, const char *text, gssize length)
{
  gsize start;

  g_return_if_fail (sheet != NULL && sheet->rows->len > 0 && text != NULL);

  start = sheet->texts->len;
  g_array_append_val (sheet->cells, start);
  g_string_append_len (sheet->texts, text, length);
  g_string_append_c (sheet->texts, '\0');
}

static const Row *
get_row (const TramaSheet *sheet, guint row)
{
  g_assert (row < sheet->rows->len);
  return &g_array_index (sheet->rows, Row, row);
}

void
trama_sheet_drop_row (TramaSheet *sheet)
{
  guint first;

  g_return_if_fail (sheet != NULL && sheet->rows->len > 0);

  first = get_row (sheet, sheet->rows->len - 1)->first;
  if (first < sheet->cells->len)
    g_string_truncate (sheet->texts, g_array_index (sheet->cells, gsize, first));
  g_array_set_size (sheet->cells, first);
  g_array_set_size (sheet->rows, sheet->rows->len - 1);
}

const char *
trama_sheet_name (const TramaSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, NULL);

  return sheet->name;
}

guint
trama_sheet_n_rows (const TramaSheet *sheet)
{
  return sheet != NULL ? sheet->rows->len : 0;
}

guint
trama_sheet_line (const TramaSheet *sheet, guint row)
{
  g_return_val_if_fail (sheet != NULL, 0);

  return get_row (sheet, row)->line;
}

guint
trama_sheet_n_cells (const TramaSheet *sheet, guint row)
{
  guint end;

  g_return_val_if_fail (sheet != NULL, 0);

  end = row + 1 < sheet->rows->len ? get_row (sheet, row + 1)->first : sheet->cells->len;
  return end - get_row (sheet, row)->first;
}

const char *
trama_sheet_cell (const TramaSheet *sheet, guint row, guint column)
{
  g_return_val_if_fail (sheet != NULL, "");

  if (column >= trama_sheet_n_cells (sheet, row))
    return "";
  return sheet->texts->str
         + g_array_index (sheet->cells, gsize, get_row (sheet, row)->first + column);
}

gboolean
trama_sheet_row_is_blank (const TramaSheet *sheet, guint row)
{
  guint n = trama_sheet_n_cells (sheet, row);

  for (guint column = 0; column < n; column++)
    for (const char *at = trama_sheet_cell (sheet, row, column); *at != '\0';
         at = g_utf8_next_char (at))
      if (!g_unichar_isspace (g_utf8_get_char (at)))
        return FALSE;
  return TRUE;
}
