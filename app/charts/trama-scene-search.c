/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What lies under the pointer, and where the arrow keys lead. */

#include "trama-scene-private.h"

#include <math.h>

#define CURVE_PIECES 16

static TramaPoint
curve_point (const TramaPoint *p, double t)
{
  double u = 1 - t;
  double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;

  return (TramaPoint) { a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                        a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y };
}

void
trama_scene_flatten (const TramaScene *scene, const TramaShape *shape, TramaSegmentFunc func,
                     gpointer data)
{
  const guint8 *verbs = scene->verbs->data + shape->first_verb;
  const TramaPoint *points = (const TramaPoint *) (gpointer) scene->points->data;
  TramaPoint start = { 0 }, at = { 0 };

  points += shape->first_point;
  for (guint i = 0; i < shape->n_verbs; i++)
    switch ((TramaVerb) verbs[i])
      {
      case TRAMA_VERB_MOVE:
        start = at = *points++;
        break;
      case TRAMA_VERB_LINE:
        func (at, *points, data);
        at = *points++;
        break;
      case TRAMA_VERB_CURVE:
        {
          TramaPoint whole[4] = { at, points[0], points[1], points[2] };

          for (guint piece = 1; piece <= CURVE_PIECES; piece++)
            {
              TramaPoint next = curve_point (whole, piece / (double) CURVE_PIECES);

              func (at, next, data);
              at = next;
            }
          points += 3;
          break;
        }
      case TRAMA_VERB_CLOSE:
      default:
        func (at, start, data);
        at = start;
        break;
      }
}

typedef struct
{
  TramaPoint place;
  double nearest;     /* squared */
  gboolean inside;    /* even-odd */
} Probe;

static void
probe_segment (TramaPoint a, TramaPoint b, gpointer data)
{
  Probe *probe = data;
  TramaPoint p = probe->place;
  double dx = b.x - a.x, dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;
  double ex, ey;

  t = CLAMP (t, 0, 1);
  ex = a.x + t * dx - p.x;
  ey = a.y + t * dy - p.y;
  probe->nearest = MIN (probe->nearest, ex * ex + ey * ey);
  if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * dx)
    probe->inside = !probe->inside;
}

static double
distance_to_box (TramaBox box, double x, double y)
{
  double dx = MAX (MAX (box.x - x, x - (box.x + box.width)), 0);
  double dy = MAX (MAX (box.y - y, y - (box.y + box.height)), 0);

  return sqrt (dx * dx + dy * dy);
}

/* How well @shape answers for the place: 0 marks, 1 lines, 2 areas and texts, 3 targets. */
static int
rank_shape (const TramaScene *scene, const TramaShape *shape, double x, double y, double *distance)
{
  Probe probe = { { x, y }, G_MAXDOUBLE, FALSE };

  switch (shape->type)
    {
    case TRAMA_SHAPE_MARK:
      *distance = MAX (hypot (x - shape->centre.x, y - shape->centre.y) - shape->size, 0);
      return 0;
    case TRAMA_SHAPE_TEXT:
      *distance = distance_to_box (shape->bounds, x, y);
      return 2;
    case TRAMA_SHAPE_TARGET:
      *distance = distance_to_box (shape->bounds, x, y) > 0 ? G_MAXDOUBLE : 0;
      return 3;
    case TRAMA_SHAPE_PATH:
    default:
      trama_scene_flatten (scene, shape, probe_segment, &probe);
      *distance = MAX (sqrt (probe.nearest) - shape->paint.width / 2, 0);
      if (shape->paint.fill == TRAMA_COLOUR_NONE && !shape->paint.hatched)
        return 1;
      if (probe.inside)
        *distance = 0;
      return 2;
    }
}

guint
trama_scene_hit (const TramaScene *scene, double x, double y, double tolerance)
{
  guint best = TRAMA_SCENE_NO_ITEM;
  int best_rank = G_MAXINT;
  double best_distance = G_MAXDOUBLE;

  g_return_val_if_fail (scene != NULL, TRAMA_SCENE_NO_ITEM);

  for (guint i = 0; i < scene->shapes->len; i++)
    {
      const TramaShape *shape = &g_array_index (scene->shapes, TramaShape, i);
      double distance;
      int rank;

      if (shape->item == TRAMA_SCENE_NO_ITEM || distance_to_box (shape->bounds, x, y) > tolerance)
        continue;
      rank = rank_shape (scene, shape, x, y, &distance);
      if (distance > tolerance || rank > best_rank
          || (rank == best_rank && distance > best_distance))
        continue;
      best = shape->item;
      best_rank = rank;
      best_distance = distance;
    }
  return best;
}

/* How far @to lies from @from in the way of @move; negative where it does not lie that way. */
static double
cost_of_move (TramaBox from, TramaBox to, TramaSceneMove move)
{
  double dx = to.x + to.width / 2 - (from.x + from.width / 2);
  double dy = to.y + to.height / 2 - (from.y + from.height / 2);
  double along, across;

  switch (move)
    {
    case TRAMA_SCENE_LEFT:
      along = -dx, across = dy;
      break;
    case TRAMA_SCENE_RIGHT:
      along = dx, across = dy;
      break;
    case TRAMA_SCENE_UP:
      along = -dy, across = dx;
      break;
    default:
      along = dy, across = dx;
      break;
    }
  if (along < 0.01 || fabs (across) > along * 3)
    return -1;
  return along + 2 * fabs (across);
}

guint
trama_scene_move (const TramaScene *scene, guint item, TramaSceneMove move)
{
  const TramaSceneItem *here;
  double best_cost = G_MAXDOUBLE;
  guint n_items, best = item;

  g_return_val_if_fail (scene != NULL, TRAMA_SCENE_NO_ITEM);

  n_items = scene->items->len;
  if (n_items == 0)
    return TRAMA_SCENE_NO_ITEM;
  if (item >= n_items)
    return move == TRAMA_SCENE_PREVIOUS || move == TRAMA_SCENE_LAST ? n_items - 1 : 0;
  switch (move)
    {
    case TRAMA_SCENE_FIRST:
      return 0;
    case TRAMA_SCENE_LAST:
      return n_items - 1;
    case TRAMA_SCENE_NEXT:
      return MIN (item + 1, n_items - 1);
    case TRAMA_SCENE_PREVIOUS:
      return item > 0 ? item - 1 : 0;
    case TRAMA_SCENE_LEFT:
    case TRAMA_SCENE_RIGHT:
    case TRAMA_SCENE_UP:
    case TRAMA_SCENE_DOWN:
    default:
      break;
    }
  here = trama_scene_get_item (scene, item);
  for (guint i = 0; i < n_items; i++)
    {
      const TramaSceneItem *there = trama_scene_get_item (scene, i);
      double cost;

      /* Among firms the keys go from firm to firm, among ties from tie to tie. */
      if (i == item || !g_str_equal (there->kind, here->kind))
        continue;
      cost = cost_of_move (here->bounds, there->bounds, move);
      if (cost >= 0 && cost < best_cost)
        {
          best_cost = cost;
          best = i;
        }
    }
  if (best != item)
    return best;
  for (guint i = 0; i < n_items; i++)
    {
      double cost = cost_of_move (here->bounds, trama_scene_get_item (scene, i)->bounds, move);

      if (i != item && cost >= 0 && cost < best_cost)
        {
          best_cost = cost;
          best = i;
        }
    }
  return best;
}
