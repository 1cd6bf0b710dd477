/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "trama-change.h"

G_BEGIN_DECLS

/*
 * A portfolio that is being worked on: its current version, the steps that led there and back, and
 * which of them is saved. Views listen to ::changed and read the version; nobody else keeps state.
 *
 * Properties that notify: "modified", "undo-label", "redo-label" (NULL: nothing to undo or redo).
 * Signal "changed" (TramaChangeSet *set, gboolean backwards): after each step, undo and redo; @set
 * is NULL where the whole version was replaced.
 */
#define TRAMA_TYPE_DOCUMENT (trama_document_get_type ())
G_DECLARE_FINAL_TYPE (TramaDocument, trama_document, TRAMA, DOCUMENT, GObject)

/* A clock in seconds since 1970 UTC, passed in so that tests stand still. */
typedef gint64 (*TramaClock) (gpointer data);

/* Takes a reference to @version. The document counts as saved. */
TramaDocument *trama_document_new (TramaVersion *version);
/* Borrowed. */
TramaVersion *trama_document_get_version (TramaDocument *document);
/* Stamped on new records; NULL: none. */
void trama_document_set_author (TramaDocument *document, const char *author);
const char *trama_document_get_author (TramaDocument *document);
void trama_document_set_clock (TramaDocument *document, TramaClock clock, gpointer data);
/* For new ids; the document's own, random unless it was set otherwise. */
TramaIdSource *trama_document_get_id_source (TramaDocument *document);

/* A transaction over the current version. (transfer full) */
TramaTransaction *trama_document_begin (TramaDocument *document);
/*
 * Ends it as one step named @label. FALSE with an error where it cannot be; TRUE without a step
 * where nothing changed. The transaction is freed in any case, and must be over the version that
 * is still current.
 */
gboolean trama_document_commit (TramaDocument *document, TramaTransaction *transaction,
                                const char *label, GError **error);
/* Makes a step that is at hand, as recovery from a journal does. One that takes back the last step,
 * or makes the last one that was taken back again, moves along the history; any other is a new
 * step in it. */
void trama_document_replay (TramaDocument *document, TramaChangeSet *set, gboolean backwards);

gboolean trama_document_undo (TramaDocument *document);
gboolean trama_document_redo (TramaDocument *document);
const char *trama_document_get_undo_label (TramaDocument *document);
const char *trama_document_get_redo_label (TramaDocument *document);
gboolean trama_document_get_modified (TramaDocument *document);
/* The version that was current when it was read for saving is now in the file. */
void trama_document_mark_saved (TramaDocument *document, TramaVersion *version);

G_END_DECLS
