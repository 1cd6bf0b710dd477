/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "trama-import.h"
#include "trama-import-names.h"
#include "trama-record-json.h"

#define MAP(files) "{\"format\":\"trama-import-map\",\"version\":1,\"files\":{" files "}}"

/* What a case brings in, and what must come of it. */
typedef struct
{
  const char *what;
  const char *files[6]; /* name, text, name, text … */
  const char *map;      /* NULL: none */
  const char *records;  /* all but the portfolio, sorted; NULL: nothing is made */
  const char *problems; /* NULL: none */
  const char *notes;    /* NULL: none */
  TramaKind others;
} Case;

static char *
show_value (TramaVersion *version, const TramaRecord *record, const TramaField *field)
{
  if (field->type == TRAMA_FIELD_DATE)
    {
      char text[TRAMA_DATE_TEXT_SIZE];

      trama_date_to_text (*(const TramaDate *) trama_record_member (record, field), text);
      return g_strdup (text);
    }
  if (field->type == TRAMA_FIELD_CHOICE)
    return g_strdup (
        trama_field_choice_id (field, *(const guint8 *) trama_record_member (record, field)));
  if (field->type == TRAMA_FIELD_BAND)
    {
      const TramaBand *band = trama_record_member (record, field);

      return g_strdup_printf ("%g..%g", band->low, band->high);
    }
  if (field->type == TRAMA_FIELD_MONEY)
    {
      const TramaMoney *money = trama_record_member (record, field);

      return g_strdup_printf ("%s %" G_GINT64_FORMAT "..%" G_GINT64_FORMAT, money->currency,
                              money->low, money->high);
    }
  return trama_version_field_to_prose (version, record, field);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Each record as "firm: name=Sol place=Lima", sorted. */
static char *
show_records (TramaVersion *version)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint kind = TRAMA_KIND_PORTFOLIO + 1; kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table = trama_version_table (version, (TramaKind) kind);
      const TramaKindInfo *info = trama_kind_info ((TramaKind) kind);

      for (guint i = 0; i < trama_table_size (table); i++)
        {
          const TramaRecord *record = trama_table_get (table, i);
          g_autofree char *foreign_id = trama_import_foreign_id (record);
          GString *line = g_string_new (info->id);

          g_string_append_c (line, ':');
          if (foreign_id != NULL)
            g_string_append_printf (line, " #%s", foreign_id);
          for (guint k = 0; k < info->n_fields; k++)
            if (trama_record_field_is_known (record, &info->fields[k]))
              {
                g_autofree char *value = show_value (version, record, &info->fields[k]);

                g_string_append_printf (line, " %s=%s", info->fields[k].id, value);
              }
          g_ptr_array_add (lines, g_string_free (line, FALSE));
        }
    }
  g_ptr_array_sort (lines, compare_texts);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
show_problems (const TramaProblems *problems)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < trama_problems_n_kept (problems); i++)
    g_ptr_array_add (lines, trama_problem_to_text (trama_problems_get (problems, i)));
  g_ptr_array_add (lines, NULL);
  return lines->len > 1 ? g_strjoinv ("\n", (char **) lines->pdata) : NULL;
}

static void
add_text (TramaImport *import, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  trama_import_add (import, name, bytes);
}

static TramaImport *
make_import (const Case *test)
{
  TramaImport *import = trama_import_new ();

  for (gsize i = 0; i + 1 < G_N_ELEMENTS (test->files) && test->files[i] != NULL; i += 2)
    add_text (import, test->files[i], test->files[i + 1]);
  if (test->map != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (test->map, strlen (test->map));

      trama_import_set_map (import, "map.json", bytes);
    }
  return import;
}

static void
run_cases (const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (TramaImport) import = make_import (&cases[i]);
      TramaImportOptions options = { .others = cases[i].others };
      g_autoptr (TramaImportResult) result = trama_import_run (import, NULL, &options, 100);
      g_autofree char *problems = show_problems (result->problems);
      g_autofree char *notes = show_problems (result->notes);
      g_autofree char *records = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (problems, ==, cases[i].problems);
      g_assert_cmpstr (notes, ==, cases[i].notes);
      g_assert_true ((result->version != NULL) == (cases[i].records != NULL));
      g_assert_true ((result->version != NULL) == (cases[i].problems == NULL));
      if (result->version == NULL)
        continue;
      records = show_records (result->version);
      g_assert_cmpstr (records, ==, cases[i].records);
    }
}

static const Case recognised[] = {
  { .what = "firms and ties, by name",
    .files
    = { "n.csv", "id,name,kind\n1,Sol,2\n2,Luna,1\n", "t.csv", "from,to,value\nSol,Luna,1.5\n" },
    .records = "firm: #1 name=Sol category=kind 2\nfirm: #2 name=Luna category=kind 1\n"
               "linkage: from=Sol to=Luna value=1.5" },
  { .what = "ties by id",
    .files = { "n.csv", "id,name\na7,Sol\nb9,Luna\n", "t.csv", "From;To\nb9;a7\n" },
    .records = "firm: #a7 name=Sol\nfirm: #b9 name=Luna\nlinkage: from=Luna to=Sol" },
  { .what = "kinds that are known are kinds, other codes are categories",
    .files = { "n.csv",
               "name,kind\nSol,firm\nCITEC,Testing centre\nBCP,finance\nAna,person\nX,wholesaler\n"
               "Y,\nZ,A\nUni,institution\n" },
    .records
    = "firm: name=Sol\nfirm: name=X category=wholesaler\nfirm: name=Y\n"
      "firm: name=Z category=kind A\ninstitution: name=BCP kind=finance\n"
      "institution: name=CITEC kind=testing-centre\ninstitution: name=Uni\nperson: name=Ana" },
  { .what = "headers by id and label, whatever their case",
    .files = { "n.csv", "NAME;Short name;trade;Place;owner_sex;Founded\n"
                        "Sol;S;uppers;León;Women and men jointly;2001\n" },
    .records = "firm: name=Sol short_name=S trade=uppers place=León founded=2001 owner_sex=joint" },
  { .what = "edge list of another program",
    .files = { "n.csv", "Id,Label\n0,Sol\n1,Luna\n", "t.csv",
               "Source,Target,Type,Weight\n0,1,Undirected,2\n" },
    .records = "firm: #0 name=Sol\nfirm: #1 name=Luna\nlinkage: from=Sol to=Luna value=2",
    .notes = "t.csv:1: Type: this column is not known and is left out; a map can say what it is" },
  { .what = "kinds of ties",
    .files
    = { "n.csv", "name\nSol\nLuna\n", "t.csv",
        "from,to,kind,started,ended\nSol,Luna,Subcontracting,2023-05,\nLuna,Sol,4,2022~,2024\n" },
    .records = "firm: name=Luna\nfirm: name=Sol\n"
               "linkage: from=Luna to=Sol started=2022~ ended=2024 category=kind 4\n"
               "linkage: from=Sol to=Luna kind=subcontracting started=2023-05",
    .notes = "t.csv:3: 1 tie stands here in both directions (with line 2); both were kept" },
  { .what = "memberships make their programme, firms their cluster and owner group",
    .files = { "n.csv", "name,cluster,owner group\nSol,Leather,Ruiz\nLuna,Leather,Ruiz\n", "m.csv",
               "Programme,Firm,Joined\nGrupo Uno,Sol,15/03/2023\nGrupo Uno,Luna,2023-04\n" },
    .records = "cluster: name=Leather\nfirm: name=Luna cluster=Leather owner_group=Ruiz\n"
               "firm: name=Sol cluster=Leather owner_group=Ruiz\n"
               "membership: programme=Grupo Uno firm=Luna joined=2023-04\n"
               "membership: programme=Grupo Uno firm=Sol joined=2023-03-15\n"
               "owner-group: name=Ruiz\nprogramme: name=Grupo Uno",
    .notes = "n.csv:2: made as a new record: Cluster; found “Leather”\n"
             "n.csv:2: made as a new record: Owner group; found “Ruiz”\n"
             "m.csv:2: made as a new record: Programme; found “Grupo Uno”" },
  { .what = "people",
    .files
    = { "p.csv", "name,role,works for\nAna,broker,CITEC\n", "n.csv", "name,kind\nCITEC,agency\n" },
    .records = "institution: name=CITEC kind=agency\nperson: name=Ana role=broker employer=CITEC" },
  { .what = "title, blank rows and empty columns around the table",
    .files
    = { "n.csv", "List of members;;\r\n;;\r\nid;name;\r\n1;Sol;\r\n;;\r\n2;Luna;\r\n;;\r\n" },
    .records = "firm: #1 name=Sol\nfirm: #2 name=Luna" },
  { .what = "windows-1252, named as such",
    .files = { "n.csv", "name\nSol\nCaf\351\n" },
    .records = "firm: name=Café\nfirm: name=Sol",
    .notes = "n.csv:3: not UTF-8 from here on; the file was read as windows-1252" },
  { .what = "names matched but for case and blanks",
    .files = { "n.csv", "name\nBotas Real\nSol\n", "t.csv", "from,to\nBOTAS  REAL,Sol \n" },
    .records = "firm: name=Botas Real\nfirm: name=Sol\nlinkage: from=Botas Real to=Sol",
    .notes = "t.csv:2: from: matched although case or blanks differ; found “BOTAS  REAL”" },
  { .what = "self-ties are left out, ties said twice stay",
    .files = { "n.csv", "name\nSol\nLuna\n", "t.csv",
               "from,to,value\nSol,Sol,1\nSol,Luna,1\nSol,Luna,1\n" },
    .records = "firm: name=Luna\nfirm: name=Sol\nlinkage: from=Sol to=Luna value=1\n"
               "linkage: from=Sol to=Luna value=1",
    .notes = "t.csv:2: left out: a tie of somebody with itself is none; found “Sol, Sol, 1”\n"
             "t.csv:4: kept, though all is the same as on line 3; found “Sol, Luna, 1”" },
  { .what = "the same two with another value are two ties",
    .files = { "n.csv", "name\nSol\nLuna\n", "t.csv", "from,to,value\nSol,Luna,1\nSol,Luna,2\n" },
    .records = "firm: name=Luna\nfirm: name=Sol\nlinkage: from=Sol to=Luna value=1\n"
               "linkage: from=Sol to=Luna value=2" },
  { .what = "a membership said twice is one",
    .files = { "m.csv", "programme,firm\nUno,Sol\nUno,Sol\n", "n.csv", "name\nSol\n" },
    .records = "firm: name=Sol\nmembership: programme=Uno firm=Sol\nprogramme: name=Uno",
    .notes = "m.csv:2: made as a new record: Programme; found “Uno”\n"
             "m.csv:3: left out: the same as on line 2; found “Uno, Sol”" },
  { .what = "two firms of one name with ids of their own",
    .files = { "n.csv", "id,name\n1,Sol\n2,Sol\n3,Luna\n", "t.csv", "from,to\n1,3\n" },
    .records
    = "firm: #1 name=Sol\nfirm: #2 name=Sol\nfirm: #3 name=Luna\nlinkage: from=Sol to=Luna",
    .notes = "n.csv:3: name: the same as on line 2; found “Sol”" },
  { .what = "ties without a table of names, as told",
    .files = { "t.csv", "from,to\nSol,Luna\nLuna,Mar\n" },
    .others = TRAMA_KIND_FIRM,
    .records = "firm: name=Luna\nfirm: name=Mar\nfirm: name=Sol\nlinkage: from=Luna to=Mar\n"
               "linkage: from=Sol to=Luna",
    .notes = "t.csv:2: made as a new record: Firm; found “Sol”\n"
             "t.csv:2: made as a new record: Firm; found “Luna”\n"
             "t.csv:3: made as a new record: Firm; found “Mar”" },
  { .what = "text kept from being a formula loses its apostrophe",
    .files = { "n.csv", "name\n'=Sol\n'+Mas\n" },
    .records = "firm: name=+Mas\nfirm: name==Sol" },
  { .what = "a name that is a number, and ids of others",
    .files = { "n.csv", "id,name\n10,3M\n11,7\n", "t.csv", "from,to\n7,10\n" },
    .records = "firm: #10 name=3M\nfirm: #11 name=7\nlinkage: from=7 to=3M" },
  { .what = "a network of Pajek",
    .files = { "n.net", "*Vertices 2\n1 \"Sol\"\n2 \"Luna\"\n*Edges\n1 2 2.5\n*Partition "
                        "Sort\n*Vertices 2\n1\n2\n" },
    .records = "firm: #1 name=Sol category=Sort 1\nfirm: #2 name=Luna category=Sort 2\n"
               "linkage: from=Sol to=Luna value=2.5" },
};

static void
test_recognised (void)
{
  run_cases (recognised, G_N_ELEMENTS (recognised));
}

static const Case mapped[] = {
  { .what = "columns and values by a map",
    .files = { "m.csv", "Stand 2024\nNr;Betrieb;Ort;Art;Bemerkung\n1;Sol;León;V;x\n2;Luna;;?;y\n" },
    .map
    = MAP ("\"m.csv\":{\"records\":\"institution\",\"columns\":{\"Nr\":\"id\",\"Betrieb\":\"name\","
           "\"Ort\":\"place\",\"Art\":{\"field\":\"kind\",\"values\":{\"V\":\"association\",\"?\":"
           "null}},"
           "\"Bemerkung\":null}}"),
    .records = "institution: #1 name=Sol kind=association place=León\ninstitution: #2 name=Luna" },
  { .what = "labels for codes",
    .files = { "n.csv", "id,name,kind\n1,AOL,1\n2,ATT,2\n3,Sol,9\n" },
    .map = MAP ("\"n.csv\":{\"columns\":{\"kind\":{\"field\":\"category\","
                "\"values\":{\"1\":\"content\",\"2\":\"infrastructure\"}}}}"),
    .records = "firm: #1 name=AOL category=content\nfirm: #2 name=ATT category=infrastructure\n"
               "firm: #3 name=Sol category=9" },
  { .what = "codes for kinds",
    .files = { "n.csv", "name,kind\nSol,1\nBCP,2\n" },
    .map = MAP ("\"n.csv\":{\"columns\":{\"kind\":{\"field\":\"kind\",\"values\":{\"1\":\"firm\","
                "\"2\":\"finance\"}}}}"),
    .records = "firm: name=Sol\ninstitution: name=BCP kind=finance" },
  { .what = "ledger: decimal comma, a currency, days first, a fixed programme",
    .files = { "l.csv", "Fecha;Monto;Tipo\n3/4/2024;1.234,50;real\n15/4/2024;80;real\n" },
    .map
    = MAP ("\"l.csv\":{\"records\":\"ledger-entry\",\"currency\":\"EUR\",\"columns\":{\"Fecha\":"
           "\"date\","
           "\"Monto\":\"amount\",\"Tipo\":{\"field\":\"type\",\"values\":{\"real\":\"actual\"}}},"
           "\"fixed\":{\"programme\":\"Uno\"}}"),
    .records = "ledger-entry: programme=Uno type=actual date=2024-04-03 amount=EUR 123450..123450\n"
               "ledger-entry: programme=Uno type=actual date=2024-04-15 amount=EUR 8000..8000\n"
               "programme: name=Uno",
    .notes = "l.csv:2: made as a new record: Programme; found “Uno”" },
  { .what = "several firms in one cell",
    .files = { "n.csv", "name\nSol\nLuna\n", "a.csv",
               "programme,kind,date,participants\nUno,meeting,2024-01-05,Sol; Luna\n" },
    .map = MAP ("\"a.csv\":{\"records\":\"activity\"}"),
    .records = "activity: programme=Uno kind=meeting date=2024-01-05 participants=Luna, Sol\n"
               "firm: name=Luna\nfirm: name=Sol\nprogramme: name=Uno",
    .notes = "a.csv:2: made as a new record: Programme; found “Uno”" },
  { .what = "the line of the header told",
    .files = { "n.csv", "name\nname\nSol\n" },
    .map = MAP ("\"n.csv\":{\"header_line\":2}"),
    .records = "firm: name=Sol" },
  { .what = "a map that speaks of another file",
    .files = { "n.csv", "name\nSol\n" },
    .map = MAP ("\"x.csv\":{}"),
    .records = "firm: name=Sol",
    .notes = "map.json: speaks of “x.csv”, which is not among the files" },
  { .what = "bands, money in two forms, truth",
    .files = { "r.csv",
               "firm,date,employment,sales,source\nSol,2024,10-19,USD 1200-1500,survey\n"
               "Sol,2023,50+,\"1,250.50 USD\",\nSol,2022,< 5,,\n",
               "n.csv", "name,registered\nSol,Yes\n" },
    .map = MAP ("\"r.csv\":{\"records\":\"firm-reading\"}"),
    .records
    = "firm-reading: firm=Sol date=2022 employment=-inf..5\n"
      "firm-reading: firm=Sol date=2023 employment=50..inf sales=USD 125050..125050\n"
      "firm-reading: firm=Sol date=2024 employment=10..19 sales=USD 120000..150000 source=survey\n"
      "firm: name=Sol registered=yes" },
};

static void
test_mapped (void)
{
  run_cases (mapped, G_N_ELEMENTS (mapped));
}

static const Case refused[] = {
  { .what = "a name nobody has, with the nearest",
    .files = { "n.csv", "name\nBotas Real\nSol\n", "t.csv", "from,to\nBotas Reel,Sol\nSol,Mar\n" },
    .problems = "t.csv:2: from: nobody is called so; found “Botas Reel”; expected a name in these "
                "tables, such as “Botas Real”\n"
                "t.csv:3: to: nobody is called so; found “Mar”; expected a name in these tables" },
  { .what = "a name that two have",
    .files = { "n.csv", "id,name\n1,Sol\n2,Sol\n3,Luna\n", "t.csv", "from,to\nSol,Luna\n" },
    .problems = "t.csv:2: from: more than one is called so; found “Sol”; expected an id, or a name "
                "that only one has",
    .notes = "n.csv:3: name: the same as on line 2; found “Sol”" },
  { .what = "a text that is one's name and another's id",
    .files = { "n.csv", "id,name\n1,7\n7,Luna\n", "t.csv", "from,to\n7,1\n" },
    .problems = "t.csv:2: from: more than one is called so; found “7”; expected an id, or a name "
                "that only one has" },
  { .what = "a name said twice without ids",
    .files = { "n.csv", "name\nSol\nLuna\nSol\n" },
    .problems = "n.csv:4: name: the same as on line 2; found “Sol”; expected each of them once, or "
                "an id for each" },
  { .what = "an id said twice",
    .files = { "n.csv", "id,name\n1,Sol\n1,Luna\n" },
    .problems = "n.csv:3: id: the same as on line 2; found “1”; expected each of them once, or an "
                "id for each" },
  { .what = "a firm without a name, a tie with one end",
    .files = { "n.csv", "id,name\n1,\n2,Sol\n", "t.csv", "from,to\nSol,\n" },
    .problems = "n.csv:2: name: missing; expected Name\nt.csv:2: to: missing; expected To" },
  { .what = "a row longer than the header",
    .files = { "n.csv", "id,name\n1,Acme, Inc.\n2,Sol\n" },
    .problems
    = "n.csv:2: a cell under no header; found “Inc.”; expected 2 cells, as there are headers" },
  { .what = "values that are none",
    .files
    = { "n.csv",
        "name,founded,latitude,registered,owner_sex\nSol,soon,abc,perhaps,cat\nLuna,2024,95,,\n" },
    .problems
    = "n.csv:2: founded: not a value of this field; found “soon”; expected a date such as "
      "2026-06-30, 2026-06, 2026 or 2026~\n"
      "n.csv:2: latitude: not a value of this field; found “abc”; expected a number from -90 to "
      "90\n"
      "n.csv:2: registered: not a value of this field; found “perhaps”; expected yes or no\n"
      "n.csv:2: owner_sex: not a value of this field; found “cat”; expected one of: woman, man, "
      "joint\n"
      "n.csv:3: latitude: not a value of this field; found “95”; expected a number from -90 to "
      "90" },
  { .what = "a field that a row's kind does not have",
    .files = { "n.csv", "name,kind,trade\nBCP,finance,shoes\n" },
    .problems
    = "n.csv:2: trade: such records have no such field; found “shoes”; expected Institution" },
  { .what = "a number that may be two",
    .files = { "n.csv", "name\nSol\nLuna\n", "t.csv", "from,to,value\nSol,Luna,\"1,234\"\n" },
    .problems = "t.csv:2: value: a decimal mark or one for thousands?; found “1,234”; expected "
                "--decimal point or comma, or the same in the map" },
  { .what = "two decimal marks in a column",
    .files
    = { "n.csv", "name\nSol\nLuna\n", "t.csv", "from;to;value\nSol;Luna;1.5\nLuna;Sol;2,5\n" },
    .problems = "t.csv:3: value: a decimal comma here, a decimal point elsewhere in the column; "
                "found “2,5”; expected the same throughout" },
  { .what = "a date that may be two",
    .files = { "n.csv", "name,founded\nSol,3/4/2001\n" },
    .problems = "n.csv:2: founded: day before month or month before day?; found “3/4/2001”; "
                "expected --dates day-month-year or month-day-year, or the same in the map" },
  { .what = "two orders of dates in a column",
    .files = { "n.csv", "name,founded\nSol,15/4/2001\nLuna,4/15/2001\n" },
    .problems = "n.csv:3: founded: month before day here, day before month elsewhere in the "
                "column; found “4/15/2001”; expected the same throughout" },
  { .what = "no header",
    .files = { "t.csv", "Sol,Luna\nLuna,Mar\n" },
    .problems
    = "t.csv:1: it is not clear what this table holds; found “Sol, Luna”; expected a row with the "
      "headers name; or from, to; or programme, firm; or a map that says what the columns are" },
  { .what = "nothing", .files = { "t.csv", "" }, .problems = "t.csv: the table is empty" },
  { .what = "two columns for one field",
    .files = { "n.csv", "name,Name\nSol,Luna\n" },
    .problems = "n.csv:1: Name: two columns are for the same field; found “name”" },
  { .what = "columns that the map names and the file has not",
    .files = { "n.csv", "name\nSol\n" },
    .map = MAP ("\"n.csv\":{\"columns\":{\"Betrieb\":\"name\"}}"),
    .problems
    = "n.csv:1: no row has the columns that the map names; found “name”; expected Betrieb" },
  { .what = "a required field that no column gives",
    .files = { "l.csv", "date,amount\n2024-01-01,USD 5\n" },
    .map = MAP ("\"l.csv\":{\"records\":\"ledger-entry\",\"fixed\":{\"programme\":\"Uno\"}}"),
    .problems = "l.csv:1: type: no column gives this field, which such records must have; expected "
                "Budget or actual" },
  { .what = "an amount without a currency",
    .files = { "l.csv", "date,amount,type\n2024-01-01,5,actual\n" },
    .map = MAP ("\"l.csv\":{\"records\":\"ledger-entry\",\"fixed\":{\"programme\":\"Uno\"}}"),
    .problems = "l.csv:2: amount: not a value of this field; found “5”; expected a currency and an "
                "amount such as USD 1200.50",
    .notes = "l.csv:2: made as a new record: Programme; found “Uno”" },
  { .what = "somebody who cannot stand there",
    .files = { "n.csv", "name,kind\nAna,person\n", "m.csv", "programme,firm\nUno,Ana\n" },
    .problems = "m.csv:2: firm: what is called so cannot stand here; found “Ana”; expected Firm",
    .notes = "m.csv:2: made as a new record: Programme; found “Uno”" },
  { .what = "one file twice",
    .files = { "n.csv", "name\nSol\n", "m.csv", "name\nSol\n" },
    .problems = "m.csv: this file is given twice; found n.csv" },
  { .what = "a map that is none",
    .files = { "n.csv", "name\nSol\n" },
    .map = "{}",
    .problems = "map.json: format: not a map for an import; expected \"trama-import-map\"" },
  { .what = "one faulty file spoils all",
    .files = { "n.csv", "name\nSol\n", "t.csv", "from,to\n\"Sol,Luna\n" },
    .problems = "t.csv:2: a quotation mark is opened and never closed; expected a closing \", or "
                "two of them for one within a cell" },
};

static void
test_refused (void)
{
  run_cases (refused, G_N_ELEMENTS (refused));
}

/* All that is in a version, byte for byte. */
static char *
write_all (TramaVersion *version)
{
  GString *text = g_string_new (NULL);

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table = trama_version_table (version, (TramaKind) kind);

      for (guint i = 0; i < trama_table_size (table); i++)
        {
          trama_record_write_json (trama_table_get (table, i), text);
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free (text, FALSE);
}

static char *
import_text (const char *const *files, TramaId *document)
{
  g_autoptr (TramaImport) import = trama_import_new ();
  TramaImportOptions options = { 0 };
  g_autoptr (TramaImportResult) result = NULL;

  for (; *files != NULL; files += 2)
    add_text (import, files[0], files[1]);
  result = trama_import_run (import, NULL, &options, 100);
  g_assert_nonnull (result->version);
  *document = result->document;
  return write_all (result->version);
}

static void
test_repeatable (void)
{
  static const char nodes[] = "id,name,kind\n1,Sol,1\n2,Luna,2\n3,Mar,3\n";
  static const char ties[] = "from,to,value\nSol,Luna,1\nLuna,Mar,1\n";
  static const char people[] = "name,role\nAna,broker\n";
  const char *one[] = { "n.csv", nodes, "t.csv", ties, "p.csv", people, NULL };
  const char *other[] = { "a/b/p.csv", people, "./t.csv", ties, "n.csv", nodes, NULL };
  const char *changed[] = { "n.csv", nodes,  "t.csv", "from,to,value\nSol,Luna,2\nLuna,Mar,1\n",
                            "p.csv", people, NULL };
  TramaId ids[4];
  g_autofree char *first = import_text (one, &ids[0]);
  g_autofree char *again = import_text (one, &ids[1]);
  g_autofree char *turned = import_text (other, &ids[2]);
  g_autofree char *different = import_text (changed, &ids[3]);

  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, ==, turned);
  g_assert_cmpstr (first, !=, different);
  g_assert_true (trama_id_equal (ids[0], ids[1]) && trama_id_equal (ids[0], ids[2]));
  g_assert_false (trama_id_equal (ids[0], ids[3]));
}

static void
test_title (void)
{
  static const struct
  {
    const char *names[3];
    const char *title;
  } cases[] = {
    { { "internet-industry-firms.csv", "internet-industry-ties.csv" }, "Internet industry" },
    { { "firms.csv", "ties.csv" }, "Firms" },
    { { "ties.csv", "firms.csv" }, "Firms" },
    { { "members.2024.csv" }, "Members.2024" },
    { { "footwear.csv", "footwear_ties.csv" }, "Footwear" },
    { { "foot.csv", "footwear.csv" }, "Foot" },
    { { ".csv" }, ".csv" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TramaImport) import = trama_import_new ();
      TramaImportOptions options = { 0 };
      g_autoptr (TramaImportResult) result = NULL;
      static const char *texts[] = { "name\nSol\n", "name\nLuna\n", "name\nMar\n" };

      for (gsize k = 0; k < 3 && cases[i].names[k] != NULL; k++)
        add_text (import, cases[i].names[k], texts[k]);
      result = trama_import_run (import, NULL, &options, 10);
      g_assert_nonnull (result->version);
      g_assert_cmpstr (trama_version_portfolio (result->version)->title, ==, cases[i].title);
    }
}

/* Adding to a portfolio: what is there stays, the same table again is nothing new, undo is whole. */
static void
test_into (void)
{
  g_autoptr (TramaImport) first = trama_import_new ();
  g_autoptr (TramaImport) second = trama_import_new ();
  TramaImportOptions options = { .author = "Ana", .when = 1700000000 };
  g_autoptr (TramaImportResult) begun = NULL;
  g_autoptr (TramaImportResult) again = NULL;
  g_autoptr (TramaImportResult) added = NULL;
  g_autoptr (TramaVersion) undone = NULL;
  g_autofree char *records = NULL;
  g_autofree char *notes = NULL;

  add_text (first, "n.csv", "id,name,place\n1,Sol,Lima\n2,Luna,\n");
  add_text (first, "t.csv", "from,to\nSol,Luna\n");
  begun = trama_import_run (first, NULL, &options, 10);
  g_assert_nonnull (begun->version);

  again = trama_import_run (first, begun->version, &options, 10);
  g_assert_cmpuint (trama_problems_count (again->problems), ==, 0);
  g_assert_null (again->changes);
  g_assert_null (again->version);

  /* Luna gets its place, Mar is new and tied to one that is there; the tie that is there is not
   * made twice. */
  add_text (second, "more.csv", "name,place\nLuna,Cusco\nMar,Ica\n");
  add_text (second, "t2.csv", "from,to\nSol,Luna\nMar,Sol\n");
  added = trama_import_run (second, begun->version, &options, 10);
  g_assert_nonnull (added->version);
  records = show_records (added->version);
  notes = show_problems (added->notes);
  g_assert_cmpstr (records, ==,
                   "firm: #1 name=Sol place=Lima\nfirm: #2 name=Luna place=Cusco\n"
                   "firm: name=Mar place=Ica\nlinkage: from=Mar to=Sol\nlinkage: from=Sol to=Luna");
  g_assert_cmpstr (notes, ==,
                   "t2.csv:2: left out: the portfolio has it already; found “Sol, Luna”");
  g_assert_cmpstr (trama_version_portfolio (added->version)->title, ==,
                   trama_version_portfolio (begun->version)->title);

  undone = trama_change_set_apply (added->changes, added->version, TRUE);
  g_assert_true (trama_version_equal (undone, begun->version));
}

static void
test_stamp (void)
{
  g_autoptr (TramaImport) import = trama_import_new ();
  TramaImportOptions options = { .author = "Ana", .when = 1700000000, .title = "Mine" };
  g_autoptr (TramaImportResult) result = NULL;
  const TramaRecord *firm;

  add_text (import, "n.csv", "name,cluster\nSol,Leather\n");
  result = trama_import_run (import, NULL, &options, 10);
  firm = trama_table_get (trama_version_table (result->version, TRAMA_KIND_FIRM), 0);
  g_assert_cmpint (firm->entered, ==, 1700000000);
  g_assert_cmpstr (firm->entered_by, ==, "Ana");
  g_assert_cmpstr (trama_version_portfolio (result->version)->title, ==, "Mine");
}

static void
test_strict (void)
{
  g_autoptr (TramaImport) import = trama_import_new ();
  TramaImportOptions options = { .strict = TRUE };
  g_autoptr (TramaImportResult) result = NULL;

  add_text (import, "n.csv", "name,color\nSol,red\n");
  result = trama_import_run (import, NULL, &options, 10);
  g_assert_null (result->version);
  g_assert_cmpuint (trama_problems_count (result->problems), ==, 1);
}

/* Many faults: a bounded number in full, the rest counted, and nothing made. */
static void
test_many_faults (void)
{
  g_autoptr (TramaImport) import = trama_import_new ();
  g_autoptr (GString) text = g_string_new ("from,to\n");
  TramaImportOptions options = { 0 };
  g_autoptr (TramaImportResult) result = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "a%u,b%u\n", i, i);
  add_text (import, "t.csv", text->str);
  result = trama_import_run (import, NULL, &options, 100);
  g_assert_null (result->version);
  g_assert_cmpuint (trama_problems_n_kept (result->problems), ==, 100);
  g_assert_cmpuint (trama_problems_count (result->problems), ==, 10000);
  g_assert_cmpuint (trama_problems_get (result->problems, 99)->line, ==, 51);
}

/* Any bytes: records or problems, never both and never neither. */
static void
test_mutations (void)
{
  static const char seed[] = "id,name,kind,founded,owner_sex\n1,Sol,1,15/03/2001,woman\n"
                             "2,\"Lu\"\"na\",bank,2001~,man\n3,Mar,finance,,\n";
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint n_good = 0;

  for (guint round = 0; round < 1500; round++)
    {
      g_autoptr (TramaImport) import = trama_import_new ();
      TramaImportOptions options = { 0 };
      g_autoptr (TramaImportResult) result = NULL;
      char text[sizeof seed];
      g_autoptr (GBytes) bytes = NULL;
      guint n = (guint) g_rand_int_range (random, 0, 4);

      memcpy (text, seed, sizeof seed);
      while (n-- > 0)
        text[g_rand_int_range (random, 0, sizeof seed - 1)]
            = (char) (g_rand_boolean (random)
                          ? g_rand_int_range (random, 0, 256)
                          : seed[g_rand_int_range (random, 0, sizeof seed - 1)]);
      bytes = g_bytes_new (text, (gsize) g_rand_int_range (random, 20, sizeof seed));
      trama_import_add (import, "n.csv", bytes);
      result = trama_import_run (import, NULL, &options, 10);
      g_assert_true ((result->version != NULL) == (trama_problems_count (result->problems) == 0));
      n_good += result->version != NULL;
      if (result->version != NULL)
        {
          trama_version_check_references (result->version, NULL, result->problems);
          g_assert_cmpuint (trama_problems_count (result->problems), ==, 0);
        }
    }
  g_assert_cmpuint (n_good, >, 200);
  g_assert_cmpuint (n_good, <, 1300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/recognised", test_recognised);
  g_test_add_func ("/import/mapped", test_mapped);
  g_test_add_func ("/import/refused", test_refused);
  g_test_add_func ("/import/repeatable", test_repeatable);
  g_test_add_func ("/import/title", test_title);
  g_test_add_func ("/import/into", test_into);
  g_test_add_func ("/import/stamp", test_stamp);
  g_test_add_func ("/import/strict", test_strict);
  g_test_add_func ("/import/many-faults", test_many_faults);
  g_test_add_func ("/import/mutations", test_mutations);
  return g_test_run ();
}
