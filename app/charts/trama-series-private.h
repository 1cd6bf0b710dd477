/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the series chart share; nobody else's. */

#include "trama-chart-axis.h"
#include "trama-series-chart.h"

G_BEGIN_DECLS

#define TRAMA_SERIES_MAX_LINES 4

typedef struct
{
  const TramaSeriesChart *data;
  TramaSceneBuilder *builder;
  TramaBox plot;
  TramaScale x;
  TramaScale y;
  double step;
  double right;         /* room for the labels at the lines' ends */
  double label_width;
  TramaAxisFormat format;
} TramaSeriesDrawing;

/* Along the axis. */
double trama_series_position (const TramaSeriesChart *data, guint point);
double trama_series_value (const TramaSeriesChart *data, guint line, guint point);
/* Of the last reading; G_MAXUINT: there is none. */
guint trama_series_last_point (const TramaSeriesChart *data, guint line);

/* Room for the names at the lines' ends: up to a third of the width, then they are broken. */
double trama_series_measure_labels (TramaSeriesDrawing *d);
/* How high the plot must be for all labels to stand one above the other beside it. */
double trama_series_needed_height (const TramaSeriesDrawing *d);
void trama_series_label_lines (TramaSeriesDrawing *d);
void trama_series_label_start (TramaSeriesDrawing *d);

G_END_DECLS
