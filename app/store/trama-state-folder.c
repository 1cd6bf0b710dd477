/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-state-folder.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

char *
trama_state_folder_root (void)
{
  return g_build_filename (g_get_user_state_dir (), "trama", "documents", NULL);
}

char *
trama_state_folder_path (TramaId document, const char *part)
{
  g_autofree char *root = trama_state_folder_root ();
  char id[TRAMA_ID_LENGTH + 1];

  g_return_val_if_fail (!trama_id_is_none (document), NULL);

  trama_id_to_text (document, id);
  return g_build_filename (root, id, part, NULL);
}

char *
trama_state_folder_make (TramaId document, const char *part, GError **error)
{
  g_autofree char *path = trama_state_folder_path (document, part);

  if (g_mkdir_with_parents (path, 0700) != 0)
    {
      int number = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
                   _ ("The folder %s cannot be made: %s"), path, g_strerror (number));
      return NULL;
    }
  return g_steal_pointer (&path);
}
