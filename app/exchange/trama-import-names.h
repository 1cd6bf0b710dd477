/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-import-map.h"
#include "trama-version.h"

G_BEGIN_DECLS

typedef enum
{
  TRAMA_IMPORT_NOBODY,    /* no record is called so */
  TRAMA_IMPORT_EXACT,     /* one is, to the letter, or has this id */
  TRAMA_IMPORT_FOLDED,    /* one is, but for case, blanks or the width of characters */
  TRAMA_IMPORT_SEVERAL,   /* more than one is */
  TRAMA_IMPORT_OTHER_KIND, /* one is, of a kind that cannot stand here */
} TramaImportMatch;

/* Whom a name may mean: those in the tables, and those in the portfolio that is added to. */
typedef struct
{
  TramaId id;
  TramaKind kind;
  const char *file; /* borrowed; NULL: it is in the portfolio already */
  guint line;
} TramaImportNamed;

typedef struct _TramaImportNames TramaImportNames;

TramaImportNames *trama_import_names_new (void);
void trama_import_names_free (TramaImportNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaImportNames, trama_import_names_free)

/* @name: cleaned; @foreign_id: the id another program gave; either may be NULL. */
void trama_import_names_add (TramaImportNames *names, const char *name, const char *foreign_id,
                             const TramaImportNamed *named);
/* All titled records of @version. */
void trama_import_names_add_version (TramaImportNames *names, TramaVersion *version);
/*
 * Whom @text means among the kinds whose bits are set. To the letter goes before folded; whether
 * by name, id or either says @references, and a text that is one record's name and another's id
 * means several. @named (out): set where there is one, or one of another kind.
 */
TramaImportMatch trama_import_names_find (const TramaImportNames *names, const char *text,
                                          guint64 kinds, TramaImportReferences references,
                                          const TramaImportNamed **named);
/* The name nearest to @text that differs in no more than a fifth of its characters; NULL: none
 * is near. Borrowed. */
const char *trama_import_names_nearest (const TramaImportNames *names, const char *text,
                                        guint64 kinds);

/* The id that another program gave a record, from what a record holds beyond its fields. NULL:
 * none. (transfer full) */
char *trama_import_foreign_id (const TramaRecord *record);

G_END_DECLS
