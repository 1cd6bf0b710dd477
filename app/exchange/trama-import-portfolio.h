/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-import-rows.h"

G_BEGIN_DECLS

/* What the names of files have in common, as a title; @inputs: TramaImportInput. (transfer full) */
char *trama_import_title (const GPtrArray *inputs);
/* The record of a new portfolio, with a note of where its contents came from. */
void trama_import_make_portfolio (TramaImportMaking *making, const GPtrArray *inputs);

G_END_DECLS
