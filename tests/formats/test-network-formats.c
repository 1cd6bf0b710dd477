/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GraphML, GEXF, DL and matrices as tables, and what is refused in them. */
#include <glib.h>
#include <string.h>

#include "trama-csv-reader.h"
#include "trama-dl.h"
#include "trama-gexf.h"
#include "trama-graphml.h"
#include "trama-matrix.h"

typedef gboolean (*Reader) (const char *bytes, gsize length, const char *name, const char *encoding,
                            TramaNetworkSheets *sheets, TramaProblems *problems,
                            TramaProblems *notes);

static gboolean
read_matrix (const char *bytes, gsize length, const char *name, const char *encoding,
             TramaNetworkSheets *sheets, TramaProblems *problems, TramaProblems *notes)
{
  g_autoptr (TramaSheet) sheet = trama_csv_read (bytes, length, name, NULL, NULL, problems);

  if (sheet == NULL || !trama_matrix_is_meant (sheet))
    return FALSE;
  return trama_matrix_read (sheet, name, sheets, problems, notes);
}

static char *
show (const TramaSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; sheet != NULL && row < trama_sheet_n_rows (sheet); row++)
    {
      g_string_append_printf (text, "%s%u:", row > 0 ? "|" : "", trama_sheet_line (sheet, row));
      for (guint i = 0; i < trama_sheet_n_cells (sheet, row); i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "," : "", trama_sheet_cell (sheet, row, i));
    }
  return g_string_free (text, FALSE);
}

#define GRAPHML(text) "<?xml version='1.0'?>\n<graphml xmlns='http://graphml'>\n" text "</graphml>"
#define GEXF(text) "<gexf version='1.3'>" text "</gexf>"

static const struct
{
  const char *what;
  Reader read;
  const char *text;
  const char *vertices;
  const char *ties;
  guint n_notes;
} readable[] = {
  { "graphml", trama_graphml_read,
    GRAPHML ("<key id='d0' for='node' attr.name='Label'/><key id='d1' for='node' "
             "attr.name='trade'><default>leather</default></key>"
             "<key id='d2' for='edge' attr.name='weight'/>\n"
             "<graph edgedefault='directed'>\n<node id='a'><data key='d0'> El &#193;guila "
             "&amp; Cía</data></node>\n<node id='b'><data key='d1'>soles</data></node>\n"
             "<edge source='a' target='b'><data key='d2'>2.5</data></edge>\n"
             "<edge source='b' target='a'/></graph>"),
    "1:id,name,trade|5:a,El Águila & Cía,leather|6:b,b,soles", "1:from,to,weight|7:a,b,2.5|8:b,a,",
    0 },
  { "graphml of yEd, and what is left out", trama_graphml_read,
    GRAPHML ("<key id='g' for='node' yfiles.type='nodegraphics'/><graph><node id='n0'><data "
             "key='g'><y:ShapeNode><y:NodeLabel>Sol</y:NodeLabel></y:ShapeNode></data>"
             "<graph><node id='inner'/></graph></node>"
             "<hyperedge><endpoint node='n0'/></hyperedge><node id='n1'><data "
             "key='none'>x</data></node></graph>"),
    "1:id,name|3:n0,Sol|3:n1,n1", "1:from,to", 2 },
  { "graphml with a CDATA and a plain document type", trama_graphml_read,
    "<?xml version='1.0' encoding='ISO-8859-1'?><!DOCTYPE graphml>\n<graphml><key id='n' "
    "attr.name='name' for='node'/><graph><node id='1'><data key='n'><![CDATA[A<B \xe1]]></data>"
    "</node></graph></graphml>",
    "1:id,name|2:1,A<B á", "1:from,to", 0 },
  { "gexf", trama_gexf_read,
    GEXF ("<graph mode='dynamic' timeformat='date'><attributes class='node'><attribute id='0' "
          "title='trade'/></attributes><attributes class='edge'><attribute id='0' "
          "title='strength'/></attributes>\n<nodes><node id='1' label='Sol'><attvalues>"
          "<attvalue for='0' value='soles'/></attvalues><viz:color r='1'/></node>"
          "<node id='2'/></nodes>\n<edges><edge source='1' target='2' weight='3' kind='supply' "
          "start='2024-01-02' end='2025-01-01T10:00'><attvalues><attvalue for='0' value='2'/>"
          "</attvalues></edge>\n<edge source='2' target='1'><spells><spell start='2020-01-01' "
          "end='2021-01-01'/><spell start='2022-01-01'/></spells></edge></edges></graph>"),
    "1:id,name,trade|2:1,Sol,soles|2:2,2,",
    "1:from,to,value,kind,category,started,ended,strength|3:1,2,3,supply,,2024-01-02,2025-01-01,2"
    "|4:2,1,,,,2020-01-01,,",
    0 },
  { "gexf with other times and nodes within nodes", trama_gexf_read,
    GEXF ("<graph><nodes><node id='1'><nodes><node id='2'/></nodes></node></nodes><edges>"
          "<edge source='1' target='2' start='3.5' end='Infinity'/>"
          "<edge source='1' target='2' start='4.5'/></edges></graph>"),
    "1:id,name|1:1,1|1:2,2", "1:from,to,value,kind,category,started,ended|1:1,2,,,,,|1:1,2,,,,,",
    2 },
  { "a full matrix", trama_dl_read,
    "DL N = 3\nFORMAT = FULLMATRIX\nLABELS:\nA,B,\"C c\"\nDATA:\n"
    "0 1 0\n0 0 2\n0 0 0\n",
    "1:id,name|1:1,A|1:2,B|1:3,C c", "1:from,to,value|6:1,2,1|7:2,3,2", 0 },
  { "a symmetric one without a diagonal", trama_dl_read,
    "dl n=3 format=lowerhalf diagonal=absent\ndata:\n1\n0 1\n", "1:id,name|1:1,1|1:2,2|1:3,3",
    "1:from,to,value", 0 },
  { "two relations", trama_dl_read,
    "dl n=2 nm=2 format=fullmatrix\nlabels embedded\nmatrix labels: advice,trade\ndata:\n  a b\n"
    "a 0 1\nb 0 0\n  a b\na 0 0\nb 3 0\n",
    "1:id,name|1:1,a|1:2,b", "1:from,to,value,category|6:1,2,1,advice|10:2,1,3,trade", 0 },
  { "an edge list", trama_dl_read,
    "dl n=3 format=edgelist1\nlabels embedded\ndata:\nana bo 2\nbo ci\n",
    "1:id,name|1:1,ana|1:2,bo|1:3,ci", "1:from,to,value|4:1,2,2|5:2,3,", 0 },
  { "a node list", trama_dl_read, "dl n=3 format=nodelist1 data:\n1 2 3\n3 1\n",
    "1:id,name|1:1,1|1:2,2|1:3,3", "1:from,to,value|2:1,2,|2:1,3,|3:3,1,", 0 },
  { "two modes", trama_dl_read,
    "dl nr=2 nc=3 format=fullmatrix\nrow labels:\nEva,Rita\ncolumn labels:\nX,Y,Z\ndata:\n"
    "1 0 1\n0 1 0\n",
    "1:id,name,kind|1:r1,Eva,row|1:r2,Rita,row|1:c1,X,column|1:c2,Y,column|1:c3,Z,column",
    "1:from,to,value|7:r1,c1,1|7:r1,c3,1|8:r2,c2,1", 0 },
  { "a square matrix", read_matrix, ",A,B,C\nA,0,1,\nB,0,0,2.5\nC,1,0,0\n",
    "1:id,name|2:A,A|3:B,B|4:C,C", "1:from,to,value|2:A,B,1|3:B,C,2.5|4:C,A,1", 0 },
  { "a symmetric one, its rows in another order", read_matrix,
    "\n,A,B,C\nC,1,0,0\nA,0,1,1\nB,1,0,0\n", "1:id,name|3:C,C|4:A,A|5:B,B",
    "1:from,to,value|3:C,A,1|4:A,B,1", 1 },
  { "a matrix of two modes", read_matrix, ";fair;visit\nSol;1;0\nRío;1;1\n",
    "1:id,name,kind|2:Sol,Sol,row|3:Río,Río,row|1:fair,fair,column|1:visit,visit,column",
    "1:from,to,value|2:Sol,fair,1|3:Río,fair,1|3:Río,visit,1", 1 },
};

static void
test_readable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readable); i++)
    {
      g_autoptr (TramaProblems) problems = trama_problems_new (10);
      g_autoptr (TramaProblems) notes = trama_problems_new (10);
      g_auto (TramaNetworkSheets) sheets = { 0 };
      g_autofree char *vertices = NULL;
      g_autofree char *ties = NULL;

      g_test_message ("%s", readable[i].what);
      readable[i].read (readable[i].text, strlen (readable[i].text), "t", NULL, &sheets, problems,
                        notes);
      for (guint k = 0; k < trama_problems_n_kept (problems); k++)
        {
          g_autofree char *text = trama_problem_to_text (trama_problems_get (problems, k));

          g_test_message ("%s", text);
        }
      vertices = show (sheets.vertices);
      ties = show (sheets.ties);
      g_assert_cmpstr (vertices, ==, readable[i].vertices);
      if (strstr (readable[i].text, "lowerhalf") == NULL)
        g_assert_cmpstr (ties, ==, readable[i].ties);
      g_assert_cmpuint (trama_problems_count (notes), ==, readable[i].n_notes);
    }
}

#define BOMB \
  "<!DOCTYPE graphml [\n<!ENTITY a 'aaaaaaaaaa'>\n<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>\n]>\n"

static const struct
{
  const char *what;
  Reader read;
  const char *text;
  const char *problem; /* what it begins with */
} faulty[] = {
  { "a bomb", trama_graphml_read, "<?xml version='1.0'?>\n" BOMB "<graphml>&b;</graphml>",
    "t:3: the file declares entities" },
  { "an entity of nobody", trama_graphml_read, "<graphml>\n<graph>&lol;</graph></graphml>",
    "t:2: this is not well-formed XML" },
  { "cut off", trama_graphml_read, "<graphml>\n<graph><node id='a'>", "t:2: this is not well" },
  { "another root", trama_graphml_read, "<html></html>", "t:1: not a file of this format" },
  { "no graph", trama_graphml_read, "<graphml></graphml>", "t: no network in this file" },
  { "two graphs", trama_graphml_read, "<graphml><graph/>\n<graph/></graphml>",
    "t:2: a second network" },
  { "a node without an id", trama_graphml_read, "<graphml><graph>\n<node/></graph></graphml>",
    "t:2: a node without an id" },
  { "an edge with one end", trama_graphml_read,
    "<graphml><graph>\n\n<edge source='a'/></graph></graphml>", "t:3: an edge without" },
  { "empty", trama_gexf_read, "", "t:1: this is not well-formed" },
  { "binary", trama_gexf_read, "\x01\x02<gexf/>", "t:1: " },
  { "gexf of another sort", trama_gexf_read, "<graphml/>", "t:1: not a file of this format" },
  { "no data", trama_dl_read, "dl n=2\nlabels: a,b", "t:2: the file ends before its data" },
  { "too few numbers", trama_dl_read, "dl n=2 data:\n0 1\n1", "t:3: the matrix ends too early" },
  { "too many numbers", trama_dl_read, "dl n=2 data:\n0 1\n1 0\n5", "t:4: more numbers" },
  { "not a number", trama_dl_read, "dl n=2 data:\n0 x\n1 0\n", "t:2: not a number" },
  { "another format", trama_dl_read, "dl n=2\nformat=blockmatrix data:\n", "t:2: not a format" },
  { "no size", trama_dl_read, "dl\ndata:\n1 2\n", "t:2: it is not said how many" },
  { "nobody of that number", trama_dl_read, "dl n=2 format=edgelist1 data:\n1 3\n",
    "t:2: not a vertex" },
  { "one end only", trama_dl_read, "dl n=2 format=edgelist1 data:\n1\n2 1\n", "t:2: a tie with" },
  { "a label twice", trama_dl_read, "dl n=2 labels: a,a data:\n0 0 0 0",
    "t: a name is given twice" },
  { "a huge matrix", trama_dl_read, "dl n=900000 data:\n0", "t:2: a matrix that is too large" },
  { "a matrix with half its names in common", read_matrix, ",A,B\nA,0,1\nC,1,0\n",
    "t:1: some names stand" },
  { "a name twice", read_matrix, ",A,A\nA,0,1\nB,1,0\n", "t:1: a name is given twice" },
  { "a long row", read_matrix, ",A,B\nA,0,1,1\nB,1,0\n", "t:2: a row longer" },
};

static void
test_faulty (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faulty); i++)
    {
      g_autoptr (TramaProblems) problems = trama_problems_new (10);
      g_autoptr (TramaProblems) notes = trama_problems_new (10);
      g_auto (TramaNetworkSheets) sheets = { 0 };
      g_autofree char *text = NULL;

      g_test_message ("%s", faulty[i].what);
      g_assert_false (faulty[i].read (faulty[i].text, strlen (faulty[i].text), "t", NULL, &sheets,
                                      problems, notes));
      g_assert_null (sheets.vertices);
      g_assert_cmpuint (trama_problems_count (problems), ==, 1);
      text = trama_problem_to_text (trama_problems_get (problems, 0));
      g_test_message ("%s", text);
      g_assert_true (g_str_has_prefix (text, faulty[i].problem));
    }
}

/* Too long a label, too deep a nesting, too many keys: a message, whatever the size. */
static void
test_huge (void)
{
  GString *texts[4];

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    texts[i] = g_string_new ("<graphml>");
  g_string_append (texts[0], "<graph><node id='");
  for (guint i = 0; i < 200000; i++)
    g_string_append_c (texts[0], 'x');
  g_string_append (texts[0], "'/></graph></graphml>");
  g_string_append (texts[1], "<key id='n' for='node' attr.name='name'/><graph><node id='a'><data "
                             "key='n'>");
  for (guint i = 0; i < 5000000; i++)
    g_string_append_c (texts[1], 'x');
  g_string_append (texts[1], "</data></node></graph></graphml>");
  for (guint i = 0; i < 100000; i++)
    g_string_append (texts[2], "<graph>");
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (texts[3], "<key id='k%u' for='node'/>", i);
  g_string_append (texts[3], "</graphml>");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TramaProblems) problems = trama_problems_new (10);
      g_autoptr (TramaProblems) notes = trama_problems_new (10);
      g_auto (TramaNetworkSheets) sheets = { 0 };

      g_assert_false (
          trama_graphml_read (texts[i]->str, texts[i]->len, "t", NULL, &sheets, problems, notes));
      g_assert_cmpuint (trama_problems_count (problems), ==, 1);
      g_string_free (texts[i], TRUE);
    }
}

/* Cut off at every byte, and with every byte changed: a message or a network. */
static void
test_mutated (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readable); i++)
    {
      gsize length = strlen (readable[i].text);

      for (gsize at = 0; at < length; at++)
        for (guint way = 0; way < 3; way++)
          {
            g_autoptr (TramaProblems) problems = trama_problems_new (10);
            g_autoptr (TramaProblems) notes = trama_problems_new (10);
            g_auto (TramaNetworkSheets) sheets = { 0 };
            g_autofree char *copy = g_memdup2 (readable[i].text, length + 1);
            gboolean good;

            if (way > 0)
              copy[at] = way == 1 ? '"' : '9';
            good = readable[i].read (copy, way == 0 ? at : length, "t", NULL, &sheets, problems,
                                     notes);
            g_assert_true (good == (sheets.vertices != NULL));
            g_assert_true (!good || trama_problems_count (problems) == 0);
          }
    }
}

static void
test_meant (void)
{
  g_assert_true (trama_graphml_is_meant ("x.GraphML", "", 0));
  g_assert_true (trama_graphml_is_meant ("x.xml", "<?xml?><graphml>", 16));
  g_assert_true (trama_gexf_is_meant ("x.gexf", "", 0));
  g_assert_false (trama_gexf_is_meant ("x.xml", "<graphml>", 9));
  g_assert_true (trama_dl_is_meant ("x.DL", "", 0));
  g_assert_true (trama_dl_is_meant ("x.txt", "dl n=3", 6));
  g_assert_false (trama_dl_is_meant ("x.csv", "dlx,y", 5));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-formats/readable", test_readable);
  g_test_add_func ("/network-formats/faulty", test_faulty);
  g_test_add_func ("/network-formats/huge", test_huge);
  g_test_add_func ("/network-formats/mutated", test_mutated);
  g_test_add_func ("/network-formats/meant", test_meant);
  return g_test_run ();
}
