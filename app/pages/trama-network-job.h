/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-network-facts.h"
#include "trama-network-figure.h"

G_BEGIN_DECLS

/*
 * A network worked out in another thread: the figure that is drawn, what it says, and where
 * everybody stands.
 */
typedef struct
{
  TramaVersion *version;
  TramaGraphOptions options;
  gint32 earlier; /* what the words compare with, also where the drawing compares nothing */
  TramaLayoutKind arrangement; /* tier lanes: freely where no tier is known */
  double aspect;       /* width ÷ height of what there is to draw in */
  TramaLayout *layout; /* where they stood; kept as long as it knows everybody; NULL: none */
} TramaNetworkRequest;

typedef struct
{
  TramaNetworkFigure *figure;
  TramaNetworkFacts *facts;
  guint32 kinds;       /* TRAMA_GRAPH_KIND_BIT of all there ever were, before the filter */
  gboolean has_dates;  /* of any tie there ever was */
  gboolean has_broker; /* or agency staff */
  gboolean has_tiers;  /* any firm ever had a known one */
} TramaNetworkResult;

void trama_network_result_free (TramaNetworkResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaNetworkResult, trama_network_result_free)

/* What @request points to is referenced for as long as it is needed. */
void trama_network_compute_async (const TramaNetworkRequest *request, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data);
/* (transfer full); NULL with an error where it was cancelled. */
TramaNetworkResult *trama_network_compute_finish (GAsyncResult *result, GError **error);

G_END_DECLS
