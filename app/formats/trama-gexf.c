/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-gexf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-xml.h"

#define MAX_ATTRIBUTES 256
#define HEAD 512 /* bytes in which a root element is looked for */
#define DAY_LENGTH 10

typedef enum
{
  IN_NOTHING,
  IN_NODE,
  IN_EDGE,
} Place;

typedef struct
{
  TramaNetworkRows *nodes;
  TramaNetworkRows *edges;
  GHashTable *columns[2];    /* id of an attribute → its column + 1; of nodes, of edges */
  guint value_column;
  guint kind_column;
  guint category_column;
  guint started_column;
  guint ended_column;
  int which;                 /* of columns, while attributes are declared; −1: neither */
  guint declared;            /* column + 1 whose default is awaited */
  Place place;
  guint n_open_nodes;
  guint n_spells;            /* of the edge at hand */
  gboolean has_value;        /* an attribute of edges is called so: the weight is not it */
  gboolean has_root;
  gboolean has_graph;
  gboolean dates_left_out;
} Reading;

static void
begin_attribute (TramaXml *xml, Reading *reading, const char **names, const char **values)
{
  const char *id = trama_xml_attribute (names, values, "id");
  const char *title = trama_xml_attribute (names, values, "title");
  guint column;

  if (reading->which < 0)
    return;
  if (id == NULL || g_hash_table_size (reading->columns[reading->which]) >= MAX_ATTRIBUTES)
    {
      trama_xml_complain (xml, id == NULL ? _ ("a key without an id") : _ ("too many keys"), id,
                          NULL);
      return;
    }
  column = trama_network_rows_column (reading->which == 0 ? reading->nodes : reading->edges,
                                      title != NULL ? title : id);
  if (reading->which == 1 && g_strcmp0 (title, "value") == 0)
    reading->has_value = TRUE;
  g_hash_table_insert (reading->columns[reading->which], g_strdup (id),
                       GUINT_TO_POINTER (column + 1));
  reading->declared = column + 1;
}

/* A day as it stands, or the day of a moment; other times are numbers that say nothing of days. */
static void
set_day (TramaXml *xml, Reading *reading, guint column, const char *text)
{
  g_autofree char *day = NULL;

  if (text == NULL || *text == '\0' || g_ascii_strcasecmp (text, "-infinity") == 0
      || g_ascii_strcasecmp (text, "infinity") == 0)
    return;
  if (strlen (text) >= DAY_LENGTH && text[4] == '-' && text[7] == '-'
      && (text[DAY_LENGTH] == '\0' || text[DAY_LENGTH] == 'T'))
    {
      day = g_strndup (text, DAY_LENGTH);
      trama_network_rows_set (reading->edges, column, day);
      return;
    }
  if (!reading->dates_left_out)
    trama_xml_note (xml, _ ("times that are no days are left out"), text);
  reading->dates_left_out = TRUE;
}

static const char *
either (const char **names, const char **values, const char *one, const char *other)
{
  const char *value = trama_xml_attribute (names, values, one);

  return value != NULL ? value : trama_xml_attribute (names, values, other);
}

static void
begin_node (TramaXml *xml, Reading *reading, const char **names, const char **values)
{
  const char *id = trama_xml_attribute (names, values, "id");
  const char *label = trama_xml_attribute (names, values, "label");

  if (id == NULL || *id == '\0')
    {
      trama_xml_complain (xml, _ ("a node without an id"), label, NULL);
      return;
    }
  if (reading->n_open_nodes++ == 1)
    trama_xml_note (xml, _ ("a node within a node is read like any other"), id);
  trama_network_rows_begin (reading->nodes, trama_xml_line (xml), id,
                            label != NULL && *label != '\0' ? label : id);
  reading->place = IN_NODE;
}

static void
begin_edge (TramaXml *xml, Reading *reading, const char **names, const char **values)
{
  const char *from = trama_xml_attribute (names, values, "source");
  const char *to = trama_xml_attribute (names, values, "target");

  if (from == NULL || to == NULL)
    {
      trama_xml_complain (xml, _ ("an edge without a source or target"), from, NULL);
      return;
    }
  trama_network_rows_begin (reading->edges, trama_xml_line (xml), from, to);
  if (!reading->has_value)
    trama_network_rows_set (reading->edges, reading->value_column,
                            trama_xml_attribute (names, values, "weight"));
  trama_network_rows_set (reading->edges, reading->kind_column,
                          trama_xml_attribute (names, values, "kind"));
  trama_network_rows_set (reading->edges, reading->category_column,
                          trama_xml_attribute (names, values, "label"));
  set_day (xml, reading, reading->started_column, either (names, values, "start", "startopen"));
  set_day (xml, reading, reading->ended_column, either (names, values, "end", "endopen"));
  reading->place = IN_EDGE;
  reading->n_spells = 0;
}

static void
add_value (Reading *reading, const char **names, const char **values)
{
  const char *of = either (names, values, "for", "id");
  const char *value = trama_xml_attribute (names, values, "value");
  guint column;

  if (of == NULL || reading->place == IN_NOTHING)
    return;
  column = GPOINTER_TO_UINT (
      g_hash_table_lookup (reading->columns[reading->place == IN_NODE ? 0 : 1], of));
  if (column > 0)
    trama_network_rows_set (reading->place == IN_NODE ? reading->nodes : reading->edges, column - 1,
                            value);
}

/* The first one's beginning, the last one's end; none where that is open. */
static void
begin_spell (TramaXml *xml, Reading *reading, const char **names, const char **values)
{
  if (reading->n_spells++ == 0)
    set_day (xml, reading, reading->started_column, either (names, values, "start", "startopen"));
  trama_network_rows_unset (reading->edges, reading->ended_column);
  set_day (xml, reading, reading->ended_column, either (names, values, "end", "endopen"));
}

static void
start (TramaXml *xml, const char *name, const char **names, const char **values, gpointer data)
{
  Reading *reading = data;

  if (!reading->has_root)
    {
      reading->has_root = TRUE;
      if (strcmp (name, "gexf") != 0)
        trama_xml_complain (xml, _ ("not a file of this format"), name, "gexf");
    }
  else if (strcmp (name, "graph") == 0)
    {
      if (reading->has_graph)
        trama_xml_complain (xml, _ ("a second network in one file"), NULL,
                            _ ("one network in each file"));
      reading->has_graph = TRUE;
    }
  else if (strcmp (name, "attributes") == 0)
    {
      const char *of = trama_xml_attribute (names, values, "class");

      reading->which = g_strcmp0 (of, "node") == 0 ? 0 : g_strcmp0 (of, "edge") == 0 ? 1 : -1;
    }
  else if (strcmp (name, "attribute") == 0)
    begin_attribute (xml, reading, names, values);
  else if (strcmp (name, "node") == 0)
    begin_node (xml, reading, names, values);
  else if (strcmp (name, "edge") == 0)
    begin_edge (xml, reading, names, values);
  else if (strcmp (name, "attvalue") == 0)
    add_value (reading, names, values);
  else if (strcmp (name, "spell") == 0 && reading->place == IN_EDGE)
    begin_spell (xml, reading, names, values);
}

static void
end (TramaXml *xml, const char *name, const char *text, gpointer data)
{
  Reading *reading = data;

  if (strcmp (name, "attributes") == 0)
    reading->which = -1;
  else if (strcmp (name, "attribute") == 0)
    reading->declared = 0;
  else if (strcmp (name, "default") == 0 && reading->declared > 0 && reading->which >= 0)
    trama_network_rows_set_fallback (reading->which == 0 ? reading->nodes : reading->edges,
                                     reading->declared - 1, text);
  else if (strcmp (name, "node") == 0 || strcmp (name, "edge") == 0)
    {
      if (*name == 'n' && reading->n_open_nodes > 0)
        reading->n_open_nodes--;
      reading->place = IN_NOTHING;
    }
}

gboolean
trama_gexf_is_meant (const char *name, const char *bytes, gsize length)
{
  g_autofree char *lower = g_ascii_strdown (name != NULL ? name : "", -1);

  return g_str_has_suffix (lower, ".gexf")
         || g_strstr_len (bytes, (gssize) MIN (length, HEAD), "<gexf") != NULL;
}

gboolean
trama_gexf_read (const char *bytes, gsize length, const char *name, const char *encoding,
                 TramaNetworkSheets *sheets, TramaProblems *problems, TramaProblems *notes)
{
  static const TramaXmlHandler handler = { start, end };
  g_autoptr (TramaNetworkRows) nodes = trama_network_rows_new ("id", "name");
  g_autoptr (TramaNetworkRows) edges = trama_network_rows_new ("from", "to");
  g_autoptr (GHashTable) of_nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) of_edges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = {
    .nodes = nodes,
    .edges = edges,
    .columns = { of_nodes, of_edges },
    .value_column = trama_network_rows_column (edges, "value"),
    .kind_column = trama_network_rows_column (edges, "kind"),
    .category_column = trama_network_rows_column (edges, "category"),
    .started_column = trama_network_rows_column (edges, "started"),
    .ended_column = trama_network_rows_column (edges, "ended"),
    .which = -1,
  };
  gboolean good
      = trama_xml_read (bytes, length, name, encoding, &handler, &reading, problems, notes);

  *sheets = (TramaNetworkSheets) { .code_column = -1 };
  if (!good)
    return FALSE;
  if (!reading.has_graph)
    {
      TramaProblem *problem = trama_problem_new (_ ("no network in this file"));

      problem->file = g_strdup (name);
      trama_problems_add (problems, problem);
      return FALSE;
    }
  sheets->vertices = trama_network_rows_finish (nodes, name);
  sheets->ties = trama_network_rows_finish (edges, name);
  return TRUE;
}
