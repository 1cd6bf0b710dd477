/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-value.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

gboolean
trama_band_equal (TramaBand a, TramaBand b)
{
  if (!trama_band_is_known (a) || !trama_band_is_known (b))
    return trama_band_is_known (a) == trama_band_is_known (b);
  return a.low == b.low && a.high == b.high;
}

gboolean
trama_money_equal (TramaMoney a, TramaMoney b)
{
  if (!trama_money_is_known (a) || !trama_money_is_known (b))
    return trama_money_is_known (a) == trama_money_is_known (b);
  return a.low == b.low && a.high == b.high && strcmp (a.currency, b.currency) == 0;
}

TramaMoney
trama_money_exact (gint64 minor, const char *currency)
{
  TramaMoney money = { .low = minor, .high = minor };

  g_return_val_if_fail (trama_currency_is_valid (currency), TRAMA_MONEY_UNKNOWN);

  memcpy (money.currency, currency, 4);
  return money;
}

gboolean
trama_currency_is_valid (const char *code)
{
  if (code == NULL)
    return FALSE;
  for (int i = 0; i < 3; i++)
    if (!g_ascii_isupper (code[i]))
      return FALSE;
  return code[3] == '\0';
}

int
trama_currency_digits (const char *code)
{
  /* ISO 4217:2015, list one: the currencies whose minor unit is not a hundredth. */
  static const char none[] = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
  static const char three[] = "BHD IQD JOD KWD LYD OMR TND";

  g_return_val_if_fail (code != NULL, 2);

  if (*code == '\0')
    return 2;
  if (strstr (none, code) != NULL)
    return 0;
  return strstr (three, code) != NULL ? 3 : 2;
}

static void
group_thousands (GString *text, gsize digits_end)
{
  const struct lconv *conventions = localeconv ();
  const char *separator = conventions->thousands_sep;
  gsize start = text->str[0] == '-' ? 1 : 0;

  /* The C locale has no separator; a page without one is hard to read. */
  if (separator == NULL || *separator == '\0')
    separator = ",";
  for (gsize at = digits_end; at > start + 3; at -= 3)
    g_string_insert (text, (gssize) at - 3, separator);
}

char *
trama_number_to_prose (double value, int digits, gboolean fixed)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE + 320];
  g_autoptr (GString) text = NULL;
  const char *point;
  gsize whole;

  g_return_val_if_fail (digits >= 0 && digits <= 9, NULL);

  if (!isfinite (value))
    return g_strdup (isnan (value) ? _ ("not recorded") : value > 0 ? "∞" : "−∞");
  if (fabs (value) >= 1e15)
    return g_strdup_printf ("%g", value);
  {
    char format[8];

    g_snprintf (format, sizeof format, "%%.%df", digits);
    /* A half is rounded up everywhere, or a text and the chart beside it would differ by one. */
    g_ascii_formatd (buffer, sizeof buffer, format, digits == 0 ? round (value) : value);
  }
  /* What rounds to zero has no sign. */
  if (buffer[0] == '-' && strpbrk (buffer, "123456789") == NULL)
    memmove (buffer, buffer + 1, strlen (buffer));
  point = strchr (buffer, '.');
  whole = point != NULL ? (gsize) (point - buffer) : strlen (buffer);
  text = g_string_new_len (buffer, (gssize) whole);
  if (point != NULL)
    {
      gsize length = strlen (point);

      if (!fixed)
        while (length > 0 && (point[length - 1] == '0' || point[length - 1] == '.'))
          if (point[--length] == '.')
            break;
      if (length > 1)
        {
          g_string_append (text, localeconv ()->decimal_point);
          g_string_append_len (text, point + 1, (gssize) length - 1);
        }
    }
  group_thousands (text, MIN (whole, text->len));
  if (text->str[0] == '-')
    {
      g_string_erase (text, 0, 1);
      g_string_prepend (text, "−");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
trama_band_to_prose (TramaBand band, int digits)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!trama_band_is_known (band))
    return g_strdup (_ ("not recorded"));
  low = trama_number_to_prose (band.low, digits, FALSE);
  high = trama_number_to_prose (band.high, digits, FALSE);
  if (trama_band_is_exact (band))
    return g_steal_pointer (&low);
  if (isinf (band.high))
    /* Translators: a band without an upper end: 50 or more */
    return g_strdup_printf (_ ("%s or more"), low);
  if (isinf (band.low))
    return g_strdup_printf (_ ("up to %s"), high);
  /* Translators: a band: from–to */
  return g_strdup_printf (C_ ("band", "%s–%s"), low, high);
}

static char *
minor_to_prose (gint64 minor, int digits)
{
  double scale = 1;

  for (int i = 0; i < digits; i++)
    scale *= 10;
  return trama_number_to_prose ((double) minor / scale, digits, minor % (gint64) scale != 0);
}

char *
trama_money_to_prose (TramaMoney money)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  int digits;

  if (!trama_money_is_known (money))
    return g_strdup (_ ("not recorded"));
  digits = trama_currency_digits (money.currency);
  low = minor_to_prose (money.low, digits);
  if (money.low == money.high)
    /* Translators: an amount: currency, number */
    return g_strdup_printf (C_ ("money", "%s %s"), money.currency, low);
  high = minor_to_prose (money.high, digits);
  /* Translators: a band of money: currency, from, to */
  return g_strdup_printf (C_ ("money", "%s %s–%s"), money.currency, low, high);
}
