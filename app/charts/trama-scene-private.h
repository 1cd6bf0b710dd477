/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The inside of a scene, shared by the files that build, draw and search it; nobody else's. */

#include "trama-scene-builder.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  TRAMA_SHAPE_PATH,
  TRAMA_SHAPE_MARK,
  TRAMA_SHAPE_TEXT,
  TRAMA_SHAPE_TARGET,
} TramaShapeType;

/* The verbs of a path take one, one, three and no points. */
typedef enum
{
  TRAMA_VERB_MOVE,
  TRAMA_VERB_LINE,
  TRAMA_VERB_CURVE,
  TRAMA_VERB_CLOSE,
} TramaVerb;

typedef struct
{
  double x;
  double y;
} TramaPoint;

typedef struct
{
  TramaShapeType type;
  TramaMark mark;
  TramaPaint paint;
  guint item;
  guint first_verb;
  guint n_verbs;
  guint first_point;
  guint text;
  TramaPoint centre;
  double size;
  TramaBox bounds;    /* with the stroke's width */
} TramaShape;

typedef struct
{
  char *text;
  double size;
  double leading;
  double x;
  double y;                 /* of the first baseline */
  double width;             /* to wrap at; 0 = never */
  guint max_lines;
  guint strong_from;
  guint strong_to;
  TramaColourRole colour;
  TramaColourRole strong_colour;
  TramaColourRole halo;
  TramaAlign align;         /* mirrored already */
  gboolean bold;
  gboolean italic;
  gboolean upwards;
  TramaBox ink;
} TramaSceneText;

struct _TramaScene
{
  gatomicrefcount references;
  TramaChartStyle style;
  double width;
  double height;
  char *sentence;
  TramaChartTable *table;
  GArray *shapes;           /* TramaShape */
  GByteArray *verbs;
  GArray *points;           /* TramaPoint */
  GArray *texts;            /* TramaSceneText */
  GArray *items;            /* TramaSceneItem */
  GArray *links;            /* guint pairs while building; then CSR: neighbours */
  GArray *link_starts;      /* n_items + 1 */
  gboolean has_dates;
  gint32 dates[2];
  double date_places[2];
};

/* What a builder has under way. Places are mirrored as they are added. */
struct _TramaSceneBuilder
{
  TramaScene *scene;
  PangoContext *context;
  guint item;
  guint path_verb;      /* where the path being drawn began */
  guint path_point;
  TramaPoint last;      /* unmirrored */
};

/* Where @x of the chart lies in the scene. */
double trama_scene_builder_place (const TramaSceneBuilder *builder, double x);

/* How text is set: the same for measuring and drawing. (transfer full) */
PangoLayout *trama_scene_text_create_layout (const TramaSceneText *text, PangoContext *context,
                                             const TramaChartStyle *style);
/* From the text's x to where @line begins. */
double trama_scene_text_line_offset (const TramaSceneText *text, PangoLayoutLine *line);

/* Calls @func for each straight piece of a path, curves cut into short ones. */
typedef void (*TramaSegmentFunc) (TramaPoint from, TramaPoint to, gpointer data);
void trama_scene_flatten (const TramaScene *scene, const TramaShape *shape, TramaSegmentFunc func,
                          gpointer data);

void trama_scene_draw_mark (cairo_t *cr, const TramaShape *shape, const TramaChartStyle *style);
/* Fills and strokes the current path. @round: the length of a closed line, to fit dashes into it a
 * whole number of times; 0 = as they come. */
void trama_scene_apply_paint (cairo_t *cr, const TramaPaint *paint, const TramaChartStyle *style,
                              const TramaBox *bounds, double round);
void trama_scene_set_colour (cairo_t *cr, const TramaChartStyle *style, TramaColourRole role);

TramaBox trama_box_union (TramaBox a, TramaBox b);

G_END_DECLS
