/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-store-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "trama-record-json.h"
#include "trama-store-hash.h"
#include "trama-store-header.h"

TramaStoreFile *
trama_store_file_new (TramaVersion *version, TramaId document)
{
  TramaStoreFile *file;

  g_return_val_if_fail (version != NULL, NULL);

  file = g_new0 (TramaStoreFile, 1);
  g_atomic_ref_count_init (&file->references);
  file->version = trama_version_ref (version);
  file->document = document;
  if (trama_id_is_none (document))
    {
      TramaIdSource source;

      trama_id_source_init_random (&source);
      file->document = trama_id_source_next (&source);
    }
  file->saves = g_new0 (char *, 1);
  return file;
}

TramaStoreFile *
trama_store_file_ref (TramaStoreFile *file)
{
  g_atomic_ref_count_inc (&file->references);
  return file;
}

void
trama_store_file_unref (TramaStoreFile *file)
{
  if (file == NULL || !g_atomic_ref_count_dec (&file->references))
    return;
  trama_version_unref (file->version);
  g_strfreev (file->saves);
  g_free (file->extra);
  g_clear_object (&file->place);
  g_free (file);
}

/* Reading the bytes. */

static gboolean
fail_from_errno (GError **error, const char *name, int number)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), _ ("%s cannot be read: %s"), name,
               g_strerror (number));
  return FALSE;
}

/* A file that grows or shrinks while it is being read gives what was there; the JSON in it tells. */
static gboolean
read_bytes (const char *path, const char *name, char **text, gsize *length, TramaStoreStamp *stamp,
            GCancellable *cancellable, GError **error)
{
  /* A pipe without a writer would have us wait for ever. */
  int descriptor = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  g_autofree char *buffer = NULL;
  struct stat status;
  gsize room, filled = 0;

  if (descriptor < 0)
    return fail_from_errno (error, name, errno);
  if (fstat (descriptor, &status) != 0)
    {
      fail_from_errno (error, name, errno);
      close (descriptor);
      return FALSE;
    }
  if (!S_ISREG (status.st_mode) || status.st_size > TRAMA_STORE_MAX_FILE)
    {
      close (descriptor);
      if (S_ISREG (status.st_mode))
        g_set_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT,
                     _ ("%s: the file is too large: %" G_GINT64_FORMAT
                        " bytes; at most %" G_GINT64_FORMAT " are read"),
                     name, (gint64) status.st_size, TRAMA_STORE_MAX_FILE);
      else
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("%s is no ordinary file"),
                     name);
      return FALSE;
    }
  room = (gsize) status.st_size;
  buffer = g_malloc (room + 1);
  while (filled < room)
    {
      gssize n = read (descriptor, buffer + filled, MIN (room - filled, 4 << 20));

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0 || g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          if (n < 0)
            fail_from_errno (error, name, errno);
          close (descriptor);
          return FALSE;
        }
      if (n == 0)
        break;
      filled += (gsize) n;
    }
  close (descriptor);
  buffer[filled] = '\0';
  *text = g_steal_pointer (&buffer);
  *length = filled;
  *stamp = trama_store_stamp_of (&status);
  return TRUE;
}

gboolean
trama_store_read_bytes (GFile *place, char **text, gsize *length, TramaStoreStamp *stamp,
                        GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (place);
  g_autofree char *name = g_file_get_parse_name (place);

  *stamp = (TramaStoreStamp) { 0 };
  return path != NULL ? read_bytes (path, name, text, length, stamp, cancellable, error)
                      : g_file_load_contents (place, cancellable, text, length, NULL, error);
}

TramaStoreFile *
trama_store_read (GFile *place, TramaProblems *problems, TramaStoreProgress progress,
                  gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  TramaStoreStamp stamp;
  TramaStoreFile *file;
  gsize length = 0;

  g_return_val_if_fail (G_IS_FILE (place), NULL);

  name = g_file_get_parse_name (place);
  if (!trama_store_read_bytes (place, &text, &length, &stamp, cancellable, error))
    return NULL;
  file = trama_store_read_text (text, length, name, problems, progress, progress_data, cancellable,
                                error);
  if (file != NULL)
    {
      file->place = g_object_ref (place);
      file->stamp = stamp;
    }
  return file;
}

/* Writing the text. */

static void
append_records (TramaVersion *version, GString *out)
{
  gboolean first = TRUE;

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table = trama_version_table (version, (TramaKind) kind);

      for (guint i = 0; i < trama_table_size (table); i++)
        {
          if (!first)
            g_string_append (out, ",\n");
          first = FALSE;
          trama_record_write_json (trama_table_get (table, i), out);
        }
    }
  if (!first)
    g_string_append_c (out, '\n');
}

/* @saves with @name behind them unless it is the last already. */
static char **
add_save (char **saves, guint64 content)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  char name[TRAMA_STORE_HASH_LENGTH + 1];
  guint n = g_strv_length (saves);
  guint skip;

  trama_store_hash_to_text (content, name);
  if (n > 0 && strcmp (saves[n - 1], name) == 0)
    return g_strdupv (saves);
  skip = n + 1 > TRAMA_STORE_MAX_SAVES ? n + 1 - TRAMA_STORE_MAX_SAVES : 0;
  g_strv_builder_addv (builder, (const char **) saves + skip);
  g_strv_builder_add (builder, name);
  return g_strv_builder_end (builder);
}

static char **
next_saves (const TramaStoreFile *base, guint64 content)
{
  g_auto (GStrv) earlier = NULL;

  /* What somebody wrote by other means is an ancestor of this save, too. */
  earlier = base->content != 0 ? add_save (base->saves, base->content) : g_strdupv (base->saves);
  return add_save (earlier, content);
}

GString *
trama_store_write_text (const TramaStoreFile *base, TramaVersion *version, guint64 *content)
{
  g_autoptr (GString) header = g_string_new (NULL);
  g_auto (GStrv) saves = NULL;
  GString *out;
  guint64 hash;

  g_return_val_if_fail (base != NULL && version != NULL, NULL);

  out = g_string_sized_new (4096 + (gsize) trama_version_size (version) * 256);
  append_records (version, out);
  /* The header names what comes after it. */
  hash = trama_store_hash (out->str, out->len);
  saves = next_saves (base, hash);
  trama_store_header_write (base->document, (const char *const *) saves, base->extra, header);
  g_string_prepend_len (out, header->str, (gssize) header->len);
  g_string_append (out, "]}\n");
  if (content != NULL)
    *content = hash;
  return out;
}
