/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The names of the network: institutions and the broker first, for their names stand in a column of
 * their own; then who is selected or alone; then by importance as long as there is room. No name
 * touches another name or a mark; lines may run behind one, at a cost.
 */
#include "trama-label-placer.h"
#include "trama-network-private.h"

#include <math.h>

#define NAME_WIDTH 66.0
/* Between names side by side: wider than the space within one. */
#define NAME_GAP 4.4
#define PIECES 8
#define MOST_TRIED 320
/* A name may stand on a few lines, for it clears them with its halo, but rather not on many: names
 * that all stand below their marks are found faster than names that each found the emptiest place. */
#define LINE_COST 0.1
#define MAX_COST 0.9

static void
add_obstacles (const TramaNetworkDrawing *d, TramaLabelPlacer *placer)
{
  for (guint i = 0; i < d->data->n_nodes; i++)
    {
      double more = d->data->nodes[i].alone ? 3.6 : 0.6, across, up;

      trama_network_reach (d, i, &across, &up);
      across += more;
      up += more;
      trama_label_placer_add_box (
          placer, (TramaBox) { d->spots[i].x - across, d->spots[i].y - up, 2 * across, 2 * up },
          INFINITY);
    }
  for (guint i = 0; i < d->data->n_ties; i++)
    {
      const TramaNetworkCurve *curve = &d->curves[i];
      gboolean faint = d->data->ties[i].change == TRAMA_CHANGE_KEPT || d->data->ties[i].gone;
      double cost = LINE_COST * (faint ? 0.6 : 1);
      double x0 = curve->x[0], y0 = curve->y[0];

      if (d->data->ties[i].from == d->data->ties[i].to)
        continue;
      for (guint p = 1; p <= PIECES; p++)
        {
          double t = p / (double) PIECES, u = 1 - t;
          double x = u * u * u * curve->x[0] + 3 * u * u * t * curve->x[1]
                     + 3 * u * t * t * curve->x[2] + t * t * t * curve->x[3];
          double y = u * u * u * curve->y[0] + 3 * u * u * t * curve->y[1]
                     + 3 * u * t * t * curve->y[2] + t * t * t * curve->y[3];

          trama_label_placer_add_line (placer, x0, y0, x, y, cost);
          x0 = x, y0 = y;
        }
    }
}

/* The tint a name stands on. */
static TramaColourRole
ground_at (const TramaNetworkDrawing *d, const TramaNetworkSpot *spot)
{
  static const TramaColourRole tints[] = { TRAMA_COLOUR_GROUND, TRAMA_COLOUR_LANE_WORKSHOP,
                                           TRAMA_COLOUR_LANE_MIDDLE, TRAMA_COLOUR_LANE_LEADING };

  if (spot->lane < 0 || d->data->lanes[spot->lane].plain)
    return TRAMA_COLOUR_GROUND;
  return tints[d->data->lanes[spot->lane].tier];
}

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Name and what it is, at the right of the mark, kept within the column. */
static void
label_in_column (TramaNetworkDrawing *d, guint i, TramaLabelPlacer *placer)
{
  const TramaNetworkNode *node = &d->data->nodes[i];
  const TramaNetworkSpot *spot = &d->spots[i];
  double x = spot->x + spot->r + 4;
  double width = MAX (d->plot.x + d->plot.width - x - 2, 20);
  double leading = trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_NODE);
  gboolean broker = node->kind == TRAMA_NODE_BROKER;
  TramaTextSpec name = { .text = node->label,
                         .role = TRAMA_TEXT_NODE,
                         .bold = broker,
                         .colour = node->off ? TRAMA_COLOUR_SECOND : TRAMA_COLOUR_INK,
                         .vertical = TRAMA_TOP,
                         .width = width,
                         .max_lines = 2,
                         .halo = TRAMA_COLOUR_LANE_INSTITUTION };
  TramaTextSpec what = { .text = node->sub_label,
                         .role = TRAMA_TEXT_NODE,
                         .colour = TRAMA_COLOUR_SECOND,
                         .vertical = TRAMA_TOP,
                         .width = width,
                         .max_lines = 1,
                         .halo = TRAMA_COLOUR_LANE_INSTITUTION };
  double name_height, height, y;
  guint chosen;
  TramaBox box;

  if (!is_set (name.text))
    return;
  trama_scene_builder_get_text_size (d->builder, &name, NULL, &name_height);
  height = name_height + (is_set (what.text) ? leading : 0);
  y = spot->y - height / 2;
  box = trama_scene_builder_measure_text (d->builder, &name, x, y);
  box.height = MAX (height + 1, box.height);
  if (!trama_label_placer_place (placer, &box, 1, G_MAXDOUBLE, &chosen))
    {
      /* Crowded: without what it is, then on one line, then not at all. */
      what.text = NULL;
      y = spot->y - name_height / 2;
      box = trama_scene_builder_measure_text (d->builder, &name, x, y);
      if (!trama_label_placer_place (placer, &box, 1, G_MAXDOUBLE, &chosen))
        {
          name.max_lines = 1;
          trama_scene_builder_get_text_size (d->builder, &name, NULL, &name_height);
          y = spot->y - name_height / 2;
          box = trama_scene_builder_measure_text (d->builder, &name, x, y);
          if (!trama_label_placer_place (placer, &box, 1, G_MAXDOUBLE, &chosen))
            return;
        }
    }
  trama_scene_builder_set_item (d->builder, spot->item);
  trama_scene_builder_add_text (d->builder, &name, x, y);
  if (is_set (what.text))
    trama_scene_builder_add_text (d->builder, &what, x, y + name_height + leading * 0.36);
}

#define RINGS 2
#define HUB_RINGS 4
#define N_PLACES (8 * HUB_RINGS)
/* In a free layout so many are named whatever lines run there: the hubs, who have most of them. */
#define HUBS 30

typedef struct
{
  double x;
  double y;
  TramaAlign align;
  TramaVertical vertical;
} Place;

/* Round the mark, then a step further out. Firms of a lane are named below, diamonds beside. */
static void
find_places (const TramaNetworkDrawing *d, guint i, double text_height, guint rings, Place *places)
{
  const TramaNetworkNode *node = &d->data->nodes[i];
  const TramaNetworkSpot *spot = &d->spots[i];
  double more = 3 + (node->alone || node->selected ? 4 : 0), across, up;

  trama_network_reach (d, i, &across, &up);
  /* A little into the corners' room beside a triangle, whose sides lean away from it. */
  across = (across + d->spots[i].r) / 2;
  for (guint ring = 0; ring < rings; ring++)
    {
      double step = more + ring * (rings > RINGS ? 3 : 5), side = across + step, off = up + step;
      double slant = MIN (side, off) * 0.78;
      const Place round[8] = {
        { spot->x, spot->y + off, TRAMA_ALIGN_MIDDLE, TRAMA_TOP },
        { spot->x, spot->y - off, TRAMA_ALIGN_MIDDLE, TRAMA_BOTTOM },
        { spot->x + side, spot->y, TRAMA_ALIGN_START, TRAMA_CENTRE },
        { spot->x - side, spot->y, TRAMA_ALIGN_END, TRAMA_CENTRE },
        { spot->x + slant, spot->y + slant + text_height / 2, TRAMA_ALIGN_START, TRAMA_CENTRE },
        { spot->x - slant, spot->y + slant + text_height / 2, TRAMA_ALIGN_END, TRAMA_CENTRE },
        { spot->x + slant, spot->y - slant - text_height / 2, TRAMA_ALIGN_START, TRAMA_CENTRE },
        { spot->x - slant, spot->y - slant - text_height / 2, TRAMA_ALIGN_END, TRAMA_CENTRE },
      };
      static const guint firm_order[8] = { 0, 1, 2, 3, 4, 5, 6, 7 };
      static const guint outside_order[8] = { 2, 3, 4, 6, 0, 1, 5, 7 };

      for (guint p = 0; p < 8; p++)
        places[ring * 8 + p]
            = round[node->kind == TRAMA_NODE_OUTSIDE ? outside_order[p] : firm_order[p]];
    }
}

/* A hub's name keeps close to it, whatever lines it covers; others look for the emptiest place. */
static gboolean
choose_place (TramaLabelPlacer *placer, const TramaBox *boxes, guint rings, gboolean hub,
              gboolean must, guint *chosen)
{
  if (!hub)
    return trama_label_placer_place (placer, boxes, 8 * rings, must ? G_MAXDOUBLE : MAX_COST,
                                     chosen);
  for (guint ring = 0; ring < rings; ring++)
    if (trama_label_placer_place (placer, boxes + 8 * ring, 8, G_MAXDOUBLE, chosen))
      {
        *chosen += 8 * ring;
        return TRUE;
      }
  return FALSE;
}

static gboolean
label_node (TramaNetworkDrawing *d, guint i, gboolean hub, gboolean close, TramaLabelPlacer *placer)
{
  const TramaNetworkNode *node = &d->data->nodes[i];
  const TramaNetworkSpot *spot = &d->spots[i];
  gboolean must = node->alone || node->selected || node->kind == TRAMA_NODE_BROKER;
  double gap = close ? NAME_GAP / 3 : NAME_GAP;
  TramaTextSpec spec = { .text = node->label,
                         .role = TRAMA_TEXT_NODE,
                         .bold = must,
                         .width = NAME_WIDTH,
                         .max_lines = 2,
                         .colour = node->off ? TRAMA_COLOUR_SECOND : TRAMA_COLOUR_INK,
                         .halo = ground_at (d, spot) };
  Place places[N_PLACES];
  TramaBox boxes[N_PLACES];
  double height;
  guint rings = hub ? HUB_RINGS : RINGS;
  guint chosen;

  if (!is_set (spec.text))
    return FALSE;
  trama_scene_builder_get_text_size (d->builder, &spec, NULL, &height);
  find_places (d, i, height, rings, places);
  for (guint p = 0; p < 8 * rings; p++)
    {
      spec.align = places[p].align;
      spec.vertical = places[p].vertical;
      boxes[p] = trama_scene_builder_measure_text (d->builder, &spec, places[p].x, places[p].y);
      /* Names side by side need a space between them. */
      boxes[p].x -= gap / 2;
      boxes[p].width += gap;
      boxes[p].y -= 0.6;
      boxes[p].height += 1.2;
    }
  if (!choose_place (placer, boxes, rings, hub, must || close, &chosen))
    return FALSE;
  spec.align = places[chosen].align;
  spec.vertical = places[chosen].vertical;
  trama_scene_builder_set_item (d->builder, spot->item);
  trama_scene_builder_add_text (d->builder, &spec, places[chosen].x, places[chosen].y);
  return TRUE;
}

static int
compare_importance (gconstpointer a, gconstpointer b, gpointer data)
{
  const TramaNetworkDrawing *d = data;
  const TramaNetworkNode *p = &d->data->nodes[*(const guint *) a];
  const TramaNetworkNode *q = &d->data->nodes[*(const guint *) b];
  gboolean p_first = p->selected || p->alone, q_first = q->selected || q->alone;

  if (p_first != q_first)
    return p_first ? -1 : 1;
  if (p->importance != q->importance)
    return p->importance > q->importance ? -1 : 1;
  /* Equal ones in the data's order: the same picture on every run. */
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

void
trama_network_label (TramaNetworkDrawing *d)
{
  g_autoptr (TramaLabelPlacer) placer = trama_label_placer_new (
      (TramaBox) { d->plot.x, d->plot.y - 2, d->plot.width, d->plot.height + 4 });
  g_autofree guint *order = g_new (guint, MAX (d->data->n_nodes, 1));
  g_autofree guint *left = g_new (guint, MAX (d->data->n_nodes, 1));
  guint n = 0, named = 0, n_left = 0;
  guint most = d->data->max_labels > 0 ? d->data->max_labels : G_MAXUINT;

  add_obstacles (d, placer);
  /* The lanes' own names lie left of the layout. */
  if (d->data->n_lanes > 0)
    trama_label_placer_add_box (
        placer, (TramaBox) { d->plot.x, d->plot.y, d->left - d->plot.x - 12, d->plot.height },
        INFINITY);
  if (d->column_name.width > 0)
    trama_label_placer_add_box (placer, d->column_name, INFINITY);
  /* The broker's name is looked for first. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < d->data->n_nodes; i++)
      {
        gboolean broker = d->data->nodes[i].kind == TRAMA_NODE_BROKER;

        if (trama_network_in_column (d->data, i) && broker == (pass == 0))
          label_in_column (d, i, placer);
      }
  for (guint i = 0; i < d->data->n_nodes; i++)
    if (!trama_network_in_column (d->data, i))
      order[n++] = i;
  g_sort_array (order, n, sizeof (guint), compare_importance, d);
  for (guint i = 0; i < MIN (n, MOST_TRIED) && named < most; i++)
    {
      gboolean done = label_node (d, order[i], d->data->n_lanes == 0 && i < HUBS, FALSE, placer);

      named += done;
      if (!done)
        left[n_left++] = order[i];
    }
  /* In lanes everybody is named if that can be had: closer to others, and over lines. */
  for (guint i = 0; d->data->n_lanes > 0 && i < n_left && named < most; i++)
    named += label_node (d, left[i], FALSE, TRUE, placer);
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}
