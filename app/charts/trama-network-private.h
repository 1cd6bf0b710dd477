/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the network chart share; nobody else's. */

#include "trama-chart-axis.h"
#include "trama-chart-legend.h"
#include "trama-network-chart.h"

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
  double r;          /* of a firm; half the side or diagonal of others */
  guint item;
  int lane;          /* index, or −1 */
} TramaNetworkSpot;

/* A cubic curve from edge to edge of the two marks. */
typedef struct
{
  double x[4];
  double y[4];
  gboolean straight;
} TramaNetworkCurve;

typedef struct
{
  const TramaNetworkChart *data;
  TramaSceneBuilder *builder;
  TramaBox plot;
  double left;                  /* where x = 0 and x = 1 of the layout lie */
  double right;
  double top;                   /* and y */
  double bottom;
  TramaNetworkSpot *spots;      /* of the nodes */
  TramaNetworkCurve *curves;    /* of the ties */
  double largest;               /* radius of the largest firm */
  double maximum;               /* the value it stands for; 0: all of one size */
  TramaBox column_name;         /* where names of firms must not stand */
  gboolean information;         /* has ties of that kind: unstated ones are dashed */
} TramaNetworkDrawing;

/* Whether @node stands in the institutions' column. */
gboolean trama_network_in_column (const TramaNetworkChart *data, guint node);
double trama_network_radius (const TramaNetworkDrawing *d, const TramaNetworkNode *node);
/* From the middle of a mark to its sides and to its top or foot. */
void trama_network_reach (const TramaNetworkDrawing *d, guint node, double *across, double *up);
/* Fills curves: straight, bowed or round other nodes. */
void trama_network_route (TramaNetworkDrawing *d);
void trama_network_draw_ties (TramaNetworkDrawing *d);
void trama_network_draw_nodes (TramaNetworkDrawing *d);
void trama_network_label (TramaNetworkDrawing *d);

/* Items for nodes, then ties, with who is lifted with whom. */
void trama_network_add_items (TramaNetworkDrawing *d);
/* (transfer full) */
TramaChartTable *trama_network_make_table (const TramaNetworkChart *data);
/* (transfer full) */
char *trama_network_say (const TramaNetworkChart *data);

/* The mark of a firm told apart by category. */
typedef struct
{
  TramaMark mark;
  double size;                  /* of the mark, as a part of a disc's radius */
  TramaPaint paint;
} TramaNetworkForm;

/* @category 0: none. */
TramaNetworkForm trama_network_category_form (guint category);
/* Some firms are members and some are not. */
gboolean trama_network_tells_members (const TramaNetworkChart *data);

/* How marks and lines look, for the plot and the legend alike. */
TramaPaint trama_network_firm_paint (TramaChartTier tier, gboolean member);
/* @information: such ties are there too. @scale of the width: thinner where there are many. */
TramaPaint trama_network_tie_paint (const TramaNetworkTie *tie, gboolean information, double scale);
TramaPaint trama_network_kind_paint (TramaTieKind kind, gboolean information);
gboolean trama_network_has_information (const TramaNetworkChart *data);
/* Within a legend or a table, in small letters. */
const char *trama_network_name_kind (TramaTieKind kind);
/* It ends in an arrowhead. */
gboolean trama_network_has_arrow (TramaTieKind kind);
/* Its kind is another than those with a form, or not recorded. */
gboolean trama_network_is_unstated (TramaTieKind kind);
extern const TramaPaint trama_network_institution_paint;
extern const TramaPaint trama_network_outside_paint;
extern const TramaPaint trama_network_broker_paint;
extern const TramaPaint trama_network_off_paint;
extern const TramaPaint trama_network_member_paint;
extern const TramaPaint trama_network_alone_paint;

#define TRAMA_NETWORK_INSTITUTION 4.8
#define TRAMA_NETWORK_OUTSIDE 5.0
#define TRAMA_NETWORK_BROKER 6.4

/* What occurs, for the legend; NULL unit: sizes say nothing. (transfer full) */
TramaChartLegend *trama_network_make_legend (const TramaNetworkChart *data, double largest,
                                             double maximum, const TramaChartStyle *style);

G_END_DECLS
