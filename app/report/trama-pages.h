/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-page-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * A document laid out on pages. Immutable and atomically reference-counted: one thread may lay out,
 * others draw. The preview in the window, the PDF and print are these very pages; a place is in
 * points from the top left of the paper.
 */
typedef struct _TramaPages TramaPages;

/* The document may be freed afterwards. (transfer full) */
TramaPages *trama_pages_new (const TramaPageDocument *document);
TramaPages *trama_pages_ref (TramaPages *pages);
void trama_pages_unref (TramaPages *pages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaPages, trama_pages_unref)

/* At least 1. */
guint trama_pages_n (const TramaPages *pages);
void trama_pages_get_size (const TramaPages *pages, double *width, double *height);
/* The section at the top of page @index (from 0); never NULL. */
const char *trama_pages_get_section (const TramaPages *pages, guint index);
/* The page's words in reading order, for a screen reader. (transfer full) */
char *trama_pages_get_words (const TramaPages *pages, guint index);

/* Draws page @index, 1 unit = 1 pt. The paper is not painted. */
void trama_pages_draw (const TramaPages *pages, guint index, cairo_t *cr);

/* The page that a link at (@x, @y) of page @index leads to. FALSE if there is no link. */
gboolean trama_pages_get_link (const TramaPages *pages, guint index, double x, double y,
                               guint *target);

/*
 * All pages as a tagged PDF with outline, links and metadata. The same document with the same font
 * files gives the same bytes. (transfer full); NULL with an error of GIOError on failure.
 */
GBytes *trama_pages_to_pdf (const TramaPages *pages, GCancellable *cancellable, GError **error);
/* The same, into @path, which is replaced as a whole or left as it was. */
gboolean trama_pages_write_pdf (const TramaPages *pages, const char *path,
                                GCancellable *cancellable, GError **error);

G_END_DECLS
