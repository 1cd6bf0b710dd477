/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-network-rows.h"
#include "trama-problem.h"

G_BEGIN_DECLS

/*
 * GEXF (1.1 to 1.3, https://gexf.net) as two tables: vertices with id, name (the label, else the id) and
 * a column for each attribute of nodes; ties with from, to, value (the weight), kind, category (the
 * label), started and ended, and a column for each attribute of edges. Of several spells the first
 * beginning and the last end are taken. Places, colours and sizes are left out. Nodes within nodes
 * become nodes like others, with a note.
 */
gboolean trama_gexf_is_meant (const char *name, const char *bytes, gsize length);
gboolean trama_gexf_read (const char *bytes, gsize length, const char *name, const char *encoding,
                          TramaNetworkSheets *sheets, TramaProblems *problems,
                          TramaProblems *notes);

G_END_DECLS
