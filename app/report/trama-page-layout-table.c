/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables: widths first, then a row after the other, each an item of the flow. */

#include "trama-page-layout.h"
#include "trama-page-table-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SMALL_ROWS 6
#define GAP 9.0                 /* between columns; less where there are very many */
#define RULE 0.5
#define TOTAL_RULE 0.35
#define HEAD_PAD 4.0
#define ROW_PAD 2.5
#define LOOSE_PAD 5.5
#define INSET 8.0
/* A head longer than this is broken before its column is made wider for it. */
#define WIDE_HEAD 80.0
#define MARK_GAP 4.5
/* Widths are judged by so many rows at most. */
#define MEASURED_ROWS 240

typedef struct
{
  TramaPageLayout *layout;
  const TramaPageTable *table;
  double width;
  double *x;
  double *widths;
  guint node;
  TramaPageHead *head;
  double pad;
  double gap;
} Setting;

/* Where the words of a cell begin; at once in a column too narrow for a mark beside them. */
static double
inset (const Setting *setting, const TramaPageRow *row, guint column)
{
  double x = row->kind == TRAMA_PAGE_ROW_INDENTED && column == 0 ? INSET : 0;

  if (row->cells[column].verdict != TRAMA_PAGE_VERDICT_NONE)
    x += TRAMA_PAGE_MARK_SIZE + MARK_GAP;
  return setting->widths[column] > 0 && setting->widths[column] < 2 * x ? 0 : x;
}

static TramaPageSetSpec
cell_spec (const Setting *setting, const TramaPageRow *row, guint column)
{
  const TramaPageColumn *spec = &setting->table->columns[column];
  TramaColourRole colour = spec->second ? TRAMA_COLOUR_SECOND : TRAMA_COLOUR_NONE;

  if (row->cells[column].verdict != TRAMA_PAGE_VERDICT_NONE)
    colour = trama_page_verdict_colour ((TramaPageVerdict) row->cells[column].verdict);
  return (TramaPageSetSpec) {
    .role = TRAMA_PAGE_ROLE_TABLE,
    .align = spec->align,
    .bold = spec->bold || row->kind == TRAMA_PAGE_ROW_TOTAL || row->kind == TRAMA_PAGE_ROW_GROUP,
    .colour = colour,
  };
}

/* The longest of a column's cells, on one line or by its longest word. */
static double
measure_column (const Setting *setting, guint column, gboolean words)
{
  const GArray *rows = setting->table->rows;
  guint step = MAX (rows->len / MEASURED_ROWS, 1);
  TramaPageSetSpec head_spec = { .role = TRAMA_PAGE_ROLE_TABLE_HEAD };
  TramaPageSetSpec over_spec = { .role = TRAMA_PAGE_ROLE_TABLE_OVER };
  g_autoptr (TramaPageText) head = trama_page_text_new (setting->table->columns[column].title);
  g_autoptr (TramaPageText) over = trama_page_text_new (setting->table->columns[column].over);
  TramaPageType *type = setting->layout->type;
  double longest = MAX (trama_page_type_measure_word (type, head, &head_spec),
                        trama_page_type_measure_word (type, over, &over_spec));

  if (!words)
    longest = MAX (longest, MIN (trama_page_type_measure (type, head, &head_spec), WIDE_HEAD));
  for (guint i = 0; i < rows->len; i += step)
    {
      const TramaPageRow *row = &g_array_index (rows, TramaPageRow, i);
      TramaPageSetSpec spec = cell_spec (setting, row, column);
      const TramaPageText *text = row->cells[column].text;

      if (text == NULL || row->kind == TRAMA_PAGE_ROW_GROUP)
        continue;
      longest = MAX (longest, inset (setting, row, column)
                                  + (words ? trama_page_type_measure_word (type, text, &spec)
                                           : trama_page_type_measure (type, text, &spec)));
    }
  return ceil (longest * 4) / 4 + 0.25;
}

/* The widest that a column may be so that all of them fit in @room, none narrower than @least: the
 * short ones get all they need before the long ones are broken. */
static double
find_limit (const double *needed, const double *least, guint n, double room)
{
  double low = 0, high = room;

  for (guint step = 0; step < 40; step++)
    {
      double limit = (low + high) / 2;
      double sum = 0;

      for (guint i = 0; i < n; i++)
        sum += MAX (least[i], MIN (needed[i], limit));
      if (sum <= room)
        low = limit;
      else
        high = limit;
    }
  return low;
}

/* Columns of a given width keep it. The others get what their words need if there is room, and
 * share what is over; if there is none, the long ones are broken, but not within a word unless even
 * that does not fit. */
static void
share_width (Setting *setting)
{
  const TramaPageTable *table = setting->table;
  guint n = table->n_columns;
  g_autofree double *needed = g_new0 (double, n);
  g_autofree double *least = g_new0 (double, n);
  double room = setting->width - (n - 1) * setting->gap;
  double given = 0, sum = 0, least_sum = 0, shrink;
  guint n_free = 0;

  for (guint i = 0; i < n; i++)
    if (table->columns[i].width > 0)
      given += table->columns[i].width;
    else
      {
        sum += needed[i] = measure_column (setting, i, FALSE);
        n_free++;
      }
  for (guint i = 0; i < n && given + sum > room; i++)
    if (table->columns[i].width <= 0)
      least_sum += least[i] = measure_column (setting, i, TRUE);
  /* Columns that say nothing of their width get their longest words, if that is not over half. */
  shrink = given > 0 ? MIN (1, (room - MIN (least_sum, room / 2)) / given) : 1;
  room -= given * shrink;
  if (sum > room)
    {
      double limit = find_limit (needed, least, n, room);
      double squeeze = least_sum > room ? room / least_sum : 1;

      for (guint i = 0; i < n; i++)
        needed[i] = squeeze < 1 ? least[i] * squeeze : MAX (least[i], MIN (needed[i], limit));
      sum = room;
    }
  for (guint i = 0; i < n; i++)
    setting->widths[i] = table->columns[i].width > 0 ? table->columns[i].width * shrink
                                                     : needed[i] + (room - sum) / n_free;
  for (guint i = 1; i < n; i++)
    setting->x[i] = setting->x[i - 1] + setting->widths[i - 1] + setting->gap;
}

static void
add_caption_again (const Setting *setting, const TramaPageBlock *block, GArray *fragments,
                   double *y)
{
  TramaPageSetSpec spec = { .role = TRAMA_PAGE_ROLE_SMALL, .width = setting->width };
  g_autoptr (TramaPageSet) set = NULL;
  g_autofree char *words = NULL;

  if (block->number == NULL)
    return;
  /* Translators: above the part of a table on a further page: "Table 8.1, continued". */
  words = g_strdup_printf (_ ("%s, continued"), block->number);
  set = trama_page_layout_set_words (setting->layout, words, &spec);
  trama_page_fragments_add_text (
      fragments, trama_page_layout_add_node (setting->layout, setting->node, "Caption"), set, 0,
      set->n_lines, 0, *y, setting->width);
  *y += set->n_lines * trama_page_set_leading (set) + ROW_PAD;
}

/* The rules and titles of the columns from @y on; returns where the rows begin. */
static double
add_head (const Setting *setting, GArray *fragments, double y)
{
  const TramaPageTable *table = setting->table;
  guint row = trama_page_layout_add_node (setting->layout, setting->node, "TR");
  g_autoptr (GPtrArray) sets
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_page_set_unref);
  double over_height = 0;
  double height = 0;
  gboolean titles = FALSE;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const TramaPageColumn *column = &table->columns[i];
      TramaPageSetSpec spec = { .align = column->align, .width = setting->widths[i] };
      TramaPageSet *over, *title;

      spec.role = TRAMA_PAGE_ROLE_TABLE_OVER;
      over = trama_page_layout_set_words (setting->layout, column->over, &spec);
      spec.role = TRAMA_PAGE_ROLE_TABLE_HEAD;
      title = trama_page_layout_set_words (setting->layout, column->title, &spec);
      g_ptr_array_add (sets, over);
      g_ptr_array_add (sets, title);
      titles |= column->title != NULL;
      if (column->over != NULL)
        over_height = MAX (over_height, over->n_lines * trama_page_set_leading (over));
      height = MAX (height, title->n_lines * trama_page_set_leading (title));
    }
  if (!titles)
    height = 0;
  for (guint i = 0; i < table->n_columns; i++)
    {
      guint cell = trama_page_layout_add_node (setting->layout, row, "TH");
      TramaPageSet *over = sets->pdata[2 * i];
      TramaPageSet *title = sets->pdata[2 * i + 1];
      double foot = y + HEAD_PAD + over_height + height;

      if (i == 0 && table->rules)
        trama_page_fragments_add_rule (fragments, cell, 0, y, setting->width, RULE);
      if (titles && table->columns[i].over != NULL)
        trama_page_fragments_add_text (fragments, cell, over, 0, over->n_lines, setting->x[i],
                                       y + HEAD_PAD, setting->widths[i]);
      if (titles)
        trama_page_fragments_add_text (fragments, cell, title, 0, title->n_lines, setting->x[i],
                                       foot - title->n_lines * trama_page_set_leading (title),
                                       setting->widths[i]);
      if (titles && i == table->n_columns - 1 && table->rules)
        trama_page_fragments_add_rule (fragments, cell, 0, foot + HEAD_PAD, setting->width, RULE);
    }
  return titles ? y + over_height + height + 2 * HEAD_PAD + 2.5 : y + 3;
}

static TramaPageHead *
make_head (const Setting *setting, const TramaPageBlock *block)
{
  TramaPageHead *head = g_new0 (TramaPageHead, 1);

  g_atomic_ref_count_init (&head->references);
  head->fragments = trama_page_fragments_new ();
  add_caption_again (setting, block, head->fragments, &head->height);
  head->height = add_head (setting, head->fragments, head->height);
  head->rule_width = setting->table->rules ? setting->width : 0;
  return head;
}

static void
add_cell (const Setting *setting, const TramaPageRow *row, guint column, TramaPageSet *set,
          guint from, guint n_lines, double y, guint node, GArray *fragments)
{
  TramaScene *mark = from == 0 && inset (setting, row, column) > 0
                         ? trama_page_layout_get_mark (
                               setting->layout, (TramaPageVerdict) row->cells[column].verdict)
                         : NULL;
  double x = setting->x[column];

  if (mark != NULL)
    trama_page_fragments_add_scene (
        fragments, node, mark, x, y + (trama_page_set_leading (set) - TRAMA_PAGE_MARK_SIZE) / 2, 1);
  trama_page_layout_note_uses (setting->layout, set, from, n_lines, node, y, fragments);
  trama_page_fragments_add_text (fragments, node, set, from, n_lines,
                                 x + inset (setting, row, column), y, set->width);
}

/* Lines [@from, @from + @n) of every cell as one item. */
static void
add_slice (const Setting *setting, const TramaPageRow *row, GPtrArray *sets, guint from, guint n,
           TramaPageFlow *flow)
{
  guint tr = trama_page_layout_add_node (setting->layout, setting->node, "TR");
  TramaPageItem *item = trama_page_flow_add (
      flow, n * trama_page_role_leading (TRAMA_PAGE_ROLE_TABLE) + setting->pad);
  gboolean total = row->kind == TRAMA_PAGE_ROW_TOTAL && from == 0;
  double above = trama_page_layout_air (setting->layout, ROW_PAD) / 2;
  double y = total ? above + 1 : above;

  if (total)
    item->height += 2;
  item->head = setting->head != NULL ? trama_page_head_ref (setting->head) : NULL;
  for (guint i = 0; i < sets->len; i++)
    {
      TramaPageSet *set = sets->pdata[i];
      guint node = trama_page_layout_add_node (setting->layout, tr, "TD");

      item->last_node = node;
      if (i == 0 && row->anchor != NULL && from == 0)
        trama_page_fragments_add_anchor (item->fragments, node, row->anchor, 0);
      if (i == 0 && total)
        trama_page_fragments_add_rule (item->fragments, node, 0, 0, setting->width, TOTAL_RULE);
      if (set != NULL && from < set->n_lines)
        add_cell (setting, row, i, set, from, MIN (n, set->n_lines - from), y, node,
                  item->fragments);
      else
        trama_page_fragments_add_none (item->fragments, node);
    }
}

static void
add_row (const Setting *setting, const TramaPageRow *row, TramaPageFlow *flow)
{
  g_autoptr (GPtrArray) sets = g_ptr_array_new ();
  guint n_cells = row->kind == TRAMA_PAGE_ROW_GROUP ? 1 : setting->table->n_columns;
  double leading = trama_page_role_leading (TRAMA_PAGE_ROLE_TABLE);
  double room = setting->layout->height - TRAMA_PAGE_HEADROOM - setting->pad - 4
                - (setting->head != NULL ? setting->head->height : 0);
  guint limit = (guint) MAX (floor (room / leading), 1);
  guint n_lines = 1;

  for (guint i = 0; i < n_cells; i++)
    {
      TramaPageSetSpec spec = cell_spec (setting, row, i);
      TramaPageSet *set = NULL;

      spec.width = (n_cells == 1 ? setting->width : setting->widths[i]) - inset (setting, row, i);
      spec.width = MAX (spec.width, 1);
      if (row->cells[i].text != NULL)
        {
          set = trama_page_layout_set (setting->layout, row->cells[i].text, &spec);
          n_lines = MAX (n_lines, set->n_lines);
        }
      g_ptr_array_add (sets, set);
    }
  for (guint from = 0; from < n_lines; from += limit)
    add_slice (setting, row, sets, from, MIN (limit, n_lines - from), flow);
  if (row->kind == TRAMA_PAGE_ROW_GROUP)
    trama_page_flow_get (flow, flow->items->len - 1)->keep = TRUE;
  for (guint i = 0; i < sets->len; i++)
    g_clear_pointer (&sets->pdata[i], trama_page_set_unref);
}

static void
add_empty_row (const Setting *setting, TramaPageFlow *flow)
{
  const char *words
      = setting->table->empty != NULL ? setting->table->empty : _ ("Nothing is recorded.");
  TramaPageCell cell = { .text = trama_page_text_new (NULL) };
  TramaPageRow row = { .kind = TRAMA_PAGE_ROW_GROUP, .n_cells = 1, .cells = &cell };
  TramaPageSetSpec spec = {
    .role = TRAMA_PAGE_ROLE_TABLE,
    .italic = TRUE,
    .colour = TRAMA_COLOUR_SECOND,
    .width = setting->width,
  };
  g_autoptr (TramaPageSet) set = trama_page_layout_set_words (setting->layout, words, &spec);
  g_autoptr (GPtrArray) sets = g_ptr_array_new ();

  g_ptr_array_add (sets, set);
  add_slice (setting, &row, sets, 0, set->n_lines, flow);
  trama_page_text_free (cell.text);
}

/* A small table is read at one glance: it is not divided between pages. */
static void
keep_small (const Setting *setting, TramaPageFlow *flow, guint first)
{
  double height = 0;

  if (setting->table->rows->len > SMALL_ROWS)
    return;
  for (guint i = first; i < flow->items->len; i++)
    height += trama_page_flow_get (flow, i)->height;
  for (guint i = first; i + 1 < flow->items->len && height < setting->layout->height / 3; i++)
    trama_page_flow_get (flow, i)->keep = TRUE;
}

static void
add_rows (const Setting *setting, TramaPageFlow *flow)
{
  const GArray *rows = setting->table->rows;
  guint first = flow->items->len;

  for (guint i = 0; i < rows->len; i++)
    {
      const TramaPageRow *row = &g_array_index (rows, TramaPageRow, i);

      add_row (setting, row, flow);
      /* Neither the first row nor the last stands alone, and no total. */
      if ((rows->len > 2 && (i == 0 || i + 2 == rows->len))
          || (i + 1 < rows->len
              && g_array_index (rows, TramaPageRow, i + 1).kind == TRAMA_PAGE_ROW_TOTAL))
        trama_page_flow_get (flow, flow->items->len - 1)->keep = TRUE;
    }
  if (rows->len == 0)
    add_empty_row (setting, flow);
  keep_small (setting, flow, first);
}

void
trama_page_layout_table (TramaPageLayout *layout, const TramaPageBlock *block, double width,
                         guint parent, TramaPageFlow *flow)
{
  const TramaPageTable *table = block->table;
  g_autofree double *x = g_new0 (double, table->n_columns);
  g_autofree double *widths = g_new0 (double, table->n_columns);
  Setting setting = {
    .layout = layout,
    .table = table,
    .width = width,
    .x = x,
    .widths = widths,
    .node = trama_page_layout_add_node (layout, parent, "Table"),
    .pad = table->loose ? trama_page_layout_air (layout, LOOSE_PAD)
                        : trama_page_layout_air (layout, ROW_PAD),
    .gap = MIN (GAP, width / (4 * table->n_columns)),
  };
  g_autoptr (TramaPageText) source = trama_page_text_new (block->source);
  TramaPageLines below = {
    .set = { .role = TRAMA_PAGE_ROLE_SMALL, .width = width },
    .above = 3,
    .below = 6.5,
    .keep_together = TRUE,
  };
  TramaPageItem *item;

  share_width (&setting);
  trama_page_layout_caption (layout, block, width, setting.node, flow);
  item = trama_page_flow_add (flow, 0);
  item->above = 5;
  item->height = add_head (&setting, item->fragments, 0);
  item->keep = TRUE;
  setting.head = make_head (&setting, block);
  if (setting.head->height > layout->height / 2)
    g_clear_pointer (&setting.head, trama_page_head_unref);
  add_rows (&setting, flow);

  item = trama_page_flow_get (flow, flow->items->len - 1);
  if (table->rules)
    {
      item->height += 2;
      trama_page_fragments_add_rule (item->fragments, item->last_node, 0, item->height, width,
                                     RULE);
    }
  item->below = 6.5;
  item->keep = block->source != NULL;
  below.node = trama_page_layout_add_node (layout, parent, "P");
  trama_page_layout_lines (layout, source, &below, flow);
  g_clear_pointer (&setting.head, trama_page_head_unref);
}
