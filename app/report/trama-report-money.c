/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-report-money.h"

#include "trama-budget.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
payer_free (gpointer data)
{
  TramaReportPayer *payer = data;

  g_free (payer->name);
  g_free (payer);
}

void
trama_report_money_free (TramaReportMoney *money)
{
  if (money == NULL)
    return;
  g_ptr_array_unref (money->payers);
  g_free (money);
}

static TramaReportPayer *
find_payer (TramaReportMaker *maker, TramaReportMoney *money, TramaId id)
{
  const TramaRecord *record = trama_version_find_among (maker->version, TRAMA_ALL_KINDS, id);
  gboolean members = record != NULL && record->kind == TRAMA_KIND_FIRM;
  g_autofree char *name = NULL;
  TramaReportPayer *payer;

  if (members)
    name = g_strdup (_ ("Members"));
  else if (record == NULL)
    name = g_strdup (_ ("Not recorded who"));
  else
    name = trama_version_describe (maker->version, record);
  for (guint i = 0; i < money->payers->len; i++)
    {
      payer = money->payers->pdata[i];
      if (g_str_equal (payer->name, name))
        return payer;
    }
  payer = g_new0 (TramaReportPayer, 1);
  payer->name = g_steal_pointer (&name);
  payer->members = members;
  g_ptr_array_add (money->payers, payer);
  return payer;
}

static int
compare_payers (gconstpointer a, gconstpointer b)
{
  const TramaReportPayer *x = *(TramaReportPayer *const *) a;
  const TramaReportPayer *y = *(TramaReportPayer *const *) b;

  if (x->members != y->members)
    return x->members ? -1 : 1;
  if (x->actual != y->actual)
    return x->actual > y->actual ? -1 : 1;
  if (x->budget != y->budget)
    return x->budget > y->budget ? -1 : 1;
  return strcmp (x->name, y->name);
}

static void
add_entry (TramaReportMaker *maker, TramaReportMoney *money, const TramaLedgerEntry *entry)
{
  TramaReportPayer *payer;
  gint64 low, high;

  if (entry->type == TRAMA_LEDGER_BUDGET
          ? entry->date.first > maker->as_of
          : trama_date_is_by (entry->date, maker->as_of) != TRAMA_YES)
    return;
  if (!trama_context_convert (&maker->context, entry->amount, money->currency, entry->date.last,
                              &low, &high))
    {
      money->unconverted++;
      return;
    }
  payer = find_payer (maker, money, entry->payer);
  if (entry->type == TRAMA_LEDGER_BUDGET)
    {
      low = trama_budget_so_far (&maker->context, entry, low);
      payer->budget += low;
      money->budget += low;
      money->budget_by_purpose[entry->purpose] += low;
    }
  else if (entry->in_kind == TRAMA_TRUTH_YES)
    {
      payer->in_kind += low;
      money->in_kind += low;
    }
  else
    {
      payer->actual += low;
      payer->by_purpose[entry->purpose] += low;
      money->actual += low;
      money->by_purpose[entry->purpose] += low;
    }
}

const TramaReportMoney *
trama_report_get_money (TramaReportMaker *maker)
{
  TramaRecords entries;
  TramaReportMoney *money;

  if (maker->money != NULL)
    return maker->money;
  entries = TRAMA_REFERRING (maker->version, LEDGER_ENTRY, TramaLedgerEntry, programme,
                             maker->programme->record.id);
  money = g_new0 (TramaReportMoney, 1);
  money->payers = g_ptr_array_new_with_free_func (payer_free);
  if (maker->portfolio != NULL && trama_currency_is_valid (maker->portfolio->currency))
    memcpy (money->currency, maker->portfolio->currency, 4);
  else if (entries.n > 0)
    memcpy (money->currency, ((const TramaLedgerEntry *) entries.records[0])->amount.currency, 4);
  for (guint i = 0; i < entries.n; i++)
    add_entry (maker, money, (const TramaLedgerEntry *) entries.records[i]);
  g_ptr_array_sort (money->payers, compare_payers);
  maker->money = money;
  return money;
}

static gint64
unit_of (const TramaReportMoney *money)
{
  gint64 unit = 1;

  for (int i = 0; i < trama_currency_digits (money->currency); i++)
    unit *= 10;
  return unit;
}

static gint64
round_to (gint64 minor, gint64 unit)
{
  return (minor + (minor < 0 ? -unit / 2 : unit / 2)) / unit;
}

char *
trama_report_money_to_prose (const TramaReportMoney *money, gint64 minor)
{
  gint64 unit = unit_of (money);

  return trama_money_to_prose (trama_money_exact (round_to (minor, unit) * unit, money->currency));
}

char *
trama_report_money_to_number (const TramaReportMoney *money, gint64 minor)
{
  return trama_number_to_prose ((double) round_to (minor, unit_of (money)), 0, FALSE);
}
