/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "trama-csv-reader.h"
#include "trama-csv-writer.h"

static const struct
{
  const char *text;
  const char *written;
} cells[] = {
  { "plain", "plain" },
  { NULL, "" },
  { "", "" },
  { "a,b", "\"a,b\"" },
  { "a;b", "a;b" },
  { "say \"so\"", "\"say \"\"so\"\"\"" },
  { "two\nlines", "\"two\nlines\"" },
  { " lead", "\" lead\"" },
  { "trail ", "\"trail \"" },
  { "=1+1", "'=1+1" },
  { "=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"" },
  { "+1", "'+1" },
  { "-1", "'-1" },
  { "@cmd", "'@cmd" },
  { "\tx", "\"'\tx\"" },
  { "\rx", "\"'\rx\"" },
  { "'=1", "''=1" },
  { "'t", "'t" },
  { "1=1", "1=1" },
};

static void
test_cells (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (TramaCsvWriter) writer = trama_csv_writer_new (',', FALSE);
      g_autofree char *expected = g_strconcat ("x,", cells[i].written, "\r\n", NULL);

      trama_csv_writer_text (writer, "x");
      trama_csv_writer_text (writer, cells[i].text);
      trama_csv_writer_end_row (writer);
      g_assert_cmpstr (trama_csv_writer_get (writer)->str, ==, expected);
    }
}

static void
test_numbers (void)
{
  g_autoptr (TramaCsvWriter) writer = trama_csv_writer_new (';', TRUE);

  trama_csv_writer_integer (writer, -5);
  trama_csv_writer_number (writer, 0.1);
  trama_csv_writer_number (writer, -2.5);
  trama_csv_writer_number (writer, NAN);
  trama_csv_writer_number (writer, INFINITY);
  trama_csv_writer_end_row (writer);
  /* Numbers are not text: a minus sign needs no guard. */
  g_assert_cmpstr (trama_csv_writer_get (writer)->str, ==, "\357\273\277-5;0.1;-2.5;;\r\n");
}

/* What is written reads back the same, in every dialect. CR and CR LF become LF (see the reader). */
static void
test_round_trip (void)
{
  static const char alphabet[] = "'=+-@\t\",;|a \n";
  static const char delimiters[] = ",;\t|";
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint round = 0; round < 5000; round++)
    {
      char delimiter = delimiters[round % 4];
      g_autoptr (TramaCsvWriter) writer = trama_csv_writer_new (delimiter, round % 2 == 0);
      g_autoptr (TramaProblems) problems = trama_problems_new (10);
      g_autoptr (TramaSheet) sheet = NULL;
      TramaCsvOptions options = { .delimiter = delimiter };
      char texts[3][12];

      for (guint i = 0; i < 3; i++)
        {
          guint length = (guint) g_rand_int_range (random, 1, 12);

          for (guint k = 0; k < length; k++)
            texts[i][k] = alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)];
          texts[i][length] = '\0';
          trama_csv_writer_text (writer, texts[i]);
        }
      trama_csv_writer_end_row (writer);
      sheet
          = trama_csv_read (trama_csv_writer_get (writer)->str, trama_csv_writer_get (writer)->len,
                            "t.csv", &options, NULL, problems);
      g_assert_nonnull (sheet);
      g_assert_cmpuint (trama_sheet_n_rows (sheet), ==, 1);
      g_assert_cmpuint (trama_sheet_n_cells (sheet, 0), ==, 3);
      for (guint i = 0; i < 3; i++)
        g_assert_cmpstr (trama_sheet_cell (sheet, 0, i), ==, texts[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-writer/cells", test_cells);
  g_test_add_func ("/csv-writer/numbers", test_numbers);
  g_test_add_func ("/csv-writer/round-trip", test_round_trip);
  return g_test_run ();
}
