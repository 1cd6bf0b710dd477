/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "trama-import-map.h"

#define MAP(files) "{\"format\":\"trama-import-map\",\"version\":1,\"files\":{" files "}}"

static void
test_read (void)
{
  static const char text[] = MAP (
      "\"m.csv\":{\"records\":\"institution\",\"header_line\":3,\"encoding\":\"windows-1256\","
      "\"delimiter\":\"semicolon\",\"decimal\":\"comma\",\"dates\":\"month-day-year\","
      "\"currency\":\"PKR\",\"references\":\"id\",\"note\":\"from the chamber\","
      "\"columns\":{\"Ort\":\"place\",\"Bemerkung\":null,"
      "\"Art\":{\"field\":\"kind\",\"values\":{\"V\":\"association\",\"?\":null}}},"
      "\"fixed\":{\"note\":\"list of 2024\"}},\"t.csv\":{}");
  g_autoptr (TramaProblems) problems = trama_problems_new (10);
  g_autoptr (TramaImportMap) map = trama_import_map_read (text, strlen (text), "x.json", problems);
  const TramaImportMapFile *file;
  const TramaImportMapColumn *column;

  g_assert_nonnull (map);
  g_assert_null (trama_import_map_find (map, "other.csv"));
  g_assert_nonnull (trama_import_map_find (map, "t.csv"));
  file = trama_import_map_find (map, "m.csv");
  g_assert_cmpint (file->kind, ==, TRAMA_KIND_INSTITUTION);
  g_assert_cmpuint (file->header_line, ==, 3);
  g_assert_cmpstr (file->reading.encoding, ==, "windows-1256");
  g_assert_cmpint (file->reading.delimiter, ==, ';');
  g_assert_cmpint (file->reading.decimal, ==, TRAMA_DECIMAL_COMMA);
  g_assert_cmpint (file->reading.dates, ==, TRAMA_DATE_ORDER_MDY);
  g_assert_cmpstr (file->reading.currency, ==, "PKR");
  g_assert_cmpint (file->references, ==, TRAMA_IMPORT_BY_ID);
  g_assert_cmpstr (g_hash_table_lookup (file->fixed, "note"), ==, "list of 2024");
  column = g_hash_table_lookup (file->columns, "ort");
  g_assert_cmpstr (column->field, ==, "place");
  column = g_hash_table_lookup (file->columns, "bemerkung");
  g_assert_null (column->field);
  column = g_hash_table_lookup (file->columns, "art");
  g_assert_cmpstr (column->field, ==, "kind");
  g_assert_cmpstr (g_hash_table_lookup (column->values, "v"), ==, "association");
  g_assert_cmpstr (g_hash_table_lookup (column->values, "?"), ==, "");
}

static const struct
{
  const char *text;
  const char *told;
} faulty[] = {
  { "", "x.json:1: empty" },
  { "{\n\"format\":\n}", "x.json:3: not valid JSON" },
  { "[]", "x.json: not an object" },
  { "{}", "x.json: format: not a map" },
  { "{\"format\":\"trama-import-map\",\"version\":2}", "x.json: version: not a version" },
  { "{\"format\":\"trama-import-map\",\"version\":1,\"file\":{}}", "x.json: file: unknown member" },
  { "{\"format\":\"trama-import-map\",\"version\":1,\"files\":[]}",
    "x.json: files: not an object" },
  { MAP ("\"a\":{},\"a\":{}"), "x.json:1: the member “a” is given twice" },
  { MAP ("\"a\":5"), "x.json: files.a: not an object" },
  { MAP ("\"a\":{\"record\":\"firm\"}"), "x.json: files.a.record: unknown member" },
  { MAP ("\"a\":{\"records\":\"frim\"}"), "x.json: files.a.records: not a kind of record" },
  { MAP ("\"a\":{\"records\":\"portfolio\"}"), "x.json: files.a.records: not a kind of record" },
  { MAP ("\"a\":{\"header_line\":0}"), "x.json: files.a.header_line: not a line; found 0" },
  { MAP ("\"a\":{\"delimiter\":\"dot\"}"), "x.json: files.a.delimiter: not a delimiter" },
  { MAP ("\"a\":{\"decimal\":\"dot\"}"), "x.json: files.a.decimal: not one of the words" },
  { MAP ("\"a\":{\"dates\":\"dmy\"}"), "x.json: files.a.dates: not one of the words" },
  { MAP ("\"a\":{\"currency\":\"Rs\"}"), "x.json: files.a.currency: not a currency" },
  { MAP ("\"a\":{\"references\":\"row\"}"), "x.json: files.a.references: not one of the words" },
  { MAP ("\"a\":{\"encoding\":\"\"}"), "x.json: files.a.encoding: not a text" },
  { MAP ("\"a\":{\"columns\":[]}"), "x.json: files.a.columns: not an object" },
  { MAP ("\"a\":{\"columns\":{\"Ort\":5}}"), "x.json: files.a.columns.Ort: not a text" },
  { MAP ("\"a\":{\"columns\":{\"Ort\":{}}}"),
    "x.json: files.a.columns.Ort: it is not said which field" },
  { MAP ("\"a\":{\"columns\":{\"Ort\":{\"feld\":\"place\"}}}"),
    "x.json: files.a.columns.Ort.feld: unknown member" },
  { MAP ("\"a\":{\"columns\":{\"Ort\":\"place\",\"ORT \":\"place\"}}"),
    "x.json: files.a.columns.ORT : this column is mapped twice" },
  { MAP ("\"a\":{\"records\":\"firm\",\"columns\":{\"Ort\":\"plaice\"}}"),
    "x.json: files.a.columns.Ort: no field of such records; found \"plaice\"; expected firm" },
  { MAP ("\"a\":{\"columns\":{\"Art\":{\"field\":\"kind\",\"values\":{\"V\":1}}}}"),
    "x.json: files.a.columns.Art.values.V: not a text" },
  { MAP ("\"a\":{\"fixed\":5}"), "x.json: files.a.fixed: not an object" },
  { MAP ("\"a\":{\"records\":\"firm\",\"fixed\":{\"plaice\":\"x\"}}"),
    "x.json: files.a.fixed.plaice: no field of such records" },
};

static void
test_faulty (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faulty); i++)
    {
      g_autoptr (TramaProblems) problems = trama_problems_new (10);
      g_autoptr (TramaImportMap) map
          = trama_import_map_read (faulty[i].text, strlen (faulty[i].text), "x.json", problems);
      g_autofree char *told = NULL;

      g_assert_null (map);
      g_assert_cmpuint (trama_problems_count (problems), >, 0);
      told = trama_problem_to_text (trama_problems_get (problems, 0));
      g_test_message ("%s", told);
      g_assert_true (g_str_has_prefix (told, faulty[i].told));
    }
}

/* The maps that the schema is held against: reader and schema must judge them alike. */
static void
check_folder (const char *name, gboolean good)
{
  g_autofree char *folder
      = g_test_build_filename (G_TEST_DIST, "tests", "exchange", "maps", name, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, entry, NULL);
      g_autofree char *text = NULL;
      g_autoptr (TramaProblems) problems = trama_problems_new (10);
      g_autoptr (TramaImportMap) map = NULL;
      gsize length;

      g_test_message ("%s", entry);
      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      map = trama_import_map_read (text, length, entry, problems);
      g_assert_true ((map != NULL) == good);
      g_assert_true ((trama_problems_count (problems) == 0) == good);
      n++;
    }
  g_assert_cmpuint (n, >, 3);
}

static void
test_folders (void)
{
  check_folder ("good", TRUE);
  check_folder ("bad", FALSE);
}

/* The schema names the kinds of record; a new kind must be added to it. */
static void
test_schema_kinds (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "docs", "import-map.schema.json", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint kind = TRAMA_KIND_PORTFOLIO + 1; kind < TRAMA_N_KINDS; kind++)
    {
      g_autofree char *quoted = g_strdup_printf ("\"%s\"", trama_kind_info ((TramaKind) kind)->id);

      g_test_message ("%s", quoted);
      g_assert_nonnull (strstr (text, quoted));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-map/read", test_read);
  g_test_add_func ("/import-map/faulty", test_faulty);
  g_test_add_func ("/import-map/folders", test_folders);
  g_test_add_func ("/import-map/schema-kinds", test_schema_kinds);
  return g_test_run ();
}
