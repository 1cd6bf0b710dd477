/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-journal-text.h"

#include <string.h>

#include "trama-record-json.h"
#include "trama-store-crc.h"

#define FRAME_LENGTH 18 /* two times 8 digits, a space, a newline */

void
trama_journal_append_entry (GString *out, const char *text, gsize length)
{
  g_return_if_fail (length <= G_MAXUINT32);

  g_string_append_printf (out, "%08x %08x\n", (guint) length, trama_store_crc (text, length));
  g_string_append_len (out, text, (gssize) length);
  g_string_append_c (out, '\n');
}

static void
append_text (GString *out, const char *key, const char *value)
{
  g_string_append (out, key);
  if (value != NULL)
    trama_json_append_string (out, value, -1);
  else
    g_string_append (out, "null");
}

static void
append_moment (GString *out, const char *key, gint64 moment)
{
  g_string_append (out, key);
  g_string_append_c (out, '"');
  trama_moment_append (out, moment);
  g_string_append_c (out, '"');
}

GString *
trama_journal_header_text (TramaId document, const char *base, const char *uri,
                           const char *instance, gint64 started)
{
  GString *out = g_string_new (NULL);
  char id[TRAMA_ID_LENGTH + 1];

  trama_id_to_text (document, id);
  g_string_append_printf (out, "{\"journal\":%d,\"document\":\"%s\"", TRAMA_JOURNAL_FORMAT, id);
  append_text (out, ",\"base\":", base);
  append_text (out, ",\"uri\":", uri);
  append_text (out, ",\"instance\":", instance);
  append_moment (out, ",\"started\":", started);
  g_string_append_c (out, '}');
  return out;
}

static void
append_change (GString *out, const TramaRecord *before, const TramaRecord *after)
{
  g_string_append (out, "\n{");
  if (before != NULL)
    {
      g_string_append (out, "\"before\":");
      trama_record_write_json (before, out);
    }
  if (after != NULL)
    {
      g_string_append (out, before != NULL ? ",\"after\":" : "\"after\":");
      trama_record_write_json (after, out);
    }
  g_string_append_c (out, '}');
}

GString *
trama_journal_start_text (TramaVersion *version)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "{\"start\":%u}", trama_version_size (version));
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table = trama_version_table (version, (TramaKind) kind);

      for (guint i = 0; i < trama_table_size (table); i++)
        append_change (out, NULL, trama_table_get (table, i));
    }
  return out;
}

GString *
trama_journal_step_text (const TramaChangeSet *set, gboolean backwards)
{
  GString *out = g_string_new (NULL);

  append_text (out, "{\"step\":", set->label);
  append_text (out, ",\"author\":", set->author);
  append_moment (out, ",\"when\":", set->when);
  g_string_append_printf (out, "%s,\"changes\":%u}", backwards ? ",\"backwards\":true" : "",
                          set->n);
  for (guint i = 0; i < set->n; i++)
    append_change (out, set->changes[i].before, set->changes[i].after);
  return out;
}

GString *
trama_journal_saved_text (const char *content, guint steps)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "{\"saved\":\"%s\",\"steps\":%u}", content, steps);
  return out;
}

static gboolean
read_hexadecimal (const char *text, guint32 *value)
{
  *value = 0;
  for (int i = 0; i < 8; i++)
    {
      if (!g_ascii_isxdigit (text[i]) || g_ascii_isupper (text[i]))
        return FALSE;
      *value = *value << 4 | (guint32) g_ascii_xdigit_value (text[i]);
    }
  return TRUE;
}

gboolean
trama_journal_next_entry (const char *journal, gsize length, gsize *at, const char **text,
                          gsize *text_length)
{
  const char *frame = journal + *at;
  guint32 n, crc;

  if (length - *at < FRAME_LENGTH || !read_hexadecimal (frame, &n) || frame[8] != ' '
      || !read_hexadecimal (frame + 9, &crc) || frame[FRAME_LENGTH - 1] != '\n'
      || length - *at - FRAME_LENGTH < (gsize) n + 1 || frame[FRAME_LENGTH + n] != '\n'
      || trama_store_crc (frame + FRAME_LENGTH, n) != crc)
    return FALSE;
  *text = frame + FRAME_LENGTH;
  *text_length = n;
  *at += FRAME_LENGTH + (gsize) n + 1;
  return TRUE;
}

static TramaRecord *
read_record (TramaRecordBuilder *builder, const TramaJsonValue *value, TramaProblems *problems)
{
  return value != NULL ? trama_record_read_json (builder, value, NULL, 0, problems) : NULL;
}

/* One line. The records of a change have one id and one kind. */
static gboolean
read_change (TramaRecordBuilder *builder, const TramaJsonValue *value, TramaProblems *problems,
             TramaChange *change)
{
  const TramaJsonValue *before = trama_json_object_get (value, "before");
  const TramaJsonValue *after = trama_json_object_get (value, "after");
  const TramaRecord *record;

  change->before = read_record (builder, before, problems);
  change->after = read_record (builder, after, problems);
  record = change->before != NULL ? change->before : change->after;
  if (record != NULL)
    {
      change->id = record->id;
      change->kind = trama_record_kind (record);
    }
  return (change->before == NULL) == (before == NULL) && (change->after == NULL) == (after == NULL)
         && record != NULL
         && (before == NULL || after == NULL
             || (change->before->kind == change->after->kind
                 && trama_id_equal (change->before->id, change->after->id)));
}

/* A record has one change in a step. */
static gboolean
each_once (const TramaChangeSet *set)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (trama_id_hash_pointer, trama_id_equal_pointer);

  for (guint i = 0; i < set->n; i++)
    if (!g_hash_table_add (seen, &set->changes[i].id))
      return FALSE;
  return TRUE;
}

TramaChangeSet *
trama_journal_read_changes (TramaJsonReader *reader, const char *text, gsize length, guint n)
{
  g_autoptr (TramaProblems) problems = trama_problems_new (1);
  g_autoptr (TramaChangeSet) set = NULL;
  g_auto (TramaRecordBuilder) builder = { 0 };
  const char *end = text + length;
  const char *at = memchr (text, '\n', length);

  /* Each change takes a line, so that a lie about their number takes no memory. */
  if (n > length)
    return NULL;
  set = g_new0 (TramaChangeSet, 1);
  g_atomic_ref_count_init (&set->references);
  set->changes = g_new0 (TramaChange, MAX (n, 1));
  while (at != NULL && set->n < n)
    {
      const char *line = at + 1;
      const TramaJsonValue *value;
      gboolean good;

      at = memchr (line, '\n', (gsize) (end - line));
      value = trama_json_reader_parse (reader, line, (gsize) ((at != NULL ? at : end) - line), NULL,
                                       NULL);
      good = value != NULL && read_change (&builder, value, problems, &set->changes[set->n]);
      set->n++;
      if (!good)
        return NULL;
    }
  return at == NULL && set->n == n && each_once (set) ? g_steal_pointer (&set) : NULL;
}

TramaChangeSet *
trama_journal_read_step (TramaJsonReader *reader, const TramaJsonValue *first, const char *text,
                         gsize length, gboolean *backwards)
{
  /* The reader is needed for the other lines. */
  g_autofree char *label = g_strdup (trama_json_object_get_string (first, "step"));
  g_autofree char *author = g_strdup (trama_json_object_get_string (first, "author"));
  guint n = (guint) trama_json_get_integer (trama_json_object_get (first, "changes"), 0);
  TramaChangeSet *set;
  gint64 when = 0;

  *backwards = trama_json_get_boolean (trama_json_object_get (first, "backwards"), FALSE);
  trama_moment_parse (trama_json_object_get_string (first, "when"), &when);
  set = trama_journal_read_changes (reader, text, length, n);
  if (set == NULL)
    return NULL;
  set->label = g_steal_pointer (&label);
  set->author = g_steal_pointer (&author);
  set->when = when;
  return set;
}
