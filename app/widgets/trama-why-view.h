/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trama-evaluation.h"

G_BEGIN_DECLS

/*
 * Why a criterion is met, not met or cannot be judged: the rule in words, its figures with what was
 * needed, the records that count, what is open, what was looked at and did not count, the grade of
 * the evidence, the source with its place, and whose words the rule is in.
 *
 * Signal: "record-activated" (const char *id).
 */
#define TRAMA_TYPE_WHY_VIEW (trama_why_view_get_type ())
G_DECLARE_FINAL_TYPE (TramaWhyView, trama_why_view, TRAMA, WHY_VIEW, GtkWidget)

GtkWidget *trama_why_view_new (void);
/* @owner: what keeps @evaluation alive, taken over and let go with @release. */
void trama_why_view_set_result (TramaWhyView *view, const TramaEvaluation *evaluation,
                                const TramaCriterionResult *result, gpointer owner,
                                GDestroyNotify release);

/* A popover around such a view, at @parent, or a dialog where the window is narrow; gone when it
 * closes. The view is returned, for its signal. */
TramaWhyView *trama_why_view_show (GtkWidget *parent, const TramaEvaluation *evaluation,
                                   const TramaCriterionResult *result, gpointer owner,
                                   GDestroyNotify release);

G_END_DECLS
