/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-problem.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (trama-error-quark, trama_error)

struct _TramaProblems
{
  GPtrArray *kept;
  guint keep;
  guint count;
  TramaProblem *last; /* one that is not kept, until the next one comes */
};

TramaProblem *
trama_problem_new (const char *message)
{
  TramaProblem *problem = g_new0 (TramaProblem, 1);

  problem->message = g_strdup (message);
  return problem;
}

void
trama_problem_free (TramaProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->file);
  g_free (problem->record_name);
  g_free (problem->field);
  g_free (problem->found);
  g_free (problem->expected);
  g_free (problem->message);
  g_free (problem);
}

void
trama_problem_set_record (TramaProblem *problem, TramaId id, const char *kind, const char *title)
{
  g_return_if_fail (problem != NULL);

  problem->record = id;
  g_free (problem->record_name);
  if (kind != NULL && title != NULL && g_utf8_validate (title, -1, NULL))
    problem->record_name = g_strdup_printf ("%s “%s”", kind, title);
  else
    problem->record_name = g_strdup (kind);
}

static void
append_place (const TramaProblem *problem, GString *text)
{
  if (problem->file != NULL)
    g_string_append (text, problem->file);
  if (problem->line > 0)
    {
      if (text->len > 0)
        g_string_append_c (text, ':');
      else
        g_string_append_printf (text, "%s ", _ ("line"));
      g_string_append_printf (text, "%u", problem->line);
    }
  if (text->len > 0)
    g_string_append (text, ": ");
}

static void
append_record (const TramaProblem *problem, GString *text)
{
  char id[TRAMA_ID_LENGTH + 1];

  if (problem->record_name != NULL)
    g_string_append (text, problem->record_name);
  if (!trama_id_is_none (problem->record))
    {
      trama_id_to_text (problem->record, id);
      g_string_append_printf (text, problem->record_name != NULL ? " (%s)" : "%s", id);
    }
  if (problem->field != NULL)
    {
      if (problem->record_name != NULL || !trama_id_is_none (problem->record))
        g_string_append (text, ", ");
      g_string_append (text, problem->field);
    }
  if (problem->record_name != NULL || problem->field != NULL || !trama_id_is_none (problem->record))
    g_string_append (text, ": ");
}

char *
trama_problem_to_text (const TramaProblem *problem)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (problem != NULL, NULL);

  append_place (problem, text);
  append_record (problem, text);
  g_string_append (text, problem->message != NULL ? problem->message : _ ("not as expected"));
  if (problem->found != NULL)
    /* Translators: what was found in a file, cut short where it is long */
    g_string_append_printf (text, _ ("; found %s"), problem->found);
  if (problem->expected != NULL)
    g_string_append_printf (text, _ ("; expected %s"), problem->expected);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

TramaProblems *
trama_problems_new (guint keep)
{
  TramaProblems *problems = g_new0 (TramaProblems, 1);

  problems->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_problem_free);
  problems->keep = keep;
  return problems;
}

void
trama_problems_free (TramaProblems *problems)
{
  if (problems == NULL)
    return;
  g_ptr_array_unref (problems->kept);
  trama_problem_free (problems->last);
  g_free (problems);
}

void
trama_problems_add (TramaProblems *problems, TramaProblem *problem)
{
  g_return_if_fail (problems != NULL && problem != NULL);

  problems->count++;
  g_clear_pointer (&problems->last, trama_problem_free);
  if (problems->kept->len < problems->keep)
    g_ptr_array_add (problems->kept, problem);
  else
    problems->last = problem;
}

void
trama_problems_move (TramaProblems *to, TramaProblems *from)
{
  g_return_if_fail (to != NULL && from != NULL && to != from);

  to->count += from->count - from->kept->len;
  while (from->kept->len > 0)
    trama_problems_add (to, g_ptr_array_steal_index (from->kept, 0));
  from->count = 0;
}

guint
trama_problems_count (const TramaProblems *problems)
{
  return problems != NULL ? problems->count : 0;
}

guint
trama_problems_n_kept (const TramaProblems *problems)
{
  return problems != NULL ? problems->kept->len : 0;
}

const TramaProblem *
trama_problems_get (const TramaProblems *problems, guint index)
{
  g_return_val_if_fail (problems != NULL && index < problems->kept->len, NULL);

  return g_ptr_array_index (problems->kept, index);
}

GError *
trama_problems_to_error (const TramaProblems *problems)
{
  g_autofree char *first = NULL;
  guint others;

  if (trama_problems_n_kept (problems) == 0)
    return NULL;
  first = trama_problem_to_text (trama_problems_get (problems, 0));
  others = problems->count - 1;
  if (others == 0)
    return g_error_new_literal (TRAMA_ERROR, TRAMA_ERROR_INPUT, first);
  return g_error_new (TRAMA_ERROR, TRAMA_ERROR_INPUT,
                      g_dngettext (GETTEXT_PACKAGE, "%s (and %u more problem)",
                                   "%s (and %u more problems)", others),
                      first, others);
}
