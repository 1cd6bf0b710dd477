/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-page-document-private.h"
#include "trama-page-flow.h"

G_BEGIN_DECLS

/* A part of the document's structure: a heading, a paragraph, a cell. Node 0 is the document. */
typedef struct
{
  const char *tag;              /* as in PDF: "H1", "P", "TD"; a literal */
  guint parent;
} TramaPageNode;

#define TRAMA_PAGE_ROOT 0
/* What cannot be parted is made to leave so much of a page for the heading above it. */
#define TRAMA_PAGE_HEADROOM 110.0

/* One pass over a document. Page numbers asked for come from the pass before. */
typedef struct
{
  const TramaPageDocument *document;
  TramaPageType *type;
  TramaChartStyle style;
  GArray *nodes;                /* TramaPageNode */
  GHashTable *pages;            /* anchor → number of its page; NULL: first pass */
  gboolean asks_pages;
  const gboolean *tight_sections;
  GHashTable *noted;            /* numbers of notes mentioned so far */
  TramaScene *verdicts[8];
  double height;                /* of a page's text */
  double caption_floor;         /* a chart's plot begins at least so far down */
  gboolean tight; /* less air: the section would else end with a few lines on a page */
} TramaPageLayout;

/* @tight: for each section whether it is set with less air; may be NULL. Borrowed. */
void trama_page_layout_init (TramaPageLayout *layout, const TramaPageDocument *document,
                             GHashTable *pages, const gboolean *tight);
void trama_page_layout_clear (TramaPageLayout *layout);
/* So much air, or less of it where the section is set tight. */
double trama_page_layout_air (const TramaPageLayout *layout, double air);
guint trama_page_layout_add_node (TramaPageLayout *layout, guint parent, const char *tag);

/* The whole document. (transfer full) */
TramaPageFlow *trama_page_layout_document (TramaPageLayout *layout);
void trama_page_layout_block (TramaPageLayout *layout, const TramaPageBlock *block, double width,
                              guint parent, TramaPageFlow *flow);
void trama_page_layout_table (TramaPageLayout *layout, const TramaPageBlock *block, double width,
                              guint parent, TramaPageFlow *flow);
void trama_page_layout_chart (TramaPageLayout *layout, const TramaPageBlock *block, double width,
                              guint parent, TramaPageFlow *flow);

void trama_page_layout_key_figures (TramaPageLayout *layout, const TramaPageBlock *block,
                                    double width, guint parent, TramaPageFlow *flow);
void trama_page_layout_pairs (TramaPageLayout *layout, const TramaPageBlock *block, double width,
                              guint parent, TramaPageFlow *flow);
void trama_page_layout_contents (TramaPageLayout *layout, const TramaPageBlock *block, double width,
                                 guint parent, TramaPageFlow *flow);
void trama_page_layout_signatures (TramaPageLayout *layout, const TramaPageBlock *block,
                                   double width, guint parent, TramaPageFlow *flow);
void trama_page_layout_columns (TramaPageLayout *layout, const TramaPageBlock *block, double width,
                                guint parent, TramaPageFlow *flow);
/* A hairline across. */
void trama_page_layout_rule (TramaPageLayout *layout, double width, guint parent, double above,
                             double below, gboolean keep, TramaPageFlow *flow);

/* How high the caption of a chart or table is at @width, with the air below it. */
double trama_page_layout_caption_height (TramaPageLayout *layout, const TramaPageBlock *block,
                                         double width);
/* Adds the caption's lines, kept together and with what follows. */
void trama_page_layout_caption (TramaPageLayout *layout, const TramaPageBlock *block, double width,
                                guint parent, TramaPageFlow *flow);

typedef struct
{
  TramaPageSetSpec set;
  double x;
  guint node;
  double above;
  double below;
  gboolean snap;
  gboolean keep_together;
  gboolean keep_with_next;
} TramaPageLines;

/* Sets @text and adds its lines as items; the first two and the last two are never parted. Returns
 * the index of the first, or the flow's length where there are none. */
guint trama_page_layout_lines (TramaPageLayout *layout, const TramaPageText *text,
                               const TramaPageLines *lines, TramaPageFlow *flow);
/* Sets @text with all references resolved. (transfer full) */
TramaPageSet *trama_page_layout_set (TramaPageLayout *layout, const TramaPageText *text,
                                     const TramaPageSetSpec *spec);
TramaPageSet *trama_page_layout_set_words (TramaPageLayout *layout, const char *words,
                                           const TramaPageSetSpec *spec);
/* Adds the anchors that the annex leads back to, for notes first mentioned in these lines. */
void trama_page_layout_note_uses (TramaPageLayout *layout, const TramaPageSet *set,
                                  guint first_line, guint n_lines, guint node, double y,
                                  GArray *fragments);

/* A column of a row of them. */
typedef struct
{
  double x;
  TramaPageFlow *flow;
} TramaPageColumnFlow;

/* Puts flows side by side as one item, or one to a page where they are higher than that. The flows
 * are freed. Returns the index of the first item. */
guint trama_page_layout_side_by_side (TramaPageLayout *layout, TramaPageColumnFlow *columns,
                                      guint n_columns, TramaPageFlow *flow);

/* NULL for a verdict without a mark. Borrowed; square, TRAMA_PAGE_MARK_SIZE wide. */
TramaScene *trama_page_layout_get_mark (TramaPageLayout *layout, TramaPageVerdict verdict);
#define TRAMA_PAGE_MARK_SIZE 8.5
TramaColourRole trama_page_verdict_colour (TramaPageVerdict verdict);

G_END_DECLS
