/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-style.h"

G_BEGIN_DECLS

/*
 * Words for the page: plain text with bold and italic parts, superior note numbers and links to
 * other places of the same document. Composed once, then given to a block, which owns it.
 *
 * A place is named by an anchor, any string; blocks and rows of tables carry anchors. A link to an
 * anchor that no block carries is set as plain text.
 */
typedef struct _TramaPageText TramaPageText;

typedef enum
{
  TRAMA_PAGE_TEXT_PLAIN = 0,
  TRAMA_PAGE_TEXT_BOLD = 1 << 0,
  TRAMA_PAGE_TEXT_ITALIC = 1 << 1,
} TramaPageTextStyle;

/* @words: plain text, newlines start new lines; NULL reads as empty. */
TramaPageText *trama_page_text_new (const char *words);
TramaPageText *trama_page_text_new_bold (const char *words);
TramaPageText *trama_page_text_new_printf (const char *format, ...) G_GNUC_PRINTF (1, 2);
TramaPageText *trama_page_text_copy (const TramaPageText *text);
void trama_page_text_free (TramaPageText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaPageText, trama_page_text_free)

void trama_page_text_append (TramaPageText *text, const char *words);
/* @colour: TRAMA_COLOUR_NONE leaves the block's own. */
void trama_page_text_append_styled (TramaPageText *text, const char *words,
                                    TramaPageTextStyle style, TramaColourRole colour);
/*
 * Superior numbers, in the order given, set as "4–6" or "7, 8"; each leads to the anchor
 * trama_page_text_note_anchor() of its number. The first mention of a number in a document carries
 * trama_page_text_use_anchor(), so that the annex can lead back.
 */
void trama_page_text_append_notes (TramaPageText *text, const guint *numbers, guint n_numbers);
void trama_page_text_append_link (TramaPageText *text, const char *words, const char *anchor);
/* The number of the page on which @anchor stands; and of the chart or table that carries it, with
 * its word: "Figure 2.1". Each is a link. */
void trama_page_text_append_page_of (TramaPageText *text, const char *anchor);
void trama_page_text_append_number_of (TramaPageText *text, const char *anchor);

/* "note-4" and "use-4". (transfer full) */
char *trama_page_text_note_anchor (guint number);
char *trama_page_text_use_anchor (guint number);

gboolean trama_page_text_is_empty (const TramaPageText *text);

G_END_DECLS
