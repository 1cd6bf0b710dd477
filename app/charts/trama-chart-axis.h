/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-scale.h"
#include "trama-scene-builder.h"

G_BEGIN_DECLS

/* Axes, gridlines and the shorthands that every chart uses to set its words. */

typedef struct
{
  gboolean percent;    /* values are fractions; the topmost label carries the sign */
  int digits;
  const char *unit;    /* after the last label; NULL: none */
} TramaAxisFormat;

/* A text of one of the roles; returns its height. */
double trama_chart_put (TramaSceneBuilder *builder, const char *text, TramaTextRole role,
                        TramaColourRole colour, TramaAlign align, TramaVertical vertical, double x,
                        double y);
/* The width of @text in one line. */
double trama_chart_text_width (TramaSceneBuilder *builder, const char *text, TramaTextRole role,
                               gboolean bold);

/* "65%", as the language writes it. (transfer full) */
char *trama_chart_percent (const TramaChartStyle *style, double fraction, int digits);

/* Room that the labels of a value axis take at the left of the plot, with the gap. */
double trama_chart_axis_measure_values (TramaSceneBuilder *builder, const TramaScale *scale,
                                        double step, const TramaAxisFormat *format);
/* Level gridlines across @plot and labels at its left. */
void trama_chart_axis_add_values (TramaSceneBuilder *builder, const TramaBox *plot,
                                  const TramaScale *scale, double step,
                                  const TramaAxisFormat *format);

/* Room that a bottom axis takes below the plot. */
double trama_chart_axis_get_depth (TramaSceneBuilder *builder);
/* The axis line, and a label at @first, @first + @step, … */
void trama_chart_axis_add_positions (TramaSceneBuilder *builder, const TramaBox *plot,
                                     const TramaScale *scale, double first, double step,
                                     const TramaAxisFormat *format);
/* The axis line, ticks and labels for dates; the scene can then find dates. @scale counts days. */
void trama_chart_axis_add_dates (TramaSceneBuilder *builder, const TramaBox *plot,
                                 const TramaScale *scale);

G_END_DECLS
