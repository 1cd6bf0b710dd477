/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-page-layout.h"

#include "trama-scene-builder.h"

/* How much of the air is left in a tight section. */
#define TIGHT 0.4

void
trama_page_layout_init (TramaPageLayout *layout, const TramaPageDocument *document,
                        GHashTable *pages, const gboolean *tight)
{
  const TramaPageSettings *settings = &document->settings;
  TramaPageNode root = { "Document", TRAMA_PAGE_ROOT };

  *layout = (TramaPageLayout) { .document = document, .pages = pages, .tight_sections = tight };
  layout->type = trama_page_type_new (settings->language, settings->right_to_left);
  trama_chart_style_init (&layout->style, TRAMA_CHART_LIGHT);
  layout->nodes = g_array_new (FALSE, FALSE, sizeof (TramaPageNode));
  g_array_append_val (layout->nodes, root);
  layout->noted = g_hash_table_new (NULL, NULL);
  layout->height = trama_paper_get_text_height (settings->paper);
}

void
trama_page_layout_clear (TramaPageLayout *layout)
{
  g_clear_pointer (&layout->type, trama_page_type_free);
  g_clear_pointer (&layout->nodes, g_array_unref);
  g_clear_pointer (&layout->noted, g_hash_table_unref);
  for (guint i = 0; i < G_N_ELEMENTS (layout->verdicts); i++)
    g_clear_pointer (&layout->verdicts[i], trama_scene_unref);
}

double
trama_page_layout_air (const TramaPageLayout *layout, double air)
{
  return layout->tight ? air * TIGHT : air;
}

guint
trama_page_layout_add_node (TramaPageLayout *layout, guint parent, const char *tag)
{
  TramaPageNode node = { tag, parent };

  g_array_append_val (layout->nodes, node);
  return layout->nodes->len - 1;
}

static char *
page_of (const char *anchor, gpointer data)
{
  TramaPageLayout *layout = data;
  guint page;

  layout->asks_pages = TRUE;
  if (layout->pages == NULL)
    return g_strdup ("0");
  page = GPOINTER_TO_UINT (g_hash_table_lookup (layout->pages, anchor));
  return page > 0 ? g_strdup_printf ("%u", page) : NULL;
}

static char *
number_of (const char *anchor, gpointer data)
{
  TramaPageLayout *layout = data;

  return g_strdup (g_hash_table_lookup (layout->document->numbers, anchor));
}

TramaPageSet *
trama_page_layout_set (TramaPageLayout *layout, const TramaPageText *text,
                       const TramaPageSetSpec *spec)
{
  TramaPageResolver resolver = { page_of, number_of, layout };
  g_autoptr (TramaPageText) resolved = NULL;

  if (text == NULL || text->spans->len == 0)
    {
      g_autoptr (TramaPageText) empty = text == NULL ? trama_page_text_new (NULL) : NULL;

      return trama_page_type_set (layout->type, text != NULL ? text : empty, spec);
    }
  resolved = trama_page_text_resolve (text, &resolver);
  return trama_page_type_set (layout->type, resolved, spec);
}

TramaPageSet *
trama_page_layout_set_words (TramaPageLayout *layout, const char *words,
                             const TramaPageSetSpec *spec)
{
  g_autoptr (TramaPageText) text = trama_page_text_new (words);

  return trama_page_type_set (layout->type, text, spec);
}

void
trama_page_layout_note_uses (TramaPageLayout *layout, const TramaPageSet *set, guint first_line,
                             guint n_lines, guint node, double y, GArray *fragments)
{
  guint from = set->starts[first_line];
  guint to = set->starts[first_line + n_lines];

  for (guint i = 0; i < set->n_spans; i++)
    {
      const TramaPageSpan *span = &set->spans[i];
      g_autofree char *anchor = NULL;

      if (span->type != TRAMA_PAGE_SPAN_NOTE || span->start < from || span->start >= to
          || !g_hash_table_add (layout->noted, GUINT_TO_POINTER (span->note)))
        continue;
      anchor = trama_page_text_use_anchor (span->note);
      trama_page_fragments_add_anchor (fragments, node, anchor, y);
    }
}

guint
trama_page_layout_lines (TramaPageLayout *layout, const TramaPageText *text,
                         const TramaPageLines *lines, TramaPageFlow *flow)
{
  g_autoptr (TramaPageSet) set = NULL;
  guint first = flow->items->len;

  if (trama_page_text_is_empty (text))
    return first;
  set = trama_page_layout_set (layout, text, &lines->set);
  for (guint i = 0; i < set->n_lines; i++)
    {
      TramaPageItem *item = trama_page_flow_add (flow, trama_page_set_leading (set));
      gboolean last = i + 1 == set->n_lines;

      trama_page_layout_note_uses (layout, set, i, 1, lines->node, 0, item->fragments);
      trama_page_fragments_add_text (item->fragments, lines->node, set, i, 1, lines->x, 0,
                                     set->width > 0 ? set->width : set->longest);
      item->above = i == 0 ? lines->above : 0;
      item->below = last ? lines->below : 0;
      item->snap = i == 0 && lines->snap;
      item->keep
          = last ? lines->keep_with_next : lines->keep_together || i == 0 || i + 2 == set->n_lines;
    }
  return first;
}

guint
trama_page_layout_side_by_side (TramaPageLayout *layout, TramaPageColumnFlow *columns,
                                guint n_columns, TramaPageFlow *flow)
{
  g_autoptr (GPtrArray) broken
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint first = flow->items->len;
  guint n_slices = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      GPtrArray *stacks
          = trama_page_flow_break (columns[i].flow, layout->height - TRAMA_PAGE_HEADROOM);

      g_ptr_array_add (broken, stacks);
      n_slices = MAX (n_slices, stacks->len);
    }
  for (guint slice = 0; slice < n_slices; slice++)
    {
      TramaPageItem *item = trama_page_flow_add (flow, 0);

      for (guint i = 0; i < n_columns; i++)
        {
          GPtrArray *stacks = g_ptr_array_index (broken, i);
          TramaPageStack *stack;

          if (slice >= stacks->len)
            continue;
          stack = g_ptr_array_index (stacks, slice);
          trama_page_fragments_append (item->fragments, stack->fragments, columns[i].x, 0);
          item->height = MAX (item->height, stack->height);
        }
    }
  for (guint i = 0; i < n_columns; i++)
    trama_page_flow_free (columns[i].flow);
  return first;
}

TramaColourRole
trama_page_verdict_colour (TramaPageVerdict verdict)
{
  switch (verdict)
    {
    case TRAMA_PAGE_VERDICT_MET:
    case TRAMA_PAGE_VERDICT_WEAK:
      return TRAMA_COLOUR_TEXT_3;
    case TRAMA_PAGE_VERDICT_NOT_MET:
      return TRAMA_COLOUR_TEXT_2;
    case TRAMA_PAGE_VERDICT_UNKNOWN:
    case TRAMA_PAGE_VERDICT_NOT_APPLICABLE:
      return TRAMA_COLOUR_SECOND;
    case TRAMA_PAGE_VERDICT_NONE:
    default:
      return TRAMA_COLOUR_NONE;
    }
}

TramaScene *
trama_page_layout_get_mark (TramaPageLayout *layout, TramaPageVerdict verdict)
{
  static const TramaMark marks[] = {
    [TRAMA_PAGE_VERDICT_MET] = TRAMA_MARK_MET,
    [TRAMA_PAGE_VERDICT_WEAK] = TRAMA_MARK_WEAK,
    [TRAMA_PAGE_VERDICT_NOT_MET] = TRAMA_MARK_NOT_MET,
    [TRAMA_PAGE_VERDICT_UNKNOWN] = TRAMA_MARK_UNKNOWN,
  };
  const double half = TRAMA_PAGE_MARK_SIZE / 2;
  TramaPaint paint = { 0 };

  if (verdict == TRAMA_PAGE_VERDICT_NONE || verdict >= G_N_ELEMENTS (marks))
    return NULL;
  if (layout->verdicts[verdict] == NULL)
    {
      g_autoptr (TramaSceneBuilder) builder
          = trama_scene_builder_new (&layout->style, TRAMA_PAGE_MARK_SIZE, TRAMA_PAGE_MARK_SIZE);

      trama_scene_builder_add_mark (builder, marks[verdict], half, half, half, &paint);
      layout->verdicts[verdict] = trama_scene_builder_finish (builder, NULL, NULL);
    }
  return layout->verdicts[verdict];
}
