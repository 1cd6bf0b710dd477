/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* How a file looked from outside when it was read or written. */
typedef struct
{
  gboolean known;  /* FALSE: there was no local file to look at */
  gint64 size;     /* bytes */
  gint64 modified; /* nanoseconds since 1970 UTC */
  gint64 changed;  /* the same, of the inode */
  guint64 device;
  guint64 inode;
} TramaStoreStamp;

TramaStoreStamp trama_store_stamp_of (const struct stat *status);
/* Whether nothing has touched the file in between. Where it says no, the content still decides: a
 * document portal gives a file new inodes, and a sync service new times. */
gboolean trama_store_stamp_equal (const TramaStoreStamp *a, const TramaStoreStamp *b);

G_END_DECLS
