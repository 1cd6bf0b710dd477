/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trama-scene.h"

G_BEGIN_DECLS

/*
 * Shows a chart. The scene is made by a callback for the place there is and drawn by the drawing
 * thread; meanwhile the last picture stays. It can be pointed at and walked with the arrow keys, and
 * a screen reader hears its title, its sentence and each item.
 *
 * Signals: "item-activated" (guint item), by click or Enter; "item-selected" (guint item), as the
 * keyboard walks or the pointer clicks. Action: "chart.show-table".
 */
#define TRAMA_TYPE_CHART_VIEW (trama_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (TramaChartView, trama_chart_view, TRAMA, CHART_VIEW, GtkWidget)

/* @width and @height in points; a @height of 0 is as high as the chart needs. NULL: there is
 * nothing to draw. (transfer full) */
typedef TramaScene *(*TramaChartMaker) (const TramaChartStyle *style, double width, double height,
                                        gpointer data);

GtkWidget *trama_chart_view_new (const char *title);
/* What a screen reader calls it and the table is headed with. */
void trama_chart_view_set_title (TramaChartView *view, const char *title);
const char *trama_chart_view_get_title (TramaChartView *view);
/* @maker NULL: nothing is shown. */
void trama_chart_view_set_maker (TramaChartView *view, TramaChartMaker maker, gpointer data,
                                 GDestroyNotify destroy);
/* What @maker makes has become another. */
void trama_chart_view_invalidate (TramaChartView *view);
/* In pixels at the usual text size; 0: as high as the chart needs; −1: all the place there is. */
void trama_chart_view_set_chart_height (TramaChartView *view, int height);
void trama_chart_view_set_minimum_width (TramaChartView *view, int width);
/* Whether what is pointed at fades the rest. */
void trama_chart_view_set_lifts (TramaChartView *view, gboolean lifts);
/* Whether it can be moved and magnified: drag, scroll, pinch, + and −, 0. */
void trama_chart_view_set_zoomable (TramaChartView *view, gboolean zoomable);
void trama_chart_view_zoom_by (TramaChartView *view, double factor);
void trama_chart_view_reset_zoom (TramaChartView *view);
/* Stands out for as long as it is selected; TRAMA_SCENE_NO_ITEM: none. */
void trama_chart_view_set_current (TramaChartView *view, guint item);
guint trama_chart_view_get_current (TramaChartView *view);
/* Makes @item the current one and brings it to the middle, nearer where the chart is crowded; in one
 * movement, or at once where animations are off. */
void trama_chart_view_fly_to (TramaChartView *view, guint item);

/* As it is now; NULL before it was first given a place. Borrowed. */
TramaScene *trama_chart_view_get_scene (TramaChartView *view);

G_END_DECLS
