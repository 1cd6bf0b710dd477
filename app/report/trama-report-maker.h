/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-context.h"
#include "trama-programme-dossier.h"
#include "trama-report-mask.h"
#include "trama-report-notes.h"
#include "trama-report.h"

G_BEGIN_DECLS

/* What the files that say, draw and list share while one report is made. */

typedef struct _TramaReportMoney TramaReportMoney;

/* A chart as it was drawn, for its figures in words at the end. */
typedef struct
{
  char *id;                  /* as in the catalogue */
  char *anchor;
  char *title;
  TramaScene *scene;
} TramaReportDrawn;

typedef struct
{
  TramaReportTemplate *template;
  TramaReportAudience audience;
  const char *recipient;           /* NULL: nobody named */
  TramaVersion *original;          /* as it was given, with all names; for its checksum only */
  TramaReportMask *mask;
  TramaVersion *version;           /* the mask's */
  TramaProgrammeDossier *dossier;
  const TramaProgramme *programme;
  const TramaPortfolio *portfolio; /* NULL: there is none */
  const TramaEvaluation *evaluation;
  const TramaEvaluation *results;
  TramaContext context;
  gint32 as_of;
  TramaChartStyle style;
  TramaReportNotes *notes;
  GPtrArray *drawn;                /* TramaReportDrawn */
  TramaPageDocument *document;
  TramaReportMoney *money;         /* made when it is asked for */
} TramaReportMaker;

/* A table whose titles are msgids. (transfer full) */
TramaPageTable *trama_report_table_new (const TramaPageColumn *columns, guint n_columns);
/* Firms that are members on the as-of date, by name; numbers last. (transfer container) */
GPtrArray *trama_report_members (TramaReportMaker *maker);
/* Whether @activity, of the programme, is a joint action of at least two owner groups by now. */
gboolean trama_report_is_joint (TramaReportMaker *maker, const TramaActivity *activity);
/* How many work in the firm by the latest figure; TRAMA_BAND_UNKNOWN. */
TramaBand trama_report_people (TramaReportMaker *maker, TramaId firm);
/* "30 June 2026". (transfer full) */
char *trama_report_day (gint32 day);
/* 0.65 as "65%". (transfer full) */
char *trama_report_percent (double share);
TramaPageVerdict trama_report_verdict (const TramaCriterionResult *result);
/* The result of the method's criterion @id; NULL: it has none. Borrowed. */
const TramaCriterionResult *trama_report_result (TramaReportMaker *maker, const char *id);
/* A count that would show single owner groups is not printed for who is outside the agency. */
char *trama_report_small_count (TramaReportMaker *maker, guint count);

/* Adds a whole sentence, after a space where others stand before it. @sentence: (transfer full) */
void trama_report_append (TramaPageText *text, char *sentence);

/* The kinds of thing, a table of ids and functions in each file. */
typedef struct
{
  const char *id;
  TramaPageText *(*say) (TramaReportMaker *maker);
} TramaReportSentence;

typedef struct
{
  const char *id;
  void (*list) (TramaReportMaker *maker, GPtrArray *texts);
} TramaReportListing;

typedef struct
{
  const char *id;
  TramaPageBlock *(*tabulate) (TramaReportMaker *maker);
} TramaReportTabulation;

typedef struct
{
  const char *id;
  gboolean (*figure) (TramaReportMaker *maker, char **figure, TramaPageText **words);
} TramaReportKeyFigure;

typedef struct
{
  const char *id;
  const char *name;          /* translatable */
  TramaPageText *(*say) (TramaReportMaker *maker);
} TramaReportPair;

/* Each ends in an entry without an id. */
extern const TramaReportSentence trama_report_cover_sentences[];
extern const TramaReportSentence trama_report_summary_sentences[];
extern const TramaReportSentence trama_report_benefit_sentences[];
extern const TramaReportSentence trama_report_course_sentences[];
extern const TramaReportSentence trama_report_member_sentences[];
extern const TramaReportSentence trama_report_network_sentences[];
extern const TramaReportSentence trama_report_action_sentences[];
extern const TramaReportSentence trama_report_testing_sentences[];
extern const TramaReportSentence trama_report_money_sentences[];
extern const TramaReportSentence trama_report_criteria_sentences[];
extern const TramaReportSentence trama_report_evidence_sentences[];
extern const TramaReportListing trama_report_asked_lists[];
extern const TramaReportListing trama_report_criteria_lists[];
extern const TramaReportTabulation trama_report_course_tables[];
extern const TramaReportTabulation trama_report_member_tables[];
extern const TramaReportTabulation trama_report_network_tables[];
extern const TramaReportTabulation trama_report_action_tables[];
extern const TramaReportTabulation trama_report_testing_tables[];
extern const TramaReportTabulation trama_report_money_tables[];
extern const TramaReportTabulation trama_report_criteria_tables[];
extern const TramaReportTabulation trama_report_evidence_tables[];
extern const TramaReportTabulation trama_report_record_tables[];
extern const TramaReportKeyFigure trama_report_key_figures[];
extern const TramaReportPair trama_report_pairs[];

G_END_DECLS
