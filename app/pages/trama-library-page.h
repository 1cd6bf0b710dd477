/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-page.h"

G_BEGIN_DECLS

/* The methods and the cases that come with the program, to be read and searched. */
#define TRAMA_TYPE_LIBRARY_PAGE (trama_library_page_get_type ())
G_DECLARE_FINAL_TYPE (TramaLibraryPage, trama_library_page, TRAMA, LIBRARY_PAGE, TramaPage)

AdwNavigationPage *trama_library_page_make (TramaWorkspace *workspace);

G_END_DECLS
