/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-trend.h"

GArray *
trama_trend_new (TramaMethod *method, TramaVersion *version, TramaId subject, gint32 as_of,
                 GCancellable *cancellable)
{
  const TramaProgramme *programme
      = (const TramaProgramme *) TRAMA_FIND (version, PROGRAMME, subject);
  GArray *points = g_array_new (FALSE, FALSE, sizeof (TramaTrendPoint));
  gint32 formed;

  if (programme == NULL || !trama_date_is_known (programme->formed)
      || programme->formed.last > as_of)
    return points;
  formed = programme->formed.last;
  for (int month = trama_day_month_index (formed); month <= trama_day_month_index (as_of); month++)
    {
      gint32 day = MIN (trama_month_index_last_day (month), as_of);
      TramaTrendPoint point = {
        .day = day,
        .age_months = trama_months_between (formed, day),
      };

      if (g_cancellable_is_cancelled (cancellable))
        break;
      point.score = trama_evaluation_score (method, version, subject, day, G_MAXINT32);
      point.met_as_known = trama_evaluation_score (method, version, subject, day, day).met;
      g_array_append_val (points, point);
    }
  return points;
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const TramaCohortMember *x = a, *y = b;

  if (x->age_months != y->age_months)
    return x->age_months < y->age_months ? -1 : 1;
  return trama_id_compare (x->programme, y->programme);
}

TramaCohort *
trama_cohort_new (TramaMethod *method, TramaVersion *version, gint32 as_of)
{
  TramaTable *programmes = trama_version_table (version, TRAMA_KIND_PROGRAMME);
  TramaCohort *cohort = g_new0 (TramaCohort, 1);

  cohort->members = g_array_new (FALSE, FALSE, sizeof (TramaCohortMember));
  cohort->band_from = 20;
  cohort->band_to = 30;
  for (guint i = 0; i < trama_table_size (programmes); i++)
    {
      const TramaProgramme *programme = (const TramaProgramme *) trama_table_get (programmes, i);
      TramaCohortMember member = { .programme = programme->record.id };

      if (!trama_date_is_known (programme->formed) || programme->formed.last > as_of)
        continue;
      member.age_months = trama_months_between (programme->formed.last, as_of);
      member.score
          = trama_evaluation_score (method, version, programme->record.id, as_of, G_MAXINT32);
      g_array_append_val (cohort->members, member);
      if (member.age_months >= cohort->band_from && member.age_months <= cohort->band_to)
        {
          cohort->n++;
          cohort->at_least_4 += member.score.met >= 4;
          cohort->at_least_6 += member.score.met >= 6;
        }
    }
  g_array_sort (cohort->members, compare_members);
  return cohort;
}

void
trama_cohort_free (TramaCohort *cohort)
{
  if (cohort == NULL)
    return;
  g_array_unref (cohort->members);
  g_free (cohort);
}
