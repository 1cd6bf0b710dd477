/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-cost-share.h"

#include <math.h>
#include <string.h>

/* This program's example: 30 % in the first month, 100 % from the 37th (three full years). */
#define EXAMPLE_FIRST 30
#define EXAMPLE_FULL_MONTH 37
#define FORECAST_MONTHS 6
#define FORECAST_HORIZON 240

/* Whether @one says of the month what @other does not: agreed later, or the same for a later month. */
static gboolean
supersedes (const TramaShareAgreement *one, const TramaShareAgreement *other)
{
  int order = other != NULL ? trama_date_compare (one->agreed, other->agreed) : 1;

  return order > 0 || (order == 0 && one->month > other->month);
}

TramaRatio
trama_agreed_share (TramaContext *context, int month, gboolean *example)
{
  TramaRecords agreements = TRAMA_REFERRING (context->version, SHARE_AGREEMENT, TramaShareAgreement,
                                             programme, context->subject);
  const TramaShareAgreement *found = NULL;
  gboolean any = FALSE;

  /* Of what was agreed by the date for this month or an earlier one, the last word holds; months
   * that a later agreement does not speak of stay as they were agreed before. */
  for (guint i = 0; i < agreements.n; i++)
    {
      const TramaShareAgreement *one = (const TramaShareAgreement *) agreements.records[i];

      if (!trama_context_knows (context, &one->record)
          || (trama_date_is_known (one->agreed) && one->agreed.last > context->as_of))
        continue;
      any = TRUE;
      if (one->month <= month && supersedes (one, found))
        found = one;
    }
  if (example != NULL)
    *example = !any;
  if (found != NULL)
    return (TramaRatio) { llround (found->share * 1000000), 100000000 };
  if (any)
    return (TramaRatio) { 0, 1 };
  if (month >= EXAMPLE_FULL_MONTH)
    return (TramaRatio) { 1, 1 };
  return (TramaRatio) { EXAMPLE_FIRST * (EXAMPLE_FULL_MONTH - 1)
                            + (100 - EXAMPLE_FIRST) * (MAX (month, 1) - 1),
                        100 * (EXAMPLE_FULL_MONTH - 1) };
}

TramaWindow
trama_last_three_months (gint32 as_of)
{
  int last = trama_day_month_index (as_of + 1) - 1;

  return (TramaWindow) { trama_month_index_first_day (last - 2) - 1,
                         trama_month_index_last_day (last) };
}

/* The pay record that holds in a month: the latest that begins by then. */
static const TramaPayDue *
pay_in_month (TramaContext *context, int month)
{
  TramaRecords pays
      = TRAMA_REFERRING (context->version, PAY_DUE, TramaPayDue, programme, context->subject);
  const TramaPayDue *found = NULL;

  for (guint i = 0; i < pays.n; i++)
    {
      const TramaPayDue *pay = (const TramaPayDue *) pays.records[i];

      if (trama_context_knows (context, &pay->record)
          && trama_day_month_index (pay->month.first) <= month)
        found = pay;
    }
  return found;
}

gint64
trama_pay_due (TramaContext *context, int first_month, int last_month, const char *currency,
               TramaReason *reason)
{
  gint64 sum = 0;

  for (int month = first_month; month <= last_month; month++)
    {
      const TramaPayDue *pay = pay_in_month (context, month);
      gint64 low, high;

      if (pay == NULL)
        {
          *reason = TRAMA_REASON_FIELD_MISSING;
          return -1;
        }
      if (!trama_context_convert (context, pay->amount, currency,
                                  trama_month_index_last_day (month), &low, &high))
        {
          *reason = TRAMA_REASON_NO_RATE;
          return -1;
        }
      sum += low;
    }
  return sum;
}

static void
add_cash (TramaContext *context, TramaCostShare *share, int first_month)
{
  TramaRecords entries = TRAMA_REFERRING (context->version, LEDGER_ENTRY, TramaLedgerEntry,
                                          programme, context->subject);

  for (guint i = 0; i < entries.n; i++)
    {
      const TramaLedgerEntry *entry = (const TramaLedgerEntry *) entries.records[i];
      TramaCostShareMonth *month;
      gint64 low, high;
      int index;

      if (entry->type != TRAMA_LEDGER_ACTUAL || entry->purpose != TRAMA_PURPOSE_MANAGER
          || entry->in_kind == TRAMA_TRUTH_YES || !trama_context_admits (context, &entry->record)
          || trama_id_is_none (entry->payer) || entry->date.last > context->as_of
          || trama_context_is_member (context, entry->payer, entry->date) != TRAMA_YES)
        continue;
      index = trama_day_month_index (entry->date.first) - first_month;
      if (index < 0 || index >= (int) share->months->len
          || index != trama_day_month_index (entry->date.last) - first_month
          || !trama_context_convert (context, entry->amount, share->currency, entry->date.last,
                                     &low, &high))
        continue;
      month = &g_array_index (share->months, TramaCostShareMonth, index);
      month->cash_low += low;
      month->cash_high += high;
    }
}

static void
find_rolling (TramaCostShare *share)
{
  for (guint i = 2; i < share->months->len; i++)
    {
      TramaCostShareMonth *m = &g_array_index (share->months, TramaCostShareMonth, i);
      gint64 cash = 0, due = 0;
      gboolean whole = TRUE;

      for (guint j = i - 2; j <= i; j++)
        {
          const TramaCostShareMonth *one = &g_array_index (share->months, TramaCostShareMonth, j);

          whole = whole && one->closed && one->due > 0;
          cash += one->cash_low;
          due += one->due;
        }
      if (whole)
        m->rolling = (double) cash / (double) due;
    }
}

/*
 * Least squares of the rolling shares on the months, over the closed months up to the last one
 * (at least six). The range is where the line, and the line one standard error of its slope
 * steeper or flatter through the middle of the months, reaches the whole.
 */
static void
find_forecast (TramaCostShare *share)
{
  double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0, residue = 0;
  double slope, mean_x, mean_y, spread, error = 0, early, late;
  guint closed = 0;

  for (guint i = 0; i < share->months->len; i++)
    {
      const TramaCostShareMonth *m = &g_array_index (share->months, TramaCostShareMonth, i);

      closed += m->closed;
      if (isnan (m->rolling))
        continue;
      n += 1;
      sx += m->since;
      sy += m->rolling;
    }
  share->n_fitted = (guint) n;
  if (closed < FORECAST_MONTHS || n < 3)
    return;
  mean_x = sx / n;
  mean_y = sy / n;
  for (guint i = 0; i < share->months->len; i++)
    {
      const TramaCostShareMonth *m = &g_array_index (share->months, TramaCostShareMonth, i);

      if (isnan (m->rolling))
        continue;
      sxx += (m->since - mean_x) * (m->since - mean_x);
      sxy += (m->since - mean_x) * (m->rolling - mean_y);
    }
  slope = sxy / sxx;
  share->slope = slope;
  if (!(slope > 0))
    {
      share->not_on_course = TRUE;
      return;
    }
  for (guint i = 0; i < share->months->len; i++)
    {
      const TramaCostShareMonth *m = &g_array_index (share->months, TramaCostShareMonth, i);
      double fitted = mean_y + slope * (m->since - mean_x);

      if (!isnan (m->rolling))
        residue += (m->rolling - fitted) * (m->rolling - fitted);
    }
  if (n > 2)
    error = sqrt (residue / (n - 2) / sxx);
  spread = 1.0 - mean_y;
  early = mean_x + spread / (slope + error);
  late = slope - error > 0 ? mean_x + spread / (slope - error) : FORECAST_HORIZON;
  share->has_forecast = TRUE;
  /* Whole months; what is a month up to rounding is not the next one. */
  share->earliest = ceil (MIN (early, late) - 1e-6);
  share->latest = MIN (ceil (MAX (early, late) - 1e-6), FORECAST_HORIZON);
}

TramaCostShare *
trama_cost_share_new (TramaContext *context)
{
  const TramaProgramme *programme = trama_context_programme (context);
  const TramaPortfolio *portfolio = trama_version_portfolio (context->version);
  TramaCostShare *share = g_new0 (TramaCostShare, 1);
  TramaReason reason = TRAMA_REASON_NONE;
  const TramaPayDue *pay;
  int first, last;

  share->months = g_array_new (FALSE, FALSE, sizeof (TramaCostShareMonth));
  if (programme == NULL || !trama_date_is_known (programme->appointed)
      || programme->appointed.last > context->as_of)
    return share;
  first = trama_day_month_index (programme->appointed.last);
  last = trama_day_month_index (context->as_of);
  if (trama_date_happened_by (programme->post_ended, context->as_of) == TRAMA_YES)
    last = MIN (last, trama_day_month_index (programme->post_ended.last));
  pay = pay_in_month (context, last);
  if (pay != NULL)
    memcpy (share->currency, pay->amount.currency, 4);
  else if (portfolio != NULL && trama_currency_is_valid (portfolio->currency))
    memcpy (share->currency, portfolio->currency, 4);
  for (int index = first; index <= last; index++)
    {
      gint32 end = trama_month_index_last_day (index);
      TramaCostShareMonth month = {
        .month = index,
        .since = trama_programme_month_of_appointment (programme, end),
        .paid = NAN,
        .rolling = NAN,
      };

      month.closed = end <= context->as_of
                     && trama_context_months_closed (
                         context, (TramaWindow) { trama_month_index_first_day (index) - 1, end });
      month.due = trama_pay_due (context, index, index, share->currency, &reason);
      month.agreed = trama_ratio_value (trama_agreed_share (context, month.since, &share->example));
      g_array_append_val (share->months, month);
    }
  add_cash (context, share, first);
  for (guint i = 0; i < share->months->len; i++)
    {
      TramaCostShareMonth *month = &g_array_index (share->months, TramaCostShareMonth, i);

      if (month->closed && month->due > 0)
        month->paid = (double) month->cash_low / (double) month->due;
    }
  find_rolling (share);
  find_forecast (share);
  return share;
}

void
trama_cost_share_free (TramaCostShare *share)
{
  if (share == NULL)
    return;
  g_array_unref (share->months);
  g_free (share);
}
