/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-frame.h"

G_BEGIN_DECLS

/* "5 of 19, 7 needed": a dot for each, those that count filled, those not known hatched, and a bar
 * after the last one needed. */
typedef struct
{
  TramaChartFrame frame;
  guint count;
  guint unknown;
  guint total;
  guint needed;                    /* 0: no threshold */
  const TramaId *records;          /* as many as @total, in that order; or NULL */
  const char *const *labels;       /* as many as @total; or NULL */
  const char *needed_label;        /* "7 needed"; NULL: made of the number */
} TramaDotsChart;

/* @height is the least; it is as high as the rows need. (transfer full) */
TramaScene *trama_dots_chart_new (const TramaDotsChart *data, const TramaChartStyle *style,
                                  double width, double height);

G_END_DECLS
