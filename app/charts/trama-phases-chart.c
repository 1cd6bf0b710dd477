/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rows from the top: the gates' words, the as-of date, the bar of phases, what does not fit into
 * the bar, joint actions, shocks, the axis. Every row is as high as what stands in it, so the rows
 * are planned first (trama-phases-plan.c) and drawn from the plan (trama-phases-draw.c).
 */
#include "trama-phases-private.h"

#include "trama-date.h"

#include <glib/gi18n-lib.h>

char *
trama_phases_describe (const TramaPhase *phase)
{
  g_autofree char *start = trama_date_to_short_prose (trama_date_from_day (phase->start));
  g_autofree char *end = trama_date_to_short_prose (trama_date_from_day (phase->end));

  /* Translators: from one date to another */
  return g_strdup_printf (_ ("%s to %s"), start, end);
}

static void
add_event (TramaChartTable *table, const char *kind, gint32 date, const char *label)
{
  g_autofree char *text = trama_date_to_short_prose (trama_date_from_day (date));

  trama_chart_table_add_row (table, text, kind, label);
}

TramaChartTable *
trama_phases_make_table (const TramaPhasesChart *data)
{
  TramaChartTable *table = trama_chart_table_new ("aaa");

  trama_chart_table_set_headers (table, _ ("Date"), _ ("Kind"), _ ("What"));
  for (guint i = 0; i < data->n_phases; i++)
    add_event (table, _ ("Phase"), data->phases[i].start, data->phases[i].label);
  for (guint i = 0; i < data->n_gates; i++)
    add_event (table, data->gates[i].passed ? _ ("Gate passed") : _ ("Gate planned"),
               data->gates[i].date, data->gates[i].label);
  for (guint i = 0; i < data->n_actions; i++)
    add_event (table,
               data->actions[i].learning ? _ ("Joint action, learning")
                                         : _ ("Joint action, static"),
               data->actions[i].date, data->actions[i].label);
  for (guint i = 0; i < data->n_shocks; i++)
    add_event (table, _ ("Shock"), data->shocks[i].date, data->shocks[i].label);
  return table;
}

/* The phase the as-of date lies in; NULL: none. */
static const TramaPhase *
find_current (const TramaPhasesChart *data)
{
  for (guint i = data->n_phases; i-- > 0;)
    if (data->phases[i].start <= data->as_of && data->as_of < data->phases[i].end)
      return &data->phases[i];
  return NULL;
}

char *
trama_phases_make_sentence (const TramaPhasesChart *data)
{
  const TramaPhase *current = find_current (data);
  g_autofree char *said = NULL;

  if (current == NULL)
    said = g_strdup (_ ("in no phase on this date"));
  else if (current->progress != NULL)
    said = g_strdup_printf ("%s, %s", current->label, current->progress);
  else
    said = g_strdup (current->label);
  return trama_chart_frame_make_sentence (&data->frame, said);
}

TramaScene *
trama_phases_chart_new (const TramaPhasesChart *data, const TramaChartStyle *style, double width,
                        double height)
{
  g_autoptr (TramaSceneBuilder) builder = NULL;
  g_autofree char *sentence = NULL;
  TramaPhasesDrawing d = { .data = data };
  double natural;
  TramaPhasesRows rows;

  g_return_val_if_fail (data != NULL && style != NULL, NULL);

  builder = trama_scene_builder_new (style, width, MAX (height, 1));
  d.builder = builder;
  d.plot.width = width;
  trama_phases_plan (&d);
  rows = trama_phases_stack (&d);
  natural = MAX (rows.height, height - trama_chart_frame_measure_all (&data->frame, builder));
  d.plot.y = trama_chart_frame_add (&data->frame, builder, natural).y;
  trama_phases_draw (&d, &rows);
  g_free (d.gates);
  g_free (d.shocks);
  g_free (d.action_levels);
  sentence = trama_phases_make_sentence (data);
  return trama_scene_builder_finish (builder, sentence, trama_phases_make_table (data));
}
