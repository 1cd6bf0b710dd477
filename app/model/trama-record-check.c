/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-record-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-json.h"

gboolean
trama_field_holds_number (const TramaField *field, double value)
{
  return fabs (value) < TRAMA_RECORD_NUMBER_LIMIT
         && (!trama_field_is_limited (field) || (value >= field->min && value <= field->max));
}

gboolean
trama_field_holds_money (const TramaField *field, const TramaMoney *money)
{
  return trama_currency_is_valid (money->currency) && money->low <= money->high
         && (!trama_field_is_limited (field)
             || ((double) money->low >= field->min && (double) money->high <= field->max));
}

char *
trama_field_describe_range (const TramaField *field, const char *what)
{
  g_autoptr (GString) low = g_string_new (NULL);
  g_autoptr (GString) high = g_string_new (NULL);

  if (!trama_field_is_limited (field))
    return g_strdup (what);
  trama_json_append_number (low, field->min);
  trama_json_append_number (high, field->max);
  /* Translators: "a number from 0 to 100" */
  return g_strdup_printf (_ ("%s from %s to %s"), what, low->str, high->str);
}

static gboolean
date_is_sound (const TramaField *field, TramaDate date)
{
  char text[TRAMA_DATE_TEXT_SIZE];
  TramaDate back;

  if ((field->flags & TRAMA_FIELD_DAY) && !trama_date_is_day (date))
    return FALSE;
  if ((field->flags & TRAMA_FIELD_MONTH) && (date.form != TRAMA_DATE_MONTH || date.about))
    return FALSE;
  trama_date_to_text (date, text);
  return trama_date_parse (text, strlen (text), &back) && trama_date_equal (date, back);
}

static gboolean
band_is_sound (const TramaField *field, TramaBand band)
{
  if (isinf (band.low) && isinf (band.high))
    return FALSE;
  return band.low <= band.high && (isinf (band.low) || trama_field_holds_number (field, band.low))
         && (isinf (band.high) || trama_field_holds_number (field, band.high));
}

static gboolean
id_is_sound (TramaId id)
{
  char text[TRAMA_ID_LENGTH + 1];
  TramaId back;

  trama_id_to_text (id, text);
  return trama_id_parse (text, TRAMA_ID_LENGTH, &back);
}

static gboolean
ids_are_sound (TramaIds ids)
{
  for (guint i = 0; i < ids.n; i++)
    if (!id_is_sound (ids.ids[i]) || (i > 0 && trama_id_compare (ids.ids[i - 1], ids.ids[i]) >= 0))
      return FALSE;
  return TRUE;
}

static gboolean
value_is_sound (const TramaRecord *record, const TramaField *field)
{
  gconstpointer member = trama_record_member (record, field);

  switch (field->type)
    {
    case TRAMA_FIELD_TEXT:
      return **(const char *const *) member != '\0'
             && g_utf8_validate (*(const char *const *) member, -1, NULL);
    case TRAMA_FIELD_DATE:
      return date_is_sound (field, *(const TramaDate *) member);
    case TRAMA_FIELD_INTEGER:
      return !trama_field_is_limited (field)
             || trama_field_holds_number (field, (double) *(const gint64 *) member);
    case TRAMA_FIELD_DECIMAL:
      return trama_field_holds_number (field, *(const double *) member);
    case TRAMA_FIELD_BAND:
      return band_is_sound (field, *(const TramaBand *) member);
    case TRAMA_FIELD_MONEY:
      return trama_field_holds_money (field, member);
    case TRAMA_FIELD_TRUTH:
      return *(const guint8 *) member <= TRAMA_TRUTH_YES;
    case TRAMA_FIELD_CHOICE:
      return *(const guint8 *) member <= field->n_choices;
    case TRAMA_FIELD_REF:
      return id_is_sound (*(const TramaId *) member);
    case TRAMA_FIELD_REFS:
      return ids_are_sound (*(const TramaIds *) member);
    default:
      g_assert_not_reached ();
    }
}

static void
complain (const TramaRecord *record, const TramaField *field, const char *message,
          TramaProblems *problems)
{
  TramaProblem *problem = trama_problem_new (message);

  trama_problem_set_record (problem, record->id, trama_kind_label (trama_record_kind (record)),
                            trama_record_title (record));
  problem->field = field != NULL ? g_strdup (trama_field_label (field)) : NULL;
  trama_problems_add (problems, problem);
}

/* Within the years that dates can have: 1800 to 2199. */
static gboolean
moment_is_sound (gint64 moment)
{
  gint64 first = (gint64) trama_day_from_civil (1800, 1, 1) * 86400;
  gint64 end = (gint64) trama_day_from_civil (2200, 1, 1) * 86400;

  return moment >= first && moment < end;
}

gboolean
trama_record_check (const TramaRecord *record, TramaProblems *problems)
{
  const TramaKindInfo *info;
  guint before;

  g_return_val_if_fail (record != NULL && problems != NULL, FALSE);

  info = trama_kind_info (trama_record_kind (record));
  before = trama_problems_count (problems);
  if (!id_is_sound (record->id))
    complain (record, NULL, _ ("has no id"), problems);
  if (!moment_is_sound (record->entered)
      || (record->entered_by != NULL && !g_utf8_validate (record->entered_by, -1, NULL)))
    complain (record, NULL, _ ("who entered it and when cannot be written down"), problems);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const TramaField *field = &info->fields[i];

      if (trama_record_field_is_known (record, field))
        {
          if (!value_is_sound (record, field))
            complain (record, field, _ ("not a value that this field can hold"), problems);
        }
      else if (field->flags & TRAMA_FIELD_REQUIRED)
        complain (record, field, _ ("missing"), problems);
    }
  return trama_problems_count (problems) == before;
}
