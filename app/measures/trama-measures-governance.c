/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of how the group governs itself: diagnosis, plan, meetings, rules, and who follows it. */
#include "trama-measures.h"

#include <glib/gi18n-lib.h>

#include "trama-joint-actions.h"
#include "trama-tie-state.h"

/* The share of the base of 12 months, D2, among the firms that took part. */
static gboolean
share_present (const TramaOwners *base, TramaContext *context, const TramaActivity *activity,
               TramaRatio *low, TramaRatio *high)
{
  g_auto (TramaOwners) present = { 0 };

  trama_owners_init (&present);
  for (guint i = 0; i < activity->participants.n; i++)
    trama_owners_add (&present, trama_owner_of (context->version, activity->participants.ids[i]),
                      TRAMA_YES);
  trama_owners_share (base, &present, low, high);
  return high->d > 0;
}

static void
init_base (TramaContext *context, int months, TramaOwners *base)
{
  trama_owners_init (base);
  trama_context_base (context, trama_window_before (context->as_of, months), base);
}

/* parameters: months of the base. The best attended presentation since the group was formed. */
void
trama_measure_diagnosis_presented (TramaContext *context, const gint64 *parameters,
                                   TramaFigure *figure)
{
  TramaRecords activities
      = TRAMA_REFERRING (context->version, ACTIVITY, TramaActivity, programme, context->subject);
  g_auto (TramaOwners) base = { 0 };
  TramaOwners nobody = { 0 };

  init_base (context, (int) parameters[0], &base);
  if (trama_owners_count (&base, TRAMA_MAYBE) == 0)
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
      return;
    }
  trama_owners_init (&nobody);
  trama_owners_share (&base, &nobody, &figure->low, &figure->high);
  trama_owners_clear (&nobody);
  for (guint i = 0; i < activities.n; i++)
    {
      const TramaActivity *activity = (const TramaActivity *) activities.records[i];
      TramaTri when = trama_date_is_by (activity->date, context->as_of);
      TramaRatio low, high;

      if (activity->kind != TRAMA_ACTIVITY_DIAGNOSIS || when == TRAMA_NO
          || !trama_context_admits (context, &activity->record))
        continue;
      share_present (&base, context, activity, &low, &high);
      if (activity->participants.n == 0)
        {
          trama_figure_add (figure, &activity->record, TRAMA_ROLE_OPEN, TRAMA_REASON_FIELD_MISSING,
                            g_strdup (_ ("Who was there when the diagnosis was presented?")));
          figure->reason = TRAMA_REASON_FIELD_MISSING;
          figure->high = (TramaRatio) { MAX (high.d, 1), MAX (high.d, 1) };
          continue;
        }
      if (when == TRAMA_YES && trama_ratio_more_than (low, figure->low))
        figure->low = low;
      if (trama_ratio_more_than (high, figure->high))
        figure->high = high;
      trama_figure_add (figure, &activity->record,
                        when == TRAMA_YES ? TRAMA_ROLE_COUNTS : TRAMA_ROLE_OPEN,
                        when == TRAMA_YES ? TRAMA_REASON_NONE : TRAMA_REASON_DATE_VAGUE, NULL);
    }
  if (figure->reason == TRAMA_REASON_NONE
      && figure->low.n * figure->high.d != figure->high.n * figure->low.d)
    figure->reason = TRAMA_REASON_DATE_VAGUE;
}

static TramaRecords
plan_of (TramaContext *context)
{
  return TRAMA_REFERRING (context->version, PLAN_STEP, TramaPlanStep, programme, context->subject);
}

/* Whether the step was in the plan. */
static TramaTri
in_plan (TramaContext *context, const TramaPlanStep *step)
{
  if (!trama_context_knows (context, &step->record))
    return TRAMA_NO;
  return trama_date_is_by (step->agreed, context->as_of);
}

static char *
ask_agreed (const TramaPlanStep *step)
{
  return g_strdup_printf (_ ("When did the step “%s” enter the plan?"), step->title);
}

void
trama_measure_plan_steps_named (TramaContext *context, const gint64 *parameters,
                                TramaFigure *figure)
{
  TramaRecords steps = plan_of (context);
  gint64 low = 0, high = 0;

  for (guint i = 0; i < steps.n; i++)
    {
      const TramaPlanStep *step = (const TramaPlanStep *) steps.records[i];
      TramaTri state = in_plan (context, step);

      if (state == TRAMA_NO || !trama_context_admits (context, &step->record))
        continue;
      if (step->responsible == NULL)
        {
          trama_figure_add (figure, &step->record, TRAMA_ROLE_MISSES, TRAMA_REASON_NONE,
                            g_strdup (_ ("nobody is named")));
          continue;
        }
      low += state == TRAMA_YES;
      high++;
      trama_figure_add (figure, &step->record,
                        state == TRAMA_YES ? TRAMA_ROLE_COUNTS : TRAMA_ROLE_OPEN,
                        state == TRAMA_YES ? TRAMA_REASON_NONE : TRAMA_REASON_FIELD_MISSING,
                        state == TRAMA_YES ? NULL : ask_agreed (step));
    }
  trama_figure_set_count (figure, low, high);
}

/* Of the steps whose first agreed date has passed, those that are done by now. Re-dating a step
 * does not help it. */
void
trama_measure_plan_steps_done (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaRecords steps = plan_of (context);
  TramaRatio low = { 0, 0 }, high = { 0, 0 };

  for (guint i = 0; i < steps.n; i++)
    {
      const TramaPlanStep *step = (const TramaPlanStep *) steps.records[i];
      TramaTri due
          = MIN (in_plan (context, step), trama_date_is_by (step->first_due, context->as_of));
      TramaTri done = trama_date_happened_by (step->done, context->as_of);

      if (due == TRAMA_NO)
        continue;
      if (!trama_context_admits (context, &step->record))
        done = TRAMA_NO;
      if (due == TRAMA_YES)
        {
          low.d++;
          high.d++;
          low.n += done == TRAMA_YES;
          high.n += done != TRAMA_NO;
        }
      else
        {
          low.d += done != TRAMA_YES;
          high.d += done != TRAMA_NO;
          high.n += done != TRAMA_NO;
        }
      if (due == TRAMA_YES && done == TRAMA_YES)
        trama_figure_add (figure, &step->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
      else if (due == TRAMA_YES && done == TRAMA_NO)
        trama_figure_add (figure, &step->record, TRAMA_ROLE_MISSES, TRAMA_REASON_NONE,
                          g_strdup (_ ("due by its first agreed date, not done")));
      else
        trama_figure_add (
            figure, &step->record, TRAMA_ROLE_OPEN,
            trama_date_is_known (step->first_due) ? TRAMA_REASON_DATE_VAGUE
                                                  : TRAMA_REASON_FIELD_MISSING,
            g_strdup_printf (_ ("When was “%s” first due, and when was it done?"), step->title));
    }
  figure->low = low;
  figure->high = high;
  if (high.d == 0 && low.d == 0)
    trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
  else if (low.n != high.n || low.d != high.d)
    figure->reason = TRAMA_REASON_DATE_VAGUE;
}

/* parameters: months */
void
trama_measure_plan_steps_due (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords steps = plan_of (context);
  gint64 low = 0, high = 0;

  for (guint i = 0; i < steps.n; i++)
    {
      const TramaPlanStep *step = (const TramaPlanStep *) steps.records[i];
      TramaTri state = MIN (in_plan (context, step), trama_window_holds (window, step->first_due));

      if (state == TRAMA_NO)
        continue;
      low += state == TRAMA_YES;
      high++;
      if (state == TRAMA_MAYBE)
        trama_figure_add (figure, &step->record, TRAMA_ROLE_OPEN, TRAMA_REASON_FIELD_MISSING,
                          g_strdup_printf (_ ("When was “%s” first due?"), step->title));
    }
  trama_figure_set_count (figure, low, high);
}

/* A meeting that counts: in the window, minuted, at least half of the base there. */
static TramaTri
meeting_holds (TramaContext *context, const TramaActivity *activity, TramaWindow window,
               const TramaOwners *base, TramaReason *reason, char **note)
{
  TramaTri when = trama_window_holds (window, activity->date);
  TramaRatio half = { 1, 2 }, low, high;

  if (!share_present (base, context, activity, &low, &high))
    return TRAMA_NO;
  if (!trama_ratio_at_least (high, half) && activity->participants.n > 0)
    {
      *note = g_strdup (_ ("less than half of the base was there"));
      return TRAMA_NO;
    }
  if (activity->minuted == TRAMA_TRUTH_NO)
    {
      *note = g_strdup (_ ("no minutes were kept"));
      return TRAMA_NO;
    }
  if (activity->minuted == TRAMA_TRUTH_UNKNOWN || activity->participants.n == 0)
    {
      *reason = TRAMA_REASON_FIELD_MISSING;
      *note = g_strdup (activity->minuted == TRAMA_TRUTH_UNKNOWN ? _ ("Were minutes kept?")
                                                                 : _ ("Who was there?"));
      return TRAMA_MAYBE;
    }
  if (!trama_ratio_at_least (low, half) || when == TRAMA_MAYBE)
    {
      *reason = TRAMA_REASON_DATE_VAGUE;
      *note = g_strdup (_ ("On which day was it, and who was a member then?"));
      return TRAMA_MAYBE;
    }
  return TRAMA_YES;
}

static void
count_meetings (TramaContext *context, int months, gboolean by_members, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, months);
  TramaRecords activities
      = TRAMA_REFERRING (context->version, ACTIVITY, TramaActivity, programme, context->subject);
  g_auto (TramaOwners) base = { 0 };
  gint64 low = 0, high = 0;

  init_base (context, months, &base);
  for (guint i = 0; i < activities.n; i++)
    {
      const TramaActivity *activity = (const TramaActivity *) activities.records[i];
      TramaReason reason = TRAMA_REASON_NONE;
      char *note = NULL;
      TramaTri state;

      if (activity->kind != TRAMA_ACTIVITY_MEETING
          || trama_window_holds (window, activity->date) == TRAMA_NO
          || !trama_context_admits (context, &activity->record))
        continue;
      state = meeting_holds (context, activity, window, &base, &reason, &note);
      if (by_members && state != TRAMA_NO)
        {
          gboolean known = activity->called_by != 0 && activity->chaired_by != 0;

          if ((activity->called_by != 0 && activity->called_by != TRAMA_PARTY_MEMBER)
              || (activity->chaired_by != 0 && activity->chaired_by != TRAMA_PARTY_MEMBER))
            {
              g_clear_pointer (&note, g_free);
              continue;
            }
          if (!known)
            {
              state = TRAMA_MAYBE;
              reason = TRAMA_REASON_FIELD_MISSING;
              g_free (note);
              note = g_strdup (_ ("Who called and who chaired the meeting?"));
            }
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

/* parameters: months */
void
trama_measure_meetings_minuted (TramaContext *context, const gint64 *parameters,
                                TramaFigure *figure)
{
  count_meetings (context, (int) parameters[0], FALSE, figure);
}

/* parameters: months */
void
trama_measure_meetings_by_members (TramaContext *context, const gint64 *parameters,
                                   TramaFigure *figure)
{
  count_meetings (context, (int) parameters[0], TRUE, figure);
}

/* 1 where there are written rules or a legal form on the date. */
void
trama_measure_rules_in_force (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  const TramaProgramme *programme = trama_context_programme (context);
  TramaTri state;

  if (programme == NULL)
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_FIELD_MISSING);
      return;
    }
  state = MAX (trama_date_happened_by (programme->rules_on, context->as_of),
               trama_date_happened_by (programme->legal_form_on, context->as_of));
  if (state == TRAMA_NO && programme->legal_form != NULL
      && !trama_date_is_known (programme->legal_form_on))
    state = TRAMA_MAYBE;
  if (state == TRAMA_MAYBE)
    trama_figure_add (figure, &programme->record, TRAMA_ROLE_OPEN, TRAMA_REASON_FIELD_MISSING,
                      g_strdup (_ ("Since when does the group have its rules or legal form?")));
  else if (state == TRAMA_YES)
    trama_figure_add (figure, &programme->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
  trama_figure_set_count (figure, state == TRAMA_YES, state != TRAMA_NO);
}

void
trama_measure_month_of_appointment (TramaContext *context, const gint64 *parameters,
                                    TramaFigure *figure)
{
  const TramaProgramme *programme = trama_context_programme (context);
  int month = trama_programme_month_of_appointment (programme, context->as_of);

  trama_figure_set_count (figure, month, month);
}

/* 1 where the manager's post has ended. */
void
trama_measure_post_ended (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  const TramaProgramme *programme = trama_context_programme (context);
  TramaTri state = programme != NULL
                       ? trama_date_happened_by (programme->post_ended, context->as_of)
                       : TRAMA_NO;

  if (state != TRAMA_NO)
    trama_figure_add (figure, &programme->record,
                      state == TRAMA_YES ? TRAMA_ROLE_COUNTS : TRAMA_ROLE_OPEN,
                      TRAMA_REASON_DATE_VAGUE, NULL);
  trama_figure_set_count (figure, state == TRAMA_YES, state != TRAMA_NO);
}

/* Statements of one kind since the group was formed, by those whom they are about. */
static void
count_spill_over (TramaContext *context, TramaSpillOverKind kind, TramaFigure *figure)
{
  const TramaProgramme *programme = trama_context_programme (context);
  TramaRecords records
      = TRAMA_REFERRING (context->version, SPILL_OVER, TramaSpillOver, programme, context->subject);
  g_auto (TramaOwners) owners = { 0 };
  TramaWindow window = { G_MININT32, context->as_of };

  if (programme != NULL && trama_date_is_known (programme->formed))
    window.from = programme->formed.first;
  trama_owners_init (&owners);
  for (guint i = 0; i < records.n; i++)
    {
      const TramaSpillOver *spill = (const TramaSpillOver *) records.records[i];
      TramaTri state = trama_window_holds (window, spill->date);
      TramaId who = trama_id_is_none (spill->who) ? spill->record.id : spill->who;
      const char *question = _ ("When was it, and who says so?");

      if (spill->kind != kind || state == TRAMA_NO
          || !trama_context_admits (context, &spill->record))
        continue;
      if (spill->stated_by != 0 && spill->stated_by != TRAMA_STATED_BY_THEMSELVES)
        {
          trama_figure_add (figure, &spill->record, TRAMA_ROLE_MISSES, TRAMA_REASON_NONE,
                            g_strdup (_ ("not by their own statement")));
          continue;
        }
      /* A member's adoption, or a member's firm joining, does not come from outside. */
      if (kind == TRAMA_SPILL_OVER_PRACTICE && !trama_id_is_none (spill->who)
          && trama_context_is_member (context, spill->who, spill->date) == TRAMA_YES)
        {
          trama_figure_add (figure, &spill->record, TRAMA_ROLE_MISSES, TRAMA_REASON_NONE,
                            g_strdup (_ ("was a member then")));
          continue;
        }
      if (spill->stated_by == 0)
        state = TRAMA_MAYBE;
      trama_owners_add (&owners, trama_owner_of (context->version, who), state);
      trama_figure_add (figure, &spill->record,
                        state == TRAMA_YES ? TRAMA_ROLE_COUNTS : TRAMA_ROLE_OPEN,
                        state == TRAMA_YES      ? TRAMA_REASON_NONE
                        : spill->stated_by == 0 ? TRAMA_REASON_FIELD_MISSING
                                                : TRAMA_REASON_DATE_VAGUE,
                        state == TRAMA_YES ? NULL : g_strdup (question));
    }
  trama_figure_set_count (figure, trama_owners_count (&owners, TRAMA_YES),
                          trama_owners_count (&owners, TRAMA_MAYBE));
}

void
trama_measure_outsiders_joined (TramaContext *context, const gint64 *parameters,
                                TramaFigure *figure)
{
  count_spill_over (context, TRAMA_SPILL_OVER_JOINED, figure);
}

void
trama_measure_groups_naming_model (TramaContext *context, const gint64 *parameters,
                                   TramaFigure *figure)
{
  count_spill_over (context, TRAMA_SPILL_OVER_MODEL, figure);
}

void
trama_measure_outside_adopters (TramaContext *context, const gint64 *parameters,
                                TramaFigure *figure)
{
  count_spill_over (context, TRAMA_SPILL_OVER_PRACTICE, figure);
}

/* parameters: kinds. Ties between owner groups that were members when the tie began, begun since
 * the group was formed and counting on the date (D7). */
void
trama_measure_member_ties (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  const TramaProgramme *programme = trama_context_programme (context);
  TramaRecords memberships = TRAMA_REFERRING (context->version, MEMBERSHIP, TramaMembership,
                                              programme, context->subject);
  TramaWindow window = { G_MININT32, context->as_of };
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  gint64 low = 0, high = 0;

  if (programme != NULL && trama_date_is_known (programme->formed))
    window.from = programme->formed.first;
  for (guint i = 0; i < memberships.n; i++)
    {
      TramaId firm = ((const TramaMembership *) memberships.records[i])->firm;
      TramaRecords ties = TRAMA_REFERRING (context->version, LINKAGE, TramaLinkage, from, firm);

      for (guint j = 0; j < ties.n; j++)
        {
          const TramaLinkage *tie = (const TramaLinkage *) ties.records[j];
          TramaTieState now = trama_tie_state_at (tie, context->as_of, NULL);
          TramaTri state = trama_window_holds (window, tie->started);

          if (!((guint64) parameters[0] & TRAMA_KIND_BIT (tie->kind)) || state == TRAMA_NO
              || trama_tie_is_undated (tie) || !g_hash_table_add (seen, (gpointer) tie)
              || !trama_context_admits (context, &tie->record)
              || (now != TRAMA_TIE_COUNTS && now != TRAMA_TIE_UNSURE)
              || trama_id_equal (trama_owner_of (context->version, tie->from),
                                 trama_owner_of (context->version, tie->to)))
            continue;
          state = MIN (state, now == TRAMA_TIE_COUNTS ? TRAMA_YES : TRAMA_MAYBE);
          state = MIN (state, trama_context_is_member (context, tie->from, tie->started));
          state = MIN (state, trama_context_is_member (context, tie->to, tie->started));
          if (state == TRAMA_NO)
            continue;
          low += state == TRAMA_YES;
          high++;
          trama_figure_add (figure, &tie->record,
                            state == TRAMA_YES ? TRAMA_ROLE_COUNTS : TRAMA_ROLE_OPEN,
                            state == TRAMA_YES ? TRAMA_REASON_NONE : TRAMA_REASON_DATE_VAGUE,
                            state == TRAMA_YES ? NULL : g_strdup (_ ("When did the tie begin?")));
        }
    }
  trama_figure_set_count (figure, low, high);
}

/* parameters: months, partners. Learning among the joint actions marked either way (D3). */
void
trama_measure_learning_share (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords activities
      = TRAMA_REFERRING (context->version, ACTIVITY, TramaActivity, programme, context->subject);
  TramaRatio share = { 0, 0 };

  for (guint i = 0; i < activities.n; i++)
    {
      const TramaActivity *activity = (const TramaActivity *) activities.records[i];
      TramaReason reason = TRAMA_REASON_NONE;
      g_autofree char *note = NULL;

      if (activity->learning == 0 || trama_window_holds (window, activity->date) != TRAMA_YES
          || !trama_context_admits (context, &activity->record)
          || trama_joint_action_holds (context, activity, (guint) parameters[1], &reason, &note)
                 != TRAMA_YES)
        continue;
      share.d++;
      share.n += activity->learning == TRAMA_LEARNING_LEARNING;
      trama_figure_add (figure, &activity->record,
                        activity->learning == TRAMA_LEARNING_LEARNING ? TRAMA_ROLE_COUNTS
                                                                      : TRAMA_ROLE_MISSES,
                        TRAMA_REASON_NONE, NULL);
    }
  figure->low = figure->high = share;
  if (share.d == 0)
    trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
}

void
trama_measure_age_months (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  int months = trama_context_age_months (context);

  if (months < 0)
    trama_figure_set_unknown (figure, TRAMA_REASON_FIELD_MISSING);
  else
    trama_figure_set_count (figure, months, months);
}

/* Owner groups that are members on the date. */
void
trama_measure_members (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaRecords memberships = TRAMA_REFERRING (context->version, MEMBERSHIP, TramaMembership,
                                              programme, context->subject);
  g_auto (TramaOwners) owners = { 0 };

  trama_owners_init (&owners);
  for (guint i = 0; i < memberships.n; i++)
    {
      const TramaMembership *membership = (const TramaMembership *) memberships.records[i];
      TramaTri state = trama_context_is_member (context, membership->firm,
                                                trama_date_from_day (context->as_of));

      trama_owners_add (&owners, trama_owner_of (context->version, membership->firm), state);
      if (state != TRAMA_NO)
        trama_figure_add (figure, &membership->record,
                          state == TRAMA_YES ? TRAMA_ROLE_COUNTS : TRAMA_ROLE_OPEN,
                          state == TRAMA_YES ? TRAMA_REASON_NONE : TRAMA_REASON_DATE_VAGUE,
                          state == TRAMA_YES ? NULL : g_strdup (_ ("When did the firm join?")));
    }
  trama_figure_set_count (figure, trama_owners_count (&owners, TRAMA_YES),
                          trama_owners_count (&owners, TRAMA_MAYBE));
}
