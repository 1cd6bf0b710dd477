/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-method-reading.h"

static void
cell_free (TramaProfileCell *cell)
{
  g_free (cell);
}

void
trama_advice_free (TramaAdvice *advice)
{
  g_free (advice->title);
  g_free (advice->text);
  trama_source_clear (&advice->source);
  trama_rule_free (advice->when);
  g_free (advice);
}

void
trama_outcome_type_free (TramaOutcomeType *outcome)
{
  g_free (outcome->id);
  g_free (outcome->title);
  g_free (outcome->text);
  trama_source_clear (&outcome->source);
  trama_rule_free (outcome->when);
  g_clear_pointer (&outcome->cells, g_ptr_array_unref);
  g_clear_pointer (&outcome->advice, g_ptr_array_unref);
  g_free (outcome);
}

TramaMethodGroup *
trama_method_group_new (char *id, char *title, char *text)
{
  TramaMethodGroup *group = g_new0 (TramaMethodGroup, 1);

  *group = (TramaMethodGroup) { id, title, text, g_ptr_array_new () };
  return group;
}

void
trama_method_group_free (TramaMethodGroup *group)
{
  g_free (group->id);
  g_free (group->title);
  g_free (group->text);
  g_ptr_array_unref (group->criteria);
  g_free (group);
}

static GPtrArray *
read_advice (TramaMethodReading *reading, const TramaJsonValue *object, const char *member)
{
  static const char *const known[] = { "title", "text", "source", "when", NULL };
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_advice_free);
  const TramaJsonValue *value = trama_json_object_get (object, member);
  const TramaJsonValue *element;
  TramaJsonIter iter;
  gsize before;

  if (value == NULL)
    return list;
  before = trama_reading_enter (reading, member);
  if (trama_reading_list (reading, NULL, value, _ ("a list of texts"), &iter))
    while (trama_json_iter_next (&iter, NULL, NULL, &element))
      {
        TramaAdvice *advice = g_new0 (TramaAdvice, 1);

        trama_reading_check_members (reading, element, known);
        advice->title = trama_reading_text (reading, element, "title", FALSE);
        advice->text = trama_reading_text (reading, element, "text", TRUE);
        trama_reading_source (reading, element, &advice->source, FALSE);
        advice->when = trama_reading_rule_in (reading, element, "when");
        g_ptr_array_add (list, advice);
      }
  trama_reading_leave (reading, before);
  return list;
}

static gboolean
level_exists (const TramaCriterion *criterion, gint64 level)
{
  return level >= trama_criterion_least (criterion)
         && level <= trama_criterion_greatest (criterion);
}

/* [low, high] as {"from": low, "to": high}; a set as [1, 3]; a single level as a number. */
static TramaProfileCell *
read_cell (TramaMethodReading *reading, const TramaCriterion *criterion,
           const TramaJsonValue *value)
{
  static const char *const known[] = { "from", "to", NULL };
  TramaProfileCell *cell = g_new0 (TramaProfileCell, 1);
  const TramaJsonValue *element;
  TramaJsonIter iter;
  gboolean good = TRUE;

  cell->criterion = criterion;
  if (trama_json_value_is (value, TRAMA_JSON_INTEGER))
    cell->low = cell->high = (int) CLAMP (trama_json_get_integer (value, -1), -1, 99);
  else if (trama_json_value_is (value, TRAMA_JSON_OBJECT))
    {
      trama_reading_check_members (reading, value, known);
      cell->low = (int) trama_reading_integer (reading, value, "from", 0, 10, -1);
      cell->high = (int) trama_reading_integer (reading, value, "to", 0, 10, -1);
    }
  else if (trama_json_value_is (value, TRAMA_JSON_ARRAY) && trama_json_size (value) > 0)
    {
      cell->is_set = TRUE;
      cell->low = 99;
      trama_json_iter_init (&iter, value);
      while (trama_json_iter_next (&iter, NULL, NULL, &element))
        {
          gint64 level = trama_json_get_integer (element, -1);

          good = good && level_exists (criterion, level);
          if (!good)
            break;
          cell->members |= 1u << level;
          cell->low = MIN (cell->low, (int) level);
          cell->high = MAX (cell->high, (int) level);
        }
    }
  else
    good = FALSE;
  if (!good || cell->low > cell->high || !level_exists (criterion, cell->low)
      || !level_exists (criterion, cell->high))
    trama_reading_complain (reading, criterion->id, value,
                            _ ("levels of the rubric: 2, {\"from\": 1, \"to\": 2} or [1, 3]"),
                            _ ("no rating can ever be in this cell"));
  return cell;
}

static GPtrArray *
read_profile (TramaMethodReading *reading, const TramaJsonValue *profile)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free);
  gsize before = trama_reading_enter (reading, "profile");
  const TramaJsonValue *value;
  TramaJsonIter iter;
  const char *key;

  if (!trama_json_value_is (profile, TRAMA_JSON_OBJECT) || trama_json_size (profile) == 0)
    trama_reading_complain (reading, NULL, profile, _ ("criteria and their levels"),
                            _ ("not a profile"));
  trama_json_iter_init (&iter, profile);
  while (trama_json_iter_next (&iter, &key, NULL, &value))
    {
      const TramaCriterion *criterion = trama_method_criterion (reading->method, key);

      if (criterion == NULL)
        trama_reading_complain (reading, key, NULL, _ ("the id of one of the criteria"),
                                _ ("no such criterion"));
      else
        g_ptr_array_add (cells, read_cell (reading, criterion, value));
    }
  trama_reading_leave (reading, before);
  return cells;
}

static void
read_outcome (TramaMethodReading *reading, const TramaJsonValue *value)
{
  static const char *const known[]
      = { "id", "title", "text", "source", "when", "profile", "advice", NULL };
  TramaOutcomeType *outcome = g_new0 (TramaOutcomeType, 1);
  const TramaJsonValue *profile = trama_json_object_get (value, "profile");
  gsize before;

  outcome->id = trama_reading_text (reading, value, "id", TRUE);
  before = trama_reading_enter (reading, outcome->id != NULL ? outcome->id : "?");
  trama_reading_check_members (reading, value, known);
  if (outcome->id != NULL && trama_method_outcome (reading->method, outcome->id) != NULL)
    trama_reading_complain (reading, "id", trama_json_object_get (value, "id"),
                            _ ("an id of its own"), _ ("another outcome has this id"));
  outcome->title = trama_reading_text (reading, value, "title", TRUE);
  outcome->text = trama_reading_text (reading, value, "text", FALSE);
  trama_reading_source (reading, value, &outcome->source, FALSE);
  outcome->when = trama_reading_rule_in (reading, value, "when");
  if (profile != NULL)
    outcome->cells = read_profile (reading, profile);
  if (reading->method->scoring == TRAMA_SCORING_PROFILES
      && (outcome->when != NULL) == (outcome->cells != NULL))
    trama_reading_complain (reading, "profile", profile, _ ("a profile, or a gate’s “when”"),
                            _ ("neither, or both"));
  else if (reading->method->scoring != TRAMA_SCORING_PROFILES && outcome->cells != NULL)
    trama_reading_complain (reading, "profile", profile, _ ("the scoring \"profiles\""),
                            _ ("this scoring has no profiles"));
  outcome->advice = read_advice (reading, value, "advice");
  trama_reading_leave (reading, before);
  g_ptr_array_add (reading->method->outcomes, outcome);
}

static void
read_outcomes (TramaMethodReading *reading, const TramaJsonValue *root)
{
  TramaMethod *method = reading->method;
  const TramaJsonValue *list = trama_json_object_get (root, "outcomes");
  gboolean needed
      = method->scoring == TRAMA_SCORING_PROFILES || method->scoring == TRAMA_SCORING_OUTCOMES;
  gsize before = trama_reading_enter (reading, "outcomes");
  const TramaJsonValue *element;
  TramaJsonIter iter;

  if ((list != NULL || needed)
      && trama_reading_list (reading, NULL, list, _ ("a list of outcomes"), &iter))
    while (trama_json_iter_next (&iter, NULL, NULL, &element))
      read_outcome (reading, element);
  /* What stands behind an "else" is never reached. */
  for (guint i = 0; method->scoring == TRAMA_SCORING_OUTCOMES && i + 1 < method->outcomes->len; i++)
    {
      TramaOutcomeType *outcome = g_ptr_array_index (method->outcomes, i);

      if (outcome->when == NULL)
        trama_reading_complain (reading, outcome->id, NULL, _ ("“when” in all but the last"),
                                _ ("the outcomes after this one can never hold"));
    }
  trama_reading_leave (reading, before);
}

static void
read_axes (TramaMethodReading *reading, const TramaJsonValue *root)
{
  static const char *const known[] = { "id", "title", "text", "criteria", NULL };
  const TramaJsonValue *list = trama_json_object_get (root, "axes");
  gsize before = trama_reading_enter (reading, "axes");
  const TramaJsonValue *element, *id;
  TramaJsonIter iter, inner;

  if (list != NULL && trama_reading_list (reading, NULL, list, _ ("a list of axes"), &iter))
    while (trama_json_iter_next (&iter, NULL, NULL, &element))
      {
        TramaMethodGroup *axis;

        trama_reading_check_members (reading, element, known);
        axis = trama_method_group_new (trama_reading_text (reading, element, "id", TRUE),
                                       trama_reading_text (reading, element, "title", TRUE),
                                       trama_reading_text (reading, element, "text", FALSE));
        g_ptr_array_add (reading->method->axes, axis);
        if (!trama_reading_list (reading, "criteria", trama_json_object_get (element, "criteria"),
                                 _ ("a list of criteria"), &inner))
          continue;
        while (trama_json_iter_next (&inner, NULL, NULL, &id))
          {
            const TramaCriterion *criterion
                = trama_reading_criterion_named (reading, "criteria", id);

            if (criterion != NULL)
              g_ptr_array_add (axis->criteria, (gpointer) criterion);
          }
      }
  trama_reading_leave (reading, before);
}

static void
read_required (TramaMethodReading *reading, const TramaJsonValue *root)
{
  const TramaJsonValue *list = trama_json_object_get (root, "required");
  const TramaJsonValue *id;
  TramaJsonIter iter;

  if (list == NULL
      || !trama_reading_list (reading, "required", list, _ ("a list of criteria"), &iter))
    return;
  while (trama_json_iter_next (&iter, NULL, NULL, &id))
    {
      const TramaCriterion *criterion = trama_reading_criterion_named (reading, "required", id);

      if (criterion != NULL)
        g_ptr_array_add (reading->method->required, (gpointer) criterion);
    }
}

/* Records of the subject that override the outcome: {"kind": "tier-reading", "field": "tier",
 * "reason": "reason"}. */
static void
read_override (TramaMethodReading *reading, const TramaJsonValue *root)
{
  static const char *const known[] = { "kind", "field", "reason", NULL };
  const TramaJsonValue *value = trama_json_object_get (root, "override");
  TramaMethod *method = reading->method;
  const char *kind_id = trama_json_object_get_string (value, "kind");
  const char *field = trama_json_object_get_string (value, "field");
  const char *reason = trama_json_object_get_string (value, "reason");
  TramaKind kind;
  gsize before;

  if (value == NULL)
    return;
  before = trama_reading_enter (reading, "override");
  trama_reading_check_members (reading, value, known);
  kind = kind_id != NULL ? trama_kind_from_id (kind_id, strlen (kind_id)) : TRAMA_KIND_NONE;
  if (kind != TRAMA_KIND_NONE && trama_kind_info (kind)->owner_field >= 0)
    {
      method->override_kind = kind;
      method->override_owner = &trama_kind_info (kind)->fields[trama_kind_info (kind)->owner_field];
      if (field != NULL)
        method->override_field = trama_kind_field (kind, field, strlen (field));
      if (reason != NULL)
        method->override_reason = trama_kind_field (kind, reason, strlen (reason));
    }
  if (method->override_field == NULL || method->override_field->type != TRAMA_FIELD_CHOICE
      || method->override_reason == NULL || method->override_reason->type != TRAMA_FIELD_TEXT
      || !(method->override_owner->targets & TRAMA_KIND_BIT (trama_method_subject_kind (method))))
    trama_reading_complain (reading, NULL, value,
                            _ ("a kind of record that belongs to the subject, a field of it with "
                               "choices and one for the reason"),
                            _ ("nothing can be overridden by this"));
  trama_reading_leave (reading, before);
}

void
trama_reading_scoring (TramaMethodReading *reading, const TramaJsonValue *root)
{
  TramaMethod *method = reading->method;
  const TramaJsonValue *margin = trama_json_object_get (root, "margin");

  read_outcomes (reading, root);
  method->advice = read_advice (reading, root, "advice");
  method->warnings = read_advice (reading, root, "warnings");
  read_axes (reading, root);
  read_required (reading, root);
  read_override (reading, root);
  method->at_least_rows
      = (guint) trama_reading_integer (reading, root, "at_least_rows", 1, method->criteria->len, 1);
  method->margin = (TramaRatio) { 0, 1 };
  if (margin != NULL && !trama_json_get_ratio (margin, &method->margin))
    trama_reading_complain (reading, "margin", margin,
                            _ ("a whole number or a fraction such as \"1/3\""), _ ("not a margin"));
}
