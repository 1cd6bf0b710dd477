/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trama-pages.h"

G_BEGIN_DECLS

/*
 * One page of a report as it lies on the desk: white paper, whatever the colours of the window. It
 * is drawn by a thread of its own, and only while it is near what is seen. A screen reader hears
 * its number, its section and its words.
 *
 * Signal: "link-activated" (guint page, from 0).
 */
#define TRAMA_TYPE_REPORTS_SHEET (trama_reports_sheet_get_type ())
G_DECLARE_FINAL_TYPE (TramaReportsSheet, trama_reports_sheet, TRAMA, REPORTS_SHEET, GtkWidget)

/* Pixels around the paper, at each side. */
#define TRAMA_REPORTS_SHEET_MARGIN 10

GtkWidget *trama_reports_sheet_new (void);
/* Shows page @index, from 0. */
void trama_reports_sheet_set_page (TramaReportsSheet *sheet, TramaPages *pages, guint index);
/* 1: as large as it is printed; 0: as wide as there is room. */
void trama_reports_sheet_set_zoom (TramaReportsSheet *sheet, double zoom);
/* The zoom it is shown at. */
double trama_reports_sheet_get_shown_zoom (TramaReportsSheet *sheet);
/* Whether it is seen, or will be in a moment. */
void trama_reports_sheet_set_near (TramaReportsSheet *sheet, gboolean near);

G_END_DECLS
