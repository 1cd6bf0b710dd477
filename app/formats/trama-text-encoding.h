/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-problem.h"

G_BEGIN_DECLS

/* How the bytes of a file were read as text. */
typedef struct
{
  char *name; /* "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", or as it was asked for */
  gboolean marked; /* a byte order mark said so */
  guint foreign_line; /* windows-1252: the first line that is not UTF-8; else 0 */
} TramaTextEncoding;

void trama_text_encoding_clear (TramaTextEncoding *encoding);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TramaTextEncoding, trama_text_encoding_clear)

/*
 * Reads @bytes as text in UTF-8, without a byte order mark.
 *
 * A byte order mark decides; else @asked, an encoding's name. Where that is NULL, every second byte
 * being zero means UTF-16; what is valid UTF-8 is UTF-8; the rest is windows-1252 (which ISO 8859-1
 * is a part of), unless some of it is UTF-8 beyond ASCII: then the file is broken or two encodings
 * were pasted together, and reading it either way would spoil names without a word.
 *
 * NULL where the bytes are not text in that encoding, or hold control characters as only binary
 * files do; then @problem (transfer full) says on which line. (transfer full)
 */
char *trama_text_decode (const char *bytes, gsize length, const char *asked,
                         TramaTextEncoding *encoding, gsize *decoded_length,
                         TramaProblem **problem);

G_END_DECLS
