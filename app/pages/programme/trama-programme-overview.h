/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-programme-summary.h"

G_BEGIN_DECLS

/*
 * What a programme comes to, on one page: the answer in words, its phase, the criteria over the
 * months, the taper, each criterion with its figure and why, what is due, and the questions that
 * would settle most. It shows a summary and computes nothing.
 *
 * Signals: "why" (guint criterion, GtkWidget *anchor); "record-activated" (const char *id);
 * "records-activated" (gpointer GArray of TramaId, const char *title): what is due, or what a
 * question is about; "day-activated" (int day): a point of a chart.
 */
#define TRAMA_TYPE_PROGRAMME_OVERVIEW (trama_programme_overview_get_type ())
G_DECLARE_FINAL_TYPE (TramaProgrammeOverview, trama_programme_overview, TRAMA, PROGRAMME_OVERVIEW,
                      AdwBreakpointBin)

GtkWidget *trama_programme_overview_new (void);
/* @summary NULL: nothing is shown yet. A reference is taken. */
void trama_programme_overview_set_summary (TramaProgrammeOverview *overview,
                                           TramaProgrammeSummary *summary);
TramaProgrammeSummary *trama_programme_overview_get_summary (TramaProgrammeOverview *overview);

G_END_DECLS
