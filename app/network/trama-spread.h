/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "trama-segments.h"

G_BEGIN_DECLS

/* Moves points that stand too close to one another, as little as may be, so that each can be seen
 * by itself: @at_most so far apart, and less where so many stand so near that they would all move. */
void trama_spread (TramaPoint *points, guint n, double at_most, GCancellable *cancellable);

G_END_DECLS
