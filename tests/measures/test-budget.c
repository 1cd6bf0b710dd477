/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a budget falls up to a day, worked by hand. */
#include <string.h>

#include "trama-budget.h"
#include "trama-change.h"

typedef struct
{
  TramaIdSource ids;
  TramaTransaction *transaction;
  TramaVersion *version;
  TramaId programme;
  TramaId agency;
  TramaId donor;
} Fixture;

static TramaId
add (Fixture *f, TramaKind kind, const char *first, ...)
{
  TramaRecordBuilder *builder = trama_transaction_draft (f->transaction, kind);
  va_list pairs;

  va_start (pairs, first);
  for (const char *name = first; name != NULL; name = va_arg (pairs, const char *))
    {
      const char *value = va_arg (pairs, const char *);

      g_assert_true (trama_record_builder_parse (
          builder, trama_kind_field (kind, name, strlen (name)), value, NULL));
    }
  va_end (pairs);
  return trama_transaction_put (f->transaction)->id;
}

static TramaId
budget (Fixture *f, const char *date, TramaId payer, const char *purpose)
{
  g_autofree char *programme = trama_id_dup_text (f->programme);
  g_autofree char *who = trama_id_dup_text (payer);

  return add (f, TRAMA_KIND_LEDGER_ENTRY, "programme", programme, "type", "budget", "date", date,
              "payer", who, "purpose", purpose, "amount", "USD 365", NULL);
}

static void
fixture_init (Fixture *f, const char *fiscal_year_start)
{
  g_autoptr (TramaVersion) empty = trama_version_new_empty ();

  trama_id_source_init_seeded (&f->ids, 11);
  f->transaction = trama_transaction_new (empty, "test", 1, &f->ids);
  add (f, TRAMA_KIND_PORTFOLIO, "title", "Portfolio", "fiscal_year_start", fiscal_year_start, NULL);
  f->programme = add (f, TRAMA_KIND_PROGRAMME, "name", "P", NULL);
  f->agency = add (f, TRAMA_KIND_INSTITUTION, "name", "A", "kind", "agency", NULL);
  f->donor = add (f, TRAMA_KIND_INSTITUTION, "name", "D", "kind", "finance", NULL);
}

static void
fixture_finish (Fixture *f)
{
  g_autoptr (TramaChangeSet) set
      = trama_transaction_finish (f->transaction, "test", &f->version, NULL);

  g_assert_nonnull (set);
  g_clear_pointer (&f->transaction, trama_transaction_free);
}

static void
assert_so_far (Fixture *f, TramaId entry, const char *day, gint64 amount, gint64 expected)
{
  TramaContext context;
  gint32 as_of;

  g_assert_true (trama_day_parse (day, &as_of));
  trama_context_init (&context, f->version, f->programme, as_of);
  g_assert_cmpint (
      trama_budget_so_far (&context,
                           (const TramaLedgerEntry *) TRAMA_FIND (f->version, LEDGER_ENTRY, entry),
                           amount),
      ==, expected);
}

/* 2025 has 365 days: 1 a day. */
static void
test_year (void)
{
  Fixture f;
  TramaId whole, second_half, year;

  fixture_init (&f, "1");
  whole = budget (&f, "2025-01-01", f.agency, "office");
  second_half = budget (&f, "2025-07-01", f.donor, "office");
  year = budget (&f, "2025", f.agency, "training");
  fixture_finish (&f);
  assert_so_far (&f, whole, "2024-12-31", 365, 0);
  assert_so_far (&f, whole, "2025-01-01", 365, 1);
  assert_so_far (&f, whole, "2025-02-28", 365, 59);
  assert_so_far (&f, whole, "2025-12-31", 365, 365);
  assert_so_far (&f, whole, "2027-01-01", 365, 365);
  /* July to December: 184 days; the donor's, so it does not end the agency's. */
  assert_so_far (&f, second_half, "2025-07-31", 184, 31);
  assert_so_far (&f, second_half, "2025-12-31", 184, 184);
  /* A date that is a year is that year. */
  assert_so_far (&f, year, "2025-06-30", 365, 181);
  /* Whole amounts a day at a time; what does not divide is rounded down: 100 × 31 / 365 = 8.49. */
  assert_so_far (&f, whole, "2025-01-31", 100, 8);
  /* No overflow: a thousand million million over half the year, 181 / 365. */
  assert_so_far (&f, whole, "2025-06-30", 365000000000000000, 181000000000000000);
  trama_version_unref (f.version);
}

/* A fiscal year from July: a budget of July runs to the June after, one of March to that June. */
static void
test_fiscal_year (void)
{
  Fixture f;
  TramaId july, march;

  fixture_init (&f, "7");
  july = budget (&f, "2024-07-01", f.agency, "office");
  march = budget (&f, "2025-03-01", f.agency, "travel");
  fixture_finish (&f);
  assert_so_far (&f, july, "2024-12-31", 365, 184);
  assert_so_far (&f, july, "2025-06-30", 365, 365);
  /* March to June: 122 days. */
  assert_so_far (&f, march, "2025-03-31", 122, 31);
  assert_so_far (&f, march, "2025-06-30", 122, 122);
  trama_version_unref (f.version);
}

/* Quarter by quarter: each ends where the next of the same payer and purpose begins. */
static void
test_quarters (void)
{
  Fixture f;
  TramaId first, last;

  fixture_init (&f, "1");
  first = budget (&f, "2025-01-01", f.agency, "office");
  budget (&f, "2025-04-01", f.agency, "office");
  last = budget (&f, "2025-10-01", f.agency, "office");
  fixture_finish (&f);
  assert_so_far (&f, first, "2025-01-31", 90, 31);
  assert_so_far (&f, first, "2025-03-31", 90, 90);
  assert_so_far (&f, last, "2025-10-31", 92, 31);
  trama_version_unref (f.version);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/budget/year", test_year);
  g_test_add_func ("/budget/fiscal-year", test_fiscal_year);
  g_test_add_func ("/budget/quarters", test_quarters);
  return g_test_run ();
}
