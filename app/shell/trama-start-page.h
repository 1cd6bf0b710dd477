/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window shows before it has a portfolio: the recent ones, the sample, a new one. */
#define TRAMA_TYPE_START_PAGE (trama_start_page_get_type ())
G_DECLARE_FINAL_TYPE (TramaStartPage, trama_start_page, TRAMA, START_PAGE, AdwBin)

/* Reads the list of recent portfolios again. */
void trama_start_page_refresh (TramaStartPage *page);

G_END_DECLS
