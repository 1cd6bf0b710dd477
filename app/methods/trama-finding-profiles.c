/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ideal profiles: the least mean distance, its margin, and movement between dated readings. */
#include "trama-judging.h"

#include <string.h>

const TramaProfileCell *
trama_outcome_type_expects (const TramaOutcomeType *type, const TramaCriterion *criterion)
{
  for (guint i = 0; type->cells != NULL && i < type->cells->len; i++)
    {
      const TramaProfileCell *cell = g_ptr_array_index (type->cells, i);

      if (cell->criterion == criterion)
        return cell;
    }
  return NULL;
}

static guint
criterion_index (const TramaMethod *method, const TramaCriterion *criterion)
{
  guint index = 0;

  g_ptr_array_find (method->criteria, criterion, &index);
  return index;
}

static const TramaReading *
reading_of (TramaJudging *judging, const TramaCriterion *criterion)
{
  return trama_judging_reading (judging, criterion_index (judging->method, criterion));
}

static gboolean
is_rated (TramaJudging *judging, const TramaCriterion *criterion)
{
  return trama_reading_is_known (reading_of (judging, criterion));
}

/* Over the rows that are known here and, if @also is not NULL, there too. */
static TramaOutcomeDistance
distance_of (TramaJudging *judging, TramaJudging *also, const TramaOutcomeType *type)
{
  TramaOutcomeDistance distance = { .type = type, .holds = TRAMA_MAYBE };
  TramaRatio sum = { 0, 1 };

  for (guint i = 0; i < type->cells->len; i++)
    {
      const TramaProfileCell *cell = g_ptr_array_index (type->cells, i);

      if (!is_rated (judging, cell->criterion)
          || (also != NULL && !is_rated (also, cell->criterion)))
        continue;
      sum = trama_ratio_sum (
          sum, trama_profile_cell_distance (cell, reading_of (judging, cell->criterion)->value));
      distance.n_rows++;
    }
  if (distance.n_rows > 0)
    distance.distance
        = trama_ratio_reduced ((TramaRatio) { sum.n, sum.d * (gint64) distance.n_rows });
  return distance;
}

/* Nearest first; those without a rated row last; ties in the file's order. */
static GArray *
all_distances (TramaJudging *judging, TramaJudging *also)
{
  GArray *distances = g_array_new (FALSE, TRUE, sizeof (TramaOutcomeDistance));

  for (guint i = 0; i < judging->method->outcomes->len; i++)
    {
      const TramaOutcomeType *type = g_ptr_array_index (judging->method->outcomes, i);
      TramaOutcomeDistance fresh;
      guint at;

      if (type->cells == NULL)
        continue;
      fresh = distance_of (judging, also, type);
      for (at = 0; at < distances->len; at++)
        {
          const TramaOutcomeDistance *other = &g_array_index (distances, TramaOutcomeDistance, at);

          if (fresh.n_rows > 0
              && (other->n_rows == 0 || trama_ratio_more_than (other->distance, fresh.distance)))
            break;
        }
      g_array_insert_val (distances, at, fresh);
    }
  return distances;
}

static gboolean
in_a_profile (const TramaMethod *method, const TramaCriterion *criterion)
{
  for (guint i = 0; i < method->outcomes->len; i++)
    if (trama_outcome_type_expects (g_ptr_array_index (method->outcomes, i), criterion) != NULL)
      return TRUE;
  return FALSE;
}

/* Enough rows, and the required ones; where not, the rows that would decide. */
static gboolean
enough_rated (TramaJudging *judging, GPtrArray *missing)
{
  TramaMethod *method = judging->method;
  guint n = 0;

  for (guint i = 0; i < method->required->len; i++)
    if (!is_rated (judging, g_ptr_array_index (method->required, i)))
      g_ptr_array_add (missing, g_ptr_array_index (method->required, i));
  for (guint i = 0; i < method->criteria->len; i++)
    n += in_a_profile (method, g_ptr_array_index (method->criteria, i))
         && trama_reading_is_known (trama_judging_reading (judging, i));
  if (n >= method->at_least_rows && missing->len == 0)
    return TRUE;
  for (guint i = 0; n < method->at_least_rows && i < method->criteria->len; i++)
    {
      gpointer criterion = g_ptr_array_index (method->criteria, i);

      if (in_a_profile (method, criterion) && !is_rated (judging, criterion)
          && !g_ptr_array_find (missing, criterion, NULL))
        g_ptr_array_add (missing, criterion);
    }
  return FALSE;
}

/* What the two nearest expect differently, and nobody has rated. */
static void
add_rows_between (TramaJudging *judging, TramaFinding *finding)
{
  for (guint i = 0; i < judging->method->criteria->len; i++)
    {
      TramaCriterion *criterion = g_ptr_array_index (judging->method->criteria, i);
      const TramaProfileCell *a = trama_outcome_type_expects (finding->nearest, criterion);
      const TramaProfileCell *b = trama_outcome_type_expects (finding->runner_up, criterion);

      if (is_rated (judging, criterion) || (a == NULL && b == NULL))
        continue;
      if (a == NULL || b == NULL || a->low != b->low || a->high != b->high
          || a->is_set != b->is_set)
        g_ptr_array_add (finding->would_decide, criterion);
    }
}

static void
add_rows_against (TramaJudging *judging, TramaFinding *finding)
{
  for (guint i = 0; i < judging->method->criteria->len; i++)
    {
      TramaCriterion *criterion = g_ptr_array_index (judging->method->criteria, i);
      const TramaProfileCell *cell = trama_outcome_type_expects (finding->nearest, criterion);

      if (cell != NULL && is_rated (judging, criterion)
          && trama_profile_cell_distance (cell, reading_of (judging, criterion)->value).n > 0)
        g_ptr_array_add (finding->against, criterion);
    }
}

static gboolean
ask_gates (TramaJudging *judging, TramaFinding *finding)
{
  for (guint i = 0; i < judging->method->outcomes->len; i++)
    {
      const TramaOutcomeType *type = g_ptr_array_index (judging->method->outcomes, i);
      TramaOutcomeDistance gate = { .type = type };

      if (type->when == NULL)
        continue;
      gate.holds = trama_judging_rule (judging, type->when, NULL);
      g_array_append_val (finding->distances, gate);
      if (gate.holds == TRAMA_YES && finding->type == NULL)
        finding->type = finding->nearest = type;
    }
  return finding->type != NULL;
}

void
trama_finding_classify (TramaFinding *finding, TramaJudging *judging)
{
  g_autoptr (GArray) distances = all_distances (judging, NULL);
  const TramaOutcomeDistance *first, *second;

  finding->answer = TRAMA_ANSWER_TYPE;
  if (ask_gates (judging, finding))
    {
      g_array_append_vals (finding->distances, distances->data, distances->len);
      return;
    }
  g_array_append_vals (finding->distances, distances->data, distances->len);
  if (!enough_rated (judging, finding->would_decide) || distances->len == 0
      || g_array_index (distances, TramaOutcomeDistance, 0).n_rows == 0)
    {
      finding->answer = TRAMA_ANSWER_CANNOT_JUDGE;
      return;
    }
  first = &g_array_index (distances, TramaOutcomeDistance, 0);
  finding->nearest = first->type;
  finding->score = first->distance;
  add_rows_against (judging, finding);
  if (distances->len > 1 && g_array_index (distances, TramaOutcomeDistance, 1).n_rows > 0)
    {
      second = &g_array_index (distances, TramaOutcomeDistance, 1);
      finding->runner_up = second->type;
      finding->margin = trama_ratio_difference (second->distance, first->distance);
      if (trama_ratio_more_than (judging->method->margin, finding->margin))
        {
          finding->answer = TRAMA_ANSWER_BETWEEN;
          add_rows_between (judging, finding);
          return;
        }
    }
  finding->type = first->type;
}

static const TramaOutcomeDistance *
find_distance (GArray *distances, const TramaOutcomeType *type)
{
  for (guint i = 0; i < distances->len; i++)
    if (g_array_index (distances, TramaOutcomeDistance, i).type == type)
      return &g_array_index (distances, TramaOutcomeDistance, i);
  return NULL;
}

/* The gate that held, or NULL. */
static const TramaOutcomeType *
gate_of (TramaJudging *judging)
{
  for (guint i = 0; i < judging->method->outcomes->len; i++)
    {
      const TramaOutcomeType *type = g_ptr_array_index (judging->method->outcomes, i);

      if (type->when != NULL && trama_judging_rule (judging, type->when, NULL) == TRAMA_YES)
        return type;
    }
  return NULL;
}

/*
 * Between an earlier reading and now, over the rows rated in both: the type, other than that of
 * the earlier reading, whose distance fell most, and by more than that of the earlier one.
 */
static const TramaOutcomeType *
moving_to (TramaJudging *before, TramaJudging *now, const TramaOutcomeType **from)
{
  g_autoptr (GArray) then = all_distances (before, now);
  g_autoptr (GArray) today = all_distances (now, before);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  const TramaOutcomeDistance *old, *fresh;
  const TramaOutcomeType *to = NULL;
  TramaRatio most = { 0, 1 };

  if (!enough_rated (before, missing) || !enough_rated (now, missing))
    return NULL;
  old = &g_array_index (then, TramaOutcomeDistance, 0);
  fresh = find_distance (today, old->type);
  if (fresh == NULL || old->n_rows == 0)
    return NULL;
  *from = gate_of (before);
  if (*from == NULL)
    *from = old->type;
  if (*from == old->type && trama_ratio_more_than (old->distance, fresh->distance))
    most = trama_ratio_difference (old->distance, fresh->distance);
  /* Nearest first, so that of two that fell alike the nearer is named. */
  for (guint i = 0; i < today->len; i++)
    {
      fresh = &g_array_index (today, TramaOutcomeDistance, i);
      old = find_distance (then, fresh->type);
      if (fresh->type == *from || fresh->n_rows == 0)
        continue;
      if (trama_ratio_more_than (old->distance, trama_ratio_sum (fresh->distance, most)))
        {
          most = trama_ratio_difference (old->distance, fresh->distance);
          to = fresh->type;
        }
    }
  return to;
}

void
trama_finding_find_movement (TramaFinding *finding, TramaJudging *judging)
{
  TramaContext *context = &judging->context;
  g_autoptr (GArray) days
      = trama_reading_days (judging->method, context->version, context->subject, context->as_of);

  /* The newest reading against the one before it. */
  if (days->len < 2 || gate_of (judging) != NULL)
    return;
  {
    gint32 day = g_array_index (days, gint32, days->len - 2);
    g_auto (TramaJudging) before = { 0 };
    const TramaOutcomeType *from = NULL;

    trama_judging_init (&before, judging->method, context->version, context->subject, day,
                        context->known_on);
    finding->moving_to = moving_to (&before, judging, &from);
    if (finding->moving_to == NULL)
      return;
    finding->moving_from = from;
    finding->moving_since = day;
  }
}

GArray *
trama_finding_distances_at (TramaMethod *method, TramaVersion *version, TramaId subject,
                            gint32 as_of, gint32 known_on)
{
  g_auto (TramaJudging) judging = { 0 };

  trama_judging_init (&judging, method, version, subject, as_of, known_on);
  return all_distances (&judging, NULL);
}
