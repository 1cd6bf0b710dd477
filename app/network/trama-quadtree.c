/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-quadtree.h"

#define DEEPEST 24 /* squares within squares; points closer than that are one */

static guint
add_cell (TramaQuadtree *tree, double size)
{
  if (tree->n_cells == tree->allocated)
    {
      tree->allocated = MAX (256, tree->allocated * 2);
      tree->cells = g_renew (TramaQuadCell, tree->cells, tree->allocated);
    }
  tree->cells[tree->n_cells] = (TramaQuadCell) { .size = size, .children = { -1, -1, -1, -1 } };
  return tree->n_cells++;
}

/* Which quarter of the square around @centre; @centre becomes that quarter's. */
static guint
go_down (TramaPoint *centre, double size, TramaPoint point)
{
  guint quarter = (point.x >= centre->x) + 2 * (point.y >= centre->y);

  centre->x += (quarter & 1 ? size : -size) / 4;
  centre->y += (quarter & 2 ? size : -size) / 4;
  return quarter;
}

/* Until the points are all in, `middle` holds their sum; a cell of one point has no children. */
static void
add_point (TramaQuadtree *tree, TramaPoint centre, TramaPoint point)
{
  guint cell = 0;

  for (guint depth = 0;; depth++)
    {
      TramaQuadCell *c = &tree->cells[cell];
      TramaPoint there = centre;
      guint quarter;

      if (c->n == 1 && depth < DEEPEST)
        {
          /* Whoever was alone here goes down one square too. */
          TramaPoint old_centre = centre;
          guint old_quarter = go_down (&old_centre, c->size, c->middle);
          TramaPoint old = c->middle;
          guint child = add_cell (tree, c->size / 2);

          c = &tree->cells[cell];
          c->children[old_quarter] = (int) child;
          tree->cells[child].n = 1;
          tree->cells[child].middle = old;
        }
      c->n++;
      c->middle.x += point.x;
      c->middle.y += point.y;
      if (c->n == 1 || depth >= DEEPEST)
        return;
      quarter = go_down (&there, c->size, point);
      if (c->children[quarter] < 0)
        {
          guint child = add_cell (tree, c->size / 2);

          tree->cells[cell].children[quarter] = (int) child;
        }
      cell = (guint) tree->cells[cell].children[quarter];
      centre = there;
    }
}

void
trama_quadtree_fill (TramaQuadtree *tree, const TramaPoint *points, guint n)
{
  TramaPoint low = points[0];
  TramaPoint high = points[0];
  TramaPoint centre;

  for (guint i = 1; i < n; i++)
    {
      low.x = MIN (low.x, points[i].x);
      low.y = MIN (low.y, points[i].y);
      high.x = MAX (high.x, points[i].x);
      high.y = MAX (high.y, points[i].y);
    }
  tree->n_cells = 0;
  add_cell (tree, MAX (MAX (high.x - low.x, high.y - low.y), 1e-6));
  centre = (TramaPoint) { (low.x + high.x) / 2, (low.y + high.y) / 2 };
  for (guint i = 0; i < n; i++)
    add_point (tree, centre, points[i]);
  for (guint i = 0; i < tree->n_cells; i++)
    {
      tree->cells[i].middle.x /= tree->cells[i].n;
      tree->cells[i].middle.y /= tree->cells[i].n;
    }
}

void
trama_quadtree_clear (TramaQuadtree *tree)
{
  g_clear_pointer (&tree->cells, g_free);
  tree->n_cells = tree->allocated = 0;
}

TramaPoint
trama_quadtree_push (const TramaQuadtree *tree, TramaPoint point, double coarse)
{
  TramaPoint push = { 0, 0 };
  guint stack[4 * (DEEPEST + 2)];
  guint depth = 0;

  stack[depth++] = 0;
  while (depth > 0)
    {
      const TramaQuadCell *cell = &tree->cells[stack[--depth]];
      double dx = point.x - cell->middle.x;
      double dy = point.y - cell->middle.y;
      double square = dx * dx + dy * dy;
      gboolean leaf = cell->children[0] < 0 && cell->children[1] < 0 && cell->children[2] < 0
                      && cell->children[3] < 0;

      if (leaf || cell->size * cell->size < square * coarse * coarse)
        {
          double weight = square > 1e-12 ? cell->n / square : 0;

          push.x += weight * dx;
          push.y += weight * dy;
        }
      else
        for (guint k = 0; k < 4; k++)
          if (cell->children[k] >= 0)
            stack[depth++] = (guint) cell->children[k];
    }
  return push;
}
