/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/* Values that a record may not hold yet. A record never confuses "unknown" with zero. */

#define TRAMA_INTEGER_UNKNOWN G_MININT64
#define TRAMA_DECIMAL_UNKNOWN ((double) NAN)

typedef enum
{
  TRAMA_TRUTH_UNKNOWN = 0,
  TRAMA_TRUTH_NO,
  TRAMA_TRUTH_YES,
} TramaTruth;

/*
 * A number known exactly (low = high) or only as a band (D8 of the methods); an open end is
 * infinite. NaN in both means unknown.
 */
typedef struct
{
  double low;
  double high;
} TramaBand;

#define TRAMA_BAND_UNKNOWN ((TramaBand) { NAN, NAN })

static inline gboolean
trama_band_is_known (TramaBand band)
{
  return !isnan (band.low);
}

static inline gboolean
trama_band_is_exact (TramaBand band)
{
  return band.low == band.high;
}

static inline TramaBand
trama_band_exact (double value)
{
  return (TramaBand) { value, value };
}

/*
 * An amount in the currency's minor unit (cents for USD, whole pesos for CLP), exact (low = high)
 * or a band. The currency is an ISO 4217 code; empty means that the amount is unknown.
 */
typedef struct
{
  gint64 low;
  gint64 high;
  char currency[4];
} TramaMoney;

#define TRAMA_MONEY_UNKNOWN ((TramaMoney) { 0 })

static inline gboolean
trama_money_is_known (TramaMoney money)
{
  return money.currency[0] != '\0';
}

/* Unknown values are equal, whatever else they hold. */
gboolean trama_band_equal (TramaBand a, TramaBand b);
gboolean trama_money_equal (TramaMoney a, TramaMoney b);
TramaMoney trama_money_exact (gint64 minor, const char *currency);

/* Three capital letters. */
gboolean trama_currency_is_valid (const char *code);
/* Digits after the point by ISO 4217: 2 for most, 0 or 3 for some. */
int trama_currency_digits (const char *code);

/* "12,400" or "12 400" by the locale's grouping; up to @digits decimals, no trailing zeros unless
 * @fixed. (transfer full) */
char *trama_number_to_prose (double value, int digits, gboolean fixed);
/* "20", "10–19", "over 50", "under 10", "not recorded". (transfer full) */
char *trama_band_to_prose (TramaBand band, int digits);
/* "USD 61,000": whole units unless a part is held. (transfer full) */
char *trama_money_to_prose (TramaMoney money);

G_END_DECLS
