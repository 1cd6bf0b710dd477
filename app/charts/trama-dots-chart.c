/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-dots-chart.h"

#include "trama-chart-axis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define RADIUS 3.3
#define PITCH 9.5
/* Beyond this many a dot each would only be texture. */
#define MOST_DOTS 400

typedef struct
{
  const TramaDotsChart *data;
  TramaSceneBuilder *builder;
  TramaBox plot;
  double pitch;
  guint per_row;
  guint n_rows;
  double bar_gap;       /* extra room where the bar stands */
} Drawing;

static guint
n_dots (const TramaDotsChart *data)
{
  return MIN (data->total, MOST_DOTS);
}

/* The threshold is shown in the dots' own row; where rows are broken the bar stands in its row. */
static double
dot_x (const Drawing *d, guint i)
{
  guint column = i % d->per_row;
  double x = d->plot.x + RADIUS + 1 + column * d->pitch;
  guint needed = d->data->needed;

  if (needed > 0 && needed < n_dots (d->data) && i >= needed
      && i / d->per_row == needed / d->per_row)
    x += d->bar_gap;
  return x;
}

static double
dot_y (const Drawing *d, guint i)
{
  return d->plot.y + RADIUS + 4 + i / d->per_row * (d->pitch + 3);
}

static void
draw_dot (Drawing *d, guint i)
{
  const TramaPaint filled = { .fill = TRAMA_COLOUR_CATEGORY_1,
                              .stroke = TRAMA_COLOUR_CATEGORY_1,
                              .width = TRAMA_WIDTH_OUTLINE };
  const TramaPaint open = { .fill = TRAMA_COLOUR_GROUND,
                            .stroke = TRAMA_COLOUR_SECOND,
                            .width = TRAMA_WIDTH_OUTLINE };
  const TramaPaint unknown = { .fill = TRAMA_COLOUR_UNKNOWN_FILL,
                               .stroke = TRAMA_COLOUR_UNKNOWN_EDGE,
                               .width = TRAMA_WIDTH_OUTLINE,
                               .hatched = TRUE };
  const TramaDotsChart *data = d->data;
  gboolean counts = i < data->count;
  gboolean not_known = !counts && i < data->count + data->unknown;

  trama_scene_builder_add_item (d->builder, "dot",
                                data->records != NULL ? data->records[i] : TRAMA_ID_NONE,
                                data->labels != NULL ? data->labels[i] : NULL,
                                counts      ? _ ("counts")
                                : not_known ? _ ("not known")
                                            : _ ("does not count"),
                                TRAMA_SCENE_NO_DATE);
  trama_scene_builder_add_mark (d->builder, TRAMA_MARK_DISC, dot_x (d, i), dot_y (d, i), RADIUS,
                                counts      ? &filled
                                : not_known ? &unknown
                                            : &open);
}

static char *
needed_text (const TramaDotsChart *data)
{
  if (data->needed_label != NULL)
    return g_strdup (data->needed_label);
  return g_strdup_printf (ngettext ("%u needed", "%u needed", data->needed), data->needed);
}

static void
draw_threshold (Drawing *d)
{
  const TramaPaint paint = { .stroke = TRAMA_COLOUR_INK, .width = TRAMA_WIDTH_MAIN };
  guint last = MIN (d->data->needed, n_dots (d->data)) - 1;
  double x = dot_x (d, last) + (d->pitch + d->bar_gap) / 2;
  double y = dot_y (d, last);
  g_autofree char *text = needed_text (d->data);
  double width = trama_chart_text_width (d->builder, text, TRAMA_TEXT_LABEL, FALSE);
  double scene = trama_scene_builder_get_width (d->builder);
  /* Under the last row, at the bar, but never over the edge. */
  double left = CLAMP (x - width / 2, 0, MAX (scene - width - 0.5, 0));
  double bottom = dot_y (d, n_dots (d->data) - 1) + RADIUS;

  x = MIN (x, scene - 1);
  trama_scene_builder_add_line (d->builder, x, y - RADIUS - 2.5, x, y + RADIUS + 2.5, &paint);
  trama_chart_put (d->builder, text, TRAMA_TEXT_LABEL, TRAMA_COLOUR_SECOND, TRAMA_ALIGN_START,
                   TRAMA_TOP, left, bottom + 6);
}

static char *
say (const TramaDotsChart *data)
{
  g_autofree char *counted
      = data->unknown > 0 ? g_strdup_printf (_ ("%u, at most %u, of %u"), data->count,
                                             data->count + data->unknown, data->total)
                          : g_strdup_printf (C_ ("count", "%u of %u"), data->count, data->total);
  g_autofree char *needed = NULL;

  if (data->needed == 0)
    return g_steal_pointer (&counted);
  needed = needed_text (data);
  return g_strdup_printf ("%s, %s", counted, needed);
}

static void
arrange (Drawing *d, double width)
{
  guint n = MAX (n_dots (d->data), 1);

  d->pitch = PITCH;
  d->bar_gap = d->data->needed > 0 && d->data->needed < d->data->total ? 4 : 0;
  d->per_row = (guint) MAX ((width - 2 * RADIUS - 3 - d->bar_gap) / d->pitch + 1, 1);
  d->n_rows = (n + d->per_row - 1) / d->per_row;
  /* Rows of the same length read better than a full one and a stub. */
  d->per_row = (n + d->n_rows - 1) / d->n_rows;
}

TramaScene *
trama_dots_chart_new (const TramaDotsChart *data, const TramaChartStyle *style, double width,
                      double height)
{
  g_autoptr (TramaSceneBuilder) builder = NULL;
  g_autoptr (TramaChartTable) table = trama_chart_table_new ("aa");
  g_autofree char *said = NULL;
  g_autofree char *sentence = NULL;
  Drawing d = { .data = data };
  double natural;

  g_return_val_if_fail (data != NULL && style != NULL, NULL);
  g_return_val_if_fail (data->count + data->unknown <= data->total, NULL);

  builder = trama_scene_builder_new (style, width, 1);
  d.builder = builder;
  arrange (&d, width);
  natural
      = d.n_rows * (d.pitch + 3) + 4
        + (data->needed > 0 ? trama_scene_builder_get_leading (builder, TRAMA_TEXT_LABEL) + 3 : 0);
  natural = MAX (natural, height - trama_chart_frame_measure_all (&data->frame, builder));
  d.plot = trama_chart_frame_add (&data->frame, builder, natural);
  trama_chart_table_set_headers (table, _ ("Name"), _ ("Counts"));
  for (guint i = 0; i < n_dots (data); i++)
    {
      draw_dot (&d, i);
      trama_chart_table_add_row (table, data->labels != NULL ? data->labels[i] : NULL,
                                 i < data->count                   ? _ ("yes")
                                 : i < data->count + data->unknown ? _ ("not known")
                                                                   : _ ("no"));
    }
  trama_scene_builder_set_item (builder, TRAMA_SCENE_NO_ITEM);
  if (data->needed > 0 && data->total > 0)
    draw_threshold (&d);
  said = say (data);
  sentence = trama_chart_frame_make_sentence (&data->frame, said);
  return trama_scene_builder_finish (builder, sentence, g_steal_pointer (&table));
}
