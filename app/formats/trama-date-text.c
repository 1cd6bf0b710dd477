/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-date-text.h"

#include <stdlib.h>
#include <string.h>

#define MAX_LENGTH 40

/* Up to three whole numbers with the same divider. */
typedef struct
{
  int n;
  int values[3];
  gsize digits[3];
} Parts;

static gboolean
split (const char *text, Parts *parts)
{
  char divider = '\0';

  *parts = (Parts) { 0 };
  for (;;)
    {
      gsize digits = strspn (text, "0123456789");

      if (digits == 0 || digits > 4 || parts->n == 3)
        return FALSE;
      parts->digits[parts->n] = digits;
      parts->values[parts->n++] = atoi (text);
      text += digits;
      if (*text == '\0')
        return TRUE;
      if (strchr ("/.- ", *text) == NULL || (divider != '\0' && *text != divider))
        return FALSE;
      divider = *text++;
      /* "15. 3. 2024" */
      while (divider != ' ' && *text == ' ')
        text++;
    }
}

static gboolean
make_day (int year, int month, int day, TramaDate *date)
{
  char text[TRAMA_DATE_TEXT_SIZE];

  g_snprintf (text, sizeof text, "%04d-%02d-%02d", year, month, day);
  return trama_date_parse (text, strlen (text), date);
}

static gboolean
make_month (int year, int month, TramaDate *date)
{
  char text[TRAMA_DATE_TEXT_SIZE];

  if (month < 1 || month > 12)
    return FALSE;
  g_snprintf (text, sizeof text, "%04d-%02d", year, month);
  return trama_date_parse (text, strlen (text), date);
}

/* Takes "T00:00:00", " 12:30" and the like from the end. */
static void
cut_time (char *text)
{
  char *colon = strchr (text, ':');
  char *start = colon;

  if (colon == NULL)
    return;
  while (start > text && g_ascii_isdigit (start[-1]))
    start--;
  if (start == text || colon - start < 1 || colon - start > 2
      || (start[-1] != ' ' && start[-1] != 'T'))
    return;
  if (colon[1 + strspn (colon + 1, "0123456789:.Z+-")] != '\0')
    return;
  start[-1] = '\0';
  g_strchomp (text);
}

/* FALSE for what is no date; @clear: it needs no order, and is in @date. */
static gboolean
look (const char *text, Parts *parts, TramaDate *date, gboolean *clear)
{
  g_autofree char *copy = NULL;

  if (strlen (text) > MAX_LENGTH)
    return FALSE;
  copy = g_strstrip (g_strdup (text));
  *clear = trama_date_parse (copy, strlen (copy), date);
  if (*clear)
    return TRUE;
  cut_time (copy);
  *clear = trama_date_parse (copy, strlen (copy), date);
  if (*clear)
    return TRUE;
  if (!split (copy, parts))
    return FALSE;
  if (parts->n == 2 && parts->digits[1] == 4 && parts->digits[0] <= 2)
    *clear = make_month (parts->values[1], parts->values[0], date);
  else if (parts->n == 2 && parts->digits[0] == 4 && parts->digits[1] <= 2)
    *clear = make_month (parts->values[0], parts->values[1], date);
  else if (parts->n == 3 && parts->digits[0] == 4 && parts->digits[1] <= 2 && parts->digits[2] <= 2)
    *clear = make_day (parts->values[0], parts->values[1], parts->values[2], date);
  else
    return parts->n == 3 && parts->digits[2] == 4 && parts->digits[0] <= 2 && parts->digits[1] <= 2;
  return *clear;
}

static gboolean
read_parts (const Parts *parts, TramaDateOrder order, TramaDate *date)
{
  int month = order == TRAMA_DATE_ORDER_DMY ? 1 : 0;

  return make_day (parts->values[2], parts->values[month], parts->values[1 - month], date);
}

TramaDateShape
trama_date_text_shape (const char *text)
{
  TramaDate day_first, month_first;
  gboolean is_day_first, is_month_first, clear = FALSE;
  Parts parts;

  g_return_val_if_fail (text != NULL, TRAMA_DATE_SHAPE_NONE);

  if (!look (text, &parts, &day_first, &clear))
    return TRAMA_DATE_SHAPE_NONE;
  if (clear)
    return TRAMA_DATE_SHAPE_CLEAR;
  is_day_first = read_parts (&parts, TRAMA_DATE_ORDER_DMY, &day_first);
  is_month_first = read_parts (&parts, TRAMA_DATE_ORDER_MDY, &month_first);
  if (is_day_first && is_month_first)
    return trama_date_equal (day_first, month_first) ? TRAMA_DATE_SHAPE_CLEAR
                                                     : TRAMA_DATE_SHAPE_EITHER;
  if (is_day_first)
    return TRAMA_DATE_SHAPE_DMY;
  return is_month_first ? TRAMA_DATE_SHAPE_MDY : TRAMA_DATE_SHAPE_NONE;
}

gboolean
trama_date_text_read (const char *text, TramaDateOrder order, TramaDate *date)
{
  gboolean clear = FALSE;
  Parts parts;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  if (!look (text, &parts, date, &clear))
    return FALSE;
  if (clear)
    return TRUE;
  if (order == TRAMA_DATE_ORDER_FIND_OUT)
    return parts.values[0] == parts.values[1] && read_parts (&parts, TRAMA_DATE_ORDER_DMY, date);
  return read_parts (&parts, order, date);
}

void
trama_date_votes_add (TramaDateVotes *votes, const char *text)
{
  g_return_if_fail (votes != NULL && text != NULL);

  votes->n[trama_date_text_shape (text)]++;
}

TramaDateOrder
trama_date_votes_result (const TramaDateVotes *votes)
{
  g_return_val_if_fail (votes != NULL, TRAMA_DATE_ORDER_FIND_OUT);

  if (votes->n[TRAMA_DATE_SHAPE_DMY] > 0)
    return votes->n[TRAMA_DATE_SHAPE_MDY] > 0 ? TRAMA_DATE_ORDER_FIND_OUT : TRAMA_DATE_ORDER_DMY;
  if (votes->n[TRAMA_DATE_SHAPE_MDY] > 0)
    return TRAMA_DATE_ORDER_MDY;
  return votes->n[TRAMA_DATE_SHAPE_EITHER] > 0 ? TRAMA_DATE_ORDER_FIND_OUT : TRAMA_DATE_ORDER_DMY;
}
