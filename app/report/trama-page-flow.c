/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-page-flow.h"

static void
clear_fragment (gpointer data)
{
  TramaPageFragment *fragment = data;

  g_clear_pointer (&fragment->set, trama_page_set_unref);
  g_clear_pointer (&fragment->scene, trama_scene_unref);
  g_clear_pointer (&fragment->anchor, g_free);
}

GArray *
trama_page_fragments_new (void)
{
  GArray *fragments = g_array_new (FALSE, TRUE, sizeof (TramaPageFragment));

  g_array_set_clear_func (fragments, clear_fragment);
  return fragments;
}

void
trama_page_fragments_add_text (GArray *fragments, guint node, TramaPageSet *set, guint first_line,
                               guint n_lines, double x, double y, double width)
{
  TramaPageFragment fragment = {
    .type = TRAMA_PAGE_FRAGMENT_TEXT,
    .node = node,
    .x = x,
    .y = y,
    .width = width,
    .height = n_lines * trama_page_set_leading (set),
    .set = trama_page_set_ref (set),
    .first_line = first_line,
    .n_lines = n_lines,
  };

  g_array_append_val (fragments, fragment);
}

void
trama_page_fragments_add_rule (GArray *fragments, guint node, double x, double y, double width,
                               double thickness)
{
  TramaPageFragment fragment = {
    .type = TRAMA_PAGE_FRAGMENT_RULE,
    .node = node,
    .x = x,
    .y = y,
    .width = width,
    .thickness = thickness,
    .colour = TRAMA_COLOUR_INK,
  };

  g_array_append_val (fragments, fragment);
}

void
trama_page_fragments_add_scene (GArray *fragments, guint node, TramaScene *scene, double x,
                                double y, double scale)
{
  TramaPageFragment fragment = {
    .type = TRAMA_PAGE_FRAGMENT_SCENE,
    .node = node,
    .x = x,
    .y = y,
    .width = trama_scene_get_width (scene) * scale,
    .height = trama_scene_get_height (scene) * scale,
    .scene = trama_scene_ref (scene),
    .scale = scale,
  };

  g_array_append_val (fragments, fragment);
}

void
trama_page_fragments_add_anchor (GArray *fragments, guint node, const char *anchor, double y)
{
  TramaPageFragment fragment = {
    .type = TRAMA_PAGE_FRAGMENT_ANCHOR,
    .node = node,
    .y = y,
    .anchor = g_strdup (anchor),
  };

  g_array_append_val (fragments, fragment);
}

void
trama_page_fragments_add_none (GArray *fragments, guint node)
{
  TramaPageFragment fragment = { .type = TRAMA_PAGE_FRAGMENT_NONE, .node = node };

  g_array_append_val (fragments, fragment);
}

/* Lines that follow each other are drawn from one layout. */
static gboolean
extend_last (GArray *fragments, const TramaPageFragment *next)
{
  TramaPageFragment *last;
  guint before = fragments->len;

  /* An anchor between two lines parts nothing. */
  while (before > 0
         && g_array_index (fragments, TramaPageFragment, before - 1).type
                == TRAMA_PAGE_FRAGMENT_ANCHOR)
    before--;
  if (before == 0 || next->type != TRAMA_PAGE_FRAGMENT_TEXT)
    return FALSE;
  last = &g_array_index (fragments, TramaPageFragment, before - 1);
  if (last->type != TRAMA_PAGE_FRAGMENT_TEXT || last->set != next->set || last->x != next->x
      || last->node != next->node || last->first_line + last->n_lines != next->first_line
      || ABS (last->y + last->height - next->y) > 1e-6)
    return FALSE;
  last->n_lines += next->n_lines;
  last->height += next->height;
  return TRUE;
}

void
trama_page_fragments_append (GArray *fragments, const GArray *others, double x, double y)
{
  for (guint i = 0; i < others->len; i++)
    {
      TramaPageFragment fragment = g_array_index (others, TramaPageFragment, i);

      fragment.x += x;
      fragment.y += y;
      if (extend_last (fragments, &fragment))
        continue;
      if (fragment.set != NULL)
        trama_page_set_ref (fragment.set);
      if (fragment.scene != NULL)
        trama_scene_ref (fragment.scene);
      fragment.anchor = g_strdup (fragment.anchor);
      g_array_append_val (fragments, fragment);
    }
}

TramaPageHead *
trama_page_head_ref (TramaPageHead *head)
{
  g_atomic_ref_count_inc (&head->references);
  return head;
}

void
trama_page_head_unref (TramaPageHead *head)
{
  if (!g_atomic_ref_count_dec (&head->references))
    return;
  g_array_unref (head->fragments);
  g_free (head);
}

static void
item_free (gpointer data)
{
  TramaPageItem *item = data;

  g_array_unref (item->fragments);
  g_clear_pointer (&item->head, trama_page_head_unref);
  g_free (item);
}

TramaPageFlow *
trama_page_flow_new (void)
{
  TramaPageFlow *flow = g_new0 (TramaPageFlow, 1);

  flow->items = g_ptr_array_new_with_free_func (item_free);
  return flow;
}

void
trama_page_flow_free (TramaPageFlow *flow)
{
  g_ptr_array_unref (flow->items);
  g_free (flow);
}

TramaPageItem *
trama_page_flow_add (TramaPageFlow *flow, double height)
{
  TramaPageItem *item = g_new0 (TramaPageItem, 1);

  item->fragments = trama_page_fragments_new ();
  item->height = height;
  g_ptr_array_add (flow->items, item);
  return item;
}

TramaPageItem *
trama_page_flow_get (TramaPageFlow *flow, guint index)
{
  return index < flow->items->len ? g_ptr_array_index (flow->items, index) : NULL;
}
