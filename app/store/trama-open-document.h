/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-document.h"
#include "trama-erase-state.h"
#include "trama-history.h"
#include "trama-merge.h"
#include "trama-recovery.h"
#include "trama-store-save.h"

G_BEGIN_DECLS

/*
 * A document that is open: what is being worked on, the file it lies in, and the journal that
 * keeps its changes from getting lost. A window binds to it; what goes wrong when loading or saving
 * is state that stays until it is overcome, not a message that passes.
 *
 * Properties that notify, all read-only:
 *   "document"        TramaDocument; NULL until it is loaded, another one after each load
 *   "place"           GFile; NULL: never saved
 *   "title"           name to show: of the file without its suffix, or "New portfolio"
 *   "loading", "saving"   boolean
 *   "progress"        double from 0 to 1, while loading
 *   "load-error"      GError; why it could not be loaded; "problems" lists all that is wrong
 *   "save-error"      GError; why the last save failed
 *   "warning"         what the person should know of the last save although it went well; NULL
 *   "journal-error"   GError; why changes would be lost in a crash
 *   "read-only"       boolean: it cannot be saved where it is
 *   "damaged"         boolean: it is what was sound of a damaged file; "problems" lists the rest
 *   "changed-outside" boolean: somebody else has changed or removed the file
 *   "recovery"        TramaRecovery (pointer); what a crash has left for this document; NULL: none
 *   "recovery-state"  int, a TramaRecoveryState: whether recover() can be offered
 *
 * All functions are for the main thread; files are read and written in others.
 */
#define TRAMA_TYPE_OPEN_DOCUMENT (trama_open_document_get_type ())
G_DECLARE_FINAL_TYPE (TramaOpenDocument, trama_open_document, TRAMA, OPEN_DOCUMENT, GObject)

/* A new portfolio, in no file yet. @version: what it begins with; NULL: nothing. */
TramaOpenDocument *trama_open_document_new (TramaVersion *version);
/* The portfolio in a file; trama_open_document_load_async() is to follow. */
TramaOpenDocument *trama_open_document_new_for_place (GFile *place);
/* One that was in no file when the program died. NULL with TRAMA_ERROR_INPUT. */
TramaOpenDocument *trama_open_document_new_recovered (TramaRecovery *recovery, GError **error);

/* Reads the file, or reads it again; then changes that are not saved are dropped. FALSE with the
 * errors of trama_store_read(); what was there before stays. */
void trama_open_document_load_async (TramaOpenDocument *self, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data);
gboolean trama_open_document_load_finish (TramaOpenDocument *self, GAsyncResult *result,
                                          GError **error);

/* After a load that failed: reads what is sound, which can be looked at, changed and saved at
 * another place, never over the damaged file. trama_open_document_get_problems() lists what was
 * left out. Ends with trama_open_document_load_finish(). */
void trama_open_document_load_damaged_async (TramaOpenDocument *self, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer data);

/* Saves where it is (@place NULL) or at another place, which is its own from then on. Editing can
 * go on meanwhile. FALSE with the errors of trama_store_save(), and G_IO_ERROR_PENDING while
 * another save is under way. */
void trama_open_document_save_async (TramaOpenDocument *self, GFile *place,
                                     TramaStoreSaveFlags flags, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data);
gboolean trama_open_document_save_finish (TramaOpenDocument *self, GAsyncResult *result,
                                          GError **error);

/* Borrowed; NULL where there is none. */
TramaDocument *trama_open_document_get_document (TramaOpenDocument *self);
TramaStoreFile *trama_open_document_get_file (TramaOpenDocument *self);
GFile *trama_open_document_get_place (TramaOpenDocument *self);
const GError *trama_open_document_get_load_error (TramaOpenDocument *self);
const GError *trama_open_document_get_save_error (TramaOpenDocument *self);
const GError *trama_open_document_get_journal_error (TramaOpenDocument *self);
/* What the last load found wrong; never NULL. */
const TramaProblems *trama_open_document_get_problems (TramaOpenDocument *self);
const char *trama_open_document_get_warning (TramaOpenDocument *self);
/* (transfer full) */
char *trama_open_document_dup_title (TramaOpenDocument *self);
gboolean trama_open_document_get_loading (TramaOpenDocument *self);
gboolean trama_open_document_get_saving (TramaOpenDocument *self);
gboolean trama_open_document_get_read_only (TramaOpenDocument *self);
gboolean trama_open_document_get_damaged (TramaOpenDocument *self);
gboolean trama_open_document_get_changed_outside (TramaOpenDocument *self);
/* There is something that is in no file: changes, or a new portfolio with records. */
gboolean trama_open_document_get_needs_saving (TramaOpenDocument *self);
/* The person has read it: "save-error" and "warning" go. */
void trama_open_document_dismiss (TramaOpenDocument *self);

/* Who edits, stamped on records; also of documents loaded later. */
void trama_open_document_set_author (TramaOpenDocument *self, const char *author);

/* Borrowed; NULL: nothing was left by a crash. @state may be NULL. */
const TramaRecovery *trama_open_document_get_recovery (TramaOpenDocument *self,
                                                       TramaRecoveryState *state);
/* Makes the steps of the crashed program again. FALSE with TRAMA_ERROR_INPUT. */
gboolean trama_open_document_recover (TramaOpenDocument *self, GError **error);
/* Drops them for good. */
void trama_open_document_forget_recovery (TramaOpenDocument *self);

/*
 * Somebody else has changed the file, or there is a copy of it: @theirs is what it holds. The base
 * is found by the names of saves, among the kept versions; else it is what was opened here. NULL with
 * TRAMA_ERROR_INPUT where it is another portfolio. (transfer full)
 */
TramaMerge *trama_open_document_begin_merge (TramaOpenDocument *self, TramaStoreFile *theirs,
                                             GError **error);
/* Makes it one step of the document, that can be undone. Where @theirs is in the place of the
 * document, that can be saved over then. FALSE with TRAMA_ERROR_CHANGED where there was an edit
 * since the merge began. */
gboolean trama_open_document_take_merge (TramaOpenDocument *self, TramaMerge *merge,
                                         TramaStoreFile *theirs, GError **error);

/* What has been done to it, in this session and before, on this machine. Borrowed; new steps are
 * added to it, and it is another one after each load. */
TramaHistory *trama_open_document_get_history (TramaOpenDocument *self);

/*
 * Erases a firm, institution, person or owner group with what hangs on it: the document is saved
 * without it at once, with all other changes, and cannot be undone from then on; kept versions,
 * history and journals on this machine are cleaned. To be confirmed by the person before.
 * What could not be cleaned is in the result. NULL with the errors of a save; then nothing has
 * changed. (transfer full)
 */
void trama_open_document_erase_async (TramaOpenDocument *self, TramaId id,
                                      GAsyncReadyCallback callback, gpointer data);
TramaErasure *trama_open_document_erase_finish (TramaOpenDocument *self, GAsyncResult *result,
                                                GError **error);

/* The changes that are not saved are not wanted: the journal is removed. To be called before a
 * document is let go whose person has chosen to drop them; otherwise they are offered for recovery
 * when it is opened again. */
void trama_open_document_discard (TramaOpenDocument *self);

G_END_DECLS
