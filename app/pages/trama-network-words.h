/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-network-facts.h"

G_BEGIN_DECLS

/*
 * What a network says, as a list of sentences; each opens to the ties or firms it is about.
 *
 * Signal: "record-activated" (const char *id).
 */
#define TRAMA_TYPE_NETWORK_WORDS (trama_network_words_get_type ())
G_DECLARE_FINAL_TYPE (TramaNetworkWords, trama_network_words, TRAMA, NETWORK_WORDS, AdwBin)

/* The heading stands above and is the caller's to show. */
void trama_network_words_set_facts (TramaNetworkWords *words, const TramaNetworkFacts *facts,
                                    TramaVersion *version);
/* How a record reads in a list: a tie by its two ends. (transfer full) */
char *trama_network_words_describe (TramaVersion *version, TramaId id);

G_END_DECLS
