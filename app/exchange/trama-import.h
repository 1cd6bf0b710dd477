/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-change.h"
#include "trama-import-map.h"

G_BEGIN_DECLS

/*
 * Brings tables from other programs into a portfolio: all files of one call at once, in any order,
 * since ties in one may name the firms of another. Either everything is read, or nothing is: the
 * result is one change set, one step to undo.
 *
 *   reading      bytes → sheets (formats/)                 trama-import-gather.c
 *   recognising  what each column means                    trama-import-recogniser.c
 *   deciding     decimal marks and the order of dates      trama-import-marks.c
 *   naming       each row gets its id; whom names mean     trama-import-naming.c
 *   making       each row becomes a record                 trama-import-rows.c
 *
 * The same files, map and options give the same records with the same ids.
 */
typedef struct
{
  TramaImportReading reading; /* of files of which the map does not say otherwise */
  const char *title;          /* of a new portfolio; NULL: from the files' names */
  const char *author;         /* stamped on the records; NULL: nobody */
  gint64 when;                /* the same, seconds since 1970 UTC; 0: not known */
  TramaKind others; /* what ties name that no table has becomes this; NONE: it is a fault */
  gboolean strict;  /* whatever would be a note is a fault */
} TramaImportOptions;

typedef struct
{
  TramaChangeSet *changes; /* NULL: there are problems, or nothing is new */
  TramaVersion *version;   /* with the changes made; NULL as above */
  TramaId document;        /* an id for the portfolio, where a new one was begun */
  TramaProblems *problems;
  TramaProblems *notes;
  GPtrArray *summary; /* char *: lines that say what was read and made */
} TramaImportResult;

void trama_import_result_free (TramaImportResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaImportResult, trama_import_result_free)

typedef struct _TramaImport TramaImport;

TramaImport *trama_import_new (void);
void trama_import_free (TramaImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaImport, trama_import_free)

/* @name: with or without folders; the map and messages know it by its last part. */
void trama_import_add (TramaImport *import, const char *name, GBytes *bytes);
/* Reads the map. FALSE where it is at fault: trama_import_run() then tells how, and does no more. */
gboolean trama_import_set_map (TramaImport *import, const char *name, GBytes *bytes);
/*
 * Does it, into @version (NULL: into a new portfolio). At most @keep problems and notes are kept in
 * full. May be called again, and from any one thread. (transfer full)
 */
TramaImportResult *trama_import_run (TramaImport *import, TramaVersion *version,
                                     const TramaImportOptions *options, guint keep);

G_END_DECLS
