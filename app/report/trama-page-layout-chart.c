/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts, and the captions that charts and tables share. */

#include "trama-page-layout.h"

#define EN_SPACE "\342\200\202"
#define ABOVE 13.0
#define BELOW 10.0
/* Between caption and plot, and between plot and source. */
#define GAP 5.0
/* A chart is made smaller rather than cut; so much is left of it under the longest caption. */
#define SMALLEST 60.0

static TramaPageText *
caption_text (const TramaPageBlock *block)
{
  TramaPageText *text = trama_page_text_new (block->number);

  if (block->number != NULL)
    trama_page_text_append (text, EN_SPACE);
  trama_page_text_append_styled (text, block->title, TRAMA_PAGE_TEXT_BOLD, TRAMA_COLOUR_NONE);
  return text;
}

static guint
count_lines (TramaPageLayout *layout, const TramaPageText *text, TramaPageRole role, double width)
{
  TramaPageSetSpec spec = { .role = role, .width = width };
  g_autoptr (TramaPageSet) set = trama_page_layout_set (layout, text, &spec);

  return set->n_lines;
}

static double
words_height (TramaPageLayout *layout, const char *words, double width)
{
  g_autoptr (TramaPageText) text = trama_page_text_new (words);

  if (words == NULL)
    return 0;
  return count_lines (layout, text, TRAMA_PAGE_ROLE_SMALL, width)
         * trama_page_role_leading (TRAMA_PAGE_ROLE_SMALL);
}

double
trama_page_layout_caption_height (TramaPageLayout *layout, const TramaPageBlock *block,
                                  double width)
{
  double height = words_height (layout, block->subtitle, width);

  if (block->title != NULL)
    {
      g_autoptr (TramaPageText) text = caption_text (block);

      height += count_lines (layout, text, TRAMA_PAGE_ROLE_CAPTION, width)
                * trama_page_role_leading (TRAMA_PAGE_ROLE_CAPTION);
    }
  return height;
}

void
trama_page_layout_caption (TramaPageLayout *layout, const TramaPageBlock *block, double width,
                           guint parent, TramaPageFlow *flow)
{
  g_autoptr (TramaPageText) title = block->title != NULL ? caption_text (block) : NULL;
  g_autoptr (TramaPageText) subtitle = trama_page_text_new (block->subtitle);
  guint node = title != NULL || block->subtitle != NULL
                   ? trama_page_layout_add_node (layout, parent, "Caption")
                   : parent;
  TramaPageLines lines = {
    .set = { .role = TRAMA_PAGE_ROLE_CAPTION, .width = width },
    .node = node,
    .above = trama_page_layout_air (layout, ABOVE),
    .snap = TRUE,
    .keep_together = TRUE,
    .keep_with_next = TRUE,
  };

  if (title != NULL)
    trama_page_layout_lines (layout, title, &lines, flow);
  lines.set.role = TRAMA_PAGE_ROLE_SMALL;
  lines.above = title != NULL ? 0 : trama_page_layout_air (layout, ABOVE);
  lines.snap = title == NULL;
  trama_page_layout_lines (layout, subtitle, &lines, flow);
}

/* What is left of a page's height for the plot. */
static double
fit (TramaPageLayout *layout, const TramaPageBlock *block, double width, double caption)
{
  double room = layout->height - TRAMA_PAGE_HEADROOM - caption
                - words_height (layout, block->source, width) - 2 * GAP;
  double height = trama_scene_get_height (block->scene);
  double scale = MIN (1, width / trama_scene_get_width (block->scene));

  if (height * scale > room)
    scale = MIN (scale, MAX (room, SMALLEST) / height);
  return scale;
}

void
trama_page_layout_chart (TramaPageLayout *layout, const TramaPageBlock *block, double width,
                         guint parent, TramaPageFlow *flow)
{
  guint figure = trama_page_layout_add_node (layout, parent, "Figure");
  double caption = trama_page_layout_caption_height (layout, block, width);
  double down = MAX (caption, layout->caption_floor) - caption;
  double scale = fit (layout, block, width, caption + down);
  g_autoptr (TramaPageText) source = trama_page_text_new (block->source);
  TramaPageItem *item;
  TramaPageLines lines = {
    .set = { .role = TRAMA_PAGE_ROLE_SMALL, .width = width },
    .above = GAP,
    .below = trama_page_layout_air (layout, BELOW),
    .keep_together = TRUE,
  };

  trama_page_layout_caption (layout, block, width, figure, flow);
  item = trama_page_flow_add (flow, trama_scene_get_height (block->scene) * scale + down);
  trama_page_fragments_add_scene (item->fragments, figure, block->scene, 0, down, scale);
  item->above = caption > 0 ? GAP : trama_page_layout_air (layout, ABOVE);
  item->below = trama_page_layout_air (layout, BELOW);
  item->keep = block->source != NULL;
  lines.node = trama_page_layout_add_node (layout, parent, "P");
  trama_page_layout_lines (layout, source, &lines, flow);
}
