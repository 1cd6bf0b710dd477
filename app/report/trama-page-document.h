/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-page-block.h"
#include "trama-page-grid.h"

G_BEGIN_DECLS

/*
 * A document as data: sections of blocks, and what stands at the head and foot of every page. It
 * knows no pages; trama_pages_new() makes them.
 */
typedef struct
{
  TramaPaper paper;
  const char *language;      /* as in LANG; NULL: the process's */
  gboolean right_to_left;
  const char *head;          /* in bold at the head of every page: the programme */
  const char *head_end;      /* at the other end: "as of 30 June 2026" */
  const char *foot;          /* beside the folio: agency, method, "invented data" */
  /* Of the file. Each may be NULL. */
  const char *title;
  const char *author;
  const char *subject;
  const char *keywords;
  /* Written into the file as its date, days from 1970-01-01; nothing else of the day goes in. */
  gint32 day;
} TramaPageSettings;

typedef struct _TramaPageDocument TramaPageDocument;

/* @settings is copied. */
TramaPageDocument *trama_page_document_new (const TramaPageSettings *settings);
void trama_page_document_free (TramaPageDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaPageDocument, trama_page_document_free)

typedef enum
{
  TRAMA_PAGE_SECTION_NUMBERED = 1 << 0,   /* its charts and tables are "Figure 3.1" */
  TRAMA_PAGE_SECTION_PLAIN = 1 << 1,      /* no running head on its first page: the cover */
  TRAMA_PAGE_SECTION_RUN_ON = 1 << 2,     /* begins on the page where the last one ends */
  TRAMA_PAGE_SECTION_UNLISTED = 1 << 3,   /* not in contents and outline */
} TramaPageSectionFlags;

/* Begins a section; @name stands in the running head, the contents and the outline. */
void trama_page_document_begin_section (TramaPageDocument *document, const char *name,
                                        const char *anchor, TramaPageSectionFlags flags);
/* Adds to the section begun last. @block: (transfer full) */
void trama_page_document_add (TramaPageDocument *document, TramaPageBlock *block);

G_END_DECLS
