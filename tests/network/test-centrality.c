/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-igraph.h"
#include "trama-network-measures.h"

#include "fixture.h"

typedef struct
{
  const char *what;
  const char *ties;     /* pairs of names */
  const char *names;
  double betweenness[8];
  double closeness[8];
} Known;

/*
 * Worked by hand. Path A–B–C–D: B lies between A and C, A and D: 2. Closeness of A: 3 others at 1,
 * 2, 3: mean 2, so 1/2; of B at 1, 1, 2: 3/4. Star with four leaves: the hub lies between each of
 * 6 pairs; a leaf has one at 1 and three at 2: mean 7/4. Square: of the two paths between opposite
 * corners each runs through one of the others: 1/2; closeness 1/(4/3). Two bits: reached nodes
 * only; a node alone reaches none. Kite (A–B–C triangle, C–D): C lies between A and D, B and D.
 */
static const Known known[] = {
  { "path", "AB BC CD", "ABCD", { 0, 2, 2, 0 }, { 1 / 2.0, 3 / 4.0, 3 / 4.0, 1 / 2.0 } },
  { "star", "AB AC AD AE", "ABCDE", { 6, 0, 0, 0, 0 }, { 1, 4 / 7.0, 4 / 7.0, 4 / 7.0, 4 / 7.0 } },
  { "square", "AB BC CD DA", "ABCD", { .5, .5, .5, .5 }, { 3 / 4.0, 3 / 4.0, 3 / 4.0, 3 / 4.0 } },
  { "bits", "AB BC DE", "ABCDEF", { 0, 1, 0, 0, 0, 0 }, { 2 / 3.0, 1, 2 / 3.0, 1, 1, NAN } },
  { "kite", "AB BC CA CD", "ABCD", { 0, 0, 2, 0 }, { 3 / 4.0, 3 / 4.0, 1, 3 / 5.0 } },
  { "doubled and looped path",
    "AB BA AB BC CC CD",
    "ABCD",
    { 0, 2, 2, 0 },
    { 1 / 2.0, 3 / 4.0, 3 / 4.0, 1 / 2.0 } },
};

static void
assert_near (double found, double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (found));
  else
    g_assert_cmpfloat_with_epsilon (found, expected, 1e-9);
}

static void
test_known (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (known); k++)
    {
      g_auto (Fixture) f = { 0 };
      TramaGraphOptions options;
      g_autoptr (TramaGraph) graph = NULL;
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) pairs = g_strsplit (known[k].ties, " ", -1);
      double betweenness[8];
      double closeness[8];

      g_test_message ("%s", known[k].what);
      fixture_init (&f);
      for (const char *c = known[k].names; *c != '\0'; c++)
        add_firm (&f, (const char[]) { *c, '\0' });
      for (guint i = 0; pairs[i] != NULL; i++)
        {
          g_autofree char *name = g_strdup_printf ("tie %u", i);

          add_tie (
              &f, (Tie) { .from = (const char[]) { pairs[i][0], '\0' },
                          .to = (const char[]) { pairs[i][1], '\0' },
                          .kind = i == 1 ? TRAMA_LINKAGE_SUBCONTRACTING : TRAMA_LINKAGE_COOPERATION,
                          .name = name });
        }
      fixture_done (&f);
      trama_graph_options_init (&options, TRAMA_GRAPH_ALL, TRAMA_ID_NONE, 0);
      graph = trama_graph_new (f.version, &options);
      g_assert_true (trama_network_centrality (graph, betweenness, closeness, NULL, &error));
      g_assert_no_error (error);
      for (guint i = 0; known[k].names[i] != '\0'; i++)
        {
          assert_near (betweenness[i], known[k].betweenness[i]);
          assert_near (closeness[i], known[k].closeness[i]);
        }
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint pairs[1][2] = { { 0, 1 } };
  double closeness[2];

  g_cancellable_cancel (cancellable);
  g_assert_false (trama_igraph_centrality (2, (const guint (*)[2]) pairs, 1, NULL, closeness,
                                           cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* The next question is answered as if nothing had been. */
  g_assert_true (
      trama_igraph_centrality (2, (const guint (*)[2]) pairs, 1, NULL, closeness, NULL, NULL));
  g_assert_cmpfloat (closeness[0], ==, 1);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (20000);
  g_cancellable_cancel (data);
  return NULL;
}

/* A ring of 20 000 takes many seconds to measure to the end. */
static void
test_cancelled_meanwhile (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const guint n = 20000;
  g_autofree guint (*pairs)[2] = g_malloc (sizeof *pairs * n);
  g_autofree double *betweenness = g_new (double, n);
  GThread *thread;

  for (guint i = 0; i < n; i++)
    {
      pairs[i][0] = i;
      pairs[i][1] = (i + 1) % n;
    }
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_false (trama_igraph_centrality (n, (const guint (*)[2]) pairs, n, betweenness, NULL,
                                           cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

/* An end that does not exist: igraph's own reason comes back as an error and nothing aborts. */
static void
test_failure (void)
{
  g_autoptr (GError) error = NULL;
  guint pairs[1][2] = { { 0, 7 } };
  double closeness[2];

  g_assert_false (
      trama_igraph_centrality (2, (const guint (*)[2]) pairs, 1, NULL, closeness, NULL, &error));
  g_assert_nonnull (error);
  g_assert_false (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

static gpointer
ask_often (gpointer unused)
{
  guint pairs[3][2] = { { 0, 1 }, { 1, 2 }, { 2, 3 } };

  for (guint i = 0; i < 200; i++)
    {
      double betweenness[4];

      g_assert_true (trama_igraph_centrality (4, (const guint (*)[2]) pairs, 3, betweenness, NULL,
                                              NULL, NULL));
      g_assert_cmpfloat (betweenness[0], ==, 0);
      g_assert_cmpfloat (betweenness[1], ==, 2);
    }
  return NULL;
}

static void
test_many_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("asker", ask_often, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/centrality/known", test_known);
  g_test_add_func ("/centrality/cancelled", test_cancelled);
  g_test_add_func ("/centrality/cancelled-meanwhile", test_cancelled_meanwhile);
  g_test_add_func ("/centrality/failure", test_failure);
  g_test_add_func ("/centrality/many-threads", test_many_threads);
  return g_test_run ();
}
