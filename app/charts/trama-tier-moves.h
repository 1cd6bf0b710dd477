/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-pyramid-chart.h"

G_BEGIN_DECLS

/* The part of the pyramid's chart that shows who moved: bands from the tiers of the first date to
 * those of the second. */
void trama_tier_moves_add (TramaSceneBuilder *builder, const TramaPyramidChart *data,
                           TramaBox plot);

/* "Leading", …; @tier as TramaChartTier. */
const char *trama_tier_moves_name (guint tier);
/* How a bar of this tier is filled and edged. */
TramaPaint trama_tier_moves_paint (guint tier);

G_END_DECLS
