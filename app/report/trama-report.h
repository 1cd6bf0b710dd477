/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-pages.h"
#include "trama-report-template.h"
#include "trama-version.h"

G_BEGIN_DECLS

/*
 * A template filled with what the records say of a programme as of a date. Every figure is computed
 * of the records when the report is made; the same version, template, date and options give the same
 * pages. Immutable and atomically reference-counted; may be made in any thread.
 */
typedef struct _TramaReport TramaReport;

/* Who will read it. A firm that has not agreed to be named to them appears as a number, and in no
 * drawing; so does every firm outside the group. */
typedef enum
{
  TRAMA_REPORT_FOR_DONOR = 0,
  TRAMA_REPORT_FOR_AGENCY,
  TRAMA_REPORT_FOR_GROUP,
} TramaReportAudience;

/* "donor", "agency", "group". FALSE where it is none of them. */
gboolean trama_report_audience_from_name (const char *name, TramaReportAudience *audience);

typedef struct
{
  TramaPaper paper;
  TramaReportAudience audience;
  /* As in LANG: which letters are shaped how, and from which side the page is read; NULL: the
   * process's letters, from the left. The words are always those of the process's locale: gettext
   * has one language at a time, and reports are made in any thread. */
  const char *language;
  const char *recipient;     /* NULL: the programme's donor, or nobody named */
} TramaReportOptions;

/* @options NULL: A4, for the donor. NULL with an error of TRAMA_ERROR where @programme is not in
 * @version, or of GIOError where @cancellable was cancelled. (transfer full) */
TramaReport *trama_report_new (TramaVersion *version, TramaReportTemplate *template,
                               TramaId programme, gint32 as_of, const TramaReportOptions *options,
                               GCancellable *cancellable, GError **error);
TramaReport *trama_report_ref (TramaReport *report);
void trama_report_unref (TramaReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaReport, trama_report_unref)

/* Borrowed. */
TramaPages *trama_report_get_pages (const TramaReport *report);
const char *trama_report_get_title (const TramaReport *report);
/* A name for its file, without a folder: "Calzado Franklin 2026-06-30.pdf". (transfer full) */
char *trama_report_make_file_name (const TramaReport *report);
/* How many members are numbers to this reader. */
guint trama_report_get_n_masked (const TramaReport *report);

G_END_DECLS
