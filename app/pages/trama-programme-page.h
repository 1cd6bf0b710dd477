/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-workspace.h"

G_BEGIN_DECLS

/* A programme: the list of its views at the side, the view beside it. Action: "programme.show-view"
 * (name). */
#define TRAMA_TYPE_PROGRAMME_PAGE (trama_programme_page_get_type ())
G_DECLARE_FINAL_TYPE (TramaProgrammePage, trama_programme_page, TRAMA, PROGRAMME_PAGE,
                      AdwNavigationPage)

AdwNavigationPage *trama_programme_page_make (TramaWorkspace *workspace);
/* "overview", "activities", …, "evaluation". */
void trama_programme_page_show_view (TramaProgrammePage *page, const char *name);

G_END_DECLS
