/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-store-header.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-store-file.h"

void
trama_store_header_clear (TramaStoreHeader *header)
{
  g_clear_pointer (&header->saves, g_strfreev);
  g_clear_pointer (&header->extra, g_free);
  header->document = TRAMA_ID_NONE;
}

static void
complain (TramaProblems *problems, const char *name, const char *field, const TramaJsonValue *found,
          const char *expected, const char *message)
{
  TramaProblem *problem = trama_problem_new (message);

  problem->file = g_strdup (name);
  problem->line = 1;
  problem->field = g_strdup (field);
  problem->found = trama_json_value_describe (found);
  problem->expected = g_strdup (expected);
  trama_problems_add (problems, problem);
}

/* Always FALSE. */
static gboolean
check_newer (const char *name, gint64 number, GError **error)
{
  g_set_error (error, TRAMA_ERROR, TRAMA_ERROR_NEWER,
               _ ("%s was written by a newer version of Trama, in version %" G_GINT64_FORMAT
                  " of the file format; this version reads up to %d. Nothing was changed."),
               name != NULL ? name : _ ("The file"), number, TRAMA_STORE_FORMAT_VERSION);
  return FALSE;
}

static gboolean
check_format (const TramaJsonValue *object, const char *name, TramaProblems *problems,
              GError **error)
{
  const TramaJsonValue *format = trama_json_object_get (object, "format");
  const TramaJsonValue *version = trama_json_object_get (object, "version");
  gint64 number = trama_json_get_integer (version, 0);

  if (g_strcmp0 (trama_json_get_string (format, NULL), "trama") != 0)
    {
      complain (problems, name, "format", format, "\"trama\"", _ ("this is no portfolio"));
      return FALSE;
    }
  if (number > TRAMA_STORE_FORMAT_VERSION)
    return check_newer (name, number, error);
  if (number != TRAMA_STORE_FORMAT_VERSION)
    {
      complain (problems, name, "version", version, G_STRINGIFY (TRAMA_STORE_FORMAT_VERSION),
                _ ("not a version of the file format"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_save_name (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]))
      return FALSE;
  return length > 0 && length <= 64;
}

static gboolean
read_saves (TramaStoreHeader *header, const TramaJsonValue *value, const char *name,
            TramaProblems *problems)
{
  g_autoptr (GStrvBuilder) saves = g_strv_builder_new ();
  guint size = trama_json_size (value), index = 0;
  const TramaJsonValue *element;
  TramaJsonIter iter;

  if (value != NULL && !trama_json_value_is (value, TRAMA_JSON_ARRAY))
    {
      complain (problems, name, "saves", value, _ ("a list of names of saves"), _ ("not a list"));
      return FALSE;
    }
  trama_json_iter_init (&iter, value);
  while (trama_json_iter_next (&iter, NULL, NULL, &element))
    {
      const char *text = trama_json_get_string (element, NULL);

      if (!is_save_name (text))
        {
          complain (problems, name, "saves", element, _ ("up to 64 letters and digits"),
                    _ ("not the name of a save"));
          return FALSE;
        }
      if (index++ + TRAMA_STORE_MAX_SAVES >= size)
        g_strv_builder_add (saves, text);
    }
  header->saves = g_strv_builder_end (saves);
  return TRUE;
}

static char *
read_extra (const TramaJsonValue *object)
{
  static const char *const known[] = { "format", "version", "document", "saves", "records", NULL };
  g_autoptr (GString) extra = g_string_new (NULL);
  const TramaJsonValue *member;
  TramaJsonIter iter;
  const char *key;

  trama_json_iter_init (&iter, object);
  while (trama_json_iter_next (&iter, &key, NULL, &member))
    if (!g_strv_contains (known, key))
      {
        g_autofree char *text = trama_json_value_to_text (member);

        if (extra->len > 0)
          g_string_append_c (extra, ',');
        trama_json_append_string (extra, key, -1);
        g_string_append_c (extra, ':');
        g_string_append (extra, text);
      }
  return extra->len > 0 ? g_string_free (g_steal_pointer (&extra), FALSE) : NULL;
}

gboolean
trama_store_header_read (TramaStoreHeader *header, const TramaJsonValue *object, const char *name,
                         TramaProblems *problems, GError **error)
{
  const TramaJsonValue *document, *records;
  gsize length = 0;
  const char *id;

  g_return_val_if_fail (header != NULL && problems != NULL, FALSE);

  if (!trama_json_value_is (object, TRAMA_JSON_OBJECT))
    {
      complain (problems, name, NULL, object, _ ("an object"), _ ("this is no portfolio"));
      return FALSE;
    }
  if (!check_format (object, name, problems, error))
    return FALSE;
  document = trama_json_object_get (object, "document");
  records = trama_json_object_get (object, "records");
  id = trama_json_get_string (document, &length);
  if (!trama_id_parse (id, length, &header->document))
    {
      complain (problems, name, "document", document, _ ("an id of 16 characters a–z, 2–7"),
                _ ("not an id"));
      return FALSE;
    }
  if (!trama_json_value_is (records, TRAMA_JSON_ARRAY))
    {
      complain (problems, name, "records", records, _ ("a list of records"), _ ("not a list"));
      return FALSE;
    }
  if (!read_saves (header, trama_json_object_get (object, "saves"), name, problems))
    return FALSE;
  header->extra = read_extra (object);
  return TRUE;
}

gboolean
trama_store_header_salvage (TramaStoreHeader *header, const TramaJsonValue *object,
                            const char *name, TramaProblems *left_out, GError **error)
{
  const TramaJsonValue *format = trama_json_object_get (object, "format");
  const TramaJsonValue *version = trama_json_object_get (object, "version");
  const TramaJsonValue *document = trama_json_object_get (object, "document");
  g_autoptr (TramaProblems) ignored = trama_problems_new (0);
  gsize length = 0;
  const char *id = trama_json_get_string (document, &length);

  if (format != NULL && trama_json_get_string (format, NULL) != NULL
      && strcmp (trama_json_get_string (format, NULL), "trama") != 0)
    {
      g_set_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT, _ ("%s: this is no portfolio"),
                   name != NULL ? name : _ ("The file"));
      return FALSE;
    }
  if (format == NULL)
    complain (left_out, name, "format", NULL, "\"trama\"",
              _ ("it does not say that it is a portfolio"));
  if (trama_json_value_is (version, TRAMA_JSON_INTEGER)
      && trama_json_get_integer (version, 0) > TRAMA_STORE_FORMAT_VERSION)
    return check_newer (name, trama_json_get_integer (version, 0), error);
  if (trama_json_get_integer (version, 0) != TRAMA_STORE_FORMAT_VERSION)
    complain (left_out, name, "version", version, G_STRINGIFY (TRAMA_STORE_FORMAT_VERSION),
              _ ("it does not say which version of the format it is in; read as the one that this "
                 "program writes"));
  if (!trama_id_parse (id, length, &header->document))
    complain (left_out, name, "document", document, _ ("an id of 16 characters a–z, 2–7"),
              _ ("the document’s id is left out; it is given a new one"));
  if (!read_saves (header, trama_json_object_get (object, "saves"), name, ignored))
    complain (left_out, name, "saves", trama_json_object_get (object, "saves"),
              _ ("a list of names of saves"), _ ("the list of earlier saves is left out"));
  header->extra = read_extra (object);
  return TRUE;
}

void
trama_store_header_write (TramaId document, const char *const *saves, const char *extra,
                          GString *out)
{
  char id[TRAMA_ID_LENGTH + 1];

  trama_id_to_text (document, id);
  g_string_append_printf (out,
                          "{\"format\":\"trama\",\"version\":%d,\"document\":\"%s\",\"saves\":[",
                          TRAMA_STORE_FORMAT_VERSION, id);
  for (guint i = 0; saves[i] != NULL; i++)
    g_string_append_printf (out, "%s\"%s\"", i > 0 ? "," : "", saves[i]);
  g_string_append_c (out, ']');
  if (extra != NULL)
    {
      g_string_append_c (out, ',');
      g_string_append (out, extra);
    }
  g_string_append (out, ",\"records\":[\n");
}
