/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-chart-scale.h"

#include "trama-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>

double
trama_scale_place (const TramaScale *scale, double value)
{
  double length = scale->to - scale->from;

  if (length == 0)
    return scale->place_from;
  return scale->place_from + (value - scale->from) / length * (scale->place_to - scale->place_from);
}

double
trama_scale_nice_step (double from, double to, guint max_steps, gboolean whole)
{
  static const double factors[] = { 1, 2, 2.5, 5, 10 };
  double length = fabs (to - from);
  double power;

  if (!(length > 0) || max_steps == 0)
    return 1;
  power = pow (10, floor (log10 (length / max_steps)));
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      double step = factors[i] * power;

      if (whole && (step < 1 || step != floor (step)))
        continue;
      /* A hair of slack: 0.3 / 0.1 is not 3 in binary. */
      if (length / step <= max_steps + 1e-9)
        return step;
    }
  return whole ? MAX (10 * power, 1) : 10 * power;
}

int
trama_scale_count_step (int total, guint max_steps)
{
  if (total <= 0)
    return 1;
  for (int step = 1; step <= total; step++)
    if (total % step == 0 && (guint) (total / step) <= max_steps && total / step >= 2)
      return step;
  return (int) trama_scale_nice_step (0, total, max_steps, TRUE);
}

int
trama_scale_month_step (int n_months, guint max_steps)
{
  static const int steps[] = { 1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (n_months <= steps[i] * (int) MAX (max_steps, 1))
      return steps[i];
  return 1200;
}

const char *
trama_scale_month_name (int month)
{
  static const char *const names[] = {
    NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"),
    NC_ ("short month", "Apr"), NC_ ("short month", "May"), NC_ ("short month", "Jun"),
    NC_ ("short month", "Jul"), NC_ ("short month", "Aug"), NC_ ("short month", "Sep"),
    NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
  };

  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "short month", names[month - 1]);
}

static void
clear_tick (gpointer tick)
{
  g_free (((TramaDateTick *) tick)->label);
}

static char *
label_month (int index, int step, gboolean first)
{
  int year = index / 12, month = index % 12 + 1;

  if (step % 12 == 0)
    return g_strdup_printf ("%d", year);
  if (month == 1 || first)
    /* Translators: a month: name, year */
    return g_strdup_printf (C_ ("date", "%s %d"), trama_scale_month_name (month), year);
  return g_strdup (trama_scale_month_name (month));
}

GArray *
trama_scale_date_ticks (gint32 from, gint32 to, guint max_labels)
{
  GArray *ticks = g_array_new (FALSE, TRUE, sizeof (TramaDateTick));
  int first, last, step, small;
  gboolean labelled = FALSE;

  g_array_set_clear_func (ticks, clear_tick);
  if (to < from)
    return ticks;
  first = trama_day_month_index (from);
  if (trama_month_index_first_day (first) < from)
    first++;
  last = trama_day_month_index (to);
  max_labels = MAX (max_labels, 1);
  step = trama_scale_month_step (last - first, max_labels);
  /* Ticks stand on whole multiples of the step, where one more may fit in than counted. */
  while ((last / step - (first + step - 1) / step + 1) > (int) max_labels && step < 1200)
    step = trama_scale_month_step (step * (int) max_labels + 1, max_labels);
  small = step <= 3 ? 1 : step <= 12 ? 3 : step <= 60 ? 12 : step / 5;
  for (int index = (first + small - 1) / small * small; index <= last; index += small)
    {
      TramaDateTick tick = { trama_month_index_first_day (index), NULL };

      if (index % step == 0)
        {
          tick.label = label_month (index, step, !labelled);
          labelled = TRUE;
        }
      g_array_append_val (ticks, tick);
    }
  return ticks;
}
