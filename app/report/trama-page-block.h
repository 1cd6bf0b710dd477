/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-page-table.h"
#include "trama-scene.h"

G_BEGIN_DECLS

/*
 * What a page is made of. A block is composed once and added to a document or to a column, which
 * then owns it. Texts, tables and scenes given to a block are (transfer full), strings are copied.
 */
typedef struct _TramaPageBlock TramaPageBlock;

void trama_page_block_free (TramaPageBlock *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaPageBlock, trama_page_block_free)

/* Where links to the block lead. */
void trama_page_block_set_anchor (TramaPageBlock *block, const char *anchor);
/* Not parted from the beginning of the block after it. Headings always are so. */
void trama_page_block_set_keep_with_next (TramaPageBlock *block, gboolean keep);

/* Of a paragraph. */
void trama_page_block_set_align (TramaPageBlock *block, TramaPageAlign align);

/* @level: 1 (17/21: the finding of a section), 2 (10.5/13), 3 (9.5/13). */
TramaPageBlock *trama_page_block_new_heading (guint level, TramaPageText *text);

typedef enum
{
  TRAMA_PAGE_PARAGRAPH_BODY = 0,   /* 9.5/13 */
  TRAMA_PAGE_PARAGRAPH_COLUMN,     /* 9/12: columns of text */
  TRAMA_PAGE_PARAGRAPH_ASIDE,      /* 8/10.5 */
  TRAMA_PAGE_PARAGRAPH_SMALL,      /* 7/9, second ink: what is said about figures */
  TRAMA_PAGE_PARAGRAPH_TITLE,      /* 28/32, bold: the cover */
  TRAMA_PAGE_PARAGRAPH_SUBTITLE,   /* 17/24: below it */
} TramaPageParagraphStyle;

TramaPageBlock *trama_page_block_new_paragraph (TramaPageParagraphStyle style, TramaPageText *text);

/* A list; @ordered: numbered from 1. Items are set in @style. */
TramaPageBlock *trama_page_block_new_list (TramaPageParagraphStyle style, gboolean ordered);
void trama_page_block_add_item (TramaPageBlock *list, TramaPageText *text);

/* A row of large figures with words below each, between two hairlines; two to four read well. */
TramaPageBlock *trama_page_block_new_key_figures (void);
void trama_page_block_add_key_figure (TramaPageBlock *row, const char *figure,
                                      TramaPageText *words);

/* Names in bold at the left, what they are beside them: the cover's "Period", "Prepared for". */
TramaPageBlock *trama_page_block_new_pairs (void);
void trama_page_block_add_pair (TramaPageBlock *pairs, const char *name, TramaPageText *text);

/*
 * Charts and tables are numbered within their section ("Figure 2.1") and carry a caption: @title
 * states the finding in one sentence, @subtitle says what is shown, its unit and date, @source is
 * set below, small. Each may be NULL; without a @title a block has no number.
 */
TramaPageBlock *trama_page_block_new_chart (TramaScene *scene, const char *title,
                                            const char *subtitle, const char *source);
TramaPageBlock *trama_page_block_new_table (TramaPageTable *table, const char *title,
                                            const char *subtitle, const char *source);

/* Cells side by side on the grid. The spans should not sum to over 12. */
TramaPageBlock *trama_page_block_new_columns (void);
/* Returns the cell's index. */
guint trama_page_block_add_column (TramaPageBlock *columns, guint span);
/* @block: (transfer full) */
void trama_page_block_add_to_column (TramaPageBlock *columns, guint column, TramaPageBlock *block);

/* A hairline across. */
TramaPageBlock *trama_page_block_new_rule (void);
/* So many half baselines (6.5 pt) of nothing; none at the top of a page. */
TramaPageBlock *trama_page_block_new_space (guint half_lines);
TramaPageBlock *trama_page_block_new_page_break (void);
/* The sections of the document with their pages, in two columns. @name is set in bold beside. */
TramaPageBlock *trama_page_block_new_contents (const char *name);
/* Lines to sign on, side by side: below each @words, such as "Prepared by" and a name. */
TramaPageBlock *trama_page_block_new_signatures (void);
void trama_page_block_add_signature (TramaPageBlock *signatures, const char *role, const char *name,
                                     const char *day);

G_END_DECLS
