/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-workspace.h"

G_BEGIN_DECLS

/* What the forms know of kinds: what a new record begins with, and which fields come first. */

/* A record that is in no version yet, of the programme the lens is on and of its date. @other: see
 * trama_record_dialog_add(). (transfer full) */
TramaRecord *trama_record_presets_new (TramaWorkspace *workspace, TramaKind kind, TramaId other);
/* Ids of fields that are settled; NULL: none. */
const char *const *trama_record_presets_hidden (TramaKind kind);
/* Ids of fields that stand in the first group; NULL: those the form thinks best. */
const char *const *trama_record_presets_leading (TramaKind kind);
/* "Log Activity", "Add Ledger Entry", "Edit Firm". */
const char *trama_record_presets_title (TramaKind kind, gboolean is_new);

G_END_DECLS
