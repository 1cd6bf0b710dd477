/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the network's legend, table and names say. */

#include "trama-network-chart.h"

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
    { TRAMA_TIE_SUBCONTRACTING, "subcontracting" }, { TRAMA_TIE_SUPPLY, "supply" },
    { TRAMA_TIE_SALES, "sales" },                   { TRAMA_TIE_COOPERATION, "co-operation" },
    { TRAMA_TIE_INFORMATION, "information" },       { TRAMA_TIE_FINANCE, "finance" },
    { TRAMA_TIE_SERVICE, "service" },               { TRAMA_TIE_OTHER, "other" },
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  trama_chart_style_init (&style, TRAMA_CHART_LIGHT);
  g_test_add_func ("/network-chart/kinds", test_kinds);
  g_test_add_func ("/network-chart/kinds-together", test_kinds_together);
  g_test_add_func ("/network-chart/lost", test_lost);
  return g_test_run ();
}
