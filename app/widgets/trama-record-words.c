/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-record-words.h"

#define FIRM TRAMA_KIND_BIT (TRAMA_KIND_FIRM)

static void
join (GString *words, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", text);
}

/* The name of what @field refers to; NULL where it is not known. Borrowed. */
static const char *
name_at (TramaVersion *version, const TramaRecord *record, const TramaField *field)
{
  const TramaRecord *target = trama_version_find_among (
      version, field->targets, *(const TramaId *) trama_record_member (record, field));

  return target != NULL ? trama_record_title (target) : NULL;
}

char *
trama_record_words (TramaVersion *version, const TramaRecord *record)
{
  const TramaKindInfo *info;
  const char *title;
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_val_if_fail (version != NULL && record != NULL, NULL);

  info = trama_kind_info (trama_record_kind (record));
  title = trama_record_title (record);
  join (words, title);
  for (guint i = 0; i < info->n_fields && title == NULL; i++)
    if (info->fields[i].type == TRAMA_FIELD_CHOICE
        && trama_record_field_is_known (record, &info->fields[i]))
      {
        join (words,
              trama_field_choice_label (&info->fields[i], *(const guint8 *) trama_record_member (
                                                              record, &info->fields[i])));
        break;
      }
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == TRAMA_FIELD_REF && info->fields[i].targets == FIRM)
      join (words, name_at (version, record, &info->fields[i]));
  if (words->len == 0)
    return trama_version_describe (version, record);
  /* Without a firm or a title, what it belongs to tells it from others. */
  if (title == NULL && info->owner_field >= 0 && info->fields[info->owner_field].targets != FIRM)
    {
      gboolean has_firm = FALSE;

      for (guint i = 0; i < info->n_fields; i++)
        has_firm |= info->fields[i].type == TRAMA_FIELD_REF && info->fields[i].targets == FIRM
                    && trama_record_field_is_known (record, &info->fields[i]);
      if (!has_firm)
        join (words, name_at (version, record, &info->fields[info->owner_field]));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
