/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-problem.h"
#include "trama-record.h"

G_BEGIN_DECLS

/* Numbers are smaller than this, 2⁶³: a larger whole number is not held exactly, and the file's
 * reader refuses it. */
#define TRAMA_RECORD_NUMBER_LIMIT 9223372036854775808.0

/* Whether the table sets limits to the field's numbers. */
static inline gboolean
trama_field_is_limited (const TramaField *field)
{
  return field->min != 0 || field->max != 0;
}

/* Whether the field, of which this is a number or the end of a band, can hold it. */
gboolean trama_field_holds_number (const TramaField *field, double value);
/* Currency, order of its ends, limits in minor units. */
gboolean trama_field_holds_money (const TramaField *field, const TramaMoney *money);
/* "a number from 0 to 100" of "a number", which is all where there are no limits. (transfer full) */
char *trama_field_describe_range (const TramaField *field, const char *what);

/*
 * Whether the file's reader would accept the record: what is required is there, and each value is
 * one that its field can hold. A problem is added for each fault, without its place. References
 * are not followed.
 */
gboolean trama_record_check (const TramaRecord *record, TramaProblems *problems);

G_END_DECLS
