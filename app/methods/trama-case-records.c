/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns a case into records: what a user would have entered of the place. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-case-reading.h"
#include "trama-change.h"

typedef struct
{
  TramaCaseReading *reading;
  TramaTransaction *transaction;
  TramaRecordBuilder *builder; /* the record being made */
  TramaKind kind;
  char *programme; /* that the initiatives belong to; NULL: not made yet */
} Making;

static void
begin (Making *making, TramaKind kind)
{
  making->kind = kind;
  making->builder = trama_transaction_draft (making->transaction, kind);
}

/* NULL leaves the field unknown. */
static void
set (Making *making, const char *name, const char *value)
{
  const TramaField *field = trama_kind_field (making->kind, name, strlen (name));
  g_autofree char *expected = NULL;

  if (field == NULL)
    trama_reading_complain (&making->reading->at, name, NULL, _ ("a field of the subject"),
                            _ ("no such field"));
  else if (value != NULL && !trama_record_builder_parse (making->builder, field, value, &expected))
    trama_reading_complain (&making->reading->at, name, NULL, expected, value);
}

static void
set_fields (Making *making, const TramaJsonValue *fields)
{
  const TramaJsonValue *value;
  TramaJsonIter iter;
  const char *key;

  trama_json_iter_init (&iter, fields);
  while (trama_json_iter_next (&iter, &key, NULL, &value))
    set (making, key, trama_json_get_string (value, NULL));
}

static TramaId
finish (Making *making)
{
  return trama_transaction_put (making->transaction)->id;
}

/* An initiative belongs to a programme: the case's own stands for those who ran it. */
static const char *
programme_of_case (Making *making)
{
  if (making->programme == NULL)
    {
      begin (making, TRAMA_KIND_PROGRAMME);
      set (making, "name", making->reading->a_case->title);
      making->programme = trama_id_dup_text (finish (making));
    }
  return making->programme;
}

static void
make_subject (Making *making, TramaCaseSubject *subject, const TramaJsonValue *fields)
{
  const TramaCase *a_case = making->reading->a_case;

  if (subject->kind == TRAMA_KIND_INITIATIVE)
    programme_of_case (making);
  begin (making, subject->kind);
  set (making, subject->kind == TRAMA_KIND_INITIATIVE ? "title" : "name", subject->name);
  if (subject->kind == TRAMA_KIND_INITIATIVE)
    set (making, "programme", making->programme);
  if (subject->kind == TRAMA_KIND_CLUSTER)
    {
      set (making, "trade", a_case->trade);
      set (making, "place", a_case->place);
      set (making, "country", a_case->country);
      set (making, "industry", making->reading->industry);
      set (making, "source", a_case->source.document);
      set (making, "note", a_case->text);
    }
  set_fields (making, fields);
  subject->record = finish (making);
}

static void
make_subjects (Making *making, const TramaJsonValue *root)
{
  const TramaJsonValue *list = trama_json_object_get (root, "subjects");
  GPtrArray *subjects = making->reading->a_case->subjects;
  const TramaJsonValue *element = NULL;
  TramaJsonIter iter;

  trama_json_iter_init (&iter, list);
  for (guint i = 0; i < subjects->len; i++)
    {
      if (!trama_json_iter_next (&iter, NULL, NULL, &element))
        element = NULL;
      make_subject (making, g_ptr_array_index (subjects, i),
                    trama_json_object_get (element, "fields"));
    }
}

static gboolean
check_rating (TramaMethodReading *at, const TramaCaseSubject *subject, const TramaJsonValue *value)
{
  const char *method_id = trama_json_object_get_string (value, "method");
  const TramaMethod *method = trama_methods_find (method_id);
  const TramaCriterion *criterion
      = method != NULL
            ? trama_method_criterion (method, trama_json_object_get_string (value, "criterion"))
            : NULL;
  gint64 rating = trama_json_get_integer (trama_json_object_get (value, "rating"), -1);

  if (method == NULL)
    trama_reading_complain (at, "method", trama_json_object_get (value, "method"),
                            _ ("the id of a method"), _ ("no such method"));
  else if (criterion == NULL || criterion->rubric == NULL)
    trama_reading_complain (at, "criterion", trama_json_object_get (value, "criterion"),
                            _ ("a criterion of the method that is rated"), _ ("no such criterion"));
  else if (rating < trama_criterion_least (criterion)
           || rating > trama_criterion_greatest (criterion))
    trama_reading_complain (at, "rating", trama_json_object_get (value, "rating"),
                            _ ("a level of the criterion’s rubric"), _ ("no such level"));
  else if (subject->kind != trama_method_subject_kind (method))
    trama_reading_complain (at, "subject", trama_json_object_get (value, "subject"),
                            _ ("a subject of the method’s kind"),
                            _ ("the method judges something else"));
  else
    return TRUE;
  return FALSE;
}

static void
make_evidence (Making *making, TramaId of, const TramaJsonValue *value)
{
  const TramaCase *a_case = making->reading->a_case;
  const char *place = trama_json_object_get_string (value, "place");
  const char *quote = trama_json_object_get_string (value, "quote");
  g_autofree char *id = trama_id_dup_text (of);
  g_autofree char *title
      = quote != NULL ? g_strdup_printf ("%s, %s: “%s”", a_case->source.document, place, quote)
                      : g_strdup_printf ("%s, %s", a_case->source.document, place);

  begin (making, TRAMA_KIND_EVIDENCE);
  set (making, "of", id);
  set (making, "grade", "A");
  set (making, "title", title);
  finish (making);
}

static void
make_rating (Making *making, const TramaJsonValue *value)
{
  static const char *const known[] = { "subject",  "method", "criterion", "date",     "rating",
                                       "argument", "place",  "quote",     "assessor", NULL };
  TramaMethodReading *at = &making->reading->at;
  const TramaCase *a_case = making->reading->a_case;
  const char *assessor = trama_json_object_get_string (value, "assessor");
  const TramaCaseSubject *subject
      = trama_case_subject (a_case, trama_json_object_get_string (value, "subject"));
  g_autofree char *id = NULL;
  g_autofree char *rating = NULL;
  g_autofree char *argument = trama_reading_text (at, value, "argument", TRUE);
  g_autofree char *place = trama_reading_text (at, value, "place", TRUE);
  g_autofree char *date = trama_reading_text (at, value, "date", TRUE);

  trama_reading_check_members (at, value, known);
  if (subject == NULL)
    trama_reading_complain (at, "subject", trama_json_object_get (value, "subject"),
                            _ ("the id of a subject of the case"), _ ("no such subject"));
  if (subject == NULL || place == NULL || !check_rating (at, subject, value))
    return;
  id = trama_id_dup_text (subject->record);
  rating = g_strdup_printf (
      "%d", (int) trama_json_get_integer (trama_json_object_get (value, "rating"), 0));
  begin (making, TRAMA_KIND_ASSESSMENT);
  set (making, "subject", id);
  set (making, "method", trama_json_object_get_string (value, "method"));
  set (making, "criterion", trama_json_object_get_string (value, "criterion"));
  set (making, "date", date);
  set (making, "rating", rating);
  set (making, "assessor", assessor != NULL ? assessor : a_case->source.document);
  set (making, "role", "external");
  set (making, "reason", argument);
  make_evidence (making, finish (making), value);
}

static void
make_ratings (Making *making, const TramaJsonValue *root)
{
  const TramaJsonValue *element;
  TramaJsonIter iter;
  guint n = 1;

  trama_json_iter_init (&iter, trama_json_object_get (root, "ratings"));
  while (trama_json_iter_next (&iter, NULL, NULL, &element))
    {
      g_autofree char *place = g_strdup_printf ("ratings %u", n++);
      gsize before = trama_reading_enter (&making->reading->at, place);

      make_rating (making, element);
      trama_reading_leave (&making->reading->at, before);
    }
}

void
trama_case_make_records (TramaCaseReading *reading, const TramaJsonValue *root)
{
  TramaCase *a_case = reading->a_case;
  g_autoptr (TramaVersion) empty = trama_version_new_empty ();
  g_autoptr (TramaTransaction) transaction = NULL;
  g_autoptr (TramaChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;
  TramaIdSource ids;
  Making making = { .reading = reading };

  /* The same ids on every run. */
  trama_id_source_init_seeded (&ids, g_str_hash (a_case->id));
  making.transaction = transaction = trama_transaction_new (
      empty, a_case->source.document, (gint64) trama_case_day (a_case) * 86400, &ids);
  begin (&making, TRAMA_KIND_PORTFOLIO);
  set (&making, "title", a_case->title);
  finish (&making);
  make_subjects (&making, root);
  make_ratings (&making, root);
  g_free (making.programme);
  if (!reading->at.good)
    return;
  changes = trama_transaction_finish (transaction, a_case->title, &a_case->version, &error);
  if (changes == NULL)
    trama_reading_complain (&reading->at, NULL, NULL, NULL,
                            error != NULL ? error->message : _ ("the case is empty"));
}
