/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-journal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "trama-journal-text.h"
#include "trama-state-folder.h"
#include "trama-store-hash.h"
#include "trama-store-instance.h"
#include "trama-store-system.h"

/* Steps that follow each other closely are made durable together. */
#define SYNC_AFTER (300 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  TramaChangeSet *set;
  gboolean backwards;
} Step;

/* The file was about to hold @content, the base and its first @steps steps. */
typedef struct
{
  guint steps;
  guint64 content;
} Mark;

struct _TramaJournal
{
  GMutex mutex;
  TramaStoreFile *base;
  char *instance; /* the name of the file without its suffix */
  GArray *steps;  /* Step, all since the base */
  GArray *marks;  /* Mark, one for each save that began since then */
  char *path;     /* NULL: no file yet */
  int descriptor; /* −1: no file yet */
  gboolean broken; /* the file lacks a step */

  GThread *thread; /* makes steps durable; NULL until there is one */
  GCond wake;
  gboolean dirty; /* something was written that is not durable */
  gboolean ending;
  TramaJournalFailed failed;
  gpointer failed_data;
};

static void
step_clear (Step *step)
{
  trama_change_set_unref (step->set);
}

TramaJournal *
trama_journal_new (TramaStoreFile *base)
{
  TramaJournal *self = g_new0 (TramaJournal, 1);
  TramaIdSource ids;

  g_mutex_init (&self->mutex);
  g_cond_init (&self->wake);
  self->base = trama_store_file_ref (base);
  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (self->steps, (GDestroyNotify) step_clear);
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  self->descriptor = -1;
  trama_id_source_init_random (&ids);
  self->instance = trama_id_dup_text (trama_id_source_next (&ids));
  return self;
}

void
trama_journal_set_failed (TramaJournal *self, TramaJournalFailed failed, gpointer data)
{
  g_mutex_lock (&self->mutex);
  self->failed = failed;
  self->failed_data = data;
  g_mutex_unlock (&self->mutex);
}

static void
close_file (TramaJournal *self)
{
  if (self->descriptor >= 0)
    close (self->descriptor);
  self->descriptor = -1;
  g_clear_pointer (&self->path, g_free);
}

void
trama_journal_free (TramaJournal *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->mutex);
  self->ending = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->mutex);
  if (self->thread != NULL)
    g_thread_join (self->thread);
  close_file (self);
  trama_store_file_unref (self->base);
  g_array_unref (self->steps);
  g_array_unref (self->marks);
  g_free (self->instance);
  g_cond_clear (&self->wake);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static gboolean
fail_from_errno (GError **error, int number)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
               _ ("Changes cannot be written down for the case of a crash: %s. Save soon."),
               g_strerror (number));
  return FALSE;
}

gboolean
trama_journal_lock (int descriptor, const char *tag)
{
  /* A lock of the open file, not of the process: two documents of one program are told apart. */
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  if (fcntl (descriptor, F_OFD_SETLK, &lock) == 0)
    return TRUE;
  if (errno == EAGAIN || errno == EACCES)
    return FALSE;
  return tag == NULL || trama_store_instance_state (tag) != TRAMA_STORE_INSTANCE_ALIVE;
}

/* Making durable. */

static gboolean
make_durable (int descriptor, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int folder_descriptor;

  if (trama_store_system.fdatasync (descriptor) != 0)
    return fail_from_errno (error, errno);
  folder_descriptor = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder_descriptor >= 0)
    {
      fsync (folder_descriptor);
      close (folder_descriptor);
    }
  return TRUE;
}

/* Leaves the mutex while the disk works. */
static gboolean
sync_locked (TramaJournal *self, GError **error)
{
  g_autofree char *path = g_strdup (self->path);
  int descriptor;
  gboolean good;

  if (!self->dirty || self->descriptor < 0)
    return TRUE;
  descriptor = fcntl (self->descriptor, F_DUPFD_CLOEXEC, 0);
  if (descriptor < 0)
    return fail_from_errno (error, errno);
  self->dirty = FALSE;
  g_mutex_unlock (&self->mutex);
  good = make_durable (descriptor, path, error);
  close (descriptor);
  g_mutex_lock (&self->mutex);
  if (!good)
    self->broken = TRUE;
  return good;
}

static gpointer
run_thread (gpointer data)
{
  TramaJournal *self = data;

  g_mutex_lock (&self->mutex);
  while (!self->ending)
    {
      g_autoptr (GError) error = NULL;
      gint64 until;

      if (!self->dirty)
        {
          g_cond_wait (&self->wake, &self->mutex);
          continue;
        }
      until = g_get_monotonic_time () + SYNC_AFTER;
      while (!self->ending && g_cond_wait_until (&self->wake, &self->mutex, until))
        ;
      if (!sync_locked (self, &error) && self->failed != NULL)
        self->failed (error, self->failed_data);
    }
  sync_locked (self, NULL);
  g_mutex_unlock (&self->mutex);
  return NULL;
}

static void
wake_thread (TramaJournal *self)
{
  self->dirty = TRUE;
  if (self->thread == NULL)
    self->thread = g_thread_new ("journal", run_thread, self);
  g_cond_signal (&self->wake);
}

/* Writing. */

static void
append_text (GString *out, GString *text)
{
  trama_journal_append_entry (out, text->str, text->len);
  g_string_free (text, TRUE);
}

static GString *
mark_text (const Mark *mark)
{
  char name[TRAMA_STORE_HASH_LENGTH + 1];

  trama_store_hash_to_text (mark->content, name);
  return trama_journal_saved_text (name, mark->steps);
}

static GString *
everything (TramaJournal *self)
{
  g_autofree char *tag = trama_store_instance_tag ();
  g_autofree char *uri = self->base->place != NULL ? g_file_get_uri (self->base->place) : NULL;
  GString *out = g_string_new (NULL);
  char base[TRAMA_STORE_HASH_LENGTH + 1];

  trama_store_hash_to_text (self->base->content, base);
  append_text (out, trama_journal_header_text (self->base->document,
                                               self->base->content != 0 ? base : NULL, uri, tag,
                                               g_get_real_time () / G_USEC_PER_SEC));
  if (self->base->content == 0 && trama_version_size (self->base->version) > 0)
    append_text (out, trama_journal_start_text (self->base->version));
  for (guint i = 0; i < self->steps->len; i++)
    {
      const Step *step = &g_array_index (self->steps, Step, i);

      append_text (out, trama_journal_step_text (step->set, step->backwards));
    }
  for (guint i = 0; i < self->marks->len; i++)
    append_text (out, mark_text (&g_array_index (self->marks, Mark, i)));
  return out;
}

/* A new file with all there is; the one before stays until the new one is whole. */
static gboolean
write_anew (TramaJournal *self, GError **error)
{
  g_autofree char *folder = trama_state_folder_make (self->base->document, NULL, error);
  g_autofree char *file = g_strconcat (self->instance, TRAMA_JOURNAL_SUFFIX, NULL);
  g_autofree char *path = NULL;
  g_autofree char *half = NULL;
  GString *text;
  int descriptor, number;

  if (folder == NULL)
    return FALSE;
  path = g_build_filename (folder, file, NULL);
  half = g_strconcat (path, ".half", NULL);
  g_unlink (half);
  descriptor = trama_store_system.create (half, 0600);
  if (descriptor < 0)
    return fail_from_errno (error, errno);
  trama_journal_lock (descriptor, NULL);
  text = everything (self);
  if (!trama_store_system_write_all (descriptor, text->str, text->len)
      || trama_store_system.rename (half, path) != 0)
    {
      number = errno;
      close (descriptor);
      g_unlink (half);
      g_string_free (text, TRUE);
      return fail_from_errno (error, number);
    }
  g_string_free (text, TRUE);
  close_file (self);
  self->descriptor = descriptor;
  self->path = g_steal_pointer (&path);
  self->broken = FALSE;
  wake_thread (self);
  return TRUE;
}

/* @text is taken. */
static gboolean
write_entry (TramaJournal *self, GString *text, GError **error)
{
  g_autoptr (GString) entry = g_string_sized_new (text->len + 32);

  append_text (entry, text);
  if (!trama_store_system_write_all (self->descriptor, entry->str, entry->len))
    {
      self->broken = TRUE;
      return fail_from_errno (error, errno);
    }
  wake_thread (self);
  return TRUE;
}

gboolean
trama_journal_append (TramaJournal *self, TramaChangeSet *set, gboolean backwards, GError **error)
{
  Step step = { trama_change_set_ref (set), backwards };
  gboolean good;

  g_return_val_if_fail (self != NULL && set != NULL, FALSE);

  g_mutex_lock (&self->mutex);
  g_array_append_val (self->steps, step);
  good = self->descriptor < 0 || self->broken
             ? write_anew (self, error)
             : write_entry (self, trama_journal_step_text (set, backwards), error);
  g_mutex_unlock (&self->mutex);
  return good;
}

gboolean
trama_journal_sync (TramaJournal *self, GError **error)
{
  gboolean good;

  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_lock (&self->mutex);
  good = (!self->broken || write_anew (self, error)) && sync_locked (self, error);
  g_mutex_unlock (&self->mutex);
  return good;
}

guint
trama_journal_n_steps (TramaJournal *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->steps->len;
  g_mutex_unlock (&self->mutex);
  return n;
}

char *
trama_journal_dup_path (TramaJournal *self)
{
  char *path;

  g_mutex_lock (&self->mutex);
  path = g_strdup (self->path);
  g_mutex_unlock (&self->mutex);
  return path;
}

gboolean
trama_journal_note_save (TramaJournal *self, guint steps, guint64 content, GError **error)
{
  Mark mark = { steps, content };
  gboolean good = TRUE;

  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_lock (&self->mutex);
  if (self->steps->len > 0)
    {
      g_array_append_val (self->marks, mark);
      good = (self->descriptor < 0 || self->broken ? write_anew (self, error)
                                                   : write_entry (self, mark_text (&mark), error))
             && sync_locked (self, error);
    }
  g_mutex_unlock (&self->mutex);
  return good;
}

static void
remove_file (TramaJournal *self)
{
  if (self->path != NULL)
    g_unlink (self->path);
  close_file (self);
  self->dirty = FALSE;
  self->broken = FALSE;
}

gboolean
trama_journal_restart (TramaJournal *self, TramaStoreFile *base, guint steps, GError **error)
{
  gboolean good = TRUE;

  g_return_val_if_fail (self != NULL && base != NULL, FALSE);

  g_mutex_lock (&self->mutex);
  trama_store_file_ref (base);
  trama_store_file_unref (self->base);
  self->base = base;
  g_array_remove_range (self->steps, 0, MIN (steps, self->steps->len));
  g_array_set_size (self->marks, 0);
  if (self->steps->len == 0)
    remove_file (self);
  else
    good = write_anew (self, error);
  g_mutex_unlock (&self->mutex);
  return good;
}

void
trama_journal_discard (TramaJournal *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  g_array_set_size (self->steps, 0);
  g_array_set_size (self->marks, 0);
  remove_file (self);
  g_mutex_unlock (&self->mutex);
}
