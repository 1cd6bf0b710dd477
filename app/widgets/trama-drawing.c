/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-drawing.h"

#include <math.h>

typedef struct
{
  TramaScene *scene;
  TramaChartStyle style;
  TramaDrawing drawing;
} Job;

static void
job_free (Job *job)
{
  trama_scene_unref (job->scene);
  g_free (job);
}

void
trama_drawing_draw (TramaScene *scene, const TramaChartStyle *style, const TramaDrawing *drawing,
                    cairo_t *cr)
{
  double scale = drawing->zoom * TRAMA_PIXELS_PER_POINT;

  cairo_save (cr);
  cairo_translate (cr, drawing->x, drawing->y);
  cairo_scale (cr, scale, scale);
  trama_scene_draw (scene, cr, style);
  if (drawing->lifted != TRAMA_SCENE_NO_ITEM)
    trama_scene_draw_highlight (scene, cr, style, drawing->lifted);
  cairo_restore (cr);
}

/* Runs in the drawing thread. */
static void
draw (gpointer data, gpointer unused)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  int width = (int) ceil (job->drawing.width * job->drawing.scale);
  int height = (int) ceil (job->drawing.height * job->drawing.scale);
  cairo_surface_t *surface;
  g_autoptr (GBytes) bytes = NULL;
  cairo_t *cr;

  if (g_task_return_error_if_cancelled (task))
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  cairo_scale (cr, job->drawing.scale, job->drawing.scale);
  trama_drawing_draw (job->scene, &job->style, &job->drawing, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface)
                                          * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  g_task_return_pointer (task,
                         gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                                 (gsize) cairo_image_surface_get_stride (surface)),
                         g_object_unref);
}

/* One thread of its own, kept: a new one would pay for its font map again. */
static GThreadPool *
drawing_thread (void)
{
  static GThreadPool *pool;

  if (g_once_init_enter_pointer (&pool))
    g_once_init_leave_pointer (&pool, g_thread_pool_new (draw, NULL, 1, TRUE, NULL));
  return pool;
}

void
trama_drawing_draw_async (TramaScene *scene, const TramaChartStyle *style,
                          const TramaDrawing *drawing, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->scene = trama_scene_ref (scene);
  job->style = *style;
  job->drawing = *drawing;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_thread_pool_push (drawing_thread (), task, NULL);
}

GdkTexture *
trama_drawing_draw_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
