/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-evaluation.h"

#include <glib/gi18n-lib.h>

#include "trama-cost-share.h"
#include "trama-judging.h"

#define LATE_DAYS 60

const char *
trama_verdict_id (TramaVerdict verdict)
{
  static const char *const ids[] = { "not-met", "unknown", "met", "not-applicable" };

  g_return_val_if_fail ((guint) verdict < G_N_ELEMENTS (ids), NULL);

  return ids[verdict];
}

static void
figure_use_free (TramaFigureUse *use)
{
  trama_figure_free (use->figure);
  g_free (use);
}

static void
result_free (TramaCriterionResult *result)
{
  g_ptr_array_unref (result->figures);
  g_clear_pointer (&result->open_months, g_array_unref);
  trama_reading_clear (&result->reading);
  g_free (result);
}

void
trama_evaluation_free (TramaEvaluation *evaluation)
{
  if (evaluation == NULL)
    return;
  g_ptr_array_unref (evaluation->results);
  trama_finding_free (evaluation->finding);
  trama_method_unref (evaluation->method);
  trama_version_unref (evaluation->version);
  g_free (evaluation);
}

/* D6: the best grade on which alone the criterion is still met. */
static guint
grade_of_met (TramaJudging *judging, const TramaCriterion *criterion)
{
  for (int grade = TRAMA_GRADE_A; grade < TRAMA_GRADE_D; grade++)
    {
      g_auto (TramaJudging) strict = { 0 };

      trama_judging_init (&strict, judging->method, judging->context.version,
                          judging->context.subject, judging->context.as_of,
                          judging->context.known_on);
      strict.context.weakest = (TramaGrade) grade;
      if (trama_judging_rule (&strict, criterion->rule, NULL) == TRAMA_YES)
        return (guint) grade;
    }
  return TRAMA_GRADE_D;
}

/* A median rests on the weakest of its ratings, a field on the subject's own record. */
static guint
grade_of_reading (TramaJudging *judging, const TramaReading *reading)
{
  TramaVersion *version = judging->context.version;
  guint worst = 0;

  if (reading->origin == TRAMA_READ_FIELD)
    return trama_record_grade (
        version, trama_version_find_among (version, TRAMA_ALL_KINDS, judging->context.subject));
  for (guint i = 0; reading->origin == TRAMA_READ_RATING && i < reading->ratings->len; i++)
    worst = MAX (worst,
                 (guint) trama_record_grade (version, g_ptr_array_index (reading->ratings, i)));
  return worst;
}

/* What is not met rests on the weakest of the records that count for it. */
static guint
grade_of_records (TramaVersion *version, GPtrArray *uses)
{
  guint worst = 0;

  for (guint i = 0; i < uses->len; i++)
    {
      GArray *records = ((TramaFigureUse *) g_ptr_array_index (uses, i))->figure->records;

      for (guint j = 0; j < records->len; j++)
        {
          const TramaFigureRecord *entry = &g_array_index (records, TramaFigureRecord, j);

          if (entry->role == TRAMA_ROLE_COUNTS)
            worst = MAX (
                worst, trama_record_grade (version, trama_version_find_among (
                                                        version, TRAMA_ALL_KINDS, entry->record)));
        }
    }
  return worst;
}

/* Shown first: what failed, what is open, or what carries the verdict. */
static guint
find_deciding (const TramaCriterionResult *result)
{
  TramaTri wanted = result->verdict == TRAMA_VERDICT_MET       ? TRAMA_YES
                    : result->verdict == TRAMA_VERDICT_NOT_MET ? TRAMA_NO
                                                               : TRAMA_MAYBE;

  for (guint i = 0; i < result->figures->len; i++)
    if (((TramaFigureUse *) g_ptr_array_index (result->figures, i))->holds == wanted)
      return i;
  return 0;
}

static void
grade_result (TramaJudging *judging, TramaCriterionResult *result, const TramaReading *reading)
{
  const TramaCriterion *criterion = result->criterion;

  if (reading->origin == TRAMA_READ_RATING || reading->origin == TRAMA_READ_FIELD)
    result->grade = grade_of_reading (judging, reading);
  else if (result->verdict == TRAMA_VERDICT_MET && criterion->rule != NULL)
    result->grade = grade_of_met (judging, criterion);
  else
    result->grade = grade_of_records (judging->context.version, result->figures);
  result->weak = result->verdict == TRAMA_VERDICT_MET && result->grade >= TRAMA_GRADE_C;
}

static TramaCriterionResult *
evaluate_criterion (TramaJudging *judging, guint index)
{
  const TramaCriterion *criterion = g_ptr_array_index (judging->method->criteria, index);
  TramaCriterionResult *result = g_new0 (TramaCriterionResult, 1);
  TramaWindow window;

  result->criterion = criterion;
  result->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) figure_use_free);
  trama_reading_init (&result->reading);
  result->verdict = trama_judging_verdict (judging, index, result->figures, &result->reason);
  if (result->verdict == TRAMA_VERDICT_NOT_APPLICABLE)
    return result;
  if (trama_judging_window (judging, criterion, &window))
    result->open_months = trama_context_open_months (&judging->context, window);
  else if (result->reason == TRAMA_REASON_MONTHS_OPEN)
    result->open_months = trama_context_open_months (
        &judging->context, trama_last_three_months (judging->context.as_of));
  grade_result (judging, result,
                criterion->rubric != NULL ? trama_judging_reading (judging, index)
                                          : &result->reading);
  result->deciding = find_deciding (result);
  return result;
}

static gboolean
is_in_a_profile (const TramaMethod *method, const TramaCriterion *criterion)
{
  for (guint i = 0; i < method->outcomes->len; i++)
    if (trama_outcome_type_expects (g_ptr_array_index (method->outcomes, i), criterion) != NULL)
      return TRUE;
  return FALSE;
}

/* A criterion that is judged against an ideal profile is met where it agrees with the nearest, and
 * open where there is none. */
static void
agree_with_profile (TramaJudging *judging, const TramaFinding *finding,
                    TramaCriterionResult *result, guint index)
{
  const TramaReading *reading = trama_judging_reading (judging, index);
  const TramaProfileCell *cell;

  if (!trama_reading_is_known (reading) || !is_in_a_profile (judging->method, result->criterion))
    return;
  result->reason = TRAMA_REASON_NONE;
  if (finding->nearest == NULL || finding->nearest->cells == NULL)
    {
      result->verdict = TRAMA_VERDICT_UNKNOWN;
      return;
    }
  cell = trama_outcome_type_expects (finding->nearest, result->criterion);
  if (cell == NULL)
    result->verdict = TRAMA_VERDICT_NOT_APPLICABLE; /* the profile says nothing of it */
  else if (trama_profile_cell_distance (cell, reading->value).n == 0)
    result->verdict = TRAMA_VERDICT_MET;
  else
    result->verdict = TRAMA_VERDICT_NOT_MET;
  result->weak = result->verdict == TRAMA_VERDICT_MET && result->grade >= TRAMA_GRADE_C;
}

static void
count_result (TramaEvaluation *evaluation, const TramaCriterionResult *result)
{
  evaluation->met += result->verdict == TRAMA_VERDICT_MET;
  evaluation->weak += result->verdict == TRAMA_VERDICT_MET && result->weak;
  evaluation->unknown += result->verdict == TRAMA_VERDICT_UNKNOWN;
  evaluation->not_met += result->verdict == TRAMA_VERDICT_NOT_MET;
  evaluation->of += result->verdict != TRAMA_VERDICT_NOT_APPLICABLE;
}

TramaEvaluation *
trama_evaluation_new (TramaMethod *method, TramaVersion *version, TramaId subject, gint32 as_of,
                      gint32 known_on)
{
  TramaEvaluation *evaluation = g_new0 (TramaEvaluation, 1);
  g_auto (TramaJudging) judging = { 0 };

  g_return_val_if_fail (method != NULL && version != NULL, NULL);

  trama_judging_init (&judging, method, version, subject, as_of, known_on);
  evaluation->method = trama_method_ref (method);
  evaluation->version = trama_version_ref (version);
  evaluation->subject = subject;
  evaluation->as_of = as_of;
  evaluation->age_months = trama_context_age_months (&judging.context);
  evaluation->results = g_ptr_array_new_with_free_func ((GDestroyNotify) result_free);
  for (guint i = 0; i < method->criteria->len; i++)
    g_ptr_array_add (evaluation->results, evaluate_criterion (&judging, i));
  evaluation->finding = trama_finding_new (&judging, evaluation->results);
  for (guint i = 0; i < method->criteria->len; i++)
    {
      TramaCriterionResult *result = g_ptr_array_index (evaluation->results, i);

      if (method->scoring == TRAMA_SCORING_PROFILES)
        agree_with_profile (&judging, evaluation->finding, result, i);
      count_result (evaluation, result);
      if (judging.taken[i])
        {
          trama_reading_clear (&result->reading);
          result->reading = judging.readings[i];
          judging.readings[i] = (TramaReading) { 0 };
        }
    }
  return evaluation;
}

TramaScore
trama_evaluation_score (TramaMethod *method, TramaVersion *version, TramaId subject, gint32 as_of,
                        gint32 known_on)
{
  g_auto (TramaJudging) judging = { 0 };
  TramaScore score = { 0 };

  trama_judging_init (&judging, method, version, subject, as_of, known_on);
  for (guint i = 0; i < method->criteria->len; i++)
    {
      TramaReason reason;
      TramaVerdict verdict = trama_judging_verdict (&judging, i, NULL, &reason);

      score.of += verdict != TRAMA_VERDICT_NOT_APPLICABLE;
      score.met += verdict == TRAMA_VERDICT_MET;
      score.unknown += verdict == TRAMA_VERDICT_UNKNOWN;
    }
  return score;
}

static void
add_once (GArray *ids, TramaId id)
{
  for (guint i = 0; i < ids->len; i++)
    if (trama_id_equal (g_array_index (ids, TramaId, i), id))
      return;
  g_array_append_val (ids, id);
}

static void
collect_records (const TramaCriterionResult *result, GArray *ids)
{
  for (guint i = 0; result->reading.ratings != NULL && i < result->reading.ratings->len; i++)
    add_once (ids, ((TramaRecord *) g_ptr_array_index (result->reading.ratings, i))->id);
  if (result->reading.figure != NULL)
    for (guint i = 0; i < result->reading.figure->records->len; i++)
      {
        const TramaFigureRecord *entry
            = &g_array_index (result->reading.figure->records, TramaFigureRecord, i);

        if (entry->role == TRAMA_ROLE_COUNTS)
          add_once (ids, entry->record);
      }
  for (guint i = 0; i < result->figures->len; i++)
    {
      GArray *records
          = ((TramaFigureUse *) g_ptr_array_index (result->figures, i))->figure->records;

      for (guint j = 0; j < records->len; j++)
        if (g_array_index (records, TramaFigureRecord, j).role == TRAMA_ROLE_COUNTS)
          add_once (ids, g_array_index (records, TramaFigureRecord, j).record);
    }
}

GArray *
trama_criterion_result_records (const TramaCriterionResult *result)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (TramaId));

  collect_records (result, ids);
  return ids;
}

GArray *
trama_evaluation_met_records (const TramaEvaluation *evaluation)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (TramaId));

  for (guint i = 0; i < evaluation->results->len; i++)
    {
      const TramaCriterionResult *result = g_ptr_array_index (evaluation->results, i);

      if (result->verdict == TRAMA_VERDICT_MET)
        collect_records (result, ids);
    }
  return ids;
}

#define ACTIONS \
  (TRAMA_KIND_BIT (TRAMA_KIND_ACTIVITY) | TRAMA_KIND_BIT (TRAMA_KIND_COURSE) \
   | TRAMA_KIND_BIT (TRAMA_KIND_SERVICE) | TRAMA_KIND_BIT (TRAMA_KIND_ROUTE) \
   | TRAMA_KIND_BIT (TRAMA_KIND_PRODUCT) | TRAMA_KIND_BIT (TRAMA_KIND_PRACTICE) \
   | TRAMA_KIND_BIT (TRAMA_KIND_FINANCE_LINE))

/* The action that a record belongs to; NULL where it belongs to none. */
static const TramaRecord *
action_of (TramaVersion *version, const TramaRecord *record)
{
  while (record != NULL && !(TRAMA_KIND_BIT (record->kind) & ACTIONS))
    {
      const TramaKindInfo *info = trama_kind_info (trama_record_kind (record));

      if (info->owner_field < 0)
        return NULL;
      record = trama_version_find_among (
          version, info->fields[info->owner_field].targets,
          *(const TramaId *) trama_record_member (record, &info->fields[info->owner_field]));
    }
  return record;
}

guint
trama_evaluation_n_actions (const TramaEvaluation *evaluation)
{
  g_autoptr (GArray) records = trama_evaluation_met_records (evaluation);
  g_autoptr (GArray) actions = g_array_new (FALSE, FALSE, sizeof (TramaId));

  for (guint i = 0; i < records->len; i++)
    {
      const TramaRecord *record = trama_version_find_among (evaluation->version, TRAMA_ALL_KINDS,
                                                            g_array_index (records, TramaId, i));
      const TramaRecord *action = record != NULL ? action_of (evaluation->version, record) : NULL;

      if (action != NULL)
        add_once (actions, action->id);
    }
  return actions->len;
}

guint
trama_evaluation_n_late (const TramaEvaluation *evaluation, guint *of)
{
  g_autoptr (GArray) records = trama_evaluation_met_records (evaluation);
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const TramaRecord *record = trama_version_find_among (evaluation->version, TRAMA_ALL_KINDS,
                                                            g_array_index (records, TramaId, i));
      TramaDate event = record != NULL ? trama_record_event (record) : TRAMA_DATE_NONE;

      if (trama_date_is_known (event) && record->entered / 86400 > (gint64) event.last + LATE_DAYS)
        n++;
    }
  if (of != NULL)
    *of = records->len;
  return n;
}

const TramaCriterionResult *
trama_evaluation_result (const TramaEvaluation *evaluation, const TramaCriterion *criterion)
{
  for (guint i = 0; i < evaluation->results->len; i++)
    {
      const TramaCriterionResult *result = g_ptr_array_index (evaluation->results, i);

      if (result->criterion == criterion)
        return result;
    }
  return NULL;
}

TramaRatio
trama_evaluation_group_level (const TramaEvaluation *evaluation, const TramaMethodGroup *group,
                              guint *n_known)
{
  TramaRatio sum = { 0, 1 };
  guint n = 0;

  for (guint i = 0; i < group->criteria->len; i++)
    {
      const TramaCriterionResult *result
          = trama_evaluation_result (evaluation, g_ptr_array_index (group->criteria, i));

      if (result == NULL || !trama_reading_is_known (&result->reading))
        continue;
      sum = trama_ratio_sum (sum, result->reading.value);
      n++;
    }
  if (n_known != NULL)
    *n_known = n;
  return trama_ratio_reduced ((TramaRatio) { sum.n, sum.d * (gint64) n });
}

static void
question_free (TramaQuestion *question)
{
  g_free (question->text);
  g_array_unref (question->records);
  g_ptr_array_unref (question->criteria);
  g_free (question);
}

static TramaQuestion *
find_question (GPtrArray *questions, const char *text)
{
  TramaQuestion *question;

  for (guint i = 0; i < questions->len; i++)
    if (g_strcmp0 (((TramaQuestion *) g_ptr_array_index (questions, i))->text, text) == 0)
      return g_ptr_array_index (questions, i);
  question = g_new0 (TramaQuestion, 1);
  question->text = g_strdup (text);
  question->records = g_array_new (FALSE, FALSE, sizeof (TramaId));
  question->criteria = g_ptr_array_new ();
  g_ptr_array_add (questions, question);
  return question;
}

static void
ask (GPtrArray *questions, const char *text, const TramaCriterion *criterion, TramaId record)
{
  TramaQuestion *question = find_question (questions, text);

  if (!trama_id_is_none (record))
    add_once (question->records, record);
  if (!g_ptr_array_find (question->criteria, criterion, NULL))
    g_ptr_array_add (question->criteria, (gpointer) criterion);
}

static void
ask_of_result (const TramaCriterionResult *result, GPtrArray *questions)
{
  if (result->reason == TRAMA_REASON_NO_RATE)
    {
      ask (questions, _ ("Which exchange rate held on the dates of payment?"), result->criterion,
           TRAMA_ID_NONE);
      return;
    }
  for (guint i = 0; i < result->figures->len; i++)
    {
      const TramaFigureUse *use = g_ptr_array_index (result->figures, i);

      if (use->holds != TRAMA_MAYBE)
        continue;
      for (guint j = 0; j < use->figure->records->len; j++)
        {
          const TramaFigureRecord *entry
              = &g_array_index (use->figure->records, TramaFigureRecord, j);

          if (entry->role == TRAMA_ROLE_OPEN && entry->note != NULL)
            ask (questions, entry->note, result->criterion, entry->record);
        }
    }
}

static int
compare_integers (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* One question for all months that stand open: whoever closes some may as well close the rest. */
static void
ask_of_months (const TramaEvaluation *evaluation, GPtrArray *questions)
{
  g_autoptr (GArray) months = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *prose = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < evaluation->results->len; i++)
    {
      const TramaCriterionResult *result = g_ptr_array_index (evaluation->results, i);

      if (result->reason == TRAMA_REASON_MONTHS_OPEN && result->open_months != NULL)
        g_array_append_vals (months, result->open_months->data, result->open_months->len);
    }
  if (months->len == 0)
    return;
  g_array_sort (months, compare_integers);
  for (guint i = 1; i < months->len;)
    if (g_array_index (months, int, i) == g_array_index (months, int, i - 1))
      g_array_remove_index (months, i);
    else
      i++;
  prose = trama_months_to_prose (months);
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Did nothing else happen in %s? If so, close the month.",
                   "Did nothing else happen in %s? If so, close these months.", months->len),
      prose);
  for (guint i = 0; i < evaluation->results->len; i++)
    {
      const TramaCriterionResult *result = g_ptr_array_index (evaluation->results, i);

      if (result->reason == TRAMA_REASON_MONTHS_OPEN)
        ask (questions, text, result->criterion, evaluation->subject);
    }
}

static int
compare_questions (gconstpointer a, gconstpointer b)
{
  const TramaQuestion *x = *(TramaQuestion *const *) a;
  const TramaQuestion *y = *(TramaQuestion *const *) b;
  guint first_x, first_y;

  if (x->criteria->len != y->criteria->len)
    return x->criteria->len > y->criteria->len ? -1 : 1;
  first_x = ((TramaCriterion *) g_ptr_array_index (x->criteria, 0))->number;
  first_y = ((TramaCriterion *) g_ptr_array_index (y->criteria, 0))->number;
  if (first_x != first_y)
    return first_x < first_y ? -1 : 1;
  return g_strcmp0 (x->text, y->text);
}

GPtrArray *
trama_evaluation_questions (const TramaEvaluation *evaluation, guint limit)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func ((GDestroyNotify) question_free);

  for (guint i = 0; i < evaluation->results->len; i++)
    {
      const TramaCriterionResult *result = g_ptr_array_index (evaluation->results, i);

      if (result->verdict == TRAMA_VERDICT_UNKNOWN && result->reason != TRAMA_REASON_TOO_EARLY
          && result->reason != TRAMA_REASON_MONTHS_OPEN)
        ask_of_result (result, questions);
    }
  ask_of_months (evaluation, questions);
  g_ptr_array_sort (questions, compare_questions);
  if (questions->len > limit)
    g_ptr_array_set_size (questions, (int) limit);
  return questions;
}
