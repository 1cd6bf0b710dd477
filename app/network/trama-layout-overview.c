/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-layout-private.h"

#include <math.h>

#include "trama-igraph.h"
#include "trama-packing.h"
#include "trama-spread.h"
#include "trama-stress.h"

#define MARGIN 0.02     /* around the whole, of its sides */
#define STRETCH 1.3     /* at most, of one direction against the other, to fill the box */
#define APART_PLAIN 0.1  /* the same, where distances are to be true */
#define BETWEEN 2.5      /* times as long is a step between communities */
#define APART 0.5       /* steps between two marks, where there is room */
#define TURNS 48
#define PART_MARGIN 0.7 /* around each part, steps */

static TramaPoint
turned (TramaPoint point, double cosine, double sine)
{
  return (TramaPoint) { point.x * cosine - point.y * sine, point.x * sine + point.y * cosine };
}

/* How high a box of the wanted shape must be to hold the points when they are turned. */
static double
height_needed (const TramaPoint *points, guint n, double cosine, double sine, double aspect)
{
  TramaPoint low = { G_MAXDOUBLE, G_MAXDOUBLE };
  TramaPoint high = { -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < n; i++)
    {
      TramaPoint point = turned (points[i], cosine, sine);

      low.x = MIN (low.x, point.x);
      low.y = MIN (low.y, point.y);
      high.x = MAX (high.x, point.x);
      high.y = MAX (high.y, point.y);
    }
  return MAX ((high.x - low.x) / aspect, high.y - low.y);
}

/* Turns the points to where they fill the box best. Turning again and again by the angle whose
 * cosine is 12/13 and sine 5/13 comes by all directions without an angle ever being computed. */
static void
turn_to_fit (TramaPoint *points, guint n, double aspect)
{
  double cosine = 1;
  double sine = 0;
  double best_cosine = 1;
  double best_sine = 0;
  double best = G_MAXDOUBLE;

  for (guint k = 0; k < TURNS; k++)
    {
      double height = height_needed (points, n, cosine, sine, aspect);
      double next = (cosine * 12 - sine * 5) / 13;

      if (height < best)
        {
          best = height;
          best_cosine = cosine;
          best_sine = sine;
        }
      sine = (sine * 12 + cosine * 5) / 13;
      cosine = next;
    }
  for (guint i = 0; i < n; i++)
    points[i] = turned (points[i], best_cosine, best_sine);
}

static TramaBox2
bounds_at_origin (TramaPoint *points, guint n)
{
  TramaPoint low = points[0];
  TramaPoint high = points[0];

  for (guint i = 1; i < n; i++)
    {
      low.x = MIN (low.x, points[i].x);
      low.y = MIN (low.y, points[i].y);
      high.x = MAX (high.x, points[i].x);
      high.y = MAX (high.y, points[i].y);
    }
  for (guint i = 0; i < n; i++)
    {
      points[i].x += PART_MARGIN - low.x;
      points[i].y += PART_MARGIN - low.y;
    }
  return (TramaBox2) { .width = high.x - low.x + 2 * PART_MARGIN,
                       .height = high.y - low.y + 2 * PART_MARGIN };
}

/* Steps from one community to another are longer. */
static void
stretch_between (TramaSparseGraph *part, const guint *nodes, const guint *communities)
{
  for (guint i = 0; i < part->n; i++)
    for (guint k = part->first[i]; k < part->first[i + 1]; k++)
      if (communities[nodes[i]] != communities[nodes[part->neighbours[k]]])
        {
          part->lengths[k] = (guint16) (part->lengths[k] * BETWEEN);
          part->longest = MAX (part->longest, part->lengths[k]);
        }
}

static TramaBox2
draw_part (const TramaSparseGraph *whole, const guint *nodes, guint n, guint *place,
           TramaPoint *points, double aspect, const TramaFreeStyle *style,
           GCancellable *cancellable)
{
  g_autoptr (TramaSparseGraph) part = trama_sparse_graph_new_part (whole, nodes, n, place);
  double unit = style->plain ? 1 : TRAMA_LENGTH_UNIT;

  if (!style->plain)
    trama_sparse_graph_lengthen (part);
  if (!style->plain && style->communities != NULL)
    stretch_between (part, nodes, style->communities);
  trama_stress_draw (part, points, style->all_pairs, style->rounds_log, cancellable);
  for (guint i = 0; i < n; i++)
    {
      points[i].x /= unit;
      points[i].y /= unit;
    }
  trama_spread (points, n, style->plain ? APART_PLAIN : APART, cancellable);
  turn_to_fit (points, n, aspect);
  return bounds_at_origin (points, n);
}

/* @points: in any unit, part by part in the order of @nodes; to 0 … 1 of the box. */
TramaLayoutPlace *
trama_layout_place_points (const TramaGraph *graph, const guint *nodes, const TramaPoint *points,
                           guint n, double width, double height, double aspect)
{
  TramaLayoutPlace *places = g_new0 (TramaLayoutPlace, MAX (n, 1));
  double scale = 1;
  double scale_x, scale_y;

  if (width > 0 && height > 0)
    scale = MIN (aspect / width, 1 / height) * (1 - 2 * MARGIN);
  scale_x = width > 0 ? MIN (scale * STRETCH, (1 - 2 * MARGIN) * aspect / width) : scale;
  scale_y = height > 0 ? MIN (scale * STRETCH, (1 - 2 * MARGIN) / height) : scale;
  for (guint i = 0; i < n; i++)
    places[i] = (TramaLayoutPlace) {
      .id = trama_graph_nodes (graph)[nodes[i]].id,
      .lane = TRAMA_N_LANES,
      .x = 0.5 + (points[i].x - width / 2) * scale_x / aspect,
      .y = 0.5 + (points[i].y - height / 2) * scale_y,
    };
  return places;
}

TramaLayout *
trama_layout_free_new (const TramaGraph *graph, double aspect, const TramaFreeStyle *style,
                       GCancellable *cancellable)
{
  g_autoptr (TramaSparseGraph) whole = NULL;
  g_autofree guint *nodes = NULL;
  g_autofree guint *starts = NULL;
  g_autofree guint *place = NULL;
  g_autofree TramaPoint *points = NULL;
  g_autofree TramaBox2 *boxes = NULL;
  guint n_parts;
  double width, height;

  g_return_val_if_fail (graph != NULL && aspect > 0, NULL);

  whole = trama_sparse_graph_new (graph);
  n_parts = trama_sparse_graph_parts (whole, &nodes, &starts);
  place = g_new0 (guint, MAX (whole->n, 1));
  points = g_new0 (TramaPoint, MAX (whole->n, 1));
  boxes = g_new0 (TramaBox2, MAX (n_parts, 1));
  for (guint i = 0; i < n_parts; i++)
    boxes[i] = draw_part (whole, nodes + starts[i], starts[i + 1] - starts[i], place,
                          points + starts[i], aspect, style, cancellable);
  trama_pack (boxes, n_parts, aspect, &width, &height);
  for (guint i = 0; i < n_parts; i++)
    for (guint k = starts[i]; k < starts[i + 1]; k++)
      {
        points[k].x += boxes[i].x;
        points[k].y += boxes[i].y;
      }
  return trama_layout_new (
      style->kind,
      trama_layout_place_points (graph, nodes, points, whole->n, width, height, aspect), whole->n,
      NULL, 0);
}

TramaLayout *
trama_layout_overview_new (const TramaGraph *graph, double aspect, GCancellable *cancellable)
{
  const TramaFreeStyle style
      = { .kind = TRAMA_LAYOUT_OVERVIEW, .all_pairs = 1000, .rounds_log = 5 };

  return trama_layout_free_new (graph, aspect, &style, cancellable);
}

TramaLayout *
trama_layout_careful_new (const TramaGraph *graph, double aspect, GCancellable *cancellable)
{
  const TramaFreeStyle style
      = { .kind = TRAMA_LAYOUT_CAREFUL, .plain = TRUE, .all_pairs = 4000, .rounds_log = 4 };

  return trama_layout_free_new (graph, aspect, &style, cancellable);
}

TramaLayout *
trama_layout_communities_new (const TramaGraph *graph, double aspect, GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (TramaSparseGraph) whole = NULL;
  g_autofree guint (*pairs)[2] = NULL;
  g_autofree guint *communities = NULL;
  TramaFreeStyle style = { .kind = TRAMA_LAYOUT_COMMUNITIES, .all_pairs = 1000, .rounds_log = 5 };
  guint n = 0;

  g_return_val_if_fail (graph != NULL && aspect > 0, NULL);

  whole = trama_sparse_graph_new (graph);
  pairs = g_malloc (sizeof *pairs * MAX (whole->first[whole->n], 1));
  communities = g_new0 (guint, MAX (whole->n, 1));
  for (guint i = 0; i < whole->n; i++)
    for (guint k = whole->first[i]; k < whole->first[i + 1]; k++)
      if (whole->neighbours[k] > i)
        {
          pairs[n][0] = i;
          pairs[n++][1] = whole->neighbours[k];
        }
  if (!trama_igraph_communities (whole->n, (const guint (*)[2]) pairs, n, communities, cancellable,
                                 error))
    return NULL;
  style.communities = communities;
  return trama_layout_free_new (graph, aspect, &style, cancellable);
}
