/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "trama-layout-private.h"
#include "trama-spread.h"

/*
 * As on a map, north above, degrees of longitude shortened as they are at the middle latitude. Those
 * of one place are put a little apart, so that each can be seen.
 */
#define COARSE 0.1     /* degrees, for whom no exact place is shown */
#define STRIP 0.16     /* of the height: for those whose place is not known */
#define MARGIN 0.05
#define APART 0.03
#define PER_ROW 24

typedef struct
{
  double latitude;
  double longitude;
  const char *place;
  gboolean known;
} Where;

static double
rounded (double degrees)
{
  return floor (degrees / COARSE + 0.5) * COARSE;
}

static const char *
place_of (const TramaGraphNode *node)
{
  const char *place = NULL;

  if (node->kind == TRAMA_GRAPH_FIRM)
    place = ((const TramaFirm *) node->record)->place;
  else if (node->kind == TRAMA_GRAPH_INSTITUTION)
    place = ((const TramaInstitution *) node->record)->place;
  return place != NULL && *place != '\0' ? place : NULL;
}

static void
read_own (Where *where, const TramaGraphNode *node)
{
  const TramaFirm *firm = (const TramaFirm *) node->record;
  TramaTier tier;

  where->place = place_of (node);
  if (node->kind != TRAMA_GRAPH_FIRM || isnan (firm->latitude) || isnan (firm->longitude))
    return;
  tier = node->tier != TramaTier_UNKNOWN_ ? node->tier : node->last_tier;
  where->known = TRUE;
  where->latitude = firm->latitude;
  where->longitude = firm->longitude;
  if (tier != TRAMA_TIER_MIDDLE && tier != TRAMA_TIER_LEADING)
    {
      where->latitude = rounded (where->latitude);
      where->longitude = rounded (where->longitude);
    }
}

typedef struct
{
  double latitude;
  double longitude;
  guint n;
} Sum;

/* The middle of those of the same place whose coordinates are known. */
static void
share_places (Where *all, guint n)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < n; i++)
    if (all[i].known && all[i].place != NULL)
      {
        Sum *sum = g_hash_table_lookup (sums, all[i].place);

        if (sum == NULL)
          {
            sum = g_new0 (Sum, 1);
            g_hash_table_insert (sums, (gpointer) all[i].place, sum);
          }
        sum->latitude += all[i].latitude;
        sum->longitude += all[i].longitude;
        sum->n++;
      }
  for (guint i = 0; i < n; i++)
    {
      const Sum *sum
          = !all[i].known && all[i].place != NULL ? g_hash_table_lookup (sums, all[i].place) : NULL;

      if (sum == NULL)
        continue;
      all[i].known = TRUE;
      all[i].latitude = rounded (sum->latitude / sum->n);
      all[i].longitude = rounded (sum->longitude / sum->n);
    }
}

typedef struct
{
  double low_x, high_x, low_y, high_y;
} Bounds;

static Bounds
find_bounds (const TramaPoint *points, guint n)
{
  Bounds bounds = { G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < n; i++)
    {
      bounds.low_x = MIN (bounds.low_x, points[i].x);
      bounds.high_x = MAX (bounds.high_x, points[i].x);
      bounds.low_y = MIN (bounds.low_y, points[i].y);
      bounds.high_y = MAX (bounds.high_y, points[i].y);
    }
  return bounds;
}

/* Into the box above the strip, in its own proportions. @points come out in heights of the box. */
static void
fit (TramaPoint *points, guint n, double aspect, double height)
{
  Bounds bounds = find_bounds (points, n);
  double width = bounds.high_x - bounds.low_x;
  double depth = bounds.high_y - bounds.low_y;
  double scale = MIN (width > 0 ? aspect * (1 - 2 * MARGIN) / width : G_MAXDOUBLE,
                      depth > 0 ? height * (1 - 2 * MARGIN) / depth : G_MAXDOUBLE);

  if (width <= 0 && depth <= 0)
    scale = 0;
  for (guint i = 0; i < n; i++)
    {
      points[i].x = aspect / 2 + (points[i].x - (bounds.low_x + bounds.high_x) / 2) * scale;
      points[i].y = height / 2 + (points[i].y - (bounds.low_y + bounds.high_y) / 2) * scale;
    }
}

static double
shortening (const Where *all, guint n)
{
  double sum = 0;
  guint known = 0;
  double cosine, sine;

  for (guint i = 0; i < n; i++)
    if (all[i].known)
      {
        sum += all[i].latitude;
        known++;
      }
  if (known == 0)
    return 1;
  trama_layout_direction (sum / known / 360, &cosine, &sine);
  return MAX (cosine, 0.05);
}

TramaLayout *
trama_layout_by_place_new (const TramaGraph *graph, double aspect, GCancellable *cancellable)
{
  const TramaGraphNode *nodes;
  g_autofree Where *all = NULL;
  g_autofree TramaPoint *points = NULL;
  g_autofree guint *listed = NULL;
  TramaLayoutPlace *places;
  guint n, n_known = 0, n_unknown = 0, rows;
  double east, height;

  g_return_val_if_fail (graph != NULL && aspect > 0, NULL);

  nodes = trama_graph_nodes (graph);
  n = trama_graph_n_nodes (graph);
  all = g_new0 (Where, MAX (n, 1));
  points = g_new (TramaPoint, MAX (n, 1));
  listed = g_new (guint, MAX (n, 1));
  places = g_new0 (TramaLayoutPlace, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    read_own (&all[i], &nodes[i]);
  share_places (all, n);
  east = shortening (all, n);
  for (guint i = 0; i < n; i++)
    if (all[i].known)
      {
        listed[n_known] = i;
        points[n_known++] = (TramaPoint) { all[i].longitude * east, -all[i].latitude };
      }
  height = n_known == n ? 1 : n_known == 0 ? 0 : 1 - STRIP;
  if (n_known > 0)
    {
      fit (points, n_known, aspect, height);
      trama_spread (points, n_known, APART, cancellable);
      fit (points, n_known, aspect, height);
    }
  for (guint i = 0; i < n_known; i++)
    places[i] = (TramaLayoutPlace) { nodes[listed[i]].id, TRAMA_N_LANES, points[i].x / aspect,
                                     points[i].y };
  rows = (n - n_known + PER_ROW - 1) / PER_ROW;
  for (guint i = 0; i < n; i++)
    if (!all[i].known)
      {
        guint in_row = MIN (n - n_known - n_unknown / PER_ROW * PER_ROW, PER_ROW);

        places[n_known + n_unknown] = (TramaLayoutPlace) {
          nodes[i].id,
          TRAMA_N_LANES,
          MARGIN + (1 - 2 * MARGIN) * ((n_unknown % PER_ROW) + 0.5) / in_row,
          height + (1 - height) * ((n_unknown / PER_ROW) + 0.5) / rows,
        };
        n_unknown++;
      }
  return trama_layout_new (TRAMA_LAYOUT_BY_PLACE, places, n, NULL, 0);
}
