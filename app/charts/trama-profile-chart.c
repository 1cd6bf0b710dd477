/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-profile-chart.h"

#include "trama-chart-axis.h"
#include "trama-chart-legend.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW 17.0
#define CELL_HEIGHT 11.0
#define DOT 2.9
#define LEAST_STEP 26.0
#define STEPS 18.0

static const TramaPaint ideal_paints[TRAMA_PROFILE_IDEALS] = {
  { .fill = TRAMA_COLOUR_SOFT_BLUE, .stroke = TRAMA_COLOUR_CATEGORY_1, .width = TRAMA_WIDTH_RULE },
  { .stroke = TRAMA_COLOUR_CATEGORY_2, .width = TRAMA_WIDTH_OUTLINE, .dash = TRAMA_DASH_FINE },
};
static const TramaColourRole ideal_colours[TRAMA_PROFILE_IDEALS]
    = { TRAMA_COLOUR_TEXT_1, TRAMA_COLOUR_TEXT_2 };
static const TramaPaint dot = { .fill = TRAMA_COLOUR_INK };
static const TramaPaint diamond = { .fill = TRAMA_COLOUR_GROUND,
                                    .stroke = TRAMA_COLOUR_CATEGORY_4,
                                    .width = TRAMA_WIDTH_SECOND };

typedef struct
{
  const TramaProfileChart *data;
  TramaSceneBuilder *builder;
  TramaBox plot;     /* of the levels; its width is that from the first to the last */
  double label_width;
  double step;       /* between levels */
  double row;
  double steps_width;
} Drawing;

static double
level_x (const Drawing *d, double level)
{
  return d->plot.x + d->step / 2 + level * d->step;
}

static double
row_y (const Drawing *d, guint i)
{
  return d->plot.y + d->row * (i + 0.5);
}

/* Neighbouring levels are one box. */
static void
draw_ideal (Drawing *d, guint8 levels, guint which, double y)
{
  double half = d->step * 0.19, grow = which == 0 ? 0 : 1.6;

  for (guint from = 0; from < d->data->n_levels; from++)
    {
      guint to = from;

      if (!(levels & 1 << from))
        continue;
      while (to + 1 < d->data->n_levels && levels & 1 << (to + 1))
        to++;
      trama_scene_builder_add_rectangle (d->builder, level_x (d, from) - half - grow,
                                         y - CELL_HEIGHT / 2 - grow,
                                         (to - from) * d->step + 2 * (half + grow),
                                         CELL_HEIGHT + 2 * grow, 3.5, &ideal_paints[which]);
      from = to;
    }
}

static char *
level_text (const Drawing *d, double level)
{
  if (isnan (level))
    return g_strdup (_ ("not rated"));
  if (level == floor (level) && level >= 0 && level < d->data->n_levels)
    return g_strdup (d->data->levels[(guint) level]);
  return trama_chart_style_format (trama_scene_builder_get_style (d->builder), level, 1, FALSE);
}

static char *
levels_text (const Drawing *d, guint8 levels)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < d->data->n_levels; i++)
    if (levels & 1 << i)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", d->data->levels[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
draw_line (Drawing *d)
{
  const TramaPaint line = { .stroke = TRAMA_COLOUR_INK, .width = TRAMA_WIDTH_SECOND };

  for (guint i = 1; i < d->data->n_rows; i++)
    {
      const TramaProfileRow *above = &d->data->rows[i - 1], *row = &d->data->rows[i];

      if (!isnan (above->rating) && !isnan (row->rating))
        trama_scene_builder_add_line (d->builder, level_x (d, above->rating), row_y (d, i - 1),
                                      level_x (d, row->rating), row_y (d, i), &line);
    }
}

static void
draw_steps (Drawing *d, const TramaProfileRow *row, double y)
{
  for (guint k = 0; k < TRAMA_PROFILE_IDEALS; k++)
    {
      g_autofree char *text = NULL;

      if (d->data->ideals[k] == NULL)
        continue;
      text = row->steps[k] < 0    ? g_strdup ("–")
             : row->steps[k] == 0 ? g_strdup ("·")
                                  : g_strdup_printf ("%d", row->steps[k]);
      trama_chart_put (d->builder, text, TRAMA_TEXT_LABEL,
                       row->steps[k] > 0 ? ideal_colours[k] : TRAMA_COLOUR_SECOND,
                       TRAMA_ALIGN_MIDDLE, TRAMA_CENTRE,
                       d->plot.x + d->plot.width + d->steps_width * (k + 0.5), y);
    }
}

static void
draw_row (Drawing *d, guint i)
{
  const TramaProfileRow *row = &d->data->rows[i];
  const TramaPaint spread = { .stroke = TRAMA_COLOUR_SECOND, .width = TRAMA_WIDTH_MAIN };
  const TramaTextSpec label
      = { .text = row->label, .vertical = TRAMA_CENTRE, .width = d->label_width, .max_lines = 1 };
  double y = row_y (d, i);
  g_autofree char *value = level_text (d, row->rating);

  trama_scene_builder_add_item (d->builder, "row", row->record, row->label, value,
                                TRAMA_SCENE_NO_DATE);
  trama_scene_builder_add_target (d->builder, 0, y - d->row / 2,
                                  trama_scene_builder_get_width (d->builder), d->row);
  trama_scene_builder_add_text (d->builder, &label, 0, y);
  if (!isnan (row->low) && !isnan (row->high) && row->high > row->low)
    trama_scene_builder_add_line (d->builder, level_x (d, row->low), y, level_x (d, row->high), y,
                                  &spread);
  if (d->data->beside != NULL && !isnan (row->beside))
    trama_scene_builder_add_mark (
        d->builder, TRAMA_MARK_DIAMOND,
        level_x (d, row->beside) + (row->beside == row->rating ? 2.6 * DOT : 0), y, 4, &diamond);
  if (!isnan (row->rating))
    trama_scene_builder_add_mark (d->builder, TRAMA_MARK_DISC, level_x (d, row->rating), y, DOT,
                                  &dot);
  draw_steps (d, row, y);
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

/* Which ideal the steps in a column are from. */
static void
draw_steps_heads (Drawing *d, double y)
{
  for (guint k = 0; k < TRAMA_PROFILE_IDEALS; k++)
    if (d->data->ideals[k] != NULL)
      trama_scene_builder_add_rectangle (
          d->builder, d->plot.x + d->plot.width + d->steps_width * (k + 0.5) - 5.5, y - 3.5, 11, 7,
          2.5, &ideal_paints[k]);
}

static void
draw_levels (Drawing *d)
{
  const TramaPaint grid = { .stroke = TRAMA_COLOUR_GRID, .width = TRAMA_WIDTH_GRID };
  double bottom = d->plot.y + d->row * d->data->n_rows;

  for (guint i = 0; i < d->data->n_levels; i++)
    {
      trama_scene_builder_add_line (d->builder, level_x (d, i), d->plot.y, level_x (d, i), bottom,
                                    &grid);
      trama_chart_put (d->builder, d->data->levels[i], TRAMA_TEXT_LABEL, TRAMA_COLOUR_SECOND,
                       TRAMA_ALIGN_MIDDLE, TRAMA_TOP, level_x (d, i), bottom + 3);
    }
}

static TramaChartLegend *
make_legend (const TramaProfileChart *data)
{
  TramaChartLegend *legend = trama_chart_legend_new ();

  if (data->subject != NULL)
    trama_chart_legend_add_mark (legend, TRAMA_MARK_DISC, DOT, &dot, data->subject);
  for (guint k = 0; k < TRAMA_PROFILE_IDEALS; k++)
    if (data->ideals[k] != NULL)
      trama_chart_legend_add_box (legend, &ideal_paints[k], 13, 7, data->ideals[k]);
  if (data->beside != NULL)
    trama_chart_legend_add_mark (legend, TRAMA_MARK_DIAMOND, 3.6, &diamond, data->beside);
  return legend;
}

static void
divide (Drawing *d)
{
  double widest = 0, levels = 0;

  for (guint i = 0; i < d->data->n_rows; i++)
    widest = MAX (widest, trama_chart_text_width (d->builder, d->data->rows[i].label,
                                                  TRAMA_TEXT_LABEL, FALSE));
  for (guint i = 0; i < d->data->n_levels; i++)
    levels = MAX (levels,
                  trama_chart_text_width (d->builder, d->data->levels[i], TRAMA_TEXT_LABEL, FALSE));
  d->steps_width = 0;
  for (guint k = 0; k < TRAMA_PROFILE_IDEALS; k++)
    if (d->data->ideals[k] != NULL)
      d->steps_width = STEPS;
  d->label_width = MIN (widest + 1, d->plot.width * 0.4);
  d->plot.x += d->label_width + 6;
  d->plot.width -= d->label_width + 6 + d->steps_width * TRAMA_PROFILE_IDEALS;
  d->plot.width = MAX (d->plot.width, LEAST_STEP * d->data->n_levels);
  d->step = d->plot.width / d->data->n_levels;
}

static void
fill_table (Drawing *d, TramaChartTable *table)
{
  trama_chart_table_set_headers (table, _ ("Row"), _ ("Rating"),
                                 d->data->ideals[0] != NULL ? d->data->ideals[0] : "",
                                 d->data->ideals[1] != NULL ? d->data->ideals[1] : "",
                                 d->data->beside != NULL ? d->data->beside : "");
  for (guint i = 0; i < d->data->n_rows; i++)
    {
      const TramaProfileRow *row = &d->data->rows[i];
      g_autofree char *rating = level_text (d, row->rating);
      g_autofree char *first = levels_text (d, row->ideals[0]);
      g_autofree char *second = levels_text (d, row->ideals[1]);
      g_autofree char *beside = d->data->beside != NULL ? level_text (d, row->beside) : NULL;

      trama_chart_table_add_row (table, row->label, rating, first, second, beside);
    }
}

static char *
say (const TramaProfileChart *data)
{
  g_autoptr (GString) against = g_string_new (NULL);
  guint rated = 0;

  for (guint i = 0; i < data->n_rows; i++)
    {
      rated += !isnan (data->rows[i].rating);
      if (data->rows[i].steps[0] > 0)
        g_string_append_printf (against, "%s%s", against->len > 0 ? ", " : "", data->rows[i].label);
    }
  if (data->ideals[0] == NULL || against->len == 0)
    return g_strdup_printf (_ ("%u of %u rows rated"), rated, data->n_rows);
  /* Translators: how many rows are rated, the name of an ideal type, the rows that differ from it */
  return g_strdup_printf (_ ("%u of %u rows rated; against %s: %s"), rated, data->n_rows,
                          data->ideals[0], against->str);
}

TramaScene *
trama_profile_chart_new (const TramaProfileChart *data, const TramaChartStyle *style, double width,
                         double height)
{
  g_autoptr (TramaSceneBuilder) builder = NULL;
  g_autoptr (TramaChartTable) table = trama_chart_table_new ("aaaaa");
  g_autoptr (TramaChartLegend) legend = NULL;
  g_autofree char *said = NULL;
  g_autofree char *sentence = NULL;
  Drawing d = { .data = data };
  double key, natural;

  g_return_val_if_fail (data != NULL && style != NULL, NULL);
  g_return_val_if_fail (data->n_levels >= 2 && data->n_levels <= TRAMA_PROFILE_MAX_LEVELS, NULL);

  builder = trama_scene_builder_new (style, width, 1);
  d.builder = builder;
  d.row = MAX (ROW, trama_scene_builder_get_leading (builder, TRAMA_TEXT_LABEL) + 5);
  legend = make_legend (data);
  key = trama_chart_legend_measure (legend, builder, width - STEPS * TRAMA_PROFILE_IDEALS);
  natural = (key > 0 ? key + 6 : 0) + d.row * data->n_rows
            + trama_scene_builder_get_leading (builder, TRAMA_TEXT_LABEL) + 5;
  d.row += MAX (height - trama_chart_frame_measure_all (&data->frame, builder) - natural, 0)
           / MAX (data->n_rows, 1);
  natural = MAX (natural, height - trama_chart_frame_measure_all (&data->frame, builder));
  d.plot = trama_chart_frame_add (&data->frame, builder, natural);
  trama_chart_legend_add (legend, builder, d.plot.x, d.plot.y,
                          d.plot.width - STEPS * TRAMA_PROFILE_IDEALS);
  d.plot.y += key > 0 ? key + 6 : 0;
  divide (&d);
  draw_steps_heads (&d, d.plot.y - 6 - MIN (key, ROW) / 2);
  draw_levels (&d);
  for (guint k = 0; k < TRAMA_PROFILE_IDEALS; k++)
    for (guint i = 0; i < data->n_rows && data->ideals[k] != NULL; i++)
      draw_ideal (&d, data->rows[i].ideals[k], k, row_y (&d, i));
  /* Without a profile the rows are a list, and a line from one to the next would say nothing. */
  if (data->ideals[0] != NULL)
    draw_line (&d);
  for (guint i = 0; i < data->n_rows; i++)
    draw_row (&d, i);
  fill_table (&d, table);
  said = say (data);
  sentence = trama_chart_frame_make_sentence (&data->frame, said);
  return trama_scene_builder_finish (builder, sentence, g_steal_pointer (&table));
}
