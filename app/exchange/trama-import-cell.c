/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-import-cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-import-text.h"

/* The place of the dash of a band: not the sign it begins with; NULL: there is none. */
static const char *
find_dash (const char *text, gsize *length)
{
  const char *dash = strstr (text, "–");

  *length = strlen ("–");
  if (dash != NULL)
    return dash;
  *length = 1;
  dash = *text != '\0' ? strchr (text + 1, '-') : NULL;
  /* 1e-5 is one number. */
  return dash != NULL && g_ascii_tolower (dash[-1]) == 'e' ? NULL : dash;
}

/*
 * The parts of a band: "10–19", "50+", "<10", or one number. Each part is read with @decimal into
 * the form that trama_record_builder_parse() takes. NULL where a part is no number.
 * (transfer full)
 */
static char *
read_band (const char *text, TramaDecimal decimal)
{
  g_autofree char *low = NULL, *high = NULL, *copy = NULL;
  const char *dash;
  gsize length;

  low = trama_number_text_to_c (text, decimal);
  if (low != NULL)
    return g_steal_pointer (&low);
  if (*text == '<')
    {
      high = trama_number_text_to_c (text + 1, decimal);
      return high != NULL ? g_strconcat ("<", high, NULL) : NULL;
    }
  if (g_str_has_suffix (text, "+"))
    {
      copy = g_strndup (text, strlen (text) - 1);
      low = trama_number_text_to_c (copy, decimal);
      return low != NULL ? g_strconcat (low, "+", NULL) : NULL;
    }
  dash = find_dash (text, &length);
  if (dash == NULL)
    return NULL;
  copy = g_strndup (text, (gsize) (dash - text));
  low = trama_number_text_to_c (copy, decimal);
  high = trama_number_text_to_c (dash + length, decimal);
  return low != NULL && high != NULL ? g_strconcat (low, "–", high, NULL) : NULL;
}

/* Takes a currency's code from either end of an amount. @currency: as it was where there is none. */
static char *
split_currency (const char *text, char currency[4])
{
  g_autofree char *amount = g_strdup (text);
  gsize length = strlen (amount);

  for (guint end = 0; end < 2; end++)
    {
      char *code = end == 0 ? amount : amount + length - MIN (length, 3);
      char found[4] = { 0 };

      if (length < 4)
        break;
      memcpy (found, code, 3);
      if (!trama_currency_is_valid (found))
        continue;
      memcpy (currency, found, 4);
      if (end == 0)
        return g_strdup (g_strstrip (amount + 3));
      *code = '\0';
      return g_strdup (g_strstrip (amount));
    }
  return g_steal_pointer (&amount);
}

void
trama_import_foreach_number (TramaFieldType type, const char *text,
                             void (*function) (const char *piece, gpointer data), gpointer data)
{
  char currency[4] = { 0 };
  g_autofree char *amount
      = type == TRAMA_FIELD_MONEY ? split_currency (text, currency) : g_strdup (text);
  char *start = amount;
  const char *dash;
  gsize length;

  if (trama_number_text_shape (amount) != TRAMA_NUMBER_NONE || type == TRAMA_FIELD_INTEGER
      || type == TRAMA_FIELD_DECIMAL)
    {
      function (amount, data);
      return;
    }
  if (*start == '<')
    start++;
  if (g_str_has_suffix (start, "+"))
    start[strlen (start) - 1] = '\0';
  dash = find_dash (start, &length);
  if (dash != NULL)
    {
      function (dash + length, data);
      start[dash - start] = '\0';
    }
  function (start, data);
}

guint
trama_import_find_choice (const TramaField *field, const char *text)
{
  guint exact = trama_field_choice_from_id (field, text);
  g_autofree char *folded = NULL;

  if (exact != 0)
    return exact;
  folded = trama_import_fold_word (text);
  for (guint i = 1; i <= field->n_choices; i++)
    {
      g_autofree char *id = trama_import_fold_word (trama_field_choice_id (field, i));
      g_autofree char *label = trama_import_fold_word (field->choices[i - 1].label);
      g_autofree char *translated = trama_import_fold_word (trama_field_choice_label (field, i));

      if (strcmp (folded, id) == 0 || strcmp (folded, label) == 0
          || strcmp (folded, translated) == 0)
        return i;
    }
  return 0;
}

/* What the builder would read. NULL where @text is not in a form that is known here; the builder
 * then says what it expects. (transfer full) */
static char *
to_plain (const TramaField *field, const TramaImportColumn *column, const char *currency,
          const char *text)
{
  switch (field->type)
    {
    case TRAMA_FIELD_DATE:
      {
        char iso[TRAMA_DATE_TEXT_SIZE];
        TramaDate date;

        if (!trama_date_text_read (text, column->dates, &date))
          return NULL;
        trama_date_to_text (date, iso);
        return g_strdup (iso);
      }
    case TRAMA_FIELD_INTEGER:
    case TRAMA_FIELD_DECIMAL:
      return trama_number_text_to_c (text, column->decimal);
    case TRAMA_FIELD_BAND:
      return read_band (text, column->decimal);
    case TRAMA_FIELD_MONEY:
      {
        char code[4] = { 0 };
        g_autofree char *amount = NULL;
        g_autofree char *band = NULL;

        memcpy (code, currency, 3);
        amount = split_currency (text, code);
        band = read_band (amount, column->decimal);
        return band != NULL && *code != '\0' ? g_strconcat (code, " ", band, NULL) : NULL;
      }
    case TRAMA_FIELD_CHOICE:
      return g_strdup (trama_field_choice_id (field, trama_import_find_choice (field, text)));
    case TRAMA_FIELD_TRUTH:
      return trama_import_fold_word (text);
    case TRAMA_FIELD_TEXT:
    case TRAMA_FIELD_REF:
    case TRAMA_FIELD_REFS:
    default:
      return g_strdup (text);
    }
}

gboolean
trama_import_read_cell (TramaRecordBuilder *builder, const TramaField *field,
                        const TramaImportColumn *column, const char *currency, const char *text,
                        char **expected)
{
  g_autofree char *plain = NULL;
  const char *given;

  g_return_val_if_fail (field->type != TRAMA_FIELD_REF && field->type != TRAMA_FIELD_REFS, FALSE);

  if (*text == '\0')
    return TRUE;
  plain = to_plain (field, column, currency, text);
  /* "?" is no value of any type but text: it makes the builder say what it expects. */
  given = plain != NULL ? plain : "?";
  return trama_record_builder_parse (builder, field, given, expected);
}
