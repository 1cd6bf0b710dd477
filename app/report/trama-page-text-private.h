/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The inside of a text, shared by the files that compose, set and draw it; nobody else's. */

#include "trama-page-text.h"

G_BEGIN_DECLS

typedef enum
{
  TRAMA_PAGE_SPAN_STYLED,
  TRAMA_PAGE_SPAN_LINK,
  TRAMA_PAGE_SPAN_NOTE, /* a link to a note; its first mention is where the annex leads back */
  TRAMA_PAGE_SPAN_PAGE_OF, /* empty until resolved */
  TRAMA_PAGE_SPAN_NUMBER_OF, /* empty until resolved */
} TramaPageSpanType;

typedef struct
{
  guint start; /* bytes; [start, end) */
  guint end;
  guint8 type; /* TramaPageSpanType */
  guint8 style; /* TramaPageTextStyle */
  gboolean superior;
  TramaColourRole colour;
  guint note;
  char *anchor;
} TramaPageSpan;

struct _TramaPageText
{
  GString *words;
  GArray *spans; /* TramaPageSpan, in order of start, never overlapping */
};

/* What empty spans say; NULL: nothing is known of the anchor, and the span stays empty. */
typedef struct
{
  char *(*page_of) (const char *anchor, gpointer data);
  char *(*number_of) (const char *anchor, gpointer data);
  gpointer data;
} TramaPageResolver;

/* A copy in which every empty span is a link with its words. (transfer full) */
TramaPageText *trama_page_text_resolve (const TramaPageText *text,
                                        const TramaPageResolver *resolver);

G_END_DECLS
