/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-scene.h"

G_BEGIN_DECLS

/*
 * Keeps labels apart. Labels come in the order of their importance, each with the places it could
 * take, best first; it gets the cheapest that touches no label placed before it and nothing that is
 * forbidden, or none.
 */
typedef struct _TramaLabelPlacer TramaLabelPlacer;

/* Labels stay within @bounds. */
TramaLabelPlacer *trama_label_placer_new (TramaBox bounds);
void trama_label_placer_free (TramaLabelPlacer *placer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaLabelPlacer, trama_label_placer_free)

/* @cost of covering all of @box, less for a part of it; infinite = must not be touched. */
void trama_label_placer_add_box (TramaLabelPlacer *placer, TramaBox box, double cost);
/* @cost of standing on this line. */
void trama_label_placer_add_line (TramaLabelPlacer *placer, double x1, double y1, double x2,
                                  double y2, double cost);

/* Tries @candidates, whose order itself costs a little. The chosen one, its index in @chosen, is
 * from then on forbidden to others. FALSE: no place under @max_cost. */
gboolean trama_label_placer_place (TramaLabelPlacer *placer, const TramaBox *candidates,
                                   guint n_candidates, double max_cost, guint *chosen);

/* Moves the centres of things of these @heights up and down so that they stand at least @gap apart
 * within [@from, @to], in the order they have, as near to where they were as can be. */
void trama_label_spread (double *centres, const double *heights, guint n, double gap, double from,
                         double to);

gboolean trama_box_overlaps (TramaBox a, TramaBox b);

G_END_DECLS
