/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The texts of a scene under way: measured as they will be set. */

#include "trama-scene-private.h"

#include <math.h>

/* Capitals and figures of Noto Sans stand 0.714 of the size high. */
#define CAPITALS 0.714

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
  if (builder->scene->style.right_to_left && !text.upwards && text.align != TRAMA_ALIGN_MIDDLE)
    text.align = text.align == TRAMA_ALIGN_START ? TRAMA_ALIGN_END : TRAMA_ALIGN_START;
  text.text = g_strdup (spec->text);
  layout = trama_scene_text_create_layout (&text, builder->context, &builder->scene->style);
  n_lines = (guint) pango_layout_get_line_count (layout);
  text.x = trama_scene_builder_place (builder, x);
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
