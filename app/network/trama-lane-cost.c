/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-lane-plan.h"

/*
 * What makes lanes hard to read, in crossings: two lines that cross cost 1; an order or delivery
 * drawn straight over somebody else's mark costs PASS, for it looks like a tie of theirs; a line
 * as long as the box is high costs LENGTH. Lines that hold at other dates only weigh LIGHT of their
 * length. Within a lane lengths weigh ARC times as much, for an arc needs room above. (Weights: this program's, found by looking.)
 */
#define PASS 1.5
#define LENGTH 2.5
#define LIGHT 0.3
#define ARC 2.0
#define DISC 0.022 /* how near to a mark's middle a line goes through it; heights of the box */

/* Arcs within a lane rise by this part of their width, up to a height. */
#define ARC_RISE 0.25
#define ARC_HEIGHT 0.07

static TramaPoint
scaled (TramaPoint point)
{
  return (TramaPoint) { point.x * TRAMA_LANE_PLAN_ASPECT, point.y };
}

static void
draw_line (TramaLanePlan *plan, guint index)
{
  const TramaPlanTie *tie = &plan->ties[index];
  TramaPlanLine *line = &plan->lines[index];
  const TramaPlanPlace *a = &plan->places[tie->a];
  const TramaPlanPlace *b = &plan->places[tie->b];
  TramaPoint from = scaled (a->point);
  TramaPoint to = scaled (b->point);

  line->points[0] = from;
  line->n = 2;
  if (a->lane == b->lane && a->lane != TRAMA_LANE_INSTITUTIONS && !tie->straight)
    {
      double width = from.x < to.x ? to.x - from.x : from.x - to.x;

      line->points[1] = (TramaPoint) { (from.x + to.x) / 2,
                                       MIN (from.y, to.y) - MIN (width * ARC_RISE, ARC_HEIGHT) };
      line->n = 3;
    }
  line->points[line->n - 1] = to;
  line->left = MIN (from.x, to.x);
  line->right = MAX (from.x, to.x);
  line->top = MIN (line->points[line->n - 2].y, MIN (from.y, to.y));
  line->bottom = MAX (from.y, to.y);
}

void
trama_lane_plan_draw_lines_of (TramaLanePlan *plan, guint place)
{
  for (guint i = plan->first_tie[place]; i < plan->first_tie[place + 1]; i++)
    draw_line (plan, plan->place_ties[i]);
}

void
trama_lane_plan_draw_lines (TramaLanePlan *plan)
{
  for (guint i = 0; i < plan->n_ties; i++)
    draw_line (plan, i);
}

static guint
count_crossings (const TramaPlanLine *a, const TramaPlanLine *b)
{
  guint n = 0;

  if (a->left > b->right || b->left > a->right || a->top > b->bottom || b->top > a->bottom)
    return 0;
  for (guint i = 0; i + 1 < a->n; i++)
    for (guint j = 0; j + 1 < b->n; j++)
      n += trama_segments_cross (a->points[i], a->points[i + 1], b->points[j], b->points[j + 1])
           != FALSE;
  return n;
}

static double
cost_of_length (const TramaLanePlan *plan, const TramaPlanTie *tie)
{
  TramaPoint a = scaled (plan->places[tie->a].point);
  TramaPoint b = scaled (plan->places[tie->b].point);
  double dx = a.x < b.x ? b.x - a.x : a.x - b.x;
  double dy = a.y < b.y ? b.y - a.y : a.y - b.y;

  double weight = tie->primary ? LENGTH : LENGTH * LIGHT;

  if (plan->places[tie->a].lane == plan->places[tie->b].lane)
    weight *= ARC;
  return weight * (dx + dy / 2);
}

/* Does the line run over the mark at @place? */
static gboolean
passes (const TramaLanePlan *plan, guint index, guint place)
{
  const TramaPlanTie *tie = &plan->ties[index];
  const TramaPlanLine *line = &plan->lines[index];
  const TramaPlanPlace *other = &plan->places[place];
  TramaPoint point = scaled (other->point);

  if (!tie->straight || tie->a == place || tie->b == place || !other->primary
      || point.x < line->left - DISC || point.x > line->right + DISC || point.y < line->top - DISC
      || point.y > line->bottom + DISC)
    return FALSE;
  return trama_segment_distance_squared (line->points[0], line->points[line->n - 1], point)
         < DISC * DISC;
}

static gboolean
touches (const TramaPlanTie *tie, guint place)
{
  return tie->a == place || tie->b == place;
}

/* The tie's own cost: against every tie that @first and @second have no hand in, or that comes
 * after it, so that each pair is met once. */
static double
cost_of_tie (TramaLanePlan *plan, guint index, guint first, guint second)
{
  const TramaPlanTie *tie = &plan->ties[index];
  double cost = cost_of_length (plan, tie);

  if (!tie->primary)
    return cost;
  plan->work += plan->n_ties + plan->n_places;
  for (guint i = 0; i < plan->n_ties; i++)
    {
      const TramaPlanTie *other = &plan->ties[i];

      if (!other->primary || i == index || touches (other, tie->a) || touches (other, tie->b)
          || (i < index && (touches (other, first) || touches (other, second))))
        continue;
      cost += count_crossings (&plan->lines[index], &plan->lines[i]);
    }
  for (guint place = 0; place < plan->n_places; place++)
    if (passes (plan, index, place))
      cost += PASS;
  return cost;
}

/* Lines of others that run over the mark at @place. */
static double
cost_of_mark (TramaLanePlan *plan, guint place, guint first, guint second)
{
  double cost = 0;

  plan->work += plan->n_ties;
  for (guint i = 0; i < plan->n_ties; i++)
    {
      const TramaPlanTie *tie = &plan->ties[i];

      if (!tie->primary || !tie->straight || touches (tie, first) || touches (tie, second))
        continue;
      if (passes (plan, i, place))
        cost += PASS;
    }
  return cost;
}

double
trama_lane_plan_cost_of (TramaLanePlan *plan, guint a, guint b)
{
  const guint places[2] = { a, b };
  double cost = 0;

  for (guint k = 0; k < (a == b ? 1 : 2); k++)
    {
      for (guint i = plan->first_tie[places[k]]; i < plan->first_tie[places[k] + 1]; i++)
        {
          guint tie = plan->place_ties[i];

          /* One that joins the two is met at the first of them. */
          if (k == 0 || !touches (&plan->ties[tie], a))
            cost += cost_of_tie (plan, tie, a, b);
        }
      cost += cost_of_mark (plan, places[k], a, b);
    }
  return cost;
}

double
trama_lane_plan_cost (TramaLanePlan *plan)
{
  double cost = 0;

  plan->work += plan->n_ties * (plan->n_ties / 2.0 + plan->n_places);
  for (guint i = 0; i < plan->n_ties; i++)
    {
      const TramaPlanTie *tie = &plan->ties[i];

      cost += cost_of_length (plan, tie);
      if (!tie->primary)
        continue;
      for (guint j = i + 1; j < plan->n_ties; j++)
        {
          const TramaPlanTie *other = &plan->ties[j];

          if (!other->primary || touches (other, tie->a) || touches (other, tie->b))
            continue;
          cost += count_crossings (&plan->lines[i], &plan->lines[j]);
        }
      for (guint place = 0; place < plan->n_places; place++)
        if (passes (plan, i, place))
          cost += PASS;
    }
  return cost;
}
