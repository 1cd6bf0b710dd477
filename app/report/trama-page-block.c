/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-page-block-private.h"

#include "trama-page-grid.h"

static void
clear_part (gpointer data)
{
  TramaPagePart *part = data;

  g_free (part->name);
  g_free (part->day);
  trama_page_text_free (part->text);
}

static void
clear_cell (gpointer data)
{
  g_ptr_array_unref (((TramaPageCellBlocks *) data)->blocks);
}

static TramaPageBlock *
block_new (TramaPageBlockType type)
{
  TramaPageBlock *block = g_new0 (TramaPageBlock, 1);

  block->type = type;
  block->parts = g_array_new (FALSE, TRUE, sizeof (TramaPagePart));
  g_array_set_clear_func (block->parts, clear_part);
  block->cells = g_array_new (FALSE, TRUE, sizeof (TramaPageCellBlocks));
  g_array_set_clear_func (block->cells, clear_cell);
  return block;
}

void
trama_page_block_free (TramaPageBlock *block)
{
  if (block == NULL)
    return;
  g_free (block->anchor);
  trama_page_text_free (block->text);
  g_array_unref (block->parts);
  g_array_unref (block->cells);
  g_clear_pointer (&block->scene, trama_scene_unref);
  trama_page_table_free (block->table);
  g_free (block->title);
  g_free (block->subtitle);
  g_free (block->source);
  g_free (block->number);
  g_free (block);
}

void
trama_page_block_set_anchor (TramaPageBlock *block, const char *anchor)
{
  g_return_if_fail (block != NULL);

  g_set_str (&block->anchor, anchor);
}

void
trama_page_block_set_keep_with_next (TramaPageBlock *block, gboolean keep)
{
  g_return_if_fail (block != NULL);

  block->keep_with_next = keep;
}

void
trama_page_block_set_align (TramaPageBlock *block, TramaPageAlign align)
{
  g_return_if_fail (block != NULL);

  block->align = align;
}

TramaPageBlock *
trama_page_block_new_heading (guint level, TramaPageText *text)
{
  TramaPageBlock *block = block_new (TRAMA_PAGE_BLOCK_HEADING);

  block->level = CLAMP (level, 1, 3);
  block->text = text;
  block->keep_with_next = TRUE;
  return block;
}

TramaPageBlock *
trama_page_block_new_paragraph (TramaPageParagraphStyle style, TramaPageText *text)
{
  TramaPageBlock *block = block_new (TRAMA_PAGE_BLOCK_PARAGRAPH);

  block->style = style;
  block->text = text;
  return block;
}

static void
add_part (TramaPageBlock *block, TramaPageBlockType type, TramaPagePart part)
{
  if (block == NULL || block->type != type)
    {
      clear_part (&part);
      g_return_if_reached ();
    }
  g_array_append_val (block->parts, part);
}

TramaPageBlock *
trama_page_block_new_list (TramaPageParagraphStyle style, gboolean ordered)
{
  TramaPageBlock *block = block_new (TRAMA_PAGE_BLOCK_LIST);

  block->style = style;
  block->ordered = ordered;
  return block;
}

void
trama_page_block_add_item (TramaPageBlock *list, TramaPageText *text)
{
  add_part (list, TRAMA_PAGE_BLOCK_LIST, (TramaPagePart) { .text = text });
}

TramaPageBlock *
trama_page_block_new_key_figures (void)
{
  return block_new (TRAMA_PAGE_BLOCK_KEY_FIGURES);
}

void
trama_page_block_add_key_figure (TramaPageBlock *row, const char *figure, TramaPageText *words)
{
  add_part (row, TRAMA_PAGE_BLOCK_KEY_FIGURES,
            (TramaPagePart) { .name = g_strdup (figure), .text = words });
}

TramaPageBlock *
trama_page_block_new_pairs (void)
{
  return block_new (TRAMA_PAGE_BLOCK_PAIRS);
}

void
trama_page_block_add_pair (TramaPageBlock *pairs, const char *name, TramaPageText *text)
{
  add_part (pairs, TRAMA_PAGE_BLOCK_PAIRS,
            (TramaPagePart) { .name = g_strdup (name), .text = text });
}

static TramaPageBlock *
captioned_new (TramaPageBlockType type, const char *title, const char *subtitle, const char *source)
{
  TramaPageBlock *block = block_new (type);

  block->title = g_strdup (title);
  block->subtitle = g_strdup (subtitle);
  block->source = g_strdup (source);
  return block;
}

TramaPageBlock *
trama_page_block_new_chart (TramaScene *scene, const char *title, const char *subtitle,
                            const char *source)
{
  TramaPageBlock *block;

  g_return_val_if_fail (scene != NULL, NULL);

  block = captioned_new (TRAMA_PAGE_BLOCK_CHART, title, subtitle, source);
  block->scene = scene;
  return block;
}

TramaPageBlock *
trama_page_block_new_table (TramaPageTable *table, const char *title, const char *subtitle,
                            const char *source)
{
  TramaPageBlock *block;

  g_return_val_if_fail (table != NULL, NULL);

  block = captioned_new (TRAMA_PAGE_BLOCK_TABLE, title, subtitle, source);
  block->table = table;
  return block;
}

TramaPageBlock *
trama_page_block_new_columns (void)
{
  return block_new (TRAMA_PAGE_BLOCK_COLUMNS);
}

guint
trama_page_block_add_column (TramaPageBlock *columns, guint span)
{
  TramaPageCellBlocks cell = { .span = CLAMP (span, 1, TRAMA_PAGE_COLUMNS) };

  g_return_val_if_fail (columns != NULL && columns->type == TRAMA_PAGE_BLOCK_COLUMNS, 0);

  cell.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_page_block_free);
  g_array_append_val (columns->cells, cell);
  return columns->cells->len - 1;
}

void
trama_page_block_add_to_column (TramaPageBlock *columns, guint column, TramaPageBlock *block)
{
  g_return_if_fail (columns != NULL && columns->type == TRAMA_PAGE_BLOCK_COLUMNS);
  g_return_if_fail (column < columns->cells->len && block != NULL);

  g_ptr_array_add (g_array_index (columns->cells, TramaPageCellBlocks, column).blocks, block);
}

TramaPageBlock *
trama_page_block_new_rule (void)
{
  return block_new (TRAMA_PAGE_BLOCK_RULE);
}

TramaPageBlock *
trama_page_block_new_space (guint half_lines)
{
  TramaPageBlock *block = block_new (TRAMA_PAGE_BLOCK_SPACE);

  block->level = half_lines;
  return block;
}

TramaPageBlock *
trama_page_block_new_page_break (void)
{
  return block_new (TRAMA_PAGE_BLOCK_PAGE_BREAK);
}

TramaPageBlock *
trama_page_block_new_contents (const char *name)
{
  TramaPageBlock *block = block_new (TRAMA_PAGE_BLOCK_CONTENTS);

  block->title = g_strdup (name);
  return block;
}

TramaPageBlock *
trama_page_block_new_signatures (void)
{
  return block_new (TRAMA_PAGE_BLOCK_SIGNATURES);
}

void
trama_page_block_add_signature (TramaPageBlock *signatures, const char *role, const char *name,
                                const char *day)
{
  add_part (signatures, TRAMA_PAGE_BLOCK_SIGNATURES,
            (TramaPagePart) { .name = g_strdup (role),
                              .day = g_strdup (day),
                              .text = trama_page_text_new (name) });
}

gboolean
trama_page_block_is_numbered (const TramaPageBlock *block)
{
  return block->title != NULL
         && (block->type == TRAMA_PAGE_BLOCK_CHART || block->type == TRAMA_PAGE_BLOCK_TABLE);
}
