/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-store-stamp.h"

static gint64
nanoseconds (struct timespec time)
{
  return (gint64) time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

TramaStoreStamp
trama_store_stamp_of (const struct stat *status)
{
  return (TramaStoreStamp) {
    .known = TRUE,
    .size = status->st_size,
    .modified = nanoseconds (status->st_mtim),
    .changed = nanoseconds (status->st_ctim),
    .device = status->st_dev,
    .inode = status->st_ino,
  };
}

gboolean
trama_store_stamp_equal (const TramaStoreStamp *a, const TramaStoreStamp *b)
{
  return a->known == b->known && a->size == b->size && a->modified == b->modified
         && a->changed == b->changed && a->device == b->device && a->inode == b->inode;
}
