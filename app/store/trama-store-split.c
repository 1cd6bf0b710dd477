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

void
trama_store_parts_clear (TramaStoreParts *parts)
{
  if (parts->header != NULL)
    g_string_free (parts->header, TRUE);
  if (parts->records != NULL)
    g_array_unref (parts->records);
  *parts = (TramaStoreParts) { 0 };
}
