/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-import-names.h"

#include <string.h>

#include "trama-import-text.h"
#include "trama-json.h"

/* Beyond these the nearest name is not looked for: it costs length² for each name there is. */
#define MAX_NEAR_LENGTH 40
#define MAX_NEAR_NAMES 20000

struct _TramaImportNames
{
  GPtrArray *named;    /* TramaImportNamed; owns */
  GHashTable *by_name; /* text → GPtrArray of TramaImportNamed */
  GHashTable *by_fold;
  GHashTable *by_id;
};

TramaImportNames *
trama_import_names_new (void)
{
  TramaImportNames *names = g_new0 (TramaImportNames, 1);

  names->named = g_ptr_array_new_with_free_func (g_free);
  names->by_name
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  names->by_fold
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  names->by_id
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return names;
}

void
trama_import_names_free (TramaImportNames *names)
{
  if (names == NULL)
    return;
  g_hash_table_unref (names->by_name);
  g_hash_table_unref (names->by_fold);
  g_hash_table_unref (names->by_id);
  g_ptr_array_unref (names->named);
  g_free (names);
}

/* Takes @key. */
static void
put (GHashTable *table, char *key, TramaImportNamed *named)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (table, key, list);
    }
  else
    g_free (key);
  g_ptr_array_add (list, named);
}

void
trama_import_names_add (TramaImportNames *names, const char *name, const char *foreign_id,
                        const TramaImportNamed *named)
{
  TramaImportNamed *copy;

  g_return_if_fail (names != NULL && named != NULL);

  copy = g_memdup2 (named, sizeof *named);
  g_ptr_array_add (names->named, copy);
  if (name != NULL && *name != '\0')
    {
      put (names->by_name, g_strdup (name), copy);
      put (names->by_fold, trama_import_fold (name), copy);
    }
  if (foreign_id != NULL && *foreign_id != '\0')
    put (names->by_id, g_strdup (foreign_id), copy);
}

void
trama_import_names_add_version (TramaImportNames *names, TramaVersion *version)
{
  g_return_if_fail (names != NULL && version != NULL);

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table = trama_version_table (version, (TramaKind) kind);

      if (trama_kind_info ((TramaKind) kind)->title_field < 0)
        continue;
      for (guint i = 0; i < trama_table_size (table); i++)
        {
          const TramaRecord *record = trama_table_get (table, i);
          g_autofree char *foreign_id = trama_import_foreign_id (record);
          TramaImportNamed named = { .id = record->id, .kind = (TramaKind) kind };

          trama_import_names_add (names, trama_record_title (record), foreign_id, &named);
        }
    }
}

/* How many different ones of @list are among @kinds; the first of them, or of any kind. */
static guint
count (const GPtrArray *list, guint64 kinds, const TramaImportNamed **first,
       const TramaImportNamed **other)
{
  guint n = 0;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const TramaImportNamed *named = list->pdata[i];

      if (!(kinds & TRAMA_KIND_BIT (named->kind)))
        *other = named;
      else if (*first == NULL || !trama_id_equal ((*first)->id, named->id))
        {
          n++;
          *first = named;
        }
    }
  return n;
}

TramaImportMatch
trama_import_names_find (const TramaImportNames *names, const char *text, guint64 kinds,
                         TramaImportReferences references, const TramaImportNamed **named)
{
  const TramaImportNamed *found = NULL, *other = NULL;
  guint n = 0;

  g_return_val_if_fail (names != NULL && text != NULL && named != NULL, TRAMA_IMPORT_NOBODY);

  if (references != TRAMA_IMPORT_BY_ID)
    n += count (g_hash_table_lookup (names->by_name, text), kinds, &found, &other);
  if (references != TRAMA_IMPORT_BY_NAME)
    n += count (g_hash_table_lookup (names->by_id, text), kinds, &found, &other);
  *named = found;
  if (n > 0)
    return n == 1 ? TRAMA_IMPORT_EXACT : TRAMA_IMPORT_SEVERAL;
  if (references != TRAMA_IMPORT_BY_ID)
    {
      g_autofree char *folded = trama_import_fold (text);

      n = count (g_hash_table_lookup (names->by_fold, folded), kinds, &found, &other);
      *named = found;
      if (n > 0)
        return n == 1 ? TRAMA_IMPORT_FOLDED : TRAMA_IMPORT_SEVERAL;
    }
  *named = other;
  return other != NULL ? TRAMA_IMPORT_OTHER_KIND : TRAMA_IMPORT_NOBODY;
}

/* Levenshtein's distance (1966) between texts of characters; @most + 1 where it is beyond. */
static guint
distance (const gunichar *a, guint a_length, const gunichar *b, guint b_length, guint most)
{
  guint row[MAX_NEAR_LENGTH + 1];

  if ((a_length > b_length ? a_length - b_length : b_length - a_length) > most)
    return most + 1;
  for (guint j = 0; j <= b_length; j++)
    row[j] = j;
  for (guint i = 1; i <= a_length; i++)
    {
      guint diagonal = row[0];
      guint least = row[0] = i;

      for (guint j = 1; j <= b_length; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (above, row[j - 1]) + 1, diagonal + (a[i - 1] != b[j - 1]));
          diagonal = above;
          least = MIN (least, row[j]);
        }
      if (least > most)
        return most + 1;
    }
  return row[b_length];
}

const char *
trama_import_names_nearest (const TramaImportNames *names, const char *text, guint64 kinds)
{
  g_autofree char *folded = trama_import_fold (text);
  g_autofree gunichar *characters = NULL;
  const char *nearest = NULL;
  GHashTableIter iter;
  gpointer key, list;
  glong length = 0;
  guint best;

  if (strlen (text) > 4 * MAX_NEAR_LENGTH || g_hash_table_size (names->by_name) > MAX_NEAR_NAMES)
    return NULL;
  characters = g_utf8_to_ucs4_fast (folded, -1, &length);
  if (length < 4 || length > MAX_NEAR_LENGTH)
    return NULL;
  best = (guint) MAX (length / 5, 1);
  g_hash_table_iter_init (&iter, names->by_name);
  while (g_hash_table_iter_next (&iter, &key, &list))
    {
      g_autofree char *other = NULL;
      g_autofree gunichar *other_characters = NULL;
      const TramaImportNamed *first = NULL, *elsewhere = NULL;
      glong other_length = 0;
      guint apart;

      if (strlen (key) > 4 * MAX_NEAR_LENGTH || count (list, kinds, &first, &elsewhere) == 0)
        continue;
      other = trama_import_fold (key);
      other_characters = g_utf8_to_ucs4_fast (other, -1, &other_length);
      if (other_length > MAX_NEAR_LENGTH)
        continue;
      apart = distance (characters, (guint) length, other_characters, (guint) other_length, best);
      /* The same name on every run, whatever the order of the table. */
      if (apart < best || (apart == best && (nearest == NULL || strcmp (key, nearest) < 0)))
        {
          best = apart;
          nearest = key;
        }
    }
  return nearest;
}

char *
trama_import_foreign_id (const TramaRecord *record)
{
  g_autoptr (TramaJsonReader) reader = NULL;
  g_autofree char *text = NULL;
  const TramaJsonValue *value;

  g_return_val_if_fail (record != NULL, NULL);

  if (record->extra == NULL || strstr (record->extra, "\"foreign_id\"") == NULL)
    return NULL;
  reader = trama_json_reader_new ();
  text = g_strdup_printf ("{%s}", record->extra);
  value = trama_json_reader_parse (reader, text, strlen (text), NULL, NULL);
  return value != NULL ? g_strdup (trama_json_object_get_string (value, "foreign_id")) : NULL;
}
