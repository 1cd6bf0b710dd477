/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-change.h"
#include "trama-store-file.h"

G_BEGIN_DECLS

/*
 * What has been done to a document since its last save, written down as it happens, in a file of
 * its own in the state folder. A step is confirmed when trama_journal_append() returns: it then
 * survives the death of the program. It is durable, and survives a power cut, within a second.
 *
 * The file is made with the first step, and locked while this journal is alive. One journal may be
 * used from several threads.
 */
typedef struct _TramaJournal TramaJournal;

/* Called in the journal's own thread where a step could not be made durable. */
typedef void (*TramaJournalFailed) (const GError *error, gpointer data);

/* A journal over what @base holds; where that is in no file, its version is written down, too. */
TramaJournal *trama_journal_new (TramaStoreFile *base);
void trama_journal_set_failed (TramaJournal *journal, TramaJournalFailed failed, gpointer data);
/* Stops; what was written stays, and is offered for recovery unless trama_journal_discard() came
 * before. */
void trama_journal_free (TramaJournal *journal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaJournal, trama_journal_free)

/* Writes down a step. After a failure the journal is written anew with the next one, so that
 * nothing is left out. FALSE with a G_IO_ERROR. */
gboolean trama_journal_append (TramaJournal *journal, TramaChangeSet *set, gboolean backwards,
                               GError **error);
/* Makes everything durable now. FALSE with a G_IO_ERROR. */
gboolean trama_journal_sync (TramaJournal *journal, GError **error);
/* How many steps there are since the base. */
guint trama_journal_n_steps (TramaJournal *journal);
/* Where it is written; NULL as long as there is no step. (transfer full) */
char *trama_journal_dup_path (TramaJournal *journal);

/* Says that the file is about to hold @content, which is the base and its first @steps steps. If
 * the program dies before trama_journal_restart(), recovery knows by this what is in the file. */
gboolean trama_journal_note_save (TramaJournal *journal, guint steps, guint64 content,
                                  GError **error);
/* The first @steps steps are in the file, which now is @base. */
gboolean trama_journal_restart (TramaJournal *journal, TramaStoreFile *base, guint steps,
                                GError **error);
/* Forgets everything: it is not wanted. */
void trama_journal_discard (TramaJournal *journal);

/* Takes the lock of a journal's file; FALSE where another one holds it. Where the file system
 * knows no locks, @tag says whether its instance is alive; NULL: take it. */
gboolean trama_journal_lock (int descriptor, const char *tag);

G_END_DECLS
