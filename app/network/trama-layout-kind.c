/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-layout.h"

static const struct
{
  const char *id;
  const char *label;
} kinds[TRAMA_N_LAYOUTS] = {
  [TRAMA_LAYOUT_TIER_LANES] = { "tier-lanes", N_ ("By tier") },
  [TRAMA_LAYOUT_OVERVIEW] = { "overview", N_ ("Overview") },
  [TRAMA_LAYOUT_SUPPLY_TIERS] = { "supply-tiers", N_ ("By supply tier") },
  [TRAMA_LAYOUT_CAREFUL] = { "careful", N_ ("True to distances") },
  [TRAMA_LAYOUT_COMMUNITIES] = { "communities", N_ ("By community") },
  [TRAMA_LAYOUT_CIRCLE] = { "circle", N_ ("Circle") },
  [TRAMA_LAYOUT_BY_PLACE] = { "by-place", N_ ("By place") },
};

const char *
trama_layout_kind_id (TramaLayoutKind kind)
{
  g_return_val_if_fail (kind < TRAMA_N_LAYOUTS, NULL);

  return kinds[kind].id;
}

TramaLayoutKind
trama_layout_kind_from_id (const char *id)
{
  guint i = 0;

  while (i < TRAMA_N_LAYOUTS && g_strcmp0 (kinds[i].id, id) != 0)
    i++;
  return (TramaLayoutKind) i;
}

const char *
trama_layout_kind_label (TramaLayoutKind kind)
{
  g_return_val_if_fail (kind < TRAMA_N_LAYOUTS, NULL);

  return _ (kinds[kind].label);
}

TramaLayout *
trama_layout_new_of_kind (const TramaGraph *graph, TramaLayoutKind kind, double aspect,
                          GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (graph != NULL, NULL);

  switch (kind)
    {
    case TRAMA_LAYOUT_TIER_LANES:
      return trama_layout_tier_lanes_new (graph, cancellable);
    case TRAMA_LAYOUT_SUPPLY_TIERS:
      return trama_layout_supply_tiers_new (graph, cancellable);
    case TRAMA_LAYOUT_CAREFUL:
      return trama_layout_careful_new (graph, aspect, cancellable);
    case TRAMA_LAYOUT_COMMUNITIES:
      return trama_layout_communities_new (graph, aspect, cancellable, error);
    case TRAMA_LAYOUT_CIRCLE:
      return trama_layout_circle_new (graph, aspect, cancellable);
    case TRAMA_LAYOUT_BY_PLACE:
      return trama_layout_by_place_new (graph, aspect, cancellable);
    case TRAMA_LAYOUT_OVERVIEW:
    case TRAMA_N_LAYOUTS:
    default:
      return trama_layout_overview_new (graph, aspect, cancellable);
    }
}
