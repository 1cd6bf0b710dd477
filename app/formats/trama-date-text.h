/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-date.h"

G_BEGIN_DECLS

/* In which order day, month and year stand where the year comes last. */
typedef enum
{
  TRAMA_DATE_ORDER_FIND_OUT = 0,
  TRAMA_DATE_ORDER_DMY,
  TRAMA_DATE_ORDER_MDY,
} TramaDateOrder;

typedef enum
{
  TRAMA_DATE_SHAPE_NONE,   /* it is no date */
  TRAMA_DATE_SHAPE_CLEAR, /* reads the same in every order: 2024-03-15, 2024/3/15, 3/2024, 2024 */
  TRAMA_DATE_SHAPE_DMY, /* 15/3/2024 */
  TRAMA_DATE_SHAPE_MDY, /* 3/15/2024 */
  TRAMA_DATE_SHAPE_EITHER, /* 3/4/2024 */
} TramaDateShape;

/*
 * Dates as tables have them: what trama_date_parse() reads; the same with a time of day behind it
 * (which is left out); year, month, day in this order, and day, month, year in one of two, divided
 * by / . - or a blank; month and year. Years have four digits: two are never guessed at.
 */
TramaDateShape trama_date_text_shape (const char *text);
/* FALSE where the text is no date in @order, or needs one and none is given. */
gboolean trama_date_text_read (const char *text, TramaDateOrder order, TramaDate *date);

/* Finds the order of a column's dates, as TramaDecimalVotes does with numbers. */
typedef struct
{
  guint n[TRAMA_DATE_SHAPE_EITHER + 1];
} TramaDateVotes;

void trama_date_votes_add (TramaDateVotes *votes, const char *text);
/* TRAMA_DATE_ORDER_FIND_OUT where the texts do not tell, or contradict each other; where none of
 * them needs an order, TRAMA_DATE_ORDER_DMY. */
TramaDateOrder trama_date_votes_result (const TramaDateVotes *votes);

G_END_DECLS
