/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "trama-bench.h"
#include "trama-change.h"
#include "trama-igraph.h"
#include "trama-layout-private.h"
#include "trama-network-figure.h"
#include "trama-paths.h"

/*
 * Networks of communities of heavy-tailed size with hubs, local ties and an eighth of ties across:
 * layouts against Graphviz (sfdp, neato), in time, stress and crossings; closeness and betweenness
 * against igraph; the settled picture against cairo with a stroke for each tie and a fill for each node.
 */

#define WIDTH 1600
#define HEIGHT 1000
#define CROSSINGS_UP_TO 3000 /* ties: counting them is quadratic */

typedef struct
{
  TramaVersion *version;
  TramaGraph *graph;
  TramaPlainGraph *plain;
  TramaLayoutKind kind;
  TramaLayout *layout;
  const char *program;   /* of the peer */
  char *dot;             /* file */
  char *plain_output;
  double *values;
  double *others;
  TramaNetworkFigure *figure;
  TramaScene *scene;
  TramaChartStyle style;
  cairo_surface_t *surface;
} Bench;

static void
add_tie (TramaTransaction *transaction, TramaRecordBuilder *builder, TramaIdSource *ids,
         const TramaId *firms, guint from, guint to, guint kind)
{
  TramaLinkage *tie;
  g_autoptr (TramaRecord) record = NULL;

  if (from == to)
    return;
  trama_record_builder_begin (builder, TRAMA_KIND_LINKAGE, trama_id_source_next (ids));
  tie = (TramaLinkage *) builder->draft;
  tie->from = firms[from];
  tie->to = firms[to];
  tie->kind = (guint8) kind;
  record = trama_record_builder_finish (builder);
  trama_transaction_put_record (transaction, record);
  trama_record_builder_clear (builder);
}

static TramaVersion *
make_version (guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (TramaVersion) empty = trama_version_new_empty ();
  g_autoptr (TramaTransaction) transaction = NULL;
  g_autoptr (TramaChangeSet) changes = NULL;
  g_autofree TramaId *firms = g_new (TramaId, n);
  TramaRecordBuilder builder = { 0 };
  TramaIdSource ids;
  TramaVersion *version = NULL;

  trama_id_source_init_seeded (&ids, 7);
  transaction = trama_transaction_new (empty, "bench", 0, &ids);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Taller %u", i);
      g_autoptr (TramaRecord) record = NULL;

      firms[i] = trama_id_source_next (&ids);
      trama_record_builder_begin (&builder, TRAMA_KIND_FIRM, firms[i]);
      ((TramaFirm *) builder.draft)->name = name;
      record = trama_record_builder_finish (&builder);
      trama_transaction_put_record (transaction, record);
      trama_record_builder_clear (&builder);
    }
  for (guint begin = 0; begin < n;)
    {
      /* Pareto with exponent 1.2, from 8 to 200 firms. */
      guint size = (guint) CLAMP (8 / pow (1 - g_rand_double (rand), 1 / 1.2), 8, 200);

      size = MIN (size, n - begin);
      for (guint i = 0; i < size; i++)
        {
          /* A spoke of one of its hubs, and local ties. */
          add_tie (transaction, &builder, &ids, firms, begin + i,
                   begin + (guint) g_rand_int_range (rand, 0, MAX ((gint) size / 10, 1)),
                   TRAMA_LINKAGE_SUBCONTRACTING);
          add_tie (transaction, &builder, &ids, firms, begin + i, begin + (i + 1) % size,
                   TRAMA_LINKAGE_COOPERATION);
          if (g_rand_boolean (rand))
            add_tie (transaction, &builder, &ids, firms, begin + i,
                     begin + (guint) g_rand_int_range (rand, 0, (gint) size),
                     TRAMA_LINKAGE_INFORMATION);
        }
      /* So that all hangs together. */
      if (begin > 0)
        add_tie (transaction, &builder, &ids, firms, begin,
                 (guint) g_rand_int_range (rand, 0, (gint) begin), TRAMA_LINKAGE_SUPPLY);
      begin += size;
    }
  for (guint i = 0; i < n / 8; i++)
    add_tie (transaction, &builder, &ids, firms, (guint) g_rand_int_range (rand, 0, (gint) n),
             (guint) g_rand_int_range (rand, 0, (gint) n), TRAMA_LINKAGE_SUPPLY);
  changes = trama_transaction_finish (transaction, "bench", &version, NULL);
  g_assert (version != NULL);
  return version;
}

static void
write_dot (Bench *bench)
{
  g_autoptr (GString) text = g_string_new ("graph {\n");
  int file = g_file_open_tmp ("bench-XXXXXX.dot", &bench->dot, NULL);

  g_assert (file >= 0);
  g_close (file, NULL);
  bench->plain_output = g_strconcat (bench->dot, ".plain", NULL);
  for (guint i = 0; i < bench->plain->n; i++)
    g_string_append_printf (text, "%u;\n", i);
  for (guint i = 0; i < bench->plain->n_pairs; i++)
    g_string_append_printf (text, "%u--%u;\n", bench->plain->pairs[i][0],
                            bench->plain->pairs[i][1]);
  g_string_append (text, "}\n");
  g_file_set_contents (bench->dot, text->str, (gssize) text->len, NULL);
}

static void
run_graphviz (gpointer data)
{
  Bench *bench = data;
  const char *argv[] = { bench->program, "-Tplain", "-o", bench->plain_output, bench->dot, NULL };
  int status;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, &status, NULL)
      || status != 0)
    g_error ("%s failed", bench->program);
}

/* "node 12 3.4 5.6 …", scaled into the box. (transfer full) */
static TramaLayout *
read_graphviz (const Bench *bench)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  TramaLayoutPlace *places = g_new0 (TramaLayoutPlace, bench->plain->n);
  double width = 1, height = 1;

  g_assert (g_file_get_contents (bench->plain_output, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      guint node;

      if (g_strv_length (words) < 4)
        continue;
      if (strcmp (words[0], "graph") == 0)
        {
          width = g_ascii_strtod (words[2], NULL);
          height = g_ascii_strtod (words[3], NULL);
        }
      if (strcmp (words[0], "node") != 0)
        continue;
      node = (guint) g_ascii_strtoull (words[1], NULL, 10);
      places[node] = (TramaLayoutPlace) {
        .id = trama_graph_nodes (bench->graph)[node].id,
        .lane = TRAMA_N_LANES,
        .x = g_ascii_strtod (words[2], NULL) / MAX (width, height),
        .y = g_ascii_strtod (words[3], NULL) / MAX (width, height),
      };
    }
  return trama_layout_new (TRAMA_LAYOUT_OVERVIEW, places, bench->plain->n, NULL, 0);
}

static void
lay_out (gpointer data)
{
  Bench *bench = data;

  g_clear_pointer (&bench->layout, trama_layout_unref);
  bench->layout = trama_layout_new_of_kind (bench->graph, bench->kind, 1, NULL, NULL);
}

static void
compare_layouts (Bench *bench, const char *name, TramaLayoutKind kind, const char *program,
                 double goal)
{
  g_autofree char *path = g_find_program_in_path (program);
  g_autofree char *stress = g_strdup_printf ("%s-stress", name);
  g_autofree char *crossings = g_strdup_printf ("%s-crossings", name);
  g_autoptr (TramaLayout) theirs = NULL;
  gsize n = bench->plain->n;

  bench->kind = kind;
  bench->program = program;
  if (path == NULL)
    {
      lay_out (bench);
      return;
    }
  trama_bench_compare (&(TramaBenchCase) { .name = name,
                                           .size = n,
                                           .ours = lay_out,
                                           .peer = run_graphviz,
                                           .data = bench,
                                           .goal = goal,
                                           .rounds = 1 });
  theirs = read_graphviz (bench);
  trama_bench_compare_figures (stress, n, trama_layout_stress (bench->layout, bench->graph, 1),
                               trama_layout_stress (theirs, bench->graph, 1), 1);
  if (bench->plain->n_pairs <= CROSSINGS_UP_TO)
    trama_bench_compare_figures (
        crossings, n, (double) trama_layout_count_crossings (bench->layout, bench->graph),
        (double) trama_layout_count_crossings (theirs, bench->graph), 0);
}

static void
our_closeness (gpointer data)
{
  Bench *bench = data;

  trama_paths_closeness (bench->plain, bench->values, NULL);
}

static void
their_closeness (gpointer data)
{
  Bench *bench = data;

  trama_igraph_centrality (bench->plain->n, (const guint (*)[2]) bench->plain->pairs,
                           bench->plain->n_pairs, NULL, bench->values, NULL, NULL);
}

static void
our_both (gpointer data)
{
  Bench *bench = data;

  trama_paths_betweenness (bench->plain, bench->values, bench->others, NULL);
}

static void
their_both (gpointer data)
{
  Bench *bench = data;

  trama_igraph_centrality (bench->plain->n, (const guint (*)[2]) bench->plain->pairs,
                           bench->plain->n_pairs, bench->values, bench->others, NULL, NULL);
}

static void
draw_settled (gpointer data)
{
  Bench *bench = data;
  cairo_t *cr = cairo_create (bench->surface);

  cairo_scale (cr, 4 / 3.0, 4 / 3.0);
  trama_scene_draw (bench->scene, cr, &bench->style);
  cairo_destroy (cr);
}

static void
draw_plain (gpointer data)
{
  Bench *bench = data;
  const TramaNetworkChart *chart = trama_network_figure_get_chart (bench->figure);
  cairo_t *cr = cairo_create (bench->surface);

  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < chart->n_ties; i++)
    {
      const TramaNetworkNode *from = &chart->nodes[chart->ties[i].from];
      const TramaNetworkNode *to = &chart->nodes[chart->ties[i].to];

      cairo_move_to (cr, from->x * WIDTH, from->y * HEIGHT);
      cairo_line_to (cr, to->x * WIDTH, to->y * HEIGHT);
      cairo_stroke (cr);
    }
  for (guint i = 0; i < chart->n_nodes; i++)
    {
      cairo_arc (cr, chart->nodes[i].x * WIDTH, chart->nodes[i].y * HEIGHT, 4, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

static void
compare_pictures (Bench *bench)
{
  const TramaFigurePlace place
      = { .width = WIDTH * 0.75, .height = HEIGHT * 0.75, .without_heading = TRUE };

  bench->figure = trama_network_figure_new_of_graph (bench->graph, bench->layout, TRAMA_ID_NONE);
  trama_chart_style_init (&bench->style, TRAMA_CHART_LIGHT);
  bench->scene = trama_network_figure_draw (bench->figure, &bench->style, &place, FALSE);
  bench->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  trama_bench_compare (&(TramaBenchCase) { .name = "settled-picture",
                                           .size = bench->plain->n,
                                           .ours = draw_settled,
                                           .peer = draw_plain,
                                           .data = bench,
                                           .goal = 1.5 });
  cairo_surface_destroy (bench->surface);
  g_clear_pointer (&bench->scene, trama_scene_unref);
  g_clear_pointer (&bench->figure, trama_network_figure_unref);
}

static void
run (guint n, gboolean large)
{
  Bench bench = { .version = make_version (n) };
  TramaGraphOptions options;

  trama_graph_options_init (&options, TRAMA_GRAPH_ALL, TRAMA_ID_NONE, 20000);
  bench.graph = trama_graph_new (bench.version, &options);
  bench.plain = trama_plain_graph_new_of (bench.graph, NULL);
  bench.values = g_new (double, n);
  bench.others = g_new (double, n);
  write_dot (&bench);
  trama_bench_compare (&(TramaBenchCase) { .name = "closeness",
                                           .size = n,
                                           .ours = our_closeness,
                                           .peer = their_closeness,
                                           .data = &bench,
                                           .goal = 0.03,
                                           .rounds = large ? 1 : 0 });
  trama_bench_compare (&(TramaBenchCase) { .name = "betweenness-and-closeness",
                                           .size = n,
                                           .ours = our_both,
                                           .peer = their_both,
                                           .data = &bench,
                                           .goal = large ? 0.30 : 0.55,
                                           .rounds = large ? 1 : 0 });
  if (!large)
    compare_layouts (&bench, "careful-layout", TRAMA_LAYOUT_CAREFUL, "neato", 0.06);
  compare_layouts (&bench, "overview-layout", TRAMA_LAYOUT_OVERVIEW, "sfdp", large ? 0.10 : 0.25);
  compare_pictures (&bench);
  g_remove (bench.dot);
  g_remove (bench.plain_output);
  g_free (bench.dot);
  g_free (bench.plain_output);
  g_free (bench.values);
  g_free (bench.others);
  g_clear_pointer (&bench.layout, trama_layout_unref);
  trama_plain_graph_free (bench.plain);
  trama_graph_unref (bench.graph);
  trama_version_unref (bench.version);
}

int
main (int argc, char **argv)
{
  trama_bench_init (&argc, &argv);
  run ((guint) trama_bench_size (2000, 300), FALSE);
  if (!trama_bench_is_smoke ())
    run (20000, TRUE);
  return 0;
}
