/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of a programme beside Box 3: who leads, whether it lasts (M13), whom it reaches and what
 * of it firms pay (UN98 §42d). */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-joint-actions.h"
#include "trama-measures.h"

static TramaRecords
activities_of (TramaContext *context)
{
  return TRAMA_REFERRING (context->version, ACTIVITY, TramaActivity, programme, context->subject);
}

/* Surely a joint action of at least two owner groups, in the window. */
static gboolean
is_joint (TramaContext *context, const TramaActivity *activity, TramaWindow window)
{
  TramaReason reason = TRAMA_REASON_NONE;
  g_autofree char *note = NULL;

  return trama_window_holds (window, activity->date) == TRAMA_YES
         && trama_context_admits (context, &activity->record)
         && trama_joint_action_holds (context, activity, 2, &reason, &note) == TRAMA_YES;
}

static void
set_share (TramaFigure *figure, gint64 n, gint64 of)
{
  figure->low = figure->high = (TramaRatio) { n, of };
  if (of == 0)
    trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
}

/* parameters: months. */
void
trama_measure_actions_led_by_members (TramaContext *context, const gint64 *parameters,
                                      TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords activities = activities_of (context);
  gint64 n = 0, of = 0;

  for (guint i = 0; i < activities.n; i++)
    {
      const TramaActivity *activity = (const TramaActivity *) activities.records[i];

      if (!is_joint (context, activity, window) || trama_id_is_none (activity->led_by))
        continue;
      of++;
      if (trama_context_is_member (context, activity->led_by, activity->date) != TRAMA_YES)
        continue;
      n++;
      trama_figure_add (figure, &activity->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
    }
  set_share (figure, n, of);
}

/* Two owner groups of @now were together in an earlier joint action. */
static gboolean
repeats_partners (TramaContext *context, TramaRecords activities, guint index,
                  const TramaOwners *now)
{
  TramaWindow ever = { G_MININT32, context->as_of };

  for (guint i = 0; i < index; i++)
    {
      const TramaActivity *activity = (const TramaActivity *) activities.records[i];
      g_auto (TramaOwners) then = { 0 };
      guint both = 0;

      if (!is_joint (context, activity, ever))
        continue;
      trama_owners_init (&then);
      trama_joint_action_partners (context, activity, &then);
      for (guint j = 0; j < then.owners->len; j++)
        {
          const TramaOwner *owner = &g_array_index (then.owners, TramaOwner, j);

          both += owner->state == TRAMA_YES && trama_owners_state (now, owner->id) == TRAMA_YES;
        }
      if (both >= 2)
        return TRUE;
    }
  return FALSE;
}

/* parameters: months. */
void
trama_measure_actions_repeated (TramaContext *context, const gint64 *parameters,
                                TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords activities = activities_of (context);
  gint64 n = 0, of = 0;

  for (guint i = 0; i < activities.n; i++)
    {
      const TramaActivity *activity = (const TramaActivity *) activities.records[i];
      g_auto (TramaOwners) partners = { 0 };

      if (!is_joint (context, activity, window))
        continue;
      of++;
      trama_owners_init (&partners);
      trama_joint_action_partners (context, activity, &partners);
      if (!repeats_partners (context, activities, i, &partners))
        continue;
      n++;
      trama_figure_add (figure, &activity->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
    }
  set_share (figure, n, of);
}

/* parameters: months. Joint actions of the last so many months against those of as many before. */
void
trama_measure_actions_kept_up (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  int months = (int) parameters[0];
  TramaWindow now = trama_window_before (context->as_of, months);
  TramaWindow before = { trama_day_add_months (context->as_of, -2 * months), now.from };
  TramaRecords activities = activities_of (context);
  gint64 n = 0, of = 0;

  for (guint i = 0; i < activities.n; i++)
    {
      const TramaActivity *activity = (const TramaActivity *) activities.records[i];

      if (is_joint (context, activity, now))
        {
          n++;
          trama_figure_add (figure, &activity->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
        }
      of += is_joint (context, activity, before);
    }
  set_share (figure, n, of);
}

/* parameters: months. Owner groups of the base that dealt with an agency, an institution or a buyer in
 * something that a member led. */
void
trama_measure_members_dealing_alone (TramaContext *context, const gint64 *parameters,
                                     TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords activities = activities_of (context);
  g_auto (TramaOwners) base = { 0 };
  g_auto (TramaOwners) alone = { 0 };

  trama_owners_init (&base);
  trama_owners_init (&alone);
  trama_context_base (context, window, &base);
  for (guint i = 0; i < activities.n; i++)
    {
      const TramaActivity *activity = (const TramaActivity *) activities.records[i];

      if ((activity->kind != TRAMA_ACTIVITY_INTERFACE
           && activity->kind != TRAMA_ACTIVITY_BUYER_MISSION)
          || trama_window_holds (window, activity->date) != TRAMA_YES
          || !trama_context_admits (context, &activity->record)
          || trama_context_is_member (context, activity->led_by, activity->date) != TRAMA_YES)
        continue;
      trama_figure_add (figure, &activity->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
      trama_owners_add (&alone, trama_owner_of (context->version, activity->led_by), TRAMA_YES);
      for (guint j = 0; j < activity->participants.n; j++)
        trama_owners_add (&alone, trama_owner_of (context->version, activity->participants.ids[j]),
                          TRAMA_YES);
    }
  trama_owners_share (&base, &alone, &figure->low, &figure->high);
  if (trama_owners_count (&base, TRAMA_MAYBE) == 0)
    trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
}

static void
reach (TramaContext *context, const TramaRecord *record, TramaId firm, TramaTri state,
       TramaOwners *reached, TramaFigure *figure)
{
  if (state == TRAMA_NO || !trama_context_admits (context, record))
    return;
  trama_owners_add (reached, trama_owner_of (context->version, firm), state);
  if (state == TRAMA_YES)
    trama_figure_add (figure, record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
}

/* Who took part in something, sent somebody to a course or used a service. */
static void
gather_reached (TramaContext *context, TramaWindow window, TramaOwners *reached,
                TramaFigure *figure)
{
  TramaRecords activities = activities_of (context);
  TramaRecords courses
      = TRAMA_REFERRING (context->version, COURSE, TramaCourse, programme, context->subject);
  TramaRecords services
      = TRAMA_REFERRING (context->version, SERVICE, TramaService, programme, context->subject);

  for (guint i = 0; i < activities.n; i++)
    {
      const TramaActivity *activity = (const TramaActivity *) activities.records[i];

      for (guint j = 0; j < activity->participants.n; j++)
        reach (context, &activity->record, activity->participants.ids[j],
               trama_window_holds (window, activity->date), reached, figure);
    }
  for (guint i = 0; i < courses.n; i++)
    {
      TramaRecords sessions = TRAMA_REFERRING (context->version, SESSION, TramaSession, course,
                                               courses.records[i]->id);

      for (guint j = 0; j < sessions.n; j++)
        {
          TramaRecords attendances = TRAMA_REFERRING (context->version, ATTENDANCE, TramaAttendance,
                                                      session, sessions.records[j]->id);

          for (guint k = 0; k < attendances.n; k++)
            reach (context, attendances.records[k],
                   ((const TramaAttendance *) attendances.records[k])->firm,
                   trama_window_holds (window, trama_record_event (sessions.records[j])), reached,
                   figure);
        }
    }
  for (guint i = 0; i < services.n; i++)
    {
      TramaRecords uses = TRAMA_REFERRING (context->version, SERVICE_USE, TramaServiceUse, service,
                                           services.records[i]->id);

      for (guint j = 0; j < uses.n; j++)
        reach (context, uses.records[j], ((const TramaServiceUse *) uses.records[j])->firm,
               trama_window_holds (window, trama_record_event (uses.records[j])), reached, figure);
    }
}

/* parameters: months. */
void
trama_measure_firms_reached (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  g_auto (TramaOwners) reached = { 0 };

  trama_owners_init (&reached);
  gather_reached (context, window, &reached, figure);
  trama_figure_set_count (figure, trama_owners_count (&reached, TRAMA_YES),
                          trama_owners_count (&reached, TRAMA_MAYBE));
}

/* parameters: months. Those reached over the firms of the cluster, which are often known only as a
 * band (D8). */
void
trama_measure_outreach (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  const TramaProgramme *programme = trama_context_programme (context);
  const TramaCluster *cluster
      = programme != NULL
            ? (const TramaCluster *) TRAMA_FIND (context->version, CLUSTER, programme->cluster)
            : NULL;
  g_auto (TramaOwners) reached = { 0 };

  trama_owners_init (&reached);
  gather_reached (context, window, &reached, figure);
  if (cluster == NULL || !trama_band_is_known (cluster->firms) || cluster->firms.low < 1)
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_FIELD_MISSING);
      return;
    }
  figure->low = (TramaRatio) { trama_owners_count (&reached, TRAMA_YES),
                               (gint64) MIN (cluster->firms.high, 1e7) };
  figure->high
      = (TramaRatio) { trama_owners_count (&reached, TRAMA_MAYBE), (gint64) cluster->firms.low };
}

/* parameters: months. What firms paid of all that was paid, in kind left out. */
void
trama_measure_cost_recovery (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords entries = TRAMA_REFERRING (context->version, LEDGER_ENTRY, TramaLedgerEntry,
                                          programme, context->subject);
  const TramaPortfolio *portfolio = trama_version_portfolio (context->version);
  const char *currency = portfolio != NULL ? portfolio->currency : NULL;
  gint64 by_firms_low = 0, by_firms_high = 0, others_low = 0, others_high = 0, low, high;

  for (guint i = 0; i < entries.n; i++)
    {
      const TramaLedgerEntry *entry = (const TramaLedgerEntry *) entries.records[i];

      if (entry->type != TRAMA_LEDGER_ACTUAL || entry->in_kind == TRAMA_TRUTH_YES
          || trama_window_holds (window, entry->date) != TRAMA_YES
          || !trama_context_admits (context, &entry->record))
        continue;
      if (currency == NULL)
        currency = entry->amount.currency;
      if (!trama_context_convert (context, entry->amount, currency, entry->date.last, &low, &high))
        {
          trama_figure_set_unknown (figure, TRAMA_REASON_NO_RATE);
          return;
        }
      trama_figure_add (figure, &entry->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
      if (TRAMA_FIND (context->version, FIRM, entry->payer) != NULL)
        {
          by_firms_low += low;
          by_firms_high += high;
        }
      else
        {
          others_low += low;
          others_high += high;
        }
    }
  if (by_firms_low + others_low <= 0)
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
      return;
    }
  figure->low = (TramaRatio) { by_firms_low, by_firms_low + others_high };
  figure->high = (TramaRatio) { by_firms_high, by_firms_high + others_low };
}

/* 1 where the programme passed the gate by the date. parameters: which gates. */
void
trama_measure_gate_passed (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaRecords decisions = TRAMA_REFERRING (context->version, GATE_DECISION, TramaGateDecision,
                                            programme, context->subject);
  gint64 n = 0;

  for (guint i = 0; i < decisions.n; i++)
    {
      const TramaGateDecision *decision = (const TramaGateDecision *) decisions.records[i];

      if (!((guint64) parameters[0] & TRAMA_KIND_BIT (decision->gate))
          || trama_date_is_by (decision->date, context->as_of) != TRAMA_YES
          || !trama_context_admits (context, &decision->record))
        continue;
      n = 1;
      trama_figure_add (figure, &decision->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
    }
  trama_figure_set_count (figure, n, n);
}

/* parameters: months, kinds of activity. */
void
trama_measure_activities (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords activities = activities_of (context);
  gint64 low = 0, high = 0;

  for (guint i = 0; i < activities.n; i++)
    {
      const TramaActivity *activity = (const TramaActivity *) activities.records[i];
      TramaTri state = trama_window_holds (window, activity->date);

      if (!((guint64) parameters[1] & TRAMA_KIND_BIT (activity->kind)) || state == TRAMA_NO
          || !trama_context_admits (context, &activity->record))
        continue;
      low += state == TRAMA_YES;
      high++;
      trama_figure_add (figure, &activity->record,
                        state == TRAMA_YES ? TRAMA_ROLE_COUNTS : TRAMA_ROLE_OPEN,
                        state == TRAMA_YES ? TRAMA_REASON_NONE : TRAMA_REASON_DATE_VAGUE,
                        state == TRAMA_YES ? NULL : g_strdup (_ ("On which day was it?")));
    }
  trama_figure_set_count (figure, low, high);
}
