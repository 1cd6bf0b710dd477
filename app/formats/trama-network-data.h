/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A network to be written, as values and nothing else. Strings are owned; NULL is "not known". */
typedef enum
{
  TRAMA_NETWORK_COLUMN_TEXT,
  TRAMA_NETWORK_COLUMN_NUMBER,
} TramaNetworkColumnType;

typedef struct
{
  const char *name; /* a literal: a field's id */
  TramaNetworkColumnType type;
} TramaNetworkColumn;

typedef struct
{
  char *id;
  char *label;
  char **values; /* one for each column of nodes; not an ordinary string list: NULLs within */
  double x;      /* 0 … 1, y downwards; NaN: nowhere */
  double y;
  double size;   /* NaN: not known */
  guint32 colour; /* 0xRRGGBB */
} TramaNetworkDataNode;

typedef struct
{
  char *id;
  guint from;
  guint to;
  gboolean directed;
  double weight;
  char *kind;    /* an id such as "supply" */
  char *first_day; /* on which it held, and the last; NULL: not known */
  char *last_day;
  char **values; /* one for each column of ties */
  guint32 colour;
} TramaNetworkDataTie;

typedef struct
{
  char *title;
  char *as_of;  /* a day; NULL: all dates */
  const TramaNetworkColumn *node_columns;
  guint n_node_columns;
  const TramaNetworkColumn *tie_columns;
  guint n_tie_columns;
  TramaNetworkDataNode *nodes;
  guint n_nodes;
  TramaNetworkDataTie *ties;
  guint n_ties;
} TramaNetworkData;

void trama_network_data_free (TramaNetworkData *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaNetworkData, trama_network_data_free)

/*
 * The formats. The same data gives the same bytes. What a format cannot hold is left out: dates,
 * places and colours of all but GEXF and, of places and colours, Pajek; kinds and columns of DL and the
 * matrix, where ties of one pair add up.
 */
typedef enum
{
  TRAMA_NETWORK_FORMAT_GRAPHML,
  TRAMA_NETWORK_FORMAT_GEXF,
  TRAMA_NETWORK_FORMAT_PAJEK,
  TRAMA_NETWORK_FORMAT_DL,
  TRAMA_NETWORK_FORMAT_EDGES_CSV,
  TRAMA_NETWORK_FORMAT_NODES_CSV,
  TRAMA_NETWORK_FORMAT_MATRIX_CSV,
  TRAMA_N_NETWORK_FORMATS,
} TramaNetworkFormat;

/* "graphml", "gexf", "pajek", "dl", "edges-csv", "nodes-csv", "matrix-csv". */
const char *trama_network_format_id (TramaNetworkFormat format);
/* TRAMA_N_NETWORK_FORMATS where there is none of that id. */
TramaNetworkFormat trama_network_format_from_id (const char *id);
/* By the end of a file's name: .graphml, .gexf, .net, .dl; else TRAMA_N_NETWORK_FORMATS. */
TramaNetworkFormat trama_network_format_from_name (const char *name);

/* More nodes than a matrix can hold are refused by trama_network_data_fits(). */
#define TRAMA_NETWORK_MATRIX_MAX 1023
gboolean trama_network_data_fits (const TramaNetworkData *data, TramaNetworkFormat format);
/* (transfer full) */
GString *trama_network_data_write (const TramaNetworkData *data, TramaNetworkFormat format);

/* One for each. */
void trama_network_data_write_graphml (const TramaNetworkData *data, GString *out);
void trama_network_data_write_gexf (const TramaNetworkData *data, GString *out);
void trama_network_data_write_pajek (const TramaNetworkData *data, GString *out);
void trama_network_data_write_dl (const TramaNetworkData *data, GString *out);
void trama_network_data_write_edges (const TramaNetworkData *data, GString *out);
void trama_network_data_write_nodes (const TramaNetworkData *data, GString *out);
void trama_network_data_write_matrix (const TramaNetworkData *data, GString *out);

/* With a point, the shortest that reads back the same. */
void trama_network_data_append_number (GString *out, double value);

G_END_DECLS
