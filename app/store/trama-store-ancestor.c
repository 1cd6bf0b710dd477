/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-store-ancestor.h"

#include <string.h>

#include "trama-kept-version.h"
#include "trama-store-hash.h"

/* The saves of a file and its own content, the newest last. (transfer full) */
static GPtrArray *
names_of (const TramaStoreFile *file)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  char own[TRAMA_STORE_HASH_LENGTH + 1];

  for (char **name = file->saves; *name != NULL; name++)
    g_ptr_array_add (names, g_strdup (*name));
  trama_store_hash_to_text (file->content, own);
  if (file->content != 0
      && (names->len == 0 || strcmp (g_ptr_array_index (names, names->len - 1), own) != 0))
    g_ptr_array_add (names, g_strdup (own));
  return names;
}

static gboolean
is_content (const TramaStoreFile *file, const char *name)
{
  char own[TRAMA_STORE_HASH_LENGTH + 1];

  trama_store_hash_to_text (file->content, own);
  return file->content != 0 && strcmp (own, name) == 0;
}

static TramaStoreFile *
get (TramaStoreFile *mine, TramaStoreFile *theirs, const char *name)
{
  g_autoptr (TramaKeptVersion) kept = NULL;
  g_autoptr (GFile) place = NULL;

  if (is_content (mine, name))
    return trama_store_file_ref (mine);
  if (is_content (theirs, name))
    return trama_store_file_ref (theirs);
  kept = trama_kept_versions_find (mine->document, name);
  if (kept == NULL)
    return NULL;
  place = g_file_new_for_path (kept->path);
  return trama_store_read (place, NULL, NULL, NULL, NULL, NULL);
}

TramaStoreFile *
trama_store_find_ancestor (TramaStoreFile *mine, TramaStoreFile *theirs)
{
  g_autoptr (GPtrArray) ours = NULL;
  g_autoptr (GPtrArray) others = NULL;

  g_return_val_if_fail (mine != NULL && theirs != NULL, NULL);

  if (!trama_id_equal (mine->document, theirs->document))
    return NULL;
  ours = names_of (mine);
  others = names_of (theirs);
  for (guint i = others->len; i > 0; i--)
    {
      const char *name = g_ptr_array_index (others, i - 1);
      TramaStoreFile *found;

      if (g_ptr_array_find_with_equal_func (ours, name, g_str_equal, NULL)
          && (found = get (mine, theirs, name)) != NULL)
        return found;
    }
  return NULL;
}

TramaStoreFile *
trama_store_join (const TramaStoreFile *mine, TramaStoreFile *theirs)
{
  g_autoptr (GPtrArray) ours = names_of (mine);
  g_autoptr (GStrvBuilder) saves = g_strv_builder_new ();
  TramaStoreFile *file = trama_store_file_new (theirs->version, theirs->document);
  guint room
      = TRAMA_STORE_MAX_SAVES - MIN (g_strv_length (theirs->saves), TRAMA_STORE_MAX_SAVES / 2);
  guint n = 0;

  /* Ours that they do not name, the newest of them, before theirs. */
  for (guint i = 0; i < ours->len; i++)
    n += !g_strv_contains ((const char *const *) theirs->saves, g_ptr_array_index (ours, i));
  for (guint i = 0; i < ours->len; i++)
    if (!g_strv_contains ((const char *const *) theirs->saves, g_ptr_array_index (ours, i))
        && n-- <= room)
      g_strv_builder_add (saves, g_ptr_array_index (ours, i));
  g_strv_builder_addv (saves, (const char **) theirs->saves);
  g_strfreev (file->saves);
  file->saves = g_strv_builder_end (saves);
  file->extra = g_strdup (theirs->extra != NULL ? theirs->extra : mine->extra);
  file->content = theirs->content;
  g_set_object (&file->place, theirs->place);
  file->stamp = theirs->stamp;
  return file;
}
