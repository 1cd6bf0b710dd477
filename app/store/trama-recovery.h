/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-document.h"
#include "trama-store-file.h"

G_BEGIN_DECLS

/* How a journal fits what is in the file now. */
typedef enum
{
  TRAMA_RECOVERY_FITS,    /* its steps can be made again on what is in the file */
  TRAMA_RECOVERY_NOTHING, /* all its steps are in the file */
  TRAMA_RECOVERY_ANOTHER_BASE, /* the file was changed by others: this is a matter of merging */
} TramaRecoveryState;

/*
 * The journal of a program that died before it could save. Its steps are read when they are
 * asked for; what is torn off at its end by the crash is left out.
 */
typedef struct
{
  char *path;
  TramaId document;
  char *base;     /* the content it is over, as in TramaStoreFile.saves; NULL: in no file yet */
  char *uri;      /* of the file; NULL: in no file yet */
  gint64 started; /* seconds since 1970 UTC */
  gint64 last;    /* of its last step */
  char *last_label;
  guint n_steps;
  gboolean torn; /* something at its end could not be read */

  /* Private. */
  GArray *saves; /* what the file was about to hold, and after which step */
  int claim;     /* a descriptor that holds its lock; −1: not claimed */
} TramaRecovery;

void trama_recovery_free (TramaRecovery *recovery);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaRecovery, trama_recovery_free)

/* The journals of @document, or of all (TRAMA_ID_NONE), that nobody is writing any more and that
 * have steps; the last one first. (transfer full) (element-type TramaRecovery) */
GPtrArray *trama_recovery_list (TramaId document);
/* How it fits @file; @first (out, may be NULL): the first step that is not in it. */
TramaRecoveryState trama_recovery_state (const TramaRecovery *recovery, const TramaStoreFile *file,
                                         guint *first);
/* What a document that was in no file began with. NULL with TRAMA_ERROR_INPUT. (transfer full) */
TramaVersion *trama_recovery_read_start (const TramaRecovery *recovery, GError **error);
/*
 * Makes the steps from @first on again in @document. From here on until it is freed, no other
 * program can recover from this journal. FALSE with TRAMA_ERROR_INPUT where they do
 * not fit; then the document is at the last step that did.
 */
gboolean trama_recovery_replay (TramaRecovery *recovery, guint first, TramaDocument *document,
                                GError **error);
/* Removes the journal: it has been recovered and is in another one, or is not wanted. */
void trama_recovery_forget (const TramaRecovery *recovery);

G_END_DECLS
