/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The marks of a scene as paths. */

#include "trama-scene-private.h"

#include <math.h>

static void
rounded_square (cairo_t *cr, double x, double y, double half, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + half - radius, y - half + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + half - radius, y + half - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x - half + radius, y + half - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x - half + radius, y - half + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
tick (cairo_t *cr, double x, double y, double s)
{
  cairo_move_to (cr, x - 0.46 * s, y + 0.04 * s);
  cairo_line_to (cr, x - 0.12 * s, y + 0.38 * s);
  cairo_line_to (cr, x + 0.48 * s, y - 0.34 * s);
}

static void
cross (cairo_t *cr, double x, double y, double s)
{
  cairo_move_to (cr, x - s, y - s);
  cairo_line_to (cr, x + s, y + s);
  cairo_move_to (cr, x + s, y - s);
  cairo_line_to (cr, x - s, y + s);
}

static void
question_mark (cairo_t *cr, double x, double y, double s)
{
  double r = 0.27 * s;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y - 0.22 * s, r, G_PI * 1.05, G_PI * 2.35);
  cairo_line_to (cr, x, y + 0.18 * s);
}

/* Each reads by its form alone: disc and tick, ring and tick, square and cross, dashed ring. */
static void
draw_verdict (cairo_t *cr, const TramaShape *shape, const TramaChartStyle *style)
{
  double x = shape->centre.x, y = shape->centre.y, s = shape->size;
  double line = s * 0.22;
  double edge = s - line / 2;

  cairo_save (cr);
  cairo_set_line_width (cr, line);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  switch (shape->mark)
    {
    case TRAMA_MARK_MET:
      trama_scene_set_colour (cr, style, TRAMA_COLOUR_TEXT_3);
      cairo_arc (cr, x, y, s, 0, 2 * G_PI);
      cairo_fill (cr);
      trama_scene_set_colour (cr, style, TRAMA_COLOUR_ON (TRAMA_COLOUR_TEXT_3));
      tick (cr, x, y, s);
      cairo_stroke (cr);
      break;
    case TRAMA_MARK_WEAK:
      trama_scene_set_colour (cr, style, TRAMA_COLOUR_TEXT_3);
      cairo_arc (cr, x, y, edge, 0, 2 * G_PI);
      cairo_stroke (cr);
      tick (cr, x, y, s * 0.92);
      cairo_stroke (cr);
      break;
    case TRAMA_MARK_NOT_MET:
      trama_scene_set_colour (cr, style, TRAMA_COLOUR_TEXT_2);
      rounded_square (cr, x, y, edge * 0.92, s * 0.28);
      cairo_stroke (cr);
      cross (cr, x, y, s * 0.36);
      cairo_stroke (cr);
      break;
    default:
      {
        /* Twelve dashes, a whole number of them around. */
        double dash[2] = { 2 * G_PI * edge / 12 * 0.36, 2 * G_PI * edge / 12 * 0.64 };

        trama_scene_set_colour (cr, style, TRAMA_COLOUR_UNKNOWN_EDGE);
        cairo_set_dash (cr, dash, 2, 0);
        cairo_arc (cr, x, y, edge, 0, 2 * G_PI);
        cairo_stroke (cr);
        cairo_set_dash (cr, NULL, 0, 0);
        question_mark (cr, x, y, s);
        cairo_stroke (cr);
        cairo_arc (cr, x, y + 0.48 * s, line * 0.6, 0, 2 * G_PI);
        cairo_fill (cr);
        break;
      }
    }
  cairo_restore (cr);
}

void
trama_scene_draw_mark (cairo_t *cr, const TramaShape *shape, const TramaChartStyle *style)
{
  double x = shape->centre.x, y = shape->centre.y, s = shape->size;

  if (shape->mark >= TRAMA_MARK_MET)
    {
      draw_verdict (cr, shape, style);
      return;
    }
  cairo_new_path (cr);
  switch (shape->mark)
    {
    case TRAMA_MARK_SQUARE:
      rounded_square (cr, x, y, s, s * 0.3);
      break;
    case TRAMA_MARK_DIAMOND:
      cairo_move_to (cr, x, y - s);
      cairo_line_to (cr, x + s, y);
      cairo_line_to (cr, x, y + s);
      cairo_line_to (cr, x - s, y);
      cairo_close_path (cr);
      break;
    case TRAMA_MARK_TRIANGLE:
      cairo_move_to (cr, x - s, y - 0.85 * s);
      cairo_line_to (cr, x + s, y - 0.85 * s);
      cairo_line_to (cr, x, y + 0.85 * s);
      cairo_close_path (cr);
      break;
    case TRAMA_MARK_CROSS:
      cross (cr, x, y, s);
      break;
    case TRAMA_MARK_TICK:
      cairo_move_to (cr, x, y - s);
      cairo_line_to (cr, x, y + s);
      break;
    case TRAMA_MARK_DISC:
    default:
      cairo_arc (cr, x, y, s, 0, 2 * G_PI);
      cairo_close_path (cr);
      break;
    }
  trama_scene_apply_paint (cr, &shape->paint, style, &shape->bounds,
                           shape->mark == TRAMA_MARK_DISC ? 2 * G_PI * s : 0);
}
