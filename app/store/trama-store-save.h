/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-store-file.h"

G_BEGIN_DECLS

typedef enum
{
  TRAMA_STORE_SAVE_PLAIN = 0,
  /* Whatever is at the place now may go: the person was asked, or said so on the command line. */
  TRAMA_STORE_SAVE_REPLACE = 1 << 0,
  /* What was there is not kept: somebody is to be forgotten. */
  TRAMA_STORE_SAVE_FORGET = 1 << 1,
} TramaStoreSaveFlags;

/* Called in the thread that saves, when all is written and just before the new file takes the old
 * one's place; @content names what is in it. */
typedef void (*TramaStoreSaveReady) (guint64 content, gpointer data);

/*
 * Puts @version into the file at @place, with the header of @base. Either the new file is there
 * whole, or the old one is as it was: everything is written to a new file in the same folder,
 * which takes the old one's name in one step. What was there before is kept in the state folder.
 *
 * @base: what was last read from or written to @place, or anything else where the place is new;
 * @warning (out) (transfer full): what the person should know although all went well, or NULL.
 *
 * Errors: TRAMA_ERROR_CHANGED: somebody else has changed the file since @base;
 * G_IO_ERROR_EXISTS: @place is a new one and there is something already; TRAMA_ERROR_SAVE: it
 * cannot be written, and the message says what would help; G_IO_ERROR_CANCELLED.
 * (transfer full): what is in the file now.
 */
TramaStoreFile *trama_store_save (TramaStoreFile *base, TramaVersion *version, GFile *place,
                                  TramaStoreSaveFlags flags, char **warning,
                                  GCancellable *cancellable, GError **error);
/* The same with a call when all is ready; @ready may be NULL. (transfer full) */
TramaStoreFile *trama_store_save_full (TramaStoreFile *base, TramaVersion *version, GFile *place,
                                       TramaStoreSaveFlags flags, TramaStoreSaveReady ready,
                                       gpointer ready_data, char **warning,
                                       GCancellable *cancellable, GError **error);
/* The same in another thread. @ready_data must live until the callback. */
void trama_store_save_async (TramaStoreFile *base, TramaVersion *version, GFile *place,
                             TramaStoreSaveFlags flags, TramaStoreSaveReady ready,
                             gpointer ready_data, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);
TramaStoreFile *trama_store_save_finish (GAsyncResult *result, char **warning, GError **error);

/* Removes what savers that are no longer there have left in @folder. */
void trama_store_save_clean (const char *folder);

G_END_DECLS
