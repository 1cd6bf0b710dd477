/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A small disc in the colour that a tier has in charts; hollow where the tier is not known. The word
 * stands beside it. */
#define TRAMA_TYPE_TIER_DISC (trama_tier_disc_get_type ())
G_DECLARE_FINAL_TYPE (TramaTierDisc, trama_tier_disc, TRAMA, TIER_DISC, GtkWidget)

GtkWidget *trama_tier_disc_new (void);
/* @tier: a TramaTier, or 0. */
void trama_tier_disc_set_tier (TramaTierDisc *disc, guint tier);

G_END_DECLS
