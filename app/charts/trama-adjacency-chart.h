/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-frame.h"

G_BEGIN_DECLS

/*
 * Who is tied to whom as a table of squares: what a drawing hides under its lines, a matrix shows.
 * Rows and columns come in the caller's order, in groups that a line parts.
 */
typedef struct
{
  TramaId record;
  const char *label;
} TramaAdjacencyName;

typedef struct
{
  const char *label;
  guint n; /* so many rows or columns, one group after the other */
} TramaAdjacencyGroup;

typedef enum
{
  TRAMA_ADJACENCY_PLAIN, /* darker with strength */
  TRAMA_ADJACENCY_KEPT,  /* grey */
  TRAMA_ADJACENCY_NEW,   /* blue */
  TRAMA_ADJACENCY_LOST,  /* an empty vermilion square */
  TRAMA_ADJACENCY_N_MARKS,
} TramaAdjacencyMark;

typedef struct
{
  TramaId record;
  guint row;
  guint column;
  TramaAdjacencyMark mark;
  int strength;           /* 1 … 3 */
  const char *value_text; /* for the tooltip and the table: "supply"; NULL: nothing */
} TramaAdjacencyCell;

typedef struct
{
  TramaChartFrame frame;
  const TramaAdjacencyName *rows;
  guint n_rows;
  const TramaAdjacencyName *columns;
  guint n_columns;
  const TramaAdjacencyGroup *row_groups; /* none: not parted */
  guint n_row_groups;
  const TramaAdjacencyGroup *column_groups;
  guint n_column_groups;
  const TramaAdjacencyCell *cells; /* each row and column at most once */
  guint n_cells;
  gboolean one_mode;            /* rows are columns: the diagonal is shaded */
  const char *row_head;         /* of the table's columns */
  const char *column_head;
  const char *value_head;
} TramaAdjacencyChart;

/* The height follows from the rows. Names are set where they find room. (transfer full) */
TramaScene *trama_adjacency_chart_new (const TramaAdjacencyChart *data,
                                       const TramaChartStyle *style, double width);

G_END_DECLS
