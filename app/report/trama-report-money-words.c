/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who pays, what for, and how long still. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "trama-report-maker.h"
#include "trama-report-money.h"

static TramaPageText *
say_finding (TramaReportMaker *maker)
{
  double agreed, paid = trama_programme_dossier_paid (maker->dossier, &agreed);
  g_autofree char *share = NULL;
  g_autofree char *wanted = NULL;

  if (trama_programme_dossier_phase (maker->dossier) == 2)
    return trama_page_text_new (
        _ ("The manager’s post has ended; the group pays for itself or not at all"));
  if (isnan (paid))
    return trama_page_text_new (
        _ ("What the firms carry of their manager’s pay cannot be told yet"));
  share = trama_report_percent (paid);
  if (isnan (agreed))
    return trama_page_text_new_printf (_ ("The firms pay %s of their manager; no share was agreed"),
                                       share);
  wanted = trama_report_percent (agreed);
  return trama_page_text_new_printf (_ ("The firms pay %s of their manager, where %s was agreed"),
                                     share, wanted);
}

/* A figure of the criterion "own share" by its measure's id. */
static const TramaFigureUse *
find_use (TramaReportMaker *maker, const char *measure)
{
  const TramaCriterionResult *result = trama_report_result (maker, "own-share");

  for (guint i = 0; result != NULL && i < result->figures->len; i++)
    {
      const TramaFigureUse *use = result->figures->pdata[i];

      if (g_strcmp0 (use->figure->measure->id, measure) == 0)
        return use;
    }
  return NULL;
}

static TramaPageText *
say_intro (TramaReportMaker *maker)
{
  double agreed, paid = trama_programme_dossier_paid (maker->dossier, &agreed);
  g_autofree char *hand_over = trama_programme_dossier_hand_over (maker->dossier);
  const TramaFigureUse *share = find_use (maker, "members-pay-share");
  const TramaFigureUse *payers = find_use (maker, "members-paying");
  const TramaFigureUse *largest = find_use (maker, "largest-payer-share");
  gboolean ended = trama_date_happened_by (maker->programme->post_ended, maker->as_of) == TRAMA_YES;
  TramaPageText *text = trama_page_text_new (NULL);
  int behind;

  if (!isnan (paid))
    {
      g_autofree char *percent = trama_report_percent (paid);

      trama_report_append (
          text, g_strdup_printf (
                    ended ? _ ("Over the last three closed months of the post the members’ cash "
                               "came to %s of the manager’s pay due.")
                          : _ ("Over the last three closed months the members’ cash came to %s of "
                               "the manager’s pay due."),
                    percent));
      if (share != NULL)
        trama_report_notes_cite_figure (maker->notes, text, share->figure);
      if (!ended && trama_programme_dossier_months_behind (maker->dossier, &behind) && behind != 0)
        trama_report_append (
            text,
            behind > 0
                ? g_strdup_printf (
                      g_dngettext (GETTEXT_PACKAGE, "That is %d month behind what was agreed.",
                                   "That is %d months behind what was agreed.", (gulong) behind),
                      behind)
                : g_strdup_printf (
                      g_dngettext (GETTEXT_PACKAGE, "That is %d month ahead of what was agreed.",
                                   "That is %d months ahead of what was agreed.", (gulong) -behind),
                      -behind));
    }
  trama_report_append (text, g_strdup_printf ("%s.", hand_over));
  if (payers != NULL && payers->figure->known)
    {
      g_autofree char *prose = trama_figure_to_prose (payers->figure);

      trama_report_append (text, g_strdup_printf (_ ("%s paid."), prose));
    }
  if (largest != NULL && largest->figure->known && largest->figure->low.d > 0)
    {
      g_autofree char *prose = trama_figure_to_prose (largest->figure);

      trama_report_append (
          text,
          largest->holds == TRAMA_YES
              ? g_strdup_printf (
                    _ ("The largest of them paid %s, so no one patron carries the post."), prose)
              : g_strdup_printf (_ ("The largest of them paid %s: one patron carries the post."),
                                 prose));
    }
  return text;
}

static void
add_amount (TramaPageTable *table, const TramaReportMoney *money, gint64 minor)
{
  g_autofree char *text = minor != 0 ? trama_report_money_to_number (money, minor) : g_strdup ("–");

  trama_page_table_add_cell (table, text);
}

static void
add_payer_row (TramaPageTable *table, const TramaReportMoney *money, TramaPageRowKind kind,
               const char *name, gint64 budget, gint64 actual, gint64 in_kind)
{
  g_autofree char *share
      = budget > 0 ? trama_report_percent ((double) (actual + in_kind) / (double) budget)
                   : g_strdup ("–");

  trama_page_table_begin_row (table, kind);
  trama_page_table_add_cell (table, name);
  add_amount (table, money, budget);
  add_amount (table, money, actual);
  add_amount (table, money, in_kind);
  trama_page_table_add_cell (table, share);
}

/* What must be known to compare budget and paid. NULL: nothing. (transfer full) */
static char *
comparison_note (const TramaReportMoney *money)
{
  g_autoptr (GString) note = g_string_new (NULL);
  gint64 unplanned = 0;

  for (guint purpose = 0; purpose <= TRAMA_PURPOSE_OTHER; purpose++)
    if (money->budget_by_purpose[purpose] == 0)
      unplanned += money->by_purpose[purpose];
  if (money->budget > 0)
    g_string_append (note, _ ("A budget counts as far as its span has run, evenly by days; a "
                              "single date runs to the fiscal year’s end."));
  if (money->budget > 0 && unplanned > 0)
    {
      g_autofree char *sum = trama_report_money_to_prose (money, unplanned);

      g_string_append_c (note, ' ');
      g_string_append_printf (note, _ ("%s went to purposes without a budget."), sum);
    }
  if (money->unconverted > 0 && note->len > 0)
    g_string_append_c (note, ' ');
  if (money->unconverted > 0)
    g_string_append_printf (
        note,
        g_dngettext (GETTEXT_PACKAGE, "%u entry has no exchange rate on record and is left out.",
                     "%u entries have no exchange rate on record and are left out.",
                     money->unconverted),
        money->unconverted);
  return note->len > 0 ? g_string_free (g_steal_pointer (&note), FALSE) : NULL;
}

static char *
currency_line (const TramaReportMoney *money, const char *what)
{
  /* Translators: a currency, then what the table shows */
  return g_strdup_printf (C_ ("table", "%s; %s"), money->currency, what);
}

static TramaPageBlock *
tabulate_payers (TramaReportMaker *maker)
{
  static const TramaPageColumn columns[] = {
    { .title = N_ ("Payer") },
    { .title = N_ ("Budget"), .align = TRAMA_PAGE_ALIGN_END },
    { .title = N_ ("Paid"), .align = TRAMA_PAGE_ALIGN_END },
    { .title = N_ ("In kind"), .align = TRAMA_PAGE_ALIGN_END },
    { .over = N_ ("of budget"), .title = "%", .align = TRAMA_PAGE_ALIGN_END, .width = 36 },
  };
  TramaPageTable *table = trama_report_table_new (columns, G_N_ELEMENTS (columns));
  const TramaReportMoney *money = trama_report_get_money (maker);
  g_autofree char *subtitle = currency_line (money, _ ("cash and goods or work, to date"));
  g_autofree char *note = comparison_note (money);

  trama_page_table_set_empty (table, _ ("No ledger entry is recorded."));
  for (guint i = 0; i < money->payers->len; i++)
    {
      const TramaReportPayer *payer = money->payers->pdata[i];

      add_payer_row (table, money, TRAMA_PAGE_ROW_NORMAL, payer->name, payer->budget, payer->actual,
                     payer->in_kind);
    }
  if (money->payers->len > 0)
    {
      add_payer_row (table, money, TRAMA_PAGE_ROW_TOTAL, _ ("All payers"), money->budget,
                     money->actual, money->in_kind);
    }
  return trama_page_block_new_table (table, _ ("Budget and paid, payer by payer"), subtitle, note);
}

/* The payers that have a column of their own; the rest share one. */
#define OWN_COLUMNS 4

static gint64
purpose_of_others (const TramaReportMoney *money, guint purpose)
{
  gint64 sum = 0;

  for (guint i = OWN_COLUMNS; i < money->payers->len; i++)
    sum += ((const TramaReportPayer *) money->payers->pdata[i])->by_purpose[purpose];
  return sum;
}

static void
add_purpose_row (TramaPageTable *table, const TramaReportMoney *money, guint purpose)
{
  trama_page_table_begin_row (table, TRAMA_PAGE_ROW_NORMAL);
  trama_page_table_add_cell (table, purpose != 0 ? trama_purpose_label ((TramaPurpose) purpose)
                                                 : _ ("Not recorded"));
  for (guint i = 0; i < MIN (money->payers->len, OWN_COLUMNS); i++)
    add_amount (table, money,
                ((const TramaReportPayer *) money->payers->pdata[i])->by_purpose[purpose]);
  if (money->payers->len > OWN_COLUMNS)
    add_amount (table, money, purpose_of_others (money, purpose));
  add_amount (table, money, money->by_purpose[purpose]);
  add_amount (table, money, money->budget_by_purpose[purpose]);
}

static void
add_purpose_total (TramaPageTable *table, const TramaReportMoney *money)
{
  gint64 others = 0;

  trama_page_table_begin_row (table, TRAMA_PAGE_ROW_TOTAL);
  trama_page_table_add_cell (table, _ ("All purposes"));
  for (guint i = 0; i < money->payers->len; i++)
    {
      const TramaReportPayer *payer = money->payers->pdata[i];

      if (i < OWN_COLUMNS)
        add_amount (table, money, payer->actual);
      else
        others += payer->actual;
    }
  if (money->payers->len > OWN_COLUMNS)
    add_amount (table, money, others);
  add_amount (table, money, money->actual);
  add_amount (table, money, money->budget);
}

static TramaPageBlock *
tabulate_purposes (TramaReportMaker *maker)
{
  const TramaReportMoney *money = trama_report_get_money (maker);
  guint own = MIN (money->payers->len, OWN_COLUMNS);
  guint n = 1 + own + (money->payers->len > OWN_COLUMNS ? 1 : 0) + 2;
  g_autofree TramaPageColumn *columns = g_new0 (TramaPageColumn, n);
  g_autofree char *subtitle
      = currency_line (money, _ ("paid in cash to date, by purpose and payer"));
  TramaPageTable *table;
  guint at = 0;

  columns[at++] = (TramaPageColumn) { .title = _ ("Purpose") };
  for (guint i = 0; i < own; i++)
    columns[at++] = (TramaPageColumn) {
      .title = ((const TramaReportPayer *) money->payers->pdata[i])->name,
      .align = TRAMA_PAGE_ALIGN_END,
    };
  if (money->payers->len > OWN_COLUMNS)
    columns[at++] = (TramaPageColumn) { .title = _ ("Others"), .align = TRAMA_PAGE_ALIGN_END };
  columns[at++]
      = (TramaPageColumn) { .title = _ ("Paid"), .align = TRAMA_PAGE_ALIGN_END, .bold = TRUE };
  columns[at++] = (TramaPageColumn) { .title = _ ("Budget"), .align = TRAMA_PAGE_ALIGN_END };
  table = trama_page_table_new (columns, n);
  trama_page_table_set_empty (table, _ ("No ledger entry is recorded."));
  for (guint purpose = 1; purpose <= TRAMA_PURPOSE_OTHER; purpose++)
    if (money->by_purpose[purpose] != 0 || money->budget_by_purpose[purpose] != 0)
      add_purpose_row (table, money, purpose);
  if (money->by_purpose[0] != 0 || money->budget_by_purpose[0] != 0)
    add_purpose_row (table, money, 0);
  if (money->payers->len > 0)
    add_purpose_total (table, money);
  return trama_page_block_new_table (table, _ ("What the money went to, and whose it was"),
                                     subtitle, NULL);
}

const TramaReportSentence trama_report_money_sentences[] = {
  { "money-finding", say_finding },
  { "money", say_intro },
  { NULL, NULL },
};

const TramaReportTabulation trama_report_money_tables[] = {
  { "payers", tabulate_payers },
  { "purposes", tabulate_purposes },
  { NULL, NULL },
};
