/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-method-reading.h"

#define DEEPEST 16

void
trama_rule_free (TramaRule *rule)
{
  if (rule == NULL)
    return;
  g_clear_pointer (&rule->rules, g_ptr_array_unref);
  g_free (rule->criterion_id);
  g_free (rule);
}

static char *
list_choices (const TramaField *field)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < field->n_choices; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", field->choices[i].id);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static guint64
read_choices (TramaMethodReading *reading, const char *member, const TramaField *field,
              const TramaJsonValue *value)
{
  const TramaJsonValue *element;
  TramaJsonIter iter;
  guint64 bits = 0;

  if (!trama_reading_list (reading, member, value, _ ("a list of choices"), &iter))
    return 0;
  while (trama_json_iter_next (&iter, NULL, NULL, &element))
    {
      guint choice = trama_field_choice_from_id (field, trama_json_get_string (element, NULL));

      if (choice == 0)
        {
          g_autofree char *list = list_choices (field);

          trama_reading_complain (reading, member, element, list, _ ("not one of the choices"));
        }
      bits |= TRAMA_KIND_BIT (choice);
    }
  return bits;
}

static void
complain_of_parameter (TramaMethodReading *reading, const TramaMeasure *measure, const char *key)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int i = 0; i < TRAMA_MAX_PARAMETERS && measure->parameters[i].id != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", measure->parameters[i].id);
  trama_reading_complain (reading, key, NULL, list->len > 0 ? list->str : _ ("no parameters"),
                          _ ("the measure has no such parameter"));
}

static void
read_parameters (TramaMethodReading *reading, const TramaMeasure *measure,
                 const TramaJsonValue *value, gint64 *parameters)
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
      const TramaParameter *parameter;

      if (place < 0)
        {
          complain_of_parameter (reading, measure, key);
          continue;
        }
      parameter = &measure->parameters[place];
      if (parameter->choices_kind != TRAMA_KIND_NONE)
        parameters[place] = (gint64) read_choices (
            reading, parameter->id,
            trama_kind_field (parameter->choices_kind, parameter->choices_field,
                              strlen (parameter->choices_field)),
            given);
      else if (!trama_json_value_is (given, TRAMA_JSON_INTEGER)
               || trama_json_get_integer (given, 0) < 0 || trama_json_get_integer (given, 0) > 1200)
        trama_reading_complain (reading, key, given, _ ("a whole number from 0 to 1200"),
                                _ ("not a whole number"));
      else
        parameters[place] = trama_json_get_integer (given, 0);
    }
  for (int i = 0; i < TRAMA_MAX_PARAMETERS; i++)
    if (measure->parameters[i].choices_kind != TRAMA_KIND_NONE && parameters[i] == 0)
      trama_reading_complain (reading, measure->parameters[i].id, NULL, _ ("a list of choices"),
                              _ ("missing"));
}

const TramaMeasure *
trama_reading_measure (TramaMethodReading *reading, const TramaJsonValue *object,
                       gint64 *parameters)
{
  const TramaJsonValue *id = trama_json_object_get (object, "measure");
  const TramaMeasure *measure = trama_measure_find (trama_json_get_string (id, NULL));
  TramaKind subject = trama_method_subject_kind (reading->method);

  if (measure == NULL)
    {
      trama_reading_complain (reading, "measure", id, _ ("the id of a measure in the registry"),
                              _ ("unknown measure"));
      return NULL;
    }
  if (subject != TRAMA_KIND_NONE && !(measure->subjects & TRAMA_KIND_BIT (subject)))
    trama_reading_complain (reading, "measure", id, _ ("a measure of the method’s subject"),
                            _ ("this measure is of something else"));
  read_parameters (reading, measure, trama_json_object_get (object, "parameters"), parameters);
  return measure;
}

const TramaField *
trama_reading_field (TramaMethodReading *reading, const TramaJsonValue *object, const char *member)
{
  const TramaJsonValue *value = trama_json_object_get (object, member);
  const char *id = trama_json_get_string (value, NULL);
  TramaKind kind = trama_method_subject_kind (reading->method);
  const TramaField *field
      = id != NULL && kind != TRAMA_KIND_NONE ? trama_kind_field (kind, id, strlen (id)) : NULL;

  if (field == NULL)
    trama_reading_complain (reading, member, value, _ ("a field of the method’s subject"),
                            _ ("no such field"));
  return field;
}

static void
read_threshold (TramaMethodReading *reading, TramaRule *rule, const char *member,
                const TramaJsonValue *value)
{
  static const char *const known[] = { "measure", "parameters", NULL };

  if (rule->kind == TRAMA_RULE_COMPARE && trama_json_value_is (value, TRAMA_JSON_OBJECT))
    {
      gsize before = trama_reading_enter (reading, member);

      trama_reading_check_members (reading, value, known);
      rule->threshold_measure = trama_reading_measure (reading, value, rule->threshold_parameters);
      trama_reading_leave (reading, before);
    }
  else if (!trama_json_get_ratio (value, &rule->threshold))
    trama_reading_complain (reading, member, value,
                            _ ("a whole number, a fraction such as \"1/3\", or a measure"),
                            _ ("not a threshold"));
}

static void
read_comparison (TramaMethodReading *reading, const TramaJsonValue *value, TramaRule *rule)
{
  const TramaJsonValue *at_least = trama_json_object_get (value, "at_least");
  const TramaJsonValue *at_most = trama_json_object_get (value, "at_most");

  if ((at_least != NULL) == (at_most != NULL))
    {
      trama_reading_complain (reading, "at_least", NULL, _ ("one of “at_least” and “at_most”"),
                              _ ("no threshold, or two"));
      return;
    }
  rule->comparison = at_least != NULL ? TRAMA_AT_LEAST : TRAMA_AT_MOST;
  read_threshold (reading, rule, at_least != NULL ? "at_least" : "at_most",
                  at_least != NULL ? at_least : at_most);
}

static TramaRule *read_rule (TramaMethodReading *reading, const TramaJsonValue *value, int depth);

static void
read_rules (TramaMethodReading *reading, const char *member, const TramaJsonValue *list,
            TramaRule *rule, int depth)
{
  gsize before = trama_reading_enter (reading, member);
  const TramaJsonValue *element;
  TramaJsonIter iter;

  rule->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_rule_free);
  if (trama_reading_list (reading, NULL, list, _ ("a list of rules"), &iter))
    while (trama_json_iter_next (&iter, NULL, NULL, &element))
      {
        TramaRule *part = read_rule (reading, element, depth + 1);

        if (part != NULL)
          g_ptr_array_add (rule->rules, part);
      }
  trama_reading_leave (reading, before);
}

/* {"all": …}, {"any": …}, {"count": …, "at_least": n} */
static void
read_join (TramaMethodReading *reading, const TramaJsonValue *value, TramaRule *rule, int depth)
{
  static const char *const members[] = { "all", "any", "count" };
  const char *member = members[rule->kind];
  guint size = rule->kind == TRAMA_RULE_COUNT ? 2 : 1;

  if (trama_json_size (value) != size)
    trama_reading_complain (reading, NULL, value, _ ("only “all”, only “any”, or a measure"),
                            _ ("more than one rule in one"));
  read_rules (reading, member, trama_json_object_get (value, member), rule, depth);
  if (rule->kind == TRAMA_RULE_COUNT)
    rule->least = (guint) trama_reading_integer (reading, value, "at_least", 1, 100, 0);
  if (rule->kind == TRAMA_RULE_COUNT && rule->least == 0)
    trama_reading_complain (reading, "at_least", NULL, _ ("how many of them must hold"),
                            _ ("missing"));
}

static void
read_criterion_rule (TramaMethodReading *reading, const TramaJsonValue *value, TramaRule *rule)
{
  static const char *const known[] = { "criterion", "at_least", "at_most", "unknown", NULL };
  const char *unknown = trama_json_object_get_string (value, "unknown");

  trama_reading_check_members (reading, value, known);
  rule->criterion_id = trama_reading_text (reading, value, "criterion", TRUE);
  rule->if_unknown = TRAMA_MAYBE;
  if (g_strcmp0 (unknown, "no") == 0)
    rule->if_unknown = TRAMA_NO;
  else if (g_strcmp0 (unknown, "yes") == 0)
    rule->if_unknown = TRAMA_YES;
  else if (trama_json_object_get (value, "unknown") != NULL)
    trama_reading_complain (reading, "unknown", trama_json_object_get (value, "unknown"),
                            "\"yes\", \"no\"", _ ("not what an unknown answer can count as"));
  read_comparison (reading, value, rule);
}

static void
read_field_rule (TramaMethodReading *reading, const TramaJsonValue *value, TramaRule *rule)
{
  static const char *const known[] = { "field", "is", "known", NULL };
  const TramaJsonValue *is = trama_json_object_get (value, "is");

  trama_reading_check_members (reading, value, known);
  rule->field = trama_reading_field (reading, value, "field");
  if (rule->field == NULL)
    return;
  if (is != NULL && rule->field->type == TRAMA_FIELD_CHOICE)
    rule->choices = read_choices (reading, "is", rule->field, is);
  else if (is != NULL)
    trama_reading_complain (reading, "is", is, _ ("a field with choices"),
                            _ ("the field has no choices"));
  else if (!trama_json_get_boolean (trama_json_object_get (value, "known"), FALSE))
    trama_reading_complain (reading, "known", trama_json_object_get (value, "known"),
                            _ ("“is” with choices, or “known”: true"), _ ("missing"));
}

static TramaRule *
read_rule (TramaMethodReading *reading, const TramaJsonValue *value, int depth)
{
  static const char *const known[]
      = { "all",       "any",     "count", "measure", "parameters", "at_least", "at_most",
          "criterion", "unknown", "field", "is",      "known",      NULL };
  TramaRule *rule;

  if (!trama_json_value_is (value, TRAMA_JSON_OBJECT))
    {
      trama_reading_complain (reading, NULL, value, _ ("a rule"), _ ("not a rule"));
      return NULL;
    }
  if (depth > DEEPEST)
    {
      trama_reading_complain (reading, NULL, NULL, _ ("at most 16 levels"),
                              _ ("rules are nested too deep"));
      return NULL;
    }
  trama_reading_check_members (reading, value, known);
  rule = g_new0 (TramaRule, 1);
  rule->if_unknown = TRAMA_MAYBE;
  rule->threshold.d = 1;
  for (int kind = TRAMA_RULE_ALL; kind <= TRAMA_RULE_COUNT; kind++)
    if (trama_json_object_get (value, kind == TRAMA_RULE_ALL   ? "all"
                                      : kind == TRAMA_RULE_ANY ? "any"
                                                               : "count")
        != NULL)
      {
        rule->kind = (TramaRuleKind) kind;
        read_join (reading, value, rule, depth);
        return rule;
      }
  if (trama_json_object_get (value, "criterion") != NULL)
    {
      rule->kind = TRAMA_RULE_CRITERION;
      read_criterion_rule (reading, value, rule);
      return rule;
    }
  if (trama_json_object_get (value, "field") != NULL)
    {
      rule->kind = TRAMA_RULE_FIELD;
      read_field_rule (reading, value, rule);
      return rule;
    }
  rule->kind = TRAMA_RULE_COMPARE;
  rule->measure = trama_reading_measure (reading, value, rule->parameters);
  read_comparison (reading, value, rule);
  return rule;
}

TramaRule *
trama_reading_rule (TramaMethodReading *reading, const TramaJsonValue *value)
{
  return read_rule (reading, value, 0);
}

TramaRule *
trama_reading_rule_in (TramaMethodReading *reading, const TramaJsonValue *object,
                       const char *member)
{
  const TramaJsonValue *value = trama_json_object_get (object, member);
  gsize before;
  TramaRule *rule;

  if (value == NULL)
    return NULL;
  before = trama_reading_enter (reading, member);
  rule = read_rule (reading, value, 0);
  trama_reading_leave (reading, before);
  return rule;
}
