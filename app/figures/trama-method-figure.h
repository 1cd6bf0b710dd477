/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-evaluation.h"
#include "trama-programme-charts.h"

G_BEGIN_DECLS

/*
 * The picture of an evaluation that rests on ratings: a profile against the two nearest ideal
 * types, the distances to the types over the dated readings, a matrix, or a map of two axes; which
 * of them follows from the method's scoring. The same for the window, for print and for
 * `trama chart`.
 */
typedef enum
{
  TRAMA_METHOD_FIGURE_NONE, /* a list is all there is to see */
  TRAMA_METHOD_FIGURE_PROFILE,
  TRAMA_METHOD_FIGURE_DISTANCES,
  TRAMA_METHOD_FIGURE_MATRIX,
  TRAMA_METHOD_FIGURE_MAP,
  TRAMA_METHOD_FIGURE_LEVELS, /* every rated row on its scale */
} TramaMethodFigureKind;

/* What it is set beside: another subject under the same method. */
typedef struct
{
  const TramaEvaluation *evaluation;
  const char *name;
} TramaMethodBeside;

/* @evaluation decides: distances over time need two dated readings. */
TramaMethodFigureKind trama_method_figure_kind (const TramaEvaluation *evaluation);

/* The finding and what is shown; a finding of its own where the method gives none. */
void trama_method_figure_words (const TramaEvaluation *evaluation, TramaFigureWords *words);

/* @beside: @n_beside of them; the profile shows the first, the map all. NULL where there is nothing
 * to draw. (transfer full) */
TramaScene *trama_method_figure_new (const TramaEvaluation *evaluation, const char *subject,
                                     const TramaMethodBeside *beside, guint n_beside,
                                     const TramaChartStyle *style, const TramaFigurePlace *place);

/* "3, at most 4, of 9 rows rated", "Technology, Exports"… (transfer full) */
char *trama_method_figure_against (const TramaEvaluation *evaluation);

G_END_DECLS
