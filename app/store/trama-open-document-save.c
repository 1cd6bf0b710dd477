/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-open-document-private.h"

#include <glib/gi18n-lib.h>

/* What was current when the save began. */
typedef struct
{
  TramaVersion *version;
  TramaJournal *journal;
  guint steps;         /* in the journal */
  guint session_steps; /* in this session */
} Save;

static void
save_free (Save *save)
{
  trama_version_unref (save->version);
  g_free (save);
}

/* In the thread that saves, which the task keeps the document and its journal alive for. */
static void
on_ready (guint64 content, gpointer data)
{
  Save *save = data;

  trama_journal_note_save (save->journal, save->steps, content, NULL);
}

static void
on_saved (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TramaOpenDocument *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);
  g_autofree char *warning = NULL;
  GError *journal_error = NULL;
  GError *error = NULL;
  TramaStoreFile *file = trama_store_save_finish (result, &warning, &error);

  if (file != NULL)
    {
      trama_open_document_keep_history (self, save->session_steps);
      trama_journal_restart (self->journal, file, save->steps, &journal_error);
      trama_open_document_take_saved (self, file);
      trama_open_document_take_error (self, PROP_JOURNAL_ERROR, journal_error);
      trama_document_mark_saved (self->document, save->version);
      trama_open_document_take_warning (self, g_steal_pointer (&warning));
    }
  else if (g_error_matches (error, TRAMA_ERROR, TRAMA_ERROR_CHANGED))
    trama_open_document_set_flag (self, PROP_CHANGED_OUTSIDE, TRUE);
  trama_open_document_take_error (self, PROP_SAVE_ERROR,
                                  error != NULL ? g_error_copy (error) : NULL);
  trama_open_document_set_flag (self, PROP_SAVING, FALSE);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
trama_open_document_save_async (TramaOpenDocument *self, GFile *place, TramaStoreSaveFlags flags,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer data)
{
  GTask *task;
  Save *save;

  g_return_if_fail (TRAMA_IS_OPEN_DOCUMENT (self));
  g_return_if_fail (self->document != NULL);
  g_return_if_fail (place != NULL || self->place != NULL);

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, trama_open_document_save_async);
  if (self->loading || self->saving)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING,
                               _ ("The file is being read or saved already"));
      g_object_unref (task);
      return;
    }
  if (self->damaged && (place == NULL || g_file_equal (place, self->place)))
    {
      g_task_return_new_error (task, TRAMA_ERROR, TRAMA_ERROR_SAVE,
                               _ ("This is what could be read of a damaged file. Save it under "
                                  "another name, so that the damaged one stays as it is."));
      g_object_unref (task);
      return;
    }
  save = g_new0 (Save, 1);
  save->version = trama_version_ref (trama_document_get_version (self->document));
  save->journal = self->journal;
  save->steps = trama_journal_n_steps (self->journal);
  save->session_steps = trama_history_size (self->session);
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);
  trama_open_document_set_flag (self, PROP_SAVING, TRUE);
  trama_store_save_async (self->file, save->version, place != NULL ? place : self->place, flags,
                          on_ready, save, cancellable, on_saved, task);
}

gboolean
trama_open_document_save_finish (TramaOpenDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
