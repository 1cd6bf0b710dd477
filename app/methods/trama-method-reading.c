/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a method file, strictly: a member that nobody knows is a mistake, not a comment. */
#include "trama-method-reading.h"

#include <glib/gi18n-lib.h>

void
trama_reading_complain (TramaMethodReading *reading, const char *member,
                        const TramaJsonValue *found, const char *expected, const char *message)
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

void
trama_reading_not_json (TramaMethodReading *reading, const char *text, gsize length, gsize offset,
                        const char *message)
{
  TramaProblem *problem = trama_problem_new (message);

  problem->file = g_strdup (reading->file);
  problem->line = 1;
  for (gsize i = 0; i < offset && i < length; i++)
    problem->line += text[i] == '\n';
  trama_problems_add (reading->problems, problem);
  reading->good = FALSE;
}

gsize
trama_reading_enter (TramaMethodReading *reading, const char *name)
{
  gsize before = reading->place->len;

  g_string_append_printf (reading->place, "%s%s", before > 0 ? " / " : "", name);
  return before;
}

void
trama_reading_leave (TramaMethodReading *reading, gsize before)
{
  g_string_truncate (reading->place, before);
}

void
trama_reading_check_members (TramaMethodReading *reading, const TramaJsonValue *object,
                             const char *const *known)
{
  const TramaJsonValue *value;
  TramaJsonIter iter;
  const char *key;

  trama_json_iter_init (&iter, object);
  while (trama_json_iter_next (&iter, &key, NULL, &value))
    if (!g_strv_contains (known, key))
      {
        g_autofree char *list = g_strjoinv (", ", (char **) known);

        trama_reading_complain (reading, key, NULL, list, _ ("nobody knows this member"));
      }
}

char *
trama_reading_text (TramaMethodReading *reading, const TramaJsonValue *object, const char *member,
                    gboolean required)
{
  const TramaJsonValue *value = trama_json_object_get (object, member);
  const char *text = trama_json_get_string (value, NULL);

  if (value == NULL && !required)
    return NULL;
  if (text == NULL || *text == '\0')
    trama_reading_complain (reading, member, value, _ ("a text that is not empty"),
                            value == NULL ? _ ("missing") : _ ("not a text"));
  return g_strdup (text);
}

gint64
trama_reading_integer (TramaMethodReading *reading, const TramaJsonValue *object,
                       const char *member, gint64 min, gint64 max, gint64 fallback)
{
  const TramaJsonValue *value = trama_json_object_get (object, member);
  gint64 number = trama_json_get_integer (value, min - 1);

  if (value == NULL)
    return fallback;
  if (!trama_json_value_is (value, TRAMA_JSON_INTEGER) || number < min || number > max)
    {
      g_autofree char *expected
          = g_strdup_printf (_ ("a whole number from %d to %d"), (int) min, (int) max);

      trama_reading_complain (reading, member, value, expected, _ ("not such a number"));
      return fallback;
    }
  return number;
}

void
trama_reading_source (TramaMethodReading *reading, const TramaJsonValue *object,
                      TramaSource *source, gboolean required)
{
  static const char *const known[] = { "document", "place", "title", "quote", NULL };
  const TramaJsonValue *value = trama_json_object_get (object, "source");
  gsize before;

  if (value == NULL)
    {
      if (required)
        trama_reading_complain (reading, "source", NULL, _ ("where it comes from"), _ ("missing"));
      return;
    }
  before = trama_reading_enter (reading, "source");
  trama_reading_check_members (reading, value, known);
  source->document = trama_reading_text (reading, value, "document", TRUE);
  source->place = trama_reading_text (reading, value, "place", TRUE);
  source->title = trama_reading_text (reading, value, "title", FALSE);
  source->quote = trama_reading_text (reading, value, "quote", FALSE);
  trama_reading_leave (reading, before);
}

gboolean
trama_json_get_ratio (const TramaJsonValue *value, TramaRatio *ratio)
{
  const char *text = trama_json_get_string (value, NULL);
  char *end;

  if (trama_json_value_is (value, TRAMA_JSON_INTEGER))
    {
      *ratio = (TramaRatio) { trama_json_get_integer (value, 0), 1 };
      return ratio->n >= 0;
    }
  if (text == NULL)
    return FALSE;
  ratio->n = g_ascii_strtoll (text, &end, 10);
  if (end == text || *end != '/' || ratio->n < 0)
    return FALSE;
  text = end + 1;
  ratio->d = g_ascii_strtoll (text, &end, 10);
  return end != text && *end == '\0' && ratio->d > 0;
}

gboolean
trama_reading_list (TramaMethodReading *reading, const char *member, const TramaJsonValue *list,
                    const char *expected, TramaJsonIter *iter)
{
  if (!trama_json_value_is (list, TRAMA_JSON_ARRAY) || trama_json_size (list) == 0)
    {
      trama_reading_complain (reading, member, list, expected, _ ("not a list"));
      return FALSE;
    }
  trama_json_iter_init (iter, list);
  return TRUE;
}

const TramaCriterion *
trama_reading_criterion_named (TramaMethodReading *reading, const char *member,
                               const TramaJsonValue *value)
{
  const char *id = trama_json_get_string (value, NULL);
  const TramaCriterion *criterion
      = id != NULL ? trama_method_criterion (reading->method, id) : NULL;

  if (criterion == NULL)
    trama_reading_complain (reading, member, value, _ ("the id of one of the criteria"),
                            _ ("no such criterion"));
  return criterion;
}
