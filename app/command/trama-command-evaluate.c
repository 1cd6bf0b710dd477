/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-command-evaluate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-command-common.h"
#include "trama-command.h"
#include "trama-evaluation-json.h"

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

static void
print_result (const TramaCriterionResult *result)
{
  g_autofree char *number = g_strdup_printf ("%2u", result->criterion->number);
  g_autofree char *prose = trama_criterion_result_to_prose (result);

  g_print ("  %s  ", number);
  print_cell (trama_method_text (result->criterion->title), 40);
  print_cell (trama_criterion_result_verdict_label (result), 16);
  print_cell (result->grade != 0 ? trama_grade_id ((TramaGrade) result->grade) : "–", 1);
  g_print ("%s\n", prose);
}

static void
print_evaluation (const TramaEvaluation *evaluation)
{
  g_autofree char *name = trama_version_describe_id (evaluation->version, evaluation->subject);
  g_autofree char *score = trama_evaluation_to_prose (evaluation);
  g_autoptr (GPtrArray) questions = trama_evaluation_questions (evaluation, N_QUESTIONS);
  guint of = 0;
  guint late = trama_evaluation_n_late (evaluation, &of);
  guint actions = trama_evaluation_n_actions (evaluation);

  g_print ("\n%s: %s\n", name, score);
  if (evaluation->age_months >= 0)
    g_print (g_dngettext (GETTEXT_PACKAGE, "%d month since it was formed",
                          "%d months since it was formed", (gulong) evaluation->age_months),
             evaluation->age_months);
  else
    g_print ("%s", _ ("not formed yet, or not known when"));
  g_print ("\n\n");
  for (guint i = 0; i < evaluation->results->len; i++)
    print_result (g_ptr_array_index (evaluation->results, i));
  if (of > 0)
    {
      g_print ("\n");
      g_print (g_dngettext (GETTEXT_PACKAGE, "%u distinct action carries the score; ",
                            "%u distinct actions carry the score; ", actions),
               actions);
      g_print (_ ("%u of the %u records behind it were entered more than 60 days late.\n"), late,
               of);
    }
  if (questions->len > 0)
    g_print ("\n%s\n", _ ("Questions that would settle most:"));
  for (guint i = 0; i < questions->len; i++)
    g_print ("  %u  %s\n", i + 1, ((TramaQuestion *) g_ptr_array_index (questions, i))->text);
}

static void
print_heading (TramaMethod *method, gint32 as_of)
{
  g_autofree char *day = trama_date_to_prose (trama_date_from_day (as_of));
  g_autofree char *source = trama_source_to_prose (&method->source);

  g_print (_ ("%s (version %s), as of %s\n"), trama_method_text (method->title), method->version,
           day);
  g_print (_ ("Modelled on %s. Basis of the wording and the thresholds: %s.\n"), source,
           trama_method_text (method->basis));
}

static void
print_cohort (TramaMethod *method, const TramaCohort *cohort)
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

static int
evaluate (const char *path, TramaMethod *method, const char *wanted, gint32 as_of, gboolean json)
{
  g_autoptr (TramaStoreFile) file = trama_command_read (path);
  g_autoptr (GPtrArray) programmes = NULL;
  g_autoptr (TramaCohort) cohort = NULL;
  g_autoptr (GPtrArray) evaluations
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_evaluation_free);

  if (file == NULL)
    return TRAMA_EXIT_INPUT;
  programmes = trama_command_programmes (file->version, wanted);
  if (programmes == NULL)
    return TRAMA_EXIT_INPUT;
  for (guint i = 0; i < programmes->len; i++)
    g_ptr_array_add (evaluations,
                     trama_evaluation_new (method, file->version,
                                           ((TramaRecord *) g_ptr_array_index (programmes, i))->id,
                                           as_of, G_MAXINT32));
  cohort = trama_cohort_new (method, file->version, as_of);
  if (json)
    {
      g_autofree char *text = trama_evaluations_to_json (method, as_of, evaluations, cohort);

      g_print ("%s\n", text);
      return TRAMA_EXIT_DONE;
    }
  print_heading (method, as_of);
  if (evaluations->len == 0)
    g_print ("\n%s\n", _ ("There is no programme in this portfolio to evaluate."));
  for (guint i = 0; i < evaluations->len; i++)
    print_evaluation (g_ptr_array_index (evaluations, i));
  print_cohort (method, cohort);
  return TRAMA_EXIT_DONE;
}

static char *
list_methods (void)
{
  GPtrArray *methods = trama_methods_built_in ();
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < methods->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            ((TramaMethod *) g_ptr_array_index (methods, i))->id);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

int
trama_command_evaluate (int argc, char **argv)
{
  g_autofree char *method_id = NULL;
  g_autofree char *programme = NULL;
  g_autofree char *date = NULL;
  gboolean json = FALSE;
  int status = TRAMA_EXIT_DONE;
  TramaMethod *method;
  gint32 as_of;
  const GOptionEntry options[] = {
    { "method", 'm', 0, G_OPTION_ARG_STRING, &method_id, N_ ("The method; profo if not given"),
      N_ ("METHOD") },
    { "programme", 'p', 0, G_OPTION_ARG_STRING, &programme,
      N_ ("Only this programme, by id or name"), N_ ("PROGRAMME") },
    { "as-of", 'a', 0, G_OPTION_ARG_STRING, &date, N_ ("As of this day; today if not given"),
      N_ ("YYYY-MM-DD") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_ ("FILE"));

  g_option_context_set_summary (context, _ ("Evaluates the programmes of a portfolio."));
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (!trama_command_parse (context, &argc, &argv, &status))
    return status;
  if (argc != 2)
    return trama_command_misused ("evaluate", "%s",
                                  argc < 2 ? _ ("a FILE is needed") : _ ("one FILE at a time"));
  method = trama_methods_find (method_id != NULL ? method_id : "profo");
  if (method == NULL)
    {
      g_autofree char *methods = list_methods ();

      return trama_command_misused ("evaluate", _ ("--method: found “%s”, expected one of: %s"),
                                    method_id, methods);
    }
  if (!trama_command_as_of (date, &as_of))
    return TRAMA_EXIT_USAGE;
  return evaluate (argv[1], method, programme, as_of, json);
}
