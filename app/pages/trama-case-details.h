/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-case.h"

G_BEGIN_DECLS

/* A case of the library: what the document says, the figures it gives with their places, what each
 * method makes of it beside the document's own verdict, where documents disagree.
 * (transfer floating) */
AdwDialog *trama_case_details_new (const TramaCase *one);

G_END_DECLS
