/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-import-map.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-csv-dialect.h"
#include "trama-import-text.h"
#include "trama-json.h"

#define FORMAT "trama-import-map"
#define VERSION 1

struct _TramaImportMap
{
  GHashTable *files; /* name → TramaImportMapFile */
};

typedef struct
{
  const char *name;
  TramaProblems *problems;
  gboolean good;
} Reading;

static void
complain (Reading *reading, const char *place, const TramaJsonValue *found, const char *expected,
          const char *message)
{
  TramaProblem *problem = trama_problem_new (message);

  problem->file = g_strdup (reading->name);
  problem->field = g_strdup (place);
  problem->found = found != NULL ? trama_json_value_describe (found) : NULL;
  problem->expected = g_strdup (expected);
  trama_problems_add (reading->problems, problem);
  reading->good = FALSE;
}

static void
column_free (TramaImportMapColumn *column)
{
  g_free (column->header);
  g_free (column->field);
  g_clear_pointer (&column->values, g_hash_table_unref);
  g_free (column);
}

static void
file_free (TramaImportMapFile *file)
{
  g_free (file->file);
  g_free (file->reading.encoding);
  g_hash_table_unref (file->columns);
  g_hash_table_unref (file->fixed);
  g_free (file);
}

void
trama_import_map_free (TramaImportMap *map)
{
  if (map == NULL)
    return;
  g_hash_table_unref (map->files);
  g_free (map);
}

const TramaImportMapFile *
trama_import_map_find (const TramaImportMap *map, const char *name)
{
  return map != NULL ? g_hash_table_lookup (map->files, name) : NULL;
}

const char **
trama_import_map_names (const TramaImportMap *map)
{
  g_return_val_if_fail (map != NULL, NULL);

  return (const char **) g_hash_table_get_keys_as_array (map->files, NULL);
}

/* The place of @key for messages. (transfer full) */
static char *
join (const char *place, const char *key)
{
  return place != NULL ? g_strdup_printf ("%s.%s", place, key) : g_strdup (key);
}

/* One of a set of words. FALSE, with a complaint, where it is none of them. */
static gboolean
read_word (Reading *reading, const char *place, const TramaJsonValue *value,
           const char *const *words, guint *index)
{
  const char *text = trama_json_get_string (value, NULL);
  g_autofree char *list = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strcmp0 (text, words[i]) == 0)
      {
        *index = i;
        return TRUE;
      }
  list = g_strjoinv (", ", (char **) words);
  complain (reading, place, value, list, _ ("not one of the words that may stand here"));
  return FALSE;
}

/* (transfer full) */
static char *
read_text (Reading *reading, const char *place, const TramaJsonValue *value)
{
  const char *text = trama_json_get_string (value, NULL);

  if (text == NULL || *text == '\0')
    {
      complain (reading, place, value, _ ("a text that is not empty"), _ ("not a text"));
      return NULL;
    }
  return g_strdup (text);
}

static void
read_values (Reading *reading, const char *place, const TramaJsonValue *value,
             TramaImportMapColumn *column)
{
  TramaJsonIter iter;
  const TramaJsonValue *member;
  const char *key;

  if (!trama_json_value_is (value, TRAMA_JSON_OBJECT))
    {
      complain (reading, place, value, "{\"1\": \"content\"}", _ ("not an object"));
      return;
    }
  column->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  trama_json_iter_init (&iter, value);
  while (trama_json_iter_next (&iter, &key, NULL, &member))
    {
      g_autofree char *at = join (place, key);
      gboolean unknown = trama_json_value_is (member, TRAMA_JSON_NULL);
      char *text = unknown ? g_strdup ("") : read_text (reading, at, member);

      if (text != NULL && !g_hash_table_insert (column->values, trama_import_fold_word (key), text))
        complain (reading, at, NULL, NULL, _ ("this value is mapped twice"));
    }
}

/* "Ort": "place", "Bemerkung": null, or "Art": { "field": "kind", "values": { … } } */
static void
read_column (Reading *reading, const char *place, const char *header, const TramaJsonValue *value,
             TramaImportMapFile *file)
{
  TramaImportMapColumn *column = g_new0 (TramaImportMapColumn, 1);
  g_autofree char *at = join (place, header);

  column->header = g_strdup (header);
  if (trama_json_value_is (value, TRAMA_JSON_OBJECT))
    {
      TramaJsonIter iter;
      const TramaJsonValue *member;
      const char *key;

      trama_json_iter_init (&iter, value);
      while (trama_json_iter_next (&iter, &key, NULL, &member))
        {
          g_autofree char *below = join (at, key);

          if (strcmp (key, "field") == 0)
            column->field = read_text (reading, below, member);
          else if (strcmp (key, "values") == 0)
            read_values (reading, below, member, column);
          else
            complain (reading, below, NULL, "field, values", _ ("unknown member"));
        }
      if (column->field == NULL)
        complain (reading, at, NULL, "\"field\": …", _ ("it is not said which field this is"));
    }
  else if (!trama_json_value_is (value, TRAMA_JSON_NULL))
    column->field = read_text (reading, at, value);
  if (column->field != NULL && file->kind != TRAMA_KIND_NONE && strcmp (column->field, "id") != 0
      && strcmp (column->field, "kind") != 0
      && trama_kind_field (file->kind, column->field, strlen (column->field)) == NULL)
    complain (reading, at, value, trama_kind_info (file->kind)->id, _ ("no field of such records"));
  if (!g_hash_table_insert (file->columns, trama_import_fold_word (header), column))
    complain (reading, at, NULL, NULL, _ ("this column is mapped twice"));
}

static void
read_columns (Reading *reading, const char *place, const TramaJsonValue *value,
              TramaImportMapFile *file)
{
  TramaJsonIter iter;
  const TramaJsonValue *member;
  const char *key;

  if (!trama_json_value_is (value, TRAMA_JSON_OBJECT))
    complain (reading, place, value, "{\"Ort\": \"place\"}", _ ("not an object"));
  else
    {
      trama_json_iter_init (&iter, value);
      while (trama_json_iter_next (&iter, &key, NULL, &member))
        read_column (reading, place, key, member, file);
    }
}

static void
read_fixed (Reading *reading, const char *place, const TramaJsonValue *value,
            TramaImportMapFile *file)
{
  TramaJsonIter iter;
  const TramaJsonValue *member;
  const char *key;

  if (!trama_json_value_is (value, TRAMA_JSON_OBJECT))
    {
      complain (reading, place, value, "{\"trade\": \"footwear\"}", _ ("not an object"));
      return;
    }
  trama_json_iter_init (&iter, value);
  while (trama_json_iter_next (&iter, &key, NULL, &member))
    {
      g_autofree char *at = join (place, key);
      char *text = read_text (reading, at, member);

      if (file->kind != TRAMA_KIND_NONE && trama_kind_field (file->kind, key, strlen (key)) == NULL)
        complain (reading, at, NULL, trama_kind_info (file->kind)->id,
                  _ ("no field of such records"));
      if (text != NULL)
        g_hash_table_insert (file->fixed, g_strdup (key), text);
    }
}

static void
read_kind (Reading *reading, const char *place, const TramaJsonValue *value,
           TramaImportMapFile *file)
{
  gsize length = 0;
  const char *text = trama_json_get_string (value, &length);

  file->kind = trama_kind_from_id (text, length);
  if (file->kind == TRAMA_KIND_PORTFOLIO)
    file->kind = TRAMA_KIND_NONE;
  if (file->kind == TRAMA_KIND_NONE)
    complain (reading, place, value, "firm, institution, linkage, membership …",
              _ ("not a kind of record that can be imported"));
}

static void
read_file_member (Reading *reading, const char *place, const char *key, const TramaJsonValue *value,
                  TramaImportMapFile *file)
{
  static const char *const decimals[] = { "point", "comma", NULL };
  static const char *const orders[] = { "day-month-year", "month-day-year", NULL };
  static const char *const references[] = { "name", "id", NULL };
  const char *text = trama_json_get_string (value, NULL);
  guint word;

  if (strcmp (key, "header_line") == 0)
    {
      gint64 line = trama_json_get_integer (value, 0);

      if (line < 1 || line > G_MAXINT32)
        complain (reading, place, value, _ ("a number from 1 on"), _ ("not a line"));
      else
        file->header_line = (guint) line;
    }
  else if (strcmp (key, "encoding") == 0)
    {
      g_free (file->reading.encoding);
      file->reading.encoding = read_text (reading, place, value);
    }
  else if (strcmp (key, "delimiter") == 0)
    {
      file->reading.delimiter = text != NULL ? trama_csv_delimiter_from_name (text) : 0;
      if (file->reading.delimiter == 0)
        complain (reading, place, value, "comma, semicolon, tab, bar, none", _ ("not a delimiter"));
    }
  else if (strcmp (key, "decimal") == 0)
    {
      if (read_word (reading, place, value, decimals, &word))
        file->reading.decimal = word == 0 ? TRAMA_DECIMAL_POINT : TRAMA_DECIMAL_COMMA;
    }
  else if (strcmp (key, "dates") == 0)
    {
      if (read_word (reading, place, value, orders, &word))
        file->reading.dates = word == 0 ? TRAMA_DATE_ORDER_DMY : TRAMA_DATE_ORDER_MDY;
    }
  else if (strcmp (key, "currency") == 0)
    {
      if (trama_currency_is_valid (text))
        memcpy (file->reading.currency, text, 4);
      else
        complain (reading, place, value, "USD, EUR …", _ ("not a currency"));
    }
  else if (strcmp (key, "references") == 0)
    {
      if (read_word (reading, place, value, references, &word))
        file->references = word == 0 ? TRAMA_IMPORT_BY_NAME : TRAMA_IMPORT_BY_ID;
    }
  else if (strcmp (key, "columns") == 0)
    read_columns (reading, place, value, file);
  else if (strcmp (key, "fixed") == 0)
    read_fixed (reading, place, value, file);
  else if (strcmp (key, "records") != 0 && strcmp (key, "note") != 0)
    complain (reading, place, NULL,
              "records, header_line, encoding, delimiter, decimal, dates, currency, references, "
              "columns, fixed, note",
              _ ("unknown member"));
}

static void
read_file (Reading *reading, const char *name, const TramaJsonValue *value, TramaImportMap *map)
{
  g_autofree char *place = join ("files", name);
  TramaImportMapFile *file = g_new0 (TramaImportMapFile, 1);
  const TramaJsonValue *kind = trama_json_object_get (value, "records");
  TramaJsonIter iter;
  const TramaJsonValue *member;
  const char *key;

  file->file = g_strdup (name);
  file->columns
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) column_free);
  file->fixed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (map->files, file->file, file);
  if (!trama_json_value_is (value, TRAMA_JSON_OBJECT))
    {
      complain (reading, place, value, "{\"records\": …, \"columns\": …}", _ ("not an object"));
      return;
    }
  /* First, since columns are checked against it. */
  if (kind != NULL)
    {
      g_autofree char *at = join (place, "records");

      read_kind (reading, at, kind, file);
    }
  trama_json_iter_init (&iter, value);
  while (trama_json_iter_next (&iter, &key, NULL, &member))
    {
      g_autofree char *at = join (place, key);

      read_file_member (reading, at, key, member, file);
    }
}

static void
read_files (Reading *reading, const TramaJsonValue *value, TramaImportMap *map)
{
  TramaJsonIter iter;
  const TramaJsonValue *member;
  const char *name;

  if (!trama_json_value_is (value, TRAMA_JSON_OBJECT))
    {
      complain (reading, "files", value, "{\"members.csv\": …}", _ ("not an object"));
      return;
    }
  trama_json_iter_init (&iter, value);
  while (trama_json_iter_next (&iter, &name, NULL, &member))
    read_file (reading, name, member, map);
}

static void
read_top (Reading *reading, const TramaJsonValue *root, TramaImportMap *map)
{
  TramaJsonIter iter;
  const TramaJsonValue *member;
  const char *key;

  if (g_strcmp0 (trama_json_object_get_string (root, "format"), FORMAT) != 0)
    complain (reading, "format", trama_json_object_get (root, "format"), "\"" FORMAT "\"",
              _ ("not a map for an import"));
  else if (trama_json_get_integer (trama_json_object_get (root, "version"), 0) != VERSION)
    complain (reading, "version", trama_json_object_get (root, "version"), "1",
              _ ("not a version that this program knows"));
  if (!reading->good)
    return;
  trama_json_iter_init (&iter, root);
  while (trama_json_iter_next (&iter, &key, NULL, &member))
    if (strcmp (key, "files") == 0)
      read_files (reading, member, map);
    else if (strcmp (key, "format") != 0 && strcmp (key, "version") != 0
             && strcmp (key, "note") != 0 && strcmp (key, "$schema") != 0)
      complain (reading, key, NULL, "format, version, note, files", _ ("unknown member"));
}

TramaImportMap *
trama_import_map_read (const char *text, gsize length, const char *name, TramaProblems *problems)
{
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();
  g_autoptr (TramaImportMap) map = g_new0 (TramaImportMap, 1);
  Reading reading = { .name = name, .problems = problems, .good = TRUE };
  g_autofree char *message = NULL;
  const TramaJsonValue *root;
  gsize offset = 0;

  g_return_val_if_fail (text != NULL && problems != NULL, NULL);

  map->files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) file_free);
  root = trama_json_reader_parse (reader, text, length, &message, &offset);
  if (root == NULL)
    {
      TramaProblem *problem = trama_problem_new (message);

      problem->file = g_strdup (name);
      problem->line = 1;
      for (gsize i = 0; i < MIN (offset, length); i++)
        problem->line += text[i] == '\n';
      trama_problems_add (problems, problem);
      return NULL;
    }
  if (!trama_json_value_is (root, TRAMA_JSON_OBJECT))
    complain (&reading, NULL, root, "{\"format\": \"" FORMAT "\", …}", _ ("not an object"));
  else
    read_top (&reading, root, map);
  return reading.good ? g_steal_pointer (&map) : NULL;
}
