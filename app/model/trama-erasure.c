/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-erasure.h"

#include <string.h>

#define SHORTEST_WORD 5 /* bytes; shorter names are parts of too many words */

gboolean
trama_erasure_is_possible (TramaKind kind)
{
  return kind == TRAMA_KIND_FIRM || kind == TRAMA_KIND_INSTITUTION || kind == TRAMA_KIND_PERSON
         || kind == TRAMA_KIND_OWNER_GROUP;
}

TramaVersion *
trama_erase (TramaVersion *version, TramaId id, gint32 day, const char *author, gint64 when,
             TramaIdSource *ids, GHashTable *gone)
{
  g_autoptr (TramaTransaction) transaction = NULL;
  g_autoptr (TramaChangeSet) set = NULL;
  TramaIdSource none = { 0 };
  TramaVersion *without = NULL;

  g_return_val_if_fail (version != NULL, NULL);

  if (trama_version_find_among (version, TRAMA_ALL_KINDS, id) == NULL)
    return NULL;
  transaction = trama_transaction_new (version, author, when, ids != NULL ? ids : &none);
  trama_transaction_remove_with_dependants (transaction, id);
  if (ids != NULL)
    {
      TramaTombstone *tombstone
          = (TramaTombstone *) trama_transaction_draft (transaction, TRAMA_KIND_TOMBSTONE)->draft;
      g_autofree char *text = trama_id_dup_text (id);

      tombstone->erased = text;
      tombstone->date = trama_date_from_day (day);
      trama_transaction_put (transaction);
    }
  set = trama_transaction_finish (transaction, NULL, &without, NULL);
  for (guint i = 0; set != NULL && gone != NULL && i < set->n; i++)
    if (set->changes[i].after == NULL)
      g_hash_table_add (gone, g_memdup2 (&set->changes[i].id, sizeof (TramaId)));
  return without;
}

TramaRecord *
trama_erasure_let_go (const TramaRecord *record, GHashTable *gone)
{
  g_auto (TramaRecordBuilder) builder = { 0 };
  const TramaKindInfo *info;

  g_return_val_if_fail (record != NULL && gone != NULL, NULL);

  info = trama_kind_info (trama_record_kind (record));
  trama_record_builder_begin_copy (&builder, record);
  for (guint i = 0; i < info->n_fields; i++)
    {
      gpointer member = (char *) builder.draft + info->fields[i].offset;

      if (info->fields[i].type == TRAMA_FIELD_REF)
        {
          if (g_hash_table_contains (gone, member))
            *(TramaId *) member = TRAMA_ID_NONE;
        }
      else if (info->fields[i].type == TRAMA_FIELD_REFS)
        {
          TramaIds *ids = member;
          g_autofree TramaId *kept = g_new (TramaId, MAX (ids->n, 1));
          guint n = 0;

          for (guint j = 0; j < ids->n; j++)
            if (!g_hash_table_contains (gone, &ids->ids[j]))
              kept[n++] = ids->ids[j];
          *ids = trama_record_builder_ids (&builder, kept, n);
        }
    }
  return trama_record_builder_finish (&builder);
}

GStrv
trama_erasure_words (const TramaRecord *record)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const TramaKindInfo *info;

  g_return_val_if_fail (record != NULL, NULL);

  info = trama_kind_info (trama_record_kind (record));
  for (guint i = 0; i < info->n_fields; i++)
    {
      const TramaField *field = &info->fields[i];
      const char *text;

      if (field->type != TRAMA_FIELD_TEXT
          || !((field->flags & TRAMA_FIELD_TITLE) || field->level == TRAMA_LEVEL_BROKER))
        continue;
      text = *(const char *const *) trama_record_member (record, field);
      if (text != NULL && strlen (text) >= SHORTEST_WORD)
        g_strv_builder_add (words, text);
    }
  return g_strv_builder_end (words);
}

static gboolean
has_word (const char *text, const char *const *words)
{
  for (guint i = 0; text != NULL && words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
trama_erasure_is_mentioned (const TramaRecord *record, const char *const *words)
{
  const TramaKindInfo *info = trama_kind_info (trama_record_kind (record));

  if (has_word (record->extra, words) || has_word (record->entered_by, words))
    return TRUE;
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == TRAMA_FIELD_TEXT
        && has_word (*(const char *const *) trama_record_member (record, &info->fields[i]), words))
      return TRUE;
  return FALSE;
}

GPtrArray *
trama_erasure_mentions (TramaVersion *version, const char *const *words)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (version != NULL && words != NULL, found);

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table = trama_version_table (version, (TramaKind) kind);

      for (guint i = 0; i < trama_table_size (table); i++)
        if (trama_erasure_is_mentioned (trama_table_get (table, i), words))
          g_ptr_array_add (found, (gpointer) trama_table_get (table, i));
    }
  return found;
}

GHashTable *
trama_erasure_tombstones (TramaVersion *version)
{
  GHashTable *ids
      = g_hash_table_new_full (trama_id_hash_pointer, trama_id_equal_pointer, g_free, NULL);
  TramaTable *table = trama_version_table (version, TRAMA_KIND_TOMBSTONE);

  for (guint i = 0; i < trama_table_size (table); i++)
    {
      const TramaTombstone *tombstone = (const TramaTombstone *) trama_table_get (table, i);
      TramaId id;

      if (trama_id_parse (tombstone->erased, strlen (tombstone->erased), &id))
        g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  return ids;
}
