/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-network-rows.h"
#include "trama-problem.h"

G_BEGIN_DECLS

/*
 * UCINET's DL as two tables: vertices with id and name, ties with from, to, value and, of several
 * matrices, category (the matrix's label). Formats fullmatrix, lowerhalf, upperhalf, edgelist1,
 * edgelist2, nodelist1 and nodelist2; labels in lists or embedded; n, or nr and nc for two modes.
 */
gboolean trama_dl_is_meant (const char *name, const char *bytes, gsize length);
gboolean trama_dl_read (const char *bytes, gsize length, const char *name, const char *encoding,
                        TramaNetworkSheets *sheets, TramaProblems *problems, TramaProblems *notes);

G_END_DECLS
