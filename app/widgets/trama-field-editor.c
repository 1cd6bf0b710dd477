/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-field-editor.h"

#include <glib/gi18n-lib.h>

#include "trama-field-editors.h"

typedef struct
{
  const TramaField *field;
  const TramaFormContext *context;
} TramaFieldEditorPrivate;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TramaFieldEditor, trama_field_editor, G_TYPE_OBJECT)

#define PRIVATE(editor) \
  ((TramaFieldEditorPrivate *) trama_field_editor_get_instance_private (editor))

static void
trama_field_editor_class_init (TramaFieldEditorClass *class)
{
  signals[CHANGED] = g_signal_new ("changed", TRAMA_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
trama_field_editor_init (TramaFieldEditor *self)
{
}

static GType
editor_type (const TramaField *field)
{
  switch (field->type)
    {
    case TRAMA_FIELD_TRUTH:
    case TRAMA_FIELD_CHOICE:
      return TRAMA_TYPE_CHOICE_EDITOR;
    case TRAMA_FIELD_REF:
      return TRAMA_TYPE_REFERENCE_EDITOR;
    case TRAMA_FIELD_REFS:
      return TRAMA_TYPE_REFERENCES_EDITOR;
    case TRAMA_FIELD_TEXT:
      return field->flags & TRAMA_FIELD_LONG ? TRAMA_TYPE_NOTE_EDITOR : TRAMA_TYPE_ENTRY_EDITOR;
    case TRAMA_FIELD_DATE:
    case TRAMA_FIELD_INTEGER:
    case TRAMA_FIELD_DECIMAL:
    case TRAMA_FIELD_BAND:
    case TRAMA_FIELD_MONEY:
    default:
      return TRAMA_TYPE_ENTRY_EDITOR;
    }
}

TramaFieldEditor *
trama_field_editor_new (const TramaField *field, const TramaFormContext *context)
{
  TramaFieldEditor *self = g_object_new (editor_type (field), NULL);

  PRIVATE (self)->field = field;
  PRIVATE (self)->context = context;
  return self;
}

void
trama_field_editor_build (TramaFieldEditor *self, AdwPreferencesGroup *group)
{
  TRAMA_FIELD_EDITOR_GET_CLASS (self)->build (self, group);
}

void
trama_field_editor_load (TramaFieldEditor *self, const TramaRecord *record)
{
  TRAMA_FIELD_EDITOR_GET_CLASS (self)->load (self, record);
}

gboolean
trama_field_editor_store (TramaFieldEditor *self, TramaRecordBuilder *builder)
{
  return TRAMA_FIELD_EDITOR_GET_CLASS (self)->store (self, builder);
}

GtkWidget *
trama_field_editor_get_focus (TramaFieldEditor *self)
{
  return TRAMA_FIELD_EDITOR_GET_CLASS (self)->get_focus (self);
}

const TramaField *
trama_field_editor_get_field (TramaFieldEditor *self)
{
  return PRIVATE (self)->field;
}

const TramaFormContext *
trama_field_editor_get_context (TramaFieldEditor *self)
{
  return PRIVATE (self)->context;
}

char *
trama_field_editor_make_title (TramaFieldEditor *self)
{
  const TramaField *field = PRIVATE (self)->field;

  if (field->unit == NULL)
    return g_strdup (trama_field_label (field));
  /* Translators: the label of a field and its unit, as in “Hours, hours” */
  return g_strdup_printf (C_ ("field and unit", "%s, %s"), trama_field_label (field),
                          g_dgettext (GETTEXT_PACKAGE, field->unit));
}

void
trama_field_editor_changed (TramaFieldEditor *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}
