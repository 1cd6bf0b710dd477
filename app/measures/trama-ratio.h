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

static inline double
trama_ratio_value (TramaRatio ratio)
{
  return ratio.d != 0 ? (double) ratio.n / (double) ratio.d : 0.0;
}

G_END_DECLS
