/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-frame.h"

G_BEGIN_DECLS

/*
 * A programme's course: phases with the gates between them, joint actions (a disc where something
 * was learned, a square where cost was shared) and shocks over an axis of dates. Right of the as-of
 * line stand only plans, dashed.
 *
 * Dates are days from 1970-01-01. The chart keeps nothing of what it is given.
 */
typedef struct
{
  TramaId record;
  const char *label;       /* "Consolidation" */
  const char *progress;    /* "month 24 of 36", set after the label in the compact bar; or NULL */
  gint32 start;
  gint32 end;              /* the day the next phase begins or is planned to */
} TramaPhase;

typedef struct
{
  TramaId record;
  const char *label;       /* "Entry gate passed 24 September 2024" */
  gint32 date;             /* passed or planned */
  gboolean passed;
} TramaGate;

typedef struct
{
  TramaId record;
  const char *label;
  gint32 date;
  gboolean learning;
} TramaJointAction;

typedef struct
{
  TramaId record;
  const char *label;       /* "14 March 2025: duty on imported soles up 18%" */
  gint32 date;
} TramaShockMark;

typedef struct
{
  TramaChartFrame frame;
  const TramaPhase *phases;
  guint n_phases;
  const TramaGate *gates;
  guint n_gates;
  const TramaJointAction *actions;
  guint n_actions;
  const TramaShockMark *shocks;
  guint n_shocks;
  gint32 as_of;
  gint32 from;             /* the axis; 0 in both: what the phases need */
  gint32 to;
} TramaPhasesChart;

/* @height is the least; it is as high as it needs. (transfer full) */
TramaScene *trama_phases_chart_new (const TramaPhasesChart *data, const TramaChartStyle *style,
                                    double width, double height);

/* The bar at the head of a programme's page: phases in their order, the gates between them, the
 * current one filled as far as it has come. No heading, no axis. (transfer full) */
TramaScene *trama_phases_chart_new_compact (const TramaPhasesChart *data,
                                            const TramaChartStyle *style, double width);

G_END_DECLS
