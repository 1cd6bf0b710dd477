/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-evaluation-json.h"

#include <json-glib/json-glib.h>

#include "trama-finding-json.h"
#include "trama-json-members.h"

static void
add_id (JsonBuilder *builder, const char *name, TramaId id)
{
  g_autofree char *text = trama_id_dup_text (id);

  if (name != NULL)
    json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_figure (JsonBuilder *builder, const TramaFigureUse *use)
{
  const TramaFigure *figure = use->figure;
  gboolean is_share = figure->measure->unit == TRAMA_UNIT_SHARE
                      || figure->measure->unit == TRAMA_UNIT_SHARE_OF_MONEY;

  json_builder_begin_object (builder);
  trama_json_add_text (builder, "measure", figure->measure->id);
  trama_json_add_ratio (builder, "value", figure->low, figure->known);
  trama_json_add_ratio (builder, "value_at_most", figure->high, figure->known);
  if (is_share)
    {
      trama_json_add_integer (builder, "numerator", figure->low.n);
      trama_json_add_integer (builder, "denominator", figure->low.d);
    }
  trama_json_add_text (builder, "unit", trama_unit_id (figure->measure->unit));
  trama_json_add_text (builder, "comparison",
                       use->rule->comparison == TRAMA_AT_LEAST ? "at-least" : "at-most");
  trama_json_add_ratio (builder, "threshold", use->threshold, use->threshold.d != 0);
  json_builder_end_object (builder);
}

static void
add_reading (JsonBuilder *builder, const TramaEvaluation *evaluation,
             const TramaCriterionResult *result)
{
  const TramaReading *reading = &result->reading;
  const TramaFinding *finding = evaluation->finding;
  const TramaProfileCell *cell = NULL;

  trama_json_add_ratio (builder, "level", reading->value, trama_reading_is_known (reading));
  trama_json_add_text (builder, "origin", trama_reading_origin_id (reading->origin));
  trama_json_add_ratio (builder, "rating", reading->rating, reading->n_raters > 0);
  trama_json_add_integer (builder, "raters", reading->n_raters);
  if (reading->n_raters > 0)
    {
      json_builder_set_member_name (builder, "spread");
      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, reading->least);
      json_builder_add_int_value (builder, reading->greatest);
      json_builder_end_array (builder);
      trama_json_add_boolean (builder, "by_broker", reading->by_broker);
    }
  if (finding != NULL && finding->nearest != NULL)
    cell = trama_outcome_type_expects (finding->nearest, result->criterion);
  if (cell != NULL)
    {
      g_autofree char *expected = trama_profile_cell_to_prose (cell);

      trama_json_add_text (builder, "expected", expected);
      if (trama_reading_is_known (reading))
        trama_json_add_exact (builder, "distance",
                              trama_profile_cell_distance (cell, reading->value));
    }
}

static void
add_criterion (JsonBuilder *builder, const TramaEvaluation *evaluation,
               const TramaCriterionResult *result)
{
  g_autoptr (GArray) records = trama_criterion_result_records (result);

  json_builder_begin_object (builder);
  trama_json_add_text (builder, "id", result->criterion->id);
  trama_json_add_text (builder, "title", result->criterion->title);
  trama_json_add_text (builder, "verdict", trama_verdict_id (result->verdict));
  trama_json_add_boolean (builder, "weak", result->weak);
  trama_json_add_text (builder, "reason", trama_reason_id (result->reason));
  trama_json_add_text (builder, "grade",
                       result->grade != 0 ? trama_grade_id ((TramaGrade) result->grade) : NULL);
  if (result->criterion->rubric != NULL)
    add_reading (builder, evaluation, result);
  json_builder_set_member_name (builder, "figures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->figures->len; i++)
    add_figure (builder, g_ptr_array_index (result->figures, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "records");
  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    add_id (builder, NULL, g_array_index (records, TramaId, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_evaluation (JsonBuilder *builder, const TramaEvaluation *evaluation)
{
  g_autofree char *name = trama_version_describe_id (evaluation->version, evaluation->subject);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "subject");
  json_builder_begin_object (builder);
  trama_json_add_text (builder, "type", evaluation->method->subject);
  add_id (builder, "id", evaluation->subject);
  trama_json_add_text (builder, "name", name);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "age_months");
  if (evaluation->age_months < 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, evaluation->age_months);
  trama_json_add_integer (builder, "met", evaluation->met);
  trama_json_add_integer (builder, "at_most", trama_evaluation_at_most (evaluation));
  trama_json_add_integer (builder, "judged", trama_evaluation_judged (evaluation));
  trama_json_add_integer (builder, "of", evaluation->of);
  json_builder_set_member_name (builder, "criteria");
  json_builder_begin_array (builder);
  for (guint i = 0; i < evaluation->results->len; i++)
    add_criterion (builder, evaluation, g_ptr_array_index (evaluation->results, i));
  json_builder_end_array (builder);
  trama_finding_add_json (builder, evaluation);
  json_builder_end_object (builder);
}

static void
add_cohort (JsonBuilder *builder, const TramaCohort *cohort)
{
  json_builder_set_member_name (builder, "cohort");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "band");
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, cohort->band_from);
  json_builder_add_int_value (builder, cohort->band_to);
  json_builder_end_array (builder);
  trama_json_add_integer (builder, "n", cohort->n);
  trama_json_add_integer (builder, "at_least_4", cohort->at_least_4);
  trama_json_add_integer (builder, "at_least_6", cohort->at_least_6);
  json_builder_end_object (builder);
}

char *
trama_evaluations_to_json (TramaMethod *method, gint32 as_of, GPtrArray *evaluations,
                           const TramaCohort *cohort)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  char day[TRAMA_DATE_TEXT_SIZE];

  trama_date_to_text (trama_date_from_day (as_of), day);
  json_builder_begin_object (builder);
  trama_json_add_text (builder, "method", method->id);
  trama_json_add_text (builder, "version", method->version);
  trama_json_add_text (builder, "as_of", day);
  json_builder_set_member_name (builder, "results");
  json_builder_begin_array (builder);
  for (guint i = 0; i < evaluations->len; i++)
    add_evaluation (builder, g_ptr_array_index (evaluations, i));
  json_builder_end_array (builder);
  if (cohort != NULL)
    add_cohort (builder, cohort);
  json_builder_end_object (builder);
  return trama_json_builder_to_text (builder);
}
