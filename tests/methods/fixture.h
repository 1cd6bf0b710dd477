/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "trama-change.h"
#include "trama-evaluation.h"

/*
 * A small portfolio written by hand, so that the answers can be worked out by hand.
 *
 * The programme was formed on 31 March 2024, its manager appointed on 30 June 2024. Six firms are
 * members from the first day: firm[0] … firm[5]; firm[4] and firm[5] are cousins in one owner
 * group. So the base is 5 owner groups. Every month from March 2024 to June 2026 is closed. As of
 * 30 June 2026 the programme is 27 months old (31 March + 27 months, clipped, is 30 June).
 */
typedef struct
{
  TramaVersion *version;
  TramaTransaction *transaction;
  TramaIdSource ids;
  const char *programme;
  const char *firm[6];
  const char *outsider;
  const char *broker;
} Fixture;

#define AS_OF "2026-06-30"

/* Adds a record from pairs of field and text, ended by NULL; its id as text. */
static const char *add (Fixture *fixture, const char *kind, ...) G_GNUC_NULL_TERMINATED;

static const char *
add (Fixture *fixture, const char *kind_id, ...)
{
  TramaKind kind = trama_kind_from_id (kind_id, strlen (kind_id));
  TramaRecordBuilder *builder;
  const TramaRecord *record;
  char text[TRAMA_ID_LENGTH + 1];
  const char *name;
  va_list pairs;

  g_assert_cmpint (kind, !=, TRAMA_KIND_NONE);
  builder = trama_transaction_draft (fixture->transaction, kind);
  va_start (pairs, kind_id);
  while ((name = va_arg (pairs, const char *)) != NULL)
    {
      const char *value = va_arg (pairs, const char *);
      const TramaField *field = trama_kind_field (kind, name, strlen (name));
      g_autofree char *expected = NULL;

      if (field == NULL)
        g_error ("%s has no field %s", kind_id, name);
      if (!trama_record_builder_parse (builder, field, value, &expected))
        g_error ("%s, %s: “%s” is not %s", kind_id, name, value, expected);
    }
  va_end (pairs);
  record = trama_transaction_put (fixture->transaction);
  trama_id_to_text (record->id, text);
  return g_intern_string (text);
}

static void G_GNUC_UNUSED
grade (Fixture *fixture, const char *record, const char *how_good)
{
  add (fixture, "evidence", "of", record, "grade", how_good, NULL);
}

static void
close_months (Fixture *fixture, int first_year, int first_month, int last_year, int last_month)
{
  for (int index = first_year * 12 + first_month - 1; index <= last_year * 12 + last_month - 1;
       index++)
    {
      g_autofree char *month = g_strdup_printf ("%04d-%02d", index / 12, index % 12 + 1);

      add (fixture, "closed-month", "programme", fixture->programme, "month", month, NULL);
    }
}

static void
fixture_init_open (Fixture *fixture)
{
  static const char *const names[]
      = { "Abedul", "Boldo", "Canelo", "Damasco", "Espino", "Espino Hijo" };
  const char *cousins;

  fixture->version = trama_version_new_empty ();
  trama_id_source_init_seeded (&fixture->ids, 1);
  /* Entered on 1 July 2026, after everything. */
  fixture->transaction = trama_transaction_new (fixture->version, "test",
                                                20635 * G_GINT64_CONSTANT (86400), &fixture->ids);
  add (fixture, "portfolio", "title", "Test", "currency", "USD", NULL);
  fixture->broker = add (fixture, "person", "name", "Marta", "role", "broker", NULL);
  fixture->programme = add (fixture, "programme", "name", "Grupo", "manager", fixture->broker,
                            "formed", "2024-03-31", "appointed", "2024-06-30", NULL);
  cousins = add (fixture, "owner-group", "name", "Familia Espino", NULL);
  for (guint i = 0; i < 6; i++)
    {
      fixture->firm[i]
          = add (fixture, "firm", "name", names[i], "owner_group", i >= 4 ? cousins : "", NULL);
      add (fixture, "membership", "programme", fixture->programme, "firm", fixture->firm[i],
           "joined", "2024-03-31", NULL);
    }
  fixture->outsider = add (fixture, "firm", "name", "Forastero", NULL);
}

static void G_GNUC_UNUSED
fixture_init (Fixture *fixture)
{
  fixture_init_open (fixture);
  close_months (fixture, 2024, 3, 2026, 6);
}

/* What the fixture holds now. The fixture is spent. */
static TramaVersion *
fixture_finish (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TramaChangeSet) changes = NULL;
  TramaVersion *version;

  changes = trama_transaction_finish (fixture->transaction, "test", &version, &error);
  g_assert_no_error (error);
  trama_transaction_free (fixture->transaction);
  trama_version_unref (fixture->version);
  return version;
}

static TramaId
id_of (const char *text)
{
  TramaId id;

  g_assert_true (trama_id_parse (text, strlen (text), &id));
  return id;
}

static TramaEvaluation *
evaluate_at (TramaVersion *version, const char *programme, const char *method, const char *day_text)
{
  gint32 day;

  g_assert_true (trama_day_parse (day_text, &day));
  return trama_evaluation_new (trama_methods_find (method), version, id_of (programme), day,
                               G_MAXINT32);
}

static const TramaCriterionResult *
result_of (TramaEvaluation *evaluation, const char *criterion)
{
  for (guint i = 0; i < evaluation->results->len; i++)
    {
      const TramaCriterionResult *result = g_ptr_array_index (evaluation->results, i);

      if (strcmp (result->criterion->id, criterion) == 0)
        return result;
    }
  g_error ("no criterion %s", criterion);
}

/* "met", "met, weak", "not-met", "unknown: too-early", … */
static char *
verdict_text (const TramaCriterionResult *result)
{
  const char *verdict = trama_verdict_id (result->verdict);

  if (result->weak)
    return g_strdup_printf ("%s, weak", verdict);
  if (result->reason != TRAMA_REASON_NONE)
    return g_strdup_printf ("%s: %s", verdict, trama_reason_id (result->reason));
  return g_strdup (verdict);
}

static void
assert_verdict (TramaVersion *version, const char *programme, const char *criterion,
                const char *day, const char *expected)
{
  g_autoptr (TramaEvaluation) evaluation = evaluate_at (version, programme, "profo", day);
  g_autofree char *found = verdict_text (result_of (evaluation, criterion));

  if (strcmp (found, expected) != 0)
    g_test_message ("%s at %s", criterion, day);
  g_assert_cmpstr (found, ==, expected);
}

/* The verdict as of 30 June 2026; spends the fixture. */
static void G_GNUC_UNUSED
finish_and_assert (Fixture *fixture, const char *criterion, const char *expected)
{
  g_autoptr (TramaVersion) version = fixture_finish (fixture);

  assert_verdict (version, fixture->programme, criterion, AS_OF, expected);
}
