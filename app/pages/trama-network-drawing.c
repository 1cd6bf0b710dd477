/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-drawing.h"

/* Firms and ties together; up to here a scene is made within a few frames. */
#define SMALL 700

/* What a scene is made of. */
typedef struct
{
  TramaNetworkFigure *figure;
  char *sentence;
  TramaId selected;
  TramaChartStyle style;
  double width;
  double height;
} Plan;

struct _TramaNetworkDrawing
{
  void (*ready) (gpointer data);
  gpointer data;
  gatomicrefcount references;

  TramaNetworkFigure *figure;
  char *sentence;
  TramaId selected;

  TramaScene *scene;
  Plan *of; /* the scene */
  Plan *running;
};

static void
plan_free (Plan *plan)
{
  if (plan == NULL)
    return;
  trama_network_figure_unref (plan->figure);
  g_free (plan->sentence);
  g_free (plan);
}

static gboolean
styles_equal (const TramaChartStyle *a, const TramaChartStyle *b)
{
  return a->scheme == b->scheme && a->screen == b->screen && a->text_scale == b->text_scale
         && a->right_to_left == b->right_to_left && g_strcmp0 (a->language, b->language) == 0
         && g_strcmp0 (a->family, b->family) == 0;
}

static gboolean
plans_equal (const Plan *a, const Plan *b)
{
  return a != NULL && b != NULL && a->figure == b->figure && a->width == b->width
         && a->height == b->height && trama_id_equal (a->selected, b->selected)
         && styles_equal (&a->style, &b->style);
}

static TramaScene *
draw (const Plan *plan)
{
  TramaNetworkChart chart = *trama_network_figure_get_chart (plan->figure);
  g_autofree TramaNetworkNode *nodes = g_memdup2 (chart.nodes, chart.n_nodes * sizeof *nodes);

  for (guint i = 0; i < chart.n_nodes; i++)
    nodes[i].selected
        = !trama_id_is_none (plan->selected) && trama_id_equal (nodes[i].record, plan->selected);
  chart.nodes = nodes;
  chart.frame.sentence = plan->sentence;
  return trama_network_chart_new (&chart, &plan->style, plan->width, plan->height);
}

/* In another thread. */
static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, draw (data), (GDestroyNotify) trama_scene_unref);
}

static void
drawing_unref (TramaNetworkDrawing *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->figure, trama_network_figure_unref);
  g_clear_pointer (&self->sentence, g_free);
  g_clear_pointer (&self->scene, trama_scene_unref);
  g_clear_pointer (&self->of, plan_free);
  g_free (self);
}

static void
drawn (GObject *source, GAsyncResult *result, gpointer data)
{
  TramaNetworkDrawing *self = data;
  TramaScene *scene = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->ready != NULL)
    {
      g_clear_pointer (&self->scene, trama_scene_unref);
      g_clear_pointer (&self->of, plan_free);
      self->scene = g_steal_pointer (&scene);
      self->of = self->running;
      self->running = NULL;
      self->ready (self->data);
    }
  else
    {
      g_clear_pointer (&scene, trama_scene_unref);
      g_clear_pointer (&self->running, plan_free);
    }
  drawing_unref (self);
}

TramaNetworkDrawing *
trama_network_drawing_new (void (*ready) (gpointer data), gpointer data)
{
  TramaNetworkDrawing *self = g_new0 (TramaNetworkDrawing, 1);

  g_atomic_ref_count_init (&self->references);
  self->ready = ready;
  self->data = data;
  return self;
}

void
trama_network_drawing_free (TramaNetworkDrawing *self)
{
  if (self == NULL)
    return;
  self->ready = NULL;
  drawing_unref (self);
}

void
trama_network_drawing_set (TramaNetworkDrawing *self, TramaNetworkFigure *figure,
                           const char *sentence, TramaId selected)
{
  g_return_if_fail (self != NULL);

  if (figure != NULL)
    trama_network_figure_ref (figure);
  g_clear_pointer (&self->figure, trama_network_figure_unref);
  self->figure = figure;
  g_set_str (&self->sentence, sentence);
  self->selected = selected;
}

static Plan *
make_plan (TramaNetworkDrawing *self, const TramaChartStyle *style, double width, double height)
{
  const TramaNetworkChart *chart = trama_network_figure_get_chart (self->figure);
  Plan *plan = g_new0 (Plan, 1);

  *plan = (Plan) { trama_network_figure_ref (self->figure),
                   g_strdup (self->sentence),
                   TRAMA_ID_NONE,
                   *style,
                   width,
                   height };
  /* A tie, or somebody who is not in it, changes nothing in the drawing. */
  for (guint i = 0; i < chart->n_nodes; i++)
    if (trama_id_equal (chart->nodes[i].record, self->selected))
      plan->selected = self->selected;
  return plan;
}

/* One at a time: when it is there, what is wanted by then is asked for. */
static void
start (TramaNetworkDrawing *self, Plan *plan)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, drawn, self);

  self->running = plan;
  g_atomic_ref_count_inc (&self->references);
  g_task_set_task_data (task, plan, NULL);
  g_task_run_in_thread (task, draw_in_thread);
}

TramaScene *
trama_network_drawing_make (TramaNetworkDrawing *self, const TramaChartStyle *style, double width,
                            double height)
{
  const TramaNetworkChart *chart;
  Plan *plan;

  g_return_val_if_fail (self != NULL && style != NULL, NULL);

  if (self->figure == NULL)
    return NULL;
  chart = trama_network_figure_get_chart (self->figure);
  plan = make_plan (self, style, width, height);
  if (plans_equal (plan, self->of))
    plan_free (plan);
  else if (chart->n_nodes + chart->n_ties <= SMALL)
    {
      g_clear_pointer (&self->scene, trama_scene_unref);
      g_clear_pointer (&self->of, plan_free);
      self->scene = draw (plan);
      self->of = plan;
    }
  else if (self->running == NULL)
    start (self, plan);
  else
    plan_free (plan);
  return self->scene != NULL ? trama_scene_ref (self->scene) : NULL;
}
