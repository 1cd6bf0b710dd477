/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-page.h"

G_BEGIN_DECLS

/*
 * Who works with whom: the network of a programme or of the whole portfolio as a drawing or a table,
 * with everybody or as it would be without the broker, and what changed since an earlier day.
 *
 * Action: "page.search".
 */
#define TRAMA_TYPE_NETWORK_PAGE (trama_network_page_get_type ())
G_DECLARE_FINAL_TYPE (TramaNetworkPage, trama_network_page, TRAMA, NETWORK_PAGE, TramaPage)

/* (transfer floating) */
AdwNavigationPage *trama_network_page_make (TramaWorkspace *workspace);

G_END_DECLS
