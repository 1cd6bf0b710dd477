/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "trama-pajek.h"

static void
append_sheet (GString *text, const TramaSheet *sheet)
{
  for (guint row = 0; row < trama_sheet_n_rows (sheet); row++)
    {
      g_string_append_printf (text, "%u:", trama_sheet_line (sheet, row));
      for (guint i = 0; i < trama_sheet_n_cells (sheet, row); i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "," : "", trama_sheet_cell (sheet, row, i));
      g_string_append_c (text, '\n');
    }
}

static const struct
{
  const char *what;
  const char *text;
  const char *vertices;
  const char *ties;
  guint n_partitions;
  guint n_notes;
} readable[] = {
  { "arcs and edges",
    "*Vertices 3\r\n1 \"Botas Real\" 0.1 0.2 0.5 ic Red\r\n2 Sol\r\n3 \"El \303\201guila\"\r\n"
    "*Arcs\r\n1 2 2.5\r\n*Edges\r\n2 3\r\n3 1 1 w 2 c Blue\r\n",
    "1:id,name\n2:1,Botas Real\n3:2,Sol\n4:3,El Águila\n",
    "1:from,to,value,category\n6:1,2,2.5,\n8:2,3,,\n9:3,1,1,\n", 0, 0 },
  { "project with partition and vector",
    "% a comment\n*Network N\n*Vertices 2\n1 \"A\"\n2 \"B\"\n*Edges\n1 2 1\n\n"
    "*Partition Types of firms\n% 1 - content\n*Vertices 2\n1\n2\n"
    "*Vector Size\n*Vertices 2\n1.5\n2.5\n",
    "1:id,name,Types of firms,Size\n4:1,A,1,1.5\n5:2,B,2,2.5\n",
    "1:from,to,value,category\n7:1,2,1,\n", 1, 0 },
  { "labels of lines", "*Vertices 2\n*Arcs\n1 2 3 w 2 l \"gives advice\"\n2 1 l trade\n",
    "1:id,name\n1:1,1\n1:2,2\n", "1:from,to,value,category\n3:1,2,3,gives advice\n4:2,1,,trade\n",
    0, 0 },
  { "vertices without labels", "*vertices 3\n*edges\n1 3\n", "1:id,name\n1:1,1\n1:2,2\n1:3,3\n",
    "1:from,to,value,category\n3:1,3,,\n", 0, 0 },
  { "lists", "*Vertices 3\n*Arcslist\n1 2 3\n2 3\n", "1:id,name\n1:1,1\n1:2,2\n1:3,3\n",
    "1:from,to,value,category\n3:1,2,,\n3:1,3,,\n4:2,3,,\n", 0, 0 },
  { "matrix", "*Vertices 2\n*Matrix\n0 2\n1 0\n", "1:id,name\n1:1,1\n1:2,2\n",
    "1:from,to,value,category\n3:1,2,2,\n4:2,1,1,\n", 0, 0 },
  { "relations", "*Vertices 2\n*Arcs :1 \"gives advice\"\n1 2 1\n*Arcs :2\n2 1 1\n",
    "1:id,name\n1:1,1\n1:2,2\n", "1:from,to,value,category\n3:1,2,1,gives advice\n5:2,1,1,2\n", 0,
    0 },
  { "what is left out", "*Vertices 1\n1 \"A\"\n*Permutation x\n*Vertices 1\n", "1:id,name\n2:1,A\n",
    "1:from,to,value,category\n", 0, 1 },
};

static void
test_readable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readable); i++)
    {
      g_autoptr (TramaProblems) problems = trama_problems_new (10);
      g_autoptr (TramaProblems) notes = trama_problems_new (10);
      g_auto (TramaPajek) pajek = { 0 };
      g_autoptr (GString) vertices = g_string_new (NULL);
      g_autoptr (GString) ties = g_string_new (NULL);

      g_test_message ("%s", readable[i].what);
      g_assert_true (trama_pajek_read (readable[i].text, strlen (readable[i].text), "t.net", NULL,
                                       &pajek, problems, notes));
      append_sheet (vertices, pajek.vertices);
      append_sheet (ties, pajek.ties);
      g_assert_cmpstr (vertices->str, ==, readable[i].vertices);
      g_assert_cmpstr (ties->str, ==, readable[i].ties);
      g_assert_cmpuint (pajek.n_partitions, ==, readable[i].n_partitions);
      g_assert_cmpuint (trama_problems_count (notes), ==, readable[i].n_notes);
    }
}

static const struct
{
  const char *text;
  const char *told;
} faulty[] = {
  { "", "t.net: no network" },
  { "hello", "t.net:1: a line outside any section" },
  { "*Arcs\n1 2", "t.net:1: ties before any vertices" },
  { "*Vertices x", "t.net:1: not a number of vertices" },
  { "*Vertices 999999999999", "t.net:1: not a number of vertices" },
  { "*Vertices 4 2", "t.net:1: a network of two modes" },
  { "*Vertices 2\n1 \"A\"\n1 \"B\"", "t.net:3: a vertex is given twice" },
  { "*Vertices 2\n3 \"A\"", "t.net:2: not a vertex of the network" },
  { "*Vertices 2\n*Edges\n1 3 1", "t.net:3: not a vertex of the network" },
  { "*Vertices 2\n*Edges\n1", "t.net:3: not a vertex of the network" },
  { "*Vertices 2\n*Edges\n-1 2", "t.net:3: not a vertex of the network" },
  { "*Vertices 2\n*Matrix\n0 x\n", "t.net:3: not a number" },
  { "*Vertices 2\n*Matrix\n0\n", "t.net:3: a row of another length" },
  { "*Vertices 2\n*Matrix\n0 1\n1 0\n1 1\n", "t.net:5: more rows" },
  { "*Vertices 2\n*Partition p\n*Vertices 2\n1\n", "t.net:4: a partition or vector ends" },
  { "*Vertices 2\n*Partition p\n*Vertices 3\n", "t.net:3: a partition or vector of another size" },
  { "*Vertices 1\n*Partition p\n*Vertices 1\nx\n", "t.net:4: not a number" },
  { "*Vertices 1\n*Network\n*Vertices 1\n", "t.net:3: a second network" },
};

static void
test_faulty (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faulty); i++)
    {
      g_autoptr (TramaProblems) problems = trama_problems_new (10);
      g_autoptr (TramaProblems) notes = trama_problems_new (10);
      g_auto (TramaPajek) pajek = { 0 };
      g_autofree char *told = NULL;

      g_assert_false (trama_pajek_read (faulty[i].text, strlen (faulty[i].text), "t.net", NULL,
                                        &pajek, problems, notes));
      g_assert_cmpuint (trama_problems_count (problems), >, 0);
      told = trama_problem_to_text (trama_problems_get (problems, 0));
      g_test_message ("%s", told);
      g_assert_true (g_str_has_prefix (told, faulty[i].told));
    }
}

/* A project cut off at every byte, and with each byte changed: read or refused, never more. */
static void
test_mutations (void)
{
  const char *text = readable[1].text;
  gsize length = strlen (text);

  for (gsize cut = 0; cut < length; cut++)
    for (guint way = 0; way < 4; way++)
      {
        g_autofree char *copy = g_strdup (text);
        g_autoptr (TramaProblems) problems = trama_problems_new (10);
        g_autoptr (TramaProblems) notes = trama_problems_new (10);
        g_auto (TramaPajek) pajek = { 0 };

        if (way > 0)
          copy[cut] = "x\"*9"[way];
        g_assert_true (
            trama_pajek_read (copy, way == 0 ? cut : length, "t.net", NULL, &pajek, problems, notes)
            == (trama_problems_count (problems) == 0));
      }
}

static void
test_meant (void)
{
  g_assert_true (trama_pajek_is_meant ("x.NET", "", 0));
  g_assert_true (trama_pajek_is_meant ("x.paj", "", 0));
  g_assert_true (trama_pajek_is_meant ("x", "*vertices 5", 11));
  g_assert_true (trama_pajek_is_meant (NULL, "*Network", 8));
  g_assert_false (trama_pajek_is_meant ("x.csv", "id,name", 7));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pajek/readable", test_readable);
  g_test_add_func ("/pajek/faulty", test_faulty);
  g_test_add_func ("/pajek/mutations", test_mutations);
  g_test_add_func ("/pajek/meant", test_meant);
  return g_test_run ();
}
