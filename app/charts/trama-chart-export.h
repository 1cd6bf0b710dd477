/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-scene.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * A scene as a file of its own. The same scene, style and font files give the same bytes; nothing
 * of the day, the machine or the person goes in.
 */
typedef enum
{
  TRAMA_CHART_PNG,
  TRAMA_CHART_SVG,
  TRAMA_CHART_PDF,
} TramaChartFormat;

/* White round the picture on every side, pt. */
#define TRAMA_CHART_EXPORT_MARGIN 9.0

/* By the end of a file's name; FALSE if it is none of .png, .svg, .pdf. */
gboolean trama_chart_format_from_name (const char *name, TramaChartFormat *format);

/* @style gives the colours, NULL: those it was laid out with. @scale is pixels to the point of a
 * PNG (2 is a good start) and ignored elsewhere. The ground is painted, an SVG carries the sentence
 * as its description, a PDF as its title. (transfer full); NULL with a GIOError on failure. */
GBytes *trama_chart_export (const TramaScene *scene, const TramaChartStyle *style,
                            TramaChartFormat format, double scale, GError **error);

/* The same, into @path, which is replaced as a whole or left as it was. */
gboolean trama_chart_export_to_file (const TramaScene *scene, const TramaChartStyle *style,
                                     TramaChartFormat format, double scale, const char *path,
                                     GError **error);

G_END_DECLS
