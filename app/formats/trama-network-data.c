/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-data.h"

#include <string.h>

static const struct
{
  const char *id;
  const char *suffix;
  void (*write) (const TramaNetworkData *data, GString *out);
} formats[TRAMA_N_NETWORK_FORMATS] = {
  [TRAMA_NETWORK_FORMAT_GRAPHML] = { "graphml", ".graphml", trama_network_data_write_graphml },
  [TRAMA_NETWORK_FORMAT_GEXF] = { "gexf", ".gexf", trama_network_data_write_gexf },
  [TRAMA_NETWORK_FORMAT_PAJEK] = { "pajek", ".net", trama_network_data_write_pajek },
  [TRAMA_NETWORK_FORMAT_DL] = { "dl", ".dl", trama_network_data_write_dl },
  [TRAMA_NETWORK_FORMAT_EDGES_CSV] = { "edges-csv", NULL, trama_network_data_write_edges },
  [TRAMA_NETWORK_FORMAT_NODES_CSV] = { "nodes-csv", NULL, trama_network_data_write_nodes },
  [TRAMA_NETWORK_FORMAT_MATRIX_CSV] = { "matrix-csv", NULL, trama_network_data_write_matrix },
};

static void
free_values (char **values, guint n)
{
  for (guint i = 0; values != NULL && i < n; i++)
    g_free (values[i]);
  g_free (values);
}

void
trama_network_data_free (TramaNetworkData *data)
{
  if (data == NULL)
    return;
  for (guint i = 0; i < data->n_nodes; i++)
    {
      g_free (data->nodes[i].id);
      g_free (data->nodes[i].label);
      free_values (data->nodes[i].values, data->n_node_columns);
    }
  for (guint i = 0; i < data->n_ties; i++)
    {
      g_free (data->ties[i].id);
      g_free (data->ties[i].kind);
      g_free (data->ties[i].first_day);
      g_free (data->ties[i].last_day);
      free_values (data->ties[i].values, data->n_tie_columns);
    }
  g_free (data->nodes);
  g_free (data->ties);
  g_free (data->title);
  g_free (data->as_of);
  g_free (data);
}

const char *
trama_network_format_id (TramaNetworkFormat format)
{
  g_return_val_if_fail (format < TRAMA_N_NETWORK_FORMATS, NULL);

  return formats[format].id;
}

TramaNetworkFormat
trama_network_format_from_id (const char *id)
{
  guint i = 0;

  while (i < TRAMA_N_NETWORK_FORMATS && g_strcmp0 (formats[i].id, id) != 0)
    i++;
  return (TramaNetworkFormat) i;
}

TramaNetworkFormat
trama_network_format_from_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name != NULL ? name : "", -1);
  guint i = 0;

  while (i < TRAMA_N_NETWORK_FORMATS
         && (formats[i].suffix == NULL || !g_str_has_suffix (lower, formats[i].suffix)))
    i++;
  return (TramaNetworkFormat) i;
}

gboolean
trama_network_data_fits (const TramaNetworkData *data, TramaNetworkFormat format)
{
  return format != TRAMA_NETWORK_FORMAT_MATRIX_CSV || data->n_nodes <= TRAMA_NETWORK_MATRIX_MAX;
}

GString *
trama_network_data_write (const TramaNetworkData *data, TramaNetworkFormat format)
{
  GString *out;

  g_return_val_if_fail (data != NULL && format < TRAMA_N_NETWORK_FORMATS, NULL);

  out = g_string_new (NULL);
  formats[format].write (data, out);
  return out;
}

void
trama_network_data_append_number (GString *out, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 6; digits <= 17; digits++)
    {
      char form[8];

      g_snprintf (form, sizeof form, "%%.%dg", digits);
      g_ascii_formatd (text, sizeof text, form, value);
      if (!(g_ascii_strtod (text, NULL) < value) && !(g_ascii_strtod (text, NULL) > value))
        break;
    }
  g_string_append (out, text);
}
