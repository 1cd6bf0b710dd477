/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-problem.h"
#include "trama-value.h"

#include <string.h>

static void
assert_prose (char *prose, const char *expected)
{
  g_assert_cmpstr (prose, ==, expected);
  g_free (prose);
}

/* In the C locale; a page without separators is hard to read, so there the comma separates. */
static void
test_numbers (void)
{
  assert_prose (trama_number_to_prose (0, 0, FALSE), "0");
  assert_prose (trama_number_to_prose (-0.0, 0, FALSE), "0");
  assert_prose (trama_number_to_prose (7, 2, FALSE), "7");
  assert_prose (trama_number_to_prose (7, 2, TRUE), "7.00");
  assert_prose (trama_number_to_prose (999, 0, FALSE), "999");
  assert_prose (trama_number_to_prose (1000, 0, FALSE), "1,000");
  assert_prose (trama_number_to_prose (1234567.5, 1, FALSE), "1,234,567.5");
  assert_prose (trama_number_to_prose (-1234.25, 2, FALSE), "−1,234.25");
  assert_prose (trama_number_to_prose (-999, 0, FALSE), "−999");
  assert_prose (trama_number_to_prose (-0.001, 2, FALSE), "0");
  assert_prose (trama_number_to_prose (-0.001, 2, TRUE), "0.00");
  assert_prose (trama_number_to_prose (0.30000000000000004, 6, FALSE), "0.3");
  assert_prose (trama_number_to_prose (12.340, 6, FALSE), "12.34");
  assert_prose (trama_number_to_prose (100, 2, FALSE), "100");
  assert_prose (trama_number_to_prose (NAN, 0, FALSE), "not recorded");
  assert_prose (trama_number_to_prose (INFINITY, 0, FALSE), "∞");
  assert_prose (trama_number_to_prose (-INFINITY, 0, FALSE), "−∞");
}

static void
test_bands (void)
{
  g_assert_false (trama_band_is_known (TRAMA_BAND_UNKNOWN));
  g_assert_true (trama_band_is_exact (trama_band_exact (3)));
  g_assert_true (trama_band_equal (TRAMA_BAND_UNKNOWN, TRAMA_BAND_UNKNOWN));
  g_assert_false (trama_band_equal (TRAMA_BAND_UNKNOWN, trama_band_exact (0)));
  g_assert_false (trama_band_equal ((TramaBand) { 1, 2 }, trama_band_exact (1)));
  assert_prose (trama_band_to_prose (TRAMA_BAND_UNKNOWN, 0), "not recorded");
  assert_prose (trama_band_to_prose (trama_band_exact (20), 0), "20");
  assert_prose (trama_band_to_prose ((TramaBand) { 10, 19 }, 0), "10–19");
  assert_prose (trama_band_to_prose ((TramaBand) { 1000, 2500 }, 0), "1,000–2,500");
  assert_prose (trama_band_to_prose ((TramaBand) { 50, INFINITY }, 0), "50 or more");
  assert_prose (trama_band_to_prose ((TramaBand) { -INFINITY, 10 }, 0), "up to 10");
}

static void
test_money (void)
{
  g_assert_false (trama_money_is_known (TRAMA_MONEY_UNKNOWN));
  g_assert_true (trama_money_equal (trama_money_exact (5, "USD"), trama_money_exact (5, "USD")));
  g_assert_false (trama_money_equal (trama_money_exact (5, "USD"), trama_money_exact (5, "EUR")));
  g_assert_cmpint (trama_currency_digits ("USD"), ==, 2);
  g_assert_cmpint (trama_currency_digits ("CLP"), ==, 0);
  g_assert_cmpint (trama_currency_digits ("KWD"), ==, 3);
  g_assert_true (trama_currency_is_valid ("INR"));
  g_assert_false (trama_currency_is_valid ("inr"));
  g_assert_false (trama_currency_is_valid ("IN"));
  g_assert_false (trama_currency_is_valid ("INRX"));
  g_assert_false (trama_currency_is_valid (""));
  g_assert_false (trama_currency_is_valid (NULL));
  assert_prose (trama_money_to_prose (TRAMA_MONEY_UNKNOWN), "not recorded");
  assert_prose (trama_money_to_prose (trama_money_exact (6100000, "USD")), "USD 61,000");
  assert_prose (trama_money_to_prose (trama_money_exact (6100050, "USD")), "USD 61,000.50");
  assert_prose (trama_money_to_prose (trama_money_exact (5, "USD")), "USD 0.05");
  assert_prose (trama_money_to_prose (trama_money_exact (-1250, "USD")), "USD −12.50");
  assert_prose (trama_money_to_prose (trama_money_exact (61000, "CLP")), "CLP 61,000");
  assert_prose (trama_money_to_prose (trama_money_exact (1234, "KWD")), "KWD 1.234");
  assert_prose (trama_money_to_prose ((TramaMoney) { 100000, 250000, "USD" }), "USD 1,000–2,500");
}

static void
test_problems (void)
{
  g_autoptr (TramaProblems) problems = trama_problems_new (2);
  g_autoptr (TramaProblems) others = trama_problems_new (5);
  g_autoptr (TramaProblem) full = trama_problem_new ("not a date");
  g_autoptr (TramaProblem) bare = trama_problem_new ("empty");
  g_autoptr (GError) error = NULL;
  TramaId id;

  g_assert_true (trama_id_parse ("ffffffffffffffff", 16, &id));
  full->file = g_strdup ("a.trama");
  full->line = 12;
  trama_problem_set_record (full, id, "firm", "Botas Real");
  full->field = g_strdup ("joined");
  full->found = g_strdup ("\"2024-13-01\"");
  full->expected = g_strdup ("a date");
  assert_prose (trama_problem_to_text (full),
                "a.trama:12: firm “Botas Real” (ffffffffffffffff), joined: not a date; "
                "found \"2024-13-01\"; expected a date");
  assert_prose (trama_problem_to_text (bare), "empty");
  trama_problem_set_record (bare, id, NULL, NULL);
  assert_prose (trama_problem_to_text (bare), "ffffffffffffffff: empty");
  trama_problem_set_record (bare, TRAMA_ID_NONE, "firm", "\xff");
  assert_prose (trama_problem_to_text (bare), "firm: empty");
  bare->line = 3;
  assert_prose (trama_problem_to_text (bare), "line 3: firm: empty");

  g_assert_null (trama_problems_to_error (problems));
  for (int i = 0; i < 4; i++)
    trama_problems_add (problems, trama_problem_new (i == 0 ? "first" : "other"));
  g_assert_cmpuint (trama_problems_count (problems), ==, 4);
  g_assert_cmpuint (trama_problems_n_kept (problems), ==, 2);
  error = trama_problems_to_error (problems);
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT);
  g_assert_cmpstr (error->message, ==, "first (and 3 more problems)");

  trama_problems_add (others, trama_problem_new ("zeroth"));
  trama_problems_move (others, problems);
  g_assert_cmpuint (trama_problems_count (problems), ==, 0);
  g_assert_cmpuint (trama_problems_n_kept (problems), ==, 0);
  g_assert_cmpuint (trama_problems_count (others), ==, 5);
  g_assert_cmpuint (trama_problems_n_kept (others), ==, 3);
  g_assert_cmpstr (trama_problems_get (others, 0)->message, ==, "zeroth");
  g_assert_cmpstr (trama_problems_get (others, 1)->message, ==, "first");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/value/numbers", test_numbers);
  g_test_add_func ("/base/value/bands", test_bands);
  g_test_add_func ("/base/value/money", test_money);
  g_test_add_func ("/base/problem", test_problems);
  return g_test_run ();
}
