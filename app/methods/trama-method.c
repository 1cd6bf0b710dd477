/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a method file, strictly: a member that nobody knows is a mistake, not a comment. */
#include "trama-method.h"

#include <glib/gi18n-lib.h>
#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#include "trama-json.h"
#include "trama-methods-resources.h"

#define RESOURCE_FOLDER "/io/github/tramaproductiva/Trama/methods/"

typedef struct
{
  const char *file;
  TramaProblems *problems;
  GString *place; /* "criteria / market / rule" */
  gboolean good;
} Reading;

static void
source_clear (TramaSource *source)
{
  g_free (source->document);
  g_free (source->place);
  g_free (source->title);
  g_free (source->quote);
}

static void
rule_free (TramaRule *rule)
{
  if (rule == NULL)
    return;
  g_clear_pointer (&rule->rules, g_ptr_array_unref);
  g_free (rule);
}

static void
criterion_free (TramaCriterion *criterion)
{
  g_free (criterion->id);
  g_free (criterion->head);
  g_free (criterion->title);
  g_free (criterion->text);
  g_free (criterion->basis);
  source_clear (&criterion->source);
  rule_free (criterion->rule);
  rule_free (criterion->not_applicable_when);
  g_free (criterion);
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
  source_clear (&method->source);
  g_ptr_array_unref (method->criteria);
  g_free (method);
}

static void
complain (Reading *reading, const char *member, const TramaJsonValue *found, const char *expected,
          const char *message)
{
  TramaProblem *problem = trama_problem_new (message);

  problem->file = g_strdup (reading->file);
  problem->record_name = reading->place->len > 0 ? g_strdup (reading->place->str) : NULL;
  problem->field = g_strdup (member);
  problem->found = found != NULL ? trama_json_value_describe (found) : NULL;
  problem->expected = g_strdup (expected);
  trama_problems_add (reading->problems, problem);
  reading->good = FALSE;
}

static gsize
enter (Reading *reading, const char *name)
{
  gsize before = reading->place->len;

  g_string_append_printf (reading->place, "%s%s", before > 0 ? " / " : "", name);
  return before;
}

static void
leave (Reading *reading, gsize before)
{
  g_string_truncate (reading->place, before);
}

static void
check_members (Reading *reading, const TramaJsonValue *object, const char *const *known)
{
  const TramaJsonValue *value;
  TramaJsonIter iter;
  const char *key;

  trama_json_iter_init (&iter, object);
  while (trama_json_iter_next (&iter, &key, NULL, &value))
    if (!g_strv_contains (known, key))
      {
        g_autofree char *list = g_strjoinv (", ", (char **) known);

        complain (reading, key, NULL, list, _ ("nobody knows this member"));
      }
}

static char *
read_text (Reading *reading, const TramaJsonValue *object, const char *member, gboolean required)
{
  const TramaJsonValue *value = trama_json_object_get (object, member);
  const char *text = trama_json_get_string (value, NULL);

  if (value == NULL && !required)
    return NULL;
  if (text == NULL || *text == '\0')
    complain (reading, member, value, _ ("a text that is not empty"),
              value == NULL ? _ ("missing") : _ ("not a text"));
  return g_strdup (text);
}

static void
read_source (Reading *reading, const TramaJsonValue *object, TramaSource *source)
{
  static const char *const known[] = { "document", "place", "title", "quote", NULL };
  const TramaJsonValue *value = trama_json_object_get (object, "source");
  gsize before;

  if (value == NULL)
    {
      complain (reading, "source", NULL, _ ("where it comes from"), _ ("missing"));
      return;
    }
  before = enter (reading, "source");
  check_members (reading, value, known);
  source->document = read_text (reading, value, "document", TRUE);
  source->place = read_text (reading, value, "place", TRUE);
  source->title = read_text (reading, value, "title", FALSE);
  source->quote = read_text (reading, value, "quote", FALSE);
  leave (reading, before);
}

static gboolean
read_ratio (const TramaJsonValue *value, TramaRatio *ratio)
{
  const char *text = trama_json_get_string (value, NULL);

  if (trama_json_value_is (value, TRAMA_JSON_INTEGER))
    {
      *ratio = (TramaRatio) { trama_json_get_integer (value, 0), 1 };
      return ratio->n >= 0;
    }
  if (text != NULL)
    {
      char *end;

      ratio->n = g_ascii_strtoll (text, &end, 10);
      if (end == text || *end != '/' || ratio->n < 0)
        return FALSE;
      text = end + 1;
      ratio->d = g_ascii_strtoll (text, &end, 10);
      return end != text && *end == '\0' && ratio->d > 0;
    }
  return FALSE;
}

static void
read_choices (Reading *reading, const TramaParameter *parameter, const TramaJsonValue *value,
              gint64 *bits)
{
  const TramaField *field = trama_kind_field (parameter->choices_kind, parameter->choices_field,
                                              strlen (parameter->choices_field));
  const TramaJsonValue *element;
  TramaJsonIter iter;

  if (!trama_json_value_is (value, TRAMA_JSON_ARRAY) || trama_json_size (value) == 0)
    {
      complain (reading, parameter->id, value, _ ("a list of choices"), _ ("not a list"));
      return;
    }
  *bits = 0;
  trama_json_iter_init (&iter, value);
  while (trama_json_iter_next (&iter, NULL, NULL, &element))
    {
      guint choice = trama_field_choice_from_id (field, trama_json_get_string (element, NULL));

      if (choice == 0)
        {
          g_autoptr (GString) list = g_string_new (NULL);

          for (guint i = 0; i < field->n_choices; i++)
            g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", field->choices[i].id);
          complain (reading, parameter->id, element, list->str, _ ("not one of the choices"));
        }
      *bits |= (gint64) TRAMA_KIND_BIT (choice);
    }
}

static void
read_parameters (Reading *reading, const TramaMeasure *measure, const TramaJsonValue *value,
                 gint64 *parameters)
{
  const TramaJsonValue *given;
  TramaJsonIter iter;
  const char *key;

  for (int i = 0; i < TRAMA_MAX_PARAMETERS; i++)
    parameters[i] = measure->parameters[i].fallback;
  trama_json_iter_init (&iter, value);
  while (trama_json_iter_next (&iter, &key, NULL, &given))
    {
      int place = trama_measure_parameter (measure, key);

      if (place < 0)
        {
          g_autoptr (GString) list = g_string_new (NULL);

          for (int i = 0; i < TRAMA_MAX_PARAMETERS && measure->parameters[i].id != NULL; i++)
            g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", measure->parameters[i].id);
          complain (reading, key, NULL, list->len > 0 ? list->str : _ ("no parameters"),
                    _ ("the measure has no such parameter"));
        }
      else if (measure->parameters[place].choices_kind != TRAMA_KIND_NONE)
        read_choices (reading, &measure->parameters[place], given, &parameters[place]);
      else if (!trama_json_value_is (given, TRAMA_JSON_INTEGER)
               || trama_json_get_integer (given, 0) < 0 || trama_json_get_integer (given, 0) > 1200)
        complain (reading, key, given, _ ("a whole number from 0 to 1200"),
                  _ ("not a whole number"));
      else
        parameters[place] = trama_json_get_integer (given, 0);
    }
  for (int i = 0; i < TRAMA_MAX_PARAMETERS; i++)
    if (measure->parameters[i].choices_kind != TRAMA_KIND_NONE && parameters[i] == 0)
      complain (reading, measure->parameters[i].id, NULL, _ ("a list of choices"), _ ("missing"));
}

static const TramaMeasure *
read_measure (Reading *reading, const TramaJsonValue *object, gint64 *parameters)
{
  const TramaJsonValue *id = trama_json_object_get (object, "measure");
  const TramaMeasure *measure = trama_measure_find (trama_json_get_string (id, NULL));

  if (measure == NULL)
    complain (reading, "measure", id, _ ("the id of a measure in the registry"),
              _ ("unknown measure"));
  else
    read_parameters (reading, measure, trama_json_object_get (object, "parameters"), parameters);
  return measure;
}

static void
read_threshold (Reading *reading, TramaRule *rule, const char *member, const TramaJsonValue *value)
{
  static const char *const known[] = { "measure", "parameters", NULL };

  if (trama_json_value_is (value, TRAMA_JSON_OBJECT))
    {
      gsize before = enter (reading, member);

      check_members (reading, value, known);
      rule->threshold_measure = read_measure (reading, value, rule->threshold_parameters);
      leave (reading, before);
    }
  else if (!read_ratio (value, &rule->threshold))
    complain (reading, member, value,
              _ ("a whole number, a fraction such as \"1/3\", or a measure"),
              _ ("not a threshold"));
}

static TramaRule *read_rule (Reading *reading, const TramaJsonValue *value, int depth);

static void
read_rules (Reading *reading, const char *member, const TramaJsonValue *list, TramaRule *rule,
            int depth)
{
  gsize before = enter (reading, member);
  const TramaJsonValue *element;
  TramaJsonIter iter;

  rule->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) rule_free);
  if (!trama_json_value_is (list, TRAMA_JSON_ARRAY) || trama_json_size (list) == 0)
    complain (reading, NULL, list, _ ("a list of rules"), _ ("not a list"));
  trama_json_iter_init (&iter, list);
  while (trama_json_iter_next (&iter, NULL, NULL, &element))
    {
      TramaRule *part = read_rule (reading, element, depth + 1);

      if (part != NULL)
        g_ptr_array_add (rule->rules, part);
    }
  leave (reading, before);
}

static TramaRule *
read_rule (Reading *reading, const TramaJsonValue *value, int depth)
{
  static const char *const known[]
      = { "all", "any", "measure", "parameters", "at_least", "at_most", NULL };
  TramaRule *rule;
  const TramaJsonValue *all, *any, *at_least, *at_most;

  if (!trama_json_value_is (value, TRAMA_JSON_OBJECT))
    {
      complain (reading, NULL, value, _ ("a rule"), _ ("not a rule"));
      return NULL;
    }
  if (depth > 16)
    {
      complain (reading, NULL, NULL, _ ("at most 16 levels"), _ ("rules are nested too deep"));
      return NULL;
    }
  check_members (reading, value, known);
  rule = g_new0 (TramaRule, 1);
  all = trama_json_object_get (value, "all");
  any = trama_json_object_get (value, "any");
  if (all != NULL || any != NULL)
    {
      if (trama_json_size (value) != 1)
        complain (reading, NULL, value, _ ("only “all”, only “any”, or a measure"),
                  _ ("more than one rule in one"));
      rule->kind = all != NULL ? TRAMA_RULE_ALL : TRAMA_RULE_ANY;
      read_rules (reading, all != NULL ? "all" : "any", all != NULL ? all : any, rule, depth);
      return rule;
    }
  rule->kind = TRAMA_RULE_COMPARE;
  rule->measure = read_measure (reading, value, rule->parameters);
  at_least = trama_json_object_get (value, "at_least");
  at_most = trama_json_object_get (value, "at_most");
  if ((at_least != NULL) == (at_most != NULL))
    complain (reading, "at_least", NULL, _ ("one of “at_least” and “at_most”"),
              _ ("no threshold, or two"));
  else
    {
      rule->comparison = at_least != NULL ? TRAMA_AT_LEAST : TRAMA_AT_MOST;
      read_threshold (reading, rule, at_least != NULL ? "at_least" : "at_most",
                      at_least != NULL ? at_least : at_most);
    }
  return rule;
}

static void
read_window (Reading *reading, const TramaJsonValue *object, TramaCriterion *criterion)
{
  const TramaJsonValue *window = trama_json_object_get (object, "window");

  criterion->window = TRAMA_WINDOW_NONE;
  if (window == NULL)
    return;
  if (g_strcmp0 (trama_json_get_string (window, NULL), "since formed") == 0)
    criterion->window = TRAMA_WINDOW_SINCE_FORMED;
  else if (trama_json_get_integer (window, 0) >= 1 && trama_json_get_integer (window, 0) <= 600)
    criterion->window = (int) trama_json_get_integer (window, 0);
  else
    complain (reading, "window", window, _ ("months from 1 to 600, or \"since formed\""),
              _ ("not a window"));
}

static void
read_not_applicable (Reading *reading, const TramaJsonValue *object, TramaCriterion *criterion)
{
  const TramaJsonValue *rule = trama_json_object_get (object, "not_applicable_when");
  const char *reason = trama_json_object_get_string (object, "not_applicable_reason");
  gsize before;

  if (rule == NULL)
    return;
  before = enter (reading, "not_applicable_when");
  criterion->not_applicable_when = read_rule (reading, rule, 0);
  leave (reading, before);
  for (int i = 1; i <= TRAMA_REASON_POST_ENDED; i++)
    if (g_strcmp0 (trama_reason_id ((TramaReason) i), reason) == 0)
      criterion->not_applicable_reason = (TramaReason) i;
  if (criterion->not_applicable_reason == TRAMA_REASON_NONE)
    complain (reading, "not_applicable_reason",
              trama_json_object_get (object, "not_applicable_reason"),
              _ ("a reason such as \"post-ended\""), _ ("unknown reason"));
}

static TramaCriterion *
read_criterion (Reading *reading, const TramaJsonValue *value)
{
  static const char *const known[] = { "id",
                                       "number",
                                       "head",
                                       "title",
                                       "text",
                                       "basis",
                                       "source",
                                       "window",
                                       "rule",
                                       "not_applicable_when",
                                       "not_applicable_reason",
                                       NULL };
  TramaCriterion *criterion = g_new0 (TramaCriterion, 1);
  const TramaJsonValue *rule = trama_json_object_get (value, "rule");
  gsize before, at_rule;

  criterion->id = read_text (reading, value, "id", TRUE);
  before = enter (reading, criterion->id != NULL ? criterion->id : "?");
  check_members (reading, value, known);
  criterion->number = (guint) trama_json_get_integer (trama_json_object_get (value, "number"), 0);
  criterion->head = read_text (reading, value, "head", FALSE);
  criterion->title = read_text (reading, value, "title", TRUE);
  criterion->text = read_text (reading, value, "text", TRUE);
  criterion->basis = read_text (reading, value, "basis", TRUE);
  read_source (reading, value, &criterion->source);
  read_window (reading, value, criterion);
  read_not_applicable (reading, value, criterion);
  at_rule = enter (reading, "rule");
  criterion->rule = read_rule (reading, rule, 0);
  leave (reading, at_rule);
  leave (reading, before);
  return criterion;
}

static void
read_criteria (Reading *reading, const TramaJsonValue *root, TramaMethod *method)
{
  const TramaJsonValue *list = trama_json_object_get (root, "criteria");
  gsize before = enter (reading, "criteria");
  const TramaJsonValue *element;
  TramaJsonIter iter;

  if (!trama_json_value_is (list, TRAMA_JSON_ARRAY) || trama_json_size (list) == 0)
    complain (reading, NULL, list, _ ("a list of criteria"), _ ("not a list"));
  trama_json_iter_init (&iter, list);
  while (trama_json_iter_next (&iter, NULL, NULL, &element))
    {
      TramaCriterion *criterion = read_criterion (reading, element);

      if (criterion->id != NULL && trama_method_criterion (method, criterion->id) != NULL)
        complain (reading, "id", trama_json_object_get (element, "id"), _ ("an id of its own"),
                  _ ("another criterion has this id"));
      g_ptr_array_add (method->criteria, criterion);
    }
  leave (reading, before);
}

TramaMethod *
trama_method_parse (const char *file, const char *text, gsize length, TramaProblems *problems)
{
  static const char *const known[]
      = { "format", "id",      "version", "title",    "subject", "text",
          "basis",  "history", "source",  "criteria", NULL };
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();
  g_autoptr (TramaMethod) method = NULL;
  g_autoptr (GString) place = g_string_new (NULL);
  Reading reading = { .file = file, .problems = problems, .place = place, .good = TRUE };
  g_autofree char *message = NULL;
  const TramaJsonValue *root;
  gsize offset = 0;

  g_return_val_if_fail (text != NULL && problems != NULL, NULL);

  root = trama_json_reader_parse (reader, text, length, &message, &offset);
  if (root == NULL || !trama_json_value_is (root, TRAMA_JSON_OBJECT))
    {
      TramaProblem *problem = trama_problem_new (root == NULL ? message : _ ("not an object"));

      problem->file = g_strdup (file);
      problem->line = 1;
      for (gsize i = 0; i < offset && i < length; i++)
        problem->line += text[i] == '\n';
      trama_problems_add (problems, problem);
      return NULL;
    }
  method = g_new0 (TramaMethod, 1);
  g_atomic_ref_count_init (&method->references);
  method->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) criterion_free);
  check_members (&reading, root, known);
  if (g_strcmp0 (trama_json_object_get_string (root, "format"), "trama-method") != 0)
    complain (&reading, "format", trama_json_object_get (root, "format"), "\"trama-method\"",
              _ ("not a method file"));
  method->id = read_text (&reading, root, "id", TRUE);
  method->version = read_text (&reading, root, "version", TRUE);
  method->title = read_text (&reading, root, "title", TRUE);
  method->subject = read_text (&reading, root, "subject", TRUE);
  method->text = read_text (&reading, root, "text", TRUE);
  method->basis = read_text (&reading, root, "basis", TRUE);
  method->history = read_text (&reading, root, "history", FALSE);
  read_source (&reading, root, &method->source);
  if (method->subject != NULL
      && trama_kind_from_id (method->subject, strlen (method->subject)) == TRAMA_KIND_NONE)
    complain (&reading, "subject", trama_json_object_get (root, "subject"), _ ("a kind of record"),
              _ ("unknown kind of record"));
  read_criteria (&reading, root, method);
  return reading.good ? g_steal_pointer (&method) : NULL;
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
  static const char *const files[] = { "profo.json", "network-results.json" };
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
