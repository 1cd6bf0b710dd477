/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <yyjson.h>

#define MAX_DEPTH 64

struct _TramaJsonReader
{
  char *pool;
  gsize pool_size;
  yyjson_doc *document;
};

static yyjson_val *
raw (const TramaJsonValue *value)
{
  return (yyjson_val *) (gpointer) value;
}

static const TramaJsonValue *
cooked (yyjson_val *value)
{
  return (const TramaJsonValue *) value;
}

TramaJsonReader *
trama_json_reader_new (void)
{
  return g_new0 (TramaJsonReader, 1);
}

void
trama_json_reader_free (TramaJsonReader *reader)
{
  if (reader == NULL)
    return;
  g_free (reader->pool);
  g_free (reader);
}

static const char *
has_duplicate_key (yyjson_val *object)
{
  gsize size = yyjson_obj_size (object);
  yyjson_obj_iter iter;
  yyjson_val *key;

  if (size <= 24)
    {
      const char *keys[24];
      gsize n = 0;

      yyjson_obj_iter_init (object, &iter);
      while ((key = yyjson_obj_iter_next (&iter)) != NULL)
        {
          const char *name = yyjson_get_str (key);

          for (gsize i = 0; i < n; i++)
            if (keys[i][0] == name[0] && strcmp (keys[i], name) == 0)
              return name;
          keys[n++] = name;
        }
      return NULL;
    }
  else
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      yyjson_obj_iter_init (object, &iter);
      while ((key = yyjson_obj_iter_next (&iter)) != NULL)
        if (!g_hash_table_add (seen, (gpointer) yyjson_get_str (key)))
          return yyjson_get_str (key);
      return NULL;
    }
}

static gboolean
string_is_whole (yyjson_val *value)
{
  return memchr (yyjson_get_str (value), '\0', yyjson_get_len (value)) == NULL;
}

/* What yyjson accepts and we do not. (transfer full), NULL where all is well. */
static char *
find_fault (yyjson_val *value, int depth)
{
  yyjson_val *element;
  char *fault;

  if (depth >= MAX_DEPTH && yyjson_is_ctn (value))
    return g_strdup_printf (_ ("nested more than %d levels deep"), MAX_DEPTH);
  switch (yyjson_get_type (value))
    {
    case YYJSON_TYPE_STR:
      return string_is_whole (value) ? NULL : g_strdup (_ ("a text contains the NUL character"));

    case YYJSON_TYPE_NUM:
      if (yyjson_is_uint (value) && yyjson_get_uint (value) > (guint64) G_MAXINT64)
        return g_strdup (_ ("a whole number beyond 64 bits"));
      if (yyjson_is_real (value)
          && (!isfinite (yyjson_get_real (value))
              || (fabs (yyjson_get_real (value)) >= 9223372036854775808.0
                  && floor (yyjson_get_real (value)) == yyjson_get_real (value))))
        return g_strdup (_ ("a number too large to be held exactly"));
      return NULL;

    case YYJSON_TYPE_ARR:
      {
        yyjson_arr_iter iter;

        yyjson_arr_iter_init (value, &iter);
        while ((element = yyjson_arr_iter_next (&iter)) != NULL)
          if ((fault = find_fault (element, depth + 1)) != NULL)
            return fault;
        return NULL;
      }

    case YYJSON_TYPE_OBJ:
      {
        yyjson_obj_iter iter;
        yyjson_val *key;
        const char *twice;

        yyjson_obj_iter_init (value, &iter);
        while ((key = yyjson_obj_iter_next (&iter)) != NULL)
          {
            if (!string_is_whole (key))
              return g_strdup (_ ("a member's name contains the NUL character"));
            if ((fault = find_fault (yyjson_obj_iter_get_val (key), depth + 1)) != NULL)
              return fault;
          }
        twice = has_duplicate_key (value);
        if (twice != NULL)
          return g_strdup_printf (_ ("the member “%s” is given twice"), twice);
        return NULL;
      }

    default:
      return NULL;
    }
}

const TramaJsonValue *
trama_json_reader_parse (TramaJsonReader *reader, const char *text, gsize length, char **message,
                         gsize *offset)
{
  yyjson_read_err error = { 0 };
  yyjson_alc allocator;
  gsize needed = yyjson_read_max_memory_usage (length, YYJSON_READ_NOFLAG);
  char *fault;

  g_return_val_if_fail (reader != NULL && text != NULL, NULL);

  if (offset != NULL)
    *offset = 0;
  if (length == 0)
    {
      if (message != NULL)
        *message = g_strdup (_ ("empty"));
      return NULL;
    }
  if (reader->pool_size < needed)
    {
      g_free (reader->pool);
      reader->pool_size = needed + needed / 2;
      reader->pool = g_malloc (reader->pool_size);
    }
  yyjson_alc_pool_init (&allocator, reader->pool, reader->pool_size);
  reader->document
      = yyjson_read_opts ((char *) text, length, YYJSON_READ_NOFLAG, &allocator, &error);
  if (reader->document == NULL)
    {
      if (message != NULL)
        *message = g_strdup_printf (_ ("not valid JSON (%s)"), error.msg);
      if (offset != NULL)
        *offset = error.pos;
      return NULL;
    }
  fault = find_fault (yyjson_doc_get_root (reader->document), 0);
  if (fault != NULL)
    {
      if (message != NULL)
        *message = g_steal_pointer (&fault);
      g_free (fault);
      return NULL;
    }
  return cooked (yyjson_doc_get_root (reader->document));
}

TramaJsonType
trama_json_value_type (const TramaJsonValue *value)
{
  switch (yyjson_get_type (raw (value)))
    {
    case YYJSON_TYPE_BOOL:
      return TRAMA_JSON_BOOLEAN;
    case YYJSON_TYPE_NUM:
      return yyjson_is_int (raw (value)) ? TRAMA_JSON_INTEGER : TRAMA_JSON_NUMBER;
    case YYJSON_TYPE_STR:
      return TRAMA_JSON_STRING;
    case YYJSON_TYPE_ARR:
      return TRAMA_JSON_ARRAY;
    case YYJSON_TYPE_OBJ:
      return TRAMA_JSON_OBJECT;
    default:
      return TRAMA_JSON_NULL;
    }
}

gboolean
trama_json_value_is (const TramaJsonValue *value, TramaJsonType type)
{
  return value != NULL && trama_json_value_type (value) == type;
}

char *
trama_json_value_to_text (const TramaJsonValue *value)
{
  char *text = yyjson_val_write (raw (value), YYJSON_WRITE_NOFLAG, NULL);
  char *copy = g_strdup (text);

  free (text);
  return copy;
}

char *
trama_json_value_describe (const TramaJsonValue *value)
{
  g_autofree char *text = NULL;

  if (value == NULL)
    return g_strdup (_ ("nothing"));
  text = trama_json_value_to_text (value);
  if (text == NULL)
    return g_strdup ("?");
  if (g_utf8_strlen (text, -1) > 60)
    {
      g_autofree char *head = g_utf8_substring (text, 0, 59);

      return g_strconcat (head, "…", NULL);
    }
  return g_steal_pointer (&text);
}

gboolean
trama_json_get_boolean (const TramaJsonValue *value, gboolean fallback)
{
  return yyjson_is_bool (raw (value)) ? yyjson_get_bool (raw (value)) : fallback;
}

gint64
trama_json_get_integer (const TramaJsonValue *value, gint64 fallback)
{
  return yyjson_is_int (raw (value)) ? yyjson_get_sint (raw (value)) : fallback;
}

double
trama_json_get_number (const TramaJsonValue *value, double fallback)
{
  return yyjson_is_num (raw (value)) ? yyjson_get_num (raw (value)) : fallback;
}

const char *
trama_json_get_string (const TramaJsonValue *value, gsize *length)
{
  if (!yyjson_is_str (raw (value)))
    return NULL;
  if (length != NULL)
    *length = yyjson_get_len (raw (value));
  return yyjson_get_str (raw (value));
}

const TramaJsonValue *
trama_json_object_get (const TramaJsonValue *object, const char *key)
{
  return cooked (yyjson_obj_get (raw (object), key));
}

const char *
trama_json_object_get_string (const TramaJsonValue *object, const char *key)
{
  return trama_json_get_string (trama_json_object_get (object, key), NULL);
}

guint
trama_json_size (const TramaJsonValue *value)
{
  return (guint) (yyjson_is_obj (raw (value)) ? yyjson_obj_size (raw (value))
                                              : yyjson_arr_size (raw (value)));
}

void
trama_json_iter_init (TramaJsonIter *iter, const TramaJsonValue *container)
{
  yyjson_val *value = raw (container);

  g_return_if_fail (iter != NULL);

  *iter = (TramaJsonIter) { 0 };
  if (yyjson_is_obj (value))
    {
      yyjson_obj_iter object;

      yyjson_obj_iter_init (value, &object);
      iter->next = cooked (object.cur);
      iter->left = (guint) object.max;
      iter->is_object = TRUE;
    }
  else if (yyjson_is_arr (value))
    {
      yyjson_arr_iter array;

      yyjson_arr_iter_init (value, &array);
      iter->next = cooked (array.cur);
      iter->left = (guint) array.max;
    }
}

gboolean
trama_json_iter_next (TramaJsonIter *iter, const char **key, gsize *key_length,
                      const TramaJsonValue **value)
{
  g_return_val_if_fail (iter != NULL && value != NULL, FALSE);

  if (iter->left == 0)
    return FALSE;
  iter->left--;
  if (iter->is_object)
    {
      /* Keys and values lie one behind the other; the iterators of yyjson step the same way. */
      yyjson_obj_iter object = { .idx = 0, .max = 1, .cur = raw (iter->next), .obj = NULL };
      yyjson_val *name = yyjson_obj_iter_next (&object);

      if (key != NULL)
        *key = yyjson_get_str (name);
      if (key_length != NULL)
        *key_length = yyjson_get_len (name);
      *value = cooked (yyjson_obj_iter_get_val (name));
      iter->next = cooked (object.cur);
    }
  else
    {
      yyjson_arr_iter array = { .idx = 0, .max = 1, .cur = raw (iter->next) };

      *value = cooked (yyjson_arr_iter_next (&array));
      iter->next = cooked (array.cur);
    }
  return TRUE;
}

/* To the first byte that is written in another way than it is. Eight at a time: a byte is below 0x20,
 * or equal to one of the two, where a subtraction borrows from its highest bit (the usual test for a
 * zero byte). What it takes for one wrongly is looked at again, byte by byte. */
static const char *
skip_plain (const char *at, const char *end)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 highest = G_GUINT64_CONSTANT (0x8080808080808080);

  for (;;)
    {
      while (end - at >= 8)
        {
          guint64 word, quote, backslash;

          memcpy (&word, at, sizeof word);
          quote = word ^ (ones * '"');
          backslash = word ^ (ones * '\\');
          if ((((word - ones * 0x20) & ~word) | ((quote - ones) & ~quote)
               | ((backslash - ones) & ~backslash))
              & highest)
            break;
          at += 8;
        }
      for (const char *stop = MIN (at + 8, end); at < stop; at++)
        if ((guchar) *at < 0x20 || *at == '"' || *at == '\\')
          return at;
      if (at == end)
        return end;
    }
}

void
trama_json_append_string (GString *out, const char *text, gssize length)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);

  g_return_if_fail (out != NULL && text != NULL);

  g_string_append_c (out, '"');
  for (const char *start = text; start < end;)
    {
      const char *at = skip_plain (start, end);

      g_string_append_len (out, start, at - start);
      if (at == end)
        break;
      switch (*at)
        {
        case '"':
          g_string_append (out, "\\\"");
          break;
        case '\\':
          g_string_append (out, "\\\\");
          break;
        case '\n':
          g_string_append (out, "\\n");
          break;
        case '\t':
          g_string_append (out, "\\t");
          break;
        case '\r':
          g_string_append (out, "\\r");
          break;
        default:
          g_string_append_printf (out, "\\u%04x", (guchar) *at);
          break;
        }
      start = at + 1;
    }
  g_string_append_c (out, '"');
}

void
trama_json_append_integer (GString *out, gint64 value)
{
  char buffer[24];
  char *at = buffer + sizeof buffer;
  guint64 rest = value < 0 ? 0 - (guint64) value : (guint64) value;

  do
    *--at = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (value < 0)
    *--at = '-';
  g_string_append_len (out, at, buffer + sizeof buffer - at);
}

void
trama_json_append_number (GString *out, double value)
{
  g_return_if_fail (isfinite (value));

  if (value == floor (value) && fabs (value) < 9007199254740992.0)
    trama_json_append_integer (out, (gint64) value);
  else
    {
      yyjson_val number = { 0 };
      char *text;

      yyjson_set_real (&number, value);
      text = yyjson_val_write (&number, YYJSON_WRITE_NOFLAG, NULL);
      g_string_append (out, text);
      free (text);
    }
}
