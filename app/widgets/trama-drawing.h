/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trama-scene.h"

G_BEGIN_DECLS

/* Pixels of the application to the point of a scene. */
#define TRAMA_PIXELS_PER_POINT (4.0 / 3.0)

/* What part of a scene is to be seen, and how large. */
typedef struct
{
  int width; /* pixels of the application */
  int height;
  double scale;    /* device pixels to the application's */
  double zoom;     /* 1: a point of the scene is 4/3 pixels */
  double x, y;     /* where the scene's top left lies, pixels */
  guint lifted;    /* the item that is lifted above the others; TRAMA_SCENE_NO_ITEM: none */
} TramaDrawing;

/*
 * Draws in the one long-lived thread that draws for all of the program. Scene and style are copied
 * or referenced; nothing of GTK crosses over.
 */
void trama_drawing_draw_async (TramaScene *scene, const TramaChartStyle *style,
                               const TramaDrawing *drawing, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data);
/* NULL where it was cancelled. (transfer full) */
GdkTexture *trama_drawing_draw_finish (GAsyncResult *result);
/* The same here and now, on @cr, whose unit is a pixel of the application. */
void trama_drawing_draw (TramaScene *scene, const TramaChartStyle *style,
                         const TramaDrawing *drawing, cairo_t *cr);

G_END_DECLS
