/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The inside of a table, shared by the files that compose and lay it out; nobody else's. */

#include "trama-page-table.h"

G_BEGIN_DECLS

typedef struct
{
  TramaPageText *text;       /* NULL: empty */
  guint8 verdict;            /* TramaPageVerdict */
} TramaPageCell;

typedef struct
{
  guint8 kind;               /* TramaPageRowKind */
  guint n_cells;
  char *anchor;
  TramaPageCell *cells;      /* as many as the table has columns */
} TramaPageRow;

struct _TramaPageTable
{
  TramaPageColumn *columns;  /* strings owned */
  guint n_columns;
  GArray *rows;              /* TramaPageRow */
  char *empty;
  gboolean loose;
  gboolean rules;
};

G_END_DECLS
