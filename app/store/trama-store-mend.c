/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-store-mend.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHOWN 60 /* bytes of what was found */

/* Both without their quotation marks or spaces. */
typedef struct
{
  const char *start; /* the quotation mark before the key */
  gsize key_length;
  gsize length;   /* of all of it */
  gboolean sound; /* it can be part of an object */
} Member;

static void
flaw_free (TramaStoreFlaw *flaw)
{
  g_free (flaw->key);
  g_free (flaw->found);
  g_free (flaw->message);
  g_free (flaw);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static const char *
skip_space (const char *at, const char *end)
{
  while (at < end && is_space (*at))
    at++;
  return at;
}

/* Behind the closing quotation mark; NULL where there is none. */
static const char *
skip_string (const char *at, const char *end)
{
  for (at++; at < end && *at != '"'; at++)
    if (*at == '\\' && at + 1 < end)
      at++;
  return at < end ? at + 1 : NULL;
}

/* To the comma or brace that ends the member, or to the end of the text. */
static const char *
skip_member (const char *at, const char *end)
{
  guint depth = 0;

  while (at < end)
    {
      if (*at == '"')
        {
          const char *behind = skip_string (at, end);

          if (behind == NULL)
            return end;
          at = behind;
          continue;
        }
      if (*at == '{' || *at == '[')
        depth++;
      else if ((*at == '}' || *at == ']') && depth > 0)
        depth--;
      else if ((*at == '}' || *at == ',') && depth == 0)
        return at;
      at++;
    }
  return end;
}

/* Cut short, and as text that a terminal can show. */
static char *
show (const char *text, gsize length)
{
  g_autofree char *part = g_utf8_make_valid (text, (gssize) MIN (length, SHOWN));

  for (char *at = part; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  return length > SHOWN ? g_strconcat (part, "…", NULL) : g_steal_pointer (&part);
}

/* @message is taken. */
static void
add_flaw (GPtrArray *flaws, const char *key, gsize key_length, const char *found,
          gsize found_length, char *message, gsize offset)
{
  TramaStoreFlaw *flaw = g_new0 (TramaStoreFlaw, 1);

  flaw->key = key != NULL ? show (key, key_length) : NULL;
  flaw->found = found_length > 0 ? show (found, found_length) : NULL;
  flaw->message = message;
  flaw->offset = offset;
  g_ptr_array_add (flaws, flaw);
}

static gboolean
is_sound (TramaJsonReader *reader, const Member *member, char **message, gsize *offset)
{
  g_autoptr (GString) object = g_string_sized_new (member->length + 2);

  g_string_append_c (object, '{');
  g_string_append_len (object, member->start, (gssize) member->length);
  g_string_append_c (object, '}');
  return trama_json_reader_parse (reader, object->str, object->len, message, offset) != NULL;
}

/* What stands behind the key and its colon. */
static const char *
value_of (const Member *member, gsize *length)
{
  const char *end = member->start + member->length;
  const char *at = member->start + member->key_length + 2;

  at = at < end ? skip_space (at, end) : end;
  if (at < end && *at == ':')
    at = skip_space (at + 1, end);
  *length = (gsize) (end - at);
  return at;
}

/* To behind the member; its end where it is the last of the text. */
static const char *
take_member (TramaJsonReader *reader, const char *text, const char *at, const char *end,
             GArray *members, GPtrArray *flaws)
{
  const char *stop = skip_member (at, end);
  const char *key_end = *at == '"' ? skip_string (at, end) : NULL;
  Member member = { .start = at };
  const char *value;
  char *message = NULL;
  gsize offset = 0, length;

  for (member.length = (gsize) (stop - at); member.length > 0 && is_space (at[member.length - 1]);)
    member.length--;
  if (key_end == NULL || key_end > stop)
    {
      add_flaw (flaws, NULL, 0, at, member.length, g_strdup (_ ("not a member of a record")),
                (gsize) (at - text));
      return stop;
    }
  member.key_length = (gsize) (key_end - at) - 2;
  member.sound = is_sound (reader, &member, &message, &offset);
  if (!member.sound)
    {
      value = value_of (&member, &length);
      add_flaw (flaws, at + 1, member.key_length, value, length, message,
                MIN ((gsize) (at - text) + (offset > 0 ? offset - 1 : 0), (gsize) (stop - text)));
    }
  g_array_append_val (members, member);
  return stop;
}

/* Of members given twice none is sound; the first that comes again is told. */
static void
find_twice (GArray *members, const char *text, GPtrArray *flaws)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < members->len; i++)
    {
      Member *member = &g_array_index (members, Member, i);
      g_autofree char *key = g_strndup (member->start + 1, member->key_length);
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));
      const char *value;
      gsize length;

      if (before > 0)
        {
          g_array_index (members, Member, before - 1).sound = FALSE;
          value = value_of (member, &length);
          if (member->sound)
            add_flaw (flaws, member->start + 1, member->key_length, value, length,
                      g_strdup_printf (_ ("the member “%s” is given twice"), key),
                      (gsize) (member->start - text));
          member->sound = FALSE;
        }
      else
        g_hash_table_insert (seen, g_steal_pointer (&key), GUINT_TO_POINTER (i + 1));
    }
}

GString *
trama_store_mend (TramaJsonReader *reader, const char *text, gsize length, GPtrArray **flaws)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (Member));
  const char *end = text + length;
  const char *at = skip_space (text, end);
  GString *mended;
  guint before = 0; /* the last member */

  g_return_val_if_fail (reader != NULL && text != NULL && flaws != NULL, NULL);

  *flaws = g_ptr_array_new_with_free_func ((GDestroyNotify) flaw_free);
  if (at == end || *at != '{')
    return NULL;
  for (at = skip_space (at + 1, end); at < end && *at != '}'; at = skip_space (at, end))
    {
      before = (*flaws)->len;
      at = take_member (reader, text, at, end, members, *flaws);
      if (at < end && *at == ',')
        {
          before = (*flaws)->len;
          at++;
        }
    }
  /* Unless what is cut has just been told of. */
  if (at == end && (*flaws)->len <= before)
    add_flaw (*flaws, NULL, 0, NULL, 0, g_strdup (_ ("the record is cut short")), length);
  else if (at < end && skip_space (at + 1, end) < end)
    add_flaw (*flaws, NULL, 0, at + 1, (gsize) (end - at - 1),
              g_strdup (_ ("something follows the record")), (gsize) (at + 1 - text));
  find_twice (members, text, *flaws);
  mended = g_string_new ("{");
  for (guint i = 0; i < members->len; i++)
    {
      const Member *member = &g_array_index (members, Member, i);

      if (!member->sound)
        continue;
      if (mended->len > 1)
        g_string_append_c (mended, ',');
      g_string_append_len (mended, member->start, (gssize) member->length);
    }
  g_string_append_c (mended, '}');
  return mended;
}
