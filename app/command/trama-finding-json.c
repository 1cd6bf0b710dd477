/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-finding-json.h"

#include "trama-json-members.h"

static const char *
type_id (const TramaOutcomeType *type)
{
  return type != NULL ? type->id : NULL;
}

static const char *
title_of (const TramaFinding *finding)
{
  switch (finding->answer)
    {
    case TRAMA_ANSWER_TYPE:
      return finding->type->title;
    case TRAMA_ANSWER_CRITERION:
      return finding->criterion->title;
    case TRAMA_ANSWER_BETWEEN:
      return "Between two types";
    case TRAMA_ANSWER_CANNOT_JUDGE:
      return "Cannot be judged";
    case TRAMA_ANSWER_NONE:
    default:
      return NULL;
    }
}

static void
add_outcome (JsonBuilder *builder, const TramaFinding *finding)
{
  const char *runner_up = finding->runner_up_criterion != NULL ? finding->runner_up_criterion->id
                                                               : type_id (finding->runner_up);

  json_builder_set_member_name (builder, "outcome");
  json_builder_begin_object (builder);
  trama_json_add_text (builder, "id", trama_finding_id (finding));
  trama_json_add_text (builder, "title", title_of (finding));
  trama_json_add_exact (builder, "score", finding->score);
  trama_json_add_text (builder, "runner_up", runner_up);
  trama_json_add_exact (builder, "margin", finding->margin);
  if (finding->nearest != NULL)
    trama_json_add_text (builder, "nearest", finding->nearest->id);
  if (finding->override != NULL)
    {
      g_autofree char *record = trama_id_dup_text (finding->override->id);

      trama_json_add_text (builder, "computed", type_id (finding->computed));
      trama_json_add_text (builder, "override", record);
      trama_json_add_text (builder, "override_reason", finding->override_reason);
    }
  json_builder_end_object (builder);
}

static const char *
tri_id (TramaTri holds)
{
  return holds == TRAMA_YES ? "yes" : holds == TRAMA_NO ? "no" : "open";
}

static void
add_distances (JsonBuilder *builder, const TramaFinding *finding)
{
  json_builder_set_member_name (builder, "distances");
  json_builder_begin_array (builder);
  for (guint i = 0; i < finding->distances->len; i++)
    {
      const TramaOutcomeDistance *entry
          = &g_array_index (finding->distances, TramaOutcomeDistance, i);

      json_builder_begin_object (builder);
      trama_json_add_text (builder, "id", entry->type->id);
      if (entry->type->cells != NULL)
        {
          trama_json_add_exact (builder, "distance", entry->distance);
          trama_json_add_integer (builder, "rows", entry->n_rows);
        }
      else
        trama_json_add_text (builder, "holds", tri_id (entry->holds));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_movement (JsonBuilder *builder, const TramaFinding *finding)
{
  char day[TRAMA_DATE_TEXT_SIZE];

  trama_json_add_text (builder, "moving_to", type_id (finding->moving_to));
  if (finding->moving_to == NULL)
    return;
  trama_date_to_text (trama_date_from_day (finding->moving_since), day);
  trama_json_add_text (builder, "moving_from", type_id (finding->moving_from));
  trama_json_add_text (builder, "moving_since", day);
}

static void
add_advice (JsonBuilder *builder, const char *name, GPtrArray *list)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    {
      const TramaAdvice *advice = g_ptr_array_index (list, i);

      json_builder_begin_object (builder);
      trama_json_add_text (builder, "title", advice->title);
      trama_json_add_text (builder, "text", advice->text);
      trama_json_add_text (builder, "document", advice->source.document);
      trama_json_add_text (builder, "place", advice->source.place);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_cells (JsonBuilder *builder, const TramaEvaluation *evaluation)
{
  g_autoptr (GPtrArray) present = g_ptr_array_new ();
  g_autoptr (GPtrArray) absent = g_ptr_array_new ();
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  for (guint i = 0; i < evaluation->results->len; i++)
    {
      const TramaCriterionResult *result = g_ptr_array_index (evaluation->results, i);

      g_ptr_array_add (result->verdict == TRAMA_VERDICT_MET       ? present
                       : result->verdict == TRAMA_VERDICT_NOT_MET ? absent
                                                                  : open,
                       (gpointer) result->criterion);
    }
  json_builder_set_member_name (builder, "cells");
  json_builder_begin_object (builder);
  trama_json_add_ids (builder, "present", present);
  trama_json_add_ids (builder, "absent", absent);
  trama_json_add_ids (builder, "unknown", open);
  json_builder_end_object (builder);
  trama_json_add_ids (builder, "against", absent);
}

static void
add_axes (JsonBuilder *builder, const TramaEvaluation *evaluation)
{
  json_builder_set_member_name (builder, "axes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < evaluation->method->axes->len; i++)
    {
      const TramaMethodGroup *axis = g_ptr_array_index (evaluation->method->axes, i);
      guint known = 0;
      TramaRatio level = trama_evaluation_group_level (evaluation, axis, &known);

      json_builder_begin_object (builder);
      trama_json_add_text (builder, "id", axis->id);
      trama_json_add_text (builder, "title", axis->title);
      trama_json_add_exact (builder, "level", level);
      trama_json_add_integer (builder, "rated", known);
      trama_json_add_integer (builder, "of", axis->criteria->len);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
trama_finding_add_json (JsonBuilder *builder, const TramaEvaluation *evaluation)
{
  const TramaFinding *finding = evaluation->finding;

  if (evaluation->method->scoring == TRAMA_SCORING_MATRIX)
    add_cells (builder, evaluation);
  if (evaluation->method->axes->len > 0)
    add_axes (builder, evaluation);
  if (finding == NULL)
    return;
  if (finding->answer != TRAMA_ANSWER_NONE)
    {
      add_outcome (builder, finding);
      trama_json_add_ids (builder, "against", finding->against);
      trama_json_add_ids (builder, "would_decide", finding->would_decide);
    }
  if (finding->distances->len > 0)
    add_distances (builder, finding);
  if (evaluation->method->scoring == TRAMA_SCORING_PROFILES)
    add_movement (builder, finding);
  add_advice (builder, "advice", finding->advice);
  add_advice (builder, "warnings", finding->warnings);
}
