/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-igraph.h"

#include <glib/gi18n-lib.h>
/* igraph's own header asks for it without having defined it. */
#define IGRAPH_VERIFY_FINALLY_STACK 0
#include <igraph.h>

#include "trama-problem.h"

/*
 * A question waits in a queue until the thread takes it, and the asker waits on its condition. What
 * igraph knows only as globals (why it failed, whether to stop) are statics here that nobody but
 * the thread touches.
 */
typedef struct _Question Question;

struct _Question
{
  igraph_error_t (*answer) (Question *question);
  guint n_nodes;
  const guint (*pairs)[2];
  guint n_pairs;
  double *betweenness;
  double *closeness;
  GCancellable *cancellable;
  GError *error;
  gboolean done;
  GMutex mutex;
  GCond condition;
};

static GAsyncQueue *questions;
static GCancellable *current_cancellable;
static char *current_reason;

static void
remember_error (const char *reason, const char *file, int line, igraph_error_t code)
{
  if (current_reason == NULL)
    current_reason = g_strdup (reason);
  IGRAPH_FINALLY_FREE ();
}

/* What a calculation holds when it is broken off must be freed here. */
static gboolean
must_stop (void)
{
  if (!g_cancellable_is_cancelled (current_cancellable))
    return FALSE;
  IGRAPH_FINALLY_FREE ();
  return TRUE;
}

#if IGRAPH_VERSION_MAJOR >= 1
static igraph_bool_t
on_interruption_point (void)
{
  return must_stop ();
}
#else
static igraph_error_t
on_interruption_point (void *unused)
{
  return must_stop () ? IGRAPH_INTERRUPTED : IGRAPH_SUCCESS;
}
#endif

static void
ignore_warning (const char *reason, const char *file, int line)
{
}

static gpointer
answer_questions (gpointer unused)
{
#if IGRAPH_VERSION_MAJOR >= 1
  igraph_setup ();
#endif
  igraph_set_error_handler (remember_error);
  igraph_set_warning_handler (ignore_warning);
  igraph_set_interruption_handler (on_interruption_point);
  for (;;)
    {
      Question *question = g_async_queue_pop (questions);

      current_cancellable = question->cancellable;
      if (!g_cancellable_set_error_if_cancelled (question->cancellable, &question->error))
        {
          igraph_error_t code = question->answer (question);

          if (code != IGRAPH_SUCCESS
              && !g_cancellable_set_error_if_cancelled (question->cancellable, &question->error))
            g_set_error (&question->error, TRAMA_ERROR, TRAMA_ERROR_INTERNAL,
                         _ ("The network could not be measured: %s"),
                         current_reason != NULL ? current_reason : igraph_strerror (code));
        }
      g_clear_pointer (&current_reason, g_free);
      current_cancellable = NULL;

      g_mutex_lock (&question->mutex);
      question->done = TRUE;
      g_cond_signal (&question->condition);
      g_mutex_unlock (&question->mutex);
    }
  return NULL;
}

static gboolean
ask (Question *question, GError **error)
{
  static gsize started = 0;

  if (g_once_init_enter (&started))
    {
      questions = g_async_queue_new ();
      g_thread_unref (g_thread_new ("igraph", answer_questions, NULL));
      g_once_init_leave (&started, 1);
    }
  g_mutex_init (&question->mutex);
  g_cond_init (&question->condition);
  g_mutex_lock (&question->mutex);
  g_async_queue_push (questions, question);
  while (!question->done)
    g_cond_wait (&question->condition, &question->mutex);
  g_mutex_unlock (&question->mutex);
  g_cond_clear (&question->condition);
  g_mutex_clear (&question->mutex);
  if (question->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&question->error));
  return FALSE;
}

static igraph_error_t
make_graph (igraph_t *graph, const Question *question)
{
  igraph_vector_int_t ends;
  igraph_error_t code = igraph_vector_int_init (&ends, 2 * question->n_pairs);

  if (code != IGRAPH_SUCCESS)
    return code;
  for (guint i = 0; i < question->n_pairs; i++)
    {
      VECTOR (ends)[2 * i] = question->pairs[i][0];
      VECTOR (ends)[2 * i + 1] = question->pairs[i][1];
    }
  code = igraph_empty (graph, question->n_nodes, IGRAPH_UNDIRECTED);
  if (code == IGRAPH_SUCCESS)
    {
      /* Unlike igraph_create() it refuses an end that is not there. */
      code = igraph_add_edges (graph, &ends, NULL);
      if (code != IGRAPH_SUCCESS)
        igraph_destroy (graph);
    }
  igraph_vector_int_destroy (&ends);
  return code;
}

static igraph_error_t
measure_betweenness (const igraph_t *graph, igraph_vector_t *result)
{
#if IGRAPH_VERSION_MAJOR >= 1
  return igraph_betweenness (graph, NULL, result, igraph_vss_all (), IGRAPH_UNDIRECTED, false);
#else
  return igraph_betweenness (graph, result, igraph_vss_all (), IGRAPH_UNDIRECTED, NULL);
#endif
}

static void
copy_result (const igraph_vector_t *result, double *values, guint n)
{
  for (guint i = 0; i < n; i++)
    values[i] = VECTOR (*result)[i];
}

static igraph_error_t
answer_centrality (Question *question)
{
  igraph_t graph;
  igraph_vector_t result;
  igraph_error_t code = make_graph (&graph, question);

  if (code != IGRAPH_SUCCESS)
    return code;
  code = igraph_vector_init (&result, 0);
  if (code == IGRAPH_SUCCESS)
    {
      if (question->betweenness != NULL)
        {
          code = measure_betweenness (&graph, &result);
          if (code == IGRAPH_SUCCESS)
            copy_result (&result, question->betweenness, question->n_nodes);
        }
      if (code == IGRAPH_SUCCESS && question->closeness != NULL)
        {
          code = igraph_closeness (&graph, &result, NULL, NULL, igraph_vss_all (), IGRAPH_ALL, NULL,
                                   true);
          if (code == IGRAPH_SUCCESS)
            copy_result (&result, question->closeness, question->n_nodes);
        }
      igraph_vector_destroy (&result);
    }
  igraph_destroy (&graph);
  return code;
}

gboolean
trama_igraph_centrality (guint n_nodes, const guint (*pairs)[2], guint n_pairs, double *betweenness,
                         double *closeness, GCancellable *cancellable, GError **error)
{
  Question question = {
    .answer = answer_centrality,
    .n_nodes = n_nodes,
    .pairs = pairs,
    .n_pairs = n_pairs,
    .betweenness = betweenness,
    .closeness = closeness,
    .cancellable = cancellable,
  };

  return ask (&question, error);
}
