/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-effect.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TramaVersion *before;
  TramaVersion *after;
  GArray *records;
  TramaId programme;
  gint32 as_of;
} Job;

void
trama_effect_free (TramaEffect *effect)
{
  if (effect == NULL)
    return;
  g_free (effect->text);
  g_free (effect);
}

static void
job_free (Job *job)
{
  trama_version_unref (job->before);
  trama_version_unref (job->after);
  g_array_unref (job->records);
  g_free (job);
}

static gboolean
is_entered (const Job *job, TramaId id)
{
  for (guint i = 0; i < job->records->len; i++)
    if (trama_id_equal (g_array_index (job->records, TramaId, i), id))
      return TRUE;
  return FALSE;
}

/* The strongest part that what is entered plays in a criterion; NULL: none. */
static const TramaFigureRecord *
find_part (const Job *job, const TramaCriterionResult *result)
{
  const TramaFigureRecord *best = NULL;

  for (guint i = 0; i < result->figures->len; i++)
    {
      const TramaFigureUse *use = g_ptr_array_index (result->figures, i);

      for (guint j = 0; j < use->figure->records->len; j++)
        {
          const TramaFigureRecord *entry
              = &g_array_index (use->figure->records, TramaFigureRecord, j);

          if (is_entered (job, entry->record) && (best == NULL || entry->role < best->role))
            best = entry;
        }
    }
  return best;
}

static void
join (GString *list, const char *text)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", text);
}

/* In another thread. */
static TramaEffect *
compute (const Job *job)
{
  TramaMethod *method = trama_methods_find ("profo");
  g_autoptr (TramaEvaluation) before = NULL;
  g_autoptr (TramaEvaluation) after = NULL;
  g_autoptr (GString) turns = g_string_new (NULL);
  g_autoptr (GString) falls = g_string_new (NULL);
  g_autoptr (GString) counts = g_string_new (NULL);
  g_autofree char *open = NULL;
  TramaEffect *effect = g_new0 (TramaEffect, 1);

  before = trama_evaluation_new (method, job->before, job->programme, job->as_of, G_MAXINT32);
  after = trama_evaluation_new (method, job->after, job->programme, job->as_of, G_MAXINT32);
  for (guint i = 0; i < after->results->len; i++)
    {
      const TramaCriterionResult *now = g_ptr_array_index (after->results, i);
      const TramaCriterionResult *then = g_ptr_array_index (before->results, i);
      const char *title = trama_method_text (now->criterion->title);
      const TramaFigureRecord *part = find_part (job, now);

      if (now->verdict == TRAMA_VERDICT_MET && then->verdict != TRAMA_VERDICT_MET)
        join (turns, title);
      else if (now->verdict != TRAMA_VERDICT_MET && then->verdict == TRAMA_VERDICT_MET)
        join (falls, title);
      else if (part != NULL && part->role == TRAMA_ROLE_COUNTS)
        join (counts, title);
      else if (part != NULL && part->note != NULL && open == NULL)
        /* Translators: a criterion, and what is missing or in the way */
        open = g_strdup_printf (C_ ("not yet counting", "%s: %s"), title, part->note);
    }
  effect->counts = turns->len > 0 || counts->len > 0;
  effect->verdict = effect->counts   ? TRAMA_VERDICT_MET
                    : falls->len > 0 ? TRAMA_VERDICT_NOT_MET
                                     : TRAMA_VERDICT_UNKNOWN;
  if (turns->len > 0 && counts->len > 0)
    effect->text
        = g_strdup_printf (_ ("Turns to met: %s. Counts also for: %s."), turns->str, counts->str);
  else if (turns->len > 0)
    effect->text = g_strdup_printf (_ ("Turns to met: %s."), turns->str);
  else if (falls->len > 0)
    effect->text = g_strdup_printf (_ ("No longer met: %s."), falls->str);
  else if (counts->len > 0)
    effect->text = g_strdup_printf (_ ("Will count for: %s."), counts->str);
  else if (open != NULL)
    effect->text = g_strdup_printf (_ ("Does not count yet. %s"), open);
  else
    effect->text = g_strdup (_ ("Counts for no criterion; it stays on record all the same."));
  return effect;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TramaEffect *effect;

  if (g_task_return_error_if_cancelled (task))
    return;
  effect = compute (data);
  if (g_task_return_error_if_cancelled (task))
    trama_effect_free (effect);
  else
    g_task_return_pointer (task, effect, (GDestroyNotify) trama_effect_free);
}

void
trama_effect_compute_async (TramaVersion *before, TramaVersion *after, GArray *records,
                            TramaId programme, gint32 as_of, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  *job = (Job) { trama_version_ref (before), trama_version_ref (after), g_array_ref (records),
                 programme, as_of };
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run);
}

TramaEffect *
trama_effect_compute_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
