/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-date.h"

G_BEGIN_DECLS

/*
 * Reads a date as a person types it: any text of trama_date_parse(), "12 June 2026", "12 Jun",
 * "June 2026", "12/6/2026" (the day first), "12–15 June 2026", "today", "yesterday". A missing year
 * is the one in which the day falls on or before @today. FALSE where it is none of these.
 */
gboolean trama_date_words_parse (const char *text, gint32 today, TramaDate *date);

G_END_DECLS
