/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-frame.h"

G_BEGIN_DECLS

/*
 * How many criteria were met at each month's end, in steps; above them, hatched, those that could
 * not be judged, up to what was still possible; dotted, the number as known on that day.
 */
typedef struct
{
  gint32 date;       /* the month's last day */
  int met;
  int at_most;       /* ≥ met */
  int met_then;      /* as known on that day; -1: not drawn */
} TramaCriteriaMonth;

typedef struct
{
  TramaChartFrame frame;
  const TramaCriteriaMonth *months;   /* in order of date, one a month */
  guint n_months;
  int n_criteria;                     /* 12 */
  /* Of the first month, counted from formation; the axis then counts months. -1: an axis of dates. */
  int first_age;
} TramaCriteriaChart;

/* @height 0: 150 pt; the scene is taller where its words need it. (transfer full) */
TramaScene *trama_criteria_chart_new (const TramaCriteriaChart *data, const TramaChartStyle *style,
                                      double width, double height);

G_END_DECLS
