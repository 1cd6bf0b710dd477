/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-reports-drawing.h"

#include <math.h>

/* 64 MB. */
#define MOST_PIXELS (16.0 * 1024 * 1024)

typedef struct
{
  TramaPages *pages;
  guint index;
  double scale;
} Job;

static void
job_free (Job *job)
{
  trama_pages_unref (job->pages);
  g_free (job);
}

/* Runs in the drawing thread. */
static void
draw (gpointer data, gpointer unused)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  double page_width, page_height, scale;
  int width, height;
  gsize stride;
  cairo_surface_t *surface;
  g_autoptr (GBytes) bytes = NULL;
  cairo_t *cr;

  if (g_task_return_error_if_cancelled (task))
    return;
  trama_pages_get_size (job->pages, &page_width, &page_height);
  scale = MIN (job->scale, sqrt (MOST_PIXELS / (page_width * page_height)));
  width = MAX ((int) round (page_width * scale), 1);
  height = MAX ((int) round (page_height * scale), 1);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / page_width, height / page_height);
  trama_pages_draw (job->pages, job->index, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes
      = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                    (GDestroyNotify) cairo_surface_destroy, surface);
  g_task_return_pointer (task,
                         gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride),
                         g_object_unref);
}

/* Kept: a new one would pay for its font map again. */
static GThreadPool *
drawing_thread (void)
{
  static GThreadPool *pool;

  if (g_once_init_enter_pointer (&pool))
    g_once_init_leave_pointer (&pool, g_thread_pool_new (draw, NULL, 1, TRUE, NULL));
  return pool;
}

void
trama_reports_drawing_async (TramaPages *pages, guint index, double scale,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->pages = trama_pages_ref (pages);
  job->index = index;
  job->scale = scale;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_thread_pool_push (drawing_thread (), task, NULL);
}

GdkTexture *
trama_reports_drawing_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
