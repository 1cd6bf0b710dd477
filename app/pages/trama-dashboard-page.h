/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-page.h"

G_BEGIN_DECLS

/* All programmes of the portfolio: where each stands, and how they compare by age. */
#define TRAMA_TYPE_DASHBOARD_PAGE (trama_dashboard_page_get_type ())
G_DECLARE_FINAL_TYPE (TramaDashboardPage, trama_dashboard_page, TRAMA, DASHBOARD_PAGE, TramaPage)

AdwNavigationPage *trama_dashboard_page_make (TramaWorkspace *workspace);

G_END_DECLS
