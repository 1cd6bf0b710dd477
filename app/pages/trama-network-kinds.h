/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-graph.h"

G_BEGIN_DECLS

/* A button that says which kinds of ties are looked at, and lets one choose.
 *
 * Signal: "changed". */
#define TRAMA_TYPE_NETWORK_KINDS (trama_network_kinds_get_type ())
G_DECLARE_FINAL_TYPE (TramaNetworkKinds, trama_network_kinds, TRAMA, NETWORK_KINDS, AdwBin)

/* TRAMA_GRAPH_KIND_BIT of those there are to choose from. */
void trama_network_kinds_set_known (TramaNetworkKinds *kinds, guint32 known);
/* TRAMA_GRAPH_KIND_BIT of those chosen; 0: all. */
guint32 trama_network_kinds_get_chosen (TramaNetworkKinds *kinds);
void trama_network_kinds_choose_all (TramaNetworkKinds *kinds);

G_END_DECLS
