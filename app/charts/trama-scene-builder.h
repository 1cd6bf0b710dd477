/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-scene.h"

G_BEGIN_DECLS

/*
 * Makes one scene. Everything is placed left to right; where the style runs right to left the
 * builder mirrors every place (never letters, ticks or hatching), so that a chart is written once.
 *
 * What is added later is drawn above. Shapes belong to the item set with
 * trama_scene_builder_set_item() when they are added.
 */
typedef struct _TramaSceneBuilder TramaSceneBuilder;

/* How a path or mark is drawn. Zero means: not. */
typedef struct
{
  TramaColourRole fill;
  TramaColourRole stroke;
  double width;                /* of the stroke, pt */
  guint8 dash;                 /* TramaDash */
  guint8 hatched;              /* over the fill, in the colour of TRAMA_COLOUR_UNKNOWN_HATCH */
  guint8 halo;                 /* 2.2 pt of the ground around the stroke */
} TramaPaint;

typedef enum
{
  TRAMA_DASH_NONE = 0,
  TRAMA_DASH_LONG,   /* 4 2 */
  TRAMA_DASH_FINE,   /* 1.6 1.6 */
  TRAMA_DASH_GHOST,  /* 2.4 2 */
  TRAMA_DASH_DOT,    /* .01 2.2, round */
} TramaDash;

/* Widths of lines, pt. */
#define TRAMA_WIDTH_GRID 0.35
#define TRAMA_WIDTH_RULE 0.5
#define TRAMA_WIDTH_AXIS 0.6
#define TRAMA_WIDTH_OUTLINE 0.75
#define TRAMA_WIDTH_REFERENCE 0.9
#define TRAMA_WIDTH_SECOND 1.1
#define TRAMA_WIDTH_MAIN 1.7

typedef enum
{
  TRAMA_MARK_DISC,
  TRAMA_MARK_SQUARE,          /* rounded a little */
  TRAMA_MARK_DIAMOND,
  TRAMA_MARK_TRIANGLE,        /* pointing down */
  TRAMA_MARK_CROSS,
  TRAMA_MARK_TICK,            /* a short upright line */
  /* Verdicts, each a glyph in itself; the paint is ignored. */
  TRAMA_MARK_MET,
  TRAMA_MARK_WEAK,
  TRAMA_MARK_NOT_MET,
  TRAMA_MARK_UNKNOWN,
} TramaMark;

/* The letters of a chart: size and leading. */
typedef enum
{
  TRAMA_TEXT_LABEL = 0,  /* 7/8.5 */
  TRAMA_TEXT_NODE,       /* 6.5/8, node labels and sources */
  TRAMA_TEXT_VALUE,      /* 9/11, bold: the end of the main line */
  TRAMA_TEXT_TITLE,      /* 9/11.5, bold */
  TRAMA_TEXT_SUBTITLE,   /* 7/9 */
  TRAMA_TEXT_HEADING,    /* 10.5/13, bold */
  TRAMA_TEXT_BODY,       /* 9.5/13 */
  TRAMA_TEXT_BIG,        /* 20/22, bold */
} TramaTextRole;

typedef enum
{
  TRAMA_ALIGN_START = 0,
  TRAMA_ALIGN_MIDDLE,
  TRAMA_ALIGN_END,
} TramaAlign;

typedef enum
{
  TRAMA_BASELINE = 0,   /* y is the first line's baseline */
  TRAMA_TOP,            /* y is the top of the capitals of the first line */
  TRAMA_CENTRE,         /* y is half way up the block's capitals */
  TRAMA_BOTTOM,         /* y is the last line's baseline */
} TramaVertical;

typedef struct
{
  const char *text;          /* newlines start new lines */
  TramaTextRole role;
  TramaColourRole colour;    /* 0 = ink */
  TramaAlign align;
  TramaVertical vertical;
  gboolean bold;             /* roles that are bold stay so */
  gboolean regular;          /* takes the bold of a bold role away */
  gboolean italic;
  TramaColourRole halo;      /* 0 = none; the ground or the tint the text stands on */
  gboolean upwards;          /* turned a quarter to the left: the name of an upright axis */
  double width;              /* lines are broken at this width, pt; 0 = never */
  guint max_lines;           /* 0 = any; a cut text ends in "…" */
  /* A part in bytes that is bold, and in this colour if one is given: [from, to). */
  guint strong_from;
  guint strong_to;
  TramaColourRole strong_colour;
} TramaTextSpec;

/* A size in points; width and height of the scene, before any text is measured. */
TramaSceneBuilder *trama_scene_builder_new (const TramaChartStyle *style, double width,
                                            double height);
void trama_scene_builder_free (TramaSceneBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaSceneBuilder, trama_scene_builder_free)

/* Ends the building. A NULL @table is an empty one. @table is (transfer full). (transfer full) */
TramaScene *trama_scene_builder_finish (TramaSceneBuilder *builder, const char *sentence,
                                        TramaChartTable *table);

const TramaChartStyle *trama_scene_builder_get_style (TramaSceneBuilder *builder);
double trama_scene_builder_get_width (TramaSceneBuilder *builder);
double trama_scene_builder_get_height (TramaSceneBuilder *builder);
/* For charts whose height follows from what they hold. */
void trama_scene_builder_set_height (TramaSceneBuilder *builder, double height);

/* A new item; NULL strings read as empty. @kind must be a literal. Returns its index. */
guint trama_scene_builder_add_item (TramaSceneBuilder *builder, const char *kind, TramaId record,
                                    const char *label, const char *value, gint32 date);
/* What is added from now on belongs to @item; TRAMA_SCENE_NO_ITEM: to none. */
void trama_scene_builder_set_item (TramaSceneBuilder *builder, guint item);
/* Both are lifted together. */
void trama_scene_builder_connect (TramaSceneBuilder *builder, guint item, guint other);
/* @from at @x0 … @to at @x1. */
void trama_scene_builder_set_date_axis (TramaSceneBuilder *builder, gint32 from, double x0,
                                        gint32 to, double x1);

/* A path is begun, drawn and painted: move, line, curve, close, then paint. */
void trama_scene_builder_move_to (TramaSceneBuilder *builder, double x, double y);
void trama_scene_builder_line_to (TramaSceneBuilder *builder, double x, double y);
void trama_scene_builder_curve_to (TramaSceneBuilder *builder, double x1, double y1, double x2,
                                   double y2, double x, double y);
/* Across to @x at the height before, then up or down to @y. */
void trama_scene_builder_step_to (TramaSceneBuilder *builder, double x, double y);
void trama_scene_builder_close (TramaSceneBuilder *builder);
void trama_scene_builder_paint (TramaSceneBuilder *builder, const TramaPaint *paint);

void trama_scene_builder_add_line (TramaSceneBuilder *builder, double x1, double y1, double x2,
                                   double y2, const TramaPaint *paint);
void trama_scene_builder_add_rectangle (TramaSceneBuilder *builder, double x, double y,
                                        double width, double height, double radius,
                                        const TramaPaint *paint);
/* @size: the radius of a disc, half the side of a square, half the diagonal of a diamond. */
void trama_scene_builder_add_mark (TramaSceneBuilder *builder, TramaMark mark, double x, double y,
                                   double size, const TramaPaint *paint);
/* A filled head with its tip at (@x, @y), pointing along (@dx, @dy). */
void trama_scene_builder_add_arrowhead (TramaSceneBuilder *builder, double x, double y, double dx,
                                        double dy, double length, TramaColourRole colour);
/* Belongs to the item without being seen: makes thin things easier to hit. */
void trama_scene_builder_add_target (TramaSceneBuilder *builder, double x, double y, double width,
                                     double height);

/* The ink box that @spec would have at (@x, @y), unmirrored. */
TramaBox trama_scene_builder_measure_text (TramaSceneBuilder *builder, const TramaTextSpec *spec,
                                           double x, double y);
/* Width and height of the block: the widest line's advance; capitals of the first line to the
 * baseline of the last. */
void trama_scene_builder_get_text_size (TramaSceneBuilder *builder, const TramaTextSpec *spec,
                                        double *width, double *height);
/* Returns the height from the first line's top to the last's baseline. */
double trama_scene_builder_add_text (TramaSceneBuilder *builder, const TramaTextSpec *spec,
                                     double x, double y);

/* pt, with the style's scale applied. */
double trama_scene_builder_get_leading (TramaSceneBuilder *builder, TramaTextRole role);

G_END_DECLS
