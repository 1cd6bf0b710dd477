/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of the members' network, with and without the broker (M13, D7). */
#include "trama-measures.h"

#include <glib/gi18n-lib.h>

#include "trama-independence.h"
#include "trama-network-measures.h"

static void
add_ids (TramaContext *context, const TramaId *ids, guint n, TramaRole role, const char *note,
         TramaFigure *figure)
{
  for (guint i = 0; i < n; i++)
    {
      const TramaRecord *record
          = trama_version_find_among (context->version, TRAMA_ALL_KINDS, ids[i]);

      if (record != NULL)
        trama_figure_add (figure, record, role, TRAMA_REASON_NONE, g_strdup (note));
    }
}

static void
set_share (TramaFigure *figure, guint n, guint d)
{
  if (d == 0)
    trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
  else
    figure->low = figure->high = (TramaRatio) { n, d };
}

void
trama_measure_members_connected (TramaContext *context, const gint64 *parameters,
                                 TramaFigure *figure)
{
  g_autoptr (TramaIndependence) now
      = trama_independence_new (context->version, context->subject, context->as_of);

  set_share (figure, now->with_broker->largest, now->with_broker->members);
  add_ids (context, now->with_broker->tie_records, now->with_broker->n_tie_records,
           TRAMA_ROLE_COUNTS, NULL, figure);
  add_ids (context, now->with_broker->isolated, now->with_broker->n_isolated, TRAMA_ROLE_MISSES,
           _ ("tied to no other member"), figure);
}

void
trama_measure_connected_without_broker (TramaContext *context, const gint64 *parameters,
                                        TramaFigure *figure)
{
  g_autoptr (TramaIndependence) now
      = trama_independence_new (context->version, context->subject, context->as_of);

  set_share (figure, now->without_broker->largest, now->without_broker->members);
  add_ids (context, now->without_broker->tie_records, now->without_broker->n_tie_records,
           TRAMA_ROLE_COUNTS, NULL, figure);
  add_ids (context, now->without_broker->isolated, now->without_broker->n_isolated,
           TRAMA_ROLE_MISSES, _ ("left alone"), figure);
}

void
trama_measure_isolated_without_broker (TramaContext *context, const gint64 *parameters,
                                       TramaFigure *figure)
{
  g_autoptr (TramaIndependence) now
      = trama_independence_new (context->version, context->subject, context->as_of);

  trama_figure_set_count (figure, now->without_broker->n_isolated, now->without_broker->n_isolated);
  add_ids (context, now->without_broker->isolated, now->without_broker->n_isolated,
           TRAMA_ROLE_COUNTS, NULL, figure);
}

void
trama_measure_ties_only_hers (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  g_autoptr (TramaIndependence) now
      = trama_independence_new (context->version, context->subject, context->as_of);

  set_share (figure, now->n_hers_among, now->with_broker->ties);
  add_ids (context, now->hers, now->n_hers_among, TRAMA_ROLE_COUNTS, NULL, figure);
}

void
trama_measure_connected_without_largest_owner (TramaContext *context, const gint64 *parameters,
                                               TramaFigure *figure)
{
  g_autoptr (TramaIndependence) now
      = trama_independence_new (context->version, context->subject, context->as_of);

  if (now->without_owner == NULL)
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
      return;
    }
  set_share (figure, now->without_owner->largest, now->without_owner->members);
  add_ids (context, now->without_owner->isolated, now->without_owner->n_isolated, TRAMA_ROLE_MISSES,
           _ ("left alone"), figure);
}

void
trama_measure_members_tied_outside (TramaContext *context, const gint64 *parameters,
                                    TramaFigure *figure)
{
  g_autoptr (TramaIndependence) now
      = trama_independence_new (context->version, context->subject, context->as_of);

  set_share (figure, now->with_broker->with_outside, now->with_broker->members);
}
