/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-page.h"

G_BEGIN_DECLS

/*
 * What will be printed, page by page, before it is: which report, of which programme, for whom, on
 * which paper, as of the date the window is at. The report is made in a thread; what is seen, saved
 * and printed are the same pages.
 *
 * Actions: "report.save", "report.print"; both wait until the pages are of what is asked for.
 */
#define TRAMA_TYPE_REPORTS_PAGE (trama_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (TramaReportsPage, trama_reports_page, TRAMA, REPORTS_PAGE, TramaPage)

AdwNavigationPage *trama_reports_page_make (TramaWorkspace *workspace);

G_END_DECLS
