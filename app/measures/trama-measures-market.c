/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of the group's going to market: joint actions, joint sales, joint products. */
#include "trama-measures.h"

#include <glib/gi18n-lib.h>

#include "trama-joint-actions.h"

static TramaRecords
activities_of (TramaContext *context)
{
  return TRAMA_REFERRING (context->version, ACTIVITY, TramaActivity, programme, context->subject);
}

static char *
vague_date_question (TramaDate date)
{
  g_autofree char *prose = trama_date_to_prose (date);

  return g_strdup_printf (_ ("On which day was it? The record says “%s”."), prose);
}

/* parameters: months, partners, kinds, as one (0 or 1) */
void
trama_measure_joint_actions (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords activities = activities_of (context);
  gint64 low = 0, high = 0;

  for (guint i = 0; i < activities.n; i++)
    {
      const TramaActivity *activity = (const TramaActivity *) activities.records[i];
      TramaTri when = trama_window_holds (window, activity->date);
      TramaReason reason = TRAMA_REASON_NONE;
      g_autofree char *note = NULL;
      TramaTri state;

      if (!((guint64) parameters[2] & TRAMA_KIND_BIT (activity->kind)) || when == TRAMA_NO
          || !trama_context_admits (context, &activity->record))
        continue;
      state = trama_joint_action_holds (context, activity, (guint) parameters[1], &reason, &note);
      if (state != TRAMA_NO && parameters[3] != 0 && activity->as_one != TRAMA_TRUTH_YES)
        {
          g_free (note);
          if (activity->as_one == TRAMA_TRUTH_NO)
            {
              state = TRAMA_NO;
              note = g_strdup (_ ("the firms did not appear as one"));
            }
          else
            {
              state = TRAMA_MAYBE;
              reason = TRAMA_REASON_FIELD_MISSING;
              note = g_strdup (_ ("Did the firms appear as one?"));
            }
        }
      if (state == TRAMA_YES && when == TRAMA_MAYBE)
        {
          state = TRAMA_MAYBE;
          reason = TRAMA_REASON_DATE_VAGUE;
          note = vague_date_question (activity->date);
        }
      low += state == TRAMA_YES;
      high += state != TRAMA_NO;
      trama_figure_add (figure, &activity->record,
                        state == TRAMA_YES     ? TRAMA_ROLE_COUNTS
                        : state == TRAMA_MAYBE ? TRAMA_ROLE_OPEN
                                               : TRAMA_ROLE_MISSES,
                        reason, g_steal_pointer (&note));
    }
  trama_figure_set_count (figure, low, high);
}

/* parameters: months, partners */
void
trama_measure_joint_sales (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords activities = activities_of (context);
  gint64 low = 0, high = 0;

  for (guint i = 0; i < activities.n; i++)
    {
      const TramaActivity *activity = (const TramaActivity *) activities.records[i];
      gboolean is_order = activity->kind == TRAMA_ACTIVITY_ORDER;
      TramaDate date = is_order ? activity->delivered : activity->date;
      TramaReason reason = TRAMA_REASON_NONE;
      TramaTri state = TRAMA_YES, when, paid;
      char *note = NULL;

      if ((!is_order && activity->kind != TRAMA_ACTIVITY_BRAND_SALE)
          || !trama_context_admits (context, &activity->record)
          || trama_date_is_by (activity->date, context->as_of) == TRAMA_NO)
        continue;
      if (!trama_date_is_known (date))
        {
          if (trama_window_holds (window, activity->date) != TRAMA_NO)
            trama_figure_add (figure, &activity->record, TRAMA_ROLE_MISSES, TRAMA_REASON_NONE,
                              g_strdup (_ ("not delivered yet")));
          continue;
        }
      when = trama_window_holds (window, date);
      if (when == TRAMA_NO)
        continue;
      paid = trama_date_happened_by (activity->paid, context->as_of);
      if (is_order)
        {
          g_auto (TramaOwners) partners = { 0 };

          trama_owners_init (&partners);
          trama_joint_action_partners (context, activity, &partners);
          if (trama_owners_count (&partners, TRAMA_MAYBE) < parameters[1])
            {
              state = TRAMA_NO;
              note = g_strdup (_ ("fewer than the needed owner groups delivered"));
            }
          else if (trama_owners_count (&partners, TRAMA_YES) < parameters[1])
            {
              state = TRAMA_MAYBE;
              reason = TRAMA_REASON_FIELD_MISSING;
              note = g_strdup (_ ("What did each firm deliver?"));
            }
        }
      if (state != TRAMA_NO && paid == TRAMA_NO)
        {
          g_free (note);
          state = TRAMA_NO;
          note = g_strdup (_ ("not paid yet"));
        }
      if (state == TRAMA_YES && !trama_money_is_known (activity->invoiced))
        {
          state = TRAMA_MAYBE;
          reason = TRAMA_REASON_FIELD_MISSING;
          note = g_strdup (_ ("What was invoiced, at least as a band?"));
        }
      if (state == TRAMA_YES && (when == TRAMA_MAYBE || paid == TRAMA_MAYBE))
        {
          state = TRAMA_MAYBE;
          reason = TRAMA_REASON_DATE_VAGUE;
          note = vague_date_question (when == TRAMA_MAYBE ? date : activity->paid);
        }
      low += state == TRAMA_YES;
      high += state != TRAMA_NO;
      trama_figure_add (figure, &activity->record,
                        state == TRAMA_YES     ? TRAMA_ROLE_COUNTS
                        : state == TRAMA_MAYBE ? TRAMA_ROLE_OPEN
                                               : TRAMA_ROLE_MISSES,
                        reason, note);
    }
  trama_figure_set_count (figure, low, high);
}

/* Owner groups among @firms that are, or ever were by the as-of date, members. */
static guint
count_partners (TramaContext *context, TramaIds firms)
{
  g_auto (TramaOwners) owners = { 0 };

  trama_owners_init (&owners);
  for (guint i = 0; i < firms.n; i++)
    {
      TramaRecords memberships
          = TRAMA_REFERRING (context->version, MEMBERSHIP, TramaMembership, firm, firms.ids[i]);

      for (guint j = 0; j < memberships.n; j++)
        {
          const TramaMembership *membership = (const TramaMembership *) memberships.records[j];

          if (trama_id_equal (membership->programme, context->subject)
              && trama_date_is_by (membership->joined, context->as_of) != TRAMA_NO)
            trama_owners_add (&owners, trama_owner_of (context->version, firms.ids[i]), TRAMA_YES);
        }
    }
  return trama_owners_count (&owners, TRAMA_YES);
}

/* parameters: months, partners, stages */
void
trama_measure_joint_products (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords products
      = TRAMA_REFERRING (context->version, PRODUCT, TramaProduct, programme, context->subject);
  gint64 low = 0, high = 0;

  for (guint i = 0; i < products.n; i++)
    {
      const TramaProduct *product = (const TramaProduct *) products.records[i];
      TramaRecords stages = TRAMA_REFERRING (context->version, STAGE_REACHED, TramaStageReached,
                                             product, product->record.id);
      TramaTri reached = TRAMA_NO;
      guint n_known = 0;

      if (!trama_context_admits (context, &product->record)
          || trama_date_is_by (product->started, context->as_of) == TRAMA_NO)
        continue;
      if (count_partners (context, product->firms) < parameters[1])
        {
          trama_figure_add (figure, &product->record, TRAMA_ROLE_MISSES, TRAMA_REASON_NONE,
                            g_strdup (_ ("by fewer than the needed owner groups")));
          continue;
        }
      for (guint j = 0; j < stages.n; j++)
        {
          const TramaStageReached *stage = (const TramaStageReached *) stages.records[j];
          TramaTri when = trama_window_holds (window, stage->date);

          if (!trama_context_knows (context, &stage->record)
              || trama_date_is_by (stage->date, context->as_of) == TRAMA_NO)
            continue;
          n_known++;
          if (!((guint64) parameters[2] & TRAMA_KIND_BIT (stage->stage)) || when == TRAMA_NO
              || !trama_context_admits (context, &stage->record))
            continue;
          reached = MAX (reached, when);
          trama_figure_add (figure, &stage->record,
                            when == TRAMA_YES ? TRAMA_ROLE_COUNTS : TRAMA_ROLE_OPEN,
                            when == TRAMA_YES ? TRAMA_REASON_NONE : TRAMA_REASON_DATE_VAGUE,
                            when == TRAMA_YES ? NULL : vague_date_question (stage->date));
        }
      if (n_known == 0 && trama_window_holds (window, product->started) != TRAMA_NO)
        {
          reached = TRAMA_MAYBE;
          trama_figure_add (
              figure, &product->record, TRAMA_ROLE_OPEN, TRAMA_REASON_FIELD_MISSING,
              g_strdup_printf (_ ("Which stage has “%s” reached, and when?"), product->title));
        }
      else if (reached == TRAMA_NO)
        trama_figure_add (figure, &product->record, TRAMA_ROLE_MISSES, TRAMA_REASON_NONE,
                          g_strdup (_ ("no such stage was reached in the window")));
      low += reached == TRAMA_YES;
      high += reached != TRAMA_NO;
    }
  trama_figure_set_count (figure, low, high);
}

/* parameters: theme (as bits) */
void
trama_measure_indicators_improved (TramaContext *context, const gint64 *parameters,
                                   TramaFigure *figure)
{
  TramaRecords indicators
      = TRAMA_REFERRING (context->version, INDICATOR, TramaIndicator, programme, context->subject);
  gint64 low = 0, high = 0;
  guint n_asked = 0;

  for (guint i = 0; i < indicators.n; i++)
    {
      const TramaIndicator *indicator = (const TramaIndicator *) indicators.records[i];
      TramaRecords observations = TRAMA_REFERRING (context->version, OBSERVATION, TramaObservation,
                                                   indicator, indicator->record.id);
      const TramaObservation *last = NULL;
      gboolean up = indicator->direction != TRAMA_DIRECTION_DOWN;
      TramaTri better;

      if (!((guint64) parameters[0] & TRAMA_KIND_BIT (indicator->theme))
          || !trama_context_admits (context, &indicator->record))
        continue;
      n_asked++;
      for (guint j = 0; j < observations.n; j++)
        {
          const TramaObservation *observation = (const TramaObservation *) observations.records[j];

          if (observation->part == NULL && trama_context_admits (context, &observation->record)
              && trama_date_is_by (observation->date, context->as_of) == TRAMA_YES
              && (!trama_date_is_known (indicator->baseline_on)
                  || observation->date.first > indicator->baseline_on.last))
            last = observation;
        }
      if (!trama_band_is_known (indicator->baseline) || last == NULL)
        {
          high++;
          trama_figure_add (figure, &indicator->record, TRAMA_ROLE_OPEN, TRAMA_REASON_FIELD_MISSING,
                            g_strdup (last == NULL
                                          ? _ ("What has been observed since the baseline?")
                                          : _ ("What was the baseline?")));
          continue;
        }
      if (up)
        better = last->value.low > indicator->baseline.high   ? TRAMA_YES
                 : last->value.high > indicator->baseline.low ? TRAMA_MAYBE
                                                              : TRAMA_NO;
      else
        better = last->value.high < indicator->baseline.low   ? TRAMA_YES
                 : last->value.low < indicator->baseline.high ? TRAMA_MAYBE
                                                              : TRAMA_NO;
      low += better == TRAMA_YES;
      high += better != TRAMA_NO;
      trama_figure_add (
          figure, &last->record,
          better == TRAMA_YES     ? TRAMA_ROLE_COUNTS
          : better == TRAMA_MAYBE ? TRAMA_ROLE_OPEN
                                  : TRAMA_ROLE_MISSES,
          better == TRAMA_MAYBE ? TRAMA_REASON_FIELD_MISSING : TRAMA_REASON_NONE,
          better == TRAMA_MAYBE
              ? g_strdup (_ ("Baseline and observation overlap: which figures are exact?"))
              : NULL);
    }
  if (n_asked == 0)
    trama_figure_set_unknown (figure, TRAMA_REASON_FIELD_MISSING);
  else
    trama_figure_set_count (figure, low, high);
}
