/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-frame.h"

G_BEGIN_DECLS

/*
 * Figures against their targets, each scaled to its own: hollow until the target (tick) is reached,
 * then solid; a small tick for the baseline; below, how the figure divides (women, men, not
 * recorded).
 */
#define TRAMA_BULLET_MAX_PARTS 4

typedef struct
{
  TramaId record;
  const char *label;
  double value;                            /* NaN: not known */
  double target;                           /* > 0; NaN: none agreed */
  double baseline;                         /* NaN: none */
  double parts[TRAMA_BULLET_MAX_PARTS];    /* n_parts of them, or NaN in the first: not split */
  const char *part_note;                   /* instead of parts: "value; not split" */
} TramaBullet;

typedef struct
{
  TramaChartFrame frame;
  const TramaBullet *bullets;
  guint n_bullets;
  guint n_parts;                           /* 0: no figure is split */
  const char *part_labels[TRAMA_BULLET_MAX_PARTS];
  gboolean last_part_unknown;
  int digits;
} TramaBulletsChart;

/* @height is the least; it is as high as they need. (transfer full) */
TramaScene *trama_bullets_chart_new (const TramaBulletsChart *data, const TramaChartStyle *style,
                                     double width, double height);

G_END_DECLS
