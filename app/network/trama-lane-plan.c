/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-lane-plan.h"

#include <stdlib.h>

/* Shares of the box; the same for every subject, so that pictures beside each other agree. */
#define COLUMN_X0 0.80   /* the institutions' column, where there is one */
#define COLUMN_GAP 0.02  /* between the lanes and it */
#define COLUMN_NODE 0.03 /* from its edge to its marks, whose names stand at their right */
#define LANE_MARGIN 0.012

/* Heights before they are scaled to fill the box: for one row, and for each row more. */
static const double lane_heights[TRAMA_N_LANES][2] = {
  [TRAMA_LANE_BUYERS] = { 0.9, 0.8 },    [TRAMA_LANE_LEADING] = { 1.9, 1.4 },
  [TRAMA_LANE_MIDDLE] = { 2.2, 1.5 },    [TRAMA_LANE_WORKSHOP] = { 2.0, 1.5 },
  [TRAMA_LANE_NOT_KNOWN] = { 1.1, 0.9 }, [TRAMA_LANE_SUPPLIERS] = { 0.9, 0.8 },
};

/* A row holds a dozen names; beyond four rows both rows and columns grow. */
static guint
rows_for (guint n)
{
  guint capacity = 13;

  if (n <= 12)
    return 1;
  while (n > 4 * capacity && (n + capacity - 1) / capacity > (capacity * 4 + 12) / 13)
    capacity++;
  return (n + capacity - 1) / capacity;
}

/* Staggered so that neighbours never stand in neighbouring rows where that can be had:
 * 0 2 1, 0 2 1 3, 0 3 1 4 2 … */
static guint
row_of (guint at, guint rows)
{
  guint k = at % rows;

  return rows <= 2 ? k : (k % 2 == 0 ? k / 2 : (rows + 1) / 2 + k / 2);
}

TramaPoint
trama_lane_plan_point (const TramaLanePlan *plan, guint lane, guint at)
{
  const TramaPlanLane *l = &plan->lanes[lane];
  double share = (at + 0.5) / l->n;

  if (lane == TRAMA_LANE_INSTITUTIONS)
    return (TramaPoint) { l->x0 + COLUMN_NODE, l->y0 + share * (l->y1 - l->y0) };
  return (TramaPoint) {
    l->x0 + LANE_MARGIN + share * (l->x1 - l->x0 - 2 * LANE_MARGIN),
    l->y0 + (row_of (at, l->rows) + 0.5) / l->rows * (l->y1 - l->y0),
  };
}

void
trama_lane_plan_settle (TramaLanePlan *plan, guint lane)
{
  for (guint at = 0; at < plan->lanes[lane].n; at++)
    {
      TramaPlanPlace *place = &plan->places[plan->lanes[lane].order[at]];

      place->at = at;
      place->point = trama_lane_plan_point (plan, lane, at);
    }
}

static void
add_place (GArray *places, TramaLanePlan *plan, guint node, TramaLaneKind lane, gboolean primary)
{
  TramaPlanPlace place = { .node = node, .lane = (guint8) lane, .primary = primary != FALSE };

  g_array_append_val (places, place);
  plan->lanes[lane].n++;
}

/* In the column the broker stands first, then hers. */
static guint
rank_of (const TramaGraphNode *node, guint lane)
{
  if (lane != TRAMA_LANE_INSTITUTIONS || !node->hers)
    return 2;
  return node->broker ? 0 : 1;
}

static void
add_places (GArray *places, TramaLanePlan *plan, const TramaGraph *graph)
{
  const TramaGraphNode *nodes = trama_graph_nodes (graph);

  for (guint i = 0; i < trama_graph_n_nodes (graph); i++)
    {
      const TramaGraphNode *node = &nodes[i];

      if (node->side == TRAMA_GRAPH_BUYER)
        add_place (places, plan, i, TRAMA_LANE_BUYERS, TRUE);
      else if (node->side == TRAMA_GRAPH_SUPPLIER)
        add_place (places, plan, i, TRAMA_LANE_SUPPLIERS, TRUE);
      else if (node->kind != TRAMA_GRAPH_FIRM)
        add_place (places, plan, i, TRAMA_LANE_INSTITUTIONS, TRUE);
      else if (node->tiers_ever == 0)
        add_place (places, plan, i, TRAMA_LANE_NOT_KNOWN, TRUE);
      else
        for (guint tier = TRAMA_TIER_WORKSHOP; tier <= TRAMA_TIER_LEADING; tier++)
          if (node->tiers_ever & (1 << tier))
            add_place (places, plan, i, trama_lane_of_tier ((TramaTier) tier),
                       tier == node->last_tier);
    }
}

static void
make_places (TramaLanePlan *plan, const TramaGraph *graph, const guint8 *lanes)
{
  const TramaGraphNode *nodes = trama_graph_nodes (graph);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (TramaPlanPlace));
  guint fill[TRAMA_N_LANES] = { 0 };

  if (lanes == NULL)
    add_places (places, plan, graph);
  for (guint i = 0; lanes != NULL && i < trama_graph_n_nodes (graph); i++)
    if (lanes[i] < TRAMA_N_LANES)
      add_place (places, plan, i, (TramaLaneKind) lanes[i], TRUE);
  plan->n_places = places->len;
  plan->places = (TramaPlanPlace *) g_array_free (places, FALSE);
  for (guint lane = 0; lane < TRAMA_N_LANES; lane++)
    plan->lanes[lane].order = g_new (guint, MAX (plan->lanes[lane].n, 1));
  for (guint rank = 0; rank < 3; rank++)
    {
      for (guint i = 0; i < plan->n_places; i++)
        {
          guint lane = plan->places[i].lane;

          if (rank_of (&nodes[plan->places[i].node], lane) == rank)
            plan->lanes[lane].order[fill[lane]++] = i;
        }
      if (rank < 2)
        plan->lanes[TRAMA_LANE_INSTITUTIONS].pinned = fill[TRAMA_LANE_INSTITUTIONS];
    }
}

static void
make_geometry (TramaLanePlan *plan)
{
  double heights[TRAMA_N_LANES] = { 0 };
  double total = 0;
  double y = 0;
  gboolean column = plan->lanes[TRAMA_LANE_INSTITUTIONS].n > 0;

  for (guint lane = 0; lane < TRAMA_LANE_INSTITUTIONS; lane++)
    if (plan->lanes[lane].n > 0)
      {
        plan->lanes[lane].rows = rows_for (plan->lanes[lane].n);
        heights[lane]
            = lane_heights[lane][0] + (plan->lanes[lane].rows - 1) * lane_heights[lane][1];
        total += heights[lane];
      }
  for (guint lane = 0; lane < TRAMA_LANE_INSTITUTIONS; lane++)
    {
      plan->lanes[lane].x0 = 0;
      plan->lanes[lane].x1 = column ? COLUMN_X0 - COLUMN_GAP : 1;
      plan->lanes[lane].y0 = y;
      y += total > 0 ? heights[lane] / total : 0;
      plan->lanes[lane].y1 = y;
    }
  plan->lanes[TRAMA_LANE_INSTITUTIONS].rows = plan->lanes[TRAMA_LANE_INSTITUTIONS].n;
  plan->lanes[TRAMA_LANE_INSTITUTIONS].x0 = COLUMN_X0;
  plan->lanes[TRAMA_LANE_INSTITUTIONS].x1 = 1;
  /* Beside the lanes of the firms, where there are any: its name stands above, beside the buyers. */
  plan->lanes[TRAMA_LANE_INSTITUTIONS].y0 = plan->lanes[TRAMA_LANE_LEADING].y0;
  plan->lanes[TRAMA_LANE_INSTITUTIONS].y1 = plan->lanes[TRAMA_LANE_SUPPLIERS].y0;
  if (plan->lanes[TRAMA_LANE_LEADING].y0 >= plan->lanes[TRAMA_LANE_SUPPLIERS].y0)
    {
      plan->lanes[TRAMA_LANE_INSTITUTIONS].y0 = 0;
      plan->lanes[TRAMA_LANE_INSTITUTIONS].y1 = 1;
    }
  for (guint lane = 0; lane < TRAMA_N_LANES; lane++)
    trama_lane_plan_settle (plan, lane);
}

static int
compare_ties (gconstpointer a, gconstpointer b)
{
  const TramaPlanTie *x = a;
  const TramaPlanTie *y = b;

  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  if (x->b != y->b)
    return x->b < y->b ? -1 : 1;
  return (int) y->straight - (int) x->straight;
}

static gboolean
is_straight (const TramaGraphTie *tie)
{
  return tie->kind == TRAMA_LINKAGE_SUBCONTRACTING || tie->kind == TRAMA_LINKAGE_SUPPLY
         || tie->kind == TRAMA_LINKAGE_SALES;
}

/* A line for each pair of nodes that were ever tied, whatever their ties' dates: which of several
 * ties counts depends on the date, that there is one does not. */
static void
make_ties (TramaLanePlan *plan, const TramaGraph *graph)
{
  const TramaGraphNode *nodes = trama_graph_nodes (graph);
  guint n_nodes = trama_graph_n_nodes (graph);
  g_autofree guint *first_place = g_new0 (guint, n_nodes + 1);
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (TramaPlanTie));
  guint kept = 0;

  for (guint i = 0; i < plan->n_places; i++)
    first_place[plan->places[i].node + 1]++;
  for (guint i = 0; i < n_nodes; i++)
    first_place[i + 1] += first_place[i];
  for (guint i = 0; i < trama_graph_n_ties (graph); i++)
    {
      TramaGraphTie tie = trama_graph_ties (graph)[i];

      tie.duplicate = FALSE;
      if (!trama_layout_draws_tie (nodes, &tie))
        continue;
      for (guint p = first_place[tie.from]; p < first_place[tie.from + 1]; p++)
        for (guint q = first_place[tie.to]; q < first_place[tie.to + 1]; q++)
          if (plan->places[p].primary || plan->places[q].primary)
            {
              TramaPlanTie line = { MIN (p, q), MAX (p, q), is_straight (&tie) != FALSE,
                                    plan->places[p].primary && plan->places[q].primary };

              g_array_append_val (ties, line);
            }
    }
  g_array_sort (ties, compare_ties);
  plan->ties = (TramaPlanTie *) ties->data;
  for (guint i = 0; i < ties->len; i++)
    if (kept == 0 || plan->ties[kept - 1].a != plan->ties[i].a
        || plan->ties[kept - 1].b != plan->ties[i].b)
      plan->ties[kept++] = plan->ties[i];
  plan->n_ties = kept;
  g_array_free (ties, FALSE);
}

static void
make_adjacency (TramaLanePlan *plan)
{
  g_autofree guint *fill = NULL;

  plan->first_tie = g_new0 (guint, plan->n_places + 1);
  for (guint i = 0; i < plan->n_ties; i++)
    {
      plan->first_tie[plan->ties[i].a + 1]++;
      plan->first_tie[plan->ties[i].b + 1]++;
    }
  for (guint i = 0; i < plan->n_places; i++)
    plan->first_tie[i + 1] += plan->first_tie[i];
  plan->place_ties = g_new (guint, MAX (2 * plan->n_ties, 1));
  fill = g_memdup2 (plan->first_tie, (plan->n_places + 1) * sizeof (guint));
  for (guint i = 0; i < plan->n_ties; i++)
    {
      plan->place_ties[fill[plan->ties[i].a]++] = i;
      plan->place_ties[fill[plan->ties[i].b]++] = i;
    }
}

TramaLanePlan *
trama_lane_plan_new (const TramaGraph *graph, const guint8 *lanes)
{
  TramaLanePlan *plan = g_new0 (TramaLanePlan, 1);

  make_places (plan, graph, lanes);
  make_geometry (plan);
  make_ties (plan, graph);
  plan->lines = g_new0 (TramaPlanLine, MAX (plan->n_ties, 1));
  make_adjacency (plan);
  return plan;
}

void
trama_lane_plan_free (TramaLanePlan *plan)
{
  if (plan == NULL)
    return;
  for (guint lane = 0; lane < TRAMA_N_LANES; lane++)
    g_free (plan->lanes[lane].order);
  g_free (plan->places);
  g_free (plan->ties);
  g_free (plan->lines);
  g_free (plan->first_tie);
  g_free (plan->place_ties);
  g_free (plan);
}
