/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A network written and read again is the same, as far as its format can hold it. */
#include <glib.h>
#include <string.h>

#include "trama-import.h"
#include "trama-network-export.h"

#define DAY 20634 /* 30 June 2026 */

static const char nodes_csv[] = "id,name,kind,trade,category\n"
                                "a,\"Botas \"\"Real\"\" & Hijos <SA>\",firm,soles,\n"
                                "b,=1+1,firm,,\n"
                                "c,El Águila,firm,,old mark\n"
                                "d,El Águila,firm,,\n"
                                "t,Centro de Ensayos,testing-centre,,\n"
                                "p,Ana,person,,\n";
static const char ties_csv[]
    = "from,to,kind,strength,value,started,ended,confirmed,formal,category\n"
      "a,b,supply,3,,2024-02-03,,2025-05,yes,\n"
      "b,a,co-operation,,2.5,2023,,2026-01,no,\n"
      "c,a,,1,,,,,,\"odd, \"\"label\"\"\"\n"
      "d,t,service,2,1,2026-01-01,2026-12-31,2026-02,,\n"
      "p,c,information,,,2025~,,2026,,\n"
      "a,c,finance,,,2019-01-01,2020-01-01,,,\n";

static TramaVersion *
bring_in (const char *const *files, guint n_files)
{
  g_autoptr (TramaImport) import = trama_import_new ();
  TramaImportOptions options = { 0 };
  g_autoptr (TramaImportResult) result = NULL;

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (files[2 * i + 1], strlen (files[2 * i + 1]));

      trama_import_add (import, files[2 * i], bytes);
    }
  result = trama_import_run (import, NULL, &options, 100);
  for (guint i = 0; i < trama_problems_n_kept (result->problems); i++)
    {
      g_autofree char *text = trama_problem_to_text (trama_problems_get (result->problems, i));

      g_test_message ("%s", text);
    }
  g_assert_nonnull (result->version);
  return trama_version_ref (result->version);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* How much a format holds. */
typedef enum
{
  TIES_ONLY,  /* who with whom */
  KINDS,      /* and by which kind */
  EVERYTHING,
} Detail;

static void
append_date (GString *line, TramaDate date)
{
  char text[TRAMA_DATE_TEXT_SIZE] = "";

  if (trama_date_is_known (date))
    trama_date_to_text (date, text);
  g_string_append_printf (line, " %s", text);
}

static char *
show_tie (TramaVersion *version, const TramaLinkage *tie, Detail detail)
{
  g_autofree char *from = trama_version_describe_id (version, tie->from);
  g_autofree char *to = trama_version_describe_id (version, tie->to);
  gboolean turn = detail == TIES_ONLY && strcmp (from, to) > 0;
  GString *line = g_string_new (NULL);

  g_string_append_printf (line, "%s – %s", turn ? to : from, turn ? from : to);
  if (detail >= KINDS)
    g_string_append_printf (line, " %u", tie->kind);
  if (detail == EVERYTHING)
    {
      append_date (line, tie->started);
      append_date (line, tie->ended);
      append_date (line, tie->confirmed);
      g_string_append_printf (line, " %d %g %u %s", (int) tie->strength, tie->value, tie->formal,
                              tie->category != NULL ? tie->category : "");
    }
  return g_string_free (line, FALSE);
}

/* Sorted and each once. */
static char *
show (TramaVersion *version, Detail detail)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  static const TramaKind kinds[] = { TRAMA_KIND_FIRM, TRAMA_KIND_INSTITUTION, TRAMA_KIND_PERSON };
  TramaTable *ties = trama_version_table (version, TRAMA_KIND_LINKAGE);
  GString *all = g_string_new (NULL);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      TramaTable *table = trama_version_table (version, kinds[k]);

      for (guint i = 0; i < trama_table_size (table); i++)
        {
          g_autofree char *name = trama_version_describe (version, trama_table_get (table, i));

          g_ptr_array_add (lines, detail == EVERYTHING ? g_strdup_printf ("%u %s", kinds[k], name)
                                                       : g_strdup (name));
        }
    }
  for (guint i = 0; i < trama_table_size (ties); i++)
    g_ptr_array_add (lines,
                     show_tie (version, (const TramaLinkage *) trama_table_get (ties, i), detail));
  g_ptr_array_sort (lines, compare_texts);
  for (guint i = 0; i < lines->len; i++)
    if (i == 0 || detail == EVERYTHING || strcmp (lines->pdata[i], lines->pdata[i - 1]) != 0)
      g_string_append_printf (all, "%s\n", (char *) lines->pdata[i]);
  return g_string_free (all, FALSE);
}

static GString *
write_out (TramaVersion *version, TramaNetworkFormat format, gboolean all_dates,
           GHashTable *left_out)
{
  TramaGraphOptions options;
  TramaNetworkExportOptions export = { .left_out = left_out };
  g_autoptr (TramaGraph) graph = NULL;
  g_autoptr (TramaNetworkData) data = NULL;

  trama_graph_options_init (&options, TRAMA_GRAPH_ALL, TRAMA_ID_NONE, DAY);
  options.all_dates = all_dates;
  graph = trama_graph_new (version, &options);
  /* A person who is no broker comes in by his ties. */
  export.unique_labels
      = format == TRAMA_NETWORK_FORMAT_DL || format == TRAMA_NETWORK_FORMAT_MATRIX_CSV;
  data = trama_network_export_new (graph, "title", &export);
  return trama_network_data_write (data, format);
}

static TramaVersion *
make_version (void)
{
  const char *const files[] = { "nodes.csv", nodes_csv, "ties.csv", ties_csv };

  return bring_in (files, 2);
}

static void
test_round (void)
{
  static const struct
  {
    TramaNetworkFormat format;
    const char *name;
  } whole[] = {
    { TRAMA_NETWORK_FORMAT_GRAPHML, "n.graphml" },
    { TRAMA_NETWORK_FORMAT_GEXF, "n.gexf" },
  };
  g_autoptr (TramaVersion) version = make_version ();
  g_autofree char *before = show (version, EVERYTHING);

  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      g_autoptr (GString) text = write_out (version, whole[i].format, TRUE, NULL);
      const char *const files[] = { whole[i].name, text->str };
      g_autoptr (TramaVersion) again = bring_in (files, 1);
      g_autofree char *after = show (again, EVERYTHING);
      g_autoptr (GString) second = write_out (version, whole[i].format, TRUE, NULL);

      g_assert_cmpstr (after, ==, before);
      g_assert_cmpstr (second->str, ==, text->str);
      g_assert_true (g_utf8_validate (text->str, -1, NULL));
    }
}

static void
test_round_tables (void)
{
  g_autoptr (TramaVersion) version = make_version ();
  g_autoptr (GString) nodes = write_out (version, TRAMA_NETWORK_FORMAT_NODES_CSV, TRUE, NULL);
  g_autoptr (GString) edges = write_out (version, TRAMA_NETWORK_FORMAT_EDGES_CSV, TRUE, NULL);
  const char *const files[] = { "n.csv", nodes->str, "e.csv", edges->str };
  g_autoptr (TramaVersion) again = bring_in (files, 2);
  g_autofree char *before = show (version, EVERYTHING);
  g_autofree char *after = show (again, EVERYTHING);

  g_assert_cmpstr (after, ==, before);
}

/* What these cannot hold: quotation marks of labels, who is of one name, the kinds not known. */
static void
test_round_lesser (void)
{
  static const char plain[] = "from,to,kind\nA,B,supply\nB,C,co-operation\nD,A,finance\n";
  static const struct
  {
    TramaNetworkFormat format;
    const char *name;
    Detail detail;
  } lesser[] = {
    { TRAMA_NETWORK_FORMAT_PAJEK, "n.net", KINDS },
    { TRAMA_NETWORK_FORMAT_DL, "n.dl", TIES_ONLY },
    { TRAMA_NETWORK_FORMAT_MATRIX_CSV, "n.csv", TIES_ONLY },
  };
  const char *const first[] = { "names.csv", "name\nA\nB\nC\nD\nE\n", "ties.csv", plain };
  g_autoptr (TramaVersion) version = bring_in (first, 2);

  for (guint i = 0; i < G_N_ELEMENTS (lesser); i++)
    {
      g_autoptr (GString) text = write_out (version, lesser[i].format, FALSE, NULL);
      const char *const files[] = { lesser[i].name, text->str };
      g_autoptr (TramaVersion) again = bring_in (files, 1);
      g_autofree char *before = show (version, lesser[i].detail);
      g_autofree char *after = show (again, lesser[i].detail);

      g_test_message ("%s", text->str);
      g_assert_cmpstr (after, ==, before);
    }
}

/* As of a day: what has ended or is not confirmed stays behind, and who is left out with his ties. */
static void
test_as_of (void)
{
  g_autoptr (TramaVersion) version = make_version ();
  g_autoptr (GString) now = write_out (version, TRAMA_NETWORK_FORMAT_EDGES_CSV, FALSE, NULL);
  g_autoptr (GString) ever = write_out (version, TRAMA_NETWORK_FORMAT_EDGES_CSV, TRUE, NULL);
  g_autoptr (GHashTable) left_out
      = g_hash_table_new (trama_id_hash_pointer, trama_id_equal_pointer);
  g_autoptr (GString) less = NULL;
  g_autoptr (GString) nodes = NULL;
  TramaTable *firms = trama_version_table (version, TRAMA_KIND_FIRM);

  g_assert_null (strstr (now->str, "finance"));
  g_assert_nonnull (strstr (ever->str, "finance"));
  g_assert_nonnull (strstr (now->str, "supply"));
  for (guint i = 0; i < trama_table_size (firms); i++)
    {
      const TramaFirm *firm = (const TramaFirm *) trama_table_get (firms, i);

      if (g_str_has_prefix (firm->name, "Botas"))
        g_hash_table_add (left_out, (gpointer) &firm->record.id);
    }
  less = write_out (version, TRAMA_NETWORK_FORMAT_EDGES_CSV, TRUE, left_out);
  nodes = write_out (version, TRAMA_NETWORK_FORMAT_NODES_CSV, TRUE, left_out);
  g_assert_null (strstr (less->str, "Botas"));
  g_assert_null (strstr (less->str, "supply"));
  g_assert_nonnull (strstr (less->str, "service"));
  g_assert_null (strstr (nodes->str, "Botas"));
}

/* Exact places, tax numbers and registration are in no export. */
static void
test_never_told (void)
{
  static const char secret[] = "name,trade,place,latitude,longitude,tax_number,registered,note\n"
                               "Sol,soles,Calle Secreta 7,-12.5,-77.25,TAX-998,no,owes money\n";
  const char *const files[] = { "firms.csv", secret };
  g_autoptr (TramaVersion) version = bring_in (files, 1);

  for (guint format = 0; format < TRAMA_N_NETWORK_FORMATS; format++)
    {
      g_autoptr (GString) text = write_out (version, (TramaNetworkFormat) format, FALSE, NULL);

      g_assert_true (format == TRAMA_NETWORK_FORMAT_EDGES_CSV || strstr (text->str, "Sol") != NULL);
      g_assert_null (strstr (text->str, "Secreta"));
      g_assert_null (strstr (text->str, "12.5"));
      g_assert_null (strstr (text->str, "TAX"));
      g_assert_null (strstr (text->str, "registered"));
      g_assert_null (strstr (text->str, "owes"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-export/round", test_round);
  g_test_add_func ("/network-export/round-tables", test_round_tables);
  g_test_add_func ("/network-export/round-lesser", test_round_lesser);
  g_test_add_func ("/network-export/as-of", test_as_of);
  g_test_add_func ("/network-export/never-told", test_never_told);
  return g_test_run ();
}
