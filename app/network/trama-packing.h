/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double width;
  double height;
  double x; /* (out) upper left corner */
  double y;
} TramaBox2;

/*
 * Puts boxes beside and below one another so that the whole comes near to @aspect (width ÷ height)
 * and little is left empty: the first, the largest, at the upper left, the others at its right and
 * below in shelves. In: sizes, largest first. Out: places, and the size of the whole.
 */
void trama_pack (TramaBox2 *boxes, guint n, double aspect, double *width, double *height);

G_END_DECLS
