/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-date-words.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MAX_PARTS 8

typedef struct
{
  int number; /* 0: not a number */
  int month;  /* 1 … 12 where it is the name of one; else 0 */
  gboolean range;
} Part;

/* English and the user's own names, whole or their first three letters or more. */
static int
month_from_name (const char *word)
{
  static const char *const english[]
      = { "january", "february", "march",     "april",   "may",      "june",
          "july",    "august",   "september", "october", "november", "december" };
  g_autofree char *folded = g_utf8_casefold (word, -1);

  if (g_utf8_strlen (folded, -1) < 3)
    return 0;
  for (int month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) first = g_date_time_new_utc (2024, month, 1, 0, 0, 0);
      g_autofree char *local = g_date_time_format (first, "%B");
      g_autofree char *local_folded = g_utf8_casefold (local != NULL ? local : "", -1);

      if (g_str_has_prefix (english[month - 1], folded) || g_str_has_prefix (local_folded, folded))
        return month;
    }
  return 0;
}

/* Words, numbers and the dash between two of them; 0 where something is neither. */
static guint
split (const char *text, Part *parts)
{
  g_autofree char *clean = g_strdup (text);
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) built = g_string_new (NULL);
  guint n = 0;

  for (const char *c = clean; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter == '-' || letter == 0x2013)
        g_string_append (built, " - ");
      else if (letter == '/' || letter == '.' || letter == ',' || g_unichar_isspace (letter))
        g_string_append_c (built, ' ');
      else
        g_string_append_unichar (built, letter);
    }
  words = g_strsplit (built->str, " ", -1);
  for (char **word = words; *word != NULL; word++)
    {
      char *end;
      Part part = { 0 };

      if (**word == '\0' || g_ascii_strcasecmp (*word, "of") == 0
          || g_ascii_strcasecmp (*word, "de") == 0)
        continue;
      if (n == MAX_PARTS)
        return 0;
      part.range = strcmp (*word, "-") == 0 || g_ascii_strcasecmp (*word, "to") == 0
                   || g_ascii_strcasecmp (*word, "a") == 0;
      if (!part.range)
        {
          part.number = (int) strtol (*word, &end, 10);
          if (*end != '\0' || part.number <= 0)
            {
              part.number = 0;
              part.month = month_from_name (*word);
              if (part.month == 0)
                return 0;
            }
        }
      parts[n++] = part;
    }
  return n;
}

static gboolean
day_exists (int year, int month, int day)
{
  return year >= 1800 && year <= 2199 && month >= 1 && month <= 12 && day >= 1
         && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static int
year_of (int month, int day, gint32 today)
{
  int year, this_month, this_day;

  trama_day_to_civil (today, &year, &this_month, &this_day);
  return month > this_month || (month == this_month && day > this_day) ? year - 1 : year;
}

static gboolean
take_day (int year, int month, int day, TramaDate *date)
{
  if (!day_exists (year, month, day))
    return FALSE;
  *date = trama_date_from_day (trama_day_from_civil (year, month, day));
  return TRUE;
}

static gboolean
take_month (int year, int month, TramaDate *date)
{
  char text[16];

  g_snprintf (text, sizeof text, "%04d-%02d", year, month);
  return trama_date_parse (text, strlen (text), date);
}

static gboolean
take_stretch (int year, int month, int from, int to, TramaDate *date)
{
  char text[48];

  if (!day_exists (year, month, from) || !day_exists (year, month, to) || from >= to)
    return FALSE;
  g_snprintf (text, sizeof text, "%04d-%02d-%02d/%04d-%02d-%02d", year, month, from, year, month,
              to);
  return trama_date_parse (text, strlen (text), date);
}

static gboolean
read_parts (const Part *p, guint n, gint32 today, TramaDate *date)
{
  if (n == 3 && p[0].number > 0 && p[1].month > 0 && p[2].number > 0)
    return take_day (p[2].number, p[1].month, p[0].number, date);
  if (n == 3 && p[0].month > 0 && p[1].number > 0 && p[2].number > 0)
    return take_day (p[2].number, p[0].month, p[1].number, date);
  if (n == 3 && p[0].number > 0 && p[1].number > 0 && p[2].number >= 1800)
    return take_day (p[2].number, p[1].number, p[0].number, date);
  if (n == 2 && p[0].month > 0 && p[1].number >= 1800)
    return take_month (p[1].number, p[0].month, date);
  if (n == 2 && p[0].number > 0 && p[1].month > 0)
    return take_day (year_of (p[1].month, p[0].number, today), p[1].month, p[0].number, date);
  if (n == 5 && p[0].number > 0 && p[1].range && p[2].number > 0 && p[3].month > 0
      && p[4].number > 0)
    return take_stretch (p[4].number, p[3].month, p[0].number, p[2].number, date);
  return FALSE;
}

gboolean
trama_date_words_parse (const char *text, gint32 today, TramaDate *date)
{
  g_autofree char *clean = NULL;
  Part parts[MAX_PARTS];
  guint n;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  clean = g_strstrip (g_strdup (text));
  if (trama_date_parse (clean, strlen (clean), date))
    return trama_date_is_known (*date);
  if (g_ascii_strcasecmp (clean, "today") == 0 || g_utf8_collate (clean, _ ("today")) == 0)
    {
      *date = trama_date_from_day (today);
      return TRUE;
    }
  if (g_ascii_strcasecmp (clean, "yesterday") == 0 || g_utf8_collate (clean, _ ("yesterday")) == 0)
    {
      *date = trama_date_from_day (today - 1);
      return TRUE;
    }
  n = split (clean, parts);
  return n > 0 && read_parts (parts, n, today, date);
}
