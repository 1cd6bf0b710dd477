/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The only door to igraph. Distributions build it without thread safety: two threads in it at once
 * bring the program down. So one thread lives as long as the program and does all of it, one
 * question after the other; who asks waits here.
 *
 * Graphs go in as pairs of node indexes: undirected, without loops or duplicates.
 */

/*
 * Exact betweenness (not normalised) and closeness (1 ÷ mean distance to the nodes that can be
 * reached; NaN where none can). Arrays of @n_nodes, either may be NULL. FALSE with an error where
 * igraph fails (TRAMA_ERROR_INTERNAL, with its reason) or @cancellable, which may be NULL, is
 * cancelled (G_IO_ERROR_CANCELLED).
 */
gboolean trama_igraph_centrality (guint n_nodes, const guint (*pairs)[2], guint n_pairs,
                                  double *betweenness, double *closeness, GCancellable *cancellable,
                                  GError **error);

/* The greatest k for which each node is in a k-core: a part in which everybody has at least k
 * partners (Seidman 1983). @coreness: an array of @n_nodes. Errors as above. */
gboolean trama_igraph_coreness (guint n_nodes, const guint (*pairs)[2], guint n_pairs,
                                guint *coreness, GCancellable *cancellable, GError **error);

/* Communities by the Leiden algorithm (Traag, Waltman & van Eck 2019), for modularity, from a fixed
 * seed; numbered from 0 in no order. @communities: an array of @n_nodes. Errors as above. */
gboolean trama_igraph_communities (guint n_nodes, const guint (*pairs)[2], guint n_pairs,
                                   guint *communities, GCancellable *cancellable, GError **error);

G_END_DECLS
