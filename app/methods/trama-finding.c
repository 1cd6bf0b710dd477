/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-finding.h"

#include <glib/gi18n-lib.h>

#include "trama-judging.h"

void
trama_finding_free (TramaFinding *finding)
{
  if (finding == NULL)
    return;
  g_array_unref (finding->distances);
  g_ptr_array_unref (finding->against);
  g_ptr_array_unref (finding->would_decide);
  g_ptr_array_unref (finding->advice);
  g_ptr_array_unref (finding->warnings);
  g_free (finding);
}

/* The first outcome whose rule holds. One that may hold leaves open what comes after it. */
static void
first_that_holds (TramaFinding *finding, TramaJudging *judging)
{
  GPtrArray *types = judging->method->outcomes;
  gboolean open = FALSE;

  finding->answer = TRAMA_ANSWER_CANNOT_JUDGE;
  for (guint i = 0; i < types->len; i++)
    {
      const TramaOutcomeType *type = g_ptr_array_index (types, i);
      TramaOutcomeDistance entry = { .type = type, .holds = TRAMA_YES };

      if (type->when != NULL)
        entry.holds = trama_judging_rule (judging, type->when, NULL);
      g_array_append_val (finding->distances, entry);
      if (finding->type != NULL)
        continue;
      if (entry.holds == TRAMA_MAYBE)
        {
          open = TRUE;
          trama_judging_unknown_criteria (judging, type->when, finding->would_decide);
        }
      else if (entry.holds == TRAMA_YES && !open)
        {
          finding->answer = TRAMA_ANSWER_TYPE;
          finding->type = finding->nearest = type;
        }
    }
}

/* The rated criterion with the least level; of several the first in the file's order. */
static void
find_weakest (TramaFinding *finding, TramaJudging *judging)
{
  TramaMethod *method = judging->method;
  TramaRatio second = { 0, 0 };
  guint n = 0;

  for (guint i = 0; i < method->criteria->len; i++)
    {
      TramaCriterion *criterion = g_ptr_array_index (method->criteria, i);
      const TramaReading *reading = trama_judging_reading (judging, i);

      if (!trama_reading_is_known (reading))
        {
          g_ptr_array_add (finding->would_decide, criterion);
          continue;
        }
      n++;
      if (finding->criterion == NULL || trama_ratio_more_than (finding->score, reading->value))
        {
          finding->runner_up_criterion = finding->criterion;
          second = finding->score;
          finding->criterion = criterion;
          finding->score = reading->value;
        }
      else if (finding->runner_up_criterion == NULL
               || trama_ratio_more_than (second, reading->value))
        {
          finding->runner_up_criterion = criterion;
          second = reading->value;
        }
    }
  finding->answer = TRAMA_ANSWER_CRITERION;
  if (finding->runner_up_criterion != NULL)
    finding->margin = trama_ratio_difference (second, finding->score);
  for (guint i = 0; i < method->required->len; i++)
    if (g_ptr_array_find (finding->would_decide, g_ptr_array_index (method->required, i), NULL))
      n = 0;
  if (n >= method->at_least_rows)
    {
      g_ptr_array_set_size (finding->would_decide, 0);
      return;
    }
  finding->answer = TRAMA_ANSWER_CANNOT_JUDGE;
  finding->criterion = finding->runner_up_criterion = NULL;
  finding->score = finding->margin = (TramaRatio) { 0, 0 };
}

static void
add_against (TramaFinding *finding, GPtrArray *results)
{
  for (guint i = 0; i < results->len; i++)
    {
      const TramaCriterionResult *result = g_ptr_array_index (results, i);

      if (result->verdict == TRAMA_VERDICT_NOT_MET)
        g_ptr_array_add (finding->against, (gpointer) result->criterion);
    }
}

static void
add_what_holds (TramaJudging *judging, GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    {
      TramaAdvice *advice = g_ptr_array_index (from, i);

      if (advice->when == NULL || trama_judging_rule (judging, advice->when, NULL) == TRAMA_YES)
        g_ptr_array_add (to, advice);
    }
}

static const TramaRecord *
latest_override (TramaJudging *judging, const TramaOutcomeType **type)
{
  TramaMethod *method = judging->method;
  TramaRecords records = trama_table_referring (
      trama_version_table (judging->context.version, method->override_kind),
      method->override_owner->offset, judging->context.subject);
  const TramaRecord *latest = NULL;

  for (guint i = 0; i < records.n; i++)
    {
      const TramaRecord *record = records.records[i];
      const TramaOutcomeType *says = trama_method_outcome (
          method,
          trama_field_choice_id (method->override_field, *(const guint8 *) trama_record_member (
                                                             record, method->override_field)));

      if (says != NULL && trama_record_field_is_known (record, method->override_reason)
          && trama_date_happened_by (trama_record_event (record), judging->context.as_of)
                 == TRAMA_YES
          && trama_context_admits (&judging->context, record))
        {
          latest = record;
          *type = says;
        }
    }
  return latest;
}

/* Somebody's word goes before the method's own only with a reason, and both are kept. */
static void
take_override (TramaFinding *finding, TramaJudging *judging)
{
  const TramaOutcomeType *type = NULL;

  if (judging->method->override_kind == TRAMA_KIND_NONE)
    return;
  finding->override = latest_override (judging, &type);
  if (finding->override == NULL)
    return;
  finding->override_reason = *(const char *const *) trama_record_member (
      finding->override, judging->method->override_reason);
  finding->computed = finding->type;
  finding->answer = TRAMA_ANSWER_TYPE;
  finding->type = type;
}

TramaFinding *
trama_finding_new (TramaJudging *judging, GPtrArray *results)
{
  TramaMethod *method = judging->method;
  TramaFinding *finding;

  if (method->scoring == TRAMA_SCORING_CRITERIA || method->scoring == TRAMA_SCORING_MATRIX)
    {
      if (method->advice->len == 0 && method->warnings->len == 0)
        return NULL;
    }
  finding = g_new0 (TramaFinding, 1);
  finding->distances = g_array_new (FALSE, TRUE, sizeof (TramaOutcomeDistance));
  finding->against = g_ptr_array_new ();
  finding->would_decide = g_ptr_array_new ();
  finding->advice = g_ptr_array_new ();
  finding->warnings = g_ptr_array_new ();
  switch (method->scoring)
    {
    case TRAMA_SCORING_PROFILES:
      trama_finding_classify (finding, judging);
      trama_finding_find_movement (finding, judging);
      break;
    case TRAMA_SCORING_OUTCOMES:
      first_that_holds (finding, judging);
      add_against (finding, results);
      break;
    case TRAMA_SCORING_WEAKEST:
      find_weakest (finding, judging);
      add_against (finding, results);
      break;
    case TRAMA_SCORING_CRITERIA:
    case TRAMA_SCORING_MATRIX:
    default:
      finding->answer = TRAMA_ANSWER_NONE;
      break;
    }
  take_override (finding, judging);
  if (finding->type != NULL)
    add_what_holds (judging, finding->type->advice, finding->advice);
  add_what_holds (judging, method->advice, finding->advice);
  add_what_holds (judging, method->warnings, finding->warnings);
  return finding;
}

const char *
trama_finding_id (const TramaFinding *finding)
{
  switch (finding->answer)
    {
    case TRAMA_ANSWER_TYPE:
      return finding->type->id;
    case TRAMA_ANSWER_CRITERION:
      return finding->criterion->id;
    case TRAMA_ANSWER_BETWEEN:
      return "between";
    case TRAMA_ANSWER_CANNOT_JUDGE:
      return "cannot-judge";
    case TRAMA_ANSWER_NONE:
    default:
      return NULL;
    }
}

char *
trama_finding_to_prose (const TramaFinding *finding)
{
  switch (finding->answer)
    {
    case TRAMA_ANSWER_TYPE:
      return g_strdup (trama_method_text (finding->type->title));
    case TRAMA_ANSWER_CRITERION:
      return g_strdup_printf (_ ("Weakest: %s"), trama_method_text (finding->criterion->title));
    case TRAMA_ANSWER_BETWEEN:
      return g_strdup_printf (_ ("Between “%s” and “%s”"),
                              trama_method_text (finding->nearest->title),
                              trama_method_text (finding->runner_up->title));
    case TRAMA_ANSWER_CANNOT_JUDGE:
      return g_strdup (_ ("Cannot be judged"));
    case TRAMA_ANSWER_NONE:
    default:
      return NULL;
    }
}

char *
trama_finding_distance_to_prose (const TramaFinding *finding)
{
  g_autofree char *score = NULL;
  g_autofree char *margin = NULL;

  if (finding->score.d == 0 || finding->nearest == NULL)
    return NULL;
  score = trama_number_to_prose (trama_ratio_value (finding->score), 2, FALSE);
  if (finding->runner_up == NULL)
    return g_strdup_printf (_ ("%s steps away on average"), score);
  margin = trama_number_to_prose (trama_ratio_value (finding->margin), 2, FALSE);
  /* Translators: a distance, the next type, how much further that is */
  return g_strdup_printf (_ ("%s steps away on average; the next, “%s”, is %s further"), score,
                          trama_method_text (finding->runner_up->title), margin);
}
