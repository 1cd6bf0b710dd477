/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Names a text by its content: XXH64 with seed 0 (Y. Collet, "xxHash fast digest algorithm",
 * format version 0.1.1). It tells saves and kept versions apart and notices changes made outside;
 * it is no protection against somebody who forges a file on purpose.
 */
guint64 trama_store_hash (const char *text, gsize length);

#define TRAMA_STORE_HASH_LENGTH 16

/* 16 lower-case hexadecimal digits and a NUL. */
void trama_store_hash_to_text (guint64 hash, char text[TRAMA_STORE_HASH_LENGTH + 1]);
/* FALSE where @text is not 16 lower-case hexadecimal digits. */
gboolean trama_store_hash_parse (const char *text, guint64 *hash);

G_END_DECLS
