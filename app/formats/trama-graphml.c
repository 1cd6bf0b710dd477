/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-graphml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-xml.h"

#define MAX_KEYS 256
#define HEAD 512 /* bytes in which a root element is looked for */

typedef struct
{
  char *id;
  gboolean of_nodes;
  gboolean of_edges;
  gboolean is_name;   /* of nodes */
  guint node_column;
  guint edge_column;
} Key;

typedef enum
{
  IN_NOTHING,
  IN_NODE,
  IN_EDGE,
  LEFT_OUT,
} Place;

typedef struct
{
  TramaNetworkRows *nodes;
  TramaNetworkRows *edges;
  GHashTable *keys;   /* id → Key */
  Key *key;           /* whose <default> is awaited */
  char *data_key;     /* of the <data> that is open */
  Place place;
  guint left_out_at;  /* depth of what is left out */
  gboolean has_root;
  gboolean has_graph;
} Reading;

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->id);
  g_free (key);
}

static void
begin_key (TramaXml *xml, Reading *reading, const char **names, const char **values)
{
  const char *id = trama_xml_attribute (names, values, "id");
  const char *of = trama_xml_attribute (names, values, "for");
  const char *title = trama_xml_attribute (names, values, "attr.name");
  Key *key;

  if (id == NULL || g_hash_table_size (reading->keys) >= MAX_KEYS)
    {
      trama_xml_complain (xml, id == NULL ? _ ("a key without an id") : _ ("too many keys"), id,
                          NULL);
      return;
    }
  if (title == NULL)
    title = id;
  key = g_new0 (Key, 1);
  key->id = g_strdup (id);
  key->of_nodes = of == NULL || strcmp (of, "node") == 0 || strcmp (of, "all") == 0;
  key->of_edges = of == NULL || strcmp (of, "edge") == 0 || strcmp (of, "all") == 0;
  /* What a program draws with stands under a key without a name of its own. */
  if (trama_xml_attribute (names, values, "attr.name") == NULL
      && trama_xml_attribute (names, values, "yfiles.type") != NULL)
    key->of_nodes = key->of_edges = FALSE;
  key->is_name
      = key->of_nodes
        && (g_ascii_strcasecmp (title, "name") == 0 || g_ascii_strcasecmp (title, "label") == 0);
  if (key->of_nodes && !key->is_name)
    key->node_column = trama_network_rows_column (reading->nodes, title);
  if (key->of_edges)
    key->edge_column = trama_network_rows_column (reading->edges, title);
  if (!g_hash_table_insert (reading->keys, key->id, key))
    trama_xml_complain (xml, _ ("a key is given twice"), id, NULL);
  else
    reading->key = key;
}

static void
begin_graph (TramaXml *xml, Reading *reading)
{
  if (reading->has_graph)
    trama_xml_complain (xml, _ ("a second network in one file"), NULL,
                        _ ("one network in each file"));
  reading->has_graph = TRUE;
}

static void
begin_node (TramaXml *xml, Reading *reading, const char **names, const char **values)
{
  const char *id = trama_xml_attribute (names, values, "id");

  if (id == NULL || *id == '\0')
    {
      trama_xml_complain (xml, _ ("a node without an id"), NULL, NULL);
      return;
    }
  trama_network_rows_begin (reading->nodes, trama_xml_line (xml), id, id);
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
  reading->place = IN_EDGE;
}

static void
leave_out (TramaXml *xml, Reading *reading, const char *name)
{
  trama_xml_note (xml, _ ("this element is left out"), name);
  reading->left_out_at = trama_xml_depth (xml);
  reading->place = LEFT_OUT;
}

static void
start (TramaXml *xml, const char *name, const char **names, const char **values, gpointer data)
{
  Reading *reading = data;

  if (reading->place == LEFT_OUT)
    return;
  if (!reading->has_root)
    {
      reading->has_root = TRUE;
      if (strcmp (name, "graphml") != 0)
        trama_xml_complain (xml, _ ("not a file of this format"), name, "graphml");
    }
  else if (strcmp (name, "key") == 0)
    begin_key (xml, reading, names, values);
  else if (strcmp (name, "graph") == 0 && reading->place == IN_NODE)
    leave_out (xml, reading, name);
  else if (strcmp (name, "graph") == 0)
    begin_graph (xml, reading);
  else if (strcmp (name, "hyperedge") == 0)
    leave_out (xml, reading, name);
  else if (strcmp (name, "node") == 0)
    begin_node (xml, reading, names, values);
  else if (strcmp (name, "edge") == 0)
    begin_edge (xml, reading, names, values);
  else if (strcmp (name, "data") == 0)
    {
      g_free (reading->data_key);
      reading->data_key = g_strdup (trama_xml_attribute (names, values, "key"));
    }
}

static void
end_default (Reading *reading, const char *text)
{
  const Key *key = reading->key;

  if (key == NULL)
    return;
  if (key->of_nodes && !key->is_name)
    trama_network_rows_set_fallback (reading->nodes, key->node_column, text);
  if (key->of_edges)
    trama_network_rows_set_fallback (reading->edges, key->edge_column, text);
}

static void
end_data (Reading *reading, const char *text)
{
  const Key *key
      = reading->data_key != NULL ? g_hash_table_lookup (reading->keys, reading->data_key) : NULL;

  g_clear_pointer (&reading->data_key, g_free);
  if (key == NULL)
    return;
  if (reading->place == IN_NODE && key->is_name)
    trama_network_rows_set_second (reading->nodes, text);
  else if (reading->place == IN_NODE && key->of_nodes)
    trama_network_rows_set (reading->nodes, key->node_column, text);
  else if (reading->place == IN_EDGE && key->of_edges)
    trama_network_rows_set (reading->edges, key->edge_column, text);
}

static void
end (TramaXml *xml, const char *name, const char *text, gpointer data)
{
  Reading *reading = data;

  if (reading->place == LEFT_OUT)
    {
      /* The element itself is still open here. */
      if (trama_xml_depth (xml) == reading->left_out_at + 1)
        reading->place = strcmp (name, "graph") == 0 ? IN_NODE : IN_NOTHING;
      return;
    }
  if (strcmp (name, "key") == 0)
    reading->key = NULL;
  else if (strcmp (name, "default") == 0)
    end_default (reading, text);
  else if (strcmp (name, "data") == 0)
    end_data (reading, text);
  else if (strcmp (name, "NodeLabel") == 0 && reading->place == IN_NODE)
    trama_network_rows_set_second (reading->nodes, text);
  else if (strcmp (name, "node") == 0 || strcmp (name, "edge") == 0)
    reading->place = IN_NOTHING;
}

gboolean
trama_graphml_is_meant (const char *name, const char *bytes, gsize length)
{
  g_autofree char *lower = g_ascii_strdown (name != NULL ? name : "", -1);

  return g_str_has_suffix (lower, ".graphml")
         || g_strstr_len (bytes, (gssize) MIN (length, HEAD), "<graphml") != NULL;
}

gboolean
trama_graphml_read (const char *bytes, gsize length, const char *name, const char *encoding,
                    TramaNetworkSheets *sheets, TramaProblems *problems, TramaProblems *notes)
{
  static const TramaXmlHandler handler = { start, end };
  g_autoptr (TramaNetworkRows) nodes = trama_network_rows_new ("id", "name");
  g_autoptr (TramaNetworkRows) edges = trama_network_rows_new ("from", "to");
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, key_free);
  Reading reading = { .nodes = nodes, .edges = edges, .keys = keys };
  gboolean good
      = trama_xml_read (bytes, length, name, encoding, &handler, &reading, problems, notes);

  g_free (reading.data_key);
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
