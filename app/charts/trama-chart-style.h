/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What a chart is drawn with: colours by role, letter, language, direction and separators. A plain
 * struct, copied freely between threads; nothing in it is owned.
 *
 * Charts never name a colour, they name a role, so that one scene can be drawn light, dark, in high
 * contrast or for a grey printer. Roles and values are the tokens of docs/design.md; indigo is kept
 * for tiers, blue for what is new or the main line, vermilion for what is lost or not met.
 */
typedef enum
{
  TRAMA_COLOUR_NONE = 0,
  TRAMA_COLOUR_GROUND,
  TRAMA_COLOUR_INK,
  TRAMA_COLOUR_SECOND,       /* subtitles, axis labels, institutions, phases done */
  TRAMA_COLOUR_AXIS,         /* axes, ties kept, ghosts */
  TRAMA_COLOUR_GRID,         /* never needed to read a chart */
  TRAMA_COLOUR_UNKNOWN_FILL,
  TRAMA_COLOUR_UNKNOWN_HATCH,
  TRAMA_COLOUR_UNKNOWN_EDGE,
  TRAMA_COLOUR_TIER_WORKSHOP,
  TRAMA_COLOUR_TIER_MIDDLE,
  TRAMA_COLOUR_TIER_LEADING,
  TRAMA_COLOUR_TIER_EDGE,
  TRAMA_COLOUR_LANE_LEADING,
  TRAMA_COLOUR_LANE_MIDDLE,
  TRAMA_COLOUR_LANE_WORKSHOP,
  TRAMA_COLOUR_LANE_INSTITUTION,
  TRAMA_COLOUR_SOFT_BLUE,    /* projected, a range, an ideal; edged in category 1 */
  TRAMA_COLOUR_CATEGORY_1,   /* blue: new, the main line */
  TRAMA_COLOUR_CATEGORY_2,   /* vermilion: lost, a shock, not met */
  TRAMA_COLOUR_CATEGORY_3,   /* green: met */
  TRAMA_COLOUR_CATEGORY_4,   /* purple */
  TRAMA_COLOUR_CATEGORY_5,   /* ink */
  TRAMA_COLOUR_CATEGORY_6,   /* orange: a fill with an ink outline only */
  TRAMA_COLOUR_TEXT_1,       /* the categories for text: at least 4.5 to 1 on the ground */
  TRAMA_COLOUR_TEXT_2,
  TRAMA_COLOUR_TEXT_3,
  TRAMA_COLOUR_TEXT_4,
  TRAMA_COLOUR_TEXT_5,
  TRAMA_COLOUR_TEXT_6,
  TRAMA_COLOUR_HEAT_1,
  TRAMA_COLOUR_HEAT_2,
  TRAMA_COLOUR_HEAT_3,
  TRAMA_COLOUR_HEAT_4,
  TRAMA_COLOUR_HEAT_5,
  TRAMA_N_COLOURS,
} TramaColourRole;

/* Added to a role: whichever of ink and ground is read better on a fill of that role. */
#define TRAMA_COLOUR_ON(role) ((TramaColourRole) (0x80 | (role)))

typedef struct
{
  guint8 red;
  guint8 green;
  guint8 blue;
} TramaColour;

typedef enum
{
  TRAMA_CHART_LIGHT = 0,     /* also for print */
  TRAMA_CHART_DARK,
  TRAMA_CHART_LIGHT_CONTRAST,
  TRAMA_CHART_DARK_CONTRAST,
  TRAMA_CHART_GREY,          /* print without colours */
} TramaChartScheme;

typedef struct
{
  TramaChartScheme scheme;
  /* For a screen: letters are rounded to half a pixel (pt × 4/3) and never under 9 of them. */
  gboolean screen;
  /* The system's text scale; 1 in print. Letters grow, widths of lines do not. */
  double text_scale;
  gboolean right_to_left;
  char family[64];           /* "Noto Sans" */
  char language[24];         /* as in LANG: "es", "pt_BR"; empty = the process's */
  char decimal_point[8];
  char thousands_separator[8];
  TramaColour colours[TRAMA_N_COLOURS];
} TramaChartStyle;

/* Fills all of @style for @scheme: for print, left to right, text scale 1, "Noto Sans", separators
 * of the process's locale (a point and commas where it has none). */
void trama_chart_style_init (TramaChartStyle *style, TramaChartScheme scheme);

/* @role may be TRAMA_COLOUR_ON (…); TRAMA_COLOUR_NONE gives the ground. */
TramaColour trama_chart_style_get_colour (const TramaChartStyle *style, TramaColourRole role);

/* The contrast of two colours by WCAG 2.2 ("contrast ratio", relative luminance): 1 … 21. */
double trama_colour_contrast (TramaColour a, TramaColour b);

/* The size to set letters of @points at: times the text scale and, on a screen, rounded to half a
 * pixel, never under 9 pixels × text scale (6.75 pt). In points. */
double trama_chart_style_font_size (const TramaChartStyle *style, double points);

/* @value with up to @digits decimals (exactly so many if @fixed) and the style's separators; a real
 * minus sign. (transfer full) */
char *trama_chart_style_format (const TramaChartStyle *style, double value, int digits,
                                gboolean fixed);

G_END_DECLS
