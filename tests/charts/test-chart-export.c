/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-samples.h"
#include "trama-chart-export.h"

#include <glib/gstdio.h>
#include <string.h>

static TramaScene *
build (void)
{
  TramaChartStyle style;
  TramaCriteriaChart data = sample_criteria ();

  data.frame.title = "Met & <unmet>";
  trama_chart_style_init (&style, TRAMA_CHART_LIGHT);
  return trama_criteria_chart_new (&data, &style, 235, 165);
}

static void
test_names (void)
{
  TramaChartFormat format;

  g_assert_true (trama_chart_format_from_name ("a.svg", &format));
  g_assert_cmpint (format, ==, TRAMA_CHART_SVG);
  g_assert_true (trama_chart_format_from_name ("/tmp/A.PDF", &format));
  g_assert_cmpint (format, ==, TRAMA_CHART_PDF);
  g_assert_true (trama_chart_format_from_name ("x.y.png", &format));
  g_assert_cmpint (format, ==, TRAMA_CHART_PNG);
  g_assert_false (trama_chart_format_from_name (".png", &format));
  g_assert_false (trama_chart_format_from_name ("chart.jpeg", &format));
}

static void
note_element (GMarkupParseContext *context, const char *name, const char **names,
              const char **values, gpointer data, GError **error)
{
  GHashTable *seen = data;

  g_hash_table_add (seen, g_strdup (name));
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "role"))
      g_hash_table_add (seen, g_strdup (values[i]));
}

static void
note_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
           GError **error)
{
  GHashTable *seen = data;

  if (g_strcmp0 (g_markup_parse_context_get_element (context), "title") == 0)
    g_hash_table_add (seen, g_strndup (text, length));
}

static void
test_svg (void)
{
  static const GMarkupParser parser = { note_element, NULL, note_text, NULL, NULL };
  g_autoptr (TramaScene) scene = build ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = trama_chart_export (scene, NULL, TRAMA_CHART_SVG, 1, &error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GMarkupParseContext) context
      = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, seen, NULL);

  g_assert_no_error (error);
  g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL),
                                (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_true (g_hash_table_contains (seen, "svg"));
  g_assert_true (g_hash_table_contains (seen, "img"));
  g_assert_true (g_hash_table_contains (seen, trama_scene_get_sentence (scene)));
  g_assert_nonnull (strstr (trama_scene_get_sentence (scene), "Met & <unmet>"));
}

/* In pixels, at two to the point. */
#define MARGIN (guint) (2 * TRAMA_CHART_EXPORT_MARGIN)

static void
test_png (void)
{
  g_autoptr (TramaScene) scene = build ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = trama_chart_export (scene, NULL, TRAMA_CHART_PNG, 2, &error);
  const guint8 *data = g_bytes_get_data (bytes, NULL);

  g_assert_no_error (error);
  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  /* Width and height of the header, big-endian: the picture with its margin. */
  g_assert_cmpuint (data[18] * 256u + data[19], ==, 470 + 2 * MARGIN);
  g_assert_cmpuint (data[22] * 256u + data[23], ==, 330 + 2 * MARGIN);
}

static void
test_too_large (void)
{
  g_autoptr (TramaScene) scene = build ();
  g_autoptr (GError) error = NULL;

  g_assert_null (trama_chart_export (scene, NULL, TRAMA_CHART_PNG, 1e6, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

/* Whether @wanted stands in the file or in one of its compressed streams. */
static gboolean
pdf_holds (const char *data, gsize size, const char *wanted)
{
  const char *end = data + size;

  if (memmem (data, size, wanted, strlen (wanted)) != NULL)
    return TRUE;
  for (const char *at = data; (at = memmem (at, (gsize) (end - at), "stream\n", 7)) != NULL;
       at += 7)
    {
      g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
      g_autofree char *plain = g_malloc (1 << 20);
      gsize n_read, n_written;

      if (g_converter_convert (G_CONVERTER (zlib), at + 7, (gsize) (end - at - 7), plain, 1 << 20,
                               G_CONVERTER_NO_FLAGS, &n_read, &n_written, NULL)
              != G_CONVERTER_ERROR
          && memmem (plain, n_written, wanted, strlen (wanted)) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_pdf (void)
{
  g_autoptr (TramaScene) scene = build ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = trama_chart_export (scene, NULL, TRAMA_CHART_PDF, 1, &error);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_no_error (error);
  g_assert_cmpmem (data, 5, "%PDF-", 5);
  g_assert_true (pdf_holds (data, size, "/Figure"));
  /* No clock in it. */
  g_assert_true (pdf_holds (data, size, "20000101000000Z"));
  g_assert_false (pdf_holds (data, size, "/NoSuchThing"));
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("trama-chart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.svg", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "such", "chart.svg", NULL);
  g_autofree char *content = NULL;
  g_autoptr (TramaScene) scene = build ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  g_assert_true (trama_chart_export_to_file (scene, NULL, TRAMA_CHART_SVG, 1, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  bytes = trama_chart_export (scene, NULL, TRAMA_CHART_SVG, 1, NULL);
  g_assert_cmpmem (content, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_false (trama_chart_export_to_file (scene, NULL, TRAMA_CHART_SVG, 1, nowhere, &error));
  g_assert_nonnull (error);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-export/names", test_names);
  g_test_add_func ("/chart-export/svg", test_svg);
  g_test_add_func ("/chart-export/png", test_png);
  g_test_add_func ("/chart-export/too-large", test_too_large);
  g_test_add_func ("/chart-export/pdf", test_pdf);
  g_test_add_func ("/chart-export/file", test_file);
  return g_test_run ();
}
