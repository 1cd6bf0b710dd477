/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A straight line from values to places in points; either end may be the larger. */
typedef struct
{
  double from;
  double to;
  double place_from;
  double place_to;
} TramaScale;

/* Where @value lies; beyond the ends too. A scale of no length gives its first place. */
double trama_scale_place (const TramaScale *scale, double value);

/* Steps of 1, 2, 2.5 or 5 times a power of ten: the smallest that leaves at most @max_steps between
 * @from and @to. @whole: no step under 1 and none of 2.5. */
double trama_scale_nice_step (double from, double to, guint max_steps, gboolean whole);

/* The step for a count out of @total that ends on it: 3 for 12, 5 for 20; the nearest nice step
 * where none divides it in at most @max_steps. */
int trama_scale_count_step (int total, guint max_steps);

/* Months: 1, 2, 3, 6, 12, 24, 36, 60, 120, … */
int trama_scale_month_step (int n_months, guint max_steps);

/* A tick of an axis of dates, on the first of a month. */
typedef struct
{
  gint32 day;
  char *label; /* "Jan 2025", "Jul", "2025"; NULL: a small tick */
} TramaDateTick;

/* Ticks in [from, to], at most @max_labels of them with labels (≥ 1), between them small ones. The
 * year stands at Januaries and at the first label. (transfer full) (element-type TramaDateTick) */
GArray *trama_scale_date_ticks (gint32 from, gint32 to, guint max_labels);

/* "Jan" … "Dec", translated; @month 1 … 12. */
const char *trama_scale_month_name (int month);

G_END_DECLS
