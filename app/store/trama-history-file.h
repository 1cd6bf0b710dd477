/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-history.h"

G_BEGIN_DECLS

/* What the history of one document may take up, bytes; the oldest half goes when it is more. */
#define TRAMA_HISTORY_FILE_BYTES (G_GINT64_CONSTANT (32) << 20)

/*
 * The history of a document in the state folder, over all its sessions: the steps that each save
 * put into the file, in the entries of a journal. It never travels with the file: it would show
 * what was removed from it.
 */

/* Never NULL; what cannot be read of it is left out, and so is all before that. (transfer full) */
TramaHistory *trama_history_file_read (TramaId document);
/* Writes the steps from @first up to, not with, @end behind those that are there, and that they were
 * saved. FALSE with a G_IO_ERROR. */
gboolean trama_history_file_append (TramaId document, TramaHistory *history, guint first, guint end,
                                    GError **error);
/* Writes it anew without changes of the records in @gone, and without those in which one of @words
 * is mentioned. FALSE with a G_IO_ERROR; then there is no history any more. */
gboolean trama_history_file_erase (TramaId document, GHashTable *gone, const char *const *words,
                                   GError **error);

G_END_DECLS
