/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-reading.h"

#include <string.h>

const char *
trama_reading_origin_id (TramaReadingOrigin origin)
{
  static const char *const ids[] = { NULL, "rating", "field", "figure", "rule" };

  g_return_val_if_fail ((guint) origin < G_N_ELEMENTS (ids), NULL);

  return ids[origin];
}

void
trama_reading_init (TramaReading *reading)
{
  *reading = (TramaReading) { .ratings = g_ptr_array_new () };
}

void
trama_reading_clear (TramaReading *reading)
{
  g_clear_pointer (&reading->ratings, g_ptr_array_unref);
  g_clear_pointer (&reading->figure, trama_figure_free);
}

static gboolean
is_rating_of (const TramaAssessment *assessment, const TramaMethod *method,
              const TramaCriterion *criterion)
{
  return assessment->rating != TRAMA_INTEGER_UNKNOWN
         && g_strcmp0 (assessment->method, method->id) == 0
         && (criterion == NULL || g_strcmp0 (assessment->criterion, criterion->id) == 0);
}

static gboolean
is_later (const TramaAssessment *a, const TramaAssessment *b)
{
  if (a->date.last != b->date.last)
    return a->date.last > b->date.last;
  return a->record.entered >= b->record.entered;
}

static void
add_rating (TramaReading *reading, const TramaAssessment *assessment)
{
  for (guint i = 0; i < reading->ratings->len; i++)
    {
      const TramaAssessment *other = g_ptr_array_index (reading->ratings, i);

      if (g_strcmp0 (other->assessor, assessment->assessor) != 0)
        continue;
      if (is_later (assessment, other))
        reading->ratings->pdata[i] = (gpointer) assessment;
      return;
    }
  g_ptr_array_add (reading->ratings, (gpointer) assessment);
}

static int
compare_ratings (gconstpointer a, gconstpointer b)
{
  gint64 x = (*(const TramaAssessment *const *) a)->rating;
  gint64 y = (*(const TramaAssessment *const *) b)->rating;

  return x < y ? -1 : x > y;
}

static void
take_ratings (TramaReading *reading, const TramaMethod *method, const TramaCriterion *criterion,
              TramaContext *context)
{
  TramaRecords records
      = TRAMA_REFERRING (context->version, ASSESSMENT, TramaAssessment, subject, context->subject);
  guint n;

  for (guint i = 0; i < records.n; i++)
    {
      const TramaAssessment *assessment = (const TramaAssessment *) records.records[i];

      if (is_rating_of (assessment, method, criterion)
          && assessment->rating >= trama_criterion_least (criterion)
          && assessment->rating <= trama_criterion_greatest (criterion)
          && trama_date_happened_by (assessment->date, context->as_of) == TRAMA_YES
          && trama_context_admits (context, &assessment->record))
        add_rating (reading, assessment);
    }
  n = reading->n_raters = reading->ratings->len;
  if (n == 0)
    return;
  g_ptr_array_sort (reading->ratings, compare_ratings);
  for (guint i = 0; i < n; i++)
    {
      const TramaAssessment *assessment = g_ptr_array_index (reading->ratings, i);

      reading->by_broker = reading->by_broker || assessment->role == TRAMA_ASSESSOR_BROKER;
    }
  reading->least = (int) ((TramaAssessment *) g_ptr_array_index (reading->ratings, 0))->rating;
  reading->greatest
      = (int) ((TramaAssessment *) g_ptr_array_index (reading->ratings, n - 1))->rating;
  reading->rating.n
      = ((TramaAssessment *) g_ptr_array_index (reading->ratings, (n - 1) / 2))->rating
        + ((TramaAssessment *) g_ptr_array_index (reading->ratings, n / 2))->rating;
  reading->rating.d = 2;
  reading->rating = trama_ratio_reduced (reading->rating);
}

/* Yes and no are 1 and 0; the first choice of a field is level 1. */
static gboolean
read_field (const TramaCriterion *criterion, TramaContext *context, TramaRatio *value)
{
  const TramaRecord *subject
      = trama_version_find_among (context->version, TRAMA_ALL_KINDS, context->subject);
  guint8 found;

  if (subject == NULL || !trama_context_admits (context, subject))
    return FALSE;
  found = *(const guint8 *) trama_record_member (subject, criterion->field);
  if (found == 0)
    return FALSE;
  *value = (TramaRatio) { criterion->field->type == TRAMA_FIELD_TRUTH ? found == TRAMA_TRUTH_YES
                                                                      : found,
                          1 };
  return TRUE;
}

static const TramaFigureBand *
band_of (const TramaCriterion *criterion, TramaRatio figure)
{
  for (guint i = 0; i < criterion->bands->len; i++)
    {
      const TramaFigureBand *band = &g_array_index (criterion->bands, TramaFigureBand, i);

      if ((!band->has_from || trama_ratio_at_least (figure, band->from))
          && (!band->has_below || trama_ratio_more_than (band->below, figure)))
        return band;
    }
  return NULL;
}

/* Only a figure whose whole range lies in one band settles the level. */
static gboolean
read_figure (TramaReading *reading, const TramaCriterion *criterion, TramaContext *context,
             TramaRatio *value)
{
  const TramaFigureBand *low, *high;

  reading->figure = trama_measure_compute (criterion->measure, context, criterion->parameters);
  if (!reading->figure->known || reading->figure->low.d == 0)
    return FALSE;
  low = band_of (criterion, reading->figure->low);
  high = band_of (criterion, reading->figure->high);
  if (low == NULL || high == NULL || low->level != high->level)
    return FALSE;
  *value = (TramaRatio) { low->level, 1 };
  return TRUE;
}

void
trama_reading_take (TramaReading *reading, const TramaMethod *method,
                    const TramaCriterion *criterion, TramaContext *context)
{
  if (criterion->rubric == NULL)
    return;
  take_ratings (reading, method, criterion, context);
  if (criterion->field != NULL && read_field (criterion, context, &reading->value))
    reading->origin = TRAMA_READ_FIELD;
  else if (criterion->measure != NULL && read_figure (reading, criterion, context, &reading->value))
    reading->origin = TRAMA_READ_FIGURE;
  else if (reading->n_raters > 0)
    {
      reading->origin = TRAMA_READ_RATING;
      reading->value = reading->rating;
    }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint32 x = *(const gint32 *) a, y = *(const gint32 *) b;

  return x < y ? -1 : x > y;
}

GArray *
trama_reading_days (const TramaMethod *method, TramaVersion *version, TramaId subject, gint32 as_of)
{
  TramaRecords records = TRAMA_REFERRING (version, ASSESSMENT, TramaAssessment, subject, subject);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = 0; i < records.n; i++)
    {
      const TramaAssessment *assessment = (const TramaAssessment *) records.records[i];

      if (is_rating_of (assessment, method, NULL)
          && trama_date_happened_by (assessment->date, as_of) == TRAMA_YES)
        g_array_append_val (days, assessment->date.last);
    }
  g_array_sort (days, compare_days);
  for (guint i = 1; i < days->len;)
    if (g_array_index (days, gint32, i) == g_array_index (days, gint32, i - 1))
      g_array_remove_index (days, i);
    else
      i++;
  return days;
}
