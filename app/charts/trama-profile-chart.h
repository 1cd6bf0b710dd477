/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-frame.h"

G_BEGIN_DECLS

/* Ratings row by row, joined by a line, against up to two ideal profiles: the nearest filled, the
 * runner-up dashed; at the right how many steps each rating is away from either. */

#define TRAMA_PROFILE_MAX_LEVELS 8
#define TRAMA_PROFILE_IDEALS 2

typedef struct
{
  TramaId record;       /* the rating; or none */
  const char *label;
  double rating;        /* a level; NaN: not rated */
  double low, high;     /* spread of several raters; NaN: one rater */
  double beside;        /* of another cluster; NaN: none */
  guint8
      ideals[TRAMA_PROFILE_IDEALS]; /* a bit for each level that belongs to it; 0: says nothing */
  int steps[TRAMA_PROFILE_IDEALS];     /* away; −1: cannot be said */
} TramaProfileRow;

typedef struct
{
  TramaChartFrame frame;
  const TramaProfileRow *rows;
  guint n_rows;
  const char *const *levels; /* "none", "low", …: level 0 and up */
  guint n_levels;            /* 2 … TRAMA_PROFILE_MAX_LEVELS */
  const char *subject;       /* in the legend, for the dots */
  const char *ideals[TRAMA_PROFILE_IDEALS]; /* NULL: there is no such ideal */
  const char *beside;        /* whose the diamonds are; NULL: none are drawn */
} TramaProfileChart;

/* It is as high as its rows need; @height is the least. (transfer full) */
TramaScene *trama_profile_chart_new (const TramaProfileChart *data, const TramaChartStyle *style,
                                     double width, double height);

G_END_DECLS
