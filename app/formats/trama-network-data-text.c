/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Networks as Pajek's and UCINET's text, as tables and as a matrix. */
#include <math.h>
#include <string.h>

#include "trama-csv-writer.h"
#include "trama-network-data.h"

/* Neither format has a way to write a quotation mark or a line's end within a label. */
static void
add_label (GString *out, const char *label)
{
  g_string_append_c (out, '"');
  for (const char *at = label; *at != '\0'; at++)
    g_string_append_c (out, *at == '"' ? '\'' : g_ascii_iscntrl (*at) ? ' ' : *at);
  g_string_append_c (out, '"');
}

/* The kind is the line's label: relations of a number are understood by few. */
static void
add_pajek_ties (const TramaNetworkData *data, gboolean directed, GString *out)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < data->n_ties; i++)
    {
      const TramaNetworkDataTie *tie = &data->ties[i];

      if (tie->directed != directed)
        continue;
      if (!begun)
        g_string_append (out, directed ? "*Arcs\r\n" : "*Edges\r\n");
      begun = TRUE;
      g_string_append_printf (out, "%u %u ", tie->from + 1, tie->to + 1);
      trama_network_data_append_number (out, tie->weight);
      if (tie->kind != NULL)
        g_string_append_printf (out, " l \"%s\"", tie->kind);
      g_string_append (out, "\r\n");
    }
}

void
trama_network_data_write_pajek (const TramaNetworkData *data, GString *out)
{
  g_string_append_printf (out, "*Vertices %u\r\n", data->n_nodes);
  for (guint i = 0; i < data->n_nodes; i++)
    {
      const TramaNetworkDataNode *node = &data->nodes[i];

      g_string_append_printf (out, "%u ", i + 1);
      add_label (out, node->label);
      if (!isnan (node->x))
        {
          g_string_append_c (out, ' ');
          trama_network_data_append_number (out, node->x);
          g_string_append_c (out, ' ');
          trama_network_data_append_number (out, node->y);
          g_string_append (out, " 0.5");
        }
      g_string_append_printf (out, " ic RGB%06X\r\n", node->colour);
    }
  add_pajek_ties (data, TRUE, out);
  add_pajek_ties (data, FALSE, out);
}

/* An undirected tie as two, since the lists of DL have a direction. */
void
trama_network_data_write_dl (const TramaNetworkData *data, GString *out)
{
  g_string_append_printf (out, "DL n=%u\nformat = edgelist1\nlabels:\n", data->n_nodes);
  for (guint i = 0; i < data->n_nodes; i++)
    {
      add_label (out, data->nodes[i].label);
      g_string_append (out, "\n");
    }
  g_string_append (out, "data:\n");
  for (guint i = 0; i < data->n_ties; i++)
    for (guint way = 0; way < (data->ties[i].directed ? 1 : 2); way++)
      {
        const TramaNetworkDataTie *tie = &data->ties[i];

        g_string_append_printf (out, "%u %u ", (way == 0 ? tie->from : tie->to) + 1,
                                (way == 0 ? tie->to : tie->from) + 1);
        trama_network_data_append_number (out, tie->weight);
        g_string_append (out, "\n");
      }
}

static void
add_texts (TramaCsvWriter *writer, char **values, const TramaNetworkColumn *columns, guint n)
{
  for (guint i = 0; i < n; i++)
    if (values == NULL)
      trama_csv_writer_text (writer, columns[i].name);
    else if (values[i] != NULL && columns[i].type == TRAMA_NETWORK_COLUMN_NUMBER)
      trama_csv_writer_number (writer, g_ascii_strtod (values[i], NULL));
    else
      trama_csv_writer_text (writer, values[i]);
}

void
trama_network_data_write_nodes (const TramaNetworkData *data, GString *out)
{
  g_autoptr (TramaCsvWriter) writer = trama_csv_writer_new (',', FALSE);

  trama_csv_writer_text (writer, "id");
  trama_csv_writer_text (writer, "name");
  add_texts (writer, NULL, data->node_columns, data->n_node_columns);
  trama_csv_writer_end_row (writer);
  for (guint i = 0; i < data->n_nodes; i++)
    {
      trama_csv_writer_text (writer, data->nodes[i].id);
      trama_csv_writer_text (writer, data->nodes[i].label);
      add_texts (writer, data->nodes[i].values, data->node_columns, data->n_node_columns);
      trama_csv_writer_end_row (writer);
    }
  g_string_append_len (out, trama_csv_writer_get (writer)->str,
                       (gssize) trama_csv_writer_get (writer)->len);
}

void
trama_network_data_write_edges (const TramaNetworkData *data, GString *out)
{
  static const char *const heads[] = { "from", "to", "kind", "directed", "from name", "to name" };
  g_autoptr (TramaCsvWriter) writer = trama_csv_writer_new (',', FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    trama_csv_writer_text (writer, heads[i]);
  add_texts (writer, NULL, data->tie_columns, data->n_tie_columns);
  trama_csv_writer_end_row (writer);
  for (guint i = 0; i < data->n_ties; i++)
    {
      const TramaNetworkDataTie *tie = &data->ties[i];

      trama_csv_writer_text (writer, data->nodes[tie->from].id);
      trama_csv_writer_text (writer, data->nodes[tie->to].id);
      trama_csv_writer_text (writer, tie->kind);
      trama_csv_writer_text (writer, tie->directed ? "yes" : "no");
      trama_csv_writer_text (writer, data->nodes[tie->from].label);
      trama_csv_writer_text (writer, data->nodes[tie->to].label);
      add_texts (writer, tie->values, data->tie_columns, data->n_tie_columns);
      trama_csv_writer_end_row (writer);
    }
  g_string_append_len (out, trama_csv_writer_get (writer)->str,
                       (gssize) trama_csv_writer_get (writer)->len);
}

void
trama_network_data_write_matrix (const TramaNetworkData *data, GString *out)
{
  g_autoptr (TramaCsvWriter) writer = trama_csv_writer_new (',', FALSE);
  guint n = data->n_nodes;
  g_autofree double *cells = g_new0 (double, MAX ((gsize) n * n, 1));

  for (guint i = 0; i < data->n_ties; i++)
    {
      const TramaNetworkDataTie *tie = &data->ties[i];

      cells[(gsize) tie->from * n + tie->to] += tie->weight;
      if (!tie->directed)
        cells[(gsize) tie->to * n + tie->from] += tie->weight;
    }
  trama_csv_writer_text (writer, NULL);
  for (guint i = 0; i < n; i++)
    trama_csv_writer_text (writer, data->nodes[i].label);
  trama_csv_writer_end_row (writer);
  for (guint i = 0; i < n; i++)
    {
      trama_csv_writer_text (writer, data->nodes[i].label);
      for (guint k = 0; k < n; k++)
        trama_csv_writer_number (writer, cells[(gsize) i * n + k]);
      trama_csv_writer_end_row (writer);
    }
  g_string_append_len (out, trama_csv_writer_get (writer)->str,
                       (gssize) trama_csv_writer_get (writer)->len);
}
