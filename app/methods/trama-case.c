/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a case file, as strictly as a method. */
#include "trama-case.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-case-reading.h"
#include "trama-cases-resources.h"

#define RESOURCE_FOLDER "/io/github/tramaproductiva/Trama/cases/"

static void
figure_free (TramaCaseFigure *figure)
{
  g_free (figure->what);
  g_free (figure->value);
  g_free (figure->unit);
  g_free (figure->date);
  g_free (figure->place);
  g_free (figure->quote);
  g_free (figure);
}

static void
subject_free (TramaCaseSubject *subject)
{
  g_free (subject->id);
  g_free (subject->name);
  g_free (subject);
}

static void
verdict_free (TramaCaseVerdict *verdict)
{
  g_free (verdict->method);
  g_free (verdict->outcome);
  g_free (verdict->runner_up);
  g_free (verdict->moving_to);
  g_strfreev (verdict->against);
  g_strfreev (verdict->cells);
  g_free (verdict->place);
  g_free (verdict->quote);
  g_free (verdict);
}

static void
disagreement_free (TramaCaseDisagreement *disagreement)
{
  g_free (disagreement->text);
  g_strfreev (disagreement->places);
  g_free (disagreement);
}

void
trama_case_free (TramaCase *a_case)
{
  if (a_case == NULL)
    return;
  g_free (a_case->id);
  g_free (a_case->title);
  g_free (a_case->place);
  g_free (a_case->country);
  g_free (a_case->trade);
  g_free (a_case->text);
  trama_source_clear (&a_case->source);
  g_ptr_array_unref (a_case->figures);
  g_ptr_array_unref (a_case->verdicts);
  g_ptr_array_unref (a_case->subjects);
  g_ptr_array_unref (a_case->disagreements);
  g_clear_pointer (&a_case->version, trama_version_unref);
  g_free (a_case);
}

gint32
trama_case_day (const TramaCase *a_case)
{
  return trama_day_from_civil (a_case->year, 12, 31);
}

const TramaCaseSubject *
trama_case_subject (const TramaCase *a_case, const char *id)
{
  for (guint i = 0; i < a_case->subjects->len; i++)
    {
      const TramaCaseSubject *subject = g_ptr_array_index (a_case->subjects, i);

      if (g_strcmp0 (subject->id, id) == 0)
        return subject;
    }
  return NULL;
}

static char **
read_texts (TramaMethodReading *at, const TramaJsonValue *object, const char *member)
{
  const TramaJsonValue *list = trama_json_object_get (object, member);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  const TramaJsonValue *element;
  TramaJsonIter iter;

  if (list == NULL || !trama_reading_list (at, member, list, _ ("a list of texts"), &iter))
    return NULL;
  while (trama_json_iter_next (&iter, NULL, NULL, &element))
    if (trama_json_value_is (element, TRAMA_JSON_STRING))
      g_strv_builder_add (texts, trama_json_get_string (element, NULL));
    else
      trama_reading_complain (at, member, element, _ ("a text that is not empty"),
                              _ ("not a text"));
  return g_strv_builder_end (texts);
}

static void
read_figure (TramaCaseReading *reading, const TramaJsonValue *value)
{
  static const char *const known[] = { "what", "value", "unit", "date", "place", "quote", NULL };
  TramaCaseFigure *figure = g_new0 (TramaCaseFigure, 1);
  TramaMethodReading *at = &reading->at;

  trama_reading_check_members (at, value, known);
  figure->what = trama_reading_text (at, value, "what", TRUE);
  figure->value = trama_reading_text (at, value, "value", TRUE);
  figure->unit = trama_reading_text (at, value, "unit", FALSE);
  figure->place = trama_reading_text (at, value, "place", TRUE);
  figure->quote = trama_reading_text (at, value, "quote", FALSE);
  figure->date = trama_reading_text (at, value, "date", FALSE);
  g_ptr_array_add (reading->a_case->figures, figure);
}

static void
read_subject (TramaCaseReading *reading, const TramaJsonValue *value)
{
  static const char *const known[] = { "id", "type", "name", "fields", NULL };
  TramaCaseSubject *subject = g_new0 (TramaCaseSubject, 1);
  TramaMethodReading *at = &reading->at;
  g_autofree char *type = trama_reading_text (at, value, "type", TRUE);

  trama_reading_check_members (at, value, known);
  subject->id = trama_reading_text (at, value, "id", TRUE);
  subject->name = trama_reading_text (at, value, "name", TRUE);
  subject->kind = type != NULL ? trama_kind_from_id (type, strlen (type)) : TRAMA_KIND_NONE;
  if (subject->kind != TRAMA_KIND_CLUSTER && subject->kind != TRAMA_KIND_INITIATIVE
      && subject->kind != TRAMA_KIND_FIRM && subject->kind != TRAMA_KIND_INSTITUTION
      && subject->kind != TRAMA_KIND_PROGRAMME)
    trama_reading_complain (at, "type", trama_json_object_get (value, "type"),
                            "cluster, initiative, firm, institution, programme",
                            _ ("not what a case can be about"));
  if (trama_case_subject (reading->a_case, subject->id) != NULL)
    trama_reading_complain (at, "id", trama_json_object_get (value, "id"), _ ("an id of its own"),
                            _ ("another subject has this id"));
  g_ptr_array_add (reading->a_case->subjects, subject);
}

/* Without a list the case is about one cluster. */
static void
add_cluster (TramaCase *a_case)
{
  TramaCaseSubject *subject = g_new0 (TramaCaseSubject, 1);

  subject->id = g_strdup ("cluster");
  subject->name = g_strdup (a_case->title);
  subject->kind = TRAMA_KIND_CLUSTER;
  g_ptr_array_add (a_case->subjects, subject);
}

static void
check_outcome (TramaMethodReading *at, const TramaMethod *method, const char *member,
               const char *outcome)
{
  if (outcome == NULL || method == NULL || strcmp (outcome, "between") == 0
      || strcmp (outcome, "cannot-judge") == 0 || trama_method_outcome (method, outcome) != NULL
      || (method->scoring == TRAMA_SCORING_WEAKEST
          && trama_method_criterion (method, outcome) != NULL))
    return;
  trama_reading_complain (at, member, NULL, _ ("an outcome of the method"), outcome);
}

static void
check_criteria (TramaMethodReading *at, const TramaMethod *method, const char *member, char **ids)
{
  for (guint i = 0; method != NULL && ids != NULL && ids[i] != NULL; i++)
    if (trama_method_criterion (method, ids[i]) == NULL)
      trama_reading_complain (at, member, NULL, _ ("criteria of the method"), ids[i]);
}

static void
read_verdict (TramaCaseReading *reading, const TramaJsonValue *value)
{
  static const char *const known[]
      = { "subject", "method", "as_of", "outcome", "runner_up",   "moving_to",
          "against", "cells",  "place", "quote",   "must_answer", NULL };
  TramaCaseVerdict *verdict = g_new0 (TramaCaseVerdict, 1);
  TramaMethodReading *at = &reading->at;
  const char *as_of = trama_json_object_get_string (value, "as_of");
  const TramaMethod *method;

  trama_reading_check_members (at, value, known);
  verdict->subject
      = trama_case_subject (reading->a_case, trama_json_object_get_string (value, "subject"));
  if (verdict->subject == NULL)
    trama_reading_complain (at, "subject", trama_json_object_get (value, "subject"),
                            _ ("the id of a subject of the case"), _ ("no such subject"));
  verdict->method = trama_reading_text (at, value, "method", TRUE);
  method = trama_methods_find (verdict->method);
  if (method == NULL)
    trama_reading_complain (at, "method", trama_json_object_get (value, "method"),
                            _ ("the id of a method"), _ ("no such method"));
  verdict->as_of = trama_case_day (reading->a_case);
  if (as_of != NULL && !trama_day_parse (as_of, &verdict->as_of))
    trama_reading_complain (at, "as_of", trama_json_object_get (value, "as_of"),
                            _ ("a day such as 1996-12-31"), _ ("not a day"));
  verdict->outcome = trama_reading_text (at, value, "outcome", FALSE);
  verdict->runner_up = trama_reading_text (at, value, "runner_up", FALSE);
  verdict->moving_to = trama_reading_text (at, value, "moving_to", FALSE);
  verdict->against = read_texts (at, value, "against");
  verdict->cells = read_texts (at, value, "cells");
  verdict->place = trama_reading_text (at, value, "place", TRUE);
  verdict->quote = trama_reading_text (at, value, "quote", FALSE);
  verdict->must_answer
      = trama_json_get_boolean (trama_json_object_get (value, "must_answer"), FALSE);
  check_outcome (at, method, "outcome", verdict->outcome);
  check_outcome (at, method, "runner_up", verdict->runner_up);
  check_outcome (at, method, "moving_to", verdict->moving_to);
  check_criteria (at, method, "against", verdict->against);
  check_criteria (at, method, "cells", verdict->cells);
  g_ptr_array_add (reading->a_case->verdicts, verdict);
}

static void
read_disagreement (TramaCaseReading *reading, const TramaJsonValue *value)
{
  static const char *const known[] = { "text", "places", NULL };
  TramaCaseDisagreement *disagreement = g_new0 (TramaCaseDisagreement, 1);

  trama_reading_check_members (&reading->at, value, known);
  disagreement->text = trama_reading_text (&reading->at, value, "text", TRUE);
  disagreement->places = read_texts (&reading->at, value, "places");
  g_ptr_array_add (reading->a_case->disagreements, disagreement);
}

static void
read_each (TramaCaseReading *reading, const TramaJsonValue *root, const char *member,
           void (*read) (TramaCaseReading *, const TramaJsonValue *))
{
  const TramaJsonValue *list = trama_json_object_get (root, member);
  const TramaJsonValue *element;
  TramaJsonIter iter;
  guint n = 1;

  if (list == NULL)
    return;
  if (!trama_json_value_is (list, TRAMA_JSON_ARRAY))
    trama_reading_complain (&reading->at, member, list, _ ("a list"), _ ("not a list"));
  trama_json_iter_init (&iter, list);
  while (trama_json_iter_next (&iter, NULL, NULL, &element))
    {
      g_autofree char *place = g_strdup_printf ("%s %u", member, n++);
      gsize before = trama_reading_enter (&reading->at, place);

      read (reading, element);
      trama_reading_leave (&reading->at, before);
    }
}

static TramaCase *
case_new (void)
{
  TramaCase *a_case = g_new0 (TramaCase, 1);

  a_case->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) figure_free);
  a_case->subjects = g_ptr_array_new_with_free_func ((GDestroyNotify) subject_free);
  a_case->verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) verdict_free);
  a_case->disagreements = g_ptr_array_new_with_free_func ((GDestroyNotify) disagreement_free);
  return a_case;
}

static void
read_head (TramaCaseReading *reading, const TramaJsonValue *root)
{
  TramaMethodReading *at = &reading->at;
  TramaCase *a_case = reading->a_case;

  if (g_strcmp0 (trama_json_object_get_string (root, "format"), "trama-case") != 0)
    trama_reading_complain (at, "format", trama_json_object_get (root, "format"), "\"trama-case\"",
                            _ ("not a case file"));
  a_case->id = trama_reading_text (at, root, "id", TRUE);
  a_case->title = trama_reading_text (at, root, "title", TRUE);
  a_case->place = trama_reading_text (at, root, "place", TRUE);
  a_case->country = trama_reading_text (at, root, "country", FALSE);
  a_case->trade = trama_reading_text (at, root, "trade", FALSE);
  a_case->text = trama_reading_text (at, root, "text", TRUE);
  a_case->year = (int) trama_reading_integer (at, root, "year", 1800, 2199, 0);
  if (a_case->year == 0)
    trama_reading_complain (at, "year", NULL, _ ("the year of the reading"), _ ("missing"));
  if (!trama_json_value_is (trama_json_object_get (root, "industry"), TRAMA_JSON_NULL))
    reading->industry = trama_reading_text (at, root, "industry", FALSE);
  trama_reading_source (at, root, &a_case->source, TRUE);
}

TramaCase *
trama_case_parse (const char *file, const char *text, gsize length, TramaProblems *problems)
{
  static const char *const known[]
      = { "format", "id",   "title",   "place",    "country", "trade",    "industry",      "year",
          "source", "text", "figures", "subjects", "ratings", "verdicts", "disagreements", NULL };
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();
  g_autoptr (TramaCase) a_case = NULL;
  g_autoptr (GString) place = g_string_new (NULL);
  g_autofree char *message = NULL;
  TramaCaseReading reading
      = { .at = { .file = file, .problems = problems, .place = place, .good = TRUE } };
  const TramaJsonValue *root;
  gsize offset = 0;

  g_return_val_if_fail (text != NULL && problems != NULL, NULL);

  root = trama_json_reader_parse (reader, text, length, &message, &offset);
  if (root == NULL || !trama_json_value_is (root, TRAMA_JSON_OBJECT))
    {
      trama_reading_not_json (&reading.at, text, length, offset,
                              root == NULL ? message : _ ("not an object"));
      return NULL;
    }
  reading.a_case = a_case = case_new ();
  trama_reading_check_members (&reading.at, root, known);
  read_head (&reading, root);
  read_each (&reading, root, "figures", read_figure);
  read_each (&reading, root, "subjects", read_subject);
  if (a_case->subjects->len == 0)
    add_cluster (a_case);
  if (reading.at.good)
    read_each (&reading, root, "verdicts", read_verdict);
  read_each (&reading, root, "disagreements", read_disagreement);
  if (reading.at.good)
    trama_case_make_records (&reading, root);
  g_free (reading.industry);
  return reading.at.good ? g_steal_pointer (&a_case) : NULL;
}

static TramaCase *
load_built_in (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (trama_cases_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (TramaProblems) problems = trama_problems_new (20);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  TramaCase *a_case = trama_case_parse (name, text, size, problems);

  for (guint i = 0; i < trama_problems_n_kept (problems); i++)
    {
      g_autofree char *line = trama_problem_to_text (trama_problems_get (problems, i));

      g_critical ("%s", line);
    }
  return a_case;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
trama_cases_built_in (void)
{
  static GPtrArray *cases;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      g_auto (GStrv) names = g_resource_enumerate_children (
          trama_cases_get_resource (), RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      cases = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_case_free);
      if (names != NULL)
        qsort (names, g_strv_length (names), sizeof (char *), compare_names);
      for (guint i = 0; names != NULL && names[i] != NULL; i++)
        {
          TramaCase *a_case = load_built_in (names[i]);

          if (a_case != NULL)
            g_ptr_array_add (cases, a_case);
        }
      g_once_init_leave (&ready, 1);
    }
  return cases;
}

const TramaCase *
trama_cases_find (const char *id)
{
  GPtrArray *cases = trama_cases_built_in ();

  for (guint i = 0; i < cases->len; i++)
    if (g_strcmp0 (((TramaCase *) g_ptr_array_index (cases, i))->id, id) == 0)
      return g_ptr_array_index (cases, i);
  return NULL;
}
