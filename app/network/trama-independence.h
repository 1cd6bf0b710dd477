/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-network-measures.h"

G_BEGIN_DECLS

/*
 * Would the group stand without its broker (M13 of the methods; what UN98 Box 3(c) expects and no
 * document measures; basis: this program)? As of a date, the members' network with everybody,
 * without the broker, agency staff, their agency and every tie that is only theirs, and without
 * the largest owner group.
 *
 * The largest owner group is that with most members on the date; among equals the one with most
 * ties to other members, then the least id. A firm without an owner group is one of its own.
 */
typedef struct
{
  gint32 day;
  TramaMemberNetwork *with_broker;
  TramaMemberNetwork *without_broker;
  TramaMemberNetwork *without_owner;  /* with the broker; NULL without members */
  TramaId owner;                      /* an owner group or a firm; none without members */
  guint owner_firms;                  /* its members */
  guint n_hers;                       /* ties of members that count and are only hers */
  TramaId *hers;                      /* linkages; those among members first, then by id */
  guint n_hers_among;                 /* of those, among members */
} TramaIndependence;

/* @programme need not exist: then everything is empty. (transfer full) */
TramaIndependence *trama_independence_new (TramaVersion *version, TramaId programme, gint32 day);
void trama_independence_free (TramaIndependence *independence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaIndependence, trama_independence_free)

/* The largest owner group by the rule above, of the members there are in @graph; where there are
 * none, of all firms inside. None without firms. @firms (may be NULL): how many are its. */
TramaId trama_graph_largest_owner (const TramaGraph *graph, guint *firms);

/* One point of its line. */
typedef struct
{
  gint32 day;
  guint members;
  guint ties;
  guint ties_without;          /* among members, without the broker */
  guint largest;
  guint largest_without;
  guint isolated_without;
  guint members_left;          /* without the largest owner group */
  guint largest_left;          /* of those, in the largest component */
} TramaIndependencePoint;

/* The last day of each month from the one @from lies in to the one before @to's, then @to itself.
 * Array of TramaIndependencePoint. (transfer full) */
GArray *trama_independence_line (TramaVersion *version, TramaId programme, gint32 from, gint32 to);

G_END_DECLS
