/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-network-registry.h"

G_BEGIN_DECLS

/* What the registry names; each fills value, and what it has of nodes, records and sentence. */
#define COMPUTE(name) \
  gboolean trama_network_compute_##name (TramaNetworkView *view, TramaNetworkReading *reading, \
                                         GError **error)

COMPUTE (size);
COMPUTE (ties);
COMPUTE (pairs);
COMPUTE (density);
COMPUTE (reciprocity);
COMPUTE (centralisation);
COMPUTE (clustering);
COMPUTE (components);
COMPUTE (largest_component);
COMPUTE (isolated);
COMPUTE (core_periphery);
COMPUTE (communities);
COMPUTE (modularity);
COMPUTE (degree);
COMPUTE (ties_in);
COMPUTE (ties_out);
COMPUTE (weighted_degree);
COMPUTE (weighted_in);
COMPUTE (weighted_out);
COMPUTE (closeness);
COMPUTE (betweenness);
COMPUTE (k_core);
COMPUTE (constraint);
COMPUTE (e_i);
COMPUTE (assortativity);
COMPUTE (assortativity_degree);
COMPUTE (coordinator);
COMPUTE (itinerant);
COMPUTE (gatekeeper);
COMPUTE (representative);
COMPUTE (liaison);
COMPUTE (hub_dependence);
COMPUTE (external_dependence);
COMPUTE (introductions);

#undef COMPUTE

/* Makes room for a figure of each node, all NaN. Borrowed. */
double *trama_network_reading_add_nodes (TramaNetworkReading *reading,
                                         const TramaNetworkView *view);
/* The mean of nodes that have a value, and a sentence of the middle and the highest one. */
void trama_network_reading_sum_up (TramaNetworkReading *reading, const TramaNetworkView *view);
/* All ties that count. */
void trama_network_reading_add_ties (TramaNetworkReading *reading, const TramaNetworkView *view);
/* "13%". (transfer full) */
char *trama_network_percent (double share);

G_END_DECLS
