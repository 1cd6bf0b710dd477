/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page that can be torn out: its finding, and the large figures under it. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "trama-report-maker.h"
#include "trama-report-money.h"

static char *
score_of (const TramaEvaluation *evaluation)
{
  if (evaluation->unknown == 0)
    return g_strdup_printf ("%u", evaluation->met);
  return g_strdup_printf (C_ ("score", "%u, at most %u,"), evaluation->met,
                          trama_evaluation_at_most (evaluation));
}

static TramaPageText *
say_finding (TramaReportMaker *maker)
{
  const TramaEvaluation *evaluation = maker->evaluation;
  double paid = trama_programme_dossier_paid (maker->dossier, NULL);
  g_autofree char *score = score_of (evaluation);
  g_autofree char *share = NULL;
  int age = evaluation->age_months;

  if (age < 0)
    return trama_page_text_new (
        trama_date_is_known (maker->programme->formed)
            ? _ ("The group was not formed yet, so nothing can be judged")
            : _ ("It is not recorded when the group was formed, so little can be judged"));
  if (trama_programme_dossier_phase (maker->dossier) == 2)
    return trama_page_text_new_printf (
        g_dngettext (
            GETTEXT_PACKAGE,
            "After %d month the group meets %s of %u criteria and stands without a paid manager",
            "After %d months the group meets %s of %u criteria and stands without a paid manager",
            (gulong) age),
        age, score, evaluation->of);
  if (isnan (paid))
    return trama_page_text_new_printf (
        g_dngettext (GETTEXT_PACKAGE, "After %d month the group meets %s of %u criteria",
                     "After %d months the group meets %s of %u criteria", (gulong) age),
        age, score, evaluation->of);
  share = trama_report_percent (paid);
  return trama_page_text_new_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "After %d month the group meets %s of %u criteria and pays %s of its manager",
                   "After %d months the group meets %s of %u criteria and pays %s of its manager",
                   (gulong) age),
      age, score, evaluation->of, share);
}

static TramaPageText *
say_intro (TramaReportMaker *maker)
{
  const TramaProgramme *programme = maker->programme;
  guint firms = trama_programme_dossier_n_firms (maker->dossier);
  guint owners = trama_programme_dossier_n_owners (maker->dossier);
  g_autofree char *hand_over = trama_programme_dossier_hand_over (maker->dossier);
  const TramaRecord *cluster = TRAMA_FIND (maker->version, CLUSTER, programme->cluster);
  TramaPageText *text = trama_page_text_new (NULL);
  g_autofree char *since = trama_date_to_prose (programme->formed);
  g_autofree char *counted
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u firm", "%u firms", firms), firms);
  g_autofree char *first = NULL;

  if (!trama_date_is_known (programme->formed))
    first = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s of %u owner group worked together on this day.",
                     "%s of %u owner groups worked together on this day.", owners),
        counted, owners);
  else if (maker->evaluation->age_months < 0)
    first = g_strdup_printf (_ ("The group was formed only later, on %s."), since);
  else
    first = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%s of %u owner group worked together on this day, in a group formed on %s.",
                     "%s of %u owner groups worked together on this day, in a group formed on %s.",
                     owners),
        counted, owners, since);
  trama_page_text_append (text, first);
  if (cluster != NULL)
    {
      g_autofree char *place
          = g_strdup_printf (_ ("Their cluster is %s."), trama_record_title (cluster));

      trama_page_text_append (text, " ");
      trama_page_text_append (text, place);
    }
  trama_page_text_append (text, " ");
  trama_page_text_append (text, hand_over);
  trama_page_text_append (text, ".");
  if (maker->evaluation->unknown > 0)
    {
      g_autofree char *open = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u criterion cannot be judged; why stands on page ",
                       "%u criteria cannot be judged; why stands on page ",
                       maker->evaluation->unknown),
          maker->evaluation->unknown);

      trama_page_text_append (text, " ");
      trama_page_text_append (text, open);
      trama_page_text_append_page_of (text, "table-criteria");
      trama_page_text_append (text, ".");
    }
  return text;
}

/* Key figures. */

static gboolean
figure_criteria (TramaReportMaker *maker, char **figure, TramaPageText **words)
{
  const TramaEvaluation *evaluation = maker->evaluation;
  guint at_most = trama_evaluation_at_most (evaluation);

  *figure = at_most > evaluation->met
                ? g_strdup_printf (C_ ("key figure", "%u–%u of %u"), evaluation->met, at_most,
                                   evaluation->of)
                : g_strdup_printf (C_ ("key figure", "%u of %u"), evaluation->met, evaluation->of);
  *words = evaluation->weak > 0
               ? trama_page_text_new_printf (
                     g_dngettext (GETTEXT_PACKAGE, "criteria met, %u of them on weak evidence",
                                  "criteria met, %u of them on weak evidence", evaluation->weak),
                     evaluation->weak)
               : trama_page_text_new (_ ("criteria met, none of them on weak evidence"));
  return TRUE;
}

static gboolean
figure_share (TramaReportMaker *maker, char **figure, TramaPageText **words)
{
  double agreed, paid = trama_programme_dossier_paid (maker->dossier, &agreed);
  g_autofree char *agreed_text = NULL;

  if (isnan (paid))
    {
      *figure = g_strdup ("–");
      *words = trama_page_text_new (
          trama_programme_dossier_month (maker->dossier) == 0
              ? _ ("of the manager’s pay: no manager is appointed yet")
              : _ ("of the manager’s pay: no three closed months to tell it by"));
      return TRUE;
    }
  *figure = trama_report_percent (paid);
  if (isnan (agreed))
    {
      *words = trama_page_text_new (
          _ ("of the manager’s pay carried by the firms; no share was agreed"));
      return TRUE;
    }
  agreed_text = trama_report_percent (agreed);
  *words = trama_page_text_new_printf (
      trama_date_happened_by (maker->programme->post_ended, maker->as_of) == TRAMA_YES
          ? _ ("of the manager’s pay carried by the firms when the post ended; %s was agreed")
          : _ ("of the manager’s pay carried by the firms; %s was agreed"),
      agreed_text);
  return TRUE;
}

static gboolean
figure_connected (TramaReportMaker *maker, char **figure, TramaPageText **words)
{
  const TramaDossierNetwork *network = trama_programme_dossier_network (maker->dossier);

  *figure
      = g_strdup_printf (C_ ("key figure", "%u of %u"), network->largest_without, network->members);
  if (network->isolated_without == 0)
    {
      *words = trama_page_text_new (
          _ ("firms would stay connected without the manager; none would stand alone"));
      return TRUE;
    }
  *words = trama_page_text_new_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "firms would stay connected without the manager; %u would stand alone",
                   "firms would stay connected without the manager; %u would stand alone",
                   network->isolated_without),
      network->isolated_without);
  return TRUE;
}

static gboolean
figure_money (TramaReportMaker *maker, char **figure, TramaPageText **words)
{
  const TramaReportMoney *money = trama_report_get_money (maker);
  guint firms = trama_programme_dossier_n_firms (maker->dossier);
  gint64 spent = money->actual + money->in_kind;
  g_autofree char *budget = NULL;
  g_autofree char *each = NULL;

  if (money->payers->len == 0)
    {
      *figure = g_strdup ("–");
      *words = trama_page_text_new (_ ("No money is recorded"));
      return TRUE;
    }
  budget = trama_report_money_to_number (money, money->budget);
  each = trama_report_money_to_number (money, firms > 0 ? spent / firms : 0);
  *figure = trama_report_money_to_number (money, spent);
  *words = trama_page_text_new_printf (
      spent <= money->budget ? _ ("%s spent of %s budgeted so far; %s a firm")
                             /* Translators: a currency; what was budgeted; what was spent a firm */
                             : _ ("%s spent, %s budgeted so far; %s a firm"),
      money->currency, budget, each);
  return TRUE;
}

const TramaReportSentence trama_report_summary_sentences[] = {
  { "summary-finding", say_finding },
  { "summary", say_intro },
  { NULL, NULL },
};

const TramaReportKeyFigure trama_report_key_figures[] = {
  { "criteria-met", figure_criteria },
  { "share-paid", figure_share },
  { "connected", figure_connected },
  { "money-spent", figure_money },
  { NULL, NULL },
};
