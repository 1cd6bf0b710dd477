/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-field-editor.h"

G_BEGIN_DECLS

/* The editors by type of field; trama_field_editor_new() chooses. */

/* Texts in one line, dates, numbers, bands and money: typed, and told how it was understood. */
#define TRAMA_TYPE_ENTRY_EDITOR (trama_entry_editor_get_type ())
G_DECLARE_FINAL_TYPE (TramaEntryEditor, trama_entry_editor, TRAMA, ENTRY_EDITOR, TramaFieldEditor)

/* Texts in several lines. */
#define TRAMA_TYPE_NOTE_EDITOR (trama_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (TramaNoteEditor, trama_note_editor, TRAMA, NOTE_EDITOR, TramaFieldEditor)

/* Choices, and yes or no. */
#define TRAMA_TYPE_CHOICE_EDITOR (trama_choice_editor_get_type ())
G_DECLARE_FINAL_TYPE (TramaChoiceEditor, trama_choice_editor, TRAMA, CHOICE_EDITOR,
                      TramaFieldEditor)

/* One record, searched by its name. */
#define TRAMA_TYPE_REFERENCE_EDITOR (trama_reference_editor_get_type ())
G_DECLARE_FINAL_TYPE (TramaReferenceEditor, trama_reference_editor, TRAMA, REFERENCE_EDITOR,
                      TramaFieldEditor)

/* A set of records, ticked in a list. */
#define TRAMA_TYPE_REFERENCES_EDITOR (trama_references_editor_get_type ())
G_DECLARE_FINAL_TYPE (TramaReferencesEditor, trama_references_editor, TRAMA, REFERENCES_EDITOR,
                      TramaFieldEditor)

G_END_DECLS
