/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-json.h"

G_BEGIN_DECLS

/* A piece of a text: borrowed from it. */
typedef struct
{
  const char *start;
  gsize length;
  guint line; /* from 1 */
} TramaStoreSpan;

/* The whole text as a header and the places of its records. */
typedef struct
{
  GString *header; /* the outer object with "records" empty */
  GArray *records; /* TramaStoreSpan */
} TramaStoreParts;

/*
 * Finds the header and the records in a file that does not keep to one record on each line. Only
 * the outermost structure is looked at: header and records are still to be parsed. FALSE where
 * there is no such structure; then @message (transfer full) says why and @line where.
 */
gboolean trama_store_split (const char *text, gsize length, TramaStoreParts *parts, guint *line,
                            char **message);
/*
 * Finds records in a text whose structure is damaged, by how they begin: {"record": … A span that
 * begins with { is a record, sound or not; the others are what lies between or behind them and is
 * neither space, comma nor the end of a file. The header is left out. @reader tells whether one record inside another is part of it.
 * (transfer full) (element-type TramaStoreSpan)
 */
GArray *trama_store_find_records (TramaJsonReader *reader, const char *text, gsize length);
/* How much of a damaged file is its header: all up to the [ of its records, or its first line. */
gsize trama_store_header_length (const char *text, gsize length);
void trama_store_parts_clear (TramaStoreParts *parts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TramaStoreParts, trama_store_parts_clear)

G_END_DECLS
