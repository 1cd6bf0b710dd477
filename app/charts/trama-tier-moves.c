/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-tier-moves.h"

#include "trama-chart-axis.h"
#include "trama-label-placer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define OUTSIDE 4
#define N_PLACES 5
#define POST 5.0
#define GAP 7.0

/* From the top: leading, middle, workshop, not known, outside. */
static const guint order[N_PLACES]
    = { TRAMA_CHART_TIER_LEADING, TRAMA_CHART_TIER_MIDDLE, TRAMA_CHART_TIER_WORKSHOP,
        TRAMA_CHART_TIER_UNKNOWN, OUTSIDE };

typedef struct
{
  const TramaPyramidChart *data;
  TramaSceneBuilder *builder;
  TramaBox plot;
  double unit;
  double x[2];                  /* left edges of the posts */
  double tops[2][N_PLACES];
  guint sizes[2][N_PLACES];
} Moves;

static void
count (Moves *m)
{
  for (guint from = 0; from < N_PLACES; from++)
    for (guint to = 0; to < N_PLACES; to++)
      {
        if (from == OUTSIDE && to == OUTSIDE)
          continue;
        m->sizes[0][from] += m->data->moves[from][to];
        m->sizes[1][to] += m->data->moves[from][to];
      }
}

static void
stack (Moves *m)
{
  double most = 1, gaps = (N_PLACES - 1) * GAP;

  for (guint side = 0; side < 2; side++)
    {
      double sum = 0;

      for (guint i = 0; i < N_PLACES; i++)
        sum += m->sizes[side][i];
      most = MAX (most, sum);
    }
  m->unit = MAX (m->plot.height - gaps, 10) / most;
  for (guint side = 0; side < 2; side++)
    {
      double y = m->plot.y;

      for (guint i = 0; i < N_PLACES; i++)
        {
          guint place = order[i];

          m->tops[side][place] = y;
          if (m->sizes[side][place] > 0)
            y += m->sizes[side][place] * m->unit + GAP;
        }
    }
}

static char *
name_post (guint side, guint place, guint size)
{
  if (place != OUTSIDE)
    return g_strdup_printf ("%s %u", trama_tier_moves_name (place), size);
  if (side == 0)
    /* Translators: firms that joined between two dates */
    return g_strdup_printf (ngettext ("joined %u", "joined %u", size), size);
  /* Translators: firms that left between two dates */
  return g_strdup_printf (ngettext ("left %u", "left %u", size), size);
}

static TramaPaint
post_paint (guint side, guint place)
{
  if (place != OUTSIDE)
    return trama_tier_moves_paint (place);
  return (TramaPaint) { .fill = TRAMA_COLOUR_GROUND,
                        .stroke = side == 0 ? TRAMA_COLOUR_CATEGORY_1 : TRAMA_COLOUR_CATEGORY_2,
                        .width = TRAMA_WIDTH_REFERENCE,
                        .dash = side == 0 ? TRAMA_DASH_NONE : TRAMA_DASH_FINE };
}

static void
draw_posts (Moves *m, guint side)
{
  double centres[N_PLACES], heights[N_PLACES];
  guint places[N_PLACES], n = 0;
  double line = trama_scene_builder_get_leading (m->builder, TRAMA_TEXT_LABEL);

  for (guint i = 0; i < N_PLACES; i++)
    {
      guint place = order[i];
      double height = m->sizes[side][place] * m->unit;
      TramaPaint paint = post_paint (side, place);

      if (m->sizes[side][place] == 0)
        continue;
      trama_scene_builder_add_rectangle (m->builder, m->x[side], m->tops[side][place], POST, height,
                                         0, &paint);
      centres[n] = m->tops[side][place] + height / 2;
      heights[n] = line;
      places[n++] = place;
    }
  trama_label_spread (centres, heights, n, 0.5, m->plot.y, m->plot.y + m->plot.height + line);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = name_post (side, places[i], m->sizes[side][places[i]]);

      trama_chart_put (m->builder, text, TRAMA_TEXT_LABEL, TRAMA_COLOUR_INK,
                       side == 0 ? TRAMA_ALIGN_END : TRAMA_ALIGN_START, TRAMA_CENTRE,
                       side == 0 ? m->x[0] - 5 : m->x[1] + POST + 5, centres[i]);
    }
}

typedef enum
{
  STAYED,
  UP,
  DOWN,
  JOINED,
  LEFT,
  TO_OR_FROM_UNKNOWN
} Way;

static Way
way_of (guint from, guint to)
{
  if (from == OUTSIDE)
    return JOINED;
  if (to == OUTSIDE)
    return LEFT;
  if (from == to)
    return STAYED;
  if (from == TRAMA_CHART_TIER_UNKNOWN || to == TRAMA_CHART_TIER_UNKNOWN)
    return TO_OR_FROM_UNKNOWN;
  return to > from ? UP : DOWN;
}

static TramaPaint
band_paint (Way way)
{
  switch (way)
    {
    case UP:
      return (TramaPaint) { .fill = TRAMA_COLOUR_CATEGORY_1 };
    case DOWN:
      return (TramaPaint) { .fill = TRAMA_COLOUR_CATEGORY_2 };
    case JOINED:
      return (TramaPaint) { .fill = TRAMA_COLOUR_GROUND,
                            .stroke = TRAMA_COLOUR_CATEGORY_1,
                            .width = TRAMA_WIDTH_OUTLINE };
    case LEFT:
      return (TramaPaint) { .fill = TRAMA_COLOUR_GROUND,
                            .stroke = TRAMA_COLOUR_CATEGORY_2,
                            .width = TRAMA_WIDTH_REFERENCE,
                            .dash = TRAMA_DASH_LONG };
    case STAYED:
    case TO_OR_FROM_UNKNOWN:
    default:
      return (TramaPaint) { .fill = TRAMA_COLOUR_GRID };
    }
}

static char *
describe (guint from, guint to, guint n)
{
  switch (way_of (from, to))
    {
    case UP:
      return g_strdup_printf (ngettext ("%u up", "%u up", n), n);
    case DOWN:
      return g_strdup_printf (ngettext ("%u down", "%u down", n), n);
    case JOINED:
      return g_strdup_printf (ngettext ("%u joined", "%u joined", n), n);
    case LEFT:
      return g_strdup_printf (ngettext ("%u left", "%u left", n), n);
    case STAYED:
    case TO_OR_FROM_UNKNOWN:
    default:
      return g_strdup_printf (ngettext ("%u firm", "%u firms", n), n);
    }
}

static void
draw_band (Moves *m, guint from, guint to, double y0, double y1)
{
  guint n = m->data->moves[from][to];
  Way way = way_of (from, to);
  TramaPaint paint = band_paint (way);
  double h = n * m->unit;
  double x0 = m->x[0] + POST, x1 = m->x[1], bend = (x1 - x0) * 0.45;
  g_autofree char *text = describe (from, to, n);
  g_autofree char *name
      = from == OUTSIDE || to == OUTSIDE
            ? g_strdup (trama_tier_moves_name (from == OUTSIDE ? to : from))
            : g_strdup_printf ("%s → %s", trama_tier_moves_name (from), trama_tier_moves_name (to));

  trama_scene_builder_add_item (m->builder, "move", TRAMA_ID_NONE, name, text, TRAMA_SCENE_NO_DATE);
  trama_scene_builder_move_to (m->builder, x0, y0);
  trama_scene_builder_curve_to (m->builder, x0 + bend, y0, x1 - bend, y1, x1, y1);
  trama_scene_builder_line_to (m->builder, x1, y1 + h);
  trama_scene_builder_curve_to (m->builder, x1 - bend, y1 + h, x0 + bend, y0 + h, x0, y0 + h);
  trama_scene_builder_close (m->builder);
  trama_scene_builder_paint (m->builder, &paint);
  trama_scene_builder_set_item (m->builder, TRAMA_SCENE_NO_ITEM);
}

/* The middle of a band at @t of its way; its edges are the same curve. */
static double
band_y (double y0, double y1, double t)
{
  double u = 1 - t;

  return u * u * u * y0 + 3 * u * u * t * y0 + 3 * u * t * t * y1 + t * t * t * y1;
}

/* Where the middle is taken, further along; where there is no room, the table still says it. */
static void
label_band (Moves *m, TramaLabelPlacer *placer, guint from, guint to, double y0, double y1)
{
  static const double along[] = { 0.5, 0.38, 0.62, 0.28, 0.72 };
  guint n = m->data->moves[from][to], chosen;
  Way way = way_of (from, to);
  double h = n * m->unit, x0 = m->x[0] + POST, x1 = m->x[1];
  double line = trama_scene_builder_get_leading (m->builder, TRAMA_TEXT_LABEL);
  gboolean inside = h >= line + 1;
  TramaPaint paint = band_paint (way);
  g_autofree char *text = describe (from, to, n);
  const TramaTextSpec spec = { .text = text,
                               .bold = TRUE,
                               .align = TRAMA_ALIGN_MIDDLE,
                               .vertical = TRAMA_CENTRE,
                               .halo = inside ? TRAMA_COLOUR_NONE : TRAMA_COLOUR_GROUND,
                               .colour = inside      ? TRAMA_COLOUR_ON (paint.fill)
                                         : way == UP ? TRAMA_COLOUR_TEXT_1
                                                     : TRAMA_COLOUR_TEXT_2 };
  TramaBox boxes[G_N_ELEMENTS (along)];
  double xs[G_N_ELEMENTS (along)], ys[G_N_ELEMENTS (along)];

  if (way != UP && way != DOWN)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (along); i++)
    {
      xs[i] = x0 + (x1 - x0) * along[i];
      ys[i] = band_y (y0, y1, along[i]) + (inside ? h / 2 : -line * 0.55);
      boxes[i] = trama_scene_builder_measure_text (m->builder, &spec, xs[i], ys[i]);
    }
  if (trama_label_placer_place (placer, boxes, G_N_ELEMENTS (along), 1, &chosen))
    trama_scene_builder_add_text (m->builder, &spec, xs[chosen], ys[chosen]);
}

static void
draw_bands (Moves *m)
{
  g_autoptr (TramaLabelPlacer) placer = trama_label_placer_new (
      (TramaBox) { m->x[0], m->plot.y - 12, m->x[1] - m->x[0], m->plot.height + 12 });

  /* Grey first, then what moved; within each in the order of the posts. */
  for (guint pass = 0; pass < 3; pass++)
    {
      double used[2][N_PLACES] = { { 0 } };

      for (guint i = 0; i < N_PLACES; i++)
        for (guint j = 0; j < N_PLACES; j++)
          {
            guint from = order[i], to = order[j], n = m->data->moves[from][to];
            double y0 = m->tops[0][from] + used[0][from], y1 = m->tops[1][to] + used[1][to];
            Way way = way_of (from, to);
            gboolean grey = way == STAYED || way == TO_OR_FROM_UNKNOWN;

            if (n == 0 || (from == OUTSIDE && to == OUTSIDE))
              continue;
            used[0][from] += n * m->unit;
            used[1][to] += n * m->unit;
            if (pass == 2)
              label_band (m, placer, from, to, y0, y1);
            else if (grey == (pass == 0))
              draw_band (m, from, to, y0, y1);
          }
    }
}

void
trama_tier_moves_add (TramaSceneBuilder *builder, const TramaPyramidChart *data, TramaBox plot)
{
  Moves m = { .data = data, .builder = builder, .plot = plot };
  double widest[2] = { 0 };

  count (&m);
  for (guint side = 0; side < 2; side++)
    for (guint place = 0; place < N_PLACES; place++)
      {
        g_autofree char *text = name_post (side, place, m.sizes[side][place]);

        if (m.sizes[side][place] > 0)
          widest[side]
              = MAX (widest[side], trama_chart_text_width (builder, text, TRAMA_TEXT_LABEL, FALSE));
      }
  m.plot.height -= trama_scene_builder_get_leading (builder, TRAMA_TEXT_LABEL);
  m.x[0] = plot.x + widest[0] + 6;
  m.x[1] = MAX (plot.x + plot.width - widest[1] - 6 - POST, m.x[0] + 20);
  stack (&m);
  draw_bands (&m);
  draw_posts (&m, 0);
  draw_posts (&m, 1);
}
