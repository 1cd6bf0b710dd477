/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-page-table.h"
#include "trama-page-text-private.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Sizes and leadings of the page, in points; the tokens of docs/design.md. */
typedef enum
{
  TRAMA_PAGE_ROLE_TITLE,        /* 28/32 bold */
  TRAMA_PAGE_ROLE_SUBTITLE,     /* 17/24 */
  TRAMA_PAGE_ROLE_HEADING_1,    /* 17/21 bold */
  TRAMA_PAGE_ROLE_HEADING_2,    /* 10.5/13 bold */
  TRAMA_PAGE_ROLE_HEADING_3,    /* 9.5/13 bold */
  TRAMA_PAGE_ROLE_BODY,         /* 9.5/13 */
  TRAMA_PAGE_ROLE_COLUMN,       /* 9/12 */
  TRAMA_PAGE_ROLE_ASIDE,        /* 8/10.5 */
  TRAMA_PAGE_ROLE_SMALL,        /* 7/9, second ink */
  TRAMA_PAGE_ROLE_CAPTION,      /* 9/11.5 */
  TRAMA_PAGE_ROLE_TABLE,        /* 8/10.5 */
  TRAMA_PAGE_ROLE_TABLE_HEAD,   /* 7/9 bold */
  TRAMA_PAGE_ROLE_TABLE_OVER,   /* 7/9, second ink */
  TRAMA_PAGE_ROLE_BIG,          /* 20/22 bold */
  TRAMA_PAGE_ROLE_RUNNING,      /* 7/9, second ink */
  TRAMA_PAGE_N_ROLES,
} TramaPageRole;

double trama_page_role_size (TramaPageRole role);
double trama_page_role_leading (TramaPageRole role);

/*
 * A text set at a width: what is drawn, without a Pango object in it, so that another thread may
 * draw what this one laid out. Immutable and atomically reference-counted.
 */
typedef struct
{
  gatomicrefcount references;
  char *words;
  TramaPageSpan *spans;
  guint n_spans;
  guint8 role;               /* TramaPageRole */
  guint8 align;              /* TramaPageAlign */
  gboolean bold;             /* over the role's own */
  gboolean italic;
  TramaColourRole colour;    /* NONE: the role's own */
  double width;              /* lines were broken at it; 0: never */
  double longest;            /* of its lines */
  guint n_lines;
  guint *starts;             /* n_lines + 1 places in @words */
} TramaPageSet;

TramaPageSet *trama_page_set_ref (TramaPageSet *set);
void trama_page_set_unref (TramaPageSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaPageSet, trama_page_set_unref)

typedef struct
{
  TramaPageRole role;
  TramaPageAlign align;
  gboolean bold;
  gboolean italic;
  TramaColourRole colour;
  double width;
} TramaPageSetSpec;

/*
 * Sets and draws texts. Belongs to the thread that made it; keeps its layouts, since making one for
 * each cell of a long table would cost more than setting it.
 */
typedef struct _TramaPageType TramaPageType;

TramaPageType *trama_page_type_new (const char *language, gboolean right_to_left);
void trama_page_type_free (TramaPageType *type);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaPageType, trama_page_type_free)

/* @text has no unresolved spans. (transfer full) */
TramaPageSet *trama_page_type_set (TramaPageType *type, const TramaPageText *text,
                                   const TramaPageSetSpec *spec);
/* Its width on one line, and that of its longest word. */
double trama_page_type_measure (TramaPageType *type, const TramaPageText *text,
                                const TramaPageSetSpec *spec);
double trama_page_type_measure_word (TramaPageType *type, const TramaPageText *text,
                                     const TramaPageSetSpec *spec);

/* The lines of @set from @first on (PangoLayoutLine), good until the setter is used again. */
GSList *trama_page_type_get_lines (TramaPageType *type, const TramaPageSet *set, guint first);
/* From the left of a box @width wide to where @line begins. */
double trama_page_type_line_offset (TramaPageType *type, const TramaPageSet *set,
                                    PangoLayoutLine *line, double width);
/* From a line's top to its baseline. */
double trama_page_set_baseline (const TramaPageSet *set);
double trama_page_set_leading (const TramaPageSet *set);
TramaColourRole trama_page_set_colour (const TramaPageSet *set);

G_END_DECLS
