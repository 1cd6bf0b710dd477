/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-report-maker.h"

G_BEGIN_DECLS

/* What a template can name: everything that can be said, drawn, listed or counted. */
typedef enum
{
  TRAMA_REPORT_SENTENCE,
  TRAMA_REPORT_LIST,
  TRAMA_REPORT_CHART,
  TRAMA_REPORT_TABLE,
  TRAMA_REPORT_KEY_FIGURE,
  TRAMA_REPORT_PAIR,
  TRAMA_REPORT_SIGNATURE,
} TramaReportThing;

gboolean trama_report_catalogue_has (TramaReportThing thing, const char *id);
/* The ids of a kind of thing, with commas. (transfer full) */
char *trama_report_catalogue_list (TramaReportThing thing);

/* Each NULL or FALSE where there is nothing to say. (transfer full) */
TramaPageText *trama_report_say (TramaReportMaker *maker, const char *id);
/* Of TramaPageText. */
GPtrArray *trama_report_list (TramaReportMaker *maker, const char *id);
TramaPageBlock *trama_report_tabulate (TramaReportMaker *maker, const char *id);
/* @plain: without number, title and subtitle, for a picture that says nothing new. @below (may be
 * NULL): words under it. */
TramaPageBlock *trama_report_draw (TramaReportMaker *maker, const char *id, double width,
                                   double height, gboolean plain, const char *below);
gboolean trama_report_key_figure (TramaReportMaker *maker, const char *id, char **figure,
                                  TramaPageText **words);
gboolean trama_report_pair (TramaReportMaker *maker, const char *id, char **name,
                            TramaPageText **text);
gboolean trama_report_signature (TramaReportMaker *maker, const char *id, char **role, char **name);

G_END_DECLS
