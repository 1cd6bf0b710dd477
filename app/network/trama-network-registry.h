/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "trama-grouping.h"

G_BEGIN_DECLS

/*
 * The figures of a network by their ids, as "trama network --measures", the network page and
 * docs/network-measures.md name them. Whom they are of is any graph: of a date, through a filter,
 * with or without the broker. Those who are off or closed take no part; only ties that count do.
 */
typedef enum
{
  TRAMA_NETWORK_UNIT_COUNT,
  TRAMA_NETWORK_UNIT_SHARE, /* 0 … 1 */
  TRAMA_NETWORK_UNIT_INDEX, /* −1 … 1, or without a bound: the definition says */
  TRAMA_NETWORK_UNIT_TIES,
  TRAMA_NETWORK_UNIT_WEIGHT, /* strengths added up */
  TRAMA_NETWORK_UNIT_PAIRS,
} TramaNetworkUnit;

/* "count", "share", "index", "ties", "weight", "pairs". */
const char *trama_network_unit_id (TramaNetworkUnit unit);

/* Two whom a third could bring together. */
typedef struct
{
  TramaId a;
  TramaId b;
  guint shared; /* partners of both */
} TramaIntroduction;

typedef struct _TramaNetworkMeasure TramaNetworkMeasure;

/* What a measure found. */
typedef struct
{
  const TramaNetworkMeasure *measure;
  TramaGrouping grouping;  /* of a grouped measure */
  double value;            /* NaN: not known */
  double *nodes;           /* of each node of the view, NaN: none; NULL: not a figure of nodes */
  GArray *records;         /* TramaId: what was counted; empty where @nodes says it */
  GArray *introductions;   /* TramaIntroduction */
  char *sentence;          /* in plain words, translated; NULL where nothing can be said */
} TramaNetworkReading;

/* A graph made ready for measures; what several of them need is worked out once. Not for two threads
 * at once. */
typedef struct
{
  TramaGraph *graph;
  TramaPlainGraph *plain;
  guint *places; /* of each plain node its index in @graph */
  double *betweenness; /* NULL until asked for, like those below */
  double *closeness;
  guint *communities;
  guint n_communities;
  TramaGroups *groups[TRAMA_N_GROUPINGS];
  GCancellable *cancellable;
} TramaNetworkView;

/* Keeps a reference to @graph; @cancellable may be NULL. (transfer full) */
TramaNetworkView *trama_network_view_new (TramaGraph *graph, GCancellable *cancellable);
void trama_network_view_free (TramaNetworkView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaNetworkView, trama_network_view_free)
/* Borrowed. */
const TramaGroups *trama_network_view_groups (TramaNetworkView *view, TramaGrouping grouping);
/* FALSE with an error where it was cancelled. */
gboolean trama_network_view_find_paths (TramaNetworkView *view, gboolean betweenness,
                                        GError **error);
gboolean trama_network_view_find_communities (TramaNetworkView *view, GError **error);

struct _TramaNetworkMeasure
{
  const char *id;
  const char *title; /* translatable */
  const char *definition; /* translatable: what is counted, from where, when it is not known */
  TramaNetworkUnit unit;
  gboolean of_nodes; /* gives a figure for each node */
  gboolean grouped; /* asks by which groups; "id:tier" */
  gboolean chance; /* misleads in small groups */
  gboolean (*compute) (TramaNetworkView *view, TramaNetworkReading *reading, GError **error);
};

/* Under so many nodes a figure that goes by chance is said to be so. */
#define TRAMA_NETWORK_SMALL 30

guint trama_network_measure_count (void);
const TramaNetworkMeasure *trama_network_measure_get (guint index);
/* "density", "e-i" (by tier), "e-i:programme". NULL where there is none such. */
const TramaNetworkMeasure *trama_network_measure_find (const char *name, TramaGrouping *grouping);

/* NULL with an error where igraph fails or it was cancelled. (transfer full) */
TramaNetworkReading *trama_network_reading_new (TramaNetworkView *view,
                                                const TramaNetworkMeasure *measure,
                                                TramaGrouping grouping, GError **error);
void trama_network_reading_free (TramaNetworkReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaNetworkReading, trama_network_reading_free)

G_END_DECLS
