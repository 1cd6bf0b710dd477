/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-page.h"

G_BEGIN_DECLS

/* A cluster under every method that judges clusters, each with its picture, its reasons and a form
 * for a new reading; beside it, if wanted, a case of the library. */
#define TRAMA_TYPE_CLUSTER_PAGE (trama_cluster_page_get_type ())
G_DECLARE_FINAL_TYPE (TramaClusterPage, trama_cluster_page, TRAMA, CLUSTER_PAGE, TramaPage)

AdwNavigationPage *trama_cluster_page_make (TramaWorkspace *workspace);

G_END_DECLS
