/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-version.h"

G_BEGIN_DECLS

/*
 * What is known of one tie.
 *
 * Signals: "edit" (const char *id); "record-activated" (const char *id): one of its ends, or who
 * brought them together; "close".
 */
#define TRAMA_TYPE_NETWORK_TIE_PANE (trama_network_tie_pane_get_type ())
G_DECLARE_FINAL_TYPE (TramaNetworkTiePane, trama_network_tie_pane, TRAMA, NETWORK_TIE_PANE, AdwBin)

/* @tie is copied from. */
void trama_network_tie_pane_set_tie (TramaNetworkTiePane *pane, TramaVersion *version,
                                     const TramaLinkage *tie, gint32 as_of);

G_END_DECLS
