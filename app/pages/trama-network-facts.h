/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-graph.h"

G_BEGIN_DECLS

/*
 * What a network says, in sentences, each with the records it is about. Immutable once made; made in
 * one thread and read in another.
 *
 * The broker's own ties to members are counted nowhere but where it is said whom she knows: they are
 * not drawn either.
 */
typedef struct
{
  char *text;      /* "7 members keep no tie to another member" */
  char *detail;    /* names, or what it means; NULL: nothing more */
  GArray *records; /* TramaId: the ties or the firms it is about; may be empty */
} TramaNetworkStatement;

typedef struct
{
  char *headline;        /* the page's first line */
  char *heading;         /* above the statements */
  GPtrArray *statements; /* TramaNetworkStatement */
  guint ties;            /* that count and are drawn, with everybody */
} TramaNetworkFacts;

/*
 * @graph: with everybody, compared with an earlier day; @shown: the same, or the same switched;
 * @earlier: of that earlier day, with everybody. (transfer full)
 */
TramaNetworkFacts *trama_network_facts_new (const TramaGraph *graph, const TramaGraph *shown,
                                            const TramaGraph *earlier);
void trama_network_facts_free (TramaNetworkFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaNetworkFacts, trama_network_facts_free)

/* Whether the tie is drawn where it counts: no loop, no duplicate, not the broker's own to a
 * member. */
gboolean trama_network_tie_is_shown (const TramaGraph *graph, const TramaGraphTie *tie);

G_END_DECLS
