/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The inside of a block, shared by the files that compose and lay it out; nobody else's. */

#include "trama-page-block.h"

G_BEGIN_DECLS

typedef enum
{
  TRAMA_PAGE_BLOCK_HEADING,
  TRAMA_PAGE_BLOCK_PARAGRAPH,
  TRAMA_PAGE_BLOCK_LIST,
  TRAMA_PAGE_BLOCK_KEY_FIGURES,
  TRAMA_PAGE_BLOCK_PAIRS,
  TRAMA_PAGE_BLOCK_CHART,
  TRAMA_PAGE_BLOCK_TABLE,
  TRAMA_PAGE_BLOCK_COLUMNS,
  TRAMA_PAGE_BLOCK_RULE,
  TRAMA_PAGE_BLOCK_SPACE,
  TRAMA_PAGE_BLOCK_PAGE_BREAK,
  TRAMA_PAGE_BLOCK_CONTENTS,
  TRAMA_PAGE_BLOCK_SIGNATURES,
} TramaPageBlockType;

/* One of several in a list, a row of figures, pairs or signatures. */
typedef struct
{
  char *name;                /* the figure, the name of a pair, the role that signs */
  char *day;                 /* of a signature */
  TramaPageText *text;
} TramaPagePart;

typedef struct
{
  guint span;
  GPtrArray *blocks;
} TramaPageCellBlocks;

struct _TramaPageBlock
{
  TramaPageBlockType type;
  char *anchor;
  gboolean keep_with_next;
  guint level;               /* of a heading; half lines of a space */
  TramaPageParagraphStyle style;
  TramaPageAlign align;
  gboolean ordered;
  TramaPageText *text;
  GArray *parts;             /* TramaPagePart */
  GArray *cells;             /* TramaPageCellBlocks */
  TramaScene *scene;
  TramaPageTable *table;
  char *title;
  char *subtitle;
  char *source;
  char *number;              /* "Figure 2.1": set when the document numbers itself */
};

/* Whether it is a chart or table with a caption to number. */
gboolean trama_page_block_is_numbered (const TramaPageBlock *block);

G_END_DECLS
