/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-budget.h"

/* The last day of the fiscal year that @day lies in. */
static gint32
fiscal_year_end (TramaContext *context, gint32 day)
{
  const TramaPortfolio *portfolio = trama_version_portfolio (context->version);
  int begins
      = portfolio != NULL && portfolio->fiscal_year_start >= 1 && portfolio->fiscal_year_start <= 12
            ? (int) portfolio->fiscal_year_start
            : 1;
  int year, month;

  trama_day_to_civil (day, &year, &month, NULL);
  return trama_day_from_civil (month < begins ? year : year + 1, begins, 1) - 1;
}

TramaDate
trama_budget_span (TramaContext *context, const TramaLedgerEntry *entry)
{
  TramaRecords entries = TRAMA_REFERRING (context->version, LEDGER_ENTRY, TramaLedgerEntry,
                                          programme, entry->programme);
  TramaDate span = entry->date;

  if (span.form != TRAMA_DATE_DAY)
    return span;
  span.form = TRAMA_DATE_BETWEEN;
  span.last = fiscal_year_end (context, span.first);
  for (guint i = 0; i < entries.n; i++)
    {
      const TramaLedgerEntry *next = (const TramaLedgerEntry *) entries.records[i];

      if (next->type == TRAMA_LEDGER_BUDGET && next->purpose == entry->purpose
          && trama_id_equal (next->payer, entry->payer) && next->date.first > span.first
          && next->date.first <= span.last)
        span.last = next->date.first - 1;
    }
  return span;
}

gint64
trama_budget_so_far (TramaContext *context, const TramaLedgerEntry *entry, gint64 amount)
{
  TramaDate span = trama_budget_span (context, entry);
  gint64 days, gone;

  if (!trama_date_is_known (span) || context->as_of < span.first)
    return 0;
  if (context->as_of >= span.last)
    return amount;
  days = (gint64) span.last - span.first + 1;
  gone = (gint64) context->as_of - span.first + 1;
  /* In parts, so that no amount overflows; what is left of a whole is rounded down. */
  return amount / days * gone + amount % days * gone / days;
}
