/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-pages-private.h"

/* How far the running head's line is above the text, and the folio's below it. */
#define HEAD_RISE 30.0
#define FOOT_DROP 22.0
/* Page numbers change how lines break, and so page numbers; it settles at once or never. */
#define MOST_PASSES 6
/* Less than this on a section's last page is not worth a page. */
#define FEW_LINES 110.0

static void
page_free (gpointer data)
{
  TramaPage *page = data;

  g_array_unref (page->fragments);
  g_free (page);
}

static void
section_free (gpointer data)
{
  TramaPageSection *section = data;

  g_free (section->name);
  g_free (section->anchor);
  g_free (section);
}

TramaPages *
trama_pages_ref (TramaPages *pages)
{
  g_atomic_ref_count_inc (&pages->references);
  return pages;
}

void
trama_pages_unref (TramaPages *pages)
{
  if (!g_atomic_ref_count_dec (&pages->references))
    return;
  trama_page_settings_clear (&pages->settings);
  g_ptr_array_unref (pages->pages);
  g_array_unref (pages->nodes);
  g_hash_table_unref (pages->places);
  g_ptr_array_unref (pages->sections);
  g_free (pages);
}

/* Its number and name. */
static TramaPageText *
section_text (const TramaPageSection *section)
{
  if (section->number == 0)
    return trama_page_text_new (section->name);
  return trama_page_text_new_printf ("%u\342\200\202%s", section->number, section->name);
}

/* A section that begins amid a page is named above its heading, since the running head names the
 * one that the page began with. */
static void
add_kicker (TramaPageLayout *layout, const TramaPageSection *section, TramaPageFlow *flow)
{
  TramaPageLines lines = {
    .set = { .role = TRAMA_PAGE_ROLE_SMALL, .width = TRAMA_PAGE_TEXT_WIDTH },
    .node = trama_page_layout_add_node (layout, TRAMA_PAGE_ROOT, "P"),
    .above = 32.5,
    .below = 2,
    .snap = TRUE,
    .keep_with_next = TRUE,
  };
  g_autoptr (TramaPageText) text = section_text (section);

  trama_page_layout_lines (layout, text, &lines, flow);
}

TramaPageFlow *
trama_page_layout_document (TramaPageLayout *layout)
{
  TramaPageFlow *flow = trama_page_flow_new ();
  const GPtrArray *sections = layout->document->sections;

  for (guint i = 0; i < sections->len; i++)
    {
      const TramaPageSection *section = sections->pdata[i];
      TramaPageItem *start = trama_page_flow_add (flow, 0);
      guint first = flow->items->len - 1;
      guint after_kicker;

      layout->tight = layout->tight_sections != NULL && layout->tight_sections[i];

      start->break_before = i > 0 && !(section->flags & TRAMA_PAGE_SECTION_RUN_ON);
      start->keep = TRUE;
      trama_page_fragments_add_anchor (start->fragments, TRAMA_PAGE_ROOT, section->anchor, 0);
      if (section->flags & TRAMA_PAGE_SECTION_RUN_ON)
        add_kicker (layout, section, flow);
      after_kicker = flow->items->len;
      for (guint k = 0; k < section->blocks->len; k++)
        trama_page_layout_block (layout, section->blocks->pdata[k], TRAMA_PAGE_TEXT_WIDTH,
                                 TRAMA_PAGE_ROOT, flow);
      /* The kicker stands close above what it names. */
      if (section->flags & TRAMA_PAGE_SECTION_RUN_ON && after_kicker < flow->items->len)
        trama_page_flow_get (flow, after_kicker)->above = 2;
      for (; first < flow->items->len; first++)
        trama_page_flow_get (flow, first)->section = i;
    }
  return flow;
}

static GHashTable *
find_anchors (const GPtrArray *stacks)
{
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < stacks->len; i++)
    {
      const GArray *fragments = ((TramaPageStack *) stacks->pdata[i])->fragments;

      for (guint k = 0; k < fragments->len; k++)
        {
          const char *anchor = g_array_index (fragments, TramaPageFragment, k).anchor;

          if (anchor != NULL && !g_hash_table_contains (found, anchor))
            g_hash_table_insert (found, g_strdup (anchor), GUINT_TO_POINTER (i + 1));
        }
    }
  return found;
}

static gboolean
same_pages (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer key, value;

  if (a == NULL || g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_hash_table_lookup (b, key) != value)
      return FALSE;
  return TRUE;
}

static void
add_line (TramaPageLayout *layout, GArray *fragments, const TramaPageText *text,
          TramaPageAlign align, double x, double y, double width)
{
  TramaPageSetSpec spec = { .role = TRAMA_PAGE_ROLE_RUNNING, .align = align, .width = width };
  g_autoptr (TramaPageSet) set = trama_page_layout_set (layout, text, &spec);
  double leading = trama_page_set_leading (set);
  guint node;

  if (trama_page_text_is_empty (text))
    return;
  node = trama_page_layout_add_node (layout, TRAMA_PAGE_ROOT, "NonStruct");
  /* What does not fit on one line grows away from the text. */
  if (y < 0)
    y -= (set->n_lines - 1) * leading;
  trama_page_fragments_add_text (fragments, node, set, 0, set->n_lines, x, y, width);
}

static void
add_running_head (TramaPageLayout *layout, const TramaPageSection *section, GArray *fragments)
{
  const TramaPageSettings *settings = &layout->document->settings;
  g_autoptr (TramaPageText) start = trama_page_text_new (NULL);
  g_autoptr (TramaPageText) end = trama_page_text_new (settings->head_end);
  g_autoptr (TramaPageText) own = section_text (section);
  const double end_width = 130;

  if (settings->head != NULL)
    trama_page_text_append_styled (start, settings->head, TRAMA_PAGE_TEXT_BOLD, TRAMA_COLOUR_INK);
  if (settings->head != NULL && *section->name != '\0')
    trama_page_text_append (start, "\342\200\203");
  trama_page_text_append (start, own->words->str);
  add_line (layout, fragments, start, TRAMA_PAGE_ALIGN_START, 0, -HEAD_RISE,
            TRAMA_PAGE_TEXT_WIDTH - end_width - TRAMA_PAGE_GUTTER);
  add_line (layout, fragments, end, TRAMA_PAGE_ALIGN_END, TRAMA_PAGE_TEXT_WIDTH - end_width,
            -HEAD_RISE, end_width);
}

static void
add_foot (TramaPageLayout *layout, guint number, GArray *fragments)
{
  const TramaPageSettings *settings = &layout->document->settings;
  g_autoptr (TramaPageText) foot = trama_page_text_new (settings->foot);
  g_autoptr (TramaPageText) folio = trama_page_text_new (NULL);
  g_autofree char *words = g_strdup_printf ("%u", number);
  const double folio_width = 40;
  double y = layout->height + FOOT_DROP;

  add_line (layout, fragments, foot, TRAMA_PAGE_ALIGN_START, 0, y,
            TRAMA_PAGE_TEXT_WIDTH - folio_width - TRAMA_PAGE_GUTTER);
  trama_page_text_append_styled (folio, words, TRAMA_PAGE_TEXT_BOLD, TRAMA_COLOUR_INK);
  add_line (layout, fragments, folio, TRAMA_PAGE_ALIGN_END, TRAMA_PAGE_TEXT_WIDTH - folio_width, y,
            folio_width);
}

/* From the text's corner to the paper's; in a mirrored document from the other one. */
static void
move_to_paper (GArray *fragments, const TramaPageSettings *settings)
{
  double left = trama_paper_get_left (settings->paper);
  double top = trama_paper_get_top (settings->paper);

  for (guint i = 0; i < fragments->len; i++)
    {
      TramaPageFragment *fragment = &g_array_index (fragments, TramaPageFragment, i);

      if (settings->right_to_left)
        fragment->x = TRAMA_PAGE_TEXT_WIDTH - fragment->x - fragment->width;
      fragment->x += left;
      fragment->y += top;
    }
}

static TramaPage *
make_page (TramaPageLayout *layout, const TramaPageStack *stack, guint number, gboolean plain)
{
  const TramaPageSection *section = layout->document->sections->len > 0
                                        ? layout->document->sections->pdata[stack->section]
                                        : NULL;
  TramaPage *page = g_new0 (TramaPage, 1);

  page->section = stack->section;
  page->fragments = trama_page_fragments_new ();
  if (section != NULL && !plain)
    add_running_head (layout, section, page->fragments);
  trama_page_fragments_append (page->fragments, stack->fragments, 0, 0);
  add_foot (layout, number, page->fragments);
  move_to_paper (page->fragments, &layout->document->settings);
  return page;
}

static void
note_places (TramaPages *pages, guint index)
{
  const TramaPage *page = pages->pages->pdata[index];

  for (guint i = 0; i < page->fragments->len; i++)
    {
      const TramaPageFragment *fragment = &g_array_index (page->fragments, TramaPageFragment, i);
      TramaPagePlace *place;

      if (fragment->anchor == NULL || g_hash_table_contains (pages->places, fragment->anchor))
        continue;
      place = g_new (TramaPagePlace, 1);
      *place = (TramaPagePlace) { index, fragment->x, fragment->y };
      g_hash_table_insert (pages->places, g_strdup (fragment->anchor), place);
    }
}

static TramaPages *
make_pages (TramaPageLayout *layout, const GPtrArray *stacks)
{
  const TramaPageDocument *document = layout->document;
  TramaPages *pages = g_new0 (TramaPages, 1);

  g_atomic_ref_count_init (&pages->references);
  trama_page_settings_copy (&document->settings, &pages->settings);
  pages->pages = g_ptr_array_new_with_free_func (page_free);
  pages->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  pages->sections = g_ptr_array_new_with_free_func (section_free);
  for (guint i = 0; i < document->sections->len; i++)
    {
      TramaPageSection *section = g_memdup2 (document->sections->pdata[i], sizeof *section);

      section->name = g_strdup (section->name);
      section->anchor = g_strdup (section->anchor);
      section->blocks = NULL;
      g_ptr_array_add (pages->sections, section);
    }
  for (guint i = 0; i < stacks->len; i++)
    {
      const TramaPageStack *stack = stacks->pdata[i];
      const TramaPageSection *section
          = document->sections->len > 0 ? document->sections->pdata[stack->section] : NULL;
      gboolean opens
          = i == 0 || ((TramaPageStack *) stacks->pdata[i - 1])->section != stack->section;
      gboolean plain = opens && section != NULL && section->flags & TRAMA_PAGE_SECTION_PLAIN;

      g_ptr_array_add (pages->pages, make_page (layout, stack, i + 1, plain));
      note_places (pages, i);
    }
  pages->nodes = g_array_ref (layout->nodes);
  return pages;
}

/* Sections that end with a few lines on a page of their own get less air, once; where that does not
 * help they get it back. Returns whether anything is to be laid out again. */
static gboolean
tighten (const GPtrArray *stacks, gboolean *tight, gboolean *tried, guint n_sections)
{
  gboolean again = FALSE;

  for (guint i = 1; i < stacks->len; i++)
    {
      const TramaPageStack *before = stacks->pdata[i - 1];
      const TramaPageStack *stack = stacks->pdata[i];
      gboolean ends = i + 1 == stacks->len
                      || ((const TramaPageStack *) stacks->pdata[i + 1])->section != stack->section;

      if (stack->section >= n_sections || before->section != stack->section || !ends
          || stack->height > FEW_LINES)
        continue;
      if (tight[stack->section])
        tight[stack->section] = FALSE;
      else if (!tried[stack->section])
        tight[stack->section] = tried[stack->section] = TRUE;
      else
        continue;
      again = TRUE;
    }
  return again;
}

TramaPages *
trama_pages_new (const TramaPageDocument *document)
{
  guint n_sections = document != NULL ? document->sections->len : 0;
  g_autofree gboolean *tight = g_new0 (gboolean, n_sections + 1);
  g_autofree gboolean *tried = g_new0 (gboolean, n_sections + 1);
  g_autoptr (GHashTable) numbers = NULL;
  TramaPages *pages = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  for (guint pass = 0; pages == NULL; pass++)
    {
      TramaPageLayout layout;
      g_autoptr (TramaPageFlow) flow = NULL;
      g_autoptr (GPtrArray) stacks = NULL;
      GHashTable *found;
      gboolean settled;

      trama_page_layout_init (&layout, document, numbers, tight);
      flow = trama_page_layout_document (&layout);
      stacks = trama_page_flow_break (flow, layout.height);
      found = find_anchors (stacks);
      settled = !layout.asks_pages || same_pages (numbers, found);
      if (pass + 1 >= MOST_PASSES || (!tighten (stacks, tight, tried, n_sections) && settled))
        pages = make_pages (&layout, stacks);
      g_clear_pointer (&numbers, g_hash_table_unref);
      numbers = found;
      trama_page_layout_clear (&layout);
    }
  return pages;
}

guint
trama_pages_n (const TramaPages *pages)
{
  g_return_val_if_fail (pages != NULL, 0);

  return pages->pages->len;
}

void
trama_pages_get_size (const TramaPages *pages, double *width, double *height)
{
  g_return_if_fail (pages != NULL);

  *width = trama_paper_get_width (pages->settings.paper);
  *height = trama_paper_get_height (pages->settings.paper);
}

const char *
trama_pages_get_section (const TramaPages *pages, guint index)
{
  g_return_val_if_fail (pages != NULL && index < pages->pages->len, "");

  if (pages->sections->len == 0)
    return "";
  return ((TramaPageSection *)
              pages->sections->pdata[((TramaPage *) pages->pages->pdata[index])->section])
      ->name;
}

char *
trama_pages_get_words (const TramaPages *pages, guint index)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const TramaPage *page;

  g_return_val_if_fail (pages != NULL && index < pages->pages->len, NULL);

  page = pages->pages->pdata[index];
  for (guint i = 0; i < page->fragments->len; i++)
    {
      const TramaPageFragment *fragment = &g_array_index (page->fragments, TramaPageFragment, i);
      const TramaPageSet *set = fragment->set;

      if (set != NULL)
        {
          guint from = set->starts[fragment->first_line];

          g_string_append_len (words, set->words + from,
                               set->starts[fragment->first_line + fragment->n_lines] - from);
          g_string_append_c (words, '\n');
        }
      else if (fragment->scene != NULL && *trama_scene_get_sentence (fragment->scene) != '\0')
        g_string_append_printf (words, "%s\n", trama_scene_get_sentence (fragment->scene));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
