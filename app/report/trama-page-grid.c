/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-page-grid.h"

#include <math.h>

#define MILLIMETRE (72.0 / 25.4)
#define TOP (22 * MILLIMETRE)

static const struct
{
  const char *name;
  double width;
  double height;
} papers[] = {
  [TRAMA_PAPER_A4] = { "a4", 210 * MILLIMETRE, 297 * MILLIMETRE },
  [TRAMA_PAPER_LETTER] = { "letter", 612, 792 },
};

double
trama_paper_get_width (TramaPaper paper)
{
  g_return_val_if_fail (paper < G_N_ELEMENTS (papers), 0);

  return papers[paper].width;
}

double
trama_paper_get_height (TramaPaper paper)
{
  g_return_val_if_fail (paper < G_N_ELEMENTS (papers), 0);

  return papers[paper].height;
}

double
trama_paper_get_left (TramaPaper paper)
{
  return (trama_paper_get_width (paper) - TRAMA_PAGE_TEXT_WIDTH) / 2;
}

double
trama_paper_get_top (TramaPaper paper)
{
  return TOP;
}

double
trama_paper_get_text_height (TramaPaper paper)
{
  double room = trama_paper_get_height (paper) - 2 * TOP;

  return floor (room / TRAMA_PAGE_BASELINE) * TRAMA_PAGE_BASELINE;
}

gboolean
trama_paper_from_name (const char *name, TramaPaper *paper)
{
  *paper = TRAMA_PAPER_A4;
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (name, papers[i].name) == 0)
      {
        *paper = (TramaPaper) i;
        return TRUE;
      }
  return FALSE;
}

static double
column_width (void)
{
  return (TRAMA_PAGE_TEXT_WIDTH - (TRAMA_PAGE_COLUMNS - 1) * TRAMA_PAGE_GUTTER)
         / TRAMA_PAGE_COLUMNS;
}

double
trama_page_grid_width (guint columns)
{
  g_return_val_if_fail (columns >= 1 && columns <= TRAMA_PAGE_COLUMNS, TRAMA_PAGE_TEXT_WIDTH);

  return columns * column_width () + (columns - 1) * TRAMA_PAGE_GUTTER;
}

double
trama_page_grid_offset (guint first)
{
  return first * (column_width () + TRAMA_PAGE_GUTTER);
}
