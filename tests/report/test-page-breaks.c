/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold of any document whatever: nothing beyond the text's edge, no word lost, no lone
 * heading, no lone line, no row divided, the head of a table on every page that it reaches. */

#include "page-samples.h"
#include "trama-pages-private.h"

#include <string.h>

#define TOLERANCE 0.6

typedef struct
{
  GRand *rand;
  guint n_words;
  TramaPageDocument *document;
} Maker;

static gint32
pick (Maker *maker, gint32 from, gint32 to)
{
  return g_rand_int_range (maker->rand, from, to);
}

/* Each word of a document is another one, so that a lost one is missed. */
static TramaPageText *
make_text (Maker *maker, guint most)
{
  guint n = (guint) pick (maker, 0, (gint32) most + 1);
  TramaPageText *text = trama_page_text_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *tail = g_strnfill (pick (maker, 0, 30) == 0 ? (gsize) pick (maker, 90, 240)
                                                                   : (gsize) pick (maker, 1, 9),
                                          'n');
      g_autofree char *word = g_strdup_printf ("w%u%s ", maker->n_words++, tail);

      switch (pick (maker, 0, 12))
        {
        case 0:
          trama_page_text_append_styled (text, word, TRAMA_PAGE_TEXT_BOLD, TRAMA_COLOUR_TEXT_2);
          break;
        case 1:
          {
            guint notes[] = { (guint) pick (maker, 1, 9), 10, 11, 12 };

            trama_page_text_append (text, word);
            trama_page_text_append_notes (text, notes, (guint) pick (maker, 1, 5));
            break;
          }
        default:
          trama_page_text_append (text, word);
          break;
        }
    }
  return text;
}

static char *
make_words (Maker *maker, guint most)
{
  g_autoptr (TramaPageText) text = make_text (maker, most);

  return g_strdup (((struct _TramaPageText *) text)->words->str);
}

static TramaPageBlock *
make_table (Maker *maker)
{
  guint n_columns = (guint) pick (maker, 1, 9);
  guint n_rows = (guint) pick (maker, 0, 50);
  g_autofree TramaPageColumn *columns = g_new0 (TramaPageColumn, n_columns);
  g_autofree char *title = pick (maker, 0, 3) > 0 ? make_words (maker, 12) : NULL;
  g_autofree char *source = pick (maker, 0, 3) > 0 ? NULL : make_words (maker, 12);
  TramaPageTable *table;

  for (guint i = 0; i < n_columns; i++)
    {
      columns[i].title = pick (maker, 0, 4) > 0 ? "Title of a column" : NULL;
      columns[i].over = pick (maker, 0, 4) > 0 ? NULL : "over";
      columns[i].align = (TramaPageAlign) pick (maker, 0, 3);
      columns[i].width = pick (maker, 0, 3) > 0 ? 0 : pick (maker, 5, 200);
    }
  table = trama_page_table_new (columns, n_columns);
  trama_page_table_set_loose (table, pick (maker, 0, 2) > 0);
  for (guint i = 0; i < n_rows; i++)
    {
      TramaPageRowKind kind = (TramaPageRowKind) (pick (maker, 0, 4) > 0 ? 0 : pick (maker, 0, 4));

      trama_page_table_begin_row (table, kind);
      /* A group's name is all that its row holds. */
      for (guint k = 0; k < (kind == TRAMA_PAGE_ROW_GROUP ? 1 : n_columns); k++)
        if (pick (maker, 0, 9) == 0)
          trama_page_table_add_verdict (table, (TramaPageVerdict) pick (maker, 0, 6), "met");
        else
          trama_page_table_take_cell (
              table, make_text (maker, n_columns < 4 && pick (maker, 0, 60) == 0 ? 700 : 5));
    }
  return trama_page_block_new_table (table, title, NULL, source);
}

static TramaPageBlock *make_block (Maker *maker, guint depth);

static TramaPageBlock *
make_columns (Maker *maker, guint depth)
{
  TramaPageBlock *block = trama_page_block_new_columns ();
  guint n = (guint) pick (maker, 0, 5);

  for (guint i = 0; i < n; i++)
    {
      guint column = trama_page_block_add_column (block, (guint) pick (maker, 3, 8));
      guint n_blocks = (guint) pick (maker, 0, 4);

      for (guint k = 0; k < n_blocks; k++)
        trama_page_block_add_to_column (block, column, make_block (maker, depth + 1));
    }
  return block;
}

static TramaPageBlock *
make_chart (Maker *maker)
{
  g_autofree char *title = pick (maker, 0, 3) > 0 ? make_words (maker, 20) : NULL;
  g_autofree char *subtitle = pick (maker, 0, 3) > 0 ? make_words (maker, 20) : NULL;
  int width = pick (maker, 40, 600);
  int height = pick (maker, 20, 900);

  return trama_page_block_new_chart (sample_scene (width, height, "plot"), title, subtitle, NULL);
}

static TramaPageBlock *
make_parts (Maker *maker)
{
  guint n = (guint) pick (maker, 0, 5);
  int kind = pick (maker, 0, 4);
  TramaPageBlock *block = kind == 0   ? trama_page_block_new_list (TRAMA_PAGE_PARAGRAPH_ASIDE, TRUE)
                          : kind == 1 ? trama_page_block_new_pairs ()
                          : kind == 2 ? trama_page_block_new_key_figures ()
                                      : trama_page_block_new_signatures ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = kind != 0 ? make_words (maker, 4) : NULL;

      if (kind == 0)
        trama_page_block_add_item (block, make_text (maker, 40));
      else if (kind == 1)
        trama_page_block_add_pair (block, words, make_text (maker, 40));
      else if (kind == 2)
        trama_page_block_add_key_figure (block, words, make_text (maker, 40));
      else
        trama_page_block_add_signature (block, words, NULL, "day");
    }
  return block;
}

/* Each pick in a statement of its own: C leaves open in which order arguments are worked out. */
static TramaPageBlock *
make_heading (Maker *maker)
{
  guint level = (guint) pick (maker, 1, 4);

  return trama_page_block_new_heading (level, make_text (maker, 25));
}

static TramaPageBlock *
make_paragraph (Maker *maker)
{
  TramaPageParagraphStyle style = (TramaPageParagraphStyle) pick (maker, 0, 5);
  guint most = pick (maker, 0, 20) == 0 ? 1500 : 120;

  return trama_page_block_new_paragraph (style, make_text (maker, most));
}

static TramaPageBlock *
make_block (Maker *maker, guint depth)
{
  switch (pick (maker, 0, depth > 1 ? 9 : 12))
    {
    case 0:
    case 1:
      return make_heading (maker);
    case 2:
      return make_parts (maker);
    case 3:
      return make_chart (maker);
    case 4:
      return pick (maker, 0, 2) ? trama_page_block_new_rule ()
                                : trama_page_block_new_space ((guint) pick (maker, 0, 9));
    case 9:
      return make_columns (maker, depth);
    case 10:
      return make_table (maker);
    default:
      return make_paragraph (maker);
    }
}

static TramaPageDocument *
make_document (Maker *maker, TramaPaper paper)
{
  TramaPageSettings settings = sample_settings (paper);
  guint n_sections = (guint) pick (maker, 1, 5);

  settings.right_to_left = pick (maker, 0, 4) == 0;
  maker->document = trama_page_document_new (&settings);
  for (guint i = 0; i < n_sections; i++)
    {
      guint n_blocks = (guint) pick (maker, 0, 14);

      trama_page_document_begin_section (maker->document, "A section", NULL,
                                         (TramaPageSectionFlags) pick (maker, 0, 16));
      for (guint k = 0; k < n_blocks; k++)
        trama_page_document_add (maker->document, make_block (maker, 0));
    }
  trama_page_document_add (maker->document, trama_page_block_new_contents ("Contents"));
  return maker->document;
}

static const char *
tag_of (const TramaPages *pages, const TramaPageFragment *fragment)
{
  return g_array_index (pages->nodes, TramaPageNode, fragment->node).tag;
}

static guint
ancestor (const TramaPages *pages, guint node, const char *tag)
{
  while (node != TRAMA_PAGE_ROOT)
    {
      const TramaPageNode *own = &g_array_index (pages->nodes, TramaPageNode, node);

      if (g_str_equal (own->tag, tag))
        return node;
      node = own->parent;
    }
  return TRAMA_PAGE_ROOT;
}

static gboolean
is_furniture (const TramaPages *pages, const TramaPageFragment *fragment)
{
  return fragment->set != NULL && g_str_equal (tag_of (pages, fragment), "NonStruct");
}

/* No line is wider than its box, no box reaches beyond the text. */
static void
check_edges (const TramaPages *pages, const TramaPageFragment *fragment, TramaPageType *type)
{
  double left = trama_paper_get_left (pages->settings.paper);
  double top = trama_paper_get_top (pages->settings.paper);
  GSList *lines;

  g_assert_cmpfloat (fragment->x, >, left - TOLERANCE);
  g_assert_cmpfloat (fragment->x + fragment->width, <, left + TRAMA_PAGE_TEXT_WIDTH + TOLERANCE);
  if (!is_furniture (pages, fragment))
    {
      g_assert_cmpfloat (fragment->y, >, top - TOLERANCE);
      g_assert_cmpfloat (fragment->y + fragment->height, <,
                         top + trama_paper_get_text_height (pages->settings.paper) + 2);
    }
  if (fragment->set == NULL)
    return;
  g_assert_cmpuint (fragment->first_line + fragment->n_lines, <=, fragment->set->n_lines);
  lines = trama_page_type_get_lines (type, fragment->set, fragment->first_line);
  for (guint i = 0; i < fragment->n_lines; i++, lines = lines->next)
    {
      PangoRectangle logical;

      pango_layout_line_get_extents (lines->data, NULL, &logical);
      /* A box narrower than a few superior numbers may not hold them. */
      if (fragment->width > 40)
        g_assert_cmpfloat (logical.width / (double) PANGO_SCALE, <, fragment->width + TOLERANCE);
    }
}

static void
check_page (const TramaPages *pages, guint index, TramaPageType *type)
{
  const TramaPage *page = pages->pages->pdata[index];
  const TramaPageFragment *last = NULL;
  const TramaPageFragment *before = NULL;
  double height = trama_paper_get_text_height (pages->settings.paper);
  g_autoptr (GHashTable) heads = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < page->fragments->len; i++)
    {
      const TramaPageFragment *fragment = &g_array_index (page->fragments, TramaPageFragment, i);
      const TramaPageSet *set = fragment->set;
      guint table = ancestor (pages, fragment->node, "Table");

      if (fragment->type == TRAMA_PAGE_FRAGMENT_ANCHOR)
        continue;
      check_edges (pages, fragment, type);
      if ((set != NULL || fragment->scene != NULL) && !is_furniture (pages, fragment))
        {
          before = last;
          last = fragment;
        }
      if (ancestor (pages, fragment->node, "TH") != TRAMA_PAGE_ROOT)
        g_hash_table_add (heads, GUINT_TO_POINTER (table));
      if (ancestor (pages, fragment->node, "TD") != TRAMA_PAGE_ROOT)
        {
          g_assert_true (g_hash_table_contains (heads, GUINT_TO_POINTER (table)));
          /* Only a row that is higher than a page is in parts. */
          if (set != NULL && set->n_lines * trama_page_set_leading (set) < height / 3
              && fragment->n_lines < set->n_lines)
            g_assert_cmpuint (fragment->n_lines, >=, 20);
        }
      /* Neither a first nor a last line stands alone. */
      if (set != NULL && set->n_lines > 3 && g_str_equal (tag_of (pages, fragment), "P")
          && set->n_lines * trama_page_set_leading (set) < height / 2)
        g_assert_cmpuint (fragment->n_lines, >, 1);
    }
  /* A heading does not stand alone at the foot, unless it is one of several that fill the page. */
  if (last != NULL && index + 1 < pages->pages->len && tag_of (pages, last)[0] == 'H'
      && (before == NULL || tag_of (pages, before)[0] != 'H')
      && last->width > TRAMA_PAGE_TEXT_WIDTH - 1
      && last->set->n_lines * trama_page_set_leading (last->set) < TRAMA_PAGE_HEADROOM - 10)
    {
      const TramaPage *next = pages->pages->pdata[index + 1];

      /* Unless its section ends with it. */
      g_assert_cmpuint (next->section, !=, page->section);
    }
}

static void
gather_words (const TramaPages *pages, GHashTable *texts)
{
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const TramaPage *page = pages->pages->pdata[i];

      for (guint k = 0; k < page->fragments->len; k++)
        {
          const TramaPageFragment *fragment
              = &g_array_index (page->fragments, TramaPageFragment, k);
          const TramaPageSet *set = fragment->set;
          GString *text;
          guint from;

          if (set == NULL)
            continue;
          text = g_hash_table_lookup (texts, set);
          if (text == NULL)
            g_hash_table_insert (texts, (gpointer) set, text = g_string_new (NULL));
          from = set->starts[fragment->first_line];
          g_string_append_len (text, set->words + from,
                               set->starts[fragment->first_line + fragment->n_lines] - from);
        }
    }
}

/* A word may be broken where a page ends, so texts are put together again first. */
static void
check_words (const TramaPages *pages, guint n_words)
{
  g_autofree gboolean *found = g_new0 (gboolean, MAX (n_words, 1));
  g_autoptr (GHashTable) texts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer value;

  gather_words (pages, texts);
  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GString *text = value;

      for (const char *at = text->str; (at = strchr (at, 'w')) != NULL; at++)
        if (g_ascii_isdigit (at[1]))
          {
            guint64 number = g_ascii_strtoull (at + 1, NULL, 10);

            g_assert_cmpuint (number, <, n_words);
            found[number] = TRUE;
          }
      g_string_free (text, TRUE);
    }
  for (guint i = 0; i < n_words; i++)
    if (!found[i])
      g_error ("word %u of %u is nowhere", i, n_words);
}

static void
test_random (gconstpointer data)
{
  guint seed = GPOINTER_TO_UINT (data);
  Maker maker = { g_rand_new_with_seed (seed), 0, NULL };
  g_autoptr (TramaPageDocument) document = make_document (&maker, (TramaPaper) (seed % 2));
  g_autoptr (TramaPages) pages = trama_pages_new (document);
  g_autoptr (TramaPageType) type
      = trama_page_type_new (pages->settings.language, pages->settings.right_to_left);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < pages->pages->len; i++)
    check_page (pages, i, type);
  check_words (pages, maker.n_words);
  if (seed % 4 == 0)
    {
      bytes = trama_pages_to_pdf (pages, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 500);
    }
  g_rand_free (maker.rand);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 30; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/page-breaks/%02u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_random);
    }
  return g_test_run ();
}
