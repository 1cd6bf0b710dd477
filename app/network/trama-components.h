/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-network-measures.h"

G_BEGIN_DECLS

/* Sets of nodes that are joined one by one: @parents[i] = i to begin with. */
guint trama_union_find_root (guint *parents, guint node);
void trama_union_find_join (guint *parents, guint a, guint b);

/* The sets as components; only nodes that are @counted make up their sizes. (transfer full) */
TramaComponents *trama_components_new_from_parents (guint *parents, const guint8 *counted, guint n);

G_END_DECLS
