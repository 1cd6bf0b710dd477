/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-command-graph.h"
#include "trama-network-registry.h"

G_BEGIN_DECLS

/* What "trama network --json" prints. @readings: TramaNetworkReading. (transfer full) */
char *trama_network_to_json (const TramaCommandNetwork *network, const TramaNetworkView *view,
                             const GPtrArray *readings);

G_END_DECLS
