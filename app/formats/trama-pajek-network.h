/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-pajek.h"

G_BEGIN_DECLS

/* A partition or vector: a value for each vertex. */
typedef struct
{
  char *title;
  gboolean is_partition;
  GPtrArray *values; /* char *, by vertex */
} TramaPajekColumn;

/* What trama_pajek_read() has gathered so far; nobody else includes this. */
typedef struct
{
  char *name;
  guint n_vertices;
  GPtrArray *labels;  /* char *, NULL: none given */
  GArray *lines;      /* guint: where each vertex stands */
  GPtrArray *columns; /* TramaPajekColumn */
  TramaSheet *ties;
} TramaPajekNetwork;

TramaPajekNetwork *trama_pajek_network_new (const char *name);
void trama_pajek_network_free (TramaPajekNetwork *network);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaPajekNetwork, trama_pajek_network_free)

/* @line: where vertices stand that have no line of their own. */
void trama_pajek_network_set_size (TramaPajekNetwork *network, guint size, guint line);
/* @vertex from 1. FALSE where it has a label already. */
gboolean trama_pajek_network_set_label (TramaPajekNetwork *network, guint vertex, const char *label,
                                        guint line);
/* Borrowed. */
TramaPajekColumn *trama_pajek_network_add_column (TramaPajekNetwork *network, const char *title,
                                                  gboolean is_partition);
/* @relation may be NULL. */
void trama_pajek_network_add_tie (TramaPajekNetwork *network, guint line, guint from, guint to,
                                  const char *value, const char *relation);
/* Makes the two tables. Every column must have a value for each vertex. */
void trama_pajek_network_finish (TramaPajekNetwork *network, TramaPajek *pajek);

G_END_DECLS
