/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-kept-version.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "trama-state-folder.h"
#include "trama-store-hash.h"
#include "trama-store-stamp.h"
#include "trama-store-system.h"

#define FOLDER "versions"
#define SUFFIX ".trama"

void
trama_kept_version_free (TramaKeptVersion *kept)
{
  if (kept == NULL)
    return;
  g_free (kept->path);
  g_free (kept);
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const TramaKeptVersion *x = *(const TramaKeptVersion *const *) a;
  const TramaKeptVersion *y = *(const TramaKeptVersion *const *) b;

  if (x->when != y->when)
    return x->when > y->when ? -1 : 1;
  return x->content < y->content ? -1 : x->content > y->content;
}

static TramaKeptVersion *
look_at (const char *folder, const char *file)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *name = NULL;
  TramaKeptVersion *kept;
  TramaStoreStamp stamp;
  struct stat status;
  guint64 content;

  if (!g_str_has_suffix (file, SUFFIX))
    return NULL;
  name = g_strndup (file, strlen (file) - strlen (SUFFIX));
  if (!trama_store_hash_parse (name, &content) || stat (path, &status) != 0)
    return NULL;
  stamp = trama_store_stamp_of (&status);
  kept = g_new0 (TramaKeptVersion, 1);
  kept->content = content;
  kept->when = stamp.modified;
  kept->size = stamp.size;
  kept->path = g_steal_pointer (&path);
  return kept;
}

GPtrArray *
trama_kept_versions_list (TramaId document)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_kept_version_free);
  g_autofree char *folder = trama_state_folder_path (document, FOLDER);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      TramaKeptVersion *kept = look_at (folder, file);

      if (kept != NULL)
        g_ptr_array_add (list, kept);
    }
  g_ptr_array_sort (list, newest_first);
  return list;
}

TramaKeptVersion *
trama_kept_versions_find (TramaId document, const char *name)
{
  g_autofree char *folder = trama_state_folder_path (document, FOLDER);
  g_autofree char *file = NULL;
  guint64 content;

  if (!trama_store_hash_parse (name, &content))
    return NULL;
  file = g_strconcat (name, SUFFIX, NULL);
  return look_at (folder, file);
}

static gboolean
copy_bytes (int from, int to)
{
  g_autofree char *buffer = NULL;
  ssize_t n;

  /* The file system may share the blocks or copy inside the kernel; where it cannot, we do. */
  while ((n = copy_file_range (from, NULL, to, NULL, 1 << 30, 0)) > 0)
    ;
  if (n == 0)
    return TRUE;
  if (errno != EXDEV && errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP && errno != EPERM)
    return FALSE;
  buffer = g_malloc (1 << 18);
  while ((n = read (from, buffer, 1 << 18)) != 0)
    if (n < 0 ? errno != EINTR : !trama_store_system_write_all (to, buffer, (gsize) n))
      return FALSE;
  return TRUE;
}

/* Under a name of its own first, so that half a copy is never taken for a version. */
static gboolean
copy_file (const char *path, const char *target)
{
  g_autofree char *half = g_strconcat (target, ".half", NULL);
  int from = open (path, O_RDONLY | O_CLOEXEC);
  int to, number;
  struct stat status;
  gboolean good;

  if (from < 0)
    return FALSE;
  g_unlink (half);
  to = trama_store_system.create (half, 0600);
  if (to < 0)
    {
      number = errno;
      close (from);
      errno = number;
      return FALSE;
    }
  good = fstat (from, &status) == 0 && copy_bytes (from, to);
  if (good)
    {
      /* The copy is as old as what it is a copy of. */
      const struct timespec times[] = { status.st_mtim, status.st_mtim };

      good = futimens (to, times) == 0;
    }
  number = errno;
  close (from);
  if (trama_store_system.close (to) != 0 && good)
    {
      number = errno;
      good = FALSE;
    }
  if (good && trama_store_system.rename (half, target) != 0)
    {
      number = errno;
      good = FALSE;
    }
  if (!good)
    g_unlink (half);
  errno = number;
  return good;
}

gboolean
trama_kept_versions_keep (TramaId document, guint64 content, const char *path, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *target = NULL;
  g_autofree char *file = NULL;
  char name[TRAMA_STORE_HASH_LENGTH + 1];

  g_return_val_if_fail (path != NULL, FALSE);

  folder = trama_state_folder_make (document, FOLDER, error);
  if (folder == NULL)
    return FALSE;
  trama_store_hash_to_text (content, name);
  file = g_strconcat (name, SUFFIX, NULL);
  target = g_build_filename (folder, file, NULL);
  if (!g_file_test (target, G_FILE_TEST_EXISTS) && !copy_file (path, target))
    {
      int number = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
                   _ ("The version before this save could not be kept in %s: %s"), folder,
                   g_strerror (number));
      return FALSE;
    }
  trama_kept_versions_thin (document, TRAMA_KEPT_VERSIONS_BYTES, TRAMA_KEPT_VERSIONS_NUMBER);
  return TRUE;
}

/* The one that is missed least: its neighbours are close together, compared with its age. */
static guint
choose_victim (GPtrArray *list)
{
  const TramaKeptVersion *newest = g_ptr_array_index (list, 0);
  double least = INFINITY;
  guint victim = list->len - 1;

  for (guint i = 1; i + 1 < list->len; i++)
    {
      const TramaKeptVersion *newer = g_ptr_array_index (list, i - 1);
      const TramaKeptVersion *kept = g_ptr_array_index (list, i);
      const TramaKeptVersion *older = g_ptr_array_index (list, i + 1);
      double gap = (double) (newer->when - older->when) / (double) (newest->when - kept->when + 1);

      if (gap < least)
        {
          least = gap;
          victim = i;
        }
    }
  return victim;
}

void
trama_kept_versions_thin (TramaId document, gint64 bytes, guint number)
{
  g_autoptr (GPtrArray) list = trama_kept_versions_list (document);
  gint64 total = 0;

  for (guint i = 0; i < list->len; i++)
    total += ((const TramaKeptVersion *) g_ptr_array_index (list, i))->size;
  while (list->len > 1 && (total > bytes || list->len > number))
    {
      guint victim = choose_victim (list);
      const TramaKeptVersion *kept = g_ptr_array_index (list, victim);

      total -= kept->size;
      g_unlink (kept->path);
      g_ptr_array_remove_index (list, victim);
    }
}
