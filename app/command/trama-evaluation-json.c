/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-evaluation-json.h"

#include <json-glib/json-glib.h>

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_integer (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_ratio (JsonBuilder *builder, const char *name, TramaRatio ratio, gboolean known)
{
  json_builder_set_member_name (builder, name);
  if (!known || ratio.d == 0)
    json_builder_add_null_value (builder);
  else if (ratio.n % ratio.d == 0)
    json_builder_add_int_value (builder, ratio.n / ratio.d);
  else
    json_builder_add_double_value (builder, trama_ratio_value (ratio));
}

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
  add_text (builder, "measure", figure->measure->id);
  add_ratio (builder, "value", figure->low, figure->known);
  add_ratio (builder, "value_at_most", figure->high, figure->known);
  if (is_share)
    {
      add_integer (builder, "numerator", figure->low.n);
      add_integer (builder, "denominator", figure->low.d);
    }
  add_text (builder, "unit", trama_unit_id (figure->measure->unit));
  add_text (builder, "comparison",
            use->rule->comparison == TRAMA_AT_LEAST ? "at-least" : "at-most");
  add_ratio (builder, "threshold", use->threshold, use->threshold.d != 0);
  json_builder_end_object (builder);
}

static void
add_criterion (JsonBuilder *builder, const TramaCriterionResult *result)
{
  g_autoptr (GArray) records = trama_criterion_result_records (result);

  json_builder_begin_object (builder);
  add_text (builder, "id", result->criterion->id);
  add_text (builder, "title", result->criterion->title);
  add_text (builder, "verdict", trama_verdict_id (result->verdict));
  add_boolean (builder, "weak", result->weak);
  add_text (builder, "reason", trama_reason_id (result->reason));
  add_text (builder, "grade",
            result->grade != 0 ? trama_grade_id ((TramaGrade) result->grade) : NULL);
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
  add_text (builder, "type", evaluation->method->subject);
  add_id (builder, "id", evaluation->subject);
  add_text (builder, "name", name);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "age_months");
  if (evaluation->age_months < 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, evaluation->age_months);
  add_integer (builder, "met", evaluation->met);
  add_integer (builder, "at_most", trama_evaluation_at_most (evaluation));
  add_integer (builder, "judged", trama_evaluation_judged (evaluation));
  add_integer (builder, "of", evaluation->of);
  json_builder_set_member_name (builder, "criteria");
  json_builder_begin_array (builder);
  for (guint i = 0; i < evaluation->results->len; i++)
    add_criterion (builder, g_ptr_array_index (evaluation->results, i));
  json_builder_end_array (builder);
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
  add_integer (builder, "n", cohort->n);
  add_integer (builder, "at_least_4", cohort->at_least_4);
  add_integer (builder, "at_least_6", cohort->at_least_6);
  json_builder_end_object (builder);
}

char *
trama_evaluations_to_json (TramaMethod *method, gint32 as_of, GPtrArray *evaluations,
                           const TramaCohort *cohort)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  char day[TRAMA_DATE_TEXT_SIZE];

  trama_date_to_text (trama_date_from_day (as_of), day);
  json_builder_begin_object (builder);
  add_text (builder, "method", method->id);
  add_text (builder, "version", method->version);
  add_text (builder, "as_of", day);
  json_builder_set_member_name (builder, "results");
  json_builder_begin_array (builder);
  for (guint i = 0; i < evaluations->len; i++)
    add_evaluation (builder, g_ptr_array_index (evaluations, i));
  json_builder_end_array (builder);
  add_cohort (builder, cohort);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  return json_generator_to_data (generator, NULL);
}
