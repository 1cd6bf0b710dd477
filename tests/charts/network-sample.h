/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Invented networks of any size, the same on every run. */

#include "chart-samples.h"
#include "trama-network-chart.h"

typedef enum
{
  SAMPLE_PLAIN,
  SAMPLE_CHANGE,
  SAMPLE_WITHOUT_BROKER,
} SampleNetworkMode;

typedef struct
{
  TramaNetworkChart chart;
  GArray *nodes;
  GArray *ties;
  guint32 state;
} SampleNetwork;

static const TramaNetworkLane sample_lanes[] = {
  { "Buyers", NULL, 0, 0.08, TRAMA_CHART_TIER_UNKNOWN, TRUE },
  { "Leading", NULL, 0.08, 0.27, TRAMA_CHART_TIER_LEADING, FALSE },
  { "Middle", NULL, 0.27, 0.51, TRAMA_CHART_TIER_MIDDLE, FALSE },
  { "Workshop", NULL, 0.51, 0.85, TRAMA_CHART_TIER_WORKSHOP, FALSE },
  { "Not known", NULL, 0.85, 0.94, TRAMA_CHART_TIER_UNKNOWN, FALSE },
  { "Suppliers", NULL, 0.94, 1, TRAMA_CHART_TIER_UNKNOWN, TRUE },
};

static inline double
sample_random (SampleNetwork *s)
{
  s->state = s->state * 1664525u + 1013904223u;
  return (s->state >> 8) / (double) (1 << 24);
}

static inline const char *
sample_name (guint i)
{
  static const char *const names[] = { "Lema",
                                       "Ruiz",
                                       "Vega",
                                       "Aldana",
                                       "Brunner",
                                       "Suárez",
                                       "Pasos",
                                       "Ibarra",
                                       "Horma",
                                       "Nogal",
                                       "Quiroga",
                                       "Tilcara",
                                       "Montes",
                                       "Paz",
                                       "Serrat",
                                       "Iglesias",
                                       "Otero",
                                       "Ferro",
                                       "Rey",
                                       "Luna",
                                       "Prado",
                                       "Arce",
                                       "Cruz",
                                       "Gil",
                                       "Lobo",
                                       "Hoyos",
                                       "Ortiz",
                                       "Díaz",
                                       "Olmos",
                                       "Salas",
                                       "Cobos",
                                       "Bravo",
                                       "Duarte",
                                       "Funes",
                                       "Mora",
                                       "Nieto",
                                       "Peña",
                                       "Maidana",
                                       "Rojas",
                                       "Sosa",
                                       "Suelas Andinas",
                                       "Plantillas Cóndor",
                                       "Aparado Luz",
                                       "Talabartes Ñuble" };

  return names[i % G_N_ELEMENTS (names)];
}

static inline guint
sample_add_node (SampleNetwork *s, TramaNetworkNode node)
{
  node.record = sample_id (1000 + s->nodes->len);
  g_array_append_val (s->nodes, node);
  return s->nodes->len - 1;
}

static inline void
sample_add_row (SampleNetwork *s, TramaChartTier tier, guint n, guint rows, double y0, double y1,
                double size, gboolean all_members)
{
  for (guint i = 0; i < n; i++)
    {
      double rank = (i + 0.5) / n;
      TramaNetworkNode node = { .label = sample_name (s->nodes->len),
                                .tier = tier,
                                .kind = TRAMA_NODE_FIRM,
                                .x = 0.02 + rank * 0.74 };

      node.y = y0 + (y1 - y0) * (i % rows + 0.5) / rows;
      node.value = size * (0.4 + sample_random (s));
      node.importance = node.value;
      node.member = all_members || sample_random (s) < 0.45;
      sample_add_node (s, node);
    }
}

/* The firm of @tier nearest to @x, with a little chance. */
static inline guint
sample_nearest (SampleNetwork *s, TramaChartTier tier, double x, guint not)
{
  guint best = G_MAXUINT;
  double best_away = G_MAXDOUBLE;

  for (guint i = 0; i < s->nodes->len; i++)
    {
      TramaNetworkNode *node = &g_array_index (s->nodes, TramaNetworkNode, i);
      double away = fabs (node->x - x) + sample_random (s) * 0.1;

      if (node->kind == TRAMA_NODE_FIRM && node->tier == tier && i != not&&away < best_away)
        {
          best = i;
          best_away = away;
        }
    }
  return best;
}

static inline void
sample_add_tie (SampleNetwork *s, guint from, guint to, TramaTieKind kind, SampleNetworkMode mode)
{
  TramaNetworkTie tie
      = { .from = from, .to = to, .kind = kind, .strength = 1 + (int) (sample_random (s) * 3) };
  double chance = sample_random (s);

  if (from >= s->nodes->len || to >= s->nodes->len || from == to)
    return;
  tie.record = sample_id (5000 + s->ties->len);
  tie.mediated = kind != TRAMA_TIE_SUBCONTRACTING && chance > 0.6;
  if (mode == SAMPLE_CHANGE)
    tie.change = chance < 0.14   ? TRAMA_CHANGE_NEW
                 : chance < 0.22 ? TRAMA_CHANGE_LOST
                                 : TRAMA_CHANGE_KEPT;
  if (mode == SAMPLE_WITHOUT_BROKER)
    tie.gone = tie.mediated;
  g_array_append_val (s->ties, tie);
}

static inline void
sample_add_outside (SampleNetwork *s, SampleNetworkMode mode)
{
  static const char *const buyers[] = { "Almacenes Río", "Rossi", "Cadena Andes" };
  static const char *const suppliers[] = { "Suelas Sur", "Curtidos Lago" };
  static const char *const institutions[][2] = { { "Cámara del Calzado", "chamber" },
                                                 { "Banco Provincial", "finance" },
                                                 { "Instituto del Cuero", "testing centre" },
                                                 { "Escuela Técnica 4", "training" } };

  for (guint i = 0; i < 3; i++)
    {
      guint node = sample_add_node (s, (TramaNetworkNode) { .label = buyers[i],
                                                            .kind = TRAMA_NODE_OUTSIDE,
                                                            .x = 0.1 + 0.25 * i,
                                                            .y = 0.03,
                                                            .importance = 30 });

      sample_add_tie (s, node, sample_nearest (s, TRAMA_CHART_TIER_LEADING, 0.05 + 0.28 * i, node),
                      TRAMA_TIE_SUBCONTRACTING, mode);
    }
  for (guint i = 0; i < 2; i++)
    {
      guint node = sample_add_node (s, (TramaNetworkNode) { .label = suppliers[i],
                                                            .kind = TRAMA_NODE_OUTSIDE,
                                                            .x = 0.2 + 0.36 * i,
                                                            .y = 0.975,
                                                            .importance = 30 });

      for (guint t = 0; t < 2; t++)
        sample_add_tie (
            s, node, sample_nearest (s, TRAMA_CHART_TIER_WORKSHOP, 0.1 + 0.4 * i + 0.1 * t, node),
            TRAMA_TIE_SUPPLY, mode);
    }
  for (guint i = 0; i < 4; i++)
    {
      guint node = sample_add_node (s, (TramaNetworkNode) { .label = institutions[i][0],
                                                            .sub_label = institutions[i][1],
                                                            .kind = TRAMA_NODE_INSTITUTION,
                                                            .x = 0.865,
                                                            .y = 0.2 + 0.2 * i,
                                                            .importance = 20 });

      for (guint t = 0; t < 2; t++)
        sample_add_tie (s,
                        sample_nearest (s,
                                        t == 0 ? TRAMA_CHART_TIER_MIDDLE : TRAMA_CHART_TIER_LEADING,
                                        sample_random (s) * 0.8, node),
                        node, i == 1 ? TRAMA_TIE_FINANCE : TRAMA_TIE_INFORMATION, mode);
    }
}

static inline void
sample_add_ties (SampleNetwork *s, SampleNetworkMode mode)
{
  guint n = s->nodes->len;

  for (guint i = 0; i < n; i++)
    {
      TramaNetworkNode node = g_array_index (s->nodes, TramaNetworkNode, i);

      if (node.tier == TRAMA_CHART_TIER_MIDDLE || node.tier == TRAMA_CHART_TIER_WORKSHOP)
        sample_add_tie (s, sample_nearest (s, node.tier + 1, node.x, i), i,
                        TRAMA_TIE_SUBCONTRACTING, mode);
      if (node.tier != TRAMA_CHART_TIER_UNKNOWN && sample_random (s) < 0.25)
        sample_add_tie (s, i, sample_nearest (s, node.tier, node.x + 0.1, i), TRAMA_TIE_COOPERATION,
                        mode);
      if (node.tier == TRAMA_CHART_TIER_LEADING)
        sample_add_tie (s, i, sample_nearest (s, TRAMA_CHART_TIER_MIDDLE, node.x - 0.05, i),
                        TRAMA_TIE_COOPERATION, mode);
    }
}

static inline void
sample_mark_alone (SampleNetwork *s)
{
  for (guint i = 0; i < s->nodes->len; i++)
    {
      TramaNetworkNode *node = &g_array_index (s->nodes, TramaNetworkNode, i);
      gboolean tied = FALSE;

      for (guint t = 0; t < s->ties->len; t++)
        {
          TramaNetworkTie *tie = &g_array_index (s->ties, TramaNetworkTie, t);

          tied |= !tie->gone && (tie->from == i || tie->to == i);
        }
      node->alone = node->kind == TRAMA_NODE_FIRM && node->member && (!tied || i % 17 == 11);
      node->off = node->kind == TRAMA_NODE_BROKER;
    }
}

static inline void
sample_network_init (SampleNetwork *s, guint n_firms, SampleNetworkMode mode, gboolean broker)
{
  guint leading = MAX (n_firms / 8, 1), middle = n_firms * 3 / 10, unknown = n_firms / 14;
  guint workshop = n_firms - leading - middle - unknown;

  memset (s, 0, sizeof *s);
  s->nodes = g_array_new (FALSE, TRUE, sizeof (TramaNetworkNode));
  s->ties = g_array_new (FALSE, TRUE, sizeof (TramaNetworkTie));
  s->state = 7;
  sample_add_row (s, TRAMA_CHART_TIER_LEADING, leading, 1 + leading / 14, 0.11, 0.24, 60,
                  mode == SAMPLE_CHANGE);
  sample_add_row (s, TRAMA_CHART_TIER_MIDDLE, middle, 1 + middle / 14, 0.31, 0.46, 22,
                  mode == SAMPLE_CHANGE);
  sample_add_row (s, TRAMA_CHART_TIER_WORKSHOP, workshop, 1 + workshop / 14, 0.54, 0.83, 7,
                  mode == SAMPLE_CHANGE);
  sample_add_row (s, TRAMA_CHART_TIER_UNKNOWN, unknown, 1 + unknown / 14, 0.86, 0.92, 5, TRUE);
  sample_add_ties (s, mode);
  sample_add_outside (s, mode);
  if (broker)
    {
      guint node = sample_add_node (s, (TramaNetworkNode) { .label = "Manager",
                                                            .sub_label = "(broker)",
                                                            .kind = TRAMA_NODE_BROKER,
                                                            .x = 0.865,
                                                            .y = 0.5 });

      for (guint i = 1; i < 3; i++)
        sample_add_tie (s, node, s->nodes->len - 1 - i, TRAMA_TIE_INFORMATION, mode);
    }
  if (mode == SAMPLE_WITHOUT_BROKER)
    sample_mark_alone (s);
  s->chart = (TramaNetworkChart) {
    .frame
    = { .title = "Ten ties are new in twelve months and five are lost; 2 of the new ones are "
                 "co-operation",
        .subtitle = "Ties among 40 firms of the Franklin cluster that agreed to be shown, 30 "
                    "June 2025 to 30 June 2026; circle area = jobs" },
    .nodes = (const TramaNetworkNode *) (gpointer) s->nodes->data,
    .n_nodes = s->nodes->len,
    .ties = (const TramaNetworkTie *) (gpointer) s->ties->data,
    .n_ties = s->ties->len,
    .lanes = sample_lanes,
    .n_lanes = G_N_ELEMENTS (sample_lanes),
    .column_x0 = 0.835,
    .column_x1 = 1,
    .column_label = "Institutions",
    .value_unit = "jobs",
    .legend = TRUE,
  };
}

static inline void
sample_network_clear (SampleNetwork *s)
{
  g_array_unref (s->nodes);
  g_array_unref (s->ties);
}
