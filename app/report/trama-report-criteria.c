/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The criteria, each with its verdict, figure, what was needed, grade and evidence. */

#include <glib/gi18n-lib.h>

#include "trama-report-maker.h"

#define CHANGE_MONTHS 6
#define MOST_QUESTIONS 5

static TramaPageText *
say_finding (TramaReportMaker *maker)
{
  const TramaEvaluation *evaluation = maker->evaluation;
  g_autofree char *met = NULL;
  g_autofree char *not_met = NULL;
  g_autofree char *unknown = NULL;

  met = evaluation->met == 0 ? g_strdup (_ ("No criterion is met"))
        : evaluation->weak > 0
            ? g_strdup_printf (
                  g_dngettext (GETTEXT_PACKAGE, "%u criterion is met, %u on weak evidence",
                               "%u criteria are met, %u of them on weak evidence", evaluation->met),
                  evaluation->met, evaluation->weak)
            : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u criterion is met",
                                            "%u criteria are met", evaluation->met),
                               evaluation->met);
  not_met = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u is not", "%u are not", evaluation->not_met),
      evaluation->not_met);
  if (evaluation->unknown == 0 && evaluation->not_met == 0)
    return trama_page_text_new (met);
  if (evaluation->unknown == 0)
    /* Translators: how many criteria are met; how many are not, or how many cannot be judged */
    return trama_page_text_new_printf (C_ ("criteria", "%s; %s"), met, not_met);
  unknown = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u cannot be judged",
                                          "%u cannot be judged", evaluation->unknown),
                             evaluation->unknown);
  if (evaluation->not_met == 0)
    return trama_page_text_new_printf (C_ ("criteria", "%s; %s"), met, unknown);
  /* Translators: how many criteria are met; how many are not; how many cannot be judged */
  return trama_page_text_new_printf (C_ ("criteria", "%s; %s, %s"), met, not_met, unknown);
}

/* The verdict as part of a sentence; the marks beside it are the same everywhere. */
static const char *
verdict_words (const TramaCriterionResult *result)
{
  switch (result->verdict)
    {
    case TRAMA_VERDICT_MET:
      return result->weak ? _ ("met, weak") : _ ("met");
    case TRAMA_VERDICT_NOT_MET:
      return _ ("not met");
    case TRAMA_VERDICT_NOT_APPLICABLE:
      return _ ("does not apply");
    case TRAMA_VERDICT_UNKNOWN:
    default:
      return result->reason == TRAMA_REASON_TOO_EARLY ? _ ("too early") : _ ("cannot be judged");
    }
}

static gboolean
is_nothing (const TramaFigure *figure)
{
  return figure->low.n == 0 && figure->high.n == 0;
}

/* Of several figures each share says of what, and so does each that is none. (transfer full) */
static char *
figure_words (const TramaFigureUse *use, gboolean several)
{
  const TramaMeasure *measure = use->figure->measure;
  g_autofree char *prose = trama_figure_to_prose (use->figure);
  gboolean counted = measure->unit == TRAMA_UNIT_COUNT || measure->unit == TRAMA_UNIT_MONTHS;

  if (counted ? !is_nothing (use->figure) : !several)
    return g_steal_pointer (&prose);
  /* Translators: a measure, and its figure: "Members that paid: 18 of 20 owner groups" */
  return g_strdup_printf (C_ ("figure", "%s: %s"), g_dgettext (GETTEXT_PACKAGE, measure->title),
                          prose);
}

/* Every figure that the rule compares, and what came of it, with its evidence. */
static TramaPageText *
figures_text (TramaReportMaker *maker, const TramaCriterionResult *result)
{
  TramaPageText *text = trama_page_text_new (NULL);
  gboolean open
      = result->verdict == TRAMA_VERDICT_UNKNOWN || result->verdict == TRAMA_VERDICT_NOT_APPLICABLE;
  guint n = 0, n_known = 0;

  if (open)
    {
      g_autofree char *why = trama_criterion_result_reason_to_prose (result);

      trama_page_text_append (text, why);
    }
  for (guint i = 0; i < result->figures->len; i++)
    {
      const TramaFigureUse *use = result->figures->pdata[i];
      g_autofree char *words = figure_words (use, result->figures->len > 1);

      /* A rule of alternatives shows the one that decided. */
      if (result->figures->len > 1 && result->verdict == TRAMA_VERDICT_MET
          && use->holds != TRAMA_YES)
        continue;
      if (!use->figure->known)
        continue;
      n_known++;
      /* While it is open, what is not there yet needs no row of noughts. */
      if (open && is_nothing (use->figure))
        continue;
      trama_page_text_append (text, n > 0 ? "; " : open ? " (" : "");
      trama_page_text_append (text, words);
      trama_report_notes_cite_figure (maker->notes, text, use->figure);
      n++;
    }
  if (open && n > 0)
    trama_page_text_append (text, ")");
  else if (open && n_known > 0 && result->verdict == TRAMA_VERDICT_UNKNOWN)
    {
      trama_page_text_append (text, " ");
      /* Translators: no figure of the criterion has anything to count up to now */
      trama_page_text_append (text, _ ("(nothing counts so far)"));
    }
  return text;
}

static char *
needed_text (const TramaCriterionResult *result)
{
  const TramaFigureUse *use;

  if (result->verdict == TRAMA_VERDICT_NOT_APPLICABLE || result->figures->len == 0)
    return NULL;
  use = result->figures->pdata[result->deciding];
  return trama_figure_use_needed (use);
}

static TramaPageTable *
criteria_table (TramaReportMaker *maker, const TramaEvaluation *evaluation)
{
  static const TramaPageColumn columns[] = {
    { .title = N_ ("Head"), .second = TRUE },
    { .align = TRAMA_PAGE_ALIGN_END, .width = 11 },
    { .title = N_ ("Criterion"), .bold = TRUE, .width = 79 },
    { .title = N_ ("Verdict"), .width = 60 },
    { .title = N_ ("Figure and evidence") },
    { .title = N_ ("Needed"), .width = 47 },
    { .title = N_ ("Grade"), .align = TRAMA_PAGE_ALIGN_END, .bold = TRUE, .width = 22 },
  };
  TramaPageTable *table = trama_report_table_new (columns, G_N_ELEMENTS (columns));
  const char *head = NULL;

  trama_page_table_set_loose (table, TRUE);
  for (guint i = 0; i < evaluation->results->len; i++)
    {
      const TramaCriterionResult *result = evaluation->results->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", result->criterion->number);
      g_autofree char *needed = needed_text (result);
      gboolean same = g_strcmp0 (head, result->criterion->head) == 0;

      head = result->criterion->head;
      trama_page_table_begin_row (table, TRAMA_PAGE_ROW_NORMAL);
      trama_page_table_add_cell (table, same ? NULL : trama_method_text (head));
      trama_page_table_add_cell (table, number);
      trama_page_table_add_cell (table, trama_method_text (result->criterion->title));
      trama_page_table_add_verdict (table, trama_report_verdict (result), verdict_words (result));
      trama_page_table_take_cell (table, figures_text (maker, result));
      trama_page_table_add_cell (table, needed);
      trama_page_table_add_cell (
          table, result->grade != 0 ? trama_grade_id ((TramaGrade) result->grade) : "–");
    }
  return table;
}

static TramaPageBlock *
tabulate_criteria (TramaReportMaker *maker)
{
  g_autofree char *day = trama_report_day (maker->as_of);
  g_autofree char *title = g_strdup_printf (_ ("The criteria as of %s"), day);

  return trama_page_block_new_table (criteria_table (maker, maker->evaluation), title,
                                     _ ("Figures within the rule’s window; numbers lead to the "
                                        "evidence; A document, B two parties, "
                                        "C one party, D manager’s estimate"),
                                     NULL);
}

/* Translators: a criterion of the second list, and its verdict: "Credit: not met" */
static char *
named_verdict (const TramaCriterionResult *result)
{
  return g_strdup_printf (C_ ("criteria", "%s: %s"), trama_method_text (result->criterion->title),
                          verdict_words (result));
}

static char *
second_title (TramaReportMaker *maker)
{
  g_autofree char *score = trama_evaluation_to_prose (maker->results);
  g_autofree char *source = trama_source_to_prose (&maker->results->method->source);

  /* Translators: where the list was printed, and "6 of 8 criteria met" */
  return g_strdup_printf (_ ("A second list, printed in %s: %s"), source, score);
}

/* The verdicts of the second list in two columns, the first half at the left. */
static TramaPageBlock *
tabulate_second_list (TramaReportMaker *maker)
{
  static const TramaPageColumn columns[] = { { .width = 0 }, { .width = 0 } };
  TramaPageTable *table = trama_report_table_new (columns, G_N_ELEMENTS (columns));
  const GPtrArray *results = maker->results->results;
  guint half = (results->len + 1) / 2;
  g_autofree char *title = second_title (maker);

  for (guint i = 0; i < half; i++)
    {
      trama_page_table_begin_row (table, TRAMA_PAGE_ROW_NORMAL);
      for (guint k = i; k < results->len; k += half)
        {
          g_autofree char *words = named_verdict (results->pdata[k]);

          trama_page_table_add_verdict (table, trama_report_verdict (results->pdata[k]), words);
        }
    }
  return trama_page_block_new_table (table, title, NULL, NULL);
}

static TramaPageBlock *
tabulate_second_figures (TramaReportMaker *maker)
{
  static const TramaPageColumn columns[] = {
    { .title = N_ ("Printed there") },
    { .title = N_ ("Figure and evidence") },
    { .title = N_ ("Needed"), .width = 54 },
    { .title = N_ ("Grade"), .align = TRAMA_PAGE_ALIGN_END, .bold = TRUE, .width = 24 },
  };
  TramaPageTable *table = trama_report_table_new (columns, G_N_ELEMENTS (columns));
  const GPtrArray *results = maker->results->results;
  g_autofree char *title = second_title (maker);

  for (guint i = 0; i < results->len; i++)
    {
      const TramaCriterionResult *result = results->pdata[i];
      g_autofree char *words = named_verdict (result);
      g_autofree char *needed = needed_text (result);

      trama_page_table_begin_row (table, TRAMA_PAGE_ROW_NORMAL);
      trama_page_table_add_verdict (table, trama_report_verdict (result), words);
      trama_page_table_take_cell (table, figures_text (maker, result));
      trama_page_table_add_cell (table, needed);
      trama_page_table_add_cell (
          table, result->grade != 0 ? trama_grade_id ((TramaGrade) result->grade) : "–");
    }
  return trama_page_block_new_table (
      table, title, _ ("The words of the list are the document’s, the rules are this program’s"),
      NULL);
}

/* Whose words all rules are; NULL: not of one. */
static const char *
common_basis (const GPtrArray *criteria)
{
  const char *basis = NULL;

  for (guint i = 0; i < criteria->len; i++)
    {
      const TramaCriterion *criterion = criteria->pdata[i];

      if (i > 0 && g_strcmp0 (basis, criterion->basis) != 0)
        return NULL;
      basis = criterion->basis;
    }
  return trama_method_text (basis);
}

static TramaPageBlock *
tabulate_rules (TramaReportMaker *maker)
{
  static const TramaPageColumn columns[] = {
    { .align = TRAMA_PAGE_ALIGN_END, .width = 11 },
    { .title = N_ ("Criterion"), .bold = TRUE, .width = 84 },
    { .title = N_ ("Met when") },
    { .title = N_ ("Modelled on"), .second = TRUE, .width = 96 },
    { .title = N_ ("Wording"), .second = TRUE, .width = 44 },
  };
  const GPtrArray *criteria = maker->evaluation->method->criteria;
  const char *basis = common_basis (criteria);
  TramaPageTable *table
      = trama_report_table_new (columns, G_N_ELEMENTS (columns) - (basis != NULL ? 1 : 0));
  g_autofree char *subtitle
      = basis != NULL ? g_strdup_printf (_ ("Wording and thresholds of all of them: %s"), basis)
                      : NULL;

  trama_page_table_set_loose (table, TRUE);
  for (guint i = 0; i < criteria->len; i++)
    {
      const TramaCriterion *criterion = criteria->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", criterion->number);
      g_autofree char *place
          = criterion->source.document != NULL
                ? g_strdup_printf (C_ ("source", "%s, %s"), criterion->source.document,
                                   trama_method_text (criterion->source.place))
                : NULL;

      trama_page_table_begin_row (table, TRAMA_PAGE_ROW_NORMAL);
      trama_page_table_add_cell (table, number);
      trama_page_table_add_cell (table, trama_method_text (criterion->title));
      trama_page_table_add_cell (table, trama_method_text (criterion->text));
      trama_page_table_add_cell (table, place);
      if (basis == NULL)
        trama_page_table_add_cell (table, trama_method_text (criterion->basis));
    }
  return trama_page_block_new_table (table, _ ("The rules, in words"), subtitle, NULL);
}

static TramaPageText *
say_score (TramaReportMaker *maker)
{
  g_autofree char *score = trama_evaluation_to_prose (maker->evaluation);
  g_autofree char *stop = g_strdup_printf ("%s.", score);
  guint of = 0;
  guint late = trama_evaluation_n_late (maker->evaluation, &of);
  guint actions = trama_evaluation_n_actions (maker->evaluation);
  TramaPageText *text = trama_page_text_new_bold (stop);

  trama_report_append (
      text,
      actions == 0
          ? g_strdup (_ ("No action carries it yet."))
          : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u distinct action carries the score.",
                                          "%u distinct actions carry the score.", actions),
                             actions));
  if (of == 0)
    return text;
  trama_report_append (
      text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "Of its %u record %u came more than 60 days late.",
                                          "Of its %u records %u came more than 60 days late.", of),
                             of, late));
  return text;
}

/* Criteria that one reason keeps from a verdict. */
typedef struct
{
  char *why;
  gboolean applies;
  GString *names;
} Unjudged;

static void
unjudged_clear (gpointer data)
{
  Unjudged *unjudged = data;

  g_free (unjudged->why);
  g_string_free (unjudged->names, TRUE);
}

static void
add_unjudged (GArray *groups, const TramaCriterionResult *result)
{
  g_autofree char *why = trama_criterion_result_reason_to_prose (result);
  gboolean applies = result->verdict == TRAMA_VERDICT_UNKNOWN;
  Unjudged *group = NULL;

  for (guint i = 0; i < groups->len && group == NULL; i++)
    {
      Unjudged *other = &g_array_index (groups, Unjudged, i);

      if (other->applies == applies && g_str_equal (other->why, why))
        group = other;
    }
  if (group == NULL)
    {
      Unjudged fresh = { g_steal_pointer (&why), applies, g_string_new (NULL) };

      g_array_append_val (groups, fresh);
      group = &g_array_index (groups, Unjudged, groups->len - 1);
    }
  g_string_append_printf (group->names, "%s%u %s", group->names->len > 0 ? ", " : "",
                          result->criterion->number, trama_method_text (result->criterion->title));
}

static void
list_unjudged (TramaReportMaker *maker, GPtrArray *texts)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (Unjudged));

  g_array_set_clear_func (groups, unjudged_clear);
  for (guint i = 0; i < maker->evaluation->results->len; i++)
    {
      const TramaCriterionResult *result = maker->evaluation->results->pdata[i];

      if (result->verdict == TRAMA_VERDICT_UNKNOWN
          || result->verdict == TRAMA_VERDICT_NOT_APPLICABLE)
        add_unjudged (groups, result);
    }
  for (guint i = 0; i < groups->len; i++)
    {
      const Unjudged *group = &g_array_index (groups, Unjudged, i);
      g_autofree char *name = g_strdup_printf ("%s:", group->names->str);
      TramaPageText *text = trama_page_text_new_bold (name);

      trama_page_text_append (text, " ");
      if (!group->applies)
        {
          trama_page_text_append (text, _ ("does not apply"));
          trama_page_text_append (text, ", ");
        }
      trama_page_text_append (text, group->why);
      if (!g_str_has_suffix (group->why, "?") && !g_str_has_suffix (group->why, "."))
        trama_page_text_append (text, ".");
      g_ptr_array_add (texts, text);
    }
  if (texts->len == 0)
    g_ptr_array_add (texts, trama_page_text_new (_ ("Every criterion could be judged.")));
}

static void
list_questions (TramaReportMaker *maker, GPtrArray *texts)
{
  g_autoptr (GPtrArray) questions = trama_evaluation_questions (maker->evaluation, MOST_QUESTIONS);

  for (guint i = 0; i < questions->len; i++)
    {
      const TramaQuestion *question = questions->pdata[i];
      g_autoptr (GString) numbers = g_string_new (NULL);
      g_autofree char *which = NULL;
      TramaPageText *text = trama_page_text_new (question->text);

      for (guint k = 0; k < question->criteria->len; k++)
        g_string_append_printf (numbers, "%s%u", k > 0 ? ", " : "",
                                ((const TramaCriterion *) question->criteria->pdata[k])->number);
      which = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "(criterion %s)", "(criteria %s)", question->criteria->len),
          numbers->str);
      trama_page_text_append (text, " ");
      trama_page_text_append_styled (text, which, TRAMA_PAGE_TEXT_PLAIN, TRAMA_COLOUR_SECOND);
      g_ptr_array_add (texts, text);
    }
  if (texts->len == 0)
    g_ptr_array_add (texts,
                     trama_page_text_new (_ ("Nothing that is missing would change the score.")));
}

/* Verdicts that differ from those of half a year before, by the records as they are now. */
static TramaPageText *
say_changes (TramaReportMaker *maker)
{
  gint32 before = trama_day_add_months (maker->as_of, -CHANGE_MONTHS);
  g_autoptr (TramaEvaluation) then = NULL;
  g_autofree char *day = trama_report_day (before);
  g_autofree char *score_then = NULL;
  g_autofree char *score_now = trama_evaluation_to_prose (maker->evaluation);
  TramaPageText *text = trama_page_text_new (NULL);
  guint changed = 0;

  if (!trama_date_is_known (maker->programme->formed) || maker->programme->formed.last > before)
    {
      trama_page_text_append (text, _ ("The group is not yet half a year old."));
      return text;
    }
  then = trama_evaluation_new (maker->evaluation->method, maker->version,
                               maker->programme->record.id, before, G_MAXINT32);
  score_then = trama_evaluation_to_prose (then);
  trama_report_append (
      text, g_strdup_printf (_ ("On %s it was: %s. Now it is: %s."), day, score_then, score_now));
  for (guint i = 0; i < then->results->len; i++)
    {
      const TramaCriterionResult *old = then->results->pdata[i];
      const TramaCriterionResult *now = maker->evaluation->results->pdata[i];

      if (old->verdict == now->verdict && old->weak == now->weak)
        continue;
      changed++;
      /* Translators: a criterion's number and title, its verdict then and now */
      trama_report_append (text,
                           g_strdup_printf (_ ("%u %s: from “%s” to “%s”."), now->criterion->number,
                                            trama_method_text (now->criterion->title),
                                            verdict_words (old), verdict_words (now)));
    }
  if (changed == 0)
    trama_report_append (text, g_strdup (_ ("No verdict changed.")));
  return text;
}

static TramaPageText *
say_model (TramaReportMaker *maker)
{
  const TramaMethod *method = maker->evaluation->method;
  g_autofree char *source = trama_source_to_prose (&method->source);
  TramaPageText *text = trama_page_text_new (NULL);

  trama_report_append (
      text, g_strdup_printf (_ ("The list is modelled on %s, which names what its criteria "
                                "showed and does not print them. Wording and thresholds: %s."),
                             source, trama_method_text (method->basis)));
  if (method->history != NULL)
    {
      trama_report_append (text, g_strdup (_ ("History only:")));
      trama_report_append (text, g_strdup (trama_method_text (method->history)));
    }
  return text;
}

static TramaPageText *
say_cohort (TramaReportMaker *maker)
{
  const TramaCohort *cohort = trama_programme_dossier_cohort (maker->dossier);

  return trama_page_text_new_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "Of %u programme of this agency between %d and %d months old, %u met at least "
                   "four criteria and %u at least six: too few to compare with.",
                   "Of %u programmes of this agency between %d and %d months old, %u met at least "
                   "four criteria and %u at least six; counts, not percentages.",
                   cohort->n),
      cohort->n, cohort->band_from, cohort->band_to, cohort->at_least_4, cohort->at_least_6);
}

static TramaPageText *
say_method_text (TramaReportMaker *maker)
{
  const char *text = trama_method_text (maker->evaluation->method->text);

  return text != NULL ? trama_page_text_new (text) : NULL;
}

const TramaReportSentence trama_report_criteria_sentences[] = {
  { "criteria-finding", say_finding },
  { "score", say_score },
  { "changes", say_changes },
  { "model", say_model },
  { "cohort", say_cohort },
  { "method-text", say_method_text },
  { NULL, NULL },
};

const TramaReportListing trama_report_criteria_lists[] = {
  { "unjudged", list_unjudged },
  { "questions", list_questions },
  { NULL, NULL },
};

const TramaReportTabulation trama_report_criteria_tables[] = {
  { "criteria", tabulate_criteria },
  { "second-list", tabulate_second_list },
  { "second-list-figures", tabulate_second_figures },
  { "rules", tabulate_rules },
  { NULL, NULL },
};
