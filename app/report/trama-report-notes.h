/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-figure.h"
#include "trama-page-text.h"
#include "trama-version.h"

G_BEGIN_DECLS

/*
 * The evidence that a report refers to, numbered by first use. A note stands for one record, or,
 * where many carry a figure, for those that belong together: the attendances of a course, the
 * entries of one kind. The same records always bear the same number.
 */
typedef struct _TramaReportNotes TramaReportNotes;

typedef struct
{
  guint number;              /* from 1 */
  char *title;               /* what the records are */
  char *shows;               /* what they show */
  GArray *records;           /* TramaId, by date */
} TramaReportNote;

/* @version and @hidden, a set of TramaId of firms that must not be told apart, are borrowed. */
TramaReportNotes *trama_report_notes_new (TramaVersion *version, GHashTable *hidden);
void trama_report_notes_free (TramaReportNotes *notes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaReportNotes, trama_report_notes_free)

/* Appends superior numbers for @records to @text; none where there are no records. @shows may be
 * NULL: the number of records. */
void trama_report_notes_cite (TramaReportNotes *notes, TramaPageText *text, const TramaId *records,
                              guint n_records, const char *shows);
/* The records that count for the figure, or would if something were known. */
void trama_report_notes_cite_figure (TramaReportNotes *notes, TramaPageText *text,
                                     const TramaFigure *figure);

guint trama_report_notes_n (const TramaReportNotes *notes);
const TramaReportNote *trama_report_notes_get (const TramaReportNotes *notes, guint index);

/* What a record is called in print. A tie of a firm that is a number is not told by its ends: among
 * so few, whom one deals with is a name. (transfer full) */
char *trama_report_notes_title (const TramaReportNotes *notes, const TramaRecord *record);
/* Whether the record was entered more than 60 days after what it records. */
gboolean trama_report_is_late (const TramaRecord *record);
/* The file's name would name people; its checksum does not. NULL: no file is kept. Borrowed. */
const char *trama_report_checksum_of (TramaVersion *version, TramaId record);

G_END_DECLS
