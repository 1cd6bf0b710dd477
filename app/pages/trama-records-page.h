/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-page.h"
#include "trama-programme-views.h"

G_BEGIN_DECLS

/* One view of a programme: its records as tables that can be searched, added to and edited. */
#define TRAMA_TYPE_RECORDS_PAGE (trama_records_page_get_type ())
G_DECLARE_FINAL_TYPE (TramaRecordsPage, trama_records_page, TRAMA, RECORDS_PAGE, TramaPage)

TramaPage *trama_records_page_new (const TramaProgrammeView *view);

G_END_DECLS
