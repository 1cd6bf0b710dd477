/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-network-job.h"

G_BEGIN_DECLS

/*
 * Where everybody stood in each network that was looked at, so that nothing moves when a tie is
 * added, another date is chosen, or one looks elsewhere and comes back. Only the main thread uses it.
 */
typedef struct _TramaNetworkLayouts TramaNetworkLayouts;

TramaNetworkLayouts *trama_network_layouts_new (void);
void trama_network_layouts_free (TramaNetworkLayouts *layouts);
/* The layout @request may keep to; NULL: none. Borrowed. */
TramaLayout *trama_network_layouts_find (TramaNetworkLayouts *layouts,
                                         const TramaNetworkRequest *request);
void trama_network_layouts_keep (TramaNetworkLayouts *layouts, const TramaNetworkRequest *request,
                                 TramaLayout *layout);

G_END_DECLS
