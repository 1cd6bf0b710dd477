/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-document.h"
#include "trama-lens.h"
#include "trama-programme-summary.h"

G_BEGIN_DECLS

/*
 * What all pages of a window share: the document, the lens, and what has been worked out of both.
 * Sums of a programme are made in a thread on a version, and shown only if they are still of what is
 * shown.
 *
 * Signals:
 *   "changed": document or lens became another; once for many changes in one go
 *   "summary-changed" (const char *programme): a new summary is there
 *   "committed" (const char *label): somebody has made a step that can be undone
 *   "failed" (const char *message): a step could not be made
 */
#define TRAMA_TYPE_WORKSPACE (trama_workspace_get_type ())
G_DECLARE_FINAL_TYPE (TramaWorkspace, trama_workspace, TRAMA, WORKSPACE, GObject)

TramaWorkspace *trama_workspace_new (TramaDocument *document);
TramaDocument *trama_workspace_get_document (TramaWorkspace *workspace);
/* The current one. Borrowed. */
TramaVersion *trama_workspace_get_version (TramaWorkspace *workspace);
TramaLens *trama_workspace_get_lens (TramaWorkspace *workspace);
gint32 trama_workspace_get_as_of (TramaWorkspace *workspace);
/* The programme that the lens is on, or else the first by name; NULL: there is none. Borrowed. */
const TramaProgramme *trama_workspace_get_programme (TramaWorkspace *workspace);
/* Its date: the portfolio's own, or today. */
gint32 trama_workspace_default_day (TramaVersion *version);

/* The latest summary, which may be of an older version or date while a new one is being made; NULL:
 * there is none yet. Borrowed. */
TramaProgrammeSummary *trama_workspace_get_summary (TramaWorkspace *workspace, TramaId programme);

/* Ends @transaction (taken over) as one step. FALSE where it failed; then "failed" has told. */
gboolean trama_workspace_commit (TramaWorkspace *workspace, TramaTransaction *transaction,
                                 const char *label);
/* Removes a record and what belongs to it, as one step. */
void trama_workspace_remove (TramaWorkspace *workspace, TramaId id);

/* What was being entered when a form was left; NULL: nothing. Borrowed. */
const TramaRecord *trama_workspace_get_draft (TramaWorkspace *workspace, TramaKind kind);
/* @record NULL: forget it. */
void trama_workspace_set_draft (TramaWorkspace *workspace, TramaKind kind,
                                const TramaRecord *record);

G_END_DECLS
