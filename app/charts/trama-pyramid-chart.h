/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-frame.h"
#include "trama-network-chart.h"

G_BEGIN_DECLS

/*
 * Firms by tier at one or two dates, leading firms on top, and, where moves are given, who moved
 * between the tiers: up solid blue, joined outlined, left vermilion and dashed, stayed grey, down
 * vermilion.
 */
typedef struct
{
  const char *label;          /* "July 2024" */
  guint counts[4];            /* by TramaChartTier; "unknown" is counts[0] */
} TramaPyramidSide;

typedef struct
{
  TramaChartFrame frame;
  TramaPyramidSide sides[2];
  guint n_sides;              /* 1 or 2 */
  gboolean has_moves;
  /* moves[from][to] by TramaChartTier, 4 = outside: moves[4][t] joined, moves[t][4] left. */
  guint moves[5][5];
} TramaPyramidChart;

/* @height 0: as high as reads best; else lower or higher, but never so low that the bands of those
 * who moved could not be told apart. (transfer full) */
TramaScene *trama_pyramid_chart_new (const TramaPyramidChart *data, const TramaChartStyle *style,
                                     double width, double height);

G_END_DECLS
