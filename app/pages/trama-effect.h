/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "trama-evaluation.h"

G_BEGIN_DECLS

/* What something that is being entered would count for. */
typedef struct
{
  char *text;           /* a sentence for people */
  TramaVerdict verdict; /* whose sign stands before it */
  gboolean counts;      /* it is behind some criterion */
} TramaEffect;

void trama_effect_free (TramaEffect *effect);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaEffect, trama_effect_free)

/*
 * Evaluates @programme in another thread with and without what is entered: @before and @after are
 * the version without and with it, @records the ids (TramaId) of what is entered.
 */
void trama_effect_compute_async (TramaVersion *before, TramaVersion *after, GArray *records,
                                 TramaId programme, gint32 as_of, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
/* NULL where it was cancelled. (transfer full) */
TramaEffect *trama_effect_compute_finish (GAsyncResult *result);

G_END_DECLS
