/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-record.h"

/* The choices of each enumeration. */
#define CHOICES_BEGIN(Type, name) static const TramaChoice name##_choices[] = {
#define CHOICE(constant, choice_id, choice_label) { choice_id, choice_label },
#define CHOICES_END(Type, name) };
#include "trama-choices.def"
#undef CHOICES_BEGIN
#undef CHOICE
#undef CHOICES_END

static guint
choice_from_id (const TramaChoice *choices, guint n, const char *id)
{
  for (guint i = 0; id != NULL && i < n; i++)
    if (strcmp (choices[i].id, id) == 0)
      return i + 1;
  return 0;
}

#define CHOICES_BEGIN(Type, name) \
  const char *trama_##name##_id (Type value) \
  { \
    return value > 0 && (guint) value <= G_N_ELEMENTS (name##_choices) \
               ? name##_choices[value - 1].id \
               : NULL; \
  } \
  const char *trama_##name##_label (Type value) \
  { \
    return value > 0 && (guint) value <= G_N_ELEMENTS (name##_choices) \
               ? g_dgettext (GETTEXT_PACKAGE, name##_choices[value - 1].label) \
               : NULL; \
  } \
  Type trama_##name##_from_id (const char *id) \
  { \
    return (Type) choice_from_id (name##_choices, G_N_ELEMENTS (name##_choices), id); \
  }
#define CHOICE(constant, choice_id, choice_label)
#define CHOICES_END(Type, name)
#include "trama-choices.def"
#undef CHOICES_BEGIN
#undef CHOICE
#undef CHOICES_END

/* The fields of each kind: an array for each, found again by its constant below. */
#define K(kind) TRAMA_KIND_BIT (TRAMA_KIND_##kind)
#define FIELD(field_type, name, field_label, ...) \
  { .id = #name, .label = field_label, .type = TRAMA_FIELD_##field_type, \
    .offset = offsetof (THIS, name), __VA_ARGS__ },
#define TEXT(name, label, ...) FIELD (TEXT, name, label, __VA_ARGS__)
#define DATE(name, label, ...) FIELD (DATE, name, label, __VA_ARGS__)
#define INTEGER(name, label, ...) FIELD (INTEGER, name, label, __VA_ARGS__)
#define DECIMAL(name, label, ...) FIELD (DECIMAL, name, label, __VA_ARGS__)
#define BAND(name, label, ...) FIELD (BAND, name, label, __VA_ARGS__)
#define MONEY(name, label, ...) FIELD (MONEY, name, label, __VA_ARGS__)
#define TRUTH(name, label, ...) FIELD (TRUTH, name, label, __VA_ARGS__)
#define CHOICE(name, label, enumeration, ...) \
  FIELD (CHOICE, name, label, .choices = enumeration##_choices, \
         .n_choices = G_N_ELEMENTS (enumeration##_choices), __VA_ARGS__)
#define REF(name, label, kinds, ...) FIELD (REF, name, label, .targets = kinds, __VA_ARGS__)
#define REFS(name, label, kinds, ...) FIELD (REFS, name, label, .targets = kinds, __VA_ARGS__)

#define KIND_BEGIN(constant, id, singular, plural) static const TramaField constant##_fields[] = {
#define KIND_END };
#include "trama-kinds.def"
#undef KIND_BEGIN
#undef KIND_END

#undef TEXT
#undef DATE
#undef INTEGER
#undef DECIMAL
#undef BAND
#undef MONEY
#undef TRUTH
#undef CHOICE
#undef REF
#undef REFS
#define TEXT(...)
#define DATE(...)
#define INTEGER(...)
#define DECIMAL(...)
#define BAND(...)
#define MONEY(...)
#define TRUTH(...)
#define CHOICE(...)
#define REF(...)
#define REFS(...)
#define KIND_BEGIN(constant, kind_id, one, many) \
  [TRAMA_KIND_##constant] = { \
    .kind = TRAMA_KIND_##constant, .id = kind_id, .singular = one, .plural = many, \
    .fields = constant##_fields, .n_fields = G_N_ELEMENTS (constant##_fields), \
    .size = sizeof (THIS), .title_field = -1, .event_field = -1, .owner_field = -1, \
  },
#define KIND_END

static TramaKindInfo kinds[TRAMA_N_KINDS] = {
#include "trama-kinds.def"
};

static GHashTable *kinds_by_id;

static void
find_marked_fields (TramaKindInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (info->fields[i].flags & TRAMA_FIELD_TITLE)
        info->title_field = (int) i;
      if (info->fields[i].flags & TRAMA_FIELD_EVENT)
        info->event_field = (int) i;
      if (info->fields[i].flags & TRAMA_FIELD_OWNER)
        info->owner_field = (int) i;
    }
}

static void
ensure_ready (void)
{
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      kinds_by_id = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
        {
          find_marked_fields (&kinds[kind]);
          g_hash_table_insert (kinds_by_id, (gpointer) kinds[kind].id, GUINT_TO_POINTER (kind));
        }
      g_once_init_leave (&ready, 1);
    }
}

const TramaKindInfo *
trama_kind_info (TramaKind kind)
{
  g_return_val_if_fail (kind > TRAMA_KIND_NONE && kind < TRAMA_N_KINDS, NULL);

  ensure_ready ();
  return &kinds[kind];
}

TramaKind
trama_kind_from_id (const char *id, gsize length)
{
  ensure_ready ();
  if (id == NULL || strlen (id) != length)
    return TRAMA_KIND_NONE;
  return (TramaKind) GPOINTER_TO_UINT (g_hash_table_lookup (kinds_by_id, id));
}

const TramaField *
trama_kind_field (TramaKind kind, const char *id, gsize length)
{
  const TramaKindInfo *info = trama_kind_info (kind);

  g_return_val_if_fail (info != NULL && id != NULL, NULL);

  for (guint i = 0; i < info->n_fields; i++)
    if (strncmp (info->fields[i].id, id, length) == 0 && info->fields[i].id[length] == '\0')
      return &info->fields[i];
  return NULL;
}

const TramaField *
trama_kind_field_at (TramaKind kind, gsize offset)
{
  const TramaKindInfo *info = trama_kind_info (kind);

  g_return_val_if_fail (info != NULL, NULL);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].offset == offset)
      return &info->fields[i];
  return NULL;
}

guint
trama_kind_field_index (TramaKind kind, const TramaField *field)
{
  return (guint) (field - trama_kind_info (kind)->fields);
}

const char *
trama_kind_label (TramaKind kind)
{
  return g_dgettext (GETTEXT_PACKAGE, trama_kind_info (kind)->singular);
}

const char *
trama_kind_plural_label (TramaKind kind)
{
  return g_dgettext (GETTEXT_PACKAGE, trama_kind_info (kind)->plural);
}

const char *
trama_field_label (const TramaField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return g_dgettext (GETTEXT_PACKAGE, field->label);
}

const char *
trama_field_choice_id (const TramaField *field, guint value)
{
  g_return_val_if_fail (field != NULL, NULL);

  return value > 0 && value <= field->n_choices ? field->choices[value - 1].id : NULL;
}

const char *
trama_field_choice_label (const TramaField *field, guint value)
{
  g_return_val_if_fail (field != NULL, NULL);

  return value > 0 && value <= field->n_choices
             ? g_dgettext (GETTEXT_PACKAGE, field->choices[value - 1].label)
             : NULL;
}

guint
trama_field_choice_from_id (const TramaField *field, const char *id)
{
  g_return_val_if_fail (field != NULL, 0);

  return choice_from_id (field->choices, field->n_choices, id);
}

gboolean
trama_ids_contain (TramaIds ids, TramaId id)
{
  guint low = 0, high = ids.n;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = trama_id_compare (ids.ids[middle], id);

      if (order == 0)
        return TRUE;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}
