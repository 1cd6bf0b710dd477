/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-version.h"

G_BEGIN_DECLS

/*
 * What a record is called in a list of its own kind, where the kind goes without saying: what
 * happened and to whom, as in "Gap audit, Suelas Andinas", rather than what it belongs to.
 * (transfer full)
 */
char *trama_record_words (TramaVersion *version, const TramaRecord *record);

G_END_DECLS
