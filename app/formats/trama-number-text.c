/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-number-text.h"

#include <string.h>

/*
 * A number is first brought to a short form: sign and blanks at its ends gone, every divider one
 * character. Then each of the two readings is tried; the shape is which of them succeed.
 */
#define MAX_LENGTH 63

typedef struct
{
  char text[MAX_LENGTH + 1]; /* digits, '.', ',', and ' ' for blanks and apostrophes */
  gsize length;
  gboolean negative;
  char exponent[8]; /* "e-5"; empty: none */
} Number;

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == 0xa0 || c == 0x202f || c == 0x2009;
}

static gboolean
split_exponent (Number *number)
{
  char *e = memchr (number->text, 'e', number->length);
  gsize at;

  if (e == NULL)
    return TRUE;
  at = (gsize) (e - number->text);
  if (number->length - at >= sizeof number->exponent || number->length - at < 2)
    return FALSE;
  memcpy (number->exponent, e, number->length - at);
  number->length = at;
  *e = '\0';
  e = number->exponent + 1;
  if (*e == '+' || *e == '-')
    e++;
  if (*e == '\0')
    return FALSE;
  return e[strspn (e, "0123456789")] == '\0';
}

static gboolean
number_init (Number *number, const char *text)
{
  *number = (Number) { 0 };
  while (is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  if (*text == '-' || *text == '+' || g_str_has_prefix (text, "\342\210\222"))
    {
      number->negative = *text != '+';
      text = g_utf8_next_char (text);
    }
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      char put;

      if (c < 0x80 && (g_ascii_isdigit ((char) c) || c == '.' || c == ','))
        put = (char) c;
      else if (is_blank (c) || c == '\'' || c == 0x2019)
        put = ' ';
      else if ((c == 'e' || c == 'E') && number->length > 0)
        put = 'e';
      else if ((c == '-' || c == '+') && number->length > 0
               && number->text[number->length - 1] == 'e')
        put = (char) c;
      else
        return FALSE;
      if (number->length >= MAX_LENGTH)
        return FALSE;
      number->text[number->length++] = put;
    }
  while (number->length > 0 && number->text[number->length - 1] == ' ')
    number->length--;
  number->text[number->length] = '\0';
  return number->length > 0 && split_exponent (number);
}

/* Digits in groups, up to @end. One divider throughout, and not @mark; the digits go to @digits. */
static gboolean
read_whole_part (const Number *number, gsize end, char mark, GString *digits)
{
  char divider = '\0';
  gsize group = 0, n_groups = 0;

  for (gsize i = 0; i < end; i++)
    {
      char c = number->text[i];

      if (g_ascii_isdigit (c))
        {
          g_string_append_c (digits, c);
          group++;
          continue;
        }
      if (c == mark || (divider != '\0' && c != divider))
        return FALSE;
      divider = c;
      if (group == 0 || group > 3 || (n_groups > 0 && group < 2))
        return FALSE;
      n_groups++;
      group = 0;
    }
  return divider == '\0' || group == 3;
}

/* The text in the form of the C locale; NULL where it is none with @mark. (transfer full) */
static char *
read_with (const Number *number, char mark)
{
  g_autoptr (GString) digits = g_string_new (number->negative ? "-" : NULL);
  const char *found = memchr (number->text, mark, number->length);
  gsize end = found != NULL ? (gsize) (found - number->text) : number->length;
  gsize sign = digits->len;

  if (!read_whole_part (number, end, mark, digits))
    return NULL;
  if (digits->len == sign)
    g_string_append_c (digits, '0');
  if (found != NULL)
    {
      gsize n = strspn (found + 1, "0123456789");

      if (n == 0 || found + 1 + n != number->text + number->length)
        return NULL;
      g_string_append_c (digits, '.');
      g_string_append (digits, found + 1);
    }
  g_string_append (digits, number->exponent);
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

TramaNumberShape
trama_number_text_shape (const char *text)
{
  g_autofree char *with_point = NULL;
  g_autofree char *with_comma = NULL;
  Number number;

  g_return_val_if_fail (text != NULL, TRAMA_NUMBER_NONE);

  if (!number_init (&number, text))
    return TRAMA_NUMBER_NONE;
  with_point = read_with (&number, '.');
  with_comma = read_with (&number, ',');
  if (with_point == NULL)
    return with_comma == NULL ? TRAMA_NUMBER_NONE : TRAMA_NUMBER_COMMA;
  if (with_comma == NULL)
    return TRAMA_NUMBER_POINT;
  if (strcmp (with_point, with_comma) == 0)
    return TRAMA_NUMBER_WHOLE;
  /* Nobody writes a nought before thousands. */
  if (number.text[0] == '0')
    return strchr (number.text, '.') != NULL ? TRAMA_NUMBER_POINT : TRAMA_NUMBER_COMMA;
  return TRAMA_NUMBER_EITHER;
}

char *
trama_number_text_to_c (const char *text, TramaDecimal decimal)
{
  Number number;

  g_return_val_if_fail (text != NULL && decimal != TRAMA_DECIMAL_FIND_OUT, NULL);

  if (!number_init (&number, text))
    return NULL;
  return read_with (&number, decimal == TRAMA_DECIMAL_COMMA ? ',' : '.');
}

void
trama_decimal_votes_add (TramaDecimalVotes *votes, const char *text)
{
  g_return_if_fail (votes != NULL && text != NULL);

  votes->n[trama_number_text_shape (text)]++;
}

TramaDecimal
trama_decimal_votes_result (const TramaDecimalVotes *votes)
{
  g_return_val_if_fail (votes != NULL, TRAMA_DECIMAL_FIND_OUT);

  if (votes->n[TRAMA_NUMBER_POINT] > 0)
    return votes->n[TRAMA_NUMBER_COMMA] > 0 ? TRAMA_DECIMAL_FIND_OUT : TRAMA_DECIMAL_POINT;
  if (votes->n[TRAMA_NUMBER_COMMA] > 0)
    return TRAMA_DECIMAL_COMMA;
  return votes->n[TRAMA_NUMBER_EITHER] > 0 ? TRAMA_DECIMAL_FIND_OUT : TRAMA_DECIMAL_POINT;
}
