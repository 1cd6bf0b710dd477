/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-frame.h"

G_BEGIN_DECLS

/* One to four lines over time, each named at its end. */
typedef struct
{
  TramaId record;
  const char *label;       /* "55% without the manager" */
  const char *sub_label;   /* "4 alone, 6 in pairs"; or NULL */
  const double *values;    /* n_points of them; NaN: no reading, the line breaks */
  const char *name;        /* over its column of the table: "without the manager"; NULL: @label */
} TramaSeriesLine;

typedef struct
{
  TramaChartFrame frame;
  const TramaSeriesLine *lines;   /* the first is the main line */
  guint n_lines;
  guint n_points;
  /* One of: days from 1970-01-01 of each point, or whole numbers along the axis (ages in months). */
  const gint32 *dates;
  const double *positions;
  gboolean percent; /* values are fractions, shown as % */
  const char *unit; /* after the axis's last label: "months"; NULL: nothing */
  double minimum; /* of the axis; NaN: 0, or below where values are */
  double maximum; /* NaN: what the values need; 1 with percent */
  double reference; /* a dashed level line; NaN: none */
  const char *reference_label;
  const char *start_label; /* at the main line's first point; or NULL */
} TramaSeriesChart;

/* @height 0: 150 pt; the scene is taller where its words need it. (transfer full) */
TramaScene *trama_series_chart_new (const TramaSeriesChart *data, const TramaChartStyle *style,
                                    double width, double height);

G_END_DECLS
