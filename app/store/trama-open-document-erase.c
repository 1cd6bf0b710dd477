/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Erasing is no step: the file is saved without the record at once, nothing of what was there is
 * kept, and then the document begins anew, without anything to undo.
 */
#include "trama-open-document-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TramaStoreFile *base;
  TramaVersion *version;
  GFile *place; /* NULL: in no file */
  TramaId id;
  GHashTable *gone;
  GStrv words;
  char *own_journal;
  TramaErasure *erasure;
  TramaStoreFile *saved;
  char *warning;
} Job;

static void
job_free (Job *job)
{
  trama_store_file_unref (job->base);
  trama_version_unref (job->version);
  g_clear_object (&job->place);
  g_hash_table_unref (job->gone);
  g_strfreev (job->words);
  g_free (job->own_journal);
  trama_erasure_free (job->erasure);
  trama_store_file_unref (job->saved);
  g_free (job->warning);
  g_free (job);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (job->place != NULL)
    {
      job->saved = trama_store_save (job->base, job->version, job->place, TRAMA_STORE_SAVE_FORGET,
                                     &job->warning, NULL, &error);
      if (job->saved == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      trama_erase_find_copies (job->base->document, job->id, job->place, job->erasure);
    }
  else
    job->saved = trama_store_file_new (job->version, job->base->document);
  trama_erase_state (job->base->document, job->id, job->gone, (const char *const *) job->words,
                     job->own_journal, job->erasure);
  trama_erase_find_mentions (job->version, (const char *const *) job->words, job->erasure);
  g_task_return_boolean (task, TRUE);
}

static void
on_done (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TramaOpenDocument *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  trama_open_document_set_flag (self, PROP_SAVING, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      trama_open_document_take_error (self, PROP_SAVE_ERROR, g_error_copy (error));
      g_task_return_error (task, error);
      return;
    }
  trama_open_document_take_recoveries (self, NULL);
  trama_open_document_take_file (self, g_steal_pointer (&job->saved));
  trama_open_document_take_warning (self, g_steal_pointer (&job->warning));
  trama_open_document_take_error (self, PROP_SAVE_ERROR, NULL);
  g_task_return_pointer (task, g_steal_pointer (&job->erasure),
                         (GDestroyNotify) trama_erasure_free);
}

void
trama_open_document_erase_async (TramaOpenDocument *self, TramaId id, GAsyncReadyCallback callback,
                                 gpointer data)
{
  g_autoptr (GTask) work = NULL;
  TramaVersion *version;
  const TramaRecord *record;
  GTask *task;
  Job *job;

  g_return_if_fail (TRAMA_IS_OPEN_DOCUMENT (self) && self->document != NULL);

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, trama_open_document_erase_async);
  version = trama_document_get_version (self->document);
  record = trama_version_find_among (version, TRAMA_ALL_KINDS, id);
  if (self->loading || self->saving || self->damaged || record == NULL
      || !trama_erasure_is_possible (trama_record_kind (record)))
    {
      g_task_return_new_error (task, TRAMA_ERROR, TRAMA_ERROR_INPUT, "%s",
                               record == NULL || self->damaged
                                   ? _ ("There is nothing here to be erased")
                                   : _ ("This cannot be erased now"));
      g_object_unref (task);
      return;
    }
  job = g_new0 (Job, 1);
  job->base = trama_store_file_ref (self->file);
  job->id = id;
  job->gone = g_hash_table_new_full (trama_id_hash_pointer, trama_id_equal_pointer, g_free, NULL);
  job->words = trama_erasure_words (record);
  job->version = trama_erase (version, id, trama_day_today (), self->author,
                              g_get_real_time () / G_USEC_PER_SEC,
                              trama_document_get_id_source (self->document), job->gone);
  g_set_object (&job->place, self->place);
  job->own_journal = trama_journal_dup_path (self->journal);
  job->erasure = trama_erasure_new ();
  trama_open_document_set_flag (self, PROP_SAVING, TRUE);
  work = g_task_new (NULL, NULL, on_done, task);
  g_task_set_task_data (work, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (work, run_job);
}

TramaErasure *
trama_open_document_erase_finish (TramaOpenDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
