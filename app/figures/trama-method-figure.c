/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-method-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "trama-matrix-chart.h"
#include "trama-plane-chart.h"
#include "trama-profile-chart.h"
#include "trama-programme-charts-private.h"
#include "trama-series-chart.h"

/* So many types are told apart as lines. */
#define MOST_LINES 4

static guint
n_profiles (const TramaMethod *method)
{
  guint n = 0;

  for (guint i = 0; i < method->outcomes->len; i++)
    n += ((const TramaOutcomeType *) method->outcomes->pdata[i])->cells != NULL;
  return n;
}

static gboolean
has_rubric (const TramaMethod *method)
{
  for (guint i = 0; i < method->criteria->len; i++)
    if (((const TramaCriterion *) method->criteria->pdata[i])->rubric != NULL)
      return TRUE;
  return FALSE;
}

TramaMethodFigureKind
trama_method_figure_kind (const TramaEvaluation *evaluation)
{
  TramaMethod *method = evaluation->method;

  if (method->scoring == TRAMA_SCORING_MATRIX)
    return TRAMA_METHOD_FIGURE_MATRIX;
  if (method->axes->len == 2)
    return TRAMA_METHOD_FIGURE_MAP;
  if (method->scoring == TRAMA_SCORING_PROFILES)
    {
      g_autoptr (GArray) days = trama_reading_days (method, evaluation->version,
                                                    evaluation->subject, evaluation->as_of);

      return days->len > 1 && n_profiles (method) <= MOST_LINES ? TRAMA_METHOD_FIGURE_DISTANCES
                                                                : TRAMA_METHOD_FIGURE_PROFILE;
    }
  return has_rubric (method) ? TRAMA_METHOD_FIGURE_LEVELS : TRAMA_METHOD_FIGURE_NONE;
}

static const TramaCriterionResult *
find_result (const TramaEvaluation *evaluation, const TramaCriterion *criterion)
{
  for (guint i = 0; i < evaluation->results->len; i++)
    {
      const TramaCriterionResult *result = evaluation->results->pdata[i];

      if (result->criterion == criterion)
        return result;
    }
  return NULL;
}

static guint
n_rated (const TramaEvaluation *evaluation)
{
  guint n = 0;

  for (guint i = 0; i < evaluation->results->len; i++)
    n += trama_reading_is_known (
        &((const TramaCriterionResult *) evaluation->results->pdata[i])->reading);
  return n;
}

/* Words. */

static gint32
last_reading (const TramaEvaluation *evaluation)
{
  g_autoptr (GArray) days = trama_reading_days (evaluation->method, evaluation->version,
                                                evaluation->subject, evaluation->as_of);

  return days->len > 0 ? g_array_index (days, gint32, days->len - 1) : G_MININT32;
}

static const TramaCriterion *
find_in_both (const TramaMethodGroup *row, const TramaMethodGroup *column)
{
  for (guint i = 0; i < row->criteria->len; i++)
    if (g_ptr_array_find (column->criteria, row->criteria->pdata[i], NULL))
      return row->criteria->pdata[i];
  return NULL;
}

/* "8 of 34 cells are at work; none under Hiring". */
static char *
say_matrix (const TramaEvaluation *evaluation)
{
  const TramaMethod *method = evaluation->method;
  g_autoptr (GString) none = g_string_new (NULL);
  guint at_work = 0, of = 0;

  for (guint k = 0; k < method->columns->len; k++)
    {
      const TramaMethodGroup *column = method->columns->pdata[k];
      guint here = 0;

      for (guint i = 0; i < column->criteria->len; i++)
        {
          const TramaCriterionResult *result = find_result (evaluation, column->criteria->pdata[i]);

          of++;
          here += result != NULL && trama_reading_is_known (&result->reading)
                  && result->reading.value.n > 0;
        }
      at_work += here;
      if (here == 0)
        g_string_append_printf (none, "%s%s", none->len > 0 ? ", " : "",
                                trama_method_text (column->title));
    }
  if (none->len == 0 || at_work == 0)
    return g_strdup_printf (_ ("%u of %u cells are at work"), at_work, of);
  /* Translators: cells of a matrix, and the columns in which there is none */
  return g_strdup_printf (_ ("%u of %u cells are at work; none under %s"), at_work, of, none->str);
}

void
trama_method_figure_words (const TramaEvaluation *evaluation, TramaFigureWords *words)
{
  const TramaMethod *method = evaluation->method;
  g_autofree char *source = trama_source_to_prose (&method->source);
  g_autofree char *date = NULL;
  guint rated = n_rated (evaluation);
  gint32 day = last_reading (evaluation);

  if (evaluation->finding != NULL)
    words->title = trama_finding_to_prose (evaluation->finding);
  if (words->title == NULL && method->scoring == TRAMA_SCORING_CRITERIA)
    words->title = trama_evaluation_to_prose (evaluation);
  if (words->title == NULL && rated == 0)
    words->title = g_strdup (_ ("Nothing is rated or recorded yet"));
  if (words->title == NULL && method->scoring == TRAMA_SCORING_MATRIX)
    words->title = say_matrix (evaluation);
  if (words->title == NULL)
    words->title
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u row is answered",
                                        "%u of %u rows are answered", method->criteria->len),
                           rated, method->criteria->len);
  if (day == G_MININT32)
    words->subtitle = g_steal_pointer (&source);
  else
    {
      date = trama_date_to_prose (trama_date_from_day (day));
      /* Translators: how many rows are rated, of how many, the date of the last rating, a source */
      words->subtitle = g_strdup_printf (_ ("%u of %u rows, latest rating of %s. %s"), rated,
                                         method->criteria->len, date, source);
    }
}

char *
trama_method_figure_against (const TramaEvaluation *evaluation)
{
  const TramaFinding *finding = evaluation->finding;
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *rows;

  if (finding == NULL)
    return NULL;
  rows = finding->answer == TRAMA_ANSWER_CANNOT_JUDGE ? finding->would_decide : finding->against;
  if (rows == NULL || rows->len == 0)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            trama_method_text (((const TramaCriterion *) rows->pdata[i])->title));
  if (finding->answer == TRAMA_ANSWER_CANNOT_JUDGE)
    /* Translators: rows that are not rated */
    return g_strdup_printf (_ ("Would decide: %s"), text->str);
  if (finding->answer == TRAMA_ANSWER_CRITERION)
    /* Translators: rows with low ratings */
    return g_strdup_printf (_ ("Weak: %s"), text->str);
  /* Translators: rows that do not fit the answer */
  return g_strdup_printf (_ ("Against: %s"), text->str);
}

/* Rows on a scale. */

static guint8
cell_levels (const TramaProfileCell *cell, int least)
{
  guint8 levels = 0;

  if (cell == NULL)
    return 0;
  for (int level = least; level < least + TRAMA_PROFILE_MAX_LEVELS; level++)
    if (level >= 0
        && (cell->is_set ? cell->members & 1u << level : level >= cell->low && level <= cell->high))
      levels |= (guint8) (1 << (level - least));
  return levels;
}

static int
steps_away (const TramaProfileCell *cell, TramaRatio value)
{
  if (cell == NULL || value.d == 0)
    return -1;
  return (int) ceil (trama_ratio_value (trama_profile_cell_distance (cell, value)));
}

static TramaId
rating_record (const TramaReading *reading)
{
  return reading->ratings != NULL && reading->ratings->len > 0
             ? ((const TramaRecord *) reading->ratings->pdata[0])->id
             : TRAMA_ID_NONE;
}

/* The type of the answer and the next one; of distances over 0 nothing is known. */
static void
find_ideals (const TramaFinding *finding, const TramaOutcomeType *ideals[TRAMA_PROFILE_IDEALS])
{
  guint n = 0;

  for (guint i = 0; finding != NULL && i < finding->distances->len && n < TRAMA_PROFILE_IDEALS; i++)
    {
      const TramaOutcomeDistance *distance
          = &g_array_index (finding->distances, TramaOutcomeDistance, i);

      if (distance->type->cells != NULL && distance->distance.d > 0)
        ideals[n++] = distance->type;
    }
}

typedef struct
{
  int least;
  int greatest;
  char **levels; /* owned strings */
} Scale;

static void
find_scale (const TramaMethod *method, Scale *scale)
{
  guint n;

  scale->least = 0;
  scale->greatest = 1;
  for (guint i = 0; i < method->criteria->len; i++)
    {
      const TramaCriterion *criterion = method->criteria->pdata[i];

      if (criterion->rubric == NULL)
        continue;
      scale->least = MIN (scale->least, trama_criterion_least (criterion));
      scale->greatest = MAX (scale->greatest, trama_criterion_greatest (criterion));
    }
  scale->greatest = MIN (scale->greatest, scale->least + TRAMA_PROFILE_MAX_LEVELS - 1);
  n = (guint) (scale->greatest - scale->least + 1);
  scale->levels = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    scale->levels[i] = scale->least == 0 && n == 2 ? g_strdup (i == 0 ? _ ("no") : _ ("yes"))
                                                   : g_strdup_printf ("%d", scale->least + (int) i);
}

static double
reading_level (const TramaReading *reading, int least)
{
  return trama_reading_is_known (reading) && reading->value.d > 0
             ? trama_ratio_value (reading->value) - least
             : NAN;
}

static TramaScene *
profile_new (const TramaEvaluation *evaluation, const char *subject,
             const TramaMethodBeside *beside, const TramaFigureWords *words,
             const TramaChartStyle *style, const TramaFigurePlace *place)
{
  const TramaMethod *method = evaluation->method;
  const TramaOutcomeType *ideals[TRAMA_PROFILE_IDEALS] = { NULL };
  g_autofree TramaProfileRow *rows = g_new0 (TramaProfileRow, MAX (method->criteria->len, 1));
  Scale scale;
  TramaProfileChart chart
      = { .frame = trama_figure_frame (words, place), .rows = rows, .subject = subject };
  TramaScene *scene;

  find_scale (method, &scale);
  find_ideals (evaluation->finding, ideals);
  for (guint i = 0; i < evaluation->results->len; i++)
    {
      const TramaCriterionResult *result = evaluation->results->pdata[i];
      TramaProfileRow *row = &rows[chart.n_rows];
      gboolean expected = method->scoring != TRAMA_SCORING_PROFILES;

      for (guint k = 0; k < method->outcomes->len; k++)
        expected
            = expected
              || trama_outcome_type_expects (method->outcomes->pdata[k], result->criterion) != NULL;
      if (!expected || result->criterion->rubric == NULL)
        continue;
      *row = (TramaProfileRow) {
        .record = rating_record (&result->reading),
        .label = trama_method_text (result->criterion->title),
        .rating = reading_level (&result->reading, scale.least),
        .low = result->reading.n_raters > 1 ? result->reading.least - scale.least : NAN,
        .high = result->reading.n_raters > 1 ? result->reading.greatest - scale.least : NAN,
        .beside = NAN,
      };
      for (guint k = 0; k < TRAMA_PROFILE_IDEALS && ideals[k] != NULL; k++)
        {
          const TramaProfileCell *cell = trama_outcome_type_expects (ideals[k], result->criterion);

          row->ideals[k] = cell_levels (cell, scale.least);
          row->steps[k] = steps_away (cell, result->reading.value);
        }
      if (beside != NULL)
        {
          const TramaCriterionResult *other = find_result (beside->evaluation, result->criterion);

          if (other != NULL)
            row->beside = reading_level (&other->reading, scale.least);
        }
      chart.n_rows++;
    }
  chart.levels = (const char *const *) scale.levels;
  chart.n_levels = (guint) (scale.greatest - scale.least + 1);
  for (guint k = 0; k < TRAMA_PROFILE_IDEALS && ideals[k] != NULL; k++)
    chart.ideals[k] = trama_method_text (ideals[k]->title);
  chart.beside = beside != NULL ? beside->name : NULL;
  scene = trama_profile_chart_new (&chart, style, place->width, place->height);
  g_strfreev (scale.levels);
  return scene;
}

/* Distances over time. */

static TramaScene *
distances_new (const TramaEvaluation *evaluation, const TramaFigureWords *words,
               const TramaChartStyle *style, const TramaFigurePlace *place)
{
  TramaMethod *method = evaluation->method;
  g_autoptr (GArray) days
      = trama_reading_days (method, evaluation->version, evaluation->subject, evaluation->as_of);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree double *values = g_new (double, days->len *MOST_LINES);
  TramaSeriesLine lines[MOST_LINES] = { 0 };
  TramaSeriesChart chart = {
    .frame = trama_figure_frame (words, place),
    .lines = lines,
    .n_points = days->len,
    .dates = (const gint32 *) (gpointer) days->data,
    .minimum = 0,
    .maximum = NAN,
    .reference = NAN,
    .start_label = NULL,
  };

  for (guint i = 0; i < days->len * MOST_LINES; i++)
    values[i] = NAN;
  /* The nearest now comes first, as the main line. */
  for (guint i = 0; i < evaluation->finding->distances->len && chart.n_lines < MOST_LINES; i++)
    {
      const TramaOutcomeDistance *now
          = &g_array_index (evaluation->finding->distances, TramaOutcomeDistance, i);
      TramaSeriesLine *line = &lines[chart.n_lines];
      char *label;

      if (now->type->cells == NULL || now->distance.d == 0)
        continue;
      /* Translators: the name of a type, and the distance to it as a fraction */
      label = now->distance.d == 1
                  ? g_strdup_printf (C_ ("distance", "%s, %d"),
                                     trama_method_text (now->type->title), (int) now->distance.n)
                  : g_strdup_printf (C_ ("distance", "%s, %d/%d"),
                                     trama_method_text (now->type->title), (int) now->distance.n,
                                     (int) now->distance.d);
      g_ptr_array_add (texts, label);
      line->label = label;
      line->values = values + chart.n_lines * days->len;
      for (guint d = 0; d < days->len; d++)
        {
          g_autoptr (GArray) then
              = trama_finding_distances_at (method, evaluation->version, evaluation->subject,
                                            g_array_index (days, gint32, d), G_MAXINT32);

          for (guint k = 0; k < then->len; k++)
            {
              const TramaOutcomeDistance *distance = &g_array_index (then, TramaOutcomeDistance, k);

              if (distance->type == now->type && distance->distance.d > 0)
                values[chart.n_lines * days->len + d] = trama_ratio_value (distance->distance);
            }
        }
      chart.n_lines++;
    }
  return chart.n_lines > 0 ? trama_series_chart_new (&chart, style, place->width, place->height)
                           : NULL;
}

/* Matrix. */

static TramaMatrixCell
matrix_cell (const TramaEvaluation *evaluation, const TramaCriterion *criterion)
{
  const TramaCriterionResult *result
      = criterion != NULL ? find_result (evaluation, criterion) : NULL;
  const TramaReading *reading = result != NULL ? &result->reading : NULL;
  TramaMatrixCell cell = { .kind = TRAMA_MATRIX_NO_CELL };

  if (reading == NULL)
    return cell;
  cell.record = rating_record (reading);
  if (!trama_reading_is_known (reading))
    {
      cell.kind = TRAMA_MATRIX_UNKNOWN;
      cell.text = "–";
    }
  else if (reading->figure != NULL && reading->figure->known)
    {
      cell.kind = reading->figure->low.n > 0 ? TRAMA_MATRIX_VALUE : TRAMA_MATRIX_UNUSED;
      cell.value = trama_ratio_value (reading->figure->low);
    }
  else if (trama_ratio_value (reading->value) <= 0)
    {
      cell.kind = TRAMA_MATRIX_UNUSED;
      cell.text = _ ("absent");
    }
  else
    {
      cell.kind = TRAMA_MATRIX_VALUE;
      cell.value = MAX (reading->ratings != NULL ? reading->ratings->len : 0, 1);
      cell.text = reading->ratings != NULL && reading->ratings->len > 1 ? NULL : _ ("present");
    }
  return cell;
}

static void
fill_heads (GPtrArray *groups, TramaMatrixHead *heads)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const TramaMethodGroup *group = groups->pdata[i];
      const char *title = trama_method_text (group->title);

      /* A short id stands in bold before the title, once. */
      heads[i].label = title;
      if (strlen (group->id) <= 3)
        heads[i].code = group->id;
      if (g_str_has_prefix (title, group->id) && title[strlen (group->id)] == ' ')
        heads[i].label = title + strlen (group->id) + 1;
    }
}

static TramaScene *
matrix_new (const TramaEvaluation *evaluation, const TramaFigureWords *words,
            const TramaChartStyle *style, const TramaFigurePlace *place)
{
  const TramaMethod *method = evaluation->method;
  guint n_rows = method->rows->len, n_columns = method->columns->len;
  g_autofree TramaMatrixHead *rows = g_new0 (TramaMatrixHead, n_rows + 1);
  g_autofree TramaMatrixHead *columns = g_new0 (TramaMatrixHead, n_columns + 1);
  g_autofree TramaMatrixCell *cells = g_new0 (TramaMatrixCell, n_rows * n_columns + 1);
  TramaMatrixChart chart = {
    .frame = trama_figure_frame (words, place),
    .rows = rows,
    .n_rows = n_rows,
    .columns = columns,
    .n_columns = n_columns,
    .cells = cells,
  };

  fill_heads (method->rows, rows);
  fill_heads (method->columns, columns);
  for (guint i = 0; i < n_rows; i++)
    for (guint k = 0; k < n_columns; k++)
      cells[i * n_columns + k] = matrix_cell (
          evaluation, find_in_both (method->rows->pdata[i], method->columns->pdata[k]));
  return trama_matrix_chart_new (&chart, style, place->width, place->height);
}

/* Map. */

/* The mean over the axis's criteria; those not known could be anything on their scale. */
static void
axis_range (const TramaEvaluation *evaluation, const TramaMethodGroup *axis, double range[2])
{
  double low = 0, high = 0;
  guint known = 0;

  for (guint i = 0; i < axis->criteria->len; i++)
    {
      const TramaCriterion *criterion = axis->criteria->pdata[i];
      const TramaCriterionResult *result = find_result (evaluation, criterion);

      if (result != NULL && trama_reading_is_known (&result->reading)
          && result->reading.value.d > 0)
        {
          low += trama_ratio_value (result->reading.value);
          high += trama_ratio_value (result->reading.value);
          known++;
        }
      else
        {
          low += trama_criterion_least (criterion);
          high += trama_criterion_greatest (criterion);
        }
    }
  range[0] = known > 0 ? low / axis->criteria->len : NAN;
  range[1] = known > 0 ? high / axis->criteria->len : NAN;
}

static void
place_point (const TramaEvaluation *evaluation, const char *label, gboolean is_main,
             TramaPlanePoint *point)
{
  const TramaMethod *method = evaluation->method;

  point->record = evaluation->subject;
  point->label = label;
  point->main = is_main;
  axis_range (evaluation, method->axes->pdata[0], point->x);
  axis_range (evaluation, method->axes->pdata[1], point->y);
}

static TramaScene *
map_new (const TramaEvaluation *evaluation, const char *subject, const TramaMethodBeside *beside,
         guint n_beside, const TramaFigureWords *words, const TramaChartStyle *style,
         const TramaFigurePlace *place)
{
  const TramaMethod *method = evaluation->method;
  g_autofree TramaPlanePoint *points = g_new0 (TramaPlanePoint, n_beside + 1);
  Scale scale;
  TramaPlaneChart chart = {
    .frame = trama_figure_frame (words, place),
    .points = points,
    .n_points = n_beside + 1,
    .x_title = trama_method_text (((const TramaMethodGroup *) method->axes->pdata[0])->title),
    .y_title = trama_method_text (((const TramaMethodGroup *) method->axes->pdata[1])->title),
  };

  find_scale (method, &scale);
  chart.maximum = scale.greatest;
  g_strfreev (scale.levels);
  place_point (evaluation, subject, TRUE, &points[0]);
  for (guint i = 0; i < n_beside; i++)
    place_point (beside[i].evaluation, beside[i].name, FALSE, &points[i + 1]);
  return trama_plane_chart_new (&chart, style, place->width, place->height);
}

TramaScene *
trama_method_figure_new (const TramaEvaluation *evaluation, const char *subject,
                         const TramaMethodBeside *beside, guint n_beside,
                         const TramaChartStyle *style, const TramaFigurePlace *place)
{
  g_auto (TramaFigureWords) words = { NULL };

  g_return_val_if_fail (evaluation != NULL && style != NULL && place != NULL, NULL);

  trama_method_figure_words (evaluation, &words);
  switch (trama_method_figure_kind (evaluation))
    {
    case TRAMA_METHOD_FIGURE_PROFILE:
    case TRAMA_METHOD_FIGURE_LEVELS:
      return profile_new (evaluation, subject, n_beside > 0 ? &beside[0] : NULL, &words, style,
                          place);
    case TRAMA_METHOD_FIGURE_DISTANCES:
      return distances_new (evaluation, &words, style, place);
    case TRAMA_METHOD_FIGURE_MATRIX:
      return matrix_new (evaluation, &words, style, place);
    case TRAMA_METHOD_FIGURE_MAP:
      return map_new (evaluation, subject, beside, n_beside, &words, style, place);
    case TRAMA_METHOD_FIGURE_NONE:
    default:
      return NULL;
    }
}
