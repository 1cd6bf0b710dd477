/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-merge.h"

G_BEGIN_DECLS

/* Asked where both have changed a field (NULL: what this version does not know) differently;
 * whether theirs is taken. */
typedef gboolean (*TramaMergeClashFunc) (const TramaField *field, gpointer data);

/* Two records of one id and kind, and what they came from (NULL: nothing), put together. (transfer
 * full) */
TramaRecord *trama_merge_records (TramaRecordBuilder *builder, const TramaRecord *base,
                                  const TramaRecord *mine, const TramaRecord *theirs,
                                  TramaMergeClashFunc clash, gpointer data);

G_END_DECLS
