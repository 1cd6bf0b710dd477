/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-report.h"

G_BEGIN_DECLS

/* What a report is of and for. Two that are equal give the same pages. */
typedef struct
{
  TramaVersion *version; /* NULL: none */
  TramaReportTemplate *template;
  TramaId programme;
  gint32 as_of;
  TramaPaper paper;
  TramaReportAudience audience;
} TramaReportsOrder;

/* Refers to what @from does. */
void trama_reports_order_copy (TramaReportsOrder *to, const TramaReportsOrder *from);
void trama_reports_order_clear (TramaReportsOrder *order);
gboolean trama_reports_order_equal (const TramaReportsOrder *a, const TramaReportsOrder *b);

/* Makes the report in another thread. */
void trama_reports_make_async (const TramaReportsOrder *order, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data);
/* (transfer full); NULL with an error, of GIOError where it was cancelled. */
TramaReport *trama_reports_make_finish (GAsyncResult *result, GError **error);

G_END_DECLS
