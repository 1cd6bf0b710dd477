/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything of the phases chart will stand: first how wide and high it is, then in which row. */

#include "trama-phases-private.h"

#include "trama-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GATE_WIDTH 150.0
#define MAX_ACTION_ROWS 5
/* Words of an event are not set narrower than this. */
#define LEAST_WORDS 80.0

double
trama_phases_place (const TramaPhasesDrawing *d, gint32 day)
{
  return trama_scale_place (&d->x, day);
}

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/* The longer side of a date: words never need more than that. */
static double
longer_side (double date, double gap, double left_edge, double right_edge)
{
  return MAX (MAX (right_edge - date - gap, date - gap - left_edge), 20);
}

/* Seats words of known widths beside their dates, right of them where there is room, in as few
 * levels as keep them apart. @gap is from the date to the words. Returns the height of all levels. */
static double
seat_labels (TramaPhasesSeat *seats, const double *dates, guint n, double gap, double left_edge,
             double between)
{
  double y = 0;
  guint n_levels = 0;

  for (guint i = 0; i < n; i++)
    {
      TramaPhasesSeat *seat = &seats[i];
      gboolean seated = FALSE;

      for (guint level = 0; !seated; level++)
        for (guint side = 0; side < 2 && !seated; side++)
          {
            double x = side == 0 ? dates[i] + gap : dates[i] - gap - seat->width;

            seated = x >= left_edge - 0.01 && x + seat->width <= seat->limit + 0.01;
            for (guint j = 0; j < i && seated; j++)
              seated = seats[j].level != level || x >= seats[j].x + seats[j].width + 6
                       || x + seat->width + 6 <= seats[j].x;
            /* More levels than labels: it fits nowhere, which a label of the longer side cannot. */
            seated |= level > n;
            if (seated)
              {
                seat->level = level;
                seat->x = x;
                seat->before = side == 1;
                n_levels = MAX (n_levels, level + 1);
              }
          }
    }
  for (guint level = 0; level < n_levels; level++)
    {
      double height = 0;

      for (guint i = 0; i < n; i++)
        if (seats[i].level == level)
          {
            seats[i].y = y;
            height = MAX (height, seats[i].height);
          }
      y += height + between;
    }
  return y;
}

TramaTextSpec
trama_phases_gate_spec (const TramaGate *gate)
{
  return (TramaTextSpec) {
    .text = gate->label, .vertical = TRAMA_TOP, .width = GATE_WIDTH, .halo = TRAMA_COLOUR_GROUND
  };
}

static void
plan_gates (TramaPhasesDrawing *d)
{
  guint n = d->data->n_gates;
  g_autofree double *dates = g_new0 (double, MAX (n, 1));
  double right = d->plot.x + d->plot.width;

  d->gates = g_new0 (TramaPhasesSeat, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      TramaTextSpec spec = trama_phases_gate_spec (&d->data->gates[i]);

      dates[i] = trama_phases_place (d, d->data->gates[i].date);
      d->gates[i].limit = right;
      spec.width = MIN (spec.width, longer_side (dates[i], 3, 0, right));
      if (is_set (spec.text))
        trama_scene_builder_get_text_size (d->builder, &spec, &d->gates[i].width,
                                           &d->gates[i].height);
    }
  d->gate_rows = seat_labels (d->gates, dates, n, 3, 0, 5);
}

TramaTextSpec
trama_phases_shock_spec (const TramaShockMark *shock)
{
  return (
      TramaTextSpec) { .text = shock->label, .vertical = TRAMA_TOP, .halo = TRAMA_COLOUR_GROUND };
}

static void
plan_shocks (TramaPhasesDrawing *d)
{
  guint n = d->data->n_shocks;
  g_autofree double *dates = g_new0 (double, MAX (n, 1));
  double gap = TRAMA_PHASES_SHOCK + 3;
  double right = d->plot.x + d->plot.width;
  double now = trama_phases_place (d, d->data->as_of) - 5;

  d->shocks = g_new0 (TramaPhasesSeat, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      TramaTextSpec spec = trama_phases_shock_spec (&d->data->shocks[i]);

      dates[i] = trama_phases_place (d, d->data->shocks[i].date);
      /* What has happened is told left of the as-of line, where that leaves room for it. */
      d->shocks[i].limit = d->data->shocks[i].date <= d->data->as_of
                                   && longer_side (dates[i], gap, d->plot.x, now) >= LEAST_WORDS
                               ? now
                               : right;
      spec.width = longer_side (dates[i], gap, d->plot.x, d->shocks[i].limit);
      d->shocks[i].height = 2 * TRAMA_PHASES_SHOCK;
      if (is_set (spec.text))
        trama_scene_builder_get_text_size (d->builder, &spec, &d->shocks[i].width,
                                           &d->shocks[i].height);
    }
  d->shock_rows = seat_labels (d->shocks, dates, n, gap, d->plot.x, 6);
}

/* Marks of one row stand apart; what would touch goes to the next. */
static void
plan_actions (TramaPhasesDrawing *d)
{
  double ends[MAX_ACTION_ROWS] = { -1e9, -1e9, -1e9, -1e9, -1e9 };

  d->action_levels = g_new0 (guint, MAX (d->data->n_actions, 1));
  for (guint i = 0; i < d->data->n_actions; i++)
    {
      double x = trama_phases_place (d, d->data->actions[i].date);
      guint level, best = 0;

      for (level = 0; level < MAX_ACTION_ROWS; level++)
        {
          if (x >= ends[level])
            break;
          if (ends[level] < ends[best])
            best = level;
        }
      if (level == MAX_ACTION_ROWS)
        level = best;
      ends[level] = x + 2 * TRAMA_PHASES_ACTION + 1;
      d->action_levels[i] = level;
      d->n_action_levels = MAX (d->n_action_levels, level + 1);
    }
}

void
trama_phases_clear_of_gates (const TramaPhasesDrawing *d, double *from, double *to)
{
  double start = *from, end = *to;

  for (guint i = 0; i < d->data->n_gates; i++)
    {
      double x = trama_phases_place (d, d->data->gates[i].date);
      double left = x - TRAMA_PHASES_GATE - 1, right = x + TRAMA_PHASES_GATE + 1;

      if (right <= start || left >= end)
        continue;
      /* The larger side of the mark is left for the name. */
      if (x - start < end - x)
        *from = MAX (*from, right);
      else
        *to = MIN (*to, left);
    }
}

TramaPhaseName
trama_phases_name (const TramaPhasesDrawing *d, const TramaPhase *phase)
{
  double from = trama_phases_place (d, phase->start);
  double to = trama_phases_place (d, MAX (phase->end, phase->start));
  double now = CLAMP (trama_phases_place (d, d->data->as_of), from, to);
  gboolean current = phase->start <= d->data->as_of && d->data->as_of < phase->end;
  TramaPhaseName name = { .past = now - from >= to - now };

  name.from = name.past ? from : now;
  name.to = name.past ? now : to;
  trama_phases_clear_of_gates (d, &name.from, &name.to);
  name.text = name.past || now <= from + 0.01 ? g_strdup (phase->label)
                                              : g_strdup_printf (_ ("%s, planned"), phase->label);
  name.fits
      = trama_chart_text_width (d->builder, name.text, TRAMA_TEXT_LABEL, name.past && current) + 8
        <= name.to - name.from;
  return name;
}

static void
plan_phases (TramaPhasesDrawing *d)
{
  for (guint i = 0; i < d->data->n_phases; i++)
    if (is_set (d->data->phases[i].label))
      {
        TramaPhaseName name = trama_phases_name (d, &d->data->phases[i]);

        d->phases_below |= !name.fits;
        g_free (name.text);
      }
}

static gboolean
crossed_by_leader (const TramaPhasesDrawing *d, double from, double to)
{
  for (guint i = 0; i < d->data->n_gates; i++)
    {
      double x = trama_phases_place (d, d->data->gates[i].date);

      if (is_set (d->data->gates[i].label) && x > from - 1 && x < to + 1)
        return TRUE;
    }
  return FALSE;
}

/* Beside its line, on the side where there is room and no leader; above all where there is none. */
static void
plan_as_of (TramaPhasesDrawing *d)
{
  g_autofree char *date = trama_date_to_prose (trama_date_from_day (d->data->as_of));
  double x = trama_phases_place (d, d->data->as_of), right = d->plot.x + d->plot.width;
  double width = trama_chart_text_width (d->builder, date, TRAMA_TEXT_LABEL, TRUE);
  gboolean room = x + 3 + width <= right;

  d->as_of_before = !room || crossed_by_leader (d, x + 3, x + 3 + width);
  if (d->as_of_before && crossed_by_leader (d, x - 3 - width, x - 3))
    {
      d->as_of_on_top = TRUE;
      d->as_of_before = !room;
    }
}

char *
trama_phases_note_actions (const TramaPhasesChart *data)
{
  guint learning = 0, rest;
  g_autofree char *discs = NULL;
  g_autofree char *squares = NULL;

  for (guint i = 0; i < data->n_actions; i++)
    learning += data->actions[i].learning;
  rest = data->n_actions - learning;
  /* Translators: joint actions from which the firms learned; discs are their marks */
  discs
      = g_strdup_printf (ngettext ("disc: %u learning", "discs: %u learning", learning), learning);
  /* Translators: joint actions that shared a cost, a purchase or lobbying; squares are their marks */
  squares = g_strdup_printf (ngettext ("square: %u static", "squares: %u static", rest), rest);
  if (learning == 0)
    return g_steal_pointer (&squares);
  if (rest == 0)
    return g_steal_pointer (&discs);
  return g_strdup_printf ("%s; %s", discs, squares);
}

static double
measure_row_labels (TramaPhasesDrawing *d)
{
  double width = trama_chart_text_width (d->builder, _ ("Phases"), TRAMA_TEXT_LABEL, TRUE);

  if (d->data->n_actions > 0)
    width = MAX (width,
                 trama_chart_text_width (d->builder, _ ("Joint actions"), TRAMA_TEXT_LABEL, TRUE));
  if (d->data->n_shocks > 0)
    width = MAX (width, trama_chart_text_width (d->builder, _ ("Shocks"), TRAMA_TEXT_LABEL, TRUE));
  return width + 14;
}

static void
set_scale (TramaPhasesDrawing *d)
{
  const TramaPhasesChart *data = d->data;
  gint32 from = data->from, to = data->to;

  if (from == 0 && to == 0)
    {
      from = data->as_of;
      to = data->as_of;
      for (guint i = 0; i < data->n_phases; i++)
        {
          from = MIN (from, data->phases[i].start);
          to = MAX (to, data->phases[i].end);
        }
      for (guint i = 0; i < data->n_gates; i++)
        to = MAX (to, data->gates[i].date);
      for (guint i = 0; i < data->n_actions; i++)
        from = MIN (from, data->actions[i].date);
      for (guint i = 0; i < data->n_shocks; i++)
        from = MIN (from, data->shocks[i].date);
    }
  if (to <= from)
    to = from + 1;
  /* Gates at either end keep their corners. */
  d->x = (TramaScale) { from, to, d->plot.x, d->plot.x + d->plot.width - TRAMA_PHASES_GATE - 1 };
}

TramaPhasesRows
trama_phases_stack (const TramaPhasesDrawing *d)
{
  TramaPhasesRows rows = { 0 };
  double y = 2;
  double mark_row = 2 * TRAMA_PHASES_ACTION + 2;

  rows.as_of = y;
  if (d->as_of_on_top)
    y += d->line + 3;
  rows.gates = y;
  y += d->gate_rows;
  if (!d->as_of_on_top)
    {
      rows.as_of = y;
      y += d->line + 1;
    }
  rows.bar = y;
  y += TRAMA_PHASES_BAR + (d->phases_below ? d->line + 4 : 4);
  if (d->data->n_actions > 0)
    {
      rows.actions = y + 11;
      y = rows.actions + (d->n_action_levels - 1) * mark_row + 4;
      if (!d->actions_noted_inside)
        {
          rows.note = y + d->line * 0.7;
          y = rows.note + 3;
        }
    }
  if (d->data->n_shocks > 0)
    {
      rows.shocks = y + 10;
      y = rows.shocks + d->shock_rows - 4;
    }
  rows.axis = y + 10;
  rows.height = rows.axis + 1 + d->line + 6;
  return rows;
}

void
trama_phases_plan (TramaPhasesDrawing *d)
{
  g_autofree char *note = trama_phases_note_actions (d->data);
  double left = measure_row_labels (d);

  d->line = trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_LABEL);
  d->plot.x = left;
  d->plot.width = MAX (d->plot.width - left, 20);
  set_scale (d);
  plan_gates (d);
  plan_phases (d);
  plan_as_of (d);
  plan_actions (d);
  plan_shocks (d);
  d->actions_noted_inside = trama_phases_place (d, d->data->as_of) + 6
                                + trama_chart_text_width (d->builder, note, TRAMA_TEXT_LABEL, FALSE)
                            <= d->plot.x + d->plot.width;
}
