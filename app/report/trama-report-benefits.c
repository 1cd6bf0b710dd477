/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who benefits, who was harmed, and how far to trust it. */

#include <glib/gi18n-lib.h>

#include "trama-report-maker.h"

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
  if (n_open == 0 && n_closed > 0)
    trama_report_append (text, g_strdup (_ ("None is open.")));
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

const TramaReportSentence trama_report_benefit_sentences[] = {
  { "who-benefits", say_benefits },
  { "harm", say_harm },
  { "trust", say_trust },
  { NULL, NULL },
};
