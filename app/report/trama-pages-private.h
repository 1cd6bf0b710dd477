/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The inside of pages, shared by the files that make, draw and write them; nobody else's. */

#include "trama-page-layout.h"
#include "trama-pages.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *fragments;            /* TramaPageFragment, from the top left of the paper */
  guint section;
} TramaPage;

typedef struct
{
  guint page;                   /* from 0 */
  double x;
  double y;
} TramaPagePlace;

struct _TramaPages
{
  gatomicrefcount references;
  TramaPageSettings settings;   /* strings owned */
  GPtrArray *pages;             /* TramaPage */
  GArray *nodes;                /* TramaPageNode */
  GHashTable *places;           /* anchor → TramaPagePlace */
  GPtrArray *sections;          /* TramaPageSection, without blocks */
};

/* Draws page @index; with @tagged, each fragment inside the tags of its place in the structure, the
 * outermost of which is open already. */
void trama_pages_draw_page (const TramaPages *pages, guint index, cairo_t *cr, TramaPageType *type,
                            gboolean tagged);

/* Calls @func for the box of each link of a line of text. */
typedef void (*TramaPageRunFunc) (PangoGlyphItem *run, const TramaPageSpan *span, double x,
                                  double baseline, double width, gpointer data);
/* The runs of @line from @x on, each with the span that it lies in, or NULL. */
void trama_page_foreach_run (const TramaPageSet *set, PangoLayoutLine *line, double x,
                             double baseline, TramaPageRunFunc func, gpointer data);

G_END_DECLS
