/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-frame.h"

G_BEGIN_DECLS

/*
 * Firms, institutions and their ties. The form of a line is its kind, its colour is only change:
 * blue new, grey kept, dashed vermilion lost; with the broker switched off, her ties alone are
 * dashed grey. Places come from the caller's layout and are kept, so that the same firm stands in
 * the same place at every date.
 */
typedef enum
{
  TRAMA_NODE_FIRM,
  TRAMA_NODE_INSTITUTION,
  TRAMA_NODE_OUTSIDE,        /* a buyer or supplier outside the group */
  TRAMA_NODE_BROKER,
} TramaNodeKind;

#define TRAMA_NETWORK_MAX_CATEGORIES 6

typedef enum
{
  TRAMA_CHART_TIER_UNKNOWN = 0,
  TRAMA_CHART_TIER_WORKSHOP,
  TRAMA_CHART_TIER_MIDDLE,
  TRAMA_CHART_TIER_LEADING,
} TramaChartTier;

typedef enum
{
  TRAMA_TIE_SUBCONTRACTING,  /* straight, with an arrow from who orders to who makes */
  TRAMA_TIE_SUPPLY,          /* straight, with an arrow */
  TRAMA_TIE_SALES,           /* likewise, to who buys */
  TRAMA_TIE_COOPERATION,     /* an arc */
  TRAMA_TIE_INFORMATION,     /* thin */
  TRAMA_TIE_FINANCE,         /* dotted */
  TRAMA_TIE_SERVICE,         /* thin, with an arrow from who serves */
  /* One form for both: plain and thin, straight in a free layout; finely dashed where there are
   * ties of information too, which would else look the same. */
  TRAMA_TIE_OTHER,           /* a kind that has no form of its own */
  TRAMA_TIE_NOT_RECORDED,
  TRAMA_N_TIE_KINDS,
} TramaTieKind;

typedef enum
{
  TRAMA_CHANGE_NONE,         /* change is not shown */
  TRAMA_CHANGE_KEPT,
  TRAMA_CHANGE_NEW,
  TRAMA_CHANGE_LOST,
} TramaTieChange;

typedef struct
{
  TramaId record;
  const char *label;
  const char *sub_label; /* of institutions: "testing centre"; of the broker: "knows all 20" */
  const char *value_text; /* for the tooltip: "middle tier, 12 jobs"; NULL: none */
  double x; /* 0 … 1 of the layout's box, y downwards */
  double y;
  TramaNodeKind kind;
  TramaChartTier tier;
  guint category; /* 1 … n_categories of the chart; 0: none */
  double value; /* the circle's area; NaN or under 0: not known */
  double importance; /* who is named first; any scale */
  gboolean member; /* filled; others are hollow */
  gboolean off; /* switched off: dashed and grey */
  gboolean alone; /* without a tie to a member: a dashed ring and a bold name */
  gboolean selected;
} TramaNetworkNode;

typedef struct
{
  TramaId record;
  const char *label; /* for the tooltip; NULL: the two names */
  const char *value_text;
  guint from; /* indexes of nodes */
  guint to;
  TramaTieKind kind;
  TramaTieChange change;
  int strength; /* 1 … 3 */
  gboolean mediated; /* through the broker: a notch */
  gboolean gone; /* hers, while she is switched off: dashed grey */
} TramaNetworkTie;

typedef struct
{
  const char *label; /* "Leading" */
  const char *sub_label; /* "5 firms" */
  double y0; /* 0 … 1 of the layout's box */
  double y1;
  TramaChartTier tier; /* the tint */
  gboolean plain; /* no tint: buyers, suppliers */
} TramaNetworkLane;

typedef struct
{
  TramaChartFrame frame;
  const TramaNetworkNode *nodes;
  guint n_nodes;
  const TramaNetworkTie *ties;
  guint n_ties;
  const TramaNetworkLane *lanes; /* none: a free layout */
  guint n_lanes;
  /* The institutions' column, 0 … 1 of the layout's box, with lanes; x1 ≤ x0: none. */
  double column_x0;
  double column_x1;
  const char *column_label;
  const char *column_sub_label;
  /* Where tiers are not known: firms are told apart by these, at most six, and not by tiers. */
  const char *const *categories;
  guint n_categories;
  const char *value_unit; /* "jobs", for the legend of sizes; NULL: all of one size */
  double value_maximum; /* of the largest circle, the same at every date; 0: of the data */
  guint max_labels; /* 0: as many as find room */
  gboolean legend; /* below the plot, only what occurs */
} TramaNetworkChart;

/* @height 0: a quarter less than the width; the scene is taller where its words need it.
 * (transfer full) */
TramaScene *trama_network_chart_new (const TramaNetworkChart *data, const TramaChartStyle *style,
                                     double width, double height);

/* The legend alone, in as many columns as @width holds. (transfer full) */
TramaScene *trama_network_chart_new_legend (const TramaNetworkChart *data,
                                            const TramaChartStyle *style, double width);

G_END_DECLS
