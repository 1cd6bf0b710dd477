/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-frame.h"

G_BEGIN_DECLS

/*
 * Bars lying, named at the left and read at the right: one part or several on end, with marks for a
 * target reached for so far, the range projected to the end and what was budgeted to the end.
 */
#define TRAMA_BARS_MAX_PARTS 6

typedef struct
{
  TramaId record;
  const char *label;
  const char *value_text;                  /* at the bar's end; NULL: the sum */
  double parts[TRAMA_BARS_MAX_PARTS];      /* the first n_parts count; NaN: not known */
  double target;                           /* an upright mark; NaN: none */
  double low;                              /* the projected range; NaN: none */
  double high;
  double goal;                             /* a diamond; NaN: none */
} TramaBar;

typedef struct
{
  TramaChartFrame frame;
  const TramaBar *bars;
  guint n_bars;
  guint n_parts;                           /* 1 … TRAMA_BARS_MAX_PARTS */
  const char *part_labels[TRAMA_BARS_MAX_PARTS];  /* for the legend; NULL: none */
  gboolean last_part_unknown;              /* hatched: "not recorded" */
  const char *target_label;
  const char *range_label;
  const char *goal_label;
  int digits;                              /* decimals of values */
  gboolean percent;                        /* values are fractions; the axis ends at 100 % */
  gboolean axis;                           /* with an axis below; else values alone */
} TramaBarsChart;

/* @height is the least; it is as high as the bars need. (transfer full) */
TramaScene *trama_bars_chart_new (const TramaBarsChart *data, const TramaChartStyle *style,
                                  double width, double height);

G_END_DECLS
