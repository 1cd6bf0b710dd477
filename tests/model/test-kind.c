/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every kind's table has to keep to, whatever is added to it. */
#include "trama-record.h"

#include <string.h>

static gboolean
is_name (const char *text, char separator)
{
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_islower (*at) && !(g_ascii_isdigit (*at) && at > text)
        && !(*at == separator && at > text && at[1] != '\0'))
      return FALSE;
  return *text != '\0';
}

static void
test_kinds (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      const TramaKindInfo *info = trama_kind_info ((TramaKind) kind);

      g_assert_cmpuint (info->kind, ==, kind);
      g_assert_true (is_name (info->id, '-'));
      g_assert_true (g_hash_table_add (seen, (gpointer) info->id));
      g_assert_cmpuint (trama_kind_from_id (info->id, strlen (info->id)), ==, kind);
      g_assert_true (*trama_kind_label ((TramaKind) kind) != '\0');
      g_assert_true (*trama_kind_plural_label ((TramaKind) kind) != '\0');
      g_assert_cmpuint (info->n_fields, >, 0);
    }
  g_assert_cmpuint (trama_kind_from_id ("planet", 6), ==, TRAMA_KIND_NONE);
  g_assert_cmpuint (trama_kind_from_id ("firm", 3), ==, TRAMA_KIND_NONE);
  g_assert_cmpuint (trama_kind_from_id (NULL, 0), ==, TRAMA_KIND_NONE);
}

static void
check_field (const TramaKindInfo *info, const TramaField *field)
{
  /* The record's own members in the file. */
  static const char *const reserved[] = { "record", "id", "entered", "entered_by", NULL };

  g_assert_true (is_name (field->id, '_'));
  g_assert_false (g_strv_contains (reserved, field->id));
  g_assert_true (*trama_field_label (field) != '\0');
  g_assert_cmpuint (field->offset, >=, sizeof (TramaRecord));
  g_assert_cmpuint (field->offset, <, info->size);
  g_assert_true (trama_kind_field (info->kind, field->id, strlen (field->id)) == field);
  g_assert_true (trama_kind_field_at (info->kind, field->offset) == field);
  g_assert_true (&info->fields[trama_kind_field_index (info->kind, field)] == field);
  if (field->flags & (TRAMA_FIELD_EVENT | TRAMA_FIELD_DAY | TRAMA_FIELD_MONTH))
    g_assert_cmpint (field->type, ==, TRAMA_FIELD_DATE);
  if (field->flags & (TRAMA_FIELD_TITLE | TRAMA_FIELD_LONG))
    g_assert_cmpint (field->type, ==, TRAMA_FIELD_TEXT);
  if (field->flags & TRAMA_FIELD_OWNER)
    {
      g_assert_cmpint (field->type, ==, TRAMA_FIELD_REF);
      g_assert_true (field->flags & TRAMA_FIELD_REQUIRED);
    }
  g_assert_true ((field->targets != 0)
                 == (field->type == TRAMA_FIELD_REF || field->type == TRAMA_FIELD_REFS));
  g_assert_cmpuint (field->targets & ~TRAMA_ALL_KINDS, ==, 0);
  g_assert_true ((field->n_choices > 0) == (field->type == TRAMA_FIELD_CHOICE));
  g_assert_cmpfloat (field->min, <=, field->max);
  for (guint i = 1; i <= field->n_choices; i++)
    {
      const char *id = trama_field_choice_id (field, i);

      g_assert_true (is_name (id, '-') || strlen (id) == 1);
      g_assert_true (*trama_field_choice_label (field, i) != '\0');
      g_assert_cmpuint (trama_field_choice_from_id (field, id), ==, i);
    }
  g_assert_null (trama_field_choice_id (field, 0));
  g_assert_null (trama_field_choice_id (field, field->n_choices + 1));
}

static void
test_fields (void)
{
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      const TramaKindInfo *info = trama_kind_info ((TramaKind) kind);
      guint titles = 0, events = 0, owners = 0;

      for (guint i = 0; i < info->n_fields; i++)
        {
          check_field (info, &info->fields[i]);
          titles += (info->fields[i].flags & TRAMA_FIELD_TITLE) != 0;
          events += (info->fields[i].flags & TRAMA_FIELD_EVENT) != 0;
          owners += (info->fields[i].flags & TRAMA_FIELD_OWNER) != 0;
          for (guint j = 0; j < i; j++)
            {
              g_assert_cmpstr (info->fields[i].id, !=, info->fields[j].id);
              g_assert_cmpuint (info->fields[i].offset, !=, info->fields[j].offset);
            }
        }
      g_assert_cmpuint (titles, <=, 1);
      g_assert_cmpuint (events, <=, 1);
      g_assert_cmpuint (owners, <=, 1);
      g_assert_true ((info->title_field >= 0) == titles);
      g_assert_true ((info->event_field >= 0) == events);
      g_assert_true ((info->owner_field >= 0) == owners);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/kind/kinds", test_kinds);
  g_test_add_func ("/model/kind/fields", test_fields);
  return g_test_run ();
}
