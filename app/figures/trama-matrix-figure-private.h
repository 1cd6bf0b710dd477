/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-matrix-figure.h"

G_BEGIN_DECLS

struct _TramaMatrixFigure
{
  gatomicrefcount references;
  TramaGraph *graph;
  GStringChunk *texts;    /* what the chart's strings point into */
  GArray *rows;           /* TramaAdjacencyName */
  GArray *columns;
  GArray *groups;         /* TramaAdjacencyGroup, of rows and columns */
  GArray *cells;          /* TramaAdjacencyCell */
  TramaAdjacencyChart chart;
};

TramaMatrixFigure *trama_matrix_figure_begin (TramaGraph *graph);
/* A copy that lives as long as the figure; NULL gives NULL. */
const char *trama_matrix_figure_keep (TramaMatrixFigure *figure, const char *text);
/* After rows, columns and cells stand. */
void trama_matrix_figure_settle (TramaMatrixFigure *figure);

G_END_DECLS
