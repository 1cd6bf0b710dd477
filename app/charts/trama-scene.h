/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-style.h"
#include "trama-chart-table.h"
#include "trama-id.h"

#include <cairo.h>

G_BEGIN_DECLS

/*
 * A chart laid out: lines, areas, marks and texts in points from the top left, with the colours
 * left as roles. Immutable and atomically reference-counted, so that one thread may lay out, another
 * draw and a third answer for the mouse. A screen draws it 4/3 pixels to the point.
 *
 * What can be pointed at is an item: a month, a bar, a firm, a tie. An item knows its record, how it
 * is called and what it says, so that the same scene serves the pointer, the keyboard, tooltips and
 * a screen reader.
 *
 * Scenes are made by TramaSceneBuilder (trama-scene-builder.h).
 */
typedef struct _TramaScene TramaScene;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TramaBox;

#define TRAMA_SCENE_NO_ITEM G_MAXUINT
#define TRAMA_SCENE_NO_DATE G_MININT32

typedef struct
{
  /* What it stands for, one of a few fixed words: "node", "tie", "month", "gate", "phase",
   * "activity", "shock", "bar", "move", "programme", "dot", "as-of". Never NULL. */
  const char *kind;
  TramaId record;      /* zero: none */
  const char *label;   /* "Suelas Andinas"; never NULL */
  const char *value;   /* "middle tier, 12 jobs"; never NULL, may be empty */
  gint32 date;         /* days from 1970-01-01, or TRAMA_SCENE_NO_DATE */
  TramaBox bounds;     /* for the focus ring */
} TramaSceneItem;

typedef enum
{
  TRAMA_SCENE_NEXT,
  TRAMA_SCENE_PREVIOUS,
  TRAMA_SCENE_LEFT,
  TRAMA_SCENE_RIGHT,
  TRAMA_SCENE_UP,
  TRAMA_SCENE_DOWN,
  TRAMA_SCENE_FIRST,
  TRAMA_SCENE_LAST,
} TramaSceneMove;

TramaScene *trama_scene_ref (TramaScene *scene);
void trama_scene_unref (TramaScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaScene, trama_scene_unref)

/* In points. */
double trama_scene_get_width (const TramaScene *scene);
double trama_scene_get_height (const TramaScene *scene);

/* The style it was laid out with. */
const TramaChartStyle *trama_scene_get_style (const TramaScene *scene);

/* What the chart says, in words; never NULL. */
const char *trama_scene_get_sentence (const TramaScene *scene);
/* The chart's figures; never NULL, may have no rows. (transfer none) */
const TramaChartTable *trama_scene_get_table (const TramaScene *scene);

guint trama_scene_get_n_items (const TramaScene *scene);
/* (transfer none), lives as long as the scene. */
const TramaSceneItem *trama_scene_get_item (const TramaScene *scene, guint item);
/* The items that are lifted together with @item: a firm's ties and neighbours. */
const guint *trama_scene_get_connected (const TramaScene *scene, guint item, guint *n_connected);
/* The first item that stands for @record, or TRAMA_SCENE_NO_ITEM. */
guint trama_scene_find_record (const TramaScene *scene, TramaId record);

/* The item at or within @tolerance points of (@x, @y), marks before lines and lines before areas;
 * TRAMA_SCENE_NO_ITEM if there is none. */
guint trama_scene_hit (const TramaScene *scene, double x, double y, double tolerance);

/* Where a key leads from @item (TRAMA_SCENE_NO_ITEM: from outside, which leads to the first or last
 * item); stays where it is if there is nothing that way. */
guint trama_scene_move (const TramaScene *scene, guint item, TramaSceneMove move);

/* Charts with an axis of dates: the day at @x. FALSE if the chart has none. Days beyond the axis are
 * clamped to it. */
gboolean trama_scene_date_at (const TramaScene *scene, double x, gint32 *day);
/* The place of @day on the axis. FALSE if the chart has none. */
gboolean trama_scene_place_date (const TramaScene *scene, gint32 day, double *x);

/* Draws all of it, 1 unit = 1 pt, without painting the ground behind it. @style gives the colours
 * and may differ from the one it was laid out with in nothing else; NULL: the one it was laid out
 * with. */
void trama_scene_draw (const TramaScene *scene, cairo_t *cr, const TramaChartStyle *style);

/* Drawn over trama_scene_draw(): lifts @item and what is connected with it and fades the other items.
 * An item that has no look of its own, as a month of a line, gets a hairline through it. */
void trama_scene_draw_highlight (const TramaScene *scene, cairo_t *cr, const TramaChartStyle *style,
                                 guint item);

/* For tests and other ways of drawing: the texts as they were set. */
guint trama_scene_get_n_texts (const TramaScene *scene);
const char *trama_scene_get_text (const TramaScene *scene, guint text);
/* The box of its ink. */
TramaBox trama_scene_get_text_bounds (const TramaScene *scene, guint text);

G_END_DECLS
