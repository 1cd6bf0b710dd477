/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TRAMA_DECIMAL_FIND_OUT = 0,
  TRAMA_DECIMAL_POINT,
  TRAMA_DECIMAL_COMMA,
} TramaDecimal;

/* What a text tells of the decimal mark that its writer uses. */
typedef enum
{
  TRAMA_NUMBER_NONE,   /* it is no number */
  TRAMA_NUMBER_WHOLE,  /* a number without either mark */
  TRAMA_NUMBER_POINT,  /* can only be read with a decimal point: 1.5, 1,234.5, 1,234,567 */
  TRAMA_NUMBER_COMMA,  /* can only be read with a decimal comma: 1,5, 1.234,5, 1.234.567 */
  TRAMA_NUMBER_EITHER, /* 1,234 and 1.234: about one or over a thousand */
} TramaNumberShape;

/*
 * Numbers as people and programs write them: an optional sign (also U+2212), digits in groups
 * divided by comma, point, blank, no-break blank or apostrophe, the last group of three and those
 * before it of two (as in South Asia) or three, decimals, an exponent.
 */
TramaNumberShape trama_number_text_shape (const char *text);
/* The number in the form of the C locale, read with @decimal. NULL where it is none.
 * (transfer full) */
char *trama_number_text_to_c (const char *text, TramaDecimal decimal);

/*
 * Finds the decimal mark of a column: what any of its texts shows, unless another shows the other.
 * Feed it all texts, then ask.
 */
typedef struct
{
  guint n[TRAMA_NUMBER_EITHER + 1];
} TramaDecimalVotes;

void trama_decimal_votes_add (TramaDecimalVotes *votes, const char *text);
/* TRAMA_DECIMAL_FIND_OUT where the texts do not tell, or contradict each other. A column without
 * either mark reads the same both ways: TRAMA_DECIMAL_POINT. */
TramaDecimal trama_decimal_votes_result (const TramaDecimalVotes *votes);

G_END_DECLS
