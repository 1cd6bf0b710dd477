/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "trama-network-figure-private.h"

#define ASPECT 1.5

const char *
trama_network_figure_keep (TramaNetworkFigure *figure, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (figure->texts, text) : NULL;
}

const char *
trama_network_figure_keep_taken (TramaNetworkFigure *figure, char *text)
{
  const char *kept = trama_network_figure_keep (figure, text);

  g_free (text);
  return kept;
}

static TramaTieKind
line_of (TramaLinkageKind kind)
{
  switch (kind)
    {
    case TRAMA_LINKAGE_SUBCONTRACTING:
      return TRAMA_TIE_SUBCONTRACTING;
    case TRAMA_LINKAGE_SUPPLY:
      return TRAMA_TIE_SUPPLY;
    case TRAMA_LINKAGE_SALES:
      return TRAMA_TIE_SALES;
    case TRAMA_LINKAGE_COOPERATION:
      return TRAMA_TIE_COOPERATION;
    case TRAMA_LINKAGE_FINANCE:
      return TRAMA_TIE_FINANCE;
    case TRAMA_LINKAGE_INFORMATION:
      return TRAMA_TIE_INFORMATION;
    case TRAMA_LINKAGE_SERVICE:
      return TRAMA_TIE_SERVICE;
    case TRAMA_LINKAGE_OTHER:
      return TRAMA_TIE_OTHER;
    case TramaLinkageKind_UNKNOWN_:
    default:
      return TRAMA_TIE_NOT_RECORDED;
    }
}

static TramaTieChange
change_of (const TramaGraphTie *tie, gboolean shown)
{
  if (!shown)
    return TRAMA_CHANGE_NONE;
  switch (tie->change)
    {
    case TRAMA_GRAPH_CHANGE_NEW:
      return TRAMA_CHANGE_NEW;
    case TRAMA_GRAPH_CHANGE_KEPT:
      return TRAMA_CHANGE_KEPT;
    case TRAMA_GRAPH_CHANGE_LOST:
      return TRAMA_CHANGE_LOST;
    case TRAMA_GRAPH_CHANGE_NONE:
    default:
      return TRAMA_CHANGE_NONE;
    }
}

/* Ties that count, those that are gone with whom is switched off, and those lost since the earlier
 * day; not the broker's own to members. */
static gboolean
is_drawn (const TramaGraph *graph, const TramaGraphTie *tie, gboolean change)
{
  if (!trama_layout_draws_tie (trama_graph_nodes (graph), tie))
    return FALSE;
  return tie->state == TRAMA_TIE_COUNTS
         || (change && tie->change == TRAMA_GRAPH_CHANGE_LOST && !tie->gone);
}

static void
fill_ties (TramaNetworkFigure *figure)
{
  const TramaGraphOptions *options = trama_graph_options (figure->graph);
  const TramaGraphTie *ties = trama_graph_ties (figure->graph);
  gboolean change = options->compare && !options->without_broker;
  guint n = 0;

  figure->ties = g_new0 (TramaNetworkTie, MAX (trama_graph_n_ties (figure->graph), 1));
  for (guint i = 0; i < trama_graph_n_ties (figure->graph); i++)
    if (is_drawn (figure->graph, &ties[i], change))
      figure->ties[n++] = (TramaNetworkTie) {
        .record = ties[i].record->record.id,
        .value_text
        = ties[i].kind != TramaLinkageKind_UNKNOWN_
              ? trama_network_figure_keep (figure, trama_linkage_kind_label (ties[i].kind))
              : NULL,
        .from = ties[i].from,
        .to = ties[i].to,
        .kind = line_of (ties[i].kind),
        .change = change_of (&ties[i], change),
        .strength = ties[i].strength,
        .mediated = ties[i].mediated,
        .gone = ties[i].gone,
      };
  figure->chart.ties = figure->ties;
  figure->chart.n_ties = n;
}

/* In supply tiers lanes stand for something else. */
static const char *
supply_lane_name (TramaLaneKind kind)
{
  switch (kind)
    {
    case TRAMA_LANE_BUYERS:
      return _ ("Buyers");
    case TRAMA_LANE_LEADING:
      return _ ("Lead firms");
    case TRAMA_LANE_MIDDLE:
      return _ ("1st supply tier");
    case TRAMA_LANE_WORKSHOP:
      return _ ("2nd supply tier");
    case TRAMA_LANE_NOT_KNOWN:
      return _ ("3rd and beyond");
    case TRAMA_LANE_SUPPLIERS:
    case TRAMA_LANE_INSTITUTIONS:
    case TRAMA_N_LANES:
    default:
      return _ ("In no chain");
    }
}

static const char *
lane_name (TramaLaneKind kind)
{
  switch (kind)
    {
    case TRAMA_LANE_BUYERS:
      return _ ("Buyers");
    case TRAMA_LANE_LEADING:
      return _ ("Leading");
    case TRAMA_LANE_MIDDLE:
      return _ ("Middle");
    case TRAMA_LANE_WORKSHOP:
      return _ ("Workshop");
    case TRAMA_LANE_SUPPLIERS:
      return _ ("Suppliers");
    case TRAMA_LANE_NOT_KNOWN:
    case TRAMA_LANE_INSTITUTIONS:
    case TRAMA_N_LANES:
    default:
      return _ ("Not known");
    }
}

static TramaTier
tier_of_lane (TramaLaneKind kind)
{
  switch (kind)
    {
    case TRAMA_LANE_LEADING:
      return TRAMA_TIER_LEADING;
    case TRAMA_LANE_MIDDLE:
      return TRAMA_TIER_MIDDLE;
    case TRAMA_LANE_WORKSHOP:
      return TRAMA_TIER_WORKSHOP;
    case TRAMA_LANE_BUYERS:
    case TRAMA_LANE_NOT_KNOWN:
    case TRAMA_LANE_SUPPLIERS:
    case TRAMA_LANE_INSTITUTIONS:
    case TRAMA_N_LANES:
    default:
      return TramaTier_UNKNOWN_;
    }
}

static gboolean
shows_supply (const TramaNetworkFigure *figure)
{
  return trama_layout_get_kind (figure->layout) == TRAMA_LAYOUT_SUPPLY_TIERS;
}

/* Firms that stand in the lane by right: one of a tier not known yet is not counted in. */
static const char *
say_firms_in (TramaNetworkFigure *figure, TramaLaneKind lane)
{
  const TramaGraphNode *nodes = trama_graph_nodes (figure->graph);
  guint n = 0;

  for (guint i = 0; i < trama_graph_n_nodes (figure->graph); i++)
    n += nodes[i].kind == TRAMA_GRAPH_FIRM
         && (shows_supply (figure) || nodes[i].tier == tier_of_lane (lane))
         && trama_layout_lane_of (figure->layout, &nodes[i]) == lane;
  /* A lane keeps its place at every date, also where nobody stands in it. */
  if (n == 0)
    return trama_network_figure_keep (figure, _ ("none now"));
  return trama_network_figure_keep_taken (
      figure, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u firm", "%u firms", n), n));
}

static void
fill_lanes (TramaNetworkFigure *figure)
{
  const TramaLane *lanes = trama_layout_lanes (figure->layout);
  guint n = 0;

  for (guint i = 0; i < trama_layout_n_lanes (figure->layout); i++)
    {
      const TramaLane *lane = &lanes[i];
      gboolean supply = shows_supply (figure);
      gboolean plain = lane->kind == TRAMA_LANE_BUYERS || lane->kind == TRAMA_LANE_SUPPLIERS;

      if (lane->kind == TRAMA_LANE_INSTITUTIONS)
        {
          figure->chart.column_x0 = lane->x0;
          figure->chart.column_x1 = lane->x1;
          figure->chart.column_label = _ ("Institutions");
          continue;
        }
      figure->lanes[n++] = (TramaNetworkLane) {
        .label = supply ? supply_lane_name (lane->kind) : lane_name (lane->kind),
        .sub_label = lane->kind == TRAMA_LANE_BUYERS || (plain && !supply)
                         ? NULL
                         : say_firms_in (figure, lane->kind),
        .y0 = lane->y0,
        .y1 = lane->y1,
        .tier = supply ? TRAMA_CHART_TIER_UNKNOWN : (TramaChartTier) tier_of_lane (lane->kind),
        .plain = plain || supply,
      };
    }
  figure->chart.lanes = figure->lanes;
  figure->chart.n_lanes = n;
}

static gboolean
knows_any_tier (const TramaGraph *graph)
{
  for (guint i = 0; i < trama_graph_n_nodes (graph); i++)
    if (trama_graph_nodes (graph)[i].tiers_ever != 0)
      return TRUE;
  return FALSE;
}

TramaLayout *
trama_network_figure_make_layout (TramaVersion *version, TramaGraphScope scope, TramaId subject,
                                  double aspect, GCancellable *cancellable)
{
  TramaGraphOptions options;
  g_autoptr (TramaGraph) graph = NULL;

  g_return_val_if_fail (version != NULL, NULL);

  trama_graph_options_init (&options, scope, subject, 0);
  options.all_dates = TRUE;
  graph = trama_graph_new (version, &options);
  return knows_any_tier (graph) ? trama_layout_tier_lanes_new (graph, cancellable)
                                : trama_layout_overview_new (graph, aspect, cancellable);
}

TramaLayout *
trama_network_figure_make_layout_of (TramaVersion *version, TramaGraphScope scope, TramaId subject,
                                     TramaLayoutKind kind, double aspect, GCancellable *cancellable,
                                     GError **error)
{
  TramaGraphOptions options;
  g_autoptr (TramaGraph) graph = NULL;

  g_return_val_if_fail (version != NULL, NULL);

  trama_graph_options_init (&options, scope, subject, 0);
  options.all_dates = TRUE;
  graph = trama_graph_new (version, &options);
  return trama_layout_new_of_kind (graph, kind, aspect, cancellable, error);
}

TramaNetworkFigure *
trama_network_figure_new_of_graph (TramaGraph *graph, TramaLayout *layout, TramaId selected)
{
  TramaNetworkFigure *figure;
  const TramaGraphOptions *options;

  g_return_val_if_fail (graph != NULL, NULL);

  options = trama_graph_options (graph);
  figure = g_new0 (TramaNetworkFigure, 1);
  g_atomic_ref_count_init (&figure->references);
  figure->texts = g_string_chunk_new (1024);
  figure->graph = trama_graph_ref (graph);
  figure->layout
      = layout != NULL
            ? trama_layout_ref (layout)
            : trama_network_figure_make_layout (trama_graph_version (graph), options->scope,
                                                options->subject, ASPECT, NULL);
  figure->members = trama_member_network_new (figure->graph);
  trama_network_figure_fill_nodes (figure, selected);
  fill_ties (figure);
  fill_lanes (figure);
  trama_network_figure_size_by_ties (figure);
  trama_network_figure_find_words (figure);
  return figure;
}

TramaNetworkFigure *
trama_network_figure_new (TramaVersion *version, const TramaGraphOptions *options,
                          TramaLayout *layout, TramaId selected)
{
  g_autoptr (TramaGraph) graph = NULL;

  g_return_val_if_fail (version != NULL && options != NULL, NULL);

  graph = trama_graph_new (version, options);
  return trama_network_figure_new_of_graph (graph, layout, selected);
}

TramaNetworkFigure *
trama_network_figure_ref (TramaNetworkFigure *figure)
{
  g_atomic_ref_count_inc (&figure->references);
  return figure;
}

void
trama_network_figure_unref (TramaNetworkFigure *figure)
{
  if (figure == NULL || !g_atomic_ref_count_dec (&figure->references))
    return;
  trama_graph_unref (figure->graph);
  trama_layout_unref (figure->layout);
  trama_member_network_free (figure->members);
  trama_figure_words_clear (&figure->words);
  g_string_chunk_free (figure->texts);
  g_free (figure->nodes);
  g_free (figure->ties);
  g_free (figure);
}

TramaGraph *
trama_network_figure_get_graph (const TramaNetworkFigure *figure)
{
  return figure->graph;
}

TramaLayout *
trama_network_figure_get_layout (const TramaNetworkFigure *figure)
{
  return figure->layout;
}

const TramaMemberNetwork *
trama_network_figure_get_members (const TramaNetworkFigure *figure)
{
  return figure->members;
}

const TramaNetworkChart *
trama_network_figure_get_chart (const TramaNetworkFigure *figure)
{
  return &figure->chart;
}

const TramaFigureWords *
trama_network_figure_get_words (const TramaNetworkFigure *figure)
{
  return &figure->words;
}

TramaScene *
trama_network_figure_draw (const TramaNetworkFigure *figure, const TramaChartStyle *style,
                           const TramaFigurePlace *place, gboolean legend)
{
  return trama_network_figure_draw_with_source (figure, style, place, legend, NULL);
}

TramaScene *
trama_network_figure_draw_with_source (const TramaNetworkFigure *figure,
                                       const TramaChartStyle *style, const TramaFigurePlace *place,
                                       gboolean legend, const char *source)
{
  TramaNetworkChart chart;

  g_return_val_if_fail (figure != NULL && style != NULL && place != NULL, NULL);

  chart = figure->chart;
  chart.legend = legend;
  chart.frame = (TramaChartFrame) {
    .number = place->number,
    .source = source,
    .plot_top = place->plot_top,
    .title = place->without_heading ? NULL : figure->words.title,
    .subtitle = place->without_heading ? NULL : figure->words.subtitle,
    .finding = place->without_heading ? figure->words.title : NULL,
  };
  return trama_network_chart_new (&chart, style, place->width, place->height);
}
