/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which way ties go: straight where nothing stands in between, else round it. */

#include "trama-network-private.h"

#include <math.h>

typedef struct
{
  TramaNetworkChart chart;
  TramaNetworkDrawing drawing;
  TramaNetworkNode nodes[4];
  TramaNetworkTie ties[3];
  TramaNetworkSpot spots[4];
  TramaNetworkCurve curves[3];
} Case;

static const TramaNetworkLane lane = { "Middle", NULL, 0, 1, TRAMA_CHART_TIER_MIDDLE, FALSE };

static void
start (Case *c)
{
  memset (c, 0, sizeof *c);
  c->chart.nodes = c->nodes;
  c->chart.ties = c->ties;
  c->drawing.data = &c->chart;
  c->drawing.plot = (TramaBox) { 0, 0, 400, 300 };
  c->drawing.largest = 8;
  c->drawing.spots = c->spots;
  c->drawing.curves = c->curves;
}

static void
add_node (Case *c, double x, double y, int in_lane)
{
  c->nodes[c->chart.n_nodes].x = x / 400;
  c->nodes[c->chart.n_nodes].y = y / 300;
  c->spots[c->chart.n_nodes++] = (TramaNetworkSpot) { .x = x, .y = y, .r = 8, .lane = in_lane };
}

static void
add_tie (Case *c, guint from, guint to, TramaTieKind kind)
{
  c->ties[c->chart.n_ties++] = (TramaNetworkTie) { .from = from, .to = to, .kind = kind };
}

static void
curve_at (const TramaNetworkCurve *curve, double t, double *x, double *y)
{
  double u = 1 - t;

  *x = u * u * u * curve->x[0] + 3 * u * u * t * curve->x[1] + 3 * u * t * t * curve->x[2]
       + t * t * t * curve->x[3];
  *y = u * u * u * curve->y[0] + 3 * u * u * t * curve->y[1] + 3 * u * t * t * curve->y[2]
       + t * t * t * curve->y[3];
}

static double
nearest (const Case *c, guint tie, guint node)
{
  double distance = G_MAXDOUBLE;

  for (guint i = 0; i <= 100; i++)
    {
      double x, y;

      curve_at (&c->curves[tie], i / 100.0, &x, &y);
      distance = MIN (distance, hypot (x - c->spots[node].x, y - c->spots[node].y));
    }
  return distance;
}

static void
test_straight (void)
{
  Case c;

  start (&c);
  add_node (&c, 100, 50, -1);
  add_node (&c, 100, 250, -1);
  add_tie (&c, 0, 1, TRAMA_TIE_SUBCONTRACTING);
  trama_network_route (&c.drawing);
  g_assert_true (c.curves[0].straight);
  /* From edge to edge, with a little air before the arrow's tip. */
  g_assert_cmpfloat_with_epsilon (c.curves[0].y[0], 58, 1e-9);
  g_assert_cmpfloat (c.curves[0].y[3], <, 242);
  g_assert_cmpfloat (c.curves[0].y[3], >, 240);
  g_assert_cmpfloat (c.curves[0].x[3], ==, 100);
}

static void
test_round_a_node (void)
{
  Case c;

  start (&c);
  add_node (&c, 100, 50, -1);
  add_node (&c, 100, 250, -1);
  add_node (&c, 100, 150, -1);
  add_tie (&c, 0, 1, TRAMA_TIE_SUBCONTRACTING);
  trama_network_route (&c.drawing);
  g_assert_false (c.curves[0].straight);
  g_assert_cmpfloat (nearest (&c, 0, 2), >, 8);
}

/* Within a lane always an arc, over the one between. */
static void
test_arc_in_lane (void)
{
  Case c;

  start (&c);
  c.chart.lanes = &lane;
  c.chart.n_lanes = 1;
  add_node (&c, 50, 150, 0);
  add_node (&c, 150, 150, 0);
  add_node (&c, 250, 150, 0);
  add_tie (&c, 0, 2, TRAMA_TIE_SUBCONTRACTING);
  add_tie (&c, 0, 1, TRAMA_TIE_COOPERATION);
  trama_network_route (&c.drawing);
  for (guint i = 0; i < 2; i++)
    {
      double x, y;

      curve_at (&c.curves[i], 0.5, &x, &y);
      g_assert_false (c.curves[i].straight);
      g_assert_cmpfloat (y, <, 145);
    }
  g_assert_cmpfloat (nearest (&c, 0, 1), >, 8);
}

/* Two ties of the same two are two lines. */
static void
test_parallel (void)
{
  Case c;
  double x[2], y[2];

  start (&c);
  add_node (&c, 100, 50, -1);
  add_node (&c, 100, 250, -1);
  add_tie (&c, 0, 1, TRAMA_TIE_SUBCONTRACTING);
  add_tie (&c, 1, 0, TRAMA_TIE_COOPERATION);
  add_tie (&c, 0, 1, TRAMA_TIE_INFORMATION);
  trama_network_route (&c.drawing);
  for (guint i = 0; i < 3; i++)
    for (guint j = i + 1; j < 3; j++)
      {
        curve_at (&c.curves[i], 0.5, &x[0], &y[0]);
        curve_at (&c.curves[j], 0.5, &x[1], &y[1]);
        g_assert_cmpfloat (fabs (x[0] - x[1]), >, 4);
      }
}

static void
test_into_column (void)
{
  Case c;
  const TramaNetworkCurve *curve = &c.curves[0];

  start (&c);
  c.chart.lanes = &lane;
  c.chart.n_lanes = 1;
  c.chart.column_x0 = 0.8;
  c.chart.column_x1 = 1;
  add_node (&c, 60, 80, 0);
  add_node (&c, 350, 200, -1);
  add_node (&c, 200, 140, 0);
  add_tie (&c, 0, 1, TRAMA_TIE_INFORMATION);
  trama_network_route (&c.drawing);
  /* It arrives at the left edge, level, and not through the firm on its way. */
  g_assert_cmpfloat_with_epsilon (curve->x[3], 342, 0.01);
  g_assert_cmpfloat_with_epsilon (curve->y[3], 200, 0.01);
  g_assert_cmpfloat (curve->x[2], <, 342);
  g_assert_cmpfloat_with_epsilon (curve->y[2], 200, 0.01);
  g_assert_cmpfloat (nearest (&c, 0, 2), >, 8);
}

static void
test_itself (void)
{
  Case c;

  start (&c);
  add_node (&c, 100, 50, -1);
  add_tie (&c, 0, 0, TRAMA_TIE_COOPERATION);
  /* A tie to itself is nothing to draw, and nothing to fall over. */
  trama_network_route (&c.drawing);
  g_assert_cmpfloat (c.curves[0].x[3], ==, 0);
}

/* A tie of which nothing is known is straight in a free layout, whoever stands in the way; a second
 * one between the two bends, so that both are seen. In lanes it goes round others as all do. */
static void
test_unstated (void)
{
  Case c;

  start (&c);
  add_node (&c, 100, 50, -1);
  add_node (&c, 100, 250, -1);
  add_node (&c, 100, 150, -1);
  add_tie (&c, 0, 1, TRAMA_TIE_NOT_RECORDED);
  add_tie (&c, 1, 0, TRAMA_TIE_OTHER);
  trama_network_route (&c.drawing);
  g_assert_true (c.curves[0].straight);
  g_assert_cmpfloat (nearest (&c, 0, 2), <, 1);
  g_assert_false (c.curves[1].straight);
  c.chart.lanes = &lane;
  c.chart.n_lanes = 1;
  trama_network_route (&c.drawing);
  g_assert_cmpfloat (nearest (&c, 0, 2), >, 8);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-route/straight", test_straight);
  g_test_add_func ("/network-route/round-a-node", test_round_a_node);
  g_test_add_func ("/network-route/arc-in-lane", test_arc_in_lane);
  g_test_add_func ("/network-route/parallel", test_parallel);
  g_test_add_func ("/network-route/into-column", test_into_column);
  g_test_add_func ("/network-route/itself", test_itself);
  g_test_add_func ("/network-route/unstated", test_unstated);
  return g_test_run ();
}
