/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks, step by step, for what a portfolio begins with: the agency, a cluster, a programme. Signal:
 * "made" (TramaVersion *, as a pointer). */
#define TRAMA_TYPE_NEW_DIALOG (trama_new_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TramaNewDialog, trama_new_dialog, TRAMA, NEW_DIALOG, AdwDialog)

/* @author: who is stamped on the records; NULL: nobody. */
AdwDialog *trama_new_dialog_new (const char *author);

G_END_DECLS
