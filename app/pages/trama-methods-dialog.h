/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-workspace.h"

G_BEGIN_DECLS

/* A record under every method that judges records of its kind; follows what is entered meanwhile.
 * (transfer floating) */
AdwDialog *trama_methods_dialog_new (TramaWorkspace *workspace, TramaId subject);

/* Whether there is a method for records of this kind. */
gboolean trama_methods_dialog_is_for (TramaKind kind);

G_END_DECLS
