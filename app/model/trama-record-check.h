/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-problem.h"
#include "trama-record.h"

G_BEGIN_DECLS

/* Numbers are smaller than this, 2⁶³: a larger whole number is not held exactly, and the file's
 * reader refuses it. */
#define TRAMA_RECORD_NUMBER_LIMIT 9223372036854775808.0

/*
 * Whether the file's reader would accept the record: what is required is there, and each value is
 * one that its field can hold. A problem is added for each fault, without its place. References
 * are not followed.
 */
gboolean trama_record_check (const TramaRecord *record, TramaProblems *problems);

G_END_DECLS
