/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

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
void trama_store_parts_clear (TramaStoreParts *parts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TramaStoreParts, trama_store_parts_clear)

G_END_DECLS
