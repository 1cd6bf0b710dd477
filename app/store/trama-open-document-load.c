/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-open-document-private.h"

#include <glib/gi18n-lib.h>

#include "trama-store-salvage.h"

#define PROGRESS_EVERY 100 /* milliseconds */

/* What the thread brings back. The document is let go in the main thread, whatever happens. */
typedef struct
{
  TramaOpenDocument *document;
  GFile *place;
  TramaProblems *problems;
  TramaStoreFile *file;
  GPtrArray *recoveries;
  gboolean read_only;
  gboolean damaged; /* take what is sound */
} Load;

static void
load_free (Load *load)
{
  g_assert (load->document == NULL);
  g_clear_object (&load->place);
  g_clear_pointer (&load->problems, trama_problems_free);
  g_clear_pointer (&load->file, trama_store_file_unref);
  g_clear_pointer (&load->recoveries, g_ptr_array_unref);
  g_free (load);
}

/* Those with something to recover: what fits the file first, then what does not. */
static GPtrArray *
find_recoveries (const TramaStoreFile *file)
{
  GPtrArray *all = trama_recovery_list (file->document);
  guint fitting = 0;

  for (guint i = 0; i < all->len;)
    {
      TramaRecovery *recovery = g_ptr_array_index (all, i);

      switch (trama_recovery_state (recovery, file, NULL))
        {
        case TRAMA_RECOVERY_NOTHING:
          trama_recovery_forget (recovery);
          g_ptr_array_remove_index (all, i);
          break;
        case TRAMA_RECOVERY_FITS:
          g_ptr_array_insert (all, (int) fitting++, g_ptr_array_steal_index (all, i++));
          break;
        case TRAMA_RECOVERY_ANOTHER_BASE:
        default:
          i++;
        }
    }
  return all;
}

static void
on_progress (double fraction, gpointer data)
{
  TramaOpenDocument *self = data;

  g_atomic_int_set (&self->thousandths, (int) (fraction * 1000));
}

static void
look_around (Load *load)
{
  load->recoveries = find_recoveries (load->file);
  load->read_only = trama_open_document_place_is_read_only (load->place);
}

static void
run_salvage (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Load *load = data;
  GError *error = NULL;

  /* Somebody may have mended it. */
  load->file = trama_store_read (load->place, NULL, on_progress, load->document, cancellable, NULL);
  if (load->file != NULL)
    {
      look_around (load);
      g_task_return_boolean (task, TRUE);
      return;
    }
  load->file = trama_store_salvage (load->place, load->problems, cancellable, &error);
  if (load->file == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  load->recoveries = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_recovery_free);
  load->read_only = TRUE;
  load->damaged = TRUE;
  g_task_return_boolean (task, TRUE);
}

static void
run_load (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Load *load = data;
  GError *error = NULL;

  load->file = trama_store_read (load->place, load->problems, on_progress, load->document,
                                 cancellable, &error);
  if (load->file == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  look_around (load);
  g_task_return_boolean (task, TRUE);
}

static gboolean
show_progress (gpointer data)
{
  trama_open_document_notify (data, PROP_PROGRESS);
  return G_SOURCE_CONTINUE;
}

static void
on_loaded (GObject *object, GAsyncResult *result, gpointer data)
{
  Load *load = g_task_get_task_data (G_TASK (result));
  g_autoptr (TramaOpenDocument) self = g_steal_pointer (&load->document);
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  g_clear_handle_id (&self->progress_timer, g_source_remove);
  g_clear_pointer (&self->problems, trama_problems_free);
  self->problems = g_steal_pointer (&load->problems);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      trama_open_document_take_file (self, g_steal_pointer (&load->file));
      trama_open_document_set_flag (self, PROP_DAMAGED, load->damaged);
      trama_open_document_set_flag (self, PROP_READ_ONLY, load->read_only);
      trama_open_document_take_recoveries (self, g_steal_pointer (&load->recoveries));
      trama_open_document_take_error (self, PROP_SAVE_ERROR, NULL);
      trama_open_document_take_warning (self, NULL);
    }
  trama_open_document_take_error (self, PROP_LOAD_ERROR,
                                  error != NULL ? g_error_copy (error) : NULL);
  trama_open_document_notify (self, PROP_PROGRESS);
  trama_open_document_set_flag (self, PROP_LOADING, FALSE);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
begin (TramaOpenDocument *self, GTaskThreadFunc run, GCancellable *cancellable,
       GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) work = NULL;
  GTask *task;
  Load *load;

  g_return_if_fail (TRAMA_IS_OPEN_DOCUMENT (self));
  g_return_if_fail (self->place != NULL);

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, trama_open_document_load_async);
  if (self->loading || self->saving)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING,
                               _ ("The file is being read or saved already"));
      g_object_unref (task);
      return;
    }
  load = g_new0 (Load, 1);
  load->document = g_object_ref (self);
  load->place = g_object_ref (self->place);
  load->problems = trama_problems_new (TRAMA_STORE_KEPT_PROBLEMS);
  g_atomic_int_set (&self->thousandths, 0);
  self->progress_timer = g_timeout_add (PROGRESS_EVERY, show_progress, self);
  trama_open_document_set_flag (self, PROP_LOADING, TRUE);
  work = g_task_new (NULL, cancellable, on_loaded, task);
  g_task_set_task_data (work, load, (GDestroyNotify) load_free);
  g_task_run_in_thread (work, run);
}

void
trama_open_document_load_async (TramaOpenDocument *self, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  begin (self, run_load, cancellable, callback, data);
}

void
trama_open_document_load_damaged_async (TramaOpenDocument *self, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer data)
{
  begin (self, run_salvage, cancellable, callback, data);
}

gboolean
trama_open_document_load_finish (TramaOpenDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
