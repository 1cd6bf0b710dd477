/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-chart-view.h"
#include "trama-drawing.h"

G_BEGIN_DECLS

struct _TramaChartView
{
  GtkWidget parent_instance;

  char *title;
  TramaChartMaker maker;
  gpointer maker_data;
  GDestroyNotify maker_destroy;
  int chart_height;
  int minimum_width;
  gboolean lifts;
  gboolean zoomable;

  TramaScene *scene;
  TramaChartStyle style;
  int scene_width; /* pixels it was made for; 0: it must be made again */
  int scene_height;
  int wide_height; /* 0: not measured */

  /* The last picture that was drawn, and of what. */
  GdkTexture *texture;
  TramaDrawing texture_drawing;
  gboolean texture_stale;
  /* The picture that is being drawn. */
  GCancellable *drawing;
  TramaDrawing asked_drawing;

  double zoom;
  double pan_x, pan_y;
  AdwAnimation *flight;
  double flight_zoom[2]; /* from and to */
  double flight_x[2], flight_y[2];
  guint hovered;
  guint current;
  double drag_x, drag_y; /* pan at the start of a drag */
  double pinch_zoom;
  GtkWidget *menu;
};

/* The item at a place in pixels of the view. */
guint trama_chart_view_hit (TramaChartView *view, double x, double y);
/* Where an item lies, in pixels of the view. */
void trama_chart_view_item_bounds (TramaChartView *view, guint item, graphene_rect_t *bounds);
void trama_chart_view_zoom_at (TramaChartView *view, double factor, double x, double y);
void trama_chart_view_pan_to (TramaChartView *view, double x, double y);
/* Adds the controllers. */
void trama_chart_view_init_input (TramaChartView *view);
void trama_chart_view_class_init_input (GtkWidgetClass *class);

G_END_DECLS
