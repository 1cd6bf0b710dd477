/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of a support institution, of a testing centre above all: the four goals of MS01 Figure 1
 * as far as they can be counted. */
#include <stdlib.h>
#include <string.h>

#include "trama-measures.h"

typedef gboolean (*OrderFunc) (const TramaTestOrder *order);

static TramaRecords
orders_of (TramaContext *context)
{
  return TRAMA_REFERRING (context->version, TEST_ORDER, TramaTestOrder, institution,
                          context->subject);
}

static gboolean
in_window (TramaContext *context, TramaWindow window, const TramaTestOrder *order)
{
  return trama_window_holds (window, order->received) == TRAMA_YES
         && trama_context_admits (context, &order->record);
}

/* How many of the window's orders of which @known holds @counts holds of. */
static void
share_of_orders (TramaContext *context, gint64 months, OrderFunc known, OrderFunc counts,
                 TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) months);
  TramaRecords orders = orders_of (context);
  gint64 n = 0, of = 0;

  for (guint i = 0; i < orders.n; i++)
    {
      const TramaTestOrder *order = (const TramaTestOrder *) orders.records[i];

      if (!in_window (context, window, order) || !known (order))
        continue;
      of++;
      if (!counts (order))
        continue;
      n++;
      trama_figure_add (figure, &order->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
    }
  figure->low = figure->high = (TramaRatio) { n, of };
  if (of == 0)
    trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
}

static gboolean
is_any (const TramaTestOrder *order)
{
  return order != NULL;
}

static gboolean
is_repeat (const TramaTestOrder *order)
{
  return !trama_id_is_none (order->repeat_of);
}

static gboolean
has_promise (const TramaTestOrder *order)
{
  return trama_date_is_known (order->promised) && trama_date_is_known (order->reported);
}

static gboolean
kept_promise (const TramaTestOrder *order)
{
  return order->reported.last <= order->promised.last;
}

void
trama_measure_tests_repeated (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  share_of_orders (context, parameters[0], is_any, is_repeat, figure);
}

void
trama_measure_tests_on_time (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  share_of_orders (context, parameters[0], has_promise, kept_promise, figure);
}

/* The capacity that held on the date; NULL where none is recorded. */
static const TramaCapacity *
capacity_of (TramaContext *context)
{
  TramaRecords records
      = TRAMA_REFERRING (context->version, CAPACITY, TramaCapacity, institution, context->subject);
  const TramaCapacity *latest = NULL;

  for (guint i = 0; i < records.n; i++)
    if (trama_date_is_by (trama_record_event (records.records[i]), context->as_of) == TRAMA_YES
        && trama_context_admits (context, records.records[i]))
      latest = (const TramaCapacity *) records.records[i];
  return latest;
}

/* parameters: months. Tests done of those that could have been. */
void
trama_measure_tests_utilisation (TramaContext *context, const gint64 *parameters,
                                 TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  const TramaCapacity *capacity = capacity_of (context);
  TramaRecords orders = orders_of (context);
  gint64 n = 0;

  if (capacity == NULL || !trama_band_is_known (capacity->tests_a_month)
      || capacity->tests_a_month.low < 1)
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_FIELD_MISSING);
      return;
    }
  for (guint i = 0; i < orders.n; i++)
    if (in_window (context, window, (const TramaTestOrder *) orders.records[i]))
      {
        n++;
        trama_figure_add (figure, orders.records[i], TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
      }
  figure->low = (TramaRatio) { n, (gint64) (MIN (capacity->tests_a_month.high, 1e6)
                                            * (double) parameters[0]) };
  figure->high
      = (TramaRatio) { n, (gint64) (capacity->tests_a_month.low * (double) parameters[0]) };
}

/* parameters: months. What firms paid for tests over what running the centre cost. */
void
trama_measure_fee_recovery (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  const TramaCapacity *capacity = capacity_of (context);
  TramaRecords orders = orders_of (context);
  gint64 low = 0, high = 0;

  if (capacity == NULL || !trama_money_is_known (capacity->running_cost)
      || capacity->running_cost.low <= 0)
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_FIELD_MISSING);
      return;
    }
  for (guint i = 0; i < orders.n; i++)
    {
      const TramaTestOrder *order = (const TramaTestOrder *) orders.records[i];
      gint64 a, b;

      if (!in_window (context, window, order) || !trama_money_is_known (order->paid))
        continue;
      if (!trama_context_convert (context, order->paid, capacity->running_cost.currency,
                                  order->received.last, &a, &b))
        {
          trama_figure_set_unknown (figure, TRAMA_REASON_NO_RATE);
          return;
        }
      low += a;
      high += b;
      trama_figure_add (figure, &order->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
    }
  figure->low = (TramaRatio) { low, capacity->running_cost.high * parameters[0] };
  figure->high = (TramaRatio) { high, capacity->running_cost.low * parameters[0] };
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const gint32 *) a - *(const gint32 *) b;
}

/* parameters: months. The median of days from sample to result. */
void
trama_measure_test_days (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords orders = orders_of (context);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = 0; i < orders.n; i++)
    {
      const TramaTestOrder *order = (const TramaTestOrder *) orders.records[i];
      gint32 taken = order->reported.last - order->received.first;

      if (!in_window (context, window, order)
          || trama_date_happened_by (order->reported, context->as_of) != TRAMA_YES)
        continue;
      g_array_append_val (days, taken);
      trama_figure_add (figure, &order->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
    }
  if (days->len == 0)
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
      return;
    }
  g_array_sort (days, compare_days);
  trama_figure_set_count (figure, g_array_index (days, gint32, (days->len - 1) / 2),
                          g_array_index (days, gint32, days->len / 2));
}

/* parameters: months. Different kinds of test that were ordered. */
void
trama_measure_test_kinds (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords orders = orders_of (context);
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);

  if (orders.n == 0)
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
      return;
    }
  for (guint i = 0; i < orders.n; i++)
    {
      const TramaTestOrder *order = (const TramaTestOrder *) orders.records[i];

      if (in_window (context, window, order) && order->test != NULL
          && g_hash_table_add (kinds, (gpointer) order->test))
        trama_figure_add (figure, &order->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
    }
  trama_figure_set_count (figure, g_hash_table_size (kinds), g_hash_table_size (kinds));
}

/* The latest number of people a firm employs; unknown: NaN. */
static TramaBand
people_of (TramaContext *context, TramaId firm)
{
  TramaRecords readings
      = TRAMA_REFERRING (context->version, FIRM_READING, TramaFirmReading, firm, firm);
  TramaBand latest = TRAMA_BAND_UNKNOWN;

  for (guint i = 0; i < readings.n; i++)
    {
      const TramaFirmReading *reading = (const TramaFirmReading *) readings.records[i];

      if (trama_band_is_known (reading->employment)
          && trama_date_is_by (reading->date, context->as_of) == TRAMA_YES)
        latest = reading->employment;
    }
  return latest;
}

/* parameters: months, people. Owner groups among the clients with fewer people; open where a firm's
 * number is not known. */
void
trama_measure_test_clients_small (TramaContext *context, const gint64 *parameters,
                                  TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords orders = orders_of (context);
  g_auto (TramaOwners) clients = { 0 };
  g_auto (TramaOwners) small = { 0 };

  trama_owners_init (&clients);
  trama_owners_init (&small);
  for (guint i = 0; i < orders.n; i++)
    {
      const TramaTestOrder *order = (const TramaTestOrder *) orders.records[i];
      TramaId owner = trama_owner_of (context->version, order->firm);
      TramaBand people;

      if (!in_window (context, window, order))
        continue;
      people = people_of (context, order->firm);
      trama_owners_add (&clients, owner, TRAMA_YES);
      if (!trama_band_is_known (people))
        trama_owners_add (&small, owner, TRAMA_MAYBE);
      else if (people.high < (double) parameters[1])
        trama_owners_add (&small, owner, TRAMA_YES);
    }
  if (trama_owners_count (&clients, TRAMA_YES) == 0)
    trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
  trama_owners_share (&clients, &small, &figure->low, &figure->high);
}
