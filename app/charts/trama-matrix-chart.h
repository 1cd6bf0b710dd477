/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-frame.h"

G_BEGIN_DECLS

/* A heat map of few rows and columns, each cell with its figure in words: so it is read in grey. */

typedef enum
{
  TRAMA_MATRIX_NO_CELL, /* the two do not meet: left empty */
  TRAMA_MATRIX_UNKNOWN, /* nothing could tell */
  TRAMA_MATRIX_UNUSED, /* it could be there and is not */
  TRAMA_MATRIX_RATED, /* a judgement in words, not a figure */
  TRAMA_MATRIX_VALUE,
} TramaMatrixCellKind;

typedef struct
{
  TramaMatrixCellKind kind;
  double value; /* VALUE: its colour is by its share of the largest */
  const char *text; /* NULL: the value, or the kind in words */
  TramaId record; /* one that stands for the cell; or none */
} TramaMatrixCell;

typedef struct
{
  const char *code; /* "IIa"; or NULL */
  const char *label;
} TramaMatrixHead;

typedef struct
{
  TramaChartFrame frame;
  const TramaMatrixHead *rows;
  guint n_rows;
  const TramaMatrixHead *columns;
  guint n_columns;
  const TramaMatrixCell *cells; /* row after row */
} TramaMatrixChart;

/* It is as high as its rows need; @height is the least. (transfer full) */
TramaScene *trama_matrix_chart_new (const TramaMatrixChart *data, const TramaChartStyle *style,
                                    double width, double height);

G_END_DECLS
