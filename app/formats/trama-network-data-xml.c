/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Networks as GraphML and as GEXF. */
#include <math.h>

#include "trama-network-data.h"
#include "trama-xml.h"

#define BOX 1000.0 /* in which places are given */
#define DEFAULT_SIZE 10.0

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static void
add_attribute (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  trama_xml_append_escaped (out, value);
  g_string_append_c (out, '"');
}

/* Most programs know no network with ties of both sorts: then all are written as directed, and what
 * has no direction says so itself. */
static gboolean
any_directed (const TramaNetworkData *data)
{
  for (guint i = 0; i < data->n_ties; i++)
    if (data->ties[i].directed)
      return TRUE;
  return FALSE;
}

static const char *
type_of (const TramaNetworkColumn *column)
{
  return column->type == TRAMA_NETWORK_COLUMN_NUMBER ? "double" : "string";
}

static void
add_keys (GString *out, const char *of, char letter, const TramaNetworkColumn *columns, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out,
                            "  <key id=\"%c%u\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n",
                            letter, i, of, columns[i].name, type_of (&columns[i]));
}

static void
add_data (GString *out, const char *key, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, "      <data key=\"%s\">", key);
  trama_xml_append_escaped (out, value);
  g_string_append (out, "</data>\n");
}

static void
add_all_data (GString *out, char letter, char **values, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      char key[16];

      g_snprintf (key, sizeof key, "%c%u", letter, i);
      add_data (out, key, values[i]);
    }
}

void
trama_network_data_write_graphml (const TramaNetworkData *data, GString *out)
{
  g_string_append (out, HEAD "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
                             "  <key id=\"name\" for=\"node\" attr.name=\"name\" "
                             "attr.type=\"string\"/>\n"
                             "  <key id=\"kind\" for=\"edge\" attr.name=\"kind\" "
                             "attr.type=\"string\"/>\n"
                             "  <key id=\"directed\" for=\"edge\" attr.name=\"directed\" "
                             "attr.type=\"string\"/>\n"
                             "  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" "
                             "attr.type=\"double\"/>\n");
  add_keys (out, "node", 'n', data->node_columns, data->n_node_columns);
  add_keys (out, "edge", 'e', data->tie_columns, data->n_tie_columns);
  g_string_append_printf (out, "  <graph edgedefault=\"%s\">\n",
                          any_directed (data) ? "directed" : "undirected");
  for (guint i = 0; i < data->n_nodes; i++)
    {
      const TramaNetworkDataNode *node = &data->nodes[i];

      g_string_append (out, "    <node");
      add_attribute (out, "id", node->id);
      g_string_append (out, ">\n");
      add_data (out, "name", node->label);
      add_all_data (out, 'n', node->values, data->n_node_columns);
      g_string_append (out, "    </node>\n");
    }
  for (guint i = 0; i < data->n_ties; i++)
    {
      const TramaNetworkDataTie *tie = &data->ties[i];

      g_string_append (out, "    <edge");
      add_attribute (out, "id", tie->id);
      add_attribute (out, "source", data->nodes[tie->from].id);
      add_attribute (out, "target", data->nodes[tie->to].id);
      g_string_append (out, ">\n");
      add_data (out, "kind", tie->kind);
      add_data (out, "directed", tie->directed ? "yes" : "no");
      g_string_append (out, "      <data key=\"weight\">");
      trama_network_data_append_number (out, tie->weight);
      g_string_append (out, "</data>\n");
      add_all_data (out, 'e', tie->values, data->n_tie_columns);
      g_string_append (out, "    </edge>\n");
    }
  g_string_append (out, "  </graph>\n</graphml>\n");
}

static void
add_colour (GString *out, guint32 colour)
{
  g_string_append_printf (out, "        <viz:color r=\"%u\" g=\"%u\" b=\"%u\"/>\n",
                          colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff);
}

static void
add_attributes (GString *out, const char *of, const TramaNetworkColumn *columns, guint n,
                gboolean kind)
{
  if (n == 0 && !kind)
    return;
  g_string_append_printf (out, "    <attributes class=\"%s\" mode=\"static\">\n", of);
  if (kind)
    g_string_append (out, "      <attribute id=\"kind\" title=\"kind\" type=\"string\"/>\n"
                          "      <attribute id=\"directed\" title=\"directed\" "
                          "type=\"string\"/>\n");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "      <attribute id=\"%u\" title=\"%s\" type=\"%s\"/>\n", i,
                            columns[i].name, type_of (&columns[i]));
  g_string_append (out, "    </attributes>\n");
}

static void
add_value (GString *out, const char *of, const char *value)
{
  g_string_append_printf (out, "          <attvalue for=\"%s\"", of);
  add_attribute (out, "value", value);
  g_string_append (out, "/>\n");
}

static void
add_values (GString *out, char **values, guint n)
{
  for (guint i = 0; i < n; i++)
    if (values[i] != NULL)
      {
        char of[16];

        g_snprintf (of, sizeof of, "%u", i);
        add_value (out, of, values[i]);
      }
}

/* GEXF's y runs upwards. */
static void
add_gexf_node (GString *out, const TramaNetworkData *data, const TramaNetworkDataNode *node)
{
  g_string_append (out, "      <node");
  add_attribute (out, "id", node->id);
  add_attribute (out, "label", node->label);
  g_string_append (out, ">\n        <attvalues>\n");
  add_values (out, node->values, data->n_node_columns);
  g_string_append (out, "        </attvalues>\n");
  add_colour (out, node->colour);
  if (!isnan (node->x))
    {
      g_string_append (out, "        <viz:position x=\"");
      trama_network_data_append_number (out, (node->x - 0.5) * BOX);
      g_string_append (out, "\" y=\"");
      trama_network_data_append_number (out, (0.5 - node->y) * BOX);
      g_string_append (out, "\" z=\"0\"/>\n");
    }
  g_string_append (out, "        <viz:size value=\"");
  trama_network_data_append_number (out, isnan (node->size) ? DEFAULT_SIZE : node->size);
  g_string_append (out, "\"/>\n      </node>\n");
}

static void
add_gexf_tie (GString *out, const TramaNetworkData *data, const TramaNetworkDataTie *tie)
{
  g_autoptr (GString) weight = g_string_new (NULL);

  trama_network_data_append_number (weight, tie->weight);
  g_string_append (out, "      <edge");
  add_attribute (out, "id", tie->id);
  add_attribute (out, "source", data->nodes[tie->from].id);
  add_attribute (out, "target", data->nodes[tie->to].id);
  add_attribute (out, "weight", weight->str);
  if (tie->first_day != NULL)
    add_attribute (out, "start", tie->first_day);
  if (tie->last_day != NULL)
    add_attribute (out, "end", tie->last_day);
  g_string_append (out, ">\n        <attvalues>\n");
  if (tie->kind != NULL)
    add_value (out, "kind", tie->kind);
  add_value (out, "directed", tie->directed ? "yes" : "no");
  add_values (out, tie->values, data->n_tie_columns);
  g_string_append (out, "        </attvalues>\n");
  add_colour (out, tie->colour);
  g_string_append (out, "      </edge>\n");
}

void
trama_network_data_write_gexf (const TramaNetworkData *data, GString *out)
{
  g_string_append (out,
                   HEAD "<gexf xmlns=\"http://www.gexf.net/1.2draft\" "
                        "xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" version=\"1.2\">\n  <meta");
  if (data->as_of != NULL)
    add_attribute (out, "lastmodifieddate", data->as_of);
  g_string_append (out, ">\n    <creator>Trama</creator>\n    <description>");
  trama_xml_append_escaped (out, data->title != NULL ? data->title : "");
  g_string_append_printf (out,
                          "</description>\n  </meta>\n  <graph mode=\"dynamic\" "
                          "timeformat=\"date\" defaultedgetype=\"%s\">\n",
                          any_directed (data) ? "directed" : "undirected");
  add_attributes (out, "node", data->node_columns, data->n_node_columns, FALSE);
  add_attributes (out, "edge", data->tie_columns, data->n_tie_columns, TRUE);
  g_string_append (out, "    <nodes>\n");
  for (guint i = 0; i < data->n_nodes; i++)
    add_gexf_node (out, data, &data->nodes[i]);
  g_string_append (out, "    </nodes>\n    <edges>\n");
  for (guint i = 0; i < data->n_ties; i++)
    add_gexf_tie (out, data, &data->ties[i]);
  g_string_append (out, "    </edges>\n  </graph>\n</gexf>\n");
}
