/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "trama-problem.h"
#include "trama-store-stamp.h"
#include "trama-version.h"

G_BEGIN_DECLS

/* The version of the file format that this program writes, and the newest that it reads. */
#define TRAMA_STORE_FORMAT_VERSION 1
/* What a file, and one record in it, may measure at most, in bytes. */
#define TRAMA_STORE_MAX_FILE (G_GINT64_CONSTANT (1) << 30)
#define TRAMA_STORE_MAX_RECORD (4 << 20)
/* How many earlier saves the header names. */
#define TRAMA_STORE_MAX_SAVES 50
/* How many problems are kept in full where the caller has not asked for another number. */
#define TRAMA_STORE_KEPT_PROBLEMS 1000

/*
 * What is in a file: a version of a portfolio, and what the header says. Immutable and
 * reference-counted; any thread may read it.
 */
typedef struct
{
  gatomicrefcount references;
  TramaVersion *version;
  TramaId document; /* of the portfolio, the same in all its copies */
  char **saves;     /* names of the last saves, the newest last; never NULL */
  char *extra; /* header members that this version does not know, as `"key":value,…`; or NULL */
  guint64 content; /* see trama_store_name_content(); 0: in no file yet */
  GFile *place; /* where it was read from or written to; NULL: in no file yet */
  TramaStoreStamp stamp;
} TramaStoreFile;

/* Something that is in no file yet. @document: its id, or none to be given one. (transfer full) */
TramaStoreFile *trama_store_file_new (TramaVersion *version, TramaId document);
TramaStoreFile *trama_store_file_ref (TramaStoreFile *file);
void trama_store_file_unref (TramaStoreFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaStoreFile, trama_store_file_unref)

/* @fraction from 0 to 1; called in the thread that reads. */
typedef void (*TramaStoreProgress) (double fraction, gpointer data);

/*
 * Reads a file. @problems (may be NULL) receives everything that is wrong with it, each with line,
 * record, field, found and expected; then NULL is returned and @error tells of the first.
 *
 * Errors: TRAMA_ERROR_NEWER: written by a newer version; TRAMA_ERROR_INPUT: the file is at fault;
 * G_IO_ERROR: it cannot be read, or G_IO_ERROR_CANCELLED. (transfer full)
 */
TramaStoreFile *trama_store_read (GFile *file, TramaProblems *problems, TramaStoreProgress progress,
                                  gpointer progress_data, GCancellable *cancellable,
                                  GError **error);
/* The same of a text in memory; @name stands in the messages, NULL: none. (transfer full) */
TramaStoreFile *trama_store_read_text (const char *text, gsize length, const char *name,
                                       TramaProblems *problems, TramaStoreProgress progress,
                                       gpointer progress_data, GCancellable *cancellable,
                                       GError **error);
/* The bytes of a file that is no larger than what is read, with a NUL behind them. FALSE as
 * trama_store_read(). @text: (transfer full) */
gboolean trama_store_read_bytes (GFile *place, char **text, gsize *length, TramaStoreStamp *stamp,
                                 GCancellable *cancellable, GError **error);
/*
 * Names what is in a file: by its lines of records, so that two saves of the same records have one
 * name; where it has no such lines, by all of it.
 */
guint64 trama_store_name_content (const char *text, gsize length);
/*
 * The text of a file that holds @version and otherwise what @base says; the save is added to the
 * header unless the records are those of the last one. @content (out, may be NULL): the name of
 * the new content. (transfer full)
 */
GString *trama_store_write_text (const TramaStoreFile *base, TramaVersion *version,
                                 guint64 *content);

G_END_DECLS
