/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A programme's charts of what there is on one date: tiers, activities, payers. */
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "trama-bars-chart.h"
#include "trama-budget.h"
#include "trama-programme-charts-private.h"
#include "trama-pyramid-chart.h"

/* Tiers. */

static guint
tier_on (TramaVersion *version, TramaId firm, gint32 day)
{
  TramaRecords readings = TRAMA_REFERRING (version, TIER_READING, TramaTierReading, firm, firm);
  guint tier = 0;

  for (guint i = 0; i < readings.n; i++)
    {
      const TramaTierReading *reading = (const TramaTierReading *) readings.records[i];

      if (trama_date_is_by (reading->date, day) == TRAMA_YES)
        tier = reading->tier;
    }
  return tier;
}

/* The first reading in the year after the day: what a firm was when it came is often written down
 * only with the diagnosis. */
static guint
first_tier_after (TramaVersion *version, TramaId firm, gint32 day)
{
  TramaRecords readings = TRAMA_REFERRING (version, TIER_READING, TramaTierReading, firm, firm);

  for (guint i = 0; i < readings.n; i++)
    {
      const TramaTierReading *reading = (const TramaTierReading *) readings.records[i];

      if (trama_date_is_by (reading->date, trama_day_add_months (day, 12)) == TRAMA_YES)
        return reading->tier;
    }
  return 0;
}

/* The tier of the member on the day, or 4 where it is no member. */
static guint
member_tier_on (const TramaProgrammeSummary *summary, TramaId firm, gint32 day)
{
  TramaContext context;
  guint tier;

  trama_context_init (&context, summary->version, summary->programme->record.id, day);
  if (trama_context_is_member (&context, firm, trama_date_from_day (day)) != TRAMA_YES)
    return 4;
  tier = tier_on (summary->version, firm, day);
  return tier != 0 || day == summary->as_of ? tier : first_tier_after (summary->version, firm, day);
}

static gint32
first_day (const TramaProgrammeSummary *summary)
{
  return trama_date_is_known (summary->programme->formed)
                 && summary->programme->formed.last < summary->as_of
             ? summary->programme->formed.last
             : summary->as_of;
}

static void
count_tiers (const TramaProgrammeSummary *summary, TramaPyramidChart *chart)
{
  TramaRecords memberships = TRAMA_REFERRING (summary->version, MEMBERSHIP, TramaMembership,
                                              programme, summary->programme->record.id);
  g_autoptr (GHashTable) seen = g_hash_table_new (trama_id_hash_pointer, trama_id_equal_pointer);

  for (guint i = 0; i < memberships.n; i++)
    {
      const TramaMembership *membership = (const TramaMembership *) memberships.records[i];
      guint then, now;

      if (!g_hash_table_add (seen, (gpointer) &membership->firm))
        continue;
      then = member_tier_on (summary, membership->firm, first_day (summary));
      now = member_tier_on (summary, membership->firm, summary->as_of);
      if (then == 4 && now == 4)
        continue;
      chart->moves[then][now]++;
      if (then < 4)
        chart->sides[0].counts[then]++;
      if (now < 4)
        chart->sides[1].counts[now]++;
    }
}

void
trama_programme_tiers_words (const TramaProgrammeSummary *summary, TramaFigureWords *words)
{
  TramaPyramidChart chart = { 0 };
  guint up = 0, down = 0;

  count_tiers (summary, &chart);
  for (guint from = 1; from < 4; from++)
    for (guint to = 1; to < 4; to++)
      {
        up += to > from ? chart.moves[from][to] : 0;
        down += to < from ? chart.moves[from][to] : 0;
      }
  {
    g_autofree char *rose = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u firm moved up a tier", "%u firms moved up a tier", up),
        up);

    words->title
        = up + down == 0 ? g_strdup (_ ("No firm moved between tiers"))
          : down == 0
              ? g_strdup_printf (_ ("%s, none down"), rose)
              : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u down", "%s, %u down", down),
                                 rose, down);
  }
  words->subtitle = g_strdup (
      _ ("Members by tier when the group was formed, as first read within a year, and now"));
}

TramaScene *
trama_programme_tiers_new (const TramaProgrammeSummary *summary, const TramaFigureWords *words,
                           const TramaChartStyle *style, const TramaFigurePlace *place)
{
  TramaPyramidChart chart = {
    .frame = trama_figure_frame (words, place),
    .n_sides = 2,
    .has_moves = TRUE,
  };
  TramaDate then = { .form = TRAMA_DATE_MONTH };
  TramaDate now = { .form = TRAMA_DATE_MONTH };
  g_autofree char *then_label = NULL;
  g_autofree char *now_label = NULL;

  count_tiers (summary, &chart);
  then.first = then.last = first_day (summary);
  now.first = now.last = summary->as_of;
  then_label = trama_date_to_prose (then);
  now_label = trama_date_to_prose (now);
  chart.sides[0].label = then_label;
  chart.sides[1].label = now_label;
  return trama_pyramid_chart_new (&chart, style, place->width, place->height);
}

/* Activities of twelve months, by kind. */

typedef struct
{
  guint kind;
  guint static_ones, learning, unmarked;
} KindCount;

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const KindCount *x = a, *y = b;
  guint nx = x->static_ones + x->learning + x->unmarked;
  guint ny = y->static_ones + y->learning + y->unmarked;

  if (nx != ny)
    return nx > ny ? -1 : 1;
  return x->kind < y->kind ? -1 : x->kind > y->kind;
}

static GArray *
count_activities (const TramaProgrammeSummary *summary, guint *total)
{
  TramaRecords activities = TRAMA_REFERRING (summary->version, ACTIVITY, TramaActivity, programme,
                                             summary->programme->record.id);
  TramaWindow window = trama_window_before (summary->as_of, 12);
  KindCount counts[TRAMA_ACTIVITY_OTHER + 1] = { 0 };
  GArray *found = g_array_new (FALSE, FALSE, sizeof (KindCount));

  *total = 0;
  for (guint i = 0; i < activities.n; i++)
    {
      const TramaActivity *activity = (const TramaActivity *) activities.records[i];
      KindCount *count = &counts[activity->kind];

      if (trama_window_holds (window, activity->date) != TRAMA_YES)
        continue;
      (*total)++;
      count->kind = activity->kind;
      if (activity->learning == TRAMA_LEARNING_LEARNING)
        count->learning++;
      else if (activity->learning == TRAMA_LEARNING_STATIC)
        count->static_ones++;
      else
        count->unmarked++;
    }
  for (guint kind = 1; kind <= TRAMA_ACTIVITY_OTHER; kind++)
    if (counts[kind].kind != 0)
      g_array_append_val (found, counts[kind]);
  g_array_sort (found, compare_counts);
  return found;
}

void
trama_programme_activities_words (const TramaProgrammeSummary *summary, TramaFigureWords *words)
{
  guint total;
  g_autoptr (GArray) counts = count_activities (summary, &total);

  words->title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u activity in twelve months",
                                               "%u activities in twelve months", total),
                                  total);
  words->subtitle = g_strdup (_ ("By kind; activities are not results"));
}

TramaScene *
trama_programme_activities_new (const TramaProgrammeSummary *summary, const TramaFigureWords *words,
                                const TramaChartStyle *style, const TramaFigurePlace *place)
{
  guint total;
  g_autoptr (GArray) counts = count_activities (summary, &total);
  g_autofree TramaBar *bars = g_new0 (TramaBar, MAX (counts->len, 1));
  TramaBarsChart chart = {
    .frame = trama_figure_frame (words, place),
    .bars = bars,
    .n_bars = counts->len,
    .n_parts = 3,
    .part_labels = { _ ("learning"), _ ("static"), _ ("not marked") },
  };

  for (guint i = 0; i < counts->len; i++)
    {
      const KindCount *count = &g_array_index (counts, KindCount, i);

      bars[i] = (TramaBar) {
        .record = summary->programme->record.id,
        .label = trama_activity_kind_label ((TramaActivityKind) count->kind),
        .parts = { count->learning, count->static_ones, count->unmarked },
        .target = NAN,
        .low = NAN,
        .high = NAN,
        .goal = NAN,
      };
    }
  return trama_bars_chart_new (&chart, style, place->width, place->height);
}

/* What was spent, by who paid. */

typedef enum
{
  PAYER_MEMBERS,
  PAYER_AGENCY,
  PAYER_GOVERNMENT,
  PAYER_OTHERS,
  PAYER_UNKNOWN,
  N_PAYERS
} Payer;

typedef struct
{
  gint64 spent[N_PAYERS];
  gint64 budget[N_PAYERS];
  gint64 spent_all, budget_all;
  char currency[4];
  guint unconverted;
} Money;

static Payer
payer_of (TramaVersion *version, TramaId payer)
{
  const TramaRecord *record = trama_version_find_among (version, TRAMA_ALL_KINDS, payer);

  if (record == NULL)
    return PAYER_UNKNOWN;
  if (record->kind == TRAMA_KIND_FIRM)
    return PAYER_MEMBERS;
  if (record->kind == TRAMA_KIND_INSTITUTION)
    switch (((const TramaInstitution *) record)->kind)
      {
      case TRAMA_INSTITUTION_AGENCY:
        return PAYER_AGENCY;
      case TRAMA_INSTITUTION_GOVERNMENT:
        return PAYER_GOVERNMENT;
      default:
        return PAYER_OTHERS;
      }
  return PAYER_OTHERS;
}

static void
count_money (const TramaProgrammeSummary *summary, Money *money)
{
  TramaRecords entries = TRAMA_REFERRING (summary->version, LEDGER_ENTRY, TramaLedgerEntry,
                                          programme, summary->programme->record.id);
  const TramaPortfolio *portfolio = trama_version_portfolio (summary->version);
  TramaContext context;

  *money = (Money) { 0 };
  trama_context_init (&context, summary->version, summary->programme->record.id, summary->as_of);
  if (portfolio != NULL && trama_currency_is_valid (portfolio->currency))
    memcpy (money->currency, portfolio->currency, 4);
  else if (entries.n > 0)
    memcpy (money->currency, ((const TramaLedgerEntry *) entries.records[0])->amount.currency, 4);
  for (guint i = 0; i < entries.n; i++)
    {
      const TramaLedgerEntry *entry = (const TramaLedgerEntry *) entries.records[i];
      Payer payer = payer_of (summary->version, entry->payer);
      gint64 low, high;

      if (entry->type == TRAMA_LEDGER_BUDGET
              ? entry->date.first > summary->as_of
              : trama_date_is_by (entry->date, summary->as_of) != TRAMA_YES)
        continue;
      if (!trama_context_convert (&context, entry->amount, money->currency, entry->date.last, &low,
                                  &high))
        {
          money->unconverted++;
          continue;
        }
      if (entry->type == TRAMA_LEDGER_BUDGET)
        {
          low = trama_budget_so_far (&context, entry, low);
          money->budget[payer] += low;
          money->budget_all += low;
        }
      else
        {
          money->spent[payer] += low;
          money->spent_all += low;
        }
    }
}

/* A sum of many entries is read in whole units. */
static char *
whole_money (gint64 minor, const char *currency)
{
  gint64 unit = 1;

  for (int i = 0; i < trama_currency_digits (currency); i++)
    unit *= 10;
  minor = (minor + unit / 2) / unit * unit;
  return trama_money_to_prose (trama_money_exact (minor, currency));
}

/* The value stands beyond the mark of the budget: it says both, so that nobody takes one for the
 * other. (transfer full) */
static char *
against_budget (gint64 spent, gint64 budget, const char *currency)
{
  g_autofree char *paid = whole_money (spent, currency);
  gint64 unit = 1;
  g_autofree char *planned = NULL;

  if (budget <= 0)
    return g_steal_pointer (&paid);
  for (int i = 0; i < trama_currency_digits (currency); i++)
    unit *= 10;
  planned = trama_number_to_prose ((double) ((budget + unit / 2) / unit), 0, FALSE);
  /* Translators: what was paid, with its currency, and what was budgeted */
  return g_strdup_printf (C_ ("money", "%s of %s"), paid, planned);
}

void
trama_programme_payers_words (const TramaProgrammeSummary *summary, TramaFigureWords *words)
{
  Money money;
  g_autofree char *spent = NULL;
  g_autofree char *budget = NULL;

  count_money (summary, &money);
  if (money.currency[0] == '\0')
    {
      words->title = g_strdup (_ ("No money is recorded"));
      return;
    }
  spent = whole_money (money.spent_all, money.currency);
  budget = whole_money (money.budget_all, money.currency);
  words->title = money.budget_all > 0
                     ? g_strdup_printf (money.spent_all <= money.budget_all
                                            ? _ ("%s spent of %s budgeted so far")
                                            : _ ("%s spent, %s budgeted so far"),
                                        spent, budget)
                     : g_strdup_printf (_ ("%s spent; no budget is recorded"), spent);
  words->subtitle
      = money.unconverted == 0
            ? g_strdup (_ ("By who paid, in cash and in kind; the mark is the budget to date"))
            : g_strdup_printf (
                  g_dngettext (GETTEXT_PACKAGE,
                               "By who paid; %u entry without an exchange rate is left out",
                               "By who paid; %u entries without an exchange rate are left out",
                               money.unconverted),
                  money.unconverted);
}

TramaScene *
trama_programme_payers_new (const TramaProgrammeSummary *summary, const TramaFigureWords *words,
                            const TramaChartStyle *style, const TramaFigurePlace *place)
{
  static const char *const labels[N_PAYERS]
      = { N_ ("Firms"), N_ ("Agency"), N_ ("Government"), N_ ("Others"), N_ ("Not recorded who") };
  TramaBar bars[N_PAYERS];
  g_auto (GStrv) values = g_new0 (char *, N_PAYERS + 1);
  TramaBarsChart chart = {
    .frame = trama_figure_frame (words, place),
    .bars = bars,
    .n_parts = 1,
    .target_label = _ ("budget to date"),
  };
  double scale = 1;
  Money money;

  count_money (summary, &money);
  for (int i = 0; i < trama_currency_digits (money.currency); i++)
    scale *= 10;
  for (guint i = 0; i < N_PAYERS; i++)
    {
      if (money.spent[i] == 0 && money.budget[i] == 0)
        continue;
      values[chart.n_bars] = against_budget (money.spent[i], money.budget[i], money.currency);
      bars[chart.n_bars] = (TramaBar) {
        .record = summary->programme->record.id,
        .label = g_dgettext (GETTEXT_PACKAGE, labels[i]),
        .value_text = values[chart.n_bars],
        .parts = { (double) money.spent[i] / scale },
        .target = money.budget[i] > 0 ? (double) money.budget[i] / scale : NAN,
        .low = NAN,
        .high = NAN,
        .goal = NAN,
      };
      chart.n_bars++;
    }
  return trama_bars_chart_new (&chart, style, place->width, place->height);
}
