/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-document.h"
#include "trama-lens.h"

G_BEGIN_DECLS

/*
 * Firms and institutions as a table that sorts, searches and filters, with an inspector beside it. It
 * follows the document and the lens; what is selected in it is selected in the lens.
 *
 * Signals: "edit" (const char *id); "add-tie" (const char *id); "add" (const char *kind): "firm" or
 * "institution"; "record-activated" (const char *id).
 */
#define TRAMA_TYPE_FIRMS_PAGE (trama_firms_page_get_type ())
G_DECLARE_FINAL_TYPE (TramaFirmsPage, trama_firms_page, TRAMA, FIRMS_PAGE, AdwBreakpointBin)

GtkWidget *trama_firms_page_new (void);
/* Either may be NULL. */
void trama_firms_page_set_document (TramaFirmsPage *page, TramaDocument *document, TramaLens *lens);
void trama_firms_page_focus_search (TramaFirmsPage *page);

G_END_DECLS
