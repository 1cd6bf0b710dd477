/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A date as people know it: a day, or only a month, a season, a year, "about" one of these, or a
 * stretch between two days. It is the span of days on which the event may have happened, and the
 * form in which it was written.
 *
 * Texts (a part of ISO 8601-2, level 2):
 *   2024-03-15   a day
 *   2024-03      some day in March 2024
 *   2024         some day in 2024
 *   2024-25 … 28 northern spring, summer, autumn, winter (March, June, September, December on)
 *   2024-29 … 32 southern spring, summer, autumn, winter (September, December, March, June on)
 *   2024-33 … 36 first … fourth quarter
 *   TEXT~        about TEXT: 15 days more on either side of a day, a month of 30 days of a month,
 *                season or quarter, 183 days of a year (basis: this program)
 *   A/B          some day from day A to day B
 * A winter or southern summer is named after the year in which it begins.
 *
 * Days are counted from 1970-01-01, in the proleptic Gregorian calendar. Years 1800 to 2199.
 */
typedef enum
{
  TRAMA_DATE_UNKNOWN = 0,
  TRAMA_DATE_DAY,
  TRAMA_DATE_MONTH,
  TRAMA_DATE_SEASON,
  TRAMA_DATE_YEAR,
  TRAMA_DATE_BETWEEN,
} TramaDateForm;

typedef struct
{
  gint32 first;
  gint32 last;
  guint8 form;     /* TramaDateForm */
  guint8 about;    /* written with ~ */
  guint8 season;   /* 25 … 36 when the form is a season or quarter */
  guint8 reserved;
} TramaDate;

#define TRAMA_DATE_NONE ((TramaDate) { 0 })
#define TRAMA_DATE_TEXT_SIZE 24

static inline gboolean
trama_date_is_known (TramaDate date)
{
  return date.form != TRAMA_DATE_UNKNOWN;
}

static inline gboolean
trama_date_is_day (TramaDate date)
{
  return date.form == TRAMA_DATE_DAY && !date.about;
}

gboolean trama_date_equal (TramaDate a, TramaDate b);
/* By first day, then last day; unknown dates first. */
int trama_date_compare (TramaDate a, TramaDate b);

/* FALSE where the text is none of the above or the day does not exist. */
gboolean trama_date_parse (const char *text, gsize length, TramaDate *date);
/* The text that trama_date_parse() reads back; empty for an unknown date. */
void trama_date_to_text (TramaDate date, char text[TRAMA_DATE_TEXT_SIZE]);
/* For reading: "30 June 2026", "June 2026", "spring 2024 (north)", "about 2023"; translated.
 * (transfer full) */
char *trama_date_to_prose (TramaDate date);
/* "30 Jun 2026". (transfer full) */
char *trama_date_to_short_prose (TramaDate date);

TramaDate trama_date_from_day (gint32 day);
/* @month 1 … 12; a day past the month's end is clipped to it (D4 of the methods). */
gint32 trama_day_from_civil (int year, int month, int day);
void trama_day_to_civil (gint32 day, int *year, int *month, int *day_of_month);
/* @months may be negative; month ends are clipped: 31 March − 1 month = 28 or 29 February. */
gint32 trama_day_add_months (gint32 day, int months);
/* Whole months from @from to @to (D4 clipping); negative where @to is earlier. */
int trama_months_between (gint32 from, gint32 to);
/* The last day of the month that @day lies in. */
gint32 trama_day_month_end (gint32 day);
/* Calendar months counted from January of the year 0. */
int trama_day_month_index (gint32 day);
gint32 trama_month_index_first_day (int month_index);
gint32 trama_month_index_last_day (int month_index);
/* Monday = 1 … Sunday = 7. */
int trama_day_of_week (gint32 day);
/* Today in UTC, or the day of SOURCE_DATE_EPOCH where that is set. */
gint32 trama_day_today (void);
/* A day written YYYY-MM-DD and nothing else. */
gboolean trama_day_parse (const char *text, gint32 *day);

G_END_DECLS
