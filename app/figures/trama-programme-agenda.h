/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-programme-summary.h"

G_BEGIN_DECLS

/* What wants doing in a programme as of a date, the most pressing first. */

typedef enum
{
  TRAMA_AGENDA_MONTHS,    /* months to be closed */
  TRAMA_AGENDA_STEPS,     /* plan steps past their date */
  TRAMA_AGENDA_TESTS,     /* test results past the promised day */
  TRAMA_AGENDA_TIES,      /* ties not confirmed for 20 months: they lapse after 24 */
  TRAMA_AGENDA_SHARE,     /* the agreed share rises next month */
  TRAMA_AGENDA_CERTIFICATES, /* certificates that run out within 90 days */
  TRAMA_AGENDA_COMPLAINTS, /* open complaints */
} TramaAgendaKind;

typedef struct
{
  TramaAgendaKind kind;
  char *title;     /* "3 test results late" */
  char *detail;    /* "oldest 19 days late" */
  gboolean late;   /* wants a warning's colour and glyph */
  GArray *records; /* TramaId, those it is about */
} TramaAgendaItem;

/* (transfer full) (element TramaAgendaItem) */
GPtrArray *trama_programme_agenda_new (const TramaProgrammeSummary *summary);

G_END_DECLS
