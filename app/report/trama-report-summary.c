/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cover and the page that can be torn out: what is said there. */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "trama-report-maker.h"
#include "trama-report-money.h"

/* So many of each are listed on the summary; the rest has its page. */
#define LISTED 5

/* The cover. */

static TramaPageText *
say_name (TramaReportMaker *maker)
{
  return trama_page_text_new (maker->programme->name);
}

static TramaPageText *
say_cover (TramaReportMaker *maker)
{
  int age = maker->evaluation->age_months;

  if (age < 0)
    return trama_page_text_new (_ ("Evaluation: progress toward a network that carries itself"));
  return trama_page_text_new_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "Evaluation after %d month: progress toward a network that carries itself",
                   "Evaluation after %d months: progress toward a network that carries itself",
                   (gulong) age),
      age);
}

static TramaPageText *
say_agency (TramaReportMaker *maker)
{
  return maker->portfolio != NULL && maker->portfolio->agency != NULL
             ? trama_page_text_new_bold (maker->portfolio->agency)
             : NULL;
}

static TramaPageText *
say_day (TramaReportMaker *maker)
{
  g_autofree char *day = trama_report_day (maker->as_of);

  return trama_page_text_new (day);
}

static TramaPageText *
say_illustration (TramaReportMaker *maker)
{
  TramaPageText *text;

  if (maker->portfolio == NULL || maker->portfolio->illustration != TRAMA_TRUTH_YES)
    return NULL;
  text = trama_page_text_new_bold (_ ("Illustration: invented data."));
  trama_page_text_append (text, " ");
  trama_page_text_append (
      text, _ ("The agency, the firms, the people and every figure in this report are made up."));
  return text;
}

/* The finding. */

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

/* What works, what does not yet, what is asked. */

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

/* Who benefits, harm, trust. */

static void
say_micro (TramaReportMaker *maker, const GPtrArray *members, TramaPageText *text)
{
  const TramaCluster *cluster
      = (const TramaCluster *) TRAMA_FIND (maker->version, CLUSTER, maker->programme->cluster);
  guint micro = 0, unknown = 0;

  for (guint i = 0; i < members->len; i++)
    {
      TramaBand people = trama_report_people (maker, ((const TramaRecord *) members->pdata[i])->id);

      if (!trama_band_is_known (people) || (people.low < 10 && people.high >= 10))
        unknown++;
      else
        micro += people.high < 10;
    }
  trama_report_append (
      text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u member has under ten people.",
                                          "%u of %u members have under ten people.", members->len),
                             micro, members->len));
  if (unknown > 0)
    trama_report_append (text,
                         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Of %u it is not recorded.",
                                                       "Of %u it is not recorded.", unknown),
                                          unknown));
  if (cluster != NULL && trama_band_is_known (cluster->micro_share))
    {
      g_autofree char *share = trama_band_to_prose (cluster->micro_share, 0);

      trama_report_append (text, g_strdup_printf (_ ("In the cluster they are %s%%."), share));
    }
}

static void
say_women (TramaReportMaker *maker, const GPtrArray *members, TramaPageText *text)
{
  guint women = 0, joint = 0, unknown = 0;
  g_autofree char *women_text = NULL;
  g_autofree char *joint_text = NULL;

  for (guint i = 0; i < members->len; i++)
    switch (((const TramaFirm *) members->pdata[i])->owner_sex)
      {
      case TRAMA_OWNER_SEX_WOMAN:
        women++;
        break;
      case TRAMA_OWNER_SEX_JOINT:
        joint++;
        break;
      case TRAMA_OWNER_SEX_MAN:
        break;
      default:
        unknown++;
        break;
      }
  women_text = trama_report_small_count (maker, women);
  joint_text = trama_report_small_count (maker, joint);
  trama_report_append (text, g_strdup_printf (_ ("Women own %s of them, and %s jointly with men."),
                                              women_text, joint_text));
  if (unknown > 0)
    trama_report_append (
        text,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Of %u it is not recorded who owns it.",
                                      "Of %u it is not recorded who owns them.", unknown),
                         unknown));
}

static void
say_led (TramaReportMaker *maker, TramaPageText *text)
{
  TramaRecords activities = TRAMA_REFERRING (maker->version, ACTIVITY, TramaActivity, programme,
                                             maker->programme->record.id);
  TramaWindow window = trama_window_before (maker->as_of, 12);
  g_auto (TramaOwners) leaders = { 0 };
  guint all = 0, led = 0, owners;

  trama_owners_init (&leaders);
  for (guint i = 0; i < activities.n; i++)
    {
      const TramaActivity *activity = (const TramaActivity *) activities.records[i];

      if (trama_window_holds (window, activity->date) != TRAMA_YES
          || !trama_report_is_joint (maker, activity))
        continue;
      all++;
      if (TRAMA_FIND (maker->version, FIRM, activity->led_by) == NULL)
        continue;
      led++;
      trama_owners_add (&leaders, trama_owner_of (maker->version, activity->led_by), TRAMA_YES);
    }
  owners = trama_owners_count (&leaders, TRAMA_YES);
  if (all == 0)
    {
      trama_report_append (text, g_strdup (_ ("No joint action was held in twelve months.")));
      return;
    }
  {
    g_autofree char *counted = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u owner group", "%u owner groups", owners), owners);

    trama_report_append (
        text,
        led == 0
            ? g_strdup_printf (
                  g_dngettext (GETTEXT_PACKAGE,
                               "No member led the %u joint action of twelve months.",
                               "No member led any of the %u joint actions of twelve months.", all),
                  all)
            : g_strdup_printf (
                  g_dngettext (GETTEXT_PACKAGE,
                               "Of %u joint action in twelve months members led %u (%s).",
                               "Of %u joint actions in twelve months members led %u (%s).", all),
                  all, led, counted));
  }
}

static TramaPageText *
say_benefits (TramaReportMaker *maker)
{
  g_autoptr (GPtrArray) members = trama_report_members (maker);
  TramaPageText *text = trama_page_text_new (NULL);

  if (members->len == 0)
    {
      trama_page_text_append (text, _ ("No firm was a member on this day."));
      return text;
    }
  say_micro (maker, members, text);
  say_women (maker, members, text);
  say_led (maker, text);
  return text;
}

static TramaPageText *
say_harm (TramaReportMaker *maker)
{
  TramaRecords complaints = TRAMA_REFERRING (maker->version, COMPLAINT, TramaComplaint, programme,
                                             maker->programme->record.id);
  g_autoptr (GString) open = g_string_new (NULL);
  TramaPageText *text = trama_page_text_new (NULL);
  guint n_open = 0, n_closed = 0;

  for (guint i = 0; i < complaints.n; i++)
    {
      const TramaComplaint *complaint = (const TramaComplaint *) complaints.records[i];
      g_autofree char *day = trama_date_to_short_prose (complaint->date);

      if (trama_date_is_known (complaint->date) && complaint->date.first > maker->as_of)
        continue;
      if (trama_date_happened_by (complaint->closed, maker->as_of) == TRAMA_YES)
        {
          n_closed++;
          continue;
        }
      if (n_open++ > 0)
        g_string_append (open, "; ");
      /* Translators: what a complaint is about, and since when it is known */
      g_string_append_printf (open, C_ ("complaint", "%s (%s)"), complaint->title, day);
    }
  if (n_open > 0)
    {
      g_autofree char *count = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u is open:", "%u are open:", n_open), n_open);

      trama_page_text_append_styled (text, count, TRAMA_PAGE_TEXT_BOLD, TRAMA_COLOUR_NONE);
      trama_page_text_append (text, " ");
      trama_page_text_append (text, open->str);
      trama_page_text_append (text, ".");
    }
  if (n_closed > 0)
    trama_report_append (
        text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u was answered and closed.",
                                            "%u were answered and closed.", n_closed),
                               n_closed));
  if (n_open + n_closed == 0)
    trama_page_text_append (text,
                            _ ("No complaint is on record. That is no proof that there was none."));
  return text;
}

/* How many of the records that decide bear the grade or a better one. */
static guint
count_graded (TramaReportMaker *maker, TramaGrade from, TramaGrade to)
{
  g_autoptr (GArray) records = trama_evaluation_met_records (maker->evaluation);
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const TramaRecord *record = trama_version_find_among (maker->version, TRAMA_ALL_KINDS,
                                                            g_array_index (records, TramaId, i));
      TramaGrade grade = trama_record_grade (maker->version, record);

      n += grade >= from && grade <= to;
    }
  return n;
}

static gboolean
lacks_comparison (TramaReportMaker *maker)
{
  TramaRecords indicators = TRAMA_REFERRING (maker->version, INDICATOR, TramaIndicator, programme,
                                             maker->programme->record.id);

  for (guint i = 0; i < indicators.n; i++)
    {
      const TramaIndicator *indicator = (const TramaIndicator *) indicators.records[i];

      if (indicator->level != TRAMA_INDICATOR_OUTPUT && indicator->comparison == NULL)
        return TRUE;
    }
  return FALSE;
}

static TramaPageText *
say_trust (TramaReportMaker *maker)
{
  TramaPageText *text = trama_page_text_new (NULL);
  guint of = 0;
  guint late = trama_evaluation_n_late (maker->evaluation, &of);
  guint documents = count_graded (maker, TRAMA_GRADE_A, TRAMA_GRADE_A);
  guint one_word = count_graded (maker, TRAMA_GRADE_C, TRAMA_GRADE_D);

  if (of == 0)
    trama_page_text_append (text, _ ("No record carries a criterion yet."));
  else
    {
      trama_report_append (
          text, g_strdup_printf (
                    g_dngettext (GETTEXT_PACKAGE,
                                 "%u record carries the criteria met: %u backed by a document, %u "
                                 "by one party’s word alone; %u entered more than 60 days late.",
                                 "%u records carry the criteria met: %u backed by a document, %u "
                                 "by one party’s word alone; %u entered more than 60 days late.",
                                 of),
                    of, documents, one_word, late));
    }
  if (lacks_comparison (maker))
    trama_report_append (text,
                         g_strdup (_ ("Growth has no comparison group: it is not attributable "
                                      "to the programme.")));
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
      *words
          = trama_page_text_new (_ ("of the manager’s pay: no three closed months to tell it by"));
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
      _ ("of the manager’s pay carried by the firms; %s was agreed"), agreed_text);
  return TRUE;
}

static gboolean
figure_connected (TramaReportMaker *maker, char **figure, TramaPageText **words)
{
  const TramaDossierNetwork *network = trama_programme_dossier_network (maker->dossier);

  *figure
      = g_strdup_printf (C_ ("key figure", "%u of %u"), network->largest_without, network->members);
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
  *words = trama_page_text_new_printf (_ ("%s spent of %s budgeted so far; %s a firm"),
                                       money->currency, budget, each);
  return TRUE;
}

const TramaReportSentence trama_report_summary_sentences[] = {
  { "programme", say_name },
  { "cover", say_cover },
  { "agency", say_agency },
  { "day", say_day },
  { "illustration", say_illustration },
  { "summary-finding", say_finding },
  { "summary", say_intro },
  { "who-benefits", say_benefits },
  { "harm", say_harm },
  { "trust", say_trust },
  { NULL, NULL },
};

const TramaReportListing trama_report_summary_lists[] = {
  { "works", list_works },
  { "not-yet", list_not_yet },
  { "asked", list_asked },
  { NULL, NULL },
};

const TramaReportKeyFigure trama_report_key_figures[] = {
  { "criteria-met", figure_criteria },
  { "share-paid", figure_share },
  { "connected", figure_connected },
  { "money-spent", figure_money },
  { NULL, NULL },
};
