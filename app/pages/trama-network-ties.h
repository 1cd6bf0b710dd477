/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-graph.h"

G_BEGIN_DECLS

/*
 * The ties of a network as a table: from, to, kind, since when, their state, who brought the two
 * together. What is drawn is in it, and what is not drawn because it does not count.
 *
 * Signals: "record-selected" (const char *id); "record-activated" (const char *id).
 */
#define TRAMA_TYPE_NETWORK_TIES (trama_network_ties_get_type ())
G_DECLARE_FINAL_TYPE (TramaNetworkTies, trama_network_ties, TRAMA, NETWORK_TIES, AdwBin)

void trama_network_ties_set_graph (TramaNetworkTies *ties, TramaGraph *graph);
void trama_network_ties_set_search (TramaNetworkTies *ties, const char *text);
/* There is room for the ends and the kind only. */
void trama_network_ties_set_narrow (TramaNetworkTies *ties, gboolean narrow);
void trama_network_ties_select (TramaNetworkTies *ties, TramaId tie);

G_END_DECLS
