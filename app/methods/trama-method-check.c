/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only the whole method shows: what its rules name, cycles among them, and rules that can
 * never hold. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-method-reading.h"

typedef void (*RuleFunc) (TramaMethodReading *reading, TramaRule *rule);

static void
walk (TramaMethodReading *reading, TramaRule *rule, RuleFunc function)
{
  if (rule == NULL)
    return;
  function (reading, rule);
  for (guint i = 0; rule->rules != NULL && i < rule->rules->len; i++)
    walk (reading, g_ptr_array_index (rule->rules, i), function);
}

/* Visits every rule of the method with its place entered. */
static void
walk_in (TramaMethodReading *reading, const char *list, const char *id, const char *member,
         TramaRule *rule, RuleFunc function)
{
  gsize before = trama_reading_enter (reading, list);

  if (id != NULL)
    trama_reading_enter (reading, id);
  trama_reading_enter (reading, member);
  walk (reading, rule, function);
  trama_reading_leave (reading, before);
}

static void
walk_advice (TramaMethodReading *reading, const char *list, GPtrArray *advice, RuleFunc function)
{
  for (guint i = 0; i < advice->len; i++)
    walk_in (reading, list, NULL, "when", ((TramaAdvice *) g_ptr_array_index (advice, i))->when,
             function);
}

static void
walk_all (TramaMethodReading *reading, RuleFunc function)
{
  TramaMethod *method = reading->method;

  for (guint i = 0; i < method->criteria->len; i++)
    {
      TramaCriterion *criterion = g_ptr_array_index (method->criteria, i);

      walk_in (reading, "criteria", criterion->id, "rule", criterion->rule, function);
      walk_in (reading, "criteria", criterion->id, "not_applicable_when",
               criterion->not_applicable_when, function);
    }
  for (guint i = 0; i < method->outcomes->len; i++)
    {
      TramaOutcomeType *outcome = g_ptr_array_index (method->outcomes, i);

      walk_in (reading, "outcomes", outcome->id, "when", outcome->when, function);
      walk_advice (reading, outcome->id, outcome->advice, function);
    }
  walk_advice (reading, "advice", method->advice, function);
  walk_advice (reading, "warnings", method->warnings, function);
}

static void
link_rule (TramaMethodReading *reading, TramaRule *rule)
{
  GPtrArray *criteria = reading->method->criteria;

  if (rule->kind != TRAMA_RULE_CRITERION || rule->criterion_id == NULL)
    return;
  rule->criterion = criteria->len;
  for (guint i = 0; i < criteria->len; i++)
    if (g_strcmp0 (((TramaCriterion *) g_ptr_array_index (criteria, i))->id, rule->criterion_id)
        == 0)
      rule->criterion = i;
  if (rule->criterion == criteria->len)
    {
      g_autofree char *found = g_strdup_printf (_ ("no such criterion: “%s”"), rule->criterion_id);

      trama_reading_complain (reading, "criterion", NULL, _ ("the id of one of the criteria"),
                              found);
    }
}

/* The span in which a rating must lie for all that was asked of it so far. */
typedef struct
{
  const TramaRule *rule; /* of the same criterion or measure with the same parameters */
  double low;
  double high;
} Span;

static gboolean
same_subject (const TramaRule *a, const TramaRule *b)
{
  if (a->kind != b->kind)
    return FALSE;
  if (a->kind == TRAMA_RULE_CRITERION)
    return a->criterion == b->criterion;
  return a->measure == b->measure
         && memcmp (a->parameters, b->parameters, sizeof (a->parameters)) == 0;
}

static Span
span_of (TramaMethodReading *reading, const TramaRule *rule)
{
  Span span = { rule, 0, G_MAXINT32 };

  if (rule->kind == TRAMA_RULE_CRITERION && rule->criterion < reading->method->criteria->len)
    {
      const TramaCriterion *criterion
          = g_ptr_array_index (reading->method->criteria, rule->criterion);

      span.low = trama_criterion_least (criterion);
      span.high = trama_criterion_greatest (criterion);
    }
  else if (rule->kind == TRAMA_RULE_COMPARE && rule->measure != NULL
           && rule->measure->unit == TRAMA_UNIT_SHARE)
    span.high = 1;
  return span;
}

/* FALSE where nothing can lie in the narrowed span. */
static gboolean
narrow (Span *span, const TramaRule *rule)
{
  double threshold = trama_ratio_value (rule->threshold);

  if (rule->threshold_measure != NULL)
    return TRUE;
  if (rule->comparison == TRAMA_AT_LEAST)
    span->low = MAX (span->low, threshold);
  else
    span->high = MIN (span->high, threshold);
  return span->low <= span->high;
}

static gboolean
is_comparison (const TramaRule *rule)
{
  return rule->kind == TRAMA_RULE_CRITERION
         || (rule->kind == TRAMA_RULE_COMPARE && rule->measure != NULL);
}

/* Asks all parts of an "all" together: a ≥ 2 and a ≤ 1 cannot both be. */
static gboolean
parts_agree (TramaMethodReading *reading, const TramaRule *rule)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; i < rule->rules->len; i++)
    {
      const TramaRule *part = g_ptr_array_index (rule->rules, i);
      Span *span = NULL;

      if (!is_comparison (part))
        continue;
      for (guint j = 0; j < spans->len && span == NULL; j++)
        if (same_subject (g_array_index (spans, Span, j).rule, part))
          span = &g_array_index (spans, Span, j);
      if (span == NULL)
        {
          Span fresh = span_of (reading, part);

          g_array_append_val (spans, fresh);
          span = &g_array_index (spans, Span, spans->len - 1);
        }
      if (!narrow (span, part))
        return FALSE;
    }
  return TRUE;
}

static void
check_can_hold (TramaMethodReading *reading, TramaRule *rule)
{
  Span span;

  if (rule->kind == TRAMA_RULE_COUNT && rule->least > rule->rules->len)
    trama_reading_complain (reading, "at_least", NULL, _ ("no more than there are rules"),
                            _ ("this rule can never hold"));
  else if (is_comparison (rule))
    {
      span = span_of (reading, rule);
      if (!narrow (&span, rule))
        {
          g_autofree char *message = g_strdup_printf (
              _ ("this rule can never hold: “%s”"),
              rule->kind == TRAMA_RULE_CRITERION ? rule->criterion_id : rule->measure->id);

          trama_reading_complain (reading,
                                  rule->comparison == TRAMA_AT_LEAST ? "at_least" : "at_most", NULL,
                                  _ ("something the scale reaches"), message);
        }
    }
  else if (rule->kind == TRAMA_RULE_ALL && !parts_agree (reading, rule))
    trama_reading_complain (reading, "all", NULL, _ ("parts that can hold together"),
                            _ ("this rule can never hold"));
}

/* The criteria that a rule names, added to @path's end and followed. */
static gboolean find_cycle (TramaMethod *method, guint criterion, GArray *path, guint8 *done);

static gboolean
rule_leads_back (TramaMethod *method, const TramaRule *rule, GArray *path, guint8 *done)
{
  if (rule == NULL)
    return FALSE;
  if (rule->kind == TRAMA_RULE_CRITERION && rule->criterion < method->criteria->len)
    return find_cycle (method, rule->criterion, path, done);
  for (guint i = 0; rule->rules != NULL && i < rule->rules->len; i++)
    if (rule_leads_back (method, g_ptr_array_index (rule->rules, i), path, done))
      return TRUE;
  return FALSE;
}

static gboolean
find_cycle (TramaMethod *method, guint criterion, GArray *path, guint8 *done)
{
  const TramaCriterion *at = g_ptr_array_index (method->criteria, criterion);

  for (guint i = 0; i < path->len; i++)
    if (g_array_index (path, guint, i) == criterion)
      {
        g_array_remove_range (path, 0, i);
        g_array_append_val (path, criterion);
        return TRUE;
      }
  if (done[criterion])
    return FALSE;
  g_array_append_val (path, criterion);
  if (rule_leads_back (method, at->rule, path, done)
      || rule_leads_back (method, at->not_applicable_when, path, done))
    return TRUE;
  g_array_set_size (path, path->len - 1);
  done[criterion] = TRUE;
  return FALSE;
}

static void
check_cycles (TramaMethodReading *reading)
{
  GPtrArray *criteria = reading->method->criteria;
  g_autofree guint8 *done = g_new0 (guint8, criteria->len);

  for (guint i = 0; i < criteria->len; i++)
    {
      g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GString) text = g_string_new (_ ("rules in a circle: "));
      gsize before;

      if (!find_cycle (reading->method, i, path, done))
        continue;
      for (guint j = 0; j < path->len; j++)
        g_string_append_printf (
            text, "%s%s", j > 0 ? " → " : "",
            ((TramaCriterion *) g_ptr_array_index (criteria, g_array_index (path, guint, j)))->id);
      before = trama_reading_enter (reading, "criteria");
      trama_reading_enter (reading, ((TramaCriterion *) g_ptr_array_index (criteria, i))->id);
      trama_reading_complain (reading, "rule", NULL, _ ("rules that come to an end"), text->str);
      trama_reading_leave (reading, before);
      return;
    }
}

void
trama_reading_check_method (TramaMethodReading *reading)
{
  walk_all (reading, link_rule);
  if (!reading->good)
    return;
  check_cycles (reading);
  walk_all (reading, check_can_hold);
}
