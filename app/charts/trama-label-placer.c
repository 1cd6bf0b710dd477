/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-label-placer.h"

#include <math.h>

/* A place further down the list must be this much better. */
#define ORDER_COST 0.06

typedef struct
{
  TramaBox box;
  double cost;
} Obstacle;

typedef struct
{
  double x1, y1, x2, y2;
  double cost;
} Line;

struct _TramaLabelPlacer
{
  TramaBox bounds;
  GArray *obstacles;
  GArray *lines;
};

TramaLabelPlacer *
trama_label_placer_new (TramaBox bounds)
{
  TramaLabelPlacer *placer = g_new0 (TramaLabelPlacer, 1);

  placer->bounds = bounds;
  placer->obstacles = g_array_new (FALSE, FALSE, sizeof (Obstacle));
  placer->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  return placer;
}

void
trama_label_placer_free (TramaLabelPlacer *placer)
{
  if (placer == NULL)
    return;
  g_array_unref (placer->obstacles);
  g_array_unref (placer->lines);
  g_free (placer);
}

void
trama_label_placer_add_box (TramaLabelPlacer *placer, TramaBox box, double cost)
{
  Obstacle obstacle = { box, cost };

  g_array_append_val (placer->obstacles, obstacle);
}

void
trama_label_placer_add_line (TramaLabelPlacer *placer, double x1, double y1, double x2, double y2,
                             double cost)
{
  Line line = { x1, y1, x2, y2, cost };

  g_array_append_val (placer->lines, line);
}

static double
overlap_area (TramaBox a, TramaBox b)
{
  double width = MIN (a.x + a.width, b.x + b.width) - MAX (a.x, b.x);
  double height = MIN (a.y + a.height, b.y + b.height) - MAX (a.y, b.y);

  return width > 0 && height > 0 ? width * height : 0;
}

gboolean
trama_box_overlaps (TramaBox a, TramaBox b)
{
  return overlap_area (a, b) > 0;
}

/* Liang and Barsky's clipping: the part of the line that lies in the box, as a length. */
static double
length_inside (const Line *line, TramaBox box)
{
  double dx = line->x2 - line->x1, dy = line->y2 - line->y1;
  double t0 = 0, t1 = 1;
  const double p[4] = { -dx, dx, -dy, dy };
  const double q[4] = { line->x1 - box.x, box.x + box.width - line->x1, line->y1 - box.y,
                        box.y + box.height - line->y1 };

  for (guint i = 0; i < 4; i++)
    {
      if (p[i] == 0)
        {
          if (q[i] < 0)
            return 0;
          continue;
        }
      if (p[i] < 0)
        t0 = MAX (t0, q[i] / p[i]);
      else
        t1 = MIN (t1, q[i] / p[i]);
      if (t0 >= t1)
        return 0;
    }
  return (t1 - t0) * sqrt (dx * dx + dy * dy);
}

static gboolean
inside_bounds (const TramaLabelPlacer *placer, TramaBox box)
{
  const TramaBox *bounds = &placer->bounds;

  return box.x >= bounds->x && box.y >= bounds->y && box.x + box.width <= bounds->x + bounds->width
         && box.y + box.height <= bounds->y + bounds->height;
}

static double
cost_of (const TramaLabelPlacer *placer, TramaBox box, double limit)
{
  double cost = 0;

  if (!inside_bounds (placer, box))
    return INFINITY;
  for (guint i = 0; i < placer->obstacles->len && cost < limit; i++)
    {
      const Obstacle *obstacle = &g_array_index (placer->obstacles, Obstacle, i);
      double area = overlap_area (box, obstacle->box);
      double smaller;

      if (area <= 0)
        continue;
      smaller = MIN (box.width * box.height, obstacle->box.width * obstacle->box.height);
      cost += isinf (obstacle->cost) ? INFINITY : obstacle->cost * area / MAX (smaller, 1e-6);
    }
  for (guint i = 0; i < placer->lines->len && cost < limit; i++)
    {
      const Line *line = &g_array_index (placer->lines, Line, i);
      double length = length_inside (line, box);

      /* A line along the text disturbs more than one across it. */
      if (length > 0)
        cost += line->cost * MIN (0.5 + length / MAX (box.width, 1e-6), 1.5);
    }
  return cost;
}

gboolean
trama_label_placer_place (TramaLabelPlacer *placer, const TramaBox *candidates, guint n_candidates,
                          double max_cost, guint *chosen)
{
  double best_cost = INFINITY;
  guint best = 0;

  g_return_val_if_fail (placer != NULL && chosen != NULL, FALSE);

  for (guint i = 0; i < n_candidates; i++)
    {
      double order = i * ORDER_COST;
      double cost = cost_of (placer, candidates[i], best_cost - order) + order;

      if (cost < best_cost)
        {
          best_cost = cost;
          best = i;
        }
    }
  if (best_cost > max_cost || isinf (best_cost))
    return FALSE;
  trama_label_placer_add_box (placer, candidates[best], INFINITY);
  *chosen = best;
  return TRUE;
}

/* Things that touch are joined to blocks that stand at their mean, as in isotonic regression by
 * "pool adjacent violators" (Ayer and others 1955). */
typedef struct
{
  double sum;        /* of (wanted − offset) */
  double height;     /* with the gaps between */
  guint first;
  guint n;
} Block;

void
trama_label_spread (double *centres, const double *heights, guint n, double gap, double from,
                    double to)
{
  g_autofree guint *order = g_new (guint, MAX (n, 1));
  g_autofree Block *blocks = g_new (Block, MAX (n, 1));
  guint n_blocks = 0;
  double total = -gap;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      guint at = i;

      /* Equal places keep the caller's order. */
      while (at > 0 && centres[order[at - 1]] > centres[i])
        {
          order[at] = order[at - 1];
          at--;
        }
      order[at] = i;
      total += heights[i] + gap;
    }
  /* Too much for the room: closer together, evenly. */
  if (total > to - from && n > 1)
    gap -= (total - (to - from)) / (n - 1);
  for (guint i = 0; i < n; i++)
    {
      Block block = { centres[order[i]] - heights[order[i]] / 2, heights[order[i]], i, 1 };

      while (n_blocks > 0)
        {
          const Block *before = &blocks[n_blocks - 1];
          double before_top = before->sum / before->n;
          double top = block.sum / block.n;

          before_top = CLAMP (before_top, from, MAX (to - before->height, from));
          top = CLAMP (top, from, MAX (to - block.height, from));
          if (before_top + before->height + gap <= top + 1e-9)
            break;
          block.sum = before->sum + block.sum - block.n * (before->height + gap);
          block.height = before->height + gap + block.height;
          block.n += before->n;
          block.first = before->first;
          n_blocks--;
        }
      blocks[n_blocks++] = block;
    }
  for (guint b = 0; b < n_blocks; b++)
    {
      double top = blocks[b].sum / blocks[b].n;

      top = CLAMP (top, from, MAX (to - blocks[b].height, from));
      for (guint i = 0; i < blocks[b].n; i++)
        {
          guint which = order[blocks[b].first + i];

          centres[which] = top + heights[which] / 2;
          top += heights[which] + gap;
        }
    }
}
