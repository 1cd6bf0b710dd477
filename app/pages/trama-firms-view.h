/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-page.h"

G_BEGIN_DECLS

/* The page of firms and institutions in the window. */
#define TRAMA_TYPE_FIRMS_VIEW (trama_firms_view_get_type ())
G_DECLARE_FINAL_TYPE (TramaFirmsView, trama_firms_view, TRAMA, FIRMS_VIEW, TramaPage)

AdwNavigationPage *trama_firms_view_make (TramaWorkspace *workspace);

G_END_DECLS
