/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an evaluation says in words. */
#include <glib/gi18n-lib.h>

#include "trama-evaluation.h"

const char *
trama_criterion_result_verdict_label (const TramaCriterionResult *result)
{
  switch (result->verdict)
    {
    case TRAMA_VERDICT_MET:
      return result->weak ? _ ("Met, weak") : _ ("Met");
    case TRAMA_VERDICT_NOT_MET:
      return _ ("Not met");
    case TRAMA_VERDICT_NOT_APPLICABLE:
      return _ ("Does not apply");
    case TRAMA_VERDICT_UNKNOWN:
    default:
      if (result->reason == TRAMA_REASON_NOT_RATED)
        return _ ("Not rated");
      return result->reason == TRAMA_REASON_TOO_EARLY ? _ ("Too early") : _ ("Cannot be judged");
    }
}

static char *
ratio_to_percent (TramaRatio ratio)
{
  return trama_number_to_prose (trama_ratio_value (ratio) * 100, 0, FALSE);
}

char *
trama_figure_use_needed (const TramaFigureUse *use)
{
  gboolean at_most = use->rule->comparison == TRAMA_AT_MOST;

  if (use->figure->measure->unit == TRAMA_UNIT_SHARE_OF_MONEY)
    {
      g_autofree char *percent = ratio_to_percent (use->threshold);

      if (use->rule->threshold_measure != NULL)
        return g_strdup_printf (_ ("%s%% agreed"), percent);
      return g_strdup_printf (at_most ? _ ("at most %s%%") : _ ("%s%% needed"), percent);
    }
  if (use->figure->measure->unit == TRAMA_UNIT_SHARE && use->figure->known && use->threshold.d > 0)
    {
      gint64 base = use->figure->low.d;
      gint64 needed = (use->threshold.n * base + use->threshold.d - 1) / use->threshold.d;

      if (at_most)
        return g_strdup_printf (_ ("at most %d"),
                                (int) (use->threshold.n * base / use->threshold.d));
      return g_strdup_printf (_ ("%d needed"), (int) MAX (needed, 1));
    }
  if (use->threshold.d == 1)
    return g_strdup_printf (at_most ? _ ("at most %d") : _ ("%d needed"), (int) use->threshold.n);
  /* Translators: a fraction of those the rule is about, who cannot be counted yet */
  return g_strdup_printf (_ ("%d/%d of the base"), (int) use->threshold.n, (int) use->threshold.d);
}

char *
trama_months_to_prose (GArray *months)
{
  int first, last;
  g_autofree char *from = NULL;
  TramaDate date = { .form = TRAMA_DATE_MONTH };

  if (months == NULL || months->len == 0)
    return g_strdup (_ ("no month"));
  first = g_array_index (months, int, 0);
  last = g_array_index (months, int, months->len - 1);
  date.first = trama_month_index_first_day (first);
  date.last = trama_month_index_last_day (first);
  from = trama_date_to_prose (date);
  if (months->len == 1)
    return g_steal_pointer (&from);
  if (last - first + 1 == (int) months->len)
    {
      g_autofree char *to = NULL;

      date.first = trama_month_index_first_day (last);
      date.last = trama_month_index_last_day (last);
      to = trama_date_to_prose (date);
      /* Translators: from one month to another */
      return g_strdup_printf (_ ("%s to %s"), from, to);
    }
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u month from %s on", "%u months from %s on", months->len),
      months->len, from);
}

char *
trama_criterion_result_reason_to_prose (const TramaCriterionResult *result)
{
  const TramaFigureUse *use;

  if (result->reason == TRAMA_REASON_MONTHS_OPEN && result->open_months != NULL)
    {
      g_autofree char *months = trama_months_to_prose (result->open_months);

      return g_strdup_printf (_ ("not closed: %s"), months);
    }
  if (result->reason == TRAMA_REASON_TOO_EARLY && result->criterion->window > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "needs a programme of %d month",
                                         "needs a programme of %d months",
                                         (gulong) result->criterion->window),
                            result->criterion->window);
  if (result->verdict == TRAMA_VERDICT_UNKNOWN && result->figures->len > 0)
    {
      use = g_ptr_array_index (result->figures, result->deciding);
      for (guint i = 0; i < use->figure->records->len; i++)
        {
          const TramaFigureRecord *entry
              = &g_array_index (use->figure->records, TramaFigureRecord, i);

          if (entry->role == TRAMA_ROLE_OPEN && entry->note != NULL)
            return g_strdup (entry->note);
        }
    }
  return g_strdup (trama_reason_label (result->reason));
}

/* "a median of 1.5 (3 raters, from 1 to 2)", "2". */
static char *
ratings_to_prose (const TramaReading *reading)
{
  g_autofree char *median = trama_number_to_prose (trama_ratio_value (reading->rating), 1, FALSE);

  if (reading->n_raters < 2)
    return g_strdup_printf (_ ("rated %s"), median);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "a median of %s (%u rater, from %d to %d)",
                                       "a median of %s (%u raters, from %d to %d)",
                                       reading->n_raters),
                          median, reading->n_raters, reading->least, reading->greatest);
}

static char *
origin_to_prose (const TramaCriterionResult *result)
{
  const TramaReading *reading = &result->reading;
  g_autofree char *number = NULL;

  switch (reading->origin)
    {
    case TRAMA_READ_RATING:
      return ratings_to_prose (reading);
    case TRAMA_READ_FIGURE:
      return trama_figure_to_prose (reading->figure);
    case TRAMA_READ_FIELD:
      return g_strdup (trama_field_label (result->criterion->field));
    case TRAMA_READ_NOTHING:
    case TRAMA_READ_RULE:
    default:
      return NULL;
    }
}

char *
trama_criterion_result_reading_to_prose (const TramaCriterionResult *result)
{
  const TramaReading *reading = &result->reading;
  g_autofree char *origin = NULL;
  g_autoptr (GString) text = NULL;
  const char *anchor;

  if (result->criterion->rubric == NULL || !trama_reading_is_known (reading)
      || reading->origin == TRAMA_READ_RULE)
    return NULL;
  origin = origin_to_prose (result);
  text = g_string_new (origin);
  anchor = trama_criterion_anchor (result->criterion, reading->value);
  if (anchor != NULL)
    g_string_append_printf (text, ": %s", anchor);
  if (reading->origin != TRAMA_READ_RATING && reading->n_raters > 0)
    {
      g_autofree char *ratings = ratings_to_prose (reading);

      g_string_append_printf (text, "; %s", ratings);
    }
  if (reading->by_broker)
    g_string_append_printf (text, "; %s", _ ("rated by the manager"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
trama_criterion_result_to_prose (const TramaCriterionResult *result)
{
  const TramaFigureUse *use;
  g_autofree char *figure = NULL;
  g_autofree char *needed = NULL;
  char *reading = trama_criterion_result_reading_to_prose (result);

  if (reading != NULL)
    return reading;
  if (result->verdict == TRAMA_VERDICT_NOT_APPLICABLE || result->reason == TRAMA_REASON_TOO_EARLY)
    return trama_criterion_result_reason_to_prose (result);
  /* A rule of fields or other criteria alone. */
  if (result->figures->len == 0 && result->verdict == TRAMA_VERDICT_MET)
    return g_strdup (_ ("on record"));
  if (result->figures->len == 0)
    return result->reason != TRAMA_REASON_NONE ? trama_criterion_result_reason_to_prose (result)
                                               : g_strdup (_ ("not on record"));
  if (result->verdict == TRAMA_VERDICT_UNKNOWN && result->reason != TRAMA_REASON_MONTHS_OPEN)
    return trama_criterion_result_reason_to_prose (result);
  use = g_ptr_array_index (result->figures, result->deciding);
  figure = trama_figure_to_prose (use->figure);
  needed = trama_figure_use_needed (use);
  if (result->reason == TRAMA_REASON_MONTHS_OPEN)
    {
      g_autofree char *why = trama_criterion_result_reason_to_prose (result);

      return use->figure->known ? g_strdup_printf (_ ("%s; %s"), figure, why)
                                : g_steal_pointer (&why);
    }
  if (result->verdict == TRAMA_VERDICT_MET && use->holds != TRAMA_YES)
    return g_strdup (_ ("by another criterion"));
  /* Translators: what was counted; what was needed */
  return g_strdup_printf (_ ("%s; %s"), figure, needed);
}

char *
trama_evaluation_to_prose (const TramaEvaluation *evaluation)
{
  if (evaluation->unknown == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u criterion met",
                                         "%u of %u criteria met", evaluation->of),
                            evaluation->met, evaluation->of);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u, at most %u, of %u criterion met",
                                       "%u, at most %u, of %u criteria met", evaluation->of),
                          evaluation->met, trama_evaluation_at_most (evaluation), evaluation->of);
}

char *
trama_source_to_prose (const TramaSource *source)
{
  const char *document = source->title != NULL ? source->title : source->document;

  /* Translators: a document and the place in it */
  return g_strdup_printf (C_ ("source", "%s, %s"), trama_method_text (document),
                          trama_method_text (source->place));
}
