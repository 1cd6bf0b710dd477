/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-network-job.h"

G_BEGIN_DECLS

/*
 * Makes the scenes of a network's figure. A small network is laid out at once; a large one in another
 * thread, while the scene before stands in. Only the main thread uses it.
 */
typedef struct _TramaNetworkDrawing TramaNetworkDrawing;

/* @ready is called when a scene is there that could not be given when it was asked for. */
TramaNetworkDrawing *trama_network_drawing_new (void (*ready) (gpointer data), gpointer data);
/* @ready is not called any more. */
void trama_network_drawing_free (TramaNetworkDrawing *drawing);
/* @figure NULL: there is nothing to draw. @sentence: what it says. @selected: stands out. */
void trama_network_drawing_set (TramaNetworkDrawing *drawing, TramaNetworkFigure *figure,
                                const char *sentence, TramaId selected);
/* NULL: there is none, or not yet. (transfer full) */
TramaScene *trama_network_drawing_make (TramaNetworkDrawing *drawing, const TramaChartStyle *style,
                                        double width, double height);

G_END_DECLS
