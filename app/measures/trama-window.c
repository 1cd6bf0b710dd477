/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-window.h"

TramaWindow
trama_window_before (gint32 day, int months)
{
  return (TramaWindow) { trama_day_add_months (day, -months), day };
}

TramaTri
trama_window_holds (TramaWindow window, TramaDate date)
{
  if (!trama_date_is_known (date))
    return TRAMA_MAYBE;
  if (date.last <= window.from || date.first > window.to)
    return TRAMA_NO;
  return date.first > window.from && date.last <= window.to ? TRAMA_YES : TRAMA_MAYBE;
}

TramaTri
trama_date_is_by (TramaDate date, gint32 day)
{
  if (!trama_date_is_known (date))
    return TRAMA_MAYBE;
  if (date.first > day)
    return TRAMA_NO;
  return date.last <= day ? TRAMA_YES : TRAMA_MAYBE;
}

TramaTri
trama_date_happened_by (TramaDate date, gint32 day)
{
  return trama_date_is_known (date) ? trama_date_is_by (date, day) : TRAMA_NO;
}
