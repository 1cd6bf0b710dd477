/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-date.h"
#include "trama-ratio.h"

G_BEGIN_DECLS

/* D4 of the methods: the days after @from up to and with @to. */
typedef struct
{
  gint32 from;
  gint32 to;
} TramaWindow;

/* (day − months, day], month ends clipped. */
TramaWindow trama_window_before (gint32 day, int months);
/* YES where the whole span of the date lies in the window, MAYBE where a part of it does or the
 * date is unknown. */
TramaTri trama_window_holds (TramaWindow window, TramaDate date);
/* YES where the date's whole span is past by @day; unknown: MAYBE. */
TramaTri trama_date_is_by (TramaDate date, gint32 day);
/* As above, but an unknown date means that it has not happened. */
TramaTri trama_date_happened_by (TramaDate date, gint32 day);

G_END_DECLS
