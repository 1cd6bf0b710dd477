/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-frame.h"
#include "trama-programme-charts.h"

G_BEGIN_DECLS

/* What the files of the catalogue share. */

TramaChartFrame trama_figure_frame (const TramaFigureWords *words, const TramaFigurePlace *place);

#define TRAMA_DECLARE_PROGRAMME_CHART(name) \
  void trama_programme_##name##_words (const TramaProgrammeSummary *summary, \
                                       TramaFigureWords *words); \
  TramaScene *trama_programme_##name##_new (const TramaProgrammeSummary *summary, \
                                            const TramaFigureWords *words, \
                                            const TramaChartStyle *style, \
                                            const TramaFigurePlace *place)

TRAMA_DECLARE_PROGRAMME_CHART (tiers);
TRAMA_DECLARE_PROGRAMME_CHART (activities);
TRAMA_DECLARE_PROGRAMME_CHART (payers);

G_END_DECLS
