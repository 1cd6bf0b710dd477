/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-lane-plan.h"

#include <stdlib.h>
#include <string.h>

#include "trama-random.h"

/*
 * Sweeps put everybody near the middle of those they are tied to (the barycentre heuristic of
 * Sugiyama, Tagawa and Toda 1981), from several beginnings; the best of these is then mended by
 * exchanging two places of a lane wherever that makes the picture cheaper, neighbours first. A
 * budget of comparisons sees to it that a large network takes no longer than a person waits; it
 * counts work and not time, so that the order is the same everywhere.
 */
#define SWEEPS 12
#define STARTS 8
#define ROUNDS 6
#define BUDGET 40e6

typedef struct
{
  double key;
  guint at;
  guint place;
} Keyed;

static int
compare_keyed (gconstpointer a, gconstpointer b)
{
  const Keyed *x = a;
  const Keyed *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return x->at < y->at ? -1 : x->at > y->at;
}

/* The mean of where its partners stand, along the lane; its own place where it has none. */
static double
barycentre (const TramaLanePlan *plan, guint place)
{
  gboolean down = plan->places[place].lane == TRAMA_LANE_INSTITUTIONS;
  double sum = 0;
  double weights = 0;

  for (guint i = plan->first_tie[place]; i < plan->first_tie[place + 1]; i++)
    {
      const TramaPlanTie *tie = &plan->ties[plan->place_ties[i]];
      const TramaPlanPlace *other = &plan->places[trama_plan_tie_other (tie, place)];
      /* An institution pulls to the right everybody who is tied to it, and tells them apart little. */
      double weight
          = (tie->primary ? 1 : 0.3) * (other->lane == TRAMA_LANE_INSTITUTIONS && !down ? 0.25 : 1);

      sum += weight * (down ? other->point.y : other->point.x);
      weights += weight;
    }
  if (weights > 0)
    return sum / weights;
  return down ? plan->places[place].point.y : plan->places[place].point.x;
}

static void
sweep_lane (TramaLanePlan *plan, guint lane, Keyed *keyed)
{
  TramaPlanLane *l = &plan->lanes[lane];

  for (guint at = l->pinned; at < l->n; at++)
    keyed[at] = (Keyed) { barycentre (plan, l->order[at]), at, l->order[at] };
  if (l->n > l->pinned)
    qsort (keyed + l->pinned, l->n - l->pinned, sizeof *keyed, compare_keyed);
  for (guint at = l->pinned; at < l->n; at++)
    l->order[at] = keyed[at].place;
  trama_lane_plan_settle (plan, lane);
}

static void
sweep (TramaLanePlan *plan, guint times, Keyed *keyed)
{
  for (guint i = 0; i < times; i++)
    for (guint k = 0; k < TRAMA_N_LANES; k++)
      sweep_lane (plan, i % 2 == 0 ? k : TRAMA_N_LANES - 1 - k, keyed);
}

static void
shuffle (TramaLanePlan *plan, TramaRandom *random)
{
  for (guint lane = 0; lane < TRAMA_N_LANES; lane++)
    {
      TramaPlanLane *l = &plan->lanes[lane];

      for (guint at = l->n; at > l->pinned + 1; at--)
        {
          guint other = l->pinned + trama_random_below (random, at - l->pinned);
          guint place = l->order[at - 1];

          l->order[at - 1] = l->order[other];
          l->order[other] = place;
        }
      trama_lane_plan_settle (plan, lane);
    }
}

static void
exchange (TramaLanePlan *plan, guint lane, guint i, guint j)
{
  TramaPlanLane *l = &plan->lanes[lane];
  TramaPlanPlace *a = &plan->places[l->order[i]];
  TramaPlanPlace *b = &plan->places[l->order[j]];
  TramaPoint point = a->point;
  guint place = l->order[i];

  l->order[i] = l->order[j];
  l->order[j] = place;
  a->at = j;
  b->at = i;
  a->point = b->point;
  b->point = point;
  trama_lane_plan_draw_lines_of (plan, l->order[i]);
  trama_lane_plan_draw_lines_of (plan, l->order[j]);
}

/* Exchanges of places @reach apart that make the lane cheaper. */
static gboolean
mend_lane (TramaLanePlan *plan, guint lane, guint reach, double budget)
{
  TramaPlanLane *l = &plan->lanes[lane];
  gboolean mended = FALSE;

  for (guint i = l->pinned; i + reach < l->n && plan->work < budget; i++)
    {
      guint a = l->order[i];
      guint b = l->order[i + reach];
      double before = trama_lane_plan_cost_of (plan, a, b);

      exchange (plan, lane, i, i + reach);
      if (trama_lane_plan_cost_of (plan, a, b) < before - 1e-9)
        mended = TRUE;
      else
        exchange (plan, lane, i, i + reach);
    }
  return mended;
}

/* Until nothing is left to mend, or @budget, counted from the plan's beginning, is used up. */
static void
mend (TramaLanePlan *plan, guint farthest, double budget, GCancellable *cancellable)
{
  gboolean mended = TRUE;

  trama_lane_plan_draw_lines (plan);
  for (guint round = 0; round < ROUNDS && mended; round++)
    {
      mended = FALSE;
      for (guint reach = 1; reach <= farthest && !g_cancellable_is_cancelled (cancellable); reach++)
        for (guint lane = 0; lane < TRAMA_N_LANES; lane++)
          mended |= mend_lane (plan, lane, reach, budget);
    }
}

typedef struct
{
  guint *orders[TRAMA_N_LANES];
  double cost;
} Kept;

static void
keep_order (const TramaLanePlan *plan, Kept *kept)
{
  for (guint lane = 0; lane < TRAMA_N_LANES; lane++)
    {
      g_free (kept->orders[lane]);
      kept->orders[lane]
          = g_memdup2 (plan->lanes[lane].order, plan->lanes[lane].n * sizeof (guint));
    }
}

static void
restore_order (TramaLanePlan *plan, Kept *kept)
{
  for (guint lane = 0; lane < TRAMA_N_LANES; lane++)
    {
      if (kept->orders[lane] != NULL)
        memcpy (plan->lanes[lane].order, kept->orders[lane], plan->lanes[lane].n * sizeof (guint));
      g_clear_pointer (&kept->orders[lane], g_free);
      trama_lane_plan_settle (plan, lane);
    }
}

/* A round of exchanges of neighbours alone must find room in the budget. */
static gboolean
can_afford_mending (const TramaLanePlan *plan)
{
  double per_trial
      = 4.0 * (plan->n_ties + plan->n_places) * (1 + 2.0 * plan->n_ties / MAX (plan->n_places, 1));

  return per_trial * plan->n_places < BUDGET;
}

static guint
longest_lane (const TramaLanePlan *plan)
{
  guint longest = 0;

  for (guint lane = 0; lane < TRAMA_N_LANES; lane++)
    longest = MAX (longest, plan->lanes[lane].n);
  return longest;
}

void
trama_lane_plan_order (TramaLanePlan *plan, GCancellable *cancellable)
{
  g_autofree Keyed *keyed = g_new (Keyed, MAX (plan->n_places, 1));
  TramaRandom random;
  Kept best = { .cost = G_MAXDOUBLE };

  trama_random_init (&random, 1);
  sweep (plan, SWEEPS, keyed);
  if (can_afford_mending (plan))
    {
      for (guint start = 0;
           start < STARTS && plan->work < BUDGET / 2 && !g_cancellable_is_cancelled (cancellable);
           start++)
        {
          double cost;

          if (start > 0)
            {
              shuffle (plan, &random);
              sweep (plan, SWEEPS, keyed);
            }
          /* A short mending tells which beginning is worth a long one. */
          mend (plan, 2, BUDGET / 2, cancellable);
          cost = trama_lane_plan_cost (plan);
          if (cost < best.cost)
            {
              best.cost = cost;
              keep_order (plan, &best);
            }
        }
      restore_order (plan, &best);
      mend (plan, longest_lane (plan), BUDGET, cancellable);
    }
  trama_lane_plan_loosen (plan);
  if (plan->work > 0)
    mend (plan, longest_lane (plan), BUDGET * 1.25, cancellable);
}
