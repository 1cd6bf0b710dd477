/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-graph.h"
#include "trama-layout.h"
#include "trama-network-chart.h"
#include "trama-network-measures.h"
#include "trama-programme-charts.h"

G_BEGIN_DECLS

/*
 * The network of a subject on a date, ready to be drawn: the graph, where everybody stands, and the
 * chart's plain struct built of both. Immutable and reference-counted; made in one thread, drawn in
 * another. Window and print draw the same figure.
 *
 * Ties that do not count (unconfirmed, unsure) are not drawn, but told of in the subtitle. The
 * broker's own ties to members are not drawn either: beneath her mark is written how many she knows.
 */
typedef struct _TramaNetworkFigure TramaNetworkFigure;

/*
 * Where everybody of a subject stands at all dates: in tier lanes where any tier is known, else by
 * the overview. Make it once for a subject and version and give it to every figure of it, so that
 * nothing moves. @aspect: width ÷ height, of the overview. (transfer full)
 */
TramaLayout *trama_network_figure_make_layout (TramaVersion *version, TramaGraphScope scope,
                                               TramaId subject, double aspect,
                                               GCancellable *cancellable);

/* The same of the kind that is asked for; NULL with an error where igraph fails or it was cancelled.
 * (transfer full) */
TramaLayout *trama_network_figure_make_layout_of (TramaVersion *version, TramaGraphScope scope,
                                                  TramaId subject, TramaLayoutKind kind,
                                                  double aspect, GCancellable *cancellable,
                                                  GError **error);

/* @layout NULL: one is made. @selected: a node's record, or none. (transfer full) */
TramaNetworkFigure *trama_network_figure_new (TramaVersion *version,
                                              const TramaGraphOptions *options, TramaLayout *layout,
                                              TramaId selected);
/* Of any graph, such as one through a filter. Keeps a reference to @graph. (transfer full) */
TramaNetworkFigure *trama_network_figure_new_of_graph (TramaGraph *graph, TramaLayout *layout,
                                                       TramaId selected);
TramaNetworkFigure *trama_network_figure_ref (TramaNetworkFigure *figure);
void trama_network_figure_unref (TramaNetworkFigure *figure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaNetworkFigure, trama_network_figure_unref)

/* All borrowed. */
TramaGraph *trama_network_figure_get_graph (const TramaNetworkFigure *figure);
TramaLayout *trama_network_figure_get_layout (const TramaNetworkFigure *figure);
const TramaMemberNetwork *trama_network_figure_get_members (const TramaNetworkFigure *figure);
/* Without words and legend; a copy may be given those. */
const TramaNetworkChart *trama_network_figure_get_chart (const TramaNetworkFigure *figure);
/* The finding: "Without the manager 12 of 22 firms stay connected and 4 stand alone", and what is
 * shown. */
const TramaFigureWords *trama_network_figure_get_words (const TramaNetworkFigure *figure);

/* (transfer full) */
TramaScene *trama_network_figure_draw (const TramaNetworkFigure *figure,
                                       const TramaChartStyle *style, const TramaFigurePlace *place,
                                       gboolean legend);
/* The same with a line below, such as the filter in words; NULL: none. (transfer full) */
TramaScene *trama_network_figure_draw_with_source (const TramaNetworkFigure *figure,
                                                   const TramaChartStyle *style,
                                                   const TramaFigurePlace *place, gboolean legend,
                                                   const char *source);

G_END_DECLS
