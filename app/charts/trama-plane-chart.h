/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-frame.h"

G_BEGIN_DECLS

/* Two ratings as a place on a plane: a subject, where it stood before, and others to compare with.
 * What is known as a range is a box. */

typedef struct
{
  TramaId record;
  const char *label;
  double x[2];       /* from, to; NaN: not known at all, then the point is left out */
  double y[2];
  gboolean main;     /* the subject itself; others are small and in second colour */
} TramaPlanePoint;

typedef struct
{
  TramaChartFrame frame;
  const TramaPlanePoint *points; /* mains in the order of time: an arrow joins them */
  guint n_points;
  const char *x_title;
  const char *y_title;
  double maximum;                 /* both axes run from 0 to this; 3 for ratings */
} TramaPlaneChart;

/* @height 0: as high as its plane is wide, but at most 170 pt. (transfer full) */
TramaScene *trama_plane_chart_new (const TramaPlaneChart *data, const TramaChartStyle *style,
                                   double width, double height);

G_END_DECLS
