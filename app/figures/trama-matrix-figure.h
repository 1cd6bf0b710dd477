/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "trama-graph.h"
#include "trama-adjacency-chart.h"

G_BEGIN_DECLS

/* How rows and columns of a matrix are ordered. */
typedef enum
{
  TRAMA_MATRIX_BY_TIER,      /* leading, middle, workshop, not known; institutions; people */
  TRAMA_MATRIX_BY_COMMUNITY, /* the largest community first */
} TramaMatrixOrder;

/* A network, or who met where, as a matrix ready to be drawn. Immutable and reference-counted; made
 * in one thread, drawn in another. */
typedef struct _TramaMatrixFigure TramaMatrixFigure;

/*
 * Those who take part in @graph and the ties that count among them, from row to column; ties without a
 * direction in both squares. Where the graph compares two days, ties are new, kept or lost. Above
 * a hundred those tied to nobody are left out. @source: a line below, such as the filter in words; may
 * be NULL. NULL with an error where igraph fails. (transfer full)
 */
TramaMatrixFigure *trama_matrix_figure_new (TramaGraph *graph, TramaMatrixOrder order,
                                            const char *source, GCancellable *cancellable,
                                            GError **error);
/*
 * Two modes: which firms of @graph took part in which activities of the twelve months up to its day (of
 * its programme, where it is of one), the latest forty. It says that these are meetings: meeting is
 * no tie (D7 of the methods). (transfer full)
 */
TramaMatrixFigure *trama_meetings_figure_new (TramaGraph *graph);

TramaMatrixFigure *trama_matrix_figure_ref (TramaMatrixFigure *figure);
void trama_matrix_figure_unref (TramaMatrixFigure *figure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaMatrixFigure, trama_matrix_figure_unref)

/* Borrowed. */
const TramaAdjacencyChart *trama_matrix_figure_get_chart (const TramaMatrixFigure *figure);
/* (transfer full) */
TramaScene *trama_matrix_figure_draw (const TramaMatrixFigure *figure, const TramaChartStyle *style,
                                      double width);

G_END_DECLS
