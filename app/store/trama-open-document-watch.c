/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Noticing that others have changed the file. The monitor only says that something happened there;
 * whether that matters is looked up, a little later, in a thread. */
#include "trama-open-document-private.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHECK_AFTER 250 /* milliseconds; a save by others makes several events */

gboolean
trama_open_document_place_is_read_only (GFile *place)
{
  g_autofree char *path = g_file_get_path (place);
  g_autofree char *folder = NULL;

  if (path == NULL)
    return TRUE;
  folder = g_path_get_dirname (path);
  return faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) != 0
         || faccessat (AT_FDCWD, folder, W_OK, AT_EACCESS) != 0;
}

static gboolean
has_changed (const TramaStoreFile *file)
{
  g_autofree char *path = g_file_get_path (file->place);
  g_autofree char *text = NULL;
  TramaStoreStamp stamp;
  struct stat status;
  gsize length;

  if (path == NULL)
    return FALSE;
  if (stat (path, &status) != 0)
    return TRUE;
  stamp = trama_store_stamp_of (&status);
  if (trama_store_stamp_equal (&stamp, &file->stamp))
    return FALSE;
  return !g_file_get_contents (path, &text, &length, NULL)
         || trama_store_name_content (text, length) != file->content;
}

/* The thread never holds the document itself: it must not be the one to let it go. */
typedef struct
{
  TramaStoreFile *file;
  GWeakRef document;
} Check;

static void
check_free (Check *check)
{
  trama_store_file_unref (check->file);
  g_weak_ref_clear (&check->document);
  g_free (check);
}

static void
run_check (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (task, has_changed (((Check *) data)->file));
}

static void
on_checked (GObject *object, GAsyncResult *result, gpointer data)
{
  Check *check = g_task_get_task_data (G_TASK (result));
  g_autoptr (TramaOpenDocument) self = g_weak_ref_get (&check->document);

  /* What was looked at may have been replaced by a save of our own in the meantime. */
  if (self != NULL && check->file == self->file && !self->saving)
    trama_open_document_set_flag (self, PROP_CHANGED_OUTSIDE,
                                  g_task_propagate_boolean (G_TASK (result), NULL));
}

static gboolean
begin_check (gpointer data)
{
  TramaOpenDocument *self = data;
  g_autoptr (GTask) task = NULL;
  Check *check;

  if (self->saving || self->loading)
    return G_SOURCE_CONTINUE;
  self->check_timer = 0;
  check = g_new0 (Check, 1);
  check->file = trama_store_file_ref (self->file);
  g_weak_ref_init (&check->document, self);
  task = g_task_new (NULL, NULL, on_checked, NULL);
  g_task_set_task_data (task, check, (GDestroyNotify) check_free);
  g_task_run_in_thread (task, run_check);
  return G_SOURCE_REMOVE;
}

static void
on_event (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event,
          TramaOpenDocument *self)
{
  g_clear_handle_id (&self->check_timer, g_source_remove);
  self->check_timer = g_timeout_add (CHECK_AFTER, begin_check, self);
}

void
trama_open_document_unwatch (TramaOpenDocument *self)
{
  g_clear_handle_id (&self->check_timer, g_source_remove);
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
}

void
trama_open_document_watch (TramaOpenDocument *self)
{
  trama_open_document_unwatch (self);
  if (self->file->place == NULL)
    return;
  /* Where nothing can be watched, the check before each save is what is left. */
  self->monitor = g_file_monitor_file (self->file->place, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect (self->monitor, "changed", G_CALLBACK (on_event), self);
}
