/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trama-pages.h"

G_BEGIN_DECLS

/*
 * Draws page @index in the one long-lived thread that draws pages. @scale: device pixels to the
 * point; a page that would be too large for the memory is drawn coarser.
 */
void trama_reports_drawing_async (TramaPages *pages, guint index, double scale,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer data);
/* NULL where it was cancelled. (transfer full) */
GdkTexture *trama_reports_drawing_finish (GAsyncResult *result);

G_END_DECLS
