/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws what trama-phases-plan.c has found places for. */

#include "trama-phases-private.h"

#include "trama-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

static double
phase_end (const TramaPhasesDrawing *d, const TramaPhase *phase)
{
  return trama_phases_place (d, MAX (phase->end, phase->start));
}

static void
draw_part (TramaPhasesDrawing *d, const TramaPhase *phase, gboolean current, double from, double to,
           gboolean planned, double y)
{
  const TramaPaint done = { .fill = TRAMA_COLOUR_GRID };
  const TramaPaint now = { .fill = TRAMA_COLOUR_SECOND };
  const TramaPaint plan = { .fill = TRAMA_COLOUR_GROUND,
                            .stroke = TRAMA_COLOUR_SECOND,
                            .width = TRAMA_WIDTH_OUTLINE,
                            .dash = TRAMA_DASH_GHOST };

  if (to - from > 0.01)
    trama_scene_builder_add_rectangle (d->builder, from, y, to - from, TRAMA_PHASES_BAR, 0,
                                       planned   ? &plan
                                       : current ? &now
                                                 : &done);
}

/* In the larger part where it fits; else below. A label that began below runs right, the last one
 * left. */
static void
label_phase (TramaPhasesDrawing *d, const TramaPhase *phase, gboolean current, double y,
             double *below_end)
{
  TramaPhaseName name = trama_phases_name (d, phase);
  g_autofree char *text = name.text;
  double width;

  if (!is_set (phase->label))
    return;
  if (name.fits)
    {
      const TramaTextSpec spec = { .text = text,
                                   .bold = name.past && current,
                                   .colour = !name.past ? TRAMA_COLOUR_INK
                                             : current  ? TRAMA_COLOUR_ON (TRAMA_COLOUR_SECOND)
                                                        : TRAMA_COLOUR_ON (TRAMA_COLOUR_GRID),
                                   .align = TRAMA_ALIGN_MIDDLE,
                                   .vertical = TRAMA_CENTRE };

      trama_scene_builder_add_text (d->builder, &spec, (name.from + name.to) / 2,
                                    y + TRAMA_PHASES_BAR / 2);
      return;
    }
  width = trama_chart_text_width (d->builder, phase->label, TRAMA_TEXT_LABEL, FALSE);
  {
    double right = d->plot.x + d->plot.width, now = trama_phases_place (d, d->data->as_of);
    double from = trama_phases_place (d, phase->start);
    double x = MIN (MAX (from, *below_end + 6), right - width);

    /* Not across the as-of line: on the side where most of the phase lies, if there is room. */
    if (x < now + 3 && x + width > now - 3)
      {
        double middle = (from + trama_phases_place (d, MAX (phase->end, phase->start))) / 2;
        gboolean left_fits = now - 4 - width >= MAX (*below_end + 6, 0);
        gboolean right_fits = now + 4 + width <= right;

        x = left_fits && (middle < now || !right_fits) ? now - 4 - width : now + 4;
      }
    if (x < *below_end)
      return;
    trama_chart_put (d->builder, phase->label, TRAMA_TEXT_LABEL, TRAMA_COLOUR_INK,
                     TRAMA_ALIGN_START, TRAMA_TOP, x, y + TRAMA_PHASES_BAR + 5);
    *below_end = x + width;
  }
}

/* The rest of a phase begun is planned too: its name then stands in both parts if they hold it. */
static void
label_rest (TramaPhasesDrawing *d, const TramaPhase *phase, double from, double now, double to,
            double y)
{
  g_autofree char *text = NULL;

  if (!is_set (phase->label) || now <= from + 0.01 || now - from < to - now)
    return;
  text = g_strdup_printf (_ ("%s, planned"), phase->label);
  trama_phases_clear_of_gates (d, &now, &to);
  if (trama_chart_text_width (d->builder, text, TRAMA_TEXT_LABEL, FALSE) + 8 <= to - now)
    trama_chart_put (d->builder, text, TRAMA_TEXT_LABEL, TRAMA_COLOUR_INK, TRAMA_ALIGN_MIDDLE,
                     TRAMA_CENTRE, (now + to) / 2, y + TRAMA_PHASES_BAR / 2);
}

static void
draw_phases (TramaPhasesDrawing *d, double y)
{
  double as_of = trama_phases_place (d, d->data->as_of), below_end = -1e9;

  for (guint i = 0; i < d->data->n_phases; i++)
    {
      const TramaPhase *phase = &d->data->phases[i];
      gboolean current = phase->start <= d->data->as_of && d->data->as_of < phase->end;
      double from = trama_phases_place (d, phase->start), to = phase_end (d, phase);
      double now = CLAMP (as_of, from, to);
      g_autofree char *value = trama_phases_describe (phase);

      trama_scene_builder_add_item (d->builder, "phase", phase->record, phase->label, value,
                                    phase->start);
      draw_part (d, phase, current, from, now, FALSE, y);
      draw_part (d, phase, current, now, to, TRUE, y);
      label_phase (d, phase, current, y, &below_end);
      label_rest (d, phase, from, now, to, y);
    }
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

static void
draw_gates (TramaPhasesDrawing *d, double top, double bar)
{
  const TramaPaint leader = { .stroke = TRAMA_COLOUR_AXIS, .width = TRAMA_WIDTH_AXIS };
  const TramaPaint passed = { .fill = TRAMA_COLOUR_CATEGORY_3,
                              .stroke = TRAMA_COLOUR_INK,
                              .width = TRAMA_WIDTH_OUTLINE };
  const TramaPaint open
      = { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_INK, .width = TRAMA_WIDTH_OUTLINE };

  /* Leaders first: no word is crossed by one. */
  for (guint i = 0; i < d->data->n_gates; i++)
    {
      double x = trama_phases_place (d, d->data->gates[i].date);

      if (is_set (d->data->gates[i].label))
        trama_scene_builder_add_line (d->builder, x, top + d->gates[i].y - 2, x, bar + 1, &leader);
    }
  for (guint i = 0; i < d->data->n_gates; i++)
    {
      const TramaGate *gate = &d->data->gates[i];
      const TramaPhasesSeat *seat = &d->gates[i];
      TramaTextSpec spec = trama_phases_gate_spec (gate);

      trama_scene_builder_add_item (d->builder, "gate", gate->record, gate->label,
                                    gate->passed ? _ ("passed") : _ ("planned"), gate->date);
      trama_scene_builder_add_mark (d->builder, TRAMA_MARK_DIAMOND,
                                    trama_phases_place (d, gate->date), bar + TRAMA_PHASES_BAR / 2,
                                    TRAMA_PHASES_GATE, gate->passed ? &passed : &open);
      spec.align = seat->before ? TRAMA_ALIGN_END : TRAMA_ALIGN_START;
      spec.width = seat->width + 0.5;
      if (is_set (gate->label))
        trama_scene_builder_add_text (d->builder, &spec, seat->x + (seat->before ? seat->width : 0),
                                      top + seat->y);
    }
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

static void
draw_actions (TramaPhasesDrawing *d, double y)
{
  const TramaPaint disc = { .fill = TRAMA_COLOUR_CATEGORY_1 };
  const TramaPaint square
      = { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_INK, .width = TRAMA_WIDTH_OUTLINE };

  for (guint i = 0; i < d->data->n_actions; i++)
    {
      const TramaJointAction *action = &d->data->actions[i];
      double at = y + d->action_levels[i] * (2 * TRAMA_PHASES_ACTION + 2);
      g_autofree char *date = trama_date_to_short_prose (trama_date_from_day (action->date));

      trama_scene_builder_add_item (d->builder, "activity", action->record, action->label, date,
                                    action->date);
      trama_scene_builder_add_mark (
          d->builder, action->learning ? TRAMA_MARK_DISC : TRAMA_MARK_SQUARE,
          trama_phases_place (d, action->date), at,
          action->learning ? TRAMA_PHASES_ACTION + 0.3 : TRAMA_PHASES_ACTION,
          action->learning ? &disc : &square);
    }
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

static void
draw_shocks (TramaPhasesDrawing *d, double top)
{
  const TramaPaint triangle = { .fill = TRAMA_COLOUR_CATEGORY_2 };

  for (guint i = 0; i < d->data->n_shocks; i++)
    {
      const TramaShockMark *shock = &d->data->shocks[i];
      const TramaPhasesSeat *seat = &d->shocks[i];
      TramaTextSpec spec = trama_phases_shock_spec (shock);
      double y = top + seat->y;

      trama_scene_builder_add_item (d->builder, "shock", shock->record, shock->label, NULL,
                                    shock->date);
      trama_scene_builder_add_mark (d->builder, TRAMA_MARK_TRIANGLE,
                                    trama_phases_place (d, shock->date), y + d->line * 0.3,
                                    TRAMA_PHASES_SHOCK, &triangle);
      spec.align = seat->before ? TRAMA_ALIGN_END : TRAMA_ALIGN_START;
      spec.width = seat->width + 0.5;
      if (is_set (spec.text))
        trama_scene_builder_add_text (d->builder, &spec, seat->x + (seat->before ? seat->width : 0),
                                      y);
    }
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

static void
draw_as_of (TramaPhasesDrawing *d, double top, double bottom)
{
  const TramaPaint paint = { .stroke = TRAMA_COLOUR_INK, .width = TRAMA_WIDTH_REFERENCE };
  g_autofree char *date = trama_date_to_prose (trama_date_from_day (d->data->as_of));
  double x = trama_phases_place (d, d->data->as_of);
  gboolean right = !d->as_of_before;
  const TramaTextSpec spec = { .text = date,
                               .bold = TRUE,
                               .vertical = TRAMA_TOP,
                               .align = right ? TRAMA_ALIGN_START : TRAMA_ALIGN_END,
                               .halo = TRAMA_COLOUR_GROUND };

  trama_scene_builder_add_item (d->builder, "as-of", TRAMA_ID_NONE, date, NULL, d->data->as_of);
  trama_scene_builder_add_line (d->builder, x, top, x, bottom, &paint);
  trama_scene_builder_add_text (d->builder, &spec, right ? x + 3 : x - 3, top);
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

static double
row_label (TramaPhasesDrawing *d, const char *text, double y)
{
  const TramaTextSpec spec = { .text = text, .bold = TRUE, .vertical = TRAMA_CENTRE };

  return trama_scene_builder_add_text (d->builder, &spec, 0, y);
}

/* Right of the as-of line nothing has happened yet: there is room for what the marks mean. */
static void
draw_action_note (TramaPhasesDrawing *d, double y)
{
  g_autofree char *note = trama_phases_note_actions (d->data);
  double x = trama_phases_place (d, d->data->as_of) + 6;

  if (!d->actions_noted_inside)
    x = d->plot.x;
  trama_chart_put (d->builder, note, TRAMA_TEXT_LABEL, TRAMA_COLOUR_SECOND, TRAMA_ALIGN_START,
                   TRAMA_CENTRE, x, y);
}

void
trama_phases_draw (TramaPhasesDrawing *d, const TramaPhasesRows *rows)
{
  TramaBox axis = { d->plot.x, d->plot.y + rows->axis - 1, d->x.place_to - d->x.place_from, 1 };
  double top = d->plot.y;

  trama_chart_axis_add_dates (d->builder, &axis, &d->x);
  row_label (d, _ ("Phases"), top + rows->bar + TRAMA_PHASES_BAR / 2);
  draw_phases (d, top + rows->bar);
  draw_as_of (d, top + rows->as_of, top + rows->axis + 4);
  draw_gates (d, top + rows->gates, top + rows->bar);
  if (d->data->n_actions > 0)
    {
      row_label (d, _ ("Joint actions"), top + rows->actions);
      draw_actions (d, top + rows->actions);
      draw_action_note (d, top + (d->actions_noted_inside ? rows->actions : rows->note));
    }
  if (d->data->n_shocks > 0)
    {
      row_label (d, _ ("Shocks"), top + rows->shocks + d->line * 0.3);
      draw_shocks (d, top + rows->shocks);
    }
}
