/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

TramaRecord *
trama_record_ref (const TramaRecord *record)
{
  TramaRecord *self = (TramaRecord *) record;

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
trama_record_unref (const TramaRecord *record)
{
  TramaRecord *self = (TramaRecord *) record;

  if (self != NULL && g_atomic_ref_count_dec (&self->references))
    g_free (self);
}

gboolean
trama_record_field_is_known (const TramaRecord *record, const TramaField *field)
{
  gconstpointer member = trama_record_member (record, field);

  switch (field->type)
    {
    case TRAMA_FIELD_TEXT:
      return *(const char *const *) member != NULL;
    case TRAMA_FIELD_DATE:
      return trama_date_is_known (*(const TramaDate *) member);
    case TRAMA_FIELD_INTEGER:
      return *(const gint64 *) member != TRAMA_INTEGER_UNKNOWN;
    case TRAMA_FIELD_DECIMAL:
      return !isnan (*(const double *) member);
    case TRAMA_FIELD_BAND:
      return trama_band_is_known (*(const TramaBand *) member);
    case TRAMA_FIELD_MONEY:
      return trama_money_is_known (*(const TramaMoney *) member);
    case TRAMA_FIELD_TRUTH:
    case TRAMA_FIELD_CHOICE:
      return *(const guint8 *) member != 0;
    case TRAMA_FIELD_REF:
      return !trama_id_is_none (*(const TramaId *) member);
    case TRAMA_FIELD_REFS:
      return ((const TramaIds *) member)->n > 0;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
ids_equal (TramaIds a, TramaIds b)
{
  return a.n == b.n && (a.n == 0 || memcmp (a.ids, b.ids, a.n * sizeof (TramaId)) == 0);
}

gboolean
trama_record_field_equal (const TramaRecord *a, const TramaRecord *b, const TramaField *field)
{
  gconstpointer x = trama_record_member (a, field);
  gconstpointer y = trama_record_member (b, field);

  switch (field->type)
    {
    case TRAMA_FIELD_TEXT:
      return g_strcmp0 (*(const char *const *) x, *(const char *const *) y) == 0;
    case TRAMA_FIELD_DATE:
      return trama_date_equal (*(const TramaDate *) x, *(const TramaDate *) y);
    case TRAMA_FIELD_INTEGER:
      return *(const gint64 *) x == *(const gint64 *) y;
    case TRAMA_FIELD_DECIMAL:
      return trama_band_equal (trama_band_exact (*(const double *) x),
                               trama_band_exact (*(const double *) y));
    case TRAMA_FIELD_BAND:
      return trama_band_equal (*(const TramaBand *) x, *(const TramaBand *) y);
    case TRAMA_FIELD_MONEY:
      return trama_money_equal (*(const TramaMoney *) x, *(const TramaMoney *) y);
    case TRAMA_FIELD_TRUTH:
    case TRAMA_FIELD_CHOICE:
      return *(const guint8 *) x == *(const guint8 *) y;
    case TRAMA_FIELD_REF:
      return trama_id_equal (*(const TramaId *) x, *(const TramaId *) y);
    case TRAMA_FIELD_REFS:
      return ids_equal (*(const TramaIds *) x, *(const TramaIds *) y);
    default:
      g_assert_not_reached ();
    }
}

gboolean
trama_record_equal (const TramaRecord *a, const TramaRecord *b)
{
  const TramaKindInfo *info;

  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->kind != b->kind || !trama_id_equal (a->id, b->id)
      || a->entered != b->entered || g_strcmp0 (a->entered_by, b->entered_by) != 0
      || g_strcmp0 (a->extra, b->extra) != 0)
    return FALSE;
  info = trama_kind_info (trama_record_kind (a));
  for (guint i = 0; i < info->n_fields; i++)
    if (!trama_record_field_equal (a, b, &info->fields[i]))
      return FALSE;
  return TRUE;
}

const char *
trama_record_title (const TramaRecord *record)
{
  const TramaKindInfo *info;

  g_return_val_if_fail (record != NULL, NULL);

  info = trama_kind_info (trama_record_kind (record));
  if (info->title_field < 0)
    return NULL;
  return *(const char *const *) trama_record_member (record, &info->fields[info->title_field]);
}

TramaDate
trama_record_event (const TramaRecord *record)
{
  const TramaKindInfo *info;

  g_return_val_if_fail (record != NULL, TRAMA_DATE_NONE);

  info = trama_kind_info (trama_record_kind (record));
  if (info->event_field < 0)
    return TRAMA_DATE_NONE;
  return *(const TramaDate *) trama_record_member (record, &info->fields[info->event_field]);
}

void
trama_record_foreach_reference (const TramaRecord *record, TramaReferenceFunc function,
                                gpointer data)
{
  const TramaKindInfo *info = trama_kind_info (trama_record_kind (record));

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TramaField *field = &info->fields[i];
      gconstpointer member = trama_record_member (record, field);

      if (field->type == TRAMA_FIELD_REF)
        {
          if (!trama_id_is_none (*(const TramaId *) member))
            function (record, field, *(const TramaId *) member, data);
        }
      else if (field->type == TRAMA_FIELD_REFS)
        {
          const TramaIds *ids = member;

          for (guint j = 0; j < ids->n; j++)
            function (record, field, ids->ids[j], data);
        }
    }
}

static char *
with_unit (char *text, const TramaField *field)
{
  char *result;

  if (field->unit == NULL)
    return text;
  result = g_strdup_printf ("%s %s", text, g_dgettext (GETTEXT_PACKAGE, field->unit));
  g_free (text);
  return result;
}

char *
trama_record_field_to_prose (const TramaRecord *record, const TramaField *field)
{
  gconstpointer member = trama_record_member (record, field);

  if (!trama_record_field_is_known (record, field))
    return g_strdup (_ ("not recorded"));
  switch (field->type)
    {
    case TRAMA_FIELD_TEXT:
      return g_strdup (*(const char *const *) member);
    case TRAMA_FIELD_DATE:
      return trama_date_to_prose (*(const TramaDate *) member);
    case TRAMA_FIELD_INTEGER:
      return with_unit (trama_number_to_prose ((double) *(const gint64 *) member, 0, FALSE), field);
    case TRAMA_FIELD_DECIMAL:
      return with_unit (trama_number_to_prose (*(const double *) member, 6, FALSE), field);
    case TRAMA_FIELD_BAND:
      return with_unit (trama_band_to_prose (*(const TramaBand *) member, 6), field);
    case TRAMA_FIELD_MONEY:
      return trama_money_to_prose (*(const TramaMoney *) member);
    case TRAMA_FIELD_TRUTH:
      return g_strdup (*(const guint8 *) member == TRAMA_TRUTH_YES ? _ ("yes") : _ ("no"));
    case TRAMA_FIELD_CHOICE:
      return g_strdup (trama_field_choice_label (field, *(const guint8 *) member));
    case TRAMA_FIELD_REF:
    case TRAMA_FIELD_REFS:
    default:
      return NULL;
    }
}
