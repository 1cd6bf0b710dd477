/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-scene-builder.h"

G_BEGIN_DECLS

/* What marks and lines mean, in rows that run on: a key and its words, broken only between
 * entries. */
typedef struct _TramaChartLegend TramaChartLegend;

TramaChartLegend *trama_chart_legend_new (void);
void trama_chart_legend_free (TramaChartLegend *legend);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaChartLegend, trama_chart_legend_free)

/* @label is copied. */
void trama_chart_legend_add_box (TramaChartLegend *legend, const TramaPaint *paint, double width,
                                 double height, const char *label);
void trama_chart_legend_add_mark (TramaChartLegend *legend, TramaMark mark, double size,
                                  const TramaPaint *paint, const char *label);

typedef enum
{
  TRAMA_LEGEND_PLAIN = 0,
  TRAMA_LEGEND_ARROW = 1 << 0,
  TRAMA_LEGEND_ARC = 1 << 1,
  TRAMA_LEGEND_NOTCH = 1 << 2,
} TramaLegendLine;

/* A line of 21 pt. @form: flags. @colour of the label, 0 = ink. */
void trama_chart_legend_add_line (TramaChartLegend *legend, const TramaPaint *paint, guint form,
                                  TramaColourRole colour, const char *label);
/* Discs of @sizes (radii) side by side, up to 4 of them. */
void trama_chart_legend_add_discs (TramaChartLegend *legend, const double *sizes,
                                   const TramaPaint *paints, guint n, const char *label);

/* A ring around a disc. */
void trama_chart_legend_add_ringed (TramaChartLegend *legend, const TramaPaint *disc,
                                    const TramaPaint *ring, const char *label);
/* Entries stand in columns, as many as fit @width; else they run on. */
void trama_chart_legend_set_columns (TramaChartLegend *legend, gboolean columns);

/* The height it takes at @width; 0: nothing in it. */
double trama_chart_legend_measure (TramaChartLegend *legend, TramaSceneBuilder *builder,
                                   double width);
void trama_chart_legend_add (TramaChartLegend *legend, TramaSceneBuilder *builder, double x,
                             double y, double width);

G_END_DECLS
