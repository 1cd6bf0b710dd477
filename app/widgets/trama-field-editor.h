/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-record-builder.h"
#include "trama-version.h"

G_BEGIN_DECLS

/* What editors need to know of the portfolio. Borrowed by the editors for as long as the form
 * lives. */
typedef struct
{
  TramaVersion *version;
  char *currency;        /* that need not be written; NULL: none */
  gint32 today;
  GHashTable *preferred; /* TramaId *, offered first; NULL: nobody */
} TramaFormContext;

/*
 * Edits one field of a record in one or two rows of a boxed list. Subclasses know the field's type,
 * never the kind of record. Signal: "changed".
 */
#define TRAMA_TYPE_FIELD_EDITOR (trama_field_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (TramaFieldEditor, trama_field_editor, TRAMA, FIELD_EDITOR, GObject)

struct _TramaFieldEditorClass
{
  GObjectClass parent_class;

  /* Makes the rows and adds them. */
  void (*build) (TramaFieldEditor *editor, AdwPreferencesGroup *group);
  void (*load) (TramaFieldEditor *editor, const TramaRecord *record);
  /* FALSE where what is entered is no value of the field. */
  gboolean (*store) (TramaFieldEditor *editor, TramaRecordBuilder *builder);
  /* The widget to put the focus on. */
  GtkWidget *(*get_focus) (TramaFieldEditor *editor);
};

/* The editor for the field's type. (transfer full) */
TramaFieldEditor *trama_field_editor_new (const TramaField *field, const TramaFormContext *context);
void trama_field_editor_build (TramaFieldEditor *editor, AdwPreferencesGroup *group);
void trama_field_editor_load (TramaFieldEditor *editor, const TramaRecord *record);
gboolean trama_field_editor_store (TramaFieldEditor *editor, TramaRecordBuilder *builder);
GtkWidget *trama_field_editor_get_focus (TramaFieldEditor *editor);

const TramaField *trama_field_editor_get_field (TramaFieldEditor *editor);
const TramaFormContext *trama_field_editor_get_context (TramaFieldEditor *editor);
/* "Employment, people": label and unit. (transfer full) */
char *trama_field_editor_make_title (TramaFieldEditor *editor);
/* For subclasses. */
void trama_field_editor_changed (TramaFieldEditor *editor);

G_END_DECLS
