/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-page.h"

G_BEGIN_DECLS

/* A programme at a glance: where it stands in words, its phase, its criteria over the months, who
 * pays, the twelve criteria, what is due, and the questions whose answers would settle most. */
#define TRAMA_TYPE_OVERVIEW_PAGE (trama_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (TramaOverviewPage, trama_overview_page, TRAMA, OVERVIEW_PAGE, TramaPage)

TramaPage *trama_overview_page_new (void);

G_END_DECLS
