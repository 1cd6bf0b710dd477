/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks of text as items of a flow. */

#include "trama-page-layout.h"

#define HALF_LINE (TRAMA_PAGE_BASELINE / 2)
#define INDENT 13.0

static const struct
{
  TramaPageRole role;
  double above;
  double below;
} paragraphs[] = {
  [TRAMA_PAGE_PARAGRAPH_BODY] = { TRAMA_PAGE_ROLE_BODY, 0, HALF_LINE },
  [TRAMA_PAGE_PARAGRAPH_COLUMN] = { TRAMA_PAGE_ROLE_COLUMN, 0, 4 },
  [TRAMA_PAGE_PARAGRAPH_ASIDE] = { TRAMA_PAGE_ROLE_ASIDE, 0, 4 },
  [TRAMA_PAGE_PARAGRAPH_SMALL] = { TRAMA_PAGE_ROLE_SMALL, 0, 4 },
  [TRAMA_PAGE_PARAGRAPH_TITLE] = { TRAMA_PAGE_ROLE_TITLE, 0, 6.5 },
  [TRAMA_PAGE_PARAGRAPH_SUBTITLE] = { TRAMA_PAGE_ROLE_SUBTITLE, 0, 13 },
};

static void
layout_heading (TramaPageLayout *layout, const TramaPageBlock *block, double width, guint parent,
                TramaPageFlow *flow)
{
  static const char *const tags[] = { "H1", "H2", "H3" };
  static const struct
  {
    TramaPageRole role;
    double above;
    double below;
  } levels[] = {
    { TRAMA_PAGE_ROLE_HEADING_1, 26, 9 },
    { TRAMA_PAGE_ROLE_HEADING_2, 19.5, 1.5 },
    { TRAMA_PAGE_ROLE_HEADING_3, 13, 0 },
  };
  guint level = block->level - 1;
  TramaPageLines lines = {
    .set = { .role = levels[level].role, .width = width },
    .node = trama_page_layout_add_node (layout, parent, tags[level]),
    .above = trama_page_layout_air (layout, levels[level].above),
    .below = levels[level].below,
    .snap = TRUE,
    .keep_together = TRUE,
    .keep_with_next = TRUE,
  };

  trama_page_layout_lines (layout, block->text, &lines, flow);
}

static void
layout_paragraph (TramaPageLayout *layout, const TramaPageBlock *block, double width, guint parent,
                  TramaPageFlow *flow)
{
  TramaPageLines lines = {
    .set = { .role = paragraphs[block->style].role, .align = block->align, .width = width },
    .node = trama_page_layout_add_node (layout, parent, "P"),
    .above = paragraphs[block->style].above,
    .below = paragraphs[block->style].below,
    .snap = block->style == TRAMA_PAGE_PARAGRAPH_BODY,
    .keep_together = block->style >= TRAMA_PAGE_PARAGRAPH_TITLE,
    .keep_with_next = block->keep_with_next,
  };

  trama_page_layout_lines (layout, block->text, &lines, flow);
}

static void
layout_list (TramaPageLayout *layout, const TramaPageBlock *block, double width, guint parent,
             TramaPageFlow *flow)
{
  guint list = trama_page_layout_add_node (layout, parent, "L");
  TramaPageRole role = paragraphs[block->style].role;
  double indent = MIN (INDENT, width / 3);

  for (guint i = 0; i < block->parts->len; i++)
    {
      const TramaPagePart *part = &g_array_index (block->parts, TramaPagePart, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      guint item = trama_page_layout_add_node (layout, list, "LI");
      guint label = trama_page_layout_add_node (layout, item, "Lbl");
      TramaPageSetSpec label_spec = { .role = role, .colour = TRAMA_COLOUR_SECOND };
      TramaPageLines lines = {
        .set = { .role = role, .width = width - indent },
        .x = indent,
        .node = trama_page_layout_add_node (layout, item, "LBody"),
        .below = i + 1 == block->parts->len ? paragraphs[block->style].below : 2,
      };
      g_autoptr (TramaPageSet) set
          = trama_page_layout_set_words (layout, block->ordered ? number : "•", &label_spec);
      guint first = trama_page_layout_lines (layout, part->text, &lines, flow);
      TramaPageItem *line = trama_page_flow_get (flow, first);
      g_autoptr (GArray) with_label = trama_page_fragments_new ();

      if (line == NULL)
        continue;
      trama_page_fragments_add_text (with_label, label, set, 0, 1, 0, 0,
                                     MIN (set->longest, indent));
      trama_page_fragments_append (with_label, line->fragments, 0, 0);
      g_array_unref (line->fragments);
      line->fragments = g_steal_pointer (&with_label);
    }
}

static void
add_anchor (const TramaPageBlock *block, TramaPageFlow *flow, guint first)
{
  TramaPageItem *item = trama_page_flow_get (flow, first);

  if (block->anchor == NULL || item == NULL)
    return;
  trama_page_fragments_add_anchor (item->fragments, TRAMA_PAGE_ROOT, block->anchor, 0);
}

void
trama_page_layout_block (TramaPageLayout *layout, const TramaPageBlock *block, double width,
                         guint parent, TramaPageFlow *flow)
{
  guint first = flow->items->len;

  switch (block->type)
    {
    case TRAMA_PAGE_BLOCK_HEADING:
      layout_heading (layout, block, width, parent, flow);
      break;
    case TRAMA_PAGE_BLOCK_PARAGRAPH:
      layout_paragraph (layout, block, width, parent, flow);
      break;
    case TRAMA_PAGE_BLOCK_LIST:
      layout_list (layout, block, width, parent, flow);
      break;
    case TRAMA_PAGE_BLOCK_KEY_FIGURES:
      trama_page_layout_key_figures (layout, block, width, parent, flow);
      break;
    case TRAMA_PAGE_BLOCK_PAIRS:
      trama_page_layout_pairs (layout, block, width, parent, flow);
      break;
    case TRAMA_PAGE_BLOCK_CHART:
      trama_page_layout_chart (layout, block, width, parent, flow);
      break;
    case TRAMA_PAGE_BLOCK_TABLE:
      trama_page_layout_table (layout, block, width, parent, flow);
      break;
    case TRAMA_PAGE_BLOCK_COLUMNS:
      trama_page_layout_columns (layout, block, width, parent, flow);
      break;
    case TRAMA_PAGE_BLOCK_RULE:
      trama_page_layout_rule (layout, width, parent, 6.5, 6.5, TRUE, flow);
      break;
    case TRAMA_PAGE_BLOCK_SPACE:
      trama_page_flow_add (flow, 0)->extra
          = trama_page_layout_air (layout, block->level * HALF_LINE);
      break;
    case TRAMA_PAGE_BLOCK_PAGE_BREAK:
      trama_page_flow_add (flow, 0)->break_before = TRUE;
      break;
    case TRAMA_PAGE_BLOCK_CONTENTS:
      trama_page_layout_contents (layout, block, width, parent, flow);
      break;
    case TRAMA_PAGE_BLOCK_SIGNATURES:
    default:
      trama_page_layout_signatures (layout, block, width, parent, flow);
      break;
    }
  add_anchor (block, flow, first);
  if (block->keep_with_next && flow->items->len > first)
    trama_page_flow_get (flow, flow->items->len - 1)->keep = TRUE;
}
