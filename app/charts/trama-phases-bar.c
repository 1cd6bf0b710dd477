/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bar at the head of a programme's page. */

#include "trama-phases-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

#define COMPACT_BAR 3.75
#define COMPACT_GATE 4.6
#define COMPACT_GAP 8.0

typedef struct
{
  const TramaPhasesChart *data;
  TramaSceneBuilder *builder;
  double *starts;     /* of the phases, pt */
  double *ends;
  double line;
} Compact;

/* Widths by how long the phases last, but none so narrow that its name does not fit. */
static void
divide (Compact *c, double width)
{
  const TramaPhasesChart *data = c->data;
  guint n = data->n_phases;
  g_autofree double *least = g_new0 (double, n);
  double days = 0, needed = 0, room = width - (n - 1) * 2 * COMPACT_GAP, x = 0, spare;

  for (guint i = 0; i < n; i++)
    {
      days += MAX (data->phases[i].end - data->phases[i].start, 1);
      least[i]
          = trama_chart_text_width (c->builder, data->phases[i].label, TRAMA_TEXT_LABEL, TRUE) + 6;
      needed += least[i];
    }
  spare = MAX (room - needed, 0);
  for (guint i = 0; i < n; i++)
    {
      double part = MAX (data->phases[i].end - data->phases[i].start, 1) / days;
      double length = needed > room ? room / n : least[i] + part * spare;

      c->starts[i] = x;
      c->ends[i] = x + length;
      x += length + 2 * COMPACT_GAP;
    }
}

static void
draw_compact_phase (Compact *c, guint i, double bar)
{
  const TramaPhase *phase = &c->data->phases[i];
  gint32 as_of = c->data->as_of;
  gboolean current = phase->start <= as_of && as_of < phase->end;
  const TramaPaint done = { .fill = TRAMA_COLOUR_INK };
  const TramaPaint now = { .fill = TRAMA_COLOUR_CATEGORY_1 };
  const TramaPaint rest = { .fill = TRAMA_COLOUR_GRID };
  double from = c->starts[i], to = c->ends[i], width = to - from;
  double part = as_of >= phase->end ? 1
                : current ? (double) (as_of - phase->start) / MAX (phase->end - phase->start, 1)
                          : 0;
  g_autofree char *value = trama_phases_describe (phase);
  g_autofree char *text = current && is_set (phase->progress)
                              ? g_strdup_printf ("%s, %s", phase->label, phase->progress)
                              : g_strdup (phase->label);
  TramaTextSpec spec = { .text = text,
                         .bold = current,
                         .vertical = TRAMA_TOP,
                         .max_lines = 1,
                         .colour = current ? TRAMA_COLOUR_INK : TRAMA_COLOUR_SECOND,
                         .width = width + COMPACT_GAP };

  trama_scene_builder_add_item (c->builder, "phase", phase->record, phase->label, value,
                                phase->start);
  trama_scene_builder_add_rectangle (c->builder, from, bar, width, COMPACT_BAR, COMPACT_BAR / 2,
                                     &rest);
  trama_scene_builder_add_rectangle (c->builder, from, bar, width * part, COMPACT_BAR,
                                     COMPACT_BAR / 2, current ? &now : &done);
  if (is_set (text))
    {
      if (trama_chart_text_width (c->builder, text, TRAMA_TEXT_LABEL, current) > spec.width)
        spec.text = phase->label;
      trama_scene_builder_add_text (c->builder, &spec, from, 2);
    }
}

/* The gate between phase @i and the next: the one nearest to where they meet. */
static const TramaGate *
find_gate (const TramaPhasesChart *data, guint i)
{
  const TramaGate *found = NULL;
  gint32 nearest = G_MAXINT32;

  for (guint g = 0; g < data->n_gates; g++)
    {
      gint32 away = ABS (data->gates[g].date - data->phases[i].end);
      gint32 other = away;

      /* A gate that belongs to another end is not this one's. */
      for (guint p = 0; p + 1 < data->n_phases; p++)
        other = MIN (other, ABS (data->gates[g].date - data->phases[p].end));
      if (away == other && away < nearest)
        {
          nearest = away;
          found = &data->gates[g];
        }
    }
  return found;
}

static void
draw_compact_gate (Compact *c, guint i, double bar, double width, double *free_from)
{
  const TramaGate *gate = find_gate (c->data, i);
  const TramaPaint passed = { .fill = TRAMA_COLOUR_INK };
  const TramaPaint open
      = { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_INK, .width = TRAMA_WIDTH_SECOND };
  double x = c->ends[i] + COMPACT_GAP, label_width, left, below = 0;
  TramaTextSpec spec;

  if (gate == NULL)
    return;
  trama_scene_builder_add_item (c->builder, "gate", gate->record, gate->label,
                                gate->passed ? _ ("passed") : _ ("planned"), gate->date);
  trama_scene_builder_add_mark (c->builder, TRAMA_MARK_DIAMOND, x, bar + COMPACT_BAR / 2,
                                COMPACT_GATE + (gate->passed ? 0.5 : 0),
                                gate->passed ? &passed : &open);
  if (!is_set (gate->label))
    return;
  label_width
      = MIN (trama_chart_text_width (c->builder, gate->label, TRAMA_TEXT_LABEL, FALSE), width);
  left = CLAMP (x - label_width / 2, 0, width - label_width);
  /* What would touch the one before stands a line below. */
  if (left < *free_from)
    {
      below = c->line;
      trama_scene_builder_set_height (c->builder, bar + COMPACT_BAR + 7 + 2 * c->line);
    }
  spec = (TramaTextSpec) { .text = gate->label,
                           .colour = TRAMA_COLOUR_SECOND,
                           .vertical = TRAMA_TOP,
                           .width = label_width + 1,
                           .max_lines = 1 };
  trama_scene_builder_add_text (c->builder, &spec, left, bar + COMPACT_BAR + 7 + below);
  *free_from = below > 0 ? -1 : left + label_width + 10;
}

TramaScene *
trama_phases_chart_new_compact (const TramaPhasesChart *data, const TramaChartStyle *style,
                                double width)
{
  g_autoptr (TramaSceneBuilder) builder = NULL;
  g_autofree char *sentence = NULL;
  Compact c = { .data = data };
  double bar, free_from = 0;

  g_return_val_if_fail (data != NULL && style != NULL, NULL);

  builder = trama_scene_builder_new (style, width, 1);
  c.builder = builder;
  c.line = trama_scene_builder_get_leading (builder, TRAMA_TEXT_LABEL);
  c.starts = g_new0 (double, MAX (data->n_phases, 1));
  c.ends = g_new0 (double, MAX (data->n_phases, 1));
  bar = c.line + 5;
  trama_scene_builder_set_height (builder, bar + COMPACT_BAR + 7 + c.line);
  if (data->n_phases > 0)
    divide (&c, width);
  for (guint i = 0; i < data->n_phases; i++)
    {
      draw_compact_phase (&c, i, bar);
      if (i + 1 < data->n_phases)
        draw_compact_gate (&c, i, bar, width, &free_from);
    }
  g_free (c.starts);
  g_free (c.ends);
  sentence = trama_phases_make_sentence (data);
  return trama_scene_builder_finish (builder, sentence, trama_phases_make_table (data));
}
