/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-store-split.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *at;
  const char *end;
  guint line;
  char *message; /* what stopped it */
} Scan;

static gboolean
stop (Scan *scan, const char *message)
{
  if (scan->message == NULL)
    scan->message = g_strdup (scan->at >= scan->end
                                  ? _ ("the file ends too early; it may have been cut short")
                                  : message);
  return FALSE;
}

static void
skip_space (Scan *scan)
{
  for (; scan->at < scan->end && strchr (" \t\r\n", *scan->at) != NULL && *scan->at != '\0';
       scan->at++)
    scan->line += *scan->at == '\n';
}

static gboolean
take_char (Scan *scan, char wanted, const char *message)
{
  skip_space (scan);
  if (scan->at >= scan->end || *scan->at != wanted)
    return stop (scan, message);
  scan->at++;
  return TRUE;
}

/* To behind the closing quotation mark. */
static gboolean
skip_string (Scan *scan)
{
  for (scan->at++; scan->at < scan->end && *scan->at != '"'; scan->at++)
    {
      scan->line += *scan->at == '\n';
      if (*scan->at == '\\' && scan->at + 1 < scan->end)
        scan->at++;
    }
  if (scan->at >= scan->end)
    return stop (scan, NULL);
  scan->at++;
  return TRUE;
}

/* To behind a value of any type. */
static gboolean
skip_value (Scan *scan)
{
  guint depth = 0;

  skip_space (scan);
  while (scan->at < scan->end)
    {
      switch (*scan->at)
        {
        case '"':
          if (!skip_string (scan))
            return FALSE;
          break;
        case '{':
        case '[':
          depth++;
          scan->at++;
          break;
        case '}':
        case ']':
          if (depth == 0)
            return TRUE;
          depth--;
          scan->at++;
          break;
        case ',':
          if (depth == 0)
            return TRUE;
          scan->at++;
          continue;
        default:
          scan->line += *scan->at == '\n';
          scan->at++;
          continue;
        }
      if (depth == 0)
        return TRUE;
    }
  return stop (scan, NULL);
}

/* To behind the [ of the member "records". */
static gboolean
find_records (Scan *scan)
{
  static const char name[] = "\"records\"";

  if (!take_char (scan, '{', _ ("not a JSON object")))
    return FALSE;
  do
    {
      const char *key;

      skip_space (scan);
      key = scan->at;
      if (scan->at >= scan->end || *scan->at != '"')
        return stop (scan, _ ("a member’s name was expected"));
      if (!skip_string (scan))
        return FALSE;
      if ((gsize) (scan->at - key) == sizeof name - 1 && memcmp (key, name, sizeof name - 1) == 0)
        return take_char (scan, ':', _ ("“:” was expected"))
               && take_char (scan, '[', _ ("“records” is not a list"));
      if (!take_char (scan, ':', _ ("“:” was expected")) || !skip_value (scan))
        return FALSE;
      skip_space (scan);
    }
  while (scan->at < scan->end && *scan->at == ',' && scan->at++);
  return stop (scan, _ ("there is no list “records”; this is no portfolio"));
}

static gboolean
collect_records (Scan *scan, GArray *records)
{
  skip_space (scan);
  if (scan->at < scan->end && *scan->at == ']')
    return TRUE;
  for (;;)
    {
      TramaStoreSpan span;

      skip_space (scan);
      span = (TramaStoreSpan) { .start = scan->at, .line = scan->line };
      if (!skip_value (scan))
        return FALSE;
      span.length = (gsize) (scan->at - span.start);
      g_array_append_val (records, span);
      skip_space (scan);
      if (scan->at < scan->end && *scan->at == ']')
        return TRUE;
      if (!take_char (scan, ',', _ ("“,” or “]” was expected after a record")))
        return FALSE;
    }
}

gboolean
trama_store_split (const char *text, gsize length, TramaStoreParts *parts, guint *line,
                   char **message)
{
  Scan scan = { .at = text, .end = text + length, .line = 1 };
  const char *opened;

  g_return_val_if_fail (text != NULL && parts != NULL, FALSE);

  *parts = (TramaStoreParts) { .header = g_string_new (NULL),
                               .records = g_array_new (FALSE, FALSE, sizeof (TramaStoreSpan)) };
  if (find_records (&scan))
    {
      opened = scan.at;
      if (collect_records (&scan, parts->records))
        {
          g_string_append_len (parts->header, text, opened - text);
          g_string_append_len (parts->header, scan.at, scan.end - scan.at);
          return TRUE;
        }
    }
  trama_store_parts_clear (parts);
  if (line != NULL)
    *line = scan.line;
  if (message != NULL)
    *message = g_steal_pointer (&scan.message);
  g_free (scan.message);
  return FALSE;
}

/* Damaged files. */

/* The next { that has the member "record" first; @end where there is none. */
static const char *
next_record (const char *at, const char *end)
{
  static const char name[] = "\"record\"";

  for (; (at = memchr (at, '{', (gsize) (end - at))) != NULL; at++)
    {
      Scan scan = { .at = at + 1, .end = end };

      skip_space (&scan);
      if ((gsize) (end - scan.at) >= sizeof name - 1
          && memcmp (scan.at, name, sizeof name - 1) == 0)
        return at;
    }
  return end;
}

static guint
count_lines (const char *from, const char *to)
{
  guint n = 0;

  for (; from < to; from++)
    n += *from == '\n';
  return n;
}

/* What lies between two records, if it is more than what belongs there. */
static void
add_gap (GArray *spans, const char *from, const char *to, guint line, gboolean last)
{
  static const char between[] = " \t\r\n,";
  Scan scan = { .at = from, .end = to };
  TramaStoreSpan span;

  while (from < to && strchr (between, *from) != NULL && *from != '\0')
    line += *from++ == '\n';
  while (to > from && strchr (between, to[-1]) != NULL && to[-1] != '\0')
    to--;
  /* The end of the list and of the file; a header may go on there. */
  if (last && from < to && *from == ']')
    {
      scan.at = from + 1;
      skip_space (&scan);
      if (scan.at == scan.end || *scan.at == '}' || *scan.at == ',')
        return;
    }
  if (from == to)
    return;
  span = (TramaStoreSpan) { from, (gsize) (to - from), line };
  g_array_append_val (spans, span);
}

/* Where the record that begins at @start ends. */
static const char *
record_end (TramaJsonReader *reader, const char *start, const char *end)
{
  const char *next = next_record (start + 1, end);
  Scan scan = { .at = start, .end = end };
  gboolean closed = skip_value (&scan);

  g_free (scan.message);
  if (closed
      && (scan.at <= next
          || trama_json_reader_parse (reader, start, (gsize) (scan.at - start), NULL, NULL)
                 != NULL))
    return scan.at;
  /* It does not end before the next one begins. */
  if (next == end && !closed)
    {
      const char *newline = memchr (start, '\n', (gsize) (end - start));

      /* The last record of a file that ends as it should. */
      return newline != NULL ? newline : end;
    }
  for (; next > start && strchr (" \t\r\n,", next[-1]) != NULL;)
    next--;
  return next;
}

gsize
trama_store_header_length (const char *text, gsize length)
{
  static const char name[] = "\"records\"";
  const char *end = text + length;
  const char *record = next_record (text, end);
  const char *found = memmem (text, (gsize) (record - text), name, sizeof name - 1);

  if (found != NULL)
    {
      const char *list = memchr (found, '[', (gsize) (record - found));

      return (gsize) ((list != NULL ? list + 1 : found + sizeof name - 1) - text);
    }
  found = memchr (text, '\n', (gsize) (record - text));
  return (gsize) ((found != NULL ? found : record) - text);
}

GArray *
trama_store_find_records (TramaJsonReader *reader, const char *text, gsize length)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TramaStoreSpan));
  const char *end = text + length;
  const char *at = next_record (text, end);
  const char *header_end = text + trama_store_header_length (text, length);
  guint line = 1 + count_lines (text, at);

  if (at < end)
    add_gap (spans, header_end, at, 1 + count_lines (text, header_end), FALSE);
  while (at < end)
    {
      const char *stop = record_end (reader, at, end);
      const char *next = next_record (stop, end);
      TramaStoreSpan span = { at, (gsize) (stop - at), line };

      g_array_append_val (spans, span);
      line += count_lines (at, stop);
      add_gap (spans, stop, next, line, next == end);
      line += count_lines (stop, next);
      at = next;
    }
  return spans;
}

void
trama_store_parts_clear (TramaStoreParts *parts)
{
  if (parts->header != NULL)
    g_string_free (parts->header, TRUE);
  if (parts->records != NULL)
    g_array_unref (parts->records);
  *parts = (TramaStoreParts) { 0 };
}
