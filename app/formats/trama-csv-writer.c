/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-csv-writer.h"

#include <math.h>
#include <string.h>

#include "trama-csv-guard.h"
#include "trama-json.h"

struct _TramaCsvWriter
{
  GString *out;
  guint n_cells; /* in the row that is being written */
  char delimiter;
};

TramaCsvWriter *
trama_csv_writer_new (char delimiter, gboolean byte_order_mark)
{
  TramaCsvWriter *writer = g_new0 (TramaCsvWriter, 1);

  writer->out = g_string_new (byte_order_mark ? "\357\273\277" : NULL);
  writer->delimiter = delimiter;
  return writer;
}

void
trama_csv_writer_free (TramaCsvWriter *writer)
{
  if (writer == NULL)
    return;
  g_string_free (writer->out, TRUE);
  g_free (writer);
}

static void
begin_cell (TramaCsvWriter *writer)
{
  if (writer->n_cells++ > 0)
    g_string_append_c (writer->out, writer->delimiter);
}

static gboolean
needs_quotes (const TramaCsvWriter *writer, const char *text)
{
  gsize length = strlen (text);

  return strchr (text, writer->delimiter) != NULL || strpbrk (text, "\"\r\n\t") != NULL
         || (length > 0 && (text[0] == ' ' || text[length - 1] == ' '));
}

void
trama_csv_writer_text (TramaCsvWriter *writer, const char *text)
{
  gboolean quotes;

  g_return_if_fail (writer != NULL);

  begin_cell (writer);
  if (text == NULL)
    return;
  quotes = needs_quotes (writer, text);
  if (quotes)
    g_string_append_c (writer->out, '"');
  if (trama_csv_needs_guard (text))
    g_string_append_c (writer->out, '\'');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (writer->out, '"');
      g_string_append_c (writer->out, *at);
    }
  if (quotes)
    g_string_append_c (writer->out, '"');
}

void
trama_csv_writer_integer (TramaCsvWriter *writer, gint64 value)
{
  g_return_if_fail (writer != NULL);

  begin_cell (writer);
  g_string_append_printf (writer->out, "%" G_GINT64_FORMAT, value);
}

void
trama_csv_writer_number (TramaCsvWriter *writer, double value)
{
  g_return_if_fail (writer != NULL);

  begin_cell (writer);
  if (isfinite (value))
    trama_json_append_number (writer->out, value);
}

void
trama_csv_writer_end_row (TramaCsvWriter *writer)
{
  g_return_if_fail (writer != NULL);

  g_string_append (writer->out, "\r\n");
  writer->n_cells = 0;
}

const GString *
trama_csv_writer_get (const TramaCsvWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  return writer->out;
}
