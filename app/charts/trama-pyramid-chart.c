/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-pyramid-chart.h"

#include "trama-chart-axis.h"
#include "trama-tier-moves.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW 14.5
#define BAR 12.0
#define MOVES_HEIGHT 165.0
/* Lower, the bands can no longer be told apart. */
#define LEAST_MOVES 90.0

typedef struct
{
  const TramaPyramidChart *data;
  TramaSceneBuilder *builder;
  TramaBox plot;
  double row;
  double unit;          /* pt of a firm */
} Drawing;

const char *
trama_tier_moves_name (guint tier)
{
  switch (tier)
    {
    case TRAMA_CHART_TIER_LEADING:
      return _ ("Leading");
    case TRAMA_CHART_TIER_MIDDLE:
      return _ ("Middle");
    case TRAMA_CHART_TIER_WORKSHOP:
      return _ ("Workshop");
    default:
      return _ ("Not known");
    }
}

TramaPaint
trama_tier_moves_paint (guint tier)
{
  static const TramaColourRole fills[] = { TRAMA_COLOUR_GROUND, TRAMA_COLOUR_TIER_WORKSHOP,
                                           TRAMA_COLOUR_TIER_MIDDLE, TRAMA_COLOUR_TIER_LEADING };

  if (tier == TRAMA_CHART_TIER_UNKNOWN)
    return (TramaPaint) { .fill = TRAMA_COLOUR_GROUND,
                          .stroke = TRAMA_COLOUR_INK,
                          .width = TRAMA_WIDTH_OUTLINE,
                          .dash = TRAMA_DASH_FINE };
  return (TramaPaint) { .fill = fills[tier],
                        .stroke = TRAMA_COLOUR_TIER_EDGE,
                        .width = TRAMA_WIDTH_RULE };
}

static guint
total (const TramaPyramidSide *side)
{
  return side->counts[0] + side->counts[1] + side->counts[2] + side->counts[3];
}

static gboolean
has_unknown (const TramaPyramidChart *data)
{
  gboolean unknown = FALSE;

  for (guint s = 0; s < data->n_sides; s++)
    unknown |= data->sides[s].counts[TRAMA_CHART_TIER_UNKNOWN] > 0;
  return unknown;
}

static void
draw_bar (Drawing *d, const TramaPyramidSide *side, guint tier, double centre, double y)
{
  TramaPaint paint = trama_tier_moves_paint (tier);
  guint count = side->counts[tier];
  double width = count * d->unit;
  g_autofree char *number = g_strdup_printf ("%u", count);
  double needed = trama_chart_text_width (d->builder, number, TRAMA_TEXT_LABEL, TRUE);
  gboolean inside = width >= needed + 3;
  const TramaTextSpec spec
      = { .text = number,
          .bold = TRUE,
          .vertical = TRAMA_CENTRE,
          .colour = inside && tier != TRAMA_CHART_TIER_UNKNOWN ? TRAMA_COLOUR_ON (paint.fill)
                                                               : TRAMA_COLOUR_INK,
          .align = inside ? TRAMA_ALIGN_MIDDLE : TRAMA_ALIGN_START };

  trama_scene_builder_add_item (d->builder, "bar", TRAMA_ID_NONE, trama_tier_moves_name (tier),
                                number, TRAMA_SCENE_NO_DATE);
  trama_scene_builder_add_rectangle (d->builder, centre - width / 2, y - BAR / 2, width, BAR, 0,
                                     &paint);
  if (count > 0)
    trama_scene_builder_add_text (d->builder, &spec, inside ? centre : centre + width / 2 + 3, y);
  else
    trama_scene_builder_add_target (d->builder, centre - 6, y - BAR / 2, 12, BAR);
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

/* Returns the height. */
static double
draw_pyramids (Drawing *d)
{
  const TramaPyramidChart *data = d->data;
  guint n_tiers = has_unknown (data) ? 4 : 3, most = 1;
  double labels = 0, column;
  double y = d->plot.y + trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_LABEL) + 3;

  for (guint tier = 0; tier < 4; tier++)
    {
      labels = MAX (labels, trama_chart_text_width (d->builder, trama_tier_moves_name (tier),
                                                    TRAMA_TEXT_LABEL, FALSE));
      for (guint s = 0; s < data->n_sides; s++)
        most = MAX (most, data->sides[s].counts[tier]);
    }
  labels += 10;
  column = (d->plot.width - labels) / MAX (data->n_sides, 1);
  d->unit = MAX (column - 22, 8) / most;
  for (guint s = 0; s < data->n_sides; s++)
    {
      const TramaPyramidSide *side = &data->sides[s];
      double centre = labels + column * (s + 0.5);
      /* Translators: a date and how many firms there were */
      g_autofree char *head = g_strdup_printf (
          C_ ("firms", "%s: %u"), side->label != NULL ? side->label : "", total (side));
      const TramaTextSpec spec = { .text = head,
                                   .bold = TRUE,
                                   .align = TRAMA_ALIGN_MIDDLE,
                                   .vertical = TRAMA_TOP,
                                   .width = column - 4,
                                   .max_lines = 1 };

      trama_scene_builder_add_text (d->builder, &spec, centre, d->plot.y);
      for (guint row = 0; row < n_tiers; row++)
        draw_bar (d, side, TRAMA_CHART_TIER_LEADING - row, centre, y + d->row * (row + 0.5));
    }
  for (guint row = 0; row < n_tiers; row++)
    trama_chart_put (d->builder, trama_tier_moves_name (TRAMA_CHART_TIER_LEADING - row),
                     TRAMA_TEXT_LABEL, TRAMA_COLOUR_INK, TRAMA_ALIGN_START, TRAMA_CENTRE, 0,
                     y + d->row * (row + 0.5));
  return y + d->row * n_tiers - d->plot.y;
}

static TramaChartTable *
make_table (const TramaPyramidChart *data)
{
  TramaChartTable *table = trama_chart_table_new (data->n_sides > 1 ? "a99" : "a9");

  trama_chart_table_set_headers (table, _ ("Tier"), data->sides[0].label, data->sides[1].label);
  for (guint row = 0; row < 4; row++)
    {
      guint tier = TRAMA_CHART_TIER_LEADING - row;
      g_autofree char *first = g_strdup_printf ("%u", data->sides[0].counts[tier]);
      g_autofree char *second = g_strdup_printf ("%u", data->sides[1].counts[tier]);

      trama_chart_table_add_row (table, trama_tier_moves_name (tier), first, second);
    }
  return table;
}

static char *
say (const TramaPyramidChart *data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint s = 0; s < data->n_sides; s++)
    {
      const guint *counts = data->sides[s].counts;

      if (s > 0)
        g_string_append (text, "; ");
      /* Translators: a date, then how many firms each tier has */
      g_string_append_printf (text, _ ("%s: leading %u, middle %u, workshop %u"),
                              data->sides[s].label != NULL ? data->sides[s].label : "",
                              counts[TRAMA_CHART_TIER_LEADING], counts[TRAMA_CHART_TIER_MIDDLE],
                              counts[TRAMA_CHART_TIER_WORKSHOP]);
      if (counts[TRAMA_CHART_TIER_UNKNOWN] > 0)
        /* Translators: after the tiers: how many firms have none that is known */
        g_string_append_printf (text, _ (", not known %u"), counts[TRAMA_CHART_TIER_UNKNOWN]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

TramaScene *
trama_pyramid_chart_new (const TramaPyramidChart *data, const TramaChartStyle *style, double width,
                         double height)
{
  g_autoptr (TramaSceneBuilder) builder = NULL;
  g_autofree char *said = NULL;
  g_autofree char *sentence = NULL;
  Drawing d = { .data = data };
  double pyramids, natural, least, room;

  g_return_val_if_fail (data != NULL && style != NULL, NULL);
  g_return_val_if_fail (data->n_sides == 1 || data->n_sides == 2, NULL);

  builder = trama_scene_builder_new (style, width, 1);
  d.builder = builder;
  d.row = MAX (ROW, trama_scene_builder_get_leading (builder, TRAMA_TEXT_LABEL) + 3);
  pyramids = d.row * (has_unknown (data) ? 4 : 3)
             + trama_scene_builder_get_leading (builder, TRAMA_TEXT_LABEL) + 5;
  natural = pyramids + (data->has_moves ? MOVES_HEIGHT + 10 : 0);
  least = height > 0 ? pyramids + (data->has_moves ? LEAST_MOVES + 10 : 0) : natural;
  room = height - trama_chart_frame_measure_all (&data->frame, builder);
  d.plot = trama_chart_frame_add (&data->frame, builder, MAX (least, room));
  pyramids = draw_pyramids (&d) + 14;
  if (data->has_moves)
    trama_tier_moves_add (builder, data,
                          (TramaBox) { 0, d.plot.y + pyramids, d.plot.width,
                                       MAX (d.plot.height - pyramids - 2, 60) });
  said = say (data);
  sentence = trama_chart_frame_make_sentence (&data->frame, said);
  return trama_scene_builder_finish (builder, sentence, make_table (data));
}
