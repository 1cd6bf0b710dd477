/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts of tables, made fit to be compared. */

/* Without blanks and invisible characters at its ends, composed (Unicode NFC). (transfer full) */
char *trama_import_clean (const char *text);
/* For comparing names that differ only in case, blanks and the width of characters.
 * (transfer full) */
char *trama_import_fold (const char *text);
/* For comparing headers and choices: as above, with hyphens and underscores taken for blanks and
 * a colon or asterisk at the end left out. (transfer full) */
char *trama_import_fold_word (const char *text);
/* “text”, cut to 60 characters, for messages. (transfer full) */
char *trama_import_quote (const char *text);

G_END_DECLS
