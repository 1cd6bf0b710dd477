/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "trama-number-text.h"

static const struct
{
  const char *text;
  TramaNumberShape shape;
  const char *with_point; /* NULL: no number */
  const char *with_comma;
} cases[] = {
  { "0", TRAMA_NUMBER_WHOLE, "0", "0" },
  { "1234", TRAMA_NUMBER_WHOLE, "1234", "1234" },
  { "-17", TRAMA_NUMBER_WHOLE, "-17", "-17" },
  { "+17", TRAMA_NUMBER_WHOLE, "17", "17" },
  { "−17", TRAMA_NUMBER_WHOLE, "-17", "-17" },
  { " 42 ", TRAMA_NUMBER_WHOLE, "42", "42" },
  { "1 234 567", TRAMA_NUMBER_WHOLE, "1234567", "1234567" },
  { "1\302\240234", TRAMA_NUMBER_WHOLE, "1234", "1234" },
  { "1\342\200\257234", TRAMA_NUMBER_WHOLE, "1234", "1234" },
  { "1’234’567", TRAMA_NUMBER_WHOLE, "1234567", "1234567" },
  { "1'234.50", TRAMA_NUMBER_POINT, "1234.50", NULL },
  { "1.5", TRAMA_NUMBER_POINT, "1.5", NULL },
  { "1,5", TRAMA_NUMBER_COMMA, NULL, "1.5" },
  { ".5", TRAMA_NUMBER_POINT, "0.5", NULL },
  { ",5", TRAMA_NUMBER_COMMA, NULL, "0.5" },
  { "-,25", TRAMA_NUMBER_COMMA, NULL, "-0.25" },
  { "1,234", TRAMA_NUMBER_EITHER, "1234", "1.234" },
  { "1.234", TRAMA_NUMBER_EITHER, "1.234", "1234" },
  { "0.125", TRAMA_NUMBER_POINT, "0.125", "0125" },
  { "0,125", TRAMA_NUMBER_COMMA, "0125", "0.125" },
  { "1234,567", TRAMA_NUMBER_COMMA, NULL, "1234.567" },
  { "1,234.5", TRAMA_NUMBER_POINT, "1234.5", NULL },
  { "1.234,5", TRAMA_NUMBER_COMMA, NULL, "1234.5" },
  { "1,234,567", TRAMA_NUMBER_POINT, "1234567", NULL },
  { "1.234.567", TRAMA_NUMBER_COMMA, NULL, "1234567" },
  { "12,34,567", TRAMA_NUMBER_POINT, "1234567", NULL },
  { "12,34,567.89", TRAMA_NUMBER_POINT, "1234567.89", NULL },
  { "1 234,567", TRAMA_NUMBER_COMMA, NULL, "1234.567" },
  { "1.5e+06", TRAMA_NUMBER_POINT, "1.5e+06", NULL },
  { "1,5E-3", TRAMA_NUMBER_COMMA, NULL, "1.5e-3" },
  { "2e5", TRAMA_NUMBER_WHOLE, "2e5", "2e5" },
  { "", TRAMA_NUMBER_NONE, NULL, NULL },
  { " ", TRAMA_NUMBER_NONE, NULL, NULL },
  { "-", TRAMA_NUMBER_NONE, NULL, NULL },
  { ".", TRAMA_NUMBER_NONE, NULL, NULL },
  { "1.", TRAMA_NUMBER_NONE, NULL, NULL },
  { "1,23,45", TRAMA_NUMBER_NONE, NULL, NULL },
  { "1.2.3", TRAMA_NUMBER_NONE, NULL, NULL },
  { "1,2345,678", TRAMA_NUMBER_NONE, NULL, NULL },
  { "1 23", TRAMA_NUMBER_NONE, NULL, NULL },
  { "--5", TRAMA_NUMBER_NONE, NULL, NULL },
  { "5-", TRAMA_NUMBER_NONE, NULL, NULL },
  { "e5", TRAMA_NUMBER_NONE, NULL, NULL },
  { "1e", TRAMA_NUMBER_NONE, NULL, NULL },
  { "1e5e5", TRAMA_NUMBER_NONE, NULL, NULL },
  { "0x10", TRAMA_NUMBER_NONE, NULL, NULL },
  { "inf", TRAMA_NUMBER_NONE, NULL, NULL },
  { "nan", TRAMA_NUMBER_NONE, NULL, NULL },
  { "12 people", TRAMA_NUMBER_NONE, NULL, NULL },
  { "5 %", TRAMA_NUMBER_NONE, NULL, NULL },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *with_point = trama_number_text_to_c (cases[i].text, TRAMA_DECIMAL_POINT);
      g_autofree char *with_comma = trama_number_text_to_c (cases[i].text, TRAMA_DECIMAL_COMMA);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (trama_number_text_shape (cases[i].text), ==, cases[i].shape);
      g_assert_cmpstr (with_point, ==, cases[i].with_point);
      g_assert_cmpstr (with_comma, ==, cases[i].with_comma);
    }
}

static void
test_votes (void)
{
  static const struct
  {
    const char *texts[4];
    TramaDecimal decimal;
  } columns[] = {
    { { "1", "2", "3" }, TRAMA_DECIMAL_POINT },
    { { "1,5", "1,234", "x" }, TRAMA_DECIMAL_COMMA },
    { { "1.5", "1,234" }, TRAMA_DECIMAL_POINT },
    { { "1,234", "2,500" }, TRAMA_DECIMAL_FIND_OUT },
    { { "1.234", "7" }, TRAMA_DECIMAL_FIND_OUT },
    { { "1.5", "1,5" }, TRAMA_DECIMAL_FIND_OUT },
    { { "" }, TRAMA_DECIMAL_POINT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      TramaDecimalVotes votes = { 0 };

      for (gsize k = 0; k < 4 && columns[i].texts[k] != NULL; k++)
        trama_decimal_votes_add (&votes, columns[i].texts[k]);
      g_assert_cmpint (trama_decimal_votes_result (&votes), ==, columns[i].decimal);
    }
}

static void
test_long (void)
{
  g_autofree char *digits = g_strnfill (1000000, '7');

  g_assert_cmpint (trama_number_text_shape (digits), ==, TRAMA_NUMBER_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-text/cases", test_cases);
  g_test_add_func ("/number-text/votes", test_votes);
  g_test_add_func ("/number-text/long", test_long);
  return g_test_run ();
}
