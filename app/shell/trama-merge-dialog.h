/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-open-document.h"

G_BEGIN_DECLS

/* @merged: the document now holds both; FALSE: nothing was changed. */
typedef void (*TramaMergeDone) (gboolean merged, gpointer data);

/*
 * Puts what somebody else has saved in the document's file together with what is here. Where both
 * have changed the same field differently, a dialog asks, one by one; else it is done at once. One
 * step to undo. @done is called once, on the main thread.
 */
void trama_merge_dialog_run (GtkWidget *parent, TramaOpenDocument *open, TramaMergeDone done,
                             gpointer data);

G_END_DECLS
