/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tests that members had made. What a test found is between the firm and the centre. */

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "trama-report-maker.h"
#include "trama-report-money.h"

#define MONTHS 12

typedef struct
{
  char *test;
  guint orders;
  guint late;                /* reported after the promised day, or not yet and past it */
  TramaOwners owners;
  GArray *days;              /* int: from sample in to result out */
  gint64 fee;
  gint64 paid;
} TestCount;

static void
count_clear (gpointer data)
{
  TestCount *count = data;

  g_free (count->test);
  trama_owners_clear (&count->owners);
  g_clear_pointer (&count->days, g_array_unref);
}

static TestCount *
find_count (GArray *counts, const char *test)
{
  TestCount fresh = { 0 };

  for (guint i = 0; i < counts->len; i++)
    if (g_str_equal (g_array_index (counts, TestCount, i).test, test))
      return &g_array_index (counts, TestCount, i);
  fresh.test = g_strdup (test);
  fresh.days = g_array_new (FALSE, FALSE, sizeof (int));
  trama_owners_init (&fresh.owners);
  g_array_append_val (counts, fresh);
  return &g_array_index (counts, TestCount, counts->len - 1);
}

static void
add_order (TramaReportMaker *maker, const TramaTestOrder *order, TestCount *count)
{
  const TramaReportMoney *money = trama_report_get_money (maker);
  gint64 low, high;
  gboolean out = trama_date_happened_by (order->reported, maker->as_of) == TRAMA_YES;

  count->orders++;
  trama_owners_add (&count->owners, trama_owner_of (maker->version, order->firm), TRAMA_YES);
  if (out && trama_date_is_day (order->reported) && trama_date_is_day (order->received))
    {
      int days = order->reported.first - order->received.first;

      g_array_append_val (count->days, days);
    }
  if (trama_date_is_known (order->promised))
    count->late
        += out ? order->reported.first > order->promised.last : order->promised.last < maker->as_of;
  if (money->currency[0] == '\0')
    return;
  if (trama_money_is_known (order->fee)
      && trama_context_convert (&maker->context, order->fee, money->currency, order->received.last,
                                &low, &high))
    count->fee += low;
  if (trama_money_is_known (order->paid)
      && trama_context_convert (&maker->context, order->paid, money->currency, order->received.last,
                                &low, &high))
    count->paid += low;
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const TestCount *x = a, *y = b;

  if (x->orders != y->orders)
    return x->orders > y->orders ? -1 : 1;
  return strcmp (x->test, y->test);
}

/* By kind of test, the most frequent first. */
static GArray *
count_tests (TramaReportMaker *maker, TestCount *all)
{
  TramaTable *orders = trama_version_table (maker->version, TRAMA_KIND_TEST_ORDER);
  TramaWindow window = trama_window_before (maker->as_of, MONTHS);
  GArray *counts = g_array_new (FALSE, TRUE, sizeof (TestCount));

  g_array_set_clear_func (counts, count_clear);
  *all = (TestCount) { .days = g_array_new (FALSE, FALSE, sizeof (int)) };
  trama_owners_init (&all->owners);
  for (guint i = 0; i < trama_table_size (orders); i++)
    {
      const TramaTestOrder *order = (const TramaTestOrder *) trama_table_get (orders, i);

      if (trama_window_holds (window, order->received) != TRAMA_YES
          || trama_context_is_member (&maker->context, order->firm, order->received) != TRAMA_YES)
        continue;
      add_order (maker, order,
                 find_count (counts, order->test != NULL ? order->test : _ ("not recorded")));
      add_order (maker, order, all);
    }
  g_array_sort (counts, compare_counts);
  return counts;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* The median; −1: no result is out. */
static int
middle_days (GArray *days)
{
  if (days->len == 0)
    return -1;
  g_array_sort (days, compare_days);
  return g_array_index (days, int, (days->len - 1) / 2);
}

static TramaPageText *
say_finding (TramaReportMaker *maker)
{
  TestCount all;
  g_autoptr (GArray) counts = count_tests (maker, &all);
  guint orders = all.orders;
  guint owners = trama_owners_count (&all.owners, TRAMA_YES);
  g_autofree char *tests = NULL;

  count_clear (&all);
  if (orders == 0)
    return trama_page_text_new (_ ("No member had anything tested in twelve months"));
  tests = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u test", "%u tests", orders), orders);
  return trama_page_text_new_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u owner group had %s made in twelve months",
                   "%u owner groups had %s made in twelve months", owners),
      owners, tests);
}

static void
add_row (TramaReportMaker *maker, TramaPageTable *table, TramaPageRowKind kind, const char *name,
         TestCount *count)
{
  const TramaReportMoney *money = trama_report_get_money (maker);
  g_autofree char *orders = g_strdup_printf ("%u", count->orders);
  g_autofree char *owners
      = trama_report_small_count (maker, trama_owners_count (&count->owners, TRAMA_YES));
  g_autofree char *fee = trama_report_money_to_number (money, count->fee);
  g_autofree char *paid = trama_report_money_to_number (money, count->paid);
  g_autofree char *share = count->fee > 0
                               ? trama_report_percent ((double) count->paid / (double) count->fee)
                               : g_strdup ("–");
  int middle = middle_days (count->days);
  g_autofree char *days = middle >= 0 ? g_strdup_printf ("%d", middle) : g_strdup ("–");
  g_autofree char *late = g_strdup_printf ("%u", count->late);

  trama_page_table_begin_row (table, kind);
  trama_page_table_add_cell (table, name);
  trama_page_table_add_cell (table, orders);
  trama_page_table_add_cell (table, owners);
  trama_page_table_add_cell (table, fee);
  trama_page_table_add_cell (table, paid);
  trama_page_table_add_cell (table, share);
  trama_page_table_add_cell (table, days);
  trama_page_table_add_cell (table, late);
}

static TramaPageBlock *
tabulate_tests (TramaReportMaker *maker)
{
  static const TramaPageColumn columns[] = {
    { .title = N_ ("Kind of test") },
    { .title = N_ ("Orders"), .align = TRAMA_PAGE_ALIGN_END },
    { .title = N_ ("Owner groups"), .align = TRAMA_PAGE_ALIGN_END },
    { .title = N_ ("Fees"), .align = TRAMA_PAGE_ALIGN_END },
    { .title = N_ ("Paid by firms"), .align = TRAMA_PAGE_ALIGN_END },
    { .title = N_ ("Share"), .align = TRAMA_PAGE_ALIGN_END },
    { .title = N_ ("Days, median"), .align = TRAMA_PAGE_ALIGN_END },
    { .title = N_ ("Late"), .align = TRAMA_PAGE_ALIGN_END },
  };
  TramaPageTable *table = trama_report_table_new (columns, G_N_ELEMENTS (columns));
  const TramaReportMoney *money = trama_report_get_money (maker);
  TestCount all;
  g_autoptr (GArray) counts = count_tests (maker, &all);
  g_autofree char *subtitle = NULL;

  trama_page_table_set_empty (table, _ ("No test order of a member is recorded in twelve months."));
  for (guint i = 0; i < counts->len; i++)
    {
      TestCount *count = &g_array_index (counts, TestCount, i);

      add_row (maker, table, TRAMA_PAGE_ROW_NORMAL, count->test, count);
    }
  if (counts->len > 0)
    add_row (maker, table, TRAMA_PAGE_ROW_TOTAL, _ ("All tests"), &all);
  count_clear (&all);
  subtitle = g_strdup_printf (
      _ ("Members’ orders of twelve months, %s; late: after the promised day. What tests found is "
         "not printed"),
      money->currency[0] != '\0' ? money->currency : _ ("no currency"));
  return trama_page_block_new_table (table, _ ("Tests by kind"), subtitle, NULL);
}

const TramaReportSentence trama_report_testing_sentences[] = {
  { "testing-finding", say_finding },
  { NULL, NULL },
};

const TramaReportTabulation trama_report_testing_tables[] = {
  { "tests", tabulate_tests },
  { NULL, NULL },
};
