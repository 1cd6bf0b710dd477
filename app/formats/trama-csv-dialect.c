/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-csv-dialect.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-csv-scanner.h"

/* How much of a text is looked at, and from which share of its rows on a width is believed. */
#define MAX_BYTES (256 * 1024)
#define MAX_ROWS 200
#define MAX_WIDTH 1024
#define MIN_SHARE 0.4

/* The share of rows that have the most frequent number of cells beyond one. */
static double
rate (const char *text, gsize length, char delimiter)
{
  g_auto (TramaCsvScanner) scanner = { 0 };
  guint rows_of_width[MAX_WIDTH + 1] = { 0 };
  guint rows = 0, width = 0, best = 0;
  gboolean blank = TRUE;
  TramaCsvToken token;

  trama_csv_scanner_init (&scanner, text, length, delimiter, 1, 0);
  while (rows < MAX_ROWS && (token = trama_csv_scanner_next (&scanner)) != TRAMA_CSV_END)
    {
      /* A quote left open by the cut at MAX_BYTES is no fault. */
      if (token == TRAMA_CSV_OPEN && length >= MAX_BYTES)
        break;
      if (token != TRAMA_CSV_CELL && token != TRAMA_CSV_LAST)
        return 0;
      width++;
      blank = blank && scanner.cell->len == 0;
      if (token == TRAMA_CSV_CELL)
        continue;
      if (!blank)
        {
          rows++;
          rows_of_width[MIN (width, MAX_WIDTH)]++;
        }
      width = 0;
      blank = TRUE;
    }
  for (guint i = 2; i <= MAX_WIDTH; i++)
    best = MAX (best, rows_of_width[i]);
  return rows > 0 ? (double) best / rows : 0;
}

char
trama_csv_find_delimiter (const char *text, gsize length)
{
  static const char candidates[] = { '\t', ';', '|', ',' };
  char found = TRAMA_CSV_NO_DELIMITER;
  double best = MIN_SHARE;

  g_return_val_if_fail (text != NULL, found);

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      double share = rate (text, MIN (length, MAX_BYTES), candidates[i]);

      if (share > best)
        {
          best = share;
          found = candidates[i];
        }
    }
  return found;
}

char
trama_csv_named_delimiter (const char *text, gsize length, gsize *skip)
{
  gsize quote = length > 0 && text[0] == '"' ? 1 : 0;
  gsize at = quote + 5;
  char delimiter;

  if (length < at + quote || g_ascii_strncasecmp (text + quote, "sep=", 4) != 0)
    return 0;
  delimiter = text[quote + 4];
  if (quote == 1 && text[at++] != '"')
    return 0;
  if (delimiter == '"' || delimiter == '\r' || delimiter == '\n' || (guchar) delimiter >= 0x80)
    return 0;
  if (at < length && text[at] == '\r')
    at++;
  if (at < length && text[at] == '\n')
    at++;
  if (at < length && text[at - 1] != '\n' && text[at - 1] != '\r')
    return 0;
  *skip = at;
  return delimiter;
}

static const struct
{
  const char *name;
  char delimiter;
  const char *label;
} names[] = {
  { "comma", ',', N_ ("comma") },
  { "semicolon", ';', N_ ("semicolon") },
  { "tab", '\t', N_ ("tab") },
  { "bar", '|', N_ ("bar") },
  { "none", TRAMA_CSV_NO_DELIMITER, N_ ("no delimiter") },
};

char
trama_csv_delimiter_from_name (const char *name)
{
  g_return_val_if_fail (name != NULL, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].name, name) == 0)
      return names[i].delimiter;
  if (strlen (name) == 1 && *name != '"' && !g_ascii_isalnum (*name)
      && (*name == '\t' || g_ascii_isprint (*name)))
    return *name;
  return 0;
}

const char *
trama_csv_delimiter_label (char delimiter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].delimiter == delimiter)
      return g_dgettext (GETTEXT_PACKAGE, names[i].label);
  return _ ("another character");
}
