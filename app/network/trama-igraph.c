/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-igraph.h"

#include <glib/gi18n-lib.h>
/* igraph's own header asks for it without having defined it. */
#define IGRAPH_VERIFY_FINALLY_STACK 0
#include <igraph.h>

#include "trama-problem.h"

#define COMMUNITIES_SEED 1
#define COMMUNITIES_BETA 0.01
#define COMMUNITIES_ROUNDS 20
#define COMMUNITIES_TRIES 100   /* at most */
#define COMMUNITIES_WORK 20000 /* tries × nodes */

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
  guint *coreness;
  guint *communities;
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

static igraph_error_t
answer_coreness (Question *question)
{
  igraph_t graph;
  igraph_vector_int_t result;
  igraph_error_t code = make_graph (&graph, question);

  if (code != IGRAPH_SUCCESS)
    return code;
  code = igraph_vector_int_init (&result, 0);
  if (code == IGRAPH_SUCCESS)
    {
      code = igraph_coreness (&graph, &result, IGRAPH_ALL);
      for (guint i = 0; i < question->n_nodes && code == IGRAPH_SUCCESS; i++)
        question->coreness[i] = (guint) VECTOR (result)[i];
      igraph_vector_int_destroy (&result);
    }
  igraph_destroy (&graph);
  return code;
}

gboolean
trama_igraph_coreness (guint n_nodes, const guint (*pairs)[2], guint n_pairs, guint *coreness,
                       GCancellable *cancellable, GError **error)
{
  Question question = {
    .answer = answer_coreness,
    .n_nodes = n_nodes,
    .pairs = pairs,
    .n_pairs = n_pairs,
    .coreness = coreness,
    .cancellable = cancellable,
  };

  return ask (&question, error);
}

typedef struct
{
  igraph_vector_t degrees;
  igraph_vector_int_t membership;
  double best;
} Leiden;

/* With node weights that are numbers of partners, and ties worth 1, what Leiden makes great is
 * modularity where its resolution is 1 ÷ (2 × pairs). */
static igraph_error_t
find_communities (const igraph_t *graph, Leiden *leiden, double resolution, double *quality)
{
#if IGRAPH_VERSION_MAJOR >= 1
  return igraph_community_leiden (graph, NULL, &leiden->degrees, NULL, resolution, COMMUNITIES_BETA,
                                  false, COMMUNITIES_ROUNDS, &leiden->membership, NULL, quality);
#else
  return igraph_community_leiden (graph, NULL, &leiden->degrees, resolution, COMMUNITIES_BETA,
                                  false, COMMUNITIES_ROUNDS, &leiden->membership, NULL, quality);
#endif
}

/* It goes by chance, so the best of several tries is taken where they cost little. */
static igraph_error_t
try_communities (const igraph_t *graph, Question *question, Leiden *leiden)
{
  double resolution = question->n_pairs > 0 ? 1.0 / (2.0 * question->n_pairs) : 1;
  guint tries = CLAMP (COMMUNITIES_WORK / MAX (question->n_nodes, 1), 1, COMMUNITIES_TRIES);

  for (guint i = 0; i < question->n_pairs; i++)
    {
      VECTOR (leiden->degrees)[question->pairs[i][0]]++;
      VECTOR (leiden->degrees)[question->pairs[i][1]]++;
    }
  /* Once: seeds that follow one another begin alike. */
  igraph_rng_seed (igraph_rng_default (), COMMUNITIES_SEED);
  for (guint t = 0; t < tries; t++)
    {
      double quality = 0;
      igraph_error_t code;

      code = find_communities (graph, leiden, resolution, &quality);
      if (code != IGRAPH_SUCCESS)
        return code;
      if (t > 0 && !(quality > leiden->best))
        continue;
      leiden->best = quality;
      for (guint i = 0; i < question->n_nodes; i++)
        question->communities[i] = (guint) VECTOR (leiden->membership)[i];
    }
  return IGRAPH_SUCCESS;
}

static igraph_error_t
answer_communities (Question *question)
{
  igraph_t graph;
  Leiden leiden;
  igraph_error_t code = make_graph (&graph, question);

  if (code != IGRAPH_SUCCESS)
    return code;
  code = igraph_vector_init (&leiden.degrees, question->n_nodes);
  if (code == IGRAPH_SUCCESS)
    {
      code = igraph_vector_int_init (&leiden.membership, 0);
      if (code == IGRAPH_SUCCESS)
        {
          code = try_communities (&graph, question, &leiden);
          igraph_vector_int_destroy (&leiden.membership);
        }
      igraph_vector_destroy (&leiden.degrees);
    }
  igraph_destroy (&graph);
  return code;
}

gboolean
trama_igraph_communities (guint n_nodes, const guint (*pairs)[2], guint n_pairs, guint *communities,
                          GCancellable *cancellable, GError **error)
{
  Question question = {
    .answer = answer_communities,
    .n_nodes = n_nodes,
    .pairs = pairs,
    .n_pairs = n_pairs,
    .communities = communities,
    .cancellable = cancellable,
  };

  return ask (&question, error);
}
