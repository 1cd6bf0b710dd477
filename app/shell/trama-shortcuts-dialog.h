/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The keys of the program, in one table that both sets them and shows them. */
void trama_shortcuts_install (GtkApplication *application);
AdwDialog *trama_shortcuts_dialog_new (void);

G_END_DECLS
