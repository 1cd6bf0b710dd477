/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-record-builder.h"

G_BEGIN_DECLS

/* Values of a field as a person types them, and back. @currency: the one that need not be written;
 * NULL: none. */

/* (transfer full); empty where the value is unknown. */
char *trama_field_text_of (const TramaRecord *record, const TramaField *field,
                           const char *currency);
/*
 * Reads @text into the draft. FALSE where it cannot be; then @message (transfer full) says what
 * would be. Else @message says how it was understood, where that is not plain; or is NULL.
 */
gboolean trama_field_text_read (TramaRecordBuilder *builder, const TramaField *field,
                                const char *text, const char *currency, gint32 today,
                                char **message);

G_END_DECLS
