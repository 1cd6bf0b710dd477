/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "trama-csv-dialect.h"
#include "trama-csv-reader.h"
#include "trama-csv-scanner.h"

/* A sheet as text: cells divided by "¦", rows ended by "¶", each row led by its line. */
static char *
show (const TramaSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < trama_sheet_n_rows (sheet); row++)
    {
      g_string_append_printf (text, "%u:", trama_sheet_line (sheet, row));
      for (guint i = 0; i < trama_sheet_n_cells (sheet, row); i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "¦" : "", trama_sheet_cell (sheet, row, i));
      g_string_append (text, "¶");
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *what;
  const char *text;
  char delimiter; /* 0: find out */
  const char *shown;
} readable[] = {
  /* RFC 4180, section 2, examples 1 to 7 */
  { "two rows", "aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", 0, "1:aaa¦bbb¦ccc¶2:zzz¦yyy¦xxx¶" },
  { "no end of line at the end", "aaa,bbb,ccc\r\nzzz,yyy,xxx", 0, "1:aaa¦bbb¦ccc¶2:zzz¦yyy¦xxx¶" },
  { "quoted cells", "\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx\r\n", 0,
    "1:aaa¦bbb¦ccc¶2:zzz¦yyy¦xxx¶" },
  { "line end in a cell", "\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx", 0,
    "1:aaa¦b\nbb¦ccc¶3:zzz¦yyy¦xxx¶" },
  { "quote in a cell", "\"aaa\",\"b\"\"bb\",\"ccc\"", 0, "1:aaa¦b\"bb¦ccc¶" },
  /* line ends */
  { "LF", "a,b\nc,d\n", 0, "1:a¦b¶2:c¦d¶" },
  { "CR", "a,b\rc,d\r", 0, "1:a¦b¶2:c¦d¶" },
  { "all three", "a,b\rc,d\ne,f\r\ng,h", 0, "1:a¦b¶2:c¦d¶3:e¦f¶4:g¦h¶" },
  { "CR LF within quotes is one line", "a,\"1\r\n2\r\n3\"\r\nb,c", 0, "1:a¦1\n2\n3¶4:b¦c¶" },
  { "CR within quotes", "a,\"1\r2\"\rb,c", 0, "1:a¦1\n2¶3:b¦c¶" },
  { "empty lines are left out and counted", "\n\na,b\n\n\nc,d\n\n", 0, "3:a¦b¶6:c¦d¶" },
  { "line of blanks", "a,b\n   \nc,d", 0, "1:a¦b¶2:   ¶3:c¦d¶" },
  { "nothing", "", 0, "" },
  { "only line ends", "\r\n\r\n", 0, "" },
  /* empty cells */
  { "empty cells", ",a,\n,,\n", 0, "1:¦a¦¶2:¦¦¶" },
  { "delimiter at the very end", "a,b\nc,", 0, "1:a¦b¶2:c¦¶" },
  { "empty quoted cells", "\"\",\"\"\na,b", 0, "1:¦¶2:a¦b¶" },
  { "rows of different width", "a,b,c\nd\ne,f,g\nh,i,j", 0, "1:a¦b¦c¶2:d¶3:e¦f¦g¶4:h¦i¦j¶" },
  /* quotes as programs write them */
  { "blank before a quote", "a, \"b, c\"\nd, e", 0, "1:a¦b, c¶2:d¦ e¶" },
  { "blank behind a quote", "\"a\" ,b\n\"c\"  \n", ',', "1:a¦b¶2:c¶" },
  { "quote within a bare cell", "5\" pipe,x\n6\" pipe,y", 0, "1:5\" pipe¦x¶2:6\" pipe¦y¶" },
  { "only quotes", "\"\"\"\",\"\"\"\"\"\"\na,b", 0, "1:\"¦\"\"¶2:a¦b¶" },
  { "delimiter in quotes", "\"a,b\",\"c;d\"\n\"e,f\",g", 0, "1:a,b¦c;d¶2:e,f¦g¶" },
  /* delimiters */
  { "semicolon", "id;name\n1;Botas Real\n", 0, "1:id¦name¶2:1¦Botas Real¶" },
  { "semicolon and decimal comma", "a;b\n1,5;2,5\n3,5;4,5\n", 0, "1:a¦b¶2:1,5¦2,5¶3:3,5¦4,5¶" },
  { "decimal commas without a header", "1,5;2,5\n3,5;4,5\n", 0, "1:1,5¦2,5¶2:3,5¦4,5¶" },
  { "comma and semicolons in a note", "name,note\nA,x; y\nB,z; w\nC,\n", 0,
    "1:name¦note¶2:A¦x; y¶3:B¦z; w¶4:C¦¶" },
  { "tab", "a\tb c\n1\t2, 3\n", 0, "1:a¦b c¶2:1¦2, 3¶" },
  { "bar", "a|b\n1|2,5\n", 0, "1:a¦b¶2:1¦2,5¶" },
  { "commas in one column of names", "name\nAcme, Inc.\nBeta\nGamma\nDelta\n", 0,
    "1:name¶2:Acme, Inc.¶3:Beta¶4:Gamma¶5:Delta¶" },
  { "told to use none", "name\nAcme, Inc.\nBeta, Ltd", TRAMA_CSV_NO_DELIMITER,
    "1:name¶2:Acme, Inc.¶3:Beta, Ltd¶" },
  { "told to use a colon", "a:b,c\n1:2,3", ':', "1:a¦b,c¶2:1¦2,3¶" },
  { "title above the table", "Members 2024\n\nid;name\n1;A, B\n2;C\n", 0,
    "1:Members 2024¶3:id¦name¶4:1¦A, B¶5:2¦C¶" },
  { "sep= line", "sep=|\r\na,x|b\r\n1,y|2\r\n", 0, "2:a,x¦b¶3:1,y¦2¶" },
  { "quoted sep= line", "\"sep=;\"\na;b\n", 0, "2:a¦b¶" },
  { "sep= line alone", "sep=;", 0, "" },
  { "no sep= line", "sep=;x\n1;2\n", 0, "1:sep=¦x¶2:1¦2¶" },
  { "spreadsheet with empty columns and rows", "id,name,,\r\n1,A,,\r\n,,,\r\n2,B,,\r\n", 0,
    "1:id¦name¦¦¶2:1¦A¦¦¶3:¦¦¦¶4:2¦B¦¦¶" },
  /* text kept from being a formula */
  { "guarded", "a,'=1+1\nb,'-5\nc,'@x\nd,'+1\n", 0, "1:a¦=1+1¶2:b¦-5¶3:c¦@x¶4:d¦+1¶" },
  { "guarded twice", "a,''=1\nb,'''@\n", 0, "1:a¦'=1¶2:b¦''@¶" },
  { "guarded in quotes", "a,\"'=SUM(1,2)\"\nb,\"'\tx\"", 0, "1:a¦=SUM(1,2)¶2:b¦\tx¶" },
  { "an apostrophe of one's own", "a,'t Hooft\nb,'\nc,''", 0, "1:a¦'t Hooft¶2:b¦'¶3:c¦''¶" },
  { "a formula is text", "a,=1+1\nb,-5", 0, "1:a¦=1+1¶2:b¦-5¶" },
  /* scripts */
  { "right to left and wide", "اسم;名前\nمصنع;工場\n", 0, "1:اسم¦名前¶2:مصنع¦工場¶" },
};

static void
test_readable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readable); i++)
    {
      g_autoptr (TramaProblems) problems = trama_problems_new (10);
      TramaCsvOptions options = { .delimiter = readable[i].delimiter };
      g_autoptr (TramaSheet) sheet = trama_csv_read (readable[i].text, strlen (readable[i].text),
                                                     "t.csv", &options, NULL, problems);
      g_autofree char *shown = NULL;

      g_test_message ("%s", readable[i].what);
      g_assert_cmpuint (trama_problems_count (problems), ==, 0);
      g_assert_nonnull (sheet);
      shown = show (sheet);
      g_assert_cmpstr (shown, ==, readable[i].shown);
    }
}

static const struct
{
  const char *what;
  const char *text;
  const char *told; /* of the first problem, from its start */
  guint n;
} faulty[] = {
  { "open to the end", "a,b\nc,\"d\ne,f\ng,h\n", "t.csv:2: a quotation mark is opened", 1 },
  { "open at the end", "a,b\nc,\"", "t.csv:2: a quotation mark is opened", 1 },
  { "text behind a quote", "a,b\n\"c\"d,e\nf,g", "t.csv:2: text behind a closing quotation mark",
    1 },
  { "quotes with backslashes", "a,b\n\"c \\\"x\\\" d\",e\n", "t.csv:2: text behind a closing", 1 },
  { "two of them", "a,b\n\"c\"d,e\nf,g\n\"h\"i,j\n", "t.csv:2: text behind", 2 },
  { "on the line where the cell ends", "a,b\n\"c\n\n\"d,e\n", "t.csv:4: text behind", 1 },
};

static void
test_faulty (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faulty); i++)
    {
      g_autoptr (TramaProblems) problems = trama_problems_new (10);
      TramaCsvOptions options = { .delimiter = ',' };
      g_autoptr (TramaSheet) sheet = trama_csv_read (faulty[i].text, strlen (faulty[i].text),
                                                     "t.csv", &options, NULL, problems);
      g_autofree char *told = NULL;

      g_test_message ("%s", faulty[i].what);
      g_assert_null (sheet);
      g_assert_cmpuint (trama_problems_count (problems), ==, faulty[i].n);
      told = trama_problem_to_text (trama_problems_get (problems, 0));
      g_assert_true (g_str_has_prefix (told, faulty[i].told));
    }
}

static void
expect_refused (const char *bytes, gsize length, const char *told_part, guint line)
{
  g_autoptr (TramaProblems) problems = trama_problems_new (10);
  g_autoptr (TramaSheet) sheet = trama_csv_read (bytes, length, "t.csv", NULL, NULL, problems);
  g_autofree char *told = NULL;

  g_assert_null (sheet);
  g_assert_cmpuint (trama_problems_count (problems), ==, 1);
  g_assert_cmpuint (trama_problems_get (problems, 0)->line, ==, line);
  told = trama_problem_to_text (trama_problems_get (problems, 0));
  g_assert_nonnull (strstr (told, told_part));
}

static void
test_hostile (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  g_autoptr (TramaProblems) problems = trama_problems_new (10);
  g_autoptr (TramaSheet) sheet = NULL;
  g_autofree guint8 *noise = g_malloc (100000);
  g_autofree char *large = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  /* one cell of a million characters, bare and quoted */
  g_string_append (text, "c,");
  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (text, 'x');
  expect_refused (text->str, text->len, "a cell is too long", 2);
  g_string_insert (text, 6, "\"");
  expect_refused (text->str, text->len, "a cell is too long", 2);

  /* a cell of just what is allowed */
  g_string_truncate (text, 0);
  g_string_append (text, "a,b\nc,");
  for (guint i = 0; i < TRAMA_CSV_MAX_CELL; i++)
    g_string_append_c (text, 'x');
  sheet = trama_csv_read (text->str, text->len, "t.csv", NULL, NULL, problems);
  g_assert_nonnull (sheet);
  g_assert_cmpuint (strlen (trama_sheet_cell (sheet, 1, 1)), ==, TRAMA_CSV_MAX_CELL);

  /* too many cells */
  g_string_truncate (text, 0);
  for (guint i = 0; i < 3 * TRAMA_CSV_MAX_CELLS; i++)
    g_string_append (text, "x,");
  expect_refused (text->str, text->len, "too many cells in a row", 1);

  /* too many rows: two bytes make one */
  g_string_truncate (text, 0);
  for (guint i = 0; i < TRAMA_CSV_MAX_ROWS + 10; i++)
    g_string_append (text, "x\n");
  expect_refused (text->str, text->len, "too many rows", TRAMA_CSV_MAX_ROWS + 1);

  /* binary */
  for (guint i = 0; i < 100000; i++)
    noise[i] = (guint8) g_rand_int_range (random, 0, 256);
  memcpy (noise, "x,y\n", 4);
  expect_refused ((const char *) noise, 100000, "t.csv:", 2);
  expect_refused ("a,b\nc\0d,e\n", 10, "U+0000", 2);
  expect_refused ("PK\003\004rest of a workbook", 22, "save the table as CSV", 0);

  /* larger than any table */
  large = g_malloc0 (TRAMA_CSV_MAX_BYTES + 1);
  expect_refused (large, TRAMA_CSV_MAX_BYTES + 1, "the file is too large", 0);
}

static void
test_facts (void)
{
  g_autoptr (TramaProblems) problems = trama_problems_new (10);
  g_auto (TramaCsvFacts) facts = { 0 };
  static const char text[] = "\357\273\277id;name\n1;'=x\n2;Caf\303\251\n";
  g_autoptr (TramaSheet) sheet
      = trama_csv_read (text, sizeof text - 1, "t.csv", NULL, &facts, problems);

  g_assert_nonnull (sheet);
  g_assert_cmpint (facts.delimiter, ==, ';');
  g_assert_cmpstr (facts.encoding.name, ==, "UTF-8");
  g_assert_true (facts.encoding.marked);
  g_assert_cmpuint (facts.n_unguarded, ==, 1);
  /* The byte order mark is no part of the first header. */
  g_assert_cmpstr (trama_sheet_cell (sheet, 0, 0), ==, "id");
  g_assert_cmpstr (trama_sheet_cell (sheet, 2, 1), ==, "Café");
  g_assert_cmpstr (trama_sheet_cell (sheet, 2, 9), ==, "");
}

static void
test_delimiter_names (void)
{
  g_assert_cmpint (trama_csv_delimiter_from_name ("comma"), ==, ',');
  g_assert_cmpint (trama_csv_delimiter_from_name ("none"), ==, TRAMA_CSV_NO_DELIMITER);
  g_assert_cmpint (trama_csv_delimiter_from_name ("~"), ==, '~');
  g_assert_cmpint (trama_csv_delimiter_from_name ("\t"), ==, '\t');
  g_assert_cmpint (trama_csv_delimiter_from_name ("x"), ==, 0);
  g_assert_cmpint (trama_csv_delimiter_from_name ("\""), ==, 0);
  g_assert_cmpint (trama_csv_delimiter_from_name (""), ==, 0);
  g_assert_cmpint (trama_csv_delimiter_from_name (";;"), ==, 0);
}

/* Whatever is fed in: a sheet, or a problem that names the file; cells are UTF-8 within limits. */
static void
test_mutations (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  static const char alphabet[] = "\",;\t|\n\r'=a1 \303\251\377\0";
  guint n_read = 0, n_refused = 0;

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (TramaProblems) problems = trama_problems_new (10);
      g_autoptr (TramaSheet) sheet = NULL;
      char text[48];
      gsize length = (gsize) g_rand_int_range (random, 0, (gint32) sizeof text);

      for (gsize i = 0; i < length; i++)
        text[i]
            = alphabet[g_rand_int_range (random, 0, (round % 3 == 0 ? sizeof alphabet - 1 : 13))];
      sheet = trama_csv_read (text, length, "t.csv", NULL, NULL, problems);
      g_assert_true ((sheet != NULL) == (trama_problems_count (problems) == 0));
      if (sheet == NULL)
        {
          n_refused++;
          g_assert_cmpstr (trama_problems_get (problems, 0)->file, ==, "t.csv");
          continue;
        }
      n_read++;
      for (guint row = 0; row < trama_sheet_n_rows (sheet); row++)
        {
          if (row > 0)
            g_assert_cmpuint (trama_sheet_line (sheet, row), >, trama_sheet_line (sheet, row - 1));
          for (guint i = 0; i < trama_sheet_n_cells (sheet, row); i++)
            g_assert_true (g_utf8_validate (trama_sheet_cell (sheet, row, i), -1, NULL));
        }
    }
  /* The mixture reaches both ends. */
  g_assert_cmpuint (n_read, >, 2000);
  g_assert_cmpuint (n_refused, >, 2000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/readable", test_readable);
  g_test_add_func ("/csv-reader/faulty", test_faulty);
  g_test_add_func ("/csv-reader/hostile", test_hostile);
  g_test_add_func ("/csv-reader/facts", test_facts);
  g_test_add_func ("/csv-reader/delimiter-names", test_delimiter_names);
  g_test_add_func ("/csv-reader/mutations", test_mutations);
  return g_test_run ();
}
