/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-frame.h"

G_BEGIN_DECLS

/*
 * Programmes by age and criteria met: a ring at those met, a bar up to what they have at most. The
 * subject is filled and named; others are named where there is room. History stands beside the plot
 * in words and has no mark in it.
 */
typedef struct
{
  TramaId record;
  const char *label;
  double age;          /* months since formation */
  int met;
  int at_most;
} TramaCohortProgramme;

typedef struct
{
  TramaChartFrame frame;
  const TramaCohortProgramme *programmes;
  guint n_programmes;
  guint subject;             /* an index, or G_MAXUINT */
  int n_criteria;
  const char *aside;         /* the sentence beside the plot; NULL: the plot takes all */
} TramaCohortChart;

/* @height 0: 150 pt; the scene is taller where its words need it. (transfer full) */
TramaScene *trama_cohort_chart_new (const TramaCohortChart *data, const TramaChartStyle *style,
                                    double width, double height);

G_END_DECLS
