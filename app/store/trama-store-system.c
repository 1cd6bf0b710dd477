/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-store-system.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static int
create (const char *path, mode_t mode)
{
  return open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode);
}

static int
rename_new (const char *from, const char *to)
{
  return renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
}

TramaStoreSystem trama_store_system = {
  .create = create,
  .write = write,
  .fsync = fsync,
  .fdatasync = fdatasync,
  .close = close,
  .rename = rename,
  .rename_new = rename_new,
};

gboolean
trama_store_system_write_all (int descriptor, const char *bytes, gsize n)
{
  while (n > 0)
    {
      ssize_t written = trama_store_system.write (descriptor, bytes, n);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      bytes += written;
      n -= (gsize) written;
    }
  return TRUE;
}
