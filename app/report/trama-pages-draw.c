/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page on a cairo context: what the window shows, the PDF holds and the printer gets. */

#include "trama-pages-private.h"

typedef struct
{
  const TramaPages *pages;
  cairo_t *cr;
  TramaPageType *type;
  TramaChartStyle style;
  gboolean tagged;
  GArray *open;                 /* guint: the nodes that are open, outermost first */
} Drawing;

static void
set_colour (Drawing *drawing, TramaColourRole role)
{
  TramaColour colour = trama_chart_style_get_colour (&drawing->style, role);

  cairo_set_source_rgb (drawing->cr, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
}

static const TramaPageNode *
get_node (Drawing *drawing, guint node)
{
  return &g_array_index (drawing->pages->nodes, TramaPageNode, node);
}

static gboolean
is_within (Drawing *drawing, guint node, guint ancestor)
{
  while (node != ancestor && node != TRAMA_PAGE_ROOT)
    node = get_node (drawing, node)->parent;
  return node == ancestor;
}

static void
open_node (Drawing *drawing, guint node)
{
  guint parent = get_node (drawing, node)->parent;

  if (node == TRAMA_PAGE_ROOT)
    return;
  if (drawing->open->len == 0
          ? parent != TRAMA_PAGE_ROOT
          : g_array_index (drawing->open, guint, drawing->open->len - 1) != parent)
    open_node (drawing, parent);
  cairo_tag_begin (drawing->cr, get_node (drawing, node)->tag, NULL);
  g_array_append_val (drawing->open, node);
}

/* Closes what @node is not part of and opens what it is part of. */
static void
enter (Drawing *drawing, guint node)
{
  if (!drawing->tagged)
    return;
  while (drawing->open->len > 0)
    {
      guint last = g_array_index (drawing->open, guint, drawing->open->len - 1);

      if (is_within (drawing, node, last))
        break;
      cairo_tag_end (drawing->cr, get_node (drawing, last)->tag);
      g_array_set_size (drawing->open, drawing->open->len - 1);
    }
  if (drawing->open->len == 0
      || g_array_index (drawing->open, guint, drawing->open->len - 1) != node)
    open_node (drawing, node);
}

void
trama_page_foreach_run (const TramaPageSet *set, PangoLayoutLine *line, double x, double baseline,
                        TramaPageRunFunc func, gpointer data)
{
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      guint start = (guint) run->item->offset;
      double width = pango_glyph_string_get_width (run->glyphs) / (double) PANGO_SCALE;
      const TramaPageSpan *found = NULL;

      for (guint i = 0; i < set->n_spans; i++)
        if (set->spans[i].start <= start && start < set->spans[i].end)
          found = &set->spans[i];
      x += run->start_x_offset / (double) PANGO_SCALE;
      func (run, found, x, baseline - run->y_offset / (double) PANGO_SCALE, width, data);
      x += width + run->end_x_offset / (double) PANGO_SCALE;
    }
}

static gboolean
leads_somewhere (Drawing *drawing, const TramaPageSpan *span)
{
  return span != NULL && span->anchor != NULL
         && g_hash_table_contains (drawing->pages->places, span->anchor);
}

/* Anchors are the program's own words, but a section may be named by a person. */
static char *
quote (const char *anchor)
{
  g_autoptr (GString) quoted = g_string_new (anchor);

  g_string_replace (quoted, "\\", "\\\\", 0);
  g_string_replace (quoted, "'", "\\'", 0);
  return g_string_free (g_steal_pointer (&quoted), FALSE);
}

typedef struct
{
  Drawing *drawing;
  const TramaPageSet *set;
} RunDrawing;

static void
draw_run (PangoGlyphItem *run, const TramaPageSpan *span, double x, double baseline, double width,
          gpointer data)
{
  RunDrawing *own = data;
  Drawing *drawing = own->drawing;
  gboolean link = leads_somewhere (drawing, span);

  if (link)
    {
      g_autofree char *anchor = quote (span->anchor);
      g_autofree char *attributes = g_strdup_printf ("dest='%s'", anchor);

      cairo_tag_begin (drawing->cr, CAIRO_TAG_LINK, attributes);
    }
  set_colour (drawing, span != NULL && span->colour != TRAMA_COLOUR_NONE
                           ? span->colour
                           : trama_page_set_colour (own->set));
  cairo_move_to (drawing->cr, x, baseline);
  pango_cairo_show_glyph_item (drawing->cr, own->set->words, run);
  if (link)
    cairo_tag_end (drawing->cr, CAIRO_TAG_LINK);
}

static gboolean
has_links (Drawing *drawing, const TramaPageSet *set)
{
  for (guint i = 0; i < set->n_spans; i++)
    if (leads_somewhere (drawing, &set->spans[i]))
      return TRUE;
  return FALSE;
}

static void
draw_text (Drawing *drawing, const TramaPageFragment *fragment)
{
  const TramaPageSet *set = fragment->set;
  GSList *lines = trama_page_type_get_lines (drawing->type, fragment->set, fragment->first_line);
  gboolean by_runs = drawing->tagged && has_links (drawing, set);
  double baseline = fragment->y + trama_page_set_baseline (set);
  RunDrawing runs = { drawing, set };

  set_colour (drawing, trama_page_set_colour (set));
  for (guint i = 0; i < fragment->n_lines && lines != NULL; i++, lines = lines->next)
    {
      PangoLayoutLine *line = lines->data;
      double x
          = fragment->x + trama_page_type_line_offset (drawing->type, set, line, fragment->width);

      if (by_runs)
        trama_page_foreach_run (set, line, x, baseline, draw_run, &runs);
      else
        {
          cairo_move_to (drawing->cr, x, baseline);
          pango_cairo_show_layout_line (drawing->cr, line);
        }
      baseline += trama_page_set_leading (set);
    }
}

static void
draw_rule (Drawing *drawing, const TramaPageFragment *fragment)
{
  set_colour (drawing, fragment->colour);
  cairo_set_line_width (drawing->cr, fragment->thickness);
  cairo_move_to (drawing->cr, fragment->x, fragment->y);
  cairo_line_to (drawing->cr, fragment->x + fragment->width, fragment->y);
  cairo_stroke (drawing->cr);
}

static void
draw_scene (Drawing *drawing, const TramaPageFragment *fragment)
{
  cairo_save (drawing->cr);
  cairo_translate (drawing->cr, fragment->x, fragment->y);
  cairo_scale (drawing->cr, fragment->scale, fragment->scale);
  /* A text leaves its point behind, from which an arc would draw a line. */
  cairo_new_path (drawing->cr);
  trama_scene_draw (fragment->scene, drawing->cr, &drawing->style);
  cairo_restore (drawing->cr);
}

static void
mark_anchor (Drawing *drawing, const TramaPageFragment *fragment, guint index)
{
  const TramaPagePlace *place = g_hash_table_lookup (drawing->pages->places, fragment->anchor);
  g_autofree char *anchor = NULL;
  g_autofree char *attributes = NULL;
  char y[G_ASCII_DTOSTR_BUF_SIZE];

  /* The first of a name is the one that counts; a second would be an error to cairo. */
  if (!drawing->tagged || place == NULL || place->page != index || place->y != fragment->y
      || place->x != fragment->x)
    return;
  anchor = quote (fragment->anchor);
  g_ascii_formatd (y, sizeof y, "%.2f", MAX (fragment->y - 6, 0));
  attributes = g_strdup_printf ("name='%s' x=0 y=%s internal", anchor, y);
  cairo_tag_begin (drawing->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (drawing->cr, CAIRO_TAG_DEST);
}

static void
draw_fragment (Drawing *drawing, const TramaPageFragment *fragment, guint index)
{
  if (fragment->type == TRAMA_PAGE_FRAGMENT_ANCHOR)
    {
      mark_anchor (drawing, fragment, index);
      return;
    }
  enter (drawing, fragment->node);
  switch ((TramaPageFragmentType) fragment->type)
    {
    case TRAMA_PAGE_FRAGMENT_TEXT:
      draw_text (drawing, fragment);
      break;
    case TRAMA_PAGE_FRAGMENT_RULE:
      draw_rule (drawing, fragment);
      break;
    case TRAMA_PAGE_FRAGMENT_SCENE:
      draw_scene (drawing, fragment);
      break;
    case TRAMA_PAGE_FRAGMENT_ANCHOR:
    case TRAMA_PAGE_FRAGMENT_NONE:
    default:
      break;
    }
}

void
trama_pages_draw_page (const TramaPages *pages, guint index, cairo_t *cr, TramaPageType *type,
                       gboolean tagged)
{
  const TramaPage *page = pages->pages->pdata[index];
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  Drawing drawing = { .pages = pages, .cr = cr, .type = type, .tagged = tagged, .open = open };

  trama_chart_style_init (&drawing.style, TRAMA_CHART_LIGHT);
  cairo_save (cr);
  for (guint i = 0; i < page->fragments->len; i++)
    draw_fragment (&drawing, &g_array_index (page->fragments, TramaPageFragment, i), index);
  enter (&drawing, TRAMA_PAGE_ROOT);
  cairo_restore (cr);
}

void
trama_pages_draw (const TramaPages *pages, guint index, cairo_t *cr)
{
  g_autoptr (TramaPageType) type = NULL;

  g_return_if_fail (pages != NULL && index < pages->pages->len && cr != NULL);

  type = trama_page_type_new (pages->settings.language, pages->settings.right_to_left);
  trama_pages_draw_page (pages, index, cr, type, FALSE);
}

typedef struct
{
  const TramaPages *pages;
  double x;
  double y;
  double leading;
  const TramaPagePlace *place;
} LinkSearch;

static void
find_link (PangoGlyphItem *run, const TramaPageSpan *span, double x, double baseline, double width,
           gpointer data)
{
  LinkSearch *search = data;

  if (span != NULL && span->anchor != NULL && search->x >= x - 1 && search->x <= x + width + 1
      && search->y <= baseline + 3 && search->y >= baseline - search->leading)
    search->place = g_hash_table_lookup (search->pages->places, span->anchor);
}

gboolean
trama_pages_get_link (const TramaPages *pages, guint index, double x, double y, guint *target)
{
  LinkSearch search = { pages, x, y, 0, NULL };
  g_autoptr (TramaPageType) type = NULL;
  const TramaPage *page;

  g_return_val_if_fail (pages != NULL && index < pages->pages->len && target != NULL, FALSE);

  page = pages->pages->pdata[index];
  type = trama_page_type_new (pages->settings.language, pages->settings.right_to_left);
  for (guint i = 0; i < page->fragments->len && search.place == NULL; i++)
    {
      const TramaPageFragment *fragment = &g_array_index (page->fragments, TramaPageFragment, i);
      const TramaPageSet *set = fragment->set;
      GSList *lines;
      double baseline;

      if (set == NULL || set->n_spans == 0 || y < fragment->y - 3
          || y > fragment->y + fragment->height + 3 || x < fragment->x - 1
          || x > fragment->x + fragment->width + 1)
        continue;
      lines = trama_page_type_get_lines (type, set, fragment->first_line);
      baseline = fragment->y + trama_page_set_baseline (set);
      search.leading = trama_page_set_leading (set);
      for (guint k = 0; k < fragment->n_lines && lines != NULL; k++, lines = lines->next)
        {
          double offset = trama_page_type_line_offset (type, set, lines->data, fragment->width);

          trama_page_foreach_run (set, lines->data, fragment->x + offset, baseline, find_link,
                                  &search);
          baseline += search.leading;
        }
    }
  if (search.place == NULL)
    return FALSE;
  *target = search.place->page;
  return TRUE;
}
