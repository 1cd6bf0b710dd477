/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-judging.h"

void
trama_judging_init (TramaJudging *judging, TramaMethod *method, TramaVersion *version,
                    TramaId subject, gint32 as_of, gint32 known_on)
{
  judging->method = method;
  trama_context_init (&judging->context, version, subject, as_of);
  judging->context.known_on = known_on;
  judging->readings = g_new0 (TramaReading, method->criteria->len);
  judging->taken = g_new0 (guint8, method->criteria->len);
}

void
trama_judging_clear (TramaJudging *judging)
{
  if (judging->method == NULL)
    return;
  for (guint i = 0; i < judging->method->criteria->len; i++)
    trama_reading_clear (&judging->readings[i]);
  g_clear_pointer (&judging->readings, g_free);
  g_clear_pointer (&judging->taken, g_free);
  judging->method = NULL;
}

const TramaReading *
trama_judging_reading (TramaJudging *judging, guint index)
{
  const TramaCriterion *criterion = g_ptr_array_index (judging->method->criteria, index);
  TramaReading *reading = &judging->readings[index];
  TramaReason reason;

  if (judging->taken[index])
    return reading;
  judging->taken[index] = TRUE;
  trama_reading_init (reading);
  trama_reading_take (reading, judging->method, criterion, &judging->context);
  if (criterion->rule != NULL)
    {
      TramaReading rated = *reading;
      TramaVerdict verdict;

      /* What the rule says goes before what people say. */
      reading->origin = TRAMA_READ_NOTHING;
      verdict = trama_judging_verdict (judging, index, NULL, &reason);
      if (verdict == TRAMA_VERDICT_MET || verdict == TRAMA_VERDICT_NOT_MET)
        {
          reading->origin = TRAMA_READ_RULE;
          reading->value = (TramaRatio) { verdict == TRAMA_VERDICT_MET, 1 };
        }
      else
        {
          reading->origin = rated.origin;
          reading->value = rated.value;
        }
    }
  return reading;
}

static TramaTri
compare (const TramaRule *rule, const TramaFigure *figure, TramaRatio threshold)
{
  if (!figure->known)
    return TRAMA_MAYBE;
  if (rule->comparison == TRAMA_AT_LEAST)
    {
      if (trama_ratio_at_least (figure->low, threshold))
        return TRAMA_YES;
      return trama_ratio_at_least (figure->high, threshold) ? TRAMA_MAYBE : TRAMA_NO;
    }
  if (!trama_ratio_more_than (figure->high, threshold))
    return TRAMA_YES;
  return trama_ratio_more_than (figure->low, threshold) ? TRAMA_NO : TRAMA_MAYBE;
}

static TramaTri
compare_measure (TramaJudging *judging, const TramaRule *rule, GPtrArray *uses)
{
  g_autoptr (TramaFigure) figure
      = trama_measure_compute (rule->measure, &judging->context, rule->parameters);
  TramaRatio threshold = rule->threshold;
  TramaTri holds;

  if (rule->threshold_measure != NULL)
    {
      g_autoptr (TramaFigure) limit = trama_measure_compute (
          rule->threshold_measure, &judging->context, rule->threshold_parameters);

      threshold = limit->low;
      if (!limit->known && figure->known)
        trama_figure_set_unknown (figure, limit->reason);
    }
  holds = compare (rule, figure, threshold);
  if (uses != NULL)
    {
      TramaFigureUse *use = g_new0 (TramaFigureUse, 1);

      *use = (TramaFigureUse) { g_steal_pointer (&figure), rule, threshold, holds };
      g_ptr_array_add (uses, use);
    }
  return holds;
}

static TramaTri
compare_criterion (TramaJudging *judging, const TramaRule *rule)
{
  const TramaReading *reading = trama_judging_reading (judging, rule->criterion);

  if (!trama_reading_is_known (reading))
    return rule->if_unknown;
  if (rule->comparison == TRAMA_AT_LEAST)
    return trama_ratio_at_least (reading->value, rule->threshold) ? TRAMA_YES : TRAMA_NO;
  return trama_ratio_more_than (reading->value, rule->threshold) ? TRAMA_NO : TRAMA_YES;
}

static TramaTri
ask_field (TramaJudging *judging, const TramaRule *rule)
{
  const TramaRecord *subject = trama_version_find_among (judging->context.version, TRAMA_ALL_KINDS,
                                                         judging->context.subject);
  guint choice;

  if (subject == NULL || !trama_record_field_is_known (subject, rule->field))
    return TRAMA_MAYBE;
  if (rule->field->type == TRAMA_FIELD_DATE)
    return trama_date_is_by (*(const TramaDate *) trama_record_member (subject, rule->field),
                             judging->context.as_of);
  if (rule->choices == 0)
    return TRAMA_YES;
  choice = *(const guint8 *) trama_record_member (subject, rule->field);
  return rule->choices & TRAMA_KIND_BIT (choice) ? TRAMA_YES : TRAMA_NO;
}

static TramaTri
count (TramaJudging *judging, const TramaRule *rule, GPtrArray *uses)
{
  guint yes = 0, maybe = 0;

  for (guint i = 0; i < rule->rules->len; i++)
    {
      TramaTri part = trama_judging_rule (judging, g_ptr_array_index (rule->rules, i), uses);

      yes += part == TRAMA_YES;
      maybe += part == TRAMA_MAYBE;
    }
  if (yes >= rule->least)
    return TRAMA_YES;
  return yes + maybe >= rule->least ? TRAMA_MAYBE : TRAMA_NO;
}

TramaTri
trama_judging_rule (TramaJudging *judging, const TramaRule *rule, GPtrArray *uses)
{
  TramaTri holds = rule->kind == TRAMA_RULE_ALL ? TRAMA_YES : TRAMA_NO;

  switch (rule->kind)
    {
    case TRAMA_RULE_COMPARE:
      return compare_measure (judging, rule, uses);
    case TRAMA_RULE_CRITERION:
      return compare_criterion (judging, rule);
    case TRAMA_RULE_FIELD:
      return ask_field (judging, rule);
    case TRAMA_RULE_COUNT:
      return count (judging, rule, uses);
    case TRAMA_RULE_ALL:
    case TRAMA_RULE_ANY:
    default:
      break;
    }
  for (guint i = 0; i < rule->rules->len; i++)
    {
      TramaTri part = trama_judging_rule (judging, g_ptr_array_index (rule->rules, i), uses);

      holds = rule->kind == TRAMA_RULE_ALL ? MIN (holds, part) : MAX (holds, part);
      /* Once decided, only those who want to see the figures go on. */
      if (uses == NULL && holds == (rule->kind == TRAMA_RULE_ALL ? TRAMA_NO : TRAMA_YES))
        break;
    }
  return holds;
}

void
trama_judging_unknown_criteria (TramaJudging *judging, const TramaRule *rule, GPtrArray *found)
{
  if (rule == NULL)
    return;
  if (rule->kind == TRAMA_RULE_CRITERION)
    {
      gpointer criterion = g_ptr_array_index (judging->method->criteria, rule->criterion);

      if (!trama_reading_is_known (trama_judging_reading (judging, rule->criterion))
          && !g_ptr_array_find (found, criterion, NULL))
        g_ptr_array_add (found, criterion);
    }
  for (guint i = 0; rule->rules != NULL && i < rule->rules->len; i++)
    trama_judging_unknown_criteria (judging, g_ptr_array_index (rule->rules, i), found);
}

gboolean
trama_judging_window (TramaJudging *judging, const TramaCriterion *criterion, TramaWindow *window)
{
  const TramaProgramme *programme = trama_context_programme (&judging->context);

  if (criterion->window > 0)
    {
      *window = trama_window_before (judging->context.as_of, criterion->window);
      return TRUE;
    }
  if (criterion->window == TRAMA_WINDOW_SINCE_FORMED && programme != NULL
      && trama_date_is_known (programme->formed))
    {
      *window = (TramaWindow) { programme->formed.first, judging->context.as_of };
      return TRUE;
    }
  return FALSE;
}

gboolean
trama_criterion_is_good (const TramaCriterion *criterion, TramaRatio value)
{
  TramaRatio limit = { criterion->good, 1 };

  return criterion->good_is_high ? trama_ratio_at_least (value, limit)
                                 : !trama_ratio_more_than (value, limit);
}

/* The reason of the first figure that is open. */
static TramaReason
first_open_reason (GPtrArray *uses)
{
  for (guint i = 0; i < uses->len; i++)
    {
      const TramaFigureUse *use = g_ptr_array_index (uses, i);

      if (use->holds == TRAMA_MAYBE && use->figure->reason != TRAMA_REASON_NONE)
        return use->figure->reason;
    }
  return TRAMA_REASON_FIELD_MISSING;
}

/* D5: "not met" needs a programme as old as the window and every month of it closed. */
static TramaVerdict
decide_by_rule (TramaJudging *judging, const TramaCriterion *criterion, GPtrArray *uses,
                TramaReason *reason)
{
  TramaTri holds = trama_judging_rule (judging, criterion->rule, uses);
  int age = trama_context_age_months (&judging->context);
  TramaWindow window;

  if (holds == TRAMA_YES)
    return TRAMA_VERDICT_MET;
  if (criterion->window > 0 && age < criterion->window)
    {
      *reason = TRAMA_REASON_TOO_EARLY;
      return TRAMA_VERDICT_UNKNOWN;
    }
  if (holds == TRAMA_MAYBE)
    {
      *reason = uses != NULL ? first_open_reason (uses) : TRAMA_REASON_FIELD_MISSING;
      return TRAMA_VERDICT_UNKNOWN;
    }
  if (trama_judging_window (judging, criterion, &window)
      && !trama_context_months_closed (&judging->context, window))
    {
      *reason = TRAMA_REASON_MONTHS_OPEN;
      return TRAMA_VERDICT_UNKNOWN;
    }
  if (criterion->window == TRAMA_WINDOW_SINCE_FORMED && age < 0)
    {
      *reason = TRAMA_REASON_TOO_EARLY;
      return TRAMA_VERDICT_UNKNOWN;
    }
  return TRAMA_VERDICT_NOT_MET;
}

TramaVerdict
trama_judging_verdict (TramaJudging *judging, guint index, GPtrArray *uses, TramaReason *reason)
{
  const TramaCriterion *criterion = g_ptr_array_index (judging->method->criteria, index);
  const TramaReading *reading;
  TramaVerdict verdict = TRAMA_VERDICT_UNKNOWN;

  *reason = TRAMA_REASON_NOT_RATED;
  if (criterion->not_applicable_when != NULL
      && trama_judging_rule (judging, criterion->not_applicable_when, NULL) == TRAMA_YES)
    {
      *reason = criterion->not_applicable_reason;
      return TRAMA_VERDICT_NOT_APPLICABLE;
    }
  if (criterion->rule != NULL)
    {
      *reason = TRAMA_REASON_NONE;
      verdict = decide_by_rule (judging, criterion, uses, reason);
    }
  if (verdict != TRAMA_VERDICT_UNKNOWN || criterion->rubric == NULL)
    return verdict;
  reading = trama_judging_reading (judging, index);
  if (!trama_reading_is_known (reading))
    return TRAMA_VERDICT_UNKNOWN;
  *reason = TRAMA_REASON_NONE;
  return trama_criterion_is_good (criterion, reading->value) ? TRAMA_VERDICT_MET
                                                             : TRAMA_VERDICT_NOT_MET;
}
