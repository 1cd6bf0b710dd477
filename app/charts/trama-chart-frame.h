/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-scene-builder.h"

G_BEGIN_DECLS

/*
 * The words around a chart, the same for every kind; each chart's struct begins with one. All
 * strings are the caller's, already translated, and may be NULL: then nothing is set there.
 */
typedef struct
{
  const char *number;    /* "Figure 2.1", before the title, in print */
  const char *title;     /* the finding */
  const char *subtitle;  /* what is shown, unit and date */
  const char *source;    /* below the plot, small */
  /* What the chart says, for whom cannot see it. NULL: the title and a sentence made of the data. */
  const char *sentence;
  /* Said in the title's stead before that sentence, where the title is set by somebody else: the
   * caption of a page, the heading of a card. */
  const char *finding;
  /* Charts in a row share their plot's top: at least this far down, pt. 0: as high as it goes. */
  double plot_top;
} TramaChartFrame;

#define TRAMA_CHART_LEAST_PLOT 72.0

/* How far down the plot begins under this heading. Take the largest of a row for @plot_top. */
double trama_chart_frame_measure (const TramaChartFrame *frame, const TramaChartStyle *style,
                                  double width);

/* For the charts themselves: sets heading and source, gives what is left for the plot. With a
 * @plot_height above 0 the plot is just so high and the scene's height follows; else the plot takes
 * what the scene's height leaves, but at least TRAMA_CHART_LEAST_PLOT, for which the scene grows:
 * large letters make a chart taller, they do not squeeze it. */
TramaBox trama_chart_frame_add (const TramaChartFrame *frame, TramaSceneBuilder *builder,
                                double plot_height);

/* Heading and source together: what a plot of a wished height must be added to. */
double trama_chart_frame_measure_all (const TramaChartFrame *frame, TramaSceneBuilder *builder);

/* The frame's own sentence, or its title or finding with @made_of_data after it. (transfer full) */
char *trama_chart_frame_make_sentence (const TramaChartFrame *frame, const char *made_of_data);

G_END_DECLS
