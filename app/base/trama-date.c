/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR 1800
#define LAST_YEAR 2199

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_in_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && is_leap (year) ? 29 : days[month - 1];
}

gint32
trama_day_from_civil (int year, int month, int day)
{
  int era, year_of_era, day_of_year, day_of_era;

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  day = CLAMP (day, 1, days_in_month (year, month));
  /* Years run from March, so that the leap day is a year's last. */
  year -= month <= 2;
  era = (year >= 0 ? year : year - 399) / 400;
  year_of_era = year - era * 400;
  day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

void
trama_day_to_civil (gint32 day, int *year, int *month, int *day_of_month)
{
  int z = day + 719468;
  int era = (z >= 0 ? z : z - 146096) / 146097;
  int day_of_era = z - era * 146097;
  int year_of_era
      = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted_month = (5 * day_of_year + 2) / 153;
  int m = shifted_month + (shifted_month < 10 ? 3 : -9);

  if (day_of_month != NULL)
    *day_of_month = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  if (month != NULL)
    *month = m;
  if (year != NULL)
    *year = year_of_era + era * 400 + (m <= 2);
}

int
trama_day_month_index (gint32 day)
{
  int year, month;

  trama_day_to_civil (day, &year, &month, NULL);
  return year * 12 + month - 1;
}

gint32
trama_month_index_first_day (int month_index)
{
  return trama_day_from_civil (month_index / 12, month_index % 12 + 1, 1);
}

gint32
trama_month_index_last_day (int month_index)
{
  return trama_month_index_first_day (month_index + 1) - 1;
}

gint32
trama_day_month_end (gint32 day)
{
  return trama_month_index_last_day (trama_day_month_index (day));
}

gint32
trama_day_add_months (gint32 day, int months)
{
  int year, month, day_of_month, index;

  trama_day_to_civil (day, &year, &month, &day_of_month);
  index = year * 12 + month - 1 + months;
  return trama_day_from_civil (index / 12, index % 12 + 1, day_of_month);
}

int
trama_months_between (gint32 from, gint32 to)
{
  int months = trama_day_month_index (to) - trama_day_month_index (from);

  if (to >= from)
    {
      if (trama_day_add_months (from, months) > to)
        months--;
    }
  else if (trama_day_add_months (from, months) < to)
    months++;
  return months;
}

int
trama_day_of_week (gint32 day)
{
  /* 1970-01-01 was a Thursday. */
  return (int) (((gint64) day + 3 + 7000000) % 7) + 1;
}

gint32
trama_day_today (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds = g_get_real_time () / G_USEC_PER_SEC;

  if (epoch != NULL && *epoch != '\0')
    g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32 * (gint64) 3, &seconds, NULL);
  return (gint32) (seconds / 86400);
}

TramaDate
trama_date_from_day (gint32 day)
{
  return (TramaDate) { .first = day, .last = day, .form = TRAMA_DATE_DAY };
}

gboolean
trama_date_equal (TramaDate a, TramaDate b)
{
  if (!trama_date_is_known (a) || !trama_date_is_known (b))
    return trama_date_is_known (a) == trama_date_is_known (b);
  return a.first == b.first && a.last == b.last && a.form == b.form && a.about == b.about
         && a.season == b.season;
}

int
trama_date_compare (TramaDate a, TramaDate b)
{
  if (trama_date_is_known (a) != trama_date_is_known (b))
    return trama_date_is_known (a) ? 1 : -1;
  if (a.first != b.first)
    return a.first < b.first ? -1 : 1;
  return a.last < b.last ? -1 : a.last > b.last;
}

static gboolean
read_digits (const char *text, int count, int *value)
{
  *value = 0;
  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + (text[i] - '0');
    }
  return TRUE;
}

static gboolean
read_day (const char *text, gint32 *day)
{
  int year, month, day_of_month;

  if (!read_digits (text, 4, &year) || text[4] != '-' || !read_digits (text + 5, 2, &month)
      || text[7] != '-' || !read_digits (text + 8, 2, &day_of_month))
    return FALSE;
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day_of_month < 1
      || day_of_month > days_in_month (year, month))
    return FALSE;
  *day = trama_day_from_civil (year, month, day_of_month);
  return TRUE;
}

gboolean
trama_day_parse (const char *text, gint32 *day)
{
  g_return_val_if_fail (text != NULL && day != NULL, FALSE);

  return strlen (text) == 10 && read_day (text, day);
}

/* The month a season or quarter begins with, and how many months it takes. */
static int
season_first_month (int season)
{
  static const int months[] = { 3, 6, 9, 12, 9, 12, 3, 6, 1, 4, 7, 10 };

  return months[season - 25];
}

static gboolean
read_month_or_season (const char *text, TramaDate *date)
{
  int year, number, first;

  if (!read_digits (text, 4, &year) || text[4] != '-' || !read_digits (text + 5, 2, &number))
    return FALSE;
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return FALSE;
  if (number >= 1 && number <= 12)
    {
      first = year * 12 + number - 1;
      date->form = TRAMA_DATE_MONTH;
      date->first = trama_month_index_first_day (first);
      date->last = trama_month_index_last_day (first);
      return TRUE;
    }
  if (number >= 25 && number <= 36)
    {
      first = year * 12 + season_first_month (number) - 1;
      date->form = TRAMA_DATE_SEASON;
      date->season = (guint8) number;
      date->first = trama_month_index_first_day (first);
      date->last = trama_month_index_last_day (first + 2);
      return TRUE;
    }
  return FALSE;
}

static int
slack_of (const TramaDate *date)
{
  switch ((TramaDateForm) date->form)
    {
    case TRAMA_DATE_DAY:
      return 15;
    case TRAMA_DATE_MONTH:
    case TRAMA_DATE_SEASON:
      return 30;
    case TRAMA_DATE_YEAR:
      return 183;
    case TRAMA_DATE_UNKNOWN:
    case TRAMA_DATE_BETWEEN:
    default:
      return 0;
    }
}

gboolean
trama_date_parse (const char *text, gsize length, TramaDate *date)
{
  TramaDate result = { 0 };
  int year;

  g_return_val_if_fail (date != NULL, FALSE);

  if (text == NULL)
    return FALSE;
  if (length > 4 && text[length - 1] == '~')
    {
      result.about = TRUE;
      length--;
    }
  if (length == 10)
    {
      if (!read_day (text, &result.first))
        return FALSE;
      result.last = result.first;
      result.form = TRAMA_DATE_DAY;
    }
  else if (length == 7)
    {
      if (!read_month_or_season (text, &result))
        return FALSE;
    }
  else if (length == 4)
    {
      if (!read_digits (text, 4, &year) || year < FIRST_YEAR || year > LAST_YEAR)
        return FALSE;
      result.form = TRAMA_DATE_YEAR;
      result.first = trama_day_from_civil (year, 1, 1);
      result.last = trama_day_from_civil (year, 12, 31);
    }
  else if (length == 21 && text[10] == '/')
    {
      if (result.about || !read_day (text, &result.first) || !read_day (text + 11, &result.last)
          || result.first >= result.last)
        return FALSE;
      result.form = TRAMA_DATE_BETWEEN;
    }
  else
    return FALSE;

  if (result.about)
    {
      result.first -= slack_of (&result);
      result.last += slack_of (&result);
    }
  *date = result;
  return TRUE;
}

/* By hand: a file has a date in most of its lines, and a formatted print takes ten times as long. */
static void
write_two_digits (int number, char *text)
{
  text[0] = (char) ('0' + number / 10);
  text[1] = (char) ('0' + number % 10);
}

static void
write_day (gint32 day, char *text)
{
  int year, month, day_of_month;

  trama_day_to_civil (day, &year, &month, &day_of_month);
  if (year < 0 || year > 9999)
    {
      g_snprintf (text, 11, "%04d-%02d-%02d", year, month, day_of_month);
      return;
    }
  write_two_digits (year / 100, text);
  write_two_digits (year % 100, text + 2);
  text[4] = '-';
  write_two_digits (month, text + 5);
  text[7] = '-';
  write_two_digits (day_of_month, text + 8);
  text[10] = '\0';
}

/* The span without the slack of an "about". */
static TramaDate
strip_about (TramaDate date)
{
  if (date.about)
    {
      date.first += slack_of (&date);
      date.last -= slack_of (&date);
    }
  return date;
}

void
trama_date_to_text (TramaDate date, char text[TRAMA_DATE_TEXT_SIZE])
{
  TramaDate bare = strip_about (date);
  int year, month;

  text[0] = '\0';
  trama_day_to_civil (bare.first, &year, &month, NULL);
  switch ((TramaDateForm) date.form)
    {
    case TRAMA_DATE_DAY:
      write_day (bare.first, text);
      break;
    case TRAMA_DATE_MONTH:
      g_snprintf (text, TRAMA_DATE_TEXT_SIZE, "%04d-%02d", year, month);
      break;
    case TRAMA_DATE_SEASON:
      g_snprintf (text, TRAMA_DATE_TEXT_SIZE, "%04d-%02d", year, date.season);
      break;
    case TRAMA_DATE_YEAR:
      g_snprintf (text, TRAMA_DATE_TEXT_SIZE, "%04d", year);
      break;
    case TRAMA_DATE_BETWEEN:
      write_day (bare.first, text);
      text[10] = '/';
      write_day (bare.last, text + 11);
      break;
    case TRAMA_DATE_UNKNOWN:
    default:
      break;
    }
  if (date.about)
    strcat (text, "~");
}

static const char *
month_name (int month, gboolean brief)
{
  static const char *const names[] = {
    N_ ("January"),   N_ ("February"), N_ ("March"),    N_ ("April"),
    N_ ("May"),       N_ ("June"),     N_ ("July"),     N_ ("August"),
    N_ ("September"), N_ ("October"),  N_ ("November"), N_ ("December"),
  };
  static const char *const brief_names[] = {
    NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"),
    NC_ ("short month", "Apr"), NC_ ("short month", "May"), NC_ ("short month", "Jun"),
    NC_ ("short month", "Jul"), NC_ ("short month", "Aug"), NC_ ("short month", "Sep"),
    NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
  };

  if (brief)
    return g_dpgettext2 (GETTEXT_PACKAGE, "short month", brief_names[month - 1]);
  return g_dgettext (GETTEXT_PACKAGE, names[month - 1]);
}

static char *
day_to_prose (gint32 day, gboolean brief)
{
  int year, month, day_of_month;

  trama_day_to_civil (day, &year, &month, &day_of_month);
  /* Translators: a date: day, month, year */
  return g_strdup_printf (C_ ("date", "%d %s %d"), day_of_month, month_name (month, brief), year);
}

static const char *
season_name (int season)
{
  static const char *const names[] = {
    N_ ("spring %d (north)"), N_ ("summer %d (north)"), N_ ("autumn %d (north)"),
    N_ ("winter %d (north)"), N_ ("spring %d (south)"), N_ ("summer %d (south)"),
    N_ ("autumn %d (south)"), N_ ("winter %d (south)"), N_ ("first quarter %d"),
    N_ ("second quarter %d"), N_ ("third quarter %d"),  N_ ("fourth quarter %d"),
  };

  return g_dgettext (GETTEXT_PACKAGE, names[season - 25]);
}

static char *
format_season (int season, int year)
{
  g_autofree char *number = g_strdup_printf ("%d", year);
  g_auto (GStrv) parts = g_strsplit (season_name (season), "%d", 2);

  return g_strjoinv (number, parts);
}

static char *
to_prose (TramaDate date, gboolean brief)
{
  g_autofree char *bare_text = NULL;
  TramaDate bare = strip_about (date);
  int year, month;

  trama_day_to_civil (bare.first, &year, &month, NULL);
  switch ((TramaDateForm) date.form)
    {
    case TRAMA_DATE_DAY:
      bare_text = day_to_prose (bare.first, brief);
      break;
    case TRAMA_DATE_MONTH:
      /* Translators: a month: name, year */
      bare_text = g_strdup_printf (C_ ("date", "%s %d"), month_name (month, brief), year);
      break;
    case TRAMA_DATE_SEASON:
      bare_text = format_season (date.season, year);
      break;
    case TRAMA_DATE_YEAR:
      bare_text = g_strdup_printf ("%d", year);
      break;
    case TRAMA_DATE_BETWEEN:
      {
        g_autofree char *from = day_to_prose (bare.first, brief);
        g_autofree char *to = day_to_prose (bare.last, brief);

        /* Translators: some day from the first date to the second */
        bare_text = g_strdup_printf (_ ("between %s and %s"), from, to);
        break;
      }
    case TRAMA_DATE_UNKNOWN:
    default:
      return g_strdup (_ ("not recorded"));
    }
  if (date.about)
    return g_strdup_printf (_ ("about %s"), bare_text);
  return g_steal_pointer (&bare_text);
}

char *
trama_date_to_prose (TramaDate date)
{
  return to_prose (date, FALSE);
}

char *
trama_date_to_short_prose (TramaDate date)
{
  return to_prose (date, TRUE);
}
