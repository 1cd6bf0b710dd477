/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-change.h"

G_BEGIN_DECLS

/* Adds lines (char *) to @lines that say what a change set makes of each kind: how many records, of
 * which categories, how many of them undated. */
void trama_import_summarise (const TramaChangeSet *changes, GPtrArray *lines);

G_END_DECLS
