/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks with parts side by side: figures, pairs, columns, contents, lines to sign on. */

#include "trama-page-layout.h"

#define HAIRLINE 0.5
/* Columns that a name at the left takes. */
#define NAME_SPAN 2
#define CONTENTS_ROW 13.0
#define ROOM_TO_SIGN 34.0

void
trama_page_layout_rule (TramaPageLayout *layout, double width, guint parent, double above,
                        double below, gboolean keep, TramaPageFlow *flow)
{
  TramaPageItem *item = trama_page_flow_add (flow, HAIRLINE);

  trama_page_fragments_add_rule (item->fragments,
                                 trama_page_layout_add_node (layout, parent, "NonStruct"), 0,
                                 HAIRLINE / 2, width, HAIRLINE);
  item->above = above;
  item->below = below;
  item->keep = keep;
}

/* Of @n cells across @width; less where they are many or the width is small. */
static double
narrow_gutter (double gutter, double width, guint n)
{
  return MIN (gutter, width / (4 * MAX (n, 1)));
}

void
trama_page_layout_key_figures (TramaPageLayout *layout, const TramaPageBlock *block, double width,
                               guint parent, TramaPageFlow *flow)
{
  guint n = block->parts->len;
  g_autofree TramaPageColumnFlow *columns = g_new0 (TramaPageColumnFlow, MAX (n, 1));
  double gutter = narrow_gutter (TRAMA_PAGE_GUTTER, width, n);
  double cell = (width - (n - 1) * gutter) / MAX (n, 1);
  guint first;

  if (n == 0)
    return;
  trama_page_layout_rule (layout, width, parent, trama_page_layout_air (layout, 13), 4, TRUE, flow);
  for (guint i = 0; i < n; i++)
    {
      const TramaPagePart *part = &g_array_index (block->parts, TramaPagePart, i);
      g_autoptr (TramaPageText) figure = trama_page_text_new (part->name);
      TramaPageLines big = {
        .set = { .role = TRAMA_PAGE_ROLE_BIG, .width = cell },
        .node = trama_page_layout_add_node (layout, parent, "P"),
        .below = 1,
        .keep_with_next = TRUE,
      };
      TramaPageLines words = {
        .set = { .role = TRAMA_PAGE_ROLE_SMALL, .width = cell },
        .node = trama_page_layout_add_node (layout, parent, "P"),
      };

      columns[i].x = i * (cell + gutter);
      columns[i].flow = trama_page_flow_new ();
      trama_page_layout_lines (layout, figure, &big, columns[i].flow);
      trama_page_layout_lines (layout, part->text, &words, columns[i].flow);
    }
  first = trama_page_layout_side_by_side (layout, columns, n, flow);
  for (; first < flow->items->len; first++)
    trama_page_flow_get (flow, first)->keep = TRUE;
  trama_page_layout_rule (layout, width, parent, 4, 13, FALSE, flow);
}

void
trama_page_layout_pairs (TramaPageLayout *layout, const TramaPageBlock *block, double width,
                         guint parent, TramaPageFlow *flow)
{
  guint list = trama_page_layout_add_node (layout, parent, "L");
  double offset = MIN (trama_page_grid_offset (NAME_SPAN), width / 3);

  for (guint i = 0; i < block->parts->len; i++)
    {
      const TramaPagePart *part = &g_array_index (block->parts, TramaPagePart, i);
      g_autoptr (TramaPageText) name = trama_page_text_new (part->name);
      guint item = trama_page_layout_add_node (layout, list, "LI");
      TramaPageColumnFlow columns[] = {
        { 0, trama_page_flow_new () },
        { offset, trama_page_flow_new () },
      };
      TramaPageLines lines = {
        .set = { .role = TRAMA_PAGE_ROLE_ASIDE, .bold = TRUE, .width = offset - 6 },
        .node = trama_page_layout_add_node (layout, item, "Lbl"),
      };
      guint first;

      trama_page_layout_lines (layout, name, &lines, columns[0].flow);
      lines.set = (TramaPageSetSpec) { .role = TRAMA_PAGE_ROLE_ASIDE, .width = width - offset };
      lines.node = trama_page_layout_add_node (layout, item, "LBody");
      trama_page_layout_lines (layout, part->text, &lines, columns[1].flow);
      first = trama_page_layout_side_by_side (layout, columns, 2, flow);
      trama_page_flow_get (flow, first)->above = i == 0 ? 0 : 4.5;
      trama_page_flow_get (flow, flow->items->len - 1)->below
          = i + 1 == block->parts->len ? 6.5 : 4.5;
    }
}

/* Where cell @index begins on the grid and how wide it is; the grid is narrower inside a column, and
 * where somebody asks for more than twelve. */
static void
place_cell (const TramaPageBlock *block, guint index, double width, double *x, double *cell_width)
{
  const GArray *cells = block->cells;
  guint before = 0, all = 0;
  guint span = g_array_index (cells, TramaPageCellBlocks, index).span;
  double scale;

  for (guint i = 0; i < cells->len; i++)
    {
      before += i < index ? g_array_index (cells, TramaPageCellBlocks, i).span : 0;
      all += g_array_index (cells, TramaPageCellBlocks, i).span;
    }
  scale = width / (trama_page_grid_offset (MAX (all, TRAMA_PAGE_COLUMNS)) - TRAMA_PAGE_GUTTER);
  *x = trama_page_grid_offset (before) * scale;
  *cell_width = trama_page_grid_width (span) * scale;
}

static double
tallest_caption (TramaPageLayout *layout, const TramaPageBlock *block, double width)
{
  double tallest = 0;

  for (guint i = 0; i < block->cells->len; i++)
    {
      const GPtrArray *blocks = g_array_index (block->cells, TramaPageCellBlocks, i).blocks;
      const TramaPageBlock *top = blocks->len > 0 ? blocks->pdata[0] : NULL;
      double x, cell_width;

      if (top == NULL || top->type != TRAMA_PAGE_BLOCK_CHART)
        continue;
      place_cell (block, i, width, &x, &cell_width);
      tallest = MAX (tallest, trama_page_layout_caption_height (layout, top, cell_width));
    }
  return tallest;
}

void
trama_page_layout_columns (TramaPageLayout *layout, const TramaPageBlock *block, double width,
                           guint parent, TramaPageFlow *flow)
{
  guint n = block->cells->len;
  g_autofree TramaPageColumnFlow *columns = g_new0 (TramaPageColumnFlow, MAX (n, 1));
  double floor_before = layout->caption_floor;
  double caption = tallest_caption (layout, block, width);
  guint first;

  for (guint i = 0; i < n; i++)
    {
      const GPtrArray *blocks = g_array_index (block->cells, TramaPageCellBlocks, i).blocks;
      double cell_width;

      place_cell (block, i, width, &columns[i].x, &cell_width);
      columns[i].flow = trama_page_flow_new ();
      for (guint k = 0; k < blocks->len; k++)
        {
          layout->caption_floor = k == 0 ? caption : 0;
          trama_page_layout_block (layout, blocks->pdata[k], cell_width, parent, columns[i].flow);
        }
    }
  layout->caption_floor = floor_before;
  first = trama_page_layout_side_by_side (layout, columns, n, flow);
  if (first < flow->items->len)
    {
      trama_page_flow_get (flow, first)->above = trama_page_layout_air (layout, 13);
      trama_page_flow_get (flow, first)->snap = TRUE;
      trama_page_flow_get (flow, flow->items->len - 1)->below = 6.5;
    }
}

static void
add_contents_row (TramaPageLayout *layout, const TramaPageSection *section, guint parent,
                  double width, gboolean numbers, TramaPageFlow *flow)
{
  double name_x = numbers ? 18 : 0;
  const double page_width = 24;
  guint entry = trama_page_layout_add_node (layout, parent, "TOCI");
  guint node = trama_page_layout_add_node (layout, entry, "Reference");
  g_autofree char *number = section->number > 0 ? g_strdup_printf ("%u", section->number) : NULL;
  g_autoptr (TramaPageText) number_text = trama_page_text_new (number);
  g_autoptr (TramaPageText) name = trama_page_text_new (NULL);
  g_autoptr (TramaPageText) page = trama_page_text_new (NULL);
  TramaPageSetSpec second = { .role = TRAMA_PAGE_ROLE_ASIDE, .colour = TRAMA_COLOUR_SECOND };
  TramaPageSetSpec name_spec
      = { .role = TRAMA_PAGE_ROLE_ASIDE, .width = width - name_x - page_width };
  TramaPageSetSpec page_spec
      = { .role = TRAMA_PAGE_ROLE_ASIDE, .align = TRAMA_PAGE_ALIGN_END, .width = page_width };
  g_autoptr (TramaPageSet) number_set = trama_page_layout_set (layout, number_text, &second);
  g_autoptr (TramaPageSet) name_set = NULL;
  g_autoptr (TramaPageSet) page_set = NULL;
  TramaPageItem *item;

  trama_page_text_append_link (name, section->name, section->anchor);
  trama_page_text_append_page_of (page, section->anchor);
  name_set = trama_page_layout_set (layout, name, &name_spec);
  page_set = trama_page_layout_set (layout, page, &page_spec);
  item = trama_page_flow_add (flow, (name_set->n_lines - 1) * trama_page_set_leading (name_set)
                                        + CONTENTS_ROW);
  if (section->number > 0)
    trama_page_fragments_add_text (item->fragments, node, number_set, 0, 1, 0, 0,
                                   number_set->longest);
  trama_page_fragments_add_text (item->fragments, node, name_set, 0, name_set->n_lines, name_x, 0,
                                 name_spec.width);
  trama_page_fragments_add_text (item->fragments, node, page_set, 0, 1, width - page_width, 0,
                                 page_width);
}

void
trama_page_layout_contents (TramaPageLayout *layout, const TramaPageBlock *block, double width,
                            guint parent, TramaPageFlow *flow)
{
  g_autoptr (GPtrArray) listed = g_ptr_array_new ();
  double offset = block->title != NULL ? MIN (trama_page_grid_offset (NAME_SPAN), width / 3) : 0;
  double cell = (width - offset - 2 * TRAMA_PAGE_GUTTER) / 2;
  guint contents;
  gboolean numbers = FALSE;
  TramaPageColumnFlow columns[] = {
    { 0, trama_page_flow_new () },
    { offset, trama_page_flow_new () },
    { offset + cell + 2 * TRAMA_PAGE_GUTTER, trama_page_flow_new () },
  };
  g_autoptr (TramaPageText) name = trama_page_text_new (block->title);
  TramaPageLines lines = {
    .set = { .role = TRAMA_PAGE_ROLE_ASIDE, .bold = TRUE, .width = offset - 6 },
    .node = trama_page_layout_add_node (layout, parent, "P"),
  };

  for (guint i = 0; i < layout->document->sections->len; i++)
    {
      TramaPageSection *section = layout->document->sections->pdata[i];

      numbers |= section->number > 0;
      if (!(section->flags & TRAMA_PAGE_SECTION_UNLISTED))
        g_ptr_array_add (listed, section);
    }
  trama_page_layout_lines (layout, name, &lines, columns[0].flow);
  contents = trama_page_layout_add_node (layout, parent, "TOC");
  for (guint i = 0; i < listed->len; i++)
    add_contents_row (layout, listed->pdata[i], contents, cell, numbers,
                      columns[i < (listed->len + 1) / 2 ? 1 : 2].flow);
  trama_page_layout_side_by_side (layout, columns, 3, flow);
}

void
trama_page_layout_signatures (TramaPageLayout *layout, const TramaPageBlock *block, double width,
                              guint parent, TramaPageFlow *flow)
{
  guint n = block->parts->len;
  g_autofree TramaPageColumnFlow *columns = g_new0 (TramaPageColumnFlow, MAX (n, 1));
  double gutter = narrow_gutter (2 * TRAMA_PAGE_GUTTER, width, n);
  double cell = (width - (n - 1) * gutter) / MAX (n, 1);

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      const TramaPagePart *part = &g_array_index (block->parts, TramaPagePart, i);
      g_autoptr (TramaPageText) role = trama_page_text_new (part->name);
      g_autoptr (TramaPageText) day = trama_page_text_new (part->day);
      TramaPageLines lines = {
        .set = { .role = TRAMA_PAGE_ROLE_SMALL, .width = cell },
        .node = trama_page_layout_add_node (layout, parent, "P"),
        .keep_together = TRUE,
        .keep_with_next = TRUE,
      };
      TramaPageFlow *own = trama_page_flow_new ();

      columns[i] = (TramaPageColumnFlow) { i * (cell + gutter), own };
      trama_page_flow_add (own, ROOM_TO_SIGN)->keep = TRUE;
      trama_page_layout_rule (layout, cell, parent, 0, 3, TRUE, own);
      trama_page_layout_lines (layout, role, &lines, own);
      lines.set = (TramaPageSetSpec) { .role = TRAMA_PAGE_ROLE_ASIDE, .width = cell };
      lines.node = trama_page_layout_add_node (layout, parent, "P");
      trama_page_layout_lines (layout, part->text, &lines, own);
      lines.set = (TramaPageSetSpec) { .role = TRAMA_PAGE_ROLE_SMALL, .width = cell };
      lines.node = trama_page_layout_add_node (layout, parent, "P");
      trama_page_layout_lines (layout, day, &lines, own);
    }
  trama_page_layout_side_by_side (layout, columns, n, flow);
}
