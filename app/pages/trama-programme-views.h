/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-record-table.h"
#include "trama-kind.h"

G_BEGIN_DECLS

#define TRAMA_MAX_VIEW_TABLES 5
#define TRAMA_MAX_VIEW_COLUMNS 8

/* A table of a programme's records. */
typedef struct
{
  TramaKind kind;
  const char
      *columns[TRAMA_MAX_VIEW_COLUMNS]; /* ids of fields, the one that takes the room first */
  int sort;                                    /* the column it is sorted by at first */
  GtkSortType order;
  gboolean fixed; /* records are not added here */
} TramaViewTable;

/* What the list of a programme's views leads to. */
typedef struct
{
  const char *name;
  const char *title; /* translatable */
  const char *icon;
  const char *empty; /* translatable: what will be here and why it is worth having */
  TramaViewTable tables[TRAMA_MAX_VIEW_TABLES];
} TramaProgrammeView;

/* Those that are tables; overview and evaluation are pages of their own. */
const TramaProgrammeView *trama_programme_views (guint *n);

G_END_DECLS
