/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The taper: agreed and paid share by month and the projected range, worked by hand. */
#include <math.h>
#include <string.h>

#include "trama-change.h"
#include "trama-cost-share.h"

typedef struct
{
  TramaVersion *version;
  TramaIdSource ids;
  TramaTransaction *transaction;
  TramaId programme;
  TramaId firm;
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

/* A manager appointed on 31 December 2024, pay due 1000 a month from January 2025; @shares[i] is
 * what the one firm pays in the i-th month of 2025, in dollars. */
static void
fixture_init (Fixture *f, const int *shares, guint n)
{
  g_autofree char *programme = NULL;
  g_autofree char *firm = NULL;

  f->version = trama_version_new_empty ();
  trama_id_source_init_seeded (&f->ids, 7);
  f->transaction = trama_transaction_new (f->version, "test", 1, &f->ids);
  f->programme = add (f, TRAMA_KIND_PROGRAMME, "name", "P", "formed", "2024-12-31", "appointed",
                      "2024-12-31", NULL);
  f->firm = add (f, TRAMA_KIND_FIRM, "name", "F", NULL);
  programme = trama_id_dup_text (f->programme);
  firm = trama_id_dup_text (f->firm);
  add (f, TRAMA_KIND_MEMBERSHIP, "programme", programme, "firm", firm, "joined", "2024-12-31",
       NULL);
  add (f, TRAMA_KIND_PAY_DUE, "programme", programme, "month", "2025-01", "amount", "USD 1000",
       NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *month = g_strdup_printf ("2025-%02u", i + 1);
      g_autofree char *day = g_strdup_printf ("2025-%02u-10", i + 1);
      g_autofree char *amount = g_strdup_printf ("USD %d", shares[i]);

      add (f, TRAMA_KIND_CLOSED_MONTH, "programme", programme, "month", month, NULL);
      add (f, TRAMA_KIND_LEDGER_ENTRY, "programme", programme, "type", "actual", "date", day,
           "payer", firm, "purpose", "manager-pay", "amount", amount, NULL);
    }
}

static TramaCostShare *
fixture_finish (Fixture *f, const char *as_of)
{
  TramaVersion *version = NULL;
  g_autoptr (TramaChangeSet) set
      = trama_transaction_finish (f->transaction, "test", &version, NULL);
  TramaContext context;
  TramaCostShare *share;
  gint32 day;

  g_assert_nonnull (set);
  g_assert_true (trama_day_parse (as_of, &day));
  trama_context_init (&context, version, f->programme, day);
  share = trama_cost_share_new (&context);
  trama_transaction_free (f->transaction);
  trama_version_unref (version);
  trama_version_unref (f->version);
  return share;
}

static const TramaCostShareMonth *
month_at (TramaCostShare *share, guint index)
{
  return &g_array_index (share->months, TramaCostShareMonth, index);
}

/*
 * Paid 30, 32, … 46 % in January to September 2025. Rolling shares (mean of three months): March
 * 32 %, April 34 %, … September 44 %, on a straight line of 2 % a month. At the end of September
 * 2025 the appointment is in its 10th month (31 December + 9 months = 30 September), the rolling
 * share 44 %: the line reaches 100 % 28 months later, in month 38. It fits exactly, so the range
 * is that one month.
 */
static void
test_line (void)
{
  static const int paid[] = { 300, 320, 340, 360, 380, 400, 420, 440, 460 };
  g_autoptr (TramaCostShare) share = NULL;
  Fixture f;

  fixture_init (&f, paid, G_N_ELEMENTS (paid));
  share = fixture_finish (&f, "2025-09-30");
  /* December 2024, the month of the appointment, and nine more. */
  g_assert_cmpuint (share->months->len, ==, 10);
  g_assert_cmpint (month_at (share, 9)->since, ==, 10);
  g_assert_true (isnan (month_at (share, 0)->paid));
  g_assert_cmpfloat_with_epsilon (month_at (share, 1)->paid, 0.30, 1e-12);
  g_assert_true (isnan (month_at (share, 2)->rolling));
  g_assert_cmpfloat_with_epsilon (month_at (share, 3)->rolling, 0.32, 1e-12);
  g_assert_cmpfloat_with_epsilon (month_at (share, 9)->rolling, 0.44, 1e-12);
  /* The example: 30 + 70 × 9 / 36 = 47.5 % in month 10. */
  g_assert_true (share->example);
  g_assert_cmpfloat_with_epsilon (month_at (share, 9)->agreed, 0.475, 1e-12);
  g_assert_true (share->has_forecast);
  g_assert_cmpuint (share->n_fitted, ==, 7);
  g_assert_cmpfloat_with_epsilon (share->slope, 0.02, 1e-9);
  g_assert_cmpfloat_with_epsilon (share->earliest, 38, 1e-6);
  g_assert_cmpfloat_with_epsilon (share->latest, 38, 1e-6);
}

static void
test_no_forecast (void)
{
  static const int falling[] = { 500, 480, 460, 440, 420, 400, 380 };
  static const int few[] = { 300, 320, 340, 360, 380 };
  g_autoptr (TramaCostShare) down = NULL;
  g_autoptr (TramaCostShare) short_one = NULL;
  Fixture f;

  fixture_init (&f, falling, G_N_ELEMENTS (falling));
  down = fixture_finish (&f, "2025-07-31");
  g_assert_false (down->has_forecast);
  g_assert_true (down->not_on_course);
  /* Five closed months are too few to say anything. */
  fixture_init (&f, few, G_N_ELEMENTS (few));
  short_one = fixture_finish (&f, "2025-05-31");
  g_assert_false (short_one->has_forecast);
  g_assert_false (short_one->not_on_course);
}

/* An agreement holds from its month on; a later one replaces it from the day it was agreed. */
static void
test_agreed (void)
{
  static const int paid[] = { 300 };
  TramaVersion *version = NULL;
  g_autoptr (TramaChangeSet) set = NULL;
  g_autofree char *programme = NULL;
  TramaContext context;
  TramaRatio share;
  gboolean example;
  Fixture f;
  gint32 day;

  fixture_init (&f, paid, 1);
  programme = trama_id_dup_text (f.programme);
  add (&f, TRAMA_KIND_SHARE_AGREEMENT, "programme", programme, "agreed", "2024-12-31", "month", "1",
       "share", "25", NULL);
  add (&f, TRAMA_KIND_SHARE_AGREEMENT, "programme", programme, "agreed", "2024-12-31", "month",
       "12", "share", "30", NULL);
  add (&f, TRAMA_KIND_SHARE_AGREEMENT, "programme", programme, "agreed", "2024-12-31", "month",
       "13", "share", "50", NULL);
  add (&f, TRAMA_KIND_SHARE_AGREEMENT, "programme", programme, "agreed", "2025-06-01", "month",
       "13", "share", "40", NULL);
  set = trama_transaction_finish (f.transaction, "test", &version, NULL);
  trama_day_parse ("2025-05-31", &day);
  trama_context_init (&context, version, f.programme, day);
  share = trama_agreed_share (&context, 6, &example);
  g_assert_false (example);
  g_assert_cmpfloat_with_epsilon (trama_ratio_value (share), 0.25, 1e-12);
  share = trama_agreed_share (&context, 14, NULL);
  g_assert_cmpfloat_with_epsilon (trama_ratio_value (share), 0.50, 1e-12);
  context.as_of = day + 1;
  share = trama_agreed_share (&context, 14, NULL);
  g_assert_cmpfloat_with_epsilon (trama_ratio_value (share), 0.40, 1e-12);
  /* What the later agreement does not speak of stays as it was agreed before. */
  share = trama_agreed_share (&context, 6, NULL);
  g_assert_cmpfloat_with_epsilon (trama_ratio_value (share), 0.25, 1e-12);
  share = trama_agreed_share (&context, 12, NULL);
  g_assert_cmpfloat_with_epsilon (trama_ratio_value (share), 0.30, 1e-12);
  trama_transaction_free (f.transaction);
  trama_version_unref (version);
  trama_version_unref (f.version);
}

/* The example: 30 % in month 1, 100 % from month 37, as exact fractions. */
static void
test_example (void)
{
  g_autoptr (TramaVersion) version = trama_version_new_empty ();
  TramaContext context;
  gboolean example = FALSE;
  TramaRatio share;

  trama_context_init (&context, version, TRAMA_ID_NONE, 20000);
  share = trama_agreed_share (&context, 1, &example);
  g_assert_true (example);
  g_assert_cmpint (share.n * 10, ==, share.d * 3);
  share = trama_agreed_share (&context, 19, NULL);
  g_assert_cmpint (share.n * 100, ==, share.d * 65);
  share = trama_agreed_share (&context, 36, NULL);
  g_assert_true (share.n < share.d);
  share = trama_agreed_share (&context, 37, NULL);
  g_assert_cmpint (share.n, ==, share.d);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cost-share/line", test_line);
  g_test_add_func ("/cost-share/no-forecast", test_no_forecast);
  g_test_add_func ("/cost-share/agreed", test_agreed);
  g_test_add_func ("/cost-share/example", test_example);
  return g_test_run ();
}
