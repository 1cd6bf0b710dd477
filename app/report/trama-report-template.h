/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-page-document.h"
#include "trama-problem.h"

G_BEGIN_DECLS

/*
 * A report as data: its sections, and in them which parts stand in which order, with which headings
 * and texts (docs/report-templates.md). The C code knows kinds of part, and what can be said, drawn
 * or listed; it knows no report. Immutable.
 */
typedef enum
{
  TRAMA_REPORT_PART_HEADING,      /* text or id; level */
  TRAMA_REPORT_PART_PARAGRAPH,    /* text or id; style, align */
  TRAMA_REPORT_PART_PARAGRAPHS,   /* id of a list: a paragraph each; style */
  TRAMA_REPORT_PART_LIST,         /* id of a list; style, ordered */
  TRAMA_REPORT_PART_CHART,        /* id; height, plain; text: below it */
  TRAMA_REPORT_PART_TABLE,        /* id */
  TRAMA_REPORT_PART_KEY_FIGURES,  /* ids */
  TRAMA_REPORT_PART_PAIRS,        /* ids */
  TRAMA_REPORT_PART_SIGNATURES,   /* ids */
  TRAMA_REPORT_PART_COLUMNS,      /* columns */
  TRAMA_REPORT_PART_CONTENTS,     /* text: the name beside them */
  TRAMA_REPORT_PART_RULE,
  TRAMA_REPORT_PART_SPACE,        /* lines */
  TRAMA_REPORT_PART_PAGE_BREAK,
  TRAMA_REPORT_PART_CHART_TABLES, /* a table for each chart drawn so far */
  TRAMA_REPORT_N_PARTS,
} TramaReportPartKind;

typedef struct
{
  guint span;                /* of the twelve */
  GPtrArray *parts;          /* TramaReportPart */
} TramaReportColumn;

typedef struct
{
  TramaReportPartKind kind;
  char *id;                  /* what is said, drawn or listed; NULL: none */
  char **ids;                /* NULL-terminated; NULL: none */
  char *text;                /* translatable; NULL: none */
  guint level;               /* of a heading */
  guint lines;               /* of a space, in half baselines */
  double height;             /* of a chart, pt; 0: its usual one */
  gboolean ordered;
  gboolean plain;            /* a chart without number, title and subtitle */
  TramaPageParagraphStyle style;
  TramaPageAlign align;      /* of a paragraph */
  GPtrArray *columns;        /* TramaReportColumn; NULL: none */
} TramaReportPart;

typedef struct
{
  char *id;
  char *name;                /* translatable */
  TramaPageSectionFlags flags;
  GPtrArray *parts;          /* TramaReportPart */
} TramaReportSection;

typedef struct
{
  gatomicrefcount references;
  char *id;
  char *version;
  char *title;               /* translatable, as are text and all names */
  char *text;                /* what it is for */
  char *subject;             /* the kind of record it is of: "programme" */
  GPtrArray *sections;       /* TramaReportSection */
} TramaReportTemplate;

/*
 * Reads a template file. Every fault is added to @problems with its place in the file; NULL is
 * returned if there was one. (transfer full)
 */
TramaReportTemplate *trama_report_template_parse (const char *file, const char *text, gsize length,
                                                  TramaProblems *problems);
TramaReportTemplate *trama_report_template_ref (TramaReportTemplate *template);
void trama_report_template_unref (TramaReportTemplate *template);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaReportTemplate, trama_report_template_unref)

/* The templates that come with the program. Borrowed elements. */
GPtrArray *trama_report_templates_built_in (void);
/* NULL where there is none. Borrowed. */
TramaReportTemplate *trama_report_templates_find (const char *id);
/* A text of a template in the user's language; NULL gives NULL. */
const char *trama_report_template_text (const char *text);

G_END_DECLS
