/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paths, marks and targets of a scene under way. */

#include "trama-scene-private.h"

#include <math.h>

static void
add_verb (TramaSceneBuilder *builder, TramaVerb verb)
{
  guint8 byte = (guint8) verb;

  g_byte_array_append (builder->scene->verbs, &byte, 1);
}

static void
add_point (TramaSceneBuilder *builder, double x, double y)
{
  TramaPoint point = { trama_scene_builder_place (builder, x), y };

  g_array_append_val (builder->scene->points, point);
  builder->last = (TramaPoint) { x, y };
}

void
trama_scene_builder_move_to (TramaSceneBuilder *builder, double x, double y)
{
  add_verb (builder, TRAMA_VERB_MOVE);
  add_point (builder, x, y);
}

void
trama_scene_builder_line_to (TramaSceneBuilder *builder, double x, double y)
{
  add_verb (builder, TRAMA_VERB_LINE);
  add_point (builder, x, y);
}

void
trama_scene_builder_curve_to (TramaSceneBuilder *builder, double x1, double y1, double x2,
                              double y2, double x, double y)
{
  add_verb (builder, TRAMA_VERB_CURVE);
  add_point (builder, x1, y1);
  add_point (builder, x2, y2);
  add_point (builder, x, y);
}

void
trama_scene_builder_step_to (TramaSceneBuilder *builder, double x, double y)
{
  double y_before = builder->last.y;

  trama_scene_builder_line_to (builder, x, y_before);
  if (y != y_before)
    trama_scene_builder_line_to (builder, x, y);
}

void
trama_scene_builder_close (TramaSceneBuilder *builder)
{
  add_verb (builder, TRAMA_VERB_CLOSE);
}

static TramaBox
grow (TramaBox box, double by)
{
  return (TramaBox) { box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by };
}

void
trama_scene_builder_paint (TramaSceneBuilder *builder, const TramaPaint *paint)
{
  TramaScene *scene = builder->scene;
  TramaShape shape = { .type = TRAMA_SHAPE_PATH, .paint = *paint, .item = builder->item };
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;

  shape.first_verb = builder->path_verb;
  shape.n_verbs = scene->verbs->len - builder->path_verb;
  shape.first_point = builder->path_point;
  /* Control points bound their curve, if loosely. */
  for (guint i = builder->path_point; i < scene->points->len; i++)
    {
      TramaPoint point = g_array_index (scene->points, TramaPoint, i);

      x0 = MIN (x0, point.x), y0 = MIN (y0, point.y);
      x1 = MAX (x1, point.x), y1 = MAX (y1, point.y);
    }
  builder->path_verb = scene->verbs->len;
  builder->path_point = scene->points->len;
  if (shape.n_verbs == 0)
    return;
  shape.bounds = grow ((TramaBox) { x0, y0, x1 - x0, y1 - y0 },
                       paint->stroke != TRAMA_COLOUR_NONE ? paint->width / 2 : 0);
  g_array_append_val (scene->shapes, shape);
}

void
trama_scene_builder_add_line (TramaSceneBuilder *builder, double x1, double y1, double x2,
                              double y2, const TramaPaint *paint)
{
  trama_scene_builder_move_to (builder, x1, y1);
  trama_scene_builder_line_to (builder, x2, y2);
  trama_scene_builder_paint (builder, paint);
}

/* A quarter circle by a cubic curve: 4 (√2 − 1) / 3 of the radius. */
#define QUARTER 0.5522847498

void
trama_scene_builder_add_rectangle (TramaSceneBuilder *builder, double x, double y, double width,
                                   double height, double radius, const TramaPaint *paint)
{
  double r = MIN (radius, MIN (width, height) / 2);
  double c = r * (1 - QUARTER);
  double right = x + width, bottom = y + height;

  if (width <= 0 || height <= 0)
    return;
  if (r <= 0)
    {
      trama_scene_builder_move_to (builder, x, y);
      trama_scene_builder_line_to (builder, right, y);
      trama_scene_builder_line_to (builder, right, bottom);
      trama_scene_builder_line_to (builder, x, bottom);
    }
  else
    {
      trama_scene_builder_move_to (builder, x + r, y);
      trama_scene_builder_line_to (builder, right - r, y);
      trama_scene_builder_curve_to (builder, right - c, y, right, y + c, right, y + r);
      trama_scene_builder_line_to (builder, right, bottom - r);
      trama_scene_builder_curve_to (builder, right, bottom - c, right - c, bottom, right - r,
                                    bottom);
      trama_scene_builder_line_to (builder, x + r, bottom);
      trama_scene_builder_curve_to (builder, x + c, bottom, x, bottom - c, x, bottom - r);
      trama_scene_builder_line_to (builder, x, y + r);
      trama_scene_builder_curve_to (builder, x, y + c, x + c, y, x + r, y);
    }
  trama_scene_builder_close (builder);
  trama_scene_builder_paint (builder, paint);
}

void
trama_scene_builder_add_mark (TramaSceneBuilder *builder, TramaMark mark, double x, double y,
                              double size, const TramaPaint *paint)
{
  TramaShape shape = { .type = TRAMA_SHAPE_MARK, .mark = mark, .item = builder->item };

  if (paint != NULL)
    shape.paint = *paint;
  shape.centre = (TramaPoint) { trama_scene_builder_place (builder, x), y };
  shape.size = size;
  shape.bounds = grow ((TramaBox) { shape.centre.x, y, 0, 0 }, size + shape.paint.width / 2);
  g_array_append_val (builder->scene->shapes, shape);
}

void
trama_scene_builder_add_arrowhead (TramaSceneBuilder *builder, double x, double y, double dx,
                                   double dy, double length, TramaColourRole colour)
{
  const TramaPaint paint = { .fill = colour };
  double norm = hypot (dx, dy);
  double half = length * 0.36;

  if (norm <= 0)
    return;
  dx /= norm;
  dy /= norm;
  trama_scene_builder_move_to (builder, x, y);
  trama_scene_builder_line_to (builder, x - dx * length - dy * half, y - dy * length + dx * half);
  trama_scene_builder_line_to (builder, x - dx * length + dy * half, y - dy * length - dx * half);
  trama_scene_builder_close (builder);
  trama_scene_builder_paint (builder, &paint);
}

void
trama_scene_builder_add_target (TramaSceneBuilder *builder, double x, double y, double width,
                                double height)
{
  TramaShape shape = { .type = TRAMA_SHAPE_TARGET, .item = builder->item };

  shape.bounds = (TramaBox) { builder->scene->style.right_to_left
                                  ? trama_scene_builder_place (builder, x + width)
                                  : x,
                              y, width, height };
  g_array_append_val (builder->scene->shapes, shape);
}
