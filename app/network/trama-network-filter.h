/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-graph.h"

G_BEGIN_DECLS

/* The four distinctions of ties (KM98). */
typedef enum
{
  TRAMA_DISTINCTION_FORMAL,
  TRAMA_DISTINCTION_HIERARCHIC,
  TRAMA_DISTINCTION_VERTICAL,
  TRAMA_DISTINCTION_TIME_LIMITED,
  TRAMA_N_DISTINCTIONS,
} TramaDistinction;

/*
 * Which part of a network is looked at. Sets are bits (1 << value; bit 0 is "not known"); 0 lets
 * everything through. Ties are asked first, then nodes, then who is near the one in the middle.
 */
typedef struct
{
  guint32 kinds;                               /* TramaLinkageKind */
  guint32 areas;                               /* TramaArea */
  guint32 distinctions[TRAMA_N_DISTINCTIONS];  /* TramaTruth */
  guint32 nodes;                               /* TramaGraphNodeKind */
  guint32 tiers;                               /* TramaTier; of firms, others pass */
  guint32 member;                              /* TramaTruth; of firms, others pass */
  GArray *programmes;                          /* TramaId: firms that are members on the date */
  GArray *clusters;                            /* TramaId: firms and institutions there */
  char *trade;                                 /* firms with this in their trade or category */
  double least;                                /* of a firm's employment; NaN: any */
  double most;
  TramaId ego;                                 /* and who is … */
  guint distance;                              /* … at most so many steps away */
} TramaNetworkFilter;

/* Lets everything through. */
TramaNetworkFilter *trama_network_filter_new (void);
void trama_network_filter_free (TramaNetworkFilter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaNetworkFilter, trama_network_filter_free)

/*
 * Narrows @filter by "kind=subcontracting,supply; tier=leading; formal=yes": words as in the file, or
 * their labels; "unknown" where nothing was recorded. programme, cluster and ego take a name or an
 * id. FALSE with TRAMA_ERROR_USAGE, naming the part that is at fault; @filter may then be narrowed in
 * part.
 */
gboolean trama_network_filter_parse (TramaNetworkFilter *filter, TramaVersion *version,
                                     const char *text, GError **error);
/* A record that may be a node, by id or name; TRAMA_ID_NONE with TRAMA_ERROR_USAGE where nobody, or
 * more than one, is called so. */
TramaId trama_network_filter_find_node (TramaVersion *version, const char *name, GError **error);

/* In whole sentences, translated: "Only ties of these kinds: supply. Only firms of these tiers:
 * leading." NULL where everything is let through. (transfer full) */
char *trama_network_filter_to_prose (const TramaNetworkFilter *filter, TramaVersion *version);

/* Only what @filter lets through, otherwise as @graph. (transfer full) */
TramaGraph *trama_network_filter_apply (const TramaNetworkFilter *filter, const TramaGraph *graph);

G_END_DECLS
