/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-segments.h"

G_BEGIN_DECLS

/*
 * Points in squares within squares, so that the push of far away crowds can be taken as one push
 * from their middle (Barnes & Hut 1986). Memory is kept between fillings.
 */
typedef struct
{
  TramaPoint middle;  /* of the points in it */
  guint n;
  int children[4];    /* cells; −1: none */
  double size;        /* side of the square */
} TramaQuadCell;

typedef struct
{
  TramaQuadCell *cells;
  guint n_cells;
  guint allocated;
} TramaQuadtree;

void trama_quadtree_fill (TramaQuadtree *tree, const TramaPoint *points, guint n);
void trama_quadtree_clear (TramaQuadtree *tree);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TramaQuadtree, trama_quadtree_clear)

/* Σ (p − q) / |p − q|² over all points q; a square is taken as one point where its side is less
 * than its distance × @coarse. */
TramaPoint trama_quadtree_push (const TramaQuadtree *tree, TramaPoint point, double coarse);

G_END_DECLS
