/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-record-builder.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "trama-record-check.h"

#define ALIGN8(size) (((size) + 7) & ~(gsize) 7)

static void
let_go (TramaRecordBuilder *builder)
{
  g_clear_pointer (&builder->base, trama_record_unref);
  if (builder->texts != NULL)
    g_string_chunk_clear (builder->texts);
  if (builder->sets != NULL)
    g_ptr_array_set_size (builder->sets, 0);
}

static void
make_room (TramaRecordBuilder *builder, gsize size)
{
  if (builder->draft_size < size)
    {
      g_free (builder->draft);
      builder->draft = g_malloc (size);
      builder->draft_size = size;
    }
}

void
trama_record_builder_begin (TramaRecordBuilder *builder, TramaKind kind, TramaId id)
{
  const TramaKindInfo *info = trama_kind_info (kind);

  g_return_if_fail (builder != NULL && info != NULL);

  let_go (builder);
  make_room (builder, info->size);
  memset (builder->draft, 0, info->size);
  builder->draft->kind = (guint16) kind;
  builder->draft->id = id;
  for (guint i = 0; i < info->n_fields; i++)
    trama_record_builder_set_unknown (builder, &info->fields[i]);
}

void
trama_record_builder_begin_copy (TramaRecordBuilder *builder, const TramaRecord *record)
{
  g_return_if_fail (builder != NULL && record != NULL);

  let_go (builder);
  builder->base = trama_record_ref (record);
  make_room (builder, trama_kind_info (trama_record_kind (record))->size);
  memcpy (builder->draft, record, trama_kind_info (trama_record_kind (record))->size);
}

void
trama_record_builder_clear (TramaRecordBuilder *builder)
{
  let_go (builder);
  g_clear_pointer (&builder->texts, g_string_chunk_free);
  g_clear_pointer (&builder->sets, g_ptr_array_unref);
  g_clear_pointer (&builder->draft, g_free);
  builder->draft_size = 0;
}

const char *
trama_record_builder_text (TramaRecordBuilder *builder, const char *text)
{
  if (text == NULL)
    return NULL;
  if (builder->texts == NULL)
    builder->texts = g_string_chunk_new (512);
  return g_string_chunk_insert (builder->texts, text);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return trama_id_compare (*(const TramaId *) a, *(const TramaId *) b);
}

TramaIds
trama_record_builder_ids (TramaRecordBuilder *builder, const TramaId *ids, guint n)
{
  TramaId *copy;
  guint kept = 0;

  if (n == 0)
    return (TramaIds) { 0, NULL };
  if (builder->sets == NULL)
    builder->sets = g_ptr_array_new_with_free_func (g_free);
  copy = g_memdup2 (ids, n * sizeof (TramaId));
  g_ptr_array_add (builder->sets, copy);
  qsort (copy, n, sizeof (TramaId), compare_ids);
  for (guint i = 0; i < n; i++)
    if (kept == 0 || !trama_id_equal (copy[kept - 1], copy[i]))
      copy[kept++] = copy[i];
  return (TramaIds) { kept, copy };
}

static gpointer
draft_member (TramaRecordBuilder *builder, const TramaField *field)
{
  return (char *) builder->draft + field->offset;
}

static gsize
member_size (TramaFieldType type)
{
  switch (type)
    {
    case TRAMA_FIELD_TEXT:
      return sizeof (const char *);
    case TRAMA_FIELD_DATE:
      return sizeof (TramaDate);
    case TRAMA_FIELD_INTEGER:
      return sizeof (gint64);
    case TRAMA_FIELD_DECIMAL:
      return sizeof (double);
    case TRAMA_FIELD_BAND:
      return sizeof (TramaBand);
    case TRAMA_FIELD_MONEY:
      return sizeof (TramaMoney);
    case TRAMA_FIELD_TRUTH:
    case TRAMA_FIELD_CHOICE:
      return sizeof (guint8);
    case TRAMA_FIELD_REF:
      return sizeof (TramaId);
    case TRAMA_FIELD_REFS:
      return sizeof (TramaIds);
    default:
      g_assert_not_reached ();
    }
}

void
trama_record_builder_set_text (TramaRecordBuilder *builder, const TramaField *field,
                               const char *text)
{
  g_return_if_fail (field->type == TRAMA_FIELD_TEXT);

  *(const char **) draft_member (builder, field) = trama_record_builder_text (builder, text);
}

void
trama_record_builder_set_from (TramaRecordBuilder *builder, const TramaField *field,
                               const TramaRecord *record)
{
  g_return_if_fail (builder->draft->kind == record->kind);

  memcpy (draft_member (builder, field), trama_record_member (record, field),
          member_size (field->type));
}

void
trama_record_builder_set_unknown (TramaRecordBuilder *builder, const TramaField *field)
{
  gpointer member = draft_member (builder, field);

  memset (member, 0, member_size (field->type));
  if (field->type == TRAMA_FIELD_INTEGER)
    *(gint64 *) member = TRAMA_INTEGER_UNKNOWN;
  else if (field->type == TRAMA_FIELD_DECIMAL)
    *(double *) member = TRAMA_DECIMAL_UNKNOWN;
  else if (field->type == TRAMA_FIELD_BAND)
    *(TramaBand *) member = TRAMA_BAND_UNKNOWN;
}

static gboolean
parse_number (const char *text, double *value)
{
  char *end;

  *value = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*value)
         && fabs (*value) < TRAMA_RECORD_NUMBER_LIMIT;
}

static gboolean
parse_band (const char *text, TramaBand *band)
{
  g_autofree char *copy = g_strdup (text);
  char *dash;

  if (parse_number (text, &band->low))
    {
      band->high = band->low;
      return TRUE;
    }
  if (g_str_has_suffix (copy, "+"))
    {
      copy[strlen (copy) - 1] = '\0';
      band->high = INFINITY;
      return parse_number (copy, &band->low);
    }
  if (*copy == '<')
    {
      band->low = -INFINITY;
      return parse_number (copy + 1, &band->high);
    }
  dash = strstr (copy, "–");
  if (dash != NULL)
    {
      *dash = '\0';
      return parse_number (copy, &band->low) && parse_number (dash + strlen ("–"), &band->high)
             && band->low < band->high;
    }
  dash = *copy != '\0' ? strchr (copy + 1, '-') : NULL;
  if (dash == NULL)
    return FALSE;
  *dash = '\0';
  return parse_number (copy, &band->low) && parse_number (dash + 1, &band->high)
         && band->low < band->high;
}

static gboolean
to_minor (double value, const char *currency, gint64 *minor)
{
  double scaled = value;

  for (int i = 0; i < trama_currency_digits (currency); i++)
    scaled *= 10;
  if (fabs (scaled) > 9e15 || fabs (scaled - round (scaled)) > 1e-4)
    return FALSE;
  *minor = (gint64) llround (scaled);
  return TRUE;
}

static gboolean
parse_money (const char *text, TramaMoney *money)
{
  TramaBand band;
  char currency[4] = { 0 };

  if (strlen (text) < 5)
    return FALSE;
  memcpy (currency, text, 3);
  if (!trama_currency_is_valid (currency) || text[3] != ' ' || !parse_band (text + 4, &band)
      || isinf (band.low) || isinf (band.high))
    return FALSE;
  memcpy (money->currency, currency, 4);
  return to_minor (band.low, currency, &money->low) && to_minor (band.high, currency, &money->high);
}

static guint
parse_choice (const TramaField *field, const char *text)
{
  guint choice = trama_field_choice_from_id (field, text);

  for (guint i = 1; choice == 0 && i <= field->n_choices; i++)
    if (g_strcmp0 (trama_field_choice_label (field, i), text) == 0)
      choice = i;
  return choice;
}

static char *
describe_choices (const TramaField *field)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < field->n_choices; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", field->choices[i].id);
  return g_strdup_printf (_ ("one of: %s"), list->str);
}

static gboolean
parse_ids (TramaRecordBuilder *builder, const char *text, TramaIds *ids)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " ,;", -1);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (TramaId));

  for (char **part = parts; *part != NULL; part++)
    {
      TramaId id;

      if (**part == '\0')
        continue;
      if (!trama_id_parse (*part, strlen (*part), &id))
        return FALSE;
      g_array_append_val (found, id);
    }
  *ids = trama_record_builder_ids (builder, (const TramaId *) (gpointer) found->data, found->len);
  return TRUE;
}

gboolean
trama_record_builder_parse (TramaRecordBuilder *builder, const TramaField *field, const char *text,
                            char **expected)
{
  gpointer member;
  g_autofree char *clean = NULL;
  g_autofree char *wanted = NULL;
  double number = 0;
  gboolean good = FALSE;

  g_return_val_if_fail (builder != NULL && field != NULL, FALSE);

  member = draft_member (builder, field);
  clean = g_strstrip (g_strdup (text != NULL ? text : ""));
  if (*clean == '\0')
    {
      trama_record_builder_set_unknown (builder, field);
      return TRUE;
    }
  switch (field->type)
    {
    case TRAMA_FIELD_TEXT:
      trama_record_builder_set_text (builder, field, clean);
      return TRUE;

    case TRAMA_FIELD_DATE:
      {
        TramaDate date;

        good = trama_date_parse (clean, strlen (clean), &date)
               && (!(field->flags & TRAMA_FIELD_DAY) || trama_date_is_day (date))
               && (!(field->flags & TRAMA_FIELD_MONTH)
                   || (date.form == TRAMA_DATE_MONTH && !date.about));
        if (good)
          *(TramaDate *) member = date;
        wanted = g_strdup (field->flags & TRAMA_FIELD_DAY ? _ ("a day such as 2026-06-30")
                           : field->flags & TRAMA_FIELD_MONTH
                               ? _ ("a month such as 2026-06")
                               : _ ("a date such as 2026-06-30, 2026-06, 2026 or 2026~"));
        break;
      }

    case TRAMA_FIELD_INTEGER:
      good = parse_number (clean, &number) && number == floor (number)
             && trama_field_holds_number (field, number) && fabs (number) < 9e15;
      if (good)
        *(gint64 *) member = (gint64) number;
      wanted = trama_field_describe_range (field, _ ("a whole number"));
      break;

    case TRAMA_FIELD_DECIMAL:
      good = parse_number (clean, &number) && trama_field_holds_number (field, number);
      if (good)
        *(double *) member = number;
      wanted = trama_field_describe_range (field, _ ("a number"));
      break;

    case TRAMA_FIELD_BAND:
      {
        TramaBand band;

        good = parse_band (clean, &band)
               && (isinf (band.low) || trama_field_holds_number (field, band.low))
               && (isinf (band.high) || trama_field_holds_number (field, band.high));
        if (good)
          *(TramaBand *) member = band;
        wanted = trama_field_describe_range (field, _ ("a number, or a band such as 10–19 or 50+"));
        break;
      }

    case TRAMA_FIELD_MONEY:
      {
        TramaMoney money;

        good = parse_money (clean, &money) && trama_field_holds_money (field, &money);
        if (good)
          *(TramaMoney *) member = money;
        wanted
            = g_strdup (trama_field_is_limited (field) && field->min == 0
                            ? _ ("a currency and an amount, none below zero, such as USD 1200.50")
                            : _ ("a currency and an amount such as USD 1200.50"));
        break;
      }

    case TRAMA_FIELD_TRUTH:
      if (g_ascii_strcasecmp (clean, "yes") == 0 || strcmp (clean, _ ("yes")) == 0
          || strcmp (clean, "true") == 0)
        *(guint8 *) member = TRAMA_TRUTH_YES, good = TRUE;
      else if (g_ascii_strcasecmp (clean, "no") == 0 || strcmp (clean, _ ("no")) == 0
               || strcmp (clean, "false") == 0)
        *(guint8 *) member = TRAMA_TRUTH_NO, good = TRUE;
      wanted = g_strdup (_ ("yes or no"));
      break;

    case TRAMA_FIELD_CHOICE:
      {
        guint choice = parse_choice (field, clean);

        good = choice != 0;
        if (good)
          *(guint8 *) member = (guint8) choice;
        wanted = describe_choices (field);
        break;
      }

    case TRAMA_FIELD_REF:
      good = trama_id_parse (clean, strlen (clean), (TramaId *) member);
      wanted = g_strdup (_ ("the id of a record"));
      break;

    case TRAMA_FIELD_REFS:
      good = parse_ids (builder, clean, (TramaIds *) member);
      wanted = g_strdup (_ ("ids of records"));
      break;

    default:
      g_assert_not_reached ();
    }
  if (!good && expected != NULL)
    *expected = g_steal_pointer (&wanted);
  return good;
}

static gsize
text_size (const char *text)
{
  return text != NULL ? strlen (text) + 1 : 0;
}

static const char *
put_text (char **at, const char *text)
{
  gsize size = text_size (text);
  char *place = *at;

  if (text == NULL)
    return NULL;
  memcpy (place, text, size);
  *at += size;
  return place;
}

/* A text without a letter says as little as no text. */
static void
drop_empty_texts (TramaRecord *draft, const TramaKindInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == TRAMA_FIELD_TEXT)
      {
        const char **text = (const char **) ((char *) draft + info->fields[i].offset);

        if (*text != NULL && **text == '\0')
          *text = NULL;
      }
}

TramaRecord *
trama_record_builder_finish (TramaRecordBuilder *builder)
{
  const TramaKindInfo *info;
  const TramaRecord *draft;
  TramaRecord *record;
  gsize sets = 0, texts = 0;
  char *at;

  g_return_val_if_fail (builder != NULL && builder->draft != NULL, NULL);

  draft = builder->draft;
  info = trama_kind_info (trama_record_kind (draft));
  drop_empty_texts (builder->draft, info);
  texts = text_size (draft->entered_by) + text_size (draft->extra);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == TRAMA_FIELD_TEXT)
      texts += text_size (*(const char *const *) trama_record_member (draft, &info->fields[i]));
    else if (info->fields[i].type == TRAMA_FIELD_REFS)
      sets += ((const TramaIds *) trama_record_member (draft, &info->fields[i]))->n
              * sizeof (TramaId);

  record = g_malloc (ALIGN8 (info->size) + sets + texts);
  memcpy (record, draft, info->size);
  record->size = (guint32) (ALIGN8 (info->size) + sets + texts);
  g_atomic_ref_count_init (&record->references);

  at = (char *) record + ALIGN8 (info->size);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == TRAMA_FIELD_REFS)
      {
        TramaIds *ids = (TramaIds *) ((char *) record + info->fields[i].offset);
        gsize size = ids->n * sizeof (TramaId);

        if (size > 0)
          memcpy (at, ids->ids, size);
        ids->ids = size > 0 ? (const TramaId *) (gpointer) at : NULL;
        at += size;
      }
  record->entered_by = put_text (&at, draft->entered_by);
  record->extra = put_text (&at, draft->extra);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == TRAMA_FIELD_TEXT)
      {
        const char **text = (const char **) ((char *) record + info->fields[i].offset);

        *text = put_text (&at, *text);
      }
  return record;
}
