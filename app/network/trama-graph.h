/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-tie-state.h"

G_BEGIN_DECLS

/*
 * Who is tied to whom in a version of the portfolio, as of a date. Immutable and atomically
 * reference-counted; any thread may read it. Records are borrowed from the version, to which the
 * graph keeps a reference.
 *
 * A tie cannot outlive its ends: one of a firm that surely closed is absent from that day on. "Hers"
 * are all persons who are brokers or agency staff, and of the subject's programmes the manager, the
 * agency and the institution the manager works for.
 *
 * What is switched off (the broker, an owner group) stays in the graph, marked `off` or `gone`, so
 * that it can be drawn in its place; everything that counts leaves it out.
 */
typedef struct _TramaGraph TramaGraph;

typedef enum
{
  TRAMA_GRAPH_ALL,       /* every firm and institution of the portfolio */
  TRAMA_GRAPH_PROGRAMME, /* a programme's members, its manager and agency, and all tied to them */
  TRAMA_GRAPH_CLUSTER,   /* a cluster's firms and institutions, and all tied to them */
} TramaGraphScope;

/* Bit @kind of a filter; kind 0 is "kind not known". */
#define TRAMA_GRAPH_KIND_BIT(kind) (1u << (kind))
#define TRAMA_GRAPH_N_TIE_KINDS (TRAMA_LINKAGE_OTHER + 1)

typedef struct
{
  TramaGraphScope scope;
  TramaId subject;          /* the programme or cluster */
  gint32 as_of;             /* days since 1970 */
  gboolean compare;         /* tell ties new, kept and lost since … */
  gint32 compare_to;        /* … this day */
  /* Everybody and everything there ever was, whatever the date: what a layout is made of, so that
   * nothing moves with the date. Ties of the past and of the future are then absent, not counted. */
  gboolean all_dates;
  guint32 kinds; /* TRAMA_GRAPH_KIND_BIT (…) | …; 0: all kinds of ties */
  gboolean without_broker; /* brokers, agency staff, their agency and the ties only theirs */
  TramaId without_owner; /* an owner group, or a firm that is an owner of its own; none: nobody */
  gboolean others_too; /* of a programme or cluster: also ties between two outside it */
} TramaGraphOptions;

/* All kinds, with everybody, no comparison. */
void trama_graph_options_init (TramaGraphOptions *options, TramaGraphScope scope, TramaId subject,
                               gint32 as_of);

typedef enum
{
  TRAMA_GRAPH_FIRM,
  TRAMA_GRAPH_INSTITUTION,
  TRAMA_GRAPH_PERSON,
} TramaGraphNodeKind;

/* Where a node stands toward the cluster; the same at every date. */
typedef enum
{
  TRAMA_GRAPH_INSIDE,
  TRAMA_GRAPH_BUYER, /* outside: an institution of that kind, or a firm of elsewhere that buys */
  TRAMA_GRAPH_SUPPLIER, /* outside: likewise, that supplies */
} TramaGraphSide;

typedef struct
{
  TramaId id;
  const TramaRecord *record; /* TramaFirm, TramaInstitution or TramaPerson */
  const char *label; /* the short name, else the name; never NULL */
  TramaId owner; /* of a firm: its owner group, else the firm itself; else none */
  TramaBand employment; /* latest reading as of the date; TRAMA_BAND_UNKNOWN */
  TramaGraphNodeKind kind;
  TramaGraphSide side;
  TramaTier tier; /* latest reading as of the date; TramaTier_UNKNOWN_ (0) */
  TramaTier first_tier; /* the first and the last of all dates since the subject began */
  TramaTier last_tier;
  guint8 tiers_ever; /* bits (1 << TramaTier) of those between */
  guint member : 1; /* on the date; of the programme, else of any */
  guint member_ever : 1;
  guint member_vague : 1; /* a vague date decided against membership */
  guint broker : 1; /* a broker: a person of that role, or a programme's manager */
  guint hers : 1; /* the broker, agency staff or their agency (M13) */
  guint core : 1; /* of the subject itself and not only tied to it */
  guint off : 1; /* switched off */
  guint closed : 1; /* surely closed on the date */
} TramaGraphNode;

typedef enum
{
  TRAMA_GRAPH_CHANGE_NONE, /* no comparison, or the tie counts on neither day */
  TRAMA_GRAPH_CHANGE_NEW,
  TRAMA_GRAPH_CHANGE_KEPT,
  TRAMA_GRAPH_CHANGE_LOST, /* counted on the earlier day and has ended since */
} TramaGraphChange;

typedef struct
{
  const TramaLinkage *record;
  guint from; /* indexes of nodes, as in the record */
  guint to;
  TramaLinkageKind kind;
  TramaTieState state; /* as of the date; a lost tie is absent */
  TramaGraphChange change;
  int strength; /* 1 … 3 */
  guint counts : 1; /* state counts and it is not gone, not a loop, not a duplicate */
  guint directed : 1;
  guint undated : 1;
  guint vague : 1;
  guint mediated : 1; /* introduced by the broker, agency staff or their agency */
  guint only_hers : 1; /* mediated, and no contact without them within twelve months */
  guint introducer_unknown : 1;
  guint loop : 1; /* both ends are one */
  guint duplicate : 1; /* another tie of the kind joins the two and counts in its place */
  guint gone : 1; /* switched off: an end is off, or hers alone without the broker */
} TramaGraphTie;

/* Never fails: what cannot be found is left out. (transfer full) */
TramaGraph *trama_graph_new (TramaVersion *version, const TramaGraphOptions *options);
/* The same graph with the broker, or an owner group, switched off or on: as if it had been made with
 * those options, without looking into the portfolio again. (transfer full) */
TramaGraph *trama_graph_new_switched (const TramaGraph *graph, gboolean without_broker,
                                      TramaId without_owner);
TramaGraph *trama_graph_ref (TramaGraph *graph);
void trama_graph_unref (TramaGraph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaGraph, trama_graph_unref)

/* Borrowed. */
TramaVersion *trama_graph_version (const TramaGraph *graph);
const TramaGraphOptions *trama_graph_options (const TramaGraph *graph);
/* Nodes in the order of their ids: the same for the same records. Borrowed. */
guint trama_graph_n_nodes (const TramaGraph *graph);
const TramaGraphNode *trama_graph_nodes (const TramaGraph *graph);
/* Ties in the order of their records' ids. Borrowed. */
guint trama_graph_n_ties (const TramaGraph *graph);
const TramaGraphTie *trama_graph_ties (const TramaGraph *graph);
/* −1 where it is not in the graph. */
int trama_graph_find (const TramaGraph *graph, TramaId id);
/* Indexes of the ties of a node, loops once, in order. Borrowed. */
const guint *trama_graph_node_ties (const TramaGraph *graph, guint node, guint *n);

static inline guint
trama_graph_tie_other (const TramaGraphTie *tie, guint node)
{
  return tie->from == node ? tie->to : tie->from;
}

G_END_DECLS
