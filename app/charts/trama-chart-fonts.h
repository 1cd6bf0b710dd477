/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/*
 * Every PangoContext of the program's charts and pages comes from here. Hint metrics are off, hint
 * style is none and glyph positions are not rounded, so that a line is as wide on screen, at any
 * scale, as in the PDF; a unit is a point (72 to the inch). Each thread has a font map of its own
 * (no Pango object may cross threads), with the Noto Sans files found when the program was built
 * added to it; TRAMA_FONT_DIR, where set, is looked in first. Making a thread's first context costs
 * about 2 ms; keep threads that draw.
 */

/* A new context on this thread's font map. @language as in LANG, NULL or "" for the process's.
 * (transfer full) */
PangoContext *trama_chart_fonts_create_context (const char *language, gboolean right_to_left);

/* A layout for @text (a length of -1: up to NUL) in the context's family at @size points, without
 * ligatures (they break the text of a tagged PDF). @tabular: all digits equally wide.
 * (transfer full) */
PangoLayout *trama_chart_fonts_create_layout (PangoContext *context, const char *family,
                                              double size, gboolean bold, gboolean italic,
                                              gboolean tabular, const char *text, int length);

/* The attributes every text needs: no ligatures, and tabular figures if @tabular. (transfer full) */
PangoAttrList *trama_chart_fonts_create_attributes (gboolean tabular);

/* Whether the family's own files were found and added, rather than left to the system. */
gboolean trama_chart_fonts_have_own_files (void);

G_END_DECLS
