/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trama-report.h"

G_BEGIN_DECLS

/* Both ask in a dialog over @widget's window, work in another thread, and tell in a toast how it
 * went. Cancelled, they do nothing. */

/* Saves the pages as a PDF where the person says. The folder is remembered in @settings. */
void trama_reports_save (GtkWidget *widget, TramaReport *report, GSettings *settings);
/* Prints the pages: the same file that would be saved, or those of its pages that are asked for. */
void trama_reports_print (GtkWidget *widget, TramaReport *report);

G_END_DECLS
