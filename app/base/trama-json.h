/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The one strict JSON reader: document, journal, methods and templates all pass through it. It
 * refuses what other readers let by: duplicate keys, integers beyond 64 bits, NUL in strings,
 * nesting beyond 64 levels, invalid UTF-8, anything after the value.
 *
 * A reader keeps its memory between texts, so that reading a file record by record costs no
 * allocations. Values are borrowed from the reader and hold until its next parse.
 */
typedef struct _TramaJsonReader TramaJsonReader;
typedef struct _TramaJsonValue TramaJsonValue;

typedef enum
{
  TRAMA_JSON_NULL,
  TRAMA_JSON_BOOLEAN,
  TRAMA_JSON_INTEGER,
  TRAMA_JSON_NUMBER,
  TRAMA_JSON_STRING,
  TRAMA_JSON_ARRAY,
  TRAMA_JSON_OBJECT,
} TramaJsonType;

TramaJsonReader *trama_json_reader_new (void);
void trama_json_reader_free (TramaJsonReader *reader);
/* NULL where the text is not strict JSON: then @message (transfer full) says why, @offset where. */
const TramaJsonValue *trama_json_reader_parse (TramaJsonReader *reader, const char *text,
                                               gsize length, char **message, gsize *offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaJsonReader, trama_json_reader_free)

TramaJsonType trama_json_value_type (const TramaJsonValue *value);
gboolean trama_json_value_is (const TramaJsonValue *value, TramaJsonType type);
/* The value as a person would write it, cut to 60 characters. (transfer full) */
char *trama_json_value_describe (const TramaJsonValue *value);
/* Compact JSON text. (transfer full) */
char *trama_json_value_to_text (const TramaJsonValue *value);

/* Each returns the fallback where the value is NULL or of another type. */
gboolean trama_json_get_boolean (const TramaJsonValue *value, gboolean fallback);
gint64 trama_json_get_integer (const TramaJsonValue *value, gint64 fallback);
double trama_json_get_number (const TramaJsonValue *value, double fallback);
/* NUL-terminated; @length may be NULL. NULL where it is no string. */
const char *trama_json_get_string (const TramaJsonValue *value, gsize *length);

/* NULL where there is no such member or @object is no object. */
const TramaJsonValue *trama_json_object_get (const TramaJsonValue *object, const char *key);
const char *trama_json_object_get_string (const TramaJsonValue *object, const char *key);

/* Elements of an array, or members of an object (then with @key). */
typedef struct
{
  const TramaJsonValue *next;
  guint left;
  gboolean is_object;
} TramaJsonIter;

guint trama_json_size (const TramaJsonValue *value);
void trama_json_iter_init (TramaJsonIter *iter, const TramaJsonValue *container);
/* @key, @key_length may be NULL. */
gboolean trama_json_iter_next (TramaJsonIter *iter, const char **key, gsize *key_length,
                               const TramaJsonValue **value);

/* Writing: text is appended to @out. Numbers are the shortest that read back the same. */
void trama_json_append_string (GString *out, const char *text, gssize length);
void trama_json_append_integer (GString *out, gint64 value);
/* @value must be finite. */
void trama_json_append_number (GString *out, double value);

G_END_DECLS
