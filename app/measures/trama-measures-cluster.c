/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of a cluster: shocks and what followed (KM98, UN98 Box 2), who holds what (KM98), how open
 * it is (CR01 §5). */
#include <stdlib.h>
#include <string.h>

#include "trama-measures.h"
#include "trama-tie-state.h"

static const TramaShock *
latest_shock (TramaContext *context)
{
  TramaRecords shocks
      = TRAMA_REFERRING (context->version, SHOCK, TramaShock, cluster, context->subject);
  const TramaShock *latest = NULL;

  for (guint i = 0; i < shocks.n; i++)
    if (trama_date_is_by (trama_record_event (shocks.records[i]), context->as_of) == TRAMA_YES
        && trama_context_admits (context, shocks.records[i]))
      latest = (const TramaShock *) shocks.records[i];
  return latest;
}

/* An act of at least three owner groups, or of an association or chamber. */
static gboolean
is_collective (TramaContext *context, const TramaShockResponse *response)
{
  g_auto (TramaOwners) owners = { 0 };

  trama_owners_init (&owners);
  for (guint i = 0; i < response->by.n; i++)
    {
      const TramaInstitution *institution = (const TramaInstitution *) TRAMA_FIND (
          context->version, INSTITUTION, response->by.ids[i]);

      if (institution != NULL
          && (institution->kind == TRAMA_INSTITUTION_ASSOCIATION
              || institution->kind == TRAMA_INSTITUTION_CHAMBER))
        return TRUE;
      if (institution == NULL)
        trama_owners_add (&owners, trama_owner_of (context->version, response->by.ids[i]),
                          TRAMA_YES);
    }
  return trama_owners_count (&owners, TRAMA_YES) >= 3;
}

/* Whole months from the latest shock to the first collective act; a range where dates are vague. */
void
trama_measure_shock_response_months (TramaContext *context, const gint64 *parameters,
                                     TramaFigure *figure)
{
  const TramaShock *shock = latest_shock (context);
  TramaRecords responses;

  if (shock == NULL)
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
      return;
    }
  responses = TRAMA_REFERRING (context->version, SHOCK_RESPONSE, TramaShockResponse, shock,
                               shock->record.id);
  for (guint i = 0; i < responses.n; i++)
    {
      const TramaShockResponse *response = (const TramaShockResponse *) responses.records[i];

      if (trama_date_happened_by (response->date, context->as_of) != TRAMA_YES
          || !trama_context_admits (context, &response->record)
          || !is_collective (context, response))
        continue;
      trama_figure_set_count (
          figure, MAX (trama_months_between (shock->date.last, response->date.first), 0),
          MAX (trama_months_between (shock->date.first, response->date.last), 0));
      trama_figure_add (figure, &shock->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
      trama_figure_add (figure, &response->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
      return;
    }
  trama_figure_set_unknown (figure, TRAMA_REASON_FIELD_MISSING);
}

/* The latest sales of a firm in the window, as the middle of its band in minor units; 0: none. */
static gint64
sales_in (TramaContext *context, TramaId firm, TramaWindow window, const char *currency,
          const TramaRecord **record)
{
  TramaRecords readings
      = TRAMA_REFERRING (context->version, FIRM_READING, TramaFirmReading, firm, firm);
  gint64 sales = 0, low, high;

  for (guint i = 0; i < readings.n; i++)
    {
      const TramaFirmReading *reading = (const TramaFirmReading *) readings.records[i];

      if (trama_money_is_known (reading->sales)
          && trama_window_holds (window, reading->date) == TRAMA_YES
          && trama_context_admits (context, &reading->record)
          && trama_context_convert (context, reading->sales, currency, reading->date.last, &low,
                                    &high))
        {
          sales = low / 2 + high / 2;
          *record = &reading->record;
        }
    }
  return sales;
}

/* Sales of the same firms (twelve months each) in @after over those in @before. */
static void
compare_sales (TramaContext *context, TramaWindow before, TramaWindow after, TramaFigure *figure)
{
  TramaRecords firms
      = TRAMA_REFERRING (context->version, FIRM, TramaFirm, cluster, context->subject);
  const TramaPortfolio *portfolio = trama_version_portfolio (context->version);
  const char *currency
      = portfolio != NULL && portfolio->currency != NULL ? portfolio->currency : "USD";
  gint64 a = 0, b = 0;

  for (guint i = 0; i < firms.n; i++)
    {
      const TramaRecord *old = NULL, *fresh = NULL;
      gint64 then = sales_in (context, firms.records[i]->id, before, currency, &old);
      gint64 now = sales_in (context, firms.records[i]->id, after, currency, &fresh);

      /* Only firms that are known both times, so that the sums are of the same firms. */
      if (old == NULL || fresh == NULL)
        continue;
      b += then;
      a += now;
      trama_figure_add (figure, old, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
      trama_figure_add (figure, fresh, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
    }
  figure->low = figure->high = (TramaRatio) { a, b };
  if (b <= 0)
    trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
}

/* Sales in the twelve months after the shock over those in the twelve before it. */
void
trama_measure_shock_depth (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  const TramaShock *shock = latest_shock (context);
  TramaWindow before, after;

  if (shock == NULL || trama_day_add_months (shock->date.last, 12) > context->as_of)
    {
      trama_figure_set_unknown (figure,
                                shock == NULL ? TRAMA_REASON_NO_BASE : TRAMA_REASON_TOO_EARLY);
      return;
    }
  before = trama_window_before (shock->date.first, 12);
  after = (TramaWindow) { shock->date.last, trama_day_add_months (shock->date.last, 12) };
  compare_sales (context, before, after, figure);
}

/* Sales in the last twelve months over those in the twelve before the shock. */
void
trama_measure_shock_recovery (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  const TramaShock *shock = latest_shock (context);

  if (shock == NULL || trama_day_add_months (shock->date.last, 24) > context->as_of)
    {
      trama_figure_set_unknown (figure,
                                shock == NULL ? TRAMA_REASON_NO_BASE : TRAMA_REASON_TOO_EARLY);
      return;
    }
  compare_sales (context, trama_window_before (shock->date.first, 12),
                 trama_window_before (context->as_of, 12), figure);
}

/* parameters: months. Firms of the cluster that closed within so many months of the shock. */
void
trama_measure_shock_closures (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  const TramaShock *shock = latest_shock (context);
  TramaRecords firms
      = TRAMA_REFERRING (context->version, FIRM, TramaFirm, cluster, context->subject);
  TramaWindow window;
  gint64 n = 0;

  if (shock == NULL)
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
      return;
    }
  window.from = shock->date.first - 1;
  window.to = MIN (trama_day_add_months (shock->date.last, (int) parameters[0]), context->as_of);
  for (guint i = 0; i < firms.n; i++)
    {
      const TramaFirm *firm = (const TramaFirm *) firms.records[i];

      if (!trama_date_is_known (firm->closed)
          || trama_window_holds (window, firm->closed) != TRAMA_YES)
        continue;
      n++;
      trama_figure_add (figure, &firm->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
    }
  trama_figure_set_count (figure, n, n);
}

/* So much of something by owner group. */
typedef struct
{
  TramaId owner;
  gint64 amount;
} Holding;

static void
hold (GArray *holdings, TramaId owner, gint64 amount)
{
  Holding fresh = { owner, amount };

  for (guint i = 0; i < holdings->len; i++)
    if (trama_id_equal (g_array_index (holdings, Holding, i).owner, owner))
      {
        g_array_index (holdings, Holding, i).amount += amount;
        return;
      }
  g_array_append_val (holdings, fresh);
}

static int
compare_holdings (gconstpointer a, gconstpointer b)
{
  const Holding *x = a, *y = b;

  if (x->amount != y->amount)
    return x->amount > y->amount ? -1 : 1;
  return trama_id_compare (x->owner, y->owner);
}

/* What the three owner groups that hold most hold of it all. */
static void
set_top_three (TramaFigure *figure, GArray *holdings)
{
  gint64 top = 0, all = 0;

  g_array_sort (holdings, compare_holdings);
  for (guint i = 0; i < holdings->len; i++)
    {
      gint64 amount = g_array_index (holdings, Holding, i).amount;

      all += amount;
      top += i < 3 ? amount : 0;
    }
  figure->low = figure->high = (TramaRatio) { top, all };
  if (all == 0)
    trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
}

static gboolean
is_of_cluster (TramaContext *context, TramaId firm)
{
  const TramaFirm *record = (const TramaFirm *) TRAMA_FIND (context->version, FIRM, firm);

  return record != NULL && trama_id_equal (record->cluster, context->subject);
}

static void
hold_for_firm (TramaContext *context, GArray *holdings, TramaId firm, gint64 amount,
               const TramaRecord *record, TramaFigure *figure)
{
  if (!is_of_cluster (context, firm) || !trama_context_admits (context, record))
    return;
  hold (holdings, trama_owner_of (context->version, firm), amount);
  trama_figure_add (figure, record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
}

void
trama_measure_posts_top_three (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaRecords posts
      = trama_table_by_event (trama_version_table (context->version, TRAMA_KIND_POST));
  g_autoptr (GArray) holdings = g_array_new (FALSE, FALSE, sizeof (Holding));

  for (guint i = 0; i < posts.n; i++)
    {
      const TramaPost *post = (const TramaPost *) posts.records[i];

      if (trama_date_is_by (post->from, context->as_of) != TRAMA_NO
          && trama_date_happened_by (post->to, context->as_of) != TRAMA_YES)
        hold_for_firm (context, holdings, post->firm, 1, &post->record, figure);
    }
  set_top_three (figure, holdings);
}

/* parameters: months. */
void
trama_measure_led_actions_top_three (TramaContext *context, const gint64 *parameters,
                                     TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords activities
      = trama_table_by_event (trama_version_table (context->version, TRAMA_KIND_ACTIVITY));
  g_autoptr (GArray) holdings = g_array_new (FALSE, FALSE, sizeof (Holding));

  for (guint i = 0; i < activities.n; i++)
    {
      const TramaActivity *activity = (const TramaActivity *) activities.records[i];

      if (trama_window_holds (window, activity->date) == TRAMA_YES)
        hold_for_firm (context, holdings, activity->led_by, 1, &activity->record, figure);
    }
  set_top_three (figure, holdings);
}

/* parameters: months. */
void
trama_measure_tests_top_three (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords orders
      = trama_table_by_event (trama_version_table (context->version, TRAMA_KIND_TEST_ORDER));
  g_autoptr (GArray) holdings = g_array_new (FALSE, FALSE, sizeof (Holding));

  for (guint i = 0; i < orders.n; i++)
    {
      const TramaTestOrder *order = (const TramaTestOrder *) orders.records[i];

      if (trama_window_holds (window, order->received) == TRAMA_YES)
        hold_for_firm (context, holdings, order->firm, 1, &order->record, figure);
    }
  set_top_three (figure, holdings);
}

static gint64
people_at (const TramaAttendance *attendance)
{
  gint64 women = attendance->women != TRAMA_INTEGER_UNKNOWN ? attendance->women : 0;
  gint64 men = attendance->men != TRAMA_INTEGER_UNKNOWN ? attendance->men : 0;

  if (women + men > 0)
    return women + men;
  /* Somebody was there, or there would be no record. */
  return attendance->people != TRAMA_INTEGER_UNKNOWN ? attendance->people : 1;
}

/* parameters: months. Training by people and sessions. */
void
trama_measure_training_top_three (TramaContext *context, const gint64 *parameters,
                                  TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords sessions
      = trama_table_by_event (trama_version_table (context->version, TRAMA_KIND_SESSION));
  g_autoptr (GArray) holdings = g_array_new (FALSE, FALSE, sizeof (Holding));

  for (guint i = 0; i < sessions.n; i++)
    {
      TramaRecords attendances = TRAMA_REFERRING (context->version, ATTENDANCE, TramaAttendance,
                                                  session, sessions.records[i]->id);

      if (trama_window_holds (window, trama_record_event (sessions.records[i])) != TRAMA_YES)
        continue;
      for (guint j = 0; j < attendances.n; j++)
        {
          const TramaAttendance *attendance = (const TramaAttendance *) attendances.records[j];

          hold_for_firm (context, holdings, attendance->firm, people_at (attendance),
                         &attendance->record, figure);
        }
    }
  set_top_three (figure, holdings);
}

/* parameters: months, kinds of activity. Of all programmes in the cluster. */
void
trama_measure_cluster_activities (TramaContext *context, const gint64 *parameters,
                                  TramaFigure *figure)
{
  TramaRecords programmes
      = TRAMA_REFERRING (context->version, PROGRAMME, TramaProgramme, cluster, context->subject);
  gint64 low = 0, high = 0;

  for (guint i = 0; i < programmes.n; i++)
    {
      TramaContext of_programme = *context;
      g_autoptr (TramaFigure) activities = trama_figure_new (figure->measure);

      of_programme.subject = programmes.records[i]->id;
      trama_measure_activities (&of_programme, parameters, activities);
      low += activities->low.n;
      high += activities->high.n;
      for (guint j = 0; j < activities->records->len; j++)
        {
          const TramaFigureRecord *entry
              = &g_array_index (activities->records, TramaFigureRecord, j);

          trama_figure_add (figure, TRAMA_FIND (context->version, ACTIVITY, entry->record),
                            entry->role, entry->reason, g_strdup (entry->note));
        }
    }
  trama_figure_set_count (figure, low, high);
}

static gboolean
has_session_in (TramaContext *context, TramaId course, TramaWindow window)
{
  TramaRecords sessions = TRAMA_REFERRING (context->version, SESSION, TramaSession, course, course);

  for (guint i = 0; i < sessions.n; i++)
    if (trama_window_holds (window, trama_record_event (sessions.records[i])) == TRAMA_YES)
      return TRUE;
  return FALSE;
}

/* parameters: months. Courses that groups of the cluster chose, with a session in the window. */
void
trama_measure_cluster_courses (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords programmes
      = TRAMA_REFERRING (context->version, PROGRAMME, TramaProgramme, cluster, context->subject);
  gint64 n = 0;

  for (guint i = 0; i < programmes.n; i++)
    {
      TramaRecords courses = TRAMA_REFERRING (context->version, COURSE, TramaCourse, programme,
                                              programmes.records[i]->id);

      for (guint j = 0; j < courses.n; j++)
        {
          const TramaCourse *course = (const TramaCourse *) courses.records[j];

          if (course->chosen_by_group != TRAMA_TRUTH_YES
              || !trama_context_admits (context, &course->record)
              || !has_session_in (context, course->record.id, window))
            continue;
          n++;
          trama_figure_add (figure, &course->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
        }
    }
  trama_figure_set_count (figure, n, n);
}

/* The firms with at least one tie of knowledge that leads out of the cluster. */
void
trama_measure_firms_open (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaRecords firms
      = TRAMA_REFERRING (context->version, FIRM, TramaFirm, cluster, context->subject);
  gint64 n = 0, perhaps = 0, of = 0;

  for (guint i = 0; i < firms.n; i++)
    {
      const TramaFirm *firm = (const TramaFirm *) firms.records[i];
      g_autoptr (TramaFigure) ties = trama_figure_new (figure->measure);
      TramaContext of_firm = *context;

      if (trama_date_happened_by (firm->closed, context->as_of) == TRAMA_YES)
        continue;
      of++;
      of_firm.subject = firm->record.id;
      trama_measure_firm_knowledge_outside (&of_firm, parameters, ties);
      n += ties->low.n > 0;
      perhaps += ties->high.n > 0;
      if (ties->low.n > 0)
        trama_figure_add (figure, &firm->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
    }
  figure->low = (TramaRatio) { n, of };
  figure->high = (TramaRatio) { perhaps, of };
  if (of == 0)
    trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
}

static int
compare_ratings (gconstpointer a, gconstpointer b)
{
  gint64 x = (*(const TramaAssessment *const *) a)->rating;
  gint64 y = (*(const TramaAssessment *const *) b)->rating;

  if (x != y)
    return x < y ? -1 : 1;
  return trama_id_compare ((*(const TramaAssessment *const *) a)->record.id,
                           (*(const TramaAssessment *const *) b)->record.id);
}

/* The survey of MS01 §1: activities of the user's own, each rated 0 (no activity) to 5. The median
 * over the activities that there are. */
void
trama_measure_organisation_importance (TramaContext *context, const gint64 *parameters,
                                       TramaFigure *figure)
{
  TramaRecords records
      = TRAMA_REFERRING (context->version, ASSESSMENT, TramaAssessment, subject, context->subject);
  g_autoptr (GHashTable) latest = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) rated = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < records.n; i++)
    {
      const TramaAssessment *assessment = (const TramaAssessment *) records.records[i];

      if (g_strcmp0 (assessment->method, "organisation-importance") == 0
          && assessment->criterion != NULL && strcmp (assessment->criterion, "importance") != 0
          && assessment->rating != TRAMA_INTEGER_UNKNOWN
          && trama_date_happened_by (assessment->date, context->as_of) == TRAMA_YES
          && trama_context_admits (context, &assessment->record))
        g_hash_table_replace (latest, (gpointer) assessment->criterion, (gpointer) assessment);
    }
  g_hash_table_iter_init (&iter, latest);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((TramaAssessment *) value)->rating >= 1)
      g_ptr_array_add (rated, value);
  if (rated->len == 0)
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
      return;
    }
  g_ptr_array_sort (rated, compare_ratings);
  for (guint i = 0; i < rated->len; i++)
    trama_figure_add (figure, g_ptr_array_index (rated, i), TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE,
                      NULL);
  trama_figure_set_count (
      figure, ((TramaAssessment *) g_ptr_array_index (rated, (rated->len - 1) / 2))->rating,
      ((TramaAssessment *) g_ptr_array_index (rated, rated->len / 2))->rating);
}
