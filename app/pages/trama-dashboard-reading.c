/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-dashboard-reading.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BEHIND 0.1 /* ten points */

TramaDashboardReading *
trama_dashboard_reading_ref (TramaDashboardReading *reading)
{
  g_atomic_ref_count_inc (&reading->references);
  return reading;
}

void
trama_dashboard_reading_unref (TramaDashboardReading *reading)
{
  if (!g_atomic_ref_count_dec (&reading->references))
    return;
  for (guint i = 0; i < reading->programmes->len; i++)
    g_clear_pointer (&g_array_index (reading->programmes, TramaDashboardProgramme, i).trend,
                     g_array_unref);
  g_array_unref (reading->programmes);
  trama_version_unref (reading->version);
  g_free (reading);
}

const TramaDashboardProgramme *
trama_dashboard_reading_find (const TramaDashboardReading *reading, TramaId programme)
{
  for (guint i = 0; reading != NULL && i < reading->programmes->len; i++)
    {
      const TramaDashboardProgramme *entry
          = &g_array_index (reading->programmes, TramaDashboardProgramme, i);

      if (trama_id_equal (entry->programme, programme))
        return entry;
    }
  return NULL;
}

static void
read_share (TramaDashboardProgramme *entry, TramaContext *context)
{
  g_autoptr (TramaCostShare) share = trama_cost_share_new (context);

  entry->paid = entry->agreed = NAN;
  for (guint i = 0; share != NULL && i < share->months->len; i++)
    {
      const TramaCostShareMonth *month = &g_array_index (share->months, TramaCostShareMonth, i);

      if (!isnan (month->rolling))
        {
          entry->paid = month->rolling;
          entry->agreed = month->agreed;
        }
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (((const TramaDashboardProgramme *) a)->name,
                         ((const TramaDashboardProgramme *) b)->name);
}

static TramaDashboardReading *
make (TramaVersion *version, gint32 as_of, GCancellable *cancellable)
{
  TramaMethod *method = trama_methods_find ("profo");
  TramaTable *table = trama_version_table (version, TRAMA_KIND_PROGRAMME);
  TramaDashboardReading *reading = g_new0 (TramaDashboardReading, 1);

  g_atomic_ref_count_init (&reading->references);
  reading->version = trama_version_ref (version);
  reading->as_of = as_of;
  reading->programmes = g_array_new (FALSE, TRUE, sizeof (TramaDashboardProgramme));
  for (guint i = 0; i < trama_table_size (table) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const TramaProgramme *programme = (const TramaProgramme *) trama_table_get (table, i);
      TramaDashboardProgramme entry
          = { .programme = programme->record.id, .name = programme->name };
      TramaContext context;

      trama_context_init (&context, version, entry.programme, as_of);
      entry.age_months = trama_context_age_months (&context);
      entry.month = trama_programme_month_of_appointment (programme, as_of);
      entry.independent = trama_date_happened_by (programme->post_ended, as_of) == TRAMA_YES;
      entry.score = trama_evaluation_score (method, version, entry.programme, as_of, G_MAXINT32);
      entry.trend = trama_trend_new (method, version, entry.programme, as_of, cancellable);
      read_share (&entry, &context);
      g_array_append_val (reading->programmes, entry);
    }
  g_array_sort (reading->programmes, compare_entries);
  return reading;
}

typedef struct
{
  TramaVersion *version;
  gint32 as_of;
} Job;

static void
job_free (Job *job)
{
  trama_version_unref (job->version);
  g_free (job);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  TramaDashboardReading *reading = make (job->version, job->as_of, cancellable);

  if (g_task_return_error_if_cancelled (task))
    trama_dashboard_reading_unref (reading);
  else
    g_task_return_pointer (task, reading, (GDestroyNotify) trama_dashboard_reading_unref);
}

void
trama_dashboard_reading_new_async (TramaVersion *version, gint32 as_of, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new (Job, 1);

  *job = (Job) { trama_version_ref (version), as_of };
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run);
}

TramaDashboardReading *
trama_dashboard_reading_new_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

char *
trama_dashboard_reading_headline (const TramaDashboardReading *reading)
{
  guint n = reading->programmes->len, half = 0, behind = 0;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  for (guint i = 0; i < n; i++)
    {
      const TramaDashboardProgramme *entry
          = &g_array_index (reading->programmes, TramaDashboardProgramme, i);

      half += entry->score.of > 0 && entry->score.met * 2 >= entry->score.of;
      behind += !isnan (entry->paid) && !isnan (entry->agreed)
                && entry->agreed - entry->paid >= BEHIND;
    }
  first = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "%u programme; %u meets half of its criteria or more",
                                        "%u programmes; %u meet half of their criteria or more", n),
                           n, half);
  if (behind == 0)
    return g_steal_pointer (&first);
  second = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "in %u the firms pay ten points or more below plan",
                   "in %u the firms pay ten points or more below plan", behind),
      behind);
  /* Translators: two clauses of one sentence */
  return g_strdup_printf (C_ ("clauses", "%s; %s"), first, second);
}
