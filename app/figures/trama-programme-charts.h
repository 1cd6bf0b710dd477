/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-style.h"
#include "trama-programme-summary.h"
#include "trama-scene.h"

G_BEGIN_DECLS

/*
 * The charts of a programme, each built of its summary: the same for the window and for print. The
 * titles are findings, computed. @number: "Figure 2.1", or NULL. @plot_top: see TramaChartFrame;
 * 0 on its own. @height 0: the chart's usual one. All (transfer full).
 */
typedef struct
{
  const char *number;
  double plot_top;
  double width;
  double height;
  gboolean without_heading; /* the caller sets title and subtitle itself */
} TramaFigurePlace;

/* What a chart says, for captions: the finding, and what is shown. (transfer full) */
typedef struct
{
  char *title;
  char *subtitle;
} TramaFigureWords;

void trama_figure_words_clear (TramaFigureWords *words);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TramaFigureWords, trama_figure_words_clear)

/* The catalogue: what `trama chart` and reports name. */
typedef enum
{
  TRAMA_PROGRAMME_CHART_PHASES,       /* phases, gates, joint actions, shocks over time */
  TRAMA_PROGRAMME_CHART_CRITERIA,     /* criteria met at each month's end */
  TRAMA_PROGRAMME_CHART_TAPER,        /* agreed and paid share of the manager's pay */
  TRAMA_PROGRAMME_CHART_COHORT,       /* the portfolio's programmes by age and criteria */
  TRAMA_PROGRAMME_CHART_INDEPENDENCE, /* members that hold together without the broker, by month */
  TRAMA_PROGRAMME_CHART_TIERS, /* members by tier, when formed and now */
  TRAMA_PROGRAMME_CHART_ACTIVITIES, /* activities of 12 months by kind */
  TRAMA_PROGRAMME_CHART_PAYERS, /* what was spent, by payer, against the budget */
  TRAMA_N_PROGRAMME_CHARTS
} TramaProgrammeChart;

/* "criteria", …; NULL never. */
const char *trama_programme_chart_id (TramaProgrammeChart chart);
/* TRAMA_N_PROGRAMME_CHARTS where there is none. */
TramaProgrammeChart trama_programme_chart_from_id (const char *id);
void trama_programme_chart_words (TramaProgrammeChart chart, const TramaProgrammeSummary *summary,
                                  TramaFigureWords *words);
TramaScene *trama_programme_chart_new (TramaProgrammeChart chart,
                                       const TramaProgrammeSummary *summary,
                                       const TramaChartStyle *style, const TramaFigurePlace *place);
/* How far down its plot begins, to let charts in a row share it. */
double trama_programme_chart_measure (TramaProgrammeChart chart,
                                      const TramaProgrammeSummary *summary,
                                      const TramaChartStyle *style, const TramaFigurePlace *place);
/* The bar of phases at the head of the page. */
TramaScene *trama_programme_phase_bar_new (const TramaProgrammeSummary *summary,
                                           const TramaChartStyle *style, double width);
/* "5 of 19, 7 needed": NULL where the figure is no share of owner groups and no small count. */
TramaScene *trama_figure_dots_new (const TramaFigureUse *use, const TramaChartStyle *style,
                                   double width);

G_END_DECLS
