/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-command-evaluate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-case.h"
#include "trama-command-common.h"
#include "trama-command-list.h"
#include "trama-command.h"
#include "trama-evaluation-json.h"
#include "trama-evaluation-print.h"

/* A FILE, or a case of the library. */
typedef struct
{
  TramaStoreFile *file;
  TramaVersion *version; /* borrowed */
  const TramaCase *a_case;
} Input;

static void
input_clear (Input *input)
{
  g_clear_pointer (&input->file, trama_store_file_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Input, input_clear)

static gboolean
open_input (Input *input, const char *path, const char *case_id)
{
  if (case_id == NULL)
    {
      input->file = trama_command_read (path);
      input->version = input->file != NULL ? input->file->version : NULL;
      return input->version != NULL;
    }
  input->a_case = trama_cases_find (case_id);
  if (input->a_case == NULL)
    {
      g_autofree char *cases = trama_command_case_ids ();

      trama_command_complain (_ ("--case: found “%s”, expected one of: %s"), case_id, cases);
      return FALSE;
    }
  input->version = input->a_case->version;
  return TRUE;
}

/* The records asked for: a subject of a case by its id there, else as anywhere. */
static GPtrArray *
find_subjects (const Input *input, TramaMethod *method, const char *wanted, gboolean programme)
{
  const TramaCaseSubject *subject
      = input->a_case != NULL && wanted != NULL ? trama_case_subject (input->a_case, wanted) : NULL;
  TramaKind kind = trama_method_subject_kind (method);
  GPtrArray *found;

  if (programme && kind != TRAMA_KIND_PROGRAMME)
    {
      trama_command_complain (_ ("--programme: this method judges records of the kind “%s”; "
                                 "use --subject"),
                              method->subject);
      return NULL;
    }
  if (subject == NULL || subject->kind != kind)
    return trama_command_subjects (input->version, kind, programme ? "programme" : "subject",
                                   wanted);
  found = g_ptr_array_new ();
  g_ptr_array_add (found, (gpointer) trama_version_find (input->version, kind, subject->record));
  return found;
}

static gboolean
is_scored_by_cohort (TramaMethod *method)
{
  return method->scoring == TRAMA_SCORING_CRITERIA && method->history != NULL
         && trama_method_subject_kind (method) == TRAMA_KIND_PROGRAMME;
}

static int
evaluate (const Input *input, TramaMethod *method, const char *wanted, gboolean programme,
          gint32 as_of, gboolean json)
{
  g_autoptr (GPtrArray) subjects = find_subjects (input, method, wanted, programme);
  g_autoptr (TramaCohort) cohort = NULL;
  g_autoptr (GPtrArray) evaluations
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_evaluation_free);

  if (subjects == NULL)
    return TRAMA_EXIT_INPUT;
  for (guint i = 0; i < subjects->len; i++)
    g_ptr_array_add (evaluations,
                     trama_evaluation_new (method, input->version,
                                           ((TramaRecord *) g_ptr_array_index (subjects, i))->id,
                                           as_of, G_MAXINT32));
  if (is_scored_by_cohort (method))
    cohort = trama_cohort_new (method, input->version, as_of);
  if (json)
    {
      g_autofree char *text = trama_evaluations_to_json (method, as_of, evaluations, cohort);

      g_print ("%s\n", text);
      return TRAMA_EXIT_DONE;
    }
  trama_evaluation_print_heading (method, as_of);
  if (evaluations->len == 0)
    g_print (_ ("\nThere is nothing of the kind “%s” here to evaluate.\n"), method->subject);
  for (guint i = 0; i < evaluations->len; i++)
    trama_evaluation_print (g_ptr_array_index (evaluations, i));
  if (cohort != NULL)
    trama_evaluation_print_cohort (method, cohort);
  if (input->a_case != NULL)
    trama_evaluation_print_verdicts (method, input->a_case);
  return TRAMA_EXIT_DONE;
}

#define SHOWN_PROBLEMS 100

/* A method file of the user's own: read as strictly as the built-in ones. */
static TramaMethod *
read_method (const char *path)
{
  g_autoptr (TramaProblems) problems = trama_problems_new (SHOWN_PROBLEMS);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  TramaMethod *method;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &error))
    {
      trama_command_complain ("--method: %s", error->message);
      return NULL;
    }
  method = trama_method_parse (path, text, length, problems);
  for (guint i = 0; i < trama_problems_n_kept (problems); i++)
    {
      g_autofree char *line = trama_problem_to_text (trama_problems_get (problems, i));

      trama_command_complain ("%s", line);
    }
  return method;
}

/* A built-in method by its id, or a file by its name. (transfer full) */
static TramaMethod *
find_method (const char *name)
{
  TramaMethod *method = trama_methods_find (name);
  g_autofree char *methods = NULL;

  if (method != NULL)
    return trama_method_ref (method);
  if (g_str_has_suffix (name, ".json"))
    return read_method (name);
  methods = trama_command_method_ids ();
  trama_command_complain (_ ("--method: found “%s”, expected a method file or one of: %s"), name,
                          methods);
  return NULL;
}

int
trama_command_evaluate (int argc, char **argv)
{
  g_autofree char *method_id = NULL;
  g_autofree char *programme = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *case_id = NULL;
  g_autofree char *date = NULL;
  gboolean json = FALSE;
  int status = TRAMA_EXIT_DONE;
  g_auto (Input) input = { 0 };
  g_autoptr (TramaMethod) method = NULL;
  gint32 as_of;
  const GOptionEntry options[] = {
    { "method", 'm', 0, G_OPTION_ARG_STRING, &method_id,
      N_ ("The method, by id or as a method file; profo if not given"), N_ ("METHOD") },
    { "case", 'c', 0, G_OPTION_ARG_STRING, &case_id, N_ ("A case of the library instead of a file"),
      N_ ("CASE") },
    { "subject", 's', 0, G_OPTION_ARG_STRING, &subject,
      N_ ("Only this cluster, firm, programme …, by id or name"), N_ ("SUBJECT") },
    { "programme", 'p', 0, G_OPTION_ARG_STRING, &programme,
      N_ ("Only this programme, by id or name"), N_ ("PROGRAMME") },
    { "as-of", 'a', 0, G_OPTION_ARG_STRING, &date,
      N_ ("As of this day; today if not given, or the end of a case’s year"), N_ ("YYYY-MM-DD") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_ ("[FILE]"));

  g_option_context_set_summary (
      context, _ ("Evaluates what a method judges in a portfolio, or a case of the library."));
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (!trama_command_parse (context, &argc, &argv, &status))
    return status;
  if (argc > 2 || (argc == 2) == (case_id != NULL))
    return trama_command_misused ("evaluate", "%s",
                                  argc < 2   ? _ ("a FILE is needed, or --case CASE")
                                  : argc > 2 ? _ ("one FILE at a time")
                                             : _ ("either a FILE or --case, not both"));
  if (programme != NULL && subject != NULL)
    return trama_command_misused ("evaluate", "%s",
                                  _ ("either --subject or --programme, not both"));
  if (date != NULL && !trama_command_as_of (date, &as_of))
    return TRAMA_EXIT_USAGE;
  method = find_method (method_id != NULL ? method_id : "profo");
  if (method == NULL)
    return TRAMA_EXIT_INPUT;
  if (!open_input (&input, argv[1], case_id))
    return TRAMA_EXIT_INPUT;
  if (date == NULL)
    as_of = input.a_case != NULL ? trama_case_day (input.a_case) : trama_day_today ();
  return evaluate (&input, method, programme != NULL ? programme : subject, programme != NULL,
                   as_of, json);
}
