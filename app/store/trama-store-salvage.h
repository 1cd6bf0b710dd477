/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-store-file.h"

G_BEGIN_DECLS

/*
 * Reads what is sound of a damaged file. Every value, reference and record that is not is left out
 * and told in @left_out (may be NULL) with its line, record and field; a reference that is required
 * takes its record along. What is in the file now is not touched, and the result is in no file yet,
 * so that saving it needs a new place.
 *
 * Errors: TRAMA_ERROR_NEWER: written by a newer version, of which too little is understood;
 * TRAMA_ERROR_INPUT: no record can be found in it; G_IO_ERROR. (transfer full)
 */
TramaStoreFile *trama_store_salvage (GFile *place, TramaProblems *left_out,
                                     GCancellable *cancellable, GError **error);
/* The same of a text in memory; @name stands in the messages, NULL: none. (transfer full) */
TramaStoreFile *trama_store_salvage_text (const char *text, gsize length, const char *name,
                                          TramaProblems *left_out, GCancellable *cancellable,
                                          GError **error);

G_END_DECLS
