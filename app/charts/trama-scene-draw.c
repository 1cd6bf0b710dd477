/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scene on a cairo surface. */

#include "trama-scene-private.h"

#include "trama-chart-fonts.h"

#include <math.h>

#define HALO_WIDTH 2.2
#define HATCH_EVERY 3.2
#define HATCH_WIDTH 0.4
/* How much of the picture is left under what is lifted. */
#define VEIL 0.8

void
trama_scene_set_colour (cairo_t *cr, const TramaChartStyle *style, TramaColourRole role)
{
  TramaColour colour = trama_chart_style_get_colour (style, role);

  cairo_set_source_rgb (cr, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
}

static void
set_dash (cairo_t *cr, TramaDash dash, double round)
{
  static const double patterns[][2] = {
    [TRAMA_DASH_LONG] = { 4, 2 },
    [TRAMA_DASH_FINE] = { 1.6, 1.6 },
    [TRAMA_DASH_GHOST] = { 2.4, 2 },
    [TRAMA_DASH_DOT] = { 0.01, 2.2 },
  };

  double pattern[2] = { patterns[dash][0], patterns[dash][1] };
  double length = pattern[0] + pattern[1];

  if (round > 0 && length > 0)
    {
      double scale = round / MAX (floor (round / length + 0.5), 3) / length;

      pattern[0] *= scale;
      pattern[1] *= scale;
    }
  cairo_set_dash (cr, pattern, dash != TRAMA_DASH_NONE ? 2 : 0, 0);
  cairo_set_line_cap (cr, dash == TRAMA_DASH_DOT ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
}

/* Lines at 45 degrees through the whole scene, so that neighbouring areas share one pattern. */
static void
hatch (cairo_t *cr, const TramaChartStyle *style, const TramaBox *bounds)
{
  double step = HATCH_EVERY * G_SQRT2;
  double low = bounds->x + bounds->y;
  double high = low + bounds->width + bounds->height;

  cairo_save (cr);
  cairo_clip_preserve (cr);
  {
    cairo_path_t *path = cairo_copy_path (cr);

    cairo_new_path (cr);
    for (double sum = ceil (low / step) * step; sum < high; sum += step)
      {
        cairo_move_to (cr, sum - bounds->y, bounds->y);
        cairo_line_to (cr, sum - bounds->y - bounds->height, bounds->y + bounds->height);
      }
    set_dash (cr, TRAMA_DASH_NONE, 0);
    cairo_set_line_width (cr, HATCH_WIDTH);
    trama_scene_set_colour (cr, style, TRAMA_COLOUR_UNKNOWN_HATCH);
    cairo_stroke (cr);
    cairo_append_path (cr, path);
    cairo_path_destroy (path);
  }
  cairo_restore (cr);
}

void
trama_scene_apply_paint (cairo_t *cr, const TramaPaint *paint, const TramaChartStyle *style,
                         const TramaBox *bounds, double round)
{
  if (paint->fill != TRAMA_COLOUR_NONE)
    {
      trama_scene_set_colour (cr, style, paint->fill);
      cairo_fill_preserve (cr);
    }
  if (paint->hatched)
    hatch (cr, style, bounds);
  if (paint->stroke != TRAMA_COLOUR_NONE && paint->width > 0)
    {
      cairo_set_line_join (cr, paint->width > 1 ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
      if (paint->halo)
        {
          set_dash (cr, TRAMA_DASH_NONE, 0);
          trama_scene_set_colour (cr, style, TRAMA_COLOUR_GROUND);
          cairo_set_line_width (cr, paint->width + HALO_WIDTH);
          cairo_stroke_preserve (cr);
        }
      set_dash (cr, paint->dash, round);
      trama_scene_set_colour (cr, style, paint->stroke);
      cairo_set_line_width (cr, paint->width);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

/* On a screen an upright or level line of under two pixels is put on whole pixels: a hairline that
 * straddles two is grey and broad. TRUE if it was drawn. */
static gboolean
draw_crisp_line (const TramaScene *scene, const TramaShape *shape, cairo_t *cr,
                 const TramaChartStyle *style)
{
  const TramaPoint *points = (const TramaPoint *) (gpointer) scene->points->data;
  double x1, y1, x2, y2, scale_x = 1, scale_y = 0, width;

  points += shape->first_point;
  if (!style->screen || shape->n_verbs != 2 || shape->paint.dash != TRAMA_DASH_NONE
      || shape->paint.halo || scene->verbs->data[shape->first_verb + 1] != TRAMA_VERB_LINE
      || (points[0].x != points[1].x && points[0].y != points[1].y))
    return FALSE;
  cairo_user_to_device_distance (cr, &scale_x, &scale_y);
  width = shape->paint.width * scale_x;
  if (scale_y != 0 || scale_x <= 0 || width > 2)
    return FALSE;
  x1 = points[0].x, y1 = points[0].y, x2 = points[1].x, y2 = points[1].y;
  cairo_user_to_device (cr, &x1, &y1);
  cairo_user_to_device (cr, &x2, &y2);
  if (points[0].x == points[1].x)
    x1 = x2 = floor (x1) + 0.5;
  else
    y1 = y2 = floor (y1) + 0.5;
  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  set_dash (cr, TRAMA_DASH_NONE, 0);
  cairo_set_line_width (cr, MAX (floor (width + 0.5), 1));
  trama_scene_set_colour (cr, style, shape->paint.stroke);
  cairo_stroke (cr);
  cairo_restore (cr);
  return TRUE;
}

static void
draw_path (const TramaScene *scene, const TramaShape *shape, cairo_t *cr,
           const TramaChartStyle *style)
{
  const guint8 *verbs = scene->verbs->data + shape->first_verb;
  const TramaPoint *p = (const TramaPoint *) (gpointer) scene->points->data;

  if (draw_crisp_line (scene, shape, cr, style))
    return;
  p += shape->first_point;
  for (guint i = 0; i < shape->n_verbs; i++)
    switch ((TramaVerb) verbs[i])
      {
      case TRAMA_VERB_MOVE:
        cairo_move_to (cr, p->x, p->y);
        p++;
        break;
      case TRAMA_VERB_LINE:
        cairo_line_to (cr, p->x, p->y);
        p++;
        break;
      case TRAMA_VERB_CURVE:
        cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
        p += 3;
        break;
      case TRAMA_VERB_CLOSE:
      default:
        cairo_close_path (cr);
        break;
      }
  trama_scene_apply_paint (cr, &shape->paint, style, &shape->bounds, 0);
}

static void
show_lines (const TramaSceneText *text, cairo_t *cr, PangoLayout *layout, double dx, double dy)
{
  GSList *lines = pango_layout_get_lines_readonly (layout);
  double baseline = dy;

  for (; lines != NULL; lines = lines->next, baseline += text->leading)
    {
      cairo_move_to (cr, trama_scene_text_line_offset (text, lines->data) + dx, baseline);
      pango_cairo_show_layout_line (cr, lines->data);
    }
}

/* In pixels the letters themselves, cached as they are, eight times round: a stroke of their outlines
 * takes several times as long. */
static void
draw_pixel_halo (const TramaSceneText *text, cairo_t *cr, PangoLayout *layout)
{
  const double r = HALO_WIDTH / 2, s = r * G_SQRT2 / 2;
  const double ways[8][2]
      = { { r, 0 }, { s, s }, { 0, r }, { -s, s }, { -r, 0 }, { -s, -s }, { 0, -r }, { s, -s } };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    show_lines (text, cr, layout, ways[i][0], ways[i][1]);
}

/* In a file an outline: letters would be there nine times for whoever copies or hears them. */
static void
draw_outline_halo (const TramaSceneText *text, cairo_t *cr, PangoLayout *layout)
{
  GSList *lines = pango_layout_get_lines_readonly (layout);
  double baseline = 0;

  for (; lines != NULL; lines = lines->next, baseline += text->leading)
    {
      cairo_move_to (cr, trama_scene_text_line_offset (text, lines->data), baseline);
      pango_cairo_layout_line_path (cr, lines->data);
    }
  set_dash (cr, TRAMA_DASH_NONE, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, HALO_WIDTH);
  cairo_stroke (cr);
}

static void
draw_text (const TramaSceneText *text, cairo_t *cr, PangoContext *context,
           const TramaChartStyle *style)
{
  g_autoptr (PangoLayout) layout = trama_scene_text_create_layout (text, context, style);

  cairo_save (cr);
  cairo_translate (cr, text->x, text->y);
  if (text->upwards)
    cairo_rotate (cr, -G_PI_2);
  if (text->halo != TRAMA_COLOUR_NONE)
    {
      trama_scene_set_colour (cr, style, text->halo);
      if (cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE)
        draw_pixel_halo (text, cr, layout);
      else
        draw_outline_halo (text, cr, layout);
    }
  trama_scene_set_colour (cr, style, text->colour);
  show_lines (text, cr, layout, 0, 0);
  cairo_restore (cr);
}

static void
draw_shape (const TramaScene *scene, const TramaShape *shape, cairo_t *cr, PangoContext *context,
            const TramaChartStyle *style)
{
  switch (shape->type)
    {
    case TRAMA_SHAPE_PATH:
      draw_path (scene, shape, cr, style);
      break;
    case TRAMA_SHAPE_MARK:
      trama_scene_draw_mark (cr, shape, style);
      break;
    case TRAMA_SHAPE_TEXT:
      draw_text (&g_array_index (scene->texts, TramaSceneText, shape->text), cr, context, style);
      break;
    case TRAMA_SHAPE_TARGET:
    default:
      break;
    }
}

/* Letters are laid out as they were measured; only colours are the drawer's. */
static TramaChartStyle
drawing_style (const TramaScene *scene, const TramaChartStyle *style)
{
  TramaChartStyle merged = scene->style;

  if (style != NULL)
    for (guint i = 0; i < TRAMA_N_COLOURS; i++)
      merged.colours[i] = style->colours[i];
  return merged;
}

void
trama_scene_draw (const TramaScene *scene, cairo_t *cr, const TramaChartStyle *style)
{
  PangoContext *context;
  TramaChartStyle merged;

  g_return_if_fail (scene != NULL && cr != NULL);

  merged = drawing_style (scene, style);
  context = trama_chart_fonts_create_context (merged.language, merged.right_to_left);
  cairo_save (cr);
  for (guint i = 0; i < scene->shapes->len; i++)
    draw_shape (scene, &g_array_index (scene->shapes, TramaShape, i), cr, context, &merged);
  cairo_restore (cr);
  g_object_unref (context);
}

static gboolean
is_drawn (const TramaShape *shape)
{
  return shape->item != TRAMA_SCENE_NO_ITEM && shape->type != TRAMA_SHAPE_TARGET;
}

/* From the topmost thing of an item to the lowest: heading and legend are left as they are. */
static void
fade_items (const TramaScene *scene, cairo_t *cr, const TramaChartStyle *style)
{
  TramaColour ground = trama_chart_style_get_colour (style, TRAMA_COLOUR_GROUND);
  TramaBox all = { 0 };

  for (guint i = 0; i < scene->shapes->len; i++)
    {
      const TramaShape *shape = &g_array_index (scene->shapes, TramaShape, i);

      if (is_drawn (shape))
        all = trama_box_union (all, shape->bounds);
    }
  cairo_rectangle (cr, 0, all.y - 2, scene->width, all.height + 4);
  cairo_set_source_rgba (cr, ground.red / 255.0, ground.green / 255.0, ground.blue / 255.0, VEIL);
  cairo_fill (cr);
}

/* An item of no look of its own, as a month of a line: a hairline through it. */
static void
draw_cross_hair (const TramaScene *scene, cairo_t *cr, const TramaChartStyle *style, guint item)
{
  const TramaBox *box = &g_array_index (scene->items, TramaSceneItem, item).bounds;

  trama_scene_set_colour (cr, style, TRAMA_COLOUR_SECOND);
  set_dash (cr, TRAMA_DASH_NONE, 0);
  cairo_set_line_width (cr, 0.75);
  cairo_move_to (cr, box->x + box->width / 2, box->y);
  cairo_line_to (cr, box->x + box->width / 2, box->y + box->height);
  cairo_stroke (cr);
}

void
trama_scene_draw_highlight (const TramaScene *scene, cairo_t *cr, const TramaChartStyle *style,
                            guint item)
{
  PangoContext *context;
  g_autofree gboolean *lifted = NULL;
  TramaChartStyle merged;
  const guint *connected;
  guint n_connected = 0;
  gboolean seen = FALSE;

  g_return_if_fail (scene != NULL && cr != NULL);
  g_return_if_fail (item < scene->items->len);

  lifted = g_new0 (gboolean, scene->items->len);
  lifted[item] = TRUE;
  connected = trama_scene_get_connected (scene, item, &n_connected);
  for (guint i = 0; i < n_connected; i++)
    lifted[connected[i]] = TRUE;
  for (guint i = 0; i < scene->shapes->len && !seen; i++)
    {
      const TramaShape *shape = &g_array_index (scene->shapes, TramaShape, i);

      seen = shape->item == item && is_drawn (shape);
    }

  merged = drawing_style (scene, style);
  context = trama_chart_fonts_create_context (merged.language, merged.right_to_left);
  cairo_save (cr);
  if (seen)
    fade_items (scene, cr, &merged);
  else
    draw_cross_hair (scene, cr, &merged, item);
  for (guint i = 0; i < scene->shapes->len && seen; i++)
    {
      const TramaShape *shape = &g_array_index (scene->shapes, TramaShape, i);

      if (is_drawn (shape) && lifted[shape->item])
        draw_shape (scene, shape, cr, context, &merged);
    }
  cairo_restore (cr);
  g_object_unref (context);
}
