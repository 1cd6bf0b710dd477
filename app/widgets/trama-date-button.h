/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trama-date.h"

G_BEGIN_DECLS

/*
 * The as-of date: shows it, and sets it from a calendar, from what is typed, or from the dates people
 * ask for most. Property: "day" (int, days since 1970), "own-day" (int; G_MININT: none): the date
 * the portfolio itself is shown at.
 */
#define TRAMA_TYPE_DATE_BUTTON (trama_date_button_get_type ())
G_DECLARE_FINAL_TYPE (TramaDateButton, trama_date_button, TRAMA, DATE_BUTTON, GtkWidget)

GtkWidget *trama_date_button_new (void);
void trama_date_button_set_day (TramaDateButton *button, gint32 day);
gint32 trama_date_button_get_day (TramaDateButton *button);

G_END_DECLS
