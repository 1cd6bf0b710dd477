/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A save, step by step; docs/file-format.md says what it promises, and the tests try to break it.
 *
 *  1. The text is made in memory, read back and compared with the version.
 *  2. Symbolic links are followed, so that the link stays and its target is replaced.
 *  3. A file of our own in the same folder takes the text, and is made durable.
 *  4. What is at the place is compared with what was read: size, times, and where these differ,
 *     the content.
 *  5. What is there is copied to the state folder.
 *  6. Our file is renamed over it, and the folder is made durable.
 *  7. The file is read back and compared.
 */
#include "trama-store-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "trama-kept-version.h"
#include "trama-store-instance.h"
#include "trama-store-system.h"

#define LEFTOVER_PREFIX ".trama-save-"
#define LEFTOVER_AGE (24 * 3600) /* seconds; for those of other machines */
#define MAX_LINKS 40

typedef struct
{
  TramaStoreFile *base;
  TramaVersion *version;
  GFile *place;
  TramaStoreSaveFlags flags;
  TramaStoreSaveReady ready;
  gpointer ready_data;
  GCancellable *cancellable;

  char *name;   /* for messages */
  char *path;   /* the file to be replaced, links followed */
  char *folder; /* that it lies in */
  gboolean own; /* the place is the one of @base */
  GString *text;
  guint64 content;
  TramaStoreFile *back; /* @text, read back */
  char *written;        /* our file */
  gboolean exists;      /* there is something to replace */
  struct stat status;   /* of it */
  guint64 old_content;  /* its name */
  GString *warnings;
} Save;

static void
save_clear (Save *self)
{
  if (self->written != NULL)
    g_unlink (self->written);
  g_clear_pointer (&self->written, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->back, trama_store_file_unref);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  if (self->warnings != NULL)
    g_string_free (self->warnings, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Save, save_clear)

static void
warn (Save *self, const char *message)
{
  if (self->warnings->len > 0)
    g_string_append_c (self->warnings, '\n');
  g_string_append (self->warnings, message);
}

static gboolean
fail (Save *self, GError **error, const char *reason)
{
  g_set_error (error, TRAMA_ERROR, TRAMA_ERROR_SAVE, _ ("%s could not be saved: %s"), self->name,
               reason);
  return FALSE;
}

static gboolean
fail_from_errno (Save *self, GError **error, int number)
{
  g_autofree char *reason = NULL;

  switch (number)
    {
    case EACCES:
    case EPERM:
    case EROFS:
      reason = g_strdup_printf (_ ("the folder %s cannot be written to. Save it under another name "
                                   "or in another folder."),
                                self->folder);
      break;
    case ENOENT:
    case ENOTDIR:
      reason = g_strdup_printf (_ ("the folder %s is not there. Save it in another folder."),
                                self->folder);
      break;
    case ENOSPC:
    case EDQUOT:
      reason = g_strdup (_ ("there is no room left on the disk. The file is as it was."));
      break;
    default:
      reason = g_strdup_printf (_ ("%s. The file is as it was."), g_strerror (number));
    }
  return fail (self, error, reason);
}

static gboolean
make_text (Save *self, GError **error)
{
  g_autoptr (GError) failure = NULL;

  self->text = trama_store_write_text (self->base, self->version, &self->content);
  self->back = trama_store_read_text (self->text->str, self->text->len, NULL, NULL, NULL, NULL,
                                      self->cancellable, &failure);
  if (self->back == NULL && !g_error_matches (failure, TRAMA_ERROR, TRAMA_ERROR_INPUT))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (self->back == NULL || !trama_version_equal (self->back->version, self->version))
    {
      g_autofree char *reason = g_strdup_printf (
          _ ("what would be written cannot be read back (%s). The file is as it was."),
          failure != NULL ? failure->message : _ ("it would not be the same"));

      return fail (self, error, reason);
    }
  return TRUE;
}

/* Only the last part: the links of folders are followed by the system. */
static char *
follow_links (const char *path)
{
  char *current = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (current, NULL);
      g_autofree char *folder = NULL;

      if (target == NULL)
        return current;
      folder = g_path_get_dirname (current);
      g_free (current);
      current = g_path_is_absolute (target) ? g_steal_pointer (&target)
                                            : g_build_filename (folder, target, NULL);
    }
  g_free (current);
  return NULL;
}

static gboolean
find_place (Save *self, GError **error)
{
  g_autofree char *path = g_file_get_path (self->place);

  self->own = self->base->place != NULL && g_file_equal (self->base->place, self->place);
  if (path == NULL)
    return fail (
        self, error,
        _ ("a file can only be saved safely on this computer. Save it under another name."));
  self->path = follow_links (path);
  if (self->path == NULL)
    return fail (self, error, _ ("its symbolic links lead in a circle."));
  self->folder = g_path_get_dirname (self->path);
  return TRUE;
}

/* Looks at what is at the place now. */
static gboolean
look (Save *self, GError **error)
{
  self->exists = lstat (self->path, &self->status) == 0;
  if (!self->exists && errno != ENOENT)
    return fail_from_errno (self, error, errno);
  if (self->exists && !S_ISREG (self->status.st_mode))
    return fail (self, error, _ ("there is something that is no ordinary file."));
  /* The same file by another way. */
  if (self->exists && self->base->stamp.known && self->status.st_dev == self->base->stamp.device
      && self->status.st_ino == self->base->stamp.inode)
    self->own = TRUE;
  return TRUE;
}

/* The name of what is there: of @base where nothing has touched the file. */
static gboolean
name_old_content (Save *self, GError **error)
{
  TramaStoreStamp stamp = trama_store_stamp_of (&self->status);
  g_autofree char *text = NULL;
  gsize length;

  self->old_content = self->base->content;
  if (trama_store_stamp_equal (&stamp, &self->base->stamp))
    return TRUE;
  if (!g_file_get_contents (self->path, &text, &length, error))
    return FALSE;
  self->old_content = trama_store_name_content (text, length);
  return TRUE;
}

/* Whether what is there may be replaced. */
static gboolean
check_place (Save *self, GError **error)
{
  gboolean replace = (self->flags & TRAMA_STORE_SAVE_REPLACE) != 0;

  if (!look (self, error))
    return FALSE;
  if (!self->exists)
    return TRUE;
  if (!self->own && !replace)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("%s is there already"), self->name);
      return FALSE;
    }
  if (!self->own)
    return TRUE;
  if (!name_old_content (self, error))
    return FALSE;
  if (!replace && self->old_content != self->base->content)
    {
      g_set_error (error, TRAMA_ERROR, TRAMA_ERROR_CHANGED,
                   _ ("%s has been changed by somebody else since it was opened. Nothing was "
                      "saved: save it under another name, or open it again."),
                   self->name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_permission (Save *self, GError **error)
{
  if (self->exists && faccessat (AT_FDCWD, self->path, W_OK, AT_EACCESS) != 0)
    return fail (self, error, _ ("the file is write-protected. Save it under another name."));
  return TRUE;
}

/* The new file gets the old one's permissions and, where the system lets us, its owner. */
static void
take_over_permissions (Save *self, int descriptor)
{
  struct stat now;

  if (!self->exists || fstat (descriptor, &now) != 0)
    return;
  if (now.st_gid != self->status.st_gid
      && fchown (descriptor, (uid_t) -1, self->status.st_gid) != 0)
    warn (self, _ ("The file’s group could not be kept: it belongs to yours now."));
  if (now.st_uid != self->status.st_uid
      && fchown (descriptor, self->status.st_uid, (gid_t) -1) != 0)
    warn (self, _ ("The file belonged to somebody else; it belongs to you now."));
  if (fchmod (descriptor, self->status.st_mode & 07777) != 0)
    warn (self, _ ("The file’s permissions could not be kept."));
}

static gboolean
write_text (Save *self, GError **error)
{
  g_autofree char *tag = trama_store_instance_tag ();
  g_autofree char *name = g_strdup_printf (LEFTOVER_PREFIX "%s-%08x", tag, (guint) g_random_int ());
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  int descriptor = trama_store_system.create (path, self->exists ? 0600 : 0666);

  if (descriptor < 0)
    return fail_from_errno (self, error, errno);
  self->written = g_steal_pointer (&path);
  take_over_permissions (self, descriptor);
  if (!trama_store_system_write_all (descriptor, self->text->str, self->text->len)
      || trama_store_system.fsync (descriptor) != 0)
    {
      int number = errno;

      close (descriptor);
      return fail_from_errno (self, error, number);
    }
  if (trama_store_system.close (descriptor) != 0)
    return fail_from_errno (self, error, errno);
  return TRUE;
}

/* A failure to keep the old version is told, but is no reason to lose the new one. */
static void
keep_old (Save *self)
{
  g_autoptr (GError) failure = NULL;

  if (!self->exists || !self->own || (self->flags & TRAMA_STORE_SAVE_FORGET))
    return;
  if (!trama_kept_versions_keep (self->base->document, self->old_content, self->path, &failure))
    warn (self, failure->message);
}

static gboolean
put_in_place (Save *self, GError **error)
{
  int result;

  if (self->status.st_nlink > 1 && self->exists)
    warn (self, _ ("The file had more than one name (hard links). Its other names still lead to "
                   "the old version."));
  if (self->own && !self->exists)
    warn (self, _ ("The file was no longer there; it has been written anew."));
  if (self->exists)
    result = trama_store_system.rename (self->written, self->path);
  else
    {
      /* Nothing was there a moment ago. Not every file system can promise that this holds. */
      result = trama_store_system.rename_new (self->written, self->path);
      if (result != 0 && (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP))
        result = trama_store_system.rename (self->written, self->path);
    }
  if (result != 0 && errno == EEXIST && !self->exists)
    {
      g_set_error (error, TRAMA_ERROR, TRAMA_ERROR_CHANGED,
                   _ ("%s has just been made by somebody else. Nothing was saved."), self->name);
      return FALSE;
    }
  if (result != 0)
    return fail_from_errno (self, error, errno);
  g_clear_pointer (&self->written, g_free);
  return TRUE;
}

static void
sync_folder (Save *self)
{
  int descriptor = open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  /* Some file systems have no such thing as a folder made durable. */
  if (descriptor < 0
      || (trama_store_system.fsync (descriptor) != 0 && errno != EINVAL && errno != ENOTSUP))
    warn (self, _ ("The file is saved, but may not survive a power cut in the next moments: its "
                   "folder could not be made durable."));
  if (descriptor >= 0)
    close (descriptor);
}

static gboolean
compare_bytes (Save *self, int descriptor)
{
  g_autofree char *buffer = g_malloc (1 << 18);
  gsize compared = 0;
  ssize_t n;

  while ((n = read (descriptor, buffer, 1 << 18)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0 || compared + (gsize) n > self->text->len
          || memcmp (buffer, self->text->str + compared, (gsize) n) != 0)
        return FALSE;
      compared += (gsize) n;
    }
  return compared == self->text->len;
}

/* What is in the file now. */
static TramaStoreFile *
read_back (Save *self, GError **error)
{
  int descriptor = open (self->path, O_RDONLY | O_CLOEXEC);
  TramaStoreFile *file = NULL;
  struct stat status;

  if (descriptor >= 0 && fstat (descriptor, &status) == 0 && compare_bytes (self, descriptor))
    {
      /* With the version that was saved, so that it shares its records with those to come. */
      file = trama_store_file_new (self->version, self->back->document);
      g_strfreev (file->saves);
      file->saves = g_strdupv (self->back->saves);
      file->extra = g_strdup (self->back->extra);
      file->content = self->content;
      file->place = g_object_ref (self->place);
      file->stamp = trama_store_stamp_of (&status);
    }
  else
    fail (self, error,
          _ ("what was written is not what can be read. The disk may be failing: save it in "
             "another place; the version before is among the kept versions."));
  if (descriptor >= 0)
    close (descriptor);
  return file;
}

static TramaStoreFile *
save (Save *self, GError **error)
{
  self->name = g_file_get_parse_name (self->place);
  self->warnings = g_string_new (NULL);
  if (!find_place (self, error) || !check_place (self, error) || !check_permission (self, error)
      || !make_text (self, error))
    return NULL;
  trama_store_save_clean (self->folder);
  if (!write_text (self, error) || !check_place (self, error)
      || g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NULL;
  keep_old (self);
  if (self->ready != NULL)
    self->ready (self->content, self->ready_data);
  if (!put_in_place (self, error))
    return NULL;
  sync_folder (self);
  return read_back (self, error);
}

TramaStoreFile *
trama_store_save_full (TramaStoreFile *base, TramaVersion *version, GFile *place,
                       TramaStoreSaveFlags flags, TramaStoreSaveReady ready, gpointer ready_data,
                       char **warning, GCancellable *cancellable, GError **error)
{
  g_auto (Save) self = { .base = base,
                         .version = version,
                         .place = place,
                         .flags = flags,
                         .ready = ready,
                         .ready_data = ready_data,
                         .cancellable = cancellable };
  TramaStoreFile *file;

  g_return_val_if_fail (base != NULL && version != NULL && G_IS_FILE (place), NULL);

  if (warning != NULL)
    *warning = NULL;
  file = save (&self, error);
  if (file != NULL && warning != NULL && self.warnings->len > 0)
    *warning = g_strdup (self.warnings->str);
  return file;
}

TramaStoreFile *
trama_store_save (TramaStoreFile *base, TramaVersion *version, GFile *place,
                  TramaStoreSaveFlags flags, char **warning, GCancellable *cancellable,
                  GError **error)
{
  return trama_store_save_full (base, version, place, flags, NULL, NULL, warning, cancellable,
                                error);
}

/* In another thread. */

typedef struct
{
  TramaStoreFile *base;
  TramaVersion *version;
  GFile *place;
  TramaStoreSaveFlags flags;
  TramaStoreSaveReady ready;
  gpointer ready_data;
  char *warning;
} Job;

static void
job_free (Job *job)
{
  trama_store_file_unref (job->base);
  trama_version_unref (job->version);
  g_object_unref (job->place);
  g_free (job->warning);
  g_free (job);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  TramaStoreFile *file
      = trama_store_save_full (job->base, job->version, job->place, job->flags, job->ready,
                               job->ready_data, &job->warning, cancellable, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, (GDestroyNotify) trama_store_file_unref);
  else
    g_task_return_error (task, error);
}

void
trama_store_save_async (TramaStoreFile *base, TramaVersion *version, GFile *place,
                        TramaStoreSaveFlags flags, TramaStoreSaveReady ready, gpointer ready_data,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (base != NULL && version != NULL && G_IS_FILE (place));

  job->base = trama_store_file_ref (base);
  job->version = trama_version_ref (version);
  job->place = g_object_ref (place);
  job->flags = flags;
  job->ready = ready;
  job->ready_data = ready_data;
  g_task_set_source_tag (task, trama_store_save_async);
  /* The file may be in its place although somebody cancelled: then it is saved. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_job);
}

TramaStoreFile *
trama_store_save_finish (GAsyncResult *result, char **warning, GError **error)
{
  Job *job;

  g_return_val_if_fail (g_async_result_is_tagged (result, trama_store_save_async), NULL);

  job = g_task_get_task_data (G_TASK (result));
  if (warning != NULL)
    *warning = g_steal_pointer (&job->warning);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Leftovers. */

static gboolean
is_left_over (const char *folder, const char *file)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *tag = NULL;
  char *random_part;
  GStatBuf status;

  tag = g_strdup (file + strlen (LEFTOVER_PREFIX));
  random_part = strrchr (tag, '-');
  if (random_part == NULL)
    return FALSE;
  *random_part = '\0';
  switch (trama_store_instance_state (tag))
    {
    case TRAMA_STORE_INSTANCE_DEAD:
      return TRUE;
    case TRAMA_STORE_INSTANCE_ELSEWHERE:
      return g_lstat (path, &status) == 0
             && g_get_real_time () / G_USEC_PER_SEC - status.st_mtime > LEFTOVER_AGE;
    case TRAMA_STORE_INSTANCE_ALIVE:
    default:
      return FALSE;
    }
}

void
trama_store_save_clean (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (file, LEFTOVER_PREFIX) && is_left_over (folder, file))
      {
        g_autofree char *path = g_build_filename (folder, file, NULL);

        g_unlink (path);
      }
}
