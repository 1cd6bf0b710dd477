/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-method.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-method-reading.h"
#include "trama-methods-resources.h"

#define RESOURCE_FOLDER "/io/github/tramaproductiva/Trama/methods/"

static const char *const scoring_ids[]
    = { "criteria", "profiles", "outcomes", "weakest", "matrix" };

const char *
trama_scoring_id (TramaScoring scoring)
{
  g_return_val_if_fail ((guint) scoring < G_N_ELEMENTS (scoring_ids), NULL);

  return scoring_ids[scoring];
}

TramaMethod *
trama_method_ref (TramaMethod *method)
{
  g_atomic_ref_count_inc (&method->references);
  return method;
}

void
trama_method_unref (TramaMethod *method)
{
  if (method == NULL || !g_atomic_ref_count_dec (&method->references))
    return;
  g_free (method->id);
  g_free (method->version);
  g_free (method->title);
  g_free (method->subject);
  g_free (method->text);
  g_free (method->basis);
  g_free (method->history);
  trama_source_clear (&method->source);
  g_ptr_array_unref (method->outcomes);
  g_clear_pointer (&method->advice, g_ptr_array_unref);
  g_clear_pointer (&method->warnings, g_ptr_array_unref);
  g_ptr_array_unref (method->axes);
  g_ptr_array_unref (method->rows);
  g_ptr_array_unref (method->columns);
  g_ptr_array_unref (method->required);
  g_ptr_array_unref (method->criteria);
  g_free (method);
}

static TramaMethod *
method_new (void)
{
  TramaMethod *method = g_new0 (TramaMethod, 1);

  g_atomic_ref_count_init (&method->references);
  method->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_criterion_free);
  method->outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_outcome_type_free);
  method->axes = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_method_group_free);
  method->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_method_group_free);
  method->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_method_group_free);
  method->required = g_ptr_array_new ();
  return method;
}

static TramaScoring
read_scoring (TramaMethodReading *reading, const TramaJsonValue *root)
{
  const TramaJsonValue *value = trama_json_object_get (root, "scoring");

  for (guint i = 0; value != NULL && i < G_N_ELEMENTS (scoring_ids); i++)
    if (g_strcmp0 (trama_json_get_string (value, NULL), scoring_ids[i]) == 0)
      return (TramaScoring) i;
  if (value != NULL)
    {
      g_autofree char *list
          = g_strjoinv (", ", (char **) (const char *const[]) { "criteria", "profiles", "outcomes",
                                                                "weakest", "matrix", NULL });

      trama_reading_complain (reading, "scoring", value, list, _ ("unknown scoring"));
    }
  return TRAMA_SCORING_CRITERIA;
}

static void
read_head (TramaMethodReading *reading, const TramaJsonValue *root, TramaMethod *method)
{
  if (g_strcmp0 (trama_json_object_get_string (root, "format"), "trama-method") != 0)
    trama_reading_complain (reading, "format", trama_json_object_get (root, "format"),
                            "\"trama-method\"", _ ("not a method file"));
  method->id = trama_reading_text (reading, root, "id", TRUE);
  method->version = trama_reading_text (reading, root, "version", TRUE);
  method->title = trama_reading_text (reading, root, "title", TRUE);
  method->subject = trama_reading_text (reading, root, "subject", TRUE);
  method->text = trama_reading_text (reading, root, "text", TRUE);
  method->basis = trama_reading_text (reading, root, "basis", TRUE);
  method->history = trama_reading_text (reading, root, "history", FALSE);
  trama_reading_source (reading, root, &method->source, TRUE);
  if (method->subject != NULL && trama_method_subject_kind (method) == TRAMA_KIND_NONE)
    trama_reading_complain (reading, "subject", trama_json_object_get (root, "subject"),
                            _ ("a kind of record"), _ ("unknown kind of record"));
  method->scoring = read_scoring (reading, root);
}

TramaMethod *
trama_method_parse (const char *file, const char *text, gsize length, TramaProblems *problems)
{
  static const char *const known[]
      = { "format",   "id",       "version",  "title",    "subject", "text",
          "basis",    "history",  "source",   "scoring",  "rubric",  "criteria",
          "matrix",   "outcomes", "advice",   "warnings", "axes",    "at_least_rows",
          "required", "margin",   "override", NULL };
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();
  g_autoptr (TramaMethod) method = NULL;
  g_autoptr (GString) place = g_string_new (NULL);
  TramaMethodReading reading = { .file = file, .problems = problems, .place = place, .good = TRUE };
  g_autofree char *message = NULL;
  const TramaJsonValue *root;
  gsize offset = 0;

  g_return_val_if_fail (text != NULL && problems != NULL, NULL);

  root = trama_json_reader_parse (reader, text, length, &message, &offset);
  if (root == NULL || !trama_json_value_is (root, TRAMA_JSON_OBJECT))
    {
      trama_reading_not_json (&reading, text, length, offset,
                              root == NULL ? message : _ ("not an object"));
      return NULL;
    }
  reading.method = method = method_new ();
  trama_reading_check_members (&reading, root, known);
  read_head (&reading, root, method);
  trama_reading_criteria (&reading, root);
  trama_reading_scoring (&reading, root);
  trama_reading_check_method (&reading);
  return reading.good ? g_steal_pointer (&method) : NULL;
}

TramaKind
trama_method_subject_kind (const TramaMethod *method)
{
  return method->subject != NULL ? trama_kind_from_id (method->subject, strlen (method->subject))
                                 : TRAMA_KIND_NONE;
}

const TramaCriterion *
trama_method_criterion (const TramaMethod *method, const char *id)
{
  for (guint i = 0; i < method->criteria->len; i++)
    {
      const TramaCriterion *criterion = g_ptr_array_index (method->criteria, i);

      if (g_strcmp0 (criterion->id, id) == 0)
        return criterion;
    }
  return NULL;
}

const TramaOutcomeType *
trama_method_outcome (const TramaMethod *method, const char *id)
{
  for (guint i = 0; i < method->outcomes->len; i++)
    {
      const TramaOutcomeType *outcome = g_ptr_array_index (method->outcomes, i);

      if (g_strcmp0 (outcome->id, id) == 0)
        return outcome;
    }
  return NULL;
}

static const TramaLevelAnchor *
rubric_level (const TramaCriterion *criterion, guint index)
{
  return g_ptr_array_index (criterion->rubric, index);
}

int
trama_criterion_least (const TramaCriterion *criterion)
{
  return criterion->rubric != NULL && criterion->rubric->len > 0
             ? rubric_level (criterion, 0)->level
             : 0;
}

int
trama_criterion_greatest (const TramaCriterion *criterion)
{
  return criterion->rubric != NULL && criterion->rubric->len > 0
             ? rubric_level (criterion, criterion->rubric->len - 1)->level
             : 1;
}

const char *
trama_criterion_anchor (const TramaCriterion *criterion, TramaRatio value)
{
  int level = (int) (value.d != 0 ? (2 * value.n + value.d) / (2 * value.d) : 0);

  for (guint i = 0; criterion->rubric != NULL && i < criterion->rubric->len; i++)
    if (rubric_level (criterion, i)->level == level)
      return trama_method_text (rubric_level (criterion, i)->anchor);
  return NULL;
}

const char *
trama_method_text (const char *text)
{
  return text != NULL ? g_dgettext (GETTEXT_PACKAGE, text) : NULL;
}

static TramaMethod *
load_built_in (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (trama_methods_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (TramaProblems) problems = trama_problems_new (20);
  TramaMethod *method;
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  method = trama_method_parse (name, text, size, problems);
  for (guint i = 0; i < trama_problems_n_kept (problems); i++)
    {
      g_autofree char *line = trama_problem_to_text (trama_problems_get (problems, i));

      g_critical ("%s", line);
    }
  return method;
}

GPtrArray *
trama_methods_built_in (void)
{
  /* clang-format off */
  static const char *const files[] = {
    "profo.json",
    "network-results.json",
    "cluster-type.json",
    "trajectory.json",
    "firm-tier.json",
    "supply-tier.json",
    "obstacles.json",
    "initiative-screen.json",
    "phases.json",
    "institution-profile.json",
    "organisation-importance.json",
    "business-services.json",
    "learning-matrix.json",
    "capabilities.json",
    "human-social-capital.json",
    "partner-readiness.json",
    "collective-efficiency.json",
    "shock-response.json",
    "instruments.json",
    "power.json",
    "broker-independence.json",
  };
  /* clang-format on */
  static GPtrArray *methods;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      methods = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_method_unref);
      for (guint i = 0; i < G_N_ELEMENTS (files); i++)
        {
          TramaMethod *method = load_built_in (files[i]);

          if (method != NULL)
            g_ptr_array_add (methods, method);
        }
      g_once_init_leave (&ready, 1);
    }
  return methods;
}

TramaMethod *
trama_methods_find (const char *id)
{
  GPtrArray *methods = trama_methods_built_in ();

  for (guint i = 0; i < methods->len; i++)
    if (g_strcmp0 (((TramaMethod *) g_ptr_array_index (methods, i))->id, id) == 0)
      return g_ptr_array_index (methods, i);
  return NULL;
}
