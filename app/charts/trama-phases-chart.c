/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rows from the top: the gates' words, the as-of date, the bar of phases, what does not fit into
 * the bar, joint actions, shocks, the axis. Every row is as high as what stands in it, so the rows
 * are laid out first (plan_…) and drawn from what was found.
 */
#include "trama-phases-chart.h"

#include "trama-chart-axis.h"
#include "trama-date.h"
#include "trama-label-placer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BAR_HEIGHT 12.5
#define GATE_SIZE 5.6
#define ACTION_SIZE 2.8
#define SHOCK_SIZE 4.0
#define GATE_LABEL_WIDTH 150.0
#define MAX_ROWS 5

/* Where a label of a row stands: its level, left edge and side of its date. */
typedef struct
{
  guint level;
  double x;
  TramaAlign align;
  double width;
  double height;
} Seat;

typedef struct
{
  const TramaPhasesChart *data;
  TramaSceneBuilder *builder;
  TramaBox plot;            /* from the row labels' end to the right edge */
  TramaScale x;
  double line;              /* leading of a label */
  Seat *gates;
  double gate_rows;         /* height */
  Seat *shocks;
  double shock_rows;
  guint *action_levels;
  guint n_action_levels;
  gboolean actions_noted_inside;
  gboolean phases_below;    /* some name does not fit into the bar */
} Drawing;

static double
place (const Drawing *d, gint32 day)
{
  return trama_scale_place (&d->x, day);
}

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Seats labels of @widths beside their dates, right of it where there is room, in as few levels as
 * keep them apart. @gap is from the date to the label. */
static guint
seat_labels (Drawing *d, Seat *seats, const double *dates, guint n, double gap, double left_edge)
{
  double right_edge = d->plot.x + d->plot.width;
  guint n_levels = 0;

  for (guint i = 0; i < n; i++)
    {
      Seat *seat = &seats[i];
      gboolean seated = FALSE;

      for (guint level = 0; !seated; level++)
        for (guint side = 0; side < 2 && !seated; side++)
          {
            double x = side == 0 ? dates[i] + gap : dates[i] - gap - seat->width;

            seated = x >= left_edge && x + seat->width <= right_edge;
            /* Nowhere beside it: as near as the edges let it. */
            if (!seated && side == 1 && dates[i] + gap + seat->width > right_edge
                && dates[i] - gap - seat->width < left_edge)
              {
                x = MAX (right_edge - seat->width, left_edge);
                seated = TRUE;
              }
            for (guint j = 0; j < i && seated; j++)
              seated = seats[j].level != level || x >= seats[j].x + seats[j].width + 6
                       || x + seat->width + 6 <= seats[j].x;
            if (seated)
              {
                seat->level = level;
                seat->x = x;
                seat->align = side == 0 ? TRAMA_ALIGN_START : TRAMA_ALIGN_END;
                n_levels = MAX (n_levels, level + 1);
              }
          }
    }
  return n_levels;
}

static TramaTextSpec
gate_spec (const TramaGate *gate)
{
  return (TramaTextSpec) { .text = gate->label, .vertical = TRAMA_TOP,
                           .width = GATE_LABEL_WIDTH, .halo = TRAMA_COLOUR_GROUND };
}

static void
plan_gates (Drawing *d)
{
  guint n = d->data->n_gates, n_levels;
  g_autofree double *dates = g_new0 (double, MAX (n, 1));
  double tallest = 0;

  d->gates = g_new0 (Seat, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      TramaTextSpec spec = gate_spec (&d->data->gates[i]);

      dates[i] = place (d, d->data->gates[i].date);
      spec.width = MIN (spec.width, d->plot.width);
      if (is_set (spec.text))
        trama_scene_builder_get_text_size (d->builder, &spec, &d->gates[i].width,
                                           &d->gates[i].height);
      tallest = MAX (tallest, d->gates[i].height);
    }
  n_levels = seat_labels (d, d->gates, dates, n, 3, 0);
  d->gate_rows = tallest > 0 ? n_levels * (tallest + 5) : 0;
}

static TramaTextSpec
shock_spec (const Drawing *d, const TramaShockMark *shock)
{
  return (TramaTextSpec) { .text = shock->label, .vertical = TRAMA_CENTRE, .max_lines = 1,
                           .width = d->plot.width - 2 * SHOCK_SIZE - 4 };
}

static void
plan_shocks (Drawing *d)
{
  guint n = d->data->n_shocks, n_levels;
  g_autofree double *dates = g_new0 (double, MAX (n, 1));

  d->shocks = g_new0 (Seat, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      TramaTextSpec spec = shock_spec (d, &d->data->shocks[i]);

      dates[i] = place (d, d->data->shocks[i].date);
      if (is_set (spec.text))
        trama_scene_builder_get_text_size (d->builder, &spec, &d->shocks[i].width, NULL);
      /* Its width without the wrapping room. */
      d->shocks[i].width = MIN (d->shocks[i].width + 1, spec.width);
    }
  n_levels = seat_labels (d, d->shocks, dates, n, SHOCK_SIZE + 3, d->plot.x);
  d->shock_rows = n_levels * (d->line + 2);
}

/* Marks of one row stand apart; what would touch goes to the next. */
static void
plan_actions (Drawing *d)
{
  double ends[MAX_ROWS] = { -1e9, -1e9, -1e9, -1e9, -1e9 };

  d->action_levels = g_new0 (guint, MAX (d->data->n_actions, 1));
  for (guint i = 0; i < d->data->n_actions; i++)
    {
      double x = place (d, d->data->actions[i].date);
      guint level = 0, best = 0;

      for (level = 0; level < MAX_ROWS; level++)
        {
          if (x >= ends[level])
            break;
          if (ends[level] < ends[best])
            best = level;
        }
      if (level == MAX_ROWS)
        level = best;
      ends[level] = x + 2 * ACTION_SIZE + 1;
      d->action_levels[i] = level;
      d->n_action_levels = MAX (d->n_action_levels, level + 1);
    }
}

static double
phase_end (const Drawing *d, const TramaPhase *phase)
{
  return place (d, MAX (phase->end, phase->start));
}

static void
plan_phases (Drawing *d)
{
  for (guint i = 0; i < d->data->n_phases; i++)
    {
      const TramaPhase *phase = &d->data->phases[i];
      double room = phase_end (d, phase) - place (d, phase->start);

      if (is_set (phase->label)
          && trama_chart_text_width (d->builder, phase->label, TRAMA_TEXT_LABEL, TRUE) + 8 > room)
        d->phases_below = TRUE;
    }
}

static char *
note_actions (const TramaPhasesChart *data)
{
  guint learning = 0, rest;
  g_autofree char *discs = NULL;
  g_autofree char *squares = NULL;

  for (guint i = 0; i < data->n_actions; i++)
    learning += data->actions[i].learning;
  rest = data->n_actions - learning;
  /* Translators: joint actions from which the firms learned; discs are their marks */
  discs = g_strdup_printf (ngettext ("disc: %u learning", "discs: %u learning", learning),
                           learning);
  /* Translators: joint actions that shared a cost, a purchase or lobbying; squares are their marks */
  squares = g_strdup_printf (ngettext ("square: %u static", "squares: %u static", rest), rest);
  return g_strdup_printf ("%s; %s", discs, squares);
}

static void
draw_part (Drawing *d, const TramaPhase *phase, gboolean current, double from, double to,
           gboolean planned, double y)
{
  const TramaPaint done = { .fill = TRAMA_COLOUR_GRID };
  const TramaPaint now = { .fill = TRAMA_COLOUR_SECOND };
  const TramaPaint plan = { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_SECOND,
                            .width = TRAMA_WIDTH_OUTLINE, .dash = TRAMA_DASH_GHOST };

  if (to - from > 0.01)
    trama_scene_builder_add_rectangle (d->builder, from, y, to - from, BAR_HEIGHT, 0,
                                       planned ? &plan : current ? &now : &done);
}

/* In the larger part where it fits; else below. A label that began below runs right, the last one
 * left. */
static void
label_phase (Drawing *d, const TramaPhase *phase, gboolean current, double from, double now,
             double to, double y, double *below_end)
{
  gboolean past = now - from >= to - now;
  double part_from = past ? from : now, part_to = past ? now : to;
  double width;
  g_autofree char *text = past || now <= from + 0.01
                              ? g_strdup (phase->label)
                              : g_strdup_printf (_ ("%s, planned"), phase->label);

  if (!is_set (phase->label))
    return;
  width = trama_chart_text_width (d->builder, text, TRAMA_TEXT_LABEL, past && current);
  if (width + 8 <= part_to - part_from)
    {
      const TramaTextSpec spec = { .text = text, .bold = past && current,
                                   .colour = !past ? TRAMA_COLOUR_INK
                                             : current ? TRAMA_COLOUR_ON (TRAMA_COLOUR_SECOND)
                                                       : TRAMA_COLOUR_ON (TRAMA_COLOUR_GRID),
                                   .align = TRAMA_ALIGN_MIDDLE, .vertical = TRAMA_CENTRE };

      trama_scene_builder_add_text (d->builder, &spec, (part_from + part_to) / 2,
                                    y + BAR_HEIGHT / 2);
      return;
    }
  width = trama_chart_text_width (d->builder, phase->label, TRAMA_TEXT_LABEL, FALSE);
  {
    double right = d->plot.x + d->plot.width;
    double x = MIN (MAX (from, *below_end + 6), right - width);

    if (x < *below_end)
      return;
    trama_chart_put (d->builder, phase->label, TRAMA_TEXT_LABEL, TRAMA_COLOUR_INK,
                     TRAMA_ALIGN_START, TRAMA_TOP, x, y + BAR_HEIGHT + 5);
    *below_end = x + width;
  }
}

/* The rest of a phase begun is planned too: its name then stands in both parts if they hold it. */
static void
label_rest (Drawing *d, const TramaPhase *phase, double from, double now, double to, double y)
{
  g_autofree char *text = NULL;

  if (!is_set (phase->label) || now <= from + 0.01 || now - from < to - now)
    return;
  text = g_strdup_printf (_ ("%s, planned"), phase->label);
  if (trama_chart_text_width (d->builder, text, TRAMA_TEXT_LABEL, FALSE) + 8 <= to - now)
    trama_chart_put (d->builder, text, TRAMA_TEXT_LABEL, TRAMA_COLOUR_INK, TRAMA_ALIGN_MIDDLE,
                     TRAMA_CENTRE, (now + to) / 2, y + BAR_HEIGHT / 2);
}

static char *
describe_phase (const TramaPhase *phase)
{
  g_autofree char *start = trama_date_to_short_prose (trama_date_from_day (phase->start));
  g_autofree char *end = trama_date_to_short_prose (trama_date_from_day (phase->end));

  /* Translators: from one date to another */
  return g_strdup_printf (_ ("%s to %s"), start, end);
}

static void
draw_phases (Drawing *d, double y)
{
  double as_of = place (d, d->data->as_of), below_end = -1e9;

  for (guint i = 0; i < d->data->n_phases; i++)
    {
      const TramaPhase *phase = &d->data->phases[i];
      gboolean current = phase->start <= d->data->as_of && d->data->as_of < phase->end;
      double from = place (d, phase->start), to = phase_end (d, phase);
      double now = CLAMP (as_of, from, to);
      g_autofree char *value = describe_phase (phase);

      trama_scene_builder_add_item (d->builder, "phase", phase->record, phase->label, value,
                                    phase->start);
      draw_part (d, phase, current, from, now, FALSE, y);
      draw_part (d, phase, current, now, to, TRUE, y);
      label_phase (d, phase, current, from, now, to, y, &below_end);
      label_rest (d, phase, from, now, to, y);
    }
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

static void
draw_gates (Drawing *d, double top, double bar)
{
  const TramaPaint leader = { .stroke = TRAMA_COLOUR_AXIS, .width = TRAMA_WIDTH_AXIS };
  const TramaPaint passed = { .fill = TRAMA_COLOUR_CATEGORY_3, .stroke = TRAMA_COLOUR_INK,
                              .width = TRAMA_WIDTH_OUTLINE };
  const TramaPaint open = { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_INK,
                            .width = TRAMA_WIDTH_OUTLINE };
  double row = 0;

  for (guint i = 0; i < d->data->n_gates; i++)
    row = MAX (row, d->gates[i].height + 5);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < d->data->n_gates; i++)
      {
        const TramaGate *gate = &d->data->gates[i];
        double x = place (d, gate->date), y = top + d->gates[i].level * row;

        /* Leaders first: no word is crossed by one. */
        if (pass == 0)
          {
            if (is_set (gate->label))
              trama_scene_builder_add_line (d->builder, x, y - 2, x, bar + 1, &leader);
            continue;
          }
        trama_scene_builder_add_item (d->builder, "gate", gate->record, gate->label,
                                      gate->passed ? _ ("passed") : _ ("planned"), gate->date);
        trama_scene_builder_add_mark (d->builder, TRAMA_MARK_DIAMOND, x, bar + BAR_HEIGHT / 2,
                                      GATE_SIZE, gate->passed ? &passed : &open);
        if (is_set (gate->label))
          {
            TramaTextSpec spec = gate_spec (gate);
            gboolean end = d->gates[i].align == TRAMA_ALIGN_END;

            spec.width = MIN (spec.width, d->plot.width);
            spec.align = d->gates[i].align;
            trama_scene_builder_add_text (d->builder, &spec,
                                          d->gates[i].x + (end ? d->gates[i].width : 0), y);
          }
      }
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

static void
draw_actions (Drawing *d, double y)
{
  const TramaPaint disc = { .fill = TRAMA_COLOUR_CATEGORY_1 };
  const TramaPaint square = { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_INK,
                              .width = TRAMA_WIDTH_OUTLINE };

  for (guint i = 0; i < d->data->n_actions; i++)
    {
      const TramaJointAction *action = &d->data->actions[i];
      double at = y + d->action_levels[i] * (2 * ACTION_SIZE + 2);
      g_autofree char *date = trama_date_to_short_prose (trama_date_from_day (action->date));

      trama_scene_builder_add_item (d->builder, "activity", action->record, action->label, date,
                                    action->date);
      trama_scene_builder_add_mark (d->builder,
                                    action->learning ? TRAMA_MARK_DISC : TRAMA_MARK_SQUARE,
                                    place (d, action->date), at,
                                    action->learning ? ACTION_SIZE + 0.3 : ACTION_SIZE,
                                    action->learning ? &disc : &square);
    }
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

static void
draw_shocks (Drawing *d, double y)
{
  const TramaPaint triangle = { .fill = TRAMA_COLOUR_CATEGORY_2 };

  for (guint i = 0; i < d->data->n_shocks; i++)
    {
      const TramaShockMark *shock = &d->data->shocks[i];
      TramaTextSpec spec = shock_spec (d, shock);
      double at = y + d->shocks[i].level * (d->line + 2);
      gboolean end = d->shocks[i].align == TRAMA_ALIGN_END;

      trama_scene_builder_add_item (d->builder, "shock", shock->record, shock->label, NULL,
                                    shock->date);
      trama_scene_builder_add_mark (d->builder, TRAMA_MARK_TRIANGLE, place (d, shock->date), at,
                                    SHOCK_SIZE, &triangle);
      spec.align = d->shocks[i].align;
      spec.width = d->shocks[i].width;
      spec.halo = TRAMA_COLOUR_GROUND;
      if (is_set (spec.text))
        trama_scene_builder_add_text (d->builder, &spec,
                                      d->shocks[i].x + (end ? d->shocks[i].width : 0), at);
    }
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

static void
draw_as_of (Drawing *d, double top, double bottom)
{
  const TramaPaint paint = { .stroke = TRAMA_COLOUR_INK, .width = TRAMA_WIDTH_REFERENCE };
  g_autofree char *date = trama_date_to_prose (trama_date_from_day (d->data->as_of));
  double width = trama_chart_text_width (d->builder, date, TRAMA_TEXT_LABEL, TRUE);
  double x = place (d, d->data->as_of);
  gboolean right = x + 3 + width <= d->plot.x + d->plot.width;
  const TramaTextSpec spec = { .text = date, .bold = TRUE, .vertical = TRAMA_TOP,
                               .align = right ? TRAMA_ALIGN_START : TRAMA_ALIGN_END,
                               .halo = TRAMA_COLOUR_GROUND };

  trama_scene_builder_add_item (d->builder, "as-of", TRAMA_ID_NONE, date, NULL, d->data->as_of);
  trama_scene_builder_add_line (d->builder, x, top, x, bottom, &paint);
  trama_scene_builder_add_text (d->builder, &spec, right ? x + 3 : x - 3, top);
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

static double
row_label (Drawing *d, const char *text, double y)
{
  const TramaTextSpec spec = { .text = text, .bold = TRUE, .vertical = TRAMA_CENTRE };

  return trama_scene_builder_add_text (d->builder, &spec, 0, y);
}

/* Right of the as-of line nothing has happened yet: there is room for what the marks mean. */
static void
draw_action_note (Drawing *d, double y)
{
  g_autofree char *note = note_actions (d->data);
  double x = place (d, d->data->as_of) + 6;

  if (!d->actions_noted_inside)
    x = d->plot.x;
  trama_chart_put (d->builder, note, TRAMA_TEXT_LABEL, TRAMA_COLOUR_SECOND, TRAMA_ALIGN_START,
                   TRAMA_CENTRE, x, y);
}

static double
measure_row_labels (Drawing *d)
{
  double width = trama_chart_text_width (d->builder, _ ("Phases"), TRAMA_TEXT_LABEL, TRUE);

  if (d->data->n_actions > 0)
    width = MAX (width, trama_chart_text_width (d->builder, _ ("Joint actions"), TRAMA_TEXT_LABEL,
                                                TRUE));
  if (d->data->n_shocks > 0)
    width = MAX (width, trama_chart_text_width (d->builder, _ ("Shocks"), TRAMA_TEXT_LABEL,
                                                TRUE));
  return width + 14;
}

static void
set_scale (Drawing *d)
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
  d->x = (TramaScale) { from, to, d->plot.x, d->plot.x + d->plot.width - GATE_SIZE - 1 };
}

typedef struct
{
  double gates, as_of, bar, actions, note, shocks, axis, height;
} Rows;

static Rows
stack_rows (const Drawing *d)
{
  Rows rows = { 0 };
  double y = 2;
  double mark_row = 2 * ACTION_SIZE + 2;

  rows.gates = y;
  rows.as_of = y += d->gate_rows;
  rows.bar = y += d->line + 1;
  y += BAR_HEIGHT + (d->phases_below ? d->line + 4 : 4);
  if (d->data->n_actions > 0)
    {
      rows.actions = y + 11;
      y = rows.actions + (d->n_action_levels - 1) * mark_row + 4;
      if (!d->actions_noted_inside)
        {
          rows.note = y + 6;
          y = rows.note + 3;
        }
    }
  if (d->data->n_shocks > 0)
    {
      rows.shocks = y + 13;
      y = rows.shocks + d->shock_rows - d->line + 2;
    }
  rows.axis = y + 11;
  rows.height = rows.axis + 1 + d->line + 6;
  return rows;
}

static void
plan (Drawing *d)
{
  g_autofree char *note = note_actions (d->data);
  double left = measure_row_labels (d);

  d->line = trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_LABEL);
  d->plot.x = left;
  d->plot.width = MAX (d->plot.width - left, 20);
  set_scale (d);
  plan_gates (d);
  plan_phases (d);
  plan_actions (d);
  plan_shocks (d);
  d->actions_noted_inside
      = place (d, d->data->as_of) + 6
            + trama_chart_text_width (d->builder, note, TRAMA_TEXT_LABEL, FALSE)
        <= d->plot.x + d->plot.width;
}

static void
draw (Drawing *d, const Rows *rows)
{
  TramaBox axis = { d->plot.x, d->plot.y + rows->axis - 1, d->x.place_to - d->x.place_from, 1 };
  double top = d->plot.y;

  trama_chart_axis_add_dates (d->builder, &axis, &d->x);
  row_label (d, _ ("Phases"), top + rows->bar + BAR_HEIGHT / 2);
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
      row_label (d, _ ("Shocks"), top + rows->shocks);
      draw_shocks (d, top + rows->shocks);
    }
}

static void
add_event (TramaChartTable *table, const char *kind, gint32 date, const char *label)
{
  g_autofree char *text = trama_date_to_short_prose (trama_date_from_day (date));

  trama_chart_table_add_row (table, text, kind, label);
}

static TramaChartTable *
make_table (const TramaPhasesChart *data)
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

static char *
make_sentence (const TramaPhasesChart *data)
{
  const TramaPhase *current = find_current (data);
  g_autofree char *said = NULL;

  if (current == NULL)
    said = g_strdup (_ ("in no phase on this date"));
  else if (is_set (current->progress))
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
  Drawing d = { .data = data };
  double natural;
  Rows rows;

  g_return_val_if_fail (data != NULL && style != NULL, NULL);

  builder = trama_scene_builder_new (style, width, MAX (height, 1));
  d.builder = builder;
  d.plot.width = width;
  plan (&d);
  rows = stack_rows (&d);
  natural = MAX (rows.height, height - trama_chart_frame_measure (&data->frame, style, width));
  d.plot.y = trama_chart_frame_add (&data->frame, builder, natural).y;
  draw (&d, &rows);
  g_free (d.gates);
  g_free (d.shocks);
  g_free (d.action_levels);
  sentence = make_sentence (data);
  return trama_scene_builder_finish (builder, sentence, make_table (data));
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
      least[i] = trama_chart_text_width (c->builder, data->phases[i].label, TRAMA_TEXT_LABEL, TRUE)
                 + 6;
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
                : current           ? (double) (as_of - phase->start)
                                          / MAX (phase->end - phase->start, 1)
                                    : 0;
  g_autofree char *value = describe_phase (phase);
  g_autofree char *text = current && is_set (phase->progress)
                              ? g_strdup_printf ("%s, %s", phase->label, phase->progress)
                              : g_strdup (phase->label);
  TramaTextSpec spec = { .text = text, .bold = current, .vertical = TRAMA_TOP, .max_lines = 1,
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
  const TramaPaint open = { .fill = TRAMA_COLOUR_GROUND, .stroke = TRAMA_COLOUR_INK,
                            .width = TRAMA_WIDTH_SECOND };
  double x = c->ends[i] + COMPACT_GAP, label_width, left;
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
  label_width = MIN (trama_chart_text_width (c->builder, gate->label, TRAMA_TEXT_LABEL, FALSE),
                     width);
  left = CLAMP (x - label_width / 2, 0, width - label_width);
  left = MAX (left, *free_from);
  if (left + label_width > width + 0.5)
    return;
  spec = (TramaTextSpec) { .text = gate->label, .colour = TRAMA_COLOUR_SECOND,
                           .vertical = TRAMA_TOP, .width = label_width + 1, .max_lines = 1 };
  trama_scene_builder_add_text (c->builder, &spec, left, bar + COMPACT_BAR + 7);
  *free_from = left + label_width + 10;
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
  sentence = make_sentence (data);
  return trama_scene_builder_finish (builder, sentence, make_table (data));
}
