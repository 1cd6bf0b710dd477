/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Three-valued logic: what is certain, what is ruled out, and what the records leave open. "And"
 * is the lesser of two, "or" the greater. */
typedef enum
{
  TRAMA_NO = 0,
  TRAMA_MAYBE = 1,
  TRAMA_YES = 2,
} TramaTri;

/* An exact fraction; a count is over 1; over 0 means that there is nothing to take a share of. */
typedef struct
{
  gint64 n;
  gint64 d;
} TramaRatio;

/* a ≥ b, without rounding. Over 0 is never at least anything. */
static inline gboolean
trama_ratio_at_least (TramaRatio a, TramaRatio b)
{
  if (a.d == 0 || b.d == 0)
    return FALSE;
  return (__int128) a.n * b.d >= (__int128) b.n * a.d;
}

static inline gboolean
trama_ratio_more_than (TramaRatio a, TramaRatio b)
{
  if (a.d == 0 || b.d == 0)
    return FALSE;
  return (__int128) a.n * b.d > (__int128) b.n * a.d;
}

/* In lowest terms; over 0 stays over 0. */
static inline TramaRatio
trama_ratio_reduced (TramaRatio ratio)
{
  gint64 a = ratio.n < 0 ? -ratio.n : ratio.n;
  gint64 b = ratio.d;

  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  return a > 1 ? (TramaRatio) { ratio.n / a, ratio.d / a } : ratio;
}

/* Exact for the small denominators of ratings; in lowest terms. */
static inline TramaRatio
trama_ratio_sum (TramaRatio a, TramaRatio b)
{
  return trama_ratio_reduced ((TramaRatio) { a.n * b.d + b.n * a.d, a.d * b.d });
}

static inline TramaRatio
trama_ratio_difference (TramaRatio a, TramaRatio b)
{
  return trama_ratio_sum (a, (TramaRatio) { -b.n, b.d });
}

/* −1, 0, 1 as @a is less than, equal to or more than @b; both over more than 0. */
static inline int
trama_ratio_compare (TramaRatio a, TramaRatio b)
{
  if (trama_ratio_more_than (a, b))
    return 1;
  return trama_ratio_more_than (b, a) ? -1 : 0;
}

static inline double
trama_ratio_value (TramaRatio ratio)
{
  return ratio.d != 0 ? (double) ratio.n / (double) ratio.d : 0.0;
}

G_END_DECLS
