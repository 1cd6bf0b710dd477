/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue of a programme's charts, and those that follow its course over time. */
#include "trama-programme-charts.h"

#include <glib/gi18n-lib.h>

#include "trama-cohort-chart.h"
#include "trama-criteria-chart.h"
#include "trama-dots-chart.h"
#include "trama-joint-actions.h"
#include "trama-phases-chart.h"
#include "trama-programme-charts-private.h"
#include "trama-series-chart.h"
#include "trama-taper-chart.h"

#define PLANNED_MONTHS 36

void
trama_figure_words_clear (TramaFigureWords *words)
{
  g_clear_pointer (&words->title, g_free);
  g_clear_pointer (&words->subtitle, g_free);
}

TramaChartFrame
trama_figure_frame (const TramaFigureWords *words, const TramaFigurePlace *place)
{
  TramaChartFrame frame = { .number = place->number, .plot_top = place->plot_top };

  if (!place->without_heading)
    {
      frame.title = words->title;
      frame.subtitle = words->subtitle;
    }
  else
    frame.finding = words->title;
  return frame;
}

/* Criteria. */

static void
criteria_words (const TramaProgrammeSummary *summary, TramaFigureWords *words)
{
  const TramaEvaluation *evaluation = summary->evaluation;

  if (summary->trend->len == 0)
    words->title = g_strdup (_ ("Nothing to judge before the group is formed"));
  else if (evaluation->met == 0)
    words->title = evaluation->unknown > 0 ? g_strdup_printf (_ ("No criterion met, at most %u"),
                                                              trama_evaluation_at_most (evaluation))
                                           : g_strdup (_ ("No criterion met"));
  else if (evaluation->unknown > 0)
    words->title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u criterion met, at most %u",
                                                 "%u criteria met, at most %u", evaluation->met),
                                    evaluation->met, trama_evaluation_at_most (evaluation));
  else
    words->title = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u criterion met", "%u criteria met", evaluation->met),
        evaluation->met);
  words->subtitle = g_strdup_printf (_ ("Of %u, at each month’s end; hatched: cannot be judged"),
                                     evaluation->of);
}

static TramaScene *
criteria_new (const TramaProgrammeSummary *summary, const TramaFigureWords *words,
              const TramaChartStyle *style, const TramaFigurePlace *place)
{
  guint n = summary->trend->len;
  g_autofree TramaCriteriaMonth *months = g_new0 (TramaCriteriaMonth, MAX (n, 1));
  TramaCriteriaChart chart = {
    .frame = trama_figure_frame (words, place),
    .months = months,
    .n_months = n,
    .n_criteria = (int) summary->evaluation->method->criteria->len,
    .first_age = -1,
  };
  gboolean then_differs = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const TramaTrendPoint *point = &g_array_index (summary->trend, TramaTrendPoint, i);

      months[i] = (TramaCriteriaMonth) { point->day, (int) point->score.met,
                                         (int) (point->score.met + point->score.unknown),
                                         (int) point->met_as_known };
      then_differs = then_differs || point->met_as_known != point->score.met;
    }
  for (guint i = 0; i < n && !then_differs; i++)
    months[i].met_then = -1;
  return trama_criteria_chart_new (&chart, style, place->width, place->height);
}

/* Taper. */

static gboolean
post_has_ended (const TramaProgrammeSummary *summary)
{
  return trama_date_happened_by (summary->programme->post_ended, summary->as_of) == TRAMA_YES;
}

static void
taper_words (const TramaProgrammeSummary *summary, TramaFigureWords *words)
{
  double agreed, paid = trama_programme_summary_paid (summary, &agreed);

  if (isnan (paid))
    words->title = trama_programme_summary_hand_over (summary);
  else if (post_has_ended (summary))
    {
      g_autofree char *percent = trama_number_to_prose (paid * 100, 0, FALSE);

      words->title
          = g_strdup_printf (_ ("Firms paid %s%% of their manager when the post ended"), percent);
    }
  else
    {
      g_autofree char *percent = trama_number_to_prose (paid * 100, 0, FALSE);
      int behind;

      if (!trama_programme_summary_months_behind (summary, &behind) || behind == 0)
        words->title = g_strdup_printf (_ ("Firms pay %s%% of their manager, as agreed"), percent);
      else
        words->title = g_strdup_printf (
            behind > 0
                ? g_dngettext (GETTEXT_PACKAGE,
                               "Firms pay %s%% of their manager, %d month behind what was agreed",
                               "Firms pay %s%% of their manager, %d months behind what was agreed",
                               (gulong) behind)
                : g_dngettext (
                      GETTEXT_PACKAGE,
                      "Firms pay %s%% of their manager, %d month ahead of what was agreed",
                      "Firms pay %s%% of their manager, %d months ahead of what was agreed",
                      (gulong) -behind),
            percent, ABS (behind));
    }
  words->subtitle
      = g_strdup (summary->cost_share->example
                      ? _ ("Members’ cash in % of the manager’s pay due, mean of 3 closed months; "
                           "the agreed line is an example")
                      : _ ("Members’ cash in % of the manager’s pay due, mean of 3 closed months"));
}

static TramaScene *
taper_new (const TramaProgrammeSummary *summary, const TramaFigureWords *words,
           const TramaChartStyle *style, const TramaFigurePlace *place)
{
  const TramaCostShare *share = summary->cost_share;
  int last = share->months->len > 0
                 ? g_array_index (share->months, TramaCostShareMonth, share->months->len - 1).since
                 : 0;
  guint n = (guint) MAX (last, PLANNED_MONTHS + 1) + 2;
  g_autofree TramaTaperMonth *months = g_new (TramaTaperMonth, n);
  TramaContext context;
  TramaTaperChart chart = {
    .frame = trama_figure_frame (words, place),
    .appointed = summary->programme->appointed.last,
    .months = months,
    .dates = TRUE,
    .forecast = post_has_ended (summary) ? TRAMA_FORECAST_ENDED
                : share->not_on_course   ? TRAMA_FORECAST_NOT_ON_COURSE
                : share->has_forecast    ? TRAMA_FORECAST_RANGE
                                         : TRAMA_FORECAST_TOO_EARLY,
    .earliest = share->earliest,
    .latest = share->latest >= 240 ? INFINITY : share->latest,
    .ended = post_has_ended (summary) ? trama_programme_month_of_appointment (
                                            summary->programme, summary->programme->post_ended.last)
                                      : 0,
  };

  trama_context_init (&context, summary->version, summary->programme->record.id, summary->as_of);
  if (summary->month == 0)
    n = 0;
  for (guint i = 0; i < n; i++)
    months[i]
        = (TramaTaperMonth) { trama_ratio_value (trama_agreed_share (&context, (int) i + 1, NULL)),
                              NAN, NAN };
  for (guint i = 0; i < share->months->len; i++)
    {
      const TramaCostShareMonth *month = &g_array_index (share->months, TramaCostShareMonth, i);

      if (month->since < 1 || month->since > (int) n)
        continue;
      months[month->since - 1].paid = month->paid;
      months[month->since - 1].rolling = month->rolling;
      if (!isnan (month->rolling) && month->rolling >= 1.0 && chart.forecast == TRAMA_FORECAST_RANGE
          && share->latest <= summary->month)
        chart.forecast = TRAMA_FORECAST_REACHED;
    }
  chart.n_months = n;
  return trama_taper_chart_new (&chart, style, place->width, place->height);
}

/* Phases. */

typedef struct
{
  GArray *phases, *gates, *actions, *shocks;
  GPtrArray *texts;
} Course;

static const char *
keep_text (Course *course, char *text)
{
  g_ptr_array_add (course->texts, text);
  return text;
}

static void
add_gate (const TramaProgrammeSummary *summary, Course *course, TramaProgrammeGate gate,
          gint32 planned)
{
  TramaRecords decisions = TRAMA_REFERRING (summary->version, GATE_DECISION, TramaGateDecision,
                                            programme, summary->programme->record.id);
  const TramaGateDecision *passed = NULL;
  TramaGate mark = { .date = planned };

  for (guint i = 0; i < decisions.n; i++)
    {
      const TramaGateDecision *decision = (const TramaGateDecision *) decisions.records[i];

      if (decision->gate == (guint8) gate
          && trama_date_is_by (decision->date, summary->as_of) == TRAMA_YES)
        passed = decision;
    }
  if (passed != NULL)
    {
      g_autofree char *date = trama_date_to_prose (passed->date);

      mark.record = passed->record.id;
      mark.date = passed->date.last;
      mark.passed = TRUE;
      mark.label = keep_text (
          course, g_strdup_printf (_ ("%s passed %s"), trama_programme_gate_label (gate), date));
    }
  else
    mark.label = keep_text (
        course, g_strdup_printf (_ ("%s not yet passed"), trama_programme_gate_label (gate)));
  g_array_append_val (course->gates, mark);
}

static void
add_phases (const TramaProgrammeSummary *summary, Course *course)
{
  const TramaProgramme *programme = summary->programme;
  gint32 formed = trama_date_is_known (programme->formed) ? programme->formed.last : summary->as_of;
  gboolean appointed = trama_date_is_known (programme->appointed);
  gint32 start = appointed ? MAX (programme->appointed.last, formed + 1)
                           : MAX (trama_day_add_months (formed, 6), summary->as_of + 1);
  gint32 full = trama_day_add_months (start, PLANNED_MONTHS);
  gboolean ended = post_has_ended (summary);
  TramaPhase preparation = { programme->record.id, _ ("Preparation"), NULL, formed, start };
  TramaPhase consolidation = { programme->record.id, _ ("Consolidation"), NULL, start, full };
  TramaPhase independence = { programme->record.id, _ ("Independence"), NULL, full, 0 };

  if (ended)
    consolidation.end = independence.start = MAX (programme->post_ended.last, start + 1);
  if (summary->month > 0 && !ended)
    consolidation.progress = keep_text (
        course, g_strdup_printf (_ ("month %d of %d"), summary->month, PLANNED_MONTHS));
  independence.end = MAX (trama_day_add_months (independence.start, 6),
                          trama_day_add_months (summary->as_of, 3));
  g_array_append_val (course->phases, preparation);
  g_array_append_val (course->phases, consolidation);
  g_array_append_val (course->phases, independence);
  add_gate (summary, course, TRAMA_GATE_ENTRY, start);
  add_gate (summary, course, TRAMA_GATE_INDEPENDENCE, consolidation.end);
}

static void
add_events (const TramaProgrammeSummary *summary, Course *course)
{
  TramaRecords activities = TRAMA_REFERRING (summary->version, ACTIVITY, TramaActivity, programme,
                                             summary->programme->record.id);
  TramaRecords shocks
      = TRAMA_REFERRING (summary->version, SHOCK, TramaShock, cluster, summary->programme->cluster);
  TramaContext context;

  trama_context_init (&context, summary->version, summary->programme->record.id, summary->as_of);
  for (guint i = 0; i < activities.n; i++)
    {
      const TramaActivity *activity = (const TramaActivity *) activities.records[i];
      TramaReason reason = TRAMA_REASON_NONE;
      g_autofree char *note = NULL;
      TramaJointAction mark = { activity->record.id, activity->title, activity->date.last,
                                activity->learning == TRAMA_LEARNING_LEARNING };

      if (activity->learning == 0 || activity->date.last > summary->as_of
          || trama_joint_action_holds (&context, activity, 2, &reason, &note) != TRAMA_YES)
        continue;
      g_array_append_val (course->actions, mark);
    }
  for (guint i = 0; i < shocks.n && !trama_id_is_none (summary->programme->cluster); i++)
    {
      const TramaShock *shock = (const TramaShock *) shocks.records[i];
      g_autofree char *date = trama_date_to_prose (shock->date);
      TramaShockMark mark = { shock->record.id, NULL, shock->date.first };

      if (shock->date.first > summary->as_of || shock->date.last < summary->programme->formed.first)
        continue;
      mark.label = keep_text (course, g_strdup_printf (C_ ("shock", "%s: %s"), date, shock->title));
      g_array_append_val (course->shocks, mark);
    }
}

static void
course_init (const TramaProgrammeSummary *summary, Course *course)
{
  course->phases = g_array_new (FALSE, FALSE, sizeof (TramaPhase));
  course->gates = g_array_new (FALSE, FALSE, sizeof (TramaGate));
  course->actions = g_array_new (FALSE, FALSE, sizeof (TramaJointAction));
  course->shocks = g_array_new (FALSE, FALSE, sizeof (TramaShockMark));
  course->texts = g_ptr_array_new_with_free_func (g_free);
  add_phases (summary, course);
  add_events (summary, course);
}

static void
course_clear (Course *course)
{
  g_array_unref (course->phases);
  g_array_unref (course->gates);
  g_array_unref (course->actions);
  g_array_unref (course->shocks);
  g_ptr_array_unref (course->texts);
}

static TramaPhasesChart
course_chart (const TramaProgrammeSummary *summary, const Course *course)
{
  return (TramaPhasesChart) {
    .phases = (const TramaPhase *) (gpointer) course->phases->data,
    .n_phases = course->phases->len,
    .gates = (const TramaGate *) (gpointer) course->gates->data,
    .n_gates = course->gates->len,
    .actions = (const TramaJointAction *) (gpointer) course->actions->data,
    .n_actions = course->actions->len,
    .shocks = (const TramaShockMark *) (gpointer) course->shocks->data,
    .n_shocks = course->shocks->len,
    .as_of = summary->as_of,
  };
}

static void
phases_words (const TramaProgrammeSummary *summary, TramaFigureWords *words)
{
  switch (trama_programme_summary_phase (summary))
    {
    case TRAMA_PHASE_CONSOLIDATION:
      words->title = g_strdup_printf (_ ("Consolidation is in its month %d of %d"), summary->month,
                                      PLANNED_MONTHS);
      break;
    case TRAMA_PHASE_INDEPENDENCE:
      words->title = g_strdup (_ ("The group is on its own"));
      break;
    case TRAMA_PHASE_PREPARATION:
    default:
      words->title = g_strdup (_ ("The group is in preparation"));
      break;
    }
  words->subtitle
      = g_strdup (_ ("Phases, gates, shocks and joint actions (disc: learning; square: static)"));
}

static TramaScene *
phases_new (const TramaProgrammeSummary *summary, const TramaFigureWords *words,
            const TramaChartStyle *style, const TramaFigurePlace *place)
{
  Course course;
  TramaPhasesChart chart;
  TramaScene *scene;

  course_init (summary, &course);
  chart = course_chart (summary, &course);
  chart.frame = trama_figure_frame (words, place);
  scene = trama_phases_chart_new (&chart, style, place->width, place->height);
  course_clear (&course);
  return scene;
}

TramaScene *
trama_programme_phase_bar_new (const TramaProgrammeSummary *summary, const TramaChartStyle *style,
                               double width)
{
  Course course;
  TramaPhasesChart chart;
  TramaScene *scene;

  course_init (summary, &course);
  chart = course_chart (summary, &course);
  scene = trama_phases_chart_new_compact (&chart, style, width);
  course_clear (&course);
  return scene;
}

/* Cohort. */

static void
cohort_words (const TramaProgrammeSummary *summary, TramaFigureWords *words)
{
  guint n = summary->cohort->members->len;
  g_autofree char *score = trama_evaluation_to_prose (summary->evaluation);

  words->title = g_strdup_printf (_ ("%s: %s"), summary->programme->name, score);
  words->subtitle = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u programme: criteria met (dot), at most (bar), by months since formation",
                   "%u programmes: criteria met (dot), at most (bar), by months since formation",
                   n),
      n);
}

static TramaScene *
cohort_new (const TramaProgrammeSummary *summary, const TramaFigureWords *words,
            const TramaChartStyle *style, const TramaFigurePlace *place)
{
  guint n = summary->cohort->members->len;
  g_autofree TramaCohortProgramme *programmes = g_new0 (TramaCohortProgramme, MAX (n, 1));
  TramaCohortChart chart = {
    .frame = trama_figure_frame (words, place),
    .programmes = programmes,
    .n_programmes = n,
    .subject = G_MAXUINT,
    .n_criteria = (int) summary->evaluation->method->criteria->len,
    .aside = trama_method_text (summary->evaluation->method->history),
  };

  for (guint i = 0; i < n; i++)
    {
      const TramaCohortMember *member
          = &g_array_index (summary->cohort->members, TramaCohortMember, i);
      const TramaProgramme *programme
          = (const TramaProgramme *) TRAMA_FIND (summary->version, PROGRAMME, member->programme);

      programmes[i] = (TramaCohortProgramme) { member->programme, programme->name,
                                               member->age_months, (int) member->score.met,
                                               (int) (member->score.met + member->score.unknown) };
      if (trama_id_equal (member->programme, summary->programme->record.id))
        chart.subject = i;
    }
  return trama_cohort_chart_new (&chart, style, place->width, place->height);
}

/* Independence. */

static void
independence_words (const TramaProgrammeSummary *summary, TramaFigureWords *words)
{
  const TramaMemberNetwork *left = summary->independence->without_broker;

  words->title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Without the manager %u of %u firm would stay connected",
                   "Without the manager %u of %u firms would stay connected", left->members),
      left->largest, left->members);
  words->subtitle
      = g_strdup (_ ("Largest connected group in % of the members left, by month since formation"));
}

static TramaScene *
independence_new (const TramaProgrammeSummary *summary, const TramaFigureWords *words,
                  const TramaChartStyle *style, const TramaFigurePlace *place)
{
  GArray *line = summary->independence_line;
  guint n = line != NULL ? line->len : 0;
  g_autofree double *broker = g_new (double, MAX (n, 1));
  g_autofree double *owner = g_new (double, MAX (n, 1));
  g_autofree gint32 *dates = g_new (gint32, MAX (n, 1));
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *alone = NULL;
  g_autofree char *owner_name = NULL;
  g_autofree char *other_name = NULL;
  TramaSeriesLine lines[2] = { 0 };
  TramaSeriesChart chart = {
    .frame = trama_figure_frame (words, place),
    .lines = lines,
    .n_lines = n > 0 ? 2 : 0,
    .n_points = n,
    .dates = dates,
    .percent = TRUE,
    .minimum = NAN,
    .maximum = NAN,
    .reference = NAN,
  };

  for (guint i = 0; i < n; i++)
    {
      const TramaIndependencePoint *point = &g_array_index (line, TramaIndependencePoint, i);

      dates[i] = point->day;
      broker[i] = point->members > 0 ? (double) point->largest_without / point->members : NAN;
      owner[i] = point->members_left > 0 ? (double) point->largest_left / point->members_left : NAN;
    }
  if (n > 0)
    {
      guint isolated = summary->independence->without_broker->n_isolated;
      g_autofree char *percent
          = trama_number_to_prose (isnan (broker[n - 1]) ? 0 : broker[n - 1] * 100, 0, FALSE);
      g_autofree char *other
          = trama_number_to_prose (isnan (owner[n - 1]) ? 0 : owner[n - 1] * 100, 0, FALSE);

      first = g_strdup_printf (_ ("%s%% without the manager"), percent);
      alone = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u alone", "%u alone", isolated),
                               isolated);
      owner_name = trama_version_describe_id (summary->version, summary->independence->owner);
      second = g_strdup_printf (_ ("%s%% without %s"), other, owner_name);
      other_name = g_strdup_printf (_ ("without %s"), owner_name);
    }
  lines[0] = (TramaSeriesLine) { summary->programme->record.id, first, alone, broker,
                                 _ ("without the manager") };
  lines[1] = (TramaSeriesLine) { summary->independence->owner, second, NULL, owner, other_name };
  return trama_series_chart_new (&chart, style, place->width, place->height);
}

/* The catalogue. */

static const struct
{
  const char *id;
  void (*words) (const TramaProgrammeSummary *summary, TramaFigureWords *words);
  TramaScene *(*make) (const TramaProgrammeSummary *summary, const TramaFigureWords *words,
                       const TramaChartStyle *style, const TramaFigurePlace *place);
} catalogue[] = {
  [TRAMA_PROGRAMME_CHART_PHASES] = { "phases", phases_words, phases_new },
  [TRAMA_PROGRAMME_CHART_CRITERIA] = { "criteria", criteria_words, criteria_new },
  [TRAMA_PROGRAMME_CHART_TAPER] = { "taper", taper_words, taper_new },
  [TRAMA_PROGRAMME_CHART_COHORT] = { "cohort", cohort_words, cohort_new },
  [TRAMA_PROGRAMME_CHART_INDEPENDENCE] = { "independence", independence_words, independence_new },
  [TRAMA_PROGRAMME_CHART_TIERS]
  = { "tiers", trama_programme_tiers_words, trama_programme_tiers_new },
  [TRAMA_PROGRAMME_CHART_ACTIVITIES]
  = { "activities", trama_programme_activities_words, trama_programme_activities_new },
  [TRAMA_PROGRAMME_CHART_PAYERS]
  = { "payers", trama_programme_payers_words, trama_programme_payers_new },
};

G_STATIC_ASSERT (G_N_ELEMENTS (catalogue) == TRAMA_N_PROGRAMME_CHARTS);

const char *
trama_programme_chart_id (TramaProgrammeChart chart)
{
  g_return_val_if_fail ((guint) chart < TRAMA_N_PROGRAMME_CHARTS, "");

  return catalogue[chart].id;
}

TramaProgrammeChart
trama_programme_chart_from_id (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (catalogue); i++)
    if (g_strcmp0 (catalogue[i].id, id) == 0)
      return (TramaProgrammeChart) i;
  return TRAMA_N_PROGRAMME_CHARTS;
}

void
trama_programme_chart_words (TramaProgrammeChart chart, const TramaProgrammeSummary *summary,
                             TramaFigureWords *words)
{
  g_return_if_fail ((guint) chart < TRAMA_N_PROGRAMME_CHARTS && summary != NULL && words != NULL);

  *words = (TramaFigureWords) { 0 };
  catalogue[chart].words (summary, words);
}

TramaScene *
trama_programme_chart_new (TramaProgrammeChart chart, const TramaProgrammeSummary *summary,
                           const TramaChartStyle *style, const TramaFigurePlace *place)
{
  g_auto (TramaFigureWords) words = { 0 };

  g_return_val_if_fail ((guint) chart < TRAMA_N_PROGRAMME_CHARTS && summary != NULL, NULL);

  catalogue[chart].words (summary, &words);
  return catalogue[chart].make (summary, &words, style, place);
}

double
trama_programme_chart_measure (TramaProgrammeChart chart, const TramaProgrammeSummary *summary,
                               const TramaChartStyle *style, const TramaFigurePlace *place)
{
  g_auto (TramaFigureWords) words = { 0 };
  TramaChartFrame frame;

  g_return_val_if_fail ((guint) chart < TRAMA_N_PROGRAMME_CHARTS && summary != NULL, 0);

  catalogue[chart].words (summary, &words);
  frame = trama_figure_frame (&words, place);
  return trama_chart_frame_measure (&frame, style, place->width);
}

TramaScene *
trama_figure_dots_new (const TramaFigureUse *use, const TramaChartStyle *style, double width)
{
  const TramaFigure *figure = use->figure;
  TramaDotsChart chart = { 0 };
  g_autofree char *needed = trama_figure_use_needed (use);

  if (!figure->known || use->rule->comparison != TRAMA_AT_LEAST)
    return NULL;
  if (figure->measure->unit == TRAMA_UNIT_SHARE && figure->low.d > 0 && figure->low.d <= 60
      && use->threshold.d > 0)
    {
      chart.total = (guint) figure->low.d;
      chart.count = (guint) figure->low.n;
      chart.needed
          = (guint) ((use->threshold.n * figure->low.d + use->threshold.d - 1) / use->threshold.d);
    }
  else if (figure->measure->unit == TRAMA_UNIT_COUNT && use->threshold.d == 1
           && figure->high.n <= 40)
    {
      chart.count = (guint) figure->low.n;
      chart.needed = (guint) use->threshold.n;
      chart.total = MAX (MAX (chart.count, (guint) figure->high.n), chart.needed);
    }
  else
    return NULL;
  chart.unknown = (guint) MAX (figure->high.n - figure->low.n, 0);
  chart.unknown = MIN (chart.unknown, chart.total - MIN (chart.count, chart.total));
  chart.needed_label = needed;
  return trama_dots_chart_new (&chart, style, width, 0);
}
