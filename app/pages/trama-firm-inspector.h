/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-document.h"
#include "trama-lens.h"

G_BEGIN_DECLS

/*
 * What is known of the firm, institution or person that the lens has selected, and its ties. It
 * follows the document and the lens.
 *
 * Signals: "edit" (const char *id); "add-tie" (const char *id); "record-activated" (const char *id):
 * a tie's other end, a certificate or programme; "close".
 */
#define TRAMA_TYPE_FIRM_INSPECTOR (trama_firm_inspector_get_type ())
G_DECLARE_FINAL_TYPE (TramaFirmInspector, trama_firm_inspector, TRAMA, FIRM_INSPECTOR, AdwBin)

GtkWidget *trama_firm_inspector_new (void);
/* Either may be NULL. */
void trama_firm_inspector_set_document (TramaFirmInspector *inspector, TramaDocument *document,
                                        TramaLens *lens);

G_END_DECLS
