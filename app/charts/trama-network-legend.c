/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The legend of the network: only what occurs. */

#include "trama-network-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  gboolean kinds[TRAMA_N_TIE_KINDS];
  guint changes[4];
  gboolean mediated;
  gboolean gone;
  gboolean members[4];      /* by tier */
  gboolean others[4];
  gboolean institutions;
  gboolean outside;
  gboolean broker;
  gboolean alone;
} Found;

static Found
look (const TramaNetworkChart *data)
{
  Found found = { 0 };

  for (guint i = 0; i < data->n_ties; i++)
    {
      const TramaNetworkTie *tie = &data->ties[i];

      found.kinds[tie->kind] |= !tie->gone;
      found.changes[tie->change]++;
      found.mediated |= tie->mediated;
      found.gone |= tie->gone;
    }
  for (guint i = 0; i < data->n_nodes; i++)
    {
      const TramaNetworkNode *node = &data->nodes[i];

      found.institutions |= node->kind == TRAMA_NODE_INSTITUTION;
      found.outside |= node->kind == TRAMA_NODE_OUTSIDE;
      found.broker |= node->kind == TRAMA_NODE_BROKER;
      found.alone |= node->alone;
      if (node->kind == TRAMA_NODE_FIRM)
        (node->member ? found.members : found.others)[node->tier] = TRUE;
    }
  return found;
}

static void
add_kinds (TramaChartLegend *legend, const Found *found, gboolean dashed)
{
  const TramaPaint subcontracting = trama_network_kind_paint (TRAMA_TIE_SUBCONTRACTING, FALSE);
  const TramaPaint cooperation = trama_network_kind_paint (TRAMA_TIE_COOPERATION, FALSE);
  const TramaPaint information = trama_network_kind_paint (TRAMA_TIE_INFORMATION, FALSE);
  const TramaPaint finance = trama_network_kind_paint (TRAMA_TIE_FINANCE, FALSE);
  const TramaPaint service = trama_network_kind_paint (TRAMA_TIE_SERVICE, FALSE);
  const TramaPaint unstated = trama_network_kind_paint (TRAMA_TIE_OTHER, dashed);
  const TramaPaint gone
      = { .stroke = TRAMA_COLOUR_AXIS, .width = TRAMA_WIDTH_REFERENCE, .dash = TRAMA_DASH_GHOST };
  static const TramaTieKind arrows[]
      = { TRAMA_TIE_SUBCONTRACTING, TRAMA_TIE_SUPPLY, TRAMA_TIE_SALES };
  g_autoptr (GString) goods = g_string_new (NULL);
  gboolean other = found->kinds[TRAMA_TIE_OTHER];
  gboolean unrecorded = found->kinds[TRAMA_TIE_NOT_RECORDED];

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (found->kinds[arrows[i]])
      g_string_append_printf (goods, "%s%s", goods->len > 0 ? ", " : "",
                              trama_network_name_kind (arrows[i]));
  if (goods->len > 0)
    trama_chart_legend_add_line (legend, &subcontracting, TRAMA_LEGEND_ARROW, 0, goods->str);
  if (found->kinds[TRAMA_TIE_COOPERATION])
    trama_chart_legend_add_line (legend, &cooperation, TRAMA_LEGEND_ARC, 0, _ ("co-operation"));
  if (found->kinds[TRAMA_TIE_INFORMATION])
    trama_chart_legend_add_line (legend, &information, TRAMA_LEGEND_PLAIN, 0, _ ("information"));
  if (found->kinds[TRAMA_TIE_FINANCE])
    trama_chart_legend_add_line (legend, &finance, TRAMA_LEGEND_PLAIN, 0, _ ("finance"));
  if (found->kinds[TRAMA_TIE_SERVICE])
    trama_chart_legend_add_line (legend, &service, TRAMA_LEGEND_ARROW, 0, _ ("service"));
  if (other || unrecorded)
    trama_chart_legend_add_line (legend, &unstated, TRAMA_LEGEND_PLAIN, 0,
                                 other && unrecorded ? _ ("other, or kind not recorded")
                                 : other             ? C_ ("kind of tie", "other")
                                                     : _ ("kind not recorded"));
  if (found->mediated)
    trama_chart_legend_add_line (legend, &subcontracting, TRAMA_LEGEND_NOTCH, 0,
                                 _ ("through the manager"));
  if (found->gone)
    trama_chart_legend_add_line (legend, &gone, TRAMA_LEGEND_PLAIN, 0, _ ("gone with the manager"));
}

static void
add_changes (TramaChartLegend *legend, const Found *found)
{
  static const TramaColourRole texts[]
      = { 0, TRAMA_COLOUR_SECOND, TRAMA_COLOUR_TEXT_1, TRAMA_COLOUR_TEXT_2 };
  static const TramaTieChange order[] = { TRAMA_CHANGE_NEW, TRAMA_CHANGE_KEPT, TRAMA_CHANGE_LOST };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint n = found->changes[order[i]];
      TramaNetworkTie tie = { .kind = TRAMA_TIE_SUBCONTRACTING, .change = order[i], .strength = 2 };
      const TramaPaint paint = trama_network_tie_paint (&tie, FALSE, 1);
      g_autofree char *label = NULL;

      if (n == 0)
        continue;
      if (order[i] == TRAMA_CHANGE_NEW)
        /* Translators: ties that are new since an earlier date */
        label = g_strdup_printf (C_ ("ties", "new, %u"), n);
      else if (order[i] == TRAMA_CHANGE_KEPT)
        label = g_strdup_printf (C_ ("ties", "kept, %u"), n);
      else
        label = g_strdup_printf (C_ ("ties", "lost, %u"), n);
      trama_chart_legend_add_line (legend, &paint, TRAMA_LEGEND_PLAIN, texts[order[i]], label);
    }
}

static void
add_firms (TramaChartLegend *legend, const Found *found)
{
  static const TramaChartTier tiers[] = { TRAMA_CHART_TIER_LEADING, TRAMA_CHART_TIER_MIDDLE,
                                          TRAMA_CHART_TIER_WORKSHOP, TRAMA_CHART_TIER_UNKNOWN };
  const char *const names[] = { _ ("tier not known"), _ ("workshop"), _ ("middle"), _ ("leading") };
  gboolean members = FALSE, others = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
    {
      TramaChartTier tier = tiers[i];
      const TramaPaint paint = trama_network_firm_paint (tier, found->members[tier]);

      if (found->members[tier] || found->others[tier])
        trama_chart_legend_add_mark (legend, TRAMA_MARK_DISC, 4, &paint, names[tier]);
      members |= found->members[tier] && tier != TRAMA_CHART_TIER_UNKNOWN;
      others |= found->others[tier] && tier != TRAMA_CHART_TIER_UNKNOWN;
    }
  if (members && others)
    {
      const TramaPaint paint = trama_network_firm_paint (TRAMA_CHART_TIER_MIDDLE, FALSE);

      trama_chart_legend_add_mark (legend, TRAMA_MARK_DISC, 4, &paint, _ ("not a member"));
    }
}

static void
add_categories (TramaChartLegend *legend, const TramaNetworkChart *data)
{
  guint counts[TRAMA_NETWORK_MAX_CATEGORIES + 1] = { 0 };

  for (guint i = 0; i < data->n_nodes; i++)
    if (data->nodes[i].kind == TRAMA_NODE_FIRM)
      counts[data->nodes[i].category]++;
  for (guint i = 1; i <= data->n_categories + 1; i++)
    {
      /* Those without come last. */
      guint category = i <= data->n_categories ? i : 0;
      const TramaNetworkForm form = trama_network_category_form (category);
      g_autofree char *label = NULL;

      if (counts[category] == 0)
        continue;
      label = category > 0
                  /* Translators: a category of firms, then how many firms are of it */
                  ? g_strdup_printf (C_ ("category", "%s, %u"), data->categories[category - 1],
                                     counts[category])
                  : g_strdup_printf (_ ("no category, %u"), counts[0]);
      trama_chart_legend_add_mark (legend, form.mark, 4 * form.size, &form.paint, label);
    }
  if (trama_network_tells_members (data))
    {
      const TramaPaint disc = { .fill = TRAMA_COLOUR_AXIS };

      trama_chart_legend_add_ringed (legend, &disc, &trama_network_member_paint, _ ("member"));
    }
}

/* The largest 1, 2 or 5 times a power of ten that is not above @value. */
static double
nice_below (double value)
{
  double power = pow (10, floor (log10 (MAX (value, 1e-9))));

  return value >= 5 * power ? 5 * power : value >= 2 * power ? 2 * power : power;
}

static void
add_sizes (TramaChartLegend *legend, const TramaNetworkChart *data, double largest, double maximum,
           const TramaChartStyle *style)
{
  const TramaPaint paint
      = { .fill = TRAMA_COLOUR_GROUND,
          .stroke = data->n_categories > 0 ? TRAMA_COLOUR_SECOND : TRAMA_COLOUR_TIER_EDGE,
          .width = TRAMA_WIDTH_OUTLINE };
  const TramaPaint paints[3] = { paint, paint, paint };
  double values[3], sizes[3];
  g_autoptr (GString) label = g_string_new (NULL);
  guint n = 0;

  if (maximum <= 0)
    return;
  values[0] = nice_below (maximum / 9);
  values[1] = nice_below (maximum / 3);
  values[2] = nice_below (maximum);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *number = NULL;

      if (values[i] < 1 || (n > 0 && values[i] == values[i - 1]))
        continue;
      number = trama_chart_style_format (style, values[i], 0, FALSE);
      g_string_append_printf (label, "%s%s", n > 0 ? ", " : "", number);
      sizes[n++] = MAX (largest * sqrt (values[i] / maximum), 1.8);
    }
  if (n == 0)
    return;
  g_string_append_printf (label, " %s", data->value_unit);
  trama_chart_legend_add_discs (legend, sizes, paints, n, label->str);
}

TramaChartLegend *
trama_network_make_legend (const TramaNetworkChart *data, double largest, double maximum,
                           const TramaChartStyle *style)
{
  TramaChartLegend *legend = trama_chart_legend_new ();
  Found found = look (data);

  add_changes (legend, &found);
  add_kinds (legend, &found, trama_network_has_information (data));
  if (data->n_categories > 0)
    add_categories (legend, data);
  else
    add_firms (legend, &found);
  if (found.institutions)
    trama_chart_legend_add_mark (legend, TRAMA_MARK_SQUARE, 4, &trama_network_institution_paint,
                                 _ ("institution"));
  if (found.outside)
    trama_chart_legend_add_mark (legend, TRAMA_MARK_DIAMOND, 4.4, &trama_network_outside_paint,
                                 _ ("outside firm"));
  if (found.broker)
    {
      TramaPaint ring = trama_network_broker_paint;

      ring.width = 2;
      trama_chart_legend_add_mark (legend, TRAMA_MARK_DISC, 4.2, &ring, _ ("manager"));
    }
  if (found.alone)
    {
      const TramaPaint disc = data->n_categories > 0
                                  ? (TramaPaint) { .fill = TRAMA_COLOUR_AXIS }
                                  : trama_network_firm_paint (TRAMA_CHART_TIER_MIDDLE, TRUE);

      trama_chart_legend_add_ringed (legend, &disc, &trama_network_alone_paint, _ ("alone now"));
    }
  if (data->value_unit != NULL)
    add_sizes (legend, data, largest, maximum, style);
  return legend;
}
