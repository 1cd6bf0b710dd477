/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-workspace.h"

G_BEGIN_DECLS

/*
 * Chooses whose network is looked at: a programme's, which the lens then is on as well, or that of
 * the whole portfolio, which is this page's own matter.
 *
 * Signal: "changed".
 */
#define TRAMA_TYPE_NETWORK_SCOPE (trama_network_scope_get_type ())
G_DECLARE_FINAL_TYPE (TramaNetworkScope, trama_network_scope, TRAMA, NETWORK_SCOPE, AdwBin)

void trama_network_scope_set_workspace (TramaNetworkScope *scope, TramaWorkspace *workspace);
/* Takes over which programmes there are, and which the lens is on. */
void trama_network_scope_refresh (TramaNetworkScope *scope);
/* TRAMA_ID_NONE: the whole portfolio. */
TramaId trama_network_scope_get_programme (TramaNetworkScope *scope);

G_END_DECLS
