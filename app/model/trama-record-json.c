/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-record-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-record-check.h"

static void
write_two_digits (int number, char *text)
{
  text[0] = (char) ('0' + number / 10);
  text[1] = (char) ('0' + number % 10);
}

/* By hand, since there is one in most lines of a file. */
void
trama_moment_append (GString *out, gint64 seconds)
{
  gint64 day = seconds / 86400 - (seconds % 86400 < 0);
  int second = (int) (seconds - day * 86400);
  char text[] = "0000-00-00T00:00:00Z";
  int year, month, day_of_month;

  trama_day_to_civil ((gint32) day, &year, &month, &day_of_month);
  if (year < 0 || year > 9999)
    {
      g_string_append_printf (out, "%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day_of_month,
                              second / 3600, second / 60 % 60, second % 60);
      return;
    }
  write_two_digits (year / 100, text);
  write_two_digits (year % 100, text + 2);
  write_two_digits (month, text + 5);
  write_two_digits (day_of_month, text + 8);
  write_two_digits (second / 3600, text + 11);
  write_two_digits (second / 60 % 60, text + 14);
  write_two_digits (second % 60, text + 17);
  g_string_append_len (out, text, sizeof text - 1);
}

static gboolean
two_digits (const char *text, int limit, int *value)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return FALSE;
  *value = (text[0] - '0') * 10 + text[1] - '0';
  return *value < limit;
}

gboolean
trama_moment_parse (const char *text, gint64 *seconds)
{
  char day_text[11];
  gint32 day;
  int hour, minute, second;

  if (text == NULL || strlen (text) != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':'
      || text[19] != 'Z')
    return FALSE;
  memcpy (day_text, text, 10);
  day_text[10] = '\0';
  if (!trama_day_parse (day_text, &day) || !two_digits (text + 11, 24, &hour)
      || !two_digits (text + 14, 60, &minute) || !two_digits (text + 17, 60, &second))
    return FALSE;
  *seconds = (gint64) day * 86400 + hour * 3600 + minute * 60 + second;
  return TRUE;
}

/* Writing. */

static void
append_key (GString *out, const char *key)
{
  char text[64];
  gsize length = strlen (key);

  if (length + 4 > sizeof text)
    {
      g_string_append_printf (out, ",\"%s\":", key);
      return;
    }
  text[0] = ',';
  text[1] = '"';
  memcpy (text + 2, key, length);
  text[length + 2] = '"';
  text[length + 3] = ':';
  g_string_append_len (out, text, (gssize) length + 4);
}

static void
append_id (GString *out, TramaId id)
{
  char text[TRAMA_ID_LENGTH + 3];

  text[0] = '"';
  trama_id_to_text (id, text + 1);
  text[TRAMA_ID_LENGTH + 1] = '"';
  g_string_append_len (out, text, TRAMA_ID_LENGTH + 2);
}

static void
append_band (GString *out, TramaBand band)
{
  gboolean first = TRUE;

  if (trama_band_is_exact (band))
    {
      trama_json_append_number (out, band.low);
      return;
    }
  g_string_append_c (out, '{');
  if (isfinite (band.low))
    {
      g_string_append (out, "\"from\":");
      trama_json_append_number (out, band.low);
      first = FALSE;
    }
  if (isfinite (band.high))
    {
      g_string_append (out, first ? "\"to\":" : ",\"to\":");
      trama_json_append_number (out, band.high);
    }
  g_string_append_c (out, '}');
}

static void
append_money (GString *out, const TramaMoney *money)
{
  if (money->low == money->high)
    {
      g_string_append (out, "{\"minor\":");
      trama_json_append_integer (out, money->low);
    }
  else
    {
      g_string_append (out, "{\"from\":");
      trama_json_append_integer (out, money->low);
      g_string_append (out, ",\"to\":");
      trama_json_append_integer (out, money->high);
    }
  g_string_append (out, ",\"currency\":\"");
  g_string_append (out, money->currency);
  g_string_append (out, "\"}");
}

static void
append_value (GString *out, const TramaRecord *record, const TramaField *field)
{
  gconstpointer member = trama_record_member (record, field);

  switch (field->type)
    {
    case TRAMA_FIELD_TEXT:
      trama_json_append_string (out, *(const char *const *) member, -1);
      break;
    case TRAMA_FIELD_DATE:
      {
        char text[TRAMA_DATE_TEXT_SIZE];

        trama_date_to_text (*(const TramaDate *) member, text);
        g_string_append_c (out, '"');
        g_string_append (out, text);
        g_string_append_c (out, '"');
        break;
      }
    case TRAMA_FIELD_INTEGER:
      trama_json_append_integer (out, *(const gint64 *) member);
      break;
    case TRAMA_FIELD_DECIMAL:
      trama_json_append_number (out, *(const double *) member);
      break;
    case TRAMA_FIELD_BAND:
      append_band (out, *(const TramaBand *) member);
      break;
    case TRAMA_FIELD_MONEY:
      append_money (out, member);
      break;
    case TRAMA_FIELD_TRUTH:
      g_string_append (out, *(const guint8 *) member == TRAMA_TRUTH_YES ? "true" : "false");
      break;
    case TRAMA_FIELD_CHOICE:
      g_string_append_c (out, '"');
      g_string_append (out, trama_field_choice_id (field, *(const guint8 *) member));
      g_string_append_c (out, '"');
      break;
    case TRAMA_FIELD_REF:
      append_id (out, *(const TramaId *) member);
      break;
    case TRAMA_FIELD_REFS:
      {
        const TramaIds *ids = member;

        g_string_append_c (out, '[');
        for (guint i = 0; i < ids->n; i++)
          {
            if (i > 0)
              g_string_append_c (out, ',');
            append_id (out, ids->ids[i]);
          }
        g_string_append_c (out, ']');
        break;
      }
    default:
      g_assert_not_reached ();
    }
}

void
trama_record_write_json (const TramaRecord *record, GString *out)
{
  const TramaKindInfo *info;

  g_return_if_fail (record != NULL && out != NULL);

  info = trama_kind_info (trama_record_kind (record));
  g_string_append (out, "{\"record\":\"");
  g_string_append (out, info->id);
  g_string_append_c (out, '"');
  append_key (out, "id");
  append_id (out, record->id);
  for (guint i = 0; i < info->n_fields; i++)
    if (trama_record_field_is_known (record, &info->fields[i]))
      {
        append_key (out, info->fields[i].id);
        append_value (out, record, &info->fields[i]);
      }
  if (record->entered != 0)
    {
      append_key (out, "entered");
      g_string_append_c (out, '"');
      trama_moment_append (out, record->entered);
      g_string_append_c (out, '"');
    }
  if (record->entered_by != NULL)
    {
      append_key (out, "entered_by");
      trama_json_append_string (out, record->entered_by, -1);
    }
  if (record->extra != NULL)
    {
      g_string_append_c (out, ',');
      g_string_append (out, record->extra);
    }
  g_string_append_c (out, '}');
}

/* Reading. */

typedef struct
{
  TramaRecordBuilder *builder;
  TramaProblems *problems;
  const char *file;
  guint line;
  TramaId id;
  const char *kind;
  const char *title;
  gboolean good;
} Reading;

static void
complain (Reading *reading, const char *field, const TramaJsonValue *found, const char *expected,
          const char *message)
{
  TramaProblem *problem = trama_problem_new (message);

  problem->file = g_strdup (reading->file);
  problem->line = reading->line;
  trama_problem_set_record (problem, reading->id, reading->kind, reading->title);
  problem->field = g_strdup (field);
  problem->found = found != NULL ? trama_json_value_describe (found) : NULL;
  problem->expected = g_strdup (expected);
  trama_problems_add (reading->problems, problem);
  reading->good = FALSE;
}

static void
complain_of_range (Reading *reading, const TramaField *field, const TramaJsonValue *value,
                   const char *what)
{
  g_autofree char *expected = trama_field_describe_range (field, what);

  complain (reading, field->id, value, expected, _ ("out of range"));
}

static gboolean
get_number (const TramaJsonValue *value, double *number)
{
  if (!trama_json_value_is (value, TRAMA_JSON_INTEGER)
      && !trama_json_value_is (value, TRAMA_JSON_NUMBER))
    return FALSE;
  *number = trama_json_get_number (value, 0);
  return TRUE;
}

static gboolean
only_members (const TramaJsonValue *value, const char *const *allowed)
{
  TramaJsonIter iter;
  const TramaJsonValue *member;
  const char *key;

  trama_json_iter_init (&iter, value);
  while (trama_json_iter_next (&iter, &key, NULL, &member))
    if (!g_strv_contains (allowed, key))
      return FALSE;
  return TRUE;
}

static gboolean
read_band (const TramaJsonValue *value, TramaBand *band)
{
  static const char *const members[] = { "from", "to", NULL };
  const TramaJsonValue *from, *to;

  if (get_number (value, &band->low))
    {
      band->high = band->low;
      return TRUE;
    }
  if (!trama_json_value_is (value, TRAMA_JSON_OBJECT) || !only_members (value, members))
    return FALSE;
  from = trama_json_object_get (value, "from");
  to = trama_json_object_get (value, "to");
  band->low = -INFINITY;
  band->high = INFINITY;
  if ((from == NULL && to == NULL) || (from != NULL && !get_number (from, &band->low))
      || (to != NULL && !get_number (to, &band->high)))
    return FALSE;
  return band->low < band->high;
}

static gboolean
read_money (const TramaJsonValue *value, TramaMoney *money)
{
  static const char *const members[] = { "minor", "from", "to", "currency", NULL };
  const TramaJsonValue *minor, *from, *to;
  const char *currency;

  if (!trama_json_value_is (value, TRAMA_JSON_OBJECT) || !only_members (value, members))
    return FALSE;
  currency = trama_json_object_get_string (value, "currency");
  minor = trama_json_object_get (value, "minor");
  from = trama_json_object_get (value, "from");
  to = trama_json_object_get (value, "to");
  if (!trama_currency_is_valid (currency))
    return FALSE;
  if (minor != NULL
          ? (from != NULL || to != NULL || !trama_json_value_is (minor, TRAMA_JSON_INTEGER))
          : !trama_json_value_is (from, TRAMA_JSON_INTEGER)
                || !trama_json_value_is (to, TRAMA_JSON_INTEGER))
    return FALSE;
  memcpy (money->currency, currency, 4);
  money->low = trama_json_get_integer (minor != NULL ? minor : from, 0);
  money->high = trama_json_get_integer (minor != NULL ? minor : to, 0);
  return minor != NULL || money->low < money->high;
}

static gboolean
read_id (const TramaJsonValue *value, TramaId *id)
{
  gsize length = 0;
  const char *text = trama_json_get_string (value, &length);

  return trama_id_parse (text, length, id);
}

static void
read_date (Reading *reading, const TramaField *field, const TramaJsonValue *value,
           TramaDate *member)
{
  gsize length = 0;
  const char *text = trama_json_get_string (value, &length);
  TramaDate date;

  if (text == NULL || !trama_date_parse (text, length, &date))
    complain (reading, field->id, value,
              _ ("a date: 2026-06-30, 2026-06, 2026, a season such as 2026-29, 2026~ or a span"),
              _ ("not a date"));
  else if ((field->flags & TRAMA_FIELD_DAY) && !trama_date_is_day (date))
    complain (reading, field->id, value, _ ("a day such as 2026-06-30"), _ ("not a day"));
  else if ((field->flags & TRAMA_FIELD_MONTH) && (date.form != TRAMA_DATE_MONTH || date.about))
    complain (reading, field->id, value, _ ("a month such as 2026-06"), _ ("not a month"));
  else
    *member = date;
}

static void
read_refs (Reading *reading, const TramaField *field, const TramaJsonValue *value, TramaIds *member)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TramaId));
  const TramaJsonValue *element;
  TramaJsonIter iter;

  if (!trama_json_value_is (value, TRAMA_JSON_ARRAY))
    {
      complain (reading, field->id, value, _ ("a list of ids"), _ ("not a list"));
      return;
    }
  trama_json_iter_init (&iter, value);
  while (trama_json_iter_next (&iter, NULL, NULL, &element))
    {
      TramaId id;

      if (!read_id (element, &id))
        {
          complain (reading, field->id, element, _ ("an id of 16 characters a–z, 2–7"),
                    _ ("not an id"));
          return;
        }
      g_array_append_val (ids, id);
    }
  *member = trama_record_builder_ids (reading->builder, (const TramaId *) (gpointer) ids->data,
                                      ids->len);
  if (member->n != ids->len)
    complain (reading, field->id, value, _ ("each id once"), _ ("an id is given twice"));
}

static void
read_choice (Reading *reading, const TramaField *field, const TramaJsonValue *value, guint8 *member)
{
  guint choice = trama_field_choice_from_id (field, trama_json_get_string (value, NULL));

  if (choice == 0)
    {
      g_autoptr (GString) list = g_string_new (NULL);

      for (guint i = 0; i < field->n_choices; i++)
        g_string_append_printf (list, "%s“%s”", i > 0 ? ", " : "", field->choices[i].id);
      complain (reading, field->id, value, list->str, _ ("not one of the choices"));
      return;
    }
  *member = (guint8) choice;
}

static void
read_value (Reading *reading, const TramaField *field, const TramaJsonValue *value)
{
  gpointer member = (char *) reading->builder->draft + field->offset;
  double number;

  switch (field->type)
    {
    case TRAMA_FIELD_TEXT:
      {
        const char *text = trama_json_get_string (value, NULL);

        if (text == NULL || *text == '\0')
          complain (reading, field->id, value, _ ("a text that is not empty"), _ ("not a text"));
        *(const char **) member = text;
        break;
      }
    case TRAMA_FIELD_DATE:
      read_date (reading, field, value, member);
      break;
    case TRAMA_FIELD_INTEGER:
      if (!trama_json_value_is (value, TRAMA_JSON_INTEGER))
        complain (reading, field->id, value, _ ("a whole number"), _ ("not a whole number"));
      else if (trama_json_get_integer (value, 0) == TRAMA_INTEGER_UNKNOWN
               || (trama_field_is_limited (field)
                   && !trama_field_holds_number (field, trama_json_get_number (value, 0))))
        complain_of_range (reading, field, value, _ ("a whole number"));
      else
        *(gint64 *) member = trama_json_get_integer (value, 0);
      break;
    case TRAMA_FIELD_DECIMAL:
      if (!get_number (value, &number))
        complain (reading, field->id, value, _ ("a number"), _ ("not a number"));
      else if (!trama_field_holds_number (field, number))
        complain_of_range (reading, field, value, _ ("a number"));
      else
        *(double *) member = number;
      break;
    case TRAMA_FIELD_BAND:
      if (!read_band (value, member))
        complain (reading, field->id, value, _ ("a number, or {\"from\": 10, \"to\": 19}"),
                  _ ("not a number or band"));
      else if ((isfinite (((TramaBand *) member)->low)
                && !trama_field_holds_number (field, ((TramaBand *) member)->low))
               || (isfinite (((TramaBand *) member)->high)
                   && !trama_field_holds_number (field, ((TramaBand *) member)->high)))
        complain_of_range (reading, field, value, _ ("a number"));
      break;
    case TRAMA_FIELD_MONEY:
      if (!read_money (value, member))
        complain (reading, field->id, value,
                  _ ("{\"minor\": 120050, \"currency\": \"USD\"}, or from and to instead of minor"),
                  _ ("not an amount of money"));
      else if (!trama_field_holds_money (field, member))
        complain_of_range (reading, field, value, _ ("an amount in minor units"));
      break;
    case TRAMA_FIELD_TRUTH:
      if (!trama_json_value_is (value, TRAMA_JSON_BOOLEAN))
        complain (reading, field->id, value, _ ("true or false"), _ ("not true or false"));
      *(guint8 *) member = trama_json_get_boolean (value, FALSE) ? TRAMA_TRUTH_YES : TRAMA_TRUTH_NO;
      break;
    case TRAMA_FIELD_CHOICE:
      read_choice (reading, field, value, member);
      break;
    case TRAMA_FIELD_REF:
      if (!read_id (value, member))
        complain (reading, field->id, value, _ ("an id of 16 characters a–z, 2–7"),
                  _ ("not an id"));
      break;
    case TRAMA_FIELD_REFS:
      read_refs (reading, field, value, member);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* A value that was complained of is not known. */
static void
read_field (Reading *reading, const TramaField *field, const TramaJsonValue *value)
{
  guint before = trama_problems_count (reading->problems);

  read_value (reading, field, value);
  if (trama_problems_count (reading->problems) > before)
    trama_record_builder_set_unknown (reading->builder, field);
}

static void
read_members (Reading *reading, const TramaJsonValue *value, TramaKind kind)
{
  g_autoptr (GString) extra = NULL;
  const TramaJsonValue *member;
  const char *key;
  gsize key_length;
  TramaJsonIter iter;

  trama_json_iter_init (&iter, value);
  while (trama_json_iter_next (&iter, &key, &key_length, &member))
    {
      const TramaField *field;

      if (strcmp (key, "record") == 0 || strcmp (key, "id") == 0)
        continue;
      if ((field = trama_kind_field (kind, key, key_length)) != NULL)
        read_field (reading, field, member);
      else if (strcmp (key, "entered") == 0)
        {
          if (!trama_moment_parse (trama_json_get_string (member, NULL),
                                   &reading->builder->draft->entered))
            {
              reading->builder->draft->entered = 0;
              complain (reading, key, member, "2026-06-30T10:11:12Z", _ ("not a moment"));
            }
        }
      else if (strcmp (key, "entered_by") == 0)
        {
          reading->builder->draft->entered_by = trama_json_get_string (member, NULL);
          if (reading->builder->draft->entered_by == NULL)
            complain (reading, key, member, _ ("a text"), _ ("not a text"));
        }
      else
        {
          g_autofree char *text = trama_json_value_to_text (member);

          if (extra == NULL)
            extra = g_string_new (NULL);
          else
            g_string_append_c (extra, ',');
          trama_json_append_string (extra, key, (gssize) key_length);
          g_string_append_c (extra, ':');
          g_string_append (extra, text);
        }
    }
  if (extra != NULL)
    reading->builder->draft->extra = trama_record_builder_text (reading->builder, extra->str);
}

/* Kind and id; FALSE where there is no telling what record it is. */
static gboolean
begin_reading (Reading *reading, const TramaJsonValue *value)
{
  const TramaKindInfo *info;
  const char *kind_id;
  gsize length = 0;
  TramaKind kind;

  if (!trama_json_value_is (value, TRAMA_JSON_OBJECT))
    {
      complain (reading, NULL, value, _ ("an object with record and id"), _ ("not a record"));
      return FALSE;
    }
  kind_id = trama_json_get_string (trama_json_object_get (value, "record"), &length);
  kind = trama_kind_from_id (kind_id, length);
  read_id (trama_json_object_get (value, "id"), &reading->id);
  if (kind == TRAMA_KIND_NONE)
    {
      complain (reading, "record", trama_json_object_get (value, "record"),
                _ ("a kind of record that this version knows"), _ ("unknown kind of record"));
      return FALSE;
    }
  info = trama_kind_info (kind);
  reading->kind = info->id;
  if (info->title_field >= 0)
    reading->title = trama_json_object_get_string (value, info->fields[info->title_field].id);
  if (trama_id_is_none (reading->id))
    {
      complain (reading, "id", trama_json_object_get (value, "id"), _ ("16 characters a–z, 2–7"),
                _ ("not an id"));
      return FALSE;
    }
  trama_record_builder_begin (reading->builder, kind, reading->id);
  read_members (reading, value, kind);
  return TRUE;
}

TramaRecord *
trama_record_read_json (TramaRecordBuilder *builder, const TramaJsonValue *value, const char *file,
                        guint line, TramaProblems *problems)
{
  Reading reading
      = { .builder = builder, .problems = problems, .file = file, .line = line, .good = TRUE };
  const TramaKindInfo *info;

  g_return_val_if_fail (builder != NULL && problems != NULL, NULL);

  if (!begin_reading (&reading, value))
    return NULL;
  info = trama_kind_info (trama_record_kind (builder->draft));
  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & TRAMA_FIELD_REQUIRED) && reading.good
        && !trama_record_field_is_known (builder->draft, &info->fields[i]))
      complain (&reading, info->fields[i].id, NULL, _ ("a value"), _ ("missing"));
  return reading.good ? trama_record_builder_finish (builder) : NULL;
}

TramaRecord *
trama_record_salvage_json (TramaRecordBuilder *builder, const TramaJsonValue *value,
                           const char *file, guint line, TramaProblems *problems)
{
  Reading reading
      = { .builder = builder, .problems = problems, .file = file, .line = line, .good = TRUE };
  const TramaKindInfo *info;

  g_return_val_if_fail (builder != NULL && problems != NULL, NULL);

  if (!begin_reading (&reading, value))
    return NULL;
  info = trama_kind_info (trama_record_kind (builder->draft));
  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & TRAMA_FIELD_REQUIRED)
        && !trama_record_field_is_known (builder->draft, &info->fields[i]))
      return NULL;
  return trama_record_builder_finish (builder);
}
