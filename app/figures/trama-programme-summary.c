/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-programme-summary.h"

#include <glib/gi18n-lib.h>

static void
count_members (TramaProgrammeSummary *summary)
{
  TramaRecords memberships = TRAMA_REFERRING (summary->version, MEMBERSHIP, TramaMembership,
                                              programme, summary->programme->record.id);
  g_auto (TramaOwners) owners = { 0 };
  TramaContext context;

  trama_context_init (&context, summary->version, summary->programme->record.id, summary->as_of);
  trama_owners_init (&owners);
  for (guint i = 0; i < memberships.n; i++)
    {
      const TramaMembership *membership = (const TramaMembership *) memberships.records[i];

      if (trama_context_is_member (&context, membership->firm, trama_date_from_day (summary->as_of))
          != TRAMA_YES)
        continue;
      summary->n_firms++;
      trama_owners_add (&owners, trama_owner_of (summary->version, membership->firm), TRAMA_YES);
    }
  summary->n_owners = trama_owners_count (&owners, TRAMA_YES);
}

/* Whole months from the one the group was formed in to the last one that ended by the date. */
static GArray *
find_open_months (TramaProgrammeSummary *summary)
{
  TramaContext context;
  int last = trama_day_month_index (summary->as_of + 1) - 1;

  trama_context_init (&context, summary->version, summary->programme->record.id, summary->as_of);
  if (!trama_date_is_known (summary->programme->formed)
      || trama_day_month_index (summary->programme->formed.first) > last)
    return g_array_new (FALSE, FALSE, sizeof (int));
  return trama_context_open_months (&context, (TramaWindow) { summary->programme->formed.first,
                                                              trama_month_index_last_day (last) });
}

TramaProgrammeSummary *
trama_programme_summary_new (TramaVersion *version, TramaId programme, gint32 as_of,
                             GCancellable *cancellable)
{
  const TramaProgramme *record
      = (const TramaProgramme *) TRAMA_FIND (version, PROGRAMME, programme);
  g_autoptr (TramaProgrammeSummary) summary = NULL;
  TramaMethod *profo = trama_methods_find ("profo");
  TramaContext context;

  if (record == NULL)
    return NULL;
  summary = g_new0 (TramaProgrammeSummary, 1);
  g_atomic_ref_count_init (&summary->references);
  summary->version = trama_version_ref (version);
  summary->programme = record;
  summary->as_of = as_of;
  trama_context_init (&context, version, programme, as_of);
  summary->evaluation = trama_evaluation_new (profo, version, programme, as_of, G_MAXINT32);
  summary->results = trama_evaluation_new (trama_methods_find ("network-results"), version,
                                           programme, as_of, G_MAXINT32);
  summary->trend = trama_trend_new (profo, version, programme, as_of, cancellable);
  summary->cost_share = trama_cost_share_new (&context);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  summary->cohort = trama_cohort_new (profo, version, as_of);
  summary->independence = trama_independence_new (version, programme, as_of);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  if (trama_date_is_known (record->formed) && record->formed.last <= as_of)
    summary->independence_line
        = trama_independence_line (version, programme, record->formed.last, as_of);
  count_members (summary);
  summary->open_months = find_open_months (summary);
  summary->month = trama_programme_month_of_appointment (record, as_of);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  return g_steal_pointer (&summary);
}

TramaProgrammeSummary *
trama_programme_summary_ref (TramaProgrammeSummary *summary)
{
  g_atomic_ref_count_inc (&summary->references);
  return summary;
}

void
trama_programme_summary_unref (TramaProgrammeSummary *summary)
{
  if (summary == NULL || !g_atomic_ref_count_dec (&summary->references))
    return;
  trama_evaluation_free (summary->evaluation);
  trama_evaluation_free (summary->results);
  g_clear_pointer (&summary->trend, g_array_unref);
  trama_cost_share_free (summary->cost_share);
  trama_cohort_free (summary->cohort);
  trama_independence_free (summary->independence);
  g_clear_pointer (&summary->independence_line, g_array_unref);
  g_clear_pointer (&summary->open_months, g_array_unref);
  trama_version_unref (summary->version);
  g_free (summary);
}

TramaProgrammePhase
trama_programme_summary_phase (const TramaProgrammeSummary *summary)
{
  TramaRecords decisions = TRAMA_REFERRING (summary->version, GATE_DECISION, TramaGateDecision,
                                            programme, summary->programme->record.id);
  TramaProgrammePhase phase = TRAMA_PHASE_PREPARATION;

  if (summary->month > 0)
    phase = TRAMA_PHASE_CONSOLIDATION;
  if (trama_date_happened_by (summary->programme->post_ended, summary->as_of) == TRAMA_YES)
    return TRAMA_PHASE_INDEPENDENCE;
  for (guint i = 0; i < decisions.n; i++)
    {
      const TramaGateDecision *decision = (const TramaGateDecision *) decisions.records[i];

      if (decision->gate == TRAMA_GATE_INDEPENDENCE
          && trama_date_is_by (decision->date, summary->as_of) == TRAMA_YES)
        return TRAMA_PHASE_INDEPENDENCE;
    }
  return phase;
}

static const TramaCostShareMonth *
last_rolling (const TramaProgrammeSummary *summary)
{
  GArray *months = summary->cost_share->months;

  for (guint i = months->len; i > 0; i--)
    {
      const TramaCostShareMonth *month = &g_array_index (months, TramaCostShareMonth, i - 1);

      if (!isnan (month->rolling))
        return month;
    }
  return NULL;
}

double
trama_programme_summary_paid (const TramaProgrammeSummary *summary, double *agreed)
{
  const TramaCostShareMonth *month = last_rolling (summary);

  if (agreed != NULL)
    *agreed = month != NULL ? month->agreed : NAN;
  return month != NULL ? month->rolling : NAN;
}

gboolean
trama_programme_summary_months_behind (const TramaProgrammeSummary *summary, int *months)
{
  const TramaCostShareMonth *now = last_rolling (summary);
  TramaContext context;
  int planned = 0;

  if (now == NULL)
    return FALSE;
  trama_context_init (&context, summary->version, summary->programme->record.id, summary->as_of);
  /* The last month in which no more than what is paid now was agreed; nothing is ahead of all. */
  for (int month = 1; month <= 240; month++)
    {
      double agreed = trama_ratio_value (trama_agreed_share (&context, month, NULL));

      if (agreed > now->rolling + 1e-9)
        break;
      planned = month;
      if (agreed >= 1.0)
        break;
    }
  *months = now->since - planned;
  if (*months < 0 && now->agreed >= 1.0)
    *months = 0;
  return TRUE;
}

static char *
share_clause (const TramaProgrammeSummary *summary)
{
  double agreed, paid = trama_programme_summary_paid (summary, &agreed);
  int behind;

  if (isnan (paid) || trama_programme_summary_phase (summary) == TRAMA_PHASE_INDEPENDENCE
      || !trama_programme_summary_months_behind (summary, &behind))
    return NULL;
  if (behind > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "the share paid by firms is %d month behind plan",
                     "the share paid by firms is %d months behind plan", (gulong) behind),
        behind);
  if (behind < 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "the share paid by firms is %d month ahead of plan",
                     "the share paid by firms is %d months ahead of plan", (gulong) -behind),
        -behind);
  return g_strdup (_ ("the share paid by firms is as planned"));
}

char *
trama_programme_summary_headline (const TramaProgrammeSummary *summary)
{
  g_autofree char *score = trama_evaluation_to_prose (summary->evaluation);
  g_autofree char *share = share_clause (summary);

  if (share == NULL)
    return g_steal_pointer (&score);
  /* Translators: the score; then the share paid by firms */
  return g_strdup_printf (C_ ("headline", "%s; %s"), score, share);
}

static char *
months_clause (const TramaProgrammeSummary *summary)
{
  TramaDate month = { .form = TRAMA_DATE_MONTH };
  int last = trama_day_month_index (summary->as_of + 1) - 1;

  if (summary->open_months->len > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month is not closed",
                                         "%u months are not closed", summary->open_months->len),
                            summary->open_months->len);
  month.first = trama_month_index_first_day (last);
  month.last = trama_month_index_last_day (last);
  {
    g_autofree char *prose = trama_date_to_prose (month);

    return g_strdup_printf (_ ("all months to %s are closed"), prose);
  }
}

char *
trama_programme_summary_subline (const TramaProgrammeSummary *summary)
{
  int age = summary->evaluation->age_months;
  g_autofree char *formed = NULL;
  g_autofree char *firms = NULL;
  g_autofree char *groups = NULL;
  g_autofree char *months = NULL;

  if (age < 0)
    return g_strdup (_ ("It is not recorded when the group was formed, or it was not yet."));
  formed = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d month since it was formed",
                                         "%d months since it was formed", (gulong) age),
                            age);
  firms = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u firm", "%u firms", summary->n_firms),
                           summary->n_firms);
  groups = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of %u owner group",
                                         "%s of %u owner groups", summary->n_owners),
                            firms, summary->n_owners);
  months = months_clause (summary);
  /* Translators: age; members; months closed */
  return g_strdup_printf (C_ ("subline", "%s; %s; %s"), formed, groups, months);
}

char *
trama_programme_summary_hand_over (const TramaProgrammeSummary *summary)
{
  const TramaCostShare *share = summary->cost_share;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gint32 appointed;

  if (trama_date_happened_by (summary->programme->post_ended, summary->as_of) == TRAMA_YES)
    {
      g_autofree char *ended = trama_date_to_prose (summary->programme->post_ended);

      return g_strdup_printf (_ ("The manager’s post ended on %s"), ended);
    }
  if (summary->month == 0)
    return g_strdup (_ ("No manager has been appointed yet"));
  if (share->not_on_course)
    return g_strdup (_ ("The share does not rise: hand-over is not on this course"));
  if (!share->has_forecast)
    return g_strdup (_ ("Too few closed months to foresee the hand-over"));
  appointed = summary->programme->appointed.last;
  {
    TramaDate early = { .form = TRAMA_DATE_MONTH };
    TramaDate late = { .form = TRAMA_DATE_MONTH };

    early.first = early.last = trama_day_add_months (appointed, (int) share->earliest - 1);
    late.first = late.last = trama_day_add_months (appointed, (int) share->latest - 1);
    from = trama_date_to_prose (early);
    to = trama_date_to_prose (late);
  }
  if (share->earliest <= summary->month && share->latest <= summary->month)
    return g_strdup (_ ("The firms carry the whole of their manager’s pay"));
  if (share->latest >= 240)
    return g_strdup_printf (_ ("Hand-over in %s at the earliest"), from);
  if (g_strcmp0 (from, to) == 0)
    return g_strdup_printf (_ ("Hand-over in %s, if it goes on like this"), from);
  return g_strdup_printf (_ ("Hand-over between %s and %s"), from, to);
}
