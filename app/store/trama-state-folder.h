/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "trama-id.h"

G_BEGIN_DECLS

/*
 * What the program remembers of a document outside its file: $XDG_STATE_HOME/trama/documents/ID/,
 * readable by its owner only. The journal and kept versions live there, never beside the file.
 */

/* The folder of all documents; need not exist. (transfer full) */
char *trama_state_folder_root (void);
/* The folder of one; need not exist. @part: a folder inside it, or NULL. (transfer full) */
char *trama_state_folder_path (TramaId document, const char *part);
/* The same, made if it was not there. NULL with a G_IO_ERROR. (transfer full) */
char *trama_state_folder_make (TramaId document, const char *part, GError **error);

G_END_DECLS
