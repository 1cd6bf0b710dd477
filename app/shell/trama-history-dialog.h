/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-open-document.h"
#include "trama-workspace.h"

G_BEGIN_DECLS

/* What has been done to the portfolio, the newest first: who, when, what, from
 * which value to which; each record can be put back to what it was before a step, as one step that
 * can itself be undone. Below it the versions of the file that were kept, to be saved as copies.
 * @record: only its steps; TRAMA_ID_NONE: all. (transfer floating) */
AdwDialog *trama_history_dialog_new (TramaWorkspace *workspace, TramaOpenDocument *open,
                                     TramaId record);

G_END_DECLS
