/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the taper share; nobody else's. */

#include "trama-chart-axis.h"
#include "trama-label-placer.h"
#include "trama-taper-chart.h"

G_BEGIN_DECLS

#define TRAMA_TAPER_RING 1.9
#define TRAMA_TAPER_DISC 3.2

typedef struct
{
  const TramaTaperChart *data;
  TramaSceneBuilder *builder;
  TramaBox plot;
  TramaScale x;      /* months, 1 … */
  TramaScale y;      /* fractions */
  double step;
  int last;          /* index of the last month with a rolling share, or −1 */
  TramaLabelPlacer *placer;
} TramaTaperDrawing;

/* Where a month and a share lie. */
double trama_taper_month_place (const TramaTaperDrawing *d, double month);
double trama_taper_share_place (const TramaTaperDrawing *d, double share);
/* "Oct 2027" or, not @brief, "October 2027". (transfer full) */
char *trama_taper_month_date (const TramaTaperDrawing *d, int month, gboolean brief);
/* The first month in which all of it was agreed; 0: never. */
int trama_taper_agreed_month (const TramaTaperChart *data);
/* When they will carry all of it, in two lines. (transfer full) */
char *trama_taper_say_forecast (const TramaTaperDrawing *d, gboolean brief);

/* The shares at the last month, the forecast in words, and what a ring is. */
void trama_taper_label_shares (TramaTaperDrawing *d);
void trama_taper_add_words (TramaTaperDrawing *d);
void trama_taper_explain_ring (TramaTaperDrawing *d);

G_END_DECLS
