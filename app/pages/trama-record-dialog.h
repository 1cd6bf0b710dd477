/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A dialog with the form of one record. It says what an entry will count for while it is typed,
 * saves as one step, and keeps what was not saved as a draft.
 */
#define TRAMA_TYPE_RECORD_DIALOG (trama_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TramaRecordDialog, trama_record_dialog, TRAMA, RECORD_DIALOG, AdwDialog)

/* A new record of the programme the lens is on. @other: what it belongs to or begins at, such as the
 * firm of a tie; none: nothing. */
void trama_record_dialog_add (GtkWidget *parent, TramaWorkspace *workspace, TramaKind kind,
                              TramaId other);
/* @field: id of the field the focus goes to; NULL: the first. */
void trama_record_dialog_edit (GtkWidget *parent, TramaWorkspace *workspace,
                               const TramaRecord *record, const char *field);

G_END_DECLS
