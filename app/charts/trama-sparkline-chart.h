/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-scene.h"

G_BEGIN_DECLS

/* A line the height of a row, with a dot at its end, on a scale the whole column shares. */
typedef struct
{
  TramaId record;
  const char *label;         /* whose line it is, for the sentence */
  const double *values;      /* NaN: none */
  const double *at_most;     /* a hatched band up to here; or NULL */
  guint n_values;
  guint n_slots; /* the points the width stands for, ≥ n_values; lines end flush right */
  double minimum;
  double maximum;
  double threshold; /* a hairline; NaN: none */
  gboolean percent;
} TramaSparklineChart;

/* (transfer full) */
TramaScene *trama_sparkline_chart_new (const TramaSparklineChart *data,
                                       const TramaChartStyle *style, double width, double height);

G_END_DECLS
