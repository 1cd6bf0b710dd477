/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-context.h"
#include "trama-figure.h"

G_BEGIN_DECLS

/*
 * Who pays the manager (M1, criterion 11; UN98 Box 3(c)): the members' cash over the pay due, by
 * calendar month and over three closed months, beside the share that was agreed; and the months in
 * which the share would reach the whole if it went on as it did. All but Box 3's three years is
 * this program's.
 */
typedef struct
{
  int month;        /* calendar month, index */
  int since;        /* month after the appointment of the month's last day, from 1 */
  gboolean closed;
  gint64 due;       /* minor units; −1: not recorded */
  gint64 cash_low;  /* members' cash, certain */
  gint64 cash_high; /* and what may be theirs */
  double agreed;    /* agreed share at the month's end, 0–1; NaN: none */
  double paid;      /* cash_low / due of the month, 0–…; NaN: not known or not closed */
  double rolling;   /* over this and the two months before, all closed; NaN: not known */
} TramaCostShareMonth;

typedef struct
{
  GArray *months;      /* TramaCostShareMonth, from the appointment's month to the as-of date's */
  char currency[4];
  gboolean example;    /* the agreed share is this program's example, not the programme's own */
  /* The forecast: the first months (after the appointment) at which the line reaches the whole. */
  gboolean has_forecast;
  gboolean not_on_course; /* enough months, but the slope is not upward */
  double earliest, latest; /* months after the appointment */
  double slope; /* share a month */
  guint n_fitted; /* rolling shares that it rests on */
} TramaCostShare;

TramaCostShare *trama_cost_share_new (TramaContext *context);
void trama_cost_share_free (TramaCostShare *share);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaCostShare, trama_cost_share_free)

/* The agreed share in the given month after the appointment (from 1), as agreed by the as-of date.
 * Without an agreement of the programme's own: a straight line from 30 % to 100 % from the 37th
 * month. @example: (out) (nullable). */
TramaRatio trama_agreed_share (TramaContext *context, int month, gboolean *example);

/* The three whole calendar months that ended last by the as-of date: (from, to]. */
TramaWindow trama_last_three_months (gint32 as_of);
/* What is due for the months of the window; −1 where a month's pay is not recorded. */
gint64 trama_pay_due (TramaContext *context, int first_month, int last_month, const char *currency,
                      TramaReason *reason);

G_END_DECLS
