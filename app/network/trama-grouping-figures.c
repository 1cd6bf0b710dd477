/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What groups have to do with who is tied to whom. */
#include "trama-grouping.h"

#include <math.h>

static gboolean
is_known (const guint *of_node, const guint *pair)
{
  return of_node[pair[0]] != G_MAXUINT && of_node[pair[1]] != G_MAXUINT;
}

double
trama_groups_e_i (const TramaPlainGraph *graph, const guint *of_node, guint *external,
                  guint *internal)
{
  guint e = 0;
  guint i = 0;

  for (guint p = 0; p < graph->n_pairs; p++)
    if (is_known (of_node, graph->pairs[p]))
      {
        if (of_node[graph->pairs[p][0]] == of_node[graph->pairs[p][1]])
          i++;
        else
          e++;
      }
  if (external != NULL)
    *external = e;
  if (internal != NULL)
    *internal = i;
  return e + i == 0 ? NAN : ((double) e - i) / ((double) e + i);
}

/* With s the share of ends in each group: (Σ within − Σ s²) ÷ (1 − Σ s²). */
double
trama_groups_assortativity (const TramaPlainGraph *graph, const guint *of_node, guint n_groups)
{
  g_autofree guint64 *ends = g_new0 (guint64, MAX (n_groups, 1));
  guint64 pairs = 0;
  guint64 within = 0;
  double squares = 0;

  for (guint p = 0; p < graph->n_pairs; p++)
    if (is_known (of_node, graph->pairs[p]))
      {
        ends[of_node[graph->pairs[p][0]]]++;
        ends[of_node[graph->pairs[p][1]]]++;
        within += of_node[graph->pairs[p][0]] == of_node[graph->pairs[p][1]];
        pairs++;
      }
  if (pairs == 0)
    return NAN;
  for (guint g = 0; g < n_groups; g++)
    {
      /* All in one group: nothing to be told apart. */
      if (ends[g] == 2 * pairs)
        return NAN;
      squares += (double) ends[g] * (double) ends[g] / (4.0 * (double) pairs * (double) pairs);
    }
  return ((double) within / (double) pairs - squares) / (1 - squares);
}

double
trama_degree_assortativity (const TramaPlainGraph *graph)
{
  double products = 0;
  double sums = 0;
  double squares = 0;
  double m = graph->n_pairs;
  double below;

  for (guint p = 0; p < graph->n_pairs; p++)
    {
      double a = trama_plain_graph_degree (graph, graph->pairs[p][0]);
      double b = trama_plain_graph_degree (graph, graph->pairs[p][1]);

      products += a * b;
      sums += (a + b) / 2;
      squares += (a * a + b * b) / 2;
    }
  /* All whole numbers, so that "all alike" is exact. */
  below = m * squares - sums * sums;
  return m > 0 && below > 0 ? (m * products - sums * sums) / below : NAN;
}

double
trama_groups_modularity (const TramaPlainGraph *graph, const guint *of_node, guint n_groups)
{
  g_autofree guint64 *ends = g_new0 (guint64, MAX (n_groups, 1));
  guint64 within = 0;
  double m = graph->n_pairs;
  double result;

  if (graph->n_pairs == 0)
    return NAN;
  for (guint p = 0; p < graph->n_pairs; p++)
    {
      ends[of_node[graph->pairs[p][0]]]++;
      ends[of_node[graph->pairs[p][1]]]++;
      within += of_node[graph->pairs[p][0]] == of_node[graph->pairs[p][1]];
    }
  result = (double) within / m;
  for (guint g = 0; g < n_groups; g++)
    result -= (double) ends[g] / (2 * m) * ((double) ends[g] / (2 * m));
  return result;
}

static TramaBrokerRole
role_of (guint a, guint b, guint c)
{
  if (a == b)
    return b == c ? TRAMA_BROKER_COORDINATOR : TRAMA_BROKER_REPRESENTATIVE;
  if (b == c)
    return TRAMA_BROKER_GATEKEEPER;
  return a == c ? TRAMA_BROKER_ITINERANT : TRAMA_BROKER_LIAISON;
}

/* By the first of the three: what it reaches directly is marked, so that no search is needed. */
void
trama_groups_brokerage (const TramaPlainGraph *graph, const guint *of_node, guint64 *counts)
{
  g_autofree guint *reached = g_new0 (guint, MAX (graph->n, 1));

  for (guint i = 0; i < graph->n * TRAMA_N_BROKER_ROLES; i++)
    counts[i] = 0;
  for (guint a = 0; a < graph->n; a++)
    {
      for (guint i = graph->first_out[a]; i < graph->first_out[a + 1]; i++)
        reached[graph->arcs[i][1]] = a + 1;
      for (guint i = graph->first_out[a]; i < graph->first_out[a + 1]; i++)
        {
          guint b = graph->arcs[i][1];

          if (of_node[a] == G_MAXUINT || of_node[b] == G_MAXUINT)
            continue;
          for (guint k = graph->first_out[b]; k < graph->first_out[b + 1]; k++)
            {
              guint c = graph->arcs[k][1];

              if (c != a && reached[c] != a + 1 && of_node[c] != G_MAXUINT)
                counts[b * TRAMA_N_BROKER_ROLES + role_of (of_node[a], of_node[b], of_node[c])]++;
            }
        }
    }
}

static double
weight_at (const TramaPlainGraph *graph, guint place, gboolean weighted)
{
  return weighted ? graph->pair_weights[graph->pair_of[place]] : 1;
}

/* What a gives to b, direct and by way of others, squared and added up over the partners b. What
 * goes by way of q is gathered at b while q's partners are walked through. */
void
trama_plain_graph_constraint (const TramaPlainGraph *graph, gboolean weighted, double *constraint)
{
  g_autofree double *all = g_new0 (double, MAX (graph->n, 1));
  g_autofree double *given = g_new0 (double, MAX (graph->n, 1));

  for (guint i = 0; i < graph->n; i++)
    for (guint k = graph->first[i]; k < graph->first[i + 1]; k++)
      all[i] += weight_at (graph, k, weighted);
  for (guint a = 0; a < graph->n; a++)
    {
      double sum = 0;

      for (guint k = graph->first[a]; k < graph->first[a + 1]; k++)
        given[graph->neighbours[k]] += weight_at (graph, k, weighted) / all[a];
      for (guint k = graph->first[a]; k < graph->first[a + 1]; k++)
        {
          guint q = graph->neighbours[k];
          double part = weight_at (graph, k, weighted) / all[a];

          for (guint l = graph->first[q]; l < graph->first[q + 1]; l++)
            given[graph->neighbours[l]] += part * weight_at (graph, l, weighted) / all[q];
        }
      for (guint k = graph->first[a]; k < graph->first[a + 1]; k++)
        sum += given[graph->neighbours[k]] * given[graph->neighbours[k]];
      constraint[a] = graph->first[a] == graph->first[a + 1] ? NAN : sum;
      for (guint k = graph->first[a]; k < graph->first[a + 1]; k++)
        {
          guint q = graph->neighbours[k];

          given[q] = 0;
          for (guint l = graph->first[q]; l < graph->first[q + 1]; l++)
            given[graph->neighbours[l]] = 0;
        }
    }
}
