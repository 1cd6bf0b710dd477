/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "trama-id.h"

G_BEGIN_DECLS

/*
 * What is being looked at: the as-of date, the programme, whether the broker is there, what is
 * selected. One object for a window; views bind to it and never talk to each other.
 *
 * Properties that notify: "as-of" (int, days since 1970), "with-broker" (boolean), "programme" and
 * "selected" (boxed as text: the id's 16 characters, or NULL).
 */
#define TRAMA_TYPE_LENS (trama_lens_get_type ())
G_DECLARE_FINAL_TYPE (TramaLens, trama_lens, TRAMA, LENS, GObject)

TramaLens *trama_lens_new (gint32 as_of);
gint32 trama_lens_get_as_of (TramaLens *lens);
void trama_lens_set_as_of (TramaLens *lens, gint32 day);
gboolean trama_lens_get_with_broker (TramaLens *lens);
void trama_lens_set_with_broker (TramaLens *lens, gboolean with_broker);
/* TRAMA_ID_NONE: all of the portfolio. */
TramaId trama_lens_get_programme (TramaLens *lens);
void trama_lens_set_programme (TramaLens *lens, TramaId programme);
/* The record that is selected anywhere; TRAMA_ID_NONE: none. */
TramaId trama_lens_get_selected (TramaLens *lens);
void trama_lens_set_selected (TramaLens *lens, TramaId record);

G_END_DECLS
