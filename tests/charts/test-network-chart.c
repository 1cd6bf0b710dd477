/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the network's legend, table and names say. */

#include "trama-network-chart.h"

#include <math.h>
#include <string.h>

#define N 12

typedef struct
{
  TramaNetworkChart chart;
  TramaNetworkNode nodes[N];
  TramaNetworkTie ties[N];
} Case;

static TramaChartStyle style;

/* A ring of firms without tiers, each tied to the next by a tie of @kind. */
static void
start (Case *c, TramaTieKind kind)
{
  static const char *const names[N] = { "Ada",  "Bruno", "Ciro", "Delia", "Elio", "Fina",
                                        "Gino", "Hilda", "Ivo",  "Julia", "Kurt", "Lila" };

  memset (c, 0, sizeof *c);
  for (guint i = 0; i < N; i++)
    {
      c->nodes[i] = (TramaNetworkNode) {
        .label = names[i], .x = (i % 4 + 0.5) / 4, .y = (i / 4 + 0.5) / 3, .value = 1
      };
      c->ties[i] = (TramaNetworkTie) { .from = i, .to = (i + 1) % N, .kind = kind, .strength = 1 };
    }
  c->chart.nodes = c->nodes;
  c->chart.n_nodes = N;
  c->chart.ties = c->ties;
  c->chart.n_ties = N;
  c->chart.legend = TRUE;
}

static gboolean
says (const TramaScene *scene, const char *text)
{
  for (guint i = 0; i < trama_scene_get_n_texts (scene); i++)
    if (g_str_equal (trama_scene_get_text (scene, i), text))
      return TRUE;
  return FALSE;
}

/* Each kind is called by its own name, and none is called what it is not. */
static void
test_kinds (void)
{
  static const struct
  {
    TramaTieKind kind;
    const char *name;
  } kinds[] = {
    { TRAMA_TIE_SUBCONTRACTING, "subcontracting" },
    { TRAMA_TIE_SUPPLY, "supply" },
    { TRAMA_TIE_SALES, "sales" },
    { TRAMA_TIE_COOPERATION, "co-operation" },
    { TRAMA_TIE_INFORMATION, "information" },
    { TRAMA_TIE_FINANCE, "finance" },
    { TRAMA_TIE_SERVICE, "service" },
    { TRAMA_TIE_OTHER, "other" },
    { TRAMA_TIE_NOT_RECORDED, "kind not recorded" },
  };

  g_assert_cmpuint (G_N_ELEMENTS (kinds), ==, TRAMA_N_TIE_KINDS);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      Case c;
      g_autoptr (TramaScene) scene = NULL;

      start (&c, kinds[i].kind);
      scene = trama_network_chart_new (&c.chart, &style, 400, 300);
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        g_assert_cmpint (says (scene, kinds[k].name), ==, k == i);
      g_assert_cmpstr (trama_chart_table_get_cell (trama_scene_get_table (scene), 0, 2), ==,
                       kinds[i].name);
    }
}

static void
test_kinds_together (void)
{
  Case c;
  g_autoptr (TramaScene) scene = NULL;

  start (&c, TRAMA_TIE_OTHER);
  c.ties[0].kind = TRAMA_TIE_NOT_RECORDED;
  c.ties[1].kind = TRAMA_TIE_SUBCONTRACTING;
  c.ties[2].kind = TRAMA_TIE_SALES;
  scene = trama_network_chart_new (&c.chart, &style, 400, 300);
  g_assert_true (says (scene, "other, or kind not recorded"));
  g_assert_true (says (scene, "subcontracting, sales"));
}

static void
test_lost (void)
{
  Case c;
  g_autoptr (TramaScene) scene = NULL;

  start (&c, TRAMA_TIE_COOPERATION);
  c.ties[4].change = TRAMA_CHANGE_LOST;
  c.ties[5].change = TRAMA_CHANGE_LOST;
  c.ties[6].change = TRAMA_CHANGE_NEW;
  scene = trama_network_chart_new (&c.chart, &style, 400, 300);
  g_assert_true (says (scene, "lost, 2"));
  g_assert_true (says (scene, "new, 1"));
  g_assert_cmpstr (trama_scene_get_sentence (scene), ==, "12 firms, 10 ties; 1 new, 2 lost");
}

/* Categories instead of tiers, each with its count; those without last; sizes in the given unit. */
static void
test_categories (void)
{
  static const char *const categories[] = { "kind 1", "kind 2", "kind 3" };
  Case c;
  g_autoptr (TramaScene) scene = NULL;

  start (&c, TRAMA_TIE_NOT_RECORDED);
  for (guint i = 0; i < N; i++)
    c.nodes[i].category = i < 5 ? 1 : i < 8 ? 2 : 0;
  c.nodes[0].value = 50;
  c.chart.categories = categories;
  c.chart.n_categories = G_N_ELEMENTS (categories);
  c.chart.value_unit = "ties";
  scene = trama_network_chart_new (&c.chart, &style, 400, 300);
  g_assert_true (says (scene, "kind 1, 5"));
  g_assert_true (says (scene, "kind 2, 3"));
  g_assert_false (says (scene, "kind 3, 0"));
  g_assert_true (says (scene, "no category, 4"));
  g_assert_false (says (scene, "tier not known"));
  g_assert_true (says (scene, "5, 10, 50 ties"));
  g_assert_false (says (scene, "member"));
  g_clear_pointer (&scene, trama_scene_unref);
  c.nodes[3].member = TRUE;
  scene = trama_network_chart_new (&c.chart, &style, 400, 300);
  g_assert_true (says (scene, "member"));
}

/* A hub keeps its name though more lines meet at it than a name may else stand on. */
static void
test_hub (void)
{
  TramaNetworkNode nodes[121] = { { .label = "Hub", .x = 0.5, .y = 0.5, .importance = 120 } };
  TramaNetworkTie ties[120] = { 0 };
  TramaNetworkChart chart = { .nodes = nodes, .n_nodes = 121, .ties = ties, .n_ties = 120 };
  g_autoptr (TramaScene) scene = NULL;

  for (guint i = 0; i < 120; i++)
    {
      double angle = 2 * G_PI * i / 120;

      nodes[i + 1] = (TramaNetworkNode) {
        .label = "Leaf", .x = 0.5 + 0.5 * cos (angle), .y = 0.5 + 0.5 * sin (angle), .importance = 1
      };
      ties[i] = (TramaNetworkTie) { .from = 0, .to = i + 1, .kind = TRAMA_TIE_OTHER };
    }
  scene = trama_network_chart_new (&chart, &style, 400, 300);
  g_assert_true (says (scene, "Hub"));
}

/* Nothing of the legend is cut at the picture's edge. */
static void
test_inset (void)
{
  Case c;
  g_autoptr (TramaScene) scene = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 400, 300);
  cairo_t *cr = cairo_create (surface);
  const guint8 *pixels;
  int stride;
  guint inked = 0;

  start (&c, TRAMA_TIE_SUBCONTRACTING);
  scene = trama_network_chart_new (&c.chart, &style, 400, 300);
  trama_scene_draw (scene, cr, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 260; y < 300; y++)
    {
      for (int x = 0; x < 3; x++)
        g_assert_cmpuint (pixels[y * stride + x], ==, 0);
      for (int x = 3; x < 60; x++)
        inked += pixels[y * stride + x] != 0;
    }
  g_assert_cmpuint (inked, >, 20);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  trama_chart_style_init (&style, TRAMA_CHART_LIGHT);
  g_test_add_func ("/network-chart/kinds", test_kinds);
  g_test_add_func ("/network-chart/kinds-together", test_kinds_together);
  g_test_add_func ("/network-chart/lost", test_lost);
  g_test_add_func ("/network-chart/categories", test_categories);
  g_test_add_func ("/network-chart/hub", test_hub);
  g_test_add_func ("/network-chart/inset", test_inset);
  return g_test_run ();
}
