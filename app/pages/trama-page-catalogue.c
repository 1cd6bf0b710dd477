/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-page-catalogue.h"

#include <glib/gi18n-lib.h>

#include "trama-cluster-page.h"
#include "trama-dashboard-page.h"
#include "trama-firms-view.h"
#include "trama-library-page.h"
#include "trama-network-page.h"
#include "trama-programme-page.h"
#include "trama-reports-page.h"

static const TramaPageEntry entries[] = {
  { "dashboard", N_ ("Dashboard"), "trama-dashboard-symbolic", trama_dashboard_page_make },
  { "programme", N_ ("Programmes"), "trama-programme-symbolic", trama_programme_page_make },
  { "firms", N_ ("Firms and institutions"), "trama-firms-symbolic", trama_firms_view_make },
  { "network", N_ ("Network"), "trama-network-symbolic", trama_network_page_make },
  { "cluster", N_ ("Cluster"), "trama-cluster-symbolic", trama_cluster_page_make },
  { "reports", N_ ("Reports"), "trama-reports-symbolic", trama_reports_page_make },
  { "library", N_ ("Methods and cases"), "trama-methods-symbolic", trama_library_page_make },
};

const TramaPageEntry *
trama_page_catalogue (guint *n)
{
  *n = G_N_ELEMENTS (entries);
  return entries;
}
