/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
} TramaPoint;

/* Twice the signed area of a, b, c. */
static inline double
trama_point_turn (TramaPoint a, TramaPoint b, TramaPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* They cross inside both: not where they only touch, not where they lie on one line. */
static inline gboolean
trama_segments_cross (TramaPoint a, TramaPoint b, TramaPoint c, TramaPoint d)
{
  double abc, abd, cda, cdb;

  if (MAX (a.x, b.x) < MIN (c.x, d.x) || MAX (c.x, d.x) < MIN (a.x, b.x)
      || MAX (a.y, b.y) < MIN (c.y, d.y) || MAX (c.y, d.y) < MIN (a.y, b.y))
    return FALSE;
  abc = trama_point_turn (a, b, c);
  abd = trama_point_turn (a, b, d);
  if ((abc <= 0 && abd <= 0) || (abc >= 0 && abd >= 0))
    return FALSE;
  cda = trama_point_turn (c, d, a);
  cdb = trama_point_turn (c, d, b);
  return (cda < 0 && cdb > 0) || (cda > 0 && cdb < 0);
}

/* Square of the distance of @p from the segment a–b. */
static inline double
trama_segment_distance_squared (TramaPoint a, TramaPoint b, TramaPoint p)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;
  double ex, ey;

  t = CLAMP (t, 0, 1);
  ex = a.x + t * dx - p.x;
  ey = a.y + t * dy - p.y;
  return ex * ex + ey * ey;
}

G_END_DECLS
