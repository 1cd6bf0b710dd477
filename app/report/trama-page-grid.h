/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The one grid of every page: twelve columns of 29.2 pt with gutters of 12 pt, 482 pt in all, on a
 * baseline of 13 pt. A4 has margins of 20 mm at the sides and 22 mm above and below; Letter keeps
 * the same columns, so that a chart is the same on both, and has wider sides and fewer lines.
 * Everything is in points.
 */
typedef enum
{
  TRAMA_PAPER_A4 = 0,
  TRAMA_PAPER_LETTER,
} TramaPaper;

#define TRAMA_PAGE_COLUMNS 12
#define TRAMA_PAGE_GUTTER 12.0
#define TRAMA_PAGE_BASELINE 13.0
#define TRAMA_PAGE_TEXT_WIDTH (170.0 * 72.0 / 25.4)

double trama_paper_get_width (TramaPaper paper);
double trama_paper_get_height (TramaPaper paper);
/* Where the columns begin and how far down the first line's top is. */
double trama_paper_get_left (TramaPaper paper);
double trama_paper_get_top (TramaPaper paper);
/* How much of the page is for blocks: a whole number of baselines. */
double trama_paper_get_text_height (TramaPaper paper);
/* "a4", "letter". FALSE and A4 where it is neither. */
gboolean trama_paper_from_name (const char *name, TramaPaper *paper);

/* The width of @columns (1 … 12) side by side with the gutters between them, and how far from the
 * text's edge column @first (0 … 11) begins. */
double trama_page_grid_width (guint columns);
double trama_page_grid_offset (guint first);

G_END_DECLS
