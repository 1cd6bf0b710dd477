/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trama-pages.h"

G_BEGIN_DECLS

/*
 * The pages of a report one under the other, to be read before they are printed: "3 of 14", zoom,
 * the sections, links that lead where they do in the PDF. Only one page can have the keyboard at a
 * time, the one that is read; it goes along as the pages are scrolled.
 */
#define TRAMA_TYPE_REPORTS_PREVIEW (trama_reports_preview_get_type ())
G_DECLARE_FINAL_TYPE (TramaReportsPreview, trama_reports_preview, TRAMA, REPORTS_PREVIEW, GtkWidget)

/* Stays on the page that is being read. NULL: nothing is shown. */
void trama_reports_preview_set_pages (TramaReportsPreview *preview, TramaPages *pages);
/* @index from 0. */
void trama_reports_preview_go_to (TramaReportsPreview *preview, guint index);

G_END_DECLS
