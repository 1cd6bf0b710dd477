/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-json.h"
#include "trama-problem.h"

G_BEGIN_DECLS

/* What a file says of itself before its records. */
typedef struct
{
  TramaId document;
  char **saves; /* never NULL once read */
  char *extra;  /* `"key":value,…`; NULL: none */
} TramaStoreHeader;

void trama_store_header_clear (TramaStoreHeader *header);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TramaStoreHeader, trama_store_header_clear)

/*
 * Reads the header from the outer object. Faults are added to @problems, and FALSE is returned.
 * TRAMA_ERROR_NEWER where a newer version wrote it: then nothing else is looked at.
 */
gboolean trama_store_header_read (TramaStoreHeader *header, const TramaJsonValue *object,
                                  const char *name, TramaProblems *problems, GError **error);
/* Takes what is sound of a damaged header, and tells in @left_out what is not; @object: its sound
 * members, or NULL. FALSE where it is another format's, or with TRAMA_ERROR_NEWER. */
gboolean trama_store_header_salvage (TramaStoreHeader *header, const TramaJsonValue *object,
                                     const char *name, TramaProblems *left_out, GError **error);
/* The first line up to `"records":[` and its newline. */
void trama_store_header_write (TramaId document, const char *const *saves, const char *extra,
                               GString *out);

G_END_DECLS
