/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-chart-fonts.h"

#include "trama-chart-font-folder.h"

static const char *const font_files[] = {
  "NotoSans-Regular.ttf",    "NotoSans-Bold.ttf",          "NotoSans-Italic.ttf",
  "NotoSans-BoldItalic.ttf", "NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf",
};

static GPrivate thread_font_map = G_PRIVATE_INIT (g_object_unref);

static guint
add_files (PangoFontMap *map, const char *folder)
{
  guint n_added = 0;

  if (folder == NULL || *folder == '\0')
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (font_files); i++)
    {
      g_autofree char *path = g_build_filename (folder, font_files[i], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR)
          && pango_font_map_add_font_file (map, path, NULL))
        n_added++;
    }
  return n_added;
}

static guint
add_own_files (PangoFontMap *map)
{
  guint n_added = add_files (map, g_getenv ("TRAMA_FONT_DIR"));

  return n_added > 0 ? n_added : add_files (map, TRAMA_CHART_FONT_FOLDER);
}

/* Fontconfig reads its own files on first use, once for all threads. */
static GMutex making;

static PangoFontMap *
get_font_map (void)
{
  PangoFontMap *map = g_private_get (&thread_font_map);

  if (map == NULL)
    {
      g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&making);

      map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
      if (map == NULL)
        map = pango_cairo_font_map_new ();
      /* Places are points: a font of 7 is 7 units high. */
      pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
      add_own_files (map);
      g_private_set (&thread_font_map, map);
    }
  return map;
}

gboolean
trama_chart_fonts_have_own_files (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();

  return add_own_files (map) > 0;
}

PangoContext *
trama_chart_fonts_create_context (const char *language, gboolean right_to_left)
{
  PangoContext *context = pango_font_map_create_context (get_font_map ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, language != NULL && *language != '\0'
                                           ? pango_language_from_string (language)
                                           : pango_language_get_default ());
  pango_context_set_base_dir (context, right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  return context;
}

PangoAttrList *
trama_chart_fonts_create_attributes (gboolean tabular)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new (
                                          tabular ? "liga=0, clig=0, tnum=1" : "liga=0, clig=0"));
  return attributes;
}

PangoLayout *
trama_chart_fonts_create_layout (PangoContext *context, const char *family, double size,
                                 gboolean bold, gboolean italic, gboolean tabular, const char *text,
                                 int length)
{
  g_autoptr (PangoLayout) layout = NULL;
  PangoFontDescription *description;
  PangoAttrList *attributes;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (family != NULL && size > 0 && text != NULL, NULL);

  layout = pango_layout_new (context);
  description = pango_font_description_new ();
  pango_font_description_set_family (description, family);
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_font_description_set_weight (description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (description, italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  attributes = trama_chart_fonts_create_attributes (tabular);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, text, length);
  return g_steal_pointer (&layout);
}
