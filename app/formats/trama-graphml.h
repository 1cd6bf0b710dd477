/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-network-rows.h"
#include "trama-problem.h"

G_BEGIN_DECLS

/*
 * GraphML (Brandes et al. 2002, http://graphml.graphdrawing.org/) as two tables: vertices with id, name
 * (data called "name" or "label", yEd's label of a node, else the id) and a column for each key of nodes;
 * ties with from, to and a column for each key of edges. A second graph is a fault; hyperedges and
 * graphs within nodes are left out, with a note.
 */
gboolean trama_graphml_is_meant (const char *name, const char *bytes, gsize length);
gboolean trama_graphml_read (const char *bytes, gsize length, const char *name,
                             const char *encoding, TramaNetworkSheets *sheets,
                             TramaProblems *problems, TramaProblems *notes);

G_END_DECLS
