/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-context.h"

G_BEGIN_DECLS

/*
 * What of a budget falls up to a day. A budget is meant for a span: where its date is a month, a
 * season, a year or between two days, that span; where it is a day, from that day until the fiscal
 * year ends, or until the next budget of the same payer for the same purpose begins before that. It
 * is spread evenly over the span's days, so that a year's budget is half of itself in the middle of
 * the year and nobody is behind it in February. Basis: this program.
 */

/* The span of @entry, a budget of the context's subject. */
TramaDate trama_budget_span (TramaContext *context, const TramaLedgerEntry *entry);
/* What of @amount (any unit) falls up to the context's date: all after the span, 0 before it. */
gint64 trama_budget_so_far (TramaContext *context, const TramaLedgerEntry *entry, gint64 amount);

G_END_DECLS
