/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of who pays the manager (M1, criterion 11). */
#include "trama-measures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-cost-share.h"

/* What the members paid toward the manager's pay in the last three whole months. */
typedef struct
{
  TramaOwners payers;
  GArray *sums; /* one Sum for each owner group */
  gint64 low, high;
  gint64 due;
  char currency[4];
} Payments;

typedef struct
{
  TramaId owner;
  gint64 sum;
} Sum;

static void
payments_clear (Payments *payments)
{
  trama_owners_clear (&payments->payers);
  g_clear_pointer (&payments->sums, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Payments, payments_clear)

static void
add_sum (GArray *sums, TramaId owner, gint64 amount)
{
  Sum added = { owner, amount };

  for (guint i = 0; i < sums->len; i++)
    if (trama_id_equal (g_array_index (sums, Sum, i).owner, owner))
      {
        g_array_index (sums, Sum, i).sum += amount;
        return;
      }
  g_array_append_val (sums, added);
}

static gboolean
add_entry (TramaContext *context, const TramaLedgerEntry *entry, TramaWindow window,
           Payments *payments, TramaFigure *figure)
{
  TramaTri state = trama_window_holds (window, entry->date);
  gint64 low, high;
  TramaId owner;

  if (entry->type != TRAMA_LEDGER_ACTUAL || entry->purpose != TRAMA_PURPOSE_MANAGER
      || state == TRAMA_NO || !trama_context_admits (context, &entry->record))
    return TRUE;
  if (entry->in_kind == TRAMA_TRUTH_YES)
    {
      trama_figure_add (figure, &entry->record, TRAMA_ROLE_MISSES, TRAMA_REASON_NONE,
                        g_strdup (_ ("in kind, not cash")));
      return TRUE;
    }
  if (trama_id_is_none (entry->payer))
    state = TRAMA_MAYBE;
  else
    state = MIN (state, trama_context_is_member (context, entry->payer, entry->date));
  if (state == TRAMA_NO)
    return TRUE;
  if (!trama_context_convert (context, entry->amount, payments->currency, entry->date.last, &low,
                              &high))
    return FALSE;
  payments->high += high;
  if (state == TRAMA_YES)
    {
      payments->low += low;
      owner = trama_owner_of (context->version, entry->payer);
      trama_owners_add (&payments->payers, owner, low > 0 ? TRAMA_YES : TRAMA_NO);
      add_sum (payments->sums, owner, low);
      trama_figure_add (figure, &entry->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
    }
  else
    {
      if (!trama_id_is_none (entry->payer))
        trama_owners_add (&payments->payers, trama_owner_of (context->version, entry->payer),
                          TRAMA_MAYBE);
      trama_figure_add (figure, &entry->record, TRAMA_ROLE_OPEN,
                        trama_id_is_none (entry->payer) ? TRAMA_REASON_FIELD_MISSING
                                                        : TRAMA_REASON_DATE_VAGUE,
                        g_strdup (trama_id_is_none (entry->payer) ? _ ("Who paid this?")
                                                                  : _ ("On which day was it?")));
    }
  return TRUE;
}

/* FALSE where nothing can be said; the figure then says why. */
static gboolean
read_payments (TramaContext *context, Payments *payments, TramaFigure *figure)
{
  const TramaProgramme *programme = trama_context_programme (context);
  TramaWindow window = trama_last_three_months (context->as_of);
  TramaReason reason = TRAMA_REASON_NONE;
  TramaRecords entries, pays;

  trama_owners_init (&payments->payers);
  payments->sums = g_array_new (FALSE, FALSE, sizeof (Sum));
  if (programme == NULL || !trama_date_is_known (programme->appointed)
      || programme->appointed.last > context->as_of)
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_NOT_APPOINTED);
      return FALSE;
    }
  if (trama_day_month_index (programme->appointed.last) > trama_day_month_index (window.from + 1))
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_TOO_EARLY);
      return FALSE;
    }
  if (!trama_context_months_closed (context, window))
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_MONTHS_OPEN);
      return FALSE;
    }
  pays = TRAMA_REFERRING (context->version, PAY_DUE, TramaPayDue, programme, context->subject);
  if (pays.n == 0)
    {
      trama_figure_add (figure, &programme->record, TRAMA_ROLE_OPEN, TRAMA_REASON_FIELD_MISSING,
                        g_strdup (_ ("What pay is due to the manager each month?")));
      trama_figure_set_unknown (figure, TRAMA_REASON_FIELD_MISSING);
      return FALSE;
    }
  memcpy (payments->currency, ((const TramaPayDue *) pays.records[pays.n - 1])->amount.currency, 4);
  payments->due = trama_pay_due (context, trama_day_month_index (window.from + 1),
                                 trama_day_month_index (window.to), payments->currency, &reason);
  if (payments->due <= 0)
    {
      trama_figure_set_unknown (figure,
                                reason != TRAMA_REASON_NONE ? reason : TRAMA_REASON_FIELD_MISSING);
      return FALSE;
    }
  entries = TRAMA_REFERRING (context->version, LEDGER_ENTRY, TramaLedgerEntry, programme,
                             context->subject);
  for (guint i = 0; i < entries.n; i++)
    if (!add_entry (context, (const TramaLedgerEntry *) entries.records[i], window, payments,
                    figure))
      {
        trama_figure_set_unknown (figure, TRAMA_REASON_NO_RATE);
        return FALSE;
      }
  return TRUE;
}

void
trama_measure_members_pay_share (TramaContext *context, const gint64 *parameters,
                                 TramaFigure *figure)
{
  g_auto (Payments) payments = { 0 };

  if (!read_payments (context, &payments, figure))
    return;
  figure->low = (TramaRatio) { payments.low, payments.due };
  figure->high = (TramaRatio) { payments.high, payments.due };
  if (payments.low != payments.high)
    figure->reason = TRAMA_REASON_FIELD_MISSING;
}

void
trama_measure_agreed_share (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  const TramaProgramme *programme = trama_context_programme (context);
  TramaWindow window = trama_last_three_months (context->as_of);
  TramaRecords agreements;
  gboolean example = FALSE;
  int month = trama_programme_month_of_appointment (programme, window.to);

  if (month == 0)
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_NOT_APPOINTED);
      return;
    }
  figure->low = figure->high = trama_agreed_share (context, month, &example);
  if (example)
    figure->detail = g_strdup (_ ("an example: nothing was agreed on record"));
  agreements = TRAMA_REFERRING (context->version, SHARE_AGREEMENT, TramaShareAgreement, programme,
                                context->subject);
  for (guint i = 0; i < agreements.n; i++)
    {
      const TramaShareAgreement *one = (const TramaShareAgreement *) agreements.records[i];

      if (one->month == month)
        trama_figure_add (figure, &one->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
    }
}

void
trama_measure_members_paying (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  g_auto (Payments) payments = { 0 };
  g_auto (TramaOwners) base = { 0 };

  if (!read_payments (context, &payments, figure))
    return;
  trama_owners_init (&base);
  trama_context_base (context, trama_last_three_months (context->as_of), &base);
  if (trama_owners_count (&base, TRAMA_MAYBE) == 0)
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
      return;
    }
  trama_owners_share (&base, &payments.payers, &figure->low, &figure->high);
  if (figure->low.n != figure->high.n || figure->low.d != figure->high.d)
    figure->reason = TRAMA_REASON_FIELD_MISSING;
}

void
trama_measure_largest_payer_share (TramaContext *context, const gint64 *parameters,
                                   TramaFigure *figure)
{
  g_auto (Payments) payments = { 0 };
  gint64 largest = 0;

  if (!read_payments (context, &payments, figure))
    return;
  for (guint i = 0; i < payments.sums->len; i++)
    largest = MAX (largest, g_array_index (payments.sums, Sum, i).sum);
  figure->low = figure->high = (TramaRatio) { largest, payments.low };
  if (payments.low == 0)
    trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
}
