/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-scene-private.h"

#include "trama-chart-fonts.h"

#include <math.h>
#include <string.h>

/* Capitals and figures of Noto Sans stand 0.714 of the size high. */
#define CAPITALS 0.714

struct _TramaSceneBuilder
{
  TramaScene *scene;
  PangoContext *context;
  guint item;
  guint path_verb;      /* where the path being drawn began */
  guint path_point;
  TramaPoint last;      /* unmirrored */
};

static void
clear_text (gpointer text)
{
  g_free (((TramaSceneText *) text)->text);
}

static void
clear_item (gpointer data)
{
  TramaSceneItem *item = data;

  g_free ((char *) item->label);
  g_free ((char *) item->value);
}

TramaSceneBuilder *
trama_scene_builder_new (const TramaChartStyle *style, double width, double height)
{
  TramaSceneBuilder *builder;
  TramaScene *scene;

  g_return_val_if_fail (style != NULL, NULL);

  scene = g_new0 (TramaScene, 1);
  g_atomic_ref_count_init (&scene->references);
  scene->style = *style;
  scene->width = MAX (width, 1);
  scene->height = MAX (height, 1);
  scene->shapes = g_array_new (FALSE, TRUE, sizeof (TramaShape));
  scene->verbs = g_byte_array_new ();
  scene->points = g_array_new (FALSE, FALSE, sizeof (TramaPoint));
  scene->texts = g_array_new (FALSE, TRUE, sizeof (TramaSceneText));
  g_array_set_clear_func (scene->texts, clear_text);
  scene->items = g_array_new (FALSE, TRUE, sizeof (TramaSceneItem));
  g_array_set_clear_func (scene->items, clear_item);
  scene->links = g_array_new (FALSE, FALSE, sizeof (guint));

  builder = g_new0 (TramaSceneBuilder, 1);
  builder->scene = scene;
  builder->item = TRAMA_SCENE_NO_ITEM;
  builder->context = trama_chart_fonts_create_context (style->language, style->right_to_left);
  return builder;
}

void
trama_scene_builder_free (TramaSceneBuilder *builder)
{
  if (builder == NULL)
    return;
  g_clear_pointer (&builder->scene, trama_scene_unref);
  g_object_unref (builder->context);
  g_free (builder);
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const guint *p = a, *q = b;

  if (p[0] != q[0])
    return p[0] < q[0] ? -1 : 1;
  return p[1] < q[1] ? -1 : p[1] > q[1];
}

/* From unsorted pairs, each both ways, to neighbours by item. */
static void
order_links (TramaScene *scene)
{
  guint n_pairs = scene->links->len / 2;
  guint *pairs = (guint *) (gpointer) scene->links->data;
  GArray *neighbours = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_pairs);
  GArray *starts = g_array_sized_new (FALSE, FALSE, sizeof (guint), scene->items->len + 1);
  guint at = 0;

  if (n_pairs > 0)
    qsort (pairs, n_pairs, 2 * sizeof (guint), compare_pairs);
  for (guint item = 0; item < scene->items->len; item++)
    {
      g_array_append_val (starts, neighbours->len);
      for (; at < n_pairs && pairs[2 * at] == item; at++)
        if (at == 0 || compare_pairs (pairs + 2 * at, pairs + 2 * (at - 1)) != 0)
          g_array_append_val (neighbours, pairs[2 * at + 1]);
    }
  g_array_append_val (starts, neighbours->len);
  g_array_unref (scene->links);
  scene->links = neighbours;
  scene->link_starts = starts;
}

/* An item's bounds are those of its marks, lines and areas; of its texts if it has nothing else. */
static void
measure_items (TramaScene *scene)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < scene->shapes->len; i++)
      {
        const TramaShape *shape = &g_array_index (scene->shapes, TramaShape, i);
        TramaSceneItem *item;

        if (shape->item == TRAMA_SCENE_NO_ITEM)
          continue;
        item = &g_array_index (scene->items, TramaSceneItem, shape->item);
        if (pass == 0 ? shape->type != TRAMA_SHAPE_TEXT
                      : shape->type == TRAMA_SHAPE_TEXT && item->bounds.width <= 0)
          item->bounds = trama_box_union (item->bounds, shape->bounds);
      }
}

TramaScene *
trama_scene_builder_finish (TramaSceneBuilder *builder, const char *sentence,
                            TramaChartTable *table)
{
  TramaScene *scene;

  g_return_val_if_fail (builder != NULL && builder->scene != NULL, NULL);

  scene = g_steal_pointer (&builder->scene);
  scene->sentence = g_strdup (sentence != NULL ? sentence : "");
  scene->table = table != NULL ? table : trama_chart_table_new ("");
  order_links (scene);
  measure_items (scene);
  return scene;
}

const TramaChartStyle *
trama_scene_builder_get_style (TramaSceneBuilder *builder)
{
  return &builder->scene->style;
}

double
trama_scene_builder_get_width (TramaSceneBuilder *builder)
{
  return builder->scene->width;
}

double
trama_scene_builder_get_height (TramaSceneBuilder *builder)
{
  return builder->scene->height;
}

void
trama_scene_builder_set_height (TramaSceneBuilder *builder, double height)
{
  builder->scene->height = MAX (height, 1);
}

guint
trama_scene_builder_add_item (TramaSceneBuilder *builder, const char *kind, TramaId record,
                              const char *label, const char *value, gint32 date)
{
  TramaSceneItem item = { .kind = kind, .record = record, .date = date };

  g_return_val_if_fail (builder != NULL && kind != NULL, TRAMA_SCENE_NO_ITEM);

  item.label = g_strdup (label != NULL ? label : "");
  item.value = g_strdup (value != NULL ? value : "");
  g_array_append_val (builder->scene->items, item);
  return builder->item = builder->scene->items->len - 1;
}

void
trama_scene_builder_set_item (TramaSceneBuilder *builder, guint item)
{
  g_return_if_fail (item == TRAMA_SCENE_NO_ITEM || item < builder->scene->items->len);

  builder->item = item;
}

void
trama_scene_builder_connect (TramaSceneBuilder *builder, guint item, guint other)
{
  guint pairs[4] = { item, other, other, item };

  g_return_if_fail (item < builder->scene->items->len && other < builder->scene->items->len);

  if (item != other)
    g_array_append_vals (builder->scene->links, pairs, 4);
}

static gboolean
mirrored (TramaSceneBuilder *builder)
{
  return builder->scene->style.right_to_left;
}

static double
place (TramaSceneBuilder *builder, double x)
{
  return mirrored (builder) ? builder->scene->width - x : x;
}

void
trama_scene_builder_set_date_axis (TramaSceneBuilder *builder, gint32 from, double x0, gint32 to,
                                   double x1)
{
  builder->scene->has_dates = TRUE;
  builder->scene->dates[0] = from;
  builder->scene->dates[1] = to;
  builder->scene->date_places[0] = place (builder, x0);
  builder->scene->date_places[1] = place (builder, x1);
}

static void
add_verb (TramaSceneBuilder *builder, TramaVerb verb)
{
  guint8 byte = (guint8) verb;

  g_byte_array_append (builder->scene->verbs, &byte, 1);
}

static void
add_point (TramaSceneBuilder *builder, double x, double y)
{
  TramaPoint point = { place (builder, x), y };

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
  shape.centre = (TramaPoint) { place (builder, x), y };
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

  shape.bounds
      = (TramaBox) { mirrored (builder) ? place (builder, x + width) : x, y, width, height };
  g_array_append_val (builder->scene->shapes, shape);
}

typedef struct
{
  double size;
  double leading;
  gboolean bold;
} RoleMetrics;

static const RoleMetrics roles[] = {
  [TRAMA_TEXT_LABEL] = { 7, 8.5, FALSE },  [TRAMA_TEXT_NODE] = { 6.5, 8, FALSE },
  [TRAMA_TEXT_VALUE] = { 9, 11, TRUE },    [TRAMA_TEXT_TITLE] = { 9, 11.5, TRUE },
  [TRAMA_TEXT_SUBTITLE] = { 7, 9, FALSE }, [TRAMA_TEXT_HEADING] = { 10.5, 13, TRUE },
  [TRAMA_TEXT_BODY] = { 9.5, 13, FALSE },  [TRAMA_TEXT_BIG] = { 20, 22, TRUE },
};

double
trama_scene_builder_get_leading (TramaSceneBuilder *builder, TramaTextRole role)
{
  const RoleMetrics *metrics = &roles[role];

  return metrics->leading * trama_chart_style_font_size (&builder->scene->style, metrics->size)
         / metrics->size;
}

static void
set_text (TramaSceneBuilder *builder, const TramaTextSpec *spec, TramaSceneText *text)
{
  const RoleMetrics *metrics = &roles[spec->role];

  text->text = (char *) spec->text;
  text->size = trama_chart_style_font_size (&builder->scene->style, metrics->size);
  text->leading = trama_scene_builder_get_leading (builder, spec->role);
  text->bold = (metrics->bold && !spec->regular) || spec->bold;
  text->italic = spec->italic;
  text->upwards = spec->upwards;
  text->width = spec->width;
  text->max_lines = spec->max_lines;
  text->strong_from = spec->strong_from;
  text->strong_to = spec->strong_to;
  text->strong_colour = spec->strong_colour;
  text->colour = spec->colour != TRAMA_COLOUR_NONE ? spec->colour : TRAMA_COLOUR_INK;
  text->halo = spec->halo;
  text->align = spec->align;
}

/* Where the first baseline lies for a @text of @n_lines meant to stand at @y. */
static double
first_baseline (const TramaTextSpec *spec, const TramaSceneText *text, guint n_lines, double y)
{
  double below = (n_lines - 1) * text->leading;
  double capitals = CAPITALS * text->size;

  switch (spec->vertical)
    {
    case TRAMA_TOP:
      return y + capitals;
    case TRAMA_CENTRE:
      return y + (capitals - below) / 2;
    case TRAMA_BOTTOM:
      return y - below;
    case TRAMA_BASELINE:
    default:
      return y;
    }
}

/* The ink of all lines around (0, 0) = the first line's place on the baseline. */
static TramaBox
measure_ink (const TramaSceneText *text, PangoLayout *layout)
{
  TramaBox all = { 0 };
  GSList *lines = pango_layout_get_lines_readonly (layout);
  double baseline = 0;

  for (; lines != NULL; lines = lines->next, baseline += text->leading)
    {
      PangoRectangle ink;

      pango_layout_line_get_extents (lines->data, &ink, NULL);
      if (ink.width > 0)
        all = trama_box_union (all, (TramaBox) { trama_scene_text_line_offset (text, lines->data)
                                                     + ink.x / (double) PANGO_SCALE,
                                                 baseline + ink.y / (double) PANGO_SCALE,
                                                 ink.width / (double) PANGO_SCALE,
                                                 ink.height / (double) PANGO_SCALE });
    }
  if (text->upwards)
    return (TramaBox) { all.y, -all.x - all.width, all.height, all.width };
  return all;
}

TramaBox
trama_scene_builder_measure_text (TramaSceneBuilder *builder, const TramaTextSpec *spec, double x,
                                  double y)
{
  TramaSceneText text = { 0 };
  g_autoptr (PangoLayout) layout = NULL;
  TramaBox ink;

  g_return_val_if_fail (spec != NULL && spec->text != NULL, (TramaBox) { 0 });

  set_text (builder, spec, &text);
  layout = trama_scene_text_create_layout (&text, builder->context, &builder->scene->style);
  ink = measure_ink (&text, layout);
  ink.x += x;
  ink.y += text.upwards
               ? y
               : first_baseline (spec, &text, (guint) pango_layout_get_line_count (layout), y);
  return ink;
}

void
trama_scene_builder_get_text_size (TramaSceneBuilder *builder, const TramaTextSpec *spec,
                                   double *width, double *height)
{
  TramaSceneText text = { 0 };
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle logical;

  g_return_if_fail (spec != NULL && spec->text != NULL);

  set_text (builder, spec, &text);
  layout = trama_scene_text_create_layout (&text, builder->context, &builder->scene->style);
  pango_layout_get_extents (layout, NULL, &logical);
  if (width != NULL)
    *width = logical.width / (double) PANGO_SCALE;
  if (height != NULL)
    *height = CAPITALS * text.size + (pango_layout_get_line_count (layout) - 1) * text.leading;
}

/* Some letters hang out of their line, "J" at the left and italics at the right: at the scene's edge
 * they are drawn in. */
static void
keep_inside (const TramaScene *scene, TramaSceneText *text)
{
  double over = text->ink.x + text->ink.width - scene->width;
  double shift = text->ink.x < 0 ? -text->ink.x : over > 0 ? -over : 0;

  if (fabs (shift) > text->size * 0.2)
    return;
  text->x += shift;
  text->ink.x += shift;
}

double
trama_scene_builder_add_text (TramaSceneBuilder *builder, const TramaTextSpec *spec, double x,
                              double y)
{
  TramaShape shape = { .type = TRAMA_SHAPE_TEXT, .item = builder->item };
  TramaSceneText text = { 0 };
  g_autoptr (PangoLayout) layout = NULL;
  guint n_lines;

  g_return_val_if_fail (spec != NULL && spec->text != NULL, 0);

  if (*spec->text == '\0')
    return 0;
  set_text (builder, spec, &text);
  if (mirrored (builder) && !text.upwards && text.align != TRAMA_ALIGN_MIDDLE)
    text.align = text.align == TRAMA_ALIGN_START ? TRAMA_ALIGN_END : TRAMA_ALIGN_START;
  text.text = g_strdup (spec->text);
  layout = trama_scene_text_create_layout (&text, builder->context, &builder->scene->style);
  n_lines = (guint) pango_layout_get_line_count (layout);
  text.x = place (builder, x);
  text.y = text.upwards ? y : first_baseline (spec, &text, n_lines, y);
  text.ink = measure_ink (&text, layout);
  text.ink.x += text.x;
  text.ink.y += text.y;
  keep_inside (builder->scene, &text);
  shape.text = builder->scene->texts->len;
  shape.bounds = text.ink;
  g_array_append_val (builder->scene->texts, text);
  g_array_append_val (builder->scene->shapes, shape);
  return CAPITALS * text.size + (n_lines - 1) * text.leading;
}
