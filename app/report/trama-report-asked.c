/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What works, what does not yet, and what is asked of the reader. */

#include <glib/gi18n-lib.h>

#include "trama-report-maker.h"
#include "trama-report-money.h"

/* So many of each are listed on the summary; the rest has its page. */
#define LISTED 5

static TramaPageText *
criterion_text (const TramaCriterionResult *result)
{
  g_autofree char *prose = trama_criterion_result_to_prose (result);
  TramaPageText *text = trama_page_text_new_bold (trama_method_text (result->criterion->title));

  trama_page_text_append (text, ": ");
  trama_page_text_append (text, prose);
  if (!g_str_has_suffix (prose, "?") && !g_str_has_suffix (prose, "."))
    trama_page_text_append (text, ".");
  return text;
}

static void
add_rest (GPtrArray *texts, guint left_out)
{
  g_autofree char *words = NULL;
  TramaPageText *text;

  if (left_out == 0)
    return;
  words = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u more is on page ", "%u more are on page ", left_out),
      left_out);
  text = trama_page_text_new (words);
  trama_page_text_append_page_of (text, "table-criteria");
  trama_page_text_append (text, ".");
  g_ptr_array_add (texts, text);
}

/* Those of the best evidence first. */
static void
list_works (TramaReportMaker *maker, GPtrArray *texts)
{
  guint left_out = 0;

  for (guint grade = TRAMA_GRADE_A; grade <= TRAMA_GRADE_D; grade++)
    for (guint i = 0; i < maker->evaluation->results->len; i++)
      {
        const TramaCriterionResult *result = maker->evaluation->results->pdata[i];

        if (result->verdict != TRAMA_VERDICT_MET || MAX (result->grade, TRAMA_GRADE_A) != grade)
          continue;
        if (texts->len < LISTED)
          g_ptr_array_add (texts, criterion_text (result));
        else
          left_out++;
      }
  add_rest (texts, left_out);
  if (texts->len == 0)
    g_ptr_array_add (texts, trama_page_text_new (_ ("No criterion is met so far.")));
}

static void
list_not_yet (TramaReportMaker *maker, GPtrArray *texts)
{
  guint left_out = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < maker->evaluation->results->len; i++)
      {
        const TramaCriterionResult *result = maker->evaluation->results->pdata[i];

        if (result->verdict != (pass == 0 ? TRAMA_VERDICT_NOT_MET : TRAMA_VERDICT_UNKNOWN))
          continue;
        if (texts->len < LISTED)
          g_ptr_array_add (texts, criterion_text (result));
        else
          left_out++;
      }
  add_rest (texts, left_out);
  if (texts->len == 0)
    g_ptr_array_add (texts, trama_page_text_new (_ ("Every criterion that applies is met.")));
}

static void
ask_decisions (TramaReportMaker *maker, GPtrArray *texts)
{
  TramaRecords initiatives = TRAMA_REFERRING (maker->version, INITIATIVE, TramaInitiative,
                                              programme, maker->programme->record.id);

  for (guint i = 0; i < initiatives.n; i++)
    {
      const TramaInitiative *initiative = (const TramaInitiative *) initiatives.records[i];
      g_autofree char *day = trama_date_to_prose (initiative->proposed);

      /* One of which it is known how it turned out was decided, whether that was written or not. */
      if (trama_date_is_by (initiative->proposed, maker->as_of) != TRAMA_YES
          || trama_date_happened_by (initiative->approved, maker->as_of) != TRAMA_NO
          || trama_date_happened_by (initiative->refused, maker->as_of) != TRAMA_NO
          || initiative->outcome != TramaOutcome_UNKNOWN_)
        continue;
      g_ptr_array_add (texts, trama_page_text_new_printf (_ ("Decide on “%s”, proposed on %s."),
                                                          initiative->title, day));
    }
}

static void
ask_payments (TramaReportMaker *maker, GPtrArray *texts)
{
  const TramaReportMoney *money = trama_report_get_money (maker);

  for (guint i = 0; i < money->payers->len; i++)
    {
      const TramaReportPayer *payer = money->payers->pdata[i];
      gint64 paid = payer->actual + payer->in_kind;
      g_autofree char *owed = NULL;

      /* A tenth either way is life. */
      if (payer->members || payer->budget <= 0 || paid * 10 >= payer->budget * 9)
        continue;
      owed = trama_report_money_to_prose (money, payer->budget - paid);
      g_ptr_array_add (
          texts, trama_page_text_new_printf (
                     _ ("%s has paid %s less than was budgeted so far: pay it, or budget anew."),
                     payer->name, owed));
    }
}

static void
ask_share (TramaReportMaker *maker, GPtrArray *texts)
{
  const TramaProgramme *programme = maker->programme;
  gboolean example = FALSE;
  int month = trama_programme_dossier_month (maker->dossier);
  g_autofree char *full = NULL;
  TramaDate date = { .form = TRAMA_DATE_MONTH };

  if (trama_programme_dossier_phase (maker->dossier) == 2 || month <= 0)
    return;
  trama_agreed_share (&maker->context, month, &example);
  if (example)
    {
      g_ptr_array_add (texts, trama_page_text_new (
                                  _ ("Agree which share of the manager’s pay the firms will carry, "
                                     "month by month.")));
      return;
    }
  for (int m = month; m <= 240 && full == NULL; m++)
    if (trama_ratio_value (trama_agreed_share (&maker->context, m, NULL)) >= 1)
      {
        date.first = trama_day_add_months (programme->appointed.last, m - 1);
        date.last = date.first;
        full = trama_date_to_prose (date);
      }
  g_ptr_array_add (
      texts, full != NULL
                 ? trama_page_text_new_printf (
                       _ ("Keep the agreed share as it stands: the whole by %s."), full)
                 : trama_page_text_new (
                       _ ("Agree by when the firms are to carry the whole of the manager’s pay.")));
}

static void
list_asked (TramaReportMaker *maker, GPtrArray *texts)
{
  ask_decisions (maker, texts);
  ask_payments (maker, texts);
  ask_share (maker, texts);
  if (texts->len > LISTED)
    g_ptr_array_remove_range (texts, LISTED, texts->len - LISTED);
  if (texts->len == 0)
    g_ptr_array_add (texts, trama_page_text_new (_ ("Nothing is waiting for a decision.")));
}

const TramaReportListing trama_report_asked_lists[] = {
  { "works", list_works },
  { "not-yet", list_not_yet },
  { "asked", list_asked },
  { NULL, NULL },
};
