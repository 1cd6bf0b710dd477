/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-packing.h"

#define WIDTHS_TRIED 40

/* Shelves from @x, @y to the right, as long as they fit into @width and @height; returns how many
 * boxes found room. @bottom: (out) where the last shelf ends. */
static guint
fill_shelves (TramaBox2 *boxes, guint n, double x, double y, double width, double height,
              double *bottom)
{
  double at = 0;
  double shelf = 0;
  double top = 0;

  for (guint i = 0; i < n; i++)
    {
      if (at > 0 && at + boxes[i].width > width)
        {
          top += shelf;
          at = shelf = 0;
        }
      if (boxes[i].width > width || top + boxes[i].height > height)
        {
          *bottom = y + top + shelf;
          return i;
        }
      boxes[i].x = x + at;
      boxes[i].y = y + top;
      at += boxes[i].width;
      shelf = MAX (shelf, boxes[i].height);
    }
  *bottom = y + top + shelf;
  return n;
}

/* Returns the height. */
static double
pack_into_width (TramaBox2 *boxes, guint n, double width)
{
  double beside_bottom, below_bottom;
  guint beside;

  double first = boxes[0].height;

  /* The largest in count need not be the tallest. */
  if (n > 1 && boxes[0].width + boxes[1].width <= width)
    first = MAX (first, boxes[1].height);
  boxes[0].x = boxes[0].y = 0;
  beside = 1
           + fill_shelves (boxes + 1, n - 1, boxes[0].width, 0, width - boxes[0].width, first,
                           &beside_bottom);
  fill_shelves (boxes + beside, n - beside, 0, first, width, G_MAXDOUBLE, &below_bottom);
  return MAX (first, below_bottom);
}

void
trama_pack (TramaBox2 *boxes, guint n, double aspect, double *width, double *height)
{
  double widest = 0;
  double best_width = 0;
  double best_size = G_MAXDOUBLE;

  *width = *height = 0;
  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    widest = MAX (widest, boxes[i].width);
  /* The best width is the one whose whole fits into the smallest box of the wanted shape. */
  for (guint k = 0; k < WIDTHS_TRIED; k++)
    {
      double tried = widest * (1 + k * (k < 20 ? 0.05 : 0.05 * (k - 18)));
      double size = MAX (tried, pack_into_width (boxes, n, tried) * aspect);

      if (size < best_size)
        {
          best_size = size;
          best_width = tried;
        }
    }
  *height = pack_into_width (boxes, n, best_width);
  for (guint i = 0; i < n; i++)
    *width = MAX (*width, boxes[i].x + boxes[i].width);
}
