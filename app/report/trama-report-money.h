/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-report-maker.h"

G_BEGIN_DECLS

/*
 * Budget and actual of the programme's ledger by payer and purpose, up to the as-of date, in the
 * portfolio's currency by the rates on record. A budget counts as far as its span has run
 * (trama-budget.h). All members are one payer: what each firm pays is
 * not for print.
 */
typedef struct
{
  char *name;
  gboolean members;
  gint64 budget;             /* minor units */
  gint64 actual;             /* cash */
  gint64 in_kind;
  gint64 by_purpose[TRAMA_PURPOSE_OTHER + 1];   /* cash; [0]: not recorded for what */
} TramaReportPayer;

struct _TramaReportMoney
{
  char currency[4];          /* empty: nothing is recorded */
  GPtrArray *payers;         /* TramaReportPayer: members first, then by what they paid */
  gint64 budget;
  gint64 actual;
  gint64 in_kind;
  gint64 by_purpose[TRAMA_PURPOSE_OTHER + 1];
  gint64 budget_by_purpose[TRAMA_PURPOSE_OTHER + 1];
  guint unconverted;         /* entries without a rate: left out */
};

/* Borrowed. */
const TramaReportMoney *trama_report_get_money (TramaReportMaker *maker);
void trama_report_money_free (TramaReportMoney *money);
/* "USD 61,000", in whole units. (transfer full) */
char *trama_report_money_to_prose (const TramaReportMoney *money, gint64 minor);
/* "61,000", for tables whose head names the currency. (transfer full) */
char *trama_report_money_to_number (const TramaReportMoney *money, gint64 minor);

G_END_DECLS
