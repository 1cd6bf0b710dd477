/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "trama-chart-style.h"
#include "trama-graph.h"
#include "trama-network-filter.h"
#include "trama-scene.h"

G_BEGIN_DECLS

/*
 * A network over the months: the last day of each month and the last day of all. Of a graph with
 * members, density and ties per firm are of the members' network and "connected" is their share in its
 * largest part, the broker among them; else of all who take part.
 */
typedef struct
{
  guint n;
  gint32 *days;
  guint *firms;
  guint *ties;
  double *density;       /* NaN: not known */
  double *connected;
  double *ties_per_firm;
} TramaNetworkSeries;

/* @options: as of the last day; its comparison does not matter. @filter may be NULL. NULL where
 * @cancellable was cancelled. (transfer full) */
TramaNetworkSeries *trama_network_series_new (TramaVersion *version,
                                              const TramaGraphOptions *options,
                                              const TramaNetworkFilter *filter, gint32 from,
                                              GCancellable *cancellable);
void trama_network_series_free (TramaNetworkSeries *series);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaNetworkSeries, trama_network_series_free)

/* A day to begin with: when the programme was formed, else two years before. */
gint32 trama_network_series_begin (TramaVersion *version, const TramaGraphOptions *options);

/* Density and who hold together, as lines. (transfer full) */
TramaScene *trama_network_series_draw (const TramaNetworkSeries *series,
                                       const TramaChartStyle *style, double width);

G_END_DECLS
