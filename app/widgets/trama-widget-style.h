/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trama-chart-style.h"

G_BEGIN_DECLS

/* How charts are to be drawn in @widget: dark or light, contrast, direction, size of the text. */
void trama_widget_style_get (GtkWidget *widget, TramaChartStyle *style);
/* The system's text scale; 1: as designed. */
double trama_widget_text_scale (GtkWidget *widget);
/* Calls @function whenever what trama_widget_style_get() gives may have become another; the
 * connection ends with @widget. */
void trama_widget_style_watch (GtkWidget *widget, GCallback function);

G_END_DECLS
