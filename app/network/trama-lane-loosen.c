/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-lane-plan.h"

/*
 * A lane of one row with few places need not hold them at even distances: two suppliers stand
 * better below those they supply. Each place is drawn half way from its even place to the mean of
 * its partners; then the nearest positions to these wishes that keep the order and a distance are
 * taken, by pooling neighbours who wish to stand too close (isotonic regression; Barlow et al.
 * 1972).
 */
#define ROOM 12          /* names side by side in a row */
#define LEAST_GAP 0.55   /* of the even distance */

typedef struct
{
  double sum; /* of wishes, gaps taken off */
  guint n;
} Pool;

/* Where its partners in other lanes stand on average; FALSE where it has none. */
static gboolean
find_partners (const TramaLanePlan *plan, guint place, double *x)
{
  double sum = 0;
  guint n = 0;

  for (guint i = plan->first_tie[place]; i < plan->first_tie[place + 1]; i++)
    {
      const TramaPlanTie *tie = &plan->ties[plan->place_ties[i]];
      const TramaPlanPlace *other = &plan->places[trama_plan_tie_other (tie, place)];

      if (!tie->primary || other->lane == TRAMA_LANE_INSTITUTIONS
          || other->lane == plan->places[place].lane)
        continue;
      sum += other->point.x;
      n++;
    }
  if (n > 0)
    *x = sum / n;
  return n > 0;
}

static void
loosen_lane (TramaLanePlan *plan, guint lane)
{
  TramaPlanLane *l = &plan->lanes[lane];
  double first = trama_lane_plan_point (plan, lane, 0).x;
  double last = trama_lane_plan_point (plan, lane, l->n - 1).x;
  double width = l->x1 - l->x0;
  double even = l->n > 1 ? (last - first) / (l->n - 1) : width;
  double gap = MIN (even, MAX (width / ROOM, even * LEAST_GAP));
  double left = l->x0 + width / ROOM / 2;
  double right = l->x1 - width / ROOM / 2 - gap * (l->n - 1);
  g_autofree Pool *pools = g_new (Pool, l->n);
  guint n_pools = 0;
  guint at = 0;

  for (guint i = 0; i < l->n; i++)
    {
      double here = trama_lane_plan_point (plan, lane, i).x;
      double wish = here;

      if (find_partners (plan, l->order[i], &wish))
        wish = (here + wish) / 2;
      pools[n_pools++] = (Pool) { wish - gap * i, 1 };
      while (n_pools > 1
             && pools[n_pools - 2].sum / pools[n_pools - 2].n
                    > pools[n_pools - 1].sum / pools[n_pools - 1].n)
        {
          pools[n_pools - 2].sum += pools[n_pools - 1].sum;
          pools[n_pools - 2].n += pools[n_pools - 1].n;
          n_pools--;
        }
    }
  for (guint p = 0; p < n_pools; p++)
    for (guint i = 0; i < pools[p].n; i++, at++)
      plan->places[l->order[at]].point.x
          = MIN (MAX (pools[p].sum / pools[p].n, left), right) + gap * at;
}

void
trama_lane_plan_loosen (TramaLanePlan *plan)
{
  for (guint lane = 0; lane < TRAMA_LANE_INSTITUTIONS; lane++)
    if (plan->lanes[lane].n > 0 && plan->lanes[lane].n < ROOM)
      loosen_lane (plan, lane);
}
