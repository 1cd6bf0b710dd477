/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-bullets-chart.h"

#include "trama-chart-axis.h"
#include "trama-chart-legend.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define BAR 7.5
#define SPLIT 4.2
#define GAP 11.0
#define LABEL_SHARE 0.32
/* Figures beyond this many times their target are cut there: the words still say how many. */
#define FURTHEST 1.25

static const TramaPaint reached = { .fill = TRAMA_COLOUR_CATEGORY_1 };
static const TramaPaint not_reached = { .fill = TRAMA_COLOUR_GROUND,
                                        .stroke = TRAMA_COLOUR_CATEGORY_1,
                                        .width = TRAMA_WIDTH_SECOND };
static const TramaPaint part_paints[TRAMA_BULLET_MAX_PARTS] = {
  { .fill = TRAMA_COLOUR_SECOND, .stroke = TRAMA_COLOUR_SECOND, .width = TRAMA_WIDTH_RULE },
  { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_SECOND, .width = TRAMA_WIDTH_RULE },
  { .fill = TRAMA_COLOUR_GRID, .stroke = TRAMA_COLOUR_SECOND, .width = TRAMA_WIDTH_RULE },
  { .fill = TRAMA_COLOUR_AXIS, .stroke = TRAMA_COLOUR_SECOND, .width = TRAMA_WIDTH_RULE },
};
static const TramaPaint unknown_part = { .fill = TRAMA_COLOUR_UNKNOWN_FILL,
                                         .stroke = TRAMA_COLOUR_UNKNOWN_EDGE,
                                         .width = TRAMA_WIDTH_RULE,
                                         .hatched = TRUE };

typedef struct
{
  const TramaBulletsChart *data;
  TramaSceneBuilder *builder;
  TramaBox plot;        /* of the bars */
  double label_width;
  double target_x;      /* where every target stands */
  double row;
} Drawing;

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

static guint
n_parts (const TramaBulletsChart *data)
{
  return MIN (data->n_parts, TRAMA_BULLET_MAX_PARTS);
}

static gboolean
is_split (const TramaBulletsChart *data, const TramaBullet *bullet)
{
  return n_parts (data) > 0 && !isnan (bullet->parts[0]) && bullet->part_note == NULL;
}

static char *
format_value (const Drawing *d, double value)
{
  if (isnan (value))
    return g_strdup (_ ("not known"));
  return trama_chart_style_format (trama_scene_builder_get_style (d->builder), value,
                                   d->data->digits, FALSE);
}

/* Every bar is scaled to its own target, or where there is none to its own value. */
static double
place (const Drawing *d, const TramaBullet *bullet, double value)
{
  double scale = bullet->target > 0 ? bullet->target : bullet->value > 0 ? bullet->value : 1;

  return d->plot.x + MIN (value / scale, FURTHEST) * (d->target_x - d->plot.x);
}

static const TramaPaint *
part_paint (const TramaBulletsChart *data, guint part)
{
  return data->last_part_unknown && part + 1 == n_parts (data) ? &unknown_part : &part_paints[part];
}

static void
draw_bar (Drawing *d, const TramaBullet *bullet, double y)
{
  const TramaPaint axis = { .stroke = TRAMA_COLOUR_AXIS, .width = TRAMA_WIDTH_AXIS };
  const TramaPaint target = { .stroke = TRAMA_COLOUR_INK, .width = TRAMA_WIDTH_MAIN };
  gboolean full = bullet->target > 0 && bullet->value >= bullet->target;
  double inset = full ? 0 : TRAMA_WIDTH_SECOND / 2;

  if (bullet->value > 0)
    trama_scene_builder_add_rectangle (
        d->builder, d->plot.x + inset, y - BAR / 2 + inset,
        MAX (place (d, bullet, bullet->value) - d->plot.x - 2 * inset, 0.3), BAR - 2 * inset, 0,
        full ? &reached : &not_reached);
  if (!isnan (bullet->baseline))
    {
      double x = place (d, bullet, bullet->baseline);
      const TramaPaint tick
          = { .stroke
              = full && bullet->baseline < bullet->value ? TRAMA_COLOUR_GROUND : TRAMA_COLOUR_INK,
              .width = TRAMA_WIDTH_SECOND };

      trama_scene_builder_add_line (d->builder, x, y - BAR * 0.28, x, y + BAR * 0.28, &tick);
    }
  if (bullet->target > 0)
    trama_scene_builder_add_line (d->builder, d->target_x, y - BAR / 2 - 2, d->target_x,
                                  y + BAR / 2 + 2, &target);
  trama_scene_builder_add_line (d->builder, d->plot.x, y - BAR / 2 - 1, d->plot.x,
                                y + BAR / 2 + (n_parts (d->data) > 0 ? SPLIT + 3 : 1), &axis);
}

static char *
part_text (const Drawing *d, const TramaBullet *bullet)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (bullet->part_note != NULL)
    return g_strdup (bullet->part_note);
  for (guint p = 0; p < n_parts (d->data) && is_split (d->data, bullet); p++)
    {
      g_autofree char *number = format_value (d, isnan (bullet->parts[p]) ? 0 : bullet->parts[p]);

      g_string_append_printf (text, "%s%s", p > 0 ? " · " : "", number);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
draw_split (Drawing *d, const TramaBullet *bullet, double y)
{
  double from = 0;

  for (guint p = 0; p < n_parts (d->data); p++)
    {
      double x0, x1;

      if (isnan (bullet->parts[p]) || bullet->parts[p] <= 0)
        continue;
      x0 = place (d, bullet, from);
      from += bullet->parts[p];
      x1 = place (d, bullet, from);
      trama_scene_builder_add_rectangle (d->builder, x0, y, MAX (x1 - x0, 0.2), SPLIT, 0,
                                         part_paint (d->data, p));
    }
}

/* "148 of 160", the figure bold. */
static char *
value_text (const Drawing *d, const TramaBullet *bullet, guint *strong)
{
  g_autofree char *value = format_value (d, bullet->value);
  g_autofree char *target = NULL;

  *strong = (guint) strlen (value);
  if (!(bullet->target > 0))
    return g_steal_pointer (&value);
  target = format_value (d, bullet->target);
  /* Translators: a figure and its target */
  return g_strdup_printf (C_ ("target", "%s of %s"), value, target);
}

static void
draw_bullet (Drawing *d, guint i)
{
  const TramaBullet *bullet = &d->data->bullets[i];
  double y = d->plot.y + d->row * i + BAR / 2 + 3;
  double values = d->plot.x + d->plot.width + 7, below;
  guint strong;
  g_autofree char *text = value_text (d, bullet, &strong);
  g_autofree char *parts = part_text (d, bullet);
  const TramaTextSpec label = { .text = bullet->label,
                                .bold = TRUE,
                                .vertical = TRAMA_TOP,
                                .max_lines = 2,
                                .width = d->label_width };
  const TramaTextSpec value = { .text = text,
                                .colour = TRAMA_COLOUR_SECOND,
                                .strong_to = strong,
                                .strong_colour = TRAMA_COLOUR_INK,
                                .vertical = TRAMA_CENTRE };

  trama_scene_builder_add_item (d->builder, "bar", bullet->record, bullet->label, text,
                                TRAMA_SCENE_NO_DATE);
  trama_scene_builder_add_target (d->builder, 0, d->plot.y + d->row * i,
                                  trama_scene_builder_get_width (d->builder), d->row - 2);
  if (is_set (bullet->label))
    trama_scene_builder_add_text (d->builder, &label, 0, y - 2.5);
  draw_bar (d, bullet, y);
  trama_scene_builder_add_text (d->builder, &value, values, y);
  below = y + trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_NODE);
  y += BAR / 2 + 1.6;
  if (is_split (d->data, bullet))
    {
      draw_split (d, bullet, y);
      trama_chart_put (d->builder, parts, TRAMA_TEXT_NODE, TRAMA_COLOUR_SECOND, TRAMA_ALIGN_START,
                       TRAMA_CENTRE, values, below);
    }
  else if (is_set (bullet->part_note))
    trama_chart_put (d->builder, bullet->part_note, TRAMA_TEXT_NODE, TRAMA_COLOUR_SECOND,
                     TRAMA_ALIGN_START, TRAMA_CENTRE, d->plot.x + 4, MAX (below, y + SPLIT / 2));
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

static void
divide (Drawing *d)
{
  double widest_label = 0, widest_value = 0;

  for (guint i = 0; i < d->data->n_bullets; i++)
    {
      const TramaBullet *bullet = &d->data->bullets[i];
      guint strong;
      g_autofree char *text = value_text (d, bullet, &strong);
      g_autofree char *parts = part_text (d, bullet);
      TramaTextSpec spec = { .text = text, .strong_to = strong };
      double width;

      if (is_set (bullet->label))
        widest_label = MAX (widest_label, trama_chart_text_width (d->builder, bullet->label,
                                                                  TRAMA_TEXT_LABEL, TRUE));
      trama_scene_builder_get_text_size (d->builder, &spec, &width, NULL);
      widest_value = MAX (widest_value, width);
      if (is_split (d->data, bullet))
        widest_value = MAX (widest_value,
                            trama_chart_text_width (d->builder, parts, TRAMA_TEXT_NODE, FALSE));
    }
  d->label_width = MIN (widest_label + 1, d->plot.width * LABEL_SHARE);
  d->plot.x = widest_label > 0 ? d->label_width + 9 : 1;
  d->plot.width = MAX (d->plot.width - d->plot.x - widest_value - 8, 20);
  d->target_x = d->plot.x + d->plot.width / FURTHEST;
}

static TramaChartLegend *
make_legend (const TramaBulletsChart *data)
{
  TramaChartLegend *legend = trama_chart_legend_new ();

  for (guint p = 0; p < n_parts (data); p++)
    if (is_set (data->part_labels[p]))
      trama_chart_legend_add_box (legend, part_paint (data, p), 12, 6, data->part_labels[p]);
  return legend;
}

static void
fill_table (const Drawing *d, TramaChartTable *table)
{
  guint parts = n_parts (d->data);
  char *headers[TRAMA_BULLET_MAX_PARTS + 4]
      = { NULL, g_strdup (_ ("Baseline")), g_strdup (_ ("Figure")), g_strdup (_ ("Target")) };

  for (guint p = 0; p < parts; p++)
    headers[4 + p] = g_strdup (d->data->part_labels[p]);
  trama_chart_table_take_headers (table, headers);
  for (guint i = 0; i < d->data->n_bullets; i++)
    {
      const TramaBullet *bullet = &d->data->bullets[i];
      char *cells[TRAMA_BULLET_MAX_PARTS + 4] = { g_strdup (bullet->label) };
      const double values[3] = { bullet->baseline, bullet->value, bullet->target };

      for (guint v = 0; v < 3; v++)
        cells[1 + v] = isnan (values[v]) ? NULL : format_value (d, values[v]);
      for (guint p = 0; p < parts && is_split (d->data, bullet); p++)
        cells[4 + p] = isnan (bullet->parts[p]) ? NULL : format_value (d, bullet->parts[p]);
      trama_chart_table_take_row (table, cells);
    }
}

static char *
say (const TramaBulletsChart *data)
{
  guint n_reached = 0, n_targets = 0;

  for (guint i = 0; i < data->n_bullets; i++)
    if (data->bullets[i].target > 0)
      {
        n_targets++;
        n_reached += data->bullets[i].value >= data->bullets[i].target;
      }
  return g_strdup_printf (
      ngettext ("%u of %u target reached", "%u of %u targets reached", n_targets), n_reached,
      n_targets);
}

TramaScene *
trama_bullets_chart_new (const TramaBulletsChart *data, const TramaChartStyle *style, double width,
                         double height)
{
  g_autoptr (TramaSceneBuilder) builder = NULL;
  g_autoptr (TramaChartTable) table = NULL;
  g_autoptr (TramaChartLegend) legend = NULL;
  g_autofree char *said = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *columns = NULL;
  Drawing d = { .data = data };
  double legend_height, natural, leading;

  g_return_val_if_fail (data != NULL && style != NULL, NULL);
  g_return_val_if_fail (data->n_bullets == 0 || data->bullets != NULL, NULL);

  columns = g_strnfill (n_parts (data) + 4, '9');
  columns[0] = 'a';
  table = trama_chart_table_new (columns);
  builder = trama_scene_builder_new (style, width, 1);
  d.builder = builder;
  leading = trama_scene_builder_get_leading (builder, TRAMA_TEXT_LABEL);
  legend = make_legend (data);
  legend_height = trama_chart_legend_measure (legend, builder, width);
  d.row = MAX (BAR + (n_parts (data) > 0 ? SPLIT : 0) + GAP, 2 * leading + 4);
  natural = MAX (data->n_bullets, 1) * d.row + (legend_height > 0 ? legend_height + 4 : 0);
  natural = MAX (natural, height - trama_chart_frame_measure_all (&data->frame, builder));
  d.plot = trama_chart_frame_add (&data->frame, builder, natural);
  divide (&d);
  for (guint i = 0; i < data->n_bullets; i++)
    draw_bullet (&d, i);
  if (legend_height > 0)
    trama_chart_legend_add (legend, builder, 0, d.plot.y + MAX (data->n_bullets, 1) * d.row + 4,
                            width);
  fill_table (&d, table);
  said = say (data);
  sentence = trama_chart_frame_make_sentence (&data->frame, said);
  return trama_scene_builder_finish (builder, sentence, g_steal_pointer (&table));
}
