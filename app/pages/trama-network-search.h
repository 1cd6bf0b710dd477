/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-graph.h"

G_BEGIN_DECLS

/*
 * Finds somebody in a network by name: lists who it may be as one types; Enter picks the first, the
 * arrow key leads into the list.
 *
 * Signals: "picked" (const char *id); "search-changed" (const char *text).
 */
#define TRAMA_TYPE_NETWORK_SEARCH (trama_network_search_get_type ())
G_DECLARE_FINAL_TYPE (TramaNetworkSearch, trama_network_search, TRAMA, NETWORK_SEARCH, AdwBin)

/* Who can be found; NULL: nobody. */
void trama_network_search_set_graph (TramaNetworkSearch *search, TramaGraph *graph);
/* Whether it lists anybody; otherwise it only tells what was typed. */
void trama_network_search_set_lists (TramaNetworkSearch *search, gboolean lists);
const char *trama_network_search_get_text (TramaNetworkSearch *search);

G_END_DECLS
