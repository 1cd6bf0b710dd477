/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trama-evaluation.h"

G_BEGIN_DECLS

/* The sign of a verdict: its shape says it as well as its colour. A word always stands beside it, so
 * a screen reader passes over it. */
#define TRAMA_TYPE_VERDICT_GLYPH (trama_verdict_glyph_get_type ())
G_DECLARE_FINAL_TYPE (TramaVerdictGlyph, trama_verdict_glyph, TRAMA, VERDICT_GLYPH, GtkWidget)

GtkWidget *trama_verdict_glyph_new (void);
void trama_verdict_glyph_set (TramaVerdictGlyph *glyph, TramaVerdict verdict, gboolean weak);

/* The style class of text that says the verdict: "verdict-met", … */
const char *trama_verdict_css_class (TramaVerdict verdict);

G_END_DECLS
