/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-pajek-network.h"

static void
column_free (TramaPajekColumn *column)
{
  g_free (column->title);
  g_ptr_array_unref (column->values);
  g_free (column);
}

TramaPajekNetwork *
trama_pajek_network_new (const char *name)
{
  static const char *const headers[] = { "from", "to", "value", "category" };
  TramaPajekNetwork *network = g_new0 (TramaPajekNetwork, 1);

  network->name = g_strdup (name);
  network->labels = g_ptr_array_new_with_free_func (g_free);
  network->lines = g_array_new (FALSE, TRUE, sizeof (guint));
  network->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  network->ties = trama_sheet_new (name);
  trama_sheet_begin_row (network->ties, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    trama_sheet_add_cell (network->ties, headers[i], -1);
  return network;
}

void
trama_pajek_network_free (TramaPajekNetwork *network)
{
  if (network == NULL)
    return;
  g_free (network->name);
  g_ptr_array_unref (network->labels);
  g_array_unref (network->lines);
  g_ptr_array_unref (network->columns);
  g_clear_pointer (&network->ties, trama_sheet_free);
  g_free (network);
}

void
trama_pajek_network_set_size (TramaPajekNetwork *network, guint size, guint line)
{
  network->n_vertices = size;
  g_ptr_array_set_size (network->labels, (gint) size);
  g_array_set_size (network->lines, size);
  for (guint i = 0; i < size; i++)
    g_array_index (network->lines, guint, i) = line;
}

gboolean
trama_pajek_network_set_label (TramaPajekNetwork *network, guint vertex, const char *label,
                               guint line)
{
  g_return_val_if_fail (vertex >= 1 && vertex <= network->n_vertices, FALSE);

  if (network->labels->pdata[vertex - 1] != NULL)
    return FALSE;
  network->labels->pdata[vertex - 1] = g_strdup (label);
  g_array_index (network->lines, guint, vertex - 1) = line;
  return TRUE;
}

TramaPajekColumn *
trama_pajek_network_add_column (TramaPajekNetwork *network, const char *title,
                                gboolean is_partition)
{
  TramaPajekColumn *column = g_new0 (TramaPajekColumn, 1);

  column->title = g_strdup (title);
  column->is_partition = is_partition;
  column->values = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (network->columns, column);
  return column;
}

void
trama_pajek_network_add_tie (TramaPajekNetwork *network, guint line, guint from, guint to,
                             const char *value, const char *relation)
{
  char text[16];

  trama_sheet_begin_row (network->ties, line);
  g_snprintf (text, sizeof text, "%u", from);
  trama_sheet_add_cell (network->ties, text, -1);
  g_snprintf (text, sizeof text, "%u", to);
  trama_sheet_add_cell (network->ties, text, -1);
  trama_sheet_add_cell (network->ties, value, -1);
  trama_sheet_add_cell (network->ties, relation != NULL ? relation : "", -1);
}

static void
add_columns (const TramaPajekNetwork *network, TramaSheet *sheet, gboolean partitions, int vertex)
{
  for (guint i = 0; i < network->columns->len; i++)
    {
      const TramaPajekColumn *column = network->columns->pdata[i];

      if (column->is_partition == partitions)
        trama_sheet_add_cell (sheet, vertex < 0 ? column->title : column->values->pdata[vertex],
                              -1);
    }
}

static TramaSheet *
make_vertices (const TramaPajekNetwork *network)
{
  TramaSheet *sheet = trama_sheet_new (network->name);

  trama_sheet_begin_row (sheet, 1);
  trama_sheet_add_cell (sheet, "id", -1);
  trama_sheet_add_cell (sheet, "name", -1);
  add_columns (network, sheet, TRUE, -1);
  add_columns (network, sheet, FALSE, -1);
  for (guint i = 0; i < network->n_vertices; i++)
    {
      const char *label = network->labels->pdata[i];
      char number[16];

      g_snprintf (number, sizeof number, "%u", i + 1);
      trama_sheet_begin_row (sheet, g_array_index (network->lines, guint, i));
      trama_sheet_add_cell (sheet, number, -1);
      trama_sheet_add_cell (sheet, label != NULL ? label : number, -1);
      add_columns (network, sheet, TRUE, (int) i);
      add_columns (network, sheet, FALSE, (int) i);
    }
  return sheet;
}

void
trama_pajek_network_finish (TramaPajekNetwork *network, TramaPajek *pajek)
{
  pajek->vertices = make_vertices (network);
  pajek->ties = g_steal_pointer (&network->ties);
  for (guint i = 0; i < network->columns->len; i++)
    pajek->n_partitions += ((const TramaPajekColumn *) network->columns->pdata[i])->is_partition;
}
