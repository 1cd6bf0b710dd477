/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-evaluation-print.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_QUESTIONS 5

/* Text in a column of @width, wide and combining characters allowed for. */
static void
print_cell (const char *text, int width)
{
  int used = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      used += g_unichar_iswide (c) ? 2 : g_unichar_iszerowidth (c) ? 0 : 1;
    }
  g_print ("%s%*s", text, MAX (width - used, 0) + 2, "");
}

/* "Agrees" and "Against" where the criteria are set beside a profile. */
static const char *
label_of (const TramaEvaluation *evaluation, const TramaCriterionResult *result)
{
  const TramaFinding *finding = evaluation->finding;

  if (evaluation->method->scoring == TRAMA_SCORING_MATRIX)
    return result->verdict == TRAMA_VERDICT_MET ? _ ("At work") : _ ("Absent");
  if (finding == NULL || finding->nearest == NULL
      || trama_outcome_type_expects (finding->nearest, result->criterion) == NULL
      || !trama_reading_is_known (&result->reading))
    return trama_criterion_result_verdict_label (result);
  return result->verdict == TRAMA_VERDICT_MET ? _ ("Agrees") : _ ("Against");
}

static void
print_result (const TramaEvaluation *evaluation, const TramaCriterionResult *result)
{
  gboolean is_cell = evaluation->method->scoring == TRAMA_SCORING_MATRIX;
  g_autofree char *number = is_cell ? g_strdup_printf ("%-6s", result->criterion->id)
                                    : g_strdup_printf ("%2u", result->criterion->number);
  g_autofree char *prose = trama_criterion_result_to_prose (result);

  g_print ("  %s  ", number);
  print_cell (trama_method_text (result->criterion->title), 40);
  print_cell (label_of (evaluation, result), 16);
  print_cell (result->grade != 0 ? trama_grade_id ((TramaGrade) result->grade) : "–", 1);
  g_print ("%s\n", prose);
}

static void
print_list (const char *label, GPtrArray *criteria)
{
  if (criteria->len == 0)
    return;
  g_print ("  %s ", label);
  for (guint i = 0; i < criteria->len; i++)
    g_print ("%s%s", i > 0 ? ", " : "",
             trama_method_text (((TramaCriterion *) g_ptr_array_index (criteria, i))->title));
  g_print ("\n");
}

static void
print_advice (GPtrArray *list, const char *label)
{
  for (guint i = 0; i < list->len; i++)
    {
      const TramaAdvice *advice = g_ptr_array_index (list, i);
      const char *title = advice->title != NULL ? trama_method_text (advice->title) : label;

      g_print ("  %s%s%s\n", title != NULL ? title : "", title != NULL ? ": " : "",
               trama_method_text (advice->text));
    }
}

static void
print_finding (const TramaFinding *finding)
{
  g_autofree char *answer = trama_finding_to_prose (finding);
  g_autofree char *distance = trama_finding_distance_to_prose (finding);

  if (answer != NULL)
    g_print ("  %s%s%s%s\n", answer, distance != NULL ? " (" : "", distance != NULL ? distance : "",
             distance != NULL ? ")" : "");
  if (finding->override != NULL)
    g_print (_ ("  Set by hand, for this reason: %s. The rule itself says: %s.\n"),
             finding->override_reason,
             finding->computed != NULL ? trama_method_text (finding->computed->title)
                                       : _ ("cannot be judged"));
  if (finding->moving_to != NULL)
    {
      g_autofree char *day = trama_date_to_prose (trama_date_from_day (finding->moving_since));

      g_print (_ ("  Since %s moving to: %s\n"), day,
               trama_method_text (finding->moving_to->title));
    }
  print_list (_ ("Against it:"), finding->against);
  print_list (_ ("Not rated, and would decide:"), finding->would_decide);
  print_advice (finding->warnings, _ ("Beware"));
}

static void
print_age (const TramaEvaluation *evaluation)
{
  if (evaluation->age_months >= 0)
    g_print (g_dngettext (GETTEXT_PACKAGE, "%d month since it was formed",
                          "%d months since it was formed", (gulong) evaluation->age_months),
             evaluation->age_months);
  else
    g_print ("%s", _ ("not formed yet, or not known when"));
  g_print ("\n");
}

static void
print_questions (const TramaEvaluation *evaluation)
{
  g_autoptr (GPtrArray) questions = trama_evaluation_questions (evaluation, N_QUESTIONS);

  if (questions->len > 0)
    g_print ("\n%s\n", _ ("Questions that would settle most:"));
  for (guint i = 0; i < questions->len; i++)
    g_print ("  %u  %s\n", i + 1, ((TramaQuestion *) g_ptr_array_index (questions, i))->text);
}

void
trama_evaluation_print (const TramaEvaluation *evaluation)
{
  g_autofree char *name = trama_version_describe_id (evaluation->version, evaluation->subject);
  g_autofree char *score = trama_evaluation_to_prose (evaluation);
  guint of = 0;
  guint late = trama_evaluation_n_late (evaluation, &of);
  guint actions = trama_evaluation_n_actions (evaluation);

  if (evaluation->finding == NULL || evaluation->finding->answer == TRAMA_ANSWER_NONE)
    g_print ("\n%s: %s\n", name, score);
  else
    g_print ("\n%s\n", name);
  if (evaluation->finding != NULL)
    print_finding (evaluation->finding);
  if (trama_method_subject_kind (evaluation->method) == TRAMA_KIND_PROGRAMME)
    print_age (evaluation);
  g_print ("\n");
  for (guint i = 0; i < evaluation->results->len; i++)
    {
      const TramaCriterionResult *result = g_ptr_array_index (evaluation->results, i);

      /* Of a matrix only what is known: most of it never is. */
      if (evaluation->method->scoring != TRAMA_SCORING_MATRIX
          || result->verdict != TRAMA_VERDICT_UNKNOWN)
        print_result (evaluation, result);
    }
  if (evaluation->finding != NULL && evaluation->finding->advice->len > 0)
    {
      g_print ("\n");
      print_advice (evaluation->finding->advice, NULL);
    }
  if (of > 0 && actions > 0)
    {
      g_print ("\n");
      g_print (g_dngettext (GETTEXT_PACKAGE, "%u distinct action carries the score; ",
                            "%u distinct actions carry the score; ", actions),
               actions);
      g_print (_ ("%u of the %u records behind it were entered more than 60 days late.\n"), late,
               of);
    }
  print_questions (evaluation);
}

void
trama_evaluation_print_heading (TramaMethod *method, gint32 as_of)
{
  g_autofree char *day = trama_date_to_prose (trama_date_from_day (as_of));
  g_autofree char *source = trama_source_to_prose (&method->source);

  g_print (_ ("%s (version %s), as of %s\n"), trama_method_text (method->title), method->version,
           day);
  g_print (_ ("Modelled on %s. Basis of the wording and the thresholds: %s.\n"), source,
           trama_method_text (method->basis));
}

void
trama_evaluation_print_cohort (TramaMethod *method, const TramaCohort *cohort)
{
  if (method->history == NULL)
    return;
  g_print ("\n");
  g_print (g_dngettext (GETTEXT_PACKAGE,
                        "Of %u programme between %d and %d months old, %u met at least four "
                        "criteria and %u at least six.\n",
                        "Of %u programmes between %d and %d months old, %u met at least four "
                        "criteria and %u at least six.\n",
                        cohort->n),
           cohort->n, cohort->band_from, cohort->band_to, cohort->at_least_4, cohort->at_least_6);
  g_print (_ ("History only: %s\n"), trama_method_text (method->history));
}

void
trama_evaluation_print_verdicts (const TramaMethod *method, const TramaCase *a_case)
{
  for (guint i = 0; i < a_case->verdicts->len; i++)
    {
      const TramaCaseVerdict *verdict = g_ptr_array_index (a_case->verdicts, i);
      const TramaOutcomeType *type;

      if (strcmp (verdict->method, method->id) != 0 || verdict->outcome == NULL)
        continue;
      type = trama_method_outcome (method, verdict->outcome);
      g_print (_ ("The document itself on %s: %s (%s)\n"), verdict->subject->name,
               type != NULL ? trama_method_text (type->title) : verdict->outcome, verdict->place);
    }
}
