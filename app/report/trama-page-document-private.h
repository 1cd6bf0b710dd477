/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The inside of a document, shared by the files that compose and lay it out; nobody else's. */

#include "trama-page-block-private.h"
#include "trama-page-document.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *anchor;              /* never NULL */
  TramaPageSectionFlags flags;
  guint number;              /* 0: none */
  GPtrArray *blocks;         /* TramaPageBlock */
} TramaPageSection;

struct _TramaPageDocument
{
  TramaPageSettings settings;     /* strings owned */
  GPtrArray *sections;            /* TramaPageSection */
  GHashTable *numbers;            /* anchor → "Figure 2.1", borrowed from the block */
  guint n_numbered;
  guint n_figures;                /* in the last section, or so far where it has no number */
  guint n_tables;
};

/* Copies of the strings, to be cleared with trama_page_settings_clear(). */
void trama_page_settings_copy (const TramaPageSettings *settings, TramaPageSettings *copy);
void trama_page_settings_clear (TramaPageSettings *settings);

G_END_DECLS
