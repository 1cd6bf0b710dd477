/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-chart-export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

/* Pictures beyond this are a mistake, or an attack on the memory. */
#define LARGEST_SIDE 20000

/* A day that says nothing: the file must not change with the clock. */
#define FIXED_DATE "2000-01-01T00:00:00Z"

gboolean
trama_chart_format_from_name (const char *name, TramaChartFormat *format)
{
  static const char *const ends[] = {
    [TRAMA_CHART_PNG] = ".png",
    [TRAMA_CHART_SVG] = ".svg",
    [TRAMA_CHART_PDF] = ".pdf",
  };

  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gsize length = strlen (name), end = strlen (ends[i]);

      if (length > end && g_ascii_strcasecmp (name + length - end, ends[i]) == 0)
        {
          *format = (TramaChartFormat) i;
          return TRUE;
        }
    }
  return FALSE;
}

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
paint_ground (cairo_t *cr, const TramaScene *scene, const TramaChartStyle *style)
{
  TramaColour ground = trama_chart_style_get_colour (
      style != NULL ? style : trama_scene_get_style (scene), TRAMA_COLOUR_GROUND);

  cairo_set_source_rgb (cr, ground.red / 255.0, ground.green / 255.0, ground.blue / 255.0);
  /* All of the surface: a scene's edge may fall within its last pixel. */
  cairo_paint (cr);
}

/* A picture on its own is set into something else: its words keep off the edge. */
static void
draw_within_margin (const TramaScene *scene, cairo_t *cr, const TramaChartStyle *style)
{
  cairo_translate (cr, TRAMA_CHART_EXPORT_MARGIN, TRAMA_CHART_EXPORT_MARGIN);
  trama_scene_draw (scene, cr, style);
}

static double
full_width (const TramaScene *scene)
{
  return trama_scene_get_width (scene) + 2 * TRAMA_CHART_EXPORT_MARGIN;
}

static double
full_height (const TramaScene *scene)
{
  return trama_scene_get_height (scene) + 2 * TRAMA_CHART_EXPORT_MARGIN;
}

static cairo_status_t
write_png (const TramaScene *scene, const TramaChartStyle *style, double scale, GByteArray *bytes)
{
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  double width = ceil (full_width (scene) * scale);
  double height = ceil (full_height (scene) * scale);

  if (!(width >= 1 && width <= LARGEST_SIDE && height >= 1 && height <= LARGEST_SIDE))
    return CAIRO_STATUS_INVALID_SIZE;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  paint_ground (cr, scene, style);
  draw_within_margin (scene, cr, style);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);
  return status;
}

static cairo_status_t
finish_surface (cairo_surface_t *surface, cairo_t *cr)
{
  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static cairo_status_t
write_pdf (const TramaScene *scene, const TramaChartStyle *style, GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, full_width (scene),
                                                                  full_height (scene));
  const char *sentence = trama_scene_get_sentence (scene);
  cairo_t *cr;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, sentence);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Trama");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, FIXED_DATE);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, FIXED_DATE);
  cr = cairo_create (surface);
  /* Before the tags: a fill that covers the page makes cairo forget all that was before it, the
   * opening tags too, and the closing ones then break the file (cairo 1.18.4). */
  paint_ground (cr, scene, style);
  cairo_tag_begin (cr, "Document", NULL);
  cairo_tag_begin (cr, "Figure", NULL);
  draw_within_margin (scene, cr, style);
  cairo_tag_end (cr, "Figure");
  cairo_tag_end (cr, "Document");
  return finish_surface (surface, cr);
}

/* Cairo writes neither a name nor a description: readers of the screen get them here. */
static void
describe_svg (GByteArray *bytes, const TramaScene *scene)
{
  g_autofree char *title = g_markup_escape_text (trama_scene_get_sentence (scene), -1);
  g_autofree char *insert = NULL;
  g_autoptr (GString) text = g_string_new_len ((const char *) bytes->data, (gssize) bytes->len);
  char *tag = strstr (text->str, "<svg ");
  char *end = tag != NULL ? strchr (tag, '>') : NULL;

  if (end == NULL)
    return;
  insert = g_strdup_printf ("\n<title>%s</title>", title);
  g_string_insert (text, end - text->str + 1, insert);
  g_string_insert (text, tag - text->str + (gssize) strlen ("<svg "), "role=\"img\" ");
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, (const guint8 *) text->str, (guint) text->len);
}

static cairo_status_t
write_svg (const TramaScene *scene, const TramaChartStyle *style, GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append, bytes, full_width (scene),
                                                                  full_height (scene));
  cairo_status_t status;
  cairo_t *cr = cairo_create (surface);

  paint_ground (cr, scene, style);
  draw_within_margin (scene, cr, style);
  status = finish_surface (surface, cr);
  if (status == CAIRO_STATUS_SUCCESS)
    describe_svg (bytes, scene);
  return status;
}

GBytes *
trama_chart_export (const TramaScene *scene, const TramaChartStyle *style, TramaChartFormat format,
                    double scale, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  g_return_val_if_fail (scene != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  switch (format)
    {
    case TRAMA_CHART_PNG:
      status = write_png (scene, style, scale, bytes);
      break;
    case TRAMA_CHART_SVG:
      status = write_svg (scene, style, bytes);
      break;
    case TRAMA_CHART_PDF:
    default:
      status = write_pdf (scene, style, bytes);
      break;
    }
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
trama_chart_export_to_file (const TramaScene *scene, const TramaChartStyle *style,
                            TramaChartFormat format, double scale, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (path != NULL, FALSE);

  bytes = trama_chart_export (scene, style, format, scale, error);
  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  return g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0666,
                                   error);
}
