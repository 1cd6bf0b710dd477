/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where pages end. Items that must not be parted are a chunk; a chunk goes on the page if all of it
 * fits, else on the next. Only a chunk that is higher than a page is parted, at any of its items. */

#include "trama-page-flow.h"
#include "trama-page-grid.h"

#include <math.h>

#define HALF_LINE (TRAMA_PAGE_BASELINE / 2)
#define TOLERANCE 0.01
#define CLOSING_RULE 0.5

typedef struct
{
  GPtrArray *stacks;
  double limit;
  TramaPageStack *stack; /* the one being filled */
  gboolean started; /* something with a height stands in it */
  const TramaPageItem *last;
} Breaker;

static void
stack_free (gpointer data)
{
  TramaPageStack *stack = data;

  g_array_unref (stack->fragments);
  g_free (stack);
}

/* What @item would take up below @y; @first: nothing stands above it. Returns where it would end. */
static double
measure (const TramaPageItem *item, const TramaPageItem *last, double y, gboolean first,
         double *top)
{
  if (first)
    y = item->head != NULL ? item->head->height : 0;
  else
    {
      y += MAX (last != NULL ? last->below : 0, item->above) + item->extra;
      if (item->snap)
        y = ceil ((y - TOLERANCE) / HALF_LINE) * HALF_LINE;
    }
  *top = y;
  return y + item->height;
}

static void
begin_stack (Breaker *breaker)
{
  breaker->stack = g_new0 (TramaPageStack, 1);
  breaker->stack->fragments = trama_page_fragments_new ();
  breaker->started = FALSE;
  breaker->last = NULL;
  g_ptr_array_add (breaker->stacks, breaker->stack);
}

static void
end_stack (Breaker *breaker, const TramaPageItem *next)
{
  const TramaPageItem *last = breaker->last;

  if (last != NULL && next != NULL && last->head != NULL && last->head == next->head
      && last->head->rule_width > 0)
    trama_page_fragments_add_rule (breaker->stack->fragments, last->last_node, last->head->rule_x,
                                   breaker->stack->height, last->head->rule_width, CLOSING_RULE);
  begin_stack (breaker);
}

static void
place (Breaker *breaker, const TramaPageItem *item)
{
  TramaPageStack *stack = breaker->stack;
  double top;
  double bottom = measure (item, breaker->last, stack->height, !breaker->started, &top);

  if (!breaker->started && item->head != NULL)
    trama_page_fragments_append (stack->fragments, item->head->fragments, 0, 0);
  trama_page_fragments_append (stack->fragments, item->fragments, 0, top);
  stack->height = bottom;
  if (!breaker->started)
    stack->section = item->section;
  if (item->height > 0)
    breaker->started = TRUE;
  breaker->last = item;
}

/* One past the last item of the chunk that begins at @from. Air parts nothing. */
static guint
chunk_end (TramaPageFlow *flow, guint from)
{
  gboolean keep = FALSE;
  guint end = from;

  while (end < flow->items->len)
    {
      const TramaPageItem *item = trama_page_flow_get (flow, end++);

      keep = item->height > 0 ? item->keep : keep || item->keep;
      if (!keep || (end < flow->items->len && trama_page_flow_get (flow, end)->break_before))
        break;
    }
  return end;
}

static gboolean
fits (Breaker *breaker, TramaPageFlow *flow, guint from, guint to)
{
  const TramaPageItem *last = breaker->last;
  double y = breaker->stack->height;
  gboolean first = !breaker->started;

  for (guint i = from; i < to; i++)
    {
      const TramaPageItem *item = trama_page_flow_get (flow, i);
      double top;

      y = measure (item, last, y, first, &top);
      if (item->height > 0)
        first = FALSE;
      last = item;
      if (y > breaker->limit + TOLERANCE)
        return FALSE;
    }
  return TRUE;
}

/* How many items of a chunk that is too high for any page go on this one. */
static guint
part_of_chunk (Breaker *breaker, TramaPageFlow *flow, guint from, guint to)
{
  guint end = from + 1;

  while (end < to && fits (breaker, flow, from, end + 1))
    end++;
  return end;
}

GPtrArray *
trama_page_flow_break (TramaPageFlow *flow, double height)
{
  Breaker breaker = { .limit = height };
  guint i = 0;

  breaker.stacks = g_ptr_array_new_with_free_func (stack_free);
  begin_stack (&breaker);
  while (i < flow->items->len)
    {
      const TramaPageItem *item = trama_page_flow_get (flow, i);
      guint end = chunk_end (flow, i);

      if (item->break_before && breaker.started)
        end_stack (&breaker, NULL);
      if (!fits (&breaker, flow, i, end))
        {
          if (breaker.started)
            {
              end_stack (&breaker, item);
              continue;
            }
          end = part_of_chunk (&breaker, flow, i, end);
        }
      while (i < end)
        place (&breaker, trama_page_flow_get (flow, i++));
    }
  return breaker.stacks;
}
