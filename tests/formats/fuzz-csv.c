/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>
#include <stdint.h>

#include "trama-csv-reader.h"
#include "trama-date-text.h"
#include "trama-number-text.h"
#include "trama-dl.h"
#include "trama-gexf.h"
#include "trama-graphml.h"
#include "trama-matrix.h"
#include "trama-pajek.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* The formats of networks, each of which must take anything. */
static void
read_networks (const char *data, size_t size, const TramaSheet *sheet, TramaProblems *problems,
               TramaProblems *notes)
{
  for (guint way = 0; way < 4; way++)
    {
      g_auto (TramaNetworkSheets) sheets = { 0 };

      if (way == 0)
        trama_graphml_read (data, size, "fuzz", NULL, &sheets, problems, notes);
      else if (way == 1)
        trama_gexf_read (data, size, "fuzz", NULL, &sheets, problems, notes);
      else if (way == 2)
        trama_dl_read (data, size, "fuzz", NULL, &sheets, problems, notes);
      else if (sheet != NULL && trama_matrix_is_meant (sheet))
        trama_matrix_read (sheet, "fuzz", &sheets, problems, notes);
    }
}

/* What a stranger's table goes through before it means anything. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (TramaProblems) problems = trama_problems_new (10);
  g_autoptr (TramaProblems) notes = trama_problems_new (10);
  g_autoptr (TramaSheet) sheet
      = trama_csv_read ((const char *) data, size, "fuzz.csv", NULL, NULL, problems);
  g_auto (TramaPajek) pajek = { 0 };

  g_assert ((sheet != NULL) == (trama_problems_count (problems) == 0));
  for (guint row = 0; row < trama_sheet_n_rows (sheet); row++)
    for (guint i = 0; i < trama_sheet_n_cells (sheet, row); i++)
      {
        const char *cell = trama_sheet_cell (sheet, row, i);
        g_autofree char *number = trama_number_text_to_c (cell, TRAMA_DECIMAL_COMMA);
        TramaDate date;

        g_assert (g_utf8_validate (cell, -1, NULL));
        trama_number_text_shape (cell);
        trama_date_text_read (cell, TRAMA_DATE_ORDER_DMY, &date);
        trama_date_text_shape (cell);
      }
  trama_pajek_read ((const char *) data, size, "fuzz.net", NULL, &pajek, problems, notes);
  read_networks ((const char *) data, size, sheet, problems, notes);
  return 0;
}
