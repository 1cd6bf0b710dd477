/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-workspace.h"

G_BEGIN_DECLS

/* Closes months of a programme: says that nothing else happened in them than what is recorded.
 * Until then "not met" cannot be said of them. */
AdwDialog *trama_close_month_dialog_new (TramaWorkspace *workspace, TramaId programme);

G_END_DECLS
