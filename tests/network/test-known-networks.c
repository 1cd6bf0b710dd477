/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of published networks against networkx and igraph: known-networks.json, which
 * make-known-networks.py made. */
#include <math.h>

#include "trama-cohesion.h"
#include "trama-grouping.h"
#include "trama-igraph.h"
#include "trama-json.h"
#include "trama-paths.h"

typedef struct
{
  const TramaJsonValue *json;
  TramaPlainGraph *graph;
  guint *groups;
  guint n_groups;
} Known;

static void
assert_near (double found, double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (found));
  else
    g_assert_cmpfloat_with_epsilon (found, expected, 1e-9);
}

static double
expected (const Known *known, const char *name)
{
  return trama_json_get_number (trama_json_object_get (known->json, name), NAN);
}

static void
assert_all (const Known *known, const char *name, const double *found)
{
  const TramaJsonValue *value;
  TramaJsonIter iter;
  guint i = 0;

  g_test_message ("%s", name);
  trama_json_iter_init (&iter, trama_json_object_get (known->json, name));
  for (; trama_json_iter_next (&iter, NULL, NULL, &value); i++)
    assert_near (found[i], trama_json_get_number (value, NAN));
  g_assert_cmpuint (i, ==, known->graph->n);
}

static void
assert_whole (const Known *known)
{
  const TramaPlainGraph *graph = known->graph;
  g_autofree double *local = g_new (double, graph->n);

  assert_near (trama_cohesion_density (graph), expected (known, "density"));
  assert_near (trama_cohesion_reciprocity (graph, NULL, NULL), expected (known, "reciprocity"));
  assert_near (trama_cohesion_centralisation (graph), expected (known, "centralisation"));
  assert_near (trama_cohesion_clustering (graph, local, NULL), expected (known, "transitivity"));
  assert_all (known, "clustering", local);
}

static void
assert_nodes (const Known *known)
{
  const TramaPlainGraph *graph = known->graph;
  g_autofree double *values = g_new (double, graph->n);
  g_autofree double *closeness = g_new (double, graph->n);
  g_autofree guint *coreness = g_new (guint, graph->n);
  g_autoptr (GError) error = NULL;

  g_assert_true (trama_paths_closeness (graph, closeness, NULL));
  assert_all (known, "closeness", closeness);
  g_assert_true (trama_paths_betweenness (graph, values, closeness, NULL));
  assert_all (known, "betweenness", values);
  assert_all (known, "closeness", closeness);
  trama_plain_graph_constraint (graph, FALSE, values);
  assert_all (known, "constraint", values);
  trama_plain_graph_constraint (graph, TRUE, values);
  assert_all (known, "weighted_constraint", values);
  g_assert_true (trama_igraph_coreness (graph->n, (const guint (*)[2]) graph->pairs, graph->n_pairs,
                                        coreness, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < graph->n; i++)
    values[i] = coreness[i];
  assert_all (known, "coreness", values);
}

static void
assert_groups (const Known *known)
{
  const TramaPlainGraph *graph = known->graph;
  g_autofree guint *found = g_new (guint, graph->n);
  g_autoptr (GError) error = NULL;

  assert_near (trama_groups_e_i (graph, known->groups, NULL, NULL), expected (known, "e_i"));
  assert_near (trama_groups_assortativity (graph, known->groups, known->n_groups),
               expected (known, "assortativity"));
  assert_near (trama_degree_assortativity (graph), expected (known, "degree_assortativity"));
  assert_near (trama_groups_modularity (graph, known->groups, known->n_groups),
               expected (known, "modularity"));
  g_assert_true (trama_igraph_communities (graph->n, (const guint (*)[2]) graph->pairs,
                                           graph->n_pairs, found, NULL, &error));
  g_assert_no_error (error);
  /* As good as the best of forty tries of igraph's own. */
  g_assert_cmpfloat (trama_groups_modularity (graph, found, graph->n), >=,
                     expected (known, "best_modularity") - 1e-9);
}

static void
assert_brokerage (const Known *known)
{
  g_autofree guint64 *counts = g_new (guint64, known->graph->n * TRAMA_N_BROKER_ROLES);
  const TramaJsonValue *node;
  TramaJsonIter iter;

  trama_groups_brokerage (known->graph, known->groups, counts);
  trama_json_iter_init (&iter, trama_json_object_get (known->json, "brokerage"));
  for (guint i = 0; trama_json_iter_next (&iter, NULL, NULL, &node); i++)
    {
      const TramaJsonValue *count;
      TramaJsonIter roles;

      trama_json_iter_init (&roles, node);
      for (guint role = 0; trama_json_iter_next (&roles, NULL, NULL, &count); role++)
        g_assert_cmpuint (counts[i * TRAMA_N_BROKER_ROLES + role], ==,
                          (guint64) trama_json_get_integer (count, -1));
    }
}

/* The correlation is worked out here the long way, pair by pair. */
static void
assert_core (const Known *known)
{
  const TramaPlainGraph *graph = known->graph;
  g_autofree guint8 *core = g_new (guint8, graph->n);
  double n = 0, x = 0, y = 0, xy = 0;
  guint size;
  guint64 misfits;
  guint64 counted = 0;
  double fit = trama_cohesion_core (graph, core, &size, &misfits);

  for (guint a = 0; a < graph->n; a++)
    for (guint b = a + 1; b < graph->n; b++)
      {
        double tied = trama_plain_graph_find_pair (graph, a, b) >= 0;

        if (core[a] != core[b])
          continue;
        n++;
        x += core[a];
        y += tied;
        xy += core[a] * tied;
        counted += core[a] != tied;
      }
  g_assert_cmpuint (counted, ==, misfits);
  if (!isnan (fit))
    assert_near (fit, (n * xy - x * y) / sqrt ((n * x - x * x) * (n * y - y * y)));
  if (!isnan (expected (known, "misfits")))
    g_assert_cmpfloat (misfits, ==, expected (known, "misfits"));
}

static void
test_one (const TramaJsonValue *json)
{
  Known known = { .json = json };
  const TramaJsonValue *edges = trama_json_object_get (json, "edges");
  guint n = (guint) trama_json_get_integer (trama_json_object_get (json, "nodes"), 0);
  gboolean directed = trama_json_get_boolean (trama_json_object_get (json, "directed"), FALSE);
  g_autofree TramaPlainTie *ties = g_new (TramaPlainTie, trama_json_size (edges));
  g_autofree guint *groups = g_new0 (guint, n);
  g_autoptr (TramaPlainGraph) graph = NULL;
  const TramaJsonValue *value;
  TramaJsonIter iter;
  guint n_ties = 0;

  g_test_message ("%s", trama_json_object_get_string (json, "name"));
  trama_json_iter_init (&iter, edges);
  while (trama_json_iter_next (&iter, NULL, NULL, &value))
    {
      const TramaJsonValue *end[3];
      TramaJsonIter ends;

      trama_json_iter_init (&ends, value);
      for (guint i = 0; i < 3; i++)
        g_assert_true (trama_json_iter_next (&ends, NULL, NULL, &end[i]));
      ties[n_ties++] = (TramaPlainTie) { (guint) trama_json_get_integer (end[0], 0),
                                         (guint) trama_json_get_integer (end[1], 0),
                                         trama_json_get_number (end[2], 1), directed };
    }
  trama_json_iter_init (&iter, trama_json_object_get (json, "groups"));
  for (guint i = 0; trama_json_iter_next (&iter, NULL, NULL, &value); i++)
    {
      groups[i] = (guint) trama_json_get_integer (value, 0);
      known.n_groups = MAX (known.n_groups, groups[i] + 1);
    }
  graph = trama_plain_graph_new (n, ties, n_ties);
  known.graph = graph;
  known.groups = groups;
  assert_whole (&known);
  assert_nodes (&known);
  assert_groups (&known);
  assert_brokerage (&known);
  assert_core (&known);
}

static void
test_known (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "tests", "network", "known-networks.json", NULL);
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();
  const TramaJsonValue *json, *network;
  TramaJsonIter iter;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, &error));
  g_assert_no_error (error);
  json = trama_json_reader_parse (reader, text, length, NULL, NULL);
  g_assert_nonnull (json);
  trama_json_iter_init (&iter, trama_json_object_get (json, "networks"));
  for (; trama_json_iter_next (&iter, NULL, NULL, &network); n++)
    test_one (network);
  g_assert_cmpuint (n, >=, 10);
}

/* More than one batch of searches, parts and nodes alone: the two ways to closeness agree. */
static void
test_many (void)
{
  guint n = 700;
  g_autofree TramaPlainTie *ties = g_new (TramaPlainTie, 900);
  g_autofree double *between = g_new (double, n);
  g_autofree double *one = g_new (double, n);
  g_autofree double *other = g_new (double, n);
  g_autofree double *by_igraph = g_new (double, n);
  g_autoptr (TramaPlainGraph) graph = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 900; i++)
    ties[i] = (TramaPlainTie) { (guint) g_rand_int_range (random, 0, (gint) n),
                                (guint) g_rand_int_range (random, 0, (gint) n), 1, FALSE };
  graph = trama_plain_graph_new (n, ties, 900);
  g_assert_true (trama_paths_closeness (graph, one, NULL));
  g_assert_true (trama_paths_betweenness (graph, between, other, NULL));
  for (guint i = 0; i < n; i++)
    assert_near (one[i], other[i]);
  g_assert_true (trama_igraph_centrality (n, (const guint (*)[2]) graph->pairs, graph->n_pairs,
                                          by_igraph, other, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      assert_near (one[i], other[i]);
      g_assert_cmpfloat_with_epsilon (between[i], by_igraph[i], 1e-9 * (1 + by_igraph[i]));
    }
}

static void
test_nothing (void)
{
  g_autoptr (TramaPlainGraph) none = trama_plain_graph_new (0, NULL, 0);
  g_autoptr (TramaPlainGraph) alone
      = trama_plain_graph_new (1, &(TramaPlainTie) { 0, 0, 1, TRUE }, 1);
  double value = 0;
  guint8 core;
  guint size, group = 0;
  guint64 misfits;

  g_assert_cmpuint (alone->n_pairs + alone->n_arcs, ==, 0);
  g_assert_true (isnan (trama_cohesion_density (none)));
  g_assert_true (isnan (trama_cohesion_density (alone)));
  g_assert_true (isnan (trama_cohesion_reciprocity (alone, NULL, NULL)));
  g_assert_true (isnan (trama_cohesion_centralisation (alone)));
  g_assert_true (isnan (trama_cohesion_clustering (alone, &value, NULL)));
  g_assert_true (isnan (value));
  g_assert_true (isnan (trama_cohesion_core (alone, &core, &size, &misfits)));
  g_assert_true (isnan (trama_groups_modularity (alone, &group, 1)));
  g_assert_true (isnan (trama_groups_assortativity (alone, &group, 1)));
  g_assert_true (trama_paths_closeness (alone, &value, NULL));
  g_assert_true (isnan (value));
  g_assert_true (trama_paths_betweenness (none, NULL, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/known-networks/published", test_known);
  g_test_add_func ("/known-networks/many", test_many);
  g_test_add_func ("/known-networks/nothing", test_nothing);
  return g_test_run ();
}
