/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who belongs to the group, in which tier, and who has a say in it. */

#include <glib/gi18n-lib.h>

#include "trama-report-maker.h"

static TramaTier
tier_on (TramaReportMaker *maker, TramaId firm)
{
  TramaRecords readings
      = TRAMA_REFERRING (maker->version, TIER_READING, TramaTierReading, firm, firm);
  TramaTier tier = TramaTier_UNKNOWN_;

  for (guint i = 0; i < readings.n; i++)
    {
      const TramaTierReading *reading = (const TramaTierReading *) readings.records[i];

      if (trama_date_is_by (reading->date, maker->as_of) == TRAMA_YES)
        tier = (TramaTier) reading->tier;
    }
  return tier;
}

/* A tier without firms is left out. @words: (transfer full) */
static void
add_tier (GString *tiers, char *words, guint count)
{
  if (count > 0)
    g_string_append_printf (tiers, "%s%s", tiers->len > 0 ? ", " : "", words);
  g_free (words);
}

static TramaPageText *
say_finding (TramaReportMaker *maker)
{
  g_autoptr (GString) tiers = g_string_new (NULL);
  g_autoptr (GPtrArray) members = trama_report_members (maker);
  guint counts[TRAMA_TIER_LEADING + 1] = { 0 };
  guint owners = trama_programme_dossier_n_owners (maker->dossier);
  g_autofree char *firms = NULL;

  for (guint i = 0; i < members->len; i++)
    counts[tier_on (maker, ((const TramaRecord *) members->pdata[i])->id)]++;
  firms = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u firm", "%u firms", members->len),
                           members->len);
  if (members->len == 0)
    return trama_page_text_new (_ ("No firm was a member on this day"));
  add_tier (tiers,
            g_strdup_printf (C_ ("firms of a tier", "leading %u"), counts[TRAMA_TIER_LEADING]),
            counts[TRAMA_TIER_LEADING]);
  add_tier (tiers, g_strdup_printf (C_ ("firms of a tier", "middle %u"), counts[TRAMA_TIER_MIDDLE]),
            counts[TRAMA_TIER_MIDDLE]);
  add_tier (tiers,
            g_strdup_printf (C_ ("firms of a tier", "workshop %u"), counts[TRAMA_TIER_WORKSHOP]),
            counts[TRAMA_TIER_WORKSHOP]);
  add_tier (tiers,
            g_strdup_printf (C_ ("firms of a tier", "not known %u"), counts[TramaTier_UNKNOWN_]),
            counts[TramaTier_UNKNOWN_]);
  /* Translators: firms, owner groups, then a list of how many firms are in each tier */
  return trama_page_text_new_printf (g_dngettext (GETTEXT_PACKAGE, "%s of %u owner group: %s",
                                                  "%s of %u owner groups: %s", owners),
                                     firms, owners, tiers->str);
}

static TramaPageText *
say_naming (TramaReportMaker *maker)
{
  g_autoptr (GPtrArray) members = trama_report_members (maker);
  guint masked = 0;

  for (guint i = 0; i < members->len; i++)
    masked += trama_report_mask_hides (maker->mask, ((const TramaRecord *) members->pdata[i])->id);
  if (members->len == 0)
    return NULL;
  if (masked == 0)
    return trama_page_text_new (
        _ ("Every member agreed to be named to this reader. Firms outside the group were not asked "
           "and are not named."));
  return trama_page_text_new_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u member did not agree to be named to this reader. It is a number, the same "
                   "throughout this copy and another in any other copy. Firms outside the group "
                   "were not asked and are not named.",
                   "%u members did not agree to be named to this reader. They are numbers, the "
                   "same throughout this copy and others in any other copy. Firms outside the "
                   "group were not asked and are not named.",
                   masked),
      masked);
}

static const TramaMembership *
membership_of (TramaReportMaker *maker, TramaId firm)
{
  TramaRecords memberships
      = TRAMA_REFERRING (maker->version, MEMBERSHIP, TramaMembership, firm, firm);
  const TramaMembership *found = NULL;

  for (guint i = 0; i < memberships.n; i++)
    {
      const TramaMembership *membership = (const TramaMembership *) memberships.records[i];

      if (trama_id_equal (membership->programme, maker->programme->record.id)
          && (!trama_date_is_known (membership->joined)
              || membership->joined.first <= maker->as_of))
        found = membership;
    }
  return found;
}

/* Toward an outsider the size of a firm that is a number is given roughly: among so few a size is a
 * name. */
static char *
people_of (TramaReportMaker *maker, TramaId firm, gboolean masked)
{
  TramaBand people = trama_report_people (maker, firm);

  if (!trama_band_is_known (people))
    return g_strdup ("–");
  if (!masked)
    return trama_band_to_prose (people, 0);
  if (people.high < 10)
    return g_strdup (_ ("under 10"));
  return g_strdup (people.low >= 10 && people.high < 50 ? _ ("10 to 49") : _ ("10 or more"));
}

static TramaPageBlock *
tabulate_members (TramaReportMaker *maker)
{
  static const TramaPageColumn columns[] = {
    { .title = N_ ("Firm"), .bold = TRUE },
    { .title = N_ ("Tier"), .width = 56 },
    { .title = N_ ("Makes") },
    { .title = N_ ("People"), .align = TRAMA_PAGE_ALIGN_END, .width = 56 },
    { .title = N_ ("Member since"), .width = 74 },
    { .title = N_ ("To this reader"), .second = TRUE },
  };
  TramaPageTable *table = trama_report_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) members = trama_report_members (maker);

  trama_page_table_set_empty (table, _ ("No firm was a member on this day."));
  for (guint i = 0; i < members->len; i++)
    {
      const TramaFirm *firm = members->pdata[i];
      gboolean masked = trama_report_mask_hides (maker->mask, firm->record.id);
      TramaTier tier = tier_on (maker, firm->record.id);
      const TramaMembership *membership = membership_of (maker, firm->record.id);
      g_autofree char *people = people_of (maker, firm->record.id, masked);
      g_autofree char *joined
          = membership != NULL ? trama_date_to_short_prose (membership->joined) : NULL;

      trama_page_table_begin_row (table, TRAMA_PAGE_ROW_NORMAL);
      trama_page_table_add_cell (table, firm->name);
      trama_page_table_add_cell (table, tier != TramaTier_UNKNOWN_ ? trama_tier_label (tier)
                                                                   : _ ("not known"));
      trama_page_table_add_cell (table, masked ? NULL : firm->trade);
      trama_page_table_add_cell (table, people);
      trama_page_table_add_cell (table, masked ? NULL : joined);
      trama_page_table_add_cell (table, masked ? _ ("a number") : _ ("named"));
    }
  return trama_page_block_new_table (
      table, _ ("Members on this day"),
      _ ("Tier by the latest reading; people as a figure or a band, as it is known"), NULL);
}

/* The power report: what each tier has of firms, posts and led actions. */

typedef struct
{
  guint firms;
  guint women;
  guint posts;
  guint led;
} TierCount;

static void
count_posts (TramaReportMaker *maker, TramaId firm, TierCount *count)
{
  TramaRecords posts = TRAMA_REFERRING (maker->version, POST, TramaPost, firm, firm);

  for (guint i = 0; i < posts.n; i++)
    {
      const TramaPost *post = (const TramaPost *) posts.records[i];

      count->posts += (!trama_date_is_known (post->from) || post->from.first <= maker->as_of)
                      && trama_date_happened_by (post->to, maker->as_of) != TRAMA_YES;
    }
}

static void
count_led (TramaReportMaker *maker, TramaId firm, TierCount *count)
{
  TramaRecords activities = TRAMA_REFERRING (maker->version, ACTIVITY, TramaActivity, led_by, firm);
  TramaWindow window = trama_window_before (maker->as_of, 12);

  for (guint i = 0; i < activities.n; i++)
    {
      const TramaActivity *activity = (const TramaActivity *) activities.records[i];

      count->led += trama_id_equal (activity->programme, maker->programme->record.id)
                    && trama_window_holds (window, activity->date) == TRAMA_YES
                    && trama_report_is_joint (maker, activity);
    }
}

static void
add_tier_row (TramaReportMaker *maker, TramaPageTable *table, TramaPageRowKind kind,
              const char *name, const TierCount *count, gboolean exact)
{
  const guint numbers[] = { count->firms, count->women, count->posts, count->led };

  trama_page_table_begin_row (table, kind);
  trama_page_table_add_cell (table, name);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = exact || i == 0 ? g_strdup_printf ("%u", numbers[i])
                                              : trama_report_small_count (maker, numbers[i]);

      trama_page_table_add_cell (table, text);
    }
}

static TramaPageBlock *
tabulate_power (TramaReportMaker *maker)
{
  static const TramaPageColumn columns[] = {
    { .title = N_ ("Tier") },
    { .title = N_ ("Firms"), .align = TRAMA_PAGE_ALIGN_END },
    { .title = N_ ("Owned by women"), .align = TRAMA_PAGE_ALIGN_END },
    { .title = N_ ("Posts held"), .align = TRAMA_PAGE_ALIGN_END },
    { .title = N_ ("Actions led"), .align = TRAMA_PAGE_ALIGN_END },
  };
  static const TramaTier tiers[]
      = { TRAMA_TIER_LEADING, TRAMA_TIER_MIDDLE, TRAMA_TIER_WORKSHOP, TramaTier_UNKNOWN_ };
  TramaPageTable *table = trama_report_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) members = trama_report_members (maker);
  TierCount all = { 0 };

  for (guint t = 0; t < G_N_ELEMENTS (tiers); t++)
    {
      TierCount count = { 0 };

      for (guint i = 0; i < members->len; i++)
        {
          const TramaFirm *firm = members->pdata[i];

          if (tier_on (maker, firm->record.id) != tiers[t])
            continue;
          count.firms++;
          count.women += firm->owner_sex == TRAMA_OWNER_SEX_WOMAN;
          count_posts (maker, firm->record.id, &count);
          count_led (maker, firm->record.id, &count);
        }
      all.firms += count.firms;
      all.women += count.women;
      all.posts += count.posts;
      all.led += count.led;
      if (count.firms > 0)
        add_tier_row (maker, table, TRAMA_PAGE_ROW_NORMAL,
                      tiers[t] != TramaTier_UNKNOWN_ ? trama_tier_label (tiers[t])
                                                     : _ ("Not known"),
                      &count, FALSE);
    }
  /* With the sum a single row that is left out could be told. */
  if (maker->audience != TRAMA_REPORT_FOR_DONOR)
    add_tier_row (maker, table, TRAMA_PAGE_ROW_TOTAL, _ ("All members"), &all, TRUE);
  return trama_page_block_new_table (
      table, _ ("Who has a say"),
      _ ("Posts in associations on this day; joint actions led in twelve months"), NULL);
}

const TramaReportSentence trama_report_member_sentences[] = {
  { "members-finding", say_finding },
  { "naming", say_naming },
  { NULL, NULL },
};

const TramaReportTabulation trama_report_member_tables[] = {
  { "members", tabulate_members },
  { "power", tabulate_power },
  { NULL, NULL },
};
