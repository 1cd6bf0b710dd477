/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-graph.h"
#include "trama-layout.h"
#include "trama-network-data.h"

G_BEGIN_DECLS

/*
 * A graph as what other programs read: nodes that are not off, ties that count and both of whose ends
 * are there; of a graph of all dates, every tie that is no loop.
 *
 * What never leaves in any export: exact places, tax numbers, registration, sales, notes.
 */
typedef struct
{
  TramaLayout *layout;     /* places, where given; NULL: none */
  GHashTable *left_out;    /* TramaId *: nodes that the reader may not know of; NULL: none */
  gboolean for_reader;     /* of firms that were never members only the name is told */
  gboolean unique_labels;  /* for formats that know nodes by their labels */
} TramaNetworkExportOptions;

/* (transfer full) */
TramaNetworkData *trama_network_export_new (const TramaGraph *graph, const char *title,
                                            const TramaNetworkExportOptions *options);

G_END_DECLS
