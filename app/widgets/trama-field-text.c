/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-field-text.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "trama-date-words.h"

static char *
number_of (double value, int digits)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (digits >= 0)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%df", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
    }
  else
    g_ascii_dtostr (buffer, sizeof buffer, value);
  return g_strdup (buffer);
}

static char *
band_of (double low, double high, int digits)
{
  g_autofree char *from = number_of (low, digits);
  g_autofree char *to = number_of (high, digits);

  if (low == high)
    return g_steal_pointer (&from);
  if (isinf (high))
    return g_strdup_printf ("%s+", from);
  if (isinf (low))
    return g_strdup_printf ("<%s", to);
  return g_strdup_printf ("%s–%s", from, to);
}

static char *
money_of (const TramaMoney *money, const char *currency)
{
  int digits = trama_currency_digits (money->currency);
  double unit = digits == 0 ? 1 : digits == 3 ? 1000 : 100;
  gboolean whole = money->low % (gint64) unit == 0 && money->high % (gint64) unit == 0;
  g_autofree char *amount
      = band_of ((double) money->low / unit, (double) money->high / unit, whole ? 0 : digits);

  if (g_strcmp0 (currency, money->currency) == 0)
    return g_steal_pointer (&amount);
  return g_strdup_printf ("%s %s", money->currency, amount);
}

static char *
date_of (TramaDate date)
{
  g_autofree char *prose = trama_date_to_prose (date);
  char text[TRAMA_DATE_TEXT_SIZE];
  TramaDate back;

  if (trama_date_words_parse (prose, date.last, &back) && trama_date_equal (back, date))
    return g_steal_pointer (&prose);
  trama_date_to_text (date, text);
  return g_strdup (text);
}

char *
trama_field_text_of (const TramaRecord *record, const TramaField *field, const char *currency)
{
  gconstpointer member = trama_record_member (record, field);

  if (!trama_record_field_is_known (record, field))
    return g_strdup ("");
  switch (field->type)
    {
    case TRAMA_FIELD_TEXT:
      return g_strdup (*(const char *const *) member);
    case TRAMA_FIELD_DATE:
      return date_of (*(const TramaDate *) member);
    case TRAMA_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, *(const gint64 *) member);
    case TRAMA_FIELD_DECIMAL:
      return number_of (*(const double *) member, -1);
    case TRAMA_FIELD_BAND:
      return band_of (((const TramaBand *) member)->low, ((const TramaBand *) member)->high, -1);
    case TRAMA_FIELD_MONEY:
      return money_of (member, currency);
    case TRAMA_FIELD_TRUTH:
    case TRAMA_FIELD_CHOICE:
    case TRAMA_FIELD_REF:
    case TRAMA_FIELD_REFS:
    default:
      return g_strdup ("");
    }
}

/* Without separators, with a point: "1.850,50", "1,850.50" and "1 850.5" are one. A single comma or
 * point before three digits groups them where the locale says that it does. */
static char *
plain_number (const char *text)
{
  const char *point = strrchr (text, '.'), *comma = strrchr (text, ',');
  const char *decimal = NULL;
  GString *plain = g_string_new (NULL);

  if (point != NULL && comma != NULL)
    decimal = MAX (point, comma);
  else if (point != NULL || comma != NULL)
    {
      const char *only = point != NULL ? point : comma;
      gboolean groups = strlen (only) == 4 && *localeconv ()->thousands_sep == *only;

      if (comma != NULL && strlen (only) == 4 && *localeconv ()->decimal_point == '.')
        groups = TRUE;
      decimal = groups ? NULL : only;
    }
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (c == decimal)
        g_string_append_c (plain, '.');
      else if (letter != '.' && letter != ',' && letter != 0xA0 && letter != 0x202F
               && letter != ' ')
        g_string_append_unichar (plain, letter);
    }
  return g_string_free (plain, FALSE);
}

static char *
plain_band (const char *text)
{
  g_auto (GStrv) ends = g_strsplit (text, "–", 2);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (g_strv_length (ends) == 1)
    {
      g_strfreev (ends);
      ends = g_strsplit (text, "-", 2);
    }
  if (g_strv_length (ends) != 2 || *ends[0] == '\0')
    return plain_number (text);
  low = plain_number (ends[0]);
  high = plain_number (ends[1]);
  return g_strdup_printf ("%s–%s", low, high);
}

static char *
plain_money (const char *text, const char *currency)
{
  g_autofree char *code = NULL;
  g_autofree char *amount = NULL;

  if (strlen (text) > 3 && g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1])
      && g_ascii_isalpha (text[2]))
    {
      code = g_ascii_strup (text, 3);
      amount = plain_band (text + 3);
    }
  else
    {
      code = g_strdup (currency != NULL ? currency : "");
      amount = plain_band (text);
    }
  return g_strdup_printf ("%s %s", code, amount);
}

static gboolean
read_date (TramaRecordBuilder *builder, const TramaField *field, const char *text, gint32 today,
           char **message)
{
  TramaDate date;
  char plain[TRAMA_DATE_TEXT_SIZE];
  g_autofree char *expected = NULL;

  if (*text != '\0' && trama_date_words_parse (text, today, &date))
    {
      trama_date_to_text (date, plain);
      if (trama_record_builder_parse (builder, field, plain, &expected))
        {
          g_autofree char *prose = trama_date_to_prose (date);

          if (strcmp (prose, text) != 0)
            *message = g_steal_pointer (&prose);
          return TRUE;
        }
    }
  else if (trama_record_builder_parse (builder, field, text, &expected))
    return TRUE;
  if (field->flags & TRAMA_FIELD_MONTH)
    *message = g_strdup (_ ("Write a month, such as June 2026"));
  else if (field->flags & TRAMA_FIELD_DAY)
    *message = g_strdup (_ ("Write a day, such as 30 June 2026"));
  else
    *message = g_strdup (_ ("Write a date, such as 30 June 2026, June 2026, 2026 or 2026~"));
  return FALSE;
}

gboolean
trama_field_text_read (TramaRecordBuilder *builder, const TramaField *field, const char *text,
                       const char *currency, gint32 today, char **message)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  g_autofree char *plain = NULL;
  g_autofree char *expected = NULL;

  *message = NULL;
  if (*clean != '\0' && field->type == TRAMA_FIELD_MONEY)
    plain = plain_money (clean, currency);
  else if (field->type == TRAMA_FIELD_BAND)
    plain = plain_band (clean);
  else if (field->type == TRAMA_FIELD_INTEGER || field->type == TRAMA_FIELD_DECIMAL)
    plain = plain_number (clean);
  else if (field->type == TRAMA_FIELD_DATE)
    return read_date (builder, field, clean, today, message);
  else
    plain = g_steal_pointer (&clean);
  if (trama_record_builder_parse (builder, field, plain, &expected))
    {
      if (field->type == TRAMA_FIELD_MONEY && *plain != '\0' && clean != NULL
          && strcmp (clean, plain + 4) != 0 && strcmp (clean, plain) != 0)
        *message = trama_record_field_to_prose (builder->draft, field);
      return TRUE;
    }
  /* Translators: what would be right in this field */
  *message = g_strdup_printf (_ ("Write %s"), expected);
  return FALSE;
}
