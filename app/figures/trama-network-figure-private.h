/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-network-figure.h"

G_BEGIN_DECLS

struct _TramaNetworkFigure
{
  gatomicrefcount references;
  TramaGraph *graph;
  TramaLayout *layout;
  TramaMemberNetwork *members;
  TramaFigureWords words;
  GStringChunk *texts;       /* what the chart's strings point into */
  TramaNetworkNode *nodes;
  TramaNetworkTie *ties;
  TramaNetworkLane lanes[TRAMA_N_LANES];
  const char *categories[TRAMA_NETWORK_MAX_CATEGORIES];
  TramaNetworkChart chart;
  gboolean by_ties;          /* circles stand for numbers of ties */
};

/* Copies that live as long as the figure; NULL gives NULL. The second frees @text. */
const char *trama_network_figure_keep (TramaNetworkFigure *figure, const char *text);
const char *trama_network_figure_keep_taken (TramaNetworkFigure *figure, char *text);
/* Fills nodes and what the chart says of their sizes. */
void trama_network_figure_fill_nodes (TramaNetworkFigure *figure, TramaId selected);
/* Where nothing is known of employment and tiers: circles by number of ties drawn. After nodes and
 * ties. */
void trama_network_figure_size_by_ties (TramaNetworkFigure *figure);
/* How many members the broker at @node has a tie to that counts. */
guint trama_network_figure_count_known (const TramaGraph *graph, guint node);
/* The graph is a programme's, whose manager's post surely ended by its date. */
gboolean trama_network_figure_post_ended (const TramaGraph *graph);
/* Fills figure->words. */
void trama_network_figure_find_words (TramaNetworkFigure *figure);

G_END_DECLS
