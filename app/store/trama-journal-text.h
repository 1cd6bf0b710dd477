/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-change.h"
#include "trama-json.h"

G_BEGIN_DECLS

/*
 * How a journal is written. It is a row of entries, each one
 *
 *   LENGTH CRC\n        8 hexadecimal digits each: bytes of the text, and their CRC-32C
 *   TEXT\n
 *
 * TEXT is one or more lines of JSON. The first entry is the journal's header, the others say:
 *
 *   {"journal":1,"document":ID,"base":NAME,"uri":URI,"instance":TAG,"started":MOMENT}
 *   {"start":N}                      the records an untitled portfolio began with; N lines follow
 *   {"step":LABEL,"author":…,"when":MOMENT,"backwards":true,"changes":N}     N lines follow
 *   {"saved":NAME,"steps":N}         after the first N steps, the file was about to hold NAME
 *
 * and each of the lines that follow is {"before":RECORD,"after":RECORD}, one of the two missing
 * where a record was added or removed. NAME is that of a content, see trama_store_name_content().
 */
#define TRAMA_JOURNAL_FORMAT 1
#define TRAMA_JOURNAL_SUFFIX ".journal"

/* Appends an entry around @text. */
void trama_journal_append_entry (GString *out, const char *text, gsize length);

/* Texts of entries, without the frame. (transfer full) */
GString *trama_journal_header_text (TramaId document, const char *base, const char *uri,
                                    const char *instance, gint64 started);
GString *trama_journal_start_text (TramaVersion *version);
GString *trama_journal_step_text (const TramaChangeSet *set, gboolean backwards);
GString *trama_journal_saved_text (const char *content, guint steps);

/*
 * The next whole entry of a journal, from *@at on, which is moved behind it. @text is borrowed.
 * FALSE at the end, and where what follows is torn or damaged.
 */
gboolean trama_journal_next_entry (const char *journal, gsize length, gsize *at, const char **text,
                                   gsize *text_length);

/* The changes on the lines behind the first of an entry's text; NULL where they are not @n sound
 * ones. (transfer full) */
TramaChangeSet *trama_journal_read_changes (TramaJsonReader *reader, const char *text, gsize length,
                                            guint n);

/* The step in an entry's text, whose first line is @first, a value of @reader; NULL where it is no
 * sound one. (transfer full) */
TramaChangeSet *trama_journal_read_step (TramaJsonReader *reader, const TramaJsonValue *first,
                                         const char *text, gsize length, gboolean *backwards);

G_END_DECLS
