/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-spread.h"

#include <math.h>
#include <stdlib.h>

#define CROWD 0.4 /* of the distance that even points would have on the same ground */
#define ROUNDS 24

typedef struct
{
  gint32 row;
  gint32 column;
  guint point;
} Cell;

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const Cell *x = a;
  const Cell *y = b;

  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  if (x->column != y->column)
    return x->column < y->column ? -1 : 1;
  return x->point < y->point ? -1 : x->point > y->point;
}

static gint32
cell_of (double coordinate, double apart)
{
  double cell = coordinate / apart;
  gint32 whole = (gint32) CLAMP (cell, -1e9, 1e9);

  return cell < whole ? whole - 1 : whole;
}

static gboolean
push_apart (TramaPoint *a, TramaPoint *b, double apart)
{
  double dx = b->x - a->x;
  double dy = b->y - a->y;
  double square = dx * dx + dy * dy;
  double length, push;

  if (square >= apart * apart)
    return FALSE;
  length = sqrt (square);
  if (length < 1e-6)
    {
      dx = length = 1e-6;
      dy = 0;
    }
  push = (apart - length) / (2 * length);
  a->x -= push * dx;
  a->y -= push * dy;
  b->x += push * dx;
  b->y += push * dy;
  return TRUE;
}

/* The first cell not before (@row, @column). */
static guint
find_cell (const Cell *cells, guint n, gint32 row, gint32 column)
{
  guint low = 0;
  guint high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (cells[middle].row < row || (cells[middle].row == row && cells[middle].column < column))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* As far apart as there is room for. */
static double
distance_wanted (const TramaPoint *points, guint n, double at_most)
{
  TramaPoint low = points[0];
  TramaPoint high = points[0];
  double even;

  for (guint i = 1; i < n; i++)
    {
      low.x = MIN (low.x, points[i].x);
      low.y = MIN (low.y, points[i].y);
      high.x = MAX (high.x, points[i].x);
      high.y = MAX (high.y, points[i].y);
    }
  even = sqrt ((high.x - low.x + at_most) * (high.y - low.y + at_most) / n);
  return MIN (at_most, CROWD * even);
}

/* Points are sorted into squares as wide as they are to stand apart: who is too close is in the
 * same square or the next. */
void
trama_spread (TramaPoint *points, guint n, double at_most, GCancellable *cancellable)
{
  g_autofree Cell *cells = g_new (Cell, MAX (n, 1));
  gboolean moved = n > 1;
  double apart = n > 1 ? distance_wanted (points, n, at_most) : at_most;

  for (guint round = 0; round < ROUNDS && moved && !g_cancellable_is_cancelled (cancellable);
       round++)
    {
      moved = FALSE;
      for (guint i = 0; i < n; i++)
        cells[i] = (Cell) { cell_of (points[i].y, apart), cell_of (points[i].x, apart), i };
      qsort (cells, n, sizeof *cells, compare_cells);
      for (guint i = 0; i < n; i++)
        {
          guint k;

          for (k = i + 1;
               k < n && cells[k].row == cells[i].row && cells[k].column <= cells[i].column + 1; k++)
            moved |= push_apart (&points[cells[i].point], &points[cells[k].point], apart);
          for (k = find_cell (cells, n, cells[i].row + 1, cells[i].column - 1);
               k < n && cells[k].row == cells[i].row + 1 && cells[k].column <= cells[i].column + 1;
               k++)
            moved |= push_apart (&points[cells[i].point], &points[cells[k].point], apart);
        }
    }
}
