/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-graph.h"

G_BEGIN_DECLS

#define TRAMA_SUPPLY_TIER_NONE G_MAXUINT

/*
 * How far down the chain each node stands (M5 of the methods; CV06 §3.3): 0 for a lead firm, 1 for
 * who delivers to one or works on its order, and so on; TRAMA_SUPPLY_TIER_NONE for who is in no chain.
 * The chain runs over subcontracting (from who orders), supply and sales (to who buys) among all but
 * outside buyers.
 *
 * Lead firms (basis: this program) are those of the leading tier that have somebody deliver to them;
 * and where nobody like that is above, whoever delivers to nobody, or of a circle of deliveries the one
 * to whom most deliver. In a graph of all dates every tie counts, else those that count. (transfer
 * full)
 */
guint *trama_supply_tiers (const TramaGraph *graph);

G_END_DECLS
