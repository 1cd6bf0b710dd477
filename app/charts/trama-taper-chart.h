/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-frame.h"

G_BEGIN_DECLS

/*
 * The members' share of their manager's pay by month since the appointment: agreed (dashed), single
 * months (rings), the mean of three closed months (line) and the range of months in which they would
 * carry all of it. Shares are fractions: 0.65 is 65 %.
 */
typedef struct
{
  double agreed;     /* NaN: nothing agreed */
  double paid;       /* of that month alone; NaN: not closed */
  double rolling;    /* of three closed months; NaN: none */
} TramaTaperMonth;

typedef enum
{
  TRAMA_FORECAST_TOO_EARLY,      /* under six closed months: no range */
  TRAMA_FORECAST_NOT_ON_COURSE,  /* the share does not rise: no range, said in words */
  TRAMA_FORECAST_RANGE,
  TRAMA_FORECAST_REACHED,        /* they carry all of it already */
  TRAMA_FORECAST_ENDED,          /* the post has ended: nothing is left to foresee */
} TramaTaperForecast;

typedef struct
{
  TramaChartFrame frame;
  gint32 appointed;                /* the first day of month 1 */
  const TramaTaperMonth *months;   /* month 1, 2, … with the agreed ones to come */
  guint n_months;                  /* 0: nobody is appointed, and the chart says so */
  TramaTaperForecast forecast;
  /* The months, counted as above, in which the projected share reaches all of it; @latest may be
   * infinite. Only with TRAMA_FORECAST_RANGE. */
  double earliest;
  double latest;
  int ended;                       /* the month in which the post ended; 0: it has not */
  gboolean dates;                  /* the axis shows dates instead of months */
} TramaTaperChart;

/* @height 0: 150 pt; the scene is taller where its words need it. (transfer full) */
TramaScene *trama_taper_chart_new (const TramaTaperChart *data, const TramaChartStyle *style,
                                   double width, double height);

G_END_DECLS
