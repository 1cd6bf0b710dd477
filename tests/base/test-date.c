/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-date.h"

#include <string.h>

/* Against Python's datetime, and day by day against GDate. */
static void
test_days (void)
{
  static const struct
  {
    int year, month, day;
    gint32 number;
    int weekday;
  } known[] = {
    { 1800, 1, 1, -62091, 3 },  { 1899, 12, 31, -25568, 7 }, { 1900, 2, 28, -25509, 3 },
    { 1900, 3, 1, -25508, 4 },  { 1970, 1, 1, 0, 4 },        { 2000, 2, 29, 11016, 2 },
    { 2024, 2, 29, 19782, 4 },  { 2026, 6, 30, 20634, 2 },   { 2100, 3, 1, 47541, 1 },
    { 2199, 12, 31, 84005, 2 },
  };
  GDate date;
  gint32 epoch;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_assert_cmpint (trama_day_from_civil (known[i].year, known[i].month, known[i].day), ==,
                       known[i].number);
      g_assert_cmpint (trama_day_of_week (known[i].number), ==, known[i].weekday);
    }

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, 1, 1970);
  epoch = (gint32) g_date_get_julian (&date);
  for (gint32 day = known[0].number; day <= known[9].number; day++)
    {
      int year, month, day_of_month;

      g_date_set_julian (&date, (guint32) (day + epoch));
      trama_day_to_civil (day, &year, &month, &day_of_month);
      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, g_date_get_month (&date));
      g_assert_cmpint (day_of_month, ==, g_date_get_day (&date));
      g_assert_cmpint (trama_day_of_week (day), ==, g_date_get_weekday (&date));
      g_assert_cmpint (trama_day_from_civil (year, month, day_of_month), ==, day);
      g_assert_cmpint (
          trama_day_month_end (day), ==,
          trama_day_from_civil (
              year, month, g_date_get_days_in_month (g_date_get_month (&date), (GDateYear) year)));
    }
}

static gint32
day (const char *text)
{
  gint32 number = 0;

  g_assert_true (trama_day_parse (text, &number));
  return number;
}

/* D4 of the methods: month ends are clipped. */
static void
test_months (void)
{
  static const struct
  {
    const char *from;
    int months;
    const char *to;
  } added[] = {
    { "2024-03-31", -1, "2024-02-29" }, { "2023-03-31", -1, "2023-02-28" },
    { "2024-01-31", 1, "2024-02-29" },  { "2024-01-31", 13, "2025-02-28" },
    { "2024-02-29", 12, "2025-02-28" }, { "2024-02-29", 48, "2028-02-29" },
    { "2024-12-15", 1, "2025-01-15" },  { "2025-01-15", -1, "2024-12-15" },
    { "2024-08-31", 6, "2025-02-28" },  { "2100-03-31", -1, "2100-02-28" },
    { "2024-05-05", 0, "2024-05-05" },
  };
  static const struct
  {
    const char *from, *to;
    int months;
  } between[] = {
    { "2024-01-31", "2024-02-29", 1 },  { "2024-01-31", "2024-02-28", 0 },
    { "2024-01-15", "2024-02-14", 0 },  { "2024-01-15", "2024-02-15", 1 },
    { "2023-02-28", "2024-02-28", 12 }, { "2024-02-29", "2025-02-28", 12 },
    { "2024-03-31", "2024-02-29", -1 }, { "2024-03-31", "2024-03-01", 0 },
    { "2024-06-01", "2024-06-01", 0 },  { "2026-06-30", "2024-06-30", -24 },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < G_N_ELEMENTS (added); i++)
    g_assert_cmpint (trama_day_add_months (day (added[i].from), added[i].months), ==,
                     day (added[i].to));
  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    g_assert_cmpint (trama_months_between (day (between[i].from), day (between[i].to)), ==,
                     between[i].months);

  /* Against GDate, and against its own definition: as many months as fit. */
  for (int i = 0; i < 20000; i++)
    {
      gint32 from = g_rand_int_range (rand, day ("1850-01-01"), day ("2150-01-01"));
      gint32 to = from + g_rand_int_range (rand, 0, 4000);
      int months = g_rand_int_range (rand, 0, 300), year, month, day_of_month, n;
      GDate date;

      trama_day_to_civil (from, &year, &month, &day_of_month);
      g_date_clear (&date, 1);
      g_date_set_dmy (&date, (GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);
      g_date_add_months (&date, (guint) months);
      g_assert_cmpint (trama_day_add_months (from, months), ==,
                       trama_day_from_civil (g_date_get_year (&date), g_date_get_month (&date),
                                             g_date_get_day (&date)));
      n = trama_months_between (from, to);
      g_assert_cmpint (trama_day_add_months (from, n), <=, to);
      g_assert_cmpint (trama_day_add_months (from, n + 1), >, to);
    }
}

typedef struct
{
  const char *text;
  const char *first, *last;
  const char *prose;
  const char *short_prose;
} Known;

static const Known known[] = {
  { "2024-03-15", "2024-03-15", "2024-03-15", "15 March 2024", "15 Mar 2024" },
  { "2024-02-29", "2024-02-29", "2024-02-29", "29 February 2024", "29 Feb 2024" },
  { "2024-02", "2024-02-01", "2024-02-29", "February 2024", "Feb 2024" },
  { "2023-02", "2023-02-01", "2023-02-28", "February 2023", "Feb 2023" },
  { "2024-12", "2024-12-01", "2024-12-31", "December 2024", "Dec 2024" },
  { "2024", "2024-01-01", "2024-12-31", "2024", "2024" },
  { "2024-25", "2024-03-01", "2024-05-31", "spring 2024 (north)", "spring 2024 (north)" },
  { "2024-26", "2024-06-01", "2024-08-31", "summer 2024 (north)", "summer 2024 (north)" },
  { "2024-27", "2024-09-01", "2024-11-30", "autumn 2024 (north)", "autumn 2024 (north)" },
  { "2023-28", "2023-12-01", "2024-02-29", "winter 2023 (north)", "winter 2023 (north)" },
  { "2024-29", "2024-09-01", "2024-11-30", "spring 2024 (south)", "spring 2024 (south)" },
  { "2024-30", "2024-12-01", "2025-02-28", "summer 2024 (south)", "summer 2024 (south)" },
  { "2024-31", "2024-03-01", "2024-05-31", "autumn 2024 (south)", "autumn 2024 (south)" },
  { "2024-32", "2024-06-01", "2024-08-31", "winter 2024 (south)", "winter 2024 (south)" },
  { "2024-33", "2024-01-01", "2024-03-31", "first quarter 2024", "first quarter 2024" },
  { "2024-34", "2024-04-01", "2024-06-30", "second quarter 2024", "second quarter 2024" },
  { "2024-35", "2024-07-01", "2024-09-30", "third quarter 2024", "third quarter 2024" },
  { "2024-36", "2024-10-01", "2024-12-31", "fourth quarter 2024", "fourth quarter 2024" },
  /* 15 days about a day, 30 about a month, season or quarter, 183 about a year. */
  { "2024-03-15~", "2024-02-29", "2024-03-30", "about 15 March 2024", "about 15 Mar 2024" },
  { "2024-06~", "2024-05-02", "2024-07-30", "about June 2024", "about Jun 2024" },
  { "2024-33~", "2023-12-02", "2024-04-30", "about first quarter 2024",
    "about first quarter 2024" },
  { "2024~", "2023-07-02", "2025-07-02", "about 2024", "about 2024" },
  { "2024-01-10/2024-02-20", "2024-01-10", "2024-02-20",
    "between 10 January 2024 and 20 February 2024", "between 10 Jan 2024 and 20 Feb 2024" },
  { "1800-01-01~", NULL, "1800-01-16", "about 1 January 1800", "about 1 Jan 1800" },
};

static void
test_vague (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      char text[TRAMA_DATE_TEXT_SIZE];
      g_autofree char *prose = NULL;
      g_autofree char *short_prose = NULL;
      TramaDate date;

      g_assert_true (trama_date_parse (known[i].text, strlen (known[i].text), &date));
      if (known[i].first != NULL)
        g_assert_cmpint (date.first, ==, day (known[i].first));
      g_assert_cmpint (date.last, ==, day (known[i].last));
      trama_date_to_text (date, text);
      g_assert_cmpstr (text, ==, known[i].text);
      prose = trama_date_to_prose (date);
      g_assert_cmpstr (prose, ==, known[i].prose);
      short_prose = trama_date_to_short_prose (date);
      g_assert_cmpstr (short_prose, ==, known[i].short_prose);
      g_assert_true (trama_date_is_known (date));
      g_assert_true (trama_date_is_day (date) == (strlen (known[i].text) == 10));
    }
}

static void
test_no_dates (void)
{
  static const char *const texts[] = {
    "",
    "x",
    "24",
    "2024-",
    "2024-00",
    "2024-13",
    "2024-24",
    "2024-37",
    "2024-1",
    "2024-02-30",
    "2023-02-29",
    "1900-02-29",
    "2024-04-31",
    "2024-00-10",
    "2024-01-00",
    "2024-1-1",
    "2024/01/01",
    "1799-12-31",
    "2200-01-01",
    "1799",
    "2200",
    "+2024",
    "2024-03-15x",
    "2024 ",
    " 2024",
    "~",
    "2024~~",
    "-024",
    "2024-03-15T",
    "2024-02-10/2024-01-10",
    "2024-01-10/2024-01-10",
    "2024-01-10/2024-02-20~",
    "2024-01/2024-02",
    "2024-01-10/2024-02-30",
    "２０２４",
  };
  g_autofree char *prose = NULL;
  char text[TRAMA_DATE_TEXT_SIZE];
  TramaDate date;
  gint32 number;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (trama_date_parse (texts[i], strlen (texts[i]), &date))
      g_error ("“%s” was taken for a date", texts[i]);
  g_assert_false (trama_date_parse (NULL, 0, &date));
  g_assert_false (trama_day_parse ("2024-03", &number));
  g_assert_false (trama_day_parse ("2024-03-15~", &number));
  trama_date_to_text (TRAMA_DATE_NONE, text);
  g_assert_cmpstr (text, ==, "");
  prose = trama_date_to_prose (TRAMA_DATE_NONE);
  g_assert_cmpstr (prose, ==, "not recorded");
}

static void
test_order (void)
{
  static const char *const in_order[]
      = { "2023-12-31", "2024-01-01", "2024-01", "2024-33", "2024", "2024-02", "2024-02-02" };
  TramaDate previous = TRAMA_DATE_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (in_order); i++)
    {
      TramaDate date;

      g_assert_true (trama_date_parse (in_order[i], strlen (in_order[i]), &date));
      g_assert_cmpint (trama_date_compare (previous, date), <, 0);
      g_assert_cmpint (trama_date_compare (date, previous), >, 0);
      g_assert_cmpint (trama_date_compare (date, date), ==, 0);
      g_assert_false (trama_date_equal (previous, date));
      previous = date;
    }
  g_assert_true (trama_date_equal (TRAMA_DATE_NONE, TRAMA_DATE_NONE));
  g_assert_cmpint (trama_date_compare (TRAMA_DATE_NONE, TRAMA_DATE_NONE), ==, 0);
}

static void
test_today (void)
{
  g_setenv ("SOURCE_DATE_EPOCH", "1782864000", TRUE); /* 2026-07-01T00:00:00Z */
  g_assert_cmpint (trama_day_today (), ==, day ("2026-07-01"));
  g_setenv ("SOURCE_DATE_EPOCH", "1782863999", TRUE);
  g_assert_cmpint (trama_day_today (), ==, day ("2026-06-30"));
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_cmpint (ABS (trama_day_today () - (gint32) (g_get_real_time () / 86400000000)), <=, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date/days", test_days);
  g_test_add_func ("/base/date/months", test_months);
  g_test_add_func ("/base/date/vague", test_vague);
  g_test_add_func ("/base/date/no-dates", test_no_dates);
  g_test_add_func ("/base/date/order", test_order);
  g_test_add_func ("/base/date/today", test_today);
  return g_test_run ();
}
