/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-programme-agenda.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define STALE_MONTHS 20
#define CERTIFICATE_DAYS 90

static void
item_free (TramaAgendaItem *item)
{
  g_free (item->title);
  g_free (item->detail);
  g_array_unref (item->records);
  g_free (item);
}

static TramaAgendaItem *
item_new (TramaAgendaKind kind, gboolean late)
{
  TramaAgendaItem *item = g_new0 (TramaAgendaItem, 1);

  item->kind = kind;
  item->late = late;
  item->records = g_array_new (FALSE, FALSE, sizeof (TramaId));
  return item;
}

/* Takes the item where it is about something, and frees it otherwise. */
static void
keep (GPtrArray *agenda, TramaAgendaItem *item)
{
  if (item->title != NULL)
    g_ptr_array_add (agenda, item);
  else
    item_free (item);
}

static char *
days_late (gint32 days)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "oldest %d day late", "oldest %d days late", (gulong) days),
      days);
}

static void
add_months (const TramaProgrammeSummary *summary, GPtrArray *agenda)
{
  TramaAgendaItem *item = item_new (TRAMA_AGENDA_MONTHS, summary->open_months->len > 1);
  guint n = summary->open_months->len;

  if (n > 0)
    {
      item->title = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "Close %u month", "Close %u months", n), n);
      item->detail = trama_months_to_prose (summary->open_months);
      g_array_append_val (item->records, summary->programme->record.id);
    }
  keep (agenda, item);
}

static void
add_steps (const TramaProgrammeSummary *summary, GPtrArray *agenda)
{
  TramaRecords steps = TRAMA_REFERRING (summary->version, PLAN_STEP, TramaPlanStep, programme,
                                        summary->programme->record.id);
  TramaAgendaItem *item = item_new (TRAMA_AGENDA_STEPS, TRUE);
  gint32 oldest = summary->as_of;

  for (guint i = 0; i < steps.n; i++)
    {
      const TramaPlanStep *step = (const TramaPlanStep *) steps.records[i];
      TramaDate due = trama_date_is_known (step->due) ? step->due : step->first_due;

      if (trama_date_happened_by (due, summary->as_of) != TRAMA_YES
          || trama_date_happened_by (step->done, summary->as_of) != TRAMA_NO)
        continue;
      g_array_append_val (item->records, step->record.id);
      oldest = MIN (oldest, due.last);
    }
  if (item->records->len > 0)
    {
      item->title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u plan step overdue",
                                                  "%u plan steps overdue", item->records->len),
                                     item->records->len);
      item->detail = days_late (summary->as_of - oldest);
    }
  keep (agenda, item);
}

static void
add_tests (const TramaProgrammeSummary *summary, GPtrArray *agenda)
{
  TramaRecords orders
      = trama_table_by_event (trama_version_table (summary->version, TRAMA_KIND_TEST_ORDER));
  TramaAgendaItem *item = item_new (TRAMA_AGENDA_TESTS, TRUE);
  TramaContext context;
  gint32 oldest = summary->as_of;

  trama_context_init (&context, summary->version, summary->programme->record.id, summary->as_of);
  for (guint i = 0; i < orders.n; i++)
    {
      const TramaTestOrder *order = (const TramaTestOrder *) orders.records[i];

      if (trama_date_is_by (order->received, summary->as_of) != TRAMA_YES
          || trama_date_happened_by (order->promised, summary->as_of - 1) != TRAMA_YES
          || trama_date_happened_by (order->reported, summary->as_of) != TRAMA_NO
          || trama_context_is_member (&context, order->firm, trama_date_from_day (summary->as_of))
                 != TRAMA_YES)
        continue;
      g_array_append_val (item->records, order->record.id);
      oldest = MIN (oldest, order->promised.last);
    }
  if (item->records->len > 0)
    {
      item->title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u test result late",
                                                  "%u test results late", item->records->len),
                                     item->records->len);
      item->detail = days_late (summary->as_of - oldest);
    }
  keep (agenda, item);
}

static gboolean
is_member (TramaContext *context, TramaId firm)
{
  return trama_context_is_member (context, firm, trama_date_from_day (context->as_of)) == TRAMA_YES;
}

static void
add_ties (const TramaProgrammeSummary *summary, GPtrArray *agenda)
{
  TramaTable *ties = trama_version_table (summary->version, TRAMA_KIND_LINKAGE);
  TramaAgendaItem *item = item_new (TRAMA_AGENDA_TIES, FALSE);
  gint32 stale = trama_day_add_months (summary->as_of, -STALE_MONTHS);
  TramaContext context;

  trama_context_init (&context, summary->version, summary->programme->record.id, summary->as_of);
  for (guint i = 0; i < trama_table_size (ties); i++)
    {
      const TramaLinkage *tie = (const TramaLinkage *) trama_table_get (ties, i);
      TramaDate seen = trama_date_is_known (tie->confirmed) ? tie->confirmed : tie->started;

      if (trama_date_happened_by (seen, stale) != TRAMA_YES
          || trama_date_happened_by (tie->ended, summary->as_of) != TRAMA_NO
          || (!is_member (&context, tie->from) && !is_member (&context, tie->to)))
        continue;
      g_array_append_val (item->records, tie->record.id);
    }
  if (item->records->len > 0)
    {
      item->title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tie to confirm",
                                                  "%u ties to confirm", item->records->len),
                                     item->records->len);
      item->detail = g_strdup_printf (_ ("not asked for %d months or more"), STALE_MONTHS);
    }
  keep (agenda, item);
}

static void
add_share (const TramaProgrammeSummary *summary, GPtrArray *agenda)
{
  TramaAgendaItem *item = item_new (TRAMA_AGENDA_SHARE, FALSE);
  TramaContext context;
  TramaRatio now, next;

  trama_context_init (&context, summary->version, summary->programme->record.id, summary->as_of);
  if (summary->month > 0 && trama_programme_summary_phase (summary) == TRAMA_PHASE_CONSOLIDATION)
    {
      now = trama_agreed_share (&context, summary->month, NULL);
      next = trama_agreed_share (&context, summary->month + 1, NULL);
      if (trama_ratio_more_than (next, now))
        {
          g_autofree char *percent
              = trama_number_to_prose (trama_ratio_value (next) * 100, 0, FALSE);
          g_autofree char *day = trama_date_to_prose (trama_date_from_day (
              trama_day_add_months (summary->programme->appointed.last, summary->month)));

          item->title = g_strdup_printf (_ ("Share rises to %s%%"), percent);
          item->detail = g_strdup (day);
          g_array_append_val (item->records, summary->programme->record.id);
        }
    }
  keep (agenda, item);
}

static void
add_certificates (const TramaProgrammeSummary *summary, GPtrArray *agenda)
{
  TramaTable *certificates = trama_version_table (summary->version, TRAMA_KIND_CERTIFICATE);
  TramaAgendaItem *item = item_new (TRAMA_AGENDA_CERTIFICATES, FALSE);
  TramaContext context;
  gint32 first = G_MAXINT32;

  trama_context_init (&context, summary->version, summary->programme->record.id, summary->as_of);
  for (guint i = 0; i < trama_table_size (certificates); i++)
    {
      const TramaCertificate *certificate
          = (const TramaCertificate *) trama_table_get (certificates, i);

      if (!trama_date_is_known (certificate->valid_until)
          || certificate->valid_until.last < summary->as_of
          || certificate->valid_until.first > summary->as_of + CERTIFICATE_DAYS
          || !is_member (&context, certificate->firm))
        continue;
      g_array_append_val (item->records, certificate->record.id);
      first = MIN (first, certificate->valid_until.first);
    }
  if (item->records->len > 0)
    {
      g_autofree char *day = trama_date_to_prose (trama_date_from_day (first));

      item->title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u certificate runs out",
                                                  "%u certificates run out", item->records->len),
                                     item->records->len);
      item->detail = g_strdup (day);
    }
  keep (agenda, item);
}

static void
add_complaints (const TramaProgrammeSummary *summary, GPtrArray *agenda)
{
  TramaRecords complaints = TRAMA_REFERRING (summary->version, COMPLAINT, TramaComplaint, programme,
                                             summary->programme->record.id);
  TramaAgendaItem *item = item_new (TRAMA_AGENDA_COMPLAINTS, TRUE);
  gint32 oldest = G_MAXINT32;

  for (guint i = 0; i < complaints.n; i++)
    {
      const TramaComplaint *complaint = (const TramaComplaint *) complaints.records[i];

      if (trama_date_is_by (complaint->date, summary->as_of) == TRAMA_NO
          || trama_date_happened_by (complaint->closed, summary->as_of) == TRAMA_YES)
        continue;
      g_array_append_val (item->records, complaint->record.id);
      if (trama_date_is_known (complaint->date))
        oldest = MIN (oldest, complaint->date.first);
    }
  if (item->records->len > 0)
    {
      item->title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u complaint open",
                                                  "%u complaints open", item->records->len),
                                     item->records->len);
      if (oldest != G_MAXINT32)
        {
          g_autofree char *day = trama_date_to_prose (trama_date_from_day (oldest));

          item->detail = g_strdup_printf (_ ("the oldest since %s"), day);
        }
    }
  keep (agenda, item);
}

GPtrArray *
trama_programme_agenda_new (const TramaProgrammeSummary *summary)
{
  GPtrArray *agenda = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);

  g_return_val_if_fail (summary != NULL, agenda);

  add_tests (summary, agenda);
  add_steps (summary, agenda);
  add_complaints (summary, agenda);
  add_months (summary, agenda);
  add_share (summary, agenda);
  add_certificates (summary, agenda);
  add_ties (summary, agenda);
  return agenda;
}
