/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/types.h>

G_BEGIN_DECLS

/*
 * The calls of the system that put something on a disk, in one table, so that a test can let each
 * of them fail once. Return values and errno are those of the calls they are named after.
 */
typedef struct
{
  /* open() with O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC */
  int (*create) (const char *path, mode_t mode);
  ssize_t (*write) (int descriptor, const void *bytes, size_t n);
  int (*fsync) (int descriptor);
  int (*fdatasync) (int descriptor);
  int (*close) (int descriptor);
  int (*rename) (const char *from, const char *to);
  /* renameat2() with RENAME_NOREPLACE: EEXIST where there is something already. */
  int (*rename_new) (const char *from, const char *to);
} TramaStoreSystem;

extern TramaStoreSystem trama_store_system;

/* Writes all of it, however many calls that takes; FALSE with errno. */
gboolean trama_store_system_write_all (int descriptor, const char *bytes, gsize n);

G_END_DECLS
