/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-graph.h"
#include "trama-network-filter.h"
#include "trama-report-mask.h"

G_BEGIN_DECLS

/* Which network is meant, as the commands "network", "chart" and "export" are asked for it. */
typedef struct
{
  char *programme;
  char *cluster;
  char *date;
  char *between;      /* two days */
  char **filters;
  char *ego;
  int distance;
  gboolean without_broker;
  gboolean without_largest_owner;
  gboolean all_dates; /* everybody and everything there ever was */
  char *audience;     /* who will read it; NULL: whoever keeps the portfolio */
} TramaCommandGraph;

void trama_command_graph_clear (TramaCommandGraph *request);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TramaCommandGraph, trama_command_graph_clear)

/* Adds --programme, --cluster, --as-of, --between, --filter, --ego, --distance, --without-broker,
 * --without-largest-owner-group and --for, which fill @request. */
void trama_command_graph_add_options (TramaCommandGraph *request, GOptionContext *context);

/* What was found by them. */
typedef struct
{
  TramaVersion *version;   /* as the reader may see it */
  TramaGraph *graph;
  TramaNetworkFilter *filter;
  TramaId owner;           /* switched off; or none */
  guint owner_firms;
  TramaReportMask *mask;   /* NULL: whoever keeps the portfolio sees all */
  guint n_masked;
} TramaCommandNetwork;

void trama_command_network_clear (TramaCommandNetwork *network);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TramaCommandNetwork, trama_command_network_clear)

/* The exit code; anything but TRAMA_EXIT_DONE was told. @verb: for messages on wrong usage. */
int trama_command_graph_make (const TramaCommandGraph *request, const char *verb,
                              TramaVersion *version, TramaCommandNetwork *network);

G_END_DECLS
